//! A mentorship at work: its members, their goals, and the action plan of steps under each goal.
//!
//! An action plan may be seen whole by the members of its mentorship, so the browser runs [`decide`] and [`apply`] as
//! the server does. Several people edit one plan at the same time: every edit says which text it started from, and
//! where somebody else has meanwhile written another, both texts are kept and the person is asked.
//!
//! In memory an [`Event`] carries what was typed; what is stored and sent is its [`Record`], which holds ids, kinds and
//! field names only.

mod amount;
mod clash;
mod command;
mod draft;
mod event;
mod field;
#[cfg(test)]
mod laws;
mod standing;

pub use amount::Amount;
pub use clash::{Clash, Refusal};
pub use command::{Command, Edit, decide};
pub use draft::{GoalDraft, GoalForm, StepDraft, StepForm};
pub use event::{Change, Event, Record, apply};
pub use field::{GoalField, StepField};
pub use standing::{Growth, Standing};

use crate::person::PersonLine;
use crate::stream::Version;
use crate::word::words;
use crate::{Date, GoalId, Instant, MentorshipId, ObjectiveId, PersonId, Role, StepId};
use serde::{Deserialize, Serialize};

words! {
    /// How far a step is.
    pub enum StepState { Todo = "todo", Doing = "doing", Done = "done" }
}

/// Everything that the members of a mentorship see of their work, removed goals and steps included so that a removal
/// can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub id: MentorshipId,
    pub version: Version,
    /// Whether the mentorship is at work; an ended one can be read and no longer changed.
    pub open: bool,
    pub members: Vec<Member>,
    /// The programme's objectives that a goal can serve.
    pub objectives: Vec<Served>,
    /// In the order of the page.
    pub goals: Vec<Goal>,
    /// In the order of the page within each goal.
    pub steps: Vec<Step>,
}

/// One person of a mentorship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub person: PersonLine,
    pub role: Role,
}

/// An objective of the programme, as short as a goal names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    pub id: ObjectiveId,
    pub name: String,
}

/// Who changed something last, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    pub by: Option<PersonId>,
    pub at: Instant,
}

/// What the members want to reach: specific, measurable where it can be counted, and with a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    pub id: GoalId,
    pub title: String,
    /// How the members will know that it is reached.
    pub measure: String,
    /// "reviews", "%"; empty where the measure is not counted.
    pub unit: String,
    pub baseline: Option<Amount>,
    pub target: Option<Amount>,
    pub current: Option<Amount>,
    pub due: Option<Date>,
    pub objective: Option<ObjectiveId>,
    pub removed: bool,
    pub touched: Touch,
}

/// One thing to do for a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub id: StepId,
    pub goal: GoalId,
    pub title: String,
    /// A member; none where it is everybody's.
    pub owner: Option<PersonId>,
    pub due: Option<Date>,
    pub state: StepState,
    /// Read by the members and by nobody else.
    pub note: String,
    pub done_at: Option<Instant>,
    pub removed: bool,
    pub touched: Touch,
}

/// What changed, as it is now: what a frame carries beside its text-free events.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    pub goals: Vec<Goal>,
    pub steps: Vec<Step>,
    /// The order of all goals, and of the steps of every goal that changed.
    pub order: Order,
}

/// The answer to a command: the changed rows, between two versions of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    pub previous: Version,
    pub version: Version,
    pub rows: Rows,
}

/// A mentorship on its owner's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub id: MentorshipId,
    pub programme: String,
    pub role: Role,
    pub others: Vec<Member>,
    pub open: bool,
    pub started_at: Instant,
    pub moved_at: Instant,
    pub grown: u8,
    pub steps_done: usize,
    pub steps: usize,
    pub goals: usize,
    /// The next open step and its date.
    pub next: Option<(String, Option<Date>)>,
}

/// A mentorship as whoever asks may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub programme: String,
    pub slug: String,
    pub started_at: Instant,
    pub now: Instant,
    /// Minutes east of UTC where the reader is.
    pub offset: i32,
    pub view: View,
}

/// What of a mentorship may be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// Everything, for the member `me`.
    Whole { me: PersonId, plan: Box<Plan> },
    /// That it exists, its counts and states, for a coordinator.
    Outline(crate::progress::Outline),
}

/// The order of things as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub goals: Vec<GoalId>,
    pub steps: Vec<StepId>,
}

impl Plan {
    /// The most goals that a mentorship has at one time.
    pub const GOALS: usize = 30;
    /// The most steps that a goal has at one time.
    pub const STEPS: usize = 100;

    /// Goals that are not removed.
    pub fn goals(&self) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(|goal| !goal.removed)
    }

    /// The steps of `goal` that are not removed.
    pub fn steps(&self, goal: GoalId) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.goal == goal && !step.removed)
    }

    /// A goal, removed or not.
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// A step, removed or not.
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The member who is `person`.
    pub fn member(&self, person: PersonId) -> Option<&Member> {
        self.members.iter().find(|member| member.person.id == person)
    }

    /// Everybody but `person`.
    pub fn others(&self, person: PersonId) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.person.id != person)
    }

    /// How many steps are done, and of how many.
    pub fn steps_done(&self) -> (usize, usize) {
        self.goals()
            .flat_map(|goal| self.steps(goal.id))
            .fold((0, 0), |(done, all), step| (done + usize::from(step.state == StepState::Done), all + 1))
    }

    /// Takes over rows that the server sent with a frame or an answer; older ones change nothing. Answers false, and
    /// changes nothing either, where something before them was missed and the plan has to be read again.
    pub fn merge(&mut self, previous: Version, version: Version, rows: Rows) -> bool {
        if version <= self.version {
            return true;
        }
        if previous > self.version {
            return false;
        }
        self.version = version;
        for goal in rows.goals {
            match self.goals.iter_mut().find(|own| own.id == goal.id) {
                Some(own) => *own = goal,
                None => self.goals.push(goal),
            }
        }
        for step in rows.steps {
            match self.steps.iter_mut().find(|own| own.id == step.id) {
                Some(own) => *own = step,
                None => self.steps.push(step),
            }
        }
        let at = |list: &[GoalId], id| list.iter().position(|own| *own == id).unwrap_or(usize::MAX);
        self.goals.sort_by_key(|goal| at(&rows.order.goals, goal.id));
        let at = |list: &[StepId], id| list.iter().position(|own| *own == id).unwrap_or(usize::MAX);
        self.steps.sort_by_key(|step| at(&rows.order.steps, step.id));
        true
    }

    /// The open step that is due first; one without a date is behind those with one.
    pub fn next_step(&self) -> Option<&Step> {
        let open =
            self.goals().flat_map(|goal| self.steps(goal.id)).filter(|step| step.state != StepState::Done);
        open.min_by_key(|step| (step.due.is_none(), step.due))
    }

    /// The present order of everything.
    pub fn order(&self) -> Order {
        Order {
            goals: self.goals.iter().map(|goal| goal.id).collect(),
            steps: self.steps.iter().map(|step| step.id).collect(),
        }
    }

    /// The rows that `records` are about, with the order of everything.
    pub fn rows(&self, records: &[Record]) -> Rows {
        let goals =
            self.goals.iter().filter(|goal| records.iter().any(|record| record.goal == Some(goal.id)));
        let steps =
            self.steps.iter().filter(|step| records.iter().any(|record| record.step == Some(step.id)));
        Rows { goals: goals.cloned().collect(), steps: steps.cloned().collect(), order: self.order() }
    }
}
