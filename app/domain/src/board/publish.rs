//! Which pairs are published, and what each person is told of them.

use super::{Board, Card, Event, Fits, Names, PreviewMessage, PublishPreview, Refusal, Stage};
use crate::mail::Letter;
use crate::person::PersonLine;
use crate::programme::Acceptance;
use crate::text::board as words;
use crate::{ParticipationId, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A pair as somebody has seen it, `MENTEE@MENTOR` in forms. Where the mentee is with somebody else by now, it is another
/// pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pair {
    pub mentee: ParticipationId,
    pub mentor: ParticipationId,
}

impl TryFrom<String> for Pair {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let parse = || {
            let (mentee, mentor) = text.split_once('@')?;
            Some(Self { mentee: mentee.parse().ok()?, mentor: mentor.parse().ok()? })
        };
        let pair = parse();
        pair.ok_or(text)
    }
}

impl From<Pair> for String {
    fn from(pair: Pair) -> Self {
        format!("{}@{}", pair.mentee, pair.mentor)
    }
}

/// What the form before publishing holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishForm {
    /// The pairs that are ticked.
    pub pairs: Vec<Pair>,
    /// Not empty where somebody without script only asks what would be sent for them.
    pub look: String,
    /// [`PublishForm::LATER`], or anything else for now.
    pub when: String,
    /// The date and the time, as somebody's clock shows them.
    pub at: String,
}

impl PublishForm {
    /// The word for a publication at a date and a time.
    pub const LATER: &'static str = "later";
}

/// What has become of a pair that somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedPair {
    pub mentee: ParticipationId,
    pub now: PairNow,
}

/// Where the mentee of a changed pair is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PairNow {
    With(ParticipationId),
    Tray,
    /// Published already.
    Published,
    /// Not part of the plan any more.
    Gone,
}

impl ChangedPair {
    /// "Priya is with Greta now".
    pub fn sentence(&self, names: &dyn Names) -> String {
        let name = |id, else_: &'static str| names.participant(id).unwrap_or_else(|| else_.to_owned());
        let mentee = name(self.mentee, words::this_mentee());
        match self.now {
            PairNow::With(mentor) => words::pair_moved(mentee, name(mentor, words::this_mentor())),
            PairNow::Tray => words::pair_in_tray(mentee),
            PairNow::Published => words::pair_published(mentee),
            PairNow::Gone => words::pair_gone(mentee),
        }
    }
}

/// The pairs of `chosen` that are still drafts, and what has become of the others.
pub fn sort_out(board: &Board, chosen: &[Pair]) -> (BTreeSet<Pair>, Vec<ChangedPair>) {
    let (mut same, mut changed) = (BTreeSet::new(), vec![]);
    for pair in chosen {
        let now = match board.cards.get(&pair.mentee) {
            Some(Card { stage: Stage::Proposed | Stage::AtWork, .. }) => PairNow::Published,
            Some(Card { active: true, place, .. }) => place.mentor.map_or(PairNow::Tray, PairNow::With),
            _ => PairNow::Gone,
        };
        if now == PairNow::With(pair.mentor) {
            same.insert(*pair);
        } else {
            changed.push(ChangedPair { mentee: pair.mentee, now });
        }
    }
    (same, changed)
}

/// Why a pair cannot be published, whoever else is; none where it can.
pub fn flaw(board: &Board, pair: Pair, fits: &dyn Fits) -> Option<Refusal> {
    let Pair { mentee, mentor } = pair;
    match board.mentors.get(&mentor) {
        None => Some(Refusal::NotOnBoard),
        Some(at) if !at.active => Some(Refusal::Withdrawn { who: mentor }),
        Some(_) => {
            let rule = board.fit(mentee, mentor, fits).err()?;
            Some(Refusal::Forbidden { mentee, mentor, rule })
        }
    }
}

/// Publishes every draft.
pub(super) fn publish_all(board: &Board, fits: &dyn Fits) -> Result<Vec<Event>, Refusal> {
    let pairs: BTreeSet<_> = board.drafts().map(|(mentee, mentor)| Pair { mentee, mentor }).collect();
    if pairs.is_empty() {
        let published = board.cards.values().any(|card| card.stage != Stage::Open);
        return Err(if published { Refusal::AlreadyPublished } else { Refusal::NothingToPublish });
    }
    publish(board, &pairs, fits)
}

/// Publishes what was chosen, where all of it is as it was seen.
pub(super) fn publish_chosen(board: &Board, chosen: &[Pair], fits: &dyn Fits) -> Result<Vec<Event>, Refusal> {
    if chosen.is_empty() {
        return Err(Refusal::NothingChosen);
    }
    let (pairs, changed) = sort_out(board, chosen);
    if !changed.is_empty() {
        return Err(Refusal::PairsChanged { changed });
    }
    publish(board, &pairs, fits)
}

fn publish(board: &Board, pairs: &BTreeSet<Pair>, fits: &dyn Fits) -> Result<Vec<Event>, Refusal> {
    for pair in pairs {
        if let Some(flaw) = flaw(board, *pair, fits) {
            return Err(flaw);
        }
    }
    match overfull(board, pairs).first() {
        Some(&(mentor, places)) => Err(Refusal::MentorFull { mentor, places }),
        None => Ok(vec![Event::Published(pairs.iter().map(|pair| (pair.mentee, pair.mentor)).collect())]),
    }
}

impl Board {
    /// Mentors who have more mentees than places, as places were taken or given up since: it cannot all be published.
    pub fn overfull(&self) -> Vec<ParticipationId> {
        let pairs = self.drafts().map(|(mentee, mentor)| Pair { mentee, mentor }).collect();
        overfull(self, &pairs).into_iter().map(|(mentor, _)| mentor).collect()
    }
}

/// Mentors who would have more mentees than places, with these. Drafts that are left out take no place.
pub(super) fn overfull(board: &Board, pairs: &BTreeSet<Pair>) -> Vec<(ParticipationId, u32)> {
    let mut loads: BTreeMap<ParticipationId, u32> = BTreeMap::new();
    for mentor in pairs.iter().map(|pair| pair.mentor) {
        *loads.entry(mentor).or_default() += 1;
    }
    for card in board.cards.values().filter(|card| card.stage != Stage::Open) {
        if let Some(load) = card.place.mentor.and_then(|mentor| loads.get_mut(&mentor)) {
            *load += 1;
        }
    }
    let places = |mentor: ParticipationId| board.mentors.get(&mentor).map_or(0, |at| at.places);
    let over = loads.into_iter().filter(|(mentor, load)| *load > places(*mentor));
    over.map(|(mentor, _)| (mentor, places(mentor))).collect()
}

/// What one person is told of: the names of those whom they would mentor, and of those who would mentor them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub person: PersonLine,
    pub mentees: Vec<String>,
    pub mentors: Vec<String>,
    /// The places of these pairs in the list that was asked about.
    pub pairs: Vec<usize>,
}

/// Who is told of `pairs`, which are mentee and mentor each: every person once, by name.
pub fn told<'a>(pairs: impl IntoIterator<Item = (&'a PersonLine, &'a PersonLine)>) -> Vec<Told> {
    let mut told: BTreeMap<(&str, PersonId), Told> = BTreeMap::new();
    for (at, (mentee, mentor)) in pairs.into_iter().enumerate() {
        for (one, other, mentors) in [(mentee, mentor, false), (mentor, mentee, true)] {
            let entry = told.entry((&one.name, one.id)).or_insert_with(|| Told {
                person: one.clone(),
                mentees: vec![],
                mentors: vec![],
                pairs: vec![],
            });
            let names = if mentors { &mut entry.mentees } else { &mut entry.mentors };
            names.push(other.name.clone());
            entry.pairs.push(at);
        }
    }
    told.into_values().collect()
}

impl PublishPreview {
    /// What is sent where only the pairs of the mentees whom `chosen` names are published.
    pub fn messages(&self, chosen: impl Fn(ParticipationId) -> bool) -> Vec<PreviewMessage> {
        let pairs = || {
            let chosen = self.pairs.iter().filter(|one| chosen(one.pair.mentee));
            chosen.map(|one| (&one.mentee, &one.mentor))
        };
        if self.acceptance == Acceptance::Nobody {
            let both = pairs().flat_map(|(one, other)| [(one, other), (other, one)]);
            let begun = both.map(|(person, other)| {
                let others = vec![other.name.clone()];
                let (programme, link) = (self.programme.clone(), self.link.clone());
                self.message(person.clone(), &Letter::MentorshipBegun { programme, others, link })
            });
            return begun.collect();
        }
        let proposed = told(pairs()).into_iter().map(|told| {
            let letter = Letter::Proposal {
                programme: self.programme.clone(),
                mentees: told.mentees,
                mentors: told.mentors,
                until: self.until.clone(),
                joins: self.joining.contains(&told.person.id),
                link: self.link.clone(),
            };
            self.message(told.person, &letter)
        });
        proposed.collect()
    }

    fn message(&self, person: PersonLine, letter: &Letter) -> PreviewMessage {
        let rendered = letter.render(&person.name);
        let by_mail = self.mailed.contains(&person.id);
        PreviewMessage { person, by_mail, subject: rendered.subject, text: rendered.text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MatchPlanId;
    use crate::board::{Command, Mentor, Place, apply, decide};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(number: u128) -> ParticipationId {
        ParticipationId(Uuid::from_u128(number))
    }

    fn pair(mentee: u128, mentor: u128) -> Pair {
        Pair { mentee: id(mentee), mentor: id(mentor) }
    }

    /// Mentors 10 and 11 with two places each; mentees 1 to 4 with them, two each.
    fn board() -> Board {
        let mut board = Board::empty(MatchPlanId(Uuid::nil()));
        for mentor in [10, 11] {
            board.mentors.insert(id(mentor), Mentor { places: 2, elsewhere: 0, active: true });
        }
        for mentee in 1..5 {
            let place = Place { mentor: Some(id(10 + (mentee - 1) / 2)), pinned: false };
            board.cards.insert(id(mentee), Card { place, ..Card::default() });
        }
        board
    }

    fn anybody(_: ParticipationId, _: ParticipationId) -> Result<i64, crate::criteria::Rule> {
        Ok(500_000)
    }

    #[test]
    fn a_pair_says_itself_in_a_form() {
        let one = pair(1, 10);
        assert_eq!(Pair::try_from(String::from(one)), Ok(one));
        assert!(Pair::try_from("1@10".to_owned()).is_err());
    }

    #[test]
    fn who_is_left_out_stays_a_draft() {
        let mut board = board();
        let pairs = vec![pair(1, 10), pair(4, 11)];
        let events = decide(&board, &Command::PublishPairs { pairs }, None, &anybody).unwrap();
        events.iter().for_each(|event| apply(&mut board, event, None));
        let left: Vec<_> = board.drafts().map(|(mentee, _)| mentee).collect();
        assert_eq!(left, [id(2), id(3)]);
    }

    #[test]
    fn a_pair_that_has_changed_stops_it_and_is_named() {
        let mut board = board();
        board.cards.insert(id(2), Card::default());
        if let Some(card) = board.cards.get_mut(&id(3)) {
            card.stage = Stage::Proposed;
        }
        board.cards.remove(&id(4));
        let pairs = vec![pair(1, 11), pair(2, 10), pair(3, 11), pair(4, 11)];
        let refusal = decide(&board, &Command::PublishPairs { pairs }, None, &anybody).unwrap_err();
        let now = |mentee, now| ChangedPair { mentee: id(mentee), now };
        let changed = vec![
            now(1, PairNow::With(id(10))),
            now(2, PairNow::Tray),
            now(3, PairNow::Published),
            now(4, PairNow::Gone),
        ];
        assert_eq!(refusal, Refusal::PairsChanged { changed });
        assert_eq!(
            decide(&board, &Command::PublishPairs { pairs: vec![] }, None, &anybody),
            Err(Refusal::NothingChosen)
        );
    }

    #[test]
    fn drafts_that_are_left_out_take_no_place() {
        let mut board = board();
        board.mentors.insert(id(10), Mentor { places: 1, elsewhere: 0, active: true });
        let publish = |pairs| decide(&board, &Command::PublishPairs { pairs }, None, &anybody);
        assert_eq!(
            publish(vec![pair(1, 10), pair(2, 10)]),
            Err(Refusal::MentorFull { mentor: id(10), places: 1 })
        );
        assert!(publish(vec![pair(1, 10)]).is_ok());
    }

    proptest! {
        #[test]
        fn exactly_what_was_chosen_is_published(mask in prop::collection::vec(any::<bool>(), 4), moved in 0..5_u128) {
            let mut board = board();
            let all = [pair(1, 10), pair(2, 10), pair(3, 11), pair(4, 11)];
            let pairs: Vec<Pair> = all.into_iter().zip(&mask).filter(|(_, on)| **on).map(|(one, _)| one).collect();
            if let Some(card) = board.cards.get_mut(&id(moved)) {
                card.place = Place::TRAY;
            }
            let stale = pairs.iter().any(|one| one.mentee == id(moved));
            match decide(&board, &Command::PublishPairs { pairs: pairs.clone() }, None, &anybody) {
                Ok(events) => {
                    prop_assert!(!stale && !pairs.is_empty());
                    let published: Vec<_> = pairs.iter().map(|one| (one.mentee, one.mentor)).collect();
                    prop_assert_eq!(events, vec![Event::Published(published)]);
                }
                Err(_) => prop_assert!(stale || pairs.is_empty()),
            }
        }

        #[test]
        fn everybody_is_told_once_of_all_their_pairs(pairs in prop::collection::vec((0..6_u128, 0..6_u128), 0..12)) {
            let line = |number: u128| PersonLine::new(PersonId(Uuid::from_u128(number)), &format!("P{number}"), "", "");
            let lines: Vec<_> = pairs.iter().map(|(mentee, mentor)| (line(*mentee), line(10 + mentor))).collect();
            let told = told(lines.iter().map(|(mentee, mentor)| (mentee, mentor)));
            let people: BTreeSet<_> = told.iter().map(|one| one.person.id).collect();
            prop_assert_eq!(people.len(), told.len());
            let said: usize = told.iter().map(|one| one.mentees.len() + one.mentors.len()).sum();
            prop_assert_eq!(said, 2 * pairs.len());
        }
    }
}
