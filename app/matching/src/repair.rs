//! A better plan that moves few people.
//!
//! Owns the trade between moves and worth. A move is a pair of the present plan that is still possible and is given
//! up. To allow at most `k` moves is a side condition that no prices carry exactly (it makes the problem one of exact
//! matching: Şeref, Ahuja and Orlin 2009), but what a move must gain to be worth it can be put into the fits: a bonus
//! for every pair that stays. The plans found for all possible bonuses are the corners of a concave curve of worth over
//! moves. **At a corner the plan is the best with so many moves**; between two corners the line between them bounds what
//! any plan could reach, and the gap to it is reported with the plan of the corner below.
//!
//! The corners are found by asking, between two known ones, with the bonus at which both are equally good (Eisner and
//! Severance 1976): at most two solves a corner, and none for corners beyond the moves that are asked for.

use crate::{Arc, Arcs, Error, Pairs, Price, Problem, certify, market, settle};

/// The best known plan with at most so many moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// At most so many pairs are given up; what the plan does give up is at most that.
    pub moves: usize,
    /// The pairs `(mentee, mentor)`, sorted, pins included.
    pub pairs: Vec<(u32, u32)>,
    /// The sum of their fits.
    pub total: i64,
    /// By how much a plan with as many moves could at most be better; zero where this one is proved the best.
    pub gap: Price,
}

/// A plan on the curve: moves, worth packed, pairs.
#[derive(Clone)]
struct Corner {
    moves: i128,
    worth: i128,
    pairs: Vec<(u32, u32)>,
}

/// For each number of moves up to `most`, from the fewest that are possible until more gain nothing, the best plan.
///
/// # Errors
/// Those of [`solve`](crate::solve), and [`Error::MayClose`]: groups that may close are not for repairs.
pub fn repair(problem: &Problem, present: &[(u32, u32)], most: usize) -> Result<Vec<Repair>, Error> {
    crate::fair::may_not_close(problem)?;
    let mut kept: Vec<(u32, u32)> =
        present.iter().copied().filter(|pair| problem.arcs.fit(pair.0, pair.1).is_some()).collect();
    kept.sort_unstable();
    kept.dedup();
    let curve = Curve {
        problem,
        kept,
        most: most as i128,
        unit: market::Market::new(problem)?.unit * problem.arcs.scale,
    };
    let far = 8
        * (i128::from(curve.unit) + 2 * i128::from(problem.arcs.most()) * i128::from(problem.arcs.scale) + 2)
        * (problem.mentees.len() as i128 + 1);
    let mut corners = vec![curve.corner(1, far)?];
    let last = curve.corner(1, 0)?;
    curve.between(&mut corners, last)?;
    Ok(curve.steps(&corners, most))
}

struct Curve<'a> {
    problem: &'a Problem,
    /// Pairs that could stay.
    kept: Vec<(u32, u32)>,
    /// Corners are of no interest beyond the first that has as many moves.
    most: i128,
    unit: i64,
}

impl Curve<'_> {
    /// The best plan where worth counts `times` and each kept pair has a bonus.
    fn corner(&self, times: i128, bonus: i128) -> Result<Corner, Error> {
        let mut list = Vec::with_capacity(self.problem.arcs.len());
        for arc in self.problem.arcs.iter() {
            let stays = self.kept.binary_search(&(arc.mentee, arc.mentor)).is_ok();
            let worth = times * self.worth(arc.fit) + if stays { bonus } else { 0 };
            let (mentee, mentor) = (arc.mentee, arc.mentor);
            let fit = i64::try_from(worth).map_err(|_| Error::Overflow { mentee, mentor })?;
            list.push(Arc { fit, ..arc });
        }
        let weighed = Problem {
            arcs: Arcs::new(self.problem.mentees.len(), self.problem.mentors.len(), &list)?,
            pairs: Pairs::Free { unmatched: 0 },
            ..self.problem.clone()
        };
        let mut market = market::Market::new(&weighed)?;
        settle::best(&weighed, &mut market)?;
        let pairs = certify::pairs(&weighed, &market);
        let moves = self.kept.iter().filter(|pair| pairs.binary_search(pair).is_err()).count() as i128;
        let fits = pairs.iter().filter_map(|pair| self.problem.arcs.fit(pair.0, pair.1));
        Ok(Corner { moves, worth: fits.map(|fit| self.worth(fit)).sum(), pairs })
    }

    /// A pair's worth, packed.
    fn worth(&self, fit: i64) -> i128 {
        match self.problem.pairs {
            Pairs::Maximum => i128::from(self.unit) + i128::from(fit),
            Pairs::Free { unmatched } => i128::from(fit) - i128::from(unmatched),
        }
    }

    /// Adds the corners after the last one up to and with `end`.
    fn between(&self, corners: &mut Vec<Corner>, end: Corner) -> Result<(), Error> {
        let Some(start) = corners.last().cloned() else { return Ok(()) };
        if end.moves <= start.moves || end.worth <= start.worth || start.moves >= self.most {
            return Ok(());
        }
        let (run, rise) = (end.moves - start.moves, end.worth - start.worth);
        if run > 1 {
            let middle = self.corner(run, rise)?;
            let above = run * (middle.worth - start.worth) - rise * (middle.moves - start.moves);
            if above > 0 {
                self.between(corners, middle)?;
                return self.between(corners, end);
            }
        }
        corners.push(end);
        Ok(())
    }

    fn steps(&self, corners: &[Corner], most: usize) -> Vec<Repair> {
        let mut steps = Vec::new();
        for (at, corner) in corners.iter().enumerate() {
            let next = corners.get(at + 1);
            let until = next.map_or(corner.moves + 1, |next| next.moves);
            for moves in (corner.moves..until).take_while(|&moves| moves <= most as i128) {
                let more = next.map_or(0, |next| {
                    (next.worth - corner.worth) * (moves - corner.moves) / (next.moves - corner.moves)
                });
                let fits = corner.pairs.iter().filter_map(|pair| self.problem.arcs.fit(pair.0, pair.1));
                steps.push(Repair {
                    moves: moves as usize,
                    pairs: corner.pairs.clone(),
                    total: fits.sum(),
                    gap: self.unpack(more),
                });
            }
        }
        steps
    }

    fn unpack(&self, packed: i128) -> Price {
        let unit = i128::from(self.unit);
        let count = if unit == 0 { 0 } else { (packed + unit / 2).div_euclid(unit) };
        Price { count: count as i64, fit: (packed - count * unit) as i64 }
    }
}
