//! One shortest path, from a node with a pair too many to the nearest that lacks one.
//!
//! Owns the search (Dijkstra's, with potentials) and the change of potentials that goes with it. A step between a
//! mentee and a mentor costs what the pair is worth; every other goes through a gate of `network`.

use super::network::Network;
use super::rows::List;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const FAR: i128 = i128::MAX;

pub(super) struct Path {
    distance: Vec<i128>,
    from: Vec<u32>,
    touched: Vec<u32>,
    /// Nodes, and after them the mentees whose rows are read no further than their lists.
    queue: BinaryHeap<Reverse<(i128, usize)>>,
    lists: Vec<List>,
    /// How far the search has come, and the nodes at exactly this distance, which do not wait in the queue. Most steps
    /// cost nothing, and to go on from the node found last leads to an end before the hub's many children are looked at:
    /// on a sparse problem with places to spare eight times as fast.
    now: i128,
    ready: Vec<usize>,
    /// The nearest node yet that lacks a pair, and how far it is.
    target: Option<usize>,
    bound: i128,
}

impl Path {
    pub(super) fn new(network: &Network) -> Path {
        let nodes = network.nodes();
        Path {
            lists: network.taken.iter().map(|_| List::unmade()).collect(),
            distance: vec![FAR; nodes],
            from: vec![0; nodes],
            touched: vec![],
            queue: BinaryHeap::new(),
            now: 0,
            ready: vec![],
            target: None,
            bound: FAR,
        }
    }

    /// Moves one pair from where there is one too many to where one is wanted; `false` where none of those can be
    /// reached, and [`Path::reached`] says what can.
    pub(super) fn send(&mut self, network: &mut Network, source: usize) -> bool {
        for node in self.touched.drain(..) {
            self.distance[node as usize] = FAR;
        }
        self.queue.clear();
        self.ready.clear();
        (self.target, self.bound, self.now) = (None, FAR, 0);
        self.reach(network, source, source, 0);
        loop {
            while self.now < self.bound
                && let Some(node) = self.ready.pop()
            {
                self.expand(network, node);
            }
            let Some(Reverse((distance, node))) = self.queue.pop() else { break };
            if distance >= self.bound {
                break;
            }
            self.now = distance;
            match node.checked_sub(network.nodes()) {
                Some(mentee) => self.read(network, mentee),
                None if distance == self.distance[node] => self.expand(network, node),
                None => {}
            }
        }
        let Some(target) = self.target else { return false };
        for &node in &self.touched {
            let nearer = self.bound - self.distance[node as usize];
            network.potential[node as usize] -= nearer.max(0);
        }
        let mut node = target;
        while node != source {
            let from = self.from[node] as usize;
            network.step(from, node);
            node = from;
        }
        network.excess[source] -= 1;
        network.excess[target] += 1;
        true
    }

    /// Whether the last search came to a node.
    pub(super) fn reached(&self, node: usize) -> bool {
        self.distance[node] < FAR
    }

    fn expand(&mut self, network: &Network, node: usize) {
        let at = self.now + network.potential[node];
        if node != network.hub()
            && let Some(cost) = network.cost_up(node)
        {
            self.reach(network, node, network.gates[node].parent as usize, at + cost);
        }
        for child in network.children(node) {
            if let Some(cost) = network.cost_down(child) {
                self.reach(network, node, child, at + cost);
            }
        }
        if let Some(mentee) = network.mentee_at(node) {
            self.browse(network, mentee, at);
        } else if let Some(held) = network.held.get(node) {
            for &(mentee, worth) in held {
                self.reach(network, node, network.mentee_node(mentee as usize), at + worth);
            }
        }
    }

    /// Looks at the list of a mentee as far as it may matter. If the rest of the row may matter, it waits.
    fn browse(&mut self, network: &Network, mentee: usize, at: i128) {
        let list = std::mem::take(&mut self.lists[mentee]);
        let useful = list.entries.iter().take_while(|entry| at - entry.key < self.bound);
        let useful = useful.count();
        for entry in &list.entries[..useful] {
            self.enter(network, mentee, entry.mentor, at - entry.worth);
        }
        let rest = list.rest;
        self.lists[mentee] = list;
        // Stale bounds may promise more than there is, and so a distance that is past already.
        match rest.map(|rest| at - rest) {
            Some(least) if least <= self.now => self.read(network, mentee),
            Some(least) if least < self.bound => {
                self.queue.push(Reverse((least, network.nodes() + mentee)));
            }
            _ => {}
        }
    }

    /// Reads all of a mentee's row.
    fn read(&mut self, network: &Network, mentee: usize) {
        let node = network.mentee_node(mentee);
        let at = self.distance[node] + network.potential[node];
        let mut list = std::mem::take(&mut self.lists[mentee]);
        list.make(network, mentee, |entry| self.enter(network, mentee, entry.mentor, at - entry.worth));
        self.lists[mentee] = list;
    }

    /// A mentee comes to a mentor whom they do not have.
    fn enter(&mut self, network: &Network, mentee: usize, mentor: u32, cost: i128) {
        let to = network.entries_of(mentee)[mentor as usize] as usize;
        let next = cost - network.potential[to];
        if next < self.bound && next < self.distance[to] && !network.taken[mentee].contains(&mentor) {
            self.touch(network, network.mentee_node(mentee), to, next);
        }
    }

    /// Comes to a node by a way of this cost, counting potentials up to it.
    fn reach(&mut self, network: &Network, from: usize, to: usize, cost: i128) {
        let next = if from == to { 0 } else { cost - network.potential[to] };
        if next < self.bound && next < self.distance[to] {
            self.touch(network, from, to, next);
        }
    }

    fn touch(&mut self, network: &Network, from: usize, to: usize, next: i128) {
        if self.distance[to] == FAR {
            self.touched.push(to as u32);
        }
        self.distance[to] = next;
        self.from[to] = from as u32;
        if network.excess[to] < 0 {
            (self.target, self.bound) = (Some(to), next);
        } else if next == self.now {
            self.ready.push(to);
        } else {
            self.queue.push(Reverse((next, to)));
        }
    }
}
