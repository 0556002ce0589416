//! Accounts: who may come in, by which link or password, and for how long.
//!
//! Owns the rules of invitations, resets, sessions, passwords and throttling. Knows no secret: a link or a session is
//! here only its dates, and a password only a text that is judged and forgotten.

mod browser;
mod link;
mod page;
mod password;
mod session;
mod throttle;

pub use browser::browser;
pub use link::{Link, Purpose};
pub use page::{AccountView, CastLine, LinkView, SessionLine, SignInView, inside};
pub use password::{LEAST, MOST, is_common, judge};
pub use session::{IDLE_DAYS, LONGEST_DAYS, NOTE_EVERY_SECONDS, Session};
pub use throttle::{Limit, PER_ACCOUNT, PER_ADDRESS, PER_RECIPIENT, WINDOW_SECONDS, wait};

use crate::text::account as words;
use crate::{Instant, SessionId, stream};
use serde::{Deserialize, Serialize};

/// Why a command of this noun cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The address and the password do not fit. The same for an unknown, an invited and an archived account.
    WrongCredentials,
    /// The link was never made, was cut short on its way, or was replaced by a newer one.
    LinkUnknown,
    /// The link has done its work.
    LinkUsed { purpose: Purpose },
    /// The link is too old.
    LinkExpired { purpose: Purpose },
    /// Nobody else could look after the organisation.
    LastAdmin,
    /// One's own account is archived by another admin, so that nobody locks themselves out.
    Yourself,
    /// The account is archived; it is restored before anything else.
    Archived,
    /// The person has a password already and needs no invitation.
    AlreadyJoined,
    /// The session has ended already.
    SessionGone,
    /// The mail was sent or is on its way, or there is no mail server to send it.
    NotAgain,
}

impl Refusal {
    /// What a person reads.
    pub fn sentence(&self) -> String {
        match self {
            Self::WrongCredentials => words::wrong_credentials().into(),
            Self::LinkUnknown => words::link_unknown().into(),
            Self::LinkUsed { purpose: Purpose::Invitation } => words::invitation_used().into(),
            Self::LinkUsed { purpose: Purpose::Reset } => words::reset_used().into(),
            Self::LinkExpired { purpose: Purpose::Invitation } => words::invitation_expired().into(),
            Self::LinkExpired { purpose: Purpose::Reset } => words::reset_expired().into(),
            Self::LastAdmin => words::last_admin().into(),
            Self::Yourself => words::not_yourself().into(),
            Self::Archived => words::archived_account().into(),
            Self::AlreadyJoined => words::already_joined().into(),
            Self::SessionGone => words::session_gone().into(),
            Self::NotAgain => crate::text::mail::not_again().into(),
        }
    }
}

/// What the rules need to know of one account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    pub admin: bool,
    pub may_create: bool,
    pub archived: bool,
    pub has_password: bool,
    /// The sessions that are open.
    pub sessions: Vec<SessionId>,
    /// How many other organisation admins could still sign in.
    pub other_admins: u64,
}

/// What is wanted of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// A new invitation link; earlier ones stop working.
    Invite,
    /// A first password by the link of an invitation, and a session for who brought it.
    Accept {
        link: Link,
        session: SessionId,
    },
    /// A reset link; earlier ones stop working.
    RequestReset,
    /// A new password by the link of a reset: every session ends, and a new one begins.
    Reset {
        link: Link,
        session: SessionId,
    },
    /// A session after the password was found right.
    SignIn {
        session: SessionId,
    },
    /// A session without a password, as one of the cast of a demonstration.
    SignInAs {
        session: SessionId,
    },
    /// A new password by somebody who knew the present one; the other sessions end.
    ChangePassword {
        keep: SessionId,
    },
    /// A password from the command line; every session ends.
    SetPassword,
    EndSession {
        session: SessionId,
    },
    EndOtherSessions {
        keep: SessionId,
    },
    Rename,
    SetAdmin {
        admin: bool,
    },
    SetMayCreate {
        may_create: bool,
    },
    /// The account closes: nobody signs in to it, and every session ends. `own` where somebody means their own.
    Archive {
        own: bool,
    },
    Restore,
}

/// What happened to an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Invited,
    Joined,
    ResetRequested,
    PasswordSet,
    SignedIn { session: SessionId },
    SessionEnded { session: SessionId },
    Renamed,
    AdminSet { admin: bool },
    MayCreateSet { may_create: bool },
    Archived,
    Restored,
}

impl stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::Invited => "account.invited",
            Self::Joined => "account.joined",
            Self::ResetRequested => "account.reset_requested",
            Self::PasswordSet => "account.password_set",
            Self::SignedIn { .. } => "account.signed_in",
            Self::SessionEnded { .. } => "account.session_ended",
            Self::Renamed => "account.renamed",
            Self::AdminSet { .. } => "account.admin_set",
            Self::MayCreateSet { .. } => "account.may_create_set",
            Self::Archived => "account.archived",
            Self::Restored => "account.restored",
        }
    }
}

/// What a command does to an account.
///
/// # Errors
/// The rule that forbids it. A command that would change nothing gives no event and no error.
pub fn decide(account: &Account, command: &Command, now: Instant) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    match command {
        Command::Restore if account.archived => events.push(Event::Restored),
        Command::Restore => {}
        // Somebody who tries the door of a closed account learns no more than at a door that never was.
        Command::SignIn { .. } if account.archived || !account.has_password => {
            return Err(Refusal::WrongCredentials);
        }
        Command::Accept { .. } | Command::Reset { .. } if account.archived => {
            return Err(Refusal::LinkUnknown);
        }
        Command::Archive { .. } if account.archived => {}
        // Sessions of an archived account are closed already; ending one again is no mistake.
        Command::EndSession { .. } | Command::EndOtherSessions { .. } if account.archived => {}
        _ if account.archived => return Err(Refusal::Archived),

        Command::Invite if account.has_password => return Err(Refusal::AlreadyJoined),
        Command::Invite => events.push(Event::Invited),
        Command::Accept { link, session } => {
            link.usable(Purpose::Invitation, now)?;
            events.extend([Event::PasswordSet, Event::Joined, Event::SignedIn { session: *session }]);
        }
        Command::RequestReset => events.push(Event::ResetRequested),
        Command::Reset { link, session } => {
            link.usable(Purpose::Reset, now)?;
            events.push(Event::PasswordSet);
            events.extend(ended(account, None));
            events.push(Event::SignedIn { session: *session });
        }
        Command::SignIn { session } | Command::SignInAs { session } => {
            events.push(Event::SignedIn { session: *session })
        }
        Command::ChangePassword { keep } => {
            events.push(Event::PasswordSet);
            events.extend(ended(account, Some(*keep)));
        }
        Command::SetPassword => {
            events.push(Event::PasswordSet);
            events.extend(ended(account, None));
        }
        Command::EndSession { session } if account.sessions.contains(session) => {
            events.push(Event::SessionEnded { session: *session });
        }
        Command::EndSession { .. } => return Err(Refusal::SessionGone),
        Command::EndOtherSessions { keep } => events.extend(ended(account, Some(*keep))),
        Command::Rename => events.push(Event::Renamed),
        Command::SetAdmin { admin } if *admin == account.admin => {}
        Command::SetAdmin { admin: false } if account.other_admins == 0 => return Err(Refusal::LastAdmin),
        Command::SetAdmin { admin } => events.push(Event::AdminSet { admin: *admin }),
        Command::SetMayCreate { may_create } if *may_create == account.may_create => {}
        Command::SetMayCreate { may_create } => events.push(Event::MayCreateSet { may_create: *may_create }),
        Command::Archive { own: true } => return Err(Refusal::Yourself),
        Command::Archive { .. } if account.admin && account.other_admins == 0 => {
            return Err(Refusal::LastAdmin);
        }
        Command::Archive { .. } => {
            events.extend(ended(account, None));
            events.push(Event::Archived);
        }
    }
    Ok(events)
}

fn ended(account: &Account, keep: Option<SessionId>) -> impl Iterator<Item = Event> {
    let open = account.sessions.iter().copied().filter(move |id| Some(*id) != keep);
    open.map(|session| Event::SessionEnded { session })
}

/// The account after `event`.
pub fn apply(account: &mut Account, event: &Event) {
    match event {
        Event::Invited | Event::Joined | Event::ResetRequested | Event::Renamed => {}
        Event::PasswordSet => account.has_password = true,
        Event::SignedIn { session } => account.sessions.push(*session),
        Event::SessionEnded { session } => account.sessions.retain(|id| id != session),
        Event::AdminSet { admin } => account.admin = *admin,
        Event::MayCreateSet { may_create } => account.may_create = *may_create,
        Event::Archived => account.archived = true,
        Event::Restored => account.archived = false,
    }
}

#[cfg(test)]
mod tests;
