//! Publishes a match plan: who would be told what, and then the telling, all of it or nothing.

use super::letters::{self, Told};
use super::{acceptance, request, start};
use crate::account::{address_of, issue};
use crate::actor::offset_minutes;
use crate::board::{Base, People, Writer, criteria, plan_row, reasons, telling_command, who};
use crate::entity::{person, proposal};
use crate::error::Result;
use crate::{Context, Error, Opened, mail};
use domain::account::Purpose;
use domain::board::{self, Command, Event, Fits, Pair, PreviewPair, PublishForm, PublishPreview};
use domain::criteria::Reason;
use domain::mail::Letter;
use domain::programme::Acceptance;
use domain::proposal::ProposalState;
use domain::stream::Aggregate;
use domain::{CommandId, Instant, MatchPlanId, ParticipationId, PersonId, ProposalId};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use std::collections::BTreeSet;

/// Who would be told what, if the plan were published now. For coordinators.
///
/// # Errors
/// [`crate::Error::SignInRequired`], [`crate::Error::NotFound`], [`crate::Error::Denied`].
pub async fn preview_publish(cx: &Context, slug: &str, plan: MatchPlanId) -> Result<PublishPreview> {
    let programme = cx.coordinated(slug).await?;
    let base = Base::load(cx.read(), &programme, plan).await?;
    let people = People::load(cx.read(), &base, None, cx.now()).await?;
    let expires_at = expires_at(&base, cx.now());
    let drafts: Vec<Pair> = base.board.drafts().map(|(mentee, mentor)| Pair { mentee, mentor }).collect();
    let both = drafts.iter().flat_map(|pair| [pair.mentee, pair.mentor]);
    let mailed = both.clone().filter_map(|id| letters::recipient(&people, id)?.person).collect();
    let ids: BTreeSet<PersonId> = both.map(|id| people.line(id).id).collect();
    let joining = without_password(cx.read(), ids.intersection(&mailed)).await?;
    let refused =
        drafts.is_empty().then(|| board::decide(&base.board, &Command::Publish, None, &people).err());
    let mut pairs: Vec<PreviewPair> = drafts
        .into_iter()
        .map(|pair| PreviewPair {
            pair,
            mentee: people.line(pair.mentee),
            mentor: people.line(pair.mentor),
            fit: people.fit(pair.mentee, pair.mentor).ok(),
            flaw: board::flaw(&base.board, pair, &people).map(|flaw| flaw.sentence_with(&people)),
        })
        .collect();
    pairs.sort_by(|a, b| a.mentor.name.cmp(&b.mentor.name).then_with(|| a.mentee.name.cmp(&b.mentee.name)));
    let small = |(mentor, mentees)| (people.line(mentor).name, mentees);
    let mut small_groups: Vec<_> = base.board.small_groups().into_iter().map(small).collect();
    small_groups.sort();
    let me = who(cx);
    let zone = request::zone_of(cx.read(), me, &base.programme).await?;
    let tomorrow = cx.now().plus_days(1).date(offset_minutes(&zone, cx.now()).unwrap_or(0));
    let request = request::latest(cx.read(), &base, &people, me).await?;
    let acceptance = acceptance(&base.programme)?;
    let to = if acceptance == Acceptance::Nobody { "/mentorships" } else { "/" };
    Ok(PublishPreview {
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        plan,
        name: base.plan.name.clone(),
        acceptance,
        expires_at,
        until: letters::until(&base, expires_at),
        exceptions: base.exceptions.lines(&people),
        fewest: base.board.fewest,
        small_groups,
        pairs,
        mailed,
        joining,
        link: address_of(cx, to),
        refused: refused.flatten().map(|refusal| refusal.sentence_with(&people)),
        waiting: base.board.cards.values().filter(|card| card.active && card.place.mentor.is_none()).count()
            as u32,
        days: base.programme.proposal_days.clamp(1, 60),
        sign_off: base.programme.sign_off,
        request,
        zone,
        tomorrow: format!("{tomorrow}T09:00"),
        now: cx.now(),
    })
}

fn expires_at(base: &Base, now: Instant) -> Instant {
    now.plus_days(base.programme.proposal_days.clamp(1, 60))
}

/// Proposes every pair that is not proposed yet, and tells both of each. Answers how many. For coordinators.
///
/// Where the programme asks nobody, the pairs become mentorships at once.
///
/// # Errors
/// The board's refusals: nothing to publish, a rule broken, a mentor over their places.
pub async fn publish_plan(cx: &Context, slug: &str, plan: MatchPlanId, command: CommandId) -> Result<usize> {
    publish(cx, slug, plan, Wanted::All, command).await
}

/// Proposes the pairs that were chosen, as they were seen; the others stay drafts. Otherwise as [`publish_plan`]. Where
/// they are for later, or a second coordinator has to sign them off, they wait, and the answer is 0.
///
/// # Errors
/// The board's refusals, said with names: where a pair has changed since, none is published. [`Error::Invalid`] where the
/// time cannot be.
pub async fn publish_pairs(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    form: PublishForm,
    command: CommandId,
) -> Result<usize> {
    let programme = telling_command(cx, slug).await?;
    if !form.look.is_empty() {
        // A refusal without a message: the page comes back as it was filled in.
        return Err(Error::Invalid(vec![]));
    }
    let due = request::due(cx, &programme, &form).await?;
    publish(cx, slug, plan, Wanted::Pairs { pairs: form.pairs, due }, command).await
}

/// What to publish.
enum Wanted {
    All,
    /// These, now or at that time.
    Pairs {
        pairs: Vec<Pair>,
        due: Option<Instant>,
    },
}

async fn publish(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    wanted: Wanted,
    command: CommandId,
) -> Result<usize> {
    let programme = telling_command(cx, slug).await?;
    plan_row(cx.read(), &programme, plan).await?;
    let change = match cx.change(Aggregate::MatchPlan(plan), command).await? {
        Opened::Repeated(count) => return Ok(count),
        Opened::New(change) => change,
    };
    let mut writer = Writer::new(change, plan).await?;
    let mut base = Base::load(writer.change.tx(), &programme, plan).await?;
    let people = People::load(writer.change.tx(), &base, None, writer.change.now).await?;
    let what = match wanted {
        Wanted::All => Command::Publish,
        Wanted::Pairs { pairs, due } => {
            request::none_waits(writer.change.tx(), plan).await?;
            if due.is_some() || base.programme.sign_off {
                request::wait(&mut writer, &base, &people, pairs, due).await?;
                return writer.change.commit(0).await;
            }
            Command::PublishPairs { pairs }
        }
    };
    let count =
        propose(&mut writer, &mut base, &people, &what).await.map_err(|error| named(error, &people))?;
    writer.change.commit(count).await
}

/// A refusal in the words of a page that shows the plan's people.
pub(crate) fn named(error: Error, people: &People) -> Error {
    match error {
        Error::Refused(domain::Refusal::Board(refusal)) => {
            let sentence = refusal.sentence_with(people);
            Error::RefusedSaying(refusal.into(), sentence)
        }
        other => other,
    }
}

/// Carries out `what` on the board, stores the proposals that follow, and tells everybody in them. Answers how many.
pub(super) async fn propose(
    writer: &mut Writer,
    base: &mut Base,
    people: &People,
    what: &Command,
) -> Result<usize> {
    let cx = writer.change.cx().clone();
    let events = writer.carry_out(base, people, what).await?;
    let mut told = vec![];
    for event in &events {
        let Event::Published(pairs) = event else { continue };
        for &(mentee, mentor) in pairs {
            let proposal = Some(insert(writer, base, people, (mentee, mentor)).await?);
            told.push(Told { mentee, mentor, proposal });
        }
    }
    if acceptance(&base.programme)? == Acceptance::Nobody {
        for pair in &told {
            let Some(id) = pair.proposal else { continue };
            writer.record(&domain::proposal::Event::Agreed { proposal: id })?;
            start::start(writer, base, people, id, (pair.mentee, pair.mentor)).await?;
        }
        return Ok(told.len());
    }
    let messages = letters::proposals(&cx, base, people, &told, expires_at(base, writer.change.now));
    let strangers = without_password(writer.change.tx(), messages.iter().map(|one| &one.person.id)).await?;
    for mut message in messages {
        writer.change.tell(message.person.id);
        let Some(to) = message.to else { continue };
        if strangers.contains(&message.person.id)
            && let Letter::Proposal { joins, link, .. } = &mut message.letter
        {
            let invitation = issue(&writer.change, message.person.id, Purpose::Invitation).await?;
            (*joins, *link) = (true, address_of(&cx, &invitation));
        }
        mail::queue(&mut writer.change, &to, &message.letter).await?;
    }
    Ok(told.len())
}

/// Whom an import brought and who have never been here: a link that asks for a password would stop them.
pub(crate) async fn without_password<'a>(
    db: &impl ConnectionTrait,
    people: impl Iterator<Item = &'a PersonId>,
) -> Result<BTreeSet<PersonId>> {
    let ids: Vec<_> = people.map(|person| person.0).collect();
    let mut found = BTreeSet::new();
    for ids in ids.chunks(1000) {
        let rows: Vec<uuid::Uuid> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::Id.is_in(ids.iter().copied()))
            .filter(person::Column::PasswordHash.is_null())
            .filter(person::Column::Demo.eq(false))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(rows.into_iter().map(PersonId));
    }
    Ok(found)
}

async fn insert(
    writer: &Writer,
    base: &Base,
    people: &People,
    (mentee, mentor): (ParticipationId, ParticipationId),
) -> Result<ProposalId> {
    let id: ProposalId = writer.change.cx().new_id();
    let now = writer.change.now;
    let criteria = criteria(&base.programme);
    let reasons = reasons(people, mentee, mentor).into_iter();
    let reasons: Vec<Reason> = reasons.filter_map(|one| one.for_participants(&criteria)).collect();
    let row = proposal::ActiveModel {
        id: Set(id.0),
        programme_id: Set(base.programme.id),
        match_plan_id: Set(base.plan.id),
        mentee_id: Set(mentee.0),
        mentor_id: Set(mentor.0),
        fit: Set(people.fit(mentee, mentor).unwrap_or(0)),
        reasons: Set(serde_json::to_value(reasons)?),
        state: Set(ProposalState::Waiting.as_str().to_owned()),
        created_at: Set(now.0),
        expires_at: Set(expires_at(base, now).0),
        closed_at: Set(None),
    };
    row.insert(writer.change.tx()).await?;
    Ok(id)
}
