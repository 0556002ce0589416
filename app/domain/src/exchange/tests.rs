//! The contract, held against tables and laws.
