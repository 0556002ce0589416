//! Deferred acceptance with counted places on both sides.
//!
//! Owns the proposals. Refuses to know what a pin or a tie is: its lists are strict and hold free places only.

use super::lists::{Lists, Standing};
use std::collections::BinaryHeap;

/// The pairs `(who proposed, who accepted)`, unsorted.
///
/// Who proposes first makes no difference to the answer (Gale and Shapley 1962, theorem 2), so the next one is
/// whoever is on top of a stack.
pub(super) fn accept(lists: &Lists) -> Vec<(u32, u32)> {
    let mut next: Vec<usize> = lists.starts.clone();
    let mut free = lists.from.clone();
    // Each heap has the one who is the first to go on top.
    let mut kept: Vec<BinaryHeap<Standing>> = vec![BinaryHeap::new(); lists.to.len()];
    let mut waiting: Vec<u32> = (0..lists.from.len() as u32).rev().collect();
    while let Some(from) = waiting.pop() {
        let person = from as usize;
        while free[person] > 0 && next[person] < lists.starts[person + 1] {
            let choice = lists.choices[next[person]];
            next[person] += 1;
            // Pinned pairs stand at the end of a list and name nobody.
            let Some(places) = lists.to.get(choice.to as usize) else { break };
            let kept = &mut kept[choice.to as usize];
            if kept.len() < *places as usize {
                kept.push(choice.standing);
                free[person] -= 1;
            } else if let Some(mut worst) = kept.peek_mut()
                && choice.standing < *worst
            {
                let gone = std::mem::replace(&mut *worst, choice.standing).from;
                free[person] -= 1;
                free[gone as usize] += 1;
                // One who had a free place is on the stack already, or has come to the end of the list.
                if free[gone as usize] == 1 {
                    waiting.push(gone);
                }
            }
        }
    }
    let pairs = |(to, heap): (usize, &BinaryHeap<Standing>)| {
        heap.iter().map(|standing| (standing.from, to as u32)).collect::<Vec<_>>()
    };
    kept.iter().enumerate().flat_map(pairs).collect()
}
