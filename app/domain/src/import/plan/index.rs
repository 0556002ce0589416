//! Finds people by their number, their address and their name.

use super::Known;
use crate::import::draft::Draft;
use crate::import::{Reason, fold};
use std::collections::HashMap;

/// Finds people by number, address and name.
pub(super) struct Index {
    by_id: HashMap<String, usize>,
    by_email: HashMap<String, usize>,
    /// Addresses by number and by folded name; none where several people share the name.
    addresses: HashMap<String, Option<String>>,
}

impl Index {
    pub(super) fn of(known: &[Known], drafts: &[Draft]) -> Self {
        let mut index = Self { by_id: HashMap::new(), by_email: HashMap::new(), addresses: HashMap::new() };
        for (at, person) in known.iter().enumerate() {
            if let Some(id) = &person.employment.external_id {
                index.by_id.insert(id.clone(), at);
            }
            if let Some(email) = &person.email {
                index.by_email.insert(email.clone(), at);
            }
            index.learn(
                person.employment.external_id.as_deref(),
                Some(&person.name),
                person.email.as_deref(),
            );
        }
        for draft in drafts {
            index.learn(draft.external_id.as_deref(), draft.name.as_deref(), draft.email.as_deref());
        }
        index
    }

    fn learn(&mut self, id: Option<&str>, name: Option<&str>, email: Option<&str>) {
        let Some(email) = email else { return };
        for key in [id.map(|id| format!("#{id}")), name.map(fold)].into_iter().flatten() {
            let address = self.addresses.entry(key).or_insert_with(|| Some(email.to_owned()));
            if address.as_deref() != Some(email) {
                *address = None;
            }
        }
    }

    pub(super) fn find(&self, id: Option<&str>, email: Option<&str>) -> [Option<usize>; 2] {
        [
            id.and_then(|id| self.by_id.get(id)).copied(),
            email.and_then(|email| self.by_email.get(email)).copied(),
        ]
    }

    /// Who the person of `draft` is: by their number, then by their address.
    pub(super) fn recognise(
        &self,
        draft: &Draft,
        known: &[Known],
        by_id: Option<usize>,
        by_email: Option<usize>,
    ) -> Result<Option<usize>, Reason> {
        match (by_id, by_email) {
            (Some(one), Some(other)) if one != other => Err(Reason::AddressTaken),
            (Some(at), _) => Ok(Some(at)),
            // The address of somebody with another number: not the same person, or a number that was mistyped.
            (None, Some(at)) if draft.external_id.is_some() && known[at].employment.external_id.is_some() => {
                Err(Reason::AddressTaken)
            }
            (None, found) => Ok(found),
        }
    }

    /// The address of whom a list calls `written`: a number, "Ada Lovelace" or "Lovelace, Ada".
    pub(super) fn address_of(&self, written: &str) -> Option<String> {
        let turned = written.split_once(',').map(|(last, first)| fold(&format!("{first} {last}")));
        let keys = [Some(format!("#{written}")), Some(fold(written)), turned];
        keys.into_iter().flatten().find_map(|key| self.addresses.get(&key).cloned().flatten())
    }
}
