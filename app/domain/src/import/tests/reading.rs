//! From text to people.

use super::*;

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
        (
            "Name,Email, email \nAda,a@x.org,",
            Refusal::HeadingTwice { heading: "email".into(), first: 2, second: 3 },
        ),
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
    check_guess("Vorname;Name;E-Mail;Rolle\nAda;L;a@x.org;Mentor:in\n", &[FirstName, LastName, Email, Role]);
    check_guess("Nombre;Apellidos;Correo;Rol\nAda;L;a@x.org;Ingeniera", &[FirstName, LastName, Email, Job]);
    check_guess("Nom,Prénom,Courriel\nL,Ada,a@x.org", &[LastName, FirstName, Email]);
    check_guess("ID,Name,Contact\n1,Ada,a@x.org\n2,Bob,b@x.org", &[Ignore, Name, Email]);
    check_guess("ID,Name,Mail\n71,Ada,a@x.org\n72,Bob,b@x.org", &[ExternalId, Name, Email]);
    check_guess("Name,Mail,Manager,Manager email\nAda,a@x.org,Bob,b@x.org", &[Name, Email, Ignore, Manager]);
    check_guess("Name,Mail,Mentor,Mentee\nAda,a@x.org,x,\nBob,b@x.org,x,ja", &[Name, Email, Mentor, Mentee]);
    check_guess("Name,Mail,Mentor\nAda,a@x.org,Bob Miller", &[Name, Email, Ignore]);
    check_guess("Name,Mail,City,Country\nAda,a@x.org,Bonn,DE", &[Name, Email, Location, Location]);
    check_guess("Name,Mail,Skill 1,Skill 2\nAda,a@x.org,a,b", &[Name, Email, Skills, Skills]);
    check_guess(
        "Name,Mail,Skills,Wants to learn\nAda,a@x.org,a,b",
        &[Name, Email, SkillsOffered, SkillsWanted],
    );
    check_guess(
        "Full name,First name,Last name,Email\nA L,A,L,a@x.org",
        &[Ignore, FirstName, LastName, Email],
    );
    check_guess("Wer,Wo,Was\nAda,Europe/Berlin,a@x.org\n", &[Ignore, TimeZone, Email]);
    check_guess(
        "Voornaam;Tussenvoegsel;Achternaam;E-mail\nA;van;B;a@x.org",
        &[FirstName, LastName, LastName, Email],
    );
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
    let twice =
        mapping.choose(&table.headings, &[("Mail".into(), Field::Email), ("Work mail".into(), Field::Email)]);
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
        let text = format!(
            "Employee ID,Name,Email,Programme role,Capacity,Skills offered\n8,B,b@x.org,mentor,1,c\n{row}\n"
        );
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
    assert_eq!(crate::import::draft::read(&table, &mapping, None, &zones()), Err(Refusal::RoleUnknown));
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
