//! What is found on a board, and what filters promise.

use super::*;
use crate::board::Filter;
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
        meets: vec!["video".into()],
    }
}

fn mentor(number: u128, name: &str, team: &str, skills: &[&str], places: u32) -> MentorView {
    let traits = traits(team, skills);
    MentorView {
        id: id(number),
        person: line(name, team),
        offers: String::new(),
        places,
        more: 0,
        elsewhere: 0,
        active: true,
        traits,
    }
}

fn card(number: u128, name: &str, team: &str, skills: &[&str], with: Option<u128>) -> CardView {
    CardView {
        id: id(number),
        person: line(name, team),
        wish: String::new(),
        wishes: vec![],
        introduced: vec![],
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
    let numbers = |ids: Vec<ParticipationId>| ids.into_iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
    assert_eq!((numbers(all.mentors(query)), numbers(all.tray(query))), (mentors.to_vec(), tray.to_vec()));
}

#[test]
fn a_filter_finds_mentors_by_themselves_and_by_their_mentees_and_the_tray_too() {
    check(&query(&[]), &[2, 3, 1], &[13, 14]);
    check(&query(&[(By::Skill, "rust")]), &[1], &[13]);
    check(&query(&[(By::Skill, "rust"), (By::Skill, "sales")]), &[2, 3, 1], &[13, 14]);
    check(&query(&[(By::Skill, "sales"), (By::Team, "Payments")]), &[3], &[14]);
    check(&query(&[(By::Team, "Search")]), &[2, 1], &[]);
    check(&query(&[(By::Meets, "video"), (By::Team, "Search")]), &[2, 1], &[]);
    check(&query(&[(By::Meets, "in-person")]), &[], &[]);
    check(&BoardQuery { words: "SALES".into(), ..BoardQuery::default() }, &[2, 3], &[14]);
}

#[test]
fn what_a_mentor_has_leaves_the_tray_alone_and_how_one_waits_leaves_the_mentors() {
    check(&query(&[(By::Has, "free")]), &[1], &[13, 14]);
    check(&query(&[(By::Has, "full")]), &[2, 3], &[13, 14]);
    check(&query(&[(By::Has, "low")]), &[2, 1], &[13, 14]);
    check(&query(&[(By::Waits, "impossible")]), &[2, 3, 1], &[13]);
    assert_eq!(Filter::new(By::Has, "wings"), None);
    assert_eq!(Filter::new(By::Meets, "by owl"), None);
}

#[test]
fn both_sides_are_put_in_order() {
    let by = |sort, tray_sort| BoardQuery { sort, tray_sort, ..BoardQuery::default() };
    check(&by(Sort::Places, TraySort::Name), &[1, 2, 3], &[14, 13]);
    check(&by(Sort::Team, TraySort::Hardest), &[3, 1, 2], &[13, 14]);
    check(&by(Sort::Name, TraySort::Team), &[2, 3, 1], &[13, 14]);
}

#[test]
fn an_order_with_groups_has_a_heading_above_the_first_of_each() {
    let heads = |tray_sort| {
        let query = BoardQuery { tray_sort, ..BoardQuery::default() };
        let (mentors, mut cards) = board();
        cards.push(card(15, "Ines", "", &[], None));
        let all = Everybody::new(&mentors, &cards);
        let heads = all.heads(&all.tray(&query), &query);
        let mut heads: Vec<_> = heads.into_iter().map(|(id, head)| (id.0.as_u128(), head)).collect();
        heads.sort();
        heads
    };
    let named =
        |all: &[(u128, &str)]| all.iter().map(|(id, head)| (*id, (*head).to_owned())).collect::<Vec<_>>();
    assert_eq!(heads(TraySort::Waiting), named(&[]));
    assert_eq!(heads(TraySort::Team), named(&[(13, "Data"), (14, "Payments"), (15, "No team")]));
    assert_eq!(
        heads(TraySort::Hardest),
        named(&[(13, "No mentor is possible"), (14, "One to three mentors are possible")])
    );
}

proptest! {
    /// What a facet promises is what choosing it alone of its kind leaves.
    #[test]
    fn a_facet_leaves_as_many_as_it_says(on in prop::collection::vec((0..6usize, 0..4usize), 0..4)) {
        const VALUES: [&[&str]; 6] = [
            &["rust", "design", "sales", "law"],
            &["Payments", "Search", "Data", "Law"],
            &["english", "german", "dutch", "thai"],
            &["video", "in-person", "either", "video"],
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
