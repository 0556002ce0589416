//! The labels that wait, the nearest first.
//!
//! Owns two places to wait. Whoever is less than [`NEAR`] further than the last that was taken waits in a ring of lists, one
//! for each distance (Dial 1969): small whole fits make most steps so short, and 500 by 500 take a fifth less time for it.
//! Everybody else waits in a heap that knows where each label stands, so that a label that has become nearer moves up
//! instead of waiting twice. (The standard library's heap cannot; where every arc brings some mentor nearer, labels that
//! wait many times over were two thirds of the solver's time.) Eight children to a parent make it a third as deep
//! as two, and a move up, which is the common one, a third as long. Distance and label are one number there, so that no
//! processor has to guess which of the two decides. (A radix heap in place of both was as fast where distances are small,
//! and a fifth slower where they are large.)
//!
//! Equal distances go the same way everywhere: what came last to the ring first, then by label from the heap. A label that
//! came nearer may be taken twice, at the nearer distance first. Nothing nearer than the last taken is ever put, as
//! Dijkstra's method has it.
//!
//! Putting and taking cost O(1) in the ring, O(log waiting) in the heap.

const CHILDREN: usize = 8;
/// How many distances have lists of their own: one for each bit of `any`.
const NEAR: usize = u8::BITS as usize;
const ABSENT: u32 = u32::MAX;

#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    /// The distance and, in the lower 32 bits, the label. A parent is never behind its children.
    heap: Vec<i128>,
    /// By label, its position in `heap`.
    position: Vec<u32>,
    /// The labels at each of the next distances, in a ring, and a bit for each distance that there are any.
    near: [Vec<u32>; NEAR],
    any: u8,
    /// The distance that was taken last.
    last: i64,
}

impl Queue {
    pub(crate) fn new(labels: usize) -> Queue {
        Queue { heap: Vec::new(), position: vec![ABSENT; labels], ..Queue::default() }
    }

    /// Lets `label` wait at `distance`, which must not be further than where it waits already, nor nearer than the last taken.
    pub(crate) fn put(&mut self, distance: i64, label: usize) {
        debug_assert!(distance >= self.last, "distances only grow");
        if distance - self.last < NEAR as i64 {
            let at = distance as usize % NEAR;
            self.near[at].push(label as u32);
            self.any |= 1 << at;
            return;
        }
        let entry = i128::from(distance) << 32 | label as i128;
        let mut at = self.position[label];
        if at == ABSENT {
            at = self.heap.len() as u32;
            self.heap.push(entry);
        }
        self.rise(at as usize, entry);
    }

    /// The nearest label.
    pub(crate) fn take(&mut self) -> Option<(i64, usize)> {
        let ahead = self.any.rotate_right((self.last % NEAR as i64) as u32).trailing_zeros();
        let near = (self.any != 0).then(|| self.last + i64::from(ahead));
        let far = self.heap.first().map(|&first| distance(first));
        self.last = near.into_iter().chain(far).min()?;
        let label = if far == Some(self.last) { self.take_far()? } else { self.take_near()? };
        Some((self.last, label))
    }

    fn take_near(&mut self) -> Option<usize> {
        let at = self.last as usize % NEAR;
        let label = self.near[at].pop()?;
        self.any &= !(u8::from(self.near[at].is_empty()) << at);
        Some(label as usize)
    }

    fn take_far(&mut self) -> Option<usize> {
        let last = self.heap.pop()?;
        let nearest = self.heap.first().copied().unwrap_or(last);
        self.position[label(nearest)] = ABSENT;
        if !self.heap.is_empty() {
            self.sink(last);
        }
        Some(label(nearest))
    }

    pub(crate) fn clear(&mut self) {
        while self.any != 0 {
            self.near[self.any.trailing_zeros() as usize].clear();
            self.any &= self.any - 1;
        }
        self.last = 0;
        for entry in self.heap.drain(..) {
            self.position[label(entry)] = ABSENT;
        }
    }

    /// Moves the hole at `at` up until `entry` may fill it.
    fn rise(&mut self, mut at: usize, entry: i128) {
        while at > 0 {
            let parent = (at - 1) / CHILDREN;
            if self.heap[parent] <= entry {
                break;
            }
            self.set(at, self.heap[parent]);
            at = parent;
        }
        self.set(at, entry);
    }

    /// Moves the hole at the top down until `entry` may fill it.
    fn sink(&mut self, entry: i128) {
        let mut at = 0;
        loop {
            let first = CHILDREN * at + 1;
            let children = first..self.heap.len().min(first + CHILDREN);
            let Some(nearest) = children.min_by_key(|&child| self.heap[child]) else { break };
            if entry <= self.heap[nearest] {
                break;
            }
            self.set(at, self.heap[nearest]);
            at = nearest;
        }
        self.set(at, entry);
    }

    fn set(&mut self, at: usize, entry: i128) {
        self.heap[at] = entry;
        self.position[label(entry)] = at as u32;
    }
}

fn distance(entry: i128) -> i64 {
    (entry >> 32) as i64
}

fn label(entry: i128) -> usize {
    entry as u32 as usize
}
