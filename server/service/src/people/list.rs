//! Finding people.

use crate::Context;
use crate::entity::{person, profile, secret_link, session};
use crate::error::Result;
use domain::account::Purpose;
use domain::mail::PAGE;
use domain::people::{PeopleList, Row, Standing};
use domain::person::PersonLine;
use domain::{Instant, PersonId};
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// People by a part of their name, address or team, `page` counted from 1. For organisation admins.
///
/// # Errors
/// [`crate::Error::SignInRequired`], [`crate::Error::NotFound`].
pub async fn people(cx: &Context, find: &str, page: u64) -> Result<PeopleList> {
    let you = cx.admin()?.person;
    let find: String = find.trim().chars().take(100).collect();
    let query = person::Entity::find().filter(fits(&find));
    let total = query.clone().count(cx.read()).await?;
    let page = page.clamp(1, Ord::max(total.div_ceil(PAGE), 1));
    let people = query
        .order_by_asc(person::Column::Name)
        .order_by_asc(person::Column::Id)
        .offset((page - 1) * PAGE)
        .limit(PAGE)
        .all(cx.read())
        .await?;
    let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
    let invited: HashSet<Uuid> = invited(cx, &ids).await?;
    let seen: HashMap<Uuid, i64> = seen(cx, &ids).await?;
    let jobs: HashMap<Uuid, String> = jobs(cx, &ids).await?;
    let row = |row: person::Model| {
        let standing = match (row.archived_at, &row.password_hash, row.demo) {
            (Some(_), ..) => Standing::Archived,
            (None, Some(_), _) | (None, None, true) => Standing::Active,
            (None, None, false) if invited.contains(&row.id) => Standing::Invited,
            (None, None, false) => Standing::Listed,
        };
        let job = jobs.get(&row.id).map_or("", String::as_str);
        Row {
            person: PersonLine::new(PersonId(row.id), &row.name, job, &row.team),
            email: row.email.unwrap_or_default(),
            standing,
            admin: row.admin,
            may_create: row.may_create,
            seen: seen.get(&row.id).copied().map(Instant),
            you: row.id == you.0,
        }
    };
    let rows = people.into_iter().map(row).collect();
    let has_server = cx.service.settings.smtp_url.is_some();
    Ok(PeopleList { rows, find, page, total, has_server, now: cx.now() })
}

/// Whether a name, address or team holds `find`, whatever the case of its letters.
pub(crate) fn fits(find: &str) -> Condition {
    let find = find.trim();
    if find.is_empty() {
        return Condition::all();
    }
    let holds = |text: &str| {
        let plain = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        LikeExpr::new(format!("%{plain}%")).escape('\\')
    };
    let mut any = Condition::any();
    for column in [person::Column::Name, person::Column::Email, person::Column::Team] {
        // SQLite lowers only the letters of ASCII, so the text is also looked for as it was typed.
        any = any
            .add(Expr::expr(Func::lower(Expr::col(column))).like(holds(&find.to_lowercase())))
            .add(Expr::col(column).like(holds(find)));
    }
    any
}

async fn invited(cx: &Context, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    let rows: Vec<Uuid> = secret_link::Entity::find()
        .select_only()
        .column(secret_link::Column::PersonId)
        .filter(secret_link::Column::PersonId.is_in(ids.iter().copied()))
        .filter(secret_link::Column::Kind.eq(Purpose::Invitation.as_str()))
        .filter(secret_link::Column::UsedAt.is_null())
        .filter(secret_link::Column::ExpiresAt.gt(cx.now().0))
        .into_tuple()
        .all(cx.read())
        .await?;
    Ok(rows.into_iter().collect())
}

async fn seen(cx: &Context, ids: &[Uuid]) -> Result<HashMap<Uuid, i64>> {
    let rows: Vec<(Uuid, i64)> = session::Entity::find()
        .select_only()
        .column(session::Column::PersonId)
        .column_as(session::Column::SeenAt.max(), "seen")
        .filter(session::Column::PersonId.is_in(ids.iter().copied()))
        .group_by(session::Column::PersonId)
        .into_tuple()
        .all(cx.read())
        .await?;
    Ok(rows.into_iter().collect())
}

async fn jobs(cx: &Context, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    let rows: Vec<(Uuid, String)> = profile::Entity::find()
        .select_only()
        .column(profile::Column::PersonId)
        .column(profile::Column::Job)
        .filter(profile::Column::PersonId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(cx.read())
        .await?;
    Ok(rows.into_iter().collect())
}
