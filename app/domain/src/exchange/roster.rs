//! Numbers for ids, in an order that no file decides.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The ids of one side. While files are read, they are numbered as they come; sorted, a number is an id's place
/// among all ids of the side by their bytes, whatever the order of the rows.
#[derive(Default)]
pub(super) struct Roster<'t> {
    numbers: HashMap<Cow<'t, str>, u32, BuildHasherDefault<Mix>>,
    ids: Vec<Cow<'t, str>>,
    /// Whom the row before named: in a file sorted by people, mostly the same one.
    last: u32,
}

impl<'t> Roster<'t> {
    /// The number of this id, a new one where it was not seen before; none where there are too many.
    pub(super) fn number(&mut self, id: Cow<'t, str>) -> Option<u32> {
        if self.ids.get(self.last as usize) == Some(&id) {
            return Some(self.last);
        }
        self.last = match self.numbers.get(&id) {
            Some(&number) => number,
            None => {
                let number = u32::try_from(self.ids.len()).ok().filter(|number| *number < u32::MAX)?;
                self.ids.push(id.clone());
                self.numbers.insert(id, number);
                number
            }
        };
        Some(self.last)
    }

    /// The ids in order, and for each number so far the place of its id there.
    pub(super) fn sorted(self) -> (Vec<String>, Vec<u32>) {
        let mut order: Vec<u32> = (0..self.ids.len() as u32).collect();
        order.sort_unstable_by_key(|&number| &self.ids[number as usize]);
        let mut places = vec![0; order.len()];
        for (place, &number) in order.iter().enumerate() {
            places[number as usize] = place as u32;
        }
        (order.iter().map(|&number| self.ids[number as usize].clone().into_owned()).collect(), places)
    }
}

/// Where an id stands among sorted ids.
pub(super) fn find(ids: &[String], id: &str) -> Option<u32> {
    ids.binary_search_by(|it| it.as_str().cmp(id)).ok().map(|place| place as u32)
}

/// A quick hash of short texts, the same in every run. Millions of rows are looked up; nobody gains by slowing
/// down their own command, so the standard one, which withstands that, would be wasted here.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            // An odd number near the golden ratio of 2^64 spreads each bit upwards; the rotation brings it back.
            self.0 = (self.0 ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
