//! One mail as its recipient reads it. Only in a demonstration.

use super::api;
use super::mail_page::tone;
use crate::error::AppError;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::MailId;
use domain::mail::{MailText, Piece, pieces};
use domain::text::mail as words;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The text of a mail; its links can be followed.
#[component]
pub fn LetterPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.with(|params| params.get("mail").unwrap_or_default());
    let letter = load(id, |id| async move {
        match id.parse::<MailId>() {
            Ok(id) => api::letter(id).await,
            Err(_) => Err(AppError::NotFound),
        }
    });
    let view = move |letter: MailText| {
        let MailText { line, subject, text, has_server: _, now } = letter;
        let offset = use_viewer().with_untracked(|viewer| viewer.offset);
        let when = line.sent.unwrap_or(line.created);
        let body = pieces(&text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(part) => part.to_owned().into_any(),
                Piece::Link(part) => {
                    view! { <a href=part.to_owned() rel="external">{part.to_owned()}</a> }.into_any()
                }
            })
            .collect_view();
        view! {
            <Page title=subject width=PageWidth::Read crumbs=vec![Crumb::new(words::title(), path::mail())]>
                <Facts>
                    <Fact term=words::recipient()>{line.recipient}</Fact>
                    <Fact term=words::about()>{line.kind.label()}</Fact>
                    <Fact term=words::state()>
                        <Badge tone=tone(line.state)>{line.state.label()}</Badge>
                    </Fact>
                    <Fact term=words::when()>
                        <RelativeDate
                            relative=when.relative(now)
                            exact=when.exact(offset)
                            datetime=when.iso()
                        />
                    </Fact>
                </Facts>
                <Card>
                    <p class="letter" dir="auto">{body}</p>
                </Card>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=letter view /> }
}
