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
    said_moved(mentee, mentor) = "{mentee} moved to {mentor} and pinned.";
    said_to_tray(mentee) = "{mentee} moved back to the tray.";
    said_swapped(one, other) = "{one} and {other} changed places.";
    said_pinned(mentee, mentor) = "{mentee} pinned to {mentor}.";
    said_unpinned(mentee, mentor) = "{mentee} no longer pinned to {mentor}.";
    said_rebalanced(people, change) = "{people} moved by the engine, {change}.";
    total_up(percent) = "total fit up {percent} %";
    total_down(percent) = "total fit down {percent} %";
    total_same = "total fit as before";
    total_new = "nobody was matched before";
    said_nothing_moved = "Nobody had to move: this is the best plan around your pins.";
    said_undone(people) = "Undone: {people} back where they were.";
    said_nothing = "Nothing had to change.";
    said_published(pairs) = "{pairs} published.";
    said_started(mentee, mentor) = "{mentee} and {mentor} accepted: their mentorship has begun.";
    said_declined(mentee, mentor) = "The proposal of {mentee} and {mentor} was declined; {mentee} is back in the tray.";
    said_expired(mentee, mentor) = "The proposal of {mentee} and {mentor} expired; {mentee} is back in the tray.";
    said_recalled(mentee, mentor) = "The proposal of {mentee} and {mentor} was recalled; {mentee} is back in the tray.";
    one_person = "1 person";
    many_people(count) = "{count} people";
    one_pair = "1 pair";
    many_pairs(count) = "{count} pairs";

    one_place = "1 place";
    many_places(count) = "{count} places";
}

/// "1 place", "3 places".
pub fn places(count: u32) -> String {
    if count == 1 { one_place().to_owned() } else { many_places(count) }
}

/// "1 person", "3 people".
pub fn people(count: usize) -> String {
    if count == 1 { one_person().to_owned() } else { many_people(count) }
}

/// "1 pair", "3 pairs".
pub fn pairs(count: usize) -> String {
    if count == 1 { one_pair().to_owned() } else { many_pairs(count) }
}
