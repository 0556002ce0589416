//! One account.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub email: Option<String>,
    pub external_id: Option<String>,
    pub team: String,
    pub manager_email: String,
    pub location: String,
    pub admin: bool,
    pub may_create: bool,
    pub demo: bool,
    pub password_hash: Option<String>,
    pub version: i64,
    pub revision: i64,
    pub created_at: i64,
    pub archived_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
