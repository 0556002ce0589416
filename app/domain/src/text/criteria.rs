//! Why two people fit, and why a pair cannot be.

crate::catalogue! {
    goals = "Goals in common";
    skills = "Skills wanted are offered";
    style = "Ways of working";
    experience = "Experience";
    interests = "Interests in common";
    availability = "Time for each other";
    time_zone = "Working days overlap";
    meeting = "How to meet";
    languages = "Language in common";
    other_team = "Different teams";
    not_own_manager = "Not their own manager";
    new_to_each_other = "New to each other";
    wish = "Wishes";
    background = "Different backgrounds";

    goals_why = "How many of the mentee's goals the mentor has too.";
    skills_why = "How many of the skills the mentee wants the mentor offers, at the level that is wanted. A skill that is close to a wanted one counts a part.";
    style_why = "Whether the two like to work alike: direct or reflective, structured or exploring.";
    experience_why = "Whether the mentor is ahead by a helpful distance, best three to twelve years.";
    interests_why = "What the two care about beside work.";
    availability_why = "Whether the two want to meet as often, and at the same times.";
    time_zone_why = "How many hours of a working day the two share.";
    meeting_why = "Whether both are happy to meet by video, or in person.";
    languages_why = "Whether there is a language that both speak.";
    other_team_why = "Whether the two are in different teams, so that the mentee hears another view. Two teams with one manager count half.";
    own_manager_why = "Whether one of the two manages the other. A manager's manager counts half.";
    earlier_why = "Whether the two have been in a mentorship with each other before.";
    wish_why = "How high the two rank each other. Where neither has named anybody, it is not counted.";
    background_why = "In how many of the answers under “For fairness” the two differ, of those that both have let be compared. Where there is none, it is not counted. Research finds no better mentorships for it; it is for programmes that want to bring people together who would not meet.";

    no_goal = "They have no goal in common.";
    no_skill = "The mentor offers none of the skills that are wanted.";
    opposite_style = "Their ways of working are opposites.";
    less_experience = "The mentor has less experience than the mentee.";
    no_interest = "They have no interest in common.";
    no_time = "They are never free at the same time.";
    no_overlap = "Their working days do not overlap.";
    no_meeting = "One wants to meet in person, the other by video.";
    no_language = "They have no language in common.";
    same_team = "They are in the same team.";
    own_manager = "One of them manages the other.";
    same_manager = "Different teams under the same manager";
    second_manager = "One of them is the manager of the other's manager";
    together_before = "They have been in a mentorship with each other before.";
    no_wish = "They have named others, and not each other.";
    no_difference = "They do not differ in what both have let be compared.";
    oneself = "Nobody can be their own mentor.";
    declined_before = "One of them has declined this pair before.";
    confidential = "Not possible, confidential.";

    all_of(title, what) = "{title}: {what}";
    none_of(title) = "{title}: none";
    part_of(title, met, lacking) = "{title}: {met}. Not covered: {lacking}";
    missing_mentee(titles) = "Not counted, as the mentee has not answered: {titles}";
    missing_mentor(titles) = "Not counted, as the mentor has not answered: {titles}";
    missing_both(titles) = "Not counted, as not enough is known: {titles}";
    close_to(offered, wanted) = "{offered}, close to {wanted}";
    overlap(hours) = "{hours} of 8 hours";
    overlap_to_the_minute(hours, minutes) = "{hours} hours {minutes} minutes of 8 hours";
    choice_of_mentee(rank) = "choice {rank} of the mentee";
    choice_of_mentor(rank) = "choice {rank} of the mentor";
    both(what) = "both {what}";
    apart(apart, both) = "{apart} of {both} answers differ";
    two_ways(mentee, mentor) = "mentee {mentee}, mentor {mentor}";
    ahead(span) = "the mentor is {span} ahead";
    behind(span) = "the mentor is {span} behind";
    level_with = "both have as many years";
    one_year = "1 year";
    many_years(years) = "{years} years";

    direct = "direct";
    reflective = "reflective";
    structured = "structured";
    exploring = "exploring";
    video = "by video";
    in_person = "in person";
    either = "either way";
    junior = "junior";
    mid = "mid-level";
    senior = "senior";
    lead = "lead";
    executive = "executive";
}

/// "1 year", "5 years".
pub fn years(count: u16) -> String {
    if count == 1 { one_year().to_owned() } else { many_years(count) }
}
