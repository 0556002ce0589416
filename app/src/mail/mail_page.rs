//! The outbox: to whom, what about, how far it came.

use super::api::{self, SendAgain};
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::Instant;
use domain::mail::{MailLine, MailList, PAGE, State};
use domain::text::mail as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The newest mails.
#[component]
pub fn MailPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| query.get("page").and_then(|page| page.parse::<u64>().ok()).unwrap_or(1))
    });
    let list = load(move || asked.get(), api::mails);
    let again = Callback::new(move |()| list.refetch());
    let view = move |list: MailList| {
        let MailList { lines, page, total, has_server, down, demo, now } = list;
        let first = (page - 1) * PAGE + 1;
        let last = (first + lines.len() as u64).saturating_sub(1);
        let pages = u32::try_from(total.div_ceil(PAGE)).unwrap_or(u32::MAX);
        let none = lines.is_empty();
        let look = Look { now, has_server, demo };
        let rows = lines.into_iter().map(|line| view! { <Line line look again /> }).collect_view();
        view! {
            <Page title=words::title() lead=if demo { words::lead_demo() } else { words::lead() }>
                {match (has_server, down) {
                    (false, _) => Some(view! { <Note><p>{words::no_server()}</p></Note> }.into_any()),
                    (true, Some((since, trouble))) => {
                        Some(
                            view! {
                                <Note tone=Tone::Warn title=trouble.sentence()>
                                    <p>{words::server_down(since.relative(now))}</p>
                                </Note>
                            }
                                .into_any(),
                        )
                    }
                    (true, None) => None,
                }}
                {if none {
                    view! { <EmptyState title=words::empty_title() why=words::none() /> }.into_any()
                } else {
                    view! {
                        <DataTable caption=words::shown(first, last, total) stack=true>
                            <thead>
                                <tr>
                                    <ColumnHead label=words::recipient() />
                                    <ColumnHead label=words::about() />
                                    <ColumnHead label=words::state() />
                                    <ColumnHead label=words::when() />
                                    <ColumnHead label=words::actions() hidden=true />
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </DataTable>
                    }
                        .into_any()
                }}
                <Pagination
                    page=u32::try_from(page).unwrap_or(1)
                    pages
                    what=words::shown(first, last, total)
                    href=path::mail_page
                />
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=list view /> }
}

/// What every line needs to know of its page.
#[derive(Clone, Copy)]
struct Look {
    now: Instant,
    has_server: bool,
    demo: bool,
}

#[component]
fn Line(line: MailLine, look: Look, again: Callback<()>) -> impl IntoView {
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let when = line.sent.unwrap_or(line.created);
    let about = line.kind.label();
    let read = look.demo.then(|| {
        let label = words::read_name(about, &line.recipient);
        view! {
            <a class="button" data-size="small" href=path::letter(line.id) aria-label=label>
                {words::read()}
            </a>
        }
    });
    let repeat = line.can_be_sent_again(look.has_server).then(|| {
        let label = words::send_again_name(about, &line.recipient);
        view! { <Again id=line.id.to_string() label again /> }
    });
    view! {
        <tr>
            <RowHead>
                <span class="people__email">{line.recipient.clone()}</span>
            </RowHead>
            <Cell label=words::about()>{about}</Cell>
            <Cell label=words::state()>
                <Badge tone=tone(line.state)>{line.state.label()}</Badge>
                {line.trouble.map(|trouble| view! { <p class="small muted">{trouble.sentence()}</p> })}
                {line
                    .next_try
                    .map(|at| {
                        let text = words::next_try(line.attempts, at.relative(look.now));
                        view! { <p class="small muted">{text}</p> }
                    })}
            </Cell>
            <Cell label=words::when()>
                <RelativeDate
                    relative=when.relative(look.now)
                    exact=when.exact(offset)
                    datetime=when.iso()
                    brief=true
                />
            </Cell>
            <Cell>
                <Cluster gap=Gap::Tight>{read} {repeat}</Cluster>
            </Cell>
        </tr>
    }
}

#[component]
fn Again(id: String, label: String, again: Callback<()>) -> impl IntoView {
    let action = FormAction::<SendAgain>::new();
    let toasts = use_toasts();
    Effect::new(move || {
        if action.value().with(|answer| matches!(answer, Some(Ok(())))) {
            toasts.good(words::queued_again());
            again.run(());
        }
    });
    view! {
        <Form action name=id.clone()>
            <input type="hidden" name="mail" value=id />
            <Button submit=true size=Size::Small attr:aria-label=label>
                {words::send_again()}
            </Button>
        </Form>
    }
}

/// The colour that goes with the word.
pub(super) fn tone(state: State) -> Tone {
    match state {
        State::Queued | State::Sending => Tone::Info,
        State::Sent => Tone::Good,
        State::Failed => Tone::Bad,
        State::Kept => Tone::Neutral,
    }
}
