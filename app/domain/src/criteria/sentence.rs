//! Reasons in words.

use super::reason::{Detail, Reason, StandIn};
use super::share::WHOLE;
use super::{CriterionKind, Share, Side};
use crate::Role;
use crate::person::{Meeting, Seniority, Style};
use crate::text::criteria as words;

impl Reason {
    /// "Skills wanted are offered: rust, sql", or whose answer is missing.
    pub fn sentence(&self) -> String {
        let title = self.kind.title();
        let value = match self.share {
            Share::Missing(side) => return missing(title, side),
            Share::Of(value) => value,
        };
        match &self.detail {
            Detail::Covered { met, close, lacking } => covered(title, met, close, lacking),
            Detail::Common(common) if common.is_empty() => words::none_of(title),
            Detail::Common(common) => words::all_of(title, list(common)),
            Detail::Overlap(minutes) => words::all_of(title, overlap(*minutes)),
            Detail::Styles(mentee, mentor) if mentee == mentor => {
                words::all_of(title, words::both(mentee.title()))
            }
            Detail::Styles(mentee, mentor) => {
                words::all_of(title, words::two_ways(mentee.title(), mentor.title()))
            }
            Detail::Meetings(mentee, mentor) if mentee == mentor => {
                words::all_of(title, words::both(mentee.title()))
            }
            Detail::Meetings(mentee, mentor) => {
                words::all_of(title, words::two_ways(mentee.title(), mentor.title()))
            }
            Detail::Years(years) => words::all_of(title, ahead(*years)),
            Detail::Bands(mentee, mentor) => {
                words::all_of(title, words::two_ways(mentee.title(), mentor.title()))
            }
            Detail::Apart { apart, both } => words::all_of(title, words::apart(*apart, *both)),
            Detail::Ranks { mentee, mentor } => ranks(title, *mentee, *mentor),
            Detail::Plain => match self.kind {
                CriterionKind::OtherTeam | CriterionKind::OwnManager | CriterionKind::Earlier
                    if value == 0 =>
                {
                    self.kind.rule().to_owned()
                }
                CriterionKind::OtherTeam if value < WHOLE => words::same_manager().to_owned(),
                CriterionKind::OwnManager if value < WHOLE => words::second_manager().to_owned(),
                _ => title.to_owned(),
            },
        }
    }
}

/// Whose answers are missing for what: a sentence for each side, however many criteria lack them.
pub fn missing_sentences(reasons: &[Reason]) -> Vec<String> {
    let of = |side: Side| {
        let lacks = |one: &&Reason| one.share == Share::Missing(side);
        let titles: Vec<String> =
            reasons.iter().filter(lacks).map(|one| one.kind.title().to_owned()).collect();
        (!titles.is_empty()).then(|| missing(&list(&titles), side))
    };
    [Side::Mentee, Side::Mentor, Side::Both].into_iter().filter_map(of).collect()
}

/// Why two may fit, as the one who is mentor or mentee there may read it before they are matched: the strongest first, and
/// without what a profile keeps for matches.
pub fn sentences_before(reader: Role, mut reasons: Vec<Reason>) -> Vec<String> {
    let counts = |one: &Reason| u32::from(one.weight) * one.share.value().map_or(0, u32::from);
    reasons.retain(|one| one.is_for_participants() && counts(one) > 0);
    reasons.sort_by_key(|one| std::cmp::Reverse(counts(one)));
    let sentence = |one: Reason| match one.kind {
        CriterionKind::Goals => Reason { detail: Detail::Plain, ..one }.sentence(),
        // The skills that somebody wants; to the mentee they are their own.
        CriterionKind::Skills if reader != Role::Mentee => Reason { detail: Detail::Plain, ..one }.sentence(),
        _ => one.sentence(),
    };
    reasons.into_iter().map(sentence).collect()
}

fn covered(title: &str, met: &[String], close: &[StandIn], lacking: &[String]) -> String {
    let stand_ins = close.iter().map(|one| words::close_to(&one.offered, &one.wanted));
    // One stand-in has a comma of its own, so it is parted from the rest by a stronger sign.
    let has: Vec<String> = (!met.is_empty()).then(|| list(met)).into_iter().chain(stand_ins).collect();
    match (has.is_empty(), lacking.is_empty()) {
        (true, _) => words::none_of(title),
        (false, true) => words::all_of(title, has.join("; ")),
        (false, false) => words::part_of(title, has.join("; "), list(lacking)),
    }
}

fn overlap(minutes: u16) -> String {
    match minutes % 60 {
        0 => words::overlap(minutes / 60),
        rest => words::overlap_to_the_minute(minutes / 60, rest),
    }
}

fn ranks(title: &str, mentee: Option<u16>, mentor: Option<u16>) -> String {
    let ranks = mentee.map(words::choice_of_mentee).into_iter().chain(mentor.map(words::choice_of_mentor));
    let ranks: Vec<String> = ranks.collect();
    if ranks.is_empty() { words::none_of(title) } else { words::all_of(title, list(&ranks)) }
}

fn missing(title: &str, side: Side) -> String {
    match side {
        Side::Mentee => words::missing_mentee(title),
        Side::Mentor => words::missing_mentor(title),
        Side::Both => words::missing_both(title),
    }
}

fn ahead(years: i16) -> String {
    let span = words::years(years.unsigned_abs());
    match years {
        0 => words::level_with().to_owned(),
        1.. => words::ahead(span),
        _ => words::behind(span),
    }
}

fn list(items: &[String]) -> String {
    items.join(", ")
}

impl Style {
    /// "Direct".
    pub fn title(self) -> &'static str {
        match self {
            Self::Direct => words::direct(),
            Self::Reflective => words::reflective(),
            Self::Structured => words::structured(),
            Self::Exploring => words::exploring(),
        }
    }
}

impl Meeting {
    /// "By video".
    pub fn title(self) -> &'static str {
        match self {
            Self::Video => words::video(),
            Self::InPerson => words::in_person(),
            Self::Either => words::either(),
        }
    }
}

impl Seniority {
    /// "Senior".
    pub fn title(self) -> &'static str {
        match self {
            Self::Junior => words::junior(),
            Self::Mid => words::mid(),
            Self::Senior => words::senior(),
            Self::Lead => words::lead(),
            Self::Executive => words::executive(),
        }
    }
}
