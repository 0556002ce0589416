//! Typed input, parsed once at the edge: every problem names its field and says how to mend it.

use crate::text::form as words;
use crate::{Date, calendar};
use serde::{Deserialize, Serialize};

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    Missing,
    TooLong {
        limit: usize,
    },
    TooShort {
        least: usize,
    },
    NotAnEmail,
    NotADate,
    NotANumber,
    OutOfRange {
        least: i64,
        most: i64,
    },
    NotAChoice,
    NotAZone,
    Taken,
    NotTheSame,
    WrongPassword,
    CommonPassword,
    Before {
        date: Date,
    },
    SameAsStart,
    NothingChosen,
    /// The answer may be used for nothing.
    NoConsent,
    /// Not "question: answer, answer".
    NotAQuestion {
        line: usize,
    },
    /// More than may be named.
    TooMany {
        most: usize,
    },
    /// Nobody has this address.
    Nobody,
    Oneself,
    NotAMoment,
    /// The clocks go from before it to after it.
    SkippedHour,
    Past,
    TooFar,
}

impl Problem {
    /// The sentence beside the field.
    pub fn sentence(&self) -> String {
        match self {
            Self::Missing => words::missing().into(),
            Self::TooLong { limit } => words::too_long(limit),
            Self::TooShort { least } => words::too_short(least),
            Self::NotAnEmail => words::not_an_email().into(),
            Self::NotADate => words::not_a_date().into(),
            Self::NotANumber => words::not_a_number().into(),
            Self::OutOfRange { least, most } => words::out_of_range(least, most),
            Self::NotAChoice => words::not_a_choice().into(),
            Self::NotAZone => words::not_a_zone().into(),
            Self::Taken => words::taken().into(),
            Self::NotTheSame => words::not_the_same().into(),
            Self::WrongPassword => words::wrong_password().into(),
            Self::CommonPassword => words::common_password().into(),
            Self::Before { date } => words::before(calendar::long_date(*date)),
            Self::SameAsStart => words::same_as_start().into(),
            Self::NothingChosen => words::nothing_chosen().into(),
            Self::NoConsent => words::no_consent().into(),
            Self::NotAQuestion { line } => words::not_a_question(line),
            Self::TooMany { most } => words::too_many(most),
            Self::Nobody => words::nobody().into(),
            Self::Oneself => words::oneself().into(),
            Self::NotAMoment => words::not_a_moment().into(),
            Self::SkippedHour => words::skipped_hour().into(),
            Self::Past => words::past().into(),
            Self::TooFar => words::too_far().into(),
        }
    }
}

/// A problem and the name of the form's field that has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    pub field: String,
    pub problem: Problem,
}

/// Collects what is wrong while a form is read, so that all of it is said at once.
#[derive(Debug, Default)]
pub struct Check {
    errors: Vec<FieldError>,
}

impl Check {
    /// Notes a problem of `field`.
    pub fn refuse(&mut self, field: impl Into<String>, problem: Problem) {
        self.errors.push(FieldError { field: field.into(), problem });
    }

    /// Trimmed text that must be there, of at most `limit` characters.
    pub fn text(&mut self, field: &str, value: &str, limit: usize) -> String {
        let value = value.trim();
        if value.is_empty() {
            self.refuse(field, Problem::Missing);
        }
        self.optional_text(field, value, limit)
    }

    /// Trimmed text that may be empty, of at most `limit` characters.
    pub fn optional_text(&mut self, field: &str, value: &str, limit: usize) -> String {
        let value = value.trim();
        if value.chars().count() > limit {
            self.refuse(field, Problem::TooLong { limit });
        }
        value.to_owned()
    }

    /// An e-mail address in lower case.
    pub fn email(&mut self, field: &str, value: &str) -> String {
        match email(value) {
            Some(address) => address,
            None => {
                let problem = if value.trim().is_empty() { Problem::Missing } else { Problem::NotAnEmail };
                self.refuse(field, problem);
                String::new()
            }
        }
    }

    /// A whole number from `least` to `most`; `least` where it is refused.
    pub fn number(&mut self, field: &str, value: &str, least: i64, most: i64) -> i64 {
        match value.trim().parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => return number,
            Ok(_) => self.refuse(field, Problem::OutOfRange { least, most }),
            Err(_) if value.trim().is_empty() => self.refuse(field, Problem::Missing),
            Err(_) => self.refuse(field, Problem::NotANumber),
        }
        least
    }

    /// A date, or none for an empty field.
    pub fn optional_date(&mut self, field: &str, value: &str) -> Option<Date> {
        if value.trim().is_empty() {
            return None;
        }
        let date = calendar::parse_date(value);
        if date.is_none() {
            self.refuse(field, Problem::NotADate);
        }
        date
    }

    /// One of a closed set of words.
    pub fn choice<T: std::str::FromStr>(&mut self, field: &str, value: &str) -> Option<T> {
        let choice = value.trim().parse().ok();
        if choice.is_none() {
            self.refuse(field, Problem::NotAChoice);
        }
        choice
    }

    /// `value` where nothing was refused, else everything that was.
    pub fn done<T>(self, value: T) -> Result<T, Vec<FieldError>> {
        if self.errors.is_empty() { Ok(value) } else { Err(self.errors) }
    }
}

/// An e-mail address in lower case, or none where the text is not one: one `@`, a local part without spaces, quotes or
/// control characters, and a domain of dotted labels. At most 254 characters (RFC 5321).
pub fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.split_once('@')?;
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"(),:;<>[]\\@".contains(c);
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let dots_fit = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let fits = text.len() <= 254 && !local.is_empty() && local.len() <= 64 && dots_fit;
    (fits && local.chars().all(plain) && domain.contains('.') && domain.split('.').all(label))
        .then(|| text.to_lowercase())
}
