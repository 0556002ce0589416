//! Whom people wish for, and from whom they would rather be apart.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, ranked) in [("wish", true), ("avoidance", false)] {
            let mut table = Table::create();
            table.table(name);
            for column in ["person_id", "programme_id", "other_id"] {
                table.col(ColumnDef::new(column).uuid().not_null().to_owned());
            }
            if ranked {
                table.col(ColumnDef::new("place").big_integer().not_null().to_owned());
            }
            table.primary_key(Index::create().col("person_id").col("programme_id").col("other_id"));
            for (column, to) in
                [("person_id", "person"), ("other_id", "person"), ("programme_id", "programme")]
            {
                let mut key = ForeignKey::create();
                key.from_col(column).to_tbl(to).to_col("id").on_delete(ForeignKeyAction::Cascade);
                table.foreign_key(&mut key);
            }
            manager.create_table(table.to_owned()).await?;
            for column in ["programme_id", "other_id"] {
                let mut index = Index::create();
                index.name(format!("{name}_{column}")).table(name).col(column);
                manager.create_index(index).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
