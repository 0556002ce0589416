//! Which address shows which page. The pages lie in a few wasm files, by what people do there, and a browser fetches a
//! file when it first needs it: somebody who signs in does not wait for the board. More and smaller files were worse: what
//! several of them share goes into files of its own, and there were five hundred.

use crate::account::{AccountPage, ForgotPage, InvitationPage, ResetPage, SignInPage};
use crate::board::{BoardPage, MatchPlansPage, PublishPage};
use crate::design::DesignPage;
use crate::directory::{DirectoryPage, MentorPage, ProfilePage};
use crate::import::{ImportPage, ImportStepPage};
use crate::layout::Frame;
use crate::load::NotFoundPage;
use crate::mail::{LetterPage, MailPage};
use crate::mentorship::{MentorshipPage, MentorshipsPage};
use crate::people::PeoplePage;
use crate::programme::{
    EditProgrammePage, NewProgrammePage, ParticipantsPage, ProgrammePage, ProgrammesPage,
};
use crate::progress::{ProgressListPage, ProgressPage};
use crate::proposal::ProposalPage;
use crate::today::{PrivacyPage, TodayPage};
use crate::ui::*;
use futures::FutureExt;
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

/// Declares pages that lie in one file: their names, and a lazy function that shows any of them.
macro_rules! file {
    ($file:ident, $pages:ident: $($name:ident shows $page:ident,)*) => {
        #[derive(Clone, Copy)]
        enum $pages {
            $($name,)*
        }

        #[lazy]
        fn $file(page: $pages) -> AnyView {
            match page {
                $($pages::$name => view! { <$page /> }.into_any(),)*
            }
        }

        impl $pages {
            fn show(self) -> AnyView {
                show(move || $file(self), || lazy_preload!($file))
            }
        }
    };
}

// Who is not signed in.
file! { door, Door:
    SignIn shows SignInPage,
    Forgot shows ForgotPage,
    Reset shows ResetPage,
    Invitation shows InvitationPage,
    Privacy shows PrivacyPage,
}

// What everybody does.
file! { home, Home:
    Today shows TodayPage,
    Account shows AccountPage,
    Profile shows ProfilePage,
    Programmes shows ProgrammesPage,
    Programme shows ProgrammePage,
    Directory shows DirectoryPage,
    Mentor shows MentorPage,
    Proposal shows ProposalPage,
    Mentorships shows MentorshipsPage,
    Mentorship shows MentorshipPage,
}

// What coordinators and admins do.
file! { office, Office:
    NewProgramme shows NewProgrammePage,
    EditProgramme shows EditProgrammePage,
    Participants shows ParticipantsPage,
    Import shows ImportPage,
    ImportStep shows ImportStepPage,
    MatchPlans shows MatchPlansPage,
    Publish shows PublishPage,
    Progress shows ProgressPage,
    ProgressList shows ProgressListPage,
    People shows PeoplePage,
    Mail shows MailPage,
    Letter shows LetterPage,
}

// The board.
file! { table, Table:
    Board shows BoardPage,
}

// Every part in every state.
file! { samples, Samples:
    Design shows DesignPage,
}

/// Shows a page at once where its file is there: on the server always, and in the browser for the page that it has come
/// to, so that what is made alive is what the server made. Where one goes on to another file, the page follows it.
fn show<F>(page: impl Fn() -> F + Send + Sync + 'static, load: impl FnOnce() -> ReadSignal<bool>) -> AnyView
where
    F: Future<Output = AnyView>,
{
    if let Some(view) = page().now_or_never() {
        return view;
    }
    let there = load();
    (move || match there.get().then(|| page().now_or_never()).flatten() {
        Some(view) => view,
        None => view! { <Skeleton shape=SkeletonShape::Rows count=6 /> }.into_any(),
    })
    .into_any()
}

/// Fetches the file of the page at `path`.
#[cfg(feature = "hydrate")]
pub(crate) async fn fetch(path: &str) {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts.as_slice() {
        ["sign-in" | "forgot" | "reset" | "invitation" | "privacy", ..] => __preload_door().await,
        ["design"] => __preload_samples().await,
        ["programmes", _, "matching", _] => __preload_table().await,
        ["people" | "mail", ..]
        | ["programmes", "new"]
        | ["programmes", _, "edit" | "people" | "import" | "matching" | "progress", ..] => {
            __preload_office().await
        }
        _ => __preload_home().await,
    }
}

/// All pages. Each is rendered whole before the first byte leaves, so that status, title and redirects are right.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Router>
            <Frame>
                <Routes fallback=|| view! { <NotFoundPage /> }>
                    <Route path=path!("/") view=|| Home::Today.show() ssr=SsrMode::Async />
                    <Route path=path!("/sign-in") view=|| Door::SignIn.show() ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view=|| Door::Forgot.show() ssr=SsrMode::Async />
                    <Route path=path!("/reset/:token") view=|| Door::Reset.show() ssr=SsrMode::Async />
                    <Route path=path!("/invitation/:token") view=|| Door::Invitation.show() ssr=SsrMode::Async />
                    <Route path=path!("/account") view=|| Home::Account.show() ssr=SsrMode::Async />
                    <Route path=path!("/profile") view=|| Home::Profile.show() ssr=SsrMode::Async />
                    <Route path=path!("/privacy") view=|| Door::Privacy.show() ssr=SsrMode::Async />
                    <Route path=path!("/people") view=|| Office::People.show() ssr=SsrMode::Async />
                    <Route path=path!("/mail") view=|| Office::Mail.show() ssr=SsrMode::Async />
                    <Route path=path!("/mail/:mail") view=|| Office::Letter.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes") view=|| Home::Programmes.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/new") view=|| Office::NewProgramme.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme") view=|| Home::Programme.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/edit/:step") view=|| Office::EditProgramme.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/people") view=|| Office::Participants.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/import") view=|| Office::Import.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/import/:import") view=|| Office::ImportStep.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/mentors") view=|| Home::Directory.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/mentors/:mentor") view=|| Home::Mentor.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching") view=|| Office::MatchPlans.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan") view=|| Table::Board.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/publish") view=|| Office::Publish.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/progress") view=|| Office::Progress.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/progress/:stage") view=|| Office::ProgressList.show() ssr=SsrMode::Async />
                    <Route path=path!("/proposals/:proposal") view=|| Home::Proposal.show() ssr=SsrMode::Async />
                    <Route path=path!("/mentorships") view=|| Home::Mentorships.show() ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:mentorship") view=|| Home::Mentorship.show() ssr=SsrMode::Async />
                    <Route path=path!("/design") view=|| Samples::Design.show() ssr=SsrMode::Async />
                </Routes>
            </Frame>
        </Router>
    }
}
