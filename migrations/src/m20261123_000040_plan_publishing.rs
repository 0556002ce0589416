//! Publications that wait: for their time, for a second coordinator, or for both; and the programme's wish for the second.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut sign_off = ColumnDef::new("sign_off").boolean().not_null().default(false).to_owned();
        manager.alter_table(Table::alter().table("programme").add_column(&mut sign_off).to_owned()).await?;
        manager.create_table(publish_request()).await?;
        let mut due = Index::create();
        due.name("publish_request_state_due_at").table("publish_request").col("state").col("due_at");
        manager.create_index(due).await?;
        // One at a time for a plan. Both databases know partial indexes, and say them alike.
        let one = "create unique index publish_request_open on publish_request (match_plan_id) where closed_at is null";
        manager.get_connection().execute_unprepared(one).await?;
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}

fn publish_request() -> TableCreateStatement {
    let mut table = Table::create();
    table.table("publish_request").col(ColumnDef::new("id").uuid().not_null().primary_key());
    for name in ["programme_id", "match_plan_id", "asked_by"] {
        table.col(ColumnDef::new(name).uuid().not_null());
    }
    table.col(ColumnDef::new("asked_at").big_integer().not_null());
    for name in ["due_at", "signed_at", "closed_at"] {
        table.col(ColumnDef::new(name).big_integer().null());
    }
    table.col(ColumnDef::new("signed_by").uuid().null());
    table.col(ColumnDef::new("pairs").json().not_null());
    table.col(ColumnDef::new("state").text().not_null());
    table.col(ColumnDef::new("reason").text().not_null());
    table.col(ColumnDef::new("left_out").json().not_null());
    let mut plan = ForeignKey::create();
    plan.from_col("match_plan_id").to_tbl("match_plan").to_col("id").on_delete(ForeignKeyAction::Cascade);
    table.foreign_key(&mut plan);
    table.to_owned()
}
