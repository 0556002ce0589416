//! One page of a board: search, order and paging.

use super::base::Base;
use super::people::People;
use super::view::{Extras, card, mentor};
use domain::ParticipationId;
use domain::board::{BoardQuery, CardView, MentorView, Sort};
use std::collections::BTreeMap;

/// Mentors on a page.
const COLUMNS: usize = 24;
/// Cards on a page of the tray.
const TRAY: usize = 40;
/// The mentors and cards of one page.
pub(crate) struct Page {
    pub(crate) mentors: Vec<MentorView>,
    pub(crate) cards: Vec<CardView>,
    pub(crate) pages: u32,
    pub(crate) page: u32,
    pub(crate) tray_pages: u32,
}

/// The page that `query` asks for; the whole board for page 0.
pub(crate) fn page(base: &Base, people: &People, extras: &Extras, query: &BoardQuery) -> Page {
    let words = query.words.trim().to_lowercase();
    let mut columns: BTreeMap<ParticipationId, Vec<CardView>> = BTreeMap::new();
    let mut tray = vec![];
    for (id, state) in &base.board.cards {
        let view = card(base, people, extras, *id, state);
        match view.mentor {
            Some(mentor) => columns.entry(mentor).or_default().push(view),
            None => tray.push(view),
        }
    }
    let mut mentors: Vec<MentorView> =
        base.board.mentors.keys().filter_map(|id| mentor(base, people, *id)).collect();
    if !words.is_empty() {
        let card_says = |card: &CardView| says(&words, &[&card.person.name, &card.person.does, &card.wish]);
        mentors.retain(|one| {
            says(&words, &[&one.person.name, &one.person.does, &one.offers])
                || columns.get(&one.id).is_some_and(|cards| cards.iter().any(card_says))
        });
        tray.retain(card_says);
    }
    sort(&mut mentors, &columns, query.sort);
    tray.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.person.name.cmp(&b.person.name)));
    if query.page == 0 {
        let mut cards = tray;
        cards.extend(mentors.iter().filter_map(|one| columns.remove(&one.id)).flatten());
        return Page { mentors, cards, pages: 1, page: 1, tray_pages: 1 };
    }
    let pages = mentors.len().div_ceil(COLUMNS).max(1);
    let page = (query.page as usize).clamp(1, pages);
    let tray_pages = tray.len().div_ceil(TRAY).max(1);
    let tray_page = (query.tray_page as usize).clamp(1, tray_pages);
    let mentors: Vec<_> = mentors.into_iter().skip((page - 1) * COLUMNS).take(COLUMNS).collect();
    let mut cards: Vec<_> = tray.into_iter().skip((tray_page - 1) * TRAY).take(TRAY).collect();
    cards.extend(mentors.iter().filter_map(|one| columns.remove(&one.id)).flatten());
    Page { mentors, cards, pages: pages as u32, page: page as u32, tray_pages: tray_pages as u32 }
}

fn says(words: &str, texts: &[&str]) -> bool {
    words.split_whitespace().all(|word| texts.iter().any(|text| text.to_lowercase().contains(word)))
}

fn sort(mentors: &mut [MentorView], columns: &BTreeMap<ParticipationId, Vec<CardView>>, by: Sort) {
    let load = |one: &MentorView| columns.get(&one.id).map_or(0, Vec::len) as i64;
    let worst = |one: &MentorView| {
        columns
            .get(&one.id)
            .and_then(|cards| cards.iter().filter_map(|card| card.fit).min())
            .unwrap_or(i64::MAX)
    };
    mentors.sort_by(|a, b| {
        let first = match by {
            Sort::Name => std::cmp::Ordering::Equal,
            Sort::Places => (i64::from(b.places) - load(b)).cmp(&(i64::from(a.places) - load(a))),
            Sort::Fit => worst(a).cmp(&worst(b)),
        };
        first.then_with(|| a.person.name.cmp(&b.person.name)).then_with(|| a.id.cmp(&b.id))
    });
}
