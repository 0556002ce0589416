//! Something that can be done from the palette.

use crate::ui::Glyph;
use leptos::prelude::*;

/// Something that can be done from the palette.
#[derive(Clone, Debug)]
pub struct Command {
    pub(super) label: String,
    pub(super) what: String,
    pub(super) glyph: Glyph,
    pub(super) act: Act,
}

#[derive(Clone, Debug)]
pub(super) enum Act {
    Go(String),
    Do(Callback<()>),
}

impl Command {
    /// Goes to a page. `what` says more about it, or is empty.
    pub fn go(
        label: impl Into<String>,
        what: impl Into<String>,
        glyph: Glyph,
        href: impl Into<String>,
    ) -> Self {
        Command { label: label.into(), what: what.into(), glyph, act: Act::Go(href.into()) }
    }

    /// Does something on this page.
    pub fn run(
        label: impl Into<String>,
        what: impl Into<String>,
        glyph: Glyph,
        run: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let act = Act::Do(Callback::new(move |()| run()));
        Command { label: label.into(), what: what.into(), glyph, act }
    }

    /// Whether every word typed occurs in it.
    pub(super) fn fits(&self, typed: &str) -> bool {
        let all = format!("{} {}", self.label, self.what).to_lowercase();
        typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::Command;
    use crate::ui::Glyph;

    #[test]
    fn every_word_typed_has_to_occur() {
        let command = Command::go("Matching", "Women in Tech 26", Glyph::Board, "/");
        for (typed, fits) in
            [("", true), ("match", true), ("tech match", true), ("MATCH 26", true), ("match 27", false)]
        {
            assert_eq!(command.fits(typed), fits, "{typed}");
        }
    }
}
