//! Whether an answer may be compared with those of possible partners: of what was said before, none.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut comparing = ColumnDef::new("for_comparing").boolean().not_null().default(false).to_owned();
        let mut answers = Table::alter();
        manager.alter_table(answers.table("fairness_answer").add_column(&mut comparing).to_owned()).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
