//! The shortest distances between all nodes of the residual graph.

use super::graph::each_edge;
use crate::arcs::Arcs;
use crate::market::Market;
use crate::queue::Queue;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub(super) enum Distances {
    /// By source, then target; from [`UNKNOWN`] on there is no path.
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
/// With more nodes than this and few edges, a search from each node is faster than three loops.
const MANY: usize = 1024;

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
                Some(all[from * nodes + to]).filter(|way| *way < UNKNOWN).map(i64::from)
            }
            Distances::Wide { nodes, all } => Some(all[from * nodes + to]).filter(|way| *way < FAR),
            Distances::To { target, from: all } if *target == to => {
                all.get(from).copied().filter(|way| *way < FAR)
            }
            Distances::To { .. } => None,
            Distances::Thin(targets) if from == to => targets.get(to).map(|_| 0),
            Distances::Thin(targets) => targets.get(to)?.get(&(from as u32)).copied(),
        }
    }
}

/// Three loops in 32 bits; nothing where an edge that does not fit could matter.
fn narrow(arcs: &Arcs, market: &Market, nodes: usize) -> Option<Distances> {
    let mut all = vec![UNKNOWN; nodes * nodes];
    let mut cut = vec![false; nodes];
    each_edge(arcs, market, |from, to, cost| {
        let cell = &mut all[from * nodes + to];
        if cost < i64::from(*cell) {
            *cell = cost as i32;
        } else if cost >= i64::from(UNKNOWN) {
            cut[from] = true;
        }
    });
    for node in 0..nodes {
        all[node * nodes + node] = 0;
    }
    relax(&mut all, nodes, UNKNOWN, i32::min, |a, b| a + b);
    // Whoever is asked for is a mentor or mentee with a place; the hub only where somebody is alone.
    let hub = market.hub();
    let asked = |node: usize| node != hub || !market.held[hub].is_empty();
    let used = |node: usize| node >= hub || market.places[node] > 0;
    let cut = cut.contains(&true);
    let unknown = |from: usize| {
        let row = &all[from * nodes..(from + 1) * nodes];
        row.iter().enumerate().any(|(to, way)| *way >= UNKNOWN && asked(to) && used(to))
    };
    if cut && (0..nodes).any(|from| used(from) && unknown(from)) {
        return None;
    }
    Some(Distances::Narrow { nodes, all })
}

fn wide(arcs: &Arcs, market: &Market, nodes: usize) -> Distances {
    let mut all = vec![FAR; nodes * nodes];
    each_edge(arcs, market, |from, to, cost| {
        let cell = &mut all[from * nodes + to];
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

/// One Dijkstra to each node, for the sources that some mentee at that node could go to.
fn thin(arcs: &Arcs, market: &Market, nodes: usize) -> Vec<BTreeMap<u32, i64>> {
    let mut edges: Vec<(u32, u32, i64)> = Vec::with_capacity(arcs.len());
    each_edge(arcs, market, |from, to, cost| edges.push((to as u32, from as u32, cost)));
    edges.sort_unstable();
    edges.dedup_by_key(|edge| (edge.0, edge.1));
    let starts: Vec<usize> =
        (0..=nodes as u32).map(|node| edges.partition_point(|edge| edge.0 < node)).collect();
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
    let mut queue = Queue::new(nodes);
    let mut distance = vec![FAR; nodes];
    let search = |(target, mut wanted): (usize, Vec<u32>)| {
        wanted.sort_unstable();
        wanted.dedup();
        let mut missing = wanted.len();
        let mut touched = vec![target];
        distance[target] = 0;
        queue.put(0, target);
        let mut found = BTreeMap::new();
        while missing > 0
            && let Some((now, node)) = queue.take()
        {
            if now > distance[node] {
                continue;
            }
            if wanted.binary_search(&(node as u32)).is_ok() {
                found.insert(node as u32, now);
                missing -= 1;
            }
            for &(_, from, cost) in &edges[starts[node]..starts[node + 1]] {
                let next = now + cost;
                if next < distance[from as usize] {
                    if distance[from as usize] == FAR {
                        touched.push(from as usize);
                    }
                    distance[from as usize] = next;
                    queue.put(next, from as usize);
                }
            }
        }
        queue.clear();
        for node in touched {
            distance[node] = FAR;
        }
        found
    };
    wanted.into_iter().enumerate().map(search).collect()
}
