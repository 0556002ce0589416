//! Aggregates, their gap-free versions, and the frames in which changes reach a reader.

use crate::{Instant, MatchPlanId, MentorshipId, PersonId, ProgrammeId};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// The unit of writing: one row that is locked, one version that counts, one list of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Aggregate {
    Organisation,
    Person(PersonId),
    Programme(ProgrammeId),
    MatchPlan(MatchPlanId),
    Mentorship(MentorshipId),
}

impl Aggregate {
    /// The aggregate's word in the event log.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Person(_) => "person",
            Self::Programme(_) => "programme",
            Self::MatchPlan(_) => "match_plan",
            Self::Mentorship(_) => "mentorship",
        }
    }

    /// The id under which the event log keeps it; the organisation is the nil UUID, as there is one of it.
    pub fn id(self) -> Uuid {
        match self {
            Self::Organisation => Uuid::nil(),
            Self::Person(id) => id.0,
            Self::Programme(id) => id.0,
            Self::MatchPlan(id) => id.0,
            Self::Mentorship(id) => id.0,
        }
    }
}

/// How many events an aggregate has had. 0 is before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub i64);

/// What a browser can follow. Written `plan:ID`, `mentorship:ID`, `progress:ID` and `inbox`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// Every change of a match plan; for coordinators.
    MatchPlan(MatchPlanId),
    /// Every change of a mentorship; for its members.
    Mentorship(MentorshipId),
    /// Coalesced figures of a programme; for its coordinators.
    Progress(ProgrammeId),
    /// What waits for the reader.
    Inbox,
    /// Who else looks at a match plan, and which card they hold; whoever follows it is seen there. For coordinators.
    Presence(MatchPlanId),
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MatchPlan(id) => write!(f, "plan:{id}"),
            Self::Mentorship(id) => write!(f, "mentorship:{id}"),
            Self::Progress(id) => write!(f, "progress:{id}"),
            Self::Inbox => f.write_str("inbox"),
            Self::Presence(id) => write!(f, "presence:{id}"),
        }
    }
}

impl FromStr for Topic {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "inbox" {
            return Ok(Self::Inbox);
        }
        let (kind, id) = text.split_once(':').ok_or(())?;
        let id = Uuid::parse_str(id).map_err(|_| ())?;
        match kind {
            "plan" => Ok(Self::MatchPlan(id.into())),
            "mentorship" => Ok(Self::Mentorship(id.into())),
            "progress" => Ok(Self::Progress(id.into())),
            "presence" => Ok(Self::Presence(id.into())),
            _ => Err(()),
        }
    }
}

/// One stored event: ids, kinds and field names, never typed text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Logged<P> {
    pub version: Version,
    /// `board.moved`, `mentorship.step_done`, …
    pub kind: String,
    pub payload: P,
    /// Who did it; none for the schedule and the command line.
    pub actor: Option<PersonId>,
    pub at: Instant,
}

/// What a reader receives for one commit: the events, and the changed rows as they are when it is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame<P, R> {
    /// The topic, as it was asked for.
    pub topic: String,
    /// The version of the previous frame sent to this reader, or of the page; another number means a loss.
    pub previous: Version,
    pub version: Version,
    pub events: Vec<Logged<P>>,
    pub rows: R,
}

/// Something that happened, as the log keeps it.
pub trait Event: Serialize {
    /// `board.moved`, `mentorship.step_done`, …
    fn kind(&self) -> &'static str;
}
