//! Use cases of this noun.
