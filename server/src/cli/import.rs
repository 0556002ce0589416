//! `trellis import`: a list of people from a file, for scripts and nightly runs.

use clap::{Args, ValueEnum};
use domain::Role;
use domain::import::guess::parse_choice;
use domain::import::table::MOST_BYTES;
use domain::import::{Full, Refusal};
use domain::text::import as words;
use service::import::{FileImport, import_file};
use service::{Context, Error};
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// Import people into a programme from a CSV file
///
/// Prints a summary as JSON. Exit status: 0 everything could be taken; 1 rows are refused, and nothing is stored unless
/// --skip-refused says so; 2 the file cannot be read or the command is wrong.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// The programme's slug, as `trellis programme list` shows it
    #[arg(long, value_name = "SLUG")]
    pub programme: String,
    /// The role of people whose row does not say theirs
    #[arg(long, value_name = "ROLE", ignore_case = true)]
    pub role: Option<ListRole>,
    /// What a column holds, as "Heading=field"; can be given several times. Other columns are taken as in the last
    /// import of such a list, or guessed. A wrong field name lists all
    #[arg(long, value_name = "HEADING=FIELD")]
    pub map: Vec<String>,
    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
    /// Leave refused rows out and store the others
    #[arg(long)]
    pub skip_refused: bool,
    /// Replace also what people wrote about themselves, not only what is empty
    #[arg(long)]
    pub overwrite: bool,
    /// The list is full: report people of the programme who are not in it, or withdraw them
    #[arg(long, value_name = "WHAT")]
    pub full: Option<Missing>,
    /// The encoding, where it is guessed wrong: utf-8, utf-16le, windows-1252, windows-1250, …
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// The file: CSV with commas, semicolons, tabs or bars; - reads standard input
    pub file: String,
}

/// The roles that a whole list can have.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub enum ListRole {
    Mentor,
    Mentee,
}

/// What is done about people who are missing from a full list.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub enum Missing {
    Report,
    Withdraw,
}

/// Imports the file.
///
/// # Errors
/// A sentence, for exit status 2.
pub async fn run(cx: &Context, args: ImportArgs) -> Result<ExitCode, String> {
    let said = |error: Error| match error {
        Error::NotFound => words::no_programme(&args.programme),
        other => other.to_string(),
    };
    let columns = args.map.iter().map(|text| parse_choice(text)).collect::<Result<Vec<_>, _>>();
    let file = FileImport {
        file_name: args.file.clone(),
        bytes: read(&args.file)?,
        encoding: args.encoding.clone(),
        role: args.role.map(|role| match role {
            ListRole::Mentor => Role::Mentor,
            ListRole::Mentee => Role::Mentee,
        }),
        columns: columns.map_err(|refusal| refusal.sentence())?,
        dry_run: args.dry_run,
        skip_refused: args.skip_refused,
        overwrite: args.overwrite,
        full: match args.full {
            None => Full::Part,
            Some(Missing::Report) => Full::Report,
            Some(Missing::Withdraw) => Full::Withdraw,
        },
    };
    let summary = import_file(cx, &args.programme, file).await.map_err(said)?;
    let json = serde_json::to_string_pretty(&summary).map_err(|cause| cause.to_string())?;
    println!("{json}");
    Ok(if summary.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The file's bytes; of one that is too large, only enough to know it.
fn read(file: &str) -> Result<Vec<u8>, String> {
    let source: Box<dyn Read> = if file == "-" {
        Box::new(std::io::stdin())
    } else {
        let path = Path::new(file);
        if path.is_dir() {
            return Err(words::is_folder(file));
        }
        Box::new(std::fs::File::open(path).map_err(|cause| words::cannot_read(file, cause))?)
    };
    let mut bytes = Vec::new();
    source
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| words::cannot_read(file, cause))?;
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge { megabytes: MOST_BYTES / 1024 / 1024 }.sentence());
    }
    Ok(bytes)
}
