//! The solver against brute force, against its verifier, and against itself under permutation.

mod brute;
mod closing;
mod fair;
mod laws;
mod problems;
mod sessions;
mod soundness;
mod tables;
mod what_if;
