//! What holds in one match plan alone: places more with a mentor, and rules that do not hold for a pair.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut exceptions = ColumnDef::new("exceptions").json().null().to_owned();
        manager.alter_table(Table::alter().table("match_plan").add_column(&mut exceptions).to_owned()).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
