//! Lists of people on a real database: rows and events.

use crate::house::{House, command};
use domain::import::summary::Summary;
use domain::import::view::{Choices, Shown};
use domain::import::{Field, Full, ImportState, Refusal};
use domain::{ImportId, ProgrammeId, Role};
use service::import::{
    FileImport, cancel_import, confirm_import, describe_import, import_file, list_imports, load_import,
    purge_imports, refused_rows, upload,
};
use service::{Context, Error};

const SLUG: &str = "women-in-tech";

const MENTORS: &str = "\
Full name,E-mail address,Job,Level,Country,Time zone,Languages,Can help with,Mentees (max),Team,Reports to
Thandi Vargas,thandi@example.org,engineer,mid,IN,Asia/Kolkata,English,\"fp, javascript, nodejs\",3,Search,boss@example.org
Müge Chen,muge@example.org,mobile,senior,EG,,da; English,\"android, java\",2,Search,boss@example.org
";

const MENTEES: &str = "\
Vorname;Nachname;E-Mail;Team;Führungskraft;Möchte lernen;Ziele;Sprachen;Zeitzone;Verfügbarkeit;Treffen\r
Mateo;Größl;mateo@example.org;Mobile;boss@example.org;html, nodejs;Lead a team / Build a network;English, sw;Europe/Berlin;2h im Monat;egal\r
Jürgen;Silva;jurgen@example.org;Mobile;boss@example.org;python;Build a network;;;;vor Ort\r
";

const BOTH: &str = "\
Employee ID\tName\tEmail\tProgramme role\tDepartment\tManager email\tSkills offered\tSkills wanted\tCapacity\tNotes\r
1001\tThandi Khan\tkhan@example.org\tMentor\tSearch\tboss@example.org\tleadership|c#\t\t3\t\r
1004\tThandi Okafor\tokafor@example.org\tMentor/Mentee\tPayments\tboss@example.org\tintro|objc\tdesign\t2\t\r
2001\tNo Mail\t\tMentee\tData\t\t\tpython\t\t\r
2002\tTwice Listed\tkhan@example.org\tMentor\tData\t\tgo\t\t2\tsame address\r
2003\tWrong Places\tplaces@example.org\tMentor\tData\t\tgo\t\tminus two\t\r
2004\tNot A Role\trole@example.org\tSupervisor\tData\t\t\t\t\t\r
2005\t\"=HYPERLINK(\"\"http://example.com\"\",\"\"click\"\")\"\tformula@example.org\tMentee\tData\t\t\tsql\t\t\r
2006\tOwn Manager\town@example.org\tMentee\tData\town@example.org\t\tjava\t\t\r
2007\tBroken Address\tnot-an-address\tMentor\tData\t\tcss\t\t1\t\r
2008\t<script>alert(1)</script>\tmarkup@example.org\tMentee\tData\t\t\thtml\t\t\r
2009\tمحمد العربي\tarabi@example.org\tMentee\tData\t\t\tpython\t\t\r
";

fn windows(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()
}

fn utf_16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn file(bytes: impl Into<Vec<u8>>) -> FileImport {
    FileImport {
        file_name: "people.csv".into(),
        bytes: bytes.into(),
        encoding: None,
        role: None,
        columns: vec![],
        dry_run: false,
        skip_refused: false,
        overwrite: false,
        full: Full::Part,
    }
}

async fn run(house: &House, file: FileImport) -> Summary {
    import_file(&house.system(), SLUG, file).await.unwrap()
}

fn counts(summary: &Summary) -> [usize; 4] {
    [summary.new, summary.changed, summary.unchanged, summary.refused_rows]
}

async fn events(house: &House, programme: ProgrammeId) -> Vec<String> {
    house.texts("select kind from event where aggregate_id = $1 order by version", [programme.0.into()]).await
}

async fn house() -> (House, ProgrammeId) {
    let house = House::new().await;
    let programme = house.programme(SLUG).await;
    (house, programme)
}

async fn coordinator(house: &House, programme: ProgrammeId) -> Context {
    let somebody = house.member("Cora").await;
    house.give_role(&somebody, programme, "coordinator").await
}

#[tokio::test]
async fn lists_of_every_kind_are_stored_and_again_change_nothing() {
    let (house, programme) = house().await;
    for (bytes, encoding, separator, people) in [
        (MENTORS.as_bytes().to_vec(), "UTF-8", ",", 2),
        (windows(MENTEES), "windows-1252", ";", 2),
        (utf_16(&BOTH.lines().take(3).collect::<Vec<_>>().join("\r\n")), "UTF-16LE", "\t", 2),
    ] {
        let first = run(&house, file(bytes.clone())).await;
        assert_eq!((first.encoding.as_str(), first.separator.as_str()), (encoding, separator));
        assert_eq!(counts(&first), [people, 0, 0, 0], "{:?} {:?}", first.refused, first.notes);
        assert!(first.stored && !first.dry_run);
        let again = run(&house, file(bytes)).await;
        assert_eq!(counts(&again), [0, 0, people, 0], "{encoding}");
    }
    assert_eq!(house.count("person").await, 6);
    assert_eq!(house.count("profile").await, 6);
    assert_eq!(house.count("participation where state = 'approved'").await, 7);
    assert_eq!(house.count("participation where role = 'mentor'").await, 4);
    assert_eq!(house.count("import where state = 'confirmed'").await, 6);
    assert_eq!(events(&house, programme).await, ["import.confirmed"; 6]);
    let names = house.texts("select name from person order by name", []).await;
    assert_eq!(names[0..2], ["Jürgen Silva", "Mateo Größl"]);
    let languages = house.texts("select cast(languages as text) from profile order by languages", []).await;
    assert!(languages.iter().any(|list| list.contains("swahili")), "{languages:?}");
    let logged = house.texts("select cast(payload as text) from event", []).await.join(" ");
    assert!(
        !logged.contains("Thandi") && !logged.contains("example.org"),
        "events hold no typed text: {logged}"
    );
}

#[tokio::test]
async fn a_list_with_refused_rows_is_stored_whole_or_not_at_all() {
    let (house, programme) = house().await;
    let refused = run(&house, file(utf_16(BOTH))).await;
    let rows: Vec<u32> = refused.refused.iter().map(|remark| remark.row).collect();
    assert_eq!(rows, [4, 5, 6, 7, 8, 10], "{:?}", refused.refused);
    let columns: Vec<&str> = refused.refused.iter().map(|remark| remark.column.as_str()).collect();
    assert_eq!(columns, ["Email", "Email", "Capacity", "Programme role", "Name", "Email"]);
    assert_eq!((counts(&refused), refused.stored), ([5, 0, 0, 6], false));
    assert_eq!(house.count("person").await, 0);
    assert_eq!(events(&house, programme).await, Vec::<String>::new());

    let stored = run(&house, FileImport { skip_refused: true, ..file(utf_16(BOTH)) }).await;
    assert_eq!((counts(&stored), stored.stored), ([5, 0, 0, 6], true));
    let names = house.texts("select name from person where name like '<%'", []).await;
    assert_eq!(names, ["<script>alert(1)</script>"]);
    assert_eq!(stored.notes.len(), 1, "somebody's own manager: {:?}", stored.notes);
}

#[tokio::test]
async fn a_dry_run_stores_nothing() {
    let (house, programme) = house().await;
    let summary = run(&house, FileImport { dry_run: true, ..file(MENTORS) }).await;
    assert_eq!((counts(&summary), summary.stored, summary.dry_run), ([2, 0, 0, 0], false, true));
    assert_eq!(
        house.count("person").await + house.count("import").await + house.count("import_mapping").await,
        0
    );
    assert!(events(&house, programme).await.is_empty());
}

#[tokio::test]
async fn a_nightly_import_keeps_what_people_wrote() {
    let (house, _) = house().await;
    run(&house, file(MENTORS)).await;
    house
        .run(
            "update profile set job = 'poet', languages = '[\"french\"]', revision = 4 where job = $1",
            ["engineer".into()],
        )
        .await;
    let night = MENTORS.replace("Search", "Data").replace("Thandi Vargas", "Thandi V. Vargas");
    let summary = run(&house, file(night.clone())).await;
    assert_eq!(counts(&summary), [0, 2, 0, 0]);
    assert_eq!(house.count("person where team = 'Data'").await, 2);
    assert_eq!(house.count("person where name = 'Thandi V. Vargas'").await, 1);
    assert_eq!(house.count("profile where job = 'poet' and revision = 4").await, 1);
    let forced = run(&house, FileImport { overwrite: true, ..file(night) }).await;
    assert_eq!(counts(&forced), [0, 1, 1, 0]);
    assert_eq!(house.count("profile where job = 'engineer' and revision = 5").await, 1);
}

#[tokio::test]
async fn people_missing_from_a_full_list_are_reported_or_withdrawn_and_come_back() {
    let (house, _) = house().await;
    run(&house, file(MENTORS)).await;
    run(&house, file(windows(MENTEES))).await;
    let half: String = MENTORS.lines().take(2).map(|line| format!("{line}\n")).collect();
    let report = run(&house, FileImport { full: Full::Report, ..file(half.clone()) }).await;
    assert_eq!(report.missing.iter().map(|missing| missing.name.as_str()).collect::<Vec<_>>(), ["Müge Chen"]);
    assert_eq!(house.count("participation where state = 'withdrawn'").await, 0);
    let withdraw = run(&house, FileImport { full: Full::Withdraw, ..file(half) }).await;
    assert_eq!((withdraw.missing.len(), withdraw.withdrawn), (1, 1));
    assert_eq!(house.count("participation where state = 'withdrawn'").await, 1);
    let back = run(&house, file(MENTORS)).await;
    assert_eq!(counts(&back), [0, 1, 1, 0]);
    assert_eq!(house.count("participation where state = 'withdrawn'").await, 0);
    // Whom a person has withdrawn stays so.
    house
        .run(
            "update participation set state = 'withdrawn', revision = revision + 1 where role = $1",
            ["mentor".into()],
        )
        .await;
    let after = run(&house, file(MENTORS)).await;
    assert_eq!((counts(&after), after.notes.len()), ([0, 0, 2, 0], 2));
}

#[tokio::test]
async fn columns_are_corrected_and_remembered() {
    let (house, _) = house().await;
    let text = "Wer,Mail,Spezial,Rolle\nAda,a@example.org,rust,mentor\n";
    let columns =
        ["Wer=name", "Spezial=skills"].map(|text| domain::import::guess::parse_choice(text).unwrap());
    let first = run(&house, FileImport { columns: columns.to_vec(), ..file(text) }).await;
    assert_eq!(counts(&first), [1, 0, 0, 0]);
    let turned = "Rolle,Spezial,Mail,Wer\nmentor,go,b@example.org,Bob\n";
    let second = run(&house, file(turned)).await;
    let fields: Vec<Field> = second.columns.iter().map(|column| column.field).collect();
    assert_eq!(fields, [Field::Role, Field::Skills, Field::Email, Field::Name]);
    let unknown = FileImport { columns: vec![("Nowhere".into(), Field::Job)], ..file(text) };
    let error = import_file(&house.system(), SLUG, unknown).await.unwrap_err();
    assert!(error.to_string().contains("Nowhere"), "{error}");
}

#[tokio::test]
async fn what_is_no_list_is_refused_and_nothing_is_kept() {
    let (house, programme) = house().await;
    let cora = coordinator(&house, programme).await;
    for (bytes, expect) in [
        (b"".to_vec(), Refusal::Empty),
        (b"Name,Email\n".to_vec(), Refusal::OnlyHeadings),
        (b"PK\x03\x04".to_vec(), Refusal::Workbook),
        (vec![0; 64], Refusal::Binary),
        (
            b"Name,Name,Email\nA,B,c@x.org".to_vec(),
            Refusal::HeadingTwice { heading: "Name".into(), first: 1, second: 2 },
        ),
        (vec![b'a'; 21 * 1024 * 1024], Refusal::TooLarge { megabytes: 20 }),
        (
            format!("Name,Email,Role\n{}", "A,a@x.org,mentor\n".repeat(100_000)).into_bytes(),
            Refusal::TooManyRows { limit: 50_000 },
        ),
    ] {
        let uploaded = upload(&cora, command(), SLUG, "people.csv", bytes.clone()).await;
        let expect = domain::Refusal::Import(expect);
        assert!(matches!(&uploaded, Err(Error::Refused(refusal)) if *refusal == expect), "{uploaded:?}");
        let imported = import_file(&house.system(), SLUG, file(bytes)).await.map(|_| ());
        assert!(matches!(&imported, Err(Error::Refused(refusal)) if *refusal == expect), "{imported:?}");
    }
    assert_eq!(house.count("import").await, 0);
}

async fn uploaded(cx: &Context, bytes: Vec<u8>) -> ImportId {
    upload(cx, command(), SLUG, "C:\\lists\\people.csv", bytes).await.unwrap()
}

#[tokio::test]
async fn an_upload_is_looked_at_described_and_confirmed_once() {
    let (house, programme) = house().await;
    let cora = coordinator(&house, programme).await;
    let import = uploaded(&cora, utf_16(BOTH)).await;
    let view = load_import(&cora, SLUG, &import.to_string(), None, 1).await.unwrap();
    assert_eq!((view.file_name.as_str(), view.shown, view.counts.refused), ("people.csv", Shown::Refused, 6));
    assert_eq!((view.columns.len(), view.lines.len(), view.pages), (10, 6, 1));
    assert_eq!(view.columns[1].samples[0], "Thandi Khan");
    let people = load_import(&cora, SLUG, &import.to_string(), Some(Shown::New), 9).await.unwrap();
    assert_eq!((people.lines.len(), people.page), (5, 1));

    let whole = confirm_import(&cora, command(), SLUG, import, false).await;
    assert!(matches!(whole, Err(Error::Refused(_))), "{whole:?}");
    assert_eq!(house.count("person").await, 1);
    let mut choices = view.choices;
    choices.fields[6] = Field::Interests;
    describe_import(&cora, command(), SLUG, import, choices.into()).await.unwrap();
    let (name, csv) = refused_rows(&cora, SLUG, import).await.unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!(name, "people - refused rows.csv");
    assert!(csv.starts_with("\u{feff}Row in the file\tWhy it was refused\tEmployee ID\t"), "{csv}");
    assert!(csv.contains("\t\"'=HYPERLINK("), "a formula is made harmless: {csv}");

    let once = command();
    let counts = confirm_import(&cora, once, SLUG, import, true).await.unwrap();
    assert_eq!((counts.new, counts.refused), (5, 6));
    assert_eq!(confirm_import(&cora, once, SLUG, import, true).await.unwrap(), counts);
    let second = confirm_import(&cora, command(), SLUG, import, true).await;
    assert!(matches!(second, Err(Error::Refused(_))), "{second:?}");
    assert_eq!(house.count("person").await, 6);
    assert_eq!(events(&house, programme).await, ["import.uploaded", "import.described", "import.confirmed"]);
    let done = load_import(&cora, SLUG, &import.to_string(), None, 1).await.unwrap();
    assert_eq!((done.state, done.counts, done.has_refused_file), (ImportState::Confirmed, counts, true));

    // Mended, the refused rows are imported: their numbers and reasons are no people.
    let mended = refused_rows(&cora, SLUG, import).await.unwrap().1;
    let mended = String::from_utf8(mended).unwrap().replace("minus two", "2").replace("Supervisor", "both");
    let again = FileImport { skip_refused: true, ..file(mended) };
    let again = run(&house, again).await;
    assert_eq!(self::counts(&again), [2, 0, 0, 4], "{:?}", again.refused);
}

#[tokio::test]
async fn uploads_wait_a_day_and_five_at_most() {
    let (house, programme) = house().await;
    let cora = coordinator(&house, programme).await;
    let first = uploaded(&cora, MENTORS.into()).await;
    for _ in 0..5 {
        house.advance(60);
        uploaded(&cora, MENTORS.into()).await;
    }
    assert_eq!(house.count("import").await, 5);
    assert!(matches!(load_import(&cora, SLUG, &first.to_string(), None, 1).await, Err(Error::NotFound)));
    let last = uploaded(&cora, MENTORS.into()).await;
    cancel_import(&cora, command(), SLUG, last).await.unwrap();
    let gone = load_import(&cora, SLUG, &last.to_string(), None, 1).await;
    assert!(matches!(gone, Err(Error::Refused(_))), "{gone:?}");
    assert_eq!(list_imports(&cora, SLUG).await.unwrap().imports.len(), 4);
    house.advance(86_400 + 60);
    purge_imports(&house.system(), command()).await.unwrap();
    assert_eq!(house.count("import").await, 0);
}

#[tokio::test]
async fn only_coordinators_import() {
    let (house, programme) = house().await;
    let cora = coordinator(&house, programme).await;
    let import = uploaded(&cora, MENTORS.into()).await;
    let stranger = house.member("Sam").await;
    let sponsor = house.member("Sol").await;
    let sponsor = house.give_role(&sponsor, programme, "sponsor").await;
    for (who, sees) in [(&stranger, false), (&sponsor, true), (&house.visitor(), false)] {
        let refused = |error: Error| match error {
            Error::Denied(_) => sees,
            Error::NotFound => !sees,
            Error::SignInRequired => who.signed_in().is_none(),
            _ => false,
        };
        assert!(refused(upload(who, command(), SLUG, "a.csv", MENTORS.into()).await.unwrap_err()));
        assert!(refused(load_import(who, SLUG, &import.to_string(), None, 1).await.unwrap_err()));
        assert!(refused(list_imports(who, SLUG).await.unwrap_err()));
        assert!(refused(refused_rows(who, SLUG, import).await.unwrap_err()));
        assert!(refused(confirm_import(who, command(), SLUG, import, true).await.unwrap_err()));
        assert!(refused(cancel_import(who, command(), SLUG, import).await.unwrap_err()));
    }
    // An import of another programme is not there.
    house.programme("other").await;
    assert!(matches!(
        load_import(&house.system(), "other", &import.to_string(), None, 1).await,
        Err(Error::NotFound)
    ));
    assert_eq!(house.count("participation").await, 0);
}

#[tokio::test]
async fn two_imports_at_once_double_nobody() {
    let (house, _) = house().await;
    let system = house.system();
    let both = tokio::join!(
        import_file(&system, SLUG, file(MENTORS)),
        import_file(&system, SLUG, file(MENTORS)),
        import_file(&system, SLUG, FileImport { role: Some(Role::Mentee), ..file(MENTORS) }),
    );
    let people: usize =
        [&both.0, &both.1, &both.2].into_iter().map(|summary| summary.as_ref().unwrap().new).sum();
    assert_eq!((people, house.count("person").await), (2, 2));
}

#[tokio::test]
async fn thousands_of_people_are_stored_in_one_go() {
    let (house, _) = house().await;
    let rows: String = (0..3_000)
        .map(|at| format!("{at},Person {at},p{at}@example.org,mentor/mentee,\"go, rust\"\n"))
        .collect();
    let text = format!("Employee ID,Name,Email,Role,Skills\n{rows}");
    assert_eq!(counts(&run(&house, file(text.clone())).await), [3_000, 0, 0, 0]);
    assert_eq!(counts(&run(&house, file(text.clone())).await), [0, 0, 3_000, 0]);
    assert_eq!(
        counts(&run(&house, file(text.replace("go, rust", "go, rust, c").replace(",Person", ",New"))).await),
        [0, 3_000, 0, 0]
    );
    assert_eq!(house.count("participation").await, 6_000);
    assert_eq!(house.count("event").await, 3);
}

#[tokio::test]
async fn choices_have_to_fit_the_list() {
    let (house, programme) = house().await;
    let cora = coordinator(&house, programme).await;
    let import = uploaded(&cora, b"Name,Email\nAda,a@x.org".to_vec()).await;
    let view = load_import(&cora, SLUG, &import.to_string(), None, 1).await.unwrap();
    assert_eq!((view.problem, view.says_role), (Some(Refusal::RoleUnknown), false));
    let choices =
        |fields: Vec<Field>| Choices { fields, role: Some(Role::Mentee), overwrite: false, full: Full::Part };
    let few = describe_import(&cora, command(), SLUG, import, choices(vec![Field::Name]).into()).await;
    assert!(matches!(few, Err(Error::Stale)), "{few:?}");
    describe_import(&cora, command(), SLUG, import, choices(vec![Field::Name, Field::Email]).into())
        .await
        .unwrap();
    assert_eq!(confirm_import(&cora, command(), SLUG, import, false).await.unwrap().new, 1);
    assert_eq!(house.count("participation where role = 'mentee'").await, 1);
}
