//! The outbox: every mail is a row, written in the transaction of the change that causes it.
//!
//! [`queue`] is for that change, [`deliver`] delivers beside it, and the rest is what organisation admins see. Where no
//! mail server is set up, mails are kept. What a mail says can open an account: it is read by its recipient, and by
//! others only in a demonstration; once it was delivered, the outbox forgets it.

mod list;
mod sender;

pub use list::{letter, mails, send_again};
pub use sender::{Sender, check_settings, deliver};

use crate::change::Change;
use crate::entity::mail::ActiveModel;
use crate::error::Result;
use domain::MailId;
use domain::mail::{Letter, Recipient, State};
use sea_orm::{ActiveModelTrait, Set};

/// Puts a letter into the outbox, as part of `change`: it leaves if and only if the change is committed.
///
/// # Errors
/// Where the database refuses.
pub async fn queue(change: &mut Change, to: &Recipient, letter: &Letter) -> Result<()> {
    let rendered = letter.render(&to.name);
    let state = if change.cx().service.settings.smtp_url.is_some() { State::Queued } else { State::Kept };
    let id: MailId = change.cx().new_id();
    let row = ActiveModel {
        id: Set(id.0),
        person_id: Set(to.person.map(|person| person.0)),
        recipient: Set(to.address.clone()),
        kind: Set(letter.kind().as_str().to_owned()),
        subject: Set(rendered.subject),
        body: Set(rendered.text),
        state: Set(state.as_str().to_owned()),
        attempts: Set(0),
        error: Set(None),
        created_at: Set(change.now.0),
        next_try_at: Set(change.now.0),
        claimed_at: Set(None),
        sent_at: Set(None),
    };
    row.insert(change.tx()).await?;
    change.ring_mail_bell();
    Ok(())
}
