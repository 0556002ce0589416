//! The three kinds of time: an instant (UTC), a date (in the programme's zone), and how both are written for people.
//!
//! The formatter is pure and takes `now` and the zone's offset, so that the server's HTML and the browser agree.

use crate::text::calendar as words;
use chrono::{DateTime, Datelike, Timelike};
use serde::{Deserialize, Serialize};

/// A day without a time, in the programme's zone.
pub type Date = chrono::NaiveDate;

/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The number of milliseconds in a day.
    pub const DAY: i64 = 86_400_000;

    /// This moment and `days` (possibly negative) times 24 hours.
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(Self::DAY)))
    }

    /// This moment and so many seconds.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// The date in a zone that is `offset` minutes east of UTC. The first possible day for a moment out of range.
    pub fn date(self, offset: i32) -> Date {
        DateTime::from_timestamp_millis(self.0.saturating_add(i64::from(offset) * 60_000))
            .map(|moment| moment.date_naive())
            .unwrap_or_default()
    }

    /// "22 Nov 2026, 15:04" in a zone that is `offset` minutes east of UTC.
    pub fn exact(self, offset: i32) -> String {
        match DateTime::from_timestamp_millis(self.0.saturating_add(i64::from(offset) * 60_000)) {
            Some(moment) => {
                format!("{}, {:02}:{:02}", long_date(moment.date_naive()), moment.hour(), moment.minute())
            }
            None => String::new(),
        }
    }

    /// "15:04:05" in a zone that is `offset` minutes east of UTC.
    pub fn clock(self, offset: i32) -> String {
        let moment = DateTime::from_timestamp_millis(self.0.saturating_add(i64::from(offset) * 60_000));
        moment.map(|moment| moment.format("%H:%M:%S").to_string()).unwrap_or_default()
    }

    /// "2026-11-22T15:04:00Z", for machines.
    pub fn iso(self) -> String {
        match DateTime::from_timestamp_millis(self.0) {
            Some(moment) => {
                format!(
                    "{}T{:02}:{:02}:{:02}Z",
                    moment.date_naive(),
                    moment.hour(),
                    moment.minute(),
                    moment.second()
                )
            }
            None => String::new(),
        }
    }

    /// "3 minutes ago", "in 2 days", seen from `now`.
    pub fn relative(self, now: Self) -> String {
        match self.span(now) {
            None => words::just_now().to_owned(),
            Some(span) if self < now => words::ago(span),
            Some(span) => words::in_time(span),
        }
    }

    /// "3 minutes", "2 days" between it and `now`; none for less than a minute.
    pub fn span(self, now: Self) -> Option<String> {
        match self.0.abs_diff(now.0) / 1000 {
            0..=59 => None,
            s @ 60..=3_599 => Some(words::minutes(s / 60)),
            s @ 3_600..=86_399 => Some(words::hours(s / 3_600)),
            s => Some(words::days(s / 86_400)),
        }
    }
}

/// "22 Nov 2026".
pub fn long_date(date: Date) -> String {
    format!("{} {} {}", date.day(), words::month(date.month()), date.year())
}

/// "in 3 days · Thu 26 Nov 2026", seen from `today`.
pub fn due(date: Date, today: Date) -> String {
    let exact = format!("{} {}", words::weekday(date.weekday().num_days_from_monday()), long_date(date));
    format!("{} · {exact}", away(date, today))
}

/// "in 3 days", "tomorrow", counted in nights, seen from `today`.
pub fn away(date: Date, today: Date) -> String {
    match (date - today).num_days() {
        0 => words::today().to_owned(),
        1 => words::tomorrow().to_owned(),
        -1 => words::yesterday().to_owned(),
        days if days > 0 => words::in_time(words::days(days.unsigned_abs())),
        days => words::ago(words::days(days.unsigned_abs())),
    }
}

/// In a narrow place: "in 3 days" within a week of `today`, else "26 Nov", with the year where it is another one.
pub fn near(date: Date, today: Date) -> String {
    let short = format!("{} {}", date.day(), words::month(date.month()));
    match (date - today).num_days() {
        -7..=7 => away(date, today),
        _ if date.year() == today.year() => short,
        _ => long_date(date),
    }
}

/// A date typed as `2026-11-22`.
pub fn parse_date(text: &str) -> Option<Date> {
    Date::parse_from_str(text.trim(), "%Y-%m-%d").ok().filter(|date| (1900..=2200).contains(&date.year()))
}

/// A date and a time typed as `2026-11-22T15:04`, in whatever zone.
pub fn parse_moment(text: &str) -> Option<chrono::NaiveDateTime> {
    let (date, time) = text.trim().split_once(['T', ' '])?;
    let time =
        ["%H:%M", "%H:%M:%S"].iter().find_map(|form| chrono::NaiveTime::parse_from_str(time, form).ok())?;
    Some(parse_date(date)?.and_time(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_counted_in_nights_and_waiting_in_hours() {
        let day = |text: &str| parse_date(text).unwrap();
        let today = day("2026-11-22");
        for (date, said) in
            [("2026-11-21", "yesterday"), ("2026-11-22", "today"), ("2026-11-25", "in 3 days")]
        {
            assert_eq!(away(day(date), today), said);
            assert!(due(day(date), today).starts_with(said));
        }
        let now = Instant(100 * Instant::DAY);
        let check = |then: Instant, span: Option<&str>, relative: &str| {
            assert_eq!((then.span(now).as_deref(), then.relative(now).as_str()), (span, relative));
        };
        check(now.plus_seconds(-59), None, "just now");
        check(now.plus_days(-48), Some("48 days"), "48 days ago");
        check(now.plus_seconds(7200), Some("2 hours"), "in 2 hours");
    }
}
