//! One shortest augmenting path: the cheapest way to move one place from where it is too many to where it is
//! wanted.
//!
//! Owns the path and the change of prices that goes with it; refuses to decide whose turn it is.
//!
//! # The residual graph
//!
//! Its nodes are the mentors, the mentees with several places, and the **hub**, which stands for being alone and
//! for empty places alike: a mentee goes to the hub by giving a place up, a mentor hands a free place to the hub,
//! and the hub may ask any mentor for a place or send anybody who is alone. A mentee with one place is no node:
//! there is one way to reach them, through the mentor who must let them go. The cost of a step is what it loses
//! at present prices; the conditions of `market` say that none is negative, which is what Dijkstra's method needs
//! (prices as potentials: Tomizawa 1971, Edmonds and Karp 1972; Ahuja, Magnanti and Orlin, section 9.7).
//!
//! # What keeps it fast
//!
//! - Counted places: 500 mentors of three places are 500 nodes, not 1,500.
//! - A step that cannot beat the best end seen so far is not taken, and where a shortlist's key says so of an
//!   entry, the rest of the list is not read.
//! - Nodes at exactly the present distance do not wait in the queue: with integer fits most steps cost nothing.
//! - Only what was touched is reset.
//!
//! # Prices afterwards
//!
//! With `end` the length of the path, everybody at a distance `d < end` becomes dearer by `end - d` (mentees with
//! several places: cheaper; the hub: the floor rises). Every step by which somebody was reached then costs
//! nothing, so the path may be swapped. One search is O(arcs + people · log people), and usually a few rows.

use crate::arcs::Arcs;
use crate::market::{Market, NOBODY};
use crate::queue::Queue;
use crate::shortlist::NEVER;

const FAR: i64 = i64::MAX / 2;
/// Before the first node.
const START: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, Default)]
struct Step {
    from: u32,
    /// Who moved, [`NOBODY`] where only an empty place changed hands.
    mentee: u32,
    fit: i64,
}

/// A mentee's row, as far as it has been read.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    worth: i64,
    from: u32,
    cursor: usize,
    /// The list was made in this search.
    fresh: bool,
}

/// How many entries of a row are looked at before the others wait in the queue.
const CHUNK: usize = 4;

#[derive(Clone, Debug, Default)]
pub(crate) struct Search {
    distance: Vec<i64>,
    steps: Vec<Step>,
    /// The nodes that were reached are the first `count`; there is room for all and one more.
    touched: Vec<u32>,
    count: usize,
    rows: Vec<Row>,
    /// Nodes at exactly the present distance, to be looked at next.
    ready: Vec<u32>,
    queue: Queue,
    source: usize,
    target: usize,
    /// No path longer than this is of use: the best end so far.
    bound: i64,
    found: bool,
    now: i64,
}

/// Where a path begins.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// A mentee who wants their only place, at what it is worth to them.
    Mentee(u32, i64),
    /// A mentor with one mentee too many, the hub with one empty place too many, or a mentee with several places
    /// who wants one more.
    Node(usize),
}

impl Search {
    pub(crate) fn new(market: &Market) -> Search {
        let nodes = market.price.len() + 1 + market.several.len();
        Search {
            distance: vec![FAR; nodes],
            touched: vec![0; nodes + 1],
            steps: vec![Step::default(); nodes],
            rows: vec![Row::default(); market.at.len()],
            queue: Queue::new(nodes + market.at.len()),
            ..Search::default()
        }
    }

    /// Finds the shortest path from `source` to `target`, no longer than `most`, and swaps it. Where there is none
    /// that is shorter, prices change as if the path had ended there: `false`. With `most` at its greatest, `false`
    /// says that there is no path, and [`Search::reached`] who was reached.
    pub(crate) fn augment(
        &mut self,
        arcs: &Arcs,
        market: &mut Market,
        source: Source,
        target: usize,
        most: Option<i64>,
    ) -> bool {
        self.clear();
        self.target = target;
        self.bound = most.unwrap_or(FAR);
        self.found = false;
        self.now = 0;
        self.source = usize::MAX;
        match source {
            Source::Mentee(mentee, worth) => {
                if market.needed[mentee as usize] == 0 {
                    self.leave(market, mentee, worth, START);
                }
                self.scan(arcs, market, worth, Step { from: START, mentee, fit: 0 });
            }
            Source::Node(node) => {
                self.source = node;
                self.touch(node, 0, Step { from: START, mentee: NOBODY, fit: 0 });
                self.expand(arcs, market, node);
            }
        }
        loop {
            while self.now < self.bound
                && let Some(node) = self.ready.pop()
            {
                self.expand(arcs, market, node as usize);
            }
            let Some((distance, node)) = self.queue.take() else { break };
            if distance >= self.bound {
                break;
            }
            if node >= self.distance.len() {
                self.now = distance;
                let mentee = (node - self.distance.len()) as u32;
                self.proceed(arcs, market, mentee, self.rows[mentee as usize]);
            } else if distance == self.distance[node] {
                self.now = distance;
                self.expand(arcs, market, node);
            }
        }
        if self.bound < FAR {
            self.reprice(market);
        }
        if self.found {
            self.swap(market);
        }
        self.found
    }

    /// The nodes that the last search reached before it gave up.
    pub(crate) fn reached(&self) -> impl Iterator<Item = usize> {
        self.touched[..self.count].iter().map(|&node| node as usize)
    }

    fn expand(&mut self, arcs: &Arcs, market: &mut Market, node: usize) {
        let hub = market.hub();
        if node < hub {
            self.release(arcs, market, node);
        } else if node == hub {
            self.expand_hub(arcs, market);
        } else {
            let several = &market.several[node - hub - 1];
            let (mentee, worth) = (several.mentee, self.now + several.price);
            // Who asks for one more may do without it; who has one may do with one less.
            let spare = several.taken.len() + usize::from(node == self.source);
            if spare > market.needed[mentee as usize] as usize {
                self.leave(market, mentee, worth, node as u32);
            }
            self.scan(arcs, market, worth, Step { from: node as u32, mentee, fit: 0 });
        }
    }

    /// From a mentor: any mentee there may go.
    fn release(&mut self, arcs: &Arcs, market: &mut Market, mentor: usize) {
        let price = market.price[mentor];
        for slot in 0..market.held[mentor].len() {
            let mentee = market.held[mentor][slot];
            if let Some(at) = market.several_of(mentee) {
                let several = &market.several[at];
                let Some(&(_, fit)) = several.taken.iter().find(|taken| taken.0 == mentor as u32) else {
                    continue;
                };
                let next = self.now + fit - price - several.price;
                self.reach(market, market.hub() + 1 + at, next, Step { from: mentor as u32, mentee, fit });
            } else {
                let worth = self.now + market.own[mentee as usize] - price;
                if market.needed[mentee as usize] == 0 {
                    self.leave(market, mentee, worth, mentor as u32);
                }
                self.scan(arcs, market, worth, Step { from: mentor as u32, mentee, fit: 0 });
            }
        }
    }

    /// From the hub: any mentor above the minimum may give a place up, and anybody alone may look for one.
    fn expand_hub(&mut self, arcs: &Arcs, market: &mut Market) {
        let hub = market.hub();
        for mentor in 0..hub {
            if market.held[mentor].len() > market.least[mentor] as usize {
                let next = self.now + market.price[mentor] - market.floor;
                self.reach(market, mentor, next, Step { from: hub as u32, mentee: NOBODY, fit: 0 });
            }
        }
        let worth = self.now + market.alone_now();
        for slot in 0..market.held[hub].len() {
            let mentee = market.held[hub][slot];
            self.scan(arcs, market, worth, Step { from: hub as u32, mentee, fit: 0 });
        }
        for at in 0..market.several.len() {
            let several = &market.several[at];
            if several.taken.len() < market.wanted[several.mentee as usize] as usize {
                let next = self.now + market.alone_now() - several.price;
                self.reach(market, hub + 1 + at, next, Step { from: hub as u32, mentee: NOBODY, fit: 0 });
            }
        }
    }

    /// A mentee gives a place up, to be alone.
    fn leave(&mut self, market: &Market, mentee: u32, worth: i64, from: u32) {
        let next = worth - market.alone_now();
        self.reach(market, market.hub(), next, Step { from, mentee, fit: 0 });
    }

    /// A mentee, to whom a place is worth `worth` counting the way so far, looks for another mentor.
    fn scan(&mut self, arcs: &Arcs, market: &mut Market, worth: i64, step: Step) {
        let row = Row { worth, from: step.from, cursor: 0, fresh: false };
        self.proceed(arcs, market, step.mentee, row);
    }

    /// Goes on with a mentee's row: a few entries, or as many as are no further than the present distance. What is
    /// left of the row waits in the queue at the distance that its bound allows.
    fn proceed(&mut self, arcs: &Arcs, market: &mut Market, mentee: u32, row: Row) {
        let Row { worth, from, mut cursor, mut fresh } = row;
        loop {
            let list = market.lists.list(mentee as usize);
            let few = cursor + CHUNK;
            while let Some(entry) = list.get(cursor) {
                let least = worth - market.lists.key(entry);
                if least >= self.bound {
                    return;
                }
                if cursor >= few && least > self.now {
                    return self.wait(least, mentee, Row { worth, from, cursor, fresh });
                }
                let mentor = entry.mentor as usize;
                let next = worth - entry.fit + market.price[mentor];
                if next < self.distance[mentor].min(self.bound) {
                    self.reach_by(market, mentor, next, Step { from, mentee, fit: entry.fit });
                }
                cursor += 1;
            }
            let rest = market.lists.rest(mentee as usize);
            let least = worth.saturating_sub(rest);
            if rest == NEVER || least >= self.bound {
                return;
            }
            if least > self.now {
                return self.wait(least, mentee, Row { worth, from, cursor, fresh });
            }
            if fresh {
                return self.scan_row(arcs, market, mentee, row);
            }
            market.make_list(arcs, mentee as usize);
            (cursor, fresh) = (0, true);
        }
    }

    /// The rest of the row waits until everything nearer than `least` has been looked at.
    fn wait(&mut self, least: i64, mentee: u32, row: Row) {
        self.rows[mentee as usize] = row;
        self.queue.put(least, self.distance.len() + mentee as usize);
    }

    /// The whole row: not even a list made just now was long enough.
    fn scan_row(&mut self, arcs: &Arcs, market: &Market, mentee: u32, Row { worth, from, .. }: Row) {
        arcs.each(mentee as usize, |mentor, fit| {
            let next = worth - fit + market.price[mentor as usize];
            if next < self.bound && next < self.distance[mentor as usize] {
                self.reach_by(market, mentor as usize, next, Step { from, mentee, fit });
            }
        });
    }

    /// A mentee reaches a mentor, unless they have that mentor already.
    fn reach_by(&mut self, market: &Market, mentor: usize, next: i64, step: Step) {
        if let Some(at) = market.several_of(step.mentee) {
            let several = &market.several[at];
            let here = mentor as u32;
            if several.pinned.contains(&here) || several.taken.iter().any(|taken| taken.0 == here) {
                return;
            }
        }
        self.reach(market, mentor, next, step);
    }

    fn reach(&mut self, market: &Market, node: usize, next: i64, step: Step) {
        if next >= self.bound || next >= self.distance[node] {
            return;
        }
        self.touch(node, next, step);
        if node == self.target {
            self.bound = next;
            self.found = true;
            return;
        }
        if node < market.hub() && market.is_free(node) {
            let end = next + (market.floor - market.price[node]).max(0);
            self.reach(market, market.hub(), end, Step { from: node as u32, mentee: NOBODY, fit: 0 });
        }
        if next >= self.bound {
            return;
        }
        if next == self.now {
            self.ready.push(node as u32);
        } else {
            self.queue.put(next, node);
        }
    }

    fn touch(&mut self, node: usize, next: i64, step: Step) {
        // Written either way and counted if new: no processor could guess a branch here.
        self.touched[self.count] = node as u32;
        self.count += usize::from(self.distance[node] == FAR);
        self.distance[node] = next;
        self.steps[node] = step;
    }

    fn reprice(&mut self, market: &mut Market) {
        let hub = market.hub();
        for &node in &self.touched[..self.count] {
            let node = node as usize;
            let rise = self.bound - self.distance[node];
            if rise <= 0 {
                continue;
            }
            if node < hub {
                market.set_price(node, market.price[node] + rise);
            } else if node == hub {
                market.raise_floor(rise);
            } else {
                market.several[node - hub - 1].price -= rise;
            }
        }
    }

    /// Walks the path back from its end, moving everybody on it.
    fn swap(&mut self, market: &mut Market) {
        let hub = market.hub();
        let mut node = self.target;
        loop {
            let Step { from, mentee, fit } = self.steps[node];
            if mentee != NOBODY {
                match market.several_of(mentee) {
                    Some(at) if node < hub => market.add_several(at, node as u32, fit),
                    Some(at) if node > hub => market.drop_several(at, from),
                    Some(_) => {}
                    None => market.put(mentee, node, fit),
                }
            }
            if from == START {
                break;
            }
            node = from as usize;
        }
    }

    fn clear(&mut self) {
        for &node in &self.touched[..self.count] {
            self.distance[node as usize] = FAR;
        }
        self.count = 0;
        self.ready.clear();
        self.queue.clear();
    }
}
