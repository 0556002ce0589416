//! Weeks, reasons and losses by table.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    crate::calendar::parse_date(text).unwrap()
}

#[test]
fn weeks_begin_on_monday_and_end_with_the_present_one() {
    let weeks = Week::count(
        ["2026-11-22", "2026-11-16", "2026-11-15", "2026-09-27", "2027-01-01"].map(day),
        day("2026-11-22"),
    );
    assert_eq!(weeks.len(), Week::SHOWN);
    assert_eq!(weeks[7], Week { monday: day("2026-11-16"), done: 2 });
    assert_eq!(weeks[6], Week { monday: day("2026-11-09"), done: 1 });
    assert_eq!(weeks[0], Week { monday: day("2026-09-28"), done: 0 });
}

#[test]
fn the_most_telling_reason_is_given() {
    let check = |goals, steps, done, overdue, expect| {
        assert_eq!(Stillness::of(goals, steps, done, overdue), expect);
    };
    check(0, 0, 0, 0, Stillness::NoGoal);
    check(1, 0, 0, 0, Stillness::NoStep);
    check(1, 3, 1, 2, Stillness::Overdue(2));
    check(1, 3, 3, 0, Stillness::AllDone);
    check(1, 3, 1, 0, Stillness::Untouched);
}

#[test]
fn every_stage_has_its_list_and_back() {
    for stage in Stage::ALL {
        assert_eq!(stage.listing().stage(), Some(*stage));
        assert_eq!(stage.listing().as_str(), stage.as_str());
    }
    assert_eq!(Listing::Quiet.stage(), None);
}

#[test]
fn the_first_of_equal_losses_is_named() {
    let figures = |stages: [u64; 6]| Figures { stages: stages.into(), ..Figures::default() };
    assert_eq!(figures([9, 9, 9, 9, 9, 9]).largest_loss(), None);
    assert_eq!(figures([9, 8, 5, 5, 4, 4]).largest_loss(), Some((Stage::Approved, Stage::Matched, 3)));
    assert_eq!(figures([9, 7, 5, 5, 5, 5]).largest_loss(), Some((Stage::Imported, Stage::Approved, 2)));
}

proptest! {
    /// Every day of the last weeks is counted once, and no other.
    #[test]
    fn every_shown_day_counts_once(ago in proptest::collection::vec(0u64..90, 0..50)) {
        let today = day("2026-11-22");
        let days: Vec<Date> = ago.iter().map(|days| today - chrono::Days::new(*days)).collect();
        let shown = days.iter().filter(|day| **day >= Week::first(today)).count() as u64;
        let counted: u64 = Week::count(days, today).iter().map(|week| week.done).sum();
        prop_assert_eq!(counted, shown);
    }
}
