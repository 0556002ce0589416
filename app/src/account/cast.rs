//! The people of a demonstration, as whom anybody may look around.

use super::api::SignInAs;
use crate::form::DoorForm;
use crate::path;
use crate::ui::*;
use domain::account::CastLine;
use domain::text::account as words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The cast, each with a button; others are found by name.
#[component]
pub(super) fn Cast(people: Vec<CastLine>, find: String, next: String) -> impl IntoView {
    let none = people.is_empty();
    let back = next.clone();
    let lines = people
        .into_iter()
        .map(|line| {
            let CastLine { person, part } = line;
            let (name, seed) = (person.name.clone(), person.id.to_string());
            let label = words::demo_sign_in(&person.name);
            let what = if part.is_empty() { person.does } else { part };
            view! {
                <Row end=move || {
                    view! {
                        <Button submit=true size=Size::Small name="person" value=seed attr:aria-label=label>
                            {words::sign_in()}
                        </Button>
                    }
                }>
                    <PersonLine name what seed=person.id.to_string() size=AvatarSize::Small />
                </Row>
            }
        })
        .collect_view();
    view! {
        <section class="cast" aria-labelledby="cast-title">
            <header>
                <h2 id="cast-title">{words::demo_title()}</h2>
                <p class="small muted">{words::demo_lead()}</p>
            </header>
            <form class="cast__find" method="get" action=path::sign_in()>
                {(!back.is_empty()).then(|| view! { <input type="hidden" name="next" value=back.clone() /> })}
                <SearchBox name="find" label=words::demo_find() value=find />
                <Button submit=true size=Size::Small>
                    {words::people_find()}
                </Button>
            </form>
            <DoorForm action=SignInAs::url()>
                <input type="hidden" name="next" value=next />
                {if none {
                    view! { <p class="small">{words::demo_none()}</p> }.into_any()
                } else {
                    view! { <Rows label=words::demo_title()>{lines}</Rows> }.into_any()
                }}
            </DoorForm>
        </section>
    }
}
