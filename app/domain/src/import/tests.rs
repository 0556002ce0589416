//! Whole lists, from text to what an import would do.

mod planning;
mod reading;

use super::draft::{Draft, Reading};
use super::guess::{Mapping, guess, parse_choice};
use super::plan::{Known, Options, Plan, Standing, plan_changes};
use super::table::{self, Table};
use super::zone::Zones;
use super::{Field, Full, Reason, Refusal};
use crate::person::{Employment, Meeting, Profile, Skill};
use crate::{PersonId, Role};
use proptest::prelude::*;

const ZONES: [&str; 4] = ["Europe/Berlin", "Asia/Kolkata", "America/New_York", "Etc/UTC"];

pub(super) fn zones() -> Zones {
    Zones::new(ZONES.into_iter())
}

fn table(text: &str) -> Table {
    table::read(text).expect("a list")
}

/// What the columns of `headings` over `rows` are guessed to hold.
fn check_guess(text: &str, expect: &[Field]) {
    assert_eq!(guess(&table(text), &zones()).0, expect, "{text}");
}

fn read_as(text: &str, role: Option<Role>) -> Reading {
    let table = table(text);
    let mapping = guess(&table, &zones());
    let role = role.or(mapping.suggested_role(""));
    crate::import::draft::read(&table, &mapping, role, &zones()).expect("a mapping")
}

fn read(text: &str) -> Reading {
    read_as(text, None)
}

fn reasons(reading: &Reading) -> Vec<(u32, Reason)> {
    reading.refused.iter().map(|remark| (remark.row, remark.reason.clone())).collect()
}

const PART: Options = Options { overwrite: false, full: Full::Part };

fn plan(reading: Reading, known: &[Known], options: Options) -> Plan {
    plan_changes(reading, known, |field| field.label().to_owned(), options)
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = table::read(&text);
    }

    #[test]
    fn no_list_makes_it_panic(
        headings in proptest::sample::subsequence(
            vec!["Name", "Email", "Role", "Team", "Manager", "Skills offered", "Skills wanted", "Languages",
                 "Time zone", "Level", "Experience", "Meeting", "Capacity", "ID", "Ziele", "?"], 1..16),
        cells in proptest::collection::vec("[\\PC;,|/\"\n\t=+@-]{0,12}|mentor|mentee|[0-9.,-]{1,5}|[a-c]@x\\.org", 0..64),
    ) {
        let width = headings.len();
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let rows: Vec<String> =
            cells.chunks(width).map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";")).collect();
        let text = format!("{}\n{}", headings.join(";"), rows.join("\n"));
        if let Ok(table) = table::read(&text) {
            let mapping = guess(&table, &zones());
            if let Ok(reading) = crate::import::draft::read(&table, &mapping, Some(Role::Mentor), &zones()) {
                let drafts = reading.drafts.len();
                let plan = plan(reading, &[], PART);
                prop_assert_eq!(plan.new.len() + plan.changed.len() + plan.unchanged.len()
                    + plan.refused_rows() + plan.repeated >= drafts, true);
                prop_assert!(plan.new.iter().all(|new| new.email.is_some() && !new.name.is_empty()));
                let mut emails: Vec<_> = plan.new.iter().map(|new| new.email.clone()).collect();
                emails.sort();
                emails.dedup();
                prop_assert_eq!(emails.len(), plan.new.len());
            }
        }
    }
}
