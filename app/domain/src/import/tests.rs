//! Whole lists, from text to what an import would do.

use super::draft::{Draft, Reading};
use super::guess::{Mapping, guess, parse_choice};
use super::plan::{Known, Options, Plan, Standing, plan_changes};
use super::table::{self, Table};
use super::zone::Zones;
use super::{Field, Full, Reason, Refusal};
use crate::person::{Employment, Meeting, Profile, Skill};
use crate::{PersonId, Role};
use proptest::prelude::*;

const ZONES: [&str; 4] = ["Europe/Berlin", "Asia/Kolkata", "America/New_York", "Etc/UTC"];

fn zones() -> Zones {
    Zones::new(ZONES.into_iter())
}

fn table(text: &str) -> Table {
    table::read(text).expect("a list")
}

/// What the columns of `headings` over `rows` are guessed to hold.
fn check_guess(text: &str, expect: &[Field]) {
    assert_eq!(guess(&table(text), &zones()).0, expect, "{text}");
}

fn read_as(text: &str, role: Option<Role>) -> Reading {
    let table = table(text);
    let mapping = guess(&table, &zones());
    let role = role.or(mapping.suggested_role(""));
    super::draft::read(&table, &mapping, role, &zones()).expect("a mapping")
}

fn read(text: &str) -> Reading {
    read_as(text, None)
}

fn reasons(reading: &Reading) -> Vec<(u32, Reason)> {
    reading.refused.iter().map(|remark| (remark.row, remark.reason.clone())).collect()
}

const PART: Options = Options { overwrite: false, full: Full::Part };

fn plan(reading: Reading, known: &[Known], options: Options) -> Plan {
    plan_changes(reading, known, |field| field.label().to_owned(), options)
}

#[test]
fn separators_and_line_ends_are_found() {
    for text in [
        "Name,Email\nAda,a@x.org\nBob,b@x.org",
        "Name;Email\r\nAda;a@x.org\r\nBob;b@x.org\r\n",
        "Name\tEmail\rAda\ta@x.org\rBob\tb@x.org\r",
        "Name|Email\n\"Ada\"|a@x.org\n\"Bob\"| \"b@x.org\"\n\n\n",
        "sep=;\nName;Email\nAda;a@x.org\nBob;b@x.org",
        "\u{feff}Name;Email\nAda;a@x.org\n;\nBob;b@x.org",
        "People of 2026\n\nName;Email\nAda;a@x.org\nBob;b@x.org",
        "Name;Email;;\nAda;a@x.org;;\nBob;b@x.org;;",
    ] {
        let table = table(text);
        assert_eq!(table.headings, ["Name", "Email"], "{text}");
        let cells: Vec<Vec<&str>> =
            table.rows.iter().map(|row| row.cells.iter().take(2).map(|cell| cell.trim()).collect()).collect();
        assert_eq!(cells, [["Ada", "a@x.org"], ["Bob", "b@x.org"]], "{text}");
    }
}

#[test]
fn rows_are_counted_as_a_spreadsheet_shows_them() {
    let table = table("Name,Email\n\nAda,\"a\n@x.org\"\n,\nBob,b@x.org");
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn what_is_no_list_is_refused_with_the_reason() {
    let many = format!("Name,Email\n{}", "a,a@x.org\n".repeat(table::MOST_ROWS + 1));
    let wide = vec!["h"; table::MOST_COLUMNS + 1].join("1,");
    for (text, expect) in [
        ("", Refusal::Empty),
        (" \n\r\n ", Refusal::Empty),
        (",,,\n,,", Refusal::Empty),
        ("Name,Email\n", Refusal::OnlyHeadings),
        ("Name,Email\n,\n", Refusal::OnlyHeadings),
        ("Ada,a@x.org\nBob,b@x.org", Refusal::NoHeadings),
        ("Name,Email, email \nAda,a@x.org,", Refusal::HeadingTwice { heading: "email".into(), first: 2, second: 3 }),
        ("Name,Email\nAda,\"a@x.org\nBob,b@x.org", Refusal::UnclosedQuote { row: 2 }),
        (&many, Refusal::TooManyRows { limit: table::MOST_ROWS }),
        (&wide, Refusal::TooManyColumns { limit: table::MOST_COLUMNS }),
    ] {
        assert_eq!(table::read(text).err(), Some(expect), "{}", text.chars().take(60).collect::<String>());
    }
}

#[test]
fn columns_are_guessed_from_headings_and_cells() {
    use Field::*;
    check_guess(
        "Vorname;Name;E-Mail;Rolle\nAda;L;a@x.org;Mentor:in\n",
        &[FirstName, LastName, Email, Role],
    );
    check_guess("Nombre;Apellidos;Correo;Rol\nAda;L;a@x.org;Ingeniera", &[FirstName, LastName, Email, Job]);
    check_guess("Nom,Prénom,Courriel\nL,Ada,a@x.org", &[LastName, FirstName, Email]);
    check_guess("ID,Name,Contact\n1,Ada,a@x.org\n2,Bob,b@x.org", &[Ignore, Name, Email]);
    check_guess("ID,Name,Mail\n71,Ada,a@x.org\n72,Bob,b@x.org", &[ExternalId, Name, Email]);
    check_guess("Name,Mail,Manager,Manager email\nAda,a@x.org,Bob,b@x.org", &[Name, Email, Ignore, Manager]);
    check_guess("Name,Mail,Mentor,Mentee\nAda,a@x.org,x,\nBob,b@x.org,x,ja", &[Name, Email, Mentor, Mentee]);
    check_guess("Name,Mail,Mentor\nAda,a@x.org,Bob Miller", &[Name, Email, Ignore]);
    check_guess("Name,Mail,City,Country\nAda,a@x.org,Bonn,DE", &[Name, Email, Location, Location]);
    check_guess("Name,Mail,Skill 1,Skill 2\nAda,a@x.org,a,b", &[Name, Email, Skills, Skills]);
    check_guess("Name,Mail,Skills,Wants to learn\nAda,a@x.org,a,b", &[Name, Email, SkillsOffered, SkillsWanted]);
    check_guess("Full name,First name,Last name,Email\nA L,A,L,a@x.org", &[Ignore, FirstName, LastName, Email]);
    check_guess("Wer,Wo,Was\nAda,Europe/Berlin,a@x.org\n", &[Ignore, TimeZone, Email]);
    check_guess("Voornaam;Tussenvoegsel;Achternaam;E-mail\nA;van;B;a@x.org", &[FirstName, LastName, LastName, Email]);
}

#[test]
fn a_choice_takes_the_field_from_the_guess() {
    let table = table("Name,Mail,Work mail\nAda,a@x.org,b@x.org");
    let mut mapping = guess(&table, &zones());
    assert_eq!(mapping.0, [Field::Name, Field::Email, Field::Ignore]);
    let choice = parse_choice("work MAIL=email").expect("a choice");
    mapping.choose(&table.headings, &[choice]).expect("a mapping");
    assert_eq!(mapping.0, [Field::Name, Field::Ignore, Field::Email]);
    let remembered = Mapping::remembered(&table.headings, &mapping.to_remember(&table.headings));
    assert_eq!(remembered, mapping);
    let unknown = mapping.choose(&table.headings, &[("Nowhere".into(), Field::Job)]);
    assert_eq!(unknown, Err(Refusal::UnknownHeading { heading: "Nowhere".into() }));
    assert_eq!(parse_choice("Mail=post"), Err(Refusal::UnknownField { word: "post".into() }));
    assert_eq!(parse_choice("Mail"), Err(Refusal::NotAMapping { text: "Mail".into() }));
    let twice = mapping.choose(&table.headings, &[("Mail".into(), Field::Email), ("Work mail".into(), Field::Email)]);
    assert!(matches!(twice, Err(Refusal::FieldTwice { .. })), "{twice:?}");
    assert_eq!(Mapping(vec![Field::Name]).check(&table.headings), Err(Refusal::NobodyColumn));
}

#[test]
fn a_row_becomes_a_person() {
    let reading = read(
        "Nachname, Vorname;E-Mail;Team;Führungskraft;Möchte lernen;Ziele;Sprachen;Zeitzone;Treffen\n\
         Okafor, Mateo;Mateo@X.org;Mobile;Boss@x.org;Rust (Anfänger), Go;Lead a team / Build a network;English, sw;Berlin;egal\n",
    );
    let expect = Draft {
        row: 2,
        name: Some("Mateo Okafor".into()),
        email: Some("mateo@x.org".into()),
        team: Some("Mobile".into()),
        manager: Some("boss@x.org".into()),
        profile: Profile {
            skills_wanted: vec![
                Skill { name: "rust".into(), level: Some(crate::person::Level::Beginner) },
                Skill::named("go"),
            ],
            goals: vec!["Lead a team".into(), "Build a network".into()],
            languages: vec!["english".into(), "swahili".into()],
            time_zone: "Europe/Berlin".into(),
            meeting: Some(Meeting::Either),
            ..Profile::default()
        },
        roles: vec![Role::Mentee],
        ..Draft::default()
    };
    assert_eq!(reading.drafts, [expect]);
    assert_eq!((reading.refused, reading.notes), (vec![], vec![]));
}

#[test]
fn rows_are_refused_with_the_cell_that_is_the_reason() {
    let range = Reason::OutOfRange { least: 0, most: 50 };
    for (row, expect) in [
        ("7,Ada,a@x.org,Mentor,3,go", None),
        ("7,Ada,not-an-address,Mentor,3,go", Some(Reason::NotAnEmail)),
        (",Ada,,Mentor,3,go", Some(Reason::Nobody)),
        ("7,Ada,,Mentor,3,go", None),
        ("7,Ada,a@x.org,Supervisor,3,go", Some(Reason::NotARole)),
        ("7,Ada,a@x.org,,3,go", Some(Reason::NoRole)),
        ("7,Ada,a@x.org,Mentor,-1,go", Some(range.clone())),
        ("7,Ada,a@x.org,Mentor,99,go", Some(range)),
        ("7,Ada,a@x.org,Mentor,many,go", Some(Reason::NotANumber)),
        ("7,Ada,a@x.org,Mentee,many,go", None),
        ("7,=1+1,a@x.org,Mentor,3,go", Some(Reason::Formula)),
        ("7,Ada,a@x.org,Mentor,3,=cmd|'/C calc'!A0", Some(Reason::Formula)),
        ("7,Ada,a@x.org,Mentor,3,'=SUM(A1)", Some(Reason::Formula)),
        ("7,#NAME?,a@x.org,Mentor,3,go", Some(Reason::SpreadsheetError)),
        ("7,<script>alert(1)</script>,a@x.org,Mentor,3,go", None),
        ("7,محمد العربي,a@x.org,Mentor,3,go", None),
        ("7,Ada,a@x.org,Mentor,3", Some(Reason::Ragged { cells: 5, headings: 6 })),
        ("7,Ada,a@x.org,Mentor,3,go,extra", Some(Reason::Ragged { cells: 7, headings: 6 })),
        ("7,Ada,a@x.org,Mentor,3,go,,", None),
    ] {
        let text = format!("Employee ID,Name,Email,Programme role,Capacity,Skills offered\n8,B,b@x.org,mentor,1,c\n{row}\n");
        let reading = read(&text);
        let reason = reading.refused.first().map(|remark| remark.reason.clone());
        assert_eq!(reason, expect, "{row}");
        assert_eq!(reading.drafts.len(), if expect.is_none() { 2 } else { 1 }, "{row}");
    }
    let long = format!("Name,Email,Role\n{},a@x.org,mentor", "x".repeat(201));
    assert_eq!(reasons(&read(&long)), [(2, Reason::TooLong { limit: 200 })]);
}

#[test]
fn what_can_be_filled_in_later_is_left_out_with_a_note() {
    let reading = read(
        "Name,Email,Role,Time zone,Level,Meeting,Years of experience,Manager\n\
         Ada,a@x.org,mentor,Atlantis,L5,pigeon,31/31/2019,A@x.org",
    );
    let notes: Vec<Reason> = reading.notes.iter().map(|note| note.reason.clone()).collect();
    assert_eq!(reading.refused, []);
    for reason in [Reason::OwnManager, Reason::NotALevel, Reason::NotAMeeting, Reason::NotAZone] {
        assert!(notes.contains(&reason), "{reason:?} in {notes:?}");
    }
    assert_eq!(reading.drafts[0].profile, Profile::default());
    assert_eq!(reading.drafts[0].manager, None);
}

#[test]
fn several_rows_of_one_person_become_one() {
    let text = |rows: &str| format!("ID no,Name,Email,Role,Skills\n{rows}");
    for (rows, people, expect) in [
        ("11,Ada,a@x.org,mentor,go\n11,Ada,a@x.org,mentee,rust", 1, vec![]),
        (",Ada,a@x.org,mentor,go\n,Ada,A@X.org,mentee,rust", 1, vec![]),
        ("11,Ada,a@x.org,mentor,go\n11,Ada,a@x.org,mentor,go", 1, vec![]),
        ("11,Ada,a@x.org,mentor,go\n11,Ada,a@x.org,mentor,rust", 1, vec![(3, Reason::Twice { row: 2 })]),
        ("11,Ada,a@x.org,mentor,go\n12,Bob,a@x.org,mentee,go", 1, vec![(3, Reason::AddressOfRow { row: 2 })]),
        ("11,Ada,a@x.org,mentor,go\n11,Bob,b@x.org,mentee,go", 1, vec![(3, Reason::NumberOfRow { row: 2 })]),
        ("11,Ada,a@x.org,boss,go\n11,Ada,a@x.org,mentee,go", 1, vec![(2, Reason::NotARole)]),
    ] {
        let text = text(rows).replace("ID no", "Employee ID");
        let reading = read(&text);
        assert_eq!((reading.drafts.len(), reasons(&reading)), (people, expect), "{rows}");
    }
    let both = read("Employee ID,Name,Email,Role,Skills\n1,Ada,a@x.org,mentor,go\n1,Ada,a@x.org,mentee,rust");
    assert_eq!(both.drafts[0].roles, [Role::Mentor, Role::Mentee]);
    assert_eq!(both.drafts[0].profile.skills_offered, [Skill::named("go")]);
    assert_eq!(both.drafts[0].profile.skills_wanted, [Skill::named("rust")]);
}

#[test]
fn a_role_comes_from_the_row_then_the_choice_then_the_columns() {
    let roles = |reading: Reading| reading.drafts.into_iter().map(|draft| draft.roles).collect::<Vec<_>>();
    let with = "Name,Email,Role\nAda,a@x.org,mentee\nBob,b@x.org,\n";
    assert_eq!(roles(read_as(with, Some(Role::Mentor))), [[Role::Mentee], [Role::Mentor]]);
    assert_eq!(roles(read("Name,Email,Can help with\nAda,a@x.org,go")), [[Role::Mentor]]);
    let both = "Name,Email,Skills offered,Skills wanted\nAda,a@x.org,go,\nBob,b@x.org,,go\nC,c@x.org,a,b";
    let expect = [vec![Role::Mentor], vec![Role::Mentee], vec![Role::Mentor, Role::Mentee]];
    assert_eq!(roles(read(both)), expect);
    let table = table("Name,Email\nAda,a@x.org");
    let mapping = guess(&table, &zones());
    assert_eq!(super::draft::read(&table, &mapping, None, &zones()), Err(Refusal::RoleUnknown));
    assert_eq!(mapping.suggested_role("mentees-de.csv"), Some(Role::Mentee));
    assert_eq!(mapping.suggested_role("Mentoren 2026.csv"), Some(Role::Mentor));
    assert_eq!(mapping.suggested_role("people.csv"), None);
}

#[test]
fn trailing_cells_may_be_missing_in_blocks() {
    let rows: String = (0..9).map(|at| format!("P{at},p{at}@x.org,mentor\n")).collect();
    let reading = read(&format!("Name,Email,Role,Skills\n{rows}Z,z@x.org,mentor,go\nY,y@x.org,mentor\n"));
    assert_eq!(reading.drafts.len(), 10);
    assert_eq!(reasons(&reading), [(12, Reason::Ragged { cells: 3, headings: 4 })]);
}

fn ada() -> Known {
    Known {
        id: PersonId(uuid::Uuid::from_u128(1)),
        name: "Ada L".into(),
        email: Some("a@x.org".into()),
        employment: Employment { external_id: Some("11".into()), team: "Search".into(), ..Employment::default() },
        profile: Profile { languages: vec!["english".into()], biography: "I wrote this.".into(), ..Profile::default() },
        standing: vec![(Role::Mentor, Standing::Approved)],
    }
}

#[test]
fn the_list_owns_what_it_owns_and_fills_what_is_empty() {
    let text = "Employee ID,Name,Email,Role,Team,Languages,Biography,Job\n11,Ada Lovelace,a@x.org,mentor,Data,sw,Short,Poet";
    let gentle = plan(read(text), &[ada()], PART);
    assert_eq!(gentle.changed[0].fields, [Field::Name, Field::Team, Field::Job]);
    assert_eq!(gentle.changed[0].after.profile.biography, "I wrote this.");
    let options = Options { overwrite: true, full: Full::Part };
    let forced = plan(read(text), &[ada()], options);
    let after = forced.changed[0].after.clone();
    assert_eq!(after.profile.biography, "Short");
    assert_eq!(after.profile.languages, ["swahili"]);
    for options in [options, PART] {
        let again = plan(read(text), std::slice::from_ref(&after), options);
        assert_eq!((again.new.len(), again.changed.len(), again.unchanged.len()), (0, 0, 1));
    }
}

#[test]
fn people_are_recognised_and_never_doubled() {
    let mut bob = ada();
    bob.id = PersonId(uuid::Uuid::from_u128(2));
    bob.name = "Bob".into();
    bob.email = Some("b@x.org".into());
    bob.employment.external_id = None;
    bob.employment.team = String::new();
    let known = [ada(), bob];
    for (row, expect) in [
        ("11,Ada L,a@x.org,mentor", (0, 0, 1, 0)),
        ("11,Ada L,,mentor", (0, 0, 1, 0)),
        (",Ada L,A@x.org,mentor", (0, 0, 1, 0)),
        ("12,Bob,b@x.org,mentor", (0, 1, 0, 0)),
        ("11,Ada L,b@x.org,mentor", (0, 0, 0, 1)),
        ("12,Ada L,a@x.org,mentor", (0, 0, 0, 1)),
        ("11,Ada L,new@x.org,mentor", (0, 0, 1, 0)),
        ("11,Ada L,a@x.org,mentee", (0, 1, 0, 0)),
        ("13,Cleo,c@x.org,mentee", (1, 0, 0, 0)),
        ("13,Cleo,,mentee", (0, 0, 0, 1)),
        ("13,,c@x.org,mentee", (0, 0, 0, 1)),
    ] {
        let plan = plan(read(&format!("Employee ID,Name,Email,Role\n{row}")), &known, PART);
        let counts = (plan.new.len(), plan.changed.len(), plan.unchanged.len(), plan.refused_rows());
        assert_eq!(counts, expect, "{row}: {:?}", plan.refused);
    }
}

#[test]
fn managers_are_found_by_address_number_and_name() {
    let text = "Employee ID,Name,Email,Role,Manager\n\
        21,Bob Miller,b@x.org,mentee,Ada L\n22,Cleo,c@x.org,mentee,\"Miller, Bob\"\n23,Dan,d@x.org,mentee,11\n\
        24,Eve,e@x.org,mentee,Nobody\n25,Fay,f@x.org,mentee,Fay\n";
    let plan = plan(read(text), &[ada()], PART);
    let managers: Vec<&str> = plan.new.iter().map(|new| new.employment.manager_email.as_str()).collect();
    assert_eq!(managers, ["a@x.org", "b@x.org", "a@x.org", "", ""]);
    let notes: Vec<Reason> = plan.notes.iter().map(|note| note.reason.clone()).collect();
    assert_eq!(notes, [Reason::UnknownManager, Reason::OwnManager]);
}

#[test]
fn a_full_list_shows_who_is_missing() {
    let person = |number: u128, role: Role, standing: Standing| Known {
        id: PersonId(uuid::Uuid::from_u128(number)),
        name: format!("P{number}"),
        email: Some(format!("p{number}@x.org")),
        employment: Employment::default(),
        profile: Profile::default(),
        standing: vec![(role, standing)],
    };
    let known = [
        person(1, Role::Mentor, Standing::Approved),
        person(2, Role::Mentor, Standing::Approved),
        person(3, Role::Mentor, Standing::Away),
        person(4, Role::Mentee, Standing::Approved),
        person(5, Role::Mentor, Standing::Waiting),
    ];
    let options = Options { overwrite: false, full: Full::Report };
    let names = |text: &str| {
        let plan = plan(read(text), &known, options);
        plan.missing.into_iter().map(|missing| missing.name).collect::<Vec<_>>()
    };
    // Mentees are not missing from a list of mentors; whoever stands in a refused row is not missing either.
    assert_eq!(names("Name,Email,Role\nP1,p1@x.org,mentor"), ["P2", "P5"]);
    assert_eq!(names("Name,Email,Role\nP1,p1@x.org,mentor\nP2,p2@x.org,boss"), ["P5"]);
    assert_eq!(names("Name,Email,Role\nP1,p1@x.org,mentor\nP9,p9@x.org,mentee"), ["P2", "P4", "P5"]);
}

#[test]
fn a_list_does_not_bring_back_who_left() {
    let mut away = ada();
    away.standing = vec![(Role::Mentor, Standing::Away)];
    let text = "Name,Email,Role\nAda L,a@x.org,mentor";
    let gone = plan(read(text), &[away.clone()], PART);
    assert_eq!((gone.unchanged.len(), gone.notes[0].reason.clone()), (1, Reason::NotActive));
    away.standing = vec![(Role::Mentor, Standing::Missed)];
    let back = plan(read(text), &[away], PART);
    assert_eq!(back.changed[0].approved, [Role::Mentor]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = table::read(&text);
    }

    #[test]
    fn no_list_makes_it_panic(
        headings in proptest::sample::subsequence(
            vec!["Name", "Email", "Role", "Team", "Manager", "Skills offered", "Skills wanted", "Languages",
                 "Time zone", "Level", "Experience", "Meeting", "Capacity", "ID", "Ziele", "?"], 1..16),
        cells in proptest::collection::vec("[\\PC;,|/\"\n\t=+@-]{0,12}|mentor|mentee|[0-9.,-]{1,5}|[a-c]@x\\.org", 0..64),
    ) {
        let width = headings.len();
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let rows: Vec<String> =
            cells.chunks(width).map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";")).collect();
        let text = format!("{}\n{}", headings.join(";"), rows.join("\n"));
        if let Ok(table) = table::read(&text) {
            let mapping = guess(&table, &zones());
            if let Ok(reading) = super::draft::read(&table, &mapping, Some(Role::Mentor), &zones()) {
                let drafts = reading.drafts.len();
                let plan = plan(reading, &[], PART);
                prop_assert_eq!(plan.new.len() + plan.changed.len() + plan.unchanged.len()
                    + plan.refused_rows() + plan.repeated >= drafts, true);
                prop_assert!(plan.new.iter().all(|new| new.email.is_some() && !new.name.is_empty()));
                let mut emails: Vec<_> = plan.new.iter().map(|new| new.email.clone()).collect();
                emails.sort();
                emails.dedup();
                prop_assert_eq!(emails.len(), plan.new.len());
            }
        }
    }
}
