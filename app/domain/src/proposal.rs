//! A proposal: a published pair that waits for acceptance, until it is accepted, declined, recalled or expired.
//!
//! Owns whose yes is needed and what an answer leads to. The reason of a no is text that a person typed; it lives in a
//! row and is no part of any event. What did not fit is one of a few kinds: where it is named, it counts double in whatever
//! pair that person is in afterwards. What happens to the card on the board is `board`'s to say.

pub mod misfit;
mod view;

pub use view::{ProposalLine, ProposalView};

use crate::criteria::CriterionKind;
use crate::programme::Acceptance;
use crate::text::proposal as words;
use crate::word::words;
use crate::{Instant, PersonId, ProposalId, stream};
use serde::{Deserialize, Serialize};

words! {
    /// How far a proposal is.
    pub enum ProposalState {
        Waiting = "open", Accepted = "accepted", Declined = "declined", Expired = "expired", Recalled = "recalled",
    }
}

impl ProposalState {
    /// "Waiting for answers".
    pub fn title(self) -> &'static str {
        match self {
            Self::Waiting => words::state_waiting(),
            Self::Accepted => words::state_accepted(),
            Self::Declined => words::state_declined(),
            Self::Expired => words::state_expired(),
            Self::Recalled => words::state_recalled(),
        }
    }
}

/// The longest reason for a no, in characters.
pub const LONGEST_REASON: usize = 500;

/// A proposal as its rules see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub id: ProposalId,
    pub mentee: PersonId,
    pub mentor: PersonId,
    pub state: ProposalState,
    pub expires_at: Instant,
    pub acceptance: Acceptance,
    /// Who has said yes.
    pub accepted_by: Vec<PersonId>,
}

/// What somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    Accept,
    Decline {
        /// What did not fit.
        criterion: Option<CriterionKind>,
    },
    /// A coordinator takes it back.
    Recall,
    /// Its time is over; the schedule says so.
    Expire,
}

/// The kind of [`Event::Declined`]: from then on the fits of whoever declined are others.
pub const DECLINED: &str = "proposal.declined";

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    Accepted {
        proposal: ProposalId,
        by: PersonId,
    },
    /// Everybody needed has accepted: a mentorship begins.
    Agreed {
        proposal: ProposalId,
    },
    Declined {
        proposal: ProposalId,
        by: PersonId,
        /// What did not fit, where they said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        criterion: Option<CriterionKind>,
    },
    Recalled {
        proposal: ProposalId,
    },
    Expired {
        proposal: ProposalId,
    },
}

impl Event {
    /// The proposal that it is about.
    pub fn proposal(&self) -> ProposalId {
        match self {
            Self::Accepted { proposal, .. }
            | Self::Agreed { proposal }
            | Self::Declined { proposal, .. }
            | Self::Recalled { proposal }
            | Self::Expired { proposal } => *proposal,
        }
    }
}

impl stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::Accepted { .. } => "proposal.accepted",
            Self::Agreed { .. } => "proposal.agreed",
            Self::Declined { .. } => DECLINED,
            Self::Recalled { .. } => "proposal.recalled",
            Self::Expired { .. } => "proposal.expired",
        }
    }
}

/// Why a command of this noun cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is over already.
    Closed { state: ProposalState },
    /// Its time to answer is over.
    TooLate,
    /// Only the mentor and the mentee answer.
    NotYours,
}

impl Refusal {
    /// What a person reads.
    pub fn sentence(&self) -> String {
        match self {
            Self::Closed { state } => words::closed(state.title()),
            Self::TooLate => words::too_late().into(),
            Self::NotYours => words::not_yours().into(),
        }
    }
}

impl Proposal {
    /// Whose yes makes a mentorship of it.
    pub fn needs(&self) -> Vec<PersonId> {
        match self.acceptance {
            Acceptance::Both => vec![self.mentor, self.mentee],
            Acceptance::Mentor => vec![self.mentor],
            Acceptance::Nobody => vec![],
        }
    }

    /// Whether everybody needed has said yes.
    pub fn is_agreed(&self) -> bool {
        self.needs().iter().all(|person| self.accepted_by.contains(person))
    }

    /// Whether `person` can still answer.
    pub fn waits_for(&self, person: PersonId, now: Instant) -> bool {
        self.state == ProposalState::Waiting
            && now < self.expires_at
            && self.needs().contains(&person)
            && !self.accepted_by.contains(&person)
    }
}

/// What follows from `command`; nothing where all is as it asks for.
///
/// # Errors
/// The rule that says no.
pub fn decide(
    proposal: &Proposal,
    command: Command,
    actor: Option<PersonId>,
    now: Instant,
) -> Result<Vec<Event>, Refusal> {
    let id = proposal.id;
    if proposal.state != ProposalState::Waiting {
        let repeated = match command {
            Command::Accept => actor.is_some_and(|by| proposal.accepted_by.contains(&by)),
            Command::Decline { .. } => false,
            Command::Recall => proposal.state == ProposalState::Recalled,
            Command::Expire => true,
        };
        return if repeated { Ok(vec![]) } else { Err(Refusal::Closed { state: proposal.state }) };
    }
    let answering = || match actor {
        Some(by) if by != proposal.mentee && by != proposal.mentor => Err(Refusal::NotYours),
        None => Err(Refusal::NotYours),
        Some(_) if now >= proposal.expires_at => Err(Refusal::TooLate),
        Some(by) => Ok(by),
    };
    match command {
        Command::Accept => {
            let by = answering()?;
            if proposal.accepted_by.contains(&by) {
                return Ok(vec![]);
            }
            let mut agreed = proposal.clone();
            agreed.accepted_by.push(by);
            let mut events = vec![Event::Accepted { proposal: id, by }];
            if agreed.is_agreed() {
                events.push(Event::Agreed { proposal: id });
            }
            Ok(events)
        }
        Command::Decline { criterion } => {
            Ok(vec![Event::Declined { proposal: id, by: answering()?, criterion }])
        }
        Command::Recall => Ok(vec![Event::Recalled { proposal: id }]),
        Command::Expire if now >= proposal.expires_at => Ok(vec![Event::Expired { proposal: id }]),
        Command::Expire => Ok(vec![]),
    }
}

/// Applies what happened.
pub fn apply(proposal: &mut Proposal, event: &Event) {
    match event {
        Event::Accepted { by, .. } => proposal.accepted_by.push(*by),
        Event::Agreed { .. } => proposal.state = ProposalState::Accepted,
        Event::Declined { by, .. } => {
            proposal.accepted_by.retain(|person| person != by);
            proposal.state = ProposalState::Declined;
        }
        Event::Recalled { .. } => proposal.state = ProposalState::Recalled,
        Event::Expired { .. } => proposal.state = ProposalState::Expired,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Check, FieldError, Problem};
    use proptest::prelude::*;
    use uuid::Uuid;

    const DECLINE: Command = Command::Decline { criterion: None };

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn proposal(acceptance: Acceptance) -> Proposal {
        Proposal {
            id: ProposalId(Uuid::nil()),
            mentee: person(1),
            mentor: person(2),
            state: ProposalState::Waiting,
            expires_at: Instant(1000),
            acceptance,
            accepted_by: vec![],
        }
    }

    fn go(proposal: &mut Proposal, command: Command, by: u128, now: i64) -> Result<usize, Refusal> {
        let events = decide(proposal, command, Some(person(by)), Instant(now))?;
        events.iter().for_each(|event| apply(proposal, event));
        Ok(events.len())
    }

    #[test]
    fn whose_yes_is_needed() {
        let mut both = proposal(Acceptance::Both);
        go(&mut both, Command::Accept, 1, 0).unwrap();
        assert_eq!(both.state, ProposalState::Waiting);
        assert!(both.waits_for(person(2), Instant(0)) && !both.waits_for(person(1), Instant(0)));
        assert_eq!(go(&mut both, Command::Accept, 1, 0), Ok(0), "twice is once");
        go(&mut both, Command::Accept, 2, 0).unwrap();
        assert_eq!(both.state, ProposalState::Accepted);
        assert_eq!(go(&mut both, Command::Accept, 2, 0), Ok(0), "a second click after the end is no error");
        assert_eq!(go(&mut both, DECLINE, 1, 0), Err(Refusal::Closed { state: ProposalState::Accepted }));

        let mut mentor = proposal(Acceptance::Mentor);
        go(&mut mentor, Command::Accept, 2, 0).unwrap();
        assert_eq!(mentor.state, ProposalState::Accepted);
        assert!(proposal(Acceptance::Nobody).is_agreed());
    }

    #[test]
    fn a_change_of_mind_is_possible_while_the_other_is_awaited() {
        let mut both = proposal(Acceptance::Both);
        go(&mut both, Command::Accept, 1, 0).unwrap();
        go(&mut both, DECLINE, 1, 0).unwrap();
        assert_eq!(both.state, ProposalState::Declined);
        assert_eq!(both.accepted_by, vec![]);
    }

    #[test]
    fn what_did_not_fit_is_one_of_a_few_kinds() {
        let read = |word: &str| {
            let mut check = Check::default();
            let chosen = misfit::chosen(&mut check, word);
            check.done(chosen).map_err(|mut errors| errors.remove(0))
        };
        assert_eq!(read(" "), Ok(None));
        for (kind, _) in misfit::choices() {
            assert_eq!(read(kind.as_str()), Ok(Some(kind)));
        }
        for word in ["wish", "own-manager", "earlier", "Skills!"] {
            let error = FieldError { field: "criterion".into(), problem: Problem::NotAChoice };
            assert_eq!(read(word), Err(error), "{word}");
        }
        assert_eq!(
            misfit::sentence(CriterionKind::Style).as_deref(),
            Some("What did not fit: ways of working.")
        );
        let id = ProposalId(Uuid::nil());
        let event = Event::Declined { proposal: id, by: person(1), criterion: Some(CriterionKind::TimeZone) };
        let stored = serde_json::to_string(&event).unwrap();
        assert!(stored.contains("time-zone"), "{stored}");
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event);
        let earlier = stored.replace(r#","criterion":"time-zone""#, "");
        let silent = Event::Declined { proposal: id, by: person(1), criterion: None };
        assert_eq!(serde_json::from_str::<Event>(&earlier).unwrap(), silent, "events from before still read");
    }

    #[test]
    fn strangers_and_the_late_are_refused() {
        let mut one = proposal(Acceptance::Both);
        assert_eq!(go(&mut one, Command::Accept, 3, 0), Err(Refusal::NotYours));
        assert_eq!(go(&mut one, Command::Accept, 1, 1000), Err(Refusal::TooLate));
        assert_eq!(go(&mut one, Command::Expire, 9, 999), Ok(0));
        assert_eq!(go(&mut one, Command::Expire, 9, 1000), Ok(1));
        assert_eq!(
            go(&mut one, Command::Recall, 9, 0),
            Err(Refusal::Closed { state: ProposalState::Expired })
        );
    }

    proptest! {
        #[test]
        fn it_ends_once(
            acceptance in prop::sample::select(Acceptance::ALL),
            deeds in prop::collection::vec((0..4usize, 1..4u128, 0..2000i64), 1..20),
        ) {
            let commands = [Command::Accept, DECLINE, Command::Recall, Command::Expire];
            let mut one = proposal(acceptance);
            for (command, by, now) in deeds {
                let before = one.clone();
                let _ = go(&mut one, commands[command], by, now);
                if before.state != ProposalState::Waiting {
                    prop_assert_eq!(&one, &before);
                }
                if one.state == ProposalState::Accepted {
                    prop_assert!(one.is_agreed());
                }
            }
        }
    }
}
