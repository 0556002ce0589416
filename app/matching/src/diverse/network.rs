//! The network of the plan: two trees with a common root, and the pairs between their leaves.
//!
//! Owns who is paired with whom, how many pairs each node counts, and the potentials. Its nodes are the mentors, then
//! the quotas, the mentees and the hub. Every node but the hub has one **gate**, the step between it and its parent,
//! with a lower and an upper limit and, for a quota, rewards. Pairs lead to the mentor's side, so there a gate leads up
//! to the parent; on the mentees' side it leads down from it.
//!
//! # Numbers
//!
//! A worth is a number of pairs and a fit, compared in that order. Both are packed into one integer of 128 bits as
//! `pairs * PAIR + fit`, whose order is the same as long as fits stay below half of [`PAIR`]. They do: potentials only
//! fall, and never that of a node to which a path is still to lead, so each is within two simple paths of one that
//! stands as it began, and `admit` makes sure that sixteen are small enough.

use super::{Quota, Quotas, Scope};
use crate::{Error, Pairs, Plan, Price, Problem};
use std::collections::BTreeMap;

/// What one pair is worth in packed numbers.
const PAIR: i128 = 1 << 88;

/// No quota, and no parent but the hub.
const NONE: u32 = u32::MAX;

/// The step between a node and its parent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gate {
    pub(super) parent: u32,
    /// How many pairs it counts, must and may.
    pub(super) flow: u32,
    pub(super) least: u32,
    pub(super) most: u32,
}

pub(super) struct Network<'p> {
    pub(super) problem: &'p Problem,
    quotas: &'p [Quota],
    /// By node, the hub left out.
    pub(super) gates: Vec<Gate>,
    /// The children of node `n` are `children[starts[n]..starts[n + 1]]`.
    starts: Vec<usize>,
    children: Vec<u32>,
    /// Where the pairs of a mentee and a mentor are counted first: a row of nodes for each group that has quotas at
    /// mentors, after one for everybody else; and for each mentee, the start of their row.
    entries: Vec<u32>,
    row_of: Vec<usize>,
    /// By mentee: their mentors, pinned or not.
    pub(super) taken: Vec<Vec<u32>>,
    /// By mentor and quota: the mentees who enter there and are not pinned, and what their pairs are worth.
    pub(super) held: Vec<Vec<(u32, i128)>>,
    pub(super) potential: Vec<i128>,
    /// By node: how many pairs come in more than go out.
    pub(super) excess: Vec<i64>,
}

impl<'p> Network<'p> {
    /// The network with the pairs and the prices of the best plan without quotas.
    pub(super) fn new(
        problem: &'p Problem,
        quotas: &'p Quotas,
        without: &Plan,
    ) -> Result<Network<'p>, Error> {
        let (mentees, mentors) = (problem.mentees.len(), problem.mentors.len());
        let nodes = mentors + quotas.quotas.len() + mentees + 1;
        let mut network = Network {
            problem,
            quotas: &quotas.quotas,
            gates: Vec::with_capacity(nodes),
            starts: vec![],
            children: vec![],
            entries: (0..mentors as u32).collect(),
            row_of: vec![0; mentees],
            taken: vec![Vec::new(); mentees],
            held: vec![Vec::new(); mentors + quotas.quotas.len()],
            potential: vec![0; nodes],
            excess: vec![0; nodes],
        };
        network.lay(quotas);
        network.seat(without);
        network.balance()?;
        Ok(network)
    }

    /// The trees, with the limits that stand in the question.
    fn lay(&mut self, quotas: &Quotas) {
        let hub = (self.potential.len() - 1) as u32;
        let problem = self.problem;
        let limits =
            |parent: u32, least: u32, most: u32| Gate { parent, flow: 0, least, most: least.max(most) };
        self.gates.extend(problem.mentors.iter().map(|one| limits(hub, one.minimum, one.capacity)));
        let mut rows: BTreeMap<u32, usize> = BTreeMap::new();
        let mut in_programme: BTreeMap<u32, u32> = BTreeMap::new();
        let mut places: BTreeMap<u32, u64> = BTreeMap::new();
        for (group, one) in quotas.groups.iter().zip(&problem.mentees) {
            *places.entry(group.unwrap_or(NONE)).or_default() += u64::from(one.capacity);
        }
        for (quota, node) in self.quotas.iter().zip(problem.mentors.len() as u32..) {
            let (parent, most) = match quota.scope {
                Scope::Programme => {
                    in_programme.insert(quota.group, node);
                    (hub, places.get(&quota.group).copied().unwrap_or(0))
                }
                Scope::Mentor(mentor) => {
                    let start = *rows.entry(quota.group).or_insert_with(|| {
                        self.entries.extend(0..problem.mentors.len() as u32);
                        self.entries.len() - problem.mentors.len()
                    });
                    self.entries[start + mentor as usize] = node;
                    (mentor, u64::from(problem.mentors[mentor as usize].capacity))
                }
            };
            let most = u64::from(quota.at_most).min(most) as u32;
            self.gates.push(Gate { parent, flow: 0, least: quota.at_least, most });
        }
        for ((group, one), row) in quotas.groups.iter().zip(&problem.mentees).zip(&mut self.row_of) {
            let of = |map: &BTreeMap<u32, u32>| group.and_then(|group| map.get(&group).copied());
            self.gates.push(limits(of(&in_programme).unwrap_or(hub), one.minimum, one.capacity));
            *row = group.and_then(|group| rows.get(&group).copied()).unwrap_or(0);
        }
        self.starts = vec![0; self.potential.len() + 1];
        for gate in &self.gates {
            self.starts[gate.parent as usize + 1] += 1;
        }
        for node in 0..self.potential.len() {
            self.starts[node + 1] += self.starts[node];
        }
        let mut next = self.starts.clone();
        self.children = vec![0; self.gates.len()];
        for (node, gate) in (0..).zip(&self.gates) {
            let next = &mut next[gate.parent as usize];
            self.children[*next] = node;
            *next += 1;
        }
    }

    /// The pairs and prices of the plan without quotas. Pins count, but can never be given up.
    fn seat(&mut self, without: &Plan) {
        let mut pins = self.problem.pins.clone();
        pins.sort_unstable();
        let mut pinned = vec![0_u32; self.gates.len()];
        for &(mentee, mentor) in &without.pairs {
            let pin = pins.binary_search(&(mentee, mentor)).is_ok();
            self.taken[mentee as usize].push(mentor);
            let entry = self.entry(mentee, mentor);
            if !pin {
                let worth = self.worth(fit_of(self.problem, mentee, mentor));
                self.held[entry].push((mentee, worth));
            }
            for mut node in [entry, self.mentee_node(mentee as usize)] {
                while let Some(gate) = self.gates.get_mut(node) {
                    gate.flow += 1;
                    pinned[node] += u32::from(pin);
                    node = gate.parent as usize;
                }
            }
        }
        for (gate, pinned) in self.gates.iter_mut().zip(pinned) {
            gate.least = gate.least.max(pinned);
        }
        let Some(case) = without.cases.first() else { return };
        for (node, &price) in case.mentors.iter().enumerate() {
            self.potential[node] = -packed(price);
        }
        for quota in 0..self.quotas.len() {
            let node = self.quota_node(quota);
            self.potential[node] = self.potential[self.gates[node].parent as usize];
        }
        for (mentee, &price) in case.mentees.iter().enumerate() {
            let node = self.mentee_node(mentee);
            self.potential[node] = packed(price);
        }
    }

    /// Lets each quota count as many pairs as are right at the price 0, whoever is there.
    fn balance(&mut self) -> Result<(), Error> {
        for (quota, asked) in self.quotas.iter().enumerate() {
            let node = self.quota_node(quota);
            let gate = &mut self.gates[node];
            if gate.least > gate.most {
                return Err(Error::QuotasImpossible {
                    quotas: vec![quota as u32],
                    needed: u64::from(gate.least),
                    available: u64::from(gate.most),
                });
            }
            let mut flow = gate.flow.clamp(gate.least, gate.most);
            while flow < gate.most && asked.reward(flow + 1) > 0 {
                flow += 1;
            }
            while flow > gate.least && asked.reward(flow) < 0 {
                flow -= 1;
            }
            let more = i64::from(flow) - i64::from(gate.flow);
            let parent = gate.parent as usize;
            gate.flow = flow;
            let more = if self.leads_up(node) { more } else { -more };
            self.excess[node] -= more;
            self.excess[parent] += more;
        }
        Ok(())
    }

    pub(super) fn nodes(&self) -> usize {
        self.potential.len()
    }

    pub(super) fn hub(&self) -> usize {
        self.potential.len() - 1
    }

    pub(super) fn quota_node(&self, quota: usize) -> usize {
        self.problem.mentors.len() + quota
    }

    pub(super) fn mentee_node(&self, mentee: usize) -> usize {
        self.held.len() + mentee
    }

    /// The mentee of a node.
    pub(super) fn mentee_at(&self, node: usize) -> Option<usize> {
        if node < self.hub() { node.checked_sub(self.held.len()) } else { None }
    }

    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        self.children[self.starts[node]..self.starts[node + 1]].iter().map(|&child| child as usize)
    }

    /// The node at which a pair is counted first on the mentor's side.
    pub(super) fn entry(&self, mentee: u32, mentor: u32) -> usize {
        self.entries[self.row_of[mentee as usize] + mentor as usize] as usize
    }

    /// The entries of a mentee by mentor.
    pub(super) fn entries_of(&self, mentee: usize) -> &[u32] {
        &self.entries[self.row_of[mentee]..][..self.problem.mentors.len()]
    }

    /// The mentor at whose side a node counts.
    pub(super) fn mentor_of(&self, entry: usize) -> u32 {
        if entry < self.problem.mentors.len() { entry as u32 } else { self.gates[entry].parent }
    }

    /// Whether pairs go from the node to its parent, or come from there.
    pub(super) fn leads_up(&self, node: usize) -> bool {
        node < self.held.len()
            && (node < self.problem.mentors.len() || self.gates[node].parent as usize != self.hub())
    }

    /// What one pair more through a gate costs, if there may be one more.
    fn more(&self, node: usize) -> Option<i128> {
        let gate = &self.gates[node];
        (gate.flow < gate.most).then(|| -self.reward(node, gate.flow + 1))
    }

    /// What one fewer costs.
    fn fewer(&self, node: usize) -> Option<i128> {
        let gate = &self.gates[node];
        (gate.flow > gate.least).then(|| self.reward(node, gate.flow))
    }

    fn reward(&self, node: usize, nth: u32) -> i128 {
        let quota = node.checked_sub(self.problem.mentors.len()).and_then(|at| self.quotas.get(at));
        quota.map_or(0, |quota| i128::from(quota.reward(nth)))
    }

    /// What it costs to move a pair too many from the node to its parent, and from there to the node.
    pub(super) fn cost_up(&self, node: usize) -> Option<i128> {
        if self.leads_up(node) { self.more(node) } else { self.fewer(node) }
    }

    pub(super) fn cost_down(&self, node: usize) -> Option<i128> {
        if self.leads_up(node) { self.fewer(node) } else { self.more(node) }
    }

    /// What a pair of this fit is worth.
    pub(super) fn worth(&self, fit: i128) -> i128 {
        match self.problem.pairs {
            Pairs::Maximum => PAIR + fit,
            Pairs::Free { unmatched } => fit - i128::from(unmatched),
        }
    }

    /// Moves a pair too many one step on.
    pub(super) fn step(&mut self, from: usize, to: usize) {
        let parent = |node: usize| self.gates.get(node).map(|gate| gate.parent as usize);
        if parent(from) == Some(to) {
            let more = self.leads_up(from);
            self.count(from, more);
        } else if parent(to) == Some(from) {
            let more = !self.leads_up(to);
            self.count(to, more);
        } else if let Some(mentee) = self.mentee_at(from) {
            let mentor = self.mentor_of(to);
            self.taken[mentee].push(mentor);
            let worth = self.worth(fit_of(self.problem, mentee as u32, mentor));
            self.held[to].push((mentee as u32, worth));
        } else if let Some(mentee) = self.mentee_at(to) {
            let mentor = self.mentor_of(from);
            self.taken[mentee].retain(|&taken| taken != mentor);
            self.held[from].retain(|held| held.0 as usize != mentee);
        }
    }

    fn count(&mut self, node: usize, more: bool) {
        let flow = &mut self.gates[node].flow;
        *flow = if more { *flow + 1 } else { *flow - 1 };
    }

    /// The pairs of the plan, sorted.
    pub(super) fn pairs(&self) -> Vec<(u32, u32)> {
        let of = |(mentee, taken): (u32, &Vec<u32>)| {
            taken.iter().map(|&mentor| (mentee, mentor)).collect::<Vec<_>>()
        };
        let mut pairs: Vec<(u32, u32)> = (0..).zip(&self.taken).flat_map(of).collect();
        pairs.sort_unstable();
        pairs
    }

    /// What the pairs that a quota counts add by its rewards.
    pub(super) fn earned(&self, quota: usize) -> i128 {
        let flow = self.gates[self.quota_node(quota)].flow;
        (1..=flow).map(|nth| i128::from(self.quotas[quota].reward(nth))).sum()
    }

    /// The price of a node, packed.
    pub(super) fn price(&self, node: usize) -> i128 {
        let above = self.potential[self.gates[node].parent as usize];
        if self.leads_up(node) { above - self.potential[node] } else { self.potential[node] - above }
    }
}

/// The fit of an allowed pair.
pub(super) fn fit_of(problem: &Problem, mentee: u32, mentor: u32) -> i128 {
    i128::from(problem.arcs.fit(mentee, mentor).unwrap_or_default())
}

fn packed(price: Price) -> i128 {
    i128::from(price.count) * PAIR + i128::from(price.fit)
}

/// A packed number as a price, if its fit is small enough for one.
pub(super) fn price(packed: i128) -> Option<Price> {
    let count = (packed + PAIR / 2).div_euclid(PAIR);
    Some(Price { count: i64::try_from(count).ok()?, fit: i64::try_from(packed - count * PAIR).ok()? })
}
