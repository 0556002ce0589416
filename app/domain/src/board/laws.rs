//! What holds for any commands, by anybody, in any order.

use super::tests::{board, fits, mentee, mentor, person};
use super::*;
use proptest::prelude::*;

/// A command by numbers; the seen revision is right or one behind.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Move(u128, Option<u128>, bool),
    Swap(u128, u128),
    Pin(u128, bool),
    Several(Vec<(u128, bool)>, super::Deed),
    Engine,
    Undo,
    Redo,
    Publish,
    Start(u128),
    Return(u128, Returned),
    Places(u128, u32),
    Leave(u128, bool),
}

pub(super) fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0..12u128, prop::option::weighted(0.8, 0..5u128), prop::bool::weighted(0.9)).prop_map(|(a, b, c)| Deed::Move(a, b, c)),
        2 => (0..12u128, 0..12u128).prop_map(|(a, b)| Deed::Swap(a, b)),
        2 => (0..12u128, any::<bool>()).prop_map(|(a, b)| Deed::Pin(a, b)),
        3 => (prop::collection::vec((0..12u128, prop::bool::weighted(0.9)), 0..6), together()).prop_map(|(a, b)| Deed::Several(a, b)),
        1 => Just(Deed::Engine),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::Publish),
        1 => (0..12u128).prop_map(Deed::Start),
        1 => (0..12u128, prop::sample::select(Returned::ALL)).prop_map(|(a, b)| Deed::Return(a, b)),
        1 => (0..5u128, 0..4u32).prop_map(|(a, b)| Deed::Places(a, b)),
        1 => (0..12u128, any::<bool>()).prop_map(|(a, b)| Deed::Leave(a, b)),
    ]
}

fn together() -> impl Strategy<Value = super::Deed> {
    prop_oneof![
        prop::option::weighted(0.8, 0..5u128).prop_map(|to| super::Deed::Move(to.map(mentor))),
        Just(super::Deed::Pin),
        Just(super::Deed::Unpin),
    ]
}

pub(super) fn command(board: &Board, deed: &Deed) -> Option<Command> {
    let seen = |one: &u128| board.cards.get(&mentee(*one)).map_or(0, |card| card.revision);
    let with =
        |one: &u128| board.cards.get(&mentee(*one)).and_then(|card| card.place.mentor).unwrap_or(mentor(0));
    Some(match deed {
        Deed::Move(one, to, fresh) => {
            let seen = if *fresh { seen(one) } else { seen(one) - 1 };
            Command::Move { mentee: mentee(*one), to: to.map(mentor), seen }
        }
        Deed::Swap(one, other) => {
            Command::Swap { one: mentee(*one), other: mentee(*other), seen: (seen(one), seen(other)) }
        }
        Deed::Pin(one, true) => Command::Pin { mentee: mentee(*one), seen: seen(one) },
        Deed::Pin(one, false) => Command::Unpin { mentee: mentee(*one), seen: seen(one) },
        Deed::Several(cards, deed) => {
            let card =
                |(one, fresh): &(u128, bool)| (mentee(*one), if *fresh { seen(one) } else { seen(one) - 1 });
            Command::Several { cards: cards.iter().map(card).collect(), deed: *deed }
        }
        Deed::Engine => {
            let studio = Studio::new(board, &fits).unwrap();
            let plan = matching::solve(studio.problem()).unwrap();
            matching::verify(studio.problem(), &plan).unwrap();
            Command::Rebalance { changes: studio.changes_to(board, &plan.pairs), aim: Aim::Total }
        }
        Deed::Undo => Command::Undo,
        Deed::Redo => Command::Redo,
        Deed::Publish => Command::Publish,
        Deed::Start(one) => Command::Start { mentee: mentee(*one), mentor: with(one) },
        Deed::Return(one, why) => Command::Return { mentee: mentee(*one), mentor: with(one), why: *why },
        Deed::Places(..) | Deed::Leave(..) => return None,
    })
}

/// The most pairs and the highest fit under the pins, as far as `one` and the cards that may be moved count.
fn best(board: &Board, one: ParticipationId) -> (i64, i64) {
    let plan = matching::solve(Studio::new(board, &fits).unwrap().problem()).unwrap();
    let card = &board.cards[&one];
    let own = card.place.mentor.filter(|_| card.place.pinned).map(|mentor| fits(one, mentor).unwrap());
    (plan.pairs.len() as i64 + i64::from(own.is_some()), plan.total + own.unwrap_or(0))
}

/// The pairs of a board and the sum of their fits.
fn present(board: &Board) -> (i64, i64) {
    let here = board.cards.iter().filter(|(_, card)| !card.is_left());
    let fits: Vec<i64> = here.filter_map(|(id, card)| Some(fits(*id, card.place.mentor?).unwrap())).collect();
    (fits.len() as i64, fits.iter().sum())
}

/// What happens outside of the board.
pub(super) fn befall(board: &mut Board, deed: &Deed) {
    match deed {
        Deed::Places(one, places) => {
            if let Some(at) = board.mentors.get_mut(&mentor(*one)) {
                at.places = *places;
            }
        }
        Deed::Leave(one, active) => {
            if let Some(card) = board.cards.get_mut(&mentee(*one)) {
                card.active = *active;
            }
        }
        _ => {}
    }
}

fn without_revisions(board: &Board) -> Vec<(ParticipationId, Place, Stage)> {
    board.cards.iter().map(|(id, card)| (*id, card.place, card.stage)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The free places go to the first, and who stays behind is who would have been refused alone.
    #[test]
    fn several_at_once_are_as_one_after_the_other(
        places in prop::collection::vec(0..4u32, 5),
        before in prop::collection::vec(deed(), 0..30),
        cards in prop::collection::vec((0..12u128, prop::bool::weighted(0.9)), 0..8),
        deed in together(),
    ) {
        let mut now = board(&places, 12);
        for deed in &before {
            befall(&mut now, deed);
            let Some(command) = command(&now, deed) else { continue };
            for event in decide(&now, &command, Some(person(0)), &fits).unwrap_or_default() {
                apply(&mut now, &event, Some(person(0)));
            }
        }
        let Some(Command::Several { cards, deed }) = command(&now, &Deed::Several(cards, deed)) else { unreachable!() };
        let (mut together, mut alone, mut refused) = (now.clone(), now.clone(), vec![]);
        let decided = decide(&now, &Command::Several { cards: cards.clone(), deed }, Some(person(1)), &fits);
        for event in decided.iter().flatten() {
            apply(&mut together, event, Some(person(1)));
        }
        let mut seen_twice = std::collections::BTreeSet::new();
        for (mentee, seen) in cards.into_iter().filter(|(mentee, _)| seen_twice.insert(*mentee)) {
            let command = match deed {
                super::Deed::Move(to) => Command::Move { mentee, to, seen },
                super::Deed::Pin => Command::Pin { mentee, seen },
                super::Deed::Unpin => Command::Unpin { mentee, seen },
            };
            match decide(&alone, &command, Some(person(1)), &fits) {
                Ok(events) => events.iter().for_each(|event| apply(&mut alone, event, Some(person(1)))),
                Err(refusal) => refused.push((mentee, refusal)),
            }
        }
        prop_assert_eq!(&together.cards, &alone.cards);
        match decided {
            Ok(events) => match events.first() {
                Some(Event::Several { stayed, .. }) => prop_assert_eq!(stayed, &refused),
                _ => prop_assert!(refused.is_empty()),
            },
            Err(refusal) => prop_assert_eq!(Some(refusal), refused.first().map(|one| one.1.clone())),
        }
        // One undo takes all of it back, except that whoever has left and was taken off stays off.
        if together != now {
            let mut expect = now.clone();
            for (id, card) in expect.cards.iter_mut().filter(|(_, card)| card.is_left()) {
                card.place = together.cards[id].place;
            }
            let undone = decide(&together, &Command::Undo, Some(person(1)), &fits);
            if let Ok(events) = undone {
                events.iter().for_each(|event| apply(&mut together, event, Some(person(1))));
                prop_assert_eq!(without_revisions(&together), without_revisions(&expect));
            }
        }
    }

    #[test]
    fn any_order_of_commands_keeps_places_and_rules(
        places in prop::collection::vec(0..4u32, 5),
        deeds in prop::collection::vec((0..3u128, deed()), 1..60),
    ) {
        let mut now = board(&places, 12);
        for (by, deed) in deeds {
            befall(&mut now, &deed);
            let Some(command) = command(&now, &deed) else { continue };
            let before = now.clone();
            let Ok(events) = decide(&now, &command, Some(person(by)), &fits) else {
                prop_assert_eq!(&now, &before);
                continue;
            };
            for event in &events {
                apply(&mut now, event, Some(person(by)));
                let text = serde_json::to_string(event).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Event>(&text).unwrap(), event);
                for shift in event.shifts() {
                    prop_assert_eq!(now.cards[&shift.mentee].place, shift.after);
                    prop_assert_eq!(before.cards[&shift.mentee].place, shift.before);
                }
                for one in event.mentees() {
                    prop_assert_eq!(now.cards[&one].revision, before.cards[&one].revision + 1);
                }
            }
            for (id, at) in &now.mentors {
                prop_assert!(now.load(*id) <= at.places || now.load(*id) <= before.load(*id), "{:?}", deed);
            }
            for (id, card) in &now.cards {
                if let Some(to) = card.place.mentor {
                    prop_assert!(now.fit(*id, to, &fits).is_ok());
                }
                prop_assert!(card.place.mentor.is_some() || (!card.place.pinned && card.stage == Stage::Open));
                if before.cards[id].stage != Stage::Open && card.stage == before.cards[id].stage {
                    prop_assert_eq!(card.place, before.cards[id].place, "proposed and working pairs stay");
                }
            }
            if matches!(deed, Deed::Engine) {
                prop_assert!(now.total(&fits) >= 0);
                for (id, card) in before.cards.iter().filter(|(_, card)| card.place.pinned && !card.is_left()) {
                    prop_assert_eq!(now.cards[id].place, card.place);
                }
            }
        }
    }

    #[test]
    fn undo_restores(places in prop::collection::vec(1..4u32, 5), deeds in prop::collection::vec(deed(), 1..40)) {
        let mut now = board(&places, 12);
        let me = Some(person(0));
        let mut pictures = vec![];
        for deed in deeds {
            if matches!(deed, Deed::Undo | Deed::Redo | Deed::Publish | Deed::Start(_) | Deed::Return(..)) {
                continue;
            }
            let Some(command) = command(&now, &deed) else { continue };
            let picture = without_revisions(&now);
            let Ok(events) = decide(&now, &command, me, &fits) else { continue };
            if !events.is_empty() {
                pictures.push(picture);
            }
            for event in &events {
                apply(&mut now, event, me);
            }
        }
        let mut later = vec![];
        while let Some(picture) = pictures.pop() {
            later.push(without_revisions(&now));
            for event in decide(&now, &Command::Undo, me, &fits).unwrap() {
                apply(&mut now, &event, me);
            }
            prop_assert_eq!(without_revisions(&now), picture);
        }
        prop_assert_eq!(decide(&now, &Command::Undo, me, &fits), Err(Refusal::NothingToUndo));
        // And all of it again, to the last.
        while let Some(picture) = later.pop() {
            for event in decide(&now, &Command::Redo, me, &fits).unwrap() {
                apply(&mut now, &event, me);
            }
            prop_assert_eq!(without_revisions(&now), picture);
        }
        prop_assert_eq!(decide(&now, &Command::Redo, me, &fits), Err(Refusal::NothingToRedo));
    }

    /// What others have changed since does not keep one from taking back what they have not.
    #[test]
    fn undo_goes_past_what_others_have_changed(deeds in prop::collection::vec((0..3u128, deed()), 1..60)) {
        let mut now = board(&[2, 2, 1, 1, 3], 12);
        for (by, deed) in deeds {
            let by = Some(person(by));
            let newest = now.past.iter().rev().find(|past| past.by == by && stands(&now, past)).cloned();
            if let (Some(past), Ok(events)) = (&newest, decide(&now, &Command::Undo, by, &fits)) {
                let mut after = now.clone();
                events.iter().for_each(|event| apply(&mut after, event, by));
                for done in past.shifts.iter().filter(|done| now.cards[&done.mentee].active) {
                    prop_assert_eq!(after.cards[&done.mentee].place, done.before);
                }
                prop_assert_eq!(after.undone.last(), Some(past));
            }
            let Some(command) = command(&now, &deed) else { continue };
            for event in decide(&now, &command, by, &fits).unwrap_or_default() {
                apply(&mut now, &event, by);
            }
        }
    }

    /// Whoever changes something has nothing to do again; what others have undone is still theirs.
    #[test]
    fn a_change_of_ones_own_leaves_nothing_to_do_again(deeds in prop::collection::vec((0..3u128, deed()), 1..60)) {
        let mut now = board(&[2, 2, 1, 1, 3], 12);
        for (by, deed) in deeds {
            let by = Some(person(by));
            let Some(command) = command(&now, &deed) else { continue };
            let others = |board: &Board| board.undone.iter().filter(|past| past.by != by).cloned().collect::<Vec<_>>();
            let before = others(&now);
            for event in decide(&now, &command, by, &fits).unwrap_or_default() {
                apply(&mut now, &event, by);
                prop_assert_eq!(others(&now), before.clone());
                let changed = !matches!(deed, Deed::Undo | Deed::Redo) && !event.shifts().is_empty();
                if changed {
                    prop_assert_eq!(decide(&now, &Command::Redo, by, &fits), Err(Refusal::NothingToRedo));
                }
            }
        }
    }

    /// Every version can be seen again, back to the beginning without anybody placed.
    #[test]
    fn stepping_back_shows_every_version(deeds in prop::collection::vec((0..3u128, deed()), 1..60)) {
        let mut now = board(&[2, 2, 1, 1, 3], 12);
        let places = |board: &Board| -> Places {
            board.cards.iter().filter(|(_, card)| card.place.mentor.is_some()).map(|(id, card)| (*id, card.place)).collect()
        };
        let mut versions = vec![];
        for (by, deed) in deeds {
            let Some(command) = command(&now, &deed) else { continue };
            for event in decide(&now, &command, Some(person(by)), &fits).unwrap_or_default() {
                versions.push((places(&now), event.clone()));
                apply(&mut now, &event, Some(person(by)));
            }
        }
        let mut seen = places(&now);
        for (before, event) in versions.into_iter().rev() {
            take_back(&mut seen, &event);
            prop_assert_eq!(&seen, &before);
        }
        prop_assert!(seen.is_empty());
    }

    /// A new board takes over what is possible and says why not of everything else, and breaks no rule by it.
    #[test]
    fn a_beginning_takes_what_is_possible(
        places in prop::collection::vec(0..3u32, 5),
        pairs in prop::collection::vec((0..14u128, 0..6u128, any::<bool>()), 0..20),
    ) {
        let mut new = board(&places, 12);
        let pairs: Vec<_> =
            pairs.iter().map(|(one, to, pinned)| (mentee(*one), Place { mentor: Some(mentor(*to)), pinned: *pinned })).collect();
        let beginning = begin(&new, &pairs, &fits);
        prop_assert_eq!(beginning.shifts.len() + beginning.left.len(), pairs.len());
        apply(&mut new, &Event::Begun(beginning.shifts.clone()), Some(person(0)));
        prop_assert!(new.past.is_empty(), "a beginning is not undone");
        for (id, at) in &new.mentors {
            prop_assert!(new.load(*id) <= at.places);
        }
        for shift in beginning.shifts {
            prop_assert!(pairs.contains(&(shift.mentee, shift.after)));
            prop_assert!(new.fit(shift.mentee, shift.after.mentor.unwrap(), &fits).is_ok());
        }
        for (at, _) in beginning.left {
            let (one, place) = pairs[at];
            let seen = new.cards.get(&one).map_or(0, |card| card.revision);
            let placed = new.cards.get(&one).is_some_and(|card| card.place.mentor.is_some());
            let put = Command::Move { mentee: one, to: place.mentor, seen };
            prop_assert!(placed || decide(&new, &put, None, &fits).is_err());
        }
    }

    #[test]
    fn what_the_browser_applies_is_what_the_server_has(deeds in prop::collection::vec((0..3u128, deed()), 1..40)) {
        let mut server = board(&[2, 2, 1, 1, 3], 12);
        let mut browser = server.clone();
        for (by, deed) in deeds {
            let Some(command) = command(&server, &deed) else { continue };
            for event in decide(&server, &command, Some(person(by)), &fits).unwrap_or_default() {
                apply(&mut server, &event, Some(person(by)));
                let sent = serde_json::to_string(&event).unwrap();
                apply(&mut browser, &serde_json::from_str(&sent).unwrap(), Some(person(by)));
            }
            prop_assert_eq!(&server, &browser);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Both figures of every place are what one gets by doing it.
    #[test]
    fn the_outlook_is_what_would_happen(deeds in prop::collection::vec(deed(), 0..25)) {
        let mut board = board(&[2, 1, 2, 3, 1], 12);
        for deed in &deeds {
            befall(&mut board, deed);
            let Some(command) = command(&board, deed) else { continue };
            for event in decide(&board, &command, None, &fits).unwrap_or_default() {
                apply(&mut board, &event, None);
            }
        }
        for (one, card) in board.cards.clone() {
            let outlook = Studio::new(&board, &fits).unwrap().outlook(&board, one, &fits).unwrap();
            let alone = outlook_alone(&board, one, &fits);
            prop_assert!(outlook.iter().all(|(id, known)| alone.get(id).is_some_and(|one| one.alone == known.alone)));
            prop_assert!(alone.len() == outlook.len() || outlook.is_empty(), "without the engine no more and no less is possible");
            let pinned = card.place.mentor.filter(|_| card.place.pinned);
            let known = pinned.is_none_or(|mentor| outlook.contains_key(&mentor));
            for (mentor, consequence) in &outlook {
                let mut there = board.clone();
                there.cards.get_mut(&one).unwrap().place = Place { mentor: Some(*mentor), pinned: true };
                if known {
                    let (before, after) = (best(&board, one), best(&there, one));
                    let gain = Gain { pairs: after.0 - before.0, fit: after.1 - before.1 };
                    prop_assert_eq!(consequence.around, Some(gain), "around {:?} at {:?}", one, mentor);
                }
                if let Some(displaced) = consequence.displaced {
                    there.cards.get_mut(&displaced).unwrap().place = Place::TRAY;
                }
                let (before, after) = (present(&board), present(&there));
                let gain = Gain { pairs: after.0 - before.0, fit: after.1 - before.1 };
                prop_assert_eq!(consequence.alone, gain, "alone {:?} at {:?}", one, mentor);
            }
        }
    }

    /// A place more that is said to help somebody gives the best plan as much as is said.
    #[test]
    fn what_is_said_to_help_helps(places in prop::collection::vec(0..3u32, 5), deeds in prop::collection::vec(deed(), 0..25)) {
        let mut board = board(&places, 12);
        for deed in &deeds {
            befall(&mut board, deed);
            let Some(command) = command(&board, deed) else { continue };
            for event in decide(&board, &command, None, &fits).unwrap_or_default() {
                apply(&mut board, &event, None);
            }
        }
        let solved = |board: &Board| {
            let studio = Studio::new(board, &fits).unwrap();
            let plan = matching::solve(studio.problem()).unwrap();
            let mentees: Vec<_> = plan.pairs.iter().map(|pair| studio.mentees()[pair.0 as usize]).collect();
            ((mentees.len() as i64, plan.total), mentees)
        };
        let (before, matched) = solved(&board);
        for one in board.cards.keys() {
            let Some(said) = Studio::new(&board, &fits).unwrap().unmatched(&board, *one, &fits).unwrap() else { continue };
            let free = board.cards[one].is_free();
            prop_assert!(free && (!matched.contains(one) || said.possible > 0));
            for remedy in said.remedies {
                let Change::Place(mentor) = remedy.change else { continue };
                // A mentor with more mentees than places has none left for one place more.
                if board.loads().get(&mentor).copied().unwrap_or(0) > board.mentors[&mentor].places {
                    continue;
                }
                let mut more = board.clone();
                more.mentors.get_mut(&mentor).unwrap().places += 1;
                let (after, _) = solved(&more);
                let gain = Gain { pairs: after.0 - before.0, fit: after.1 - before.1 };
                prop_assert_eq!(remedy.gain, gain, "{:?}", remedy);
            }
        }
    }

    /// The price of a pin is what the best plan gains without it; what is said of a pair is what happens when it is made or
    /// ruled out; whoever would rather have each other does.
    #[test]
    fn a_verdict_is_what_one_gets_by_trying(places in prop::collection::vec(0..4u32, 5), deeds in prop::collection::vec(deed(), 0..25)) {
        let mut board = board(&places, 12);
        for deed in &deeds {
            befall(&mut board, deed);
            for event in command(&board, deed).map_or(Ok(vec![]), |one| decide(&board, &one, None, &fits)).unwrap_or_default() {
                apply(&mut board, &event, None);
            }
        }
        let mut studio = Studio::new(&board, &fits).unwrap();
        let verdict = studio.verdict(&board, &fits, 100).unwrap();
        prop_assert!(studio.is_proved());
        prop_assert_eq!(verdict.spread.iter().sum::<u32>() as usize, present(&board).0 as usize);
        let mut free = board.clone();
        let mut held = Gain::default();
        for ((mentee, mentor, fit), price) in &verdict.pins {
            let mut without = board.clone();
            without.cards.get_mut(mentee).unwrap().place.pinned = false;
            free.cards.get_mut(mentee).unwrap().place.pinned = false;
            let now = Gain { pairs: 1, fit: fit.unwrap() };
            held = held + now;
            let best = Studio::new(&without, &fits).unwrap().best() - Studio::new(&board, &fits).unwrap().best();
            prop_assert_eq!(*price, Some(best - now), "{:?} with {:?}", mentee, mentor);
        }
        let all = Studio::new(&free, &fits).unwrap().best() - studio.best() - held;
        prop_assert_eq!(verdict.pins_cost, Some(all));
        for (one, card) in board.cards.iter().filter(|(_, card)| card.is_free() && card.place.mentor.is_some()) {
            let mentor = card.place.mentor.unwrap();
            // Of a mentor who has more mentees than places by now no pair is sure to be possible.
            if board.load(mentor) > board.mentors[&mentor].places {
                continue;
            }
            let best = studio.best();
            let mut with = board.clone();
            with.cards.get_mut(one).unwrap().place.pinned = true;
            let with = Studio::new(&with, &fits).unwrap().best() + Gain { pairs: 1, fit: fits(*one, mentor).unwrap() };
            let mut without = board.clone();
            without.cards.get_mut(one).unwrap().declined.insert(mentor);
            let without = Studio::new(&without, &fits).unwrap().best();
            let said = match (best - with, best - without) {
                (Gain { pairs: 0, fit: 0 }, Gain { pairs: 0, fit: 0 }) => Standing::Sometimes,
                (Gain { pairs: 0, fit: 0 }, loss) => Standing::Always(Some(loss)),
                (loss, _) => Standing::Never(loss),
            };
            prop_assert_eq!(studio.standing(&board, *one, mentor).unwrap(), Some(said), "{:?}", one);
        }
        // Who loses and gains around a pair adds up to what the pair is said to mean.
        let over = |mentor: ParticipationId| board.load(mentor) > board.mentors[&mentor].places;
        // A pin on a pair for which there is no place by now is not counted as one.
        let held = |card: &Card| card.place.pinned && card.place.mentor.is_some_and(over);
        for (one, card) in board.cards.iter().filter(|(_, card)| !held(card)).take(4) {
            for (mentor, said) in studio.outlook(&board, *one, &fits).unwrap() {
                let stakes = studio.stakes(&board, *one, mentor, &fits).unwrap();
                let count = |fit: Option<i64>| i64::from(fit.is_some());
                let change = |before: Option<i64>, after: Option<i64>| Gain {
                    pairs: count(after) - count(before),
                    fit: after.unwrap_or(0) - before.unwrap_or(0),
                };
                let best = studio.plan().pairs;
                let row = studio.row(*one);
                let has = match card.place {
                    Place { mentor: Some(mentor), pinned: true } => fits(*one, mentor).ok(),
                    _ => best.iter().find(|pair| Some(pair.0) == row).and_then(|pair| studio.problem().arcs.fit(pair.0, pair.1)),
                };
                let own = change(has, fits(*one, mentor).ok());
                let add = |stakes: &Vec<Stake>| stakes.iter().fold(own, |sum, one| sum + change(one.before, one.after));
                prop_assert_eq!(stakes.as_ref().map(add), said.around, "{:?} with {:?}: {:?}", one, mentor, stakes);
                prop_assert!(stakes.iter().flatten().all(|stake| stake.mentee != *one));
            }
        }
        let mut gain = studio.better(&board);
        for (least, step) in studio.guarantees(&board).unwrap() {
            let mut fairer = board.clone();
            for (mentee, to) in &step.changes {
                fairer.cards.get_mut(mentee).unwrap().place.mentor = *to;
            }
            for (one, card) in fairer.cards.iter().filter(|(_, card)| card.is_free()) {
                let fit = card.place.mentor.map(|mentor| fits(*one, mentor).unwrap());
                prop_assert!(fit.is_none_or(|fit| fit >= i64::from(least) * 10_000), "{:?} below {}", one, least);
            }
            prop_assert_eq!(step.gain.pairs, gain.pairs);
            prop_assert!(step.gain.fit <= gain.fit, "a guarantee costs something or nothing");
            gain = step.gain;
        }
        for one in &verdict.rather {
            prop_assert_eq!(board.fit(one.mentee, one.mentor, &fits), Ok(one.fit));
            let here = board.cards[&one.mentee].place.mentor;
            prop_assert_eq!(here.map(|mentor| fits(one.mentee, mentor).unwrap()), one.has);
            prop_assert!(one.has.is_none_or(|has| has < one.fit));
            let there = board.cards.iter().filter(|(_, card)| card.place.mentor == Some(one.mentor));
            let lower = |(id, card): (&ParticipationId, &Card)| {
                card.active && card.stage == Stage::Open && fits(*id, one.mentor).unwrap() < one.fit
            };
            prop_assert!(board.load(one.mentor) < board.mentors[&one.mentor].places || there.clone().any(lower));
        }
    }

    /// An engine that follows a board knows what one knows that begins anew, and looking ahead leaves no trace.
    #[test]
    fn an_engine_that_follows_knows_what_a_new_one_knows(places in prop::collection::vec(0..4u32, 5), deeds in prop::collection::vec(deed(), 1..25)) {
        let mut board = board(&places, 12);
        let mut studio = Studio::new(&board, &fits).unwrap();
        for deed in &deeds {
            befall(&mut board, deed);
            for event in command(&board, deed).map_or(Ok(vec![]), |one| decide(&board, &one, None, &fits)).unwrap_or_default() {
                apply(&mut board, &event, None);
            }
            let mut new = Studio::new(&board, &fits).unwrap();
            if !studio.follow(&board) {
                studio = new.clone();
            }
            prop_assert_eq!(studio.problem(), new.problem());
            let worth = |studio: &Studio| {
                let mut now = board.clone();
                for (mentee, to) in studio.changes(&board) {
                    now.cards.get_mut(&mentee).unwrap().place.mentor = to;
                }
                present(&now)
            };
            prop_assert_eq!(worth(&studio), worth(&new));
            for one in board.cards.keys() {
                let known = studio.outlook(&board, *one, &fits).unwrap();
                prop_assert_eq!(known, new.outlook(&board, *one, &fits).unwrap(), "{:?}", one);
            }
        }
    }
}
