//! Where queries start: a programme that the asker may see, or one that they coordinate.

use crate::entity::{programme, slug_redirect};
use crate::error::Result;
use crate::{Context, Error};
use domain::actor::Who;
use domain::{Actor, ProgrammeId, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// A programme that the asker may see. Every query inside a programme starts from one.
#[derive(Clone, Debug)]
pub struct Programme {
    pub id: ProgrammeId,
    pub(crate) row: programme::Model,
}

impl Context {
    /// The programme at `slug` (or formerly there), for whoever has a role in it and for organisation admins.
    ///
    /// # Errors
    /// [`Error::SignInRequired`]; [`Error::NotFound`] also for what the asker may not know of.
    pub async fn programme(&self, slug: &str) -> Result<Programme> {
        let mut row =
            programme::Entity::find().filter(programme::Column::Slug.eq(slug)).one(self.read()).await?;
        if row.is_none()
            && let Some(moved) = slug_redirect::Entity::find_by_id(slug).one(self.read()).await?
        {
            row = programme::Entity::find_by_id(moved.programme_id).one(self.read()).await?;
        }
        self.seen(row)
    }

    /// The same by id.
    ///
    /// # Errors
    /// As [`Context::programme`].
    pub async fn programme_by_id(&self, id: ProgrammeId) -> Result<Programme> {
        self.seen(programme::Entity::find_by_id(id.0).one(self.read()).await?)
    }

    fn seen(&self, row: Option<programme::Model>) -> Result<Programme> {
        if self.is_system() {
            let row = row.ok_or(Error::NotFound)?;
            return Ok(Programme { id: ProgrammeId(row.id), row });
        }
        let actor = self.actor()?;
        let row = row.filter(|row| actor.sees(ProgrammeId(row.id))).ok_or(Error::NotFound)?;
        Ok(Programme { id: ProgrammeId(row.id), row })
    }

    /// The programme at `slug`, for its coordinators and for the command line.
    ///
    /// # Errors
    /// [`Error::Denied`] for those who see it only; else as [`Context::programme`].
    pub async fn coordinated(&self, slug: &str) -> Result<Programme> {
        let programme = self.programme(slug).await?;
        self.must_coordinate(programme.id)?;
        Ok(programme)
    }

    /// Refuses whoever does not coordinate a programme that they see.
    ///
    /// # Errors
    /// [`Error::Denied`], or [`Error::NotFound`] where they may not know of it.
    pub fn must_coordinate(&self, programme: ProgrammeId) -> Result<()> {
        if self.is_system() {
            return Ok(());
        }
        let actor = self.actor()?;
        match (actor.coordinates(programme), actor.sees(programme)) {
            (true, _) => Ok(()),
            (false, true) => Err(Error::Denied(Who::Coordinators)),
            (false, false) => Err(Error::NotFound),
        }
    }

    /// The organisation admin who asks. To everybody else, what is theirs is not there.
    ///
    /// # Errors
    /// [`Error::SignInRequired`], [`Error::NotFound`].
    pub fn admin(&self) -> Result<&Actor> {
        let actor = self.actor()?;
        if actor.admin { Ok(actor) } else { Err(Error::NotFound) }
    }
}

impl Programme {
    /// Whether `actor` has `role` here.
    pub fn has(&self, actor: &Actor, role: Role) -> bool {
        actor.is(role, self.id)
    }

    /// The programme's slug at present.
    pub fn slug(&self) -> &str {
        &self.row.slug
    }

    /// The programme's name.
    pub fn name(&self) -> &str {
        &self.row.name
    }
}
