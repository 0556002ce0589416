//! In, out, and one's own account.

mod account_page;
pub mod api;
mod cast;
mod forgot_page;
mod link_page;
mod new_password;
mod sessions;
mod sign_in_page;

pub use account_page::AccountPage;
pub use forgot_page::ForgotPage;
pub use link_page::{InvitationPage, ResetPage};
pub use sign_in_page::SignInPage;
