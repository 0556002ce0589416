//! How good a plan is: against the best one, pin by pin and pair by pair.

use super::{Board, Card, Counts, Fits, Gain, SeenCard, Stage, Studio};
use crate::criteria::{FULL, Rule};
use crate::person::PersonLine;
use crate::{Instant, MatchPlanId, ParticipationId};
use matching::{Error, Price};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A mentee, a mentor, and how well they fit in millionths; nothing where a rule forbids them by now.
pub type PairFit = (ParticipationId, ParticipationId, Option<i64>);

/// How many pairs have a fit of 0 to 9 hundredths, of 10 to 19, and so on; full fits are in the last.
pub type Spread = [u32; 10];

/// What is to be said of a plan as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// By how much the best plan under the pins is better.
    pub better: Gain,
    /// Mentors who have more mentees than places: the plan cannot be as it is.
    pub overfull: Vec<ParticipationId>,
    /// By how much the best plan of all is better than the best one under the pins: what all of them cost together. Like
    /// all that takes more than one plan, it is not asked of a large board.
    pub pins_cost: Option<Gain>,
    /// Whether the certificate of the best plan under the pins holds.
    pub proved: bool,
    /// What each pin costs, the dearest first. One that costs less than nothing holds a pair which a rule forbids.
    pub pins: Vec<(PairFit, Option<Gain>)>,
    /// Pairs of the plan that are in every best plan, of those that may be moved.
    pub common: Option<usize>,
    pub movable: usize,
    /// The pairs that fit least, the lowest first.
    pub lowest: Vec<PairFit>,
    /// Two who are no pair and would both rather be one, the greatest gain for the two first; and how many there are.
    pub rather: Vec<Rather>,
    pub rather_count: usize,
    pub spread: Spread,
    /// The same of the best plan under the pins.
    pub spread_best: Spread,
}

/// A mentor and a mentee who fit each other better than whom they have: a blocking pair, were fits their wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rather {
    pub mentee: ParticipationId,
    pub mentor: ParticipationId,
    pub fit: i64,
    /// The fit that the mentee has now; none in the tray.
    pub has: Option<i64>,
    /// The lowest that the mentor has now; none where a place is free.
    pub instead_of: Option<i64>,
}

impl Rather {
    fn gain(&self) -> i64 {
        2 * self.fit - self.has.unwrap_or(0) - self.instead_of.unwrap_or(0)
    }
}

/// What having a pair means for the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Every best plan has it; without it the best is worse by this, or has nobody else for them.
    Always(Option<Gain>),
    /// A best plan has it, and another one, as good, has not.
    Sometimes,
    /// No best plan has it; the best one with it is worse by this.
    Never(Gain),
}

impl Studio {
    /// What is to be said of the plan on the board that the engine follows, with at most so many pairs in a list.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn verdict(&mut self, board: &Board, fits: &dyn Fits, most: usize) -> Result<Verdict, Error> {
        let present = self.present(board);
        let common = (!board.is_large()).then(|| self.session().regrets().common());
        let settled: Vec<PairFit> = pairs(board, fits).filter(|pair| !is_free(board, pair)).collect();
        let best = self.session().pairs();
        let arcs = &self.problem().arcs;
        let fits_best =
            best.iter().map(|pair| arcs.fit(pair.0, pair.1)).chain(settled.iter().map(|pair| pair.2));
        let spread_best = spread(fits_best);
        let mut lowest: Vec<PairFit> = pairs(board, fits).filter(|pair| is_open(board, pair)).collect();
        lowest.sort_by_key(|pair| (pair.2, pair.0));
        lowest.truncate(most);
        let mut rather = rather(board, fits);
        let rather_count = rather.len();
        rather.truncate(most);
        let (pins, pins_cost) = match board.is_large() {
            true => (pinned(board, fits).map(|pair| (pair, None)).collect(), None),
            false => (self.pins(board, fits)?, Some(self.pins_cost(board, fits)?)),
        };
        let shared = |common: Vec<(u32, u32)>| {
            present.iter().filter(|pair| common.binary_search(pair).is_ok()).count()
        };
        Ok(Verdict {
            better: self.better(board),
            overfull: board.overfull(),
            pins_cost,
            proved: self.is_proved(),
            pins,
            common: common.map(shared),
            movable: present.len(),
            lowest,
            rather,
            rather_count,
            spread: spread(pairs(board, fits).map(|pair| pair.2)),
            spread_best,
        })
    }

    /// What each pin costs, the dearest first.
    fn pins(&mut self, board: &Board, fits: &dyn Fits) -> Result<Vec<(PairFit, Option<Gain>)>, Error> {
        let best = self.best();
        let mut pins = vec![];
        for pair in pinned(board, fits).collect::<Vec<_>>() {
            let here = Gain { pairs: 1, fit: pair.2.unwrap_or(0) };
            let price = self.unpinned(board, pair.0, |studio| studio.best() - best)? - here;
            pins.push((pair, Some(price)));
        }
        pins.sort_by_key(|(pair, price)| (std::cmp::Reverse(*price), pair.0));
        Ok(pins)
    }

    /// What all pins cost together: by how much the best plan would be better without any.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn pins_cost(&self, board: &Board, fits: &dyn Fits) -> Result<Gain, Error> {
        let mut free = board.clone();
        let mut held = Gain::default();
        for pair in pinned(board, fits) {
            held = held + Gain { pairs: 1, fit: pair.2.unwrap_or(0) };
            free.cards.entry(pair.0).and_modify(|card| card.place.pinned = false);
        }
        if held == Gain::default() {
            return Ok(held);
        }
        Ok(Studio::new(&free, fits)?.best() - self.best() - held)
    }

    /// What a pair means for the whole, were the card not pinned; none for pairs that are not possible and for those that
    /// are settled.
    ///
    /// # Errors
    /// The solver's own, for a board larger than it can count.
    pub fn standing(
        &mut self,
        board: &Board,
        mentee: ParticipationId,
        mentor: ParticipationId,
    ) -> Result<Option<Standing>, Error> {
        let losses = self.losses(board, mentee)?;
        let here = losses.iter().find(|one| self.mentors().get(one.mentor as usize) == Some(&mentor));
        Ok(here.and_then(|one| match (one.forced?, one.forbidden) {
            (Price::ZERO, Some(Price::ZERO)) => Some(Standing::Sometimes),
            (Price::ZERO, loss) => Some(Standing::Always(loss.map(Gain::from))),
            (loss, _) => Some(Standing::Never(Gain::from(loss))),
        }))
    }
}

/// All pairs of a board whose mentee takes part.
fn pairs<'a>(board: &'a Board, fits: &'a dyn Fits) -> impl Iterator<Item = PairFit> + 'a {
    let pair = |(mentee, card): (&ParticipationId, &Card)| {
        let mentor = card.place.mentor?;
        Some((*mentee, mentor, board.fit(*mentee, mentor, fits).ok()))
    };
    board.cards.iter().filter(|(_, card)| !card.is_left()).filter_map(pair)
}

/// The pairs that only a pin keeps from being moved.
fn pinned<'a>(board: &'a Board, fits: &'a dyn Fits) -> impl Iterator<Item = PairFit> + 'a {
    pairs(board, fits).filter(|pair| is_open(board, pair) && !is_free(board, pair))
}

fn is_open(board: &Board, pair: &PairFit) -> bool {
    board.cards.get(&pair.0).is_some_and(|card| card.active && card.stage == Stage::Open)
}

fn is_free(board: &Board, pair: &PairFit) -> bool {
    board.cards.get(&pair.0).is_some_and(Card::is_free)
}

fn spread(fits: impl Iterator<Item = Option<i64>>) -> Spread {
    let mut spread = Spread::default();
    for fit in fits.flatten() {
        spread[(fit.clamp(0, FULL - 1) / (FULL / 10)) as usize] += 1;
    }
    spread
}

/// Everybody who would rather have each other, the greatest gain for the two first.
pub(super) fn rather(board: &Board, fits: &dyn Fits) -> Vec<Rather> {
    let has: BTreeMap<ParticipationId, PairFit> = pairs(board, fits).map(|pair| (pair.0, pair)).collect();
    let loads = board.loads();
    // The lowest fit with each mentor, of the pairs that may be moved or are pinned only: nothing for a free place.
    let mut lowest: BTreeMap<ParticipationId, i64> = BTreeMap::new();
    for pair in has.values().filter(|pair| is_open(board, pair)) {
        let fit = pair.2.unwrap_or(0);
        lowest.entry(pair.1).and_modify(|low| *low = fit.min(*low)).or_insert(fit);
    }
    let open = |card: &&Card| card.active && card.stage == Stage::Open;
    let mentees: Vec<ParticipationId> =
        board.cards.iter().filter(|(_, card)| open(card)).map(|(id, _)| *id).collect();
    // What each mentor would give a place up for; nothing where settled pairs have all places.
    let worth: Vec<(ParticipationId, Option<i64>)> = board
        .mentors
        .iter()
        .filter(|(_, mentor)| mentor.active)
        .filter_map(|(id, mentor)| match loads.get(id).copied().unwrap_or(0) < mentor.places {
            true => Some((*id, None)),
            false => Some((*id, Some(*lowest.get(id)?))),
        })
        .collect();
    let mentors: Vec<ParticipationId> = worth.iter().map(|one| one.0).collect();
    let mut found = vec![];
    fits.fits(&mentees, &mentors, &mut |mentee, mentor, fit| {
        let (mentee, (mentor, instead_of)) = (mentees[mentee], worth[mentor]);
        let now = has.get(&mentee);
        let has = now.map(|pair| pair.2.unwrap_or(0));
        let declined = || board.cards.get(&mentee).is_some_and(|card| card.declined.contains(&mentor));
        if let Ok(fit) = fit
            && has.is_none_or(|has| fit > has)
            && instead_of.is_none_or(|low| fit > low)
            && now.is_none_or(|pair| pair.1 != mentor)
            && !declined()
        {
            found.push(Rather { mentee, mentor, fit, has, instead_of });
        }
    });
    found.sort_by_key(|one: &Rather| (std::cmp::Reverse(one.gain()), one.mentee, one.mentor));
    found
}

/// The same with names, for its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictView {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    pub counts: Counts,
    /// When the certificate of the best plan under the pins was checked and held.
    pub proved_at: Option<Instant>,
    pub better: Gain,
    /// The names of mentors who have more mentees than places.
    pub overfull: Vec<String>,
    /// With how many mentees groups begin; the best plan here is one with groups of any size.
    pub fewest: u32,
    pub pins_cost: Option<Gain>,
    /// The dearest; `counts.pinned` says how many there are.
    pub pins: Vec<PinLine>,
    /// None on a large board, as all that takes more than one plan.
    pub common: Option<usize>,
    pub movable: usize,
    pub lowest: Vec<PairLine>,
    pub rather: Vec<RatherLine>,
    pub rather_count: usize,
    pub spread: Spread,
    pub spread_best: Spread,
    /// The longest waiting of those without a match.
    pub waiting: Vec<(ParticipationId, PersonLine)>,
}

/// A pair by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairLine {
    pub card: SeenCard,
    pub mentee: String,
    pub mentor: String,
    /// In millionths, or the rule that the pair breaks.
    pub fit: Result<i64, Rule>,
}

/// A pin and what it costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinLine {
    pub pair: PairLine,
    pub price: Option<Gain>,
}

/// Two who would rather have each other, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatherLine {
    pub mentee: String,
    pub mentor: String,
    pub rather: Rather,
}
