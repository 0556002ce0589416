//! One page of a board: search, filters, order and paging.

use super::base::Base;
use super::people::People;
use super::view::{Extras, card, mentor};
use domain::ParticipationId;
use domain::board::{BoardQuery, CardView, Everybody, Facets, Fits, MentorView};
use std::collections::HashMap;

/// Mentors on a page.
const COLUMNS: usize = 24;
/// Cards on a page of the tray.
const TRAY: usize = 40;
/// How many pairs are looked at to count how many mentors are possible for each card: on a page of its own accord, and
/// where it is asked for.
const FEW_PAIRS: usize = 100_000;
const MOST_PAIRS: usize = 4_000_000;

/// The mentors and cards of one page.
pub(crate) struct Page {
    pub(crate) mentors: Vec<MentorView>,
    pub(crate) cards: Vec<CardView>,
    pub(crate) pages: u32,
    pub(crate) page: u32,
    pub(crate) tray_pages: u32,
    /// Mentors and cards of the tray that the query leaves, over all pages.
    pub(crate) found: (u32, u32),
    pub(crate) facets: Facets,
}

/// The page that `query` asks for; the whole board for page 0.
pub(crate) fn page(base: &Base, people: &People, extras: &Extras, query: &BoardQuery) -> Page {
    // Counting everybody's choices takes a while on a large board: a page waits for it only where it is about them.
    let most = if query.page == 0 || query.counts_choices() { MOST_PAIRS } else { FEW_PAIRS };
    let choices = choices(base, people, most);
    let view = |(id, state): (&ParticipationId, _)| CardView {
        choices: choices.get(id).copied(),
        ..card(base, people, extras, *id, state)
    };
    let cards: Vec<CardView> = base.board.cards.iter().map(view).collect();
    let mentors: Vec<MentorView> =
        base.board.mentors.keys().filter_map(|id| mentor(base, people, *id)).collect();
    let all = Everybody::new(&mentors, &cards);
    let (shown, tray, facets) = (all.mentors(query), all.tray(query), all.facets(query));
    let found = (shown.len() as u32, tray.len() as u32);
    let (shown, pages, page) = cut(shown, COLUMNS, query.page);
    let (tray, tray_pages, _) = cut(tray, TRAY, if query.page == 0 { 0 } else { query.tray_page.max(1) });
    let mut with: HashMap<Option<ParticipationId>, Vec<CardView>> = HashMap::new();
    for card in cards {
        with.entry(card.mentor).or_default().push(card);
    }
    let mut waiting: HashMap<_, _> =
        with.remove(&None).into_iter().flatten().map(|card| (card.id, card)).collect();
    let mut cards: Vec<CardView> = tray.iter().filter_map(|id| waiting.remove(id)).collect();
    cards.extend(shown.iter().filter_map(|id| with.remove(&Some(*id))).flatten());
    let mut known: HashMap<_, _> = mentors.into_iter().map(|one| (one.id, one)).collect();
    let mentors = shown.iter().filter_map(|id| known.remove(id)).collect();
    Page { mentors, cards, pages, page, tray_pages, found, facets }
}

/// A page of a list with how many there are, and which it is; everything for page 0.
fn cut(all: Vec<ParticipationId>, size: usize, page: u32) -> (Vec<ParticipationId>, u32, u32) {
    if page == 0 {
        return (all, 1, 1);
    }
    let pages = all.len().div_ceil(size).max(1);
    let page = (page as usize).clamp(1, pages);
    (all.into_iter().skip((page - 1) * size).take(size).collect(), pages as u32, page as u32)
}

/// How many mentors who take part the rules allow for each card; nothing where that is more work than `most` pairs.
fn choices(base: &Base, people: &People, most: usize) -> HashMap<ParticipationId, u32> {
    let board = &base.board;
    let mentors: Vec<_> = board.mentors.iter().filter(|(_, at)| at.active).map(|(id, _)| *id).collect();
    if mentors.len() * board.cards.len() > most {
        return HashMap::new();
    }
    let (mentees, cards): (Vec<_>, Vec<_>) = board.cards.iter().map(|(id, card)| (*id, card)).unzip();
    let mut counts = vec![0; mentees.len()];
    people.fits(&mentees, &mentors, &mut |mentee, mentor, fit| {
        let declined = || cards[mentee].declined.contains(&mentors[mentor]);
        counts[mentee] += u32::from(fit.is_ok() && !declined());
    });
    mentees.into_iter().zip(counts).collect()
}
