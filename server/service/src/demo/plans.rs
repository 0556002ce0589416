//! Two rounds of matching: one that was published, and a draft on which coordinators are at work.

use super::people::People;
use super::programmes::Running;
use super::story;
use crate::entity::{board_change, card, match_plan, pair};
use crate::error::Result;
use crate::{Change, Error};
use domain::board::{Event, Place, PlanState, Shift};
use domain::criteria::{self, Fit, Outcome};
use domain::stream::{Aggregate, Event as _};
use domain::{Instant, MatchPlanId, Role};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::Value;

/// Pairs on the board of the second round: mentee, mentor, and whether a coordinator has pinned the pair.
const DRAFT: &[(&str, &str, bool)] = &[
    ("Jonas Weber", "Tomás Herrera", false),
    ("Kwame Mensah", "Tomás Herrera", true),
    ("Noor Haddad", "Greta Lindgren", false),
    ("Sofia Rossi", "Greta Lindgren", false),
    ("Amara Okafor", "Ravi Iyer", false),
    ("Leila Nazari", "Oskar Berg", false),
    ("Émile Moreau", "Hiro Suzuki", true),
    ("ليلى المنصوري", "Shirin Karimi", false),
    ("Hanna Lehtonen", "Imani Okoro", false),
    ("Eun-ji Choi", "Camille Laurent", false),
    ("Rahel Tesfaye", "Samuel Adeyemi", false),
    ("Nthabiseng Mokoena", "Yuki Watanabe", false),
    ("Saoirse Byrne", "Katarzyna Wójcik", false),
    ("Lotte Jansen", "Grace O’Connell", false),
    ("Qistina Rahim", "Fatoumata Traoré", false),
];

/// How well two people of the demo fit.
pub(super) fn fit(
    change: &Change,
    people: &People,
    running: &Running,
    mentee: &str,
    mentor: &str,
) -> Result<Fit> {
    let (a, b) = (people.get(mentee)?.subject(change), people.get(mentor)?.subject(change));
    match criteria::fit(&a, &b, &running.programme.criteria) {
        Outcome::Allowed(fit) => Ok(fit),
        Outcome::Forbidden(rule) => {
            Err(Error::internal(format!("{mentee} and {mentor}: {}", rule.sentence())))
        }
    }
}

/// The round whose mentorships are at work.
pub(super) async fn first_round(
    change: &mut Change,
    people: &People,
    running: &Running,
) -> Result<MatchPlanId> {
    let (made, published) = (change.now.plus_days(-56), change.now.plus_days(-51));
    let plan = plan(change, people, running, "First round", made, Some(published)).await?;
    let proposed = story::TECH.iter().map(|story| (story.mentee, story.mentor, false));
    let asked = std::iter::once((story::ASKED.0, story::ASKED.1, false));
    pairs(change, people, running, plan, proposed.chain(asked).collect()).await?;
    Ok(plan)
}

/// The round that is a draft.
pub(super) async fn second_round(change: &mut Change, people: &People, running: &Running) -> Result<()> {
    let plan = plan(change, people, running, "Second round", change.now.plus_days(-3), None).await?;
    pairs(change, people, running, plan, DRAFT.to_vec()).await
}

async fn plan(
    change: &Change,
    people: &People,
    running: &Running,
    name: &str,
    made: Instant,
    published: Option<Instant>,
) -> Result<MatchPlanId> {
    let plan: MatchPlanId = change.cx().new_id();
    let state = if published.is_some() { PlanState::Published } else { PlanState::Draft };
    let row = match_plan::ActiveModel {
        id: Set(plan.0),
        programme_id: Set(running.id.0),
        name: Set(name.to_owned()),
        state: Set(state.to_string()),
        author: Set(people.with_role("wit", "coordinator").next().map(|person| person.id.0)),
        engine: Set(Value::Null),
        created_at: Set(made.0),
        published_at: Set(published.map(|at| at.0)),
        version: Set(0),
        note: Set(String::new()),
        exceptions: Set(None),
    };
    row.insert(change.tx()).await?;
    Ok(plan)
}

/// Lays the pairs that a plan begins with.
async fn pairs(
    change: &mut Change,
    people: &People,
    running: &Running,
    plan: MatchPlanId,
    pairs: Vec<(&str, &str, bool)>,
) -> Result<()> {
    let pinned_by = people.with_role("wit", "coordinator").next().map(|person| person.id.0);
    let mut shifts = vec![];
    for (mentee, mentor, pinned) in pairs {
        let fit = fit(change, people, running, mentee, mentor)?;
        let mentee = running.participation(people.get(mentee)?.id, Role::Mentee);
        let mentor = running.participation(people.get(mentor)?.id, Role::Mentor);
        let row = pair::ActiveModel {
            id: Set(change.cx().new_id()),
            match_plan_id: Set(plan.0),
            mentee_id: Set(mentee.0),
            mentor_id: Set(mentor.0),
            pinned: Set(pinned),
            fit: Set(fit.score),
        };
        pair::Entity::insert(row).exec_without_returning(change.tx()).await?;
        let row = card::ActiveModel {
            match_plan_id: Set(plan.0),
            mentee_id: Set(mentee.0),
            revision: Set(1),
            moved_by: Set(pinned_by.filter(|_| pinned)),
            moved_at: Set(Some(change.now.plus_days(-2).0)),
        };
        card::Entity::insert(row).exec_without_returning(change.tx()).await?;
        let after = Place { mentor: Some(mentor), pinned };
        shifts.push(Shift { mentee, before: Place::TRAY, after, revision: 1 });
    }
    let before = serde_json::to_value(&shifts)?;
    let event = Event::Begun(shifts);
    change.record_on(Aggregate::MatchPlan(plan), &event).await?;
    let row = board_change::ActiveModel {
        id: Set(change.cx().new_id()),
        match_plan_id: Set(plan.0),
        version: Set(1),
        person_id: Set(pinned_by),
        kind: Set(event.kind().to_owned()),
        before: Set(before),
        after: Set(serde_json::to_value(&event)?),
        at: Set(change.now.plus_days(-2).0),
        undone_at: Set(None),
        again: Set(false),
        of_version: Set(None),
        run: Set(None),
    };
    row.insert(change.tx()).await?;
    Ok(())
}
