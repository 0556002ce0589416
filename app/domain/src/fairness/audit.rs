//! How groups of mentees fare in a match plan.

use super::cells::{Count, LEAST, counts, shown};
use super::interval::{Mean, Share};
use super::{Group, Question};
use crate::board::{Board, Fits};
use crate::criteria::FULL;
use crate::{Instant, ParticipationId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest time that is told, in days.
const LONGEST: i64 = 36_500;
/// The last place that is told in somebody's order.
const LAST: i64 = 1_000_000;

/// How one mentee fares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Case {
    pub matched: bool,
    /// In millionths; none where a rule forbids the pair by now, and without a match.
    pub fit: Option<i64>,
    /// The place of their match among all mentors whom the rules allow them, the best fit first.
    pub rank: Option<u32>,
    /// For how many days they have been waiting; none with a match.
    pub waited: Option<i64>,
}

/// How everybody on the board fares who takes part at present.
pub fn cases(
    board: &Board,
    fits: &dyn Fits,
    since: impl Fn(ParticipationId) -> Option<Instant>,
    now: Instant,
) -> BTreeMap<ParticipationId, Case> {
    let mentees: Vec<ParticipationId> =
        board.cards.iter().filter(|(_, card)| card.active).map(|(id, _)| *id).collect();
    let mentors: Vec<ParticipationId> =
        board.mentors.iter().filter(|(_, mentor)| mentor.active).map(|(id, _)| *id).collect();
    let with = |mentee: ParticipationId| board.cards.get(&mentee).and_then(|card| card.place.mentor);
    let mut all: Vec<Case> = mentees
        .iter()
        .map(|&mentee| match with(mentee) {
            Some(mentor) => {
                let fit = board.fit(mentee, mentor, fits).ok();
                Case { matched: true, fit, rank: fit.map(|_| 1), waited: None }
            }
            None => {
                let days = since(mentee).map(|since| (now.0 - since.0).max(0) / Instant::DAY);
                Case { waited: days, ..Case::default() }
            }
        })
        .collect();
    fits.fits(&mentees, &mentors, &mut |mentee, mentor, fit| {
        let declined =
            || board.cards.get(&mentees[mentee]).is_some_and(|card| card.declined.contains(&mentors[mentor]));
        let case = &mut all[mentee];
        if let (Ok(fit), Some(own), Some(rank)) = (fit, case.fit, &mut case.rank)
            && fit > own
            && !declined()
        {
            *rank += 1;
        }
    });
    mentees.into_iter().zip(all).collect()
}

/// How a group fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub people: u32,
    /// Of these, who have a match; nothing is told where that would give somebody away.
    pub matched: Option<Share>,
    /// The mean fit in hundredths.
    pub fit: Option<Mean>,
    /// The mean place of their match in their own order, in tenths.
    pub rank: Option<Mean>,
    /// For how many days those without a match have been waiting on average.
    pub waited: Option<Mean>,
}

/// A group with its figures; none where it is too small, or another that is would be worked out from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFigures {
    pub group: Group,
    pub figures: Option<Figures>,
}

/// What is told of one question, in the order of its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionFigures {
    pub question: String,
    pub groups: Vec<GroupFigures>,
}

impl Figures {
    /// Of everybody: who they are and what they have is on the board for all who read this.
    pub fn of_all(cases: &BTreeMap<ParticipationId, Case>) -> Self {
        let all: Vec<&Case> = cases.values().collect();
        Self::new(&all, Count::Exactly(matched(&all)))
    }

    fn new(cases: &[&Case], count: Count) -> Self {
        let people = cases.len() as u32;
        // Whether there is a mean must not tell more of the count than is told of it anyhow.
        let pairs = match count {
            Count::Exactly(_) => true,
            Count::Most => people - (LEAST - 1) >= LEAST,
            Count::Few | Count::Hidden => false,
        };
        let waits = matches!(count, Count::Exactly(_));
        let mean = |of: &dyn Fn(&Case) -> Option<i64>, least, most| {
            let of: Vec<i64> = cases.iter().filter_map(|case| of(case)).collect();
            Mean::new(&of, least, most)
        };
        let fit = mean(&|case| case.fit, 0, FULL).filter(|_| pairs);
        let rank = mean(&|case| case.rank.map(|rank| i64::from(rank) * 10), 10, LAST);
        Self {
            people,
            matched: Share::new(count, people),
            fit: fit.map(hundredths),
            rank: rank.filter(|_| pairs),
            waited: mean(&|case| case.waited, 0, LONGEST).filter(|_| waits),
        }
    }
}

/// A mean of millionths in hundredths, rounded outwards.
fn hundredths(fit: Mean) -> Mean {
    let unit = FULL / 100;
    let up = |fit: i64| (fit + unit - 1) / unit;
    Mean { value: (fit.value + unit / 2) / unit, low: fit.low / unit, high: up(fit.high) }
}

fn matched(cases: &[&Case]) -> u32 {
    cases.iter().filter(|case| case.matched).count() as u32
}

/// What may be told of how the groups of `question` fare. `said` knows who has answered, and lets it be used for this.
pub fn audit(
    question: &Question,
    cases: &BTreeMap<ParticipationId, Case>,
    said: &BTreeMap<ParticipationId, String>,
) -> QuestionFigures {
    let of = |choice: &String| -> Vec<&Case> {
        cases.iter().filter(|(id, _)| said.get(id) == Some(choice)).map(|(_, case)| case).collect()
    };
    let groups: Vec<Vec<&Case>> = question.choices.iter().map(of).collect();
    let sizes: Vec<u32> = groups.iter().map(|group| group.len() as u32).collect();
    let all: Vec<&Case> = cases.values().collect();
    let shown = shown(&sizes, all.len() as u32);
    let open: Vec<&Vec<&Case>> =
        groups.iter().zip(&shown).filter(|(_, shown)| **shown).map(|one| one.0).collect();
    let numbers: Vec<(u32, u32)> = open.iter().map(|group| (group.len() as u32, matched(group))).collect();
    let mut figures = open
        .iter()
        .zip(counts(&numbers, all.len() as u32, matched(&all)))
        .map(|(group, count)| Figures::new(group, count));
    let group = |(choice, shown): (&String, &bool)| GroupFigures {
        group: Group { question: question.text.clone(), choice: choice.clone() },
        figures: if *shown { figures.next() } else { None },
    };
    QuestionFigures {
        question: question.text.clone(),
        groups: question.choices.iter().zip(&shown).map(group).collect(),
    }
}
