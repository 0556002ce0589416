//! Before a match plan is published: who is with whom, who is left out for now, and who will be told what.

use super::api::{self, PublishPairs};
use super::request::Waiting;
use super::{address, nothing_to_do};
use crate::form::{self, Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::ParticipationId;
use domain::board::{ExceptionLine, Pair, PreviewMessage, PreviewPair, PublishForm, PublishPreview, percent};
use domain::calendar::long_date;
use domain::programme::Acceptance;
use domain::text::board as words;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The name of the boxes.
const PAIRS: &str = "pairs[]";

#[component]
pub fn PublishPage() -> impl IntoView {
    let address = address();
    let preview = load(move || address.get(), |(slug, plan)| api::preview_publish(slug, plan));
    let publish = FormAction::<PublishPairs>::new();
    // Whoever is left out stays so when the page is read again, as after a refusal.
    let out = RwSignal::new(BTreeSet::new());
    Effect::new(move || {
        if publish.version().get() > 0
            && publish.value().with_untracked(|answer| matches!(answer, Some(Err(_))))
        {
            preview.refetch();
        }
    });
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let view = move |preview: PublishPreview| {
        let board = path::board(&preview.slug, preview.plan);
        let crumbs = vec![
            Crumb::new(preview.programme.clone(), path::programme(&preview.slug)),
            Crumb::new(preview.name.clone(), board.clone()),
        ];
        if let Some(why) = preview.refused.clone().filter(|_| preview.request.is_none()) {
            return nothing_to_do(words::publish_title(), words::publish_nothing(), why, crumbs, board);
        }
        let rule = match preview.acceptance {
            Acceptance::Both => words::publish_both(),
            Acceptance::Mentor => words::publish_mentor(),
            Acceptance::Nobody => words::publish_nobody(),
        };
        let until = (preview.acceptance != Acceptance::Nobody)
            .then(|| words::publish_until(long_date(preview.expires_at.date(offset))));
        let line = |one: &ExceptionLine| view! { <li dir="auto">{one.said.clone()}</li> };
        let excepted: Vec<_> = preview.exceptions.iter().map(line).collect();
        let group = |(mentor, mentees): &(String, u32)| {
            view! { <li dir="auto">{words::groups_publish_one(mentor, mentees)}</li> }
        };
        let small: Vec<_> = preview.small_groups.iter().map(group).collect();
        let fewest = preview.fewest;
        let request = preview.request.clone();
        let waits = request.as_ref().is_some_and(|request| request.state.is_open());
        let (at, now) = ((preview.slug.clone(), preview.plan), preview.now);
        view! {
            <Page title=words::publish_title() crumbs>
                <Stack>
                    <Note icon=Glyph::Agreement>
                        <p>{rule} " " {until}</p>
                        {(preview.waiting > 0)
                            .then(|| view! { <p>{words::publish_waiting(words::people(preview.waiting as usize))}</p> })}
                    </Note>
                    {(!excepted.is_empty())
                        .then(|| {
                            view! {
                                <Note icon=Glyph::Alert title=words::exceptions_publish()>
                                    <ul>{excepted}</ul>
                                </Note>
                            }
                        })}
                    {(!small.is_empty())
                        .then(|| {
                            view! {
                                <Note icon=Glyph::People title=words::groups_publish(fewest)>
                                    <ul>{small}</ul>
                                    <p>{words::groups_publish_help()}</p>
                                </Note>
                            }
                        })}
                    {request.map(|request| view! { <Waiting request at=at now actions=true /> })}
                    {if waits {
                        view! { <Awaited preview /> }.into_any()
                    } else {
                        view! {
                            <Form action=publish class="publish" label=words::publish_title()>
                                <Chosen preview out />
                            </Form>
                        }
                            .into_any()
                    }}
                </Stack>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=preview view /> }
}

/// What waits: its pairs, and what will be sent.
#[component]
fn Awaited(preview: PublishPreview) -> impl IntoView {
    let pairs: Vec<Pair> = preview.request.iter().flat_map(|request| request.pairs.clone()).collect();
    let kept = |one: &PreviewPair| pairs.contains(&one.pair);
    let mentees: BTreeSet<_> =
        preview.pairs.iter().filter(|one| kept(one)).map(|one| one.pair.mentee).collect();
    let messages = preview.messages(|mentee| mentees.contains(&mentee));
    let row = |one: PreviewPair| {
        view! {
            <tr>
                <RowHead>{one.mentor.name}</RowHead>
                <Cell label=words::publish_mentee_head()>{one.mentee.name} {flaw(one.flaw)}</Cell>
                <Cell label=words::fit() numeric=true>
                    {one.fit.map(percent)}
                </Cell>
            </tr>
        }
    };
    let rows: Vec<_> = preview.pairs.into_iter().filter(kept).map(row).collect();
    view! {
        <Section title=words::publish_pairs()>
            <DataTable caption=words::publish_pairs() caption_hidden=true stack=true>
                <thead>
                    <tr>
                        <ColumnHead label=words::publish_mentor_head() />
                        <ColumnHead label=words::publish_mentee_head() />
                        <ColumnHead label=words::fit() numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </DataTable>
        </Section>
        <Section title=words::publish_messages()>{messages.into_iter().map(message).collect_view()}</Section>
    }
}

fn flaw(flaw: Option<String>) -> impl IntoView {
    flaw.map(|flaw| {
        view! {
            <p class="publish__flaw">
                <Icon glyph=Glyph::Alert size=Size::Small />
                {flaw}
            </p>
        }
    })
}

/// The form: what is ticked, and what follows from that.
#[component]
fn Chosen(preview: PublishPreview, out: RwSignal<BTreeSet<ParticipationId>>) -> impl IntoView {
    let able: Vec<ParticipationId> =
        preview.pairs.iter().filter(|one| one.flaw.is_none()).map(|one| one.pair.mentee).collect();
    if let Some(ticked) = form::all_chosen(PAIRS) {
        // A pair that has changed meanwhile keeps its tick: it is the mentee who was chosen.
        let ticked: BTreeSet<_> =
            ticked.into_iter().filter_map(|pair| Some(Pair::try_from(pair).ok()?.mentee)).collect();
        out.set(able.iter().copied().filter(|mentee| !ticked.contains(mentee)).collect());
    }
    let able = StoredValue::new(able);
    let left_out =
        move || out.with(|out| able.with_value(|able| able.iter().filter(|id| out.contains(id)).count()));
    let count = Memo::new(move |_| able.with_value(Vec::len) - left_out());
    let pairs = preview.pairs.clone();
    let (slug, plan) = (preview.slug.clone(), preview.plan.to_string());
    let board = path::board(&preview.slug, preview.plan);
    let sign_off = preview.sign_off;
    let typed = form::typed("when").is_some_and(|when| when == PublishForm::LATER);
    let later = RwSignal::new(typed);
    let button = move || {
        let pairs = words::pairs(count.get());
        match (sign_off, later.get()) {
            (true, _) => words::publish_ask_button(pairs),
            (false, true) => words::publish_plan_button(pairs),
            (false, false) => words::publish_button(pairs),
        }
    };
    let when = vec![
        Choice::new("now", words::publish_when_now()),
        Choice::new(PublishForm::LATER, words::publish_when_later()).hint(words::publish_later_lead()),
    ];
    let at_hint = words::publish_at_hint(&preview.zone, preview.days);
    let tomorrow = preview.tomorrow.clone();
    let preview = StoredValue::new(preview);
    let messages = Memo::new(move |_| {
        out.with(|out| {
            let chosen = |id| !out.contains(&id) && able.with_value(|able| able.contains(&id));
            preview.with_value(|preview| preview.messages(chosen))
        })
    });
    let people = move || {
        messages.with(|all| all.iter().map(|message| message.person.id).collect::<BTreeSet<_>>().len())
    };
    let lead = move || words::publish_lead(words::pairs(count.get()), words::people(people()));
    let none = Signal::derive(move || (count.get() == 0).then(|| words::nothing_chosen().to_owned()));
    let rest = move || {
        Some(left_out())
            .filter(|left| *left > 0)
            .map(|left| view! { <p>{words::publish_left_out(words::pairs(left))}</p> })
    };
    let tick_all = move || {
        view! {
            <Cluster>
                <Button size=Size::Small on_press=move |_| out.update(BTreeSet::clear) attr:data-scripted="">
                    {words::publish_all()}
                </Button>
                <Button
                    size=Size::Small
                    on_press=move |_| out.set(able.with_value(|able| able.iter().copied().collect()))
                    attr:data-scripted=""
                >
                    {words::publish_none()}
                </Button>
            </Cluster>
        }
    };
    view! {
        <input type="hidden" name="programme" value=slug />
        <input type="hidden" name="plan" value=plan />
        <div class="publish__said" role="status">
            <p>{lead}</p>
            {rest}
        </div>
        {sign_off.then(|| view! { <p>{words::publish_sign_off()}</p> })}
        <RadioGroup
            name="when"
            label=words::publish_when()
            options=when
            value="now"
            on_change=Callback::new(move |when: String| later.set(when == PublishForm::LATER))
        />
        <div class="publish__at" data-shown=move || later.get()>
            <Field
                name="at"
                label=words::publish_at()
                kind=FieldKind::DateTime
                value=tomorrow
                hint=at_hint
            />
        </div>
        <FormActions>
            <Button submit=true look=Look::Primary icon=Glyph::Send disabled_reason=none>
                <span class="publish__count">{button}</span>
                <span class="publish__ticked">{words::publish_button_ticked()}</span>
            </Button>
            <ButtonLink href=board>{words::publish_back()}</ButtonLink>
        </FormActions>
        <Section title=words::publish_pairs() lead=words::publish_pairs_lead() actions=tick_all>
            <DataTable caption=words::publish_pairs() caption_hidden=true stack=true>
                <thead>
                    <tr>
                        <ColumnHead label=words::publish_include_head() />
                        <ColumnHead label=words::publish_mentor_head() />
                        <ColumnHead label=words::publish_mentee_head() />
                        <ColumnHead label=words::fit() numeric=true />
                    </tr>
                </thead>
                <tbody>{pairs.into_iter().map(|pair| row(pair, out)).collect_view()}</tbody>
            </DataTable>
        </Section>
        <Section title=words::publish_messages()>
            <p class="publish__look">
                <Button submit=true size=Size::Small name="look" value="messages">
                    {words::publish_look()}
                </Button>
            </p>
            {move || messages.with(Vec::is_empty).then(|| view! { <p>{words::publish_nobody_told()}</p> })}
            <For
                each=move || messages.get()
                key=|message| (message.person.id, message.text.clone())
                children=message
            />
        </Section>
    }
}

/// A pair with its box; without one, and with the reason, where it cannot be published.
fn row(one: PreviewPair, out: RwSignal<BTreeSet<ParticipationId>>) -> impl IntoView {
    let id = one.pair.mentee;
    let able = one.flaw.is_none();
    let ticked = move || able && !out.with(|out| out.contains(&id));
    let label = words::publish_include(&one.mentee.name, &one.mentor.name);
    let tick = move |event| {
        let on = event_target_checked(&event);
        out.update(|out| {
            if on {
                out.remove(&id)
            } else {
                out.insert(id)
            };
        });
    };
    view! {
        <tr data-out=move || !ticked()>
            <Cell>
                <label class="checkbox">
                    <input
                        class="checkbox__box"
                        type="checkbox"
                        name=PAIRS
                        value=String::from(one.pair)
                        checked=ticked
                        prop:checked=ticked
                        disabled=!able
                        on:change=tick
                    />
                    <span class="unseen">{label}</span>
                </label>
            </Cell>
            <RowHead>{one.mentor.name}</RowHead>
            <Cell label=words::publish_mentee_head()>
                {one.mentee.name}
                {flaw(one.flaw)}
            </Cell>
            <Cell label=words::fit() numeric=true>
                {one.fit.map(percent)}
            </Cell>
        </tr>
    }
}

fn message(message: PreviewMessage) -> impl IntoView {
    let how = if message.by_mail { words::publish_by_mail() } else { words::publish_in_app() };
    view! {
        <Disclosure summary=format!("{}, {how}", message.person.name)>
            <p>
                <strong>{message.subject}</strong>
            </p>
            <p class="publish__letter" dir="auto">
                {message.text}
            </p>
        </Disclosure>
    }
}
