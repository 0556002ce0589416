//! `scores.csv`: a row for each allowed pair.

use super::rows::{Row, doubled_pair, sorted};
use super::{Decimal, Fault, Instance, Order, People, Reason, filled};
use crate::exchange::records::Records;
use crate::exchange::{NotDecimal, Source};
use matching::Arc;

pub(super) struct Scores<'t> {
    source: Source<'t>,
    rows: Vec<Score>,
}

/// There can be millions, so a row is kept small: its number is a [`Decimal`] taken apart.
#[derive(Clone, Copy)]
struct Score {
    units: i64,
    row: Row,
    places: u8,
}

impl Score {
    fn decimal(self) -> Decimal {
        Decimal { units: self.units, places: u32::from(self.places) }
    }
}

impl<'t> Scores<'t> {
    pub(super) fn read(source: Source<'t>, people: &mut People<'t>) -> Result<Scores<'t>, Fault> {
        let mut records = Records::new(&source, &["mentee", "mentor", "score"], 3)?;
        let lines = source.bytes.iter().filter(|byte| **byte == b'\n').count();
        let mut rows = Vec::with_capacity(lines);
        while let Some(record) = records.next::<3>()? {
            let fault = |reason| records.fault(record.line, reason);
            let [mentee, mentor, score] = record.fields;
            let mentee = filled(mentee, "mentee").map_err(fault)?;
            let mentor = filled(mentor, "mentor").map_err(fault)?;
            let row = people.row(mentee, mentor, record.line).map_err(fault)?;
            let score = filled(score, "score").map_err(fault)?;
            let Decimal { units, places } = score.parse().map_err(|cause| {
                let given = score.clone().into_owned();
                fault(match cause {
                    NotDecimal::Malformed => Reason::BadScore(given),
                    NotDecimal::Overflow => Reason::Overflow(given),
                })
            })?;
            rows.push(Score { units, row, places: places as u8 });
        }
        Ok(Scores { source, rows })
    }

    /// Gives all scores the same number of decimals, `unmatched` too, and no fewer than the instance has.
    pub(super) fn settle(
        self,
        order: &Order,
        unmatched: Decimal,
        instance: &mut Instance,
    ) -> Result<(), Fault> {
        let Scores { source, mut rows } = self;
        let places =
            rows.iter().map(|score| u32::from(score.places)).chain([unmatched.places, instance.places]).max();
        instance.places = places.unwrap_or_default();
        let overflow = |line, number: Decimal| source.fault(line, Reason::Overflow(number.to_string()));
        instance.unmatched = unmatched.units_at(instance.places).ok_or_else(|| overflow(1, unmatched))?;
        for score in &mut rows {
            let units = score.decimal().units_at(instance.places);
            score.units = units.ok_or_else(|| overflow(score.row.line, score.decimal()))?;
            score.row = order.of(score.row);
        }
        let rows = sorted(rows, instance.mentees.len(), |score| score.row);
        let rows = rows.map_err(|row| doubled_pair(instance, source, row))?;
        let arc =
            |Score { units, row, .. }: Score| Arc { mentee: row.mentee, mentor: row.mentor, fit: units };
        instance.scores = Some(rows.into_iter().map(arc).collect());
        Ok(())
    }
}
