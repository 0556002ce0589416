//! Delivers the outbox by SMTP.
//!
//! A mail is claimed for a few minutes before it is sent, so that of several nodes one sends it; a node that dies with
//! a claim leaves it to the others. A mail can so arrive twice, but not get lost; its Message-ID stays the same, by
//! which mail programs drop the second. These writes belong to no aggregate: they note what the world answered.

use crate::context::Settings;
use crate::entity::mail::{Column, Entity, Model};
use crate::error::Result;
use crate::{Error, Service};
use domain::Instant;
use domain::mail::{Kind, State, Trouble, next_try};
use domain::text::cli as words;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// For how long a claim holds; more than any attempt to send takes.
const CLAIM_SECONDS: i64 = 5 * 60;
/// How long one attempt may take.
const TIMEOUT: Duration = Duration::from_secs(60);
/// How often the outbox is looked at when nobody rings: for later attempts, and for mails that other nodes queued.
const POLL: Duration = Duration::from_secs(20);

/// A connection to the mail server, and the name that mails come from.
pub struct Sender {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Says what is wrong with the settings of mail.
///
/// # Errors
/// A sentence that names the setting.
pub fn check_settings(settings: &Settings) -> Result<(), String> {
    Sender::new(settings).map(|_| ())
}

/// Delivers mails until `stop`; what is being sent is sent to its end. Where no mail server is set up there is nothing
/// to do but to wait.
pub async fn deliver(service: Arc<Service>, stop: CancellationToken) {
    if service.settings.smtp_url.is_none() {
        return stop.cancelled().await;
    }
    let sender = match Sender::new(&service.settings) {
        Ok(sender) => sender,
        Err(cause) => return tracing::error!(cause, "mails are not sent"),
    };
    while !stop.is_cancelled() {
        if let Err(cause) = sender.deliver_due(&service, &stop).await {
            tracing::warn!(%cause, "the outbox could not be read");
        }
        // Whoever rings meanwhile is remembered by the bell, and only later attempts wait for the clock.
        tokio::select! {
            () = stop.cancelled() => {}
            () = service.mail_bell.notified() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
}

impl Sender {
    /// A sender by `smtp_url` and `mail_from`. Connects when the first mail is sent.
    ///
    /// # Errors
    /// A sentence that names the setting which is wrong.
    pub fn new(settings: &Settings) -> Result<Self, String> {
        let from = settings.mail_from.parse().map_err(|_| words::bad_mail_from(&settings.mail_from))?;
        let url = settings.smtp_url.as_deref().ok_or_else(|| words::bad_smtp_url().to_owned())?;
        if sends_password_in_the_open(url) {
            return Err(words::open_smtp_password().to_owned());
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url);
        let builder = builder.map_err(|_| words::bad_smtp_url().to_owned())?;
        Ok(Self { transport: builder.timeout(Some(TIMEOUT)).build(), from })
    }

    /// Sends every mail that is due, oldest first, and returns how many the mail server took. Stops at the first sign
    /// that the server is at fault and not the mail, so that a thousand mails do not wait for a thousand time-outs.
    ///
    /// # Errors
    /// Where the database does not answer.
    pub async fn deliver_due(&self, service: &Service, stop: &CancellationToken) -> Result<u64> {
        let mut taken = 0;
        while !stop.is_cancelled() {
            let Some(mail) = claim(service).await? else { break };
            let trouble = self.send(&mail).await.err();
            note(service, &mail, trouble).await?;
            match trouble {
                None => taken += 1,
                Some(trouble) if trouble.is_of_the_server() => break,
                Some(_) => {}
            }
        }
        Ok(taken)
    }

    async fn send(&self, mail: &Model) -> Result<(), Trouble> {
        let message = self.message(mail)?;
        self.transport.send(message).await.map(|_| ()).map_err(|error| {
            tracing::warn!(mail = %mail.id, %error, cause = ?std::error::Error::source(&error), "a mail was not taken");
            trouble(&error)
        })
    }

    fn message(&self, mail: &Model) -> Result<Message, Trouble> {
        let address: Address = mail.recipient.parse().map_err(|_| Trouble::Address)?;
        let host = self.from.email.domain();
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, address))
            .subject(mail.subject.clone())
            .message_id(Some(format!("<{}@{host}>", mail.id)))
            // So that no holiday notice answers.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".into(),
            ))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.replace('\n', "\r\n"))
            .map_err(|_| Trouble::Address)
    }
}

/// Whether `url` would send a user name and a password over a network without encryption.
fn sends_password_in_the_open(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else { return false };
    let Some((_, host)) = rest.rsplit_once('@') else { return false };
    let local = ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host.starts_with(name));
    !local && !host.contains("tls=required")
}

fn trouble(error: &lettre::transport::smtp::Error) -> Trouble {
    match error.status().map(u16::from) {
        Some(530 | 534 | 535 | 538) => Trouble::SignIn,
        Some(500..) => Trouble::Refused,
        Some(421) => Trouble::Unreachable,
        Some(_) => Trouble::Later,
        None if error.is_tls() => Trouble::Encryption,
        // What the client itself cannot do with this mail, as an address that the server has no way to take.
        None if error.is_client() => Trouble::Address,
        None => Trouble::Unreachable,
    }
}

/// Claims the oldest mail that is due, or whose claim has run out.
async fn claim(service: &Service) -> Result<Option<Model>> {
    let now = service.now();
    let free = || {
        Condition::any().add(Column::State.eq(State::Queued.as_str()).and(Column::NextTryAt.lte(now.0))).add(
            Column::State
                .eq(State::Sending.as_str())
                .and(Column::ClaimedAt.lte(now.plus_seconds(-CLAIM_SECONDS).0)),
        )
    };
    loop {
        let next = Entity::find().filter(free()).order_by_asc(Column::NextTryAt).order_by_asc(Column::Id);
        let Some(mut mail) = next.one(&service.handles.write).await? else { return Ok(None) };
        let claimed = Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Sending.as_str()))
            .col_expr(Column::ClaimedAt, Expr::value(now.0))
            .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
            .filter(Column::Id.eq(mail.id))
            .filter(free())
            .exec(&service.handles.write)
            .await?;
        if claimed.rows_affected == 1 {
            mail.claimed_at = Some(now.0);
            mail.attempts += 1;
            return Ok(Some(mail));
        }
    }
}

/// Notes what became of a claimed mail, unless its claim ran out meanwhile and somebody else has it.
async fn note(service: &Service, mail: &Model, trouble: Option<Trouble>) -> Result<()> {
    let now = service.now();
    let noted = Entity::update_many()
        .filter(Column::Id.eq(mail.id))
        .filter(Column::State.eq(State::Sending.as_str()))
        .filter(Column::ClaimedAt.eq(mail.claimed_at))
        .col_expr(Column::Error, Expr::value(trouble.map(|trouble| trouble.as_str().to_owned())));
    let noted = match trouble {
        None => {
            let sent = noted
                .col_expr(Column::State, Expr::value(State::Sent.as_str()))
                .col_expr(Column::SentAt, Expr::value(now.0));
            // A delivered text is the recipient's alone. A demonstration keeps it, to be looked at.
            if service.settings.demo { sent } else { sent.col_expr(Column::Body, Expr::value("")) }
        }
        Some(trouble) => {
            let kind: Kind = mail.kind.parse().map_err(|()| Error::internal("a mail of no kind"))?;
            let attempts = u32::try_from(mail.attempts).unwrap_or(u32::MAX);
            let again =
                next_try(kind, Instant(mail.created_at), attempts, now).filter(|_| !trouble.is_final());
            match again {
                Some(at) => noted
                    .col_expr(Column::State, Expr::value(State::Queued.as_str()))
                    .col_expr(Column::NextTryAt, Expr::value(at.0)),
                None => noted.col_expr(Column::State, Expr::value(State::Failed.as_str())),
            }
        }
    };
    noted.exec(&service.handles.write).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(smtp_url: &str, mail_from: &str) -> Result<(), String> {
        let settings =
            Settings { smtp_url: Some(smtp_url.into()), mail_from: mail_from.into(), ..Settings::default() };
        check_settings(&settings)
    }

    #[tokio::test]
    async fn settings_are_checked_before_the_start() {
        let from = "Trellis <trellis@example.org>";
        for good in [
            "smtp://127.0.0.1:2525",
            "smtps://me:secret@mail.example.org",
            "smtp://me:s@mail.example.org?tls=required",
        ] {
            assert_eq!(check(good, from), Ok(()), "{good}");
        }
        assert!(check("http://mail.example.org", from).unwrap_err().contains("smtp_url"));
        assert!(check("smtp://me:secret@mail.example.org", from).unwrap_err().contains("unencrypted"));
        assert!(check("smtp://127.0.0.1", "nobody").unwrap_err().contains("nobody"));
    }
}
