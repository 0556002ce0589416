//! What did not fit, where somebody who declines a proposal names a criterion.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut criterion = ColumnDef::new("criterion").text().null().to_owned();
        let mut answers = Table::alter();
        manager.alter_table(answers.table("proposal_answer").add_column(&mut criterion).to_owned()).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
