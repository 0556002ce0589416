//! The contract, held against tables and laws.

mod laws;
mod proofs;
mod reading;
mod sample;

use super::*;

fn source<'t>(name: &'t str, text: &'t str) -> Source<'t> {
    Source { name, bytes: text.as_bytes() }
}

/// An instance of scores alone.
#[track_caller]
fn scored(text: &str) -> Instance {
    let sources = Sources { scores: Some(source("scores.csv", text)), ..Sources::default() };
    read(&sources, Decimal::default()).unwrap()
}
