//! Three coordinators at one board, at once and in any order.

use crate::world::{Person, World, command};
use domain::board::{
    self as board_rules, Board, BoardQuery, BoardView, Card, Event, Mentor, Place, SeenCard, Stage, Target,
    apply,
};
use domain::stream::{Topic, Version};
use domain::{MatchPlanId, ParticipationId, Role};
use futures::future::join_all;
use proptest::prelude::*;
use service::board::Run;
use service::{Context, Error, board, live, proposal};

const SLUG: &str = "women-in-tech";
const MENTORS: usize = 3;
const MENTEES: usize = 6;

/// What a coordinator does, by numbers. What they have seen is what was there before all three began.
#[derive(Clone, Debug)]
enum Deed {
    Move(usize, Option<usize>),
    Swap(usize, usize),
    TakePlace(usize, usize),
    Pin(usize),
    Unpin(usize),
    /// Several at once: to a mentor, into the tray, pinned or unpinned.
    Several(Vec<usize>, Several),
    Engine,
    Undo,
    Redo,
    Publish,
    RecallAll,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0..MENTEES, prop::option::weighted(0.8, 0..MENTORS)).prop_map(|(a, b)| Deed::Move(a, b)),
        2 => (0..MENTEES, 0..MENTEES).prop_map(|(a, b)| Deed::Swap(a, b)),
        2 => (0..MENTEES, 0..MENTEES).prop_map(|(a, b)| Deed::TakePlace(a, b)),
        1 => (0..MENTEES).prop_map(Deed::Pin),
        2 => (0..MENTEES).prop_map(Deed::Unpin),
        2 => (prop::sample::subsequence((0..MENTEES).collect::<Vec<_>>(), 1..4), several())
            .prop_map(|(all, what)| Deed::Several(all, what)),
        1 => Just(Deed::Engine),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::Publish),
        1 => Just(Deed::RecallAll),
    ]
}

/// What is done with several; a mentor is a number until there are people.
fn several() -> impl Strategy<Value = Several> {
    prop_oneof![
        prop::option::weighted(0.8, 0..MENTORS).prop_map(Several::Move),
        Just(Several::Pin),
        Just(Several::Unpin),
    ]
}

#[derive(Clone, Copy, Debug)]
enum Several {
    Move(Option<usize>),
    Pin,
    Unpin,
}

struct Round {
    plan: MatchPlanId,
    mentors: Vec<ParticipationId>,
    mentees: Vec<ParticipationId>,
}

impl Round {
    async fn board(&self, cx: &Context) -> BoardView {
        board::load_board(cx, SLUG, self.plan, &BoardQuery::default()).await.unwrap()
    }

    /// Whether it was done, and at which version; publishing and recalling tell no version.
    async fn carry_out(&self, cx: &Context, seen: &BoardView, deed: &Deed) -> Option<Version> {
        let card = |at: &usize| {
            let id = self.mentees[*at];
            let revision = seen.cards.iter().find(|card| card.id == id).map_or(0, |card| card.revision);
            SeenCard { id, revision }
        };
        let plan = self.plan;
        let answer = match deed {
            Deed::Move(one, to) => {
                let to = Target(to.map(|to| self.mentors[to]));
                board::move_card(cx, SLUG, plan, card(one), to, command()).await
            }
            Deed::Swap(one, other) => {
                board::swap_cards(cx, SLUG, plan, card(one), card(other), command()).await
            }
            Deed::TakePlace(one, other) => {
                board::take_place(cx, SLUG, plan, card(one), card(other), command()).await
            }
            Deed::Pin(one) => board::pin_card(cx, SLUG, plan, card(one), command()).await,
            Deed::Unpin(one) => board::unpin_card(cx, SLUG, plan, card(one), command()).await,
            Deed::Several(all, what) => {
                let cards: Vec<SeenCard> = all.iter().map(card).collect();
                let what = match what {
                    Several::Move(to) => board_rules::Deed::Move(to.map(|to| self.mentors[to])),
                    Several::Pin => board_rules::Deed::Pin,
                    Several::Unpin => board_rules::Deed::Unpin,
                };
                board::change_cards(cx, SLUG, plan, &cards, what, command()).await
            }
            Deed::Engine => board::run_engine(cx, SLUG, plan, Run::default(), command()).await,
            Deed::Undo => board::undo(cx, SLUG, plan, command()).await,
            Deed::Redo => board::redo(cx, SLUG, plan, command()).await,
            Deed::Publish => return done(proposal::publish_plan(cx, SLUG, plan, command()).await),
            Deed::RecallAll => return done(proposal::recall_proposals(cx, SLUG, plan, command()).await),
        };
        match answer {
            Ok(answer) => Some(answer.version),
            Err(error) => done::<()>(Err(error)),
        }
    }
}

/// Nothing but a refusal may come of two who want different things.
fn done<T>(answer: Result<T, Error>) -> Option<Version> {
    match answer {
        Ok(_) | Err(Error::Refused(_) | Error::RefusedSaying(..)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

fn ids(people: &[Person]) -> Vec<ParticipationId> {
    people.iter().map(|person| person.participation.unwrap()).collect()
}

/// The board as a browser knows it.
fn known(view: &BoardView) -> Board {
    let mut board = Board::empty(view.plan);
    board.mentors = view
        .mentors
        .iter()
        .map(|one| (one.id, Mentor { places: one.places, elsewhere: one.elsewhere, active: one.active }))
        .collect();
    let card = |one: &domain::board::CardView| Card {
        place: Place { mentor: one.mentor, pinned: one.pinned },
        revision: one.revision,
        stage: one.stage,
        ..Card::default()
    };
    board.cards = view.cards.iter().map(|one| (one.id, card(one))).collect();
    board
}

async fn any_order_gives_one_history(rounds: Vec<[Deed; 3]>) {
    let world = World::new().await;
    let mut hands = vec![];
    for name in ["Ann", "Ben", "Cleo"] {
        hands.push(world.of(&world.coordinator(name).await));
    }
    let (mut mentors, mut mentees) = (vec![], vec![]);
    for number in 0..MENTORS {
        mentors.push(world.participant(&format!("Mentor {number}"), Role::Mentor).await);
    }
    for number in 0..MENTEES {
        mentees.push(world.participant(&format!("Mentee {number}"), Role::Mentee).await);
    }
    let plan = board::create_plan(&hands[0], SLUG, board::NewPlan::named("Draft"), command()).await.unwrap();
    let round = Round { plan, mentors: ids(&mentors), mentees: ids(&mentees) };
    let first = round.board(&hands[0]).await;
    let mut acknowledged = vec![];
    for deeds in &rounds {
        let seen = round.board(&hands[0]).await;
        let all = deeds.iter().zip(&hands).map(|(deed, cx)| round.carry_out(cx, &seen, deed));
        acknowledged.extend(join_all(all).await.into_iter().flatten());
    }
    let last = round.board(&hands[1]).await;
    let events = live::replay(&hands[2], Topic::MatchPlan(plan), first.version).await.unwrap().unwrap();
    // One history: without gaps, with everything that was acknowledged.
    let versions: Vec<i64> = events.iter().map(|event| event.version.0).collect();
    assert_eq!(versions, (first.version.0 + 1..=last.version.0).collect::<Vec<_>>());
    for version in acknowledged {
        assert!(version == first.version || versions.contains(&version.0), "{version:?} of {versions:?}");
    }
    // Whoever follows it comes to the same board, and no place is given twice on the way.
    let mut browser = known(&first);
    for event in &events {
        // Proposals are told in the same stream, beside the events of the board.
        let Ok(of_board) = serde_json::from_value::<Event>(event.payload.clone()) else {
            assert!(event.kind.starts_with("proposal."), "{}", event.kind);
            continue;
        };
        apply(&mut browser, &of_board, event.actor);
        for (mentor, load) in browser.loads() {
            assert!(load <= browser.mentors[&mentor].places);
        }
    }
    let told = |board: &Board| -> Vec<_> {
        board.cards.iter().map(|(id, card)| (*id, card.place, card.revision, card.stage)).collect()
    };
    assert_eq!(told(&browser), told(&known(&last)));
    // What is proposed is possible: nobody has more proposals than places, and no rule forbids one.
    for card in last.cards.iter().filter(|card| card.stage != Stage::Open) {
        assert!(card.mentor.is_some() && card.broken.is_none(), "{card:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn three_coordinators_in_any_order_have_one_history_and_one_board(
        rounds in prop::collection::vec([deed(), deed(), deed()], 1..10)
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(any_order_gives_one_history(rounds));
    }
}
