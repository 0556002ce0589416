//! The first tables: organisation, people, programmes, match plans, mentorships, the event log and the outbox.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            organisation(),
            people(),
            log(),
            programmes(),
            imports(),
            match_plans(),
            proposals(),
            mentorships(),
        ]
        .into_iter()
        .flatten()
        {
            manager.create_table(table).await?;
        }
        for (table, columns, unique) in INDEXES {
            let mut index = Index::create();
            index.name(format!("{table}_{}", columns.join("_"))).table(*table);
            for column in *columns {
                index.col(*column);
            }
            if *unique {
                index.unique();
            }
            manager.create_index(index.to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("the first migration is not taken back; restore a backup instead".into()))
    }
}

/// Table, columns, unique.
const INDEXES: &[(&str, &[&str], bool)] = &[
    ("person", &["email"], true),
    ("person", &["external_id"], true),
    ("person", &["name"], false),
    ("session", &["person_id"], false),
    ("secret_link", &["person_id"], false),
    ("sign_in_attempt", &["key_hash", "at"], false),
    ("mail", &["state", "next_try_at"], false),
    ("mail", &["created_at"], false),
    ("event", &["programme_id", "at"], false),
    ("objective", &["programme_id"], false),
    ("phase", &["programme_id"], false),
    ("programme_role", &["person_id"], false),
    ("participation", &["programme_id", "person_id", "role"], true),
    ("participation", &["person_id"], false),
    ("import", &["programme_id"], false),
    ("match_plan", &["programme_id"], false),
    ("pair", &["match_plan_id", "mentee_id", "mentor_id"], true),
    ("pair", &["match_plan_id", "mentor_id"], false),
    ("board_change", &["match_plan_id", "version"], true),
    ("proposal", &["match_plan_id"], false),
    ("proposal", &["programme_id", "state"], false),
    ("proposal", &["mentee_id"], false),
    ("proposal", &["mentor_id"], false),
    ("mentorship_member", &["person_id"], false),
    ("mentorship", &["programme_id", "moved_at"], false),
    ("goal", &["mentorship_id"], false),
    ("step", &["mentorship_id"], false),
];

fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name);
    for mut column in columns {
        table.col(&mut column);
    }
    table.to_owned()
}

fn keyed(mut table: TableCreateStatement, columns: &[&'static str]) -> TableCreateStatement {
    let mut key = Index::create();
    for column in columns {
        key.col(*column);
    }
    table.primary_key(&mut key);
    table
}

/// A foreign key whose row goes with the row it names.
fn belongs(mut table: TableCreateStatement, column: &'static str, to: &'static str) -> TableCreateStatement {
    let mut key = ForeignKey::create();
    key.from_col(column).to_tbl(to).to_col("id").on_delete(ForeignKeyAction::Cascade);
    table.foreign_key(&mut key);
    table
}

fn checked(mut table: TableCreateStatement, rule: &'static str) -> TableCreateStatement {
    table.check(Expr::cust(rule));
    table
}

fn id() -> ColumnDef {
    ColumnDef::new("id").uuid().not_null().primary_key().to_owned()
}
fn uuid(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().to_owned()
}
fn uuid_or_none(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().null().to_owned()
}
fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().to_owned()
}
fn text_or_none(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().null().to_owned()
}
fn number(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().to_owned()
}
fn number_or_none(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().null().to_owned()
}
fn counter(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().default(0).to_owned()
}
fn real(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).double().not_null().to_owned()
}
fn real_or_none(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).double().null().to_owned()
}
fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().default(false).to_owned()
}
fn date_or_none(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().null().to_owned()
}
fn json(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).json().not_null().to_owned()
}
fn bytes(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().to_owned()
}

fn organisation() -> Vec<TableCreateStatement> {
    vec![checked(
        table(
            "organisation",
            vec![id(), text("name"), flag("demo"), counter("version"), number("created_at")],
        ),
        "version >= 0",
    )]
}

fn people() -> Vec<TableCreateStatement> {
    vec![
        table(
            "person",
            vec![
                id(),
                text("name"),
                text_or_none("email"),
                text_or_none("external_id"),
                text("team"),
                text("manager_email"),
                text("location"),
                flag("admin"),
                flag("may_create"),
                flag("demo"),
                text_or_none("password_hash"),
                counter("version"),
                counter("revision"),
                number("created_at"),
                number_or_none("archived_at"),
            ],
        ),
        belongs(
            table(
                "profile",
                vec![
                    ColumnDef::new("person_id").uuid().not_null().primary_key().to_owned(),
                    text("job"),
                    text("pronouns"),
                    text_or_none("seniority"),
                    number_or_none("experience_years"),
                    json("skills_offered"),
                    json("skills_wanted"),
                    json("goals"),
                    json("interests"),
                    json("languages"),
                    text("time_zone"),
                    text("availability"),
                    text_or_none("meeting"),
                    text_or_none("style"),
                    number_or_none("capacity"),
                    text("biography"),
                    counter("revision"),
                ],
            ),
            "person_id",
            "person",
        ),
        belongs(
            table(
                "session",
                vec![
                    id(),
                    uuid("person_id"),
                    bytes("token_hash").unique_key().to_owned(),
                    number("created_at"),
                    number("seen_at"),
                    text("address"),
                    text("agent"),
                ],
            ),
            "person_id",
            "person",
        ),
        belongs(
            table(
                "secret_link",
                vec![
                    id(),
                    text("kind"),
                    uuid("person_id"),
                    bytes("token_hash").unique_key().to_owned(),
                    number("created_at"),
                    number("expires_at"),
                    number_or_none("used_at"),
                ],
            ),
            "person_id",
            "person",
        ),
        table("sign_in_attempt", vec![id(), bytes("key_hash"), number("at")]),
        table(
            "mail",
            vec![
                id(),
                uuid_or_none("person_id"),
                text("recipient"),
                text("kind"),
                text("subject"),
                text("body"),
                text("state"),
                counter("attempts"),
                text_or_none("error"),
                number("created_at"),
                number("next_try_at"),
                number_or_none("claimed_at"),
                number_or_none("sent_at"),
            ],
        ),
    ]
}

fn log() -> Vec<TableCreateStatement> {
    vec![
        keyed(
            table(
                "event",
                vec![
                    uuid("aggregate_id"),
                    number("version"),
                    text("aggregate"),
                    uuid_or_none("programme_id"),
                    text("kind"),
                    json("payload"),
                    uuid_or_none("actor"),
                    uuid("command_id"),
                    number("at"),
                ],
            ),
            &["aggregate_id", "version"],
        ),
        table(
            "command",
            vec![id(), uuid("aggregate_id"), uuid_or_none("actor"), json("answer"), number("at")],
        ),
    ]
}

fn programmes() -> Vec<TableCreateStatement> {
    vec![
        table(
            "programme",
            vec![
                id(),
                text("slug").unique_key().to_owned(),
                text("name"),
                text("purpose"),
                text("gives_mentors"),
                text("gives_mentees"),
                text("format"),
                text("acceptance"),
                text("state"),
                text("template"),
                text("time_zone"),
                date_or_none("starts_on"),
                date_or_none("ends_on"),
                number("default_capacity"),
                number("most_mentees"),
                number("proposal_days"),
                json("criteria"),
                counter("version"),
                counter("revision"),
                number("created_at"),
                number_or_none("archived_at"),
            ],
        ),
        belongs(
            table(
                "slug_redirect",
                vec![ColumnDef::new("slug").text().not_null().primary_key().to_owned(), uuid("programme_id")],
            ),
            "programme_id",
            "programme",
        ),
        belongs(
            table(
                "objective",
                vec![
                    id(),
                    uuid("programme_id"),
                    number("position"),
                    text("measure"),
                    text("unit"),
                    real("baseline"),
                    real("target"),
                    date_or_none("due_on"),
                    text("organisational_goal"),
                    counter("revision"),
                ],
            ),
            "programme_id",
            "programme",
        ),
        belongs(
            table(
                "phase",
                vec![
                    id(),
                    uuid("programme_id"),
                    number("position"),
                    text("kind"),
                    date_or_none("starts_on"),
                    date_or_none("ends_on"),
                ],
            ),
            "programme_id",
            "programme",
        ),
        belongs(
            belongs(
                keyed(
                    table(
                        "programme_role",
                        vec![uuid("programme_id"), uuid("person_id"), text("role"), number("created_at")],
                    ),
                    &["programme_id", "person_id", "role"],
                ),
                "programme_id",
                "programme",
            ),
            "person_id",
            "person",
        ),
        checked(
            belongs(
                belongs(
                    table(
                        "participation",
                        vec![
                            id(),
                            uuid("programme_id"),
                            uuid("person_id"),
                            text("role"),
                            text("state"),
                            number_or_none("capacity"),
                            number("created_at"),
                            counter("revision"),
                        ],
                    ),
                    "programme_id",
                    "programme",
                ),
                "person_id",
                "person",
            ),
            "capacity is null or (capacity >= 0 and capacity <= 50)",
        ),
    ]
}

fn imports() -> Vec<TableCreateStatement> {
    vec![
        belongs(
            table(
                "import",
                vec![
                    id(),
                    uuid("programme_id"),
                    uuid("person_id"),
                    text("file_name"),
                    text("state"),
                    bytes("content"),
                    json("settings"),
                    json("summary"),
                    number("created_at"),
                    number_or_none("confirmed_at"),
                ],
            ),
            "programme_id",
            "programme",
        ),
        belongs(
            keyed(
                table("import_mapping", vec![uuid("programme_id"), text("signature"), json("mapping")]),
                &["programme_id", "signature"],
            ),
            "programme_id",
            "programme",
        ),
    ]
}

fn match_plans() -> Vec<TableCreateStatement> {
    vec![
        belongs(
            table(
                "match_plan",
                vec![
                    id(),
                    uuid("programme_id"),
                    text("name"),
                    text("state"),
                    uuid_or_none("author"),
                    json("engine"),
                    number("created_at"),
                    number_or_none("published_at"),
                    counter("version"),
                ],
            ),
            "programme_id",
            "programme",
        ),
        belongs(
            keyed(
                table(
                    "card",
                    vec![
                        uuid("match_plan_id"),
                        uuid("mentee_id"),
                        counter("revision"),
                        uuid_or_none("moved_by"),
                        number_or_none("moved_at"),
                    ],
                ),
                &["match_plan_id", "mentee_id"],
            ),
            "match_plan_id",
            "match_plan",
        ),
        belongs(
            belongs(
                belongs(
                    table(
                        "pair",
                        vec![
                            id(),
                            uuid("match_plan_id"),
                            uuid("mentee_id"),
                            uuid("mentor_id"),
                            flag("pinned"),
                            number("fit"),
                        ],
                    ),
                    "match_plan_id",
                    "match_plan",
                ),
                "mentee_id",
                "participation",
            ),
            "mentor_id",
            "participation",
        ),
        belongs(
            table(
                "board_change",
                vec![
                    id(),
                    uuid("match_plan_id"),
                    number("version"),
                    uuid_or_none("person_id"),
                    text("kind"),
                    json("before"),
                    json("after"),
                    number("at"),
                    number_or_none("undone_at"),
                ],
            ),
            "match_plan_id",
            "match_plan",
        ),
    ]
}

fn proposals() -> Vec<TableCreateStatement> {
    vec![
        belongs(
            belongs(
                belongs(
                    table(
                        "proposal",
                        vec![
                            id(),
                            uuid("programme_id"),
                            uuid("match_plan_id"),
                            uuid("mentee_id"),
                            uuid("mentor_id"),
                            number("fit"),
                            json("reasons"),
                            text("state"),
                            number("created_at"),
                            number("expires_at"),
                            number_or_none("closed_at"),
                        ],
                    ),
                    "programme_id",
                    "programme",
                ),
                "mentee_id",
                "participation",
            ),
            "mentor_id",
            "participation",
        ),
        belongs(
            keyed(
                table(
                    "proposal_answer",
                    vec![
                        uuid("proposal_id"),
                        uuid("person_id"),
                        flag("accepted"),
                        text("reason"),
                        number("at"),
                    ],
                ),
                &["proposal_id", "person_id"],
            ),
            "proposal_id",
            "proposal",
        ),
    ]
}

fn mentorships() -> Vec<TableCreateStatement> {
    vec![
        belongs(
            table(
                "mentorship",
                vec![
                    id(),
                    uuid("programme_id"),
                    uuid_or_none("proposal_id").unique_key().to_owned(),
                    text("state"),
                    number("started_at"),
                    number_or_none("closed_at"),
                    text("closure_reason"),
                    number("moved_at"),
                    counter("version"),
                ],
            ),
            "programme_id",
            "programme",
        ),
        belongs(
            belongs(
                keyed(
                    table("mentorship_member", vec![uuid("mentorship_id"), uuid("person_id"), text("role")]),
                    &["mentorship_id", "person_id"],
                ),
                "mentorship_id",
                "mentorship",
            ),
            "person_id",
            "person",
        ),
        belongs(
            table(
                "goal",
                vec![
                    id(),
                    uuid("mentorship_id"),
                    uuid_or_none("objective_id"),
                    text("title"),
                    text("measure"),
                    text("unit"),
                    real_or_none("baseline"),
                    real_or_none("target"),
                    real_or_none("current"),
                    date_or_none("due_on"),
                    number("position"),
                    counter("revision"),
                    number("created_at"),
                    number_or_none("archived_at"),
                    uuid_or_none("touched_by"),
                    number("touched_at"),
                ],
            ),
            "mentorship_id",
            "mentorship",
        ),
        belongs(
            belongs(
                table(
                    "step",
                    vec![
                        id(),
                        uuid("mentorship_id"),
                        uuid("goal_id"),
                        text("title"),
                        uuid_or_none("owner"),
                        date_or_none("due_on"),
                        text("state"),
                        text("note"),
                        number("position"),
                        counter("revision"),
                        number("created_at"),
                        number_or_none("done_at"),
                        number_or_none("archived_at"),
                        uuid_or_none("touched_by"),
                        number("touched_at"),
                    ],
                ),
                "mentorship_id",
                "mentorship",
            ),
            "goal_id",
            "goal",
        ),
    ]
}
