//! Who was introduced to whom.

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
        table.table("introduction");
        for column in ["mentee_id", "mentor_id", "programme_id"] {
            table.col(ColumnDef::new(column).uuid().not_null().to_owned());
        }
        table.col(ColumnDef::new("at").big_integer().not_null().to_owned());
        table.col(ColumnDef::new("by").uuid().null().to_owned());
        table.primary_key(Index::create().col("mentee_id").col("mentor_id"));
        for (column, to) in
            [("mentee_id", "participation"), ("mentor_id", "participation"), ("programme_id", "programme")]
        {
            let mut key = ForeignKey::create();
            key.from_col(column).to_tbl(to).to_col("id").on_delete(ForeignKeyAction::Cascade);
            table.foreign_key(&mut key);
        }
        let mut author = ForeignKey::create();
        author.from_col("by").to_tbl("person").to_col("id").on_delete(ForeignKeyAction::SetNull);
        table.foreign_key(&mut author);
        manager.create_table(table.to_owned()).await?;
        for column in ["programme_id", "mentor_id"] {
            let mut index = Index::create();
            index.name(format!("introduction_{column}")).table("introduction").col(column);
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
