//! The lists behind the numbers of a dry run.

use crate::path;
use crate::ui::*;
use domain::import::view::{Counts, ImportView, Line, PAGE, Shown};
use domain::import::{Full, Remark};
use domain::text::import as words;
use leptos::prelude::*;

/// The numbers; each opens its list.
#[component]
pub(super) fn Numbers(view: ImportView) -> impl IntoView {
    let here = path::import_step(&view.programme, view.id);
    let counts = view.counts;
    let full = view.choices.full != Full::Part;
    let shown = Shown::ALL.iter().copied().filter(move |shown| *shown != Shown::Missing || full);
    let stats = shown
        .map(|shown| {
            let number = counts.number(shown);
            let tone = if shown == Shown::Refused && number > 0 { Tone::Bad } else { Tone::Neutral };
            // Where there is nobody there is no list to open.
            match number {
                0 => view! { <Stat label=label(shown) value=number.to_string() tone /> }.into_any(),
                _ => {
                    let href = format!("{here}?shown={shown}#list");
                    view! { <Stat label=label(shown) value=number.to_string() tone href /> }.into_any()
                }
            }
        })
        .collect_view();
    view! { <CardGrid narrow=true>{stats}</CardGrid> }
}

/// The numbers of an import that is done.
#[component]
pub(super) fn DoneNumbers(counts: Counts) -> impl IntoView {
    let shown = [Shown::New, Shown::Changed, Shown::Unchanged, Shown::Refused];
    let stats = shown
        .map(|shown| view! { <Stat label=label(shown) value=counts.number(shown).to_string() /> })
        .collect_view();
    let withdrawn = counts.withdrawn;
    view! {
        <CardGrid narrow=true>
            {stats}
            {(withdrawn > 0)
                .then(|| view! { <Stat label=words::done_withdrawn() value=withdrawn.to_string() /> })}
        </CardGrid>
    }
}

fn label(shown: Shown) -> &'static str {
    match shown {
        Shown::Refused => words::count_refused(),
        Shown::New => words::count_new(),
        Shown::Changed => words::count_changed(),
        Shown::Unchanged => words::count_unchanged(),
        Shown::Notes => words::count_notes(),
        Shown::Missing => words::count_missing(),
    }
}

fn title(shown: Shown) -> &'static str {
    match shown {
        Shown::Refused => words::list_refused(),
        Shown::New => words::list_new(),
        Shown::Changed => words::list_changed(),
        Shown::Unchanged => words::list_unchanged(),
        Shown::Notes => words::list_notes(),
        Shown::Missing => words::list_missing(),
    }
}

/// One page of the list that is shown.
#[component]
pub(super) fn Found(view: ImportView) -> impl IntoView {
    let (shown, page, pages) = (view.shown, view.page, view.pages);
    let here = path::import_step(&view.programme, view.id);
    let from = (page - 1) * PAGE + 1;
    let of_remarks = matches!(shown, Shown::Refused | Shown::Notes);
    let refused_file = (view.has_refused_file && shown == Shown::Refused)
        .then(|| path::import_refused(&view.programme, view.id));
    let what = words::showing(
        from,
        from + view.lines.len().max(1) - 1,
        view.counts.number(shown).max(view.lines.len()),
    );
    let rows = view.lines.into_iter().map(line).collect_view();
    let head = if of_remarks { remark_head().into_any() } else { person_head().into_any() };
    let href = move |page: u32| format!("{here}?shown={shown}&page={page}#list");
    view! {
        <Section title=title(shown) id="list">
            {refused_file.map(|href| view! { <Download href /> })}
            <DataTable caption=title(shown) caption_hidden=true stack=true>
                <thead>{head}</thead>
                <tbody>{rows}</tbody>
            </DataTable>
            <Pagination page=page as u32 pages=pages as u32 what href=href />
        </Section>
    }
}

/// The link to the refused rows.
#[component]
pub(super) fn Download(href: String) -> impl IntoView {
    view! {
        <p>
            <a class="button" href=href download rel="external">
                <Icon glyph=Glyph::Download />
                <span>{words::download()}</span>
            </a>
        </p>
        <p class="section__lead">{words::download_hint()}</p>
    }
}

fn remark_head() -> impl IntoView {
    view! {
        <tr>
            <ColumnHead label=words::column_row() numeric=true />
            <ColumnHead label=words::column_column() />
            <ColumnHead label=words::column_value() />
            <ColumnHead label=words::column_reason() />
        </tr>
    }
}

fn person_head() -> impl IntoView {
    view! {
        <tr>
            <ColumnHead label=words::column_row() numeric=true />
            <ColumnHead label=words::column_name() />
            <ColumnHead label=words::column_email() />
            <ColumnHead label=words::column_what() />
        </tr>
    }
}

fn line(line: Line) -> AnyView {
    match line {
        Line::Cell(remark) => one_remark(&remark).into_any(),
        Line::Person { row, name, email, roles, fields, .. } => {
            let mut what: Vec<&str> = roles.iter().map(|role| role.title()).collect();
            what.extend(fields.iter().map(|field| field.label()));
            view! {
                <tr>
                    <Cell label=words::column_row() numeric=true>
                        {row.map(|row| row.to_string())}
                    </Cell>
                    <RowHead>
                        <bdi>{name}</bdi>
                    </RowHead>
                    <Cell label=words::column_email()>
                        <bdi>{email}</bdi>
                    </Cell>
                    <Cell label=words::column_what()>{what.join(", ")}</Cell>
                </tr>
            }
            .into_any()
        }
    }
}

fn one_remark(remark: &Remark) -> impl IntoView + use<> {
    let (row, reason) = (remark.row.to_string(), remark.sentence());
    let column = if remark.column.is_empty() { words::whole_row().to_owned() } else { remark.column.clone() };
    let value = remark.value.clone();
    let value = if value.is_empty() {
        view! { <span class="import-empty">{words::empty_cell()}</span> }.into_any()
    } else {
        view! { <bdi class="import-value">{value}</bdi> }.into_any()
    };
    view! {
        <tr>
            <Cell label=words::column_row() numeric=true>
                {row}
            </Cell>
            <RowHead>
                <bdi>{column}</bdi>
            </RowHead>
            <Cell label=words::column_value()>{value}</Cell>
            <Cell label=words::column_reason()>{reason}</Cell>
        </tr>
    }
}
