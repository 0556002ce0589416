//! Reads a match plan: who takes part, who lies where, and what has become of proposals.

use crate::entity::{
    card, match_plan, mentorship, mentorship_member, pair, participation, person, profile, programme,
    proposal,
};
use crate::error::Result;
use crate::{Error, Programme};
use domain::board::{Board, Card, Exceptions, Mentor, Place, Stage};
use domain::programme::ParticipationState;
use domain::proposal::ProposalState;
use domain::{Instant, MatchPlanId, ParticipationId, PersonId, ProposalId, Role};
use futures::try_join;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// One person who takes part as mentor or mentee.
#[derive(Clone, Debug)]
pub(crate) struct Participant {
    pub(crate) person: PersonId,
    pub(crate) role: Role,
    pub(crate) since: Instant,
}

/// A match plan with all that its rules need.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    pub(crate) programme: programme::Model,
    pub(crate) plan: match_plan::Model,
    pub(crate) participants: BTreeMap<ParticipationId, Participant>,
    pub(crate) board: Board,
    /// What holds in this plan alone; places more are on the board already.
    pub(crate) exceptions: Exceptions,
    /// Proposals of this plan that wait, by mentee.
    pub(crate) waiting: HashMap<ParticipationId, ProposalId>,
    /// The newest proposal of this plan that came to nothing, by mentee.
    pub(crate) returned: HashMap<ParticipationId, proposal::Model>,
}

/// Mentors with their loads, and cards.
type Excerpt<'a> = (BTreeMap<ParticipationId, (&'a Mentor, u32)>, BTreeMap<ParticipationId, &'a Card>);

impl Base {
    /// Reads the plan, which must be one of `programme`.
    pub(crate) async fn load(
        db: &impl ConnectionTrait,
        programme: &Programme,
        plan: MatchPlanId,
    ) -> Result<Self> {
        let plan = plan_row(db, programme, plan).await?;
        Self::of(db, programme.row.clone(), plan).await
    }

    /// Reads only what a change of `some` touches: them, the mentors they have, and everybody who is with one of these
    /// mentors. All of that is as it would be on the whole board. A programme of two thousand people answers a move by hand
    /// in a third of the time for it.
    pub(crate) async fn around(
        db: &impl ConnectionTrait,
        programme: &Programme,
        plan: MatchPlanId,
        some: &BTreeSet<ParticipationId>,
    ) -> Result<Self> {
        let plan = plan_row(db, programme, plan).await?;
        let with = |column: pair::Column, ids: &BTreeSet<ParticipationId>| {
            pair::Entity::find()
                .filter(pair::Column::MatchPlanId.eq(plan.id))
                .filter(column.is_in(ids.iter().map(|id| id.0)))
                .all(db)
        };
        let mut here = some.clone();
        here.extend(
            with(pair::Column::MenteeId, some).await?.iter().map(|row| ParticipationId(row.mentor_id)),
        );
        let beside = with(pair::Column::MentorId, &here).await?;
        here.extend(beside.iter().map(|row| ParticipationId(row.mentee_id)));
        Self::read(db, programme.row.clone(), plan, Some(&here)).await
    }

    /// What a change of `some` depends on: their cards, and the places and loads of their mentors.
    pub(crate) fn excerpt(&self, some: &BTreeSet<ParticipationId>) -> Excerpt<'_> {
        let cards: BTreeMap<_, _> =
            some.iter().filter_map(|id| Some((*id, self.board.cards.get(id)?))).collect();
        let loads = self.board.loads();
        let theirs = cards.values().filter_map(|card| card.place.mentor);
        let mentors = some.iter().copied().chain(theirs).filter_map(|id| {
            Some((id, (self.board.mentors.get(&id)?, loads.get(&id).copied().unwrap_or(0))))
        });
        (mentors.collect(), cards)
    }

    /// Reads the plan in `plan`'s row.
    pub(crate) async fn of(
        db: &impl ConnectionTrait,
        programme: programme::Model,
        plan: match_plan::Model,
    ) -> Result<Self> {
        Self::read(db, programme, plan, None).await
    }

    async fn read(
        db: &impl ConnectionTrait,
        programme: programme::Model,
        plan: match_plan::Model,
        only: Option<&BTreeSet<ParticipationId>>,
    ) -> Result<Self> {
        let id = MatchPlanId(plan.id);
        let mut base = Self {
            board: Board { fewest: fewest(&programme), ..Board::empty(id) },
            exceptions: exceptions(&plan),
            programme,
            plan,
            participants: BTreeMap::new(),
            waiting: HashMap::new(),
            returned: HashMap::new(),
        };
        base.read_people(db, only).await?;
        base.exceptions.widen(&mut base.board);
        base.read_places(db, only).await?;
        base.read_proposals(db).await?;
        base.read_mentorships(db).await?;
        base.settle();
        Ok(base)
    }

    /// Everybody approved, and whoever has paused or left since.
    async fn read_people(
        &mut self,
        db: &impl ConnectionTrait,
        only: Option<&BTreeSet<ParticipationId>>,
    ) -> Result<()> {
        let mut taking_part = participation::Entity::find()
            .filter(participation::Column::ProgrammeId.eq(self.programme.id))
            .filter(participation::Column::Role.is_in([Role::Mentor.as_str(), Role::Mentee.as_str()]));
        if let Some(only) = only {
            // Mentorships that came from no proposal take places too: their members are always read.
            let at_work = mentorship::Entity::find()
                .select_only()
                .column(mentorship::Column::Id)
                .filter(mentorship::Column::ProgrammeId.eq(self.programme.id))
                .filter(mentorship::Column::ClosedAt.is_null())
                .filter(mentorship::Column::ProposalId.is_null());
            let mut working = mentorship_member::Entity::find()
                .select_only()
                .column(mentorship_member::Column::PersonId)
                .filter(
                    mentorship_member::Column::MentorshipId
                        .in_subquery(QuerySelect::query(&mut at_work.clone()).to_owned()),
                );
            let needed =
                Condition::any().add(participation::Column::Id.is_in(only.iter().map(|id| id.0))).add(
                    participation::Column::PersonId.in_subquery(QuerySelect::query(&mut working).to_owned()),
                );
            taking_part = taking_part.filter(needed);
        }
        let people = || taking_part.clone().select_only().column(participation::Column::PersonId);
        let rows = taking_part
            .clone()
            .select_only()
            .columns([
                participation::Column::Id,
                participation::Column::PersonId,
                participation::Column::Role,
                participation::Column::State,
                participation::Column::Capacity,
                participation::Column::CreatedAt,
            ])
            .into_tuple::<(Uuid, Uuid, String, String, Option<i64>, i64)>()
            .all(db);
        let mentors = people().filter(participation::Column::Role.eq(Role::Mentor.as_str())).into_query();
        let offered = profile::Entity::find()
            .select_only()
            .columns([profile::Column::PersonId, profile::Column::Capacity])
            .filter(profile::Column::PersonId.in_subquery(mentors))
            .into_tuple::<(Uuid, Option<i64>)>()
            .all(db);
        let archived = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::ArchivedAt.is_not_null())
            .filter(person::Column::Id.in_subquery(people().into_query()))
            .into_tuple::<Uuid>()
            .all(db);
        let (rows, offered, archived) = try_join!(rows, offered, archived)?;
        let offered: HashMap<Uuid, Option<i64>> = offered.into_iter().collect();
        let archived: BTreeSet<Uuid> = archived.into_iter().collect();
        for (id, person, role, state, capacity, since) in rows {
            let Ok(state) = state.parse::<ParticipationState>() else { continue };
            if matches!(state, ParticipationState::Invited | ParticipationState::Applied) {
                continue;
            }
            let Ok(role) = role.parse::<Role>() else { continue };
            let id = ParticipationId(id);
            let active = state == ParticipationState::Approved && !archived.contains(&person);
            if role == Role::Mentor {
                let offered = capacity.or_else(|| offered.get(&person).copied().flatten());
                let places = self.places(offered);
                self.board.mentors.insert(id, Mentor { places, elsewhere: 0, active });
            } else {
                self.board.cards.insert(id, Card { active, ..Card::default() });
            }
            let participant = Participant { person: PersonId(person), role, since: Instant(since) };
            self.participants.insert(id, participant);
        }
        Ok(())
    }

    fn places(&self, offered: Option<i64>) -> u32 {
        let places = offered.unwrap_or(self.programme.default_capacity).min(self.programme.most_mentees);
        u32::try_from(places).unwrap_or(0)
    }

    /// Where the cards lie, and how often they have changed.
    async fn read_places(
        &mut self,
        db: &impl ConnectionTrait,
        only: Option<&BTreeSet<ParticipationId>>,
    ) -> Result<()> {
        let mut cards = card::Entity::find().filter(card::Column::MatchPlanId.eq(self.plan.id));
        let mut pairs = pair::Entity::find().filter(pair::Column::MatchPlanId.eq(self.plan.id));
        if let Some(only) = only {
            cards = cards.filter(card::Column::MenteeId.is_in(only.iter().map(|id| id.0)));
            pairs = pairs.filter(pair::Column::MenteeId.is_in(only.iter().map(|id| id.0)));
        }
        let cards = cards
            .select_only()
            .columns([card::Column::MenteeId, card::Column::Revision, card::Column::MovedBy])
            .into_tuple::<(Uuid, i64, Option<Uuid>)>()
            .all(db);
        let pairs = pairs
            .select_only()
            .columns([pair::Column::MenteeId, pair::Column::MentorId, pair::Column::Pinned])
            .into_tuple::<(Uuid, Uuid, bool)>()
            .all(db);
        let (cards, pairs) = try_join!(cards, pairs)?;
        for (mentee, revision, moved_by) in cards {
            if let Some(card) = self.board.cards.get_mut(&ParticipationId(mentee)) {
                card.revision = revision;
                card.moved_by = moved_by.map(PersonId);
            }
        }
        for (mentee, mentor, pinned) in pairs {
            let mentor = ParticipationId(mentor);
            if let Some(card) = self.board.cards.get_mut(&ParticipationId(mentee))
                && self.board.mentors.contains_key(&mentor)
            {
                card.place = Place { mentor: Some(mentor), pinned };
            }
        }
        Ok(())
    }

    /// What waits for an answer, here and in other plans of the programme, and what has been declined.
    async fn read_proposals(&mut self, db: &impl ConnectionTrait) -> Result<()> {
        let rows = proposal::Entity::find()
            .filter(proposal::Column::ProgrammeId.eq(self.programme.id))
            .filter(proposal::Column::State.ne(ProposalState::Accepted.as_str()))
            .order_by_asc(proposal::Column::CreatedAt)
            .order_by_asc(proposal::Column::Id)
            .all(db)
            .await?;
        for row in rows {
            let (mentee, mentor) = (ParticipationId(row.mentee_id), ParticipationId(row.mentor_id));
            let here = row.match_plan_id == self.plan.id;
            match row.state.parse::<ProposalState>() {
                Ok(ProposalState::Waiting) if here => {
                    if let Some(card) = self.board.cards.get_mut(&mentee) {
                        card.stage = Stage::Proposed;
                        card.place.mentor = Some(mentor);
                    }
                    self.waiting.insert(mentee, ProposalId(row.id));
                }
                Ok(ProposalState::Waiting) => self.take(mentee, mentor),
                Ok(state) => {
                    if let Some(card) = self.board.cards.get_mut(&mentee)
                        && state == ProposalState::Declined
                    {
                        card.declined.insert(mentor);
                    }
                    if here {
                        self.returned.insert(mentee, row);
                    }
                }
                Err(()) => {}
            }
        }
        Ok(())
    }

    /// Who works together already: pairs of this plan stay on it, others take a place.
    async fn read_mentorships(&mut self, db: &impl ConnectionTrait) -> Result<()> {
        let open = mentorship::Entity::find()
            .filter(mentorship::Column::ProgrammeId.eq(self.programme.id))
            .filter(mentorship::Column::ClosedAt.is_null())
            .all(db)
            .await?;
        let accepted: HashMap<Uuid, proposal::Model> = proposal::Entity::find()
            .filter(proposal::Column::ProgrammeId.eq(self.programme.id))
            .filter(proposal::Column::State.eq(ProposalState::Accepted.as_str()))
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect();
        let at_work: BTreeSet<Uuid> = open.iter().filter_map(|row| row.proposal_id).collect();
        for (_, row) in accepted.iter().filter(|(id, _)| !at_work.contains(id)) {
            self.part(ParticipationId(row.mentee_id), ParticipationId(row.mentor_id));
        }
        if open.is_empty() {
            return Ok(());
        }
        let members = self.members(db).await?;
        let by_person: HashMap<(PersonId, Role), ParticipationId> =
            self.participants.iter().map(|(id, one)| ((one.person, one.role), *id)).collect();
        for row in open {
            if let Some(from) = row.proposal_id.and_then(|id| accepted.get(&id)) {
                let (mentee, mentor) = (ParticipationId(from.mentee_id), ParticipationId(from.mentor_id));
                if from.match_plan_id == self.plan.id
                    && let Some(card) = self.board.cards.get_mut(&mentee)
                {
                    card.stage = Stage::AtWork;
                    card.place.mentor = Some(mentor);
                } else {
                    self.take(mentee, mentor);
                }
                continue;
            }
            let of = |role: Role| {
                let members = members.get(&row.id).into_iter().flatten();
                members.filter(move |(_, is)| *is == role).filter_map(|key| by_person.get(key).copied())
            };
            let mentors: Vec<_> = of(Role::Mentor).collect();
            let mentees: Vec<_> = of(Role::Mentee).collect();
            for mentee in mentees {
                self.board.cards.remove(&mentee);
                for mentor in &mentors {
                    self.take_place(*mentor);
                }
            }
        }
        Ok(())
    }

    async fn members(&self, db: &impl ConnectionTrait) -> Result<HashMap<Uuid, Vec<(PersonId, Role)>>> {
        let open = mentorship::Entity::find()
            .select_only()
            .column(mentorship::Column::Id)
            .filter(mentorship::Column::ProgrammeId.eq(self.programme.id))
            .filter(mentorship::Column::ClosedAt.is_null());
        let rows = mentorship_member::Entity::find()
            .filter(
                mentorship_member::Column::MentorshipId
                    .in_subquery(QuerySelect::query(&mut open.clone()).to_owned()),
            )
            .all(db)
            .await?;
        let mut members: HashMap<Uuid, Vec<(PersonId, Role)>> = HashMap::new();
        for row in rows {
            if let Ok(role) = row.role.parse() {
                members.entry(row.mentorship_id).or_default().push((PersonId(row.person_id), role));
            }
        }
        Ok(members)
    }

    /// A pair whose mentorship has ended: both are free again, and not proposed to each other a second time.
    fn part(&mut self, mentee: ParticipationId, mentor: ParticipationId) {
        if let Some(card) = self.board.cards.get_mut(&mentee) {
            if card.place.mentor == Some(mentor) {
                card.place = Place::TRAY;
            }
            card.declined.insert(mentor);
        }
    }

    /// A pair of another plan: the mentee is not to be matched here, and the mentor has a place less.
    fn take(&mut self, mentee: ParticipationId, mentor: ParticipationId) {
        self.board.cards.remove(&mentee);
        self.take_place(mentor);
    }

    fn take_place(&mut self, mentor: ParticipationId) {
        if let Some(mentor) = self.board.mentors.get_mut(&mentor) {
            mentor.places = mentor.places.saturating_sub(1);
            mentor.elsewhere += 1;
        }
    }

    /// Who has left and lies nowhere is not on the board.
    fn settle(&mut self) {
        self.board.cards.retain(|_, card| card.active || card.place.mentor.is_some());
        let loads = self.board.loads();
        self.board.mentors.retain(|id, mentor| mentor.active || loads.contains_key(id));
    }
}

/// With how many mentees groups begin.
pub(super) fn fewest(programme: &programme::Model) -> u32 {
    u32::try_from(programme.fewest_mentees).unwrap_or(1)
}

/// What holds in a plan alone.
pub(super) fn exceptions(plan: &match_plan::Model) -> Exceptions {
    plan.exceptions.clone().and_then(|all| serde_json::from_value(all).ok()).unwrap_or_default()
}

/// The row of a plan of `programme`.
pub(crate) async fn plan_row(
    db: &impl ConnectionTrait,
    programme: &Programme,
    plan: MatchPlanId,
) -> Result<match_plan::Model> {
    match_plan::Entity::find_by_id(plan.0)
        .filter(match_plan::Column::ProgrammeId.eq(programme.id.0))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}
