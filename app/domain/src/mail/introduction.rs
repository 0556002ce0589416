//! The letter that introduces two people to each other.

use super::one_line;
use crate::Role;
use crate::text::{introduction as words, mail};

/// Whom the reader, a mentee or a mentor, may like to meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    pub programme: String,
    /// The coordinator whose idea it was.
    pub by: String,
    pub reader: Role,
    pub other: String,
    /// What the other does; may be empty.
    pub does: String,
    /// Why the two may fit, in sentences.
    pub reasons: Vec<String>,
    /// Where the other is reached, who gets a mail then too; none where they have no address.
    pub address: Option<String>,
    /// Who has no password yet: the link lets them choose one first.
    pub joins: bool,
}

impl Introduction {
    pub(super) fn subject(&self) -> String {
        words::subject(one_line(&self.other))
    }

    /// The last one leads to the link.
    pub(super) fn paragraphs(&self) -> Vec<String> {
        let (by, programme, other) = (one_line(&self.by), one_line(&self.programme), one_line(&self.other));
        let who = match self.does.is_empty() {
            true => other.clone(),
            false => words::who(&other, one_line(&self.does)),
        };
        let reasons: Vec<_> = self.reasons.iter().map(|one| one_line(one)).collect();
        let why = (!reasons.is_empty()).then(|| words::why(reasons.join("\n- ")));
        let step = match &self.address {
            Some(address) => words::step_of_both(&other, address),
            None => words::step_of_yours(&other, &by),
        };
        let (meet, after, link) = match self.reader {
            Role::Mentee => (
                words::meet_mentor(by, who, programme),
                words::mentee_after(&other),
                words::mentee_link(&other),
            ),
            _ => (
                words::meet_mentee(by, who, programme),
                words::mentor_after(&other),
                words::mentor_link().to_owned(),
            ),
        };
        let link = if self.joins { mail::proposal_joins().to_owned() } else { link };
        let all = [Some(meet), why, Some(words::informal().to_owned()), Some(step), Some(after), Some(link)];
        all.into_iter().flatten().collect()
    }
}

/// Somebody to meet.
#[cfg(test)]
pub(super) fn made_up(reader: Role) -> Introduction {
    Introduction {
        programme: "Leaders of tomorrow".into(),
        by: "Pavel".into(),
        reader,
        other: "Ada\nLovelace".into(),
        does: "Analyst · Engines".into(),
        reasons: vec!["Goals in common".into(), "Language in common: english".into()],
        address: Some("ada@example.org".into()),
        joins: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Letter;

    #[track_caller]
    fn check(what: Introduction, parts: &[&str]) {
        let mail = Letter::Introduction { what, link: "http://l".into() }.render("Grace");
        assert_eq!(mail.subject, "Would you like to meet Ada Lovelace?");
        for part in parts {
            assert!(mail.text.contains(part), "{part} in {}", mail.text);
        }
    }

    #[test]
    fn an_introduction_says_who_why_and_where() {
        check(
            made_up(Role::Mentee),
            &[
                "one of its mentors: Ada Lovelace, Analyst · Engines.",
                "Why you may fit:\n- Goals in common\n- Language in common: english\n\n",
                "Ada Lovelace gets a mail like this one too, so whoever reads it first can write to the other: ada@example.org.",
                "You can do both on Ada Lovelace's page:\n\nhttp://l",
            ],
        );
        let alone = Introduction { address: None, joins: true, ..made_up(Role::Mentor) };
        check(
            Introduction { does: String::new(), reasons: vec![], ..alone },
            &[
                "one of its mentees: Ada Lovelace.\n\nThis is a first",
                "Pavel tells Ada Lovelace about it",
                "choose a password",
            ],
        );
    }
}
