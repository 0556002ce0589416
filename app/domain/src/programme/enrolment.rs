//! The state of one person's enrolment in one role. Matched, waiting and free places are derived, never stored.

use super::Refusal;
use crate::text::programme as words;
use crate::word::words;

words! {
    /// Where an enrolment is. Only the approved are matched.
    pub enum ParticipationState {
        Invited = "invited", Applied = "applied", Approved = "approved", Paused = "paused", Withdrawn = "withdrawn",
        Completed = "completed",
    }
}

impl ParticipationState {
    /// "Approved".
    pub fn title(self) -> &'static str {
        match self {
            Self::Invited => words::enrolment_invited(),
            Self::Applied => words::enrolment_applied(),
            Self::Approved => words::enrolment_approved(),
            Self::Paused => words::enrolment_paused(),
            Self::Withdrawn => words::enrolment_withdrawn(),
            Self::Completed => words::enrolment_completed(),
        }
    }

    /// What can be done with an enrolment in this state, in the order of the menu.
    pub fn ways(self) -> Vec<Enrolment> {
        Enrolment::ALL.iter().copied().filter(|change| change.from(self).is_ok()).collect()
    }
}

words! {
    /// What a coordinator does to an enrolment.
    pub enum Enrolment { Approve = "approve", Pause = "pause", Resume = "resume", Withdraw = "withdraw", Readmit = "readmit" }
}

impl Enrolment {
    /// The state that follows from `state`.
    ///
    /// # Errors
    /// [`Refusal::WrongEnrolment`] where it does not follow.
    pub fn from(self, state: ParticipationState) -> Result<ParticipationState, Refusal> {
        use ParticipationState as State;
        match (self, state) {
            (Self::Approve, State::Invited | State::Applied) => Ok(State::Approved),
            (Self::Pause, State::Approved) => Ok(State::Paused),
            (Self::Resume, State::Paused) => Ok(State::Approved),
            (Self::Withdraw, State::Invited | State::Applied | State::Approved | State::Paused) => {
                Ok(State::Withdrawn)
            }
            (Self::Readmit, State::Withdrawn) => Ok(State::Approved),
            _ => Err(Refusal::WrongEnrolment { state }),
        }
    }

    /// The button: "Approve".
    pub fn title(self) -> &'static str {
        match self {
            Self::Approve => words::enrol_approve(),
            Self::Pause => words::enrol_pause(),
            Self::Resume => words::enrol_resume(),
            Self::Withdraw => words::enrol_withdraw(),
            Self::Readmit => words::enrol_readmit(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_offers_what_follows_from_it() {
        use Enrolment::{Approve, Pause, Readmit, Resume, Withdraw};
        use ParticipationState as State;
        let check = |state: State, expect: &[Enrolment]| assert_eq!(state.ways(), expect, "{state}");
        check(State::Invited, &[Approve, Withdraw]);
        check(State::Applied, &[Approve, Withdraw]);
        check(State::Approved, &[Pause, Withdraw]);
        check(State::Paused, &[Resume, Withdraw]);
        check(State::Withdrawn, &[Readmit]);
        check(State::Completed, &[]);
    }
}
