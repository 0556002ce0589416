//! A publication that waits, or went otherwise than planned: how it stands, and what can be done about it.

use super::api::{CancelPublication, PublishNow, SendBack, SignOff};
use crate::form::{Form, FormAction, came_back};
use crate::path;
use crate::ui::*;
use domain::board::{RequestState, RequestView};
use domain::text::board as words;
use domain::{Instant, MatchPlanId};
use leptos::prelude::*;

/// How a publication stands. With `actions` what can be done about it, else a link to where that is.
#[component]
pub(crate) fn Waiting(
    request: RequestView,
    /// The programme's slug, and the plan.
    at: (String, MatchPlanId),
    now: Instant,
    #[prop(optional)] actions: bool,
) -> impl IntoView {
    let withdrawn = request.signed_by.is_some() || request.state == RequestState::Asked;
    let changed = !request.changed.is_empty();
    let (title, tone) = match request.state {
        RequestState::Asked | RequestState::Armed if changed && withdrawn => {
            (words::request_withdrawn_title(), Tone::Warn)
        }
        RequestState::Asked => (words::request_asked_title(), Tone::Info),
        RequestState::Armed => (words::request_planned_title(), Tone::Info),
        RequestState::SentBack => (words::request_sent_back_title(), Tone::Warn),
        RequestState::Done => (words::request_left_out_title(), Tone::Warn),
        RequestState::Failed | RequestState::Cancelled => (words::request_failed_title(), Tone::Warn),
    };
    let list_head = match request.state {
        RequestState::Asked | RequestState::Armed if withdrawn => words::request_changed_signed(),
        RequestState::Asked | RequestState::Armed => words::request_changed(),
        _ => words::request_left_out(),
    };
    let lines = lines(&request, now);
    let list = changed.then(|| {
        let items = request.changed.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
        view! {
            <p>{list_head}</p>
            <ul>{items}</ul>
        }
    });
    let open = request.state.is_open();
    let link = (!actions).then(|| {
        let href = path::publish(&at.0, at.1);
        view! {
            <p>
                <ButtonLink href size=Size::Small>
                    {words::request_look()}
                </ButtonLink>
            </p>
        }
    });
    let deeds = (actions && open).then(|| view! { <Deeds at request withdrawn=changed && withdrawn /> });
    view! {
        <Note tone title icon=Glyph::Clock>
            {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {list}
            {link}
            {deeds}
        </Note>
    }
}

/// How it stands, in sentences.
fn lines(request: &RequestView, now: Instant) -> Vec<String> {
    let pairs = words::pairs(request.pairs.len());
    let signed = request.signed_by.clone();
    let due = request.due.as_ref().map(|due| words::request_due(due.at.relative(now), due.text()));
    match request.state {
        RequestState::Asked => {
            let then = if request.mine { words::request_wait() } else { words::request_asks_you() };
            let due = due.unwrap_or_else(|| words::request_due_signed().to_owned());
            vec![words::request_asks(&request.by, pairs), due, then.to_owned()]
        }
        RequestState::Armed => {
            let planned = Some(words::request_planned(&request.by, pairs));
            [planned, due, signed.map(words::request_signed)].into_iter().flatten().collect()
        }
        RequestState::SentBack => {
            let by = signed.unwrap_or_else(|| words::somebody_else().to_owned());
            vec![words::request_sent_back_by(by), words::request_reason_said(&request.reason)]
        }
        RequestState::Failed => vec![words::request_failed_why().to_owned()],
        RequestState::Done | RequestState::Cancelled => vec![],
    }
}

/// What the reader can do about a publication that waits.
#[component]
fn Deeds(at: (String, MatchPlanId), request: RequestView, withdrawn: bool) -> impl IntoView {
    let sign = FormAction::<SignOff>::new();
    let send_back = FormAction::<SendBack>::new();
    let now = FormAction::<PublishNow>::new();
    let cancel = FormAction::<CancelPublication>::new();
    let at = StoredValue::new(at);
    let request_id = request.id;
    let hidden = move || {
        view! {
            <input type="hidden" name="programme" value=at.with_value(|at| at.0.clone()) />
            <input type="hidden" name="plan" value=at.with_value(|at| at.1.to_string()) />
            <input type="hidden" name="request" value=request_id.to_string() />
        }
    };
    let (asked, armed) = (request.state == RequestState::Asked, request.state == RequestState::Armed);
    let signs = asked && !request.mine;
    let sign_words =
        if request.due.is_some() { words::request_sign() } else { words::request_sign_publish() };
    let signing = (signs && !withdrawn).then(|| {
        view! {
            <Form action=sign label=sign_words>
                {hidden()}
                <Button submit=true look=Look::Primary icon=Glyph::Check>
                    {sign_words}
                </Button>
            </Form>
        }
    });
    let publishing = (armed && !withdrawn).then(|| {
        view! {
            <Form action=now label=words::request_now()>
                {hidden()}
                <Button submit=true icon=Glyph::Send>
                    {words::request_now()}
                </Button>
            </Form>
        }
    });
    let cancelling = view! {
        <Form action=cancel label=words::request_cancel()>
            {hidden()}
            <Button submit=true>{words::request_cancel()}</Button>
        </Form>
    };
    let refusing = signs.then(|| {
        view! {
            <Disclosure summary=words::request_send_back() open=came_back("send-back")>
                <Form action=send_back name="send-back" label=words::request_send_back()>
                    {hidden()}
                    <TextArea
                        name="reason"
                        label=words::request_reason()
                        who_sees=words::request_reason_who()
                        maxlength=500
                        required=true
                    />
                    <FormActions>
                        <Button submit=true>{words::request_send_back_button()}</Button>
                    </FormActions>
                </Form>
            </Disclosure>
        }
    });
    view! {
        <Cluster>{signing} {publishing} {cancelling}</Cluster>
        {refusing}
    }
}
