//! Who loses and who gains once everybody who is not pinned is placed anew around one pair.

use super::{Board, Fits, Studio, percent};
use crate::ParticipationId;
use crate::text::board as words;
use matching::{Edit, Error, Person, Who};
use serde::{Deserialize, Serialize};

/// Somebody whose fit is another in the best plan around a pair, in millionths; none where they have no match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stake {
    pub mentee: ParticipationId,
    /// In the best plan under the pins as they are.
    pub before: Option<i64>,
    pub after: Option<i64>,
}

impl Stake {
    /// By how much they are better off; a match counts more than any fit.
    fn gain(&self) -> (i64, i64) {
        let count = |fit: Option<i64>| i64::from(fit.is_some());
        (count(self.after) - count(self.before), self.after.unwrap_or(0) - self.before.unwrap_or(0))
    }

    /// Whether the change is one in whole hundredths too.
    pub fn is_seen(&self) -> bool {
        self.before.map(percent) != self.after.map(percent)
    }

    /// "Mei Tanaka 82 → no match".
    pub fn text(&self, name: &str) -> String {
        let fit = |fit: Option<i64>| fit.map_or(words::no_match().to_owned(), |fit| percent(fit).to_string());
        words::stake(name, fit(self.before), fit(self.after))
    }
}

impl Studio {
    /// Who else is better or worse off in the best plan with `mentee` pinned to `mentor` than in the best one under the pins
    /// as they are: those who lose most first, and those who gain most last. None where no plan has the pair.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn stakes(
        &mut self,
        board: &Board,
        mentee: ParticipationId,
        mentor: ParticipationId,
        fits: &dyn Fits,
    ) -> Result<Option<Vec<Stake>>, Error> {
        let (Some(row), Ok(column)) = (self.row(mentee), self.mentors().binary_search(&mentor)) else {
            return Ok(None);
        };
        if board.fit(mentee, mentor, fits).is_err() {
            return Ok(None);
        }
        let before = self.fits_by_row();
        let after = self.unpinned(board, mentee, |studio| studio.with_pair(row, column as u32))?;
        let Some(after) = after else { return Ok(None) };
        let stake = |(at, (before, after)): (usize, (Option<i64>, Option<i64>))| Stake {
            mentee: self.mentees()[at],
            before,
            after,
        };
        let mut stakes: Vec<Stake> = before.into_iter().zip(after).enumerate().map(stake).collect();
        stakes.retain(|one| one.mentee != mentee && one.before != one.after);
        stakes.sort_by_key(|one| (one.gain(), one.mentee));
        Ok(Some(stakes))
    }

    /// The fits of the best plan with the pair in it, by row; none where there is no such plan.
    fn with_pair(&mut self, row: u32, column: u32) -> Option<Vec<Option<i64>>> {
        let left = self.problem().mentors[column as usize].capacity.checked_sub(1)?;
        let edits = [(Who::Mentee(row), 0), (Who::Mentor(column), left)];
        let made = edits.into_iter().take_while(|(who, capacity)| {
            self.session().apply(&Edit::Change { who: *who, person: Person::new(*capacity) }).is_ok()
        });
        let made = made.count();
        let after = (made == edits.len()).then(|| self.fits_by_row());
        for _ in 0..made {
            self.session().undo();
        }
        after
    }

    fn fits_by_row(&mut self) -> Vec<Option<i64>> {
        let mut fits = vec![None; self.mentees().len()];
        for (row, column) in self.session().pairs() {
            fits[row as usize] = self.problem().arcs.fit(row, column);
        }
        fits
    }
}
