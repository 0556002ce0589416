//! What holds for all files.

use super::sample::{diverse, samples};
use super::*;
use proptest::prelude::*;

fn canonical(instance: &Instance) -> Vec<u8> {
    let mut bytes = vec![];
    instance.canonical(|piece| bytes.extend_from_slice(piece));
    bytes
}

/// Text that is nearly a file: the words and marks of files, in any order.
fn nearly() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "mentee",
        "mentor",
        "score",
        "side",
        "id",
        "rank",
        "choice",
        "capacity",
        "minimum",
        "may_close",
        "scope",
        "group",
        "at_most",
        "reward",
        "programme",
        "yes",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        " ",
        "1",
        "-2",
        "0.5",
        "99999999999999999999",
        "é",
        "\u{feff}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Any bytes are read or refused.
    #[test]
    fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..200), text in nearly(), which in 0..8_u8) {
        for bytes in [bytes.as_slice(), text.as_bytes()] {
            let file = Source { name: "strange.csv", bytes };
            let strange = Some(file);
            let scores = Some(source("s.csv", "mentee,mentor,score\na,b,1\n"));
            let mut sources = Sources { scores, ..Sources::default() };
            match which {
                0 => sources.scores = strange,
                1 => sources.capacities = strange,
                2 => sources.preferences = strange,
                3 => sources.blocks = strange,
                4 => sources.pins = strange,
                5 => sources.groups = strange,
                6 => sources.quotas = strange,
                _ => drop(read_plan(&file)),
            }
            if let Err(fault) = read(&sources, Decimal::default()) {
                prop_assert!(fault.sentence().starts_with("strange.csv, line "));
            }
        }
    }

    /// The order of rows changes nothing that can be seen afterwards.
    #[test]
    fn row_order_means_nothing(sample in prop_oneof![samples(true, true), diverse()], turn in 0..50_usize) {
        let plain = sample.read().unwrap();
        let mut turned = sample;
        let files = [turned.scores.as_mut(), Some(&mut turned.capacities), turned.preferences.as_mut()];
        for rows in files.into_iter().flatten().chain([&mut turned.pins, &mut turned.blocks, &mut turned.groups, &mut turned.quotas]) {
            rows.reverse();
            let by = turn % rows.len().max(1);
            rows.rotate_left(by);
        }
        let turned = turned.read().unwrap();
        prop_assert_eq!(canonical(&plain), canonical(&turned));
        prop_assert_eq!(plain, turned);
    }

    /// What is written is read back as it was.
    #[test]
    fn reading_undoes_writing(ids in prop::collection::btree_set("\\PC{1,4}|[ ,\"\n\ra]{1,3}", 2..6), score in any::<i32>(), places in 0..7_u32) {
        let ids: Vec<String> = ids.into_iter().collect();
        let pairs: Vec<(u32, u32)> = (0..ids.len() as u32).map(|at| (at, ids.len() as u32 - 1 - at)).collect();
        let arc = |&(mentee, mentor): &(u32, u32)| matching::Arc { mentee, mentor, fit: i64::from(score) };
        let instance = Instance {
            mentees: ids.clone(),
            mentors: ids,
            scores: Some(pairs.iter().map(arc).collect()),
            places,
            ..Instance::default()
        };
        let text = plan_csv(&instance, &pairs);
        let rows = read_plan(&source("plan.csv", &text)).unwrap();
        prop_assert_eq!(pairs_of(&instance, &rows), Ok(pairs.clone()));
        let again = read(&Sources { scores: Some(source("plan.csv", &text)), ..Sources::default() }, Decimal::default());
        let again = again.unwrap();
        prop_assert_eq!((&again.mentees, &again.mentors), (&instance.mentees, &instance.mentors));
        for &(mentee, mentor) in &pairs {
            prop_assert_eq!(again.score(mentee, mentor), instance.score(mentee, mentor));
        }
    }

    #[test]
    fn decimals_are_read_as_they_are_written(units in any::<i64>(), places in 0..7_u32) {
        let number = Decimal::new(units, places);
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }
}

/// Groups and quotas are part of the input; a row for every mentor says what a row for each does.
#[test]
fn the_canonical_form_holds_the_quotas() {
    let bytes = |groups: &str, quotas: &str| {
        let scores = Some(source("s.csv", "mentee,mentor,score\na,x,1\nb,x,2\na,y,2\n"));
        let (groups, quotas) =
            (format!("id,group\n{groups}"), format!("scope,id,group,at_least,at_most,reward\n{quotas}"));
        let (groups, quotas) = (Some(source("g.csv", &groups)), Some(source("q.csv", &quotas)));
        canonical(
            &read(&Sources { scores, groups, quotas, ..Sources::default() }, Decimal::default()).unwrap(),
        )
    };
    let plain = bytes("a,m\nb,w\n", "mentor,,m,,1,2.5\n");
    assert_eq!(bytes("b,w\na,m\n", "mentor,y,m,0,1,2.50\nMENTOR,,m,0,1,2.5\n"), plain);
    assert_eq!(bytes("b,w\na,m\n", "mentor,y,m,0,1,2.5\nmentor,x,m,,1,2.5\n"), plain);
    assert_ne!(bytes("a,m\nb,w\n", "mentor,,m,,1,2\n"), plain);
    assert_ne!(bytes("a,m\nb,w\n", "mentor,,w,,1,2.5\n"), plain);
    assert_ne!(bytes("a,m\nb,w\n", "mentor,x,m,,1,2.5\n"), plain);
    assert_ne!(bytes("a,m\n", "mentor,,m,,1,2.5\n"), plain);
    assert_eq!(bytes("", ""), canonical(&scored("mentee,mentor,score\na,x,1\nb,x,2\na,y,2\n")));
}

/// Another fact, another hash; another way to state the same facts, the same hash.
#[test]
fn the_canonical_form_tells_facts_apart_and_not_their_form() {
    let bytes = |scores: &str, capacities: &str, unmatched: &str| {
        let capacities = Some(source("c.csv", capacities));
        let sources = Sources { scores: Some(source("s.csv", scores)), capacities, ..Sources::default() };
        canonical(&read(&sources, unmatched.parse().unwrap()).unwrap())
    };
    let (scores, capacities) = ("mentee,mentor,score\na,b,1\nc,b,20\n", "side,id,capacity\nmentor,b,2\n");
    let plain = bytes(scores, capacities, "0");
    assert_eq!(bytes("mentor,mentee,score\nb,c,20.0\r\nb,\"a\",01\n", capacities, "0"), plain);
    assert_eq!(bytes(scores, "side,id,capacity\nmentor,b,2\nmentee,a,1\n", "0"), plain);
    assert_eq!(bytes(scores, capacities, "0.25"), plain);
    assert_ne!(bytes("mentee,mentor,score\na,b,1\nc,b,21\n", capacities, "0"), plain);
    assert_ne!(bytes("mentee,mentor,score\na,b,0.1\nc,b,2\n", capacities, "0"), plain);
    assert_ne!(bytes(scores, "side,id,capacity\nmentor,b,3\n", "0"), plain);
    assert_ne!(bytes(scores, "side,id,capacity\nmentor,b,2\nmentee,d,1\n", "0"), plain);
}
