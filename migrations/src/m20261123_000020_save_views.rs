//! Ways of looking at a board that somebody has given a name.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table.table("saved_view");
        for mut column in [
            ColumnDef::new("id").uuid().not_null().primary_key().to_owned(),
            ColumnDef::new("person_id").uuid().not_null().to_owned(),
            ColumnDef::new("programme_id").uuid().not_null().to_owned(),
            ColumnDef::new("name").text().not_null().to_owned(),
            ColumnDef::new("query").json().not_null().to_owned(),
            ColumnDef::new("saved_at").big_integer().not_null().to_owned(),
        ] {
            table.col(&mut column);
        }
        for (column, to) in [("person_id", "person"), ("programme_id", "programme")] {
            let mut key = ForeignKey::create();
            key.from_col(column).to_tbl(to).to_col("id").on_delete(ForeignKeyAction::Cascade);
            table.foreign_key(&mut key);
        }
        manager.create_table(table.to_owned()).await?;
        let index = Index::create()
            .name("saved_view_person_id_programme_id_name")
            .table("saved_view")
            .col("person_id")
            .col("programme_id")
            .col("name")
            .unique()
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
