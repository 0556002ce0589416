//! The allowed pairs and their fits, in as few bytes as they need.
//!
//! Owns the table and every check of it: within an [`Arcs`] nobody is unknown and no pair is doubled. A table in
//! which at least half of all pairs are allowed is a matrix with holes; a thinner one is a list of mentors
//! for each mentee, in rising order. Either way a fit takes two bytes where all of them, divided by their greatest
//! common divisor, lie within sixteen thousand, four where they lie within a thousand million, and eight otherwise. So a
//! full matrix of scores with six decimals is at most 4 bytes a pair, one of whole percents 2, and the solver reads it
//! in place.

use crate::{Arc, Error};
use std::ops::Range;
use std::sync::Arc as Shared;

/// The allowed pairs of a [`Problem`](crate::Problem), each at most once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arcs {
    pub(crate) mentees: usize,
    pub(crate) mentors: usize,
    /// How many pairs are allowed.
    count: usize,
    /// The row of mentee `i` is `starts[i]..starts[i + 1]`; empty in a matrix.
    pub(crate) starts: Shared<Vec<usize>>,
    /// By place in the rows; empty in a matrix.
    pub(crate) columns: Shared<Vec<u32>>,
    pub(crate) cells: Cells,
    /// What one unit of a cell is worth.
    pub(crate) scale: i64,
    /// No fit is further from 0 than this many units.
    most: i64,
}

impl Default for Arcs {
    fn default() -> Arcs {
        Arcs {
            mentees: 0,
            mentors: 0,
            count: 0,
            starts: Shared::default(),
            columns: Shared::default(),
            cells: Cells::default(),
            scale: 1,
            most: 0,
        }
    }
}

/// Fits in units of the scale; a pair that is not allowed is a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cells {
    Short(Shared<Vec<i16>>),
    Narrow(Shared<Vec<i32>>),
    Wide(Shared<Vec<i64>>),
}

/// A number in which a fit is kept.
pub(crate) trait Cell: Copy + PartialEq + Into<i64> {
    /// What stands where a pair is not allowed.
    const HOLE: Self;

    /// A fit that is known to have room.
    fn of(unit: i64) -> Self;

    fn cells(all: Vec<Self>) -> Cells;

    fn wide(self) -> i64 {
        self.into()
    }

    fn unit(self) -> Option<i64> {
        (self != Self::HOLE).then(|| self.wide())
    }
}

impl Cell for i16 {
    const HOLE: i16 = i16::MIN;

    fn of(unit: i64) -> i16 {
        unit as i16
    }

    fn cells(all: Vec<i16>) -> Cells {
        Cells::Short(Shared::new(all))
    }
}

impl Cell for i32 {
    /// Below every fit, with room for a price.
    const HOLE: i32 = -1_073_000_000;

    fn of(unit: i64) -> i32 {
        unit as i32
    }

    fn cells(all: Vec<i32>) -> Cells {
        Cells::Narrow(Shared::new(all))
    }
}

impl Cell for i64 {
    const HOLE: i64 = i64::MIN;

    fn of(unit: i64) -> i64 {
        unit
    }

    fn cells(all: Vec<i64>) -> Cells {
        Cells::Wide(Shared::new(all))
    }
}

/// Does the same with cells of whichever kind.
macro_rules! with_cells {
    ($cells:expr, $all:ident => $deed:expr) => {
        match $cells {
            Cells::Short($all) => $deed,
            Cells::Narrow($all) => $deed,
            Cells::Wide($all) => $deed,
        }
    };
}
pub(crate) use with_cells;

impl Default for Cells {
    fn default() -> Cells {
        Cells::Narrow(Shared::default())
    }
}

/// The largest short fit: less a price below `1 << 14` it never overflows.
const SHORT: i64 = 16_000;
const NOT_SHORT: i64 = SHORT + 1;
/// The largest narrow fit: less a price below `1 << 30` it never overflows, nor does a hole.
const NARROW: i64 = 1_000_000_000;

impl Arcs {
    /// A table of these pairs, given in any order, between so many mentees and so many mentors. O(arcs), and
    /// O(arcs · log) where rows are thin and unsorted.
    ///
    /// # Errors
    /// [`Error::UnknownMentee`], [`Error::UnknownMentor`], [`Error::DoubledArc`]; [`Error::Overflow`] for a fit
    /// of `i64::MIN`; [`Error::TooLarge`].
    pub fn new(mentees: usize, mentors: usize, list: &[Arc]) -> Result<Arcs, Error> {
        if u32::try_from(mentees).is_err() || u32::try_from(mentors).is_err() {
            return Err(Error::TooLarge);
        }
        check_people(mentees, mentors, list)?;
        let scale = scale(list.iter().map(|arc| arc.fit));
        let most = list.iter().map(|arc| arc.fit.unsigned_abs()).max().unwrap_or(0);
        if most > i64::MAX.unsigned_abs() {
            let worst =
                list.iter().filter(|arc| arc.fit == i64::MIN).map(|arc| (arc.mentee, arc.mentor)).min();
            let (mentee, mentor) = worst.unwrap_or_default();
            return Err(Error::Overflow { mentee, mentor });
        }
        let units = most as i64 / scale;
        let mut arcs = Arcs { mentees, mentors, count: list.len(), scale, most: units, ..Arcs::default() };
        arcs.cells = match units {
            0..=SHORT => arcs.fill::<i16>(list)?,
            NOT_SHORT..=NARROW => arcs.fill::<i32>(list)?,
            _ => arcs.fill::<i64>(list)?,
        };
        Ok(arcs)
    }

    /// A table in which every pair is allowed: `fits` holds the mentees' rows one after the other.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the rows do not make a rectangle of these sides; [`Error::Overflow`] for a fit
    /// of `i64::MIN`.
    pub fn full(mentees: usize, mentors: usize, fits: &[i64]) -> Result<Arcs, Error> {
        let sides = u32::try_from(mentees).is_ok() && u32::try_from(mentors).is_ok();
        if !sides || mentees.checked_mul(mentors) != Some(fits.len()) {
            return Err(Error::TooLarge);
        }
        if let Some(at) = fits.iter().position(|&fit| fit == i64::MIN) {
            return Err(Error::Overflow { mentee: (at / mentors) as u32, mentor: (at % mentors) as u32 });
        }
        let scale = scale(fits.iter().copied());
        let most = fits.iter().map(|fit| fit.abs()).max().unwrap_or(0) / scale;
        let units = fits.iter().map(|fit| fit / scale);
        let cells = match most {
            0..=SHORT => Cell::cells(units.map(|unit| unit as i16).collect()),
            NOT_SHORT..=NARROW => Cell::cells(units.map(|unit| unit as i32).collect()),
            _ => Cell::cells(units.collect::<Vec<i64>>()),
        };
        Ok(Arcs { mentees, mentors, count: fits.len(), scale, most, cells, ..Arcs::default() })
    }

    /// A narrow table of so many pairs, which come by mentee and then by mentor, in units of 1.
    pub(crate) fn narrow(
        mentees: usize,
        mentors: usize,
        count: usize,
        pairs: impl Iterator<Item = Arc>,
    ) -> Arcs {
        let mut arcs = Arcs { mentees, mentors, count, ..Arcs::default() };
        let mut most = 0;
        let pairs = pairs.inspect(|arc| most = most.max(arc.fit.abs()));
        let mut cells;
        if count.saturating_mul(2) >= mentees.saturating_mul(mentors) {
            cells = vec![i32::HOLE; mentees * mentors];
            for arc in pairs {
                cells[arc.mentee as usize * mentors + arc.mentor as usize] = arc.fit as i32;
            }
        } else {
            let mut starts = vec![0; mentees + 1];
            let mut columns = Vec::with_capacity(count);
            cells = Vec::with_capacity(count);
            for arc in pairs {
                columns.push(arc.mentor);
                cells.push(arc.fit as i32);
                starts[arc.mentee as usize + 1] = cells.len();
            }
            for mentee in 0..mentees {
                starts[mentee + 1] = starts[mentee + 1].max(starts[mentee]);
            }
            (arcs.starts, arcs.columns) = (starts.into(), columns.into());
        }
        (arcs.most, arcs.cells) = (most, Cell::cells(cells));
        arcs
    }

    /// How many pairs are allowed.
    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The fit of a pair, if it is allowed. O(log row).
    pub fn fit(&self, mentee: u32, mentor: u32) -> Option<i64> {
        self.at(self.place(mentee, mentor)?)
    }

    /// The allowed pairs, by mentee and then by mentor.
    pub fn iter(&self) -> impl Iterator<Item = Arc> {
        (0..self.mentees as u32).flat_map(|mentee| self.row(mentee))
    }

    /// The allowed pairs of one mentee, by mentor.
    pub fn row(&self, mentee: u32) -> impl Iterator<Item = Arc> {
        let cells = self.cells_of(mentee as usize);
        let first = cells.start;
        cells.filter_map(move |at| {
            let mentor = if self.is_matrix() { (at - first) as u32 } else { self.columns[at] };
            self.at(at).map(|fit| Arc { mentee, mentor, fit })
        })
    }

    pub(crate) fn is_narrow(&self) -> bool {
        !matches!(self.cells, Cells::Wide(_))
    }

    pub(crate) fn is_matrix(&self) -> bool {
        self.starts.is_empty()
    }

    /// The places of a mentee's cells.
    pub(crate) fn cells_of(&self, mentee: usize) -> Range<usize> {
        if mentee >= self.mentees {
            0..0
        } else if self.is_matrix() {
            mentee * self.mentors..(mentee + 1) * self.mentors
        } else {
            self.starts[mentee]..self.starts[mentee + 1]
        }
    }

    /// Where a pair's cell is, if it has one; the cell may be a hole.
    pub(crate) fn place(&self, mentee: u32, mentor: u32) -> Option<usize> {
        let cells = self.cells_of(mentee as usize);
        if mentor as usize >= self.mentors || cells.is_empty() {
            None
        } else if self.is_matrix() {
            Some(cells.start + mentor as usize)
        } else {
            Some(cells.start + self.columns[cells].binary_search(&mentor).ok()?)
        }
    }

    /// A cell's fit in units of the scale.
    pub(crate) fn unit_at(&self, place: usize) -> Option<i64> {
        with_cells!(&self.cells, cells => cells.get(place).and_then(|cell| cell.unit()))
    }

    /// The fit of a pair in units of the scale.
    pub(crate) fn unit(&self, mentee: u32, mentor: u32) -> Option<i64> {
        self.unit_at(self.place(mentee, mentor)?)
    }

    /// Sets a pair's fit, or forbids it. `false` where the table would have to be made anew for that.
    pub(crate) fn set(&mut self, mentee: u32, mentor: u32, fit: Option<i64>) -> bool {
        let Some(place) = self.place(mentee, mentor) else { return fit.is_none() };
        let unit = fit.and_then(|fit| self.exact(fit));
        if unit.is_none() && fit.is_some() {
            return false;
        }
        let before = usize::from(self.unit_at(place).is_some());
        with_cells!(&mut self.cells, cells => Shared::make_mut(cells)[place] = unit.map_or(Cell::HOLE, Cell::of));
        self.count = self.count + usize::from(fit.is_some()) - before;
        true
    }

    /// A fit in units of the scale, where the table can hold it.
    fn exact(&self, fit: i64) -> Option<i64> {
        let unit = fit / self.scale;
        (fit % self.scale == 0 && unit.unsigned_abs() <= self.most as u64).then_some(unit)
    }

    /// The same table with more people, and pairs of those who are new. O(cells). `None` where the table would have to
    /// be made anew for that, or a pair is wrong.
    pub(crate) fn grown(&self, mentees: usize, mentors: usize, more: &[Arc]) -> Option<Arcs> {
        let mut units = Vec::with_capacity(more.len());
        for arc in more {
            let (mentee, mentor) = (arc.mentee as usize, arc.mentor as usize);
            let is_new = mentee >= self.mentees || mentor >= self.mentors;
            if mentee >= mentees || mentor >= mentors || !is_new {
                return None;
            }
            units.push((mentee, arc.mentor, self.exact(arc.fit)?));
        }
        units.sort_unstable();
        if units.windows(2).any(|two| (two[0].0, two[0].1) == (two[1].0, two[1].1)) {
            return None;
        }
        let mut arcs = Arcs { mentees, mentors, count: self.count + more.len(), ..Arcs::default() };
        (arcs.scale, arcs.most) = (self.scale, self.most);
        arcs.cells = with_cells!(&self.cells, cells => Cell::cells(self.spread(cells, &mut arcs, &units)));
        Some(arcs)
    }

    /// The cells of a larger table `to`, whose other parts it fills.
    fn spread<C: Cell>(&self, cells: &[C], to: &mut Arcs, more: &[(usize, u32, i64)]) -> Vec<C> {
        let mut more = more.iter().peekable();
        let mut all = Vec::with_capacity(cells.len() + more.len());
        let (mut starts, mut columns) = (Vec::new(), Vec::new());
        if !self.is_matrix() {
            starts.push(0);
        }
        for mentee in 0..to.mentees {
            let old = self.cells_of(mentee);
            let start = all.len();
            all.extend_from_slice(&cells[old.clone()]);
            if self.is_matrix() {
                all.resize(start + to.mentors, C::HOLE);
                while let Some(&(_, mentor, unit)) = more.next_if(|one| one.0 == mentee) {
                    all[start + mentor as usize] = C::of(unit);
                }
            } else {
                columns.extend_from_slice(&self.columns[old]);
                while let Some(&(_, mentor, unit)) = more.next_if(|one| one.0 == mentee) {
                    columns.push(mentor);
                    all.push(C::of(unit));
                }
                starts.push(all.len());
            }
        }
        (to.starts, to.columns) = (starts.into(), columns.into());
        all
    }

    /// The same pairs with other fits, which must be narrow.
    pub(crate) fn map(&self, fit: impl Fn(i64) -> i64) -> Arcs {
        let cell = |place: usize| self.at(place).map_or(i32::HOLE, |old| fit(old) as i32);
        let places = with_cells!(&self.cells, cells => cells.len());
        let cells: Vec<i32> = (0..places).map(cell).collect();
        Arcs {
            mentees: self.mentees,
            mentors: self.mentors,
            count: self.count,
            starts: self.starts.clone(),
            columns: self.columns.clone(),
            most: NARROW,
            cells: Cell::cells(cells),
            scale: 1,
        }
    }

    /// The same table in units of 1.
    pub(crate) fn unscaled(&self) -> Arcs {
        let wide = |cell: Option<i64>| cell.map_or(i64::HOLE, |cell| cell * self.scale);
        let cells: Vec<i64> =
            with_cells!(&self.cells, cells => cells.iter().map(|cell| wide(cell.unit())).collect());
        Arcs { cells: Cell::cells(cells), scale: 1, most: self.most * self.scale, ..self.clone() }
    }

    /// The largest absolute fit in units of the scale.
    pub(crate) fn most(&self) -> i64 {
        self.most
    }

    /// The allowed mentors of a mentee, rising, with their fits in units of the scale.
    pub(crate) fn each(&self, mentee: usize, mut each: impl FnMut(u32, i64)) {
        let cells = self.cells_of(mentee);
        let columns = self.columns.get(cells.clone()).unwrap_or_default();
        let mentor = |at: usize| columns.get(at).copied().unwrap_or(at as u32);
        with_cells!(&self.cells, all => {
            for (at, unit) in all[cells].iter().enumerate().filter_map(|(at, cell)| Some((at, cell.unit()?))) {
                each(mentor(at), unit);
            }
        });
    }

    fn at(&self, place: usize) -> Option<i64> {
        self.unit_at(place).map(|unit| unit * self.scale)
    }

    /// The cells of the pairs in `list`, of which a thin table's rows are made as well.
    fn fill<C: Cell>(&mut self, list: &[Arc]) -> Result<Cells, Error> {
        let cell = |arc: &Arc| C::of(arc.fit / self.scale);
        if list.len().saturating_mul(2) < self.mentees.saturating_mul(self.mentors) {
            let scale = self.scale;
            let order = self.sort(list)?;
            return Ok(Cell::cells(order.iter().map(|&at| C::of(list[at as usize].fit / scale)).collect()));
        }
        let mut filled = vec![C::HOLE; self.mentees * self.mentors];
        let mut doubled: Option<(u32, u32)> = None;
        for arc in list {
            let to = &mut filled[arc.mentee as usize * self.mentors + arc.mentor as usize];
            if *to != C::HOLE {
                let pair = (arc.mentee, arc.mentor);
                doubled = Some(doubled.map_or(pair, |other| other.min(pair)));
            }
            *to = cell(arc);
        }
        match doubled {
            Some((mentee, mentor)) => Err(Error::DoubledArc { mentee, mentor }),
            None => Ok(Cell::cells(filled)),
        }
    }

    /// Fills `starts` and `columns`; returns the place in `list` of each cell.
    fn sort(&mut self, list: &[Arc]) -> Result<Vec<u32>, Error> {
        if u32::try_from(list.len()).is_err() {
            return Err(Error::TooLarge);
        }
        let mut starts = vec![0; self.mentees + 1];
        for arc in list {
            starts[arc.mentee as usize + 1] += 1;
        }
        for mentee in 0..self.mentees {
            starts[mentee + 1] += starts[mentee];
        }
        let mut next = starts.clone();
        let mut order = vec![0_u32; list.len()];
        for (at, arc) in list.iter().enumerate() {
            let next = &mut next[arc.mentee as usize];
            order[*next] = at as u32;
            *next += 1;
        }
        for mentee in 0..self.mentees {
            let row = &mut order[starts[mentee]..starts[mentee + 1]];
            row.sort_unstable_by_key(|&at| list[at as usize].mentor);
            if let Some(two) =
                row.windows(2).find(|two| list[two[0] as usize].mentor == list[two[1] as usize].mentor)
            {
                return Err(Error::DoubledArc {
                    mentee: mentee as u32,
                    mentor: list[two[0] as usize].mentor,
                });
            }
        }
        self.columns = Shared::new(order.iter().map(|&at| list[at as usize].mentor).collect());
        self.starts = starts.into();
        Ok(order)
    }
}

fn check_people(mentees: usize, mentors: usize, list: &[Arc]) -> Result<(), Error> {
    let unknown = list.iter().map(|arc| arc.mentee).filter(|&mentee| mentee as usize >= mentees).min();
    if let Some(mentee) = unknown {
        return Err(Error::UnknownMentee { mentee });
    }
    match list.iter().map(|arc| arc.mentor).filter(|&mentor| mentor as usize >= mentors).min() {
        Some(mentor) => Err(Error::UnknownMentor { mentor }),
        None => Ok(()),
    }
}

/// The greatest common divisor of all fits, 1 where all are 0. Most tables are at 1 after a few.
fn scale(fits: impl Iterator<Item = i64>) -> i64 {
    let mut scale = 0_u64;
    for fit in fits {
        let (mut a, mut b) = (scale, fit.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        scale = a;
        if scale == 1 {
            break;
        }
    }
    i64::try_from(scale).unwrap_or(1).max(1)
}
