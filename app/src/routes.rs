//! Which address shows which page.

use crate::account::{ForgotPage, InvitationPage, ResetPage, SignInPage};
use crate::files::{Bench, Home, Office, Samples, Table};
use crate::layout::Frame;
use crate::load::NotFoundPage;
use crate::today::{PrivacyPage, WelcomePage};
use crate::viewer::use_viewer;
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
                    <Route path=path!("/") view=start ssr=SsrMode::Async />
                    <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view=ForgotPage ssr=SsrMode::Async />
                    <Route path=path!("/reset/:token") view=ResetPage ssr=SsrMode::Async />
                    <Route path=path!("/invitation/:token") view=InvitationPage ssr=SsrMode::Async />
                    <Route path=path!("/account") view=|| Home::Account.show() ssr=SsrMode::Async />
                    <Route path=path!("/profile") view=|| Home::Profile.show() ssr=SsrMode::Async />
                    <Route path=path!("/privacy") view=PrivacyPage ssr=SsrMode::Async />
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
                    <Route path=path!("/programmes/:programme/matching/compare") view=|| Office::Compare.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan") view=|| Table::Board.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/verdict") view=|| Office::Verdict.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/fairness") view=|| Office::Fairness.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/engine") view=|| Office::Engine.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/list/:list") view=|| Office::PlanList.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/history") view=|| Office::PlanHistory.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/history/:version") view=|| Office::PlanVersion.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/matching/:plan/publish") view=|| Office::Publish.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/waiting") view=|| Office::WaitingList.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/progress") view=|| Office::Progress.show() ssr=SsrMode::Async />
                    <Route path=path!("/programmes/:programme/progress/:stage") view=|| Office::ProgressList.show() ssr=SsrMode::Async />
                    <Route path=path!("/proposals/:proposal") view=|| Home::Proposal.show() ssr=SsrMode::Async />
                    <Route path=path!("/mentorships") view=|| Home::Mentorships.show() ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:mentorship") view=|| Bench::Mentorship.show() ssr=SsrMode::Async />
                    <Route path=path!("/design") view=|| Samples::Design.show() ssr=SsrMode::Async />
                </Routes>
            </Frame>
        </Router>
    }
}

/// The start page: what waits for the reader, or a welcome for who is signed out.
fn start() -> AnyView {
    let viewer = use_viewer();
    let signed_in = Memo::new(move |_| viewer.with(|viewer| viewer.person.is_some()));
    (move || if signed_in.get() { Home::Today.show() } else { view! { <WelcomePage /> }.into_any() })
        .into_any()
}
