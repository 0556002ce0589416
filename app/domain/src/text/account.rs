//! Signing in, invitations, resets, one's own account, and the organisation's people.

crate::catalogue! {
    wrong_credentials = "This e-mail address and this password do not fit together. Check both, or ask for a new password.";
    link_unknown = "This link does not work. Open the newest mail from Trellis and use the whole link in it.";
    invitation_used = "This invitation has been used. Sign in with your password, or ask for a new one.";
    invitation_expired = "This invitation is more than 14 days old and no longer works. Get a new link; it comes by mail.";
    reset_used = "This link has been used. Sign in with your new password, or ask for another link.";
    reset_expired = "This link is more than an hour old and no longer works. Ask for a new one.";
    last_admin = "This is the only organisation admin. Make somebody else an admin first.";
    not_yourself = "You cannot archive your own account. Ask another organisation admin.";
    archived_account = "This account is archived. Restore it first.";
    already_joined = "This person has joined already and can sign in.";
    session_gone = "This browser is signed out already.";

    email = "E-mail address";
    password = "Password";
    new_password = "New password";
    present_password = "Present password";
    new_password_hint(least) = "At least {least} characters. Three or four unusual words make a good one.";
    show_password = "Show password";
    name = "Name";
    name_hint = "As the people you work with know you.";

    sign_in_title = "Sign in";
    sign_in_lead = "Mentorship that grows on a good frame.";
    sign_in = "Sign in";
    sign_out = "Sign out";
    signed_in_as(name) = "You are signed in as {name}.";
    to_start = "Go to your start page";
    forgot_link = "Forgot your password, or never had one?";
    no_account = "You need an invitation from your organisation to join.";
    demo_title = "Demonstration";
    demo_lead = "This installation holds invented people only. Sign in as any of them and look around; nothing leaves this machine.";
    demo_sign_in(name) = "Sign in as {name}";
    demo_find = "Find anybody by name";
    demo_none = "Nobody of that name is in the demonstration.";

    forgot_title = "Get a new password";
    forgot_lead = "Write the e-mail address of your account. If there is one, a link comes by mail within a few minutes.";
    forgot_send = "Send the link";
    forgot_sent = "If there is an account with this address, a mail with a link is on its way. It works for one hour. Look in the spam folder too.";
    demo_read_mail = "Read the mail";
    back_to_sign_in = "Back to sign in";

    reset_title = "Choose a new password";
    reset_lead(name) = "Hello {name}. After this you are signed in here, and signed out everywhere else.";
    reset_save = "Save and sign in";

    invitation_title = "Welcome to Trellis";
    invitation_lead(name) = "Hello {name}. Choose a password, and you are in.";
    invitation_programme(programme) = "You were invited to {programme}.";
    invitation_save = "Join";
    invitation_closed = "This invitation does not open";
    reset_closed = "This link does not open";
    invitation_again = "Get a new link";

    account_title = "Your account";
    account_lead = "Your name, your password, and where you are signed in.";
    account_admin = "You are an organisation admin.";
    email_hint = "Your organisation changes this for you.";
    name_title = "Your name";
    name_save = "Save name";
    name_saved = "Your name is saved.";
    password_title = "Your password";
    password_lead = "A new password signs you out in every other browser.";
    password_save = "Change password";
    password_saved = "Your password is changed. You are signed out everywhere else.";
    sessions_title = "Where you are signed in";
    sessions_lead = "Sign out what you do not recognise, then change your password.";
    session_this = "This browser";
    session_unknown = "A browser";
    browser_on(browser, system) = "{browser} on {system}";
    session_seen(when) = "used {when}";
    session_began(when) = "signed in {when}";
    session_end = "Sign out";
    session_end_name(browser) = "Sign out {browser}";
    session_ended = "That browser is signed out.";
    sessions_end_others = "Sign out everywhere else";
    sessions_ended = "You are signed out everywhere else.";

    people_title = "People";
    people_lead = "Everybody with an account in your organisation.";
    people_search = "Search by name, address or team";
    people_find = "Search";
    people_clear = "Show everybody";
    people_none = "Nobody fits this search. Try part of a name, an address or a team.";
    people_shown(first, last, total) = "{first} to {last} of {total}";
    people_name = "Name";
    people_state = "State";
    people_seen = "Last here";
    people_never = "never";
    people_actions = "Actions";
    person_active = "Active";
    person_invited = "Invited";
    person_listed = "Not invited yet";
    person_archived = "Archived";
    person_admin = "Admin";
    person_creates = "May create programmes";
    invite_title = "Invite somebody";
    invite_lead = "They get a mail with a link that works once, for 14 days.";
    invite_send = "Send invitation";
    invite_sent(name) = "The invitation to {name} is on its way.";
    invite_kept(name) = "The invitation to {name} waits in the outbox, because no mail server is set up.";
    invite_role = "Role in the programme";
    invited_sent = "The invitation is on its way.";
    invited_kept = "The invitation waits in the outbox, because no mail server is set up.";
    invited_again = "This address was here already: its owner keeps their name and gets a new link, which waits in the outbox where no mail server is set up.";
    invited_enrolled = "This address has an account already: its owner is in the programme now and is told so by mail.";
    changes_of(name) = "What you can do for {name}";
    make_admin = "Make admin";
    end_admin = "End admin right";
    allow_create = "Let create programmes";
    end_create = "End creating programmes";
    archive = "Archive";
    restore = "Restore";
    admin_made(name) = "{name} is an organisation admin now.";
    admin_ended(name) = "{name} is no longer an organisation admin.";
    create_allowed(name) = "{name} may create programmes now.";
    create_ended(name) = "{name} may no longer create programmes.";
    person_archived_done(name) = "{name} is archived and signed out everywhere.";
    person_restored(name) = "{name} is restored and can sign in again.";

    part_admin = "Organisation admin";

    cli_added(name) = "{name} is in.";
    cli_invitation(link) = "They choose a password at {link} . It works once.";
    cli_password_set = "The password is set.";
}

/// "1 person", "1,240 people".
pub fn people(count: u64) -> String {
    format!("{} {}", grouped(count), if count == 1 { "person" } else { "people" })
}

/// A number with a comma between groups of three digits: "1,240".
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
