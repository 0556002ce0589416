//! One shortest augmenting path: the cheapest way to give one mentee one more place.
//!
//! Owns the prices and the plan while they are being made, and keeps three conditions true between calls,
//! those of the crate's first page with "capacity" read as "capacity asked for so far". Refuses to decide
//! whose turn it is; that is `assign`.
//!
//! # The residual graph
//!
//! With `slack = u + v - worth`, an arc outside the plan has slack ≥ 0 and one inside has slack ≤ 0. A step
//! from a mentee to a mentor adds a pair and costs its slack; a step from a mentor back to one of its mentees
//! takes that pair away and costs the slack's negative. So no step costs less than nothing, which is what
//! Dijkstra's method needs (the prices are the potentials of Edmonds and Karp 1972, and Tomizawa 1971;
//! Ahuja, Magnanti and Orlin, section 9.7). A path may end in two ways:
//!
//! - at a **mentor with a free place**, at no further cost, because such a mentor's price is still 0;
//! - at **a mentee who gives a place up**, at the cost of that mentee's price. This is the "unmatched"
//!   option: a mentor that everybody may have, of unlimited capacity, worth 0. The unit in each worth makes
//!   it a last resort. The mentee who starts the path may take it too, so that a path always exists.
//!
//! # What keeps it fast
//!
//! - A mentor's places are counted, not copied: all places of one mentor share one price and one label, so
//!   500 mentors of three places are 500 labels, not 1,500 (Jonker and Volgenant 1987 work on single places).
//! - The search stops at the first end that nothing still waiting can beat, and never queues a label that
//!   cannot beat the best end seen so far. Only labels that were touched are reset; none waits twice
//!   (`queue`).
//! - A mentee with one mentor is reached through that mentor alone and at its distance, so is scanned at once
//!   and never queued.
//!
//! # Prices afterwards
//!
//! With `end` the length of the path, everyone at a distance `d < end` moves by `end - d`: mentees down,
//! mentors up. Every arc by which the search reached somebody becomes tight (slack 0), the path among them,
//! so the path may be swapped; and at the path's end stands a price of 0. Mentees' prices only fall, mentors'
//! only rise and only when they are full, and a price that rose is `worth - u` for some arc, hence all of
//! them stay between 0 and the largest worth.
//!
//! One search costs at most O(arcs + people · log people) steps, and usually a few rows.

use std::ops::Range;

use crate::network::Network;
use crate::queue::Queue;

/// A label for each person: mentors first, then mentees, so that one queue and one table serve both.
pub(crate) struct Search {
    pub(crate) network: Network,
    /// Whether an arc is in the plan.
    pub(crate) taken: Vec<bool>,
    /// The arcs in the plan at each mentor, without the pinned ones, which nobody may take away.
    pub(crate) held: Vec<Vec<usize>>,
    /// By label.
    pub(crate) price: Vec<i64>,
    distance: Vec<i64>,
    /// The arc by which a label was reached.
    reached_by: Vec<usize>,
    touched: Vec<usize>,
    /// Mentees at exactly the present distance, to be scanned next.
    ready: Vec<usize>,
    queue: Queue,
    /// The best end so far: its distance and its label.
    end: (i64, usize),
}

impl Search {
    pub(crate) fn new(network: Network) -> Search {
        let labels = network.mentors.len() + network.mentees.len();
        let mut taken = vec![false; network.arc_worth.len()];
        for &arc in &network.pinned {
            taken[arc] = true;
        }
        Search {
            taken,
            held: vec![Vec::new(); network.mentors.len()],
            price: vec![0; labels],
            distance: vec![i64::MAX; labels],
            reached_by: vec![0; labels],
            touched: Vec::new(),
            ready: Vec::new(),
            queue: Queue::new(labels),
            end: (0, 0),
            network,
        }
    }

    pub(crate) fn label(&self, mentee: usize) -> usize {
        self.network.mentors.len() + mentee
    }

    /// Gives `mentee` one more place, or lowers its price to 0 where giving it one would not pay.
    pub(crate) fn place(&mut self, mentee: usize) {
        let source = self.label(mentee);
        self.end = (i64::MAX, source);
        self.touch(source, 0, 0);
        self.ready.push(source);
        self.run(0);
        while let Some((distance, label)) = self.queue.take() {
            if distance >= self.end.0 {
                break;
            }
            // A mentee that was scanned at once may still wait where it stood before.
            if distance > self.distance[label] {
                continue;
            }
            if label < self.network.mentors.len() {
                self.release(label, distance);
            } else {
                self.ready.push(label);
            }
            self.run(distance);
        }
        self.reprice();
        self.swap(source);
        self.clear();
    }

    fn run(&mut self, distance: i64) {
        while let Some(label) = self.ready.pop() {
            self.scan(label, distance);
        }
    }

    /// From a mentee: give the place up, or go to any mentor that is not theirs.
    fn scan(&mut self, label: usize, distance: i64) {
        let base = distance + self.price[label];
        if base < self.end.0 {
            self.end = (base, label);
        }
        let row = self.network.row(label - self.network.mentors.len());
        let mut from = row.start;
        while let Some((arc, next)) = self.nearer(from..row.end, base) {
            let mentor = self.network.arc_mentor[arc] as usize;
            self.touch(mentor, next, arc);
            if self.held[mentor].len() < self.network.mentors[mentor] {
                self.end = (next, mentor);
            } else {
                self.queue.put(next, mentor);
            }
            from = arc + 1;
        }
    }

    /// The first of these arcs by which its mentor is nearer than before and nearer than the end. Here the
    /// time goes: the loop changes nothing, so that everything it compares with stays in registers, and two
    /// comparisons turn nearly every arc away before the rare question is asked.
    fn nearer(&self, arcs: Range<usize>, base: i64) -> Option<(usize, i64)> {
        let (price, distance, end) = (&self.price[..], &self.distance[..self.price.len()], self.end.0);
        let mentors = &self.network.arc_mentor[arcs.clone()];
        let worths = &self.network.arc_worth[arcs.clone()];
        for ((arc, &mentor), &worth) in arcs.zip(mentors).zip(worths) {
            let mentor = mentor as usize;
            let next = base + price[mentor] - worth;
            if next < end && next < distance[mentor] && !self.taken[arc] {
                return Some((arc, next));
            }
        }
        None
    }

    /// From a full mentor: take the place of any mentee there.
    fn release(&mut self, mentor: usize, distance: i64) {
        for index in 0..self.held[mentor].len() {
            let arc = self.held[mentor][index];
            let label = self.label(self.network.arc_mentee[arc] as usize);
            let next = distance + self.network.arc_worth[arc] - self.price[label] - self.price[mentor];
            if next < self.end.0 && next < self.distance[label] {
                self.touch(label, next, arc);
                if next == distance {
                    self.ready.push(label);
                } else {
                    self.queue.put(next, label);
                }
            }
        }
    }

    fn touch(&mut self, label: usize, distance: i64, arc: usize) {
        if self.distance[label] == i64::MAX {
            self.touched.push(label);
        }
        self.distance[label] = distance;
        self.reached_by[label] = arc;
    }

    fn reprice(&mut self) {
        for &label in &self.touched {
            let shift = self.end.0 - self.distance[label];
            if shift > 0 {
                let mentor = label < self.network.mentors.len();
                self.price[label] += if mentor { shift } else { -shift };
            }
        }
    }

    /// Walks the path back from its end, adding and taking away pairs in turn.
    fn swap(&mut self, source: usize) {
        let mentors = self.network.mentors.len();
        let mut label = self.end.1;
        while label != source {
            let arc = self.reached_by[label];
            let mentor = self.network.arc_mentor[arc] as usize;
            if label < mentors {
                self.taken[arc] = true;
                self.held[mentor].push(arc);
                label = self.label(self.network.arc_mentee[arc] as usize);
            } else {
                self.taken[arc] = false;
                self.held[mentor].retain(|&held| held != arc);
                label = mentor;
            }
        }
    }

    fn clear(&mut self) {
        for label in self.touched.drain(..) {
            self.distance[label] = i64::MAX;
        }
        self.queue.clear();
    }
}
