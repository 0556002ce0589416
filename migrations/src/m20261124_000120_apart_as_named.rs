//! By what address somebody was named from whom one would rather be apart; as what was told before, their own.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut typed = ColumnDef::new("typed").text().null().to_owned();
        let mut avoidance = Table::alter();
        manager.alter_table(avoidance.table("avoidance").add_column(&mut typed).to_owned()).await?;
        let address = "update avoidance set typed = (select email from person where id = avoidance.other_id)";
        manager.get_connection().execute_unprepared(address).await.map(drop)
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this migration is not taken back; restore a backup instead".into()))
    }
}
