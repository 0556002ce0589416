//! Cells that hold several values, and the separator that their column uses.

use super::{Field, clean, fold};

/// How the cells of one column are split. Line ends always split.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Splitter {
    marks: Vec<char>,
    /// A slash counts only between spaces.
    spaced_slash: bool,
    /// "English and French" is two.
    words: bool,
}

/// Finds how the cells of a column of `field` are split.
pub fn find<'c>(field: Field, cells: impl Iterator<Item = &'c str>) -> Splitter {
    if field == Field::Languages {
        return Splitter {
            marks: vec![',', ';', '|', '/', '&', '+', '·', '•'],
            spaced_slash: false,
            words: true,
        };
    }
    let mut count = Count::default();
    for cell in cells.filter(|cell| !clean::is_blank(cell)) {
        count.see(cell);
    }
    let (marks, spaced_slash) = count.choose(field == Field::Goals);
    Splitter { marks, spaced_slash, words: false }
}

/// In how many cells each mark stands outside brackets.
#[derive(Debug, Default)]
struct Count {
    cells: usize,
    pipe: usize,
    semicolon: usize,
    comma: usize,
    /// Of the cells with a comma, those in which each part starts with a capital, as phrases do and clauses do not.
    capital_comma: usize,
    bullet: usize,
    slash: usize,
    spaced_slash: usize,
}

impl Count {
    fn see(&mut self, cell: &str) {
        let outside = outside_brackets(cell);
        self.cells += 1;
        let has = |mark: char| usize::from(outside.contains(mark));
        self.pipe += has('|');
        self.semicolon += has(';');
        self.comma += has(',');
        self.bullet += has('•') | has('·');
        self.slash += has('/');
        self.spaced_slash += usize::from(outside.contains(" / "));
        if outside.contains(',') {
            let capital = |part: &str| part.trim().chars().next().is_some_and(char::is_uppercase);
            self.capital_comma += usize::from(outside.split(',').all(capital));
        }
    }

    fn choose(&self, sentences: bool) -> (Vec<char>, bool) {
        let strong = [('|', self.pipe), (';', self.semicolon), ('•', self.bullet)];
        // A mark that hardly any text uses wins even where commas are more frequent, as those may be inside values.
        if let Some((mark, _)) = strong.into_iter().find(|(_, cells)| *cells > 0 && cells * 5 >= self.comma) {
            return (vec![mark], false);
        }
        if sentences {
            return match () {
                () if self.spaced_slash > 0 => (vec!['/'], true),
                () if self.comma > 0 && self.capital_comma * 5 >= self.comma * 4 => (vec![','], false),
                () => (vec![], false),
            };
        }
        match () {
            () if self.comma > 0 => (vec![','], false),
            () if self.spaced_slash > 0 => (vec!['/'], true),
            // "UI/UX" in one cell of many is a value; slashes in many cells are separators.
            () if self.slash * 5 >= self.cells && self.slash > 0 => (vec!['/'], false),
            () => (vec![], false),
        }
    }
}

fn outside_brackets(cell: &str) -> String {
    let mut depth = 0_u32;
    cell.chars()
        .filter(|letter| {
            match letter {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .collect()
}

impl Splitter {
    /// The values of a cell: trimmed, without bullets, none twice.
    pub fn split(&self, cell: &str) -> Vec<String> {
        let mut values: Vec<String> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for part in self.parts(cell) {
            let value = clean::line(part.trim_start_matches(['-', '*', '•', '–', '·', ' ']));
            let value = value.trim_matches(|letter: char| matches!(letter, ',' | ';' | '|') || letter == ' ');
            if !clean::is_blank(value) && seen.insert(fold_or_keep(value)) {
                values.push(value.to_owned());
            }
        }
        values
    }

    fn parts<'c>(&self, cell: &'c str) -> Vec<&'c str> {
        let mut parts = Vec::new();
        let (mut start, mut depth) = (0, 0_u32);
        for (at, letter) in cell.char_indices() {
            match letter {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if letter == '\n' || (depth == 0 && self.parts_at(cell, at, letter)) {
                parts.push(&cell[start..at]);
                start = at + letter.len_utf8();
                depth = 0;
            }
        }
        parts.push(&cell[start..]);
        if self.words {
            parts = parts.into_iter().flat_map(split_words).collect();
        }
        parts
    }

    fn parts_at(&self, cell: &str, at: usize, letter: char) -> bool {
        if !self.marks.contains(&letter) {
            return false;
        }
        letter != '/' || !self.spaced_slash || (cell[..at].ends_with(' ') && cell[at + 1..].starts_with(' '))
    }
}

/// "C" and "C++" and "C#" are three skills, which folding would make one.
fn fold_or_keep(value: &str) -> String {
    if value.chars().all(|letter| letter.is_alphanumeric() || letter == ' ') {
        fold(value)
    } else {
        value.to_lowercase()
    }
}

fn split_words(part: &str) -> Vec<&str> {
    let mut rest = vec![part];
    for word in [" and ", " und ", " et ", " y ", " e ", " en ", " i ", " och ", " og ", " ja ", " a "] {
        rest = rest.into_iter().flat_map(|part| part.split(word)).collect();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, cells: &[&str], expect: &[&[&str]]) {
        let splitter = find(field, cells.iter().copied());
        let split: Vec<Vec<String>> = cells.iter().map(|cell| splitter.split(cell)).collect();
        assert_eq!(split, expect, "{cells:?} by {splitter:?}");
    }

    #[test]
    fn the_separator_is_found_per_column() {
        check(Field::Skills, &["a, b", "ui/ux", "c"], &[&["a", "b"], &["ui/ux"], &["c"]]);
        check(Field::Skills, &["ci/cd|java", "go"], &[&["ci/cd", "java"], &["go"]]);
        check(Field::Skills, &["Rust (async, tokio), Go"], &[&["Rust (async, tokio)", "Go"]]);
        check(Field::Skills, &["a; b, c", "d;e"], &[&["a", "b, c"], &["d", "e"]]);
        check(Field::Skills, &["java/python", "go/rust"], &[&["java", "python"], &["go", "rust"]]);
        check(Field::Skills, &["- a\n- b", "c"], &[&["a", "b"], &["c"]]);
        check(Field::Skills, &["C, C++, C#, c"], &[&["C", "C++", "C#"]]);
        check(Field::Skills, &["a, , a,", "n/a"], &[&["a"], &[]]);
        check(
            Field::Goals,
            &["Lead a team, then a department / Learn", "Grow"],
            &[&["Lead a team, then a department", "Learn"], &["Grow"]],
        );
        check(Field::Goals, &["Lead a team, Build a network"], &[&["Lead a team", "Build a network"]]);
        check(Field::Goals, &["Lead a team, or more"], &[&["Lead a team, or more"]]);
        check(
            Field::Languages,
            &["English; French", "German, sw", "Français et anglais", "en/de"],
            &[&["English", "French"], &["German", "sw"], &["Français", "anglais"], &["en", "de"]],
        );
    }
}
