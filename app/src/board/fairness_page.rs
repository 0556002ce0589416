//! How groups of mentees fare in a plan, as far as it can be told without telling of anybody.

use super::{address, api};
use crate::load::Load;
use crate::path;
use crate::programme::Step;
use crate::ui::*;
use crate::wire::load;
use domain::fairness::{Count, FairnessView, Figures, GroupFigures, Mean, QuestionFigures, Share};
use domain::text::fairness as words;
use leptos::prelude::*;

#[component]
pub fn FairnessPage() -> impl IntoView {
    let address = address();
    let fairness = load(move || address.get(), |(slug, plan)| api::load_fairness(slug, plan));
    view! { <Load resource=fairness view=|view: FairnessView| show(view).into_any() /> }
}

fn show(view: FairnessView) -> impl IntoView {
    let crumbs = vec![
        Crumb::new(view.programme.clone(), path::programme(&view.slug)),
        Crumb::new(view.name.clone(), path::board(&view.slug, view.plan)),
    ];
    let asks = path::edit_programme(&view.slug, Step::Matching.word());
    let nothing = view.questions.is_empty().then(|| {
        view! {
            <EmptyState
                title=words::nothing_title()
                why=words::nothing_why()
                actions=move || {
                    view! {
                        <ButtonLink href=asks look=Look::Primary>
                            {words::nothing_ask()}
                        </ButtonLink>
                    }
                }
            />
        }
    });
    let any = nothing.is_none();
    let questions = view.questions.into_iter().map(|one| question(one, view.everybody)).collect_view();
    view! {
        <Page title=words::page_title() lead=words::page_lead() crumbs>
            <Stack gap=Gap::Loose>
                {nothing} {questions}
                {any
                    .then(|| {
                        view! {
                            <Section title=words::how()>
                                <p>{words::how_interval()}</p>
                                <p>{words::how_hidden()}</p>
                                <p>{words::how_said()}</p>
                            </Section>
                        }
                    })}
                <VisibilityNote text=domain::text::board::who_sees() />
            </Stack>
        </Page>
    }
}

/// A question with a row for all mentees and one for each answer.
fn question(one: QuestionFigures, everybody: Figures) -> AnyView {
    if one.groups.iter().all(|group| group.figures.is_none()) {
        return view! {
            <Section title=one.question>
                <Note title=words::too_few_title()>
                    <p>{words::too_few()}</p>
                </Note>
            </Section>
        }
        .into_any();
    }
    let rows = one.groups.into_iter().map(group_row).collect_view();
    let title = one.question;
    view! {
        <Section title=title.clone()>
            <DataTable caption=title caption_hidden=true stack=true>
                <thead>
                    <tr>
                        <ColumnHead label=words::group() />
                        <ColumnHead label=words::people() numeric=true />
                        <ColumnHead label=words::matched() numeric=true />
                        <ColumnHead label=words::fit() numeric=true />
                        <ColumnHead label=words::rank() numeric=true />
                        <ColumnHead label=words::waited() numeric=true />
                    </tr>
                </thead>
                <tbody>{figures_row(words::everybody().to_owned(), everybody)} {rows}</tbody>
            </DataTable>
            <p class="muted">{words::rank_hint()}</p>
        </Section>
    }
    .into_any()
}

fn group_row(one: GroupFigures) -> AnyView {
    match one.figures {
        Some(figures) => figures_row(one.group.choice, figures),
        None => view! {
            <tr>
                <RowHead>
                    <span dir="auto">{one.group.choice}</span>
                </RowHead>
                <td colspan="5" class="muted">
                    {words::group_hidden()} " · " {words::group_hidden_why()}
                </td>
            </tr>
        }
        .into_any(),
    }
}

fn figures_row(name: String, figures: Figures) -> AnyView {
    let tenths = |tenths: i64| format!("{}.{}", tenths / 10, tenths % 10);
    let whole = |whole: i64| whole.to_string();
    view! {
        <tr>
            <RowHead>
                <span dir="auto">{name}</span>
            </RowHead>
            <Cell label=words::people() numeric=true>
                {figures.people}
            </Cell>
            <Cell label=words::matched() numeric=true>
                {share(figures.matched)}
            </Cell>
            <Cell label=words::fit() numeric=true>
                {mean(figures.fit, whole)}
            </Cell>
            <Cell label=words::rank() numeric=true>
                {mean(figures.rank, tenths)}
            </Cell>
            <Cell label=words::waited() numeric=true>
                {mean(figures.waited, whole)}
            </Cell>
        </tr>
    }
    .into_any()
}

fn share(share: Option<Share>) -> AnyView {
    let Some(share) = share else { return hidden() };
    let figure = match share.count {
        Count::Exactly(some) => words::share(some, share.of, share.least),
        Count::Most => {
            words::share_most(share.of.saturating_sub(domain::fairness::LEAST - 1), share.of, share.least)
        }
        Count::Few | Count::Hidden => words::share_few(share.of, share.most),
    };
    ranged(figure, words::range_percent(share.low, share.high))
}

fn mean(mean: Option<Mean>, written: impl Fn(i64) -> String) -> AnyView {
    match mean {
        Some(mean) => ranged(written(mean.value), words::range(written(mean.low), written(mean.high))),
        None => hidden(),
    }
}

/// A figure and, below it, how far chance alone could move it.
fn ranged(figure: String, range: String) -> AnyView {
    view! {
        <span class="fairness__figure">
            {figure} <small class="muted">{range}</small>
        </span>
    }
    .into_any()
}

fn hidden() -> AnyView {
    view! { <span class="muted">{words::is_hidden()}</span> }.into_any()
}
