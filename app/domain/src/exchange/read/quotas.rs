//! `groups.csv` and `quotas.csv`: who is in which group, and what is asked of the groups.

use super::capacities::count;
use super::{Fault, Instance, Reason, filled};
use crate::exchange::records::Records;
use crate::exchange::roster::find;
use crate::exchange::tables::QUOTAS;
use crate::exchange::{Decimal, NotDecimal, Source};
use matching::{Quota, Scope};
use std::collections::{BTreeMap, HashSet};

/// The groups of the mentees; an empty group is none.
pub(super) fn groups(instance: &mut Instance, source: Source) -> Result<(), Fault> {
    let mut records = Records::new(&source, &["id", "group"], 2)?;
    let mut given: Vec<Option<String>> = vec![None; instance.mentees.len()];
    let mut seen = HashSet::new();
    while let Some(record) = records.next::<2>()? {
        let fault = |reason| records.fault(record.line, reason);
        let [id, group] = record.fields;
        let id = filled(id, "id").map_err(fault)?;
        let unknown = || fault(Reason::UnknownMentee(id.clone().into_owned()));
        let mentee = find(&instance.mentees, &id).ok_or_else(unknown)?;
        if !seen.insert(mentee) {
            return Err(fault(Reason::DoubledGroup(id.into_owned())));
        }
        given[mentee as usize] = Some(group.into_owned()).filter(|group| !group.is_empty());
    }
    let mut names: Vec<String> = given.iter().flatten().cloned().collect();
    names.sort_unstable();
    names.dedup();
    instance.quotas.groups =
        given.iter().map(|group| group.as_deref().and_then(|group| find(&names, group))).collect();
    instance.group_names = names;
    Ok(())
}

/// The rows of the quotas, whose people and groups are still to be looked up.
pub(super) struct Asked<'t> {
    source: Source<'t>,
    rows: Vec<Row>,
}

struct Row {
    line: u64,
    /// For one mentor, for all (an empty id), or of the programme.
    mentor: Option<String>,
    group: String,
    at_least: u32,
    at_most: u32,
    rewards: Vec<Decimal>,
}

impl<'t> Asked<'t> {
    pub(super) fn read(source: Source<'t>) -> Result<Asked<'t>, Fault> {
        let mut records = Records::new(&source, &QUOTAS, 2)?;
        let (mut rows, mut seen) = (Vec::new(), HashSet::new());
        while let Some(record) = records.next::<6>()? {
            let fault = |reason| records.fault(record.line, reason);
            let [scope, group, id, at_least, at_most, reward] = record.fields;
            let group = filled(group, "group").map_err(fault)?.into_owned();
            let mentor = match &*scope {
                "" => return Err(fault(Reason::Empty("scope"))),
                scope if scope.eq_ignore_ascii_case("mentor") => Some(id.into_owned()),
                scope if !scope.eq_ignore_ascii_case("programme") => {
                    return Err(fault(Reason::BadScope(scope.to_owned())));
                }
                _ if id.is_empty() => None,
                _ => return Err(fault(Reason::ProgrammeId(id.into_owned()))),
            };
            let at_least = count(&at_least, 0).map_err(fault)?;
            let at_most = count(&at_most, u32::MAX).map_err(fault)?;
            if at_least > at_most {
                return Err(fault(Reason::LeastAboveMost { at_least, at_most }));
            }
            let rewards = rewards(&reward).map_err(fault)?;
            if !seen.insert((mentor.clone(), group.clone())) {
                return Err(fault(Reason::DoubledQuota(group)));
            }
            rows.push(Row { line: record.line, mentor, group, at_least, at_most, rewards });
        }
        Ok(Asked { source, rows })
    }

    /// How many decimals the rewards need.
    pub(super) fn places(&self) -> u32 {
        self.rows.iter().flat_map(|row| &row.rewards).map(|reward| reward.places).max().unwrap_or_default()
    }

    /// Finds people and groups; a row for every mentor gives way to one for a mentor.
    pub(super) fn settle(self, instance: &mut Instance) -> Result<(), Fault> {
        instance.quotas.groups.resize(instance.mentees.len(), None);
        let mut quotas: BTreeMap<(Scope, u32), Quota> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| row.mentor.as_deref() == Some("")) {
            let asked = self.quota(instance, row, Scope::Programme)?;
            for mentor in 0..instance.mentors.len() as u32 {
                let scope = Scope::Mentor(mentor);
                quotas.insert((scope, asked.group), Quota { scope, ..asked.clone() });
            }
        }
        for row in self.rows.iter().filter(|row| row.mentor.as_deref() != Some("")) {
            let scope = match &row.mentor {
                None => Scope::Programme,
                Some(id) => {
                    let unknown = || self.source.fault(row.line, Reason::UnknownMentor(id.clone()));
                    Scope::Mentor(find(&instance.mentors, id).ok_or_else(unknown)?)
                }
            };
            let asked = self.quota(instance, row, scope)?;
            quotas.insert((scope, asked.group), asked);
        }
        instance.quotas.quotas = quotas.into_values().collect();
        Ok(())
    }

    fn quota(&self, instance: &Instance, row: &Row, scope: Scope) -> Result<Quota, Fault> {
        let fault = |reason| self.source.fault(row.line, reason);
        let group = find(&instance.group_names, &row.group);
        let units = |reward: &Decimal| {
            reward.units_at(instance.places).ok_or_else(|| fault(Reason::Overflow(reward.to_string())))
        };
        Ok(Quota {
            scope,
            group: group.ok_or_else(|| fault(Reason::UnknownGroup(row.group.clone())))?,
            at_least: row.at_least,
            at_most: row.at_most,
            rewards: row.rewards.iter().map(units).collect::<Result<_, _>>()?,
        })
    }
}

fn rewards(given: &str) -> Result<Vec<Decimal>, Reason> {
    let number = |word: &str| {
        word.parse().map_err(|cause| match cause {
            NotDecimal::Malformed => Reason::BadReward(given.to_owned()),
            NotDecimal::Overflow => Reason::Overflow(word.to_owned()),
        })
    };
    let rewards: Vec<Decimal> = given.split_ascii_whitespace().map(number).collect::<Result<_, _>>()?;
    // In units that all of them have, in more bits than any needs.
    let wide = |reward: &Decimal| i128::from(reward.units) * 10_i128.pow(12 - reward.places.min(12));
    if rewards.windows(2).any(|two| wide(&two[0]) < wide(&two[1])) {
        return Err(Reason::RewardsRise(given.to_owned()));
    }
    Ok(rewards)
}
