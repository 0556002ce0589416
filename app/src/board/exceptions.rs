//! The exceptions of a plan, and on its own page the buttons that take them back.

use super::api::WithdrawException;
use crate::form::{Form, FormAction};
use crate::path;
use crate::ui::*;
use domain::MatchPlanId;
use domain::board::ExceptionLine;
use domain::text::board as words;
use leptos::prelude::*;

/// What holds in the plan at `at` alone; nothing where nothing does. With `actions` each can be taken back, else a link leads
/// to where that is.
#[component]
pub(super) fn Exceptions(
    lines: Vec<ExceptionLine>,
    /// The programme's slug, and the plan.
    at: (String, MatchPlanId),
    #[prop(optional)] actions: bool,
) -> impl IntoView {
    let withdraw = FormAction::<WithdrawException>::new();
    (!lines.is_empty()).then(|| {
        let summary = words::exceptions_in_plan(words::exceptions_counted(lines.len()));
        let href = path::plan_history(&at.0, at.1, 1);
        let line = move |one: ExceptionLine| {
            let form = actions.then(|| taken_back(withdraw, &at, &one));
            view! {
                <li>
                    <span dir="auto">{one.said}</span>
                    {form}
                </li>
            }
        };
        let link = (!actions).then(|| view! { <a href=href>{words::exceptions_look()}</a> });
        view! {
            <Disclosure summary open=actions>
                <p>{words::exceptions_lead()}</p>
                <ul class="board__exceptions">{lines.into_iter().map(line).collect_view()}</ul>
                {link}
            </Disclosure>
        }
    })
}

fn taken_back(
    withdraw: FormAction<WithdrawException>,
    at: &(String, MatchPlanId),
    one: &ExceptionLine,
) -> impl IntoView + use<> {
    let name: String = one.exception.into();
    let label = words::exception_withdraw_label(&one.said);
    let (slug, plan) = (at.0.clone(), at.1.to_string());
    view! {
        <Form action=withdraw name=name.clone() label=label.clone()>
            <input type="hidden" name="programme" value=slug />
            <input type="hidden" name="plan" value=plan />
            <input type="hidden" name="exception" value=name />
            <Button submit=true size=Size::Small attr:aria-label=label>
                {words::exception_withdraw()}
            </Button>
        </Form>
    }
}
