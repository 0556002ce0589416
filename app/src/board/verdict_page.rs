//! How good a plan is: against the best one, what the pins cost, and where to look first.

use super::address;
use super::api::{self, UnpinCard};
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::viewer::use_viewer;
use crate::wire::load;
use domain::MatchPlanId;
use domain::board::{Gain, PairLine, PinLine, RatherLine, VerdictView, percent};
use domain::text::{board as words, fairness as fair, verdict as said};
use leptos::prelude::*;

#[component]
pub fn VerdictPage() -> impl IntoView {
    let address = address();
    let verdict = load(move || address.get(), |(slug, plan)| api::load_verdict(slug, plan));
    let unpin = FormAction::<UnpinCard>::new();
    let toasts = use_toasts();
    Effect::new(move || match unpin.value().get() {
        Some(Ok(answer)) => {
            toasts.say(answer.said);
            verdict.refetch();
        }
        Some(Err(error)) => toasts.fail(error.sentence()),
        None => {}
    });
    let offset = use_viewer().with_untracked(|viewer| viewer.offset);
    let view = move |view: VerdictView| {
        let crumbs = vec![
            Crumb::new(view.programme.clone(), path::programme(&view.slug)),
            Crumb::new(view.name.clone(), path::board(&view.slug, view.plan)),
        ];
        view! {
            <Page title=said::title() crumbs>
                <Stack gap=Gap::Loose>
                    {summary(&view, offset)} {spread(&view)} {pins(&view, unpin)} {rather(&view)} {lowest(&view)}
                    {waiting(&view)} {fairness(&view)} <VisibilityNote text=words::who_sees() />
                </Stack>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=verdict view /> }
}

/// How far it is from the best plan, with the proof.
fn summary(view: &VerdictView, offset: i32) -> AnyView {
    let counts = view.counts;
    let is_best = view.better <= Gain::default();
    let fits_in = view.overfull.is_empty();
    let free = counts.pinned == 0 || view.pins_cost.is_some_and(|cost| cost <= Gain::default());
    let (tone, title, why) = match is_best {
        _ if !fits_in => {
            let why = said::overfull_why(view.overfull.join(", "));
            (Tone::Bad, said::overfull().to_owned(), why)
        }
        true if free => (Tone::Good, said::best().to_owned(), said::best_why().to_owned()),
        true => {
            let why = match view.pins_cost {
                Some(cost) => said::best_pinned_why(cost.text()),
                None => said::best_pinned_large().to_owned(),
            };
            (Tone::Info, said::best_pinned().to_owned(), why)
        }
        false if view.fewest > 1 => {
            let title = words::verdict_any_size(view.better.text());
            (Tone::Neutral, title, said::better_any_size().to_owned())
        }
        false => (Tone::Info, said::better(view.better.text()), said::better_why().to_owned()),
    };
    let proof = match view.proved_at {
        Some(at) => said::proved(at.exact(offset)),
        None => said::unproved().to_owned(),
    };
    let look = path::engine(&view.slug, view.plan, None);
    let share = match view.common {
        None => Some(said::large().to_owned()),
        Some(_) if view.movable == 0 => None,
        Some(common) => Some(said::common(said::common_of(common, view.movable))),
    };
    let mean = counts.mean_fit();
    let matched = said::of(counts.matched(), counts.mentees);
    let cost = view.pins_cost.filter(|_| counts.pinned > 0).map(|cost| match cost > Gain::default() {
        true => cost.text(),
        false => said::figure_pins_none().to_owned(),
    });
    view! {
        <Note tone title=title>
            <p dir="auto">{why}</p>
            {(!fits_in).then(|| view! { <p>{said::overfull_help()}</p> })}
            {share.filter(|_| fits_in).map(|share| view! { <p>{share}</p> })}
            {fits_in.then(|| view! { <p class="muted">{proof}</p> })}
            {(!is_best || !fits_in)
                .then(|| {
                    view! {
                        <Cluster>
                            <ButtonLink href=look look=Look::Primary icon=Glyph::Wand>
                                {said::better_look()}
                            </ButtonLink>
                        </Cluster>
                    }
                })}
        </Note>
        <CardGrid narrow=true>
            <Stat label=said::figure_matched() value=Signal::stored(matched) />
            {mean
                .map(|fit| view! { <Stat label=said::figure_mean() value=Signal::stored(fit.to_string()) /> })}
            {cost.map(|cost| view! { <Stat label=said::figure_pins() value=Signal::stored(cost) /> })}
        </CardGrid>
    }
    .into_any()
}

fn spread(view: &VerdictView) -> AnyView {
    if view.spread.iter().sum::<u32>() == 0 {
        return ().into_any();
    }
    let tenth = |at: usize| said::tenth(at * 10, if at == 9 { 100 } else { at * 10 + 9 });
    let points: Vec<Point> =
        (0..10).map(|at| Point::new(tenth(at), view.spread[at]).beside(view.spread_best[at])).collect();
    view! {
        <ColumnChart
            title=said::spread()
            points=Signal::stored(points)
            head=said::spread_head()
            first=said::spread_here()
            second=said::spread_best()
            desc=said::spread_desc()
        />
    }
    .into_any()
}

fn pins(view: &VerdictView, unpin: FormAction<UnpinCard>) -> AnyView {
    if view.pins.is_empty() {
        return view! { <Section title=said::pins()><p>{said::pins_none()}</p></Section> }.into_any();
    }
    let (slug, plan) = (view.slug.clone(), view.plan);
    // A price takes a plan of its own, for which a large board has no time.
    let priced = view.pins_cost.is_some();
    let row = move |PinLine { pair, price }: PinLine| {
        let (slug, name, fit) = (slug.clone(), linked(&slug, plan, &pair), pair.fit.ok().map(percent));
        let costs = match (pair.fit, price) {
            (Err(_), _) => said::price_forbidden().to_owned(),
            (Ok(_), None) => String::new(),
            (Ok(_), Some(price)) if price > Gain::default() => price.text(),
            (Ok(_), Some(_)) => said::price_free().to_owned(),
        };
        let label = said::unpin(&pair.mentee, &pair.mentor);
        let card = pair.card;
        view! {
            <tr>
                <RowHead>{name}</RowHead>
                <Cell label=words::fit() numeric=true>
                    {fit}
                </Cell>
                {priced.then(|| view! { <Cell label=said::price() numeric=true>{costs}</Cell> })}
                <Cell label=words::unpin()>
                    <Form action=unpin name=card.id.to_string() label=label.clone()>
                        <input type="hidden" name="programme" value=slug />
                        <input type="hidden" name="plan" value=plan.to_string() />
                        <input type="hidden" name="card" value=String::from(card) />
                        <Button submit=true size=Size::Small attr:aria-label=label>
                            {words::unpin()}
                        </Button>
                    </Form>
                </Cell>
            </tr>
        }
    };
    let more = (view.counts.pinned as usize).saturating_sub(view.pins.len());
    let (title, lead, more_said) = match priced {
        true => (said::pins(), Some(said::pins_lead()), said::pins_more(more)),
        false => (said::pins_unpriced(), None, said::pins_unpriced_more(more)),
    };
    let rows = view.pins.iter().cloned().map(row).collect_view();
    view! {
        <Section title>
            {lead.map(|lead| view! { <p class="section__lead">{lead}</p> })}
            <DataTable caption=title caption_hidden=true stack=true>
                <thead>
                    <tr>
                        <ColumnHead label=said::pair() />
                        <ColumnHead label=words::fit() numeric=true />
                        {priced.then(|| view! { <ColumnHead label=said::price() numeric=true /> })}
                        <ColumnHead label=words::unpin() hidden=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </DataTable>
            {(more > 0).then(|| view! { <p class="muted">{more_said}</p> })}
        </Section>
    }
    .into_any()
}

fn rather(view: &VerdictView) -> AnyView {
    if view.rather.is_empty() {
        return view! { <Section title=said::rather()><p>{said::rather_none()}</p></Section> }.into_any();
    }
    let shown = (view.rather.len() < view.rather_count).then(|| said::rather_more(view.rather.len()));
    let count = said::rather_count(view.rather_count);
    let table = rather_table(said::rather(), &view.slug, view.plan, &view.rather);
    view! {
        <Section title=said::rather() lead=said::rather_lead()>
            <p>{count} " " {shown}</p>
            {table}
        </Section>
    }
    .into_any()
}

/// Two by two, how they would fit and what they have; each leads to the mentee's card.
pub(super) fn rather_table(
    caption: &'static str,
    slug: &str,
    plan: MatchPlanId,
    lines: &[RatherLine],
) -> impl IntoView + use<> {
    let figure = |fit: Option<i64>, none: &str| fit.map_or(none.to_owned(), |fit| percent(fit).to_string());
    let row = |one: RatherLine| {
        let href = path::board_card(slug, plan, one.rather.mentee);
        let pair = said::pair_of(&one.mentee, &one.mentor);
        view! {
            <tr>
                <RowHead>
                    <a href=href dir="auto">
                        {pair}
                    </a>
                </RowHead>
                <Cell label=said::rather_fit() numeric=true>
                    {percent(one.rather.fit)}
                </Cell>
                <Cell label=said::rather_mentee() numeric=true>
                    {figure(one.rather.has, said::nobody())}
                </Cell>
                <Cell label=said::rather_mentor() numeric=true>
                    {figure(one.rather.instead_of, said::free_place())}
                </Cell>
            </tr>
        }
    };
    let rows = lines.iter().cloned().map(row).collect_view();
    view! {
        <DataTable caption=caption caption_hidden=true stack=true>
            <thead>
                <tr>
                    <ColumnHead label=said::pair() />
                    <ColumnHead label=said::rather_fit() numeric=true />
                    <ColumnHead label=said::rather_mentee() numeric=true />
                    <ColumnHead label=said::rather_mentor() numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </DataTable>
    }
}

fn lowest(view: &VerdictView) -> AnyView {
    if view.lowest.is_empty() {
        return view! { <Section title=said::lowest()><p>{said::lowest_none()}</p></Section> }.into_any();
    }
    let rows = view.lowest.iter().map(|pair| {
        let name = linked(&view.slug, view.plan, pair);
        let (tone, mark) = match pair.fit {
            Ok(fit) => (Tone::Neutral, words::fit_figure(percent(fit))),
            Err(rule) => (Tone::Bad, rule.sentence().to_owned()),
        };
        view! {
            <Row end=move || view! { <Badge tone>{mark}</Badge> }>{name}</Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Section title=said::lowest() lead=said::lowest_lead()>
            <Rows label=said::lowest()>{rows}</Rows>
        </Section>
    }
    .into_any()
}

fn waiting(view: &VerdictView) -> AnyView {
    if view.waiting.is_empty() {
        return view! { <Section title=said::waiting()><p>{said::waiting_none()}</p></Section> }.into_any();
    }
    let more = (view.counts.waiting as usize).saturating_sub(view.waiting.len());
    let rows = view.waiting.iter().map(|(card, person)| {
        let (person, href) = (person.clone(), path::board_card(&view.slug, view.plan, *card));
        let seed = person.id.to_string();
        view! {
            <Row>
                <PersonLine name=person.name what=person.does seed href />
            </Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Section title=said::waiting() lead=said::waiting_lead()>
            <Rows label=said::waiting()>{rows}</Rows>
            {(more > 0).then(|| view! { <p class="muted">{said::waiting_more(more)}</p> })}
        </Section>
    }
    .into_any()
}

/// The way to the figures about groups.
fn fairness(view: &VerdictView) -> AnyView {
    let href = path::fairness(&view.slug, view.plan);
    view! {
        <Section title=fair::page_title() lead=fair::link_why()>
            <Cluster>
                <ButtonLink href>{fair::link()}</ButtonLink>
            </Cluster>
        </Section>
    }
    .into_any()
}

/// A pair whose card opens on the board.
fn linked(slug: &str, plan: domain::MatchPlanId, pair: &PairLine) -> impl IntoView + use<> {
    let href = path::board_card(slug, plan, pair.card.id);
    let text = said::pair_of(&pair.mentee, &pair.mentor);
    view! {
        <a href=href dir="auto">
            {text}
        </a>
    }
}
