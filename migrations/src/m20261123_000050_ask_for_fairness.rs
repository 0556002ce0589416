//! What a programme asks mentees for fairness, and what they say of themselves, each with what it may be used for.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut asked = ColumnDef::new("asked").json().not_null().default("[]").to_owned();
        manager.alter_table(Table::alter().table("programme").add_column(&mut asked).to_owned()).await?;
        let mut table = Table::create();
        table.table("fairness_answer");
        for mut column in [
            ColumnDef::new("person_id").uuid().not_null().to_owned(),
            ColumnDef::new("programme_id").uuid().not_null().to_owned(),
            ColumnDef::new("question").text().not_null().to_owned(),
            ColumnDef::new("choice").text().not_null().to_owned(),
            ColumnDef::new("for_figures").boolean().not_null().to_owned(),
            ColumnDef::new("for_matching").boolean().not_null().to_owned(),
            ColumnDef::new("said_at").big_integer().not_null().to_owned(),
        ] {
            table.col(&mut column);
        }
        table.primary_key(Index::create().col("person_id").col("programme_id").col("question"));
        for (column, to) in [("person_id", "person"), ("programme_id", "programme")] {
            let mut key = ForeignKey::create();
            key.from_col(column).to_tbl(to).to_col("id").on_delete(ForeignKeyAction::Cascade);
            table.foreign_key(&mut key);
        }
        manager.create_table(table.to_owned()).await?;
        let mut index = Index::create();
        index.name("fairness_answer_programme_id").table("fairness_answer").col("programme_id");
        manager.create_index(index).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
