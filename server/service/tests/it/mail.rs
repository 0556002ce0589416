//! The outbox, and a real conversation with a mail server.

use crate::house::{BEGIN, House, PASSWORD, command, email};
use crate::smtp::{Mood, Smtp, closed_port};
use domain::MailId;
use domain::account::Refusal;
use domain::mail::{Kind, State, Trouble};
use domain::people::Welcome;
use service::account::{accept_invitation, link_page, request_reset};
use service::mail::{Sender, deliver, letter, mails, send_again};
use service::{Context, Error, Service, people};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

async fn house_with(url: String) -> House {
    House::with(|settings| settings.smtp_url = Some(url)).await
}

async fn invite(cx: &Context, name: &str) {
    people::invite(cx, command(), name, &email(name), "", "").await.unwrap();
}

async fn deliver_due(service: &Arc<Service>) -> u64 {
    let sender = Sender::new(&service.settings).unwrap();
    sender.deliver_due(service, &CancellationToken::new()).await.unwrap()
}

async fn states(house: &House) -> Vec<String> {
    house.texts("select state from mail order by recipient", []).await
}

#[tokio::test]
async fn an_invitation_travels_by_smtp() {
    let smtp = Smtp::start().await;
    let house = house_with(smtp.url()).await;
    let admin = house.admin("Root Admin").await;
    let invited = people::invite(&admin, command(), "Zoë Müller", "zoe@example.org", "", "").await.unwrap();
    assert_eq!(invited.welcome, Welcome::Sent);
    assert_eq!(deliver_due(&house.service).await, 1);

    let arrived = smtp.arrived().remove(0);
    assert_eq!(arrived.to, ["zoe@example.org"]);
    assert_eq!(arrived.from, "trellis@localhost");
    assert_eq!(arrived.header("Subject"), "Your invitation to Trellis");
    assert_eq!(arrived.header("To"), "zoe@example.org");
    assert_eq!(arrived.header("Auto-Submitted"), "auto-generated");
    assert!(arrived.header("Message-ID").ends_with("@localhost>"));
    let text = arrived.text();
    assert!(text.starts_with("Hello Zoë Müller,\r\n\r\nRoot Admin invites you"), "{text}");
    let link = text.lines().find(|line| line.starts_with("http://127.0.0.1:3000/invitation/")).unwrap();
    let token = crate::house::token(link.trim());
    assert!(link_page(&house.visitor(), domain::account::Purpose::Invitation, token).await.is_ok());
    accept_invitation(&house.visitor(), command(), token, PASSWORD).await.unwrap();

    let list = mails(&admin, 1).await.unwrap();
    let line = &list.lines[0];
    assert_eq!(
        (line.state, line.kind, line.recipient.as_str()),
        (State::Sent, Kind::Invitation, "zoe@example.org")
    );
    assert_eq!((list.down, list.total), (None, 1));
    assert_eq!(
        house.texts("select body from mail", []).await,
        [""],
        "a delivered text is the recipient's alone"
    );
    assert_eq!(deliver_due(&house.service).await, 0);
}

#[tokio::test]
async fn the_sender_wakes_when_a_mail_is_queued_and_stops_when_told() {
    let smtp = Smtp::start().await;
    let house = house_with(smtp.url()).await;
    let admin = house.admin("Root Admin").await;
    let stop = CancellationToken::new();
    let sender = tokio::spawn(deliver(house.service.clone(), stop.clone()));
    invite(&admin, "Ada Lovelace").await;
    let arrived = async {
        while smtp.arrived().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), arrived).await.expect("well before the next poll");
    stop.cancel();
    tokio::time::timeout(Duration::from_secs(10), sender).await.unwrap().unwrap();
}

#[tokio::test]
async fn what_a_server_cannot_take_now_is_tried_again() {
    let smtp = Smtp::start().await;
    let house = house_with(smtp.url()).await;
    let admin = house.admin("Root Admin").await;
    invite(&admin, "Ada Lovelace").await;
    smtp.be(Mood::Later);
    assert_eq!(deliver_due(&house.service).await, 0);
    let line = mails(&admin, 1).await.unwrap().lines.remove(0);
    assert_eq!((line.state, line.trouble, line.attempts), (State::Queued, Some(Trouble::Later), 1));
    assert_eq!(line.next_try, Some(BEGIN.plus_seconds(30)));
    smtp.be(Mood::Takes);
    house.advance(29);
    assert_eq!(deliver_due(&house.service).await, 0, "not before its time");
    house.advance(1);
    assert_eq!(deliver_due(&house.service).await, 1);
}

#[tokio::test]
async fn one_bad_address_does_not_hold_up_the_others() {
    let smtp = Smtp::start().await;
    let house = house_with(smtp.url()).await;
    let admin = house.admin("Root Admin").await;
    invite(&admin, "Nobody Home").await;
    invite(&admin, "Ada Lovelace").await;
    smtp.be(Mood::RefusesNobody);
    assert_eq!(deliver_due(&house.service).await, 1);
    assert_eq!(states(&house).await, ["sent", "failed"]);
    let list = mails(&admin, 1).await.unwrap();
    let failed = list.lines.iter().find(|line| line.state == State::Failed).unwrap();
    assert_eq!((failed.trouble, list.down), (Some(Trouble::Refused), None));
    smtp.be(Mood::Takes);
    send_again(&admin, command(), failed.id).await.unwrap();
    assert_eq!(deliver_due(&house.service).await, 1);
    let again = send_again(&admin, command(), failed.id).await;
    assert!(matches!(again, Err(Error::Refused(domain::Refusal::Account(Refusal::NotAgain)))));
    assert_eq!(
        house.texts("select kind from event where kind like 'mail%'", []).await,
        ["mail.queued_again"]
    );
}

#[tokio::test]
async fn a_server_that_is_down_is_said_and_loses_nothing() {
    let port = closed_port().await;
    let house = house_with(format!("smtp://127.0.0.1:{port}")).await;
    let admin = house.admin("Root Admin").await;
    invite(&admin, "Ada Lovelace").await;
    invite(&admin, "Grace Hopper").await;
    assert_eq!(deliver_due(&house.service).await, 0);
    let list = mails(&admin, 1).await.unwrap();
    assert_eq!(list.down, Some((BEGIN, Trouble::Unreachable)));
    assert_eq!(list.lines.iter().map(|line| line.attempts).sum::<u32>(), 1, "one mail found out for all");
    house.advance(60);
    let smtp = Smtp::start_at(port).await;
    assert_eq!(deliver_due(&house.service).await, 2);
    assert_eq!(mails(&admin, 1).await.unwrap().down, None);
    assert_eq!(smtp.arrived().len(), 2);
}

#[tokio::test]
async fn a_wrong_password_of_the_server_fails_no_mail() {
    let smtp = Smtp::start().await;
    smtp.be(Mood::KnowsNoUser);
    let house = house_with(format!("smtp://me:secret@127.0.0.1:{}", smtp.port)).await;
    let admin = house.admin("Root Admin").await;
    invite(&admin, "Ada Lovelace").await;
    assert_eq!(deliver_due(&house.service).await, 0);
    assert_eq!(mails(&admin, 1).await.unwrap().down, Some((BEGIN, Trouble::SignIn)));
    assert_eq!(states(&house).await, ["queued"]);
}

#[tokio::test]
async fn a_dead_link_is_given_up() {
    let house = house_with(format!("smtp://127.0.0.1:{}", closed_port().await)).await;
    house.member("Ada Lovelace").await;
    request_reset(&house.visitor(), command(), "ada@example.org").await.unwrap();
    let mut tries = 0;
    while states(&house).await == ["queued"] {
        deliver_due(&house.service).await;
        house.advance(60 * 60 / 4);
        tries += 1;
        assert!(tries < 10);
    }
    assert_eq!(states(&house).await, ["failed"]);
}

#[tokio::test]
async fn of_several_nodes_one_sends_each_mail() {
    let smtp = Smtp::start().await;
    let house = house_with(smtp.url()).await;
    let admin = house.admin("Root Admin").await;
    for number in 0..20 {
        people::invite(&admin, command(), "Somebody", &format!("p{number}@example.org"), "", "")
            .await
            .unwrap();
    }
    let nodes = (0..4).map(|_| deliver_due(&house.service));
    let taken: u64 = futures::future::join_all(nodes).await.into_iter().sum();
    let mut to: Vec<String> = smtp.arrived().into_iter().flat_map(|mail| mail.to).collect();
    to.sort();
    to.dedup();
    assert_eq!((taken, to.len(), smtp.arrived().len()), (20, 20, 20));
}

#[tokio::test]
async fn a_node_that_died_with_a_mail_leaves_it_to_the_others() {
    let smtp = Smtp::start().await;
    let house = house_with(smtp.url()).await;
    let admin = house.admin("Root Admin").await;
    invite(&admin, "Ada Lovelace").await;
    house.run("update mail set state = 'sending', claimed_at = $1, attempts = 1", [BEGIN.0.into()]).await;
    house.advance(299);
    assert_eq!(deliver_due(&house.service).await, 0);
    house.advance(1);
    assert_eq!(deliver_due(&house.service).await, 1);
}

#[tokio::test]
async fn a_refused_change_sends_nothing() {
    let house = House::new().await;
    let admin = house.admin("Root Admin").await;
    house.member("Ada Lovelace").await;
    let before = house.count("mail").await;
    assert!(people::invite(&admin, command(), "Ada", "ada@example.org", "", "").await.is_err());
    assert_eq!(house.count("mail").await, before);
    let once = command();
    people::invite(&admin, once, "Alan Turing", "alan@example.org", "", "").await.unwrap();
    people::invite(&admin, once, "Alan Turing", "alan@example.org", "", "").await.unwrap();
    assert_eq!(house.count("mail").await, before + 1, "a repeated command sends one mail");
}

#[tokio::test]
async fn without_a_server_mails_are_kept_and_read_by_nobody() {
    let house = House::new().await;
    let admin = house.admin("Root Admin").await;
    let ada = house.member("Ada Lovelace").await;
    let invited = people::invite(&admin, command(), "Alan Turing", "alan@example.org", "", "").await.unwrap();
    assert_eq!(invited.welcome, Welcome::Kept);
    let list = mails(&admin, 1).await.unwrap();
    assert_eq!((list.lines[0].state, list.has_server), (State::Kept, false));
    let id = list.lines[0].id;
    assert!(matches!(letter(&admin, id).await, Err(Error::NotFound)), "not even by an admin");
    for other in [&ada, &house.visitor()] {
        assert!(mails(other, 1).await.is_err() && letter(other, id).await.is_err());
        assert!(send_again(other, command(), id).await.is_err());
    }
    let again = send_again(&admin, command(), id).await;
    assert!(matches!(again, Err(Error::Refused(domain::Refusal::Account(Refusal::NotAgain)))));
    assert!(matches!(send_again(&admin, command(), MailId(uuid(9))).await, Err(Error::NotFound)));
}

fn uuid(number: u128) -> sea_orm::prelude::Uuid {
    sea_orm::prelude::Uuid::from_u128(number)
}

#[tokio::test]
async fn a_demonstration_shows_every_text() {
    let smtp = Smtp::start().await;
    let house = House::with(|settings| {
        settings.demo = true;
        settings.smtp_url = Some(smtp.url());
    })
    .await;
    let admin = house.admin("Root Admin").await;
    invite(&admin, "Ada Lovelace").await;
    deliver_due(&house.service).await;
    let id = mails(&admin, 1).await.unwrap().lines[0].id;
    let shown = letter(&admin, id).await.unwrap();
    assert!(shown.text.contains("/invitation/") && shown.line.state == State::Sent);
}

#[tokio::test]
async fn no_name_adds_a_header() {
    let smtp = Smtp::start().await;
    let house = house_with(smtp.url()).await;
    let admin = house.admin("Root Admin").await;
    let programme = house.programme("one").await;
    house
        .run(
            "update programme set name = $1 where id = $2",
            ["Fine\r\nBcc: eve@example.org\r\n\r\nBody".into(), programme.0.into()],
        )
        .await;
    house.member("Ada Lovelace").await;
    let name = "A\r\nBcc: eve@example.org";
    people::invite(&admin, command(), name, "ada@example.org", "one", "mentor").await.unwrap();
    for address in
        ["a@example.org\r\nBcc: eve@example.org", "a@example.org, eve@example.org", "<a@example.org>"]
    {
        let refused = people::invite(&admin, command(), "A", address, "", "").await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{address:?}");
    }
    assert_eq!(deliver_due(&house.service).await, 1);
    let arrived = smtp.arrived().remove(0);
    assert_eq!(arrived.to, ["ada@example.org"]);
    assert_eq!(arrived.header("Bcc"), "");
    assert_eq!(arrived.header("Subject"), "You are invited to Fine Bcc: eve@example.org Body");
}
