//! Letters that Trellis writes, and how long it tries to deliver them.
//!
//! A letter is a kind with what it says in it; its words come from the catalogue. It is rendered once, when the change
//! that causes it is made, so that a mail says what was true then. Names that people typed can neither add a line to a
//! subject nor a header to a mail.

mod introduction;

pub use introduction::Introduction;

use crate::Instant;
use crate::board::RequestState;
use crate::text::{board, introduction::kind, mail as words};
use crate::word::words;
use crate::{MailId, PersonId, account, stream};
use serde::{Deserialize, Serialize};

words! {
    /// What a mail is about; all that an organisation admin sees of its content.
    pub enum Kind {
        Invitation = "invitation",
        ProgrammeInvitation = "programme-invitation",
        Reset = "reset",
        PasswordChanged = "password-changed",
        Proposal = "proposal",
        ProposalOver = "proposal-over",
        MentorshipBegun = "mentorship-begun",
        Publication = "publication",
        Introduction = "introduction",
    }
}

impl Kind {
    /// The kind as a list shows it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Invitation => words::kind_invitation(),
            Self::ProgrammeInvitation => words::kind_programme_invitation(),
            Self::Reset => words::kind_reset(),
            Self::PasswordChanged => words::kind_password_changed(),
            Self::Proposal => words::kind_proposal(),
            Self::ProposalOver => words::kind_proposal_over(),
            Self::MentorshipBegun => words::kind_mentorship_begun(),
            Self::Publication => words::kind_publication(),
            Self::Introduction => kind(),
        }
    }

    /// For how many seconds a mail of this kind is worth delivering. A reset link is dead after an hour.
    fn patience(self) -> i64 {
        match self {
            Self::Reset => 60 * 60,
            _ => 2 * 24 * 60 * 60,
        }
    }
}

words! {
    /// How far a mail has come.
    pub enum State {
        /// It waits for its turn, or for the next attempt.
        Queued = "queued",
        /// A server is delivering it.
        Sending = "sending",
        Sent = "sent",
        /// It was given up.
        Failed = "failed",
        /// There is no mail server; it stays in the outbox.
        Kept = "kept",
    }
}

impl State {
    /// The state as a list shows it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Queued => words::state_queued(),
            Self::Sending => words::state_sending(),
            Self::Sent => words::state_sent(),
            Self::Failed => words::state_failed(),
            Self::Kept => words::state_kept(),
        }
    }
}

words! {
    /// Why a mail was not taken. The mail server's own words may hold an address or a name, and stay in the log.
    pub enum Trouble {
        Unreachable = "unreachable",
        Refused = "refused",
        Later = "later",
        SignIn = "sign-in",
        Encryption = "encryption",
        Address = "address",
    }
}

impl Trouble {
    /// What is the matter, and what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Unreachable => words::problem_unreachable(),
            Self::Refused => words::problem_refused(),
            Self::Later => words::problem_later(),
            Self::SignIn => words::problem_signin(),
            Self::Encryption => words::problem_encryption(),
            Self::Address => words::problem_address(),
        }
    }

    /// Whether the next mail would fare no better, as it is the server and not the mail that is at fault.
    pub fn is_of_the_server(self) -> bool {
        matches!(self, Self::Unreachable | Self::SignIn | Self::Encryption)
    }

    /// Whether another attempt makes no sense.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Refused | Self::Address)
    }
}

/// One mail as organisation admins see it: everything but what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailLine {
    pub id: MailId,
    pub recipient: String,
    pub kind: Kind,
    pub state: State,
    pub attempts: u32,
    pub trouble: Option<Trouble>,
    pub created: Instant,
    /// When it is tried next; only while it waits.
    pub next_try: Option<Instant>,
    pub sent: Option<Instant>,
}

impl MailLine {
    /// Whether somebody may put it into the queue once more.
    pub fn can_be_sent_again(&self, has_server: bool) -> bool {
        has_server && matches!(self.state, State::Failed | State::Kept)
    }
}

/// What happened to the outbox by somebody's hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    QueuedAgain { mail: MailId },
}

impl stream::Event for Event {
    fn kind(&self) -> &'static str {
        match self {
            Self::QueuedAgain { .. } => "mail.queued_again",
        }
    }
}

/// Puts a mail into the queue again.
///
/// # Errors
/// [`account::Refusal::NotAgain`] where it was sent or is on its way, or where there is no mail server.
pub fn decide_again(mail: &MailLine, has_server: bool) -> Result<Event, account::Refusal> {
    if mail.can_be_sent_again(has_server) {
        Ok(Event::QueuedAgain { mail: mail.id })
    } else {
        Err(account::Refusal::NotAgain)
    }
}

/// The newest mails, a page of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailList {
    pub lines: Vec<MailLine>,
    /// Counted from 1.
    pub page: u64,
    /// How many mails there are in all.
    pub total: u64,
    pub has_server: bool,
    /// Since when the mail server has taken nothing, and why.
    pub down: Option<(Instant, Trouble)>,
    /// Whether the texts may be read.
    pub demo: bool,
    pub now: Instant,
}

/// How many mails or people a page lists.
pub const PAGE: u64 = 50;

/// One mail with its text; only in a demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailText {
    pub line: MailLine,
    pub subject: String,
    pub text: String,
    pub has_server: bool,
    pub now: Instant,
}

/// A piece of a mail's text: words, or an address that can be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    /// A whole address with scheme and host.
    Link(&'a str),
}

/// Cuts a text into words and `http` addresses. Put together again, the pieces are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = ["http://", "https://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(at);
        let (link, after) = from.split_at(from.find(char::is_whitespace).unwrap_or(from.len()));
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Link(link));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// Who gets a mail. The address is one that [`crate::form::email`] accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The account, where there is one.
    pub person: Option<PersonId>,
    pub name: String,
    pub address: String,
}

/// A letter to one person. Links are whole addresses, with scheme and host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// Come in and choose a password.
    Invitation { programme: Option<String>, inviter: Option<String>, link: String },
    /// Somebody with an account was invited to one more programme.
    ProgrammeInvitation { programme: String, inviter: Option<String>, link: String },
    /// Choose a new password.
    Reset { link: String },
    /// The password was changed; where it was not the owner, they hear of it.
    PasswordChanged { link: String },
    /// Pairs that wait for an answer until the date in `until`: whom the reader would mentor, and who would mentor them.
    ///
    /// Who `joins` has no password yet: their link lets them choose one first.
    Proposal {
        programme: String,
        mentees: Vec<String>,
        mentors: Vec<String>,
        until: String,
        joins: bool,
        link: String,
    },
    /// A pair with `other` will not be.
    ProposalOver { programme: String, other: String, link: String },
    /// A mentorship with `others` has begun.
    MentorshipBegun { programme: String, others: Vec<String>, link: String },
    /// To a coordinator: how far the publication of a match plan has come, and `by` whom where it was somebody else. What
    /// was left out is said in sentences.
    Publication {
        programme: String,
        plan: String,
        by: Option<String>,
        state: RequestState,
        pairs: usize,
        left_out: Vec<String>,
        link: String,
    },
    /// Two who may fit are to meet, before anything is proposed to them.
    Introduction { what: Introduction, link: String },
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// One line without control characters.
    pub subject: String,
    /// Plain text; lines end with `\n`.
    pub text: String,
}

impl Letter {
    /// What the letter is about.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Invitation { .. } => Kind::Invitation,
            Self::ProgrammeInvitation { .. } => Kind::ProgrammeInvitation,
            Self::Reset { .. } => Kind::Reset,
            Self::PasswordChanged { .. } => Kind::PasswordChanged,
            Self::Proposal { .. } => Kind::Proposal,
            Self::ProposalOver { .. } => Kind::ProposalOver,
            Self::MentorshipBegun { .. } => Kind::MentorshipBegun,
            Self::Publication { .. } => Kind::Publication,
            Self::Introduction { .. } => Kind::Introduction,
        }
    }

    /// The letter to somebody called `name`.
    pub fn render(&self, name: &str) -> Rendered {
        let (subject, paragraphs, link) = match self {
            Self::Invitation { programme, inviter, link } => {
                let what = match (inviter, programme) {
                    (Some(inviter), Some(programme)) => {
                        words::invited_by_to(one_line(inviter), one_line(programme))
                    }
                    (Some(inviter), None) => words::invited_by(one_line(inviter)),
                    (None, Some(programme)) => words::invited_to(one_line(programme)),
                    (None, None) => words::invited().to_owned(),
                };
                let paragraphs = vec![what, words::invitation_what().into(), words::invitation_link().into()];
                (words::invitation_subject().to_owned(), paragraphs, link)
            }
            Self::ProgrammeInvitation { programme, inviter, link } => {
                let programme = one_line(programme);
                let what = match inviter {
                    Some(inviter) => words::invited_by_to(one_line(inviter), &programme),
                    None => words::invited_to(&programme),
                };
                (words::programme_subject(&programme), vec![what, words::programme_link().into()], link)
            }
            Self::Reset { link } => {
                let paragraphs = vec![words::reset_what().into(), words::reset_link().into()];
                (words::reset_subject().to_owned(), paragraphs, link)
            }
            Self::PasswordChanged { link } => {
                let paragraphs =
                    vec![words::password_changed_what().into(), words::password_changed_link().into()];
                (words::password_changed_subject().to_owned(), paragraphs, link)
            }
            Self::Proposal { programme, mentees, mentors, until, joins, link } => {
                let programme = one_line(programme);
                let mut paragraphs = vec![];
                if !mentors.is_empty() {
                    paragraphs.push(words::proposal_mentor(&programme, names(mentors)));
                }
                if !mentees.is_empty() {
                    paragraphs.push(words::proposal_mentees(&programme, names(mentees)));
                }
                if *joins {
                    paragraphs.push(words::proposal_joins().into());
                }
                paragraphs.push(words::proposal_until(one_line(until)));
                (words::proposal_subject(&programme), paragraphs, link)
            }
            Self::ProposalOver { programme, other, link } => {
                let paragraphs = vec![
                    words::proposal_over_what(one_line(other), one_line(programme)),
                    words::proposal_over_next().into(),
                ];
                (words::proposal_over_subject(one_line(programme)), paragraphs, link)
            }
            Self::MentorshipBegun { programme, others, link } => {
                let what = words::mentorship_begun_what(names(others), one_line(programme));
                let paragraphs = vec![what, words::mentorship_begun_next().into()];
                (words::mentorship_begun_subject(names(others)), paragraphs, link)
            }
            Self::Publication { programme, plan, by, state, pairs, left_out, link } => {
                let (programme, plan) = (one_line(programme), one_line(plan));
                let by = by.as_deref().map_or_else(|| board::by_system().to_owned(), one_line);
                let pairs = board::pairs(*pairs);
                let (subject, what) = match state {
                    RequestState::Asked => (
                        words::sign_off_subject(&programme),
                        words::sign_off_what(by, pairs, plan, &programme),
                    ),
                    RequestState::Armed => {
                        (words::signed_subject(&programme), words::signed_what(by, plan, &programme))
                    }
                    RequestState::Done => {
                        (words::published_subject(&programme), words::published_what(pairs, plan, &programme))
                    }
                    RequestState::Cancelled => {
                        (words::cancelled_subject(&programme), words::cancelled_what(by, plan, &programme))
                    }
                    RequestState::SentBack => {
                        (words::sent_back_subject(&programme), words::sent_back_what(by, plan, &programme))
                    }
                    RequestState::Failed => {
                        (words::unpublished_subject(&programme), words::unpublished_what(plan, &programme))
                    }
                };
                let mut paragraphs = vec![what];
                if !left_out.is_empty() {
                    let left_out: Vec<_> = left_out.iter().map(|one| one_line(one)).collect();
                    paragraphs.push(words::left_out(left_out.join("; ")));
                }
                paragraphs.push(words::publication_link().into());
                (subject, paragraphs, link)
            }
            Self::Introduction { what, link } => (what.subject(), what.paragraphs(), link),
        };
        let mut text = words::hello(one_line(name));
        for paragraph in paragraphs {
            text.push_str("\n\n");
            text.push_str(&paragraph);
        }
        text.push_str("\n\n");
        text.push_str(&one_line(link));
        text.push_str("\n\n");
        text.push_str(words::signature());
        text.push('\n');
        Rendered { subject: one_line(&subject), text }
    }
}

/// "Ada, Grace, Edsger".
fn names(list: &[String]) -> String {
    list.iter().map(|name| one_line(name)).collect::<Vec<_>>().join(", ")
}

/// `text` on one line: control characters and line separators become spaces, runs of spaces one, at most 200
/// characters.
pub fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let words: Vec<&str> = text.split(breaks).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(200).collect()
}

/// When a mail of `kind`, queued at `queued`, is tried again after its `attempts`-th failure (1 is the first), or none
/// where it is given up: 30 seconds, 2 minutes, 8 minutes, … at most 6 hours apart.
pub fn next_try(kind: Kind, queued: Instant, attempts: u32, now: Instant) -> Option<Instant> {
    let doubled = attempts.saturating_sub(1).min(8) * 2;
    let next = now.plus_seconds((30_i64 << doubled).min(6 * 60 * 60));
    (next < queued.plus_seconds(kind.patience())).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Role;
    use proptest::prelude::*;

    const NOW: Instant = Instant(1_700_000_000_000);

    fn letters() -> Vec<Letter> {
        let (programme, inviter) = ("Leaders of tomorrow".to_owned(), "Ada Lovelace".to_owned());
        let link = "http://127.0.0.1:3000/invitation/secret".to_owned();
        vec![
            Letter::Invitation { programme: None, inviter: None, link: link.clone() },
            Letter::Invitation {
                programme: Some(programme.clone()),
                inviter: Some(inviter.clone()),
                link: link.clone(),
            },
            Letter::ProgrammeInvitation {
                programme: programme.clone(),
                inviter: Some(inviter),
                link: link.clone(),
            },
            Letter::Reset { link: link.clone() },
            Letter::PasswordChanged { link: link.clone() },
            Letter::Proposal {
                programme: programme.clone(),
                mentees: vec!["Ada".into(), "Alan".into()],
                mentors: vec![],
                until: "22 Nov 2026".into(),
                joins: true,
                link: link.clone(),
            },
            Letter::ProposalOver { programme: programme.clone(), other: "Ada".into(), link: link.clone() },
            Letter::MentorshipBegun {
                programme: programme.clone(),
                others: vec!["Ada".into()],
                link: link.clone(),
            },
            Letter::Publication {
                programme,
                plan: "Second round".into(),
                by: None,
                state: RequestState::Failed,
                pairs: 0,
                left_out: vec!["Ada is in the tray now".into()],
                link: link.clone(),
            },
            Letter::Introduction { what: introduction::made_up(Role::Mentee), link: link.clone() },
            Letter::Introduction { what: introduction::made_up(Role::Mentor), link },
        ]
    }

    #[test]
    fn every_letter_greets_and_ends_with_its_link() {
        for letter in letters() {
            let mail = letter.render("Grace Hopper");
            assert!(mail.text.starts_with("Hello Grace Hopper,"), "{}", mail.text);
            assert!(mail.text.contains("\n\nhttp://127.0.0.1:3000/invitation/secret\n\n"), "{}", mail.text);
            assert!(!mail.subject.is_empty() && !mail.subject.contains('!'));
        }
    }

    #[test]
    fn tries_are_further_and_further_apart_and_end() {
        let mut now = NOW;
        let mut waits = Vec::new();
        while let Some(next) = next_try(Kind::Invitation, NOW, waits.len() as u32 + 1, now) {
            waits.push((next.0 - now.0) / 1000);
            now = next;
        }
        assert_eq!(&waits[..5], [30, 120, 480, 1920, 7680]);
        assert!(waits.iter().all(|wait| *wait <= 21_600) && waits.is_sorted());
        assert!(now < NOW.plus_days(2) && waits.len() > 8);
        assert_eq!(
            next_try(Kind::Reset, NOW, 4, NOW.plus_seconds(1900)),
            None,
            "a dead link is not delivered"
        );
    }

    #[test]
    fn links_are_found() {
        let text = "Look:\n\nhttp://127.0.0.1:3000/reset/a_b-c\n\nBye https://example.org";
        let links: Vec<_> =
            pieces(text).into_iter().filter(|piece| matches!(piece, Piece::Link(_))).collect();
        assert_eq!(
            links,
            [Piece::Link("http://127.0.0.1:3000/reset/a_b-c"), Piece::Link("https://example.org")]
        );
    }

    proptest! {
        #[test]
        fn pieces_lose_nothing(text in "(http://|https://|[a-z \n])*") {
            let joined: String = pieces(&text).into_iter().map(|(Piece::Words(part) | Piece::Link(part))| part).collect();
            prop_assert_eq!(joined, text);
        }

        /// Whatever people are called, a subject is one line and the number of lines of a mail is its own.
        #[test]
        fn nothing_typed_adds_a_line(name in ".*", programme in ".*") {
            let plain = Letter::ProgrammeInvitation { programme: "P".into(), inviter: None, link: "l".into() }.render("N");
            let typed = Letter::ProgrammeInvitation { programme, inviter: None, link: "l".into() }.render(&name);
            prop_assert!(!typed.subject.chars().any(char::is_control));
            prop_assert_eq!(typed.text.lines().count(), plain.text.lines().count());
        }
    }
}
