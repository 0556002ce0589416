//! What the command line says.

crate::catalogue! {
    serving(url) = "Trellis is ready at {url}";
    sign_in_demo = "Open it and choose anybody of the demo's cast to sign in as. Stop with Ctrl+C; your data stays.";
    sign_in_real = "Sign in there with your e-mail address. The first admin is made with: trellis person add --admin NAME E-MAIL";
    migrated = "The database is up to date.";
    organisation = "Our organisation";
    bad_smtp_url = "smtp_url: this is not the address of a mail server. Write smtps://USER:PASSWORD@HOST, or smtp://HOST:PORT?tls=required.";
    open_smtp_password = "smtp_url: this would send the user name and the password unencrypted. Write smtps:// in its place, or add ?tls=required.";
    bad_mail_from(given) = "mail_from: \"{given}\" is not a sender of mails. Write one like: Trellis <trellis@example.org>.";
    demo_refused = "This database holds real people, so demo mode, in which anybody may sign in as anybody, will not start on it. Start without --demo, or point DATABASE_URL at another database.";
    demo_database = "This database holds the demo programme, whose people are made up. Start with --demo, or point DATABASE_URL at another database for real people.";
}
