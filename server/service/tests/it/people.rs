//! The organisation's people.

use crate::house::{House, PASSWORD, command, email};
use domain::PersonId;
use domain::account::Refusal;
use domain::people::{Standing, Welcome};
use service::account::{accept_invitation, sign_in, still_signed_in};
use service::{Context, Error, people};

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(domain::Refusal::Account(refusal))) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn id(cx: &Context) -> PersonId {
    cx.actor().unwrap().person
}

#[tokio::test]
async fn people_are_found_by_name_address_and_team() {
    let house = House::new().await;
    let admin = house.admin("Root Admin").await;
    for number in 0..120 {
        let (name, address) = (format!("Person {number:03}"), format!("p{number:03}@example.org"));
        people::add(&house.system(), &name, &address, false, None).await.unwrap();
    }
    people::add(&house.system(), "Östlund 100% _real_", "ostlund@example.org", false, None).await.unwrap();
    house.run("update person set team = $1 where name = $2", ["Payments".into(), "Person 007".into()]).await;

    let all = people::people(&admin, "", 1).await.unwrap();
    assert_eq!((all.rows.len(), all.total), (50, 122));
    let last = people::people(&admin, "", 99).await.unwrap();
    assert_eq!((last.page, last.rows.len()), (3, 22));
    let found = async |find: &str| {
        let list = people::people(&admin, find, 1).await.unwrap();
        list.rows.into_iter().map(|row| row.person.name).collect::<Vec<_>>()
    };
    assert_eq!(found("PERSON 11").await.len(), 10);
    assert_eq!(found("p042@").await, ["Person 042"]);
    assert_eq!(found("payments").await, ["Person 007"]);
    assert_eq!(found("Östlund").await.len(), 1);
    assert_eq!(found("100%").await.len(), 1);
    assert_eq!(found("_real_").await.len(), 1);
    assert_eq!(found("0%0").await.len(), 0, "no wildcards");
    assert_eq!(found("' or 1=1 --").await.len(), 0);
}

#[tokio::test]
async fn only_admins_list_and_change_people() {
    let house = House::new().await;
    let admin = house.admin("Root Admin").await;
    let ada = house.member("Ada Lovelace").await;
    for other in [&ada, &house.visitor()] {
        assert!(people::people(other, "", 1).await.is_err());
        assert!(people::invite(other, command(), "Eve", "eve@example.org", "", "").await.is_err());
        assert!(people::invite_again(other, command(), id(&admin)).await.is_err());
        assert!(people::set_admin(other, command(), id(&ada), true).await.is_err());
        assert!(people::set_may_create(other, command(), id(&ada), true).await.is_err());
        assert!(people::archive(other, command(), id(&admin)).await.is_err());
        assert!(people::restore(other, command(), id(&admin)).await.is_err());
        assert!(people::add(other, "Eve", "eve@example.org", true, Some(PASSWORD)).await.is_err());
    }
    assert_eq!(house.count("person").await, 2);
    assert!(people::people(&admin, "ada", 1).await.unwrap().rows[0].seen.is_some());
}

#[tokio::test]
async fn somebody_always_looks_after_the_organisation() {
    let house = House::new().await;
    let root = house.admin("Root Admin").await;
    let ada = house.member("Ada Lovelace").await;
    assert_eq!(refused(people::set_admin(&root, command(), id(&root), false).await), Refusal::LastAdmin);
    assert_eq!(refused(people::archive(&root, command(), id(&root)).await), Refusal::Yourself);
    // An admin who has not come in yet could not help.
    people::add(&house.system(), "Alan Turing", "alan@example.org", true, None).await.unwrap();
    assert_eq!(refused(people::set_admin(&root, command(), id(&root), false).await), Refusal::LastAdmin);

    assert_eq!(people::set_admin(&root, command(), id(&ada), true).await.unwrap(), "Ada Lovelace");
    let ada = house.holder(&sign_in(&ada, "ada@example.org", PASSWORD).await.unwrap().token).await.unwrap();
    let both = tokio::join!(
        people::set_admin(&root, command(), id(&ada), false),
        people::set_admin(&ada, command(), id(&root), false),
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "of two who end each other's right, one is too late: {both:?}");
}

#[tokio::test]
async fn an_archived_person_is_out_at_once_and_can_come_back() {
    let house = House::new().await;
    let admin = house.admin("Root Admin").await;
    let ada = house.member("Ada Lovelace").await;
    let once = command();
    for _ in 0..2 {
        assert_eq!(people::archive(&admin, once, id(&ada)).await.unwrap(), "Ada Lovelace");
    }
    assert!(still_signed_in(&house.service, ada.session.unwrap()).await.unwrap().is_none());
    assert_eq!(people::people(&admin, "ada", 1).await.unwrap().rows[0].standing, Standing::Archived);
    assert_eq!(
        refused(sign_in(&house.visitor(), "ada@example.org", PASSWORD).await),
        Refusal::WrongCredentials
    );
    assert_eq!(refused(people::invite_again(&admin, command(), id(&ada)).await), Refusal::Archived);
    people::restore(&admin, command(), id(&ada)).await.unwrap();
    sign_in(&house.visitor(), "ada@example.org", PASSWORD).await.unwrap();
    let events = house.events(id(&ada)).await;
    assert_eq!(
        events[4..],
        ["account.session_ended", "account.archived", "account.restored", "account.signed_in"]
    );
}

#[tokio::test]
async fn a_coordinator_invites_to_their_own_programme() {
    let house = House::new().await;
    let one = house.programme("one").await;
    house.programme("two").await;
    let ada = house.member("Ada Lovelace").await;
    let ada = house.give_role(&ada, one, "coordinator").await;
    let sponsor = house.member("Sam Sponsor").await;
    let sponsor = house.give_role(&sponsor, one, "sponsor").await;

    let invite = |cx, programme, role| {
        people::invite(cx, command(), "Alan Turing", "alan@example.org", programme, role)
    };
    assert!(matches!(invite(&ada, "two", "mentor").await, Err(Error::NotFound)));
    assert!(matches!(invite(&ada, "nowhere", "mentor").await, Err(Error::NotFound)));
    assert!(matches!(invite(&ada, "", "").await, Err(Error::NotFound)));
    assert!(matches!(invite(&sponsor, "one", "mentor").await, Err(Error::Denied(_))));
    assert!(
        matches!(invite(&ada, "one", "king").await, Err(Error::Invalid(fields)) if fields[0].field == "role")
    );
    assert_eq!(house.count("participation").await, 0);

    let alan = invite(&ada, "one", "mentor").await.unwrap();
    assert_eq!(alan.welcome, Welcome::Kept);
    let state = "select state from participation where person_id = $1 order by role";
    assert_eq!(house.texts(state, [alan.person.0.into()]).await, ["invited"]);
    assert_eq!(invite(&ada, "one", "mentee").await.unwrap().welcome, Welcome::Again);
    invite(&ada, "one", "mentee").await.unwrap();
    assert_eq!(house.texts(state, [alan.person.0.into()]).await, ["invited", "invited"]);
    let (kind, link) = house.mail_to("alan@example.org").await;
    assert_eq!(kind, "invitation");
    let page = service::account::link_page(&house.visitor(), domain::account::Purpose::Invitation, &link)
        .await
        .unwrap();
    assert_eq!(page.programmes, ["Programme one"]);
    let entered = accept_invitation(&house.visitor(), command(), &link, PASSWORD).await.unwrap();
    assert_eq!(house.texts(state, [alan.person.0.into()]).await, ["approved", "approved"]);
    let actor = house.holder(&entered.token).await.unwrap().actor().unwrap().clone();
    assert!(actor.is(domain::Role::Mentor, one) && actor.is(domain::Role::Mentee, one));
    let kinds =
        house.texts("select kind from event where aggregate = 'programme' order by version", []).await;
    let (invited, joined) = ("programme.person_invited", "programme.person_joined");
    assert_eq!(kinds, [invited, invited, joined, joined]);
}

#[tokio::test]
async fn who_has_an_account_is_in_at_once_and_keeps_their_name() {
    let house = House::new().await;
    let one = house.programme("one").await;
    let admin = house.admin("Root Admin").await;
    let ada = house.member("Ada Lovelace").await;
    let invited =
        people::invite(&admin, command(), "Wrong Name", &email("Ada"), "one", "mentor").await.unwrap();
    assert_eq!((invited.person, invited.name.as_str()), (id(&ada), "Ada Lovelace"));
    assert_eq!(invited.welcome, Welcome::Enrolled);
    assert_eq!(
        house.texts("select kind from mail order by created_at desc, id desc limit 1", []).await,
        ["programme-invitation"]
    );
    assert_eq!(house.texts("select state from participation", []).await, ["approved"]);
    people::invite(&admin, command(), "Ada", &email("Ada"), "one", "coordinator").await.unwrap();
    let entered = sign_in(&house.visitor(), &email("Ada"), PASSWORD).await.unwrap();
    assert!(house.holder(&entered.token).await.unwrap().actor().unwrap().coordinates(one));
    assert_eq!(
        refused(people::invite(&admin, command(), "Ada", &email("Ada"), "", "").await),
        Refusal::AlreadyJoined
    );
    assert_eq!(refused(people::invite_again(&admin, command(), id(&ada)).await), Refusal::AlreadyJoined);
}

#[tokio::test]
async fn the_command_line_lets_the_first_admin_in_and_back_in() {
    let house = House::new().await;
    let added =
        people::add(&house.system(), "Root Admin", "root@example.org", true, Some(PASSWORD)).await.unwrap();
    assert_eq!(added.link, None);
    let first = sign_in(&house.visitor(), "root@example.org", PASSWORD).await.unwrap();
    let again = people::add(&house.system(), "Root Admin", "root@example.org", true, None).await.unwrap();
    assert_eq!(again.person, added.person);
    assert!(again.link.unwrap().contains("/reset/"));
    people::add(&house.system(), "Root Admin", "root@example.org", false, Some("another fine day"))
        .await
        .unwrap();
    assert!(house.holder(&first.token).await.is_none());
    let root = sign_in(&house.visitor(), "root@example.org", "another fine day").await.unwrap();
    assert!(
        house.holder(&root.token).await.unwrap().actor().unwrap().admin,
        "adding again takes no right away"
    );
}
