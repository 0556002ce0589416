//! A programme's page, for everybody in it: what it is for, who runs it, when what happens, and how far it is.

use super::api::{AddRole, ChangeState, RemoveRole, load_programme};
use super::list_page::StateBadge;
use super::roles::Roles;
use super::timeline::Timeline;
use super::{Step, done, tell_navigation};
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::Role;
use domain::calendar::{due, long_date};
use domain::programme::objective::{Source, figure};
use domain::programme::phase;
use domain::programme::view::ProgrammeView;
use domain::programme::{Objective, ProgrammeState};
use domain::text::programme as words;
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;

/// What the page's forms send.
#[derive(Clone, Copy)]
struct Actions {
    state: FormAction<ChangeState>,
    add: FormAction<AddRole>,
    remove: FormAction<RemoveRole>,
}

/// The page of a programme.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("programme").unwrap_or_default()));
    let actions = Actions { state: FormAction::new(), add: FormAction::new(), remove: FormAction::new() };
    let done = done(vec![
        (actions.state.value().into(), actions.state.version().into()),
        (actions.add.value().into(), actions.add.version().into()),
        (actions.remove.value().into(), actions.remove.version().into()),
    ]);
    let programme = load(move || (slug.get(), done.get()), |(slug, _)| load_programme(slug));
    view! {
        <Load
            resource=programme
            view=move |view| {
                if view.programme.slug == slug.get_untracked() {
                    view! { <Whole view actions /> }.into_any()
                } else {
                    view! { <Redirect path=path::programme(&view.programme.slug) /> }.into_any()
                }
            }
        />
    }
}

#[component]
fn Whole(view: ProgrammeView, actions: Actions) -> impl IntoView {
    let is = &view.programme;
    let (slug, state) = (is.slug.clone(), is.state);
    if !view.my_roles.is_empty() {
        tell_navigation(&slug, &is.description.name);
    }
    let kicker = match (phase::week(&is.phases, view.today), is.span()) {
        (Some((week, of)), _) => words::page_week(week, of),
        (None, Some((first, _))) if view.today < first => words::page_starts(due(first, view.today)),
        (None, Some(_)) => words::page_ended().to_owned(),
        (None, None) => words::page_no_dates().to_owned(),
    };
    let roles: Vec<&str> = view.my_roles.iter().map(|role| role.title()).collect();
    let lead = (!roles.is_empty()).then(|| words::page_you(roles.join(", ")));
    let links = links(&view);
    let (aside_view, objectives) = (view.clone(), view.clone());
    let (may_edit, today) = (view.may_edit, view.today);
    let (description, phases) = (is.description.clone(), is.phases.clone());
    view! {
        <Page
            title=description.name
            kicker
            nostrip:lead=lead
            crumbs=vec![Crumb::new(words::list_title(), path::programmes())]
            actions=move || view! { <Cluster><StateBadge state />{links}</Cluster> }
        >
            {may_edit.then(|| view! { <StateForms slug state action=actions.state /> })}
            <Split aside=move || view! { <Aside view=aside_view actions /> }>
                <Section title=words::page_purpose()>
                    <Paragraphs text=description.purpose />
                </Section>
                <Sides mentors=description.mentors mentees=description.mentees />
                <Section title=words::page_objectives()>
                    <Objectives view=objectives />
                </Section>
                <Section title=words::page_dates()>
                    <Timeline phases today />
                </Section>
            </Split>
        </Page>
    }
}

/// The ways from here that the reader may go.
fn links(view: &ProgrammeView) -> impl IntoView + use<> {
    let slug = &view.programme.slug;
    let mut links = Vec::new();
    if view.may_edit {
        links.push((path::edit_programme(slug, Step::Purpose.word()), words::page_edit(), Glyph::Edit));
        links.push((path::match_plans(slug), words::page_board(), Glyph::Board));
        links.push((path::waiting(slug, 1), domain::text::board::waiting_link(), Glyph::Clock));
        links.push((path::progress(slug), words::page_progress(), Glyph::Activity));
    }
    if view.may_see_people {
        links.push((path::participants(slug), words::page_people(), Glyph::People));
    }
    if view.my_roles.contains(&Role::Mentee) {
        links.push((path::directory(slug), words::page_find(), Glyph::Search));
    }
    links
        .into_iter()
        .map(|(href, label, icon)| view! { <ButtonLink href icon=icon>{label}</ButtonLink> })
        .collect_view()
}

/// What a coordinator can do with the programme as a whole.
#[component]
fn StateForms(slug: String, state: ProgrammeState, action: FormAction<ChangeState>) -> impl IntoView {
    let (to, label, lead) = match state {
        ProgrammeState::Draft => (ProgrammeState::Open, words::page_open(), words::page_open_lead()),
        ProgrammeState::Open | ProgrammeState::Running => {
            (ProgrammeState::Closed, words::page_close(), words::page_close_lead())
        }
        ProgrammeState::Closed => (ProgrammeState::Running, words::page_reopen(), words::state_closed_help()),
    };
    let form = view! {
        <Form action>
            <input type="hidden" name="slug" value=slug />
            <input type="hidden" name="to" value=to.as_str() />
            <p>{lead}</p>
            <FormActions>
                <Button
                    submit=true
                    look=if state == ProgrammeState::Draft { Look::Primary } else { Look::Secondary }
                    busy=action.pending()
                >
                    {label}
                </Button>
            </FormActions>
        </Form>
    };
    if matches!(state, ProgrammeState::Open | ProgrammeState::Running) {
        view! { <Disclosure summary=label>{form}</Disclosure> }.into_any()
    } else {
        view! { <Note tone=Tone::Info>{form}</Note> }.into_any()
    }
}

#[component]
fn Sides(mentors: String, mentees: String) -> impl IntoView {
    [(words::page_mentors(), mentors), (words::page_mentees(), mentees)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(title, text)| view! { <Section title><Paragraphs text /></Section> })
        .collect_view()
}

#[component]
fn Aside(view: ProgrammeView, actions: Actions) -> impl IntoView {
    let rules = view.programme.rules;
    view! {
        <Section title=words::page_who()>
            <Roles
                slug=view.programme.slug.clone()
                people=view.looked_after.clone()
                may_edit=view.may_see_people
                add=actions.add
                remove=actions.remove
            />
        </Section>
        <Section title=words::page_people()>
            <Facts>
                <Fact term=words::figure_mentors()>{view.counts.mentors}</Fact>
                <Fact term=words::figure_mentees()>{view.counts.mentees}</Fact>
                <Fact term=words::figure_mentorships()>{view.counts.mentorships}</Fact>
            </Facts>
        </Section>
        <Section title=words::page_rules()>
            <ul class="programme__rules">
                <li>{rules.format.title()}". "{rules.format.explanation()}</li>
                <li>{rules.acceptance.title()}</li>
                <li>{words::page_capacity(rules.capacity.mentor_most)}</li>
                {(rules.capacity.mentor_fewest > 1)
                    .then(|| view! { <li>{words::page_fewest(rules.capacity.mentor_fewest)}</li> })}
                <li>{words::page_answer_days(domain::text::calendar::days(rules.capacity.proposal_days.into()))}</li>
            </ul>
        </Section>
    }
}

#[component]
fn Objectives(view: ProgrammeView) -> impl IntoView {
    if view.programme.objectives.is_empty() {
        return view! { <p>{words::page_no_objectives()}</p> }.into_any();
    }
    let rows = view
        .programme
        .objectives
        .iter()
        .map(|objective| view! { <OneObjective objective=objective.clone() value=view.value(objective) /> })
        .collect_view();
    view! { <Rows label=words::page_objectives()>{rows}</Rows> }.into_any()
}

#[component]
fn OneObjective(objective: Objective, value: Option<f64>) -> impl IntoView {
    let is = objective.is;
    let percent = value.map_or(0, |value| is.progress(value));
    let now = value
        .map_or(words::objective_unknown().to_owned(), |value| words::objective_now(figure(value), &is.unit));
    let source =
        if is.source == Source::ByHand { words::objective_by_hand() } else { words::objective_live() };
    let way = words::objective_way(figure(is.baseline), figure(is.target), &is.unit);
    let until = is.due.map(|due| words::objective_until(long_date(due))).unwrap_or_default();
    view! {
        <Row>
            <Meter label=is.measure.clone() value=percent tone=Tone::Good figure_hidden=true />
            <p class="programme-row__facts">{format!("{now} · {way} {until}")}</p>
            <p class="programme-row__facts">
                {(!is.serves.is_empty()).then(|| format!("{} · ", words::objective_serves(&is.serves)))} {source}
            </p>
        </Row>
    }
}

/// Plain text with empty lines between paragraphs.
#[component]
fn Paragraphs(text: String) -> impl IntoView {
    text.split("\n\n")
        .map(|paragraph| view! { <p class="programme__text">{paragraph.trim().to_owned()}</p> })
        .collect_view()
}
