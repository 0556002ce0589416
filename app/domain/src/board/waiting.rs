//! The waiting list: mentees without a mentor, in the order in which they shall be helped.

use super::{Change, Remedy, ReturnedLine, Unmatched, WhyNone};
use crate::criteria::Rule;
use crate::person::PersonLine;
use crate::text::board as words;
use crate::{Instant, MatchPlanId, ParticipationId};
use serde::{Deserialize, Serialize};

/// A page of a programme's waiting list, the longest waiting first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingList {
    pub slug: String,
    pub programme: String,
    /// The newest match plan, on which they can be matched. None before the first.
    pub plan: Option<(MatchPlanId, String)>,
    pub total: u32,
    /// From 1.
    pub page: u32,
    pub pages: u32,
    /// Empty where there is no plan: then everybody waits for one.
    pub lines: Vec<WaitingLine>,
    pub now: Instant,
}

/// A mentee without a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingLine {
    pub id: ParticipationId,
    /// Their place in the list, from 1.
    pub place: u32,
    pub person: PersonLine,
    pub wish: String,
    pub since: Instant,
    pub why: WhyWaiting,
    /// How the last proposal came to nothing.
    pub returned: Option<ReturnedLine>,
}

/// Why somebody waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyWaiting {
    /// With this mentor on the board, and not published yet.
    Draft { mentor: String },
    /// They joined after something was published, and the engine's word on them.
    Joined(WhyNone),
    /// What the engine says.
    Engine(WhyNone),
}

impl WhyWaiting {
    /// Why, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        match self {
            Self::Draft { mentor } => vec![words::waiting_draft(mentor)],
            Self::Joined(why) => [vec![words::waiting_joined().to_owned()], why.sentences()].concat(),
            Self::Engine(why) => why.sentences(),
        }
    }

    /// The one change that would help most, in a sentence.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Joined(why) | Self::Engine(why) => why.helps().into_iter().next(),
            Self::Draft { .. } => None,
        }
    }
}

impl WhyNone {
    /// Why, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        match self {
            Self::Ready => vec![words::why_ready().to_owned()],
            Self::Large(why) => {
                let possible = words::why_possible(words::mentors_counted(why.possible));
                [vec![possible], rules(why), vec![words::why_large().to_owned()]].concat()
            }
            Self::Group(fewest, why) => {
                let possible = words::why_possible(words::mentors_counted(why.possible));
                [vec![possible], rules(why), vec![words::why_group(fewest)]].concat()
            }
            Self::Unmatched { why, .. } => {
                let said = |count: usize, say: fn(String) -> String| {
                    (count > 0).then(|| say(words::mentors_counted(count)))
                };
                let taken = said(why.possible - why.settled, words::why_taken);
                let settled = said(why.settled, words::why_settled);
                taken.into_iter().chain(settled).chain(rules(why)).collect()
            }
        }
    }

    /// What would help, a sentence each, the greatest gain first.
    pub fn helps(&self) -> Vec<String> {
        let Self::Unmatched { why, names } = self else { return vec![] };
        let help = |(remedy, (name, other)): (&Remedy, &(String, Option<String>))| match remedy.change {
            Change::Place(_) => match other {
                Some(other) => words::help_place_other(other, name, remedy.gain.text()),
                None => words::help_place(name, remedy.gain.text()),
            },
            Change::Pin(_) => {
                let other = other.as_deref().unwrap_or(words::somebody_else());
                words::help_pin(other, name, remedy.gain.text())
            }
            Change::Rule(kind) => {
                words::help_rule(Rule::Criterion(kind).sentence(), name, remedy.gain.text())
            }
        };
        why.remedies.iter().zip(names).map(help).collect()
    }
}

/// How many mentors each rule keeps somebody from.
fn rules(why: &Unmatched) -> Vec<String> {
    let rule =
        |(rule, count): &(Rule, usize)| words::why_rule(words::mentors_counted(*count), rule.sentence());
    why.forbidden.iter().map(rule).collect()
}
