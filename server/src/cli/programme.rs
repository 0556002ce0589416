//! `trellis programme list`.

use clap::Subcommand;
use domain::programme::view::ProgrammeLine;
use domain::text::programme as words;
use serde::Serialize;
use service::Context;

/// What to do with programmes.
#[derive(Subcommand, Debug)]
pub enum ProgrammeCommand {
    /// List all programmes: slug, name, state, and how many mentors, mentees and mentorships at work
    List {
        /// Print one JSON array, for scripts
        #[arg(long)]
        json: bool,
    },
}

/// One programme, as scripts read it. Fields are only ever added.
#[derive(Serialize)]
struct Line {
    slug: String,
    name: String,
    state: &'static str,
    mentors: u64,
    mentees: u64,
    mentorships: u64,
}

impl From<ProgrammeLine> for Line {
    fn from(line: ProgrammeLine) -> Self {
        let counts = line.counts;
        Self {
            slug: line.slug,
            name: line.name,
            state: line.state.as_str(),
            mentors: counts.mentors,
            mentees: counts.mentees,
            mentorships: counts.mentorships,
        }
    }
}

/// Prints what was asked for.
///
/// # Errors
/// A sentence that says what is wrong with the database.
pub async fn run(cx: &Context, command: ProgrammeCommand) -> Result<(), String> {
    let ProgrammeCommand::List { json } = command;
    let programmes = service::programme::list_programmes(cx).await.map_err(|error| error.to_string())?;
    let lines: Vec<Line> = programmes.lines.into_iter().map(Line::from).collect();
    if json {
        println!("{}", serde_json::to_string(&lines).map_err(|error| error.to_string())?);
        return Ok(());
    }
    if lines.is_empty() {
        println!("{}", words::cli_none());
    }
    let widest = lines.iter().map(|line| line.slug.len()).max().unwrap_or_default();
    for line in lines {
        let counts = [
            words::mentors(line.mentors),
            words::mentees(line.mentees),
            words::mentorships(line.mentorships),
        ];
        println!("{:widest$}  {}  ({}; {})", line.slug, line.name, line.state, counts.join(", "));
    }
    Ok(())
}
