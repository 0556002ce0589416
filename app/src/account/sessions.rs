//! Where one is signed in.

use super::api::{EndOtherSessions, EndSession};
use crate::form::{Form, FormAction};
use crate::ui::*;
use crate::viewer::use_viewer;
use domain::Instant;
use domain::account::SessionLine;
use domain::text::account as words;
use leptos::prelude::*;

/// The browsers that are signed in, each with a way to end it.
#[component]
pub(super) fn Sessions(
    sessions: Vec<SessionLine>,
    now: Instant,
    end: FormAction<EndSession>,
    end_others: FormAction<EndOtherSessions>,
) -> impl IntoView {
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let several = sessions.len() > 1;
    let lines = sessions.into_iter().map(|line| view! { <Line line now offset /> }).collect_view();
    view! {
        <Section title=words::sessions_title() lead=words::sessions_lead() id="sessions">
            <Form action=end>
                <Rows label=words::sessions_title()>{lines}</Rows>
            </Form>
            {several
                .then(|| {
                    view! {
                        <Form action=end_others>
                            <FormActions>
                                <Button submit=true icon=Glyph::SignOut>
                                    {words::sessions_end_others()}
                                </Button>
                            </FormActions>
                        </Form>
                    }
                })}
        </Section>
    }
}

#[component]
fn Line(line: SessionLine, now: Instant, offset: i32) -> impl IntoView {
    let SessionLine { id, this, browser, address, began, seen } = line;
    let end_label = words::session_end_name(&browser);
    let end = move || {
        if this {
            view! { <Badge tone=Tone::Good>{words::session_this()}</Badge> }.into_any()
        } else {
            view! {
                <Button
                    submit=true
                    size=Size::Small
                    name="session"
                    value=id.to_string()
                    attr:aria-label=end_label.clone()
                >
                    {words::session_end()}
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <Row lead=move || view! { <Icon glyph=Glyph::Monitor /> } end>
            <p>
                <strong>{browser}</strong>
                {(!address.is_empty()).then(|| view! { <span class="muted">{format!(" · {address}")}</span> })}
            </p>
            <p class="small muted">
                <time datetime=seen.iso() title=seen.exact(offset)>
                    {words::session_seen(seen.relative(now))}
                </time>
                " · "
                <time datetime=began.iso()>{words::session_began(began.exact(offset))}</time>
            </p>
        </Row>
    }
}
