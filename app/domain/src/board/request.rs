//! A publication that waits: for its time, for a second coordinator's sign-off, or for both.
//!
//! Exactly the pairs that were chosen are published, and only as they were chosen. At its time, a pair that has changed
//! is left out and named; where a second coordinator has signed the pairs off, a change of one withdraws that for all.

use super::publish::{flaw, overfull, sort_out};
use super::{Board, ChangedPair, Fits, Names, Pair, Refusal};
use crate::text::board as texts;
use crate::word::words;
use crate::{Instant, MatchPlanId, PersonId, PublishRequestId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// How far a publication that waits has come.
    pub enum RequestState {
        /// A second coordinator is asked.
        Asked = "asked",
        /// It waits for its time.
        Armed = "armed",
        Done = "done",
        Cancelled = "cancelled",
        /// The second coordinator would rather not.
        SentBack = "sent-back",
        /// Its time came, and nothing could be published.
        Failed = "failed",
    }
}

impl RequestState {
    /// What happened, as the history says it.
    pub fn said(self) -> &'static str {
        match self {
            Self::Asked => texts::request_asked(),
            Self::Armed => texts::request_armed(),
            Self::Done => texts::request_done(),
            Self::Cancelled => texts::request_cancelled(),
            Self::SentBack => texts::request_sent_back(),
            Self::Failed => texts::request_failed(),
        }
    }

    /// Whether anything is still to come.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Asked | Self::Armed)
    }
}

/// A publication that waits, as its rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishRequest {
    pub asked_by: PersonId,
    pub state: RequestState,
    /// None is as soon as it is signed off.
    pub due: Option<Instant>,
    pub signed: bool,
    /// Whether one of its pairs is another by now.
    pub changed: bool,
}

/// What somebody asks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestCommand {
    SignOff,
    SendBack,
    Cancel,
    /// Without waiting for its time.
    Now,
    /// The schedule says that its time has come.
    Due,
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestStep {
    /// The pairs that are as they were are published.
    Publish,
    /// It goes to this state.
    Become(RequestState),
    /// All is as it should be.
    Nothing,
}

/// What follows from `command`, given by `actor`.
///
/// # Errors
/// The rule that says no.
pub fn decide_request(
    request: &PublishRequest,
    command: RequestCommand,
    actor: Option<PersonId>,
    now: Instant,
) -> Result<RequestStep, Refusal> {
    use RequestState as State;
    use RequestStep as Step;
    let (state, waits) = (request.state, request.due.is_some_and(|due| due > now));
    let own = actor.is_none_or(|actor| actor == request.asked_by);
    match (command, state) {
        (RequestCommand::Due, _) if waits || state != State::Armed => Ok(Step::Nothing),
        (RequestCommand::SignOff | RequestCommand::SendBack, State::Asked) if own => Err(Refusal::NotYourOwn),
        (RequestCommand::SignOff, State::Asked) if request.changed => Err(Refusal::SignOffWithdrawn),
        (RequestCommand::SignOff, State::Asked) if waits => Ok(Step::Become(State::Armed)),
        (RequestCommand::SignOff, State::Asked) => Ok(Step::Publish),
        (RequestCommand::SendBack, State::Asked) => Ok(Step::Become(State::SentBack)),
        (RequestCommand::Cancel, State::Asked | State::Armed) => Ok(Step::Become(State::Cancelled)),
        (RequestCommand::Now, State::Armed) if request.signed && request.changed => {
            Err(Refusal::SignOffWithdrawn)
        }
        (RequestCommand::Due, State::Armed) if request.signed && request.changed => {
            Ok(Step::Become(State::Failed))
        }
        (RequestCommand::Now | RequestCommand::Due, State::Armed) => Ok(Step::Publish),
        _ => Err(Refusal::RequestOver),
    }
}

/// A pair that was not published with the others, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeftOut {
    Changed(ChangedPair),
    Flawed(Refusal),
}

impl LeftOut {
    /// "Priya is with Greta now".
    pub fn sentence(&self, names: &dyn Names) -> String {
        match self {
            Self::Changed(changed) => changed.sentence(names),
            Self::Flawed(refusal) => refusal.sentence_with(names),
        }
    }
}

/// Which of `pairs` can be published together, as they were chosen, and why the others cannot.
pub fn publishable(board: &Board, pairs: &[Pair], fits: &dyn Fits) -> (Vec<Pair>, Vec<LeftOut>) {
    let (same, changed) = sort_out(board, pairs);
    let mut left_out: Vec<_> = changed.into_iter().map(LeftOut::Changed).collect();
    let mut good = BTreeSet::new();
    for pair in same {
        match flaw(board, pair, fits) {
            Some(flaw) => left_out.push(LeftOut::Flawed(flaw)),
            None => {
                good.insert(pair);
            }
        }
    }
    // Nobody chose among the mentees of a mentor who has lost places, so all of them wait for somebody who does.
    for (mentor, places) in overfull(board, &good) {
        left_out.push(LeftOut::Flawed(Refusal::MentorFull { mentor, places }));
        good.retain(|pair| pair.mentor != mentor);
    }
    (good.into_iter().collect(), left_out)
}

/// A moment in somebody's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub at: Instant,
    /// The IANA name.
    pub zone: String,
    /// Minutes east of UTC at that moment.
    pub offset: i32,
}

impl Due {
    /// "26 Nov 2026, 15:00 (Europe/Berlin)".
    pub fn text(&self) -> String {
        format!("{} ({})", self.at.exact(self.offset), self.zone)
    }
}

/// A publication that waits, or what became of the last one, as coordinators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestView {
    pub id: PublishRequestId,
    pub state: RequestState,
    pub by: String,
    /// Whether the reader asked for it.
    pub mine: bool,
    pub asked_at: Instant,
    pub due: Option<Due>,
    pub pairs: Vec<Pair>,
    /// Who has signed it off, or sent it back.
    pub signed_by: Option<String>,
    /// What has become of pairs that have changed since, or were left out, in sentences.
    pub changed: Vec<String>,
    /// Why it was sent back.
    pub reason: String,
}

/// News of a publication on the page that a coordinator begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestNews {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    pub request: RequestView,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const NOW: Instant = Instant(1_000_000);

    fn person(number: u128) -> Option<PersonId> {
        Some(PersonId(Uuid::from_u128(number)))
    }

    fn asked(due: Option<i64>) -> PublishRequest {
        PublishRequest {
            asked_by: PersonId(Uuid::from_u128(1)),
            state: RequestState::Asked,
            due: due.map(Instant),
            signed: false,
            changed: false,
        }
    }

    #[test]
    fn only_another_coordinator_signs_off() {
        let decide =
            |request: &PublishRequest, command, by| decide_request(request, command, person(by), NOW);
        let now = asked(None);
        assert_eq!(decide(&now, RequestCommand::SignOff, 1), Err(Refusal::NotYourOwn));
        assert_eq!(decide(&now, RequestCommand::SendBack, 1), Err(Refusal::NotYourOwn));
        assert_eq!(decide(&now, RequestCommand::SignOff, 2), Ok(RequestStep::Publish));
        assert_eq!(
            decide(&now, RequestCommand::Now, 1),
            Err(Refusal::RequestOver),
            "not before it is signed"
        );
        let later = asked(Some(NOW.0 + 1));
        assert_eq!(decide(&later, RequestCommand::SignOff, 2), Ok(RequestStep::Become(RequestState::Armed)));
        let changed = PublishRequest { changed: true, ..now };
        assert_eq!(decide(&changed, RequestCommand::SignOff, 2), Err(Refusal::SignOffWithdrawn));
        assert_eq!(
            decide(&changed, RequestCommand::SendBack, 2),
            Ok(RequestStep::Become(RequestState::SentBack))
        );
    }

    #[test]
    fn what_was_signed_off_and_has_changed_is_not_published() {
        let signed =
            PublishRequest { state: RequestState::Armed, signed: true, changed: true, ..asked(Some(0)) };
        let due = |request| decide_request(request, RequestCommand::Due, person(1), NOW);
        assert_eq!(due(&signed), Ok(RequestStep::Become(RequestState::Failed)));
        assert_eq!(due(&PublishRequest { signed: false, ..signed }), Ok(RequestStep::Publish));
    }

    proptest! {
        #[test]
        fn nothing_is_published_early_or_twice(
            state in prop::sample::select(RequestState::ALL), due in prop::option::of(0..2_000_000_i64),
            signed: bool, changed: bool,
        ) {
            let request = PublishRequest { state, signed, changed, ..asked(due) };
            let step = decide_request(&request, RequestCommand::Due, person(1), NOW);
            if step == Ok(RequestStep::Publish) {
                prop_assert!(state == RequestState::Armed && due.is_none_or(|due| due <= NOW.0));
                prop_assert!(!(signed && changed));
            }
            if !state.is_open() {
                for command in [RequestCommand::SignOff, RequestCommand::SendBack, RequestCommand::Cancel, RequestCommand::Now] {
                    prop_assert_eq!(decide_request(&request, command, person(2), NOW), Err(Refusal::RequestOver));
                }
            }
        }
    }
}
