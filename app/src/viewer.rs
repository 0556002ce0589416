//! Who looks at the pages: name, roles, theme and clock, the same on the server and in the browser.

pub mod api;

use domain::text::layout as words;
use domain::{Instant, PersonId, Role};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What every page knows about whoever looks at it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Viewer {
    /// None where nobody is signed in.
    pub person: Option<ViewerPerson>,
    /// Demo mode: anybody may sign in as anybody.
    pub demo: bool,
    /// `light`, `dark`, or empty for what the system says.
    pub theme: String,
    /// How densely the board was shown last in this browser; empty where that was never chosen.
    pub density: String,
    /// When the page was made.
    pub now: Instant,
    /// Minutes east of UTC where the person is.
    pub offset: i32,
}

/// The signed-in person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewerPerson {
    pub id: PersonId,
    pub name: String,
    pub admin: bool,
    pub may_create: bool,
    /// Programmes that they have a role in, by name.
    pub programmes: Vec<ViewerProgramme>,
    /// Proposals that wait for their answer.
    pub waiting: usize,
}

/// A programme and what the viewer is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewerProgramme {
    pub slug: String,
    pub name: String,
    pub roles: Vec<Role>,
}

impl Viewer {
    /// What the viewer is here, in a word or two: an admin, or the roles of all their programmes.
    pub fn part(&self) -> String {
        let Some(person) = &self.person else { return String::new() };
        if person.admin {
            return words::admin().to_owned();
        }
        let mut roles: Vec<Role> =
            person.programmes.iter().flat_map(|one| one.roles.iter().copied()).collect();
        roles.sort_unstable();
        roles.dedup();
        let roles: Vec<&str> = roles.into_iter().map(Role::title).collect();
        if roles.is_empty() { words::member().to_owned() } else { roles.join(" · ") }
    }

    /// The viewer's roles in the programme at `slug`.
    pub fn roles(&self, slug: &str) -> &[Role] {
        self.person
            .as_ref()
            .and_then(|person| person.programmes.iter().find(|programme| programme.slug == slug))
            .map_or(&[], |programme| &programme.roles)
    }

    /// Whether the viewer coordinates the programme at `slug`.
    pub fn coordinates(&self, slug: &str) -> bool {
        self.roles(slug).contains(&Role::Coordinator)
    }

    /// Today's date where the viewer is.
    pub fn today(&self) -> domain::Date {
        self.now.date(self.offset)
    }
}

/// Gives the viewer to every page below. Called once, by the root.
pub(crate) fn provide_viewer() -> RwSignal<Viewer> {
    #[cfg(feature = "ssr")]
    let viewer = crate::wire::hand_over(crate::request::viewer);
    #[cfg(not(feature = "ssr"))]
    let viewer = crate::wire::hand_over(Viewer::default);
    let signal = RwSignal::new(viewer);
    provide_context(signal);
    signal
}

/// Who looks at this page.
pub fn use_viewer() -> RwSignal<Viewer> {
    expect_context::<RwSignal<Viewer>>()
}

/// What time it is, for what is noted in the browser.
#[cfg(feature = "hydrate")]
pub(crate) fn clock() -> Instant {
    Instant(js_sys::Date::now() as i64)
}

/// When the page was made: a server's page says nothing of later.
#[cfg(not(feature = "hydrate"))]
pub(crate) fn clock() -> Instant {
    use_viewer().with_untracked(|viewer| viewer.now)
}

/// Loads the viewer again, after a change of name, roles or programmes. Call it from an effect.
pub fn refresh_viewer() {
    let signal = use_viewer();
    leptos::task::spawn_local(async move {
        if let Ok(viewer) = api::load_viewer().await {
            signal.set(viewer);
        }
    });
}
