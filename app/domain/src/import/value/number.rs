//! Whole numbers: places and years.

use crate::import::{Reason, fold};

/// The most mentees that one person can offer to take.
pub const MOST_PLACES: i64 = 50;

/// A whole number out of "3", "3.0", "3,0", "max. 3", "3 mentees" or "three".
pub fn number(text: &str) -> Result<i64, Reason> {
    const NUMBERS: [&str; 7] = [
        "none|zero|null|kein|keine|keinen|aucun|ninguno|nenhum|nessuno|geen|zaden|ingen|inga|ei mitaan",
        "one|ein|eins|eine|einen|un|une|uno|una|um|uma|een|jeden|jedna|en|ett|et|yksi",
        "two|zwei|deux|dos|dois|duas|due|twee|dwa|dwie|dwoje|tva|to|kaksi",
        "three|drei|trois|tres|tre|drie|trzy|troje|kolme",
        "four|vier|quatre|cuatro|quatro|quattro|cztery|fyra|fire|nelja",
        "five|funf|fuenf|cinq|cinco|cinque|vijf|piec|fem|viisi",
        "six|sechs|seis|sei|zes|szesc|sex|seks|kuusi",
    ];
    let folded = fold(text);
    if let Some(at) = NUMBERS.iter().position(|words| words.split('|').any(|word| word == folded)) {
        return Ok(at as i64);
    }
    let text = text.trim();
    let start = text.find(|letter: char| letter.is_numeric()).ok_or(Reason::NotANumber)?;
    let end =
        text[start..].find(|letter: char| !is_part_of_number(letter)).map_or(text.len(), |at| start + at);
    let (before, digits, after) = (&text[..start], &text[start..end], &text[end..]);
    if after.contains(char::is_numeric)
        || before.trim_end().ends_with(['.', ',', '/', ':']) && !before.contains(char::is_alphabetic)
    {
        return Err(Reason::NotANumber);
    }
    let negative = before.trim_end().ends_with(['-', '−', '–']);
    let digits = digits.trim_end_matches(['.', ',']);
    let whole = match digits.split_once(['.', ',']) {
        Some((whole, rest)) if rest.chars().all(|letter| letter == '0') => whole,
        Some(_) => return Err(Reason::NotANumber),
        None => digits,
    };
    let value: i64 = whole.parse().map_err(|_| Reason::NotANumber)?;
    Ok(if negative { -value } else { value })
}

fn is_part_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',')
}

/// How many mentees somebody takes, 0 to [`MOST_PLACES`].
pub fn capacity(text: &str) -> Result<u8, Reason> {
    within(number(text)?, 0, MOST_PLACES)
}

/// Whole years of experience, 0 to 70: "5", "5 years", "10+", "3,5 Jahre"; the lower end of "5-10".
pub fn experience(text: &str) -> Result<u8, Reason> {
    let text = text.trim();
    let text = text.trim_start_matches(['>', '<', '~', ' ']);
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    match digits.parse::<i64>() {
        Ok(years) => {
            let rest = &text[digits.len()..];
            // A date or a year of birth is not a number of years.
            let is_date = rest.starts_with(['/', '.']) && rest[1..].contains(['/', '.']);
            if is_date || digits.len() > 3 { Err(Reason::NotANumber) } else { within(years, 0, 70) }
        }
        Err(_) => within(number(text)?, 0, 70),
    }
}

fn within(value: i64, least: i64, most: i64) -> Result<u8, Reason> {
    u8::try_from(value)
        .ok()
        .filter(|_| (least..=most).contains(&value))
        .ok_or(Reason::OutOfRange { least, most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_understood_and_impossible_ones_refused() {
        let range = Err(Reason::OutOfRange { least: 0, most: 50 });
        for (text, expect) in [
            ("2", Ok(2)),
            ("3.0", Ok(3)),
            ("3,0", Ok(3)),
            ("max. 3", Ok(3)),
            ("3 mentees", Ok(3)),
            ("up to 4", Ok(4)),
            ("two", Ok(2)),
            ("0", Ok(0)),
            ("-1", range.clone()),
            ("−1", range.clone()),
            ("99", range.clone()),
            ("999999999999999999999", Err(Reason::NotANumber)),
            ("minus two", Err(Reason::NotANumber)),
            ("many", Err(Reason::NotANumber)),
            ("2.5", Err(Reason::NotANumber)),
            ("1-2", Err(Reason::NotANumber)),
            ("1/2", Err(Reason::NotANumber)),
            ("31/31/2019", Err(Reason::NotANumber)),
            ("٣", Err(Reason::NotANumber)),
            ("", Err(Reason::NotANumber)),
        ] {
            assert_eq!(capacity(text), expect, "{text}");
        }
        for (text, expect) in
            [("5 years", Ok(5)), ("10+", Ok(10)), ("3,5 Jahre", Ok(3)), ("5-10", Ok(5)), ("> 8", Ok(8))]
        {
            assert_eq!(experience(text), expect, "{text}");
        }
        for text in ["19/10/2016", "2016-10-19", "long", "1987", "19.10.2016"] {
            assert!(experience(text).is_err(), "{text}");
        }
    }
}
