//! Comma-separated values (RFC 4180), read record by record.
//!
//! Owns the form: a first line with the columns' names in any order, fields that may be quoted and may then hold
//! commas, line ends and doubled quotation marks, line ends of either kind, a byte order mark. Spaces around a
//! field and empty lines mean nothing. Refuses to know what a column means.
//!
//! Fields that are not quoted are slices of the text, so a file of millions of rows costs no allocation.

use super::{Fault, Reason, Source};
use std::borrow::Cow;

/// A file as text, with its columns found.
pub(super) struct Records<'t> {
    file: &'t str,
    text: &'t str,
    /// Where the next record starts, and on which line.
    at: usize,
    line: u64,
    /// For each column of the file, its place among the columns that were asked for.
    columns: Vec<usize>,
    fields: Vec<Cow<'t, str>>,
}

/// One record: the columns in the order in which they were asked for; one that is missing is empty.
pub(super) struct Record<'t, const N: usize> {
    pub(super) line: u64,
    pub(super) fields: [Cow<'t, str>; N],
}

impl<'t> Records<'t> {
    /// Reads the first line. The first `required` of `names` must be there, the others may be.
    pub(super) fn new(source: &Source<'t>, names: &[&'static str], required: usize) -> Result<Self, Fault> {
        let text = match std::str::from_utf8(source.bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
            Err(cause) => {
                let valid = &source.bytes[..cause.valid_up_to()];
                let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count() as u64;
                return Err(Fault { file: source.name.to_owned(), line, reason: Reason::NotUtf8 });
            }
        };
        let mut records =
            Records { file: source.name, text, at: 0, line: 1, columns: Vec::new(), fields: Vec::new() };
        let Some(line) = records.advance()? else { return Err(records.fault(1, Reason::NoHeader)) };
        for field in &records.fields {
            let Some(at) = names.iter().position(|name| field.eq_ignore_ascii_case(name)) else {
                return Err(records.fault(line, Reason::UnknownColumn(field.clone().into_owned())));
            };
            if records.columns.contains(&at) {
                return Err(records.fault(line, Reason::DoubledColumn(names[at].to_owned())));
            }
            records.columns.push(at);
        }
        let missing = (0..required).find(|at| !records.columns.contains(at));
        match missing {
            Some(at) => Err(records.fault(line, Reason::MissingColumn(names[at]))),
            None => Ok(records),
        }
    }

    pub(super) fn fault(&self, line: u64, reason: Reason) -> Fault {
        Fault { file: self.file.to_owned(), line, reason }
    }

    /// The next record, or nothing at the end of the file.
    pub(super) fn next<const N: usize>(&mut self) -> Result<Option<Record<'t, N>>, Fault> {
        let Some(line) = self.advance()? else { return Ok(None) };
        if self.fields.len() > self.columns.len() {
            return Err(self.fault(line, Reason::TooManyFields));
        }
        let mut fields = [const { Cow::Borrowed("") }; N];
        for (field, &column) in self.fields.drain(..).zip(&self.columns) {
            if let Some(to) = fields.get_mut(column) {
                *to = field;
            }
        }
        Ok(Some(Record { line, fields }))
    }

    /// Fills `fields` with those of the next line that is not empty, and says which line that is.
    fn advance(&mut self) -> Result<Option<u64>, Fault> {
        while self.at < self.text.len() {
            let line = self.line;
            self.fields.clear();
            loop {
                let (field, end) = self.field()?;
                self.fields.push(field);
                if end != Some(b',') {
                    break;
                }
            }
            let empty = self.fields.len() == 1 && matches!(self.fields[0], Cow::Borrowed(""));
            if !empty {
                return Ok(Some(line));
            }
        }
        Ok(None)
    }

    /// Reads one field, and the mark after it: a comma, a line end, or nothing at the end of the file.
    fn field(&mut self) -> Result<(Cow<'t, str>, Option<u8>), Fault> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start;
        while at < bytes.len() && !matches!(bytes[at], b',' | b'\n' | b'"') {
            at += 1;
        }
        let blank = |from: usize, to: usize| bytes[from..to].iter().all(u8::is_ascii_whitespace);
        if bytes.get(at) == Some(&b'"') && blank(start, at) {
            return self.quoted(at + 1);
        }
        // Elsewhere than at the start a quotation mark is a letter like others.
        while at < bytes.len() && !matches!(bytes[at], b',' | b'\n') {
            at += 1;
        }
        let field = self.text[start..at].trim_ascii();
        Ok((Cow::Borrowed(field), self.pass(at)))
    }

    /// Reads a quoted field whose text begins at `start`.
    fn quoted(&mut self, start: usize) -> Result<(Cow<'t, str>, Option<u8>), Fault> {
        let bytes = self.text.as_bytes();
        let opened = self.line;
        let mut text = Cow::Borrowed("");
        let (mut from, mut at) = (start, start);
        loop {
            match bytes.get(at) {
                None => return Err(self.fault(opened, Reason::OpenQuote)),
                Some(b'"') => {
                    text += &self.text[from..at];
                    if bytes.get(at + 1) != Some(&b'"') {
                        break;
                    }
                    // Of the two marks the second is kept.
                    (from, at) = (at + 1, at + 2);
                }
                Some(b'\n') => {
                    self.line += 1;
                    at += 1;
                }
                Some(_) => at += 1,
            }
        }
        let mut after = at + 1;
        while after < bytes.len() && !matches!(bytes[after], b',' | b'\n') {
            if !bytes[after].is_ascii_whitespace() {
                return Err(self.fault(self.line, Reason::AfterQuote));
            }
            after += 1;
        }
        Ok((text, self.pass(after)))
    }

    /// Steps over the mark at `at`.
    fn pass(&mut self, at: usize) -> Option<u8> {
        let mark = self.text.as_bytes().get(at).copied();
        self.line += u64::from(mark == Some(b'\n'));
        self.at = at + usize::from(mark.is_some());
        mark
    }
}

/// Writes a field so that [`Records`] reads the same text back.
pub(super) fn write_field(to: &mut String, field: &str) {
    let plain = !field.contains([',', '"', '\n', '\r']) && field.trim_ascii().len() == field.len();
    if plain && !field.is_empty() {
        to.push_str(field);
    } else {
        to.push('"');
        to.push_str(&field.replace('"', "\"\""));
        to.push('"');
    }
}
