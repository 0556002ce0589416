//! Who is proposed, why the two fit, and the answer.

use super::api::{self, AcceptProposal, DeclineProposal};
use crate::board::Reasons;
use crate::form::{Form, FormAction, came_back};
use crate::live::follow;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::refresh_viewer;
use crate::wire::load;
use domain::calendar::away;
use domain::programme::Acceptance;
use domain::proposal::{LONGEST_REASON, ProposalState, ProposalView, misfit};
use domain::stream::{Topic, Version};
use domain::text::proposal as words;
use domain::{MentorshipId, ProposalId, Role};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;

/// The form of a no, which is open where it came back refused.
const DECLINE: &str = "decline";

#[component]
pub fn ProposalPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        let id = params.with(|params| params.get("proposal")).and_then(|text| text.parse().ok());
        id.unwrap_or(ProposalId(uuid::Uuid::nil()))
    });
    let accept = FormAction::<AcceptProposal>::new();
    let decline = FormAction::<DeclineProposal>::new();
    let heard = RwSignal::new(0_u32);
    let proposal = load(
        move || (id.get(), accept.version().get(), decline.version().get(), heard.get()),
        |(id, ..)| api::load_proposal(id),
    );
    let latest = RwSignal::new(None);
    // What others do changes the page where it asks something else of the reader, and else only the words on top: what they
    // are typing stays.
    let look = move || {
        spawn_local(async move {
            let Ok(now) = api::load_proposal(id.get_untracked()).await else { return };
            let shown = proposal.with_untracked(|shown| match shown {
                Some(Ok(shown)) => asks(shown) == asks(&now),
                _ => false,
            });
            if shown {
                latest.set(Some(now));
            } else {
                heard.update(|n| *n += 1);
            }
        });
    };
    follow(Topic::Inbox, Version(0), move |_| look(), look);
    Effect::new(move || {
        if accept.version().get() + decline.version().get() > 0 {
            refresh_viewer();
        }
    });
    let view = move |view: ProposalView| {
        latest.set(None);
        view! { <Proposal view latest accept decline /> }.into_any()
    };
    view! { <Load resource=proposal view /> }
}

/// What the page depends on but for the words on top.
fn asks(view: &ProposalView) -> (ProposalId, ProposalState, bool, Option<bool>, Option<MentorshipId>) {
    (view.id, view.state, view.asks_me, view.my_answer, view.mentorship)
}

#[component]
fn Proposal(
    view: ProposalView,
    /// The same as of later.
    latest: RwSignal<Option<ProposalView>>,
    accept: FormAction<AcceptProposal>,
    decline: FormAction<DeclineProposal>,
) -> impl IntoView {
    let other = if view.role == Role::Mentee { view.mentor.clone() } else { view.mentee.clone() };
    let title = match view.role {
        Role::Mentee => words::title_mentee(&view.mentor.name),
        Role::Mentor => words::title_mentor(&view.mentee.name),
        _ => words::title_other(&view.mentee.name, &view.mentor.name),
    };
    let loaded = view.clone();
    let state = move || {
        let ((tone, state), until) = latest.with(|latest| {
            let view = latest.as_ref().unwrap_or(&loaded);
            (standing(view), until(view))
        });
        view! {
            <Note tone>
                <p>{state}</p>
                {until.map(|until| view! { <p>{until}</p> })}
            </Note>
        }
    };
    let id = view.id;
    let other_name = StoredValue::new(other.name.clone());
    let crumbs = vec![Crumb::new(view.programme.clone(), path::programme(&view.slug))];
    let about = view.about.clone();
    view! {
        <Page title lead=view.purpose.clone() crumbs width=PageWidth::Read>
            <Stack>
                <div role="status">
                    {state}
                </div>
                {view
                    .mentorship
                    .filter(|_| view.role != Role::Coordinator)
                    .map(|id| {
                        view! {
                            <p>
                                <ButtonLink href=path::mentorship(id) look=Look::Primary icon=Glyph::Sprout>
                                    {words::to_mentorship()}
                                </ButtonLink>
                            </p>
                        }
                    })}
                <Section title=words::who()>
                    <PersonLine
                        name=other.name.clone()
                        what=other.does.clone()
                        seed=other.id.to_string()
                        size=AvatarSize::Large
                    />
                    {about.into_iter().map(|text| view! { <p dir="auto">{text}</p> }).collect_view()}
                </Section>
                <section class="proposal__reasons">
                    <Reasons reasons=view.reasons.clone() />
                </section>
                {view
                    .asks_me
                    .then(|| view! { <Answer id other=other_name.get_value() accept decline /> })}
                {(!view.asks_me && view.state == ProposalState::Waiting && view.role != Role::Coordinator)
                    .then(|| {
                        view! {
                            <Disclosure summary=words::changed_mind() open=came_back(DECLINE)>
                                <Decline id decline />
                            </Disclosure>
                        }
                    })}
                {view
                    .reason
                    .map(|reason| {
                        view! {
                            <Section title=words::reason_given()>
                                <p dir="auto">{reason}</p>
                                {view.misfit.and_then(misfit::sentence).map(|said| view! { <p>{said}</p> })}
                            </Section>
                        }
                    })}
            </Stack>
        </Page>
    }
}

/// By when it has to be answered, by the reader or somebody else.
fn until(view: &ProposalView) -> Option<String> {
    let (end, offset) = (view.expires_at, view.offset);
    let (relative, exact) = (away(end.date(offset), view.now.date(offset)), end.exact(offset));
    (view.state == ProposalState::Waiting).then(|| match view.asks_me {
        true => words::until(relative, exact),
        false => words::until_of_others(relative, exact),
    })
}

/// How far it is, as the reader needs to know it.
fn standing(view: &ProposalView) -> (Tone, String) {
    let awaits = view.awaits.join(", ");
    match view.state {
        ProposalState::Waiting if view.asks_me => (Tone::Info, asked(view)),
        ProposalState::Waiting if view.my_answer == Some(true) => (Tone::Good, words::you_accepted(awaits)),
        ProposalState::Waiting if view.awaits.is_empty() => (Tone::Warn, words::too_late().to_owned()),
        ProposalState::Waiting => (Tone::Info, words::awaits(awaits)),
        ProposalState::Accepted => (Tone::Good, words::both_accepted().to_owned()),
        ProposalState::Declined if view.my_answer == Some(false) => {
            (Tone::Neutral, words::you_declined().to_owned())
        }
        ProposalState::Declined => (Tone::Neutral, words::was_declined().to_owned()),
        ProposalState::Expired => (Tone::Neutral, words::was_expired().to_owned()),
        ProposalState::Recalled => (Tone::Neutral, words::was_recalled().to_owned()),
    }
}

/// What is asked of the reader; the other may have accepted already.
fn asked(view: &ProposalView) -> String {
    let other = if view.role == Role::Mentee { &view.mentor.name } else { &view.mentee.name };
    let accepted = view.acceptance == Acceptance::Both && !view.awaits.contains(other);
    if accepted { words::asks_you_only(other) } else { words::asks_you().to_owned() }
}

#[component]
fn Answer(
    id: ProposalId,
    other: String,
    accept: FormAction<AcceptProposal>,
    decline: FormAction<DeclineProposal>,
) -> impl IntoView {
    view! {
        <Section title=words::answer_title() lead=words::answer_lead(&other)>
            <Form action=accept label=words::accept()>
                <input type="hidden" name="proposal" value=id.to_string() />
                <FormActions>
                    <Button submit=true look=Look::Primary icon=Glyph::Check>
                        {words::accept()}
                    </Button>
                </FormActions>
            </Form>
            <Disclosure summary=words::decline_summary() open=came_back(DECLINE)>
                <Decline id decline />
            </Disclosure>
        </Section>
    }
}

#[component]
fn Decline(id: ProposalId, decline: FormAction<DeclineProposal>) -> impl IntoView {
    let options = misfit::choices().map(|(kind, label)| Choice::new(kind.as_str(), label)).collect();
    view! {
        <Form action=decline name=DECLINE label=words::decline()>
            <input type="hidden" name="proposal" value=id.to_string() />
            <Select
                name="criterion"
                label=words::misfit()
                hint=words::misfit_hint()
                who_sees=words::reason_who()
                options
                empty_label=words::misfit_other()
            />
            <TextArea
                name="reason"
                label=words::reason()
                hint=words::reason_hint()
                who_sees=words::reason_who()
                maxlength=LONGEST_REASON as u32
                rows=3
                required=true
            />
            <FormActions>
                <Button submit=true>{words::decline()}</Button>
            </FormActions>
        </Form>
    }
}
