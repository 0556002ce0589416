//! Texts of proposals.

crate::catalogue! {
    state_waiting = "Waiting for answers";
    state_accepted = "Accepted";
    state_declined = "Declined";
    state_expired = "Expired";
    state_recalled = "Recalled";
    closed(state) = "This proposal is no longer open ({state}), so it cannot be answered.";
    too_late = "The time to answer this proposal is over. Your coordinator can propose the pair again.";
    not_yours = "Only the mentor and the mentee can answer this proposal.";
    title_mentee(mentor) = "{mentor} as your mentor";
    title_mentor(mentee) = "{mentee} as your mentee";
    title_other(mentee, mentor) = "{mentee} and {mentor}";
    who = "Who it is";
    asks_you = "This match is proposed to you. Read why, then say yes or no.";
    asks_you_only(other) = "{other} has accepted this match. Read why it is proposed, then say yes or no.";
    you_accepted(others) = "You have accepted. Now {others} is asked.";
    awaits(others) = "Waiting for an answer from {others}.";
    both_accepted = "Everybody has accepted, and the mentorship has begun.";
    you_declined = "You have declined. Your coordinator looks for another match.";
    was_declined = "This match will not go ahead. Your coordinator looks for another one, so you need not do anything.";
    was_expired = "This match was not answered in time. Your coordinator looks for another one.";
    was_recalled = "Your coordinator has taken this match back and looks for another one.";
    until_of_others(relative, exact) = "The answer is due by {exact}, {relative}.";
    until(relative, exact) = "You can answer until {exact}, {relative}.";
    to_mentorship = "Go to your mentorship";
    answer_title = "Your answer";
    answer_lead(other) = "{other} hears of a yes. The reason of a no is not shown to them.";
    accept = "Accept";
    decline = "Decline";
    decline_summary = "Decline instead";
    changed_mind = "You cannot go ahead after all";
    misfit = "What did not fit?";
    misfit_hint = "It counts double when we look for another match for you, as far as this programme compares it.";
    misfit_other = "Something else";
    misfit_was(what) = "What did not fit: {what}.";
    misfit_counts(what, who) = "What did not fit: {what}. It counts double for {who} since then.";
    misfit_does_not_count(what) = "What did not fit: {what}. This programme does not count it.";
    reason = "Why it does not suit you";
    reason_hint = "A sentence helps your coordinator to find a better match.";
    reason_who = "Only coordinators of this programme read this.";
    reason_given = "The reason given";

    // What did not fit, as who declines would say it.
    our_goals = "Our goals";
    our_skills = "The skills";
    our_style = "How we like to work";
    our_experience = "How far apart our experience is";
    our_interests = "Our interests";
    our_availability = "When we have time";
    our_time_zones = "Our time zones";
    our_meeting = "Where we would meet: by video or in person";
    our_languages = "The languages that we speak";
    our_teams = "The teams that we are in";

    // The same in a sentence.
    goals = "goals";
    skills = "skills";
    style = "ways of working";
    experience = "experience";
    interests = "interests";
    availability = "time for each other";
    time_zones = "time zones";
    meeting = "how to meet";
    languages = "languages";
    teams = "teams";
}
