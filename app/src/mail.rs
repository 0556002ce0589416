//! What Trellis sends.

pub mod api;
mod letter_page;
mod mail_page;

pub use letter_page::LetterPage;
pub use mail_page::MailPage;
