//! Texts of this noun.

crate::catalogue! {}
