//! The outbox as organisation admins see it.

use crate::entity::mail::{Column, Entity, Model};
use crate::error::Result;
use crate::{Context, Error, Opened};
use domain::mail::{Kind, MailLine, MailList, MailText, PAGE, State, Trouble, decide_again};
use domain::stream::Aggregate;
use domain::{CommandId, Instant, MailId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// The newest mails, `page` counted from 1. For organisation admins; in a demonstration for everybody.
///
/// # Errors
/// [`Error::SignInRequired`], [`Error::NotFound`].
pub async fn mails(cx: &Context, page: u64) -> Result<MailList> {
    may_look(cx)?;
    let total = Entity::find().count(cx.read()).await?;
    let page = page.clamp(1, total.div_ceil(PAGE).max(1));
    let rows = Entity::find()
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .offset((page - 1) * PAGE)
        .limit(PAGE)
        .all(cx.read())
        .await?;
    Ok(MailList {
        lines: rows.into_iter().map(line).collect::<Result<_>>()?,
        page,
        total,
        has_server: cx.service.settings.smtp_url.is_some(),
        down: down(cx).await?,
        demo: cx.service.settings.demo,
        now: cx.now(),
    })
}

/// Since when the mail server has been at fault, if the last mail that was tried says so.
async fn down(cx: &Context) -> Result<Option<(Instant, Trouble)>> {
    if cx.service.settings.smtp_url.is_none() {
        return Ok(None);
    }
    let tried = Entity::find()
        .filter(Column::ClaimedAt.is_not_null())
        .filter(Column::State.ne(State::Sending.as_str()))
        .order_by_desc(Column::ClaimedAt)
        .order_by_desc(Column::Id)
        .one(cx.read())
        .await?;
    let trouble = tried.and_then(|mail| {
        let trouble: Trouble = mail.error?.parse().ok()?;
        Some((Instant(mail.claimed_at?), trouble))
    });
    Ok(trouble.filter(|(_, trouble)| trouble.is_of_the_server()))
}

fn line(mail: Model) -> Result<MailLine> {
    let kind: Kind = mail.kind.parse().map_err(|()| Error::internal("a mail of no kind"))?;
    let state: State = mail.state.parse().map_err(|()| Error::internal("a mail in no state"))?;
    Ok(MailLine {
        id: MailId(mail.id),
        recipient: mail.recipient,
        kind,
        state,
        attempts: u32::try_from(mail.attempts).unwrap_or(u32::MAX),
        trouble: mail.error.and_then(|word| word.parse().ok()),
        created: Instant(mail.created_at),
        next_try: (state == State::Queued && mail.attempts > 0).then_some(Instant(mail.next_try_at)),
        sent: mail.sent_at.map(Instant),
    })
}

/// Refuses everybody but organisation admins; in a demonstration nobody, as nothing in it is anybody's.
fn may_look(cx: &Context) -> Result<()> {
    if cx.service.settings.demo { Ok(()) } else { cx.admin().map(|_| ()) }
}

/// One mail with its text. For everybody in a demonstration; elsewhere there is no such page for anybody.
///
/// # Errors
/// [`Error::SignInRequired`], [`Error::NotFound`].
pub async fn letter(cx: &Context, mail: MailId) -> Result<MailText> {
    may_look(cx)?;
    if !cx.service.settings.demo {
        return Err(Error::NotFound);
    }
    let row = Entity::find_by_id(mail.0).one(cx.read()).await?.ok_or(Error::NotFound)?;
    Ok(MailText {
        subject: row.subject.clone(),
        text: row.body.clone(),
        line: line(row)?,
        has_server: cx.service.settings.smtp_url.is_some(),
        now: cx.now(),
    })
}

/// Puts a mail that was given up, or kept while there was no mail server, into the queue again. For organisation
/// admins.
///
/// # Errors
/// [`domain::account::Refusal::NotAgain`] where it was sent or is being sent, or where there still is no server.
pub async fn send_again(cx: &Context, command: CommandId, mail: MailId) -> Result<()> {
    cx.admin()?;
    let Opened::New(mut change) = cx.change::<()>(Aggregate::Organisation, command).await? else {
        return Ok(());
    };
    let row = Entity::find_by_id(mail.0).one(change.tx()).await?.ok_or(Error::NotFound)?;
    let event = decide_again(&line(row)?, cx.service.settings.smtp_url.is_some())?;
    Entity::update_many()
        .filter(Column::Id.eq(mail.0))
        .col_expr(Column::State, Expr::value(State::Queued.as_str()))
        .col_expr(Column::NextTryAt, Expr::value(change.now.0))
        // A new start: the time for which it is worth delivering begins anew.
        .col_expr(Column::CreatedAt, Expr::value(change.now.0))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::Error, Expr::value(Option::<String>::None))
        .exec(change.tx())
        .await?;
    change.record(&event)?;
    change.ring_mail_bell();
    change.commit(()).await
}
