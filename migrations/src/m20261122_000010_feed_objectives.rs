//! Objectives that are fed from what happens in the programme, and figures that coordinators enter.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let source = ColumnDef::new("source").text().not_null().default("by-hand").to_owned();
        let by_hand = ColumnDef::new("by_hand").double().null().to_owned();
        for mut column in [source, by_hand] {
            manager.alter_table(Table::alter().table("objective").add_column(&mut column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
