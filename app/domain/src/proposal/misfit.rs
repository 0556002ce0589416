//! What did not fit: what somebody who declines can choose beside their reason, and what it is called.

use crate::criteria::CriterionKind;
use crate::form::{Check, Problem};
use crate::text::proposal as words;

/// The field of a form.
const FIELD: &str = "criterion";

/// What somebody who declines chooses from, in their own words: "How we like to work".
pub fn choices() -> impl Iterator<Item = (CriterionKind, &'static str)> {
    CriterionKind::ALL.iter().filter_map(|kind| Some((*kind, named(*kind)?.0)))
}

/// What was chosen in a form; nothing where it was something else.
pub fn chosen(check: &mut Check, word: &str) -> Option<CriterionKind> {
    let word = word.trim();
    if word.is_empty() {
        return None;
    }
    // A kind that nobody is asked for is as unknown as any other word.
    let kind = word.parse().ok().filter(|kind| named(*kind).is_some());
    if kind.is_none() {
        check.refuse(FIELD, Problem::NotAChoice);
    }
    kind
}

/// "What did not fit: ways of working."
pub fn sentence(kind: CriterionKind) -> Option<String> {
    named(kind).map(|(_, name)| words::misfit_was(name))
}

/// The same with what comes of it for `who` said so, where the programme counts it. For coordinators.
pub fn consequence(kind: CriterionKind, counts: bool, who: &str) -> Option<String> {
    let (_, name) = named(kind)?;
    Some(if counts { words::misfit_counts(name, who) } else { words::misfit_does_not_count(name) })
}

/// What a kind is called by whoever declines, and in a sentence. Who manages whom, who has been matched before and who
/// ranks whom is known already, and nobody says of somebody's background that it did not fit, so nobody is asked.
fn named(kind: CriterionKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        CriterionKind::Goals => (words::our_goals(), words::goals()),
        CriterionKind::Skills => (words::our_skills(), words::skills()),
        CriterionKind::Style => (words::our_style(), words::style()),
        CriterionKind::Experience => (words::our_experience(), words::experience()),
        CriterionKind::Interests => (words::our_interests(), words::interests()),
        CriterionKind::Availability => (words::our_availability(), words::availability()),
        CriterionKind::TimeZone => (words::our_time_zones(), words::time_zones()),
        CriterionKind::Meeting => (words::our_meeting(), words::meeting()),
        CriterionKind::Languages => (words::our_languages(), words::languages()),
        CriterionKind::OtherTeam => (words::our_teams(), words::teams()),
        CriterionKind::OwnManager
        | CriterionKind::Earlier
        | CriterionKind::Wish
        | CriterionKind::Background => return None,
    })
}
