//! What a programme says: its forms, its pages and its refusals.

pub mod template;

crate::catalogue! {
    format_one_to_one = "One to one";
    format_group = "In groups";
    format_reverse = "Reverse";
    format_peer = "Among peers";
    format_flash = "One conversation";
    format_one_to_one_help = "One mentor and one mentee; a mentor can have several mentees, each apart.";
    format_group_help = "One mentor meets several mentees together.";
    format_reverse_help = "The person earlier in their career mentors the senior one.";
    format_peer_help = "Equals meet in a circle and help each other.";
    format_flash_help = "A single conversation with one question.";

    acceptance_both = "Mentor and mentee both accept";
    acceptance_mentor = "The mentor accepts";
    acceptance_nobody = "Nobody has to accept; it begins at once";

    state_draft = "Draft";
    state_open = "Open";
    state_running = "Running";
    state_closed = "Closed";
    state_closed_help = "Everything can be read; nothing changes any more.";

    phase_recruit = "Recruit";
    phase_prepare = "Prepare";
    phase_match = "Match";
    phase_work = "Work";
    phase_close = "Close";
    phase_recruit_help = "Find mentors and mentees, and tell everybody what it is about.";
    phase_prepare_help = "Complete profiles and get ready for the first meeting.";
    phase_match_help = "Make the match plan, publish it, and hear who accepts.";
    phase_work_help = "Pairs meet and work on their goals.";
    phase_close_help = "Look back, say thank you, and keep what was learned.";

    enrolment_invited = "Invited";
    enrolment_applied = "Applied";
    enrolment_approved = "Approved";
    enrolment_paused = "Paused";
    enrolment_withdrawn = "Withdrawn";
    enrolment_completed = "Completed";
    enrol_approve = "Approve";
    enrol_pause = "Pause";
    enrol_resume = "Resume";
    enrol_withdraw = "Withdraw";
    enrol_readmit = "Take in again";

    source_by_hand = "I enter the figure myself";
    source_matched = "Mentees with a mentorship, in percent";
    source_mentorships = "Mentorships at work";
    source_goals_agreed = "Mentorships with a goal, in percent";
    source_goals_reached = "Goals reached, in percent";
    source_steps_done = "Steps done, in percent";

    lack_purpose = "a purpose";
    lack_phases = "at least one phase with dates";
    and = " and ";
    not_ready(what) = "The programme cannot be opened yet: it still needs {what}.";
    refused_draft = "This programme is still a draft that only coordinators see, so nobody could open what their mail leads to. Open the programme on its page first.";
    refused_closed = "This programme is closed. Reopen it first if something has to change.";
    refused_state(state) = "This is not possible while the programme is “{state}”.";
    refused_no_objective = "This objective is not there any more; somebody has removed it.";
    refused_too_many_objectives(most) = "A programme has at most {most} objectives. Remove one first, or change one.";
    refused_last_coordinator = "A programme needs at least one coordinator. Add another one first.";
    refused_has_role = "This person has this role already.";
    refused_not_given = "People take part as mentor or mentee by being enrolled, not by being given the role here.";
    refused_enrolment(state) = "This is not possible while the enrolment is “{state}”. Somebody else may have changed it.";
    refused_still_matched = "This person has an open proposal or a mentorship at work. Recall or end that first, so that the other side is told.";
    refused_no_person(email) = "Nobody here has the address {email}. Import or invite the person first.";
}

crate::catalogue! {
    role_coordinator = "Coordinator";
    role_mentor = "Mentor";
    role_mentee = "Mentee";
    role_facilitator = "Facilitator";
    role_sponsor = "Sponsor";

    list_title = "Programmes";
    list_new = "New programme";
    list_empty_title = "No programme yet";
    list_empty_creator = "A programme brings mentors and mentees together for a purpose. Start from a template; it takes about ten minutes, and everything can be changed later.";
    list_empty_other = "You are not part of a programme yet. When a coordinator enrols or invites you, it appears here.";
    list_mine(role) = "You: {role}";

    wizard_title = "New programme";
    wizard_lead = "Four short steps, about ten minutes. What you enter is kept as a draft that only you see, so you can stop and come back.";
    step_template = "Template";
    step_purpose = "Purpose and objectives";
    step_phases = "Format and dates";
    step_rules = "Matching rules";
    wizard_progress = "Steps to a new programme";
    wizard_template_lead = "Which programme is most like yours?";
    wizard_create = "Create the draft";
    wizard_continue = "Save and continue";
    wizard_draft_of(name) = "Draft of “{name}”";
    wizard_finish = "Save and look at the page";
    seen_overtaken = "Somebody else has saved this meanwhile. What you typed is still here; if you save again, it replaces theirs.";
    seen_look = "See what is there now (opens in a new tab)";
    criteria_title = "What makes two people fit";
    criteria_lead = "Give each reason a weight from 0 (does not count) to 100. A reason that must hold leaves out every pair without it.";
    criteria_hard(reason) = "Must hold: {reason}";
}

crate::catalogue! {
    field_name = "Name";
    field_name_help = "As people will say it, with the year if it repeats: “Women in Tech 26”.";
    field_starts = "First day";
    field_starts_help = "All phases are planned from here; you can move each of them in a moment.";
    field_purpose = "Purpose";
    field_purpose_help = "Why does this programme exist, and what will be different afterwards? Everybody in the programme reads this.";
    field_mentors = "What mentors get and give";
    field_mentees = "What mentees get and give";
    field_format = "Format";
    field_acceptance = "A mentorship begins when";
    field_sign_off = "A second coordinator signs off before anything is published";
    field_sign_off_hint = "Whoever publishes a match plan asks another coordinator, who looks at the pairs and the messages first.";
    nobody_to_sign_off = "Only one person coordinates this programme, so nobody could sign off. Make a second person coordinator on the programme's page first, then switch this on.";
    field_mentor_default = "Mentees per mentor, if they did not say";
    field_mentor_most = "Most mentees of any mentor";
    field_mentor_fewest = "A group begins with";
    field_mentor_fewest_help = "So many mentees at least, or the mentor has none. 1 where any number will do.";
    field_proposal_days = "Days to answer a proposal";
    field_phase_starts(phase) = "{phase}: first day";
    field_phase_ends(phase) = "{phase}: last day";
    phases_help = "Phases may overlap. Leave both days empty to do without a phase.";
}

crate::catalogue! {
    objectives_title = "Objectives";
    objectives_lead = "What should be different, by how much, and by when? Two or three are enough.";
    objectives_empty = "No objective yet. Without one, nobody can say afterwards whether it was worth it.";
    objective_add_title = "Add an objective";
    objective_add = "Add the objective";
    objective_save = "Save the objective";
    objective_remove_named(measure) = "Remove the objective “{measure}”";
    objective_edit_named(measure) = "Change the objective “{measure}”";
    field_measure = "What is measured";
    field_measure_help = "A figure that you can count or ask for: “Mentees who would recommend the programme”.";
    field_unit = "Unit";
    field_unit_help = "%, people, of 5";
    field_source = "Where the figure comes from";
    field_source_help = "Trellis can count some figures itself, live.";
    field_baseline = "Today it is";
    field_target = "It should become";
    field_due = "By";
    field_by_hand = "Present figure";
    field_by_hand_help = "Only where you enter the figure yourself.";
    field_serves = "Which goal of the organisation it serves";
    objective_now(value, unit) = "Now {value} {unit}";
    objective_unknown = "Not measured yet";
    objective_way(baseline, target, unit) = "from {baseline} to {target} {unit}";
    objective_serves(goal) = "Serves “{goal}”";
    objective_live = "counted live";
    objective_by_hand = "entered by a coordinator";
    objective_until(date) = "until {date}";
}

crate::catalogue! {
    page_purpose = "What it is for";
    page_mentors = "What mentors get and give";
    page_mentees = "What mentees get and give";
    page_dates = "When what happens";
    page_who = "Who runs it";
    page_objectives = "What it should achieve";
    page_rules = "How people are matched";
    page_people = "People";
    page_no_objectives = "No objective has been written down yet.";
    page_edit = "Edit";
    page_open = "Open the programme";
    page_open_lead = "This is a draft that only coordinators see. Open it when you want people to find it.";
    page_close = "Close the programme";
    page_reopen = "Reopen";
    page_week(week, of) = "week {week} of {of}";
    page_starts(when) = "starts {when}";
    page_ended = "over";
    page_span(from, to) = "{from} to {to}";
    page_close_lead = "A closed programme can be read and no longer changed. You can reopen it.";
    figure_mentors = "Mentors";
    figure_mentees = "Mentees";
    figure_mentorships = "Mentorships at work";
    page_capacity(most) = "At most {most} mentees per mentor";
    page_fewest(fewest) = "A group begins with {fewest} mentees";
    page_answer_days(days) = "A proposal waits {days}";
    page_you(role) = "You are here as {role}.";
    page_no_dates = "No dates yet.";
    page_import = "Import people";
    page_board = "Matching board";
    page_progress = "Progress";
    page_find = "Find a mentor";
    timeline_label = "Phases of the programme in time";
    phase_now = "now";
    phase_past = "over";
    phase_ahead = "ahead";

    roles_title = "Coordinators and sponsors";
    roles_lead = "Coordinators change the programme and make the matches. Sponsors read what it achieves, and nothing about one person.";
    roles_add = "Add";
    roles_add_title = "Add a coordinator or a sponsor";
    roles_email = "E-mail address";
    roles_role = "As";
    roles_remove_named(name, role) = "Remove {name} as {role}";

    edit_title(name) = "Edit {name}";
    edit_unsaved = "You have typed something here that is not saved yet. Save it or empty it first, so that it is not lost.";
    edit_parts = "Parts of the programme";
}

crate::catalogue! {
    people_title = "People";
    people_lead(count) = "{count} in this programme";
    people_search = "Search by name, team or skill";
    people_filter_role = "Role";
    people_filter_state = "Enrolment";
    people_all_roles = "Everybody";
    people_all_states = "Any";
    people_show = "Show";
    people_clear = "Show everybody";
    people_empty_title = "Nobody is enrolled yet";
    people_empty = "Import the list of people that you have; Trellis guesses the columns and shows what it would do before anything is stored.";
    people_none_found = "Nobody fits this search.";
    people_column_name = "Person";
    people_column_role = "Role";
    people_column_state = "Enrolment";
    people_column_team = "Team";
    people_column_skills = "Skills";
    people_column_places = "Places";
    people_column_change = "Change";
    people_offers(skills) = "offers {skills}";
    people_wants(skills) = "wants {skills}";
    people_more(count) = "and {count} more";
    people_change_named(change, name) = "{change} {name}";
    people_showing(from, to, of) = "{from} to {to} of {of}";

    cli_none = "There is no programme yet. Sign in and create one, or load the demo with `trellis demo`.";
}

/// "1 mentor", "24 mentors".
pub fn mentors(count: u64) -> String {
    counted(count, one_mentor(), many_mentors())
}

/// "1 mentee", "60 mentees".
pub fn mentees(count: u64) -> String {
    counted(count, one_mentee(), many_mentees())
}

/// "1 mentorship at work", "9 mentorships at work".
pub fn mentorships(count: u64) -> String {
    counted(count, one_mentorship(), many_mentorships())
}

/// "1 enrolment", "84 enrolments".
pub fn enrolments(count: u64) -> String {
    counted(count, one_enrolment(), many_enrolments())
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

crate::catalogue! {
    one_mentor = "mentor";
    many_mentors = "mentors";
    one_mentee = "mentee";
    many_mentees = "mentees";
    one_mentorship = "mentorship at work";
    many_mentorships = "mentorships at work";
    one_enrolment = "enrolment";
    many_enrolments = "enrolments";
}
