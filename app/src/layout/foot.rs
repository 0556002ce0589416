//! Who is signed in, and how to leave.

use super::theme::ThemeSwitch;
use crate::path;
use crate::ui::{AvatarSize, Glyph, Menu, MenuItem, MenuRule, PersonLine};
use crate::viewer::use_viewer;
use domain::text::layout as words;
use leptos::prelude::*;

/// Where the sign-out form is sent.
const SIGN_OUT: &str = "/api/app/account/api/sign_out";

/// The foot of the navigation: colours, who is signed in, and the way out.
#[component]
pub(crate) fn Foot() -> impl IntoView {
    let viewer = use_viewer();
    let who = move || {
        viewer.with(|viewer| {
            viewer.person.as_ref().map(|person| {
                let what = viewer.part();
                let (name, seed) = (person.name.clone(), person.id.to_string());
                let label = words::your_menu(&name);
                view! {
                    <PersonLine name what seed size=AvatarSize::Small />
                    <Menu id="me" label icon=Glyph::More icon_only=true>
                        <MenuItem href=path::profile() icon=Glyph::Person>
                            {words::profile()}
                        </MenuItem>
                        <MenuItem href=path::account() icon=Glyph::Settings>
                            {words::account()}
                        </MenuItem>
                        <MenuItem href=path::privacy() icon=Glyph::Shield>
                            {words::privacy()}
                        </MenuItem>
                        <MenuRule />
                        <MenuItem icon=Glyph::SignOut submit=true form="sign-out">
                            {words::sign_out()}
                        </MenuItem>
                    </Menu>
                }
            })
        })
    };
    view! {
        <div class="frame__foot">
            <ThemeSwitch />
            <div class="frame__who">{who}</div>
            <form id="sign-out" method="post" action=SIGN_OUT></form>
        </div>
    }
}
