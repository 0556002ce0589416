//! The shortest distances between all nodes of the residual graph.

use super::graph::each_edge;
use crate::arcs::Arcs;
use crate::market::Market;
use crate::queue::Queue;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

#[cfg(test)]
mod tests;

#[derive(Clone, Debug)]
pub(super) enum Distances {
    /// By target, then source; from [`UNKNOWN`] on there is no path.
    Narrow {
        nodes: usize,
        all: Vec<i32>,
    },
    Wide {
        nodes: usize,
        all: Vec<i64>,
    },
    /// By target, the sources that reach it.
    Thin(Vec<BTreeMap<u32, i64>>),
    /// By source, to one target only.
    To {
        target: usize,
        from: Vec<i64>,
    },
}

/// Two of these still fit.
const UNKNOWN: i32 = (1 << 30) - 1;
const FAR: i64 = i64::MAX / 4;
/// With more nodes than this and few edges, there is no table of all nodes by all nodes.
const MANY: usize = 1024;
/// An edge that is longer than a way through one of so many nodes is on no shortest path.
const LANDMARKS: usize = 2;
/// How many steps such a way may have, at the least; every way that is found shortens the list of edges.
const SWEEPS: usize = 24;
/// What a search does for one edge takes as long as so many cells of the three loops.
const CELLS_PER_EDGE: usize = 32;

impl Distances {
    pub(super) fn new(arcs: &Arcs, market: &Market) -> Distances {
        let nodes = market.hub() + 1 + market.several.len();
        if nodes > MANY && arcs.len() / nodes < nodes / 4 {
            return Distances::Thin(thin(arcs, market, nodes));
        }
        narrow(arcs, market, nodes).unwrap_or_else(|| wide(arcs, market, nodes))
    }

    /// The distances to one node: Dijkstra's method on a table of the edges. O(arcs + nodes²).
    pub(super) fn to(arcs: &Arcs, market: &Market, target: usize) -> Distances {
        let nodes = market.hub() + 1 + market.several.len();
        let mut back = vec![FAR; nodes * nodes];
        each_edge(arcs, market, |from, to, cost| {
            let cell = &mut back[to * nodes + from];
            *cell = cost.min(*cell);
        });
        let mut from = vec![FAR; nodes];
        let mut done = vec![false; nodes];
        from[target] = 0;
        while let Some(node) = (0..nodes).filter(|&node| !done[node]).min_by_key(|&node| from[node])
            && from[node] < FAR
        {
            done[node] = true;
            let now = from[node];
            for (way, &cost) in from.iter_mut().zip(&back[node * nodes..(node + 1) * nodes]) {
                *way = (*way).min(now + cost);
            }
        }
        Distances::To { target, from }
    }

    /// The distance from one node to another, if there is a path.
    pub(super) fn get(&self, from: usize, to: usize) -> Option<i64> {
        match self {
            Distances::Narrow { nodes, all } => {
                Some(all[to * nodes + from]).filter(|way| *way < UNKNOWN).map(i64::from)
            }
            Distances::Wide { nodes, all } => Some(all[to * nodes + from]).filter(|way| *way < FAR),
            Distances::To { target, from: all } if *target == to => {
                all.get(from).copied().filter(|way| *way < FAR)
            }
            Distances::To { .. } => None,
            Distances::Thin(targets) if from == to => targets.get(to).map(|_| 0),
            Distances::Thin(targets) => targets.get(to)?.get(&(from as u32)).copied(),
        }
    }
}

/// In 32 bits; nothing where an edge that does not fit could matter.
fn narrow(arcs: &Arcs, market: &Market, nodes: usize) -> Option<Distances> {
    let mut all = vec![UNKNOWN; nodes * nodes];
    let mut cut = vec![false; nodes];
    each_edge(arcs, market, |from, to, cost| {
        let cell = &mut all[to * nodes + from];
        if cost < i64::from(*cell) {
            *cell = cost as i32;
        } else if cost >= i64::from(UNKNOWN) {
            cut[from] = true;
        }
    });
    for node in 0..nodes {
        all[node * nodes + node] = 0;
    }
    match sift(&all, nodes, nodes * nodes / CELLS_PER_EDGE) {
        Some(edges) => search(&mut all, &edges),
        None => relax(&mut all, nodes, UNKNOWN, i32::min, |a, b| a + b),
    }
    // Whoever is asked for is a mentor or mentee with a place; the hub only where somebody is alone.
    let hub = market.hub();
    let asked = |node: usize| node != hub || !market.held[hub].is_empty();
    let used = |node: usize| node >= hub || market.places[node] > 0;
    let cut = cut.contains(&true);
    let unknown = |to: usize| {
        let row = &all[to * nodes..(to + 1) * nodes];
        row.iter().enumerate().any(|(from, way)| *way >= UNKNOWN && used(from))
    };
    if cut && (0..nodes).any(|to| asked(to) && used(to) && unknown(to)) {
        return None;
    }
    Some(Distances::Narrow { nodes, all })
}

fn wide(arcs: &Arcs, market: &Market, nodes: usize) -> Distances {
    let mut all = vec![FAR; nodes * nodes];
    each_edge(arcs, market, |from, to, cost| {
        let cell = &mut all[to * nodes + from];
        *cell = cost.min(*cell);
    });
    for node in 0..nodes {
        all[node * nodes + node] = 0;
    }
    relax(&mut all, nodes, FAR, i64::min, |a, b| a + b);
    Distances::Wide { nodes, all }
}

/// Floyd 1962, Warshall 1962.
fn relax<T: Copy + PartialOrd>(
    all: &mut [T],
    nodes: usize,
    far: T,
    least: impl Fn(T, T) -> T,
    sum: impl Fn(T, T) -> T,
) {
    let mut onward = vec![far; nodes];
    for by in 0..nodes {
        onward.copy_from_slice(&all[by * nodes..(by + 1) * nodes]);
        for row in all.chunks_exact_mut(nodes) {
            let first = row[by];
            if first < far {
                for (way, &second) in row.iter_mut().zip(&onward) {
                    *way = least(*way, sum(first, second));
                }
            }
        }
    }
}

/// The edges turned round.
struct Edges {
    /// By target, where its edges begin.
    starts: Vec<usize>,
    /// The source, and the cost.
    edges: Vec<(u32, i64)>,
}

/// What one search after the other needs.
struct Searcher<'a> {
    edges: &'a Edges,
    queue: Queue,
    distance: Vec<i64>,
    touched: Vec<usize>,
}

impl Searcher<'_> {
    fn new(edges: &Edges) -> Searcher<'_> {
        let nodes = edges.starts.len() - 1;
        Searcher { edges, queue: Queue::new(nodes), distance: vec![FAR; nodes], touched: Vec::new() }
    }

    /// Dijkstra's method toward a node: calls `met(node, distance)`, the nearest first, until it says that this is enough.
    fn toward(&mut self, target: usize, mut met: impl FnMut(usize, i64) -> ControlFlow<()>) {
        self.reach(target, 0);
        while let Some((now, node)) = self.queue.take() {
            if now > self.distance[node] {
                continue;
            }
            if met(node, now).is_break() {
                break;
            }
            let Edges { starts, edges } = self.edges;
            for &(from, cost) in &edges[starts[node]..starts[node + 1]] {
                if now + cost < self.distance[from as usize] {
                    self.reach(from as usize, now + cost);
                }
            }
        }
        self.queue.clear();
        for node in self.touched.drain(..) {
            self.distance[node] = FAR;
        }
    }

    fn reach(&mut self, node: usize, distance: i64) {
        if self.distance[node] == FAR {
            self.touched.push(node);
        }
        self.distance[node] = distance;
        self.queue.put(distance, node);
    }
}

/// The edges that could be on a shortest path, if they are not many: those no longer than the ways through some
/// landmarks. O(nodes²).
fn sift(all: &[i32], nodes: usize, most: usize) -> Option<Edges> {
    let ways: Vec<_> =
        (0..LANDMARKS).map(|at| through(all, nodes, (2 * at + 1) * nodes / (2 * LANDMARKS))).collect();
    let (mut starts, mut edges) = (vec![0], Vec::new());
    for (to, row) in all.chunks_exact(nodes).enumerate() {
        for (from, &cost) in row.iter().enumerate() {
            let round = ways.iter().map(|(there, onward)| there[from] + onward[to]).min();
            if cost < UNKNOWN && from != to && round.is_none_or(|round| cost <= round) {
                edges.push((from as u32, i64::from(cost)));
            }
        }
        if edges.len() > most {
            return None;
        }
        starts.push(edges.len());
    }
    Some(Edges { starts, edges })
}

/// How far it is at the most from every node to a landmark, and from there to every node (Bellman 1958, Ford 1956).
fn through(all: &[i32], nodes: usize, landmark: usize) -> (Vec<i32>, Vec<i32>) {
    let mut there = all[landmark * nodes..(landmark + 1) * nodes].to_vec();
    let mut onward: Vec<i32> = all.iter().skip(landmark).step_by(nodes).copied().collect();
    for _ in 0..SWEEPS {
        let mut changed = false;
        for (to, row) in all.chunks_exact(nodes).enumerate() {
            let after = there[to];
            let before = row.iter().zip(&onward).map(|(cost, way)| cost + way).min().unwrap_or(UNKNOWN);
            changed |= before < onward[to];
            onward[to] = before.min(onward[to]);
            for (way, &cost) in there.iter_mut().zip(row) {
                *way = (*way).min(cost + after);
            }
        }
        if !changed {
            break;
        }
    }
    (there, onward)
}

/// A search toward each node.
fn search(all: &mut [i32], edges: &Edges) {
    let mut searcher = Searcher::new(edges);
    for (target, row) in all.chunks_exact_mut(edges.starts.len() - 1).enumerate() {
        row.fill(UNKNOWN);
        searcher.toward(target, |node, now| {
            row[node] = now.min(i64::from(UNKNOWN)) as i32;
            ControlFlow::Continue(())
        });
    }
}

/// A search toward each node, for the sources that some mentee at that node could go to.
fn thin(arcs: &Arcs, market: &Market, nodes: usize) -> Vec<BTreeMap<u32, i64>> {
    let mut edges: Vec<(u32, u32, i64)> = Vec::with_capacity(arcs.len());
    each_edge(arcs, market, |from, to, cost| edges.push((to as u32, from as u32, cost)));
    edges.sort_unstable();
    edges.dedup_by_key(|edge| (edge.0, edge.1));
    let starts = (0..=nodes as u32).map(|node| edges.partition_point(|edge| edge.0 < node)).collect();
    let edges = Edges { starts, edges: edges.into_iter().map(|(_, from, cost)| (from, cost)).collect() };
    let mut wanted = vec![Vec::new(); nodes];
    for mentee in 0..arcs.mentees {
        let at = match market.several_of(mentee as u32) {
            Some(at) => market.hub() + 1 + at,
            None => market.at[mentee] as usize,
        };
        if at < nodes {
            arcs.each(mentee, |mentor, _| wanted[at].push(mentor));
            wanted[at].push(market.hub() as u32);
        }
        if let Some(several) = market.several_of(mentee as u32) {
            for taken in &market.several[several].taken {
                wanted[taken.0 as usize].push(at as u32);
            }
        }
    }
    let mut searcher = Searcher::new(&edges);
    let search = |(target, mut wanted): (usize, Vec<u32>)| {
        wanted.sort_unstable();
        wanted.dedup();
        let mut found = BTreeMap::new();
        searcher.toward(target, |node, now| {
            if wanted.binary_search(&(node as u32)).is_ok() {
                found.insert(node as u32, now);
            }
            if found.len() < wanted.len() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        found
    };
    wanted.into_iter().enumerate().map(search).collect()
}
