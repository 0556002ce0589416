//! The solver against brute force, against its verifier, and against itself under permutation.

mod brute;
mod laws;
mod problems;
mod soundness;
mod tables;
