//! What is promised to somebody in the tray is what the plan gives in which it was tried.

use super::laws::{befall, command, deed};
use super::tests::board;
use super::*;
use crate::criteria::CriterionKind;
use proptest::prelude::*;

/// Two rules, each of which may be excepted where the other does not forbid the pair too.
struct Ruled;

impl Fits for Ruled {
    fn fit(&self, one: ParticipationId, other: ParticipationId) -> Result<i64, Rule> {
        self.without(one, other, None)
    }

    fn fit_without(&self, one: ParticipationId, other: ParticipationId, rule: Rule) -> Result<i64, Rule> {
        self.without(one, other, Some(rule))
    }
}

impl Ruled {
    fn without(
        &self,
        one: ParticipationId,
        other: ParticipationId,
        relaxed: Option<Rule>,
    ) -> Result<i64, Rule> {
        let (a, b) = (one.0.as_u128(), other.0.as_u128() % 1000);
        let team = (a + b) % 3 == 0;
        let language = (a * (b + 1)) % 5 == 1;
        for (broken, kind) in [(team, CriterionKind::OtherTeam), (language, CriterionKind::Languages)] {
            if broken && relaxed != Some(Rule::Criterion(kind)) {
                return Err(Rule::Criterion(kind));
            }
        }
        Ok(((a * 7919 + b * 104_729) % 1_000_001) as i64)
    }
}

/// The board after a run of the engine.
fn after_engine(board: &Board, fits: &dyn Fits) -> Board {
    let mut after = board.clone();
    let changes = Studio::new(board, fits).unwrap().changes(board);
    for event in decide(board, &Command::Rebalance { changes, aim: Aim::Total }, None, fits).unwrap() {
        apply(&mut after, &event, None);
    }
    after
}

/// The board of a new plan of the same programme: everybody in the tray but who is proposed or at work, whose mentors have a
/// place less.
fn as_new(board: &Board) -> Board {
    let mut new = board.clone();
    for card in board.cards.values().filter(|card| card.stage != Stage::Open) {
        if let Some(mentor) = card.place.mentor.and_then(|mentor| new.mentors.get_mut(&mentor)) {
            mentor.places = mentor.places.saturating_sub(1);
        }
    }
    new.cards.retain(|_, card| card.stage == Stage::Open && card.active);
    new.cards.values_mut().for_each(|card| card.place = Place::TRAY);
    new
}

/// The pairs of a board that are no proposals yet, and the sum of their fits.
fn open(board: &Board, fits: &dyn Fits) -> (i64, i64) {
    let pairs = board.drafts().map(|(mentee, mentor)| fits.fit(mentee, mentor).unwrap());
    pairs.fold((0, 0), |(count, sum), fit| (count + 1, sum + fit))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// A remedy that is chosen gives its mentee the mentor who was promised, and the best plan as much as was said; nobody who
    /// is pinned loses their place for it, and no pair breaks a rule that the plan makes no exception from.
    #[test]
    fn what_was_promised_holds_in_the_branch(places in prop::collection::vec(0..3u32, 5), deeds in prop::collection::vec(deed(), 0..25)) {
        let mut board = board(&places, 12);
        for deed in &deeds {
            befall(&mut board, deed);
            let Some(command) = command(&board, deed) else { continue };
            for event in decide(&board, &command, None, &Ruled).unwrap_or_default() {
                apply(&mut board, &event, None);
            }
        }
        // Places may have been lost since: then a new plan cannot take all settled pairs over.
        let fits_in = board.mentors.iter().all(|(id, at)| board.load(*id) <= at.places);
        let best = after_engine(&board, &Ruled);
        for one in board.cards.keys() {
            let Some(said) = Studio::new(&board, &Ruled).unwrap().unmatched(&board, *one, &Ruled).unwrap() else { continue };
            for remedy in said.remedies {
                let chosen = Chosen::try_from(String::from(remedy.chosen())).unwrap();
                prop_assert_eq!(chosen, remedy.chosen());
                let mut exceptions = Exceptions::default();
                exceptions.admit(*one, chosen);
                let text = serde_json::to_string(&exceptions).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Exceptions>(&text).unwrap(), &exceptions);
                let excepted = Excepted { fits: &Ruled, exceptions: &exceptions };
                let mut new = as_new(&board);
                exceptions.widen(&mut new);
                let beginning = begin(&new, &chosen.pairs(&board, *one), &excepted);
                apply(&mut new, &Event::Begun(beginning.shifts), None);
                let new = after_engine(&new, &excepted);
                prop_assert_eq!(new.cards[one].place, Place { mentor: Some(remedy.mentor), pinned: true });
                for (id, card) in &new.cards {
                    let Some(to) = card.place.mentor else { continue };
                    prop_assert!(Ruled.fit(*id, to).is_ok() || exceptions.rule(*id, to).is_some());
                    prop_assert!(new.load(to) <= new.mentors[&to].places);
                }
                if fits_in {
                    let freed = |id: &ParticipationId| remedy.change == Change::Pin(*id);
                    for (id, card) in board.cards.iter().filter(|(id, card)| card.place.pinned && !freed(id) && new.cards.contains_key(id) && card.active) {
                        prop_assert_eq!(new.cards[id].place, card.place);
                    }
                    let (before, after) = (open(&best, &Ruled), open(&new, &excepted));
                    prop_assert_eq!(Gain { pairs: after.0 - before.0, fit: after.1 - before.1 }, remedy.gain, "{:?}", remedy);
                }
            }
        }
    }
}
