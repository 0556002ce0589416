//! On the engine's page: the fairest plan and the stable one to choose, and whom pins keep apart in that.

use super::engine_page::choice;
use super::verdict_page::rather_table;
use crate::path;
use crate::ui::*;
use domain::board::{Aim, AimPrice, AimStep, EnginePreview, Gain, percent};
use domain::text::{board as words, verdict as said};
use leptos::prelude::*;

/// Whether one of them is another plan than what is on the board, or may be.
pub(super) fn any(preview: &EnginePreview) -> bool {
    preview.aims.iter().any(|one| one.known.is_none_or(|known| known.changes > 0))
}

/// The two with their prices; where groups have a minimum, why they are not offered.
pub(super) fn aims(preview: &EnginePreview) -> impl IntoView + use<> {
    if let Some(begin) = preview.groups_begin {
        let why = words::aims_groups(begin.fewest);
        return view! { <Section title=words::aims()><p>{why}</p></Section> }.into_any();
    }
    let one = |&AimStep { aim, known }: &AimStep| {
        let href = path::engine_aim(&preview.slug, preview.plan, aim);
        choice(
            href,
            preview.aim == Some(aim),
            title(aim).to_owned(),
            known.map_or(words::aim_large().to_owned(), note),
        )
    };
    let choices = preview.aims.iter().map(one).collect_view();
    view! {
        <Section title=words::aims() lead=words::aims_lead()>
            <ol class="engine__steps" role="list">
                {choices}
            </ol>
        </Section>
    }
    .into_any()
}

fn title(aim: Aim) -> &'static str {
    match aim {
        Aim::Total => words::plan_fill_total(),
        Aim::Fair => words::aim_fair(),
        Aim::Stable => words::aim_stable(),
    }
}

/// "−12.3 in all · 3 people leave their mentor · lowest fit 41".
fn note(known: AimPrice) -> String {
    let AimPrice { moves, price, lowest, apart, .. } = known;
    let price = match price < Gain::default() {
        true => said::least_costs(price.text()),
        false => said::least_free().to_owned(),
    };
    let lowest = lowest.map(|fit| words::aim_lowest(percent(fit)));
    let apart = (apart > 0).then(|| words::apart_counted(apart));
    let parts = [Some(price), Some(words::engine_moves(moves)), lowest, apart];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Who would rather have each other in the stable plan that is looked at.
pub(super) fn apart(preview: &EnginePreview) -> Option<impl IntoView + use<>> {
    let line = preview.aims.iter().find(|one| Some(one.aim) == preview.aim)?;
    let count = line.known.filter(|known| known.apart > 0)?.apart;
    let shown = preview.apart.len();
    let more = (shown < count as usize).then(|| said::rather_more(shown));
    let table = rather_table(words::apart(), &preview.slug, preview.plan, &preview.apart);
    Some(view! {
        <Section title=words::apart() lead=words::apart_lead()>
            <p>{said::rather_count(count as usize)} " " {more}</p>
            {table}
        </Section>
    })
}
