//! From people to what an import would do.

use super::*;

fn ada() -> Known {
    Known {
        id: PersonId(uuid::Uuid::from_u128(1)),
        name: "Ada L".into(),
        email: Some("a@x.org".into()),
        employment: Employment {
            external_id: Some("11".into()),
            team: "Search".into(),
            ..Employment::default()
        },
        profile: Profile {
            languages: vec!["english".into()],
            biography: "I wrote this.".into(),
            ..Profile::default()
        },
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
