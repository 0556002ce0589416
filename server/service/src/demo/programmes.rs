//! The programmes of the demo: one in full swing, one small, and one that is large.

use super::day;
use super::people::{Enrolments, People};
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
    let mut running = start(change, people, "wit", Template::WomenInTech, "Women in Tech 26", 10, weeks)?;
    running.programme.roles = coordinated(people, "wit");
    running.programme.asked = super::fairness::asked();
    let today = running.today;
    for (objective, days) in running.programme.objectives.iter_mut().zip([10, 86, 100]) {
        objective.is.due = Some(day(today, days));
        if objective.is.source == Source::ByHand {
            objective.is.by_hand = Some(13.0);
        }
    }
    store(change, &running).await?;
    Ok(running)
}

/// "Onboarding buddies": small and always busy; some of its mentors are mentees elsewhere.
pub(super) async fn buddies(change: &mut Change, people: &People) -> Result<Running> {
    use PhaseKind::{Close, Match, Prepare, Recruit, Work};
    let weeks = [(Recruit, 0, 2), (Prepare, 1, 1), (Match, 2, 2), (Work, 3, 12), (Close, 15, 1)];
    let mut running = start(change, people, "buddies", Template::Onboarding, "Onboarding buddies", 4, weeks)?;
    running.programme.roles = coordinated(people, "buddies");
    store(change, &running).await?;
    Ok(running)
}

/// "Across the company 26": 500 mentors and 1,500 mentees, about to be matched; the first of `coordinators` made it.
pub(super) async fn across_the_company(
    change: &mut Change,
    people: &People,
    coordinators: &[PersonId],
) -> Result<Running> {
    use PhaseKind::{Close, Match, Prepare, Recruit, Work};
    let weeks = [(Recruit, 0, 4), (Prepare, 2, 3), (Match, 4, 3), (Work, 7, 26), (Close, 33, 2)];
    let mut running =
        start(change, people, super::large::KEY, Template::WomenInTech, super::large::NAME, 5, weeks)?;
    running.programme.roles = coordinators.iter().map(|id| (*id, Role::Coordinator)).collect();
    store(change, &running).await?;
    Ok(running)
}

/// Who runs the programme called `key` in the table, and who sponsors it.
fn coordinated(people: &People, key: &str) -> Vec<(PersonId, Role)> {
    let with = |role: Role| people.with_role(key, role.as_str()).map(move |person| (person.id, role));
    with(Role::Coordinator).chain(with(Role::Sponsor)).collect()
}

/// A programme from `template` that began so many weeks ago, on a Monday, as yet without anybody who runs it.
fn start(
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
    let id = cx.new_id();
    let programme = Programme {
        id,
        slug: slug::from_name(name),
        state: ProgrammeState::Running,
        template,
        description: template.description(name),
        rules: template.rules(),
        criteria: template.criteria(),
        asked: vec![],
        time_zone: zone.into(),
        objectives: template
            .objectives(begins)
            .into_iter()
            .map(|is| Objective { id: cx.new_id(), is })
            .collect(),
        phases: weeks.into_iter().map(phase).collect(),
        roles: vec![],
    };
    let mut enrolments = Enrolments::new();
    for role in [Role::Mentor, Role::Mentee] {
        enrolments
            .extend(people.with_role(key, role.as_str()).map(|person| ((person.id, role), cx.new_id())));
    }
    Ok(Running { id, programme, today, enrolments })
}

async fn store(change: &mut Change, running: &Running) -> Result<()> {
    if !running.programme.roles.iter().any(|(_, role)| *role == Role::Coordinator) {
        return Err(Error::internal(format!("nobody coordinates {}", running.programme.slug)));
    }
    insert(change.tx(), &running.programme, change.now.plus_days(-75)).await?;
    let at = Aggregate::Programme(running.id);
    change.record_on(at, &Event::Created { template: running.programme.template }).await?;
    for (person, role) in &running.programme.roles {
        change.record_on(at, &Event::RoleGiven { person: *person, role: *role }).await?;
    }
    change.record_on(at, &Event::Opened).await?;
    change.record_on(at, &Event::Started).await
}
