//! The schema, one step after another. Owns DDL and nothing else.

pub use sea_orm_migration::prelude::*;

mod m20261122_000001_create_house;
mod m20261122_000010_feed_objectives;
mod m20261123_000020_save_views;
mod m20261123_000030_plans_are_branches;
mod m20261123_000040_plan_publishing;
mod m20261123_000050_ask_for_fairness;
mod m20261123_000060_plan_exceptions;
mod m20261123_000070_groups_begin_with;
mod m20261123_000080_choose_people;
mod m20261123_000090_introduce;
mod m20261123_000100_declined_for;
mod m20261124_000110_compare_backgrounds;
mod m20261124_000120_apart_as_named;

/// All steps, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_create_house::Migration),
            Box::new(m20261122_000010_feed_objectives::Migration),
            Box::new(m20261123_000020_save_views::Migration),
            Box::new(m20261123_000030_plans_are_branches::Migration),
            Box::new(m20261123_000040_plan_publishing::Migration),
            Box::new(m20261123_000050_ask_for_fairness::Migration),
            Box::new(m20261123_000060_plan_exceptions::Migration),
            Box::new(m20261123_000070_groups_begin_with::Migration),
            Box::new(m20261123_000080_choose_people::Migration),
            Box::new(m20261123_000090_introduce::Migration),
            Box::new(m20261123_000100_declined_for::Migration),
            Box::new(m20261124_000110_compare_backgrounds::Migration),
            Box::new(m20261124_000120_apart_as_named::Migration),
        ]
    }
}
