//! Native and wasm are twins: two hundred small and middle problems of all kinds with their answers, to be compared byte
//! for byte, and a few large ones, to be compared by time.
//!
//! `cargo run -p matching --release --example twins [speed]`; `end2end/support/engine.sh` builds it for the browser too.

#![expect(clippy::expect_used, reason = "a comparison may stop where something is not as it must be")]

mod answers;
mod asked;
#[path = "../../benches/matching/deeds.rs"]
mod deeds;
mod digest;
#[path = "../../benches/matching/shapes.rs"]
mod shapes;
mod speed;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// A line for each problem: what was asked, how much was answered, and the hash of the answer.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn answers() -> String {
    (0..200).map(answers::line).collect::<Vec<_>>().join("\n")
}

/// A line for each large problem: what was asked and the milliseconds it took, between tabulators.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn speed() -> String {
    speed::lines().join("\n")
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("{}", if std::env::args().any(|word| word == "speed") { speed() } else { answers() });
}
