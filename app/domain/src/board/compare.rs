//! Two plans of a programme beside each other: what the other one means for each mentee and each mentor, and who is on one
//! board only.

use super::{Board, Card, Fits, Gain, MakesRoom, Names, SeenCard, Stage, Target, percent};
use crate::person::PersonLine;
use crate::text::board as words;
use crate::word::words;
use crate::{MatchPlanId, ParticipationId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// So many lines of each list stand on a page.
pub const COMPARED: usize = 50;

words! {
    /// In which order differences stand.
    #[derive(Default)]
    pub enum CompareOrder {
        /// Whoever would lose most stands first.
        #[default] Loss = "loss",
        Name = "name",
    }
}

/// Which part of a comparison is asked for, as it stands in the address. Pages count from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct CompareQuery {
    pub order: CompareOrder,
    /// Of those who have another place.
    pub page: u32,
    /// Of those who are on the first board only.
    pub here: u32,
    /// Of those who are on the second board only.
    pub there: u32,
    pub mentors: u32,
}

/// One of the two plans, with how well people fit under its exceptions.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub board: &'a Board,
    pub fits: &'a dyn Fits,
}

/// Where a mentee is on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// None is the tray.
    pub mentor: Option<ParticipationId>,
    /// In millionths; none in the tray, and where a rule forbids the pair by now.
    pub fit: Option<i64>,
}

/// A mentee who has another place in the other plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Differs {
    pub mentee: ParticipationId,
    pub here: Seat,
    pub there: Seat,
}

/// What the other plan is worth to one mentee; the worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Worth {
    /// They have a mentor here, and none there.
    Loses,
    /// Another mentor, who fits by so many hundredths better.
    Fit(i64),
    /// They have a mentor there, and none here.
    Gains,
}

/// For how many mentees the other plan is better, worse, or just another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub gain: usize,
    pub lose: usize,
    pub change: usize,
}

/// A mentee who is on one of the boards only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lone {
    pub mentee: ParticipationId,
    pub seat: Seat,
    pub why: Option<WhyLone>,
}

words! {
    /// Why a mentee is on no other board.
    pub enum WhyLone {
        /// They have left the programme, and only this board has a place that is to be cleared.
        Left = "left",
        /// A proposal of this plan waits.
        Proposed = "proposed",
        /// A mentorship came of this plan.
        AtWork = "at-work",
    }
}

/// A mentor and how many mentees they have here and there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    pub mentor: ParticipationId,
    pub here: u32,
    pub there: u32,
}

/// What two plans have in common and what not, by ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Pairs that both have.
    pub same: usize,
    /// By how much the other plan is better, among those who are on both boards.
    pub gain: Gain,
    pub differs: Vec<Differs>,
    pub only_here: Vec<Lone>,
    pub only_there: Vec<Lone>,
    /// The mentors who have more or fewer mentees in the other plan.
    pub loads: Vec<Load>,
}

/// Lays `there` beside `here`.
pub fn compare(here: Side, there: Side) -> Compared {
    let mut compared = Compared {
        only_here: here.without(there),
        only_there: there.without(here),
        loads: loads(here.board, there.board),
        ..Compared::default()
    };
    for (id, card) in &here.board.cards {
        let Some(other) = there.board.cards.get(id) else { continue };
        if card.place.mentor == other.place.mentor {
            compared.same += usize::from(card.place.mentor.is_some());
            continue;
        }
        let one = Differs { mentee: *id, here: here.seat(*id, card), there: there.seat(*id, other) };
        compared.gain = compared.gain + (one.there.value() - one.here.value());
        compared.differs.push(one);
    }
    compared
}

impl Side<'_> {
    fn seat(self, mentee: ParticipationId, card: &Card) -> Seat {
        let mentor = card.place.mentor;
        let fit = mentor.and_then(|mentor| self.board.fit(mentee, mentor, self.fits).ok());
        Seat { mentor, fit }
    }

    /// Whoever is on this board and not on the other.
    fn without(self, other: Self) -> Vec<Lone> {
        let lone = |(id, _): &(&ParticipationId, &Card)| !other.board.cards.contains_key(id);
        let line = |(id, card): (&ParticipationId, &Card)| Lone {
            mentee: *id,
            seat: self.seat(*id, card),
            why: WhyLone::of(card),
        };
        self.board.cards.iter().filter(lone).map(line).collect()
    }
}

fn loads(here: &Board, there: &Board) -> Vec<Load> {
    let (here, there) = (here.loads(), there.loads());
    let count = |loads: &BTreeMap<ParticipationId, u32>, id| loads.get(id).copied().unwrap_or(0);
    let mentors: BTreeSet<_> = here.keys().chain(there.keys()).collect();
    mentors
        .into_iter()
        .map(|id| Load { mentor: *id, here: count(&here, id), there: count(&there, id) })
        .filter(|one| one.here != one.there)
        .collect()
}

impl Seat {
    fn value(self) -> Gain {
        Gain { pairs: i64::from(self.mentor.is_some()), fit: self.fit.unwrap_or(0) }
    }

    /// As it is shown, so that the figures of a line add up.
    fn hundredths(self) -> i64 {
        self.fit.map_or(0, |fit| i64::from(percent(fit)))
    }
}

impl Differs {
    pub fn worth(&self) -> Worth {
        match (self.here.mentor, self.there.mentor) {
            (Some(_), None) => Worth::Loses,
            (None, Some(_)) => Worth::Gains,
            _ => Worth::Fit(self.there.hundredths() - self.here.hundredths()),
        }
    }

    /// Less for whoever loses more.
    fn loss(&self) -> (Worth, Gain) {
        (self.worth(), self.there.value() - self.here.value())
    }
}

impl Worth {
    /// "+12", "loses theirs".
    pub fn text(self) -> String {
        match self {
            Self::Loses => words::compare_loses().to_owned(),
            Self::Gains => words::compare_gains().to_owned(),
            Self::Fit(change) => words::signed(change),
        }
    }
}

impl Tally {
    /// Counts what each difference is worth.
    pub fn of(worths: impl IntoIterator<Item = Worth>) -> Self {
        let mut tally = Self::default();
        for worth in worths {
            match worth {
                Worth::Fit(0) => tally.change += 1,
                worth if worth < Worth::Fit(0) => tally.lose += 1,
                _ => tally.gain += 1,
            }
        }
        tally
    }

    /// "With Draft B, 2 people gain, 1 loses, and nobody only changes. In all: +1 pair, +12.3."
    pub fn sentence(self, other: &str, gain: Gain) -> String {
        let Self { gain: gains, lose, change } = self;
        let counts =
            (words::compare_gaining(gains), words::compare_losing(lose), words::compare_changing(change));
        words::compare_tally(other, counts.0, counts.1, counts.2, gain.text())
    }
}

impl WhyLone {
    /// None where two boards were read at two moments: then the next look knows.
    fn of(card: &Card) -> Option<Self> {
        match card.stage {
            Stage::AtWork => Some(Self::AtWork),
            Stage::Proposed => Some(Self::Proposed),
            Stage::Open => card.is_left().then_some(Self::Left),
        }
    }

    /// Why nobody finds them in another plan than `plan`.
    pub fn sentence(self, plan: &str) -> String {
        match self {
            Self::Left => words::compare_has_left(plan),
            Self::Proposed => words::compare_is_proposed(plan),
            Self::AtWork => words::compare_is_at_work(plan),
        }
    }
}

impl Compared {
    pub fn tally(&self) -> Tally {
        Tally::of(self.differs.iter().map(Differs::worth))
    }

    /// Puts all lists in order; who is on one board only always stands by name.
    pub fn sort(&mut self, order: CompareOrder, names: &dyn Names) {
        let name = |id: ParticipationId| (names.participant(id).unwrap_or_default(), id);
        self.only_here.sort_by_cached_key(|one| name(one.mentee));
        self.only_there.sort_by_cached_key(|one| name(one.mentee));
        match order {
            CompareOrder::Loss => {
                self.differs.sort_by_cached_key(|one| (one.loss(), name(one.mentee)));
                let more = |one: &Load| i64::from(one.there) - i64::from(one.here);
                self.loads.sort_by_cached_key(|one| (more(one), name(one.mentor)));
            }
            CompareOrder::Name => {
                self.differs.sort_by_cached_key(|one| name(one.mentee));
                self.loads.sort_by_cached_key(|one| name(one.mentor));
            }
        }
    }
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part<T> {
    pub lines: Vec<T>,
    /// On all pages.
    pub total: u32,
    /// From 1.
    pub page: u32,
    pub pages: u32,
}

impl<T> Part<T> {
    /// The page of `all` that is asked for, or the nearest.
    pub fn cut(all: Vec<T>, page: u32) -> Self {
        let total = all.len();
        let pages = total.div_ceil(COMPARED).max(1);
        let page = (page as usize).clamp(1, pages);
        let lines = all.into_iter().skip((page - 1) * COMPARED).take(COMPARED).collect();
        Self { lines, total: total as u32, page: page as u32, pages: pages as u32 }
    }

    /// The same of other lines.
    pub fn map<U>(self, line: impl FnMut(T) -> U) -> Part<U> {
        let Self { lines, total, page, pages } = self;
        Part { lines: lines.into_iter().map(line).collect(), total, page, pages }
    }

    /// "51 to 100 of 240, 50 on a page".
    pub fn range(&self) -> String {
        let first = (self.page - 1) * COMPARED as u32 + 1;
        words::compare_range(first, first + self.lines.len() as u32 - 1, self.total, COMPARED)
    }
}

/// Two plans of a programme beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    pub slug: String,
    pub programme: String,
    pub plan: MatchPlanId,
    pub name: String,
    pub with: MatchPlanId,
    pub with_name: String,
    /// What was asked for.
    pub query: CompareQuery,
    /// Pairs that both plans have.
    pub same: usize,
    /// By how much the other plan is better, among those who are on both boards.
    pub gain: Gain,
    pub tally: Tally,
    pub differences: Part<Difference>,
    pub only_here: Part<LoneLine>,
    pub only_there: Part<LoneLine>,
    pub mentors: Part<LoadLine>,
}

impl Comparison {
    /// Whether both plans say the same of everybody.
    pub fn is_alike(&self) -> bool {
        let lone = self.only_here.total + self.only_there.total;
        self.differences.total + lone + self.mentors.total == 0
    }
}

/// A mentee who has another place in the other plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub mentee: PersonLine,
    pub seen: SeenCard,
    pub here: SeatLine,
    pub there: SeatLine,
    pub worth: Worth,
    /// The place in the other plan.
    pub to: Target,
    pub take: TakeOver,
}

/// A place on one of the boards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatLine {
    /// The mentor's name; none is the tray.
    pub mentor: Option<String>,
    /// In millionths; none in the tray, and where a rule forbids the pair by now.
    pub fit: Option<i64>,
    /// Whether they wait because they joined after the plan was made.
    pub joined_later: bool,
}

/// How a place of the other plan can be taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TakeOver {
    /// At once.
    Free,
    /// All places are taken: who could make room, with their names, the best first.
    Full(Vec<(String, MakesRoom)>),
    /// Not at all, and why.
    Not(String),
}

/// A mentee who is on one of the boards only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoneLine {
    pub mentee: PersonLine,
    pub seat: SeatLine,
    pub why: Option<WhyLone>,
}

/// A mentor who has more or fewer mentees in the other plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadLine {
    pub mentor: PersonLine,
    pub here: u32,
    pub there: u32,
}

impl LoadLine {
    /// "+1", "−2".
    pub fn change(&self) -> String {
        words::signed(i64::from(self.there) - i64::from(self.here))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PersonId;
    use crate::board::tests::{board, fits, mentee, mentor, placed};
    use crate::criteria::FULL;

    struct Nameless;

    impl Names for Nameless {
        fn participant(&self, _: ParticipationId) -> Option<String> {
            None
        }

        fn person(&self, _: PersonId) -> Option<String> {
            None
        }
    }

    fn beside(here: &Board, there: &Board) -> Compared {
        compare(Side { board: here, fits: &fits }, Side { board: there, fits: &fits })
    }

    fn seat(mentor: Option<u128>, hundredths: Option<i64>) -> Seat {
        Seat { mentor: mentor.map(self::mentor), fit: hundredths.map(|fit| fit * FULL / 100) }
    }

    #[test]
    fn each_hears_what_the_other_plan_is_worth_and_all_of_it_adds_up() {
        let here = placed(&[1, 1, 2], 5, &[(0, 0), (1, 1), (3, 2)]);
        let there = placed(&[1, 1, 2], 5, &[(1, 0), (2, 1), (3, 2)]);
        let mut compared = beside(&here, &there);
        compared.sort(CompareOrder::Name, &Nameless);
        let worths: Vec<_> = compared.differs.iter().map(|one| (one.mentee, one.worth())).collect();
        let percent = |with| i64::from(percent(fits(mentee(1), mentor(with)).unwrap()));
        let changed = Worth::Fit(percent(0) - percent(1));
        assert_eq!(
            worths,
            [(mentee(0), Worth::Loses), (mentee(1), changed), (mentee(2), Worth::Gains)],
            "who has the same place or waits in both is no difference"
        );
        assert_eq!(compared.same, 1);
        let total = there.total(&fits) - here.total(&fits);
        assert_eq!(compared.gain, Gain { pairs: 0, fit: total });
        assert_eq!(compared.loads, []);
        assert_eq!(beside(&here, &here), Compared { same: 3, ..Compared::default() });
    }

    #[test]
    fn the_largest_loss_stands_first() {
        let differs = |number, here, there| Differs { mentee: mentee(number), here, there };
        let mut compared = Compared {
            differs: vec![
                differs(0, seat(None, None), seat(Some(0), Some(90))),
                differs(1, seat(Some(0), Some(60)), seat(Some(1), Some(72))),
                differs(2, seat(Some(0), Some(30)), seat(None, None)),
                differs(3, seat(Some(0), Some(60)), seat(Some(1), Some(56))),
                differs(4, seat(Some(0), Some(60)), seat(None, None)),
                differs(5, seat(Some(0), Some(60)), seat(Some(1), Some(60))),
                // A pair that a rule forbids is worth nothing.
                differs(6, seat(Some(0), Some(60)), seat(Some(1), None)),
            ],
            loads: vec![
                Load { mentor: mentor(0), here: 1, there: 2 },
                Load { mentor: mentor(1), here: 2, there: 0 },
            ],
            ..Compared::default()
        };
        compared.sort(CompareOrder::Loss, &Nameless);
        let order: Vec<_> = compared.differs.iter().map(|one| one.mentee).collect();
        assert_eq!(order, [4, 2, 6, 3, 5, 1, 0].map(mentee));
        let said: Vec<_> = compared.differs.iter().map(|one| one.worth().text()).collect();
        assert_eq!(said, ["loses theirs", "loses theirs", "−60", "−4", "±0", "+12", "gains a mentor"]);
        assert_eq!(compared.loads[0].mentor, mentor(1));
        let tally = compared.tally();
        assert_eq!(tally, Tally { gain: 2, lose: 4, change: 1 });
        let gain = Gain { pairs: -1, fit: FULL / 10 };
        assert_eq!(
            tally.sentence("Draft B", gain),
            "With Draft B, 2 people gain, 4 lose, and 1 only changes. In all: −1 pair, +10.0."
        );
    }

    #[test]
    fn who_is_on_one_board_only_is_named_with_the_reason() {
        let mut here = placed(&[1, 1, 1], 4, &[(0, 0), (1, 1), (2, 2)]);
        here.cards.get_mut(&mentee(0)).unwrap().active = false;
        here.cards.get_mut(&mentee(1)).unwrap().stage = Stage::AtWork;
        here.cards.get_mut(&mentee(2)).unwrap().stage = Stage::Proposed;
        let mut there = board(&[1, 1, 1], 5);
        there.cards.retain(|id, _| *id == mentee(4));
        let compared = beside(&here, &there);
        let why: Vec<_> = compared.only_here.iter().map(|one| (one.seat.mentor, one.why)).collect();
        assert_eq!(
            why,
            [
                (Some(mentor(0)), Some(WhyLone::Left)),
                (Some(mentor(1)), Some(WhyLone::AtWork)),
                (Some(mentor(2)), Some(WhyLone::Proposed)),
                (None, None)
            ]
        );
        assert_eq!(compared.only_here[1].seat.fit, fits(mentee(1), mentor(1)).ok());
        let [only] = compared.only_there[..] else { panic!("{compared:?}") };
        assert_eq!((only.mentee, only.seat), (mentee(4), Seat { mentor: None, fit: None }));
        assert_eq!((compared.differs.len(), compared.gain), (0, Gain::default()), "they are not weighed");
        let load = |number, here, there| Load { mentor: mentor(number), here, there };
        assert_eq!(compared.loads, [load(1, 1, 0), load(2, 1, 0)], "who has left takes no place");
    }

    #[test]
    fn a_page_is_cut_and_says_which_it_is() {
        let page = |page| Part::cut((0..120).collect::<Vec<_>>(), page);
        assert_eq!((page(0).page, page(3).lines.len(), page(9).page), (1, 20, 3));
        assert_eq!(page(3).range(), "101 to 120 of 120, 50 on a page");
        assert_eq!((Part::<u8>::cut(vec![], 1).pages, page(2).map(|one| one + 1).lines[0]), (1, 51));
    }
}
