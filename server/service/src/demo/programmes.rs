//! The two programmes of the demo: one in full swing, one small.

use super::day;
use super::people::{Enrolments, People, Person};
use crate::error::Result;
use crate::programme::{insert, today_in};
use crate::{Change, Error};
use chrono::Datelike;
use domain::programme::{
    Event, Objective, Phase, PhaseKind, Programme, ProgrammeState, Source, Template, slug,
};
use domain::stream::Aggregate;
use domain::{Date, ParticipationId, PersonId, ProgrammeId, Role};

/// A programme of the demo, and who takes part in it.
pub(super) struct Running {
    pub(super) id: ProgrammeId,
    pub(super) programme: Programme,
    /// Today in its zone.
    pub(super) today: Date,
    enrolments: Enrolments,
}

impl Running {
    /// The enrolment of a person; the nil id, which no row has, for who is not enrolled.
    pub(super) fn participation(&self, person: PersonId, role: Role) -> ParticipationId {
        self.enrolments.get(&(person, role)).copied().unwrap_or(ParticipationId(uuid::Uuid::nil()))
    }
}

/// First week and number of weeks of each phase.
type Weeks = [(PhaseKind, i64, i64); 5];

/// "Women in Tech 26": the eleventh of twenty-five weeks, with a second round of matching under way.
pub(super) async fn women_in_tech(change: &mut Change, people: &People) -> Result<Running> {
    use PhaseKind::{Close, Match, Prepare, Recruit, Work};
    let weeks = [(Recruit, 0, 3), (Prepare, 1, 2), (Match, 2, 10), (Work, 3, 20), (Close, 23, 2)];
    let mut running =
        start(change, people, "wit", Template::WomenInTech, "Women in Tech 26", 10, weeks).await?;
    let today = running.today;
    for (objective, days) in running.programme.objectives.iter_mut().zip([10, 86, 100]) {
        objective.is.due = Some(day(today, days));
        if objective.is.source == Source::ByHand {
            objective.is.by_hand = Some(13.0);
        }
    }
    store(change, &running, people, "wit").await?;
    Ok(running)
}

/// "Onboarding buddies": small and always busy; some of its mentors are mentees elsewhere.
pub(super) async fn buddies(change: &mut Change, people: &People) -> Result<Running> {
    use PhaseKind::{Close, Match, Prepare, Recruit, Work};
    let weeks = [(Recruit, 0, 2), (Prepare, 1, 1), (Match, 2, 2), (Work, 3, 12), (Close, 15, 1)];
    let running =
        start(change, people, "buddies", Template::Onboarding, "Onboarding buddies", 4, weeks).await?;
    store(change, &running, people, "buddies").await?;
    Ok(running)
}

/// A programme from `template` that began so many weeks ago, on a Monday.
async fn start(
    change: &Change,
    people: &People,
    key: &str,
    template: Template,
    name: &str,
    weeks_ago: i64,
    weeks: Weeks,
) -> Result<Running> {
    let zone = "Europe/Prague";
    let today = today_in(zone, change.now);
    let monday = day(today, -i64::from(today.weekday().num_days_from_monday()));
    let begins = day(monday, -7 * weeks_ago);
    let cx = change.cx();
    let phase = |(kind, from, count): (PhaseKind, i64, i64)| Phase {
        id: cx.new_id(),
        kind,
        starts: day(begins, from * 7),
        ends: day(begins, (from + count) * 7 - 1),
    };
    let ids = |role: &str| people.with_role(key, role).map(|person| person.id).collect::<Vec<_>>();
    let roles = ids("coordinator").into_iter().map(|id| (id, Role::Coordinator));
    let roles = roles.chain(ids("sponsor").into_iter().map(|id| (id, Role::Sponsor))).collect();
    let id = cx.new_id();
    let programme = Programme {
        id,
        slug: slug::from_name(name),
        state: ProgrammeState::Running,
        template,
        description: template.description(name),
        rules: template.rules(),
        criteria: template.criteria(),
        time_zone: zone.into(),
        objectives: template
            .objectives(begins)
            .into_iter()
            .map(|is| Objective { id: cx.new_id(), is })
            .collect(),
        phases: weeks.into_iter().map(phase).collect(),
        roles,
    };
    let mut enrolments = Enrolments::new();
    for role in [Role::Mentor, Role::Mentee] {
        enrolments
            .extend(people.with_role(key, role.as_str()).map(|person| ((person.id, role), cx.new_id())));
    }
    Ok(Running { id, programme, today, enrolments })
}

async fn store(change: &mut Change, running: &Running, people: &People, key: &str) -> Result<()> {
    let first = people.with_role(key, "coordinator").next().map(|person: &Person| person.id);
    first.ok_or_else(|| Error::internal(format!("nobody coordinates {key}")))?;
    insert(change.tx(), &running.programme, change.now.plus_days(-75)).await?;
    let at = Aggregate::Programme(running.id);
    change.record_on(at, &Event::Created { template: running.programme.template }).await?;
    for (person, role) in &running.programme.roles {
        change.record_on(at, &Event::RoleGiven { person: *person, role: *role }).await?;
    }
    change.record_on(at, &Event::Opened).await?;
    change.record_on(at, &Event::Started).await
}
