//! A few good mentors for each mentee, and a bound on all the others.
//!
//! Most of what a solver looks at never matters: of two thousand mentors a mentee ends up with one of the dozen
//! that fit best. So each row keeps a **shortlist**, the entries with the highest `fit - price` when it was made,
//! and `rest`, which nothing outside of the list exceeded then. Prices only rise (`market` says why), so both stay
//! upper bounds for ever: whoever reads a list may stop where the bound says that nothing further matters, and
//! only where `rest` itself would matter is the row read again and a new list made at present prices. That is
//! exact, needs no rounds of pricing out, and makes a dense problem almost as light as a sparse one: on 2,000 by
//! 2,000 uniform fits the lists take three quarters of the whole time and all the rest of the solver one quarter.
//!
//! Making a list is one pass over the row. Sixty-four cells are compared as a whole with the bar that an entry has to
//! pass, in a loop that vectorises on every processor, and only the cells above it are looked at one by one (asking each
//! cell of sixteen with one such made the whole solver a quarter slower on 500 by 500, stopping after each sixteen 4 %:
//! a processor cannot guess which have one); the bar comes from the row before, or rises as entries come. Fits in two
//! bytes are compared in two bytes where the bar allows that: of 2,000 by 2,000 the whole solver takes a third less time.
//! Of equal entries those count as first that stand first after a shift that depends on the mentee's position, so that
//! mentees who value all mentors alike do not all name the same.

use crate::arcs::{Arcs, Cell, Cells, with_cells};
use std::ops::Range;

/// No value at all: what is worse than every fit.
pub(crate) const NEVER: i64 = i64::MIN / 4;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) fit: i64,
    pub(crate) mentor: u32,
    /// What the mentor cost when the list was made, cut to these bits: too low a price only loosens a bound.
    price: u32,
}

/// Where a mentee's list is, how long it is and may become there, and what `fit - price` of nobody else exceeds.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: usize,
    length: u32,
    room: u32,
    rest: i64,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Shortlists {
    width: usize,
    /// All lists, one behind the other as they were made: every new page of memory costs as much as a search of twenty
    /// steps.
    entries: Vec<Entry>,
    places: Vec<Place>,
    /// How many bits of an entry's price are cut off: none where the table is narrow.
    shift: u32,
    prices: Prices,
    /// What belongs on a list: `fit - price`, and the place in the row.
    buffer: Vec<(i64, u32)>,
    guess: i64,
    /// How many lists were made so far.
    pub(crate) made: usize,
}

/// Prices cut to what a cell can be compared with; too low a price only loosens a bound.
#[derive(Clone, Debug, Default)]
struct Prices {
    narrow: Vec<i32>,
    /// For short cells, where the table has these.
    short: Option<Vec<i16>>,
}

/// How many entries a list has: of a matrix, and of a thin table, where reading a row again costs little and memory is
/// what one waits for (50,000 mentees with 50 candidates and just enough places: a quarter less time than with sixteen).
const WIDTH: usize = 24;
const THIN_WIDTH: usize = 8;
/// With fewer entries than this a list is not worth having.
const FEWEST: usize = 4;
/// Cells that are compared together, and those whose bits are then gone through together.
const BLOCK: usize = 16;
const WORD: usize = 64;
const NARROW_PRICE: i64 = 1 << 30;
const SHORT_PRICE: i64 = (1 << 14) - 1;

impl Shortlists {
    /// Lists that are still to be made.
    pub(crate) fn new(arcs: &Arcs) -> Shortlists {
        let width = if arcs.is_matrix() { WIDTH.min(arcs.mentors) } else { THIN_WIDTH };
        Shortlists {
            width,
            entries: Vec::with_capacity(width * arcs.mentees),
            places: vec![Place::NONE; arcs.mentees],
            shift: ((4 * arcs.most().unsigned_abs()) >> 32).checked_ilog2().map_or(0, |bits| bits + 1),
            prices: Prices {
                narrow: vec![0; arcs.mentors],
                short: matches!(arcs.cells, Cells::Short(_)).then(|| vec![0; arcs.mentors]),
            },
            buffer: Vec::with_capacity(2 * width),
            guess: NEVER,
            made: 0,
        }
    }

    /// The entries, the highest key first.
    pub(crate) fn list(&self, mentee: usize) -> &[Entry] {
        let Place { start, length, .. } = self.places[mentee];
        &self.entries[start..start + length as usize]
    }

    /// What `fit - price` of an entry does not exceed.
    pub(crate) fn key(&self, entry: &Entry) -> i64 {
        entry.fit - (i64::from(entry.price) << self.shift)
    }

    /// What `fit - price` of nobody outside of the list exceeds.
    pub(crate) fn rest(&self, mentee: usize) -> i64 {
        self.places[mentee].rest
    }

    /// Forgets a list that no longer holds, because a fit rose or a price fell.
    pub(crate) fn forget(&mut self, mentee: usize) {
        let place = &mut self.places[mentee];
        (place.length, place.rest) = (0, i64::MAX);
    }

    pub(crate) fn set_price(&mut self, mentor: usize, price: i64) {
        debug_assert!(price >= 0, "prices rise from 0");
        self.prices.narrow[mentor] = price.min(NARROW_PRICE) as i32;
        if let Some(short) = &mut self.prices.short {
            short[mentor] = price.min(SHORT_PRICE) as i16;
        }
    }

    pub(crate) fn add_mentee(&mut self) {
        self.places.push(Place::NONE);
    }

    pub(crate) fn add_mentor(&mut self, price: i64) {
        self.prices.narrow.push(0);
        self.prices.short.iter_mut().for_each(|short| short.push(0));
        self.set_price(self.prices.narrow.len() - 1, price);
    }

    /// Makes the list of a mentee at present prices.
    pub(crate) fn make(&mut self, arcs: &Arcs, prices: &[i64], mentee: usize) {
        self.made += 1;
        let bar = if self.places[mentee].rest == i64::MAX { self.guess } else { self.middle(prices, mentee) };
        let mut rest = self.gather(arcs, prices, mentee, bar);
        if rest > NEVER && self.buffer.len() < FEWEST {
            rest = self.gather(arcs, prices, mentee, NEVER);
        }
        if self.buffer.len() > self.width {
            rest = rest.max(cut(&mut self.buffer, self.width));
        }
        self.buffer.sort_by_key(|cell| std::cmp::Reverse(cell.0));
        self.store(arcs, mentee, rest);
        if rest > NEVER
            && let Some((first, last)) = self.buffer.first().zip(self.buffer.last())
        {
            // Half a list too many or too few is fine; a third of the width is what the next row aims at least at.
            let short = self.buffer.len() * 3 < self.width;
            self.guess = if short { rest - (first.0 - rest) / 4 - 1 } else { (last.0 - 1).max(rest) };
        }
    }

    /// Writes what is in the buffer where the last list was, or behind all others where it is too long for that. A first
    /// list gets the room that it needs, half of the width on average, and a later one all that it may ever need.
    fn store(&mut self, arcs: &Arcs, mentee: usize, rest: i64) {
        let (length, place) = (self.buffer.len(), &mut self.places[mentee]);
        if length > place.room as usize {
            let room = if place.room == 0 { length } else { self.width };
            (place.start, place.room) = (self.entries.len(), room as u32);
            self.entries.resize(place.start + room, Entry::default());
        }
        (place.length, place.rest) = (length as u32, rest);
        let to = &mut self.entries[place.start..place.start + length];
        let first = arcs.cells_of(mentee).start;
        for (to, &(key, at)) in to.iter_mut().zip(&self.buffer) {
            let cell = first + at as usize;
            let fit = with_cells!(&arcs.cells, cells => cells[cell].wide());
            debug_assert!(fit >= key, "a price below 0");
            let price = ((fit - key) >> self.shift).min(i64::from(u32::MAX)) as u32;
            *to = Entry { fit, mentor: arcs.columns.get(cell).copied().unwrap_or(at), price };
        }
    }

    /// Shows `consider` every entry whose `fit - price` is at least `bar` and above what it returned last, and
    /// perhaps others, if the table is a matrix that is not wide.
    pub(crate) fn weigh(
        &self,
        arcs: &Arcs,
        mentee: usize,
        bar: i64,
        mut consider: impl FnMut(u32, i64) -> i64,
    ) -> bool {
        if !arcs.is_matrix() {
            return false;
        }
        let (row, low) = (arcs.cells_of(mentee), narrow(bar - 1));
        let take = |mentor: u32, fit: i64, _, low: i32| low.max(narrow(consider(mentor, fit)));
        match &arcs.cells {
            Cells::Short(all) => self.prices.each_above(&all[row], 0, low, take),
            Cells::Narrow(all) => self.prices.each_above(&all[row], 0, low, take),
            Cells::Wide(_) => return false,
        };
        true
    }

    /// What half of the present list is worth at present prices: whoever is better belongs on the new one.
    fn middle(&self, prices: &[i64], mentee: usize) -> i64 {
        let list = self.list(mentee);
        if list.len() < 2 * FEWEST {
            return NEVER;
        }
        let mut keys: Vec<i64> = list.iter().map(|entry| entry.fit - prices[entry.mentor as usize]).collect();
        let middle = keys.len() / 2;
        *keys.select_nth_unstable_by_key(middle, |key| std::cmp::Reverse(*key)).1 - 1
    }

    /// Collects into the buffer what is above `bar`, raising the bar as entries come. Returns the final bar.
    fn gather(&mut self, arcs: &Arcs, prices: &[i64], mentee: usize, bar: i64) -> i64 {
        self.buffer.clear();
        let cells = arcs.cells_of(mentee);
        if !arcs.is_matrix() {
            return self.gather_thin(arcs, prices, cells, bar);
        }
        let shift = (mentee * 7919) % arcs.mentors.max(1) / BLOCK * BLOCK;
        let bar = self.gather_block(arcs, prices, cells.clone(), shift..arcs.mentors, bar);
        self.gather_block(arcs, prices, cells, 0..shift, bar)
    }

    fn gather_block(
        &mut self,
        arcs: &Arcs,
        prices: &[i64],
        cells: Range<usize>,
        part: Range<usize>,
        mut bar: i64,
    ) -> i64 {
        let (row, start, width) = (cells.start + part.start..cells.start + part.end, part.start, self.width);
        let buffer = &mut self.buffer;
        let take =
            |mentor, _, key: i32, low: i32| push(buffer, width, (key.into(), mentor), low.into()) as i32;
        match &arcs.cells {
            Cells::Short(all) => {
                bar = risen(bar, self.prices.each_above(&all[row], start, narrow(bar), take))
            }
            Cells::Narrow(all) => {
                bar = risen(bar, self.prices.each_above(&all[row], start, narrow(bar), take))
            }
            Cells::Wide(all) => {
                for ((at, &fit), price) in (start as u32..).zip(&all[row]).zip(&prices[part]) {
                    if fit != i64::HOLE && fit - price > bar {
                        bar = push(buffer, width, (fit - price, at), bar);
                    }
                }
            }
        }
        bar
    }

    fn gather_thin(&mut self, arcs: &Arcs, prices: &[i64], cells: Range<usize>, mut bar: i64) -> i64 {
        let (columns, width) = (&arcs.columns[cells.clone()], self.width);
        with_cells!(&arcs.cells, all => {
            for ((at, &mentor), &cell) in (0..).zip(columns).zip(&all[cells]) {
                let Some(unit) = cell.unit() else { continue };
                let key = unit - prices[mentor as usize];
                if key > bar {
                    bar = push(&mut self.buffer, width, (key, at), bar);
                }
            }
        });
        bar
    }
}

impl Place {
    const NONE: Place = Place { start: 0, length: 0, room: 0, rest: i64::MAX };
}

impl Prices {
    /// Shows `take` each cell of a row from mentor `first` on whose `fit - price` is above `low`: the mentor, the fit,
    /// `fit - price`, and `low`, which from then on is what `take` returns. Returns the last.
    fn each_above<C: Compared>(
        &self,
        row: &[C],
        first: usize,
        mut low: i32,
        mut take: impl FnMut(u32, i64, i32, i32) -> i32,
    ) -> i32 {
        for (first, cells) in (first..).step_by(WORD).zip(row.chunks(WORD)) {
            let part = first..first + cells.len();
            let prices = &self.narrow[part.clone()];
            let mut bits = C::above(cells, self, part, low);
            while bits != 0 {
                let at = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let key = Into::<i32>::into(cells[at]).wrapping_sub(prices[at]);
                if key > low && cells[at] != C::HOLE {
                    low = take((first + at) as u32, cells[at].into(), key, low);
                }
            }
        }
        low
    }
}

/// A cell that is compared with a bar among many at a time.
trait Compared: Cell + Into<i32> {
    /// A bit for each of up to [`WORD`] cells, which stand at `part` of their row, whose `fit - price` is above `low`;
    /// perhaps others have one too.
    fn above(cells: &[Self], prices: &Prices, part: Range<usize>, low: i32) -> u64;
}

impl Compared for i16 {
    fn above(cells: &[i16], prices: &Prices, part: Range<usize>, low: i32) -> u64 {
        match &prices.short {
            // A fit less a price that was cut has room, and below this bar a dear mentor would seem good.
            Some(short) if low >= -(SHORT_PRICE as i32) => {
                let low = low.min(i16::MAX.into()) as i16;
                bits(cells, &short[part], |cell, price| cell.saturating_sub(price) > low)
            }
            _ => bits(cells, &prices.narrow[part], |cell, price| i32::from(cell).wrapping_sub(price) > low),
        }
    }
}

impl Compared for i32 {
    fn above(cells: &[i32], prices: &Prices, part: Range<usize>, low: i32) -> u64 {
        bits(cells, &prices.narrow[part], |cell, price| cell.wrapping_sub(price) > low)
    }
}

/// The bar that a narrow number can be compared with.
fn narrow(bar: i64) -> i32 {
    bar.clamp(i32::MIN.into(), i32::MAX.into()) as i32
}

/// The opposite: what is left of a bar below all narrow numbers is that bar, so that whoever reads a whole row knows it.
fn risen(bar: i64, to: i32) -> i64 {
    if to == narrow(bar) { bar } else { to.into() }
}

fn push(buffer: &mut Vec<(i64, u32)>, width: usize, cell: (i64, u32), bar: i64) -> i64 {
    buffer.push(cell);
    if buffer.len() < 2 * width {
        return bar;
    }
    bar.max(cut(buffer, width))
}

/// A bit for each of up to [`WORD`] cells that `is_above`. First a byte for each, which vectorises, then eight of these to
/// eight bits, which a multiplication moves next to each other. (Shifting each bit to its place as soon as it is known took
/// three times as many instructions.)
fn bits<C: Copy, P: Copy>(cells: &[C], prices: &[P], is_above: impl Fn(C, P) -> bool) -> u64 {
    let mut flags = [0_u8; WORD];
    let (blocks, end) = cells.as_chunks::<BLOCK>();
    let (price_blocks, end_prices) = prices.as_chunks::<BLOCK>();
    let (flag_blocks, _) = flags.as_chunks_mut::<BLOCK>();
    for ((flags, cells), prices) in flag_blocks.iter_mut().zip(blocks).zip(price_blocks) {
        for at in 0..BLOCK {
            flags[at] = u8::from(is_above(cells[at], prices[at]));
        }
    }
    let done = blocks.len() * BLOCK;
    for ((flag, cell), price) in flags[done..].iter_mut().zip(end).zip(end_prices) {
        *flag = u8::from(is_above(*cell, *price));
    }
    let together = |flags: &[u8; 8]| u64::from_le_bytes(*flags).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    flags.as_chunks().0.iter().rev().fold(0, |bits, flags| bits << 8 | together(flags))
}

/// Keeps the `width` highest; returns the highest of the others.
fn cut(buffer: &mut Vec<(i64, u32)>, width: usize) -> i64 {
    let (_, next, _) = buffer.select_nth_unstable_by(width, |a, b| b.cmp(a));
    let next = next.0;
    buffer.truncate(width);
    next
}
