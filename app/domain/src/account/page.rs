//! What the pages of signing in and of one's own account show.

use super::Purpose;
use crate::person::PersonLine;
use crate::{Instant, SessionId};
use serde::{Deserialize, Serialize};

/// The sign-in page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInView {
    /// Who is signed in already.
    pub signed_in: Option<String>,
    /// The cast of the demonstration; none in a real installation.
    pub cast: Option<Vec<CastLine>>,
}

/// One of the cast, and what they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CastLine {
    pub person: PersonLine,
    /// "Organisation admin", "Coordinator", "Mentor, mentee".
    pub part: String,
}

/// The page behind a link that works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    pub purpose: Purpose,
    pub name: String,
    /// For the browser's password manager.
    pub email: String,
    /// The programmes that the person was invited to.
    pub programmes: Vec<String>,
}

/// One's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    pub name: String,
    pub email: String,
    pub admin: bool,
    /// False for the cast of a demonstration, who come in without a password.
    pub has_password: bool,
    /// The one that asks first, then by last use.
    pub sessions: Vec<SessionLine>,
    pub now: Instant,
}

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    pub id: SessionId,
    /// Whether it is the one that asks.
    pub this: bool,
    /// "Firefox on Linux".
    pub browser: String,
    /// The network address that it came from.
    pub address: String,
    pub began: Instant,
    pub seen: Instant,
}

/// Where to go after signing in: `next` where it is a page of this installation, else the start page. Anything that a
/// browser could read as another host (`//host`, `/\host`, a scheme) is refused, also behind tabs and line breaks,
/// which browsers drop.
pub fn inside(next: &str) -> &str {
    let plain = next.chars().all(|c| !c.is_control() && c != '\\');
    if plain && next.starts_with('/') && !next.starts_with("//") { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn only_pages_of_ours() {
        for page in ["/", "/people?find=a&page=2", "/p/x#y"] {
            assert_eq!(inside(page), page);
        }
        for other in [
            "",
            "//example.org",
            "/\\example.org",
            "https://example.org",
            "/\t/example.org",
            "x",
            "/a\r\nB: c",
        ] {
            assert_eq!(inside(other), "/", "{other:?}");
        }
    }
}
