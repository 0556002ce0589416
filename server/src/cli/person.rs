//! `trellis person`: the first account, and the way back in.

use super::open;
use crate::config::Config;
use clap::Subcommand;
use domain::text::account as words;
use service::{Context, Error, people};
use std::io::Read;

/// What to do about accounts.
#[derive(Subcommand, Debug)]
pub enum Person {
    /// Add somebody, or let somebody back in: prints a link by which they choose a password
    Add {
        /// Their name
        name: String,
        /// Their e-mail address, by which they are recognised
        email: String,
        /// Make them an organisation admin
        #[arg(long)]
        admin: bool,
        /// Read their password from standard input (one line) in place of printing a link
        #[arg(long)]
        password_stdin: bool,
    },
}

/// Does it, and says what was done.
///
/// # Errors
/// A sentence that says why not.
pub(super) async fn run(person: Person, config: &Config) -> Result<(), String> {
    let Person::Add { name, email, admin, password_stdin } = person;
    let password = if password_stdin { Some(first_line()?) } else { None };
    let cx = Context::system(open(config).await?);
    let added =
        people::add(&cx, &name, &email, admin, password.as_deref()).await.map_err(|error| said(&error))?;
    println!("{}", words::cli_added(&added.name));
    match added.link {
        Some(link) => println!("{}", words::cli_invitation(link)),
        None => println!("{}", words::cli_password_set()),
    }
    Ok(())
}

fn first_line() -> Result<String, String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(|cause| cause.to_string())?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// The problems of the arguments in one line.
fn said(error: &Error) -> String {
    error.to_string().lines().collect::<Vec<_>>().join(" ")
}
