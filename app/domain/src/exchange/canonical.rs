//! The input as one row of bytes, from which its hash is made.

use super::Decimal;
use super::Instance;
use super::instance::Wish;
use matching::{Person, Scope};

/// Changes whenever the bytes below do, so that hashes of different forms never agree.
const FORM: &[u8] = b"trellis matching input, form 1\n";

impl Instance {
    /// Hands the instance to `sink` piece by piece: everybody in the order of their ids, then everything else by
    /// mentee and mentor. Two sets of files give the same bytes exactly where they say the same: row order, spacing,
    /// quoting, line ends, zeros at the end of a decimal and capacities of 1 that are spelt out do not matter.
    pub fn canonical(&self, mut sink: impl FnMut(&[u8])) {
        sink(FORM);
        people(&self.mentees, &self.mentee_places, &mut sink);
        people(&self.mentors, &self.mentor_places, &mut sink);
        let scores = self.scores.as_deref();
        sink(&[u8::from(scores.is_some())]);
        let scores = scores.unwrap_or_default();
        // The decimals of the scores alone: how the price of an unused place is written must not change the hash.
        let whole = |places: &u32| {
            let unit = 10_i64.pow(self.places - places);
            scores.iter().all(|arc| arc.fit % unit == 0)
        };
        let places = (0..self.places).find(whole).unwrap_or(self.places);
        let unit = 10_i64.pow(self.places - places);
        sink(&places.to_le_bytes());
        rows(scores.iter().map(|arc| (arc.mentee, arc.mentor, arc.fit / unit)), &mut sink);
        let wish = |wish: &Wish| (wish.mentee, wish.mentor, wish.rank);
        rows(self.mentee_wishes.iter().map(wish), &mut sink);
        rows(self.mentor_wishes.iter().map(wish), &mut sink);
        rows(self.pins.iter().map(|&(mentee, mentor)| (mentee, mentor, 0)), &mut sink);
        rows(self.blocks.iter().map(|&(mentee, mentor)| (mentee, mentor, 0)), &mut sink);
        if !self.group_names.is_empty() || !self.quotas.quotas.is_empty() {
            self.canonical_quotas(sink);
        }
    }

    /// Groups and quotas are told only where there are any, so that a hash made before there could be holds.
    fn canonical_quotas(&self, mut sink: impl FnMut(&[u8])) {
        for name in &self.group_names {
            sink(&(name.len() as u64).to_le_bytes());
            sink(name.as_bytes());
        }
        sink(&u64::MAX.to_le_bytes());
        for group in &self.quotas.groups {
            sink(&group.unwrap_or(u32::MAX).to_le_bytes());
        }
        for quota in &self.quotas.quotas {
            let mentor = match quota.scope {
                Scope::Mentor(mentor) => mentor,
                Scope::Programme => u32::MAX,
            };
            for number in [mentor, quota.group, quota.at_least, quota.at_most] {
                sink(&number.to_le_bytes());
            }
            sink(&(quota.rewards.len() as u64).to_le_bytes());
            for &reward in &quota.rewards {
                let Decimal { units, places } = Decimal::new(reward, self.places);
                sink(&units.to_le_bytes());
                sink(&places.to_le_bytes());
            }
        }
    }
}

fn people(ids: &[String], places: &[Person], sink: &mut impl FnMut(&[u8])) {
    sink(&(ids.len() as u64).to_le_bytes());
    for (id, person) in ids.iter().zip(places) {
        sink(&(id.len() as u64).to_le_bytes());
        sink(id.as_bytes());
        sink(&person.capacity.to_le_bytes());
        sink(&person.minimum.to_le_bytes());
        sink(&[u8::from(person.may_close)]);
    }
}

fn rows(rows: impl ExactSizeIterator<Item = (u32, u32, i64)>, sink: &mut impl FnMut(&[u8])) {
    sink(&(rows.len() as u64).to_le_bytes());
    for (mentee, mentor, number) in rows {
        let mut bytes = [0; 16];
        bytes[..4].copy_from_slice(&mentee.to_le_bytes());
        bytes[4..8].copy_from_slice(&mentor.to_le_bytes());
        bytes[8..].copy_from_slice(&number.to_le_bytes());
        sink(&bytes);
    }
}
