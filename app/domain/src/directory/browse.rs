//! Finding a mentor: words, filters with how many each would leave, sorting and pages.

use super::{Card, search};
use crate::person::Meeting;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is looked for. Within one list any will do; all lists have to be met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub words: String,
    pub skills: Vec<String>,
    pub languages: Vec<String>,
    pub meeting: Option<Meeting>,
    /// Only mentors with a free place.
    pub free: bool,
    /// Counted from 1.
    pub page: u32,
}

/// A value that can be chosen, and how many mentors it would leave beside the other filters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    pub value: String,
    pub count: u32,
    pub chosen: bool,
}

/// One page of mentors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Browsed {
    pub cards: Vec<Card>,
    /// Mentors that the filter leaves.
    pub found: u32,
    /// All mentors, and those with a free place.
    pub all: u32,
    pub all_free: u32,
    /// Counted from 1.
    pub page: u32,
    pub pages: u32,
    pub skills: Vec<Facet>,
    pub languages: Vec<Facet>,
    pub meetings: Vec<Facet>,
    pub free: u32,
}

/// One of the filters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Words,
    Skills,
    Languages,
    Meeting,
    Free,
}

impl Filter {
    /// Mentors on a page.
    pub const PAGE: usize = 24;
    /// The most values of one kind that are offered.
    pub const FACETS: usize = 12;

    /// Whether anything is looked for.
    pub fn is_empty(&self) -> bool {
        *self == Self { page: self.page, ..Self::default() }
    }

    fn passes(&self, card: &Card, part: Part) -> bool {
        match part {
            Part::Words => self.words.trim().is_empty() || search::holds(&haystack(card), &self.words),
            Part::Skills => any(&self.skills, card.skills.iter().map(|skill| skill.name.as_str())),
            Part::Languages => any(&self.languages, card.languages.iter().map(String::as_str)),
            Part::Meeting => self.meeting.is_none_or(|meeting| meets(card, meeting)),
            Part::Free => !self.free || card.free > 0,
        }
    }

    /// Whether the card passes every filter but `without`.
    fn passes_but(&self, card: &Card, without: Option<Part>) -> bool {
        let parts = [Part::Free, Part::Meeting, Part::Languages, Part::Skills, Part::Words];
        parts.into_iter().filter(|part| Some(*part) != without).all(|part| self.passes(card, part))
    }
}

/// The mentors that `filter` leaves, best fit first, one page of them, with what else can be chosen.
pub fn browse(mut cards: Vec<Card>, filter: &Filter) -> Browsed {
    let all_skills = cards.iter().flat_map(|card| card.skills.iter().map(|skill| skill.name.clone()));
    let all_languages = cards.iter().flat_map(|card| card.languages.iter().cloned());
    let (offered, spoken) = (ranking(all_skills, &filter.skills), ranking(all_languages, &filter.languages));
    let count = |part: Part| cards.iter().filter(move |card| filter.passes_but(card, Some(part)));
    let skills = count(Part::Skills).flat_map(|card| card.skills.iter().map(|skill| skill.name.clone()));
    let skills = facets(offered, skills, &filter.skills);
    let languages = count(Part::Languages).flat_map(|card| card.languages.iter().cloned());
    let languages = facets(spoken, languages, &filter.languages);
    let meetings = [Meeting::Video, Meeting::InPerson].map(|meeting| Facet {
        value: meeting.to_string(),
        count: count(Part::Meeting).filter(|card| meets(card, meeting)).count() as u32,
        chosen: filter.meeting == Some(meeting),
    });
    let free = count(Part::Free).filter(|card| card.free > 0).count() as u32;
    let all = cards.len() as u32;
    let all_free = cards.iter().filter(|card| card.free > 0).count() as u32;
    cards.retain(|card| filter.passes_but(card, None));
    cards.sort_by(|one, other| {
        let places = other.rank().cmp(&one.rank()).then((other.free > 0).cmp(&(one.free > 0)));
        places
            .then_with(|| search::fold(&one.person.name).cmp(&search::fold(&other.person.name)))
            .then(one.person.id.cmp(&other.person.id))
    });
    let found = cards.len() as u32;
    let pages = cards.len().div_ceil(Filter::PAGE).max(1) as u32;
    let page = filter.page.clamp(1, pages);
    let cards = cards.into_iter().skip((page as usize - 1) * Filter::PAGE).take(Filter::PAGE).collect();
    Browsed { cards, found, all, all_free, page, pages, skills, languages, meetings: meetings.into(), free }
}

fn haystack(card: &Card) -> String {
    let mut text = format!("{} {} {} {}", card.person.name, card.person.does, card.location, card.biography);
    for word in card.skills.iter().map(|skill| &skill.name).chain(&card.interests).chain(&card.languages) {
        text.push(' ');
        text.push_str(word);
    }
    text
}

fn any<'a>(wanted: &[String], mut held: impl Iterator<Item = &'a str>) -> bool {
    wanted.is_empty() || held.any(|word| wanted.iter().any(|wanted| wanted == word))
}

/// Whoever meets either way meets this way as well; who has not said is not left out.
fn meets(card: &Card, meeting: Meeting) -> bool {
    card.meeting.is_none_or(|own| own == meeting || own == Meeting::Either || meeting == Meeting::Either)
}

/// The values that are offered: the most frequent of all mentors, and those that are chosen in any case, so that a
/// choice can always be taken back. Their order does not depend on what is chosen, so that nothing jumps.
fn ranking(values: impl Iterator<Item = String>, chosen: &[String]) -> Vec<String> {
    let mut counts: BTreeMap<String, u32> = chosen.iter().map(|value| (value.clone(), 0)).collect();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut ranked: Vec<(String, u32)> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut offered = Vec::new();
    for (value, _) in ranked {
        if offered.len() < Filter::FACETS || chosen.contains(&value) {
            offered.push(value);
        }
    }
    offered
}

fn facets(offered: Vec<String>, values: impl Iterator<Item = String>, chosen: &[String]) -> Vec<Facet> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let facet = |value: String| Facet {
        count: counts.get(&value).copied().unwrap_or_default(),
        chosen: chosen.contains(&value),
        value,
    };
    offered.into_iter().map(facet).collect()
}
