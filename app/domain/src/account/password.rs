//! Which passwords are good enough.
//!
//! Length and a list of common ones, no recipe of capitals and digits, no expiry: what NIST SP 800-63B-4 found to work.
//! It asks for more characters where a password is the only factor; here throttling and the list stand beside a length
//! that people accept.

use crate::form::{Check, Problem};

/// The fewest characters of a password.
pub const LEAST: usize = 10;
/// The most; more than any password manager makes, little enough to hash.
pub const MOST: usize = 200;

/// The common passwords of at least [`LEAST`] characters, in lower case and sorted by their bytes. They are the long
/// ones of the list that Django checks against (BSD-3-Clause), which Royce Williams made from public leaks.
const COMMON: &str = include_str!("common_passwords.txt");

/// Words that alone make no password, however many digits follow.
const STEMS: [&str; 14] = [
    "administrator",
    "changeme",
    "iloveyou",
    "letmein",
    "mentoring",
    "mentorship",
    "mentor",
    "mentee",
    "passphrase",
    "password",
    "programme",
    "qwerty",
    "trellis",
    "welcome",
];

/// Notes in `check` what is wrong with `password`, under the name of its field. `known` are the person's e-mail
/// address and name, which an attacker tries first.
pub fn judge(check: &mut Check, field: &str, password: &str, known: &[&str]) {
    let length = password.chars().count();
    if length == 0 {
        check.refuse(field, Problem::Missing);
    } else if length < LEAST {
        check.refuse(field, Problem::TooShort { least: LEAST });
    } else if length > MOST {
        check.refuse(field, Problem::TooLong { limit: MOST });
    } else if is_common(password, known) {
        check.refuse(field, Problem::CommonPassword);
    }
}

/// Whether somebody who guesses would try this early: a listed one, one letter or a short piece repeated, a run along
/// the alphabet or the digits, or hardly more than a common word, the person's own name or their address.
pub fn is_common(password: &str, known: &[&str]) -> bool {
    let lower = password.to_lowercase();
    is_listed(&lower) || is_repeated(&lower) || is_run(&lower) || remainder(&lower, known) < 4
}

fn is_listed(lower: &str) -> bool {
    // The list is sorted, but a scan of 20 kB beside an argon2 hash is nothing, and needs no index.
    COMMON.lines().any(|line| line == lower)
}

fn is_repeated(lower: &str) -> bool {
    let letters: Vec<char> = lower.chars().collect();
    (1..=4).any(|piece| letters.iter().zip(letters.iter().skip(piece)).all(|(one, other)| one == other))
}

fn is_run(lower: &str) -> bool {
    let steps = |by: i64| {
        let codes: Vec<i64> = lower.chars().map(|c| i64::from(u32::from(c))).collect();
        // 9 is followed by 0 on keyboards.
        codes.windows(2).all(|pair| match pair {
            [one, other] => other - one == by || other - one == -9 * by,
            _ => true,
        })
    };
    steps(1) || steps(-1)
}

/// How many letters and digits are left when common words, the person's own words and digits at the end are gone.
fn remainder(lower: &str, known: &[&str]) -> usize {
    let mut rest = lower.trim_end_matches(|c: char| !c.is_alphabetic()).to_owned();
    let own = known.iter().flat_map(|text| {
        let text = text.to_lowercase();
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
    });
    let mut words: Vec<String> = own.filter(|word| word.chars().count() >= 3).collect();
    words.extend(STEMS.map(str::to_owned));
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in words {
        rest = rest.replace(&word, "");
    }
    rest.chars().filter(|c| c.is_alphanumeric()).count()
}
