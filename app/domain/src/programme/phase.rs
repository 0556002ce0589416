//! The phases of a programme, with dates in order.

use crate::text::programme as words;
use crate::word::words;
use crate::{Date, Instant, PhaseId, Problem};
use serde::{Deserialize, Serialize};

words! {
    /// The five parts of a programme's life, in this order.
    pub enum PhaseKind { Recruit = "recruit", Prepare = "prepare", Match = "match", Work = "work", Close = "close" }
}

impl PhaseKind {
    /// "Recruit".
    pub fn title(self) -> &'static str {
        match self {
            Self::Recruit => words::phase_recruit(),
            Self::Prepare => words::phase_prepare(),
            Self::Match => words::phase_match(),
            Self::Work => words::phase_work(),
            Self::Close => words::phase_close(),
        }
    }

    /// What happens in it, in one sentence.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Recruit => words::phase_recruit_help(),
            Self::Prepare => words::phase_prepare_help(),
            Self::Match => words::phase_match_help(),
            Self::Work => words::phase_work_help(),
            Self::Close => words::phase_close_help(),
        }
    }
}

/// One phase; both days belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    pub id: PhaseId,
    pub kind: PhaseKind,
    pub starts: Date,
    pub ends: Date,
}

/// A phase that has no id yet.
pub type Dates = (PhaseKind, Date, Date);

/// Where `phase` is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    Past,
    Now,
    Ahead,
}

impl Phase {
    /// Whether the phase is over, going on or ahead on `today`.
    pub fn when(&self, today: Date) -> When {
        if today < self.starts {
            When::Ahead
        } else if today > self.ends {
            When::Past
        } else {
            When::Now
        }
    }
}

/// The first and the last day of all phases, or none where there is no phase.
pub fn span(phases: &[Phase]) -> Option<(Date, Date)> {
    let first = phases.iter().map(|phase| phase.starts).min()?;
    let last = phases.iter().map(|phase| phase.ends).max()?;
    Some((first, last))
}

/// What is wrong with dates: phases may overlap, but each ends after it starts, and none starts before the one that
/// comes before it. Each problem names its phase and whether it is the end (true) or the start (false).
pub fn problems(dates: &[Dates]) -> Vec<(PhaseKind, bool, Problem)> {
    let mut problems = Vec::new();
    let mut earliest: Option<Date> = None;
    for (kind, starts, ends) in dates {
        if let Some(date) = earliest.filter(|date| starts < date) {
            problems.push((*kind, false, Problem::Before { date }));
        }
        if ends < starts {
            problems.push((*kind, true, Problem::Before { date: *starts }));
        }
        earliest = Some(earliest.map_or(*starts, |date| date.max(*starts)));
    }
    problems
}

/// Which week of the programme `today` is, counted from 1, and how many there are: "week 7 of 24". None before the
/// start and after the end.
pub fn week(phases: &[Phase], today: Date) -> Option<(u32, u32)> {
    let (first, last) = span(phases)?;
    if today < first || today > last {
        return None;
    }
    let weeks = |days: i64| u32::try_from(days / 7 + 1).unwrap_or(1);
    Some((weeks((today - first).num_days()), weeks((last - first).num_days())))
}

/// The Monday on which a programme that is created now would start: at least a week away, so that there is time to
/// tell people.
pub fn usual_start(now: Instant, offset: i32) -> Date {
    use chrono::{Datelike, Days};
    let today = now.date(offset);
    let to_monday = (7 - today.weekday().num_days_from_monday()) % 7;
    today.checked_add_days(Days::new(u64::from(to_monday + 7))).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;
    use uuid::Uuid;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    fn phase(starts: &str, ends: &str) -> Phase {
        Phase { id: PhaseId(Uuid::nil()), kind: PhaseKind::Recruit, starts: day(starts), ends: day(ends) }
    }

    #[test]
    fn dates_must_be_in_order() {
        use PhaseKind::{Match, Prepare, Recruit};
        let check = |dates: &[(PhaseKind, &str, &str)], expect: &[(PhaseKind, bool)]| {
            let dates: Vec<Dates> =
                dates.iter().map(|(kind, from, to)| (*kind, day(from), day(to))).collect();
            let found: Vec<_> = problems(&dates).into_iter().map(|(kind, end, _)| (kind, end)).collect();
            assert_eq!(found, expect, "{dates:?}");
        };
        check(&[], &[]);
        check(&[(Recruit, "2026-01-05", "2026-01-05")], &[]);
        check(&[(Recruit, "2026-01-05", "2026-01-04")], &[(Recruit, true)]);
        check(&[(Recruit, "2026-01-05", "2026-03-01"), (Prepare, "2026-02-01", "2026-02-20")], &[]);
        check(
            &[
                (Recruit, "2026-02-05", "2026-03-01"),
                (Prepare, "2026-02-01", "2026-02-20"),
                (Match, "2026-02-04", "2026-02-20"),
            ],
            &[(Prepare, false), (Match, false)],
        );
    }

    #[test]
    fn weeks_are_counted_from_one() {
        let phases = [phase("2026-01-05", "2026-01-18"), phase("2026-01-12", "2026-02-01")];
        assert_eq!(week(&phases, day("2026-01-04")), None);
        assert_eq!(week(&phases, day("2026-01-05")), Some((1, 4)));
        assert_eq!(week(&phases, day("2026-01-12")), Some((2, 4)));
        assert_eq!(week(&phases, day("2026-02-01")), Some((4, 4)));
        assert_eq!(week(&phases, day("2026-02-02")), None);
        assert_eq!(phases[0].when(day("2026-01-18")), When::Now);
        assert_eq!(phases[0].when(day("2026-01-19")), When::Past);
    }

    #[test]
    fn a_programme_starts_on_a_monday_at_least_a_week_away() {
        use chrono::{Datelike, Weekday};
        for days in 0..14 {
            let now = Instant(1_795_305_600_000).plus_days(days);
            let start = usual_start(now, 60);
            assert_eq!(start.weekday(), Weekday::Mon);
            assert!((7..14).contains(&(start - now.date(60)).num_days()), "{start}");
        }
    }
}
