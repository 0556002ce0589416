//! Ids as types, so that a person can never be passed where a programme is meant.
//!
//! All are UUIDs made by `service` (version 7, so they sort by age); a [`CommandId`] is made by whoever sends the
//! command, usually the browser.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// One account in the organisation.
    PersonId;
    /// One mentorship programme.
    ProgrammeId;
    /// One measured objective of a programme.
    ObjectiveId;
    /// One phase of a programme.
    PhaseId;
    /// One person in one programme in one role.
    ParticipationId;
    /// One confirmed import of people.
    ImportId;
    /// One proposal of who is matched with whom.
    MatchPlanId;
    /// One way of looking at a board that somebody has given a name.
    SavedViewId;
    /// One list of pairs that waits to become a match plan.
    PlanListId;
    /// One publication that waits for its time or for a second coordinator.
    PublishRequestId;
    /// One published pair that waits for acceptance.
    ProposalId;
    /// One accepted pair or group at work.
    MentorshipId;
    /// One goal of a mentorship.
    GoalId;
    /// One step of an action plan.
    StepId;
    /// One signed-in browser.
    SessionId;
    /// One e-mail, sent or waiting.
    MailId;
    /// One command; repeating it returns the first answer.
    CommandId;
}
