//! `pins.csv` and `blocks.csv`: pairs that must be, and pairs that must not be.

use super::rows::{Row, doubled_pair, sorted};
use super::{Fault, Instance, Reason};
use crate::exchange::Source;
use crate::exchange::records::Records;
use crate::exchange::roster::find;

/// The pairs of such a file, by mentee and mentor.
pub(super) fn pairs(instance: &Instance, source: Source) -> Result<Vec<Row>, Fault> {
    let mut records = Records::new(&source, &["mentee", "mentor"], 2)?;
    let mut rows = Vec::new();
    while let Some(record) = records.next::<2>()? {
        let fault = |reason| records.fault(record.line, reason);
        let [mentee, mentor] = &record.fields;
        let among = |ids, id: &str, column, unknown: fn(String) -> Reason| match id {
            "" => Err(Reason::Empty(column)),
            id => find(ids, id).ok_or_else(|| unknown(id.to_owned())),
        };
        let mentee = among(&instance.mentees, mentee, "mentee", Reason::UnknownMentee).map_err(fault)?;
        let mentor = among(&instance.mentors, mentor, "mentor", Reason::UnknownMentor).map_err(fault)?;
        let line = u32::try_from(record.line).map_err(|_| fault(Reason::TooLarge))?;
        rows.push(Row { mentee, mentor, line });
    }
    sorted(rows, instance.mentees.len(), |row| *row).map_err(|row| doubled_pair(instance, source, row))
}

/// The pins: each of them allowed, and all of them within the capacities.
pub(super) fn pins(instance: &Instance, source: Source) -> Result<Vec<(u32, u32)>, Fault> {
    let mut rows = pairs(instance, source)?;
    let pins = rows.iter().map(|row| (row.mentee, row.mentor)).collect();
    // In the order of the file, so that the line that goes too far is the one that is named.
    rows.sort_unstable_by_key(|row| row.line);
    let mut mentees = vec![0_u32; instance.mentees.len()];
    let mut mentors = vec![0_u32; instance.mentors.len()];
    for row in rows {
        let pair = (row.mentee, row.mentor);
        let (mentee, mentor) = instance.ids(pair);
        if instance.blocks.binary_search(&pair).is_ok() {
            return Err(source.fault(row.line, Reason::PinBlocked { mentee, mentor }));
        }
        if !instance.lists(pair) {
            return Err(source.fault(row.line, Reason::PinNotAllowed { mentee, mentor }));
        }
        let capacity = instance.mentee_places[pair.0 as usize].capacity;
        mentees[pair.0 as usize] += 1;
        if mentees[pair.0 as usize] > capacity {
            return Err(source.fault(row.line, Reason::MenteeOverpinned { mentee, capacity }));
        }
        let capacity = instance.mentor_places[pair.1 as usize].capacity;
        mentors[pair.1 as usize] += 1;
        if mentors[pair.1 as usize] > capacity {
            return Err(source.fault(row.line, Reason::MentorOverpinned { mentor, capacity }));
        }
    }
    Ok(pins)
}
