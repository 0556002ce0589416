//! One's own profile.

use crate::change::Opened;
use crate::entity::{person, profile};
use crate::error::Result;
use crate::subject::{employment, profile_row, read_profile};
use crate::{Context, Error, actor, choice, fairness};
use domain::CommandId;
use domain::directory::{OwnProfile, ProfileEdited, ProfileForm};
use domain::stream::Aggregate;
use sea_orm::{ActiveModelTrait, EntityTrait};

/// The asker's profile, with what their organisation's list says.
///
/// # Errors
/// [`Error::SignInRequired`].
pub async fn load_profile(cx: &Context) -> Result<OwnProfile> {
    let me = cx.actor()?.person;
    let person = person::Entity::find_by_id(me.0).one(cx.read()).await?.ok_or(Error::NotFound)?;
    let row = profile::Entity::find_by_id(me.0).one(cx.read()).await?;
    Ok(OwnProfile {
        name: person.name.clone(),
        employment: employment(&person),
        revision: row.as_ref().map_or(0, |row| row.revision),
        asked: fairness::asked_of(cx).await?,
        apart: choice::apart_of(cx).await?,
        form: ProfileForm::of(&row.as_ref().map(read_profile).unwrap_or_default()),
    })
}

/// Changes the asker's profile and answers its new revision. `seen` is the one that the form was filled from.
///
/// # Errors
/// [`Error::Invalid`] with all fields that are wrong; [`Error::Stale`] where the profile has changed since, for example
/// by an import or in another tab.
pub async fn edit_profile(cx: &Context, command: CommandId, seen: i64, form: ProfileForm) -> Result<i64> {
    let me = cx.actor()?.person;
    let now = cx.now();
    let wanted = form.read(|zone| actor::offset_minutes(zone, now).is_some())?;
    let mut change = match cx.change::<i64>(Aggregate::Person(me), command).await? {
        Opened::Repeated(revision) => return Ok(revision),
        Opened::New(change) => change,
    };
    let row = profile::Entity::find_by_id(me.0).one(change.tx()).await?;
    let before = row.as_ref().map(read_profile).unwrap_or_default();
    let mut revision = row.as_ref().map_or(0, |row| row.revision);
    if let Some(edited) = ProfileEdited::between(&before, &wanted) {
        if revision != seen {
            return Err(Error::Stale);
        }
        revision += 1;
        let after = profile_row(me, &wanted, revision)?;
        match row {
            Some(_) => after.update(change.tx()).await.map(|_| ())?,
            None => after.insert(change.tx()).await.map(|_| ())?,
        }
        change.record(&edited)?;
    }
    change.commit(revision).await
}
