//! What went wrong, what was kept, and what to do next.

crate::catalogue! {
    sign_in_title = "Please sign in";
    sign_in_required = "You are signed out. Sign in and you come back to this page.";
    not_found_title = "There is nothing here";
    not_found = "This page does not exist, or it is not for you to see. Check the address, or go back to your start page.";
    denied_title = "You may look, but not change this";
    denied(who) = "Only {who} may do this. Ask one of them if it needs to be done.";
    denied_page_title = "This page is for others";
    denied_page(who) = "Only {who} can open this page. Ask one of them if you need something from it.";
    stale_title = "Somebody was faster";
    stale = "Somebody else has changed this since you opened it. What you typed is still here; look at the new version, then try again.";
    too_many(minutes) = "Too many attempts. Wait {minutes} and try again.";
    unavailable_title = "Trellis cannot save right now";
    busy = "The database is busy. Nothing was changed; try again in a moment.";
    full = "The disk of the server is full. Nothing was changed; ask whoever runs this installation to make room.";
    read_only = "The database cannot be written to. Nothing was changed; ask whoever runs this installation to look at its file permissions.";
    unreachable = "The database does not answer. Nothing was changed; try again in a moment.";
    unexpected_title = "Something went wrong";
    unexpected(reference) = "Trellis could not do this, and nothing was changed. Try again; if it happens again, give your administrator this reference: {reference}.";
    offline = "The server did not answer. What you typed is still here; try again when you are connected.";
    outdated = "Trellis was updated while this page was open. Reload the page, then try again.";
    too_large(limit) = "That is more than {limit}, which is the most this form takes.";
    refused_title = "That is not possible";
    invalid_title = "Please look at the marked fields";
    home = "Go to your start page";
    back = "Go back";
    who_coordinators = "coordinators of this programme";
    who_admins = "organisation admins";
    who_members = "the members of this mentorship";
    who_creators = "people who may create programmes";
    who_person = "the person it belongs to";
}
