//! What is wrong with a field, and how to put it right.

crate::catalogue! {
    missing = "Fill this in.";
    too_long(limit) = "Use at most {limit} characters.";
    too_short(least) = "Use at least {least} characters.";
    not_an_email = "Write an e-mail address, like name@example.org.";
    not_a_date = "Write a date as year-month-day, like 2026-11-22.";
    not_a_number = "Write a number.";
    out_of_range(least, most) = "Choose a number from {least} to {most}.";
    not_a_choice = "Choose one of the offered values.";
    not_a_zone = "Write a time zone, like Europe/Berlin.";
    taken = "This is taken already. Choose another.";
    not_the_same = "The two are not the same. Type it again.";
    wrong_password = "This is not your present password.";
    common_password = "This password is on the lists that attackers try first. Choose a longer or less common one.";
    nothing_chosen = "Choose at least one.";
    no_consent = "Tick what your answer may be used for, or choose not to say.";
    not_a_question(line) = "Line {line}: write a question, a colon and at least two different answers with commas, like “Gender: woman, man, another”.";
    too_many(most) = "{most} is the most. Take somebody off first.";
    nobody = "Nobody here has this address. Check how it is written.";
    oneself = "This is you. Name somebody else.";
    same_as_start = "Choose a target that differs from where you start.";
    not_a_moment = "Write a date and a time, like 2026-11-22 15:00.";
    skipped_hour = "The clocks skip this hour. Choose another time.";
    past = "Choose a time that is still to come.";
    too_far = "Choose a time within a year.";
    before(date) = "Choose a date not before {date}.";
    save = "Save";
    cancel = "Cancel";
    next = "Next";
    back = "Back";
    optional = "optional";
}
