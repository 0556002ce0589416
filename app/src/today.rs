//! The start page: what waits for the reader, or a welcome; and what is kept private from whom.

mod api;
mod coordinated;
mod mine;
mod privacy_page;
mod today_page;
mod welcome;

pub use privacy_page::PrivacyPage;
pub use today_page::TodayPage;
pub use welcome::WelcomePage;
