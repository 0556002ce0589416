//! What the command line says.

crate::catalogue! {
    organisation = "Our organisation";
    demo_refused = "This database holds real people, so demo mode, in which anybody may sign in as anybody, will not start on it. Start without --demo, or point DATABASE_URL at another database.";
    demo_database = "This database holds the demo programme, whose people are made up. Start with --demo, or point DATABASE_URL at another database for real people.";
}
