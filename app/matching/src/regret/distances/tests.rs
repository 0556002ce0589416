//! Searches on what is left of the edges, beside three loops on all of them.

use super::{UNKNOWN, relax, search, sift};
use proptest::prelude::*;

/// A table of direct ways, some of them missing; few different costs make many ties.
fn tables() -> impl Strategy<Value = (usize, Vec<i32>)> {
    (1usize..30, prop_oneof![1..4i32, 1..1000i32, Just(UNKNOWN)]).prop_flat_map(|(nodes, most)| {
        let cost = prop_oneof![4 => 0..most, 1 => Just(UNKNOWN)];
        proptest::collection::vec(cost, nodes * nodes).prop_map(move |mut all| {
            (0..nodes).for_each(|node| all[node * nodes + node] = 0);
            (nodes, all)
        })
    })
}

proptest! {
    #[test]
    fn searches_on_the_edges_left_find_what_three_loops_find((nodes, all) in tables()) {
        let edges = sift(&all, nodes, nodes * nodes).expect("as many as there are");
        let (mut searched, mut relaxed) = (all.clone(), all);
        search(&mut searched, &edges);
        relax(&mut relaxed, nodes, UNKNOWN, i32::min, |a, b| a + b);
        let known = |all: Vec<i32>| all.into_iter().map(|way| way.min(UNKNOWN)).collect::<Vec<_>>();
        prop_assert_eq!(searched, known(relaxed));
    }
}

/// A ring on which each step is the only short way: more steps than the table is gone through for.
#[test]
fn ways_longer_than_the_sweeps_are_found() {
    let nodes = 90;
    let all: Vec<i32> = (0..nodes * nodes)
        .map(|cell| match (cell / nodes, cell % nodes) {
            (to, from) if to == from => 0,
            (to, from) if (from + 1) % nodes == to => 1,
            (to, from) => 1000 + ((to * 7 + from) % 13) as i32,
        })
        .collect();
    let edges = sift(&all, nodes, nodes * nodes).expect("as many as there are");
    let mut searched = all;
    search(&mut searched, &edges);
    for (cell, way) in searched.into_iter().enumerate() {
        let steps = (cell / nodes + nodes - cell % nodes) % nodes;
        assert_eq!(way, steps as i32);
    }
}
