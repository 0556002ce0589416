//! Why there is no plan: the quotas between what a pair too many could reach and what it could not.

use super::Quotas;
use super::network::Network;
use super::path::Path;
use crate::Error;

/// After a search that found nothing: what must come into the nodes that it reached is more than may leave them. Without
/// quotas there is a plan, so some of the gates that say so are those of quotas.
pub(super) fn reason(network: &Network, quotas: &Quotas, path: &Path) -> Error {
    let (mut needed, mut available) = (0_u64, 0_u64);
    let mut at_edge = Vec::new();
    for (node, gate) in network.gates.iter().enumerate() {
        let (below, above) = (path.reached(node), path.reached(gate.parent as usize));
        if below == above {
            continue;
        }
        let leaves = below == network.leads_up(node);
        let (to, limit) = if leaves { (&mut available, gate.most) } else { (&mut needed, gate.least) };
        *to += u64::from(limit);
        let quota = node.wrapping_sub(network.problem.mentors.len());
        if let Some(asked) = quotas.quotas.get(quota)
            && (leaves || asked.at_least > 0)
        {
            at_edge.push(quota as u32);
        }
    }
    for mentee in 0..network.problem.mentees.len() {
        let inside = path.reached(network.mentee_node(mentee));
        let entries = network.entries_of(mentee);
        if inside {
            network.problem.arcs.each(mentee, |mentor, _| {
                available += u64::from(!path.reached(entries[mentor as usize] as usize));
            });
        }
    }
    for &(mentee, mentor) in &network.problem.pins {
        let entry = network.entry(mentee, mentor);
        let enters = !path.reached(network.mentee_node(mentee as usize)) && path.reached(entry);
        needed += u64::from(enters);
    }
    Error::QuotasImpossible { quotas: at_edge, needed, available }
}
