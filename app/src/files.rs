//! Which parts of the screen lie in which wasm file, by what people do there: a browser fetches a file when it first needs
//! it, so that somebody who signs in does not wait for the board. The pages of who is not signed in are in the first file.
//! More and smaller files were worse: what several of them share goes into files of its own, and there were five hundred.

use crate::account::AccountPage;
use crate::board::{
    BoardPage, ComparePage, EnginePage, FairnessPage, HistoryPage, MatchPlansPage, PlanListPage, PublishPage,
    VerdictPage, VersionPage, WaitingListPage,
};
use crate::design::DesignPage;
use crate::directory::{DirectoryPage, MentorPage, ProfilePage};
use crate::import::{ImportPage, ImportStepPage};
use crate::layout::{Bars, BottomBar, Overlays};
use crate::mail::{LetterPage, MailPage};
use crate::mentorship::{MentorshipPage, MentorshipsPage};
use crate::people::PeoplePage;
use crate::programme::{
    EditProgrammePage, NewProgrammePage, ParticipantsPage, ProgrammePage, ProgrammesPage,
};
use crate::progress::{ProgressListPage, ProgressPage};
use crate::proposal::ProposalPage;
use crate::today::TodayPage;
use crate::ui::*;
use futures::FutureExt;
use leptos::prelude::*;

/// Declares parts that lie in one file: their names, a lazy function that shows any of them, and what is shown while the
/// file is on its way.
macro_rules! file {
    ($file:ident, $parts:ident, $meanwhile:expr, $($name:ident shows $part:ident,)*) => {
        #[derive(Clone, Copy)]
        pub(crate) enum $parts {
            $($name,)*
        }

        #[lazy]
        fn $file(part: $parts) -> AnyView {
            match part {
                $($parts::$name => view! { <$part /> }.into_any(),)*
            }
        }

        impl $parts {
            pub(crate) fn show(self) -> AnyView {
                show(move || $file(self), || lazy_preload!($file), $meanwhile)
            }
        }
    };
}

// What stands around every page of who is signed in.
file! { house, House, nothing,
    Top shows Bars,
    Bottom shows BottomBar,
    Over shows Overlays,
}

// What everybody does.
file! { home, Home, skeleton,
    Today shows TodayPage,
    Account shows AccountPage,
    Profile shows ProfilePage,
    Programmes shows ProgrammesPage,
    Programme shows ProgrammePage,
    Directory shows DirectoryPage,
    Mentor shows MentorPage,
    Proposal shows ProposalPage,
    Mentorships shows MentorshipsPage,
}

// Where mentor and mentee work.
file! { bench, Bench, skeleton,
    Mentorship shows MentorshipPage,
}

// What coordinators and admins do.
file! { office, Office, skeleton,
    NewProgramme shows NewProgrammePage,
    EditProgramme shows EditProgrammePage,
    Participants shows ParticipantsPage,
    Import shows ImportPage,
    ImportStep shows ImportStepPage,
    MatchPlans shows MatchPlansPage,
    Compare shows ComparePage,
    Engine shows EnginePage,
    Verdict shows VerdictPage,
    Fairness shows FairnessPage,
    Publish shows PublishPage,
    PlanHistory shows HistoryPage,
    PlanVersion shows VersionPage,
    PlanList shows PlanListPage,
    WaitingList shows WaitingListPage,
    Progress shows ProgressPage,
    ProgressList shows ProgressListPage,
    People shows PeoplePage,
    Mail shows MailPage,
    Letter shows LetterPage,
}

// The board.
file! { table, Table, skeleton,
    Board shows BoardPage,
}

// Every part in every state.
file! { samples, Samples, skeleton,
    Design shows DesignPage,
}

fn nothing() -> AnyView {
    ().into_any()
}

fn skeleton() -> AnyView {
    view! { <Skeleton shape=SkeletonShape::Rows count=6 /> }.into_any()
}

/// Shows a part at once where its file is there: on the server always, and in the browser for the page that it has come
/// to, so that what is made alive is what the server made. Where one goes on to another file, the page follows it.
fn show<F>(
    part: impl Fn() -> F + Send + Sync + 'static,
    load: impl FnOnce() -> ReadSignal<bool>,
    meanwhile: fn() -> AnyView,
) -> AnyView
where
    F: Future<Output = AnyView>,
{
    if let Some(view) = part().now_or_never() {
        return view;
    }
    let there = load();
    (move || match there.get().then(|| part().now_or_never()).flatten() {
        Some(view) => view,
        None => meanwhile(),
    })
    .into_any()
}

/// The files beyond the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum File {
    House,
    Home,
    Bench,
    Office,
    Table,
    Samples,
}

/// The files that the page at `path` is made of beside the first: for what stands around it, and for itself.
pub(crate) fn needed(path: &str, signed_in: bool) -> [Option<File>; 2] {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let page = match parts.as_slice() {
        ["sign-in" | "forgot" | "reset" | "invitation" | "privacy", ..] => None,
        [""] if !signed_in => None,
        ["design"] => Some(File::Samples),
        ["mentorships", _] => Some(File::Bench),
        ["programmes", _, "matching", "compare"] => Some(File::Office),
        ["programmes", _, "matching", _] => Some(File::Table),
        ["people" | "mail", ..]
        | ["programmes", "new"]
        | ["programmes", _, "edit" | "people" | "import" | "matching" | "waiting" | "progress", ..] => {
            Some(File::Office)
        }
        _ => Some(File::Home),
    };
    [signed_in.then_some(File::House), page]
}

#[cfg(feature = "ssr")]
impl File {
    /// The name of its lazy function.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Home => "home",
            Self::Bench => "bench",
            Self::Office => "office",
            Self::Table => "table",
            Self::Samples => "samples",
        }
    }
}

/// Fetches the files that the page at `path` is made of.
#[cfg(feature = "hydrate")]
pub(crate) async fn fetch(path: &str, signed_in: bool) {
    let [frame, page] = needed(path, signed_in).map(async |file| match file {
        Some(File::House) => __preload_house().await,
        Some(File::Home) => __preload_home().await,
        Some(File::Bench) => __preload_bench().await,
        Some(File::Office) => __preload_office().await,
        Some(File::Table) => __preload_table().await,
        Some(File::Samples) => __preload_samples().await,
        None => {}
    });
    futures::join!(frame, page);
}
