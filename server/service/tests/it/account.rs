//! Invitations, sign-in, resets, sessions.

use crate::house::{House, PASSWORD, command, email, token};
use domain::account::{Purpose, Refusal, judge};
use domain::{PersonId, Problem};
use service::account::*;
use service::{Error, people};

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(domain::Refusal::Account(refusal))) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn wait_of<T: std::fmt::Debug>(result: Result<T, Error>) -> i64 {
    match result {
        Err(Error::TooMany { seconds }) => seconds,
        other => panic!("not throttled: {other:?}"),
    }
}

async fn invited(house: &House, name: &str) -> (PersonId, String) {
    let added = people::add(&house.system(), name, &email(name), false, None).await.unwrap();
    (added.person, token(&added.link.unwrap()).to_owned())
}

#[tokio::test]
async fn an_invitation_opens_once() {
    let house = House::new().await;
    let (ada, link) = invited(&house, "Ada Lovelace").await;
    let page = link_page(&house.visitor(), Purpose::Invitation, &link).await.unwrap();
    assert_eq!((page.name.as_str(), page.email.as_str()), ("Ada Lovelace", "ada@example.org"));
    assert_eq!(refused(link_page(&house.visitor(), Purpose::Reset, &link).await), Refusal::LinkUnknown);

    let weak = accept_invitation(&house.visitor(), command(), &link, "ada lovelace").await;
    assert!(matches!(weak, Err(Error::Invalid(fields)) if fields[0].problem == Problem::CommonPassword));
    let entered = accept_invitation(&house.visitor(), command(), &link, PASSWORD).await.unwrap();
    let cx = house.holder(&entered.token).await.unwrap();
    assert_eq!(cx.actor().unwrap().person, ada);

    let used = Refusal::LinkUsed { purpose: Purpose::Invitation };
    assert_eq!(refused(accept_invitation(&house.visitor(), command(), &link, PASSWORD).await), used);
    assert_eq!(refused(link_page(&house.visitor(), Purpose::Invitation, &link).await), used);
    assert_eq!(
        house.events(ada).await,
        ["account.invited", "account.password_set", "account.joined", "account.signed_in"]
    );
}

#[tokio::test]
async fn two_who_use_one_link_at_once_are_one() {
    let house = House::new().await;
    let (ada, link) = invited(&house, "Ada Lovelace").await;
    let (one, two) = (house.visitor(), house.visitor());
    let (one, two) = tokio::join!(
        accept_invitation(&one, command(), &link, PASSWORD),
        accept_invitation(&two, command(), &link, "another fine password"),
    );
    assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {two:?}");
    assert_eq!(house.events(ada).await.iter().filter(|kind| *kind == "account.joined").count(), 1);
}

#[tokio::test]
async fn a_double_click_comes_in_twice() {
    let house = House::new().await;
    let programme = house.programme("one").await;
    let admin = house.admin("Root Admin").await;
    let ada =
        people::invite(&admin, command(), "Ada Lovelace", "ada@example.org", "one", "mentor").await.unwrap();
    assert_eq!(house.count(&format!("event where kind like '{}'", "programme.%")).await, 1, "{programme}");
    let (_, link) = house.mail_to("ada@example.org").await;
    let once = command();
    let (one, two) = (house.visitor(), house.visitor());
    let (one, two) = tokio::join!(
        accept_invitation(&one, once, &link, PASSWORD),
        accept_invitation(&two, once, &link, PASSWORD),
    );
    for entered in [one.unwrap(), two.unwrap()] {
        assert_eq!(house.holder(&entered.token).await.unwrap().actor().unwrap().person, ada.person);
    }
    let third = accept_invitation(&house.visitor(), once, &link, PASSWORD).await.unwrap();
    assert!(house.holder(&third.token).await.is_some());
    let joined = house.events(ada.person).await.into_iter().filter(|kind| kind == "account.joined").count();
    assert_eq!(joined, 1);
    let used = Refusal::LinkUsed { purpose: Purpose::Invitation };
    assert_eq!(refused(accept_invitation(&house.visitor(), command(), &link, PASSWORD).await), used);
}

#[tokio::test]
async fn links_run_out_and_are_replaced() {
    let house = House::new().await;
    let (_, first) = invited(&house, "Ada Lovelace").await;
    let (_, second) = invited(&house, "Ada Lovelace").await;
    assert_eq!(refused(link_page(&house.visitor(), Purpose::Invitation, &first).await), Refusal::LinkUnknown);
    house.advance(14 * 86_400 - 1);
    assert!(link_page(&house.visitor(), Purpose::Invitation, &second).await.is_ok());
    house.advance(1);
    let expired = Refusal::LinkExpired { purpose: Purpose::Invitation };
    assert_eq!(refused(link_page(&house.visitor(), Purpose::Invitation, &second).await), expired);
    let before = house.service.passwords.worked();
    assert_eq!(refused(accept_invitation(&house.visitor(), command(), &second, PASSWORD).await), expired);
    assert_eq!(house.service.passwords.worked(), before, "a dead link costs no hash");
    for nonsense in ["", "x", "/", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ü"] {
        assert_eq!(
            refused(link_page(&house.visitor(), Purpose::Reset, nonsense).await),
            Refusal::LinkUnknown
        );
    }
}

#[tokio::test]
async fn every_wrong_sign_in_is_the_same() {
    let house = House::new().await;
    let admin = house.admin("Root Admin").await;
    house.member("Ada Lovelace").await;
    let gone = house.member("Grace Hopper").await;
    people::archive(&admin, command(), gone.actor().unwrap().person).await.unwrap();
    invited(&house, "Alan Turing").await;

    let cases = [
        ("ada@example.org", "not the password"),
        ("nobody@example.org", PASSWORD),
        ("grace@example.org", PASSWORD),
        ("alan@example.org", PASSWORD),
        ("not an address", PASSWORD),
    ];
    for (address, password) in cases {
        let before = house.service.passwords.worked();
        let rows = house.count("sign_in_attempt").await;
        assert_eq!(
            refused(sign_in(&house.visitor(), address, password).await),
            Refusal::WrongCredentials,
            "{address}"
        );
        assert_eq!(house.service.passwords.worked() - before, 1, "the same work for {address}");
        assert_eq!(house.count("sign_in_attempt").await - rows, 2, "the same count for {address}");
    }
    let entered = sign_in(&house.visitor(), " ADA@example.org ", PASSWORD).await.unwrap();
    assert_eq!(house.holder(&entered.token).await.unwrap().actor().unwrap().name, "Ada Lovelace");
    let empty = sign_in(&house.visitor(), "", "").await;
    assert!(matches!(empty, Err(Error::Invalid(fields)) if fields.len() == 2));
}

#[tokio::test]
async fn guessing_is_slowed_down_for_accounts_that_exist_and_for_others() {
    let house = House::new().await;
    house.member("Ada Lovelace").await;
    for address in ["ada@example.org", "nobody@example.org"] {
        for _ in 0..5 {
            assert_eq!(refused(sign_in(&house.visitor(), address, "wrong").await), Refusal::WrongCredentials);
        }
        let before = house.service.passwords.worked();
        assert_eq!(wait_of(sign_in(&house.visitor(), address, PASSWORD).await), 30, "{address}");
        assert_eq!(house.service.passwords.worked(), before, "no password is looked at meanwhile");
    }
    house.advance(29);
    assert_eq!(wait_of(sign_in(&house.visitor(), "ada@example.org", PASSWORD).await), 1);
    house.advance(1);
    sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    for _ in 0..5 {
        assert_eq!(
            refused(sign_in(&house.visitor(), "ada@example.org", "wrong").await),
            Refusal::WrongCredentials
        );
    }
}

#[tokio::test]
async fn a_hundred_guesses_at_once_are_a_hundred() {
    let house = House::new().await;
    house.member("Ada Lovelace").await;
    let before = house.service.passwords.worked();
    let guesses = (0..40).map(|number| {
        let cx = house.visitor_at(&format!("198.51.100.{number}"));
        async move { sign_in(&cx, "ada@example.org", "wrong").await }
    });
    let answers = futures::future::join_all(guesses).await;
    assert!(answers.iter().all(Result::is_err));
    assert_eq!(house.service.passwords.worked() - before, 5, "only the free ones were looked at");
}

#[tokio::test]
async fn one_address_cannot_try_every_account() {
    let house = House::new().await;
    for number in 0..50 {
        let guess = sign_in(&house.visitor(), &format!("person{number}@example.org"), "wrong").await;
        assert_eq!(refused(guess), Refusal::WrongCredentials);
    }
    assert_eq!(wait_of(sign_in(&house.visitor(), "person50@example.org", "wrong").await), 30);
    let elsewhere = house.visitor_at("198.51.100.7");
    assert_eq!(
        refused(sign_in(&elsewhere, "person50@example.org", "wrong").await),
        Refusal::WrongCredentials
    );
    house.advance(15 * 60 + 1);
    sweep(&house.service).await.unwrap();
    assert_eq!(house.count("sign_in_attempt").await, 0);
}

#[tokio::test]
async fn a_reset_ends_every_other_session() {
    let house = House::new().await;
    let ada = house.member("Ada Lovelace").await;
    let person = ada.actor().unwrap().person;
    let other = sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    let mails = house.count("mail").await;

    request_reset(&house.visitor(), command(), "nobody@example.org").await.unwrap();
    assert_eq!(house.count("mail").await, mails, "nobody gets no mail");
    request_reset(&house.visitor(), command(), "Ada@Example.org").await.unwrap();
    let (kind, link) = house.mail_to("ada@example.org").await;
    assert_eq!(kind, "reset");
    assert!(house.holder(&other.token).await.is_some(), "asking ends nothing");

    let entered = reset_password(&house.visitor(), command(), &link, "a better wisteria").await.unwrap();
    assert!(house.holder(&other.token).await.is_none());
    assert!(still_signed_in(&house.service, ada.session.unwrap()).await.unwrap().is_none());
    assert!(house.holder(&entered.token).await.is_some());
    assert_eq!(house.mail_to("ada@example.org").await.0, "password-changed");
    let used = Refusal::LinkUsed { purpose: Purpose::Reset };
    assert_eq!(refused(reset_password(&house.visitor(), command(), &link, PASSWORD).await), used);
    assert_eq!(
        refused(sign_in(&house.visitor(), "ada@example.org", PASSWORD).await),
        Refusal::WrongCredentials
    );
    sign_in(&house.visitor(), "ada@example.org", "a better wisteria").await.unwrap();
    let events = house.events(person).await;
    let tail: Vec<_> = events.iter().skip(5).map(String::as_str).collect();
    assert_eq!(
        tail,
        [
            "account.reset_requested",
            "account.password_set",
            "account.session_ended",
            "account.session_ended",
            "account.signed_in",
            "account.signed_in"
        ]
    );
}

#[tokio::test]
async fn a_reset_link_works_for_an_hour_and_mailboxes_are_spared() {
    let house = House::new().await;
    house.member("Ada Lovelace").await;
    for address in ["ada@example.org", "nobody@example.org"] {
        for _ in 0..3 {
            request_reset(&house.visitor(), command(), address).await.unwrap();
        }
        assert_eq!(wait_of(request_reset(&house.visitor(), command(), address).await), 300, "{address}");
    }
    let (_, link) = house.mail_to("ada@example.org").await;
    house.advance(3600);
    let expired = Refusal::LinkExpired { purpose: Purpose::Reset };
    assert_eq!(
        refused(reset_password(&house.visitor(), command(), &link, "a better wisteria").await),
        expired
    );
    let wrong = request_reset(&house.visitor(), command(), "ada at example").await;
    assert!(matches!(wrong, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn who_never_had_a_password_gets_an_invitation() {
    let house = House::new().await;
    invited(&house, "Ada Lovelace").await;
    request_reset(&house.visitor(), command(), "ada@example.org").await.unwrap();
    let (kind, link) = house.mail_to("ada@example.org").await;
    assert_eq!(kind, "invitation");
    accept_invitation(&house.visitor(), command(), &link, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_password_change_closes_links_and_other_sessions() {
    let house = House::new().await;
    let ada = house.member("Ada Lovelace").await;
    let other = sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    request_reset(&house.visitor(), command(), "ada@example.org").await.unwrap();
    let (_, link) = house.mail_to("ada@example.org").await;

    let wrong = change_password(&ada, command(), "wrong", "a better wisteria").await;
    assert!(
        matches!(wrong, Err(Error::Invalid(f)) if f[0].field == "present_password" && f[0].problem == Problem::WrongPassword)
    );
    let short = change_password(&ada, command(), PASSWORD, "short").await;
    assert!(matches!(short, Err(Error::Invalid(f)) if f[0].field == "password"));
    change_password(&ada, command(), PASSWORD, "a better wisteria").await.unwrap();
    assert!(house.holder(&other.token).await.is_none());
    assert!(still_signed_in(&house.service, ada.session.unwrap()).await.unwrap().is_some());
    assert_eq!(refused(link_page(&house.visitor(), Purpose::Reset, &link).await), Refusal::LinkUnknown);
    assert_eq!(house.mail_to("ada@example.org").await.0, "password-changed");
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let house = House::new().await;
    let ada = house.member("Ada Lovelace").await;
    let grace = house.member("Grace Hopper").await;
    let mut phone = house.visitor_at("2001:db8::7");
    phone.agent =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1".into();
    house.advance(60);
    let phone = sign_in(&phone, "ada@example.org", PASSWORD).await.unwrap();
    let page = account_page(&ada).await.unwrap();
    assert_eq!(page.sessions.len(), 2);
    assert!(page.sessions[0].this && !page.sessions[1].this);
    assert_eq!(
        (page.sessions[1].browser.as_str(), page.sessions[1].address.as_str()),
        ("Safari on iPhone", "2001:db8::7")
    );

    assert_eq!(refused(end_session(&grace, command(), phone.session).await), Refusal::SessionGone);
    assert!(house.holder(&phone.token).await.is_some(), "nobody ends another's session");
    let once = command();
    end_session(&ada, once, phone.session).await.unwrap();
    end_session(&ada, once, phone.session).await.unwrap();
    assert!(house.holder(&phone.token).await.is_none());
    assert_eq!(refused(end_session(&ada, command(), phone.session).await), Refusal::SessionGone);

    for _ in 0..2 {
        sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    }
    end_other_sessions(&ada, command()).await.unwrap();
    assert_eq!(account_page(&ada).await.unwrap().sessions.len(), 1);
    sign_out(&ada).await.unwrap();
    sign_out(&ada).await.unwrap();
    sign_out(&house.visitor()).await.unwrap();
    assert!(still_signed_in(&house.service, ada.session.unwrap()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_browser_that_signs_in_again_has_one_session() {
    let house = House::new().await;
    let ada = house.member("Ada Lovelace").await;
    let again = sign_in(&ada, "ada@example.org", PASSWORD).await.unwrap();
    assert!(still_signed_in(&house.service, ada.session.unwrap()).await.unwrap().is_none());
    assert_eq!(account_page(&house.holder(&again.token).await.unwrap()).await.unwrap().sessions.len(), 1);
}

#[tokio::test]
async fn sessions_run_out() {
    let house = House::new().await;
    house.member("Ada Lovelace").await;
    let idle = sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    house.advance(30 * 86_400 - 1);
    let busy = sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    house.advance(1);
    assert!(house.holder(&idle.token).await.is_none());
    for _ in 0..4 {
        house.advance(20 * 86_400);
        assert!(house.holder(&busy.token).await.is_some());
        seen(&house, busy.session).await;
    }
    house.advance(10 * 86_400);
    assert!(house.holder(&busy.token).await.is_none(), "90 days are the end of a busy one, too");
    sweep(&house.service).await.unwrap();
    assert_eq!(house.count("session").await, 0);
}

/// Waits until the use of a session at this moment has been noted, beside the request that was it.
async fn seen(house: &House, session: domain::SessionId) {
    let now = house.service.now().0;
    let noted = async {
        let sql = "select cast(seen_at as text) from session where id = $1";
        while house.texts(sql, [session.0.into()]).await != [now.to_string()] {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), noted).await.unwrap();
}

#[tokio::test]
async fn reading_does_not_write_each_time() {
    let house = House::new().await;
    house.member("Ada Lovelace").await;
    let entered = sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    let began = house.service.now().0.to_string();
    house.advance(299);
    for _ in 0..20 {
        house.holder(&entered.token).await.unwrap();
        tokio::task::yield_now().await;
    }
    let sql = "select cast(seen_at as text) from session where id = $1";
    assert_eq!(house.texts(sql, [entered.session.0.into()]).await, [began]);
    house.advance(1);
    house.holder(&entered.token).await.unwrap();
    seen(&house, entered.session).await;
}

#[tokio::test]
async fn the_database_holds_no_secret() {
    let house = House::new().await;
    let (_, link) = invited(&house, "Ada Lovelace").await;
    let entered = accept_invitation(&house.visitor(), command(), &link, PASSWORD).await.unwrap();
    let kept = "select coalesce(password_hash, '') from person union all select cast(payload as text) from event \
                union all select cast(answer as text) from command";
    let kept = house.texts(kept, []).await.join("\n");
    for secret in [link.as_str(), entered.token.as_str(), PASSWORD, "Ada", "example.org"] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
    assert!(kept.contains("$argon2id$"));
    let hashes = if std::env::var("TRELLIS_TEST_POSTGRES").is_ok() {
        "select encode(token_hash, 'hex') from session union all select encode(token_hash, 'hex') from secret_link"
    } else {
        "select hex(token_hash) from session union all select hex(token_hash) from secret_link"
    };
    assert!(house.texts(hashes, []).await.iter().all(|hash| hash.len() == 64));
}

#[tokio::test]
async fn names_are_changed_and_cleaned() {
    let house = House::new().await;
    let ada = house.member("Ada Lovelace").await;
    rename(&ada, command(), "  Augusta\u{2028}Ada\tKing  ").await.unwrap();
    assert_eq!(account_page(&ada).await.unwrap().name, "Augusta Ada King");
    let empty = rename(&ada, command(), "   ").await;
    assert!(matches!(empty, Err(Error::Invalid(fields)) if fields[0].problem == Problem::Missing));
}

#[tokio::test]
async fn anybody_signs_in_as_anybody_only_in_a_demonstration() {
    let house = House::new().await;
    let ada = house.member("Ada Lovelace").await;
    let person = ada.actor().unwrap().person;
    assert!(matches!(sign_in_as(&house.visitor(), person).await, Err(Error::NotFound)));
    assert_eq!(sign_in_page(&house.visitor(), "").await.unwrap().cast, None);

    let demo = House::with(|settings| settings.demo = true).await;
    let (alan, _) = invited(&demo, "Alan Turing").await;
    let entered = sign_in_as(&demo.visitor(), alan).await.unwrap();
    let admin = demo.admin("Root Admin").await;
    assert_eq!(demo.holder(&entered.token).await.unwrap().actor().unwrap().name, "Alan Turing");
    let cast = sign_in_page(&demo.visitor(), "turing").await.unwrap().cast.unwrap();
    assert_eq!(cast.iter().map(|line| line.person.id).collect::<Vec<_>>(), [alan]);
    assert_eq!(sign_in_page(&demo.visitor(), "").await.unwrap().cast.unwrap()[0].part, "Organisation admin");
    people::archive(&admin, command(), alan).await.unwrap();
    assert!(matches!(sign_in_as(&demo.visitor(), alan).await, Err(Error::NotFound)));
}

#[test]
fn the_test_password_is_good_enough() {
    let mut check = domain::form::Check::default();
    judge(&mut check, "password", PASSWORD, &[]);
    assert!(check.done(()).is_ok());
}
