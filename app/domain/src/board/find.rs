//! Finding people on a board: words, filters on both sides, and order. The same on the server, which does it for a page,
//! and in the browser, which does it for the whole board while one types.

use super::{CardView, MentorView, Returned, Stage, percent};
use crate::ParticipationId;
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// Below this a fit is called low, in hundredths.
pub const LOW: u8 = 50;
/// The most values of one kind that are offered, beside those that are on.
const OFFERED: usize = 12;

/// Which part of a board is asked for, in which order and how densely; all of it by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardQuery {
    /// Words that a name, a job, a team, a wish, an offer or a skill contains.
    pub words: String,
    /// Of one kind any will do; every kind has to be met.
    pub filters: Vec<Filter>,
    pub sort: Sort,
    pub tray_sort: TraySort,
    /// None is what the reader chose last.
    pub density: Option<Density>,
    /// From 1; 0 is the whole board.
    pub page: u32,
    /// From 1.
    pub tray_page: u32,
}

words! {
    /// The order of the mentors.
    #[derive(Default)]
    pub enum Sort { #[default] Name = "name", Places = "places", Fit = "fit", Team = "team" }
}

words! {
    /// The order of the tray.
    #[derive(Default)]
    pub enum TraySort {
        /// The longest first.
        #[default] Waiting = "waiting",
        Name = "name",
        /// Those first for whom the rules leave the fewest mentors.
        Hardest = "hardest",
        Wish = "wish",
    }
}

words! {
    /// How much of a board stands on a screen.
    #[derive(Default)]
    pub enum Density {
        #[default] Comfortable = "comfortable",
        /// A line a mentor.
        Compact = "compact",
        /// The whole programme at a glance.
        Whole = "whole",
    }
}

words! {
    /// What people on a board are filtered by; the word stands in the address.
    pub enum By {
        Skill = "skill",
        Team = "team",
        Language = "speaks",
        /// [`Has`]: mentors only.
        Has = "has",
        /// [`Waits`]: the tray only.
        Waits = "waits",
    }
}

words! {
    /// What a mentor has.
    pub enum Has {
        Free = "free", Full = "full", Broken = "broken", Low = "low", Pinned = "pinned", Proposed = "proposed",
        AtWork = "at-work",
    }
}

words! {
    /// How somebody waits in the tray.
    pub enum Waits { Impossible = "impossible", Possible = "possible", Declined = "declined", Unanswered = "unanswered" }
}

/// One thing that people are filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    pub by: By,
    pub value: String,
}

impl Filter {
    /// A filter; none where no board has such a state.
    pub fn new(by: By, value: impl Into<String>) -> Option<Self> {
        let value = value.into();
        let known = match by {
            By::Has => value.parse::<Has>().is_ok(),
            By::Waits => value.parse::<Waits>().is_ok(),
            By::Skill | By::Team | By::Language => !value.is_empty(),
        };
        known.then_some(Self { by, value })
    }
}

/// What somebody brings that one filters by: a mentor's skills are those offered, a mentee's those wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traits {
    pub team: String,
    pub skills: Vec<String>,
    pub languages: Vec<String>,
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

impl BoardQuery {
    /// Whether it leaves anybody out.
    pub fn narrows(&self) -> bool {
        !self.words.trim().is_empty() || !self.filters.is_empty()
    }

    /// Whether it is about how many mentors are possible for somebody.
    pub fn counts_choices(&self) -> bool {
        self.tray_sort == TraySort::Hardest || self.filters.iter().any(|one| one.by == By::Waits)
    }

    /// Puts a filter on, or takes it off.
    pub fn toggle(&mut self, filter: Filter) {
        match self.filters.iter().position(|one| *one == filter) {
            Some(at) => {
                self.filters.remove(at);
            }
            None => self.filters.push(filter),
        }
    }

    fn of(&self, by: By) -> impl Iterator<Item = &str> {
        self.filters.iter().filter(move |one| one.by == by).map(|one| one.value.as_str())
    }

    fn passes<'a>(&self, by: By, held: impl IntoIterator<Item = &'a str>) -> bool {
        let mut wanted = self.of(by).peekable();
        if wanted.peek().is_none() {
            return true;
        }
        let held: Vec<&str> = held.into_iter().collect();
        wanted.any(|value| held.contains(&value))
    }
}

/// Everybody on a board, each with their place.
#[derive(Debug)]
pub struct Everybody<'a> {
    mentors: Vec<&'a MentorView>,
    with: HashMap<ParticipationId, Vec<&'a CardView>>,
    tray: Vec<&'a CardView>,
}

/// The traits by which both sides are filtered.
const PERSONAL: [By; 3] = [By::Skill, By::Team, By::Language];

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
        let free = |one: &MentorView| i64::from(one.places) - self.of(one).len() as i64;
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
                TraySort::Wish => a.wish.to_lowercase().cmp(&b.wish.to_lowercase()),
            };
            let next = first.then_with(|| a.since.cmp(&b.since));
            next.then_with(|| a.person.name.cmp(&b.person.name)).then_with(|| a.id.cmp(&b.id))
        });
        found.into_iter().map(|card| card.id).collect()
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
        let full = cards.len() >= one.places as usize;
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
mod tests {
    use super::*;
    use crate::person::PersonLine;
    use crate::{Instant, PersonId};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(number: u128) -> ParticipationId {
        ParticipationId(Uuid::from_u128(number))
    }

    fn line(name: &str, team: &str) -> PersonLine {
        PersonLine::new(PersonId(Uuid::nil()), name, "", team)
    }

    fn traits(team: &str, skills: &[&str]) -> Traits {
        Traits {
            team: team.into(),
            skills: skills.iter().map(|one| (*one).to_owned()).collect(),
            languages: vec!["english".into()],
        }
    }

    fn mentor(number: u128, name: &str, team: &str, skills: &[&str], places: u32) -> MentorView {
        let traits = traits(team, skills);
        MentorView {
            id: id(number),
            person: line(name, team),
            offers: String::new(),
            places,
            active: true,
            traits,
        }
    }

    fn card(number: u128, name: &str, team: &str, skills: &[&str], with: Option<u128>) -> CardView {
        CardView {
            id: id(number),
            person: line(name, team),
            wish: String::new(),
            traits: traits(team, skills),
            mentor: with.map(id),
            pinned: false,
            revision: 0,
            stage: Stage::Open,
            active: true,
            fit: with.map(|_| 400_000),
            broken: None,
            since: Instant(number as i64),
            choices: Some(u32::from(number.is_multiple_of(2))),
            proposal: None,
            accepted: vec![],
            returned: None,
        }
    }

    fn board() -> (Vec<MentorView>, Vec<CardView>) {
        let mentors = vec![
            mentor(1, "Tomás", "Payments", &["rust"], 2),
            mentor(2, "Greta", "Search", &["design"], 1),
            mentor(3, "Oskar", "Payments", &["design", "sales"], 0),
        ];
        let cards = vec![
            card(11, "Jonas", "Search", &["rust"], Some(1)),
            card(12, "Noor", "Data", &["sales"], Some(2)),
            card(13, "Hana", "Data", &["rust"], None),
            card(14, "Diego", "Payments", &["sales"], None),
        ];
        (mentors, cards)
    }

    fn query(filters: &[(By, &str)]) -> BoardQuery {
        let filters = filters.iter().filter_map(|(by, value)| Filter::new(*by, *value)).collect();
        BoardQuery { filters, ..BoardQuery::default() }
    }

    /// The mentors and the tray that are left, by their numbers.
    fn check(query: &BoardQuery, mentors: &[u128], tray: &[u128]) {
        let (all, cards) = board();
        let all = Everybody::new(&all, &cards);
        let numbers =
            |ids: Vec<ParticipationId>| ids.into_iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
        assert_eq!(
            (numbers(all.mentors(query)), numbers(all.tray(query))),
            (mentors.to_vec(), tray.to_vec())
        );
    }

    #[test]
    fn a_filter_finds_mentors_by_themselves_and_by_their_mentees_and_the_tray_too() {
        check(&query(&[]), &[2, 3, 1], &[13, 14]);
        check(&query(&[(By::Skill, "rust")]), &[1], &[13]);
        check(&query(&[(By::Skill, "rust"), (By::Skill, "sales")]), &[2, 3, 1], &[13, 14]);
        check(&query(&[(By::Skill, "sales"), (By::Team, "Payments")]), &[3], &[14]);
        check(&query(&[(By::Team, "Search")]), &[2, 1], &[]);
        check(&BoardQuery { words: "SALES".into(), ..BoardQuery::default() }, &[2, 3], &[14]);
    }

    #[test]
    fn what_a_mentor_has_leaves_the_tray_alone_and_how_one_waits_leaves_the_mentors() {
        check(&query(&[(By::Has, "free")]), &[1], &[13, 14]);
        check(&query(&[(By::Has, "full")]), &[2, 3], &[13, 14]);
        check(&query(&[(By::Has, "low")]), &[2, 1], &[13, 14]);
        check(&query(&[(By::Waits, "impossible")]), &[2, 3, 1], &[13]);
        assert_eq!(Filter::new(By::Has, "wings"), None);
    }

    #[test]
    fn both_sides_are_put_in_order() {
        let by = |sort, tray_sort| BoardQuery { sort, tray_sort, ..BoardQuery::default() };
        check(&by(Sort::Places, TraySort::Name), &[1, 2, 3], &[14, 13]);
        check(&by(Sort::Team, TraySort::Hardest), &[3, 1, 2], &[13, 14]);
    }

    proptest! {
        /// What a facet promises is what choosing it alone of its kind leaves.
        #[test]
        fn a_facet_leaves_as_many_as_it_says(on in prop::collection::vec((0..5usize, 0..4usize), 0..4)) {
            const VALUES: [&[&str]; 5] = [
                &["rust", "design", "sales", "law"],
                &["Payments", "Search", "Data", "Law"],
                &["english", "german", "dutch", "thai"],
                &["free", "full", "low", "pinned"],
                &["possible", "impossible", "declined", "unanswered"],
            ];
            let filters: Vec<_> = on.iter().map(|(by, at)| (By::ALL[*by], VALUES[*by][*at])).collect();
            let asked = query(&filters);
            let (mentors, cards) = board();
            let all = Everybody::new(&mentors, &cards);
            for (by, facets) in all.facets(&asked) {
                for facet in facets {
                    let mut alone = asked.clone();
                    alone.filters.retain(|one| one.by != by);
                    alone.filters.extend(Filter::new(by, facet.value.as_str()));
                    let people = |traits: &Traits| values(traits, by).any(|value| value == facet.value);
                    match by {
                        By::Has => {
                            // States of one column do not exclude each other.
                            alone.filters.retain(|one| one.by != By::Waits);
                            prop_assert_eq!(all.mentors(&alone).len(), facet.mentors as usize);
                        }
                        By::Waits => prop_assert_eq!(all.tray(&alone).len(), facet.mentees as usize),
                        _ => {
                            let words = lower(&alone);
                            let left = mentors.iter().filter(|one| people(&one.traits));
                            let left = left.filter(|one| all.mentor(one, &words, &alone, None)).count();
                            prop_assert_eq!(left, facet.mentors as usize);
                        }
                    }
                }
            }
        }
    }
}
