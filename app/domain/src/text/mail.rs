//! What mails say, and the page that lists them.

crate::catalogue! {
    hello(name) = "Hello {name},";
    signature = "Trellis\nYou get this mail because you have an account there.";

    invitation_subject = "Your invitation to Trellis";
    invited = "You are invited to Trellis, where your organisation runs its mentorship programmes.";
    invited_by(inviter) = "{inviter} invites you to Trellis, where your organisation runs its mentorship programmes.";
    invited_to(programme) = "You are invited to the mentorship programme \"{programme}\".";
    invited_by_to(inviter, programme) = "{inviter} invites you to the mentorship programme \"{programme}\".";
    invitation_what = "Choose a password to join. It takes a minute.";
    invitation_link = "This link works once, for 14 days. If you did not expect it, do nothing.";
    programme_subject(programme) = "You are invited to {programme}";
    programme_link = "Sign in to see what it is about and what happens next:";
    reset_subject = "Choose a new password for Trellis";
    reset_what = "Somebody, probably you, asked for a new password for your account. If it was not you, do nothing; your present password stays.";
    reset_link = "This link works once, for one hour:";
    password_changed_subject = "Your password for Trellis was changed";
    password_changed_what = "The password of your account was changed just now, and every other browser was signed out. If it was you, all is well.";
    password_changed_link = "If it was not you, get a new password here:";

    proposal_subject(programme) = "A match is proposed to you in {programme}";
    proposal_mentor(programme, mentors) = "In the mentorship programme \"{programme}\" this mentor is proposed to you: {mentors}.";
    proposal_mentees(programme, mentees) = "In the mentorship programme \"{programme}\" you are proposed as mentor of: {mentees}.";
    proposal_joins = "You have not been here before: the link lets you choose a password first. It works once, for 14 days.";
    proposal_until(date) = "See why you fit, and say yes or no until {date}:";
    proposal_over_subject(programme) = "A proposed match in {programme} is off";
    proposal_over_what(other, programme) = "The match with {other} that was proposed to you in \"{programme}\" will not go ahead.";
    proposal_over_next = "You need not do anything. Your coordinator looks for another match:";
    mentorship_begun_subject(others) = "Your mentorship with {others} has begun";
    mentorship_begun_what(others, programme) = "You are matched with {others} in \"{programme}\".";
    mentorship_begun_next = "Agree on a first goal together:";

    title = "Mail";
    lead = "What Trellis sends. You see to whom, what about and how far it came; only the recipient reads the text.";
    lead_demo = "Every mail that Trellis wrote in this demonstration, with its text, for you to read.";
    empty_title = "No mail yet";
    none = "Invitations, new passwords and proposals appear here as soon as Trellis writes one.";
    shown(first, last, total) = "Mails {first} to {last} of {total}, newest first";
    actions = "Actions";
    recipient = "To";
    about = "About";
    state = "State";
    when = "When";
    read = "Read";
    read_name(about, recipient) = "Read: {about}, to {recipient}";
    send_again = "Send again";
    send_again_name(about, recipient) = "Send again: {about}, to {recipient}";
    queued_again = "The mail is on its way again.";
    not_again = "This mail cannot be sent again: it was sent, or is on its way, or no mail server is set up.";
    next_try(attempts, when) = "Tried {attempts} times; next attempt {when}.";
    no_server = "No mail server is set up, so mails stay here. Set TRELLIS_SMTP_URL to send them.";
    server_down(when) = "The mail server did not take the last mail ({when}). Trellis keeps every mail and tries again by itself.";
    problem_unreachable = "The mail server cannot be reached. Check its address and port.";
    problem_refused = "The mail server refused this mail for good. Check the address.";
    problem_later = "The mail server asked to try later.";
    problem_signin = "The mail server did not accept the user name and password.";
    problem_encryption = "The connection to the mail server could not be encrypted.";
    problem_address = "The address cannot be written into a mail.";

    kind_invitation = "Invitation";
    kind_programme_invitation = "Invitation to a programme";
    kind_reset = "New password";
    kind_password_changed = "Password changed";
    kind_proposal = "Proposed match";
    kind_proposal_over = "Match not going ahead";
    kind_mentorship_begun = "Mentorship begun";
    state_queued = "Waiting";
    state_sending = "Being sent";
    state_sent = "Sent";
    state_failed = "Not delivered";
    state_kept = "In the outbox";
}
