//! Days, months and how far away they are.

crate::catalogue! {
    just_now = "just now";
    today = "today";
    tomorrow = "tomorrow";
    yesterday = "yesterday";
    ago(span) = "{span} ago";
    in_time(span) = "in {span}";
}

/// "1 minute", "5 minutes".
pub fn minutes(count: u64) -> String {
    plural(count, "minute", "minutes")
}

/// "1 hour", "5 hours".
pub fn hours(count: u64) -> String {
    plural(count, "hour", "hours")
}

/// "1 day", "5 days".
pub fn days(count: u64) -> String {
    plural(count, "day", "days")
}

fn plural(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The short name of a month, counted from 1.
pub fn month(number: u32) -> &'static str {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        [(number.clamp(1, 12) - 1) as usize]
}

/// The short name of a day, counted from Monday as 0.
pub fn weekday(number: u32) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(number % 7) as usize]
}
