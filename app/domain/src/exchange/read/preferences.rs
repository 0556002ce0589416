//! `preferences.csv`: who lists whom, and on which rank.

use super::rows::{Row, sorted};
use super::{Fault, Instance, Order, People, Reason, filled, is_mentor};
use crate::exchange::records::Records;
use crate::exchange::{Source, Wish};

pub(super) struct Preferences<'t> {
    source: Source<'t>,
    mentees: Vec<(Row, i64)>,
    mentors: Vec<(Row, i64)>,
}

impl<'t> Preferences<'t> {
    pub(super) fn read(source: Source<'t>, people: &mut People<'t>) -> Result<Preferences<'t>, Fault> {
        let mut records = Records::new(&source, &["side", "id", "rank", "choice"], 4)?;
        let mut read = Preferences { source, mentees: Vec::new(), mentors: Vec::new() };
        while let Some(record) = records.next::<4>()? {
            let fault = |reason| records.fault(record.line, reason);
            let [side, id, rank, choice] = record.fields;
            let mentor = is_mentor(&side).map_err(fault)?;
            let id = filled(id, "id").map_err(fault)?;
            let rank = filled(rank, "rank").map_err(fault)?;
            let rank = rank.parse().map_err(|_| fault(Reason::BadRank(rank.into_owned())))?;
            let choice = filled(choice, "choice").map_err(fault)?;
            let (mentee, mentor_id) = if mentor { (choice, id) } else { (id, choice) };
            let row = people.row(mentee, mentor_id, record.line).map_err(fault)?;
            if mentor { &mut read.mentors } else { &mut read.mentees }.push((row, rank));
        }
        Ok(read)
    }

    pub(super) fn settle(self, order: &Order, instance: &mut Instance) -> Result<(), Fault> {
        let wishes = |list: Vec<(Row, i64)>| {
            let list = list.into_iter().map(|(row, rank)| (order.of(row), rank)).collect();
            let list = sorted(list, instance.mentees.len(), |wish: &(Row, i64)| wish.0)?;
            let wish = |(Row { mentee, mentor, .. }, rank)| Wish { mentee, mentor, rank };
            Ok(list.into_iter().map(wish).collect::<Vec<_>>())
        };
        let doubled = |row: Row, by_mentor: bool| {
            let (mentee, mentor) = instance.ids((row.mentee, row.mentor));
            let (who, choice) = if by_mentor { (mentor, mentee) } else { (mentee, mentor) };
            self.source.fault(row.line, Reason::DoubledChoice { who, choice })
        };
        let mentees = wishes(self.mentees).map_err(|row| doubled(row, false))?;
        let mentors = wishes(self.mentors).map_err(|row| doubled(row, true))?;
        (instance.mentee_wishes, instance.mentor_wishes) = (mentees, mentors);
        Ok(())
    }
}
