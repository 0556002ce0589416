//! Introductions: on the board, and in the letters to the two who are to meet.

// On the board.
crate::catalogue! {
    introduced = "Introduced";
    introduced_on(date) = "Introduced {date}";
    title = "Introduction";
    introduced_to(mentor, date) = "Introduced to {mentor} on {date}.";
    lead = "A first informal talk before anything is proposed. Both get a mail with each other's name and address, what the other does and why they may fit. What they think of it reaches the board as a wish, or in confidence.";
    introduce = "Introduce them";
    introduce_to = "Introduce to";
    introduce_none = "Choose a mentor";
    introduce_button = "Introduce";
    said(mentee, mentor) = "{mentee} and {mentor} are introduced: both get a mail.";
    said_untold(mentee, mentor, who) = "{mentee} and {mentor} are introduced. Tell {who} yourself: there is no address for mail.";
    both(one, other) = "{one} and {other}";
    introduced_already(mentee, mentor, date) = "{mentee} and {mentor} were introduced on {date} already, so nobody gets another mail.";
}

// The letters.
crate::catalogue! {
    kind = "Introduction";
    subject(other) = "Would you like to meet {other}?";
    meet_mentor(by, mentor, programme) = "{by} coordinates the mentorship programme \"{programme}\" and would like to introduce you to one of its mentors: {mentor}.";
    meet_mentee(by, mentee, programme) = "{by} coordinates the mentorship programme \"{programme}\" and would like to introduce you to one of its mentees: {mentee}.";
    who(name, does) = "{name}, {does}";
    why(reasons) = "Why you may fit:\n- {reasons}";
    informal = "This is a first informal talk, and nothing is decided by it. Half an hour is enough, over a coffee or by video: tell each other what you do and what you hope for.";
    step_of_both(other, address) = "{other} gets a mail like this one too, so whoever reads it first can write to the other: {address}.";
    step_of_yours(other, by) = "Please take the first step. {by} tells {other} about it.";
    mentee_after(mentor) = "Afterwards you can wish for {mentor} as your mentor, which your coordinators see. Or say that you would rather not be matched, which nobody is told: coordinators only read that the pair is not possible.";
    mentor_after(mentee) = "Afterwards you need not do anything if you would be glad to have {mentee} as your mentee. If you would rather not be matched, say so on your profile, where {mentee} is named. Nobody is told: coordinators only read that the pair is not possible.";
    mentee_link(mentor) = "You can do both on {mentor}'s page:";
    mentor_link = "Your profile:";
}
