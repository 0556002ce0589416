//! The command line.

mod import;
mod matching;
mod person;
pub mod programme;

use crate::config::{Common, Config};
use clap::{Parser, Subcommand};
use domain::text::cli as words;
use service::{Context, Service, database};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

/// Design, run and measure mentorship programmes.
#[derive(Parser, Debug)]
#[command(name = "trellis", version, about, long_about = None)]
#[command(
    after_help = "Every setting can be a flag, an environment variable or a line of trellis.toml; flags win."
)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the web application (the default)
    Serve,
    /// Bring the database's schema up to date and stop
    Migrate,
    /// Load the demo programme and its made-up people into an empty database
    Demo {
        /// And a programme of 500 mentors and 1,500 mentees beside it
        #[arg(long)]
        large: bool,
    },
    /// Look after accounts
    #[command(subcommand)]
    Person(person::Person),
    Import(import::ImportArgs),
    Match(matching::MatchArgs),
    Verify(matching::VerifyArgs),
    /// Look at programmes
    #[command(subcommand)]
    Programme(programme::ProgrammeCommand),
}

/// Runs the command line.
pub async fn run(cli: Cli) -> ExitCode {
    match perform(cli).await {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("trellis: {sentence}");
            ExitCode::from(2)
        }
    }
}

async fn perform(cli: Cli) -> Result<ExitCode, String> {
    let mut config = cli.common.resolve()?;
    start_logging(&config);
    let command = cli.command.unwrap_or(Command::Serve);
    if matches!(command, Command::Demo { .. }) {
        config.demo = true;
    }
    match command {
        Command::Serve => serve(&config).await?,
        Command::Migrate => {
            open(&config).await?;
            println!("{}", words::migrated());
        }
        Command::Person(command) => person::run(command, &config).await?,
        Command::Demo { large } => {
            let cx = Context::system(open(&config).await?);
            let loaded =
                if large { service::demo::load_large(&cx).await } else { service::demo::load(&cx).await };
            loaded.map_err(|error| error.to_string())?;
        }
        Command::Import(arguments) => {
            let service = open_as_it_is(&config).await?;
            return import::run(&Context::system(service), arguments).await;
        }
        Command::Match(arguments) => return Ok(matching::find(&arguments)),
        Command::Verify(arguments) => return Ok(matching::verify(&arguments)),
        Command::Programme(command) => {
            let service = open_as_it_is(&config).await?;
            programme::run(&Context::system(service), command).await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve(config: &Config) -> Result<(), String> {
    if config.smtp_url.is_some() {
        service::mail::check_settings(&config.settings())?;
    }
    let service = open(config).await?;
    if config.demo {
        service::demo::load(&Context::system(service.clone())).await.map_err(|error| error.to_string())?;
    }
    // The address is taken first: only a server that listens says that it is ready.
    let listener = crate::host::listen(config).await?;
    // Nobody may be reading any more; that is no reason to stop.
    let mut out = std::io::stdout();
    let _ = writeln!(out, "{}", words::serving(&config.public_url));
    let _ = writeln!(out, "{}", if config.demo { words::sign_in_demo() } else { words::sign_in_real() });
    crate::host::serve(service, config, listener).await
}

/// Opens the database of this configuration, migrated.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub async fn open(config: &Config) -> Result<Arc<Service>, String> {
    let handles = database::open(&config.database_url).await.map_err(|error| said(&error))?;
    Service::start(handles, config.settings()).await.map_err(|error| said(&error))
}

/// Opens the database for a command that lets nobody in: one that was made for the demo is taken as that.
///
/// # Errors
/// As [`open`].
async fn open_as_it_is(config: &Config) -> Result<Arc<Service>, String> {
    let handles = database::open(&config.database_url).await.map_err(|error| said(&error))?;
    Service::start_as_it_is(handles, config.settings()).await.map_err(|error| said(&error))
}

fn said(error: &service::Error) -> String {
    match error {
        service::Error::Unavailable(_, cause) => format!("database_url: {error} ({cause})"),
        other => format!("database_url: {other}"),
    }
}

fn start_logging(config: &Config) {
    use tracing_subscriber::{EnvFilter, fmt};
    let filter = EnvFilter::new(&config.log);
    // A second start in one process, as in tests, keeps the first logger.
    let _ = if config.log_json {
        fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init()
    } else {
        fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).try_init()
    };
}
