//! Texts of the board.

crate::catalogue! {
    this_mentee = "This mentee";
    this_mentor = "this mentor";
    this_person = "This person";
    somebody_else = "Somebody else";
    not_on_board = "This person is not on the board any more. Reload the page to see who is.";
    mentor_full(mentor, places) = "{mentor} has {places}, and all are taken. Move somebody away first, or swap.";
    forbidden(mentee, mentor, rule) = "{mentee} and {mentor} cannot be matched. {rule}";
    moved_meanwhile(by, mentee, mentor) = "{by} has just moved {mentee}, who is with {mentor} now. Your move was not made.";
    moved_to_tray_meanwhile(by, mentee) = "{by} has just moved {mentee} back to the tray. Your move was not made.";
    changed_since(by, mentee) = "{by} has changed the place of {mentee} since, so your change stays. Move the card by hand if it should go back.";
    changed_meanwhile = "The board has changed while the engine was at work. Run it again.";
    withdrawn(who) = "{who} has paused or left the programme.";
    waits_for_answer(mentee) = "{mentee} has a proposal that waits for an answer. Recall it first.";
    at_work(mentee) = "{mentee} is in a mentorship already.";
    nothing_to_pin(mentee) = "{mentee} has no mentor yet, so there is nothing to pin.";
    nothing_to_swap = "Both have the same mentor, so there is nothing to swap.";
    nothing_to_undo = "You have changed nothing on this board that could be undone.";
    nothing_to_publish = "There are no pairs to publish yet. Match somebody first.";
    already_published = "All pairs are published already.";
    one_place = "1 place";
    many_places(count) = "{count} places";
}

/// "1 place", "3 places".
pub fn places(count: u32) -> String {
    if count == 1 { one_place().to_owned() } else { many_places(count) }
}
