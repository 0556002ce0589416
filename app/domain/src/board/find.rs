//! Finding people on a board: words, filters on both sides, and order. The same on the server, which does it for a page,
//! and in the browser, which does it for the whole board while one types.

use super::{BoardQuery, By, CardView, Has, MentorView, Returned, Sort, Stage, TraySort, Waits, percent};
use crate::ParticipationId;
use crate::text::board as words;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// Below this a fit is called low, in hundredths.
pub const LOW: u8 = 50;
/// With fewer mentors than this to choose from, somebody is hard to match.
const FEW: u32 = 4;
/// The most values of one kind that are offered, beside those that are on.
const OFFERED: usize = 12;

/// What somebody brings that one filters by: a mentor's skills are those offered, a mentee's those wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traits {
    pub team: String,
    pub skills: Vec<String>,
    pub languages: Vec<String>,
    /// How they would meet: both, where either will do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meets: Vec<String>,
}

/// A value that can be chosen, and how many of either side it would leave beside the other filters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    pub value: String,
    pub mentors: u32,
    pub mentees: u32,
}

/// What can be chosen, by kind; the order does not depend on what is chosen, so that nothing jumps.
pub type Facets = Vec<(By, Vec<Facet>)>;

/// Everybody on a board, each with their place.
#[derive(Debug)]
pub struct Everybody<'a> {
    mentors: Vec<&'a MentorView>,
    with: HashMap<ParticipationId, Vec<&'a CardView>>,
    tray: Vec<&'a CardView>,
}

/// The traits by which both sides are filtered.
const PERSONAL: [By; 4] = [By::Skill, By::Team, By::Language, By::Meets];

impl<'a> Everybody<'a> {
    pub fn new(
        mentors: impl IntoIterator<Item = &'a MentorView>,
        cards: impl IntoIterator<Item = &'a CardView>,
    ) -> Self {
        let mut all = Self { mentors: mentors.into_iter().collect(), with: HashMap::new(), tray: vec![] };
        for card in cards {
            match card.mentor {
                Some(mentor) => all.with.entry(mentor).or_default().push(card),
                None => all.tray.push(card),
            }
        }
        all
    }

    /// The mentors whom `query` leaves, in its order: those of whom it holds themselves or one of their mentees.
    pub fn mentors(&self, query: &BoardQuery) -> Vec<ParticipationId> {
        let words = lower(query);
        let passes = |one: &&&MentorView| {
            (self.mentor(one, &words, query, None) || self.mentee_of(one, &words, query))
                && query.passes(By::Has, self.has(one).into_iter().map(Has::as_str))
        };
        let mut found: Vec<&MentorView> = self.mentors.iter().filter(passes).copied().collect();
        let free = |one: &MentorView| i64::from(one.places) - self.taken(one) as i64;
        let worst =
            |one: &MentorView| self.of(one).iter().filter_map(|card| card.fit).min().unwrap_or(i64::MAX);
        found.sort_by(|a, b| {
            let first = match query.sort {
                Sort::Name => Ordering::Equal,
                Sort::Places => free(b).cmp(&free(a)),
                Sort::Fit => worst(a).cmp(&worst(b)),
                Sort::Team => a.traits.team.cmp(&b.traits.team),
            };
            first.then_with(|| a.person.name.cmp(&b.person.name)).then_with(|| a.id.cmp(&b.id))
        });
        found.into_iter().map(|one| one.id).collect()
    }

    /// The cards of the tray that `query` leaves, in its order.
    pub fn tray(&self, query: &BoardQuery) -> Vec<ParticipationId> {
        let words = lower(query);
        let passes =
            |card: &&&CardView| mentee(card, &words, query, None) && query.passes(By::Waits, waits(card));
        let mut found: Vec<&CardView> = self.tray.iter().filter(passes).copied().collect();
        found.sort_by(|a, b| {
            let first = match query.tray_sort {
                TraySort::Waiting => Ordering::Equal,
                TraySort::Name => a.person.name.cmp(&b.person.name),
                TraySort::Hardest => a.choices.unwrap_or(u32::MAX).cmp(&b.choices.unwrap_or(u32::MAX)),
                TraySort::Team => a.traits.team.cmp(&b.traits.team),
                TraySort::Wish => a.wish.to_lowercase().cmp(&b.wish.to_lowercase()),
            };
            let next = first.then_with(|| a.since.cmp(&b.since));
            next.then_with(|| a.person.name.cmp(&b.person.name)).then_with(|| a.id.cmp(&b.id))
        });
        found.into_iter().map(|card| card.id).collect()
    }

    /// The headings of an order of the tray that has groups, each by who stands first below it; `tray` is in that order.
    pub fn heads(&self, tray: &[ParticipationId], query: &BoardQuery) -> HashMap<ParticipationId, String> {
        let group = |card: &&CardView| match query.tray_sort {
            TraySort::Team if card.traits.team.is_empty() => Some(words::team_none().to_owned()),
            TraySort::Team => Some(card.traits.team.clone()),
            TraySort::Hardest => card.choices.map(|count| choices(count).to_owned()),
            TraySort::Waiting | TraySort::Name | TraySort::Wish => None,
        };
        let groups: HashMap<ParticipationId, String> =
            self.tray.iter().filter_map(|card| Some((card.id, group(card)?))).collect();
        let mut heads = HashMap::new();
        let mut before = None;
        for id in tray {
            let now = groups.get(id);
            if let Some(named) = now.filter(|_| now != before) {
                heads.insert(*id, named.clone());
            }
            before = now;
        }
        heads
    }

    /// What can be chosen beside what is.
    pub fn facets(&self, query: &BoardQuery) -> Facets {
        let words = lower(query);
        let mut facets: Facets = PERSONAL.iter().map(|by| (*by, self.personal(*by, &words, query))).collect();
        let mut has: BTreeMap<Has, u32> = BTreeMap::new();
        for one in &self.mentors {
            if self.mentor(one, &words, query, None) || self.mentee_of(one, &words, query) {
                self.has(one).into_iter().for_each(|state| *has.entry(state).or_default() += 1);
            }
        }
        let mut waiting: BTreeMap<&str, u32> = BTreeMap::new();
        for card in self.tray.iter().filter(|card| mentee(card, &words, query, None)) {
            waits(card).for_each(|state| *waiting.entry(state).or_default() += 1);
        }
        let state =
            |value: &'static str, mentors: u32, mentees: u32| Facet { value: value.into(), mentors, mentees };
        let has = |one: &Has| state(one.as_str(), has.get(one).copied().unwrap_or(0), 0);
        facets.push((By::Has, Has::ALL.iter().map(has).collect()));
        let waits = |one: &Waits| state(one.as_str(), 0, waiting.get(one.as_str()).copied().unwrap_or(0));
        facets.push((By::Waits, Waits::ALL.iter().map(waits).collect()));
        facets
    }

    /// The values of a trait: the most frequent of all people, and those that are on in any case, so that each can be
    /// taken off again.
    fn personal(&self, by: By, words: &str, query: &BoardQuery) -> Vec<Facet> {
        let mut counts: BTreeMap<&str, (u32, Facet)> = BTreeMap::new();
        let mut count = |value: &'a str, mentor: bool, left: bool| {
            let facet = || (0, Facet { value: value.to_owned(), mentors: 0, mentees: 0 });
            let (all, facet) = counts.entry(value).or_insert_with(facet);
            *all += 1;
            facet.mentors += u32::from(mentor && left);
            facet.mentees += u32::from(!mentor && left);
        };
        for one in &self.mentors {
            let left = self.mentor(one, words, query, Some(by));
            values(&one.traits, by).for_each(|value| count(value, true, left));
        }
        for card in self.with.values().flatten().chain(&self.tray) {
            let left = mentee(card, words, query, Some(by));
            values(&card.traits, by).for_each(|value| count(value, false, left));
        }
        let mut ranked: Vec<(u32, Facet)> = counts.into_values().collect();
        ranked.sort_by_key(|(all, _)| std::cmp::Reverse(*all));
        let on: Vec<&str> = query.of(by).collect();
        let mut offered: Vec<Facet> = vec![];
        for (_, facet) in ranked {
            if offered.len() < OFFERED || on.contains(&facet.value.as_str()) {
                offered.push(facet);
            }
        }
        offered.sort_by_key(|facet| facet.value.to_lowercase());
        offered
    }

    fn of(&self, mentor: &MentorView) -> &[&'a CardView] {
        self.with.get(&mentor.id).map_or(&[], Vec::as_slice)
    }

    /// How many places are taken; whoever has left takes none.
    fn taken(&self, mentor: &MentorView) -> usize {
        self.of(mentor).iter().filter(|card| !card.is_left()).count()
    }

    fn mentor(&self, one: &MentorView, words: &str, query: &BoardQuery, but: Option<By>) -> bool {
        let texts = [one.person.name.as_str(), &one.person.does, &one.offers];
        personally(&one.traits, texts, words, query, but)
    }

    fn mentee_of(&self, one: &MentorView, words: &str, query: &BoardQuery) -> bool {
        self.of(one).iter().any(|card| mentee(card, words, query, None))
    }

    fn has(&self, one: &MentorView) -> Vec<Has> {
        let cards = self.of(one);
        let any = |what: &dyn Fn(&CardView) -> bool| cards.iter().any(|card| what(card));
        let full = self.taken(one) >= one.places as usize;
        let holds = |state: &Has| match state {
            Has::Free => !full,
            Has::Full => full,
            Has::Broken => any(&|card| card.broken.is_some()),
            Has::Low => any(&|card| card.fit.is_some_and(|fit| percent(fit) < LOW)),
            Has::Pinned => any(&|card| card.pinned),
            Has::Proposed => any(&|card| card.stage == Stage::Proposed),
            Has::AtWork => any(&|card| card.stage == Stage::AtWork),
        };
        Has::ALL.iter().copied().filter(holds).collect()
    }
}

/// How many mentors there are for somebody, in words.
fn choices(count: u32) -> &'static str {
    match count {
        0 => words::group_impossible(),
        1..FEW => words::group_few(),
        _ => words::group_many(),
    }
}

fn lower(query: &BoardQuery) -> String {
    query.words.trim().to_lowercase()
}

fn mentee(card: &CardView, words: &str, query: &BoardQuery, but: Option<By>) -> bool {
    personally(&card.traits, [card.person.name.as_str(), &card.person.does, &card.wish], words, query, but)
}

/// Whether the words and every filter on what people bring hold, leaving out the one on `but`.
fn personally(traits: &Traits, texts: [&str; 3], words: &str, query: &BoardQuery, but: Option<By>) -> bool {
    let held = |by: &By| Some(*by) == but || query.passes(*by, values(traits, *by));
    PERSONAL.iter().all(held)
        && (words.is_empty() || {
            let skills = traits.skills.iter().map(String::as_str);
            let texts: Vec<&str> = texts.into_iter().chain(skills).collect();
            says(words, &texts)
        })
}

fn values(traits: &Traits, by: By) -> impl Iterator<Item = &str> {
    let list = match by {
        By::Skill => traits.skills.as_slice(),
        By::Language => traits.languages.as_slice(),
        By::Meets => traits.meets.as_slice(),
        By::Team => std::slice::from_ref(&traits.team),
        By::Has | By::Waits => &[],
    };
    list.iter().map(String::as_str).filter(|value| !value.is_empty())
}

/// How a card waits; where nobody has counted, its choices say nothing.
fn waits(card: &CardView) -> impl Iterator<Item = &'static str> + use<> {
    let choices = card.choices.map(|count| if count == 0 { Waits::Impossible } else { Waits::Possible });
    let returned = card.returned.as_ref().and_then(|line| match line.why {
        Returned::Declined => Some(Waits::Declined),
        Returned::Expired => Some(Waits::Unanswered),
        Returned::Recalled => None,
    });
    [choices, returned].into_iter().flatten().map(Waits::as_str)
}

/// Whether the texts together contain every word of `words`, which is in lower case.
pub fn says(words: &str, texts: &[&str]) -> bool {
    words.split_whitespace().all(|word| texts.iter().any(|text| text.to_lowercase().contains(word)))
}

#[cfg(test)]
mod tests;
