//! Whom people would like to be matched with, and whom not.

crate::catalogue! {
    // On a mentor's page, for a mentee.
    title = "Your wish";
    wish_for(name) = "Wish for {name}";
    why = "Coordinators see whom you wish for, in your order. Mentors do not, unless they coordinate this programme too.";
    is_wish(place, of) = "Your wish number {place} of {of}.";
    take_off = "Take off";
    all_wishes = "Your wishes in order";
    full(most) = "You have {most} wishes, which is the most. Take one off to make room for another.";
    wished(name) = "{name} is one of your wishes now.";
    taken_off(name) = "{name} is not among your wishes any more.";

    // Above the directory.
    wishes_title = "Your wishes";
    wishes_lead = "The first counts most. Coordinators see them in this order; mentors do not, unless they coordinate too.";
    wish(place) = "Wish {place}";
    none = "Open a mentor's profile to wish for them. You can have five wishes.";
    up(name) = "Move {name} up";
    down(name) = "Move {name} down";
    off(name) = "Take {name} off your wishes";
    moved(name, place) = "{name} is wish number {place} now.";

    // On a mentor's page, and on one's own profile.
    apart_title = "Rather not?";
    apart_why(name) = "If you would rather not be matched with {name}, say so here. Nobody is told: coordinators only read “not possible, confidential”. A coordinator who is one of the two can guess who said so. A proposal or mentorship that is there already stays: decline or end it there.";
    apart_do(name) = "Keep {name} and me apart";
    apart_is(name) = "You and {name} will not be matched. Only you can see this.";
    apart_undo = "Take that back";
    apart_done(name) = "You and {name} will not be matched.";
    apart_undone(name) = "You and {name} can be matched again.";
    own_title = "People you would rather not be matched with";
    own_lead = "Only you can see this. Coordinators learn that a pair is not possible, and neither who has said so nor why; one who takes part themselves can guess it of their own pairs. A proposal or mentorship that is there already stays: decline or end it there.";
    own_none = "Nobody.";
    own_of(programme) = "In {programme}";
    own_met = "You were introduced to:";
    who = "Their e-mail address at work";
    who_hint = "They need not take part: whether they do is not said here either.";
    add = "Keep us apart";
    added = "You will not be matched with them.";
    apart_taken_off = "They can be matched with you again.";
    remove(name) = "Take {name} off";
}
