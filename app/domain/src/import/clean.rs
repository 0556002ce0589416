//! Cells as spreadsheets hold them: invisible characters, empty markers, formulas and errors.

/// A cell's text in one line: no control or direction-changing characters, single spaces, no space around it, and
/// without the apostrophe that keeps a spreadsheet from running it.
pub fn line(cell: &str) -> String {
    tidy(cell).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell's text with its line ends.
pub fn lines(cell: &str) -> String {
    let tidied = tidy(cell);
    let lines: Vec<&str> = tidied.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

fn tidy(cell: &str) -> String {
    let visible = |letter: &char| {
        (!letter.is_control() || letter.is_whitespace())
            && !matches!(letter, '\u{feff}' | '\u{200b}' | '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let text: String = cell.chars().filter(visible).collect();
    unguard(text.trim()).to_owned()
}

/// Whether a cell says "nothing here".
pub fn is_blank(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '.' | '?' | '/' | '_'))
        || [
            "n/a", "na", "n.a.", "k.a.", "null", "nil", "(empty)", "(leer)", "#n/a", "#nv", "(null)", "nan",
            "s/o",
        ]
        .contains(&text.to_lowercase().as_str())
}

/// Whether a cell holds the error of a spreadsheet's formula instead of its value.
pub fn is_spreadsheet_error(text: &str) -> bool {
    let text = text.trim();
    let known = [
        "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#BEZUG!", "#WERT!", "#ZAHL!", "#ERROR!",
    ];
    known.iter().any(|error| text.eq_ignore_ascii_case(error))
        || (text.len() > 3 && text.chars().all(|letter| letter == '#'))
}

/// Whether a spreadsheet would compute this cell. `=` always starts a formula; `+`, `-` and `@` also start phone
/// numbers, bullets and handles, so that they count only where a function or a command follows.
pub fn is_formula(text: &str) -> bool {
    let text = text.trim();
    let Some(first) = text.chars().next() else { return false };
    match first {
        '=' | '＝' => text.chars().nth(1).is_some(),
        '+' | '-' | '@' | '＋' | '－' | '＠' => {
            let rest = text.trim_start_matches(['+', '-', '@', '＋', '－', '＠', '=']);
            let calls = rest.find('(').is_some_and(|at| {
                let name =
                    rest[..at].rsplit(|letter: char| "+-*/&,;(".contains(letter)).next().unwrap_or_default();
                !name.is_empty()
                    && name
                        .chars()
                        .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '.')
            });
            calls || (rest.contains('|') && rest.contains('!')) || text[first.len_utf8()..].starts_with('=')
        }
        _ => false,
    }
}

/// A value as it may stand in a file that a spreadsheet opens: what would be computed gets an apostrophe in front,
/// which [`line`] and [`lines`] take away again.
pub fn guard(value: &str) -> String {
    let computed = |letter: char| {
        matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n')
    };
    match value.chars().next() {
        Some(first) if computed(first) => format!("'{value}"),
        // Already guarded, or a name that only looks so: one more, so that reading takes away exactly one.
        Some('\'') if value[1..].starts_with(|letter| computed(letter) || letter == '\'') => {
            format!("'{value}")
        }
        _ => value.to_owned(),
    }
}

/// A value without the apostrophe of [`guard`].
pub fn unguard(value: &str) -> &str {
    let guarded = |letter: char| {
        matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' | '\'')
    };
    match value.strip_prefix('\'') {
        Some(rest) if rest.starts_with(guarded) => rest,
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_told_from_a_phone_number() {
        for (text, expect) in [
            ("=HYPERLINK(\"http://example.com\",\"click\")", true),
            ("=1+1", true),
            ("=cmd|'/C calc'!A0", true),
            ("@SUM(1+1)*cmd|'/C calc'!A0", true),
            ("+cmd|'/C calc'!A0", true),
            ("-2+3+cmd|'/C calc'!A0", true),
            ("+SUM(A1:A2)", true),
            ("-1+WEBSERVICE(\"http://x\")", true),
            ("+=1", true),
            ("＝1+1", true),
            ("=", false),
            ("+49 30 1234567", false),
            ("+49 (0)30 1234567", false),
            ("-1", false),
            ("- coaching (certified)", false),
            ("@handle", false),
            ("C++", false),
            ("", false),
        ] {
            assert_eq!(is_formula(text), expect, "{text}");
        }
    }

    #[test]
    fn a_cell_becomes_plain_text() {
        for (cell, expect) in [
            ("  Ada \t Lovelace\n", "Ada Lovelace"),
            ("Ada\u{a0}Lovelace", "Ada Lovelace"),
            ("\u{202e}evil\u{7}", "evil"),
            ("'=1+1", "=1+1"),
            ("'t Hooft", "'t Hooft"),
            ("<b>", "<b>"),
        ] {
            assert_eq!(line(cell), expect);
        }
    }

    proptest! {
        #[test]
        fn guarding_changes_no_value(value in "\\PC*|['=+@\\-]{0,4}.*") {
            let guarded = guard(&value);
            prop_assert_eq!(unguard(&guarded), value.as_str());
            prop_assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
