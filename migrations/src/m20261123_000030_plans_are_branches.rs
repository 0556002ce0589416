//! Match plans as branches: what was undone can be done again, a run of the
//! engine is remembered, a plan has a note, and a list of pairs waits to become one.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let again = ColumnDef::new("again").boolean().not_null().default(false).to_owned();
        let of_version = ColumnDef::new("of_version").big_integer().null().to_owned();
        let run = ColumnDef::new("run").json().null().to_owned();
        for mut column in [again, of_version, run] {
            manager
                .alter_table(Table::alter().table("board_change").add_column(&mut column).to_owned())
                .await?;
        }
        // Asked after every change: without it the wide rows of a long history would be read for it.
        let again = Index::create()
            .name("board_change_again")
            .table("board_change")
            .col("match_plan_id")
            .col("again")
            .col("person_id")
            .to_owned();
        manager.create_index(again).await?;
        let mut note = ColumnDef::new("note").text().not_null().default("").to_owned();
        manager.alter_table(Table::alter().table("match_plan").add_column(&mut note).to_owned()).await?;
        let list = Table::create()
            .table("plan_list")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(ColumnDef::new("programme_id").uuid().not_null())
            .col(ColumnDef::new("person_id").uuid().null())
            .col(ColumnDef::new("file_name").text().not_null())
            .col(ColumnDef::new("content").blob().not_null())
            .col(ColumnDef::new("created_at").big_integer().not_null())
            .foreign_key(
                ForeignKey::create()
                    .from_col("programme_id")
                    .to_tbl("programme")
                    .to_col("id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(list).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
