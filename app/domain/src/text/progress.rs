//! What a coordinator watches.

crate::catalogue! {
    title = "How is it going?";
    kicker_live(programme) = "{programme} · live";
    updated_now = "updated just now";
    updated_seconds(seconds) = "updated {seconds} s ago";
    updated_minutes(minutes) = "updated {minutes} ago";
    pause = "Pause";
    resume = "Resume";
    paused = "Paused. The figures stay as they are until you resume.";
    reconnecting = "Connecting again";
    at_work = "Mentorships at work";
    at_work_of(count) = "of {count} begun";
    at_work_what = "Mentorships that have begun and have not ended.";
    plans = "With a goal agreed";
    plans_of(count) = "of {count} at work";
    steps_done = "Steps done";
    steps_done_of(count, week) = "of {count} planned · {week} this week";
    quiet = "Not moved for two weeks";
    quiet_none = "everybody moves";
    quiet_some = "worth a word";
    quiet_title = "Who has not moved for two weeks";
    quiet_what = "Mentorships at work in which nothing has changed for two weeks, the longest first.";
    quiet_empty_title = "Everybody moves";
    quiet_empty = "In every mentorship something has changed within the last two weeks.";
    quiet_all(count) = "See all {count}";
    open_outline = "Look";
    open_outline_of(names) = "Look at the mentorship of {names}";
    write_to(name) = "Write to {name}";
    funnel_title = "From the list of people to mentorships at work";
    funnel_note = "Each bar opens its list.";
    funnel_loss(lost, from, to) = "Most are left between “{from}” and “{to}”: {lost}.";
    stage = "Stage";
    people = "People";
    imported = "Taken in";
    imported_what = "Everybody who was taken into the programme, by a list, an invitation or an application.";
    approved = "Approved";
    approved_what = "People who take part.";
    matched = "Matched";
    matched_what = "People who have a place in a match plan.";
    proposed = "Proposed";
    proposed_what = "People who were sent a proposal that still stands, or whose mentorship began.";
    accepted = "Accepted";
    accepted_what = "People who said yes to their proposal, or whose mentorship began.";
    active = "Active";
    active_what = "People in a mentorship at work in which something changed within the last two weeks.";
    weeks_title = "Steps done each week";
    week = "Week from";
    done = "Steps done";
    list_lead(count) = "{count} in this list.";
    list_empty_title = "Nobody here yet";
    list_empty = "As soon as somebody comes this far, they appear in this list.";
    list_caption(what) = "{what}, by name";
    person = "Person";
    role = "Role";
    with = "Works with";
    nobody = "nobody yet";
    members = "Mentorship";
    goals = "Goals";
    steps = "Steps done";
    last_change = "Last change";
    back = "Back to the figures";
    take_in = "Take people in";
    nothing_title = "Nothing to watch yet";
    nothing = "Figures appear here as soon as people take part in the programme.";
    mentor = "Mentor";
    mentee = "Mentee";
    facilitator = "Facilitator";
    coordinator = "Coordinator";
    sponsor = "Sponsor";
    still_no_goal(days) = "No change for {days}; no goal is agreed.";
    still_no_step(days) = "No change for {days}; goals, and no step towards them.";
    still_overdue_one(days) = "No change for {days}; one step is over its date.";
    still_overdue(days, count) = "No change for {days}; {count} steps are over their date.";
    still_all_done(days) = "No change for {days}; every step is done and nothing new is planned.";
    still_untouched(days) = "No change for {days}; steps are open.";
}

/// The name of a role, for lists.
pub fn role_title(role: crate::Role) -> &'static str {
    match role {
        crate::Role::Coordinator => coordinator(),
        crate::Role::Mentor => mentor(),
        crate::Role::Mentee => mentee(),
        crate::Role::Facilitator => facilitator(),
        crate::Role::Sponsor => sponsor(),
    }
}
