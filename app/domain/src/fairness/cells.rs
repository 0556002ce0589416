//! Which counts may be shown, so that none below [`LEAST`] is seen or can be worked out from the others.
//!
//! Readers know the total from elsewhere: they see who is on the board, and who has a match. Whoever has said nothing is
//! never counted before their eyes, so what is hidden is the hidden groups and those together. The laws try all ways in
//! which people could be spread and find, for everything that is hidden, at least two that look alike.

use serde::{Deserialize, Serialize};

/// A group smaller than this is not shown.
pub const LEAST: u32 = 5;

/// Which of the groups with so many people each, of `all`, may be shown: those of [`LEAST`] and more that are not nearly
/// everybody. Where one is hidden, the smallest of the others are hidden with it until the rest is no small number either.
pub fn shown(groups: &[u32], all: u32) -> Vec<bool> {
    let mut shown: Vec<bool> =
        groups.iter().map(|&people| people >= LEAST && all.saturating_sub(people) >= LEAST).collect();
    while shown.contains(&false) && all.saturating_sub(sum(groups, &shown)) < LEAST {
        if !hide_smallest(&mut shown, groups) {
            break;
        }
    }
    shown
}

/// How much is told of how many of a group have a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Count {
    Exactly(u32),
    /// All but fewer than [`LEAST`], as on the whole board.
    Most,
    /// Fewer than [`LEAST`], as on the whole board.
    Few,
    Hidden,
}

/// What is told of groups that are shown themselves: how many people each has and how many of these have a match, beside
/// `all` people of whom `matched` have one.
pub fn counts(groups: &[(u32, u32)], all: u32, matched: u32) -> Vec<Count> {
    let waiting = all - matched;
    if waiting == 0 || matched == 0 {
        return groups.iter().map(|group| Count::Exactly(group.1)).collect();
    }
    let with: Vec<u32> = groups.iter().map(|group| group.1).collect();
    let without: Vec<u32> = groups.iter().map(|group| group.0 - group.1).collect();
    let small = |at: usize| with[at] < LEAST || without[at] < LEAST;
    let large = |at: usize| matched - with[at] < LEAST || waiting - without[at] < LEAST;
    let mut exact: Vec<bool> = (0..groups.len()).map(|at| !small(at) && !large(at)).collect();
    while exact.contains(&false)
        && (matched - sum(&with, &exact) < LEAST || waiting - sum(&without, &exact) < LEAST)
    {
        if !hide_smallest(&mut exact, &without) {
            break;
        }
    }
    // That few wait at all, or few are matched, is no secret.
    let told = |at: usize| match (exact[at], waiting < LEAST, matched < LEAST) {
        (true, ..) => Count::Exactly(with[at]),
        (_, true, _) => Count::Most,
        (_, _, true) => Count::Few,
        _ => Count::Hidden,
    };
    (0..groups.len()).map(told).collect()
}

fn sum(counts: &[u32], of: &[bool]) -> u32 {
    counts.iter().zip(of).filter(|(_, of)| **of).map(|(count, _)| count).sum()
}

/// `false` where nothing is shown any more.
fn hide_smallest(shown: &mut [bool], counts: &[u32]) -> bool {
    let smallest = (0..shown.len()).filter(|at| shown[*at]).min_by_key(|at| counts[*at]);
    if let Some(at) = smallest {
        shown[at] = false;
    }
    smallest.is_some()
}
