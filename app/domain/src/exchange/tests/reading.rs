//! What files may look like, and what is said about those that may not.

use super::*;

const SCORES: &str = "mentee,mentor,score\nann,bob,1\ncat,bob,2\n";

/// Each form of one small file says the same as the plain one.
#[test]
fn form_means_nothing() {
    let plain = scored("mentee,mentor,score\nann,bob,1.5\n\"o,\"\"k\",bob,-2\n");
    for text in [
        "\u{feff}mentee,mentor,score\r\nann,bob,1.5\r\n\"o,\"\"k\",bob,-2\r\n",
        "score,mentee,mentor\n-2,\"o,\"\"k\",bob\n1.5,ann,bob",
        " Mentee , MENTOR , score \n\n  ann ,\tbob , +1.50\n \"o,\"\"k\" , \"bob\" , -2.000\n\n",
        "\"mentee\",\"mentor\",\"score\"\n\"ann\",\"bob\",\"1.5\"\n\"o,\"\"k\",\"bob\",\"-2\"\n",
    ] {
        assert_eq!(scored(text), plain, "{text}");
    }
    assert_eq!(plain.mentees, ["ann", "o,\"k"]);
    assert_eq!(plain.places, 1);
}

#[test]
fn ids_are_any_text() {
    let text = "mentee,mentor,score\n\"two\nlines\",Žofie,1\n\" spaced \",Žofie,2\na\"b,'c',3\n";
    let instance = scored(text);
    assert_eq!(instance.mentees, [" spaced ", "a\"b", "two\nlines"]);
    assert_eq!(instance.mentors, ["'c'", "Žofie"]);
    let plan = plan_csv(&instance, &[(0, 1), (1, 0), (2, 1)]);
    let rows = read_plan(&source("plan.csv", &plan)).unwrap();
    assert_eq!(pairs_of(&instance, &rows), Ok(vec![(0, 1), (1, 0), (2, 1)]));
}

#[track_caller]
fn check(sources: Sources, expect: &str) {
    let said = read(&sources, Decimal::default()).err().map(|fault| fault.sentence());
    assert_eq!(said.as_deref(), Some(expect));
}

#[track_caller]
fn check_scores(text: &str, expect: &str) {
    check(Sources { scores: Some(source("s.csv", text)), ..Sources::default() }, expect);
}

#[test]
fn scores_that_cannot_be_taken_are_named_with_their_line() {
    check_scores("", "s.csv, line 1: the file is empty; its first line names the columns.");
    check_scores("mentee,mentor\n", "s.csv, line 1: the column \"score\" is missing.");
    check_scores("mentee,mentor,score,score\n", "s.csv, line 1: the column \"score\" is there twice.");
    check_scores("mentee,mentor,fit\n", "s.csv, line 1: there is no column \"fit\" in this kind of file.");
    let line = |row: &str| format!("mentee,mentor,score\n\nann,bob,1\n{row}\n");
    let bad = "is not a score. Write an integer, or a decimal of at most six places.";
    for given in ["1,5", "x", "1e3", "1.2.3", "-", ".", "0.1234567", "٣", "0x1", "1 2"] {
        let quoted = format!("cat,bob,\"{given}\"");
        check_scores(&line(&quoted), &format!("s.csv, line 4: \"{given}\" {bad}"));
    }
    check_scores(&line("cat,bob,"), "s.csv, line 4: \"score\" is empty.");
    check_scores(&line("cat,bob"), "s.csv, line 4: \"score\" is empty.");
    check_scores(&line(",bob,1"), "s.csv, line 4: \"mentee\" is empty.");
    check_scores(&line("cat,\"\",1"), "s.csv, line 4: \"mentor\" is empty.");
    check_scores(&line("ann,bob,1.0"), "s.csv, line 4: the pair ann, bob is there twice.");
    let many = "s.csv, line 4: there are more fields than columns. Put a field that holds a comma in quotation marks.";
    check_scores(&line("cat,bob,1,5"), many);
    check_scores(&line("\"cat,bob,1"), "s.csv, line 4: a quotation mark is opened and not closed.");
    check_scores(&line("\"cat\"x,bob,1"), "s.csv, line 4: there is text after a closing quotation mark.");
    let large = "9223372036854775808";
    check_scores(
        &line(&format!("cat,bob,{large}")),
        &format!("s.csv, line 4: {large} is too large to compute with exactly."),
    );
    let tight = "9223372036854775807";
    check_scores(
        &line(&format!("cat,bob,{tight}\ncat,dan,0.5")),
        &format!("s.csv, line 4: {tight} is too large to compute with exactly."),
    );
    let bytes = b"mentee,mentor,score\nann,b\xffb,1\n";
    let scores = Some(Source { name: "s.csv", bytes });
    check(Sources { scores, ..Sources::default() }, "s.csv, line 2: the file is not UTF-8 text.");
}

#[test]
fn other_files_that_cannot_be_taken_are_named_with_their_line() {
    let scores = Some(source("s.csv", SCORES));
    let capacities = |text: &str, expect: &str| {
        let text = format!("side,id,capacity,minimum,may_close\n{text}\n");
        let capacities = Some(source("c.csv", &text));
        check(Sources { scores, capacities, ..Sources::default() }, &format!("c.csv, line 2: {expect}"));
    };
    capacities("boss,bob,1", "\"boss\" is not a side. Write mentor or mentee.");
    capacities("mentor,,1", "\"id\" is empty.");
    capacities("mentor,bob,-1", "a number of places cannot be below 0, and this is -1.");
    capacities("mentor,bob,2.5", "\"2.5\" is not a number of places. Write 0 or a whole number above it.");
    capacities("mentor,bob,4294967296", "4294967296 is too large to compute with exactly.");
    capacities("mentor,bob,1,2", "the minimum 2 is above the capacity 1.");
    capacities("mentor,bob,2,2,maybe", "\"maybe\" is neither yes nor no.");
    let twice = "mentor,bob,1\nmentee,bob,1\nmentor,bob,1";
    let text = format!("side,id,capacity\n{twice}\n");
    let expect = "c.csv, line 4: bob has a capacity already.";
    check(Sources { scores, capacities: Some(source("c.csv", &text)), ..Sources::default() }, expect);

    let preferences = |text: &str, expect: &str| {
        let text = format!("side,id,rank,choice\n{text}\n");
        let preferences = Some(source("p.csv", &text));
        check(Sources { scores, preferences, ..Sources::default() }, expect);
    };
    preferences("mentee,ann,1st,bob", "p.csv, line 2: \"1st\" is not a rank. Write a whole number.");
    preferences("mentee,ann,,bob", "p.csv, line 2: \"rank\" is empty.");
    preferences(
        "mentee,ann,1,bob\nmentor,bob,1,ann\nmentee,ann,2,bob",
        "p.csv, line 4: ann lists bob twice.",
    );

    let pairs = |pins: &str, blocks: &str, expect: &str| {
        let pins = format!("mentee,mentor\n{pins}\n");
        let blocks = format!("mentee,mentor\n{blocks}\n");
        let (pins, blocks) = (Some(source("pins.csv", &pins)), Some(source("blocks.csv", &blocks)));
        check(Sources { scores, pins, blocks, ..Sources::default() }, expect);
    };
    pairs("eve,bob", "", "pins.csv, line 2: there is no mentee eve.");
    pairs("", "ann,eve", "blocks.csv, line 2: there is no mentor eve.");
    pairs("ann,bob\nann,bob", "", "pins.csv, line 3: the pair ann, bob is there twice.");
    pairs("ann,bob", "cat,bob\nann,bob", "pins.csv, line 2: ann and bob are pinned and blocked.");
    pairs(
        "cat,bob\nann,bob",
        "",
        "pins.csv, line 3: this pin is one more than the 1 that bob has places for.",
    );
}

#[test]
fn groups_and_quotas_that_cannot_be_taken_are_named_with_their_line() {
    let scores = Some(source("s.csv", SCORES));
    let groups = |text: &str, expect: &str| {
        let text = format!("id,group\n{text}\n");
        check(Sources { scores, groups: Some(source("g.csv", &text)), ..Sources::default() }, expect);
    };
    groups("ann,m\nbob,m", "g.csv, line 3: there is no mentee bob.");
    groups(
        "ann,m\nann,w",
        "g.csv, line 3: ann has a group already. Where two attributes count, name a group for each combination.",
    );
    let quotas = |text: &str, expect: &str| {
        let text = format!("scope,id,group,at_least,at_most,reward\nmentor,,m,,9,\n{text}\n");
        let (groups, quotas) =
            (Some(source("g.csv", "id,group\nann,m\ncat,\n")), Some(source("q.csv", &text)));
        let expect = format!("q.csv, line 3: {expect}");
        check(Sources { scores, groups, quotas, ..Sources::default() }, &expect);
    };
    quotas("everybody,,m", "\"everybody\" is not a scope. Write mentor or programme.");
    quotas(",,m", "\"scope\" is empty.");
    quotas("mentor,bob,", "\"group\" is empty.");
    quotas("mentor,ann,m", "there is no mentor ann.");
    quotas("mentor,bob,w", "no mentee is in the group w.");
    quotas("mentor,,m,1", "there is a quota for m in the same scope already.");
    quotas("programme,bob,m", "a quota of the programme is for nobody alone. Leave bob out.");
    quotas("programme,,m,2,1", "at_least is 2, which is above at_most, 1.");
    quotas("programme,,m,-1", "a number of places cannot be below 0, and this is -1.");
    quotas("programme,,m,,,1 2", "the rewards 1 2 rise. Write each no higher than the one before.");
    quotas(
        "programme,,m,,,much",
        "\"much\" is not a reward. Write an integer, or a decimal of at most six places, or several with spaces between them.",
    );
    quotas(
        "programme,,m,,,9223372036854775807.5",
        "9223372036854775807.5 is too large to compute with exactly.",
    );
}

/// Why there is no diverse plan, in words.
#[test]
fn quotas_without_a_plan_are_explained() {
    let check = |capacities: &str, quotas: &str, expect: &str| {
        let scores = Some(source("s.csv", "mentee,mentor,score\nann,bob,1\ncat,bob,2\ncat,dan,2.5\n"));
        let groups = Some(source("g.csv", "id,group\nann,m\ncat,w\n"));
        let quotas = format!("scope,id,group,at_least,at_most,reward\n{quotas}\n");
        let capacities = format!("side,id,capacity,minimum,may_close\n{capacities}\n");
        let (quotas, capacities) = (Some(source("q.csv", &quotas)), Some(source("c.csv", &capacities)));
        let sources = Sources { scores, capacities, groups, quotas, ..Sources::default() };
        let instance = read(&sources, Decimal::default()).unwrap();
        let question = Question { objective: Objective::Diverse, ..Question::default() };
        let cause = Task::new(&instance, &question).and_then(|task| task.solve(&instance)).unwrap_err();
        let fault = cause.fault(&sources, &instance).map(|fault| fault.sentence());
        assert_eq!(fault.unwrap_or_else(|| cause.sentence(&instance)), expect);
    };
    check(
        "",
        "mentor,,m,1,,",
        "the quotas for m with bob, m with dan cannot be kept: with the minimums and pins beside them they need 2 pairs where only 1 are possible.",
    );
    check(
        "",
        "mentor,bob,m,1,,\nmentor,bob,w,1,,",
        "the quotas for m with bob, w with bob cannot be kept: with the minimums and pins beside them they need 2 pairs where only 1 are possible.",
    );
    check(
        "",
        "programme,,m,2,,",
        "the quotas for m in the programme cannot be kept: with the minimums and pins beside them they need 2 pairs where only 1 are possible.",
    );
    check(
        "mentor,dan,2,2,yes",
        "",
        "c.csv, line 2: dan may close, which this objective cannot weigh. Leave may_close out, or ask for another objective.",
    );
    let much = "922337203685477580.0";
    check(
        "mentee,cat,2",
        &format!("mentor,,w,,,{much}"),
        &format!("q.csv, line 2: {much} is too large to compute with exactly."),
    );
}

#[test]
fn a_pin_must_be_an_allowed_pair() {
    let text = "mentee,mentor,score\nann,bob,1\ncat,dan,2\n";
    let pins = Some(source("pins.csv", "mentee,mentor\nann,dan\n"));
    let expect = "pins.csv, line 2: ann and dan are pinned, but they are not an allowed pair: they have no score, or one of \
                  them does not list the other.";
    check(Sources { scores: Some(source("s.csv", text)), pins, ..Sources::default() }, expect);
    let preferences = Some(source("p.csv", "side,id,rank,choice\nmentee,ann,1,dan\nmentor,bob,1,ann\n"));
    check(Sources { preferences, pins, ..Sources::default() }, expect);
}

#[test]
fn numbers_keep_their_places() {
    let check = |given: &str, units: i64, places: u32, written: &str| {
        let number: Decimal = given.parse().unwrap();
        assert_eq!((number.units, number.places, number.to_string().as_str()), (units, places, written));
    };
    check("0", 0, 0, "0");
    check("-0.000", 0, 0, "0");
    check("+12", 12, 0, "12");
    check("1.50", 15, 1, "1.5");
    check("-.000001", -1, 6, "-0.000001");
    check("5.", 5, 0, "5");
    check("9223372036854775807", i64::MAX, 0, "9223372036854775807");
    check("-9223372036854775808", i64::MIN, 0, "-9223372036854775808");
    assert_eq!("92233720368547758070".parse::<Decimal>(), Err(NotDecimal::Overflow));
}
