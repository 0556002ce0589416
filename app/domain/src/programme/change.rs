//! What coordinators do to a programme, decided and applied.
//!
//! An event that is stored holds ids, kinds and field names. The new texts travel in the same event beside them, but
//! only in memory (`#[serde(skip)]`): they are kept in the programme's rows, which have an owner and can be erased.

use super::{
    Description, Enrolment, Objective, ParticipationState, Phase, Programme, ProgrammeState, Refusal, Rules,
    Template,
};
use crate::criteria::Criteria;
use crate::fairness::Question;
use crate::{ObjectiveId, ParticipationId, PersonId, Role, stream};
use serde::{Deserialize, Serialize};

/// More objectives than this are a wish list.
pub const MOST_OBJECTIVES: usize = 12;

/// A change that a coordinator asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// New texts, and the slug that goes with the name.
    Describe {
        description: Description,
        slug: String,
    },
    SetRules(Rules),
    SetCriteria(Criteria),
    /// What mentees are asked for fairness.
    Ask(Vec<Question>),
    AddObjective(Objective),
    SetObjective(Objective),
    RemoveObjective(ObjectiveId),
    /// All phases, in order; they replace those that were.
    SchedulePhases(Vec<Phase>),
    /// From here on people can see it.
    Open,
    /// Mentorships are at work.
    Start,
    Close,
    /// A closed programme goes on.
    Reopen,
    GiveRole {
        person: PersonId,
        role: Role,
    },
    TakeRole {
        person: PersonId,
        role: Role,
    },
}

/// A field of a programme, as events name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Name,
    Purpose,
    Mentors,
    Mentees,
    Format,
    Acceptance,
    SignOff,
    Capacity,
    Criteria,
}

/// What happened to a programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Created {
        template: Template,
    },
    Described {
        fields: Vec<Field>,
        #[serde(skip)]
        is: Option<Box<(Description, String)>>,
    },
    RulesSet {
        fields: Vec<Field>,
        #[serde(skip)]
        is: Option<Rules>,
    },
    CriteriaSet {
        #[serde(skip)]
        is: Option<Box<Criteria>>,
    },
    Asked {
        #[serde(skip)]
        is: Option<Vec<Question>>,
    },
    ObjectiveAdded {
        objective: ObjectiveId,
        #[serde(skip)]
        is: Option<Box<Objective>>,
    },
    ObjectiveSet {
        objective: ObjectiveId,
        #[serde(skip)]
        is: Option<Box<Objective>>,
    },
    ObjectiveRemoved {
        objective: ObjectiveId,
    },
    PhasesScheduled {
        phases: Vec<Phase>,
    },
    Opened,
    Started,
    Closed,
    Reopened,
    RoleGiven {
        person: PersonId,
        role: Role,
    },
    RoleTaken {
        person: PersonId,
        role: Role,
    },
    EnrolmentChanged {
        participation: ParticipationId,
        change: Enrolment,
        to: ParticipationState,
    },
}

impl stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::Created { .. } => "programme.created",
            Self::Described { .. } => "programme.described",
            Self::RulesSet { .. } => "programme.rules_set",
            Self::CriteriaSet { .. } => "programme.criteria_set",
            Self::Asked { .. } => "programme.asked",
            Self::ObjectiveAdded { .. } => "programme.objective_added",
            Self::ObjectiveSet { .. } => "programme.objective_set",
            Self::ObjectiveRemoved { .. } => "programme.objective_removed",
            Self::PhasesScheduled { .. } => "programme.phases_scheduled",
            Self::Opened => "programme.opened",
            Self::Started => "programme.started",
            Self::Closed => "programme.closed",
            Self::Reopened => "programme.reopened",
            Self::RoleGiven { .. } => "programme.role_given",
            Self::RoleTaken { .. } => "programme.role_taken",
            Self::EnrolmentChanged { .. } => "programme.enrolment_changed",
        }
    }
}

/// What follows from a command; nothing where everything is so already.
///
/// # Errors
/// The [`Refusal`] that says why the command cannot be.
pub fn decide(programme: &Programme, command: &Command) -> Result<Vec<Event>, Refusal> {
    use ProgrammeState as State;
    let state = programme.state;
    let reopens = matches!(command, Command::Reopen | Command::GiveRole { .. } | Command::TakeRole { .. });
    if state == State::Closed && !reopens {
        return if *command == Command::Close { Ok(vec![]) } else { Err(Refusal::Closed) };
    }
    Ok(match command {
        Command::Describe { description, slug } => {
            let fields = described(&programme.description, description);
            let same = fields.is_empty() && programme.slug == *slug;
            let is = Some(Box::new((description.clone(), slug.clone())));
            if same { vec![] } else { vec![Event::Described { fields, is }] }
        }
        Command::SetRules(rules)
            if rules.sign_off && !programme.rules.sign_off && programme.coordinators() < 2 =>
        {
            return Err(Refusal::NobodyToSignOff);
        }
        Command::SetRules(rules) => {
            let fields = ruled(&programme.rules, rules);
            if fields.is_empty() { vec![] } else { vec![Event::RulesSet { fields, is: Some(*rules) }] }
        }
        Command::SetCriteria(criteria) if *criteria == programme.criteria => vec![],
        Command::SetCriteria(criteria) => vec![Event::CriteriaSet { is: Some(Box::new(criteria.clone())) }],
        Command::Ask(questions) if *questions == programme.asked => vec![],
        Command::Ask(questions) => vec![Event::Asked { is: Some(questions.clone()) }],
        Command::AddObjective(_) if programme.objectives.len() >= MOST_OBJECTIVES => {
            return Err(Refusal::TooManyObjectives { most: MOST_OBJECTIVES });
        }
        Command::AddObjective(new) => {
            vec![Event::ObjectiveAdded { objective: new.id, is: Some(Box::new(new.clone())) }]
        }
        Command::SetObjective(new) => match programme.objectives.iter().find(|old| old.id == new.id) {
            None => return Err(Refusal::NoSuchObjective),
            Some(old) if old == new => vec![],
            Some(_) => vec![Event::ObjectiveSet { objective: new.id, is: Some(Box::new(new.clone())) }],
        },
        Command::RemoveObjective(id) if programme.objectives.iter().any(|old| old.id == *id) => {
            vec![Event::ObjectiveRemoved { objective: *id }]
        }
        Command::RemoveObjective(_) => return Err(Refusal::NoSuchObjective),
        Command::SchedulePhases(phases) if *phases == programme.phases => vec![],
        Command::SchedulePhases(phases) => vec![Event::PhasesScheduled { phases: phases.clone() }],
        Command::Open if state == State::Draft => {
            let lacks = programme.lacks();
            if !lacks.is_empty() {
                return Err(Refusal::NotReady { lacks });
            }
            vec![Event::Opened]
        }
        Command::Open => vec![],
        Command::Start if state == State::Running => vec![],
        Command::Start if state == State::Open => vec![Event::Started],
        Command::Close if state != State::Draft => vec![Event::Closed],
        Command::Reopen if state == State::Closed => vec![Event::Reopened],
        Command::Start | Command::Close | Command::Reopen => return Err(Refusal::WrongState { state }),
        Command::GiveRole { role, .. } | Command::TakeRole { role, .. } if !is_given(*role) => {
            return Err(Refusal::NotAGivenRole);
        }
        Command::GiveRole { person, role } if programme.roles.contains(&(*person, *role)) => {
            return Err(Refusal::HasRole);
        }
        Command::GiveRole { person, role } => vec![Event::RoleGiven { person: *person, role: *role }],
        Command::TakeRole { person, role } if !programme.roles.contains(&(*person, *role)) => vec![],
        Command::TakeRole { role: Role::Coordinator, .. } if programme.coordinators() < 2 => {
            return Err(Refusal::LastCoordinator);
        }
        Command::TakeRole { person, role } => vec![Event::RoleTaken { person: *person, role: *role }],
    })
}

/// What follows from a coordinator's change of one enrolment. Somebody with a proposal or a mentorship is not
/// withdrawn, as the other side would be left with nobody and no word.
///
/// # Errors
/// The [`Refusal`] that says why not.
pub fn decide_enrolment(
    participation: ParticipationId,
    state: ParticipationState,
    change: Enrolment,
    still_matched: bool,
) -> Result<Vec<Event>, Refusal> {
    let to = change.from(state)?;
    if change == Enrolment::Withdraw && still_matched {
        return Err(Refusal::StillMatched);
    }
    Ok(vec![Event::EnrolmentChanged { participation, change, to }])
}

/// The programme after the event. Texts change where the event still carries them.
pub fn apply(programme: &mut Programme, event: &Event) {
    match event {
        Event::Created { template } => programme.template = *template,
        Event::Described { is: Some(is), .. } => (programme.description, programme.slug) = *is.clone(),
        Event::RulesSet { is: Some(rules), .. } => programme.rules = *rules,
        Event::CriteriaSet { is: Some(criteria) } => programme.criteria = *criteria.clone(),
        Event::Asked { is: Some(questions) } => programme.asked.clone_from(questions),
        Event::ObjectiveAdded { is: Some(new), .. } => programme.objectives.push(*new.clone()),
        Event::ObjectiveSet { is: Some(new), .. } => {
            for old in programme.objectives.iter_mut().filter(|old| old.id == new.id) {
                old.clone_from(new);
            }
        }
        Event::ObjectiveRemoved { objective } => programme.objectives.retain(|old| old.id != *objective),
        Event::PhasesScheduled { phases } => programme.phases.clone_from(phases),
        Event::Opened => programme.state = ProgrammeState::Open,
        Event::Started | Event::Reopened => programme.state = ProgrammeState::Running,
        Event::Closed => programme.state = ProgrammeState::Closed,
        Event::RoleGiven { person, role } => programme.roles.push((*person, *role)),
        Event::RoleTaken { person, role } => programme.roles.retain(|have| have != &(*person, *role)),
        Event::Described { .. }
        | Event::RulesSet { .. }
        | Event::CriteriaSet { .. }
        | Event::Asked { .. }
        | Event::ObjectiveAdded { .. }
        | Event::ObjectiveSet { .. }
        | Event::EnrolmentChanged { .. } => {}
    }
}

fn is_given(role: Role) -> bool {
    matches!(role, Role::Coordinator | Role::Sponsor)
}

fn described(old: &Description, new: &Description) -> Vec<Field> {
    let mut fields = Vec::new();
    for (field, same) in [
        (Field::Name, old.name == new.name),
        (Field::Purpose, old.purpose == new.purpose),
        (Field::Mentors, old.mentors == new.mentors),
        (Field::Mentees, old.mentees == new.mentees),
    ] {
        if !same {
            fields.push(field);
        }
    }
    fields
}

fn ruled(old: &Rules, new: &Rules) -> Vec<Field> {
    let mut fields = Vec::new();
    for (field, same) in [
        (Field::Format, old.format == new.format),
        (Field::Acceptance, old.acceptance == new.acceptance),
        (Field::SignOff, old.sign_off == new.sign_off),
        (Field::Capacity, old.capacity == new.capacity),
    ] {
        if !same {
            fields.push(field);
        }
    }
    fields
}

#[cfg(test)]
mod tests;
