//! An uploaded list as its page shows it: columns, and what confirming would do.

use super::{confirm, kept, prepare, progress};
use crate::Context;
use crate::entity::import;
use crate::error::{Error, Result};
use domain::import::guess::Mapping;
use domain::import::plan::{Known, Options, Plan};
use domain::import::table::Table;
use domain::import::view::{Choices, Column, Counts, ImportView, Line, PAGE, Progress, Shown};
use domain::import::{ImportState, Refusal, clean};
use domain::{ImportId, Instant, PersonId};
use std::collections::HashMap;

/// An uploaded list. While it waits, with what confirming it would do; `shown` is the list of which `page` (from 1) is
/// wanted. `import` is an id as addresses hold it. For coordinators.
///
/// # Errors
/// [`domain::import::Refusal::Gone`] for a list that is no longer kept.
pub async fn load_import(
    cx: &Context,
    slug: &str,
    import: &str,
    shown: Option<Shown>,
    page: usize,
) -> Result<ImportView> {
    let import: ImportId = import.parse().map_err(|_| Error::NotFound)?;
    let (programme, mut row) = kept::find(cx, slug, import).await?;
    let content = std::mem::take(&mut row.content);
    let mut view = bare(&programme, &row, !content.is_empty())?;
    if view.state != ImportState::Uploaded {
        return Ok(view);
    }
    let (_, kept) = kept::read(&row)?;
    let list = prepare::list(content, None).await?;
    let (mapping, remembered) =
        kept::mapping(cx.read(), programme.id, &list.table, &list.guess, kept.fields.as_ref()).await?;
    let role = kept.role.or_else(|| mapping.suggested_role(&row.file_name));
    let (list, reading) = prepare::people(list, mapping.clone(), role).await?;
    view.encoding = list.encoding.to_owned();
    view.separator = list.table.separator;
    view.columns = columns(&list.table, &mapping);
    view.says_role = mapping.says_role();
    view.remembered = remembered;
    view.choices = Choices { fields: mapping.0.clone(), role, overwrite: kept.overwrite, full: kept.full };
    let reading = match reading {
        Ok(reading) => reading,
        Err(problem) => {
            view.problem = Some(problem);
            return Ok(view);
        }
    };
    let options = Options { overwrite: kept.overwrite, full: kept.full };
    let heading = |field| list.heading_of(&mapping, field);
    let (plan, found) = confirm::compare(cx.read(), programme.id, reading, heading, options, false).await?;
    view.counts = Counts::of(&plan, list.table.rows.len(), kept.full);
    view.has_refused_file = view.counts.refused > 0;
    view.shown = shown.unwrap_or_else(|| most_telling(&view.counts));
    view.turn_to(lines(plan, &found.known, view.shown), page);
    Ok(view)
}

/// What is known of an import without its file.
fn bare(programme: &crate::Programme, row: &import::Model, has_file: bool) -> Result<ImportView> {
    let (state, kept) = kept::read(row)?;
    if state == ImportState::Cancelled {
        return Err(Refusal::Gone.into());
    }
    Ok(ImportView {
        id: ImportId(row.id),
        programme: programme.slug().to_owned(),
        programme_name: programme.name().to_owned(),
        file_name: row.file_name.clone(),
        state,
        at: Instant(row.confirmed_at.unwrap_or(row.created_at)),
        encoding: String::new(),
        separator: ',',
        columns: vec![],
        choices: Choices {
            fields: kept.fields.unwrap_or_default(),
            role: kept.role,
            overwrite: kept.overwrite,
            full: kept.full,
        },
        says_role: false,
        remembered: false,
        has_refused_file: has_file && state == ImportState::Confirmed,
        problem: None,
        counts: serde_json::from_value(row.summary.clone())?,
        shown: Shown::New,
        lines: vec![],
        page: 1,
        pages: 1,
    })
}

fn columns(table: &Table, mapping: &Mapping) -> Vec<Column> {
    let samples = |at: usize| {
        let cells =
            table.rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !clean::is_blank(cell));
        cells.take(3).map(|cell| clean::line(cell).chars().take(60).collect()).collect()
    };
    let of = |(at, heading): (usize, &String)| Column {
        heading: heading.clone(),
        samples: samples(at),
        field: mapping.0[at],
    };
    table.headings.iter().enumerate().map(of).collect()
}

/// What the coordinator has to look at first.
fn most_telling(counts: &Counts) -> Shown {
    let order = [Shown::Refused, Shown::Missing, Shown::New, Shown::Changed, Shown::Notes, Shown::Unchanged];
    order.into_iter().find(|shown| counts.number(*shown) > 0).unwrap_or(Shown::New)
}

fn lines(plan: Plan, known: &[Known], shown: Shown) -> Vec<Line> {
    let by_id: HashMap<PersonId, &Known> = known.iter().map(|person| (person.id, person)).collect();
    match shown {
        Shown::Refused => plan.refused.into_iter().map(Line::Cell).collect(),
        Shown::Notes => plan.notes.into_iter().map(Line::Cell).collect(),
        Shown::New => plan
            .new
            .into_iter()
            .map(|new| Line::Person {
                row: Some(new.row),
                person: None,
                name: new.name,
                email: new.email.unwrap_or_default(),
                roles: new.roles,
                fields: vec![],
            })
            .collect(),
        Shown::Changed => plan
            .changed
            .into_iter()
            .map(|changed| Line::Person {
                row: Some(changed.row),
                person: Some(changed.after.id),
                name: changed.after.name,
                email: changed.after.email.unwrap_or_default(),
                roles: changed.joins,
                fields: changed.fields,
            })
            .collect(),
        Shown::Unchanged => plan
            .unchanged
            .into_iter()
            .filter_map(|(row, id)| {
                let person = by_id.get(&id)?;
                Some(Line::Person {
                    row: Some(row),
                    person: Some(id),
                    name: person.name.clone(),
                    email: person.email.clone().unwrap_or_default(),
                    roles: vec![],
                    fields: vec![],
                })
            })
            .collect(),
        Shown::Missing => plan
            .missing
            .into_iter()
            .map(|missing| Line::Person {
                row: None,
                person: Some(missing.person),
                name: missing.name,
                email: missing.email.unwrap_or_default(),
                roles: vec![missing.role],
                fields: vec![],
            })
            .collect(),
    }
}

trait Pages {
    /// Shows one page of `lines`.
    fn turn_to(&mut self, lines: Vec<Line>, page: usize);
}

impl Pages for ImportView {
    fn turn_to(&mut self, lines: Vec<Line>, page: usize) {
        self.pages = lines.len().div_ceil(PAGE).max(1);
        self.page = page.clamp(1, self.pages);
        self.lines = lines.into_iter().skip((self.page - 1) * PAGE).take(PAGE).collect();
    }
}

/// How far storing an import is; none where it is not being stored by this process. For coordinators.
///
/// # Errors
/// As for every page of a programme.
pub async fn import_progress(cx: &Context, slug: &str, import: ImportId) -> Result<Option<Progress>> {
    cx.coordinated(slug).await?;
    Ok(progress::of(import))
}
