//! What the start page says.

crate::catalogue! {
    greeting(name) = "Hello, {name}";
    lead_waiting(count) = "{count} for your answer.";
    lead_quiet = "Nothing waits for you. Here is where things stand.";

    proposals_title = "Waiting for your answer";
    proposal_as_mentor(name) = "Would you mentor {name}?";
    proposal_as_mentee(name) = "{name} as your mentor?";
    proposal_open = "See why you";
    proposal_open_named(name) = "See why you and {name} were matched";
    proposal_expires(when) = "Answer {when}, or it goes back to the coordinators.";

    awaited_title = "Waiting for the other side";
    awaited_until(name, date, away) = "You said yes; {name} has until {date}, {away}.";

    mentorships_title = "Your mentorships";
    mentorship_with(names) = "You and {names}";
    mentorship_next(title) = "Next: {title}";
    mentorship_mine = "yours";
    mentorship_theirs = "not yours to do";
    mentorship_no_goal = "No goal yet. Agree on one in your next meeting.";
    mentorship_no_step = "Every planned step is done. What comes next?";
    mentorship_steps(done, of) = "{done} of {of} steps done";
    mentorship_quiet(when) = "last changed {when}";

    publications_title = "Publishing";
    sign_off_title(by) = "{by} asks for your sign-off";
    sign_off_what(pairs, plan, programme) = "{pairs} of {plan} in {programme} are to be published. Look at them and at the messages first.";
    publication_astray(plan, programme) = "{plan} in {programme}: see what was left out and why.";
    coordinated_title = "Programmes you coordinate";
    figure_waiting = "Without a mentor";
    figure_declined(count) = "{count} after a no";
    figure_unanswered = "Unanswered";
    figure_mentorships = "At work";
    figure_quiet = "Quiet for two weeks";

    next_finish = "This is a draft that only coordinators see. Finish it and open it.";
    next_import = "Nobody is enrolled yet. Import the list of people that you have.";
    next_import_mentors = "There are mentees but no mentors yet. Import or invite mentors.";
    next_import_mentees = "There are mentors but no mentees yet. Import or invite mentees.";
    next_approve(people) = "{people} for your approval.";
    next_match(mentees) = "{mentees} for a mentor. Run the matching and look at the board.";
    next_rematch(mentees) = "{mentees} for another mentor, after a proposal was declined. Match them again on the board.";
    next_publish(pairs) = "{pairs} on the board, not published yet. Look at them once more, then publish.";
    next_answers(proposals) = "{proposals} not answered yet. You see who on the progress page.";
    next_quiet(mentorships) = "Nothing has moved for two weeks in {mentorships}. A short word often helps.";
    next_well = "Everything is on its way. Nothing needs you today.";
    next_closed = "This programme is over. What it achieved can still be read.";
    do_finish = "Finish the draft";
    do_import = "Import people";
    do_approve = "See who applied";
    do_match = "Go to the matching";
    do_publish = "Go to the board";
    do_progress = "See the progress";
    do_look = "Look back";

    sponsored_title = "Programmes you sponsor";
    sponsored_lead = "You see what they achieve, and nothing about one person.";

    enrolled_title = "Your programmes";
    enrolled_as(role) = "as {role}";
    enrolled_invited = "You are invited.";
    enrolled_applied = "You have applied; the coordinators look at it.";
    enrolled_approved_mentor = "You are in. As soon as you are matched with somebody, you decide whether you accept.";
    enrolled_approved_mentee = "You are in. Complete your profile: it decides who fits you.";
    enrolled_paused = "You are paused. The coordinators take you back in when you say so.";
    enrolled_completed = "You have completed it.";
    enrolled_phase(phase, date) = "{phase} until {date}";
    enrolled_profile = "Complete your profile";
    enrolled_directory = "Look at the mentors";

    empty_title = "Nothing here yet";
    empty_creator_title = "Start with a programme";
    empty_creator = "A programme brings mentors and mentees together for a purpose. Start from a template; it takes about ten minutes.";
    empty_other = "You are not part of a programme yet. When a coordinator enrols or invites you, it appears here. Meanwhile, your profile helps them to find a good match.";
    empty_profile = "Look at your profile";
    admin_title = "The organisation";
    admin_people(count) = "Accounts: {count}";
    admin_people_link = "People and invitations";

    welcome_title = "Mentoring that grows";
    welcome_lead = "Trellis helps an organisation to run mentorship programmes: who fits whom and why, what each pair works on, and what comes of it.";
    welcome_mentee = "For mentees: the right mentor, a plan, and no waiting in the dark.";
    welcome_mentor = "For mentors: prepared for each meeting, and never asked for more than you offered.";
    welcome_coordinator = "For coordinators: matches that you can explain, and who needs help today.";
    welcome_sign_in = "Sign in";

    privacy_title = "Who sees what";
    privacy_lead = "What Trellis shows to whom. The server enforces each of these lines.";
    privacy_profile_title = "Your profile";
    privacy_profile = "Everybody in your programmes can see it: that is how people find each other. Your e-mail address and your manager are for coordinators.";
    privacy_fairness_title = "What you say for fairness";
    privacy_fairness = "A programme may ask its mentees, and its mentors where it likes to match people who differ, something about themselves, such as their gender. Answering is up to you, and you say what your answer may be used for. Nobody but you can read it. Coordinators see how groups of five and more fare. If you let it be used for matching, they could guess it from who is matched when they make room for a group. If you let it be compared, they see in how many answers you and somebody else differ, and not in which. If you take it back, it is deleted at once.";
    privacy_mentorship_title = "Your mentorships";
    privacy_mentorship = "Goals, steps and notes are read by the people of that mentorship and by nobody else. Coordinators see how many goals and steps there are and when something was changed last, not what they say.";
    privacy_sponsor_title = "Sponsors";
    privacy_sponsor = "They see figures of a whole programme, and nothing about one person.";
    privacy_admin_title = "Organisation admins";
    privacy_admin = "They look after accounts and mail. They do not see what is written in a mentorship.";
    privacy_operator_title = "Whoever runs the server";
    privacy_operator = "Trellis keeps its data in one database, not encrypted against its operator. Whoever can read the files of the server could read it; ask your organisation who that is.";
    privacy_log_title = "The log";
    privacy_log = "Every change is noted with who, when and which field. What was typed is not in the log.";
}

crate::catalogue! {
    one_person_waits = "1 person waits";
    one_mentee = "1 mentee waits";
    one_pair = "1 pair is";
    one_proposal = "1 proposal is";
    one_mentorship = "1 mentorship";
    one_waits = "1 proposal waits";
    many_people(count) = "{count} people wait";
    many_mentees(count) = "{count} mentees wait";
    many_pairs(count) = "{count} pairs are";
    many_proposals(count) = "{count} proposals are";
    many_mentorships(count) = "{count} mentorships";
    many_wait(count) = "{count} proposals wait";
}

macro_rules! counted {
    ($($(#[$doc:meta])* $name:ident = $one:ident, $many:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(count: u64) -> String {
            if count == 1 { $one().to_owned() } else { $many(count) }
        }
    )*};
}

counted! {
    /// "1 person waits", "3 people wait".
    people = one_person_waits, many_people;
    /// "1 mentee waits", "3 mentees wait".
    mentees = one_mentee, many_mentees;
    /// "1 pair is", "3 pairs are".
    pairs = one_pair, many_pairs;
    /// "1 proposal is", "3 proposals are".
    proposals = one_proposal, many_proposals;
    /// "1 mentorship", "3 mentorships".
    mentorships = one_mentorship, many_mentorships;
    /// "1 proposal waits", "3 proposals wait".
    proposals_wait = one_waits, many_wait;
}
