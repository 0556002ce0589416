//! Which address shows which page.

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
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

/// All pages. Each is rendered whole before the first byte leaves, so that status, title and redirects are right.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Router>
            <Frame>
                <Routes fallback=|| view! { <NotFoundPage /> }>
                    <Route path=path!("/") view=TodayPage ssr=SsrMode::Async />
                    <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view=ForgotPage ssr=SsrMode::Async />
                    <Route path=path!("/reset/:token") view=ResetPage ssr=SsrMode::Async />
                    <Route path=path!("/invitation/:token") view=InvitationPage ssr=SsrMode::Async />
                    <Route path=path!("/account") view=AccountPage ssr=SsrMode::Async />
                    <Route path=path!("/profile") view=ProfilePage ssr=SsrMode::Async />
                    <Route path=path!("/privacy") view=PrivacyPage ssr=SsrMode::Async />
                    <Route path=path!("/people") view=PeoplePage ssr=SsrMode::Async />
                    <Route path=path!("/mail") view=MailPage ssr=SsrMode::Async />
                    <Route path=path!("/mail/:mail") view=LetterPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes") view=ProgrammesPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/new") view=NewProgrammePage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme") view=ProgrammePage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/edit/:step") view=EditProgrammePage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/people") view=ParticipantsPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/import") view=ImportPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/import/:import") view=ImportStepPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/mentors") view=DirectoryPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/mentors/:mentor") view=MentorPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching") view=MatchPlansPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan") view=BoardPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/publish") view=PublishPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/progress") view=ProgressPage ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/progress/:stage") view=ProgressListPage ssr=SsrMode::Async />
                    <Route path=path!("/proposals/:proposal") view=ProposalPage ssr=SsrMode::Async />
                    <Route path=path!("/mentorships") view=MentorshipsPage ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:mentorship") view=MentorshipPage ssr=SsrMode::Async />
                    <Route path=path!("/design") view=DesignPage ssr=SsrMode::Async />
                </Routes>
            </Frame>
        </Router>
    }
}
