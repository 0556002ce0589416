//! Tables of cases, and laws.

use super::*;
use crate::form::Check;
use crate::{Problem, SessionId};
use proptest::prelude::*;
use uuid::Uuid;

const NOW: Instant = Instant(1_700_000_000_000);

fn session(number: u128) -> SessionId {
    SessionId(Uuid::from_u128(number))
}

fn member() -> Account {
    Account {
        has_password: true,
        sessions: vec![session(1), session(2)],
        other_admins: 1,
        ..Account::default()
    }
}

fn check(account: &Account, command: Command, expect: Result<Vec<Event>, Refusal>) {
    assert_eq!(decide(account, &command, NOW), expect, "{command:?} of {account:?}");
}

#[test]
fn passwords() {
    let known = ["ada.lovelace@example.org", "Ada Lovelace"];
    let common = |password: &str| is_common(password, &known);
    for bad in [
        "qwertyuiop",
        "QWERTYUIOP",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "1234567890123",
        "abcdefghijkl",
        "Password2024!",
        "trellis-mentor-1",
        "adalovelace99",
        "Ada.Lovelace@example.org",
        "0987654321",
        "welcome-ada-2026",
    ] {
        assert!(common(bad), "{bad}");
    }
    for good in [
        "correct horse battery",
        "wisteria on the wall",
        "ada likes engines",
        "пароль для работы",
        "x7!kQ2#vBn9z",
    ] {
        assert!(!common(good), "{good}");
    }
}

#[test]
fn password_lengths_count_characters_not_bytes() {
    let problem = |password: &str| {
        let mut check = Check::default();
        judge(&mut check, "password", password, &[]);
        check.done(()).err().and_then(|errors| errors.into_iter().next()).map(|error| error.problem)
    };
    assert_eq!(problem(""), Some(Problem::Missing));
    assert_eq!(problem("größtes ü"), Some(Problem::TooShort { least: LEAST }));
    assert_eq!(problem("größtes üb"), None);
    assert_eq!(problem(&"wörter und ".repeat(19)), Some(Problem::TooLong { limit: MOST }));
}

#[test]
fn the_list_is_what_it_says() {
    let lines: Vec<&str> = COMMON_LINES.lines().collect();
    assert!(lines.len() > 1_000);
    assert!(
        lines.is_sorted() && lines.iter().all(|line| line.len() >= LEAST && *line == line.to_lowercase())
    );
}
const COMMON_LINES: &str = include_str!("common_passwords.txt");

#[test]
fn links_open_once_and_in_time() {
    let link = Link::new(Purpose::Reset, NOW);
    let late = NOW.plus_seconds(3600);
    assert_eq!(link.usable(Purpose::Reset, late.plus_seconds(-1)), Ok(()));
    assert_eq!(link.usable(Purpose::Reset, late), Err(Refusal::LinkExpired { purpose: Purpose::Reset }));
    assert_eq!(link.usable(Purpose::Invitation, NOW), Err(Refusal::LinkUnknown));
    let used = Link { used: Some(NOW), ..link };
    assert_eq!(used.usable(Purpose::Reset, late), Err(Refusal::LinkUsed { purpose: Purpose::Reset }));
    assert_eq!(Link::new(Purpose::Invitation, NOW).usable(Purpose::Invitation, NOW.plus_days(13)), Ok(()));
}

#[test]
fn sessions_end_when_idle_and_when_old() {
    let fresh = Session { began: NOW, last_seen: NOW, ended: None };
    assert!(fresh.is_open(NOW.plus_days(IDLE_DAYS).plus_seconds(-1)));
    assert!(!fresh.is_open(NOW.plus_days(IDLE_DAYS)));
    let busy = Session { last_seen: NOW.plus_days(89), ..fresh };
    assert!(busy.is_open(NOW.plus_days(LONGEST_DAYS).plus_seconds(-1)));
    assert!(!busy.is_open(NOW.plus_days(LONGEST_DAYS)));
    assert!(!Session { ended: Some(NOW), ..fresh }.is_open(NOW));
    assert!(
        !fresh.is_due(NOW.plus_seconds(NOTE_EVERY_SECONDS - 1))
            && fresh.is_due(NOW.plus_seconds(NOTE_EVERY_SECONDS))
    );
}

#[test]
fn waits_double_and_end() {
    let failed = |count: i64| (0..count).map(|back| NOW.plus_seconds(-back)).collect::<Vec<_>>();
    let table =
        [(0, None), (4, None), (5, Some(30)), (6, Some(60)), (7, Some(120)), (9, Some(480)), (40, Some(900))];
    for (count, expect) in table {
        assert_eq!(wait(PER_ACCOUNT, &failed(count), NOW), expect, "{count} failures");
    }
    assert_eq!(wait(PER_ACCOUNT, &failed(5), NOW.plus_seconds(30)), None, "waiting helps");
    assert_eq!(
        wait(PER_ACCOUNT, &failed(40), NOW.plus_seconds(WINDOW_SECONDS)),
        None,
        "old attempts are forgotten"
    );
}

#[test]
fn what_an_account_can_do() {
    let link = Link::new(Purpose::Invitation, NOW);
    let reset = Link::new(Purpose::Reset, NOW);
    let ended = |number| Event::SessionEnded { session: session(number) };
    let began = Event::SignedIn { session: session(9) };
    let invited = Account::default();
    let closed = Account { archived: true, sessions: vec![], ..member() };
    let admin = Account { admin: true, other_admins: 0, ..member() };

    check(&invited, Command::Invite, Ok(vec![Event::Invited]));
    check(&member(), Command::Invite, Err(Refusal::AlreadyJoined));
    check(
        &invited,
        Command::Accept { link, session: session(9) },
        Ok(vec![Event::PasswordSet, Event::Joined, began.clone()]),
    );
    check(&closed, Command::Accept { link, session: session(9) }, Err(Refusal::LinkUnknown));
    check(&invited, Command::SignIn { session: session(9) }, Err(Refusal::WrongCredentials));
    check(&closed, Command::SignIn { session: session(9) }, Err(Refusal::WrongCredentials));
    check(
        &member(),
        Command::Reset { link: reset, session: session(9) },
        Ok(vec![Event::PasswordSet, ended(1), ended(2), began]),
    );
    check(&member(), Command::ChangePassword { keep: session(1) }, Ok(vec![Event::PasswordSet, ended(2)]));
    check(&member(), Command::EndSession { session: session(2) }, Ok(vec![ended(2)]));
    check(&member(), Command::EndSession { session: session(3) }, Err(Refusal::SessionGone));
    check(&member(), Command::EndOtherSessions { keep: session(2) }, Ok(vec![ended(1)]));
    check(&member(), Command::Archive { own: false }, Ok(vec![ended(1), ended(2), Event::Archived]));
    check(&member(), Command::Archive { own: true }, Err(Refusal::Yourself));
    check(&admin, Command::Archive { own: false }, Err(Refusal::LastAdmin));
    check(&admin, Command::SetAdmin { admin: false }, Err(Refusal::LastAdmin));
    check(&admin, Command::SetAdmin { admin: true }, Ok(vec![]));
    check(&closed, Command::Rename, Err(Refusal::Archived));
    check(&closed, Command::Restore, Ok(vec![Event::Restored]));
}

#[test]
fn every_refusal_has_a_sentence() {
    let purposes = [Purpose::Invitation, Purpose::Reset];
    let mut all = vec![
        Refusal::WrongCredentials,
        Refusal::LinkUnknown,
        Refusal::LastAdmin,
        Refusal::Yourself,
        Refusal::Archived,
        Refusal::AlreadyJoined,
        Refusal::SessionGone,
        Refusal::NotAgain,
    ];
    all.extend(purposes.map(|purpose| Refusal::LinkUsed { purpose }));
    all.extend(purposes.map(|purpose| Refusal::LinkExpired { purpose }));
    assert!(all.iter().all(|refusal| refusal.sentence().ends_with('.')));
}

proptest! {
    /// One more failure never makes the wait shorter, and no wait is longer than the window.
    #[test]
    fn waits_grow(mut backs in proptest::collection::vec(0i64..2_000, 0..80)) {
        let at = |backs: &[i64]| wait(PER_ACCOUNT, &backs.iter().map(|b| NOW.plus_seconds(-b)).collect::<Vec<_>>(), NOW);
        let before = at(&backs).unwrap_or(0);
        backs.push(0);
        let after = at(&backs).unwrap_or(0);
        prop_assert!(after >= before && after <= WINDOW_SECONDS);
    }

    /// Whatever is decided can be applied, and no session survives an archive or a reset.
    #[test]
    fn closed_doors_are_closed(count in 0u128..6, admins in 1u64..3) {
        let mut account = Account { sessions: (0..count).map(session).collect(), other_admins: admins, ..member() };
        for event in decide(&account, &Command::Archive { own: false }, NOW).unwrap() {
            apply(&mut account, &event);
        }
        prop_assert!(account.archived && account.sessions.is_empty());
    }
}
