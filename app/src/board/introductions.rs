//! Introductions on the board: who has met whom, and the form that lets two people meet.

use super::api::Introduce;
use super::card::is_movable;
use super::changes::unchosen;
use super::desk::Desk;
use super::held::meaning;
use crate::form::{Form, FormAction, came_back};
use crate::ui::*;
use domain::ParticipationId;
use domain::board::{Candidate, CardDetail, CardView, Names, percent};
use domain::calendar::long_date;
use domain::text::{board, introduction as words};
use leptos::prelude::*;

/// "Introduced 3 Mar 2026", where the two were.
pub(super) fn introduced(desk: Desk, card: &CardView, mentor: ParticipationId) -> Option<String> {
    let offset = desk.viewer.with_untracked(|viewer| viewer.offset);
    card.introduced_to(mentor).map(|at| words::introduced_on(long_date(at.date(offset))))
}

/// What taking a place means, and whether the two have met.
pub(super) fn noted(desk: Desk, card: &CardView, place: &Candidate) -> String {
    let notes = [introduced(desk, card, place.mentor), Some(meaning(place))];
    notes.into_iter().flatten().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// To whom somebody was introduced, and the form: with their mentor, or from the tray with anybody who is possible.
#[component]
pub(super) fn Introduction(detail: CardDetail) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let introduce = FormAction::<Introduce>::new();
    Effect::new(move || introduce.value().get().into_iter().for_each(|answer| desk.answered(answer)));
    let CardDetail { card, mentor, fit, candidates, .. } = detail;
    let form_name = format!("introduce-{}", card.id);
    let refused = came_back(&form_name);
    // A second press would send another two mails.
    let chosen = unchosen(refused);
    let offset = desk.viewer.with_untracked(|viewer| viewer.offset);
    let name = |id: ParticipationId| {
        let place = candidates.iter().find(|one| one.mentor == id);
        place.map(|one| one.person.name.clone()).or_else(|| desk.participant(id))
    };
    let met = |(mentor, at): &(ParticipationId, domain::Instant)| {
        let met = words::introduced_to(name(*mentor)?, long_date(at.date(offset)));
        Some(view! { <li dir="auto">{met}</li> })
    };
    let met: Vec<_> = card.introduced.iter().filter_map(met).collect();
    let fields = is_movable(&card).then(|| match mentor {
        Some(mentor) => {
            let meets =
                mentor.active && fit.is_none_or(|fit| fit.is_ok()) && card.introduced_to(mentor.id).is_none();
            meets.then(|| {
                view! {
                    <input type="hidden" name="mentor" value=mentor.id.to_string() />
                    <Button submit=true icon=Glyph::Introduction>
                        {words::introduce()}
                    </Button>
                }
                .into_any()
            })
        }
        None => {
            let option = |one: &Candidate| {
                let fit = one.fit.ok().filter(|_| card.introduced_to(one.mentor).is_none())?;
                let label = format!("{} · {}", one.person.name, board::fit_figure(percent(fit)));
                Some(Choice::new(one.mentor.to_string(), label))
            };
            let options: Vec<_> = candidates.iter().filter_map(option).collect();
            (!options.is_empty()).then(|| {
                view! {
                    <Select
                        name="mentor"
                        label=words::introduce_to()
                        options
                        empty_label=words::introduce_none()
                        required=true
                        node_ref=chosen
                    />
                    <Button submit=true icon=Glyph::Introduction>
                        {words::introduce_button()}
                    </Button>
                }
                .into_any()
            })
        }
    });
    let fields = fields.flatten();
    // Refused, it comes back to say why, also where there is nothing to send any more: the two have met meanwhile.
    let form = (fields.is_some() || refused).then(|| {
        let lead = fields.is_some().then(|| view! { <p class="muted small">{words::lead()}</p> });
        view! {
            {lead}
            <Form action=introduce name=form_name class="panel__form" label=words::title()>
                <input type="hidden" name="programme" value=desk.slug() />
                <input type="hidden" name="plan" value=desk.plan.to_string() />
                <input type="hidden" name="mentee" value=card.id.to_string() />
                {fields}
            </Form>
        }
    });
    (!met.is_empty() || form.is_some()).then(|| {
        let met = (!met.is_empty()).then(|| view! { <ul class="panel__why">{met}</ul> });
        view! {
            <h3>{words::title()}</h3>
            {met}
            {form}
        }
    })
}
