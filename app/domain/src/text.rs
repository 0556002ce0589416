//! Every text that a person sees, in one catalogue that the compiler checks.
//!
//! One file a noun. `catalogue!` turns `title = "Board"` into `fn title() -> &'static str` and
//! `moved(who, to) = "{who} moved to {to}"` into a function of two arguments. Pages, mails and the command line call
//! these functions and hold no sentences of their own. A generated pseudo-locale ("[Ḃöåŕð···]") can be switched on for
//! tests: text that stays plain was not taken from here.

use std::sync::atomic::{AtomicBool, Ordering};

static PSEUDO: AtomicBool = AtomicBool::new(false);

/// Shows every text in the pseudo-locale: accented, longer by a third and in brackets. For tests.
pub fn use_pseudo_locale(on: bool) {
    PSEUDO.store(on, Ordering::Relaxed);
}

/// Whether the pseudo-locale is on.
pub fn is_pseudo_locale() -> bool {
    PSEUDO.load(Ordering::Relaxed)
}

/// The pseudo-locale's form of `text`.
#[doc(hidden)]
pub fn pseudo(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    out.push('[');
    for letter in text.chars() {
        out.push(match letter {
            'a' => 'å',
            'e' => 'é',
            'i' => 'ï',
            'o' => 'ö',
            'u' => 'ü',
            'c' => 'ç',
            'n' => 'ñ',
            's' => 'š',
            'y' => 'ý',
            'A' => 'Å',
            'E' => 'É',
            'I' => 'Ï',
            'O' => 'Ö',
            'U' => 'Ü',
            'C' => 'Ç',
            'N' => 'Ñ',
            'S' => 'Š',
            other => other,
        });
    }
    for _ in 0..text.chars().count().div_ceil(3) {
        out.push('·');
    }
    out.push(']');
    out
}

/// Declares texts: constants as `name = "…";`, sentences with arguments as `name(a, b) = "… {a} … {b}";`.
#[macro_export]
macro_rules! catalogue {
    () => {};
    ($(#[$doc:meta])* $name:ident = $text:literal; $($rest:tt)*) => {
        $(#[$doc])*
        #[doc = $text]
        pub fn $name() -> &'static str {
            if $crate::text::is_pseudo_locale() {
                static PSEUDO: std::sync::OnceLock<String> = std::sync::OnceLock::new();
                return PSEUDO.get_or_init(|| $crate::text::pseudo($text));
            }
            $text
        }
        $crate::catalogue! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident($($arg:ident),+) = $text:literal; $($rest:tt)*) => {
        $(#[$doc])*
        #[doc = $text]
        pub fn $name($($arg: impl std::fmt::Display),+) -> String {
            let text = format!($text);
            if $crate::text::is_pseudo_locale() { $crate::text::pseudo(&text) } else { text }
        }
        $crate::catalogue! { $($rest)* }
    };
}

pub mod account;
pub mod board;
pub mod calendar;
pub mod choice;
pub mod cli;
pub mod criteria;
pub mod design;
pub mod directory;
pub mod error;
pub mod exchange;
pub mod fairness;
pub mod form;
pub mod import;
pub mod introduction;
pub mod layout;
pub mod mail;
pub mod mentorship;
pub mod programme;
pub mod progress;
pub mod proposal;
pub mod today;
pub mod ui;
pub mod verdict;
