//! The solver against brute force, against other solvers, against its verifier, and against itself under permutation.

#![expect(clippy::unwrap_used, reason = "a test may stop where something is not as it must be")]

mod brute;
mod closing;
mod fair;
mod laws;
mod oracles;
mod problems;
mod sessions;
mod soundness;
mod tables;
mod what_if;
