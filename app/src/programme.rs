//! Programmes: the list, the wizard and its forms, the page for everybody in it, and its people.
//!
//! The wizard keeps nothing in the browser: its first step makes a draft, and the further steps are the edit pages of
//! that draft, so that a reload, another device or a day in between loses nothing.

mod api;
mod asked_form;
mod criteria_form;
mod edit_page;
mod list_page;
mod new_page;
mod objective_forms;
mod people_page;
mod phases_form;
mod programme_page;
mod roles;
mod seen;
mod texts_form;
mod timeline;

pub use edit_page::EditProgrammePage;
pub use list_page::ProgrammesPage;
pub(crate) use list_page::{ProgrammeRows, StateBadge};
pub use new_page::NewProgrammePage;
pub use people_page::ParticipantsPage;
pub use programme_page::ProgrammePage;

use crate::error::AppError;
use crate::path;
use crate::ui::StepItem;
use crate::viewer::{refresh_viewer, use_viewer};
use domain::text::programme as words;
use leptos::prelude::*;

/// The parts of a programme that are edited one at a time; the wizard goes through them in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Purpose,
    Phases,
    Matching,
}

impl Step {
    pub(crate) const ALL: [Self; 3] = [Self::Purpose, Self::Phases, Self::Matching];

    /// The word in the address.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Phases => "phases",
            Self::Matching => "matching",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Purpose => words::step_purpose(),
            Self::Phases => words::step_phases(),
            Self::Matching => words::step_rules(),
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// The step after this one, by its word; the programme's page after the last.
    pub(crate) fn next_word(self) -> &'static str {
        match self {
            Self::Purpose => Self::Phases.word(),
            Self::Phases => Self::Matching.word(),
            Self::Matching => "",
        }
    }
}

/// Where a saved form leads: to the step `then`, or to the programme's page.
#[cfg(feature = "ssr")]
fn after(slug: &str, then: &str) -> String {
    match Step::from_word(then) {
        Some(step) => path::edit_programme(slug, step.word()),
        None => path::programme(slug),
    }
}

/// A form's answer, and how many there were.
pub(crate) type Answers = (Signal<Option<Result<(), AppError>>>, Signal<usize>);

/// The last good answer of each form. A page that shows what its forms change is read again when this changes, and not
/// when a form was refused: what was typed would be lost.
pub(crate) fn done(answers: Vec<Answers>) -> Memo<Vec<usize>> {
    Memo::new(move |before: Option<&Vec<usize>>| {
        let one = |(place, (answer, version)): (usize, &Answers)| {
            let good = answer.with(|answer| matches!(answer, Some(Ok(()))));
            let earlier = before.and_then(|before| before.get(place)).copied().unwrap_or_default();
            if good { version.get() } else { earlier }
        };
        answers.iter().enumerate().map(one).collect()
    })
}

/// Lets the navigation, which lists the reader's programmes, know of one that is new to it or has a new name.
pub(crate) fn tell_navigation(slug: &str, name: &str) {
    let viewer = use_viewer();
    let (slug, name) = (slug.to_owned(), name.to_owned());
    Effect::new(move || {
        let known = viewer.with_untracked(|viewer| {
            let mine = viewer.person.iter().flat_map(|person| &person.programmes);
            mine.into_iter().any(|programme| programme.slug == slug && programme.name == name)
        });
        if !known {
            refresh_viewer();
        }
    });
}

/// The wizard's steps, with links where there is a draft already.
pub(crate) fn wizard_steps(slug: Option<&str>) -> Vec<StepItem> {
    let mut items = vec![StepItem::new(words::step_template())];
    items.extend(Step::ALL.map(|step| {
        let item = StepItem::new(step.title());
        match slug {
            Some(slug) => item.href(path::edit_programme(slug, step.word())),
            None => item,
        }
    }));
    items
}
