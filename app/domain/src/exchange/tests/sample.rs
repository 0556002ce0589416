//! Small problems as files: odd ids, odd spacing, everything that the columns allow.

use super::*;
use proptest::prelude::*;

/// The texts of one problem's files, each row a line of its own.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    pub(super) scores: Option<Vec<String>>,
    pub(super) capacities: Vec<String>,
    pub(super) preferences: Option<Vec<String>>,
    pub(super) pins: Vec<String>,
    pub(super) blocks: Vec<String>,
    pub(super) groups: Vec<String>,
    pub(super) quotas: Vec<String>,
}

const MENTEES: [&str; 4] = ["ann", "\"b, \"\"c\"\"\"", "Žofie", "e 10"];
const MENTORS: [&str; 3] = ["ann", "o2", "\"\u{1F331}\nx\""];

impl Sample {
    /// The files as texts, in the order of [`Sources`].
    pub(super) fn texts(&self) -> [Option<String>; 7] {
        let file = |head: &str, rows: &[String]| format!("{head}\n{}\n", rows.join("\n"));
        [
            self.scores.as_ref().map(|rows| file("mentee,mentor,score", rows)),
            Some(file("side,id,capacity,minimum,may_close", &self.capacities)),
            self.preferences.as_ref().map(|rows| file("side,id,rank,choice", rows)),
            Some(file("mentee,mentor", &self.blocks)),
            Some(file("mentee,mentor", &self.pins)),
            Some(file("id,group", &self.groups)),
            Some(file("scope,id,group,at_least,at_most,reward", &self.quotas)),
        ]
    }

    pub(super) fn read(&self) -> Result<Instance, Fault> {
        let texts = self.texts();
        let [scores, capacities, preferences, blocks, pins, groups, quotas] =
            texts.each_ref().map(|text| text.as_deref().map(|text| source("file", text)));
        let sources = Sources { scores, capacities, preferences, blocks, pins, groups, quotas };
        super::read(&sources, Decimal::default())
    }
}

/// Samples of at most four mentees and three mentors that can be read. With `closing`, some may close rather than have
/// fewer than two.
pub(super) fn samples(scored: bool, closing: bool) -> impl Strategy<Value = Sample> {
    let cell = (0..100_u32, -30..100_i64, 0..3_i64, 0..3_i64, 0..100_u32);
    let capacity = (0..4_u32, 0..12_u32, any::<bool>());
    (
        prop::collection::vec(cell, MENTEES.len() * MENTORS.len()),
        prop::collection::vec(capacity, MENTEES.len() + MENTORS.len()),
        (0..10_u32, 1..4_u32),
    )
        .prop_map(move |(cells, capacities, (lists, listing))| {
            // Without scores there must be lists.
            let listing = (lists < 3 || !scored).then_some(listing);
            let mut sample = Sample {
                scores: scored.then(Vec::new),
                capacities: vec![],
                preferences: listing.map(|_| vec![]),
                pins: vec![],
                blocks: vec![],
                groups: vec![],
                quotas: vec![],
            };
            let ids = MENTEES.iter().map(|id| ("mentee", id)).chain(MENTORS.iter().map(|id| ("mentor", id)));
            for ((side, id), (capacity, minimum, may_close)) in ids.zip(capacities) {
                let capacity = capacity.max(1);
                let minimum = minimum.saturating_sub(9).min(capacity);
                let close = if may_close && (closing || minimum < 2) { "yes" } else { "" };
                sample.capacities.push(format!("{side},{id},{capacity},{minimum},{close}"));
            }
            for (at, (there, score, mentee_rank, mentor_rank, settled)) in cells.into_iter().enumerate() {
                let (mentee, mentor) = (MENTEES[at / MENTORS.len()], MENTORS[at % MENTORS.len()]);
                if there < 30 {
                    continue;
                }
                if let Some(scores) = &mut sample.scores {
                    let score = Decimal::new(score, there % 3);
                    scores.push(format!("{mentee}, {mentor},{score} "));
                }
                // 1: mentees list, 2: mentors list, 3: both do.
                if let (Some(rows), Some(listing)) = (&mut sample.preferences, listing) {
                    if listing & 1 == 1 {
                        rows.push(format!("mentee,{mentee},{mentee_rank},{mentor}"));
                    }
                    if listing & 2 == 2 && there < 95 {
                        rows.push(format!("mentor,{mentor},{mentor_rank},{mentee}"));
                    }
                }
                match settled {
                    0..5 if there < 95 => sample.pins.push(format!("{mentee},{mentor}")),
                    5..12 => sample.blocks.push(format!("{mentee},{mentor}")),
                    _ => {}
                }
            }
            sample
        })
        // Now and then the pins are more than there are places for, or name somebody whom no other row names.
        .prop_filter("readable", |sample| sample.read().is_ok())
}

const GROUPS: [&str; 2] = ["\"o, \"\"k\"\"\"", "Å"];
const REWARDS: [&str; 6] = ["", "", "20", "3.5 1 ", "0 -2.25", "-1"];

/// The same in groups, with quotas for one mentor, for all and for the programme. Nobody may close.
pub(super) fn diverse() -> impl Strategy<Value = Sample> {
    let quota = (0..4_u8, 0..3_u32, 0..6_u32, 0..REWARDS.len());
    let quotas = prop::collection::vec(quota, GROUPS.len() * (MENTORS.len() + 2));
    (samples(true, false), prop::collection::vec(0..=GROUPS.len(), MENTEES.len()), quotas).prop_map(
        |(mut sample, groups, quotas)| {
            // Some of the mentees are named in no other file.
            let known: String = sample.scores.iter().flatten().chain(&sample.capacities).cloned().collect();
            for (id, &group) in MENTEES.iter().zip(&groups).filter(|(id, _)| known.contains(**id)) {
                sample.groups.push(format!("{id}, {}", GROUPS.get(group).unwrap_or(&"")));
            }
            let scopes =
                MENTORS.map(|id| ("mentor", id)).into_iter().chain([("Mentor", ""), ("programme", "")]);
            let places = scopes.flat_map(|scope| (0..GROUPS.len()).map(move |group| (scope, group)));
            for (((scope, id), group), (there, least, most, reward)) in places.zip(quotas) {
                if there == 0 && groups.contains(&group) {
                    let most = if most < 4 { most.to_string() } else { String::new() };
                    let least = if most.is_empty() || most > least.to_string() { least } else { 0 };
                    sample
                        .quotas
                        .push(format!("{scope},{id},{},{least},{most},{}", GROUPS[group], REWARDS[reward]));
                }
            }
            sample
        },
    )
}
