//! Lists of people: uploaded, looked at, and then stored whole or not at all. For coordinators and the command line.
//!
//! Reading and comparing is `domain::import`; here are the bytes, the database and the uploads that wait for
//! confirmation. An upload that nobody confirms is kept for a day, the refused rows of a confirmed one for a week.

mod confirm;
mod decode;
mod file;
mod kept;
mod known;
mod prepare;
mod progress;
mod refused;
mod review;
mod rows;
mod store;
mod upload;

pub use confirm::{cancel_import, confirm_import, describe_import};
pub use file::{FileImport, import_file};
pub(crate) use prepare::table as read_table;
pub use refused::refused_rows;
pub use review::{import_progress, load_import};
pub(crate) use upload::plain_name;
pub use upload::{list_imports, purge_imports, upload};
