//! The organisation's people, as organisation admins list them.

use crate::person::PersonLine;
use crate::text::account as words;
use crate::word::words;
use crate::{Instant, ParticipationId, PersonId, Role, stream};
use serde::{Deserialize, Serialize};

words! {
    /// How far somebody has come in.
    pub enum Standing {
        Active = "active",
        /// A link is on its way to them and still works.
        Invited = "invited",
        /// On a list, but never invited, or the invitation has run out.
        Listed = "listed",
        Archived = "archived",
    }
}

impl Standing {
    /// The standing as a list shows it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Active => words::person_active(),
            Self::Invited => words::person_invited(),
            Self::Listed => words::person_listed(),
            Self::Archived => words::person_archived(),
        }
    }
}

words! {
    /// What an organisation admin does to an account from the list.
    pub enum PersonChange {
        Invite = "invite",
        MakeAdmin = "make-admin",
        EndAdmin = "end-admin",
        AllowCreate = "allow-create",
        EndCreate = "end-create",
        Archive = "archive",
        Restore = "restore",
    }
}

impl PersonChange {
    /// The button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Invite => words::invite_send(),
            Self::MakeAdmin => words::make_admin(),
            Self::EndAdmin => words::end_admin(),
            Self::AllowCreate => words::allow_create(),
            Self::EndCreate => words::end_create(),
            Self::Archive => words::archive(),
            Self::Restore => words::restore(),
        }
    }

    /// What is said once it is done to somebody called `name`. `sent` tells whether mails leave this machine.
    pub fn done(self, name: &str, sent: bool) -> String {
        match self {
            Self::Invite if sent => words::invite_sent(name),
            Self::Invite => words::invite_kept(name),
            Self::MakeAdmin => words::admin_made(name),
            Self::EndAdmin => words::admin_ended(name),
            Self::AllowCreate => words::create_allowed(name),
            Self::EndCreate => words::create_ended(name),
            Self::Archive => words::person_archived_done(name),
            Self::Restore => words::person_restored(name),
        }
    }
}

/// What was done to whose account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub change: PersonChange,
    pub name: String,
}

/// One person in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub person: PersonLine,
    /// Empty where none is known; then no mail reaches them.
    pub email: String,
    pub standing: Standing,
    pub admin: bool,
    pub may_create: bool,
    /// The last use of any of their sessions that is still open.
    pub seen: Option<Instant>,
    /// Whether it is the asker.
    pub you: bool,
}

impl Row {
    /// What can be done to the account, in the order of the menu. Nobody archives themselves.
    pub fn changes(&self) -> Vec<PersonChange> {
        use PersonChange::{AllowCreate, Archive, EndAdmin, EndCreate, Invite, MakeAdmin, Restore};
        if self.standing == Standing::Archived {
            return vec![Restore];
        }
        let mut changes = Vec::new();
        if matches!(self.standing, Standing::Invited | Standing::Listed) && !self.email.is_empty() {
            changes.push(Invite);
        }
        changes.push(if self.admin { EndAdmin } else { MakeAdmin });
        // Organisation admins may create programmes anyway.
        match (self.admin, self.may_create) {
            (true, _) => {}
            (false, true) => changes.push(EndCreate),
            (false, false) => changes.push(AllowCreate),
        }
        if !self.you {
            changes.push(Archive);
        }
        changes
    }
}

/// A page of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleList {
    pub rows: Vec<Row>,
    /// What was searched for.
    pub find: String,
    /// Counted from 1.
    pub page: u64,
    /// How many people fit the search.
    pub total: u64,
    /// Whether mails leave this machine.
    pub has_server: bool,
    pub now: Instant,
}

/// What happened to a programme's people by an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Invited { person: PersonId, role: Role },
    Joined { participation: ParticipationId, person: PersonId },
}

impl stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::Invited { .. } => "programme.person_invited",
            Self::Joined { .. } => "programme.person_joined",
        }
    }
}

words! {
    /// What became of an invitation: the mail is on its way, it waits in the outbox, somebody on a list or invited before
    /// gets a new link, or somebody with an account is in the programme at once.
    pub enum Welcome { Sent = "sent", Kept = "kept", Again = "again", Enrolled = "enrolled" }
}

impl Welcome {
    /// What the inviter reads.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Sent => words::invited_sent(),
            Self::Kept => words::invited_kept(),
            Self::Again => words::invited_again(),
            Self::Enrolled => words::invited_enrolled(),
        }
    }
}

/// What inviting somebody gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    pub person: PersonId,
    pub name: String,
    pub welcome: Welcome,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn check(row: impl FnOnce(&mut Row), expect: &[PersonChange]) {
        let mut of = Row {
            person: PersonLine::new(PersonId(Uuid::nil()), "Ada Lovelace", "", ""),
            email: "ada@example.org".into(),
            standing: Standing::Active,
            admin: false,
            may_create: false,
            seen: None,
            you: false,
        };
        row(&mut of);
        assert_eq!(of.changes(), expect, "{of:?}");
    }

    #[test]
    fn what_the_menu_offers() {
        use PersonChange::{AllowCreate, Archive, EndAdmin, EndCreate, Invite, MakeAdmin, Restore};
        check(|_| (), &[MakeAdmin, AllowCreate, Archive]);
        check(|row| row.standing = Standing::Listed, &[Invite, MakeAdmin, AllowCreate, Archive]);
        check(
            |row| (row.standing, row.email) = (Standing::Listed, String::new()),
            &[MakeAdmin, AllowCreate, Archive],
        );
        check(|row| row.standing = Standing::Archived, &[Restore]);
        check(|row| (row.admin, row.you) = (true, true), &[EndAdmin]);
        check(|row| row.may_create = true, &[MakeAdmin, EndCreate, Archive]);
    }
}
