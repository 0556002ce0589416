//! Text with separators becomes a table of cells. Rows are counted as a spreadsheet shows them.

use super::Refusal;
use super::fold::fold;

/// The most rows under the headings that one list may have.
pub const MOST_ROWS: usize = 50_000;
/// The most columns that one list may have.
pub const MOST_COLUMNS: usize = 200;
/// The most bytes that one list may have.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet shows it: the first row is 1, and blank rows count.
    pub number: u32,
    pub cells: Vec<String>,
}

/// A list with its headings. A row may have more or fewer cells than there are headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub separator: char,
    pub headings: Vec<String>,
    /// The row of the headings, usually 1.
    pub heading_row: u32,
    pub rows: Vec<Row>,
}

/// Reads a list: finds its separator and its headings, leaves out blank rows, and refuses what is no list of people.
pub fn read(text: &str) -> Result<Table, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (said, text) = stated_separator(text);
    let separator = said.unwrap_or_else(|| sniff(text));
    let mut rows = split(text, separator, MOST_ROWS + 20)?;
    rows.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    if rows.is_empty() {
        return Err(Refusal::Empty);
    }
    let at = heading_index(&rows);
    let rest = rows.split_off(at + 1);
    let heading = rows.swap_remove(at);
    let mut headings: Vec<String> = heading.cells.iter().map(|cell| tidy(cell)).collect();
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    check_headings(&headings)?;
    if rest.is_empty() {
        return Err(Refusal::OnlyHeadings);
    }
    if rest.len() > MOST_ROWS {
        return Err(Refusal::TooManyRows { limit: MOST_ROWS });
    }
    Ok(Table { separator, headings, heading_row: heading.number, rows: rest })
}

/// A heading in one line, without the space around it.
fn tidy(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Excel's `sep=;` in the first line, which no spreadsheet shows as a row.
fn stated_separator(text: &str) -> (Option<char>, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"');
    let Some(said) = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP=")) else {
        return (None, text);
    };
    let mut letters = said.chars();
    let (Some(separator), None) = (letters.next(), letters.next()) else { return (None, text) };
    let rest = &text[end..];
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    (Some(separator), rest)
}

/// Whichever separator parts the first rows most evenly, and then into most columns.
fn sniff(text: &str) -> char {
    let mut best = (',', (0, 0));
    for separator in [',', ';', '\t', '|'] {
        let rows = first_rows(text, separator);
        let Some(heading) = rows.first() else { continue };
        let columns = heading.iter().filter(|cell| !cell.trim().is_empty()).count();
        if columns < 2 {
            continue;
        }
        let width = heading.len();
        let even = rows.iter().filter(|cells| cells.len() == width).count() * 1000 / rows.len();
        if (even, columns) > best.1 {
            best = (separator, (even, columns));
        }
    }
    best.0
}

/// Up to forty rows that are not blank, from the first that has several cells on.
fn first_rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let end = text.char_indices().nth(200_000).map_or(text.len(), |(at, _)| at);
    let mut reader = Reader::new(&text[..end], separator);
    let mut rows = Vec::new();
    while let Some(row) = reader.next() {
        let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        if filled > 1 || (filled == 1 && !rows.is_empty()) {
            rows.push(row.cells);
        }
        if rows.len() == 40 {
            break;
        }
    }
    rows
}

/// The headings are the first row with several cells: some lists have a title above them.
fn heading_index(rows: &[Row]) -> usize {
    let several = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
    rows.iter().take(10).position(several).unwrap_or(0)
}

fn check_headings(headings: &[String]) -> Result<(), Refusal> {
    if headings.len() > MOST_COLUMNS {
        return Err(Refusal::TooManyColumns { limit: MOST_COLUMNS });
    }
    if headings.iter().any(|heading| crate::form::email(heading).is_some()) {
        return Err(Refusal::NoHeadings);
    }
    for (at, heading) in headings.iter().enumerate() {
        let same = |other: &String| !heading.is_empty() && other.to_lowercase() == heading.to_lowercase();
        if let Some(first) = headings[..at].iter().position(same) {
            let heading = heading.clone();
            return Err(Refusal::HeadingTwice { heading, first: first as u32 + 1, second: at as u32 + 1 });
        }
    }
    Ok(())
}

/// Every row of `text`, blank ones as well, at most `limit` of them that are not blank.
fn split(text: &str, separator: char, limit: usize) -> Result<Vec<Row>, Refusal> {
    let mut reader = Reader::new(text, separator);
    let mut rows = Vec::new();
    while let Some(row) = reader.next() {
        if let Some(row) = reader.unclosed {
            return Err(Refusal::UnclosedQuote { row });
        }
        if row.cells.iter().all(String::is_empty) {
            continue;
        }
        rows.push(row);
        if rows.len() > limit {
            return Err(Refusal::TooManyRows { limit: MOST_ROWS });
        }
    }
    Ok(rows)
}

/// Reads rows one by one: quoted cells may hold separators, line ends and doubled quotes; a quote in the middle of a
/// cell is only a quote. Lines end with CR, LF or both.
struct Reader<'t> {
    rest: std::iter::Peekable<std::str::Chars<'t>>,
    separator: char,
    number: u32,
    /// The row whose quote was still open at the end.
    unclosed: Option<u32>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, separator: char) -> Self {
        Self { rest: text.chars().peekable(), separator, number: 0, unclosed: None }
    }

    fn next(&mut self) -> Option<Row> {
        self.rest.peek()?;
        self.number += 1;
        let mut cells = Vec::new();
        let mut cell = String::new();
        loop {
            match self.rest.next() {
                Some('"') if cell.trim_matches(' ').is_empty() => {
                    cell.clear();
                    self.quoted(&mut cell);
                }
                Some(letter) if letter == self.separator => cells.push(std::mem::take(&mut cell)),
                Some('\r') => {
                    self.rest.next_if_eq(&'\n');
                    break;
                }
                Some('\n') | None => break,
                Some(letter) => cell.push(letter),
            }
        }
        cells.push(cell);
        Some(Row { number: self.number, cells })
    }

    /// The rest of a quoted cell, up to and with its closing quote.
    fn quoted(&mut self, cell: &mut String) {
        loop {
            match self.rest.next() {
                Some('"') if self.rest.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => return,
                Some('\r') => {
                    self.rest.next_if_eq(&'\n');
                    cell.push('\n');
                }
                Some(letter) => cell.push(letter),
                None => {
                    self.unclosed = Some(self.number);
                    return;
                }
            }
        }
    }
}

/// What a list's columns are remembered by: its headings, whatever their order, case and accents. The two columns that
/// Trellis itself adds to refused rows do not count.
pub fn signature(headings: &[String]) -> String {
    use crate::text::import as words;
    let own = [fold(words::refused_column_row()), fold(words::refused_column_why())];
    let mut folded: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
    folded.retain(|heading| !heading.is_empty() && !own.contains(heading));
    folded.sort();
    folded.join("\u{1f}")
}
