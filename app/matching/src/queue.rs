//! The labels that wait, the nearest first.
//!
//! Owns a heap that knows where each label stands, so that a label that has become nearer moves up instead of
//! waiting twice. (The standard library's heap cannot; where every arc brings some mentor nearer, labels that
//! wait many times over were two thirds of the solver's time.) Four children to a parent make it half as deep
//! as with two, and a move up, which is the common one, half as long. Refuses ties: equal distances go by
//! label, which keeps the answer the same everywhere.
//!
//! Putting and taking cost O(log waiting).

const CHILDREN: usize = 4;
const ABSENT: usize = usize::MAX;

#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    /// A parent is never behind its children in the order of `(distance, label)`.
    heap: Vec<(i64, usize)>,
    /// By label, its position in `heap`.
    position: Vec<usize>,
}

impl Queue {
    pub(crate) fn new(labels: usize) -> Queue {
        Queue { heap: Vec::new(), position: vec![ABSENT; labels] }
    }

    /// Lets `label` wait at `distance`, which must not be further than where it waits already.
    pub(crate) fn put(&mut self, distance: i64, label: usize) {
        let mut at = self.position[label];
        if at == ABSENT {
            at = self.heap.len();
            self.heap.push((distance, label));
        }
        self.rise(at, (distance, label));
    }

    /// The nearest label, which no longer waits.
    pub(crate) fn take(&mut self) -> Option<(i64, usize)> {
        let last = self.heap.pop()?;
        self.position[last.1] = ABSENT;
        let Some(&nearest) = self.heap.first() else { return Some(last) };
        self.position[nearest.1] = ABSENT;
        self.sink(last);
        Some(nearest)
    }

    pub(crate) fn clear(&mut self) {
        for (_, label) in self.heap.drain(..) {
            self.position[label] = ABSENT;
        }
    }

    /// Moves the hole at `at` up until `entry` may fill it.
    fn rise(&mut self, mut at: usize, entry: (i64, usize)) {
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
    fn sink(&mut self, entry: (i64, usize)) {
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

    fn set(&mut self, at: usize, entry: (i64, usize)) {
        self.heap[at] = entry;
        self.position[entry.1] = at;
    }
}
