//! The refused rows as a file: mended, it is imported again.

use super::{kept, prepare};
use crate::Context;
use crate::error::{Error, Result};
use domain::ImportId;
use domain::import::plan::Options;
use domain::import::table::Table;
use domain::import::{ImportState, Remark, clean};
use domain::text::import as words;
use std::collections::BTreeMap;

/// The rows of an import that are refused, as CSV with their numbers and reasons in front, and the name of that file.
/// For coordinators.
///
/// # Errors
/// [`Error::NotFound`] where nothing is refused or the file is no longer kept.
pub async fn refused_rows(cx: &Context, slug: &str, import: ImportId) -> Result<(String, Vec<u8>)> {
    let (programme, row) = kept::find(cx, slug, import).await?;
    let (state, kept) = kept::read(&row)?;
    let name =
        words::refused_file(row.file_name.rsplit_once('.').map_or(row.file_name.as_str(), |(stem, _)| stem));
    if state == ImportState::Confirmed {
        return if row.content.is_empty() { Err(Error::NotFound) } else { Ok((name, row.content)) };
    }
    let list = prepare::list(row.content, None).await?;
    let (mapping, _) =
        kept::mapping(cx.read(), programme.id, &list.table, &list.guess, kept.fields.as_ref()).await?;
    let role = kept.role.or_else(|| mapping.suggested_role(&row.file_name));
    let (list, reading) = prepare::people(list, mapping.clone(), role).await?;
    let options = Options { overwrite: kept.overwrite, full: kept.full };
    let heading = |field| list.heading_of(&mapping, field);
    let (plan, _) =
        super::confirm::compare(cx.read(), programme.id, reading?, heading, options, false).await?;
    if plan.refused.is_empty() {
        return Err(Error::NotFound);
    }
    Ok((name, write(&list.table, &plan.refused)?))
}

/// The rows of `table` that `refused` speaks of, in UTF-8 with the mark that spreadsheets look for, and with what a
/// spreadsheet would compute made harmless. Empty where nothing is refused.
///
/// # Errors
/// Where the CSV cannot be written, which memory never refuses.
pub(super) fn write(table: &Table, refused: &[Remark]) -> Result<Vec<u8>> {
    if refused.is_empty() {
        return Ok(vec![]);
    }
    let mut reasons: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for remark in refused {
        let sentence = remark.sentence();
        let said =
            if remark.column.is_empty() { sentence } else { words::refused_cell(&remark.column, sentence) };
        reasons.entry(remark.row).or_default().push(said);
    }
    let separator = u8::try_from(table.separator).unwrap_or(b',');
    let mut csv =
        csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(vec![0xef, 0xbb, 0xbf]);
    // In front, so that a row with a cell too many or too few keeps them in their places.
    let own = [words::refused_column_row(), words::refused_column_why()];
    let repeated = |heading: &str| own.contains(&heading);
    let keep: Vec<usize> = (0..table.headings.len()).filter(|at| !repeated(&table.headings[*at])).collect();
    csv.write_record(
        own.into_iter().map(str::to_owned).chain(keep.iter().map(|at| clean::guard(&table.headings[*at]))),
    )
    .map_err(Error::internal)?;
    for row in table.rows.iter().filter(|row| reasons.contains_key(&row.number)) {
        let why = reasons.get(&row.number).map(|reasons| reasons.join(" ")).unwrap_or_default();
        let own = [row.number.to_string(), clean::guard(&why)];
        let cells = row.cells.iter().enumerate();
        let cells = cells.filter(|(at, _)| *at >= table.headings.len() || keep.contains(at));
        csv.write_record(own.into_iter().chain(cells.map(|(_, cell)| clean::guard(clean::unguard(cell)))))
            .map_err(Error::internal)?;
    }
    csv.into_inner().map_err(Error::internal)
}
