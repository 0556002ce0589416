//! Before the engine's plan is applied: who would move, and what that is worth; with fewer moves and for other aims too.

use super::api::{self, ApplyEngine};
use super::{address, aims, nothing_to_do};
use crate::form::{Form, FormAction};
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::board::{EngineMove, EnginePreview, Gain, GroupsBegin, MOST_MOVES, percent};
use domain::fairness::Room;
use domain::text::{board as words, fairness as fair, verdict as said};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

#[component]
pub fn EnginePage() -> impl IntoView {
    let address = address();
    let query = use_query_map();
    let most = Memo::new(move |_| query.with(|query| query.get("most")?.parse::<u32>().ok()));
    let least = Memo::new(move |_| query.with(|query| query.get("least")?.parse::<u8>().ok()));
    let room = Memo::new(move |_| query.with(room));
    let aim = Memo::new(move |_| query.with(|query| query.get("objective").unwrap_or_default()));
    let preview = load(
        move || (address.get(), most.get(), least.get(), room.get(), aim.get()),
        |((slug, plan), most, least, (question, choice, share), aim)| {
            api::preview_engine(slug, plan, most, least, question, choice, share, aim)
        },
    );
    let apply = FormAction::<ApplyEngine>::new();
    let view = move |preview: EnginePreview| {
        let board = path::board(&preview.slug, preview.plan);
        let crumbs = vec![
            Crumb::new(preview.programme.clone(), path::programme(&preview.slug)),
            Crumb::new(preview.name.clone(), board.clone()),
        ];
        let nothing = preview.guarantees.is_empty() && preview.groups.is_empty() && !aims::any(&preview);
        if preview.moves.is_empty() && preview.steps.len() < 2 && nothing {
            return nothing_to_do(
                words::engine_title(),
                words::engine_nothing(),
                words::engine_nothing_why(),
                crumbs,
                board,
            );
        }
        let last = preview.steps.len().saturating_sub(1);
        let (slug, plan, chosen) = (preview.slug.clone(), preview.plan, preview.chosen);
        let begin = preview.groups_begin;
        let step = move |(at, (moves, gain)): (usize, (u32, Gain))| {
            let href = path::engine(&slug, plan, (at < last).then_some(moves));
            let title = match begin {
                _ if at < last => gain.text(),
                Some(begin) => words::engine_best_groups(gain.text(), begin.fewest),
                None => words::engine_best(gain.text()),
            };
            choice(href, Some(at) == chosen, title, words::engine_moves(moves))
        };
        let chosen_least = preview.least;
        let slug = preview.slug.clone();
        let guarantee = move |(least, price): (u8, Gain)| {
            let href = path::engine_least(&slug, plan, least);
            let price = if price < Gain::default() {
                said::least_costs(price.text())
            } else {
                said::least_free().to_owned()
            };
            choice(href, chosen_least == Some(least), said::least_of(least), price)
        };
        let guarantees = preview.guarantees.clone();
        let curve = price_curve(&guarantees);
        let fairer = (!guarantees.is_empty()).then(|| {
            view! {
                <Section title=said::least() lead=said::least_lead()>
                    <ol class="engine__steps" role="list">
                        {guarantees.into_iter().map(guarantee).collect_view()}
                    </ol>
                    {curve}
                </Section>
            }
        });
        let few = few_moves(&preview);
        let most = chosen
            .filter(|at| *at < last)
            .and_then(|at| preview.steps.get(at))
            .map(|(moves, _)| moves.to_string());
        let least = preview.least.map(|least| least.to_string());
        let button = words::engine_apply(words::people(preview.moves.len()));
        let room = preview.group.clone().zip(preview.share);
        let roomy = rooms(&preview);
        let (other, apart) = (aims::aims(&preview), aims::apart(&preview));
        let aim = preview.aim.map(|aim| aim.as_str());
        let any = !preview.moves.is_empty();
        view! {
            <Page title=words::engine_title() lead=words::engine_lead() crumbs>
                <Stack>
                    <nav aria-label=words::engine_steps()>
                        <ol class="engine__steps" role="list">
                            {preview.steps.into_iter().enumerate().map(step).collect_view()}
                        </ol>
                    </nav>
                    {preview.large.then(|| view! { <p class="muted">{said::engine_large()}</p> })}
                    {few} {begin.map(groups_begin)} {other} {fairer} {roomy}
                    <Form action=apply label=words::engine_title()>
                        <input type="hidden" name="programme" value=preview.slug.clone() />
                        <input type="hidden" name="plan" value=preview.plan.to_string() />
                        <input type="hidden" name="seen" value=preview.version.0.to_string() />
                        {most.map(|most| view! { <input type="hidden" name="most" value=most /> })}
                        {least.map(|least| view! { <input type="hidden" name="least" value=least /> })}
                        {aim.map(|aim| view! { <input type="hidden" name="objective" value=aim /> })}
                        {room
                            .map(|(group, share)| {
                                view! {
                                    <input type="hidden" name="question" value=group.question />
                                    <input type="hidden" name="choice" value=group.choice />
                                    <input type="hidden" name="share" value=share.to_string() />
                                }
                            })}
                        <FormActions>
                            {any
                                .then(|| {
                                    view! {
                                        <Button submit=true look=Look::Primary icon=Glyph::Wand>
                                            {button}
                                        </Button>
                                    }
                                })}
                            <ButtonLink href=board>{words::publish_back()}</ButtonLink>
                        </FormActions>
                    </Form>
                    <Section title=words::engine_who()>
                        {if any { moves(preview.moves).into_any() } else { view! { <p>{words::engine_nobody()}</p> }.into_any() }}
                    </Section>
                    {apart}
                </Stack>
            </Page>
        }
        .into_any()
    };
    view! { <Load resource=preview view /> }
}

/// The best plan with no more moves than a number: a plain form that leads to this page.
fn few_moves(preview: &EnginePreview) -> Option<impl IntoView + use<>> {
    let all = preview.steps.last().map(|(moves, _)| *moves).filter(|_| preview.steps.len() > 1)?;
    let now = preview.chosen.and_then(|at| preview.steps.get(at)).filter(|(moves, _)| *moves <= MOST_MOVES);
    let now = now.map(|(moves, _)| moves.to_string());
    let to = path::engine(&preview.slug, preview.plan, None);
    Some(view! {
        <form class="board__compare" method="get" action=to>
            <Field
                name="most"
                kind=FieldKind::Number
                label=words::engine_at_most()
                value=now.unwrap_or_default()
                min="0"
                max=all.min(MOST_MOVES).to_string()
                short=true
            />
            <Button submit=true>{words::engine_show()}</Button>
        </form>
    })
}

/// The guarantees as a picture: the higher the fit that nobody is below, the more all together give up.
fn price_curve(guarantees: &[(u8, Gain)]) -> Option<impl IntoView + use<>> {
    let lost = |price: &Gain| -(price.fit * 100 / domain::criteria::FULL) as f64;
    let point = |(least, price): &(u8, Gain)| Point::new(least.to_string(), lost(price).max(0.0));
    let points: Vec<Point> = guarantees.iter().map(point).collect();
    (points.len() > 1).then(|| {
        view! {
            <ColumnChart
                title=said::least_chart()
                desc=said::least_chart_says()
                points=Signal::stored(points)
                head=said::least_chart_head()
                first=said::least_chart_first()
            />
        }
    })
}

/// What it costs that groups begin with so many.
fn groups_begin(begin: GroupsBegin) -> impl IntoView {
    let GroupsBegin { fewest, price, gap } = begin;
    let price = match price < Gain::default() {
        true => words::engine_groups_cost(fewest, price.text()),
        false => words::engine_groups_free(fewest),
    };
    let gap = (gap > Gain::default()).then(|| view! { <p>{words::engine_groups_gap(gap.text())}</p> });
    view! {
        <Note icon=Glyph::People>
            <p>{price}</p>
            {gap}
        </Note>
    }
}

/// The group and the share in the address.
fn room(query: &ParamsMap) -> (String, String, u8) {
    let text = |name: &str| query.get(name).unwrap_or_default();
    (text("question"), text("choice"), text("share").parse().unwrap_or_default())
}

/// Room for a group: which one, and then how much, each with its price.
fn rooms(preview: &EnginePreview) -> Option<impl IntoView + use<>> {
    let (slug, plan) = (preview.slug.clone(), preview.plan);
    if preview.groups.is_empty() {
        return None;
    }
    let groups = preview.groups.iter().map(|group| {
        let here = preview.group.as_ref() == Some(group);
        let (href, name) = (path::engine_room(&slug, plan, group, None), group.sentence());
        view! {
            <li>
                <ButtonLink href size=Size::Small attr:aria-current=here.then_some("true") attr:data-noscroll="">
                    <span dir="auto">{name}</span>
                </ButtonLink>
            </li>
        }
    });
    let shares = preview.group.iter().flat_map(|group| preview.rooms.iter().map(move |room| (group, room)));
    let shares = shares.map(|(group, &(share, price))| {
        let title = fair::room_share(share);
        let Some(price) = price else {
            return view! {
                <li>
                    <div class="engine__step">
                        <strong>{title}</strong>
                        <span>{fair::room_impossible()}</span>
                    </div>
                </li>
            }
            .into_any();
        };
        let href = path::engine_room(&slug, plan, group, Some(share));
        let note = if price < Gain::default() {
            fair::room_costs(price.text())
        } else {
            fair::room_free().to_owned()
        };
        choice(href, preview.share == Some(share), title, note).into_any()
    });
    // On a large board one is worked out at a time.
    let unpriced = Room::SHARES.iter().filter(|share| preview.rooms.iter().all(|room| room.0 != **share));
    let unpriced = preview.group.iter().filter(|_| preview.large).flat_map(|group| {
        let line = |share: &u8| {
            let href = path::engine_room(&slug, plan, group, Some(*share));
            choice(href, false, fair::room_share(*share), fair::room_ask().to_owned()).into_any()
        };
        unpriced.clone().map(line).collect::<Vec<_>>()
    });
    let shares = shares.chain(unpriced).collect_view();
    let groups = groups.collect_view();
    let shares = preview.group.is_some().then(|| {
        view! {
            <ol class="engine__steps" role="list">
                {shares}
            </ol>
        }
    });
    Some(view! {
        <Section title=fair::room() lead=fair::room_lead()>
            <ul class="engine__groups" role="list" aria-label=fair::room_pick()>
                {groups}
            </ul>
            {shares}
        </Section>
    })
}

/// One of the plans to choose from.
pub(super) fn choice(href: String, chosen: bool, title: String, note: String) -> impl IntoView {
    view! {
        <li>
            <a class="engine__step" href=href aria-current=chosen.then_some("true") data-noscroll="">
                <strong>{title}</strong>
                <span>{note}</span>
            </a>
        </li>
    }
}

fn moves(moves: Vec<EngineMove>) -> impl IntoView {
    let place = |name: Option<String>| name.unwrap_or_else(|| words::waiting().to_owned());
    let row = move |one: EngineMove| {
        let gain = Gain { pairs: 0, fit: one.after.unwrap_or(0) - one.before.unwrap_or(0) };
        // Somebody who comes from the tray or goes there has one fit only: nothing to compare.
        let change = match (one.before, one.after) {
            (Some(_), Some(_)) => gain.text(),
            (None, Some(after)) => words::fit_figure(percent(after)),
            _ => String::new(),
        };
        view! {
            <tr>
                <RowHead>{one.mentee.name}</RowHead>
                <Cell label=words::engine_from()>{place(one.from)}</Cell>
                <Cell label=words::engine_to()>{if one.left { words::engine_off().to_owned() } else { place(one.to) }}</Cell>
                <Cell label=words::engine_change() numeric=true>
                    {change}
                </Cell>
            </tr>
        }
    };
    view! {
        <DataTable caption=words::engine_who() caption_hidden=true stack=true>
            <thead>
                <tr>
                    <ColumnHead label=words::publish_mentee_head() />
                    <ColumnHead label=words::engine_from() />
                    <ColumnHead label=words::engine_to() />
                    <ColumnHead label=words::engine_change() numeric=true />
                </tr>
            </thead>
            <tbody>{moves.into_iter().map(row).collect_view()}</tbody>
        </DataTable>
    }
}
