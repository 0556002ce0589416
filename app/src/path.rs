//! Every URL has one author: a function here.

use domain::board::{Aim, CompareOrder, CompareQuery};
use domain::fairness::Group;
use domain::stream::Version;
use domain::{ImportId, MatchPlanId, MentorshipId, ParticipationId, PlanListId, ProposalId};

macro_rules! fixed {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> String {
            $path.to_owned()
        }
    )*};
}

fixed! {
    /// Start page: what waits for me; a welcome for who is signed out.
    today = "/";
    sign_in = "/sign-in";
    forgot = "/forgot";
    account = "/account";
    /// My own profile.
    profile = "/profile";
    people = "/people";
    mail = "/mail";
    programmes = "/programmes";
    new_programme = "/programmes/new";
    mentorships = "/mentorships";
    privacy = "/privacy";
    design = "/design";
}

/// The page on which a password is set anew.
pub fn reset(token: &str) -> String {
    format!("/reset/{token}")
}
/// The page on which an invitation is accepted.
pub fn invitation(token: &str) -> String {
    format!("/invitation/{token}")
}
/// The page that asks for a new password, once a link was sent.
pub fn forgot_sent() -> String {
    format!("{}?sent=yes", forgot())
}
/// My account, saying what was done there: `name`, `password`, `session`, `sessions`.
pub fn account_done(what: &str) -> String {
    format!("{}?done={what}", account())
}
/// Where an invitation was sent from, saying that it was: a programme's people, or the organisation's.
pub fn invited(programme: &str, welcome: domain::people::Welcome) -> String {
    let list = if programme.is_empty() { people() } else { participants(programme) };
    format!("{list}?done={welcome}")
}
/// Where the organisation's people are invited.
pub fn people_invite() -> String {
    format!("{}#invite", people())
}
/// A page of the organisation's people, of those who fit a search.
pub fn people_page(find: &str, page: u32) -> String {
    format!("{}?find={}&page={page}", people(), encoded(find))
}
/// A page of the outbox.
pub fn mail_page(page: u32) -> String {
    format!("{}?page={page}", mail())
}
/// One message of the outbox; demo mode only.
pub fn letter(id: domain::MailId) -> String {
    format!("/mail/{id}")
}
/// The programme page for participants.
pub fn programme(slug: &str) -> String {
    format!("/programmes/{slug}")
}
/// One step of describing a programme: `purpose`, `phases`, `matching`.
pub fn edit_programme(slug: &str, step: &str) -> String {
    format!("/programmes/{slug}/edit/{step}")
}
/// The programme's participants.
pub fn participants(slug: &str) -> String {
    format!("/programmes/{slug}/people")
}
/// Where a list of people is uploaded.
pub fn import(slug: &str) -> String {
    format!("/programmes/{slug}/import")
}
/// An uploaded list, from its columns to the result.
pub fn import_step(slug: &str, import: ImportId) -> String {
    format!("/programmes/{slug}/import/{import}")
}
/// Where the form with a list of people is sent.
pub fn import_upload(slug: &str) -> String {
    format!("/programmes/{slug}/import/upload")
}
/// The refused rows of a list, as a file.
pub fn import_refused(slug: &str, import: ImportId) -> String {
    format!("/programmes/{slug}/import/{import}/refused.csv")
}
/// The directory of mentors.
pub fn directory(slug: &str) -> String {
    format!("/programmes/{slug}/mentors")
}
/// One mentor's profile.
pub fn mentor(slug: &str, mentor: ParticipationId) -> String {
    format!("/programmes/{slug}/mentors/{mentor}")
}
/// The programme's match plans.
pub fn match_plans(slug: &str) -> String {
    format!("/programmes/{slug}/matching")
}
/// What a run of the engine would change, where at most so many lose the mentor whom they have.
pub fn engine(slug: &str, plan: MatchPlanId, most: Option<u32>) -> String {
    let most = most.map(|most| format!("?most={most}")).unwrap_or_default();
    format!("/programmes/{slug}/matching/{plan}/engine{most}")
}
/// The same where no pair may fit less than so many hundredths.
pub fn engine_least(slug: &str, plan: MatchPlanId, least: u8) -> String {
    format!("/programmes/{slug}/matching/{plan}/engine?least={least}")
}
/// The same where the run is for another aim than the highest total.
pub fn engine_aim(slug: &str, plan: MatchPlanId, aim: Aim) -> String {
    format!("/programmes/{slug}/matching/{plan}/engine?objective={aim}")
}
/// The same where room is made for a group: its shares to choose from, or one of them.
pub fn engine_room(slug: &str, plan: MatchPlanId, group: &Group, share: Option<u8>) -> String {
    let (question, choice) = (encoded(&group.question), encoded(&group.choice));
    let share = share.map(|share| format!("&share={share}")).unwrap_or_default();
    format!("/programmes/{slug}/matching/{plan}/engine?question={question}&choice={choice}{share}")
}
/// How groups of mentees fare in a plan.
pub fn fairness(slug: &str, plan: MatchPlanId) -> String {
    format!("/programmes/{slug}/matching/{plan}/fairness")
}
/// How good a plan is.
pub fn verdict(slug: &str, plan: MatchPlanId) -> String {
    format!("/programmes/{slug}/matching/{plan}/verdict")
}
/// Two plans of a programme beside each other; which two say `plan` and `with` in the query.
pub fn compare(slug: &str) -> String {
    format!("/programmes/{slug}/matching/compare")
}
/// The pages of it that `query` asks for.
pub fn compared(slug: &str, plan: MatchPlanId, with: MatchPlanId, query: &CompareQuery) -> String {
    let order = (query.order != CompareOrder::default()).then(|| format!("&order={}", query.order));
    let pages =
        [("page", query.page), ("here", query.here), ("there", query.there), ("mentors", query.mentors)];
    let pages = pages.into_iter().filter(|(_, page)| *page > 1).map(|(name, page)| format!("&{name}={page}"));
    let rest: String = order.into_iter().chain(pages).collect();
    format!("{}?plan={plan}&with={with}{rest}", compare(slug))
}
/// All that was done to a match plan.
pub fn plan_history(slug: &str, plan: MatchPlanId, page: u32) -> String {
    let page = if page > 1 { format!("?page={page}") } else { String::new() };
    format!("/programmes/{slug}/matching/{plan}/history{page}")
}
/// A match plan as it was after a change.
pub fn plan_version(slug: &str, plan: MatchPlanId, version: Version) -> String {
    format!("/programmes/{slug}/matching/{plan}/history/{}", version.0)
}
/// A page of it.
pub fn plan_version_page(slug: &str, plan: MatchPlanId, version: Version, page: u32) -> String {
    format!("{}?page={page}", plan_version(slug, plan, version))
}
/// The pairs of a match plan, as a file.
pub fn plan_csv(slug: &str, plan: MatchPlanId) -> String {
    format!("/programmes/{slug}/matching/{plan}/plan.csv")
}
/// What the engine is given for a board, and what it answers, as files of the command line.
pub fn engine_file(slug: &str, plan: MatchPlanId, file: &str) -> String {
    format!("/programmes/{slug}/matching/{plan}/engine/{file}")
}
/// Where the form with a list of pairs is sent.
pub fn plan_list_upload(slug: &str) -> String {
    format!("/programmes/{slug}/matching/list")
}
/// A list of pairs that waits to become a match plan.
pub fn plan_list(slug: &str, list: PlanListId) -> String {
    format!("/programmes/{slug}/matching/list/{list}")
}
/// How well everybody on a board fits, as bytes.
pub fn board_fits(slug: &str, plan: MatchPlanId) -> String {
    format!("/programmes/{slug}/matching/{plan}/fits")
}
/// A match plan on its board.
pub fn board(slug: &str, plan: MatchPlanId) -> String {
    format!("/programmes/{slug}/matching/{plan}")
}
/// The same with a mentee's card opened.
pub fn board_card(slug: &str, plan: MatchPlanId, card: domain::ParticipationId) -> String {
    format!("{}?card={card}#panel", board(slug, plan))
}
/// Who will be told what.
pub fn publish(slug: &str, plan: MatchPlanId) -> String {
    format!("/programmes/{slug}/matching/{plan}/publish")
}
/// A page, from 1, of the mentees who have no mentor.
pub fn waiting(slug: &str, page: u32) -> String {
    let page = if page > 1 { format!("?page={page}") } else { String::new() };
    format!("/programmes/{slug}/waiting{page}")
}
/// The coordinator's live view.
pub fn progress(slug: &str) -> String {
    format!("/programmes/{slug}/progress")
}
/// The list behind a number of the live view.
pub fn progress_list(slug: &str, stage: &str) -> String {
    format!("/programmes/{slug}/progress/{stage}")
}
/// A proposal, for its mentor and its mentee.
pub fn proposal(id: ProposalId) -> String {
    format!("/proposals/{id}")
}
/// A mentorship, for its members.
pub fn mentorship(id: MentorshipId) -> String {
    format!("/mentorships/{id}")
}
/// The sign-in page that leads back to `next`.
pub fn sign_in_then(next: &str) -> String {
    format!("/sign-in?next={}", encoded(next))
}

/// `text` as a value in the query of an address.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}
