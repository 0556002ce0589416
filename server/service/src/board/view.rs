//! The board as coordinators see it.

use super::base::Base;
use super::history;
use super::page;
use super::people::{People, criteria};
use super::saved;
use crate::Error;
use crate::entity::{board_change, person, programme_role, proposal_answer};
use crate::error::Result;
use domain::board::{
    BoardQuery, BoardRows, BoardView, Candidate, Card, CardDetail, CardView, Change, Counts, EngineError,
    MentorView, OtherMentee, Refusal, Returned, ReturnedLine, Since, Stage, Studio, Unmatched, WhyNone,
    outlook_alone, sort_candidates,
};
use domain::criteria::{Outcome, Reason, Rule};
use domain::proposal::ProposalState;
use domain::stream::Version;
use domain::{Instant, ParticipationId, PersonId, ProgrammeId, ProposalId, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// So many changes that would help are offered.
const REMEDIES: usize = 3;
/// So many other mentees are named for a mentor.
const OTHERS: usize = 3;
/// Changes in the history of a page.
const HISTORY: u64 = 12;

/// What the cards show beside the rules' state.
pub(crate) struct Extras {
    accepted: HashMap<ProposalId, Vec<PersonId>>,
    declined: HashMap<ProposalId, proposal_answer::Model>,
}

impl Extras {
    /// Answers to the proposals of `mentees`.
    pub(crate) async fn load(db: &impl ConnectionTrait, base: &Base) -> Result<Self> {
        let mut ids: Vec<Uuid> = base.waiting.values().map(|id| id.0).collect();
        ids.extend(base.returned.values().map(|row| row.id));
        let mut extras = Self { accepted: HashMap::new(), declined: HashMap::new() };
        for chunk in ids.chunks(1000) {
            let rows = proposal_answer::Entity::find()
                .filter(proposal_answer::Column::ProposalId.is_in(chunk.to_vec()))
                .all(db)
                .await?;
            for row in rows {
                let (id, by) = (ProposalId(row.proposal_id), PersonId(row.person_id));
                if row.accepted {
                    extras.accepted.entry(id).or_default().push(by);
                } else {
                    extras.declined.insert(id, row);
                }
            }
        }
        Ok(extras)
    }
}

/// Names of those who may change the board.
pub(crate) async fn coordinators(db: &impl ConnectionTrait, base: &Base) -> Result<Vec<(PersonId, String)>> {
    let roles = programme_role::Entity::find()
        .filter(programme_role::Column::ProgrammeId.eq(base.programme.id))
        .filter(programme_role::Column::Role.eq(Role::Coordinator.as_str()))
        .all(db)
        .await?;
    let ids: Vec<Uuid> = roles.iter().map(|row| row.person_id).collect();
    let rows = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
    let mut names: Vec<_> = rows.into_iter().map(|row| (PersonId(row.id), row.name)).collect();
    names.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(names)
}

/// Names of everybody who may have changed a card: coordinators, and whoever made `changes`.
pub(crate) async fn names(
    db: &impl ConnectionTrait,
    coordinators: &[(PersonId, String)],
    changes: &[board_change::Model],
) -> Result<HashMap<PersonId, String>> {
    let mut names: HashMap<PersonId, String> = coordinators.iter().cloned().collect();
    let former: BTreeSet<Uuid> = changes
        .iter()
        .filter_map(|row| row.person_id)
        .filter(|id| !names.contains_key(&PersonId(*id)))
        .collect();
    if !former.is_empty() {
        let rows = person::Entity::find().filter(person::Column::Id.is_in(former)).all(db).await?;
        names.extend(rows.into_iter().map(|row| (PersonId(row.id), row.name)));
    }
    Ok(names)
}

/// One card.
pub(crate) fn card(
    base: &Base,
    people: &People,
    extras: &Extras,
    id: ParticipationId,
    card: &Card,
) -> CardView {
    let fit = card.place.mentor.map(|mentor| base.board.fit(id, mentor, people));
    let proposal = base.waiting.get(&id).copied();
    let accepted = proposal.and_then(|id| extras.accepted.get(&id)).into_iter().flatten();
    let role = |by: &PersonId| {
        let mentee = base.participants.get(&id).is_some_and(|one| one.person == *by);
        if mentee { Role::Mentee } else { Role::Mentor }
    };
    CardView {
        id,
        person: people.line(id),
        wish: people.known(id).map(|known| known.gist.clone()).unwrap_or_default(),
        traits: people.known(id).map(|known| known.traits.clone()).unwrap_or_default(),
        mentor: card.place.mentor,
        pinned: card.place.pinned,
        revision: card.revision,
        stage: card.stage,
        active: card.active,
        fit: fit.and_then(Result::ok),
        broken: fit.and_then(Result::err).filter(|_| card.stage == Stage::Open),
        since: base.participants.get(&id).map_or(Instant(0), |one| one.since),
        wishes: people.known(id).map(|known| known.wishes.clone()).unwrap_or_default(),
        introduced: people.known(id).map(|known| known.introduced.clone()).unwrap_or_default(),
        choices: None,
        proposal,
        accepted: accepted.map(role).collect(),
        returned: returned(base, people, extras, id),
    }
}

pub(crate) fn returned(
    base: &Base,
    people: &People,
    extras: &Extras,
    id: ParticipationId,
) -> Option<ReturnedLine> {
    let row = base.returned.get(&id)?;
    let why = match row.state.parse().ok()? {
        ProposalState::Declined => Returned::Declined,
        ProposalState::Expired => Returned::Expired,
        ProposalState::Recalled => Returned::Recalled,
        ProposalState::Waiting | ProposalState::Accepted => return None,
    };
    let answer = extras.declined.get(&ProposalId(row.id));
    let mentor = ParticipationId(row.mentor_id);
    let by = answer.map(|answer| {
        let by = PersonId(answer.person_id);
        let mentee = base.participants.get(&id).is_some_and(|one| one.person == by);
        people.line(if mentee { id } else { mentor }).name
    });
    Some(ReturnedLine {
        mentor: people.line(mentor).name,
        why,
        by: by.unwrap_or_default(),
        reason: answer.map(|answer| answer.reason.clone()).unwrap_or_default(),
        misfit: answer.and_then(|answer| {
            let kind = answer.criterion.as_ref()?.parse().ok()?;
            Some((kind, criteria(&base.programme).get(kind).weight > 0))
        }),
        at: Instant(row.closed_at.unwrap_or(row.created_at)),
    })
}

pub(crate) fn mentor(base: &Base, people: &People, id: ParticipationId) -> Option<MentorView> {
    let at = base.board.mentors.get(&id)?;
    Some(MentorView {
        id,
        person: people.line(id),
        offers: people.known(id).map(|known| known.gist.clone()).unwrap_or_default(),
        traits: people.known(id).map(|known| known.traits.clone()).unwrap_or_default(),
        places: at.places,
        more: base.exceptions.places(id),
        elsewhere: at.elsewhere,
        active: at.active,
    })
}

/// The numbers over all pages.
pub(crate) fn counts(base: &Base, people: &People) -> Counts {
    let mut counts = Counts {
        mentees: base.board.cards.values().filter(|card| !card.is_left()).count() as u32,
        mentors: base.board.mentors.len() as u32,
        places: base.board.mentors.values().map(|mentor| mentor.places).sum(),
        ..Counts::default()
    };
    for (id, card) in base.board.cards.iter().filter(|(_, card)| !card.is_left()) {
        match (card.stage, card.place.mentor) {
            (Stage::Proposed, _) => counts.proposed += 1,
            (Stage::AtWork, _) => counts.at_work += 1,
            (Stage::Open, None) => counts.waiting += 1,
            (Stage::Open, Some(_)) => counts.drafts += 1,
        }
        counts.pinned += u32::from(card.place.pinned);
        match card.place.mentor.map(|mentor| base.board.fit(*id, mentor, people)) {
            Some(Ok(fit)) => counts.total += fit,
            Some(Err(_)) if card.stage == Stage::Open => counts.broken += 1,
            _ => {}
        }
    }
    counts
}

/// The page with everything around it.
pub(crate) async fn board(
    db: &impl ConnectionTrait,
    base: &Base,
    query: &BoardQuery,
    by: Option<PersonId>,
    now: Instant,
) -> Result<BoardView> {
    let people = People::load(db, base, None, now).await?;
    let coordinators = coordinators(db, base).await?;
    let extras = Extras::load(db, base).await?;
    let rows = history::newest(db, base.board.plan, HISTORY).await?;
    let names = names(db, &coordinators, &rows).await?;
    let (undo, redo) = history::Offered::load(db, &base.board, by).await?.said(&people);
    let page = page::page(base, &people, &extras, query);
    Ok(BoardView {
        plan: base.board.plan,
        slug: base.programme.slug.clone(),
        programme: base.programme.name.clone(),
        name: base.plan.name.clone(),
        state: base.plan.state.parse().unwrap_or(domain::board::PlanState::Draft),
        version: Version(base.plan.version),
        published: history::publication(db, rows.first(), by, now).await?,
        request: crate::proposal::latest(db, base, &people, by).await?,
        counts: counts(base, &people),
        large: base.board.is_large(),
        fewest: base.board.fewest,
        mentors: page.mentors,
        cards: page.cards,
        pages: page.pages,
        page: page.page,
        tray_pages: page.tray_pages,
        found: page.found,
        facets: page.facets,
        exceptions: base.exceptions.lines(&people),
        since: since(db, base).await?,
        saved: saved::views(db, ProgrammeId(base.programme.id), by).await?,
        undo,
        redo,
        history: rows.iter().filter_map(|row| history::line(row, &people, &names)).collect(),
        coordinators,
        now,
    })
}

/// Who has come since everybody was last placed or published, and who has gone and still lies on the board.
async fn since(db: &impl ConnectionTrait, base: &Base) -> Result<Since> {
    let placed = board_change::Entity::find()
        .select_only()
        .column_as(board_change::Column::At.max(), "at")
        .filter(board_change::Column::MatchPlanId.eq(base.plan.id))
        .filter(board_change::Column::Kind.is_in(["board.begun", "board.rebalanced", "board.published"]))
        .into_tuple::<Option<i64>>()
        .one(db)
        .await?;
    let placed = placed.flatten().max(base.plan.published_at).unwrap_or(base.plan.created_at);
    let new = |id: &ParticipationId| base.participants.get(id).is_some_and(|one| one.since.0 > placed);
    let (board, loads) = (&base.board, base.board.loads());
    let waits = |card: &Card| card.is_free() && card.place.mentor.is_none();
    let mentees = board.cards.iter().filter(|(id, card)| waits(card) && new(id)).count();
    let idle = |(id, at): &(&ParticipationId, &domain::board::Mentor)| {
        at.active && !loads.contains_key(id) && new(id)
    };
    let mentors = board.mentors.iter().filter(idle).count();
    let stranded: BTreeSet<ParticipationId> = board.drafts().map(|(_, mentor)| mentor).collect();
    let left = stranded.iter().filter(|id| board.mentors.get(id).is_some_and(|at| !at.active)).count();
    let off = board.cards.values().filter(|card| card.is_left() && card.place.mentor.is_some()).count();
    Ok(Since { joined: (mentees + mentors) as u32, left: (left + off) as u32 })
}

/// Everybody whom [`rows`] needs to know.
pub(crate) fn concerned(
    base: &Base,
    mentees: &[ParticipationId],
    changes: &[board_change::Model],
) -> BTreeSet<ParticipationId> {
    let mut wanted: BTreeSet<ParticipationId> = mentees.iter().copied().collect();
    wanted.extend(mentees.iter().filter_map(|id| base.board.cards.get(id)?.place.mentor));
    wanted.extend(mentees.iter().filter_map(|id| Some(ParticipationId(base.returned.get(id)?.mentor_id))));
    wanted.extend(history::named(changes));
    wanted
}

/// The changed rows for whoever follows: the cards of `mentees`, and `changes` in words.
pub(crate) async fn rows(
    db: &impl ConnectionTrait,
    base: &Base,
    people: &People,
    mentees: &[ParticipationId],
    changes: &[board_change::Model],
) -> Result<BoardRows> {
    let names = names(db, &coordinators(db, base).await?, changes).await?;
    let extras = Extras::load(db, base).await?;
    let cards = mentees.iter().filter_map(|id| Some((id, base.board.cards.get(id)?)));
    Ok(BoardRows {
        cards: cards.map(|(id, state)| card(base, people, &extras, *id, state)).collect(),
        history: changes.iter().filter_map(|row| history::line(row, people, &names)).collect(),
    })
}

/// A card opened, with the mentor it has or with another one.
pub(crate) fn detail(
    base: &Base,
    people: &People,
    extras: &Extras,
    id: ParticipationId,
    with: Option<ParticipationId>,
) -> Result<Option<CardDetail>> {
    let Some(state) = base.board.cards.get(&id) else { return Ok(None) };
    let loads = base.board.loads();
    let mut studio = match base.board.is_large() {
        true => None,
        false => Some(Studio::new(&base.board, people).map_err(unsolved)?),
    };
    let outlook = match &mut studio {
        Some(studio) => studio.outlook(&base.board, id, people).map_err(unsolved)?,
        None => outlook_alone(&base.board, id, people),
    };
    let mut candidates: Vec<Candidate> = base
        .board
        .mentors
        .iter()
        .filter(|(mentor, at)| at.active || state.place.mentor == Some(**mentor))
        .map(|(mentor, at)| Candidate {
            mentor: *mentor,
            person: people.line(*mentor),
            places: at.places,
            free: at.places.saturating_sub(loads.get(mentor).copied().unwrap_or(0)),
            fit: base.board.fit(id, *mentor, people),
            here: state.place.mentor == Some(*mentor),
            consequence: outlook.get(mentor).copied(),
            displaced: outlook.get(mentor).and_then(|one| one.displaced).map(|id| people.line(id).name),
        })
        .collect();
    sort_candidates(&mut candidates);
    // A person's own second role is no place to offer, not even as a forbidden one.
    candidates.retain(|one| one.fit != Err(Rule::Oneself));
    let at = with.filter(|with| base.board.mentors.contains_key(with)).or(state.place.mentor);
    let (mut standing, mut stakes) = (None, None);
    if let (Some(studio), Some(at)) = (&mut studio, at) {
        standing = studio.standing(&base.board, id, at).map_err(unsolved)?;
        stakes = studio.stakes(&base.board, id, at, people).map_err(unsolved)?;
    }
    Ok(Some(CardDetail {
        card: card(base, people, extras, id, state),
        mentor: at.and_then(|at| mentor(base, people, at)),
        fit: at.map(|at| base.board.fit(id, at, people)),
        reasons: at.map(|at| reasons(people, id, at)).unwrap_or_default(),
        standing,
        stakes: stakes.into_iter().flatten().map(|one| (people.line(one.mentee).name, one)).collect(),
        others: at.map(|at| others(base, people, id, at)).unwrap_or_default(),
        candidates,
        why_none: why_none(base, people, id, state, studio.as_mut())?,
    }))
}

/// Who else would fit a mentor, the best first: whose cards may be moved.
fn others(base: &Base, people: &People, here: ParticipationId, mentor: ParticipationId) -> Vec<OtherMentee> {
    let free = base.board.cards.iter().filter(|(id, card)| **id != here && card.is_free());
    let mut fits: Vec<(i64, ParticipationId, &Card)> = free
        .filter(|(_, card)| card.place.mentor != Some(mentor))
        .filter_map(|(id, card)| Some((base.board.fit(*id, mentor, people).ok()?, *id, card)))
        .collect();
    fits.sort_by_key(|(fit, id, _)| (std::cmp::Reverse(*fit), *id));
    let line = |(fit, id, card): (i64, ParticipationId, &Card)| OtherMentee {
        card: id,
        name: people.line(id).name,
        fit,
        with: card.place.mentor.map(|mentor| people.line(mentor).name),
    };
    fits.into_iter().take(OTHERS).map(line).collect()
}

/// The engine only fails where a number is too large for it.
pub(crate) fn unsolved(error: EngineError) -> Error {
    match Refusal::of_engine(&error) {
        Some(refusal) => refusal.into(),
        None => Error::internal(format!("{error:?}")),
    }
}

/// Why somebody in the tray has no match, and the changes that would help most; without an engine only what the rules say.
pub(crate) fn why_none(
    base: &Base,
    people: &People,
    id: ParticipationId,
    state: &Card,
    studio: Option<&mut Studio>,
) -> Result<Option<WhyNone>> {
    if state.place.mentor.is_some() || state.stage != Stage::Open || !state.active {
        return Ok(None);
    }
    let Some(studio) = studio else {
        return Ok(Some(WhyNone::Large(Unmatched::by_rules(&base.board, id, people))));
    };
    if base.board.has_groups() {
        let why = Unmatched::by_rules(&base.board, id, people);
        return Ok(Some(WhyNone::Group(base.board.fewest, why)));
    }
    let why = studio.unmatched(&base.board, id, people).map_err(unsolved)?;
    let Some(mut why) = why else { return Ok(Some(WhyNone::Ready)) };
    why.remedies.truncate(REMEDIES);
    let name = |id| people.line(id).name;
    let names = why.remedies.iter().map(|one| match one.change {
        Change::Place(at) if at != one.mentor => (name(one.mentor), Some(name(at))),
        Change::Pin(who) => (name(one.mentor), Some(name(who))),
        _ => (name(one.mentor), None),
    });
    let names = names.collect();
    Ok(Some(WhyNone::Unmatched { why, names }))
}

/// Why the two fit; empty where a rule forbids them.
pub(crate) fn reasons(people: &People, mentee: ParticipationId, mentor: ParticipationId) -> Vec<Reason> {
    match people.outcome(mentee, mentor) {
        Some(Outcome::Allowed(fit)) => fit.reasons,
        _ => vec![],
    }
}
