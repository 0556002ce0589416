//! The list behind a figure, a page at a time.

use super::{is_at_work, is_quiet, outlines, stage};
use crate::entity::{mentorship, mentorship_member, participation, person};
use crate::error::Result;
use crate::mentorship::rows;
use crate::{Context, actor};
use domain::PersonId;
use domain::progress::{Lines, ListPage, Listing, Participant, Stage};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::HashMap;
use uuid::Uuid;

/// One page of the list behind a figure; `page` counts from 1, and one beyond the last is the last.
///
/// # Errors
/// As [`super::load_progress`].
pub async fn load_progress_list(cx: &Context, slug: &str, listing: Listing, page: u64) -> Result<ListPage> {
    let programme = cx.coordinated(slug).await?;
    let (id, now) = (programme.id.0, cx.now());
    let offset = actor::offset_minutes(&programme.row.time_zone, now).unwrap_or_default();
    let total = match listing.stage() {
        Some(stage) => {
            participation::Entity::find().filter(stage::reached(stage, id, now)).count(cx.read()).await?
        }
        None => mentorship::Entity::find().filter(condition(listing, id, now)).count(cx.read()).await?,
    };
    let pages = Ord::max(total.div_ceil(Listing::PAGE), 1);
    let page = Ord::clamp(page, 1, pages);
    let skip = (page - 1) * Listing::PAGE;
    let lines = match listing.stage() {
        Some(stage) => Lines::People(people(cx, stage, id, skip).await?),
        None => {
            let found = mentorship::Entity::find()
                .filter(condition(listing, id, now))
                .order_by_asc(mentorship::Column::MovedAt)
                .order_by_asc(mentorship::Column::Id)
                .offset(skip)
                .limit(Listing::PAGE)
                .all(cx.read())
                .await?;
            Lines::Mentorships(outlines(cx.read(), found, now.date(offset)).await?)
        }
    };
    let (name, slug) = (programme.name().to_owned(), programme.slug().to_owned());
    Ok(ListPage { name, slug, listing, total, page, pages, lines, now, offset })
}

fn condition(listing: Listing, programme: Uuid, now: domain::Instant) -> sea_orm::Condition {
    match listing {
        Listing::Quiet => is_quiet(programme, now),
        _ => is_at_work(programme),
    }
}

async fn people(cx: &Context, stage: Stage, programme: Uuid, skip: u64) -> Result<Vec<Participant>> {
    let db = cx.read();
    let name: SimpleExpr = {
        let mut query = sea_orm::sea_query::Query::select();
        query.column((person::Entity, person::Column::Name)).from(person::Entity).and_where(
            Expr::col((person::Entity, person::Column::Id))
                .equals((participation::Entity, participation::Column::PersonId)),
        );
        SimpleExpr::SubQuery(None, Box::new(query.into()))
    };
    let found = participation::Entity::find()
        .filter(stage::reached(stage, programme, cx.now()))
        .order_by(name, Order::Asc)
        .order_by_asc(participation::Column::Id)
        .offset(skip)
        .limit(Listing::PAGE)
        .all(db)
        .await?;
    let lines = rows::lines(db, found.iter().map(|row| row.person_id)).await?;
    let mut with = partners(db, programme, &found).await?;
    let participant = |row: participation::Model| {
        let role = row.role.parse().ok()?;
        let with = with.remove(&(row.person_id, row.role)).unwrap_or_default();
        Some(Participant { person: lines.get(&row.person_id)?.clone(), role, with })
    };
    Ok(found.into_iter().filter_map(participant).collect())
}

/// With whom each of `found` is in a mentorship at work, by person and role.
async fn partners(
    db: &impl ConnectionTrait,
    programme: Uuid,
    found: &[participation::Model],
) -> Result<HashMap<(Uuid, String), Vec<(PersonId, String)>>> {
    let at_work = mentorship::Entity::find()
        .select_only()
        .column(mentorship::Column::Id)
        .filter(is_at_work(programme))
        .into_query();
    let own = mentorship_member::Entity::find()
        .filter(mentorship_member::Column::PersonId.is_in(found.iter().map(|row| row.person_id)))
        .filter(mentorship_member::Column::MentorshipId.in_subquery(at_work))
        .all(db)
        .await?;
    let ids: Vec<Uuid> = own.iter().map(|row| row.mentorship_id).collect();
    let members = rows::members(db, &ids).await?;
    let mut with: HashMap<(Uuid, String), Vec<(PersonId, String)>> = HashMap::new();
    for row in own {
        let others = members.get(&row.mentorship_id).into_iter().flatten();
        let others = others.filter(|member| member.person.id.0 != row.person_id);
        let names = others.map(|member| (member.person.id, member.person.name.clone()));
        with.entry((row.person_id, row.role)).or_default().extend(names);
    }
    Ok(with)
}
