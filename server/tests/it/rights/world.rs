//! The demo's programme and one person of every kind.

use crate::house::{Browser, House};
use std::collections::HashMap;
use uuid::Uuid;

/// The kinds of people, as seen from one programme, one mentorship and one proposal in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Who {
    SignedOut,
    /// Has an account and no role anywhere.
    Stranger,
    /// Takes part in another programme.
    Elsewhere,
    /// Takes part in this programme, but not in this mentorship.
    OtherMember,
    /// Has withdrawn from this programme.
    Former,
    /// The mentor of the mentorship and of the proposal.
    Mentor,
    /// The mentee of the mentorship and of the proposal.
    Mentee,
    Coordinator,
    OtherCoordinator,
    Sponsor,
    Admin,
}

impl Who {
    pub(crate) const ALL: [Self; 11] = [
        Self::SignedOut,
        Self::Stranger,
        Self::Elsewhere,
        Self::OtherMember,
        Self::Former,
        Self::Mentor,
        Self::Mentee,
        Self::Coordinator,
        Self::OtherCoordinator,
        Self::Sponsor,
        Self::Admin,
    ];
    /// Everybody but who is signed out.
    pub(crate) const SIGNED_IN: &'static [Self] = &[
        Self::Stranger,
        Self::Elsewhere,
        Self::OtherMember,
        Self::Former,
        Self::Mentor,
        Self::Mentee,
        Self::Coordinator,
        Self::OtherCoordinator,
        Self::Sponsor,
        Self::Admin,
    ];
    /// Who may know of the programme.
    pub(crate) const SEES: &'static [Self] =
        &[Self::OtherMember, Self::Mentor, Self::Mentee, Self::Coordinator, Self::Sponsor, Self::Admin];
    pub(crate) const COORDINATOR: &'static [Self] = &[Self::Coordinator];
    pub(crate) const MEMBERS: &'static [Self] = &[Self::Mentor, Self::Mentee];
    pub(crate) const ADMIN: &'static [Self] = &[Self::Admin];
}

/// Ids to ask for, and a browser for each kind of person.
pub(crate) struct World {
    pub(crate) slug: String,
    pub(crate) programme: Uuid,
    pub(crate) plan: Uuid,
    pub(crate) plan_name: String,
    pub(crate) mentorship: Uuid,
    pub(crate) goal: Uuid,
    pub(crate) step: Uuid,
    pub(crate) proposal: Uuid,
    /// A mentee in the plan's tray, and a mentor with a free place who may take them.
    pub(crate) waiting: (Uuid, Uuid),
    /// The participation of the mentor of the mentorship.
    pub(crate) mentor: Uuid,
    /// The same two mentees and a pinned one, as the board's forms name a card: with its revision.
    pub(crate) waiting_seen: String,
    pub(crate) paired_seen: String,
    pub(crate) pinned_seen: String,
    /// The plan and the id of a publication that waits for a second coordinator, and of one that waits for its time.
    pub(crate) asked: (Uuid, Uuid),
    pub(crate) armed: (Uuid, Uuid),
    /// The pinned one with their mentor.
    pub(crate) pair: String,
    /// Somebody else's account.
    pub(crate) person: Uuid,
    pub(crate) sponsor: Uuid,
    /// Somebody with a password, everybody's password, and links that are still good.
    pub(crate) email: String,
    pub(crate) password: String,
    pub(crate) invitation: String,
    pub(crate) reset: String,
    pub(crate) objective: Uuid,
    /// What the programme's forms were filled from.
    pub(crate) described: String,
    pub(crate) scheduled: String,
    pub(crate) ruled: String,
    pub(crate) asked_mentees: String,
    pub(crate) objective_seen: String,
    pub(crate) import: Uuid,
    /// A plan whose second change is a run of the engine, which its coordinator has undone.
    pub(crate) ran: Uuid,
    /// A plan with a mentee whom only a change would help, and such a change; a plan in which it was tried, and its exception.
    pub(crate) tight: (Uuid, Uuid),
    pub(crate) chosen: String,
    pub(crate) tried: Uuid,
    pub(crate) exception: String,
    /// A list of pairs that waits to become a plan.
    pub(crate) list: Uuid,
    pub(crate) mail: Uuid,
    browsers: HashMap<Who, Browser>,
    sessions: HashMap<Who, Uuid>,
}

/// The password of everybody in this world.
const PASSWORD: &str = "a lattice in the garden";

impl World {
    pub(crate) async fn build(house: &House) -> Self {
        let slug = "women-in-tech-26";
        let programme = house.id("select lower(hex(id)) from programme where slug = $1", slug).await;
        let elsewhere = house.id("select lower(hex(id)) from programme where slug <> $1 limit 1", slug).await;
        let hex = |id: Uuid| id.simple().to_string();
        let first = async |sql: &str| house.id(sql, &hex(programme)).await;

        let proposal = first("select lower(hex(id)) from proposal where lower(hex(programme_id)) = $1 and state = 'open' limit 1").await;
        let side = async |column: &str| {
            let sql = format!(
                "select lower(hex(part.person_id)) from proposal join participation part on part.id = proposal.{column} \
                 where lower(hex(proposal.id)) = $1"
            );
            house.id(&sql, &hex(proposal)).await
        };
        let (mentor, mentee) = (side("mentor_id").await, side("mentee_id").await);
        // The same two people also have a mentorship, so that one row of people serves all pages.
        let mentorship = first(
            "select lower(hex(m.id)) from mentorship m where lower(hex(m.programme_id)) = $1 and m.state = 'active' \
             and exists (select 1 from step where step.mentorship_id = m.id and step.archived_at is null) limit 1",
        )
        .await;
        house.run("delete from mentorship_member where mentorship_id = $1", [mentorship.into()]).await;
        for (person, role) in [(mentor, "mentor"), (mentee, "mentee")] {
            let sql = "insert into mentorship_member (mentorship_id, person_id, role) values ($1, $2, $3)";
            house.run(sql, [mentorship.into(), person.into(), role.into()]).await;
        }
        house.run("update step set owner = null where mentorship_id = $1", [mentorship.into()]).await;

        let stranger = house.id("select lower(hex(id)) from person where name = $1", "Samira Stranger").await;
        let other = house.person("Otto Other").await;
        house.takes_part(other, programme, "mentee", "approved").await;
        let former = house.person("Fiona Former").await;
        house.takes_part(former, programme, "mentee", "withdrawn").await;
        let away = house.person("Elias Elsewhere").await;
        house.takes_part(away, elsewhere, "mentee", "approved").await;
        let rival = house.person("Rita Rival").await;
        house.looks_after(rival, elsewhere, "coordinator").await;
        let sponsor = house.person("Simon Sponsor").await;
        house.looks_after(sponsor, programme, "sponsor").await;
        let admin = house.person("Aylin Admin").await;
        house.run("update person set admin = true where id = $1", [admin.into()]).await;
        let coordinator = house.person("Cora Coordinator").await;
        house.looks_after(coordinator, programme, "coordinator").await;
        let mail = service::source::new_uuid();
        house
            .run(
                "insert into mail (id, recipient, kind, subject, body, state, created_at, next_try_at) \
                 values ($1, 'a@example.org', 'invitation', 'Hello', 'Hello', 'failed', 0, 0)",
                [mail.into()],
            )
            .await;

        let plan = first("select lower(hex(id)) from match_plan where lower(hex(programme_id)) = $1 and state = 'draft' limit 1").await;
        let cx = house.context("Cora Coordinator").await;
        // A move of the coordinator's own, for undo.
        let board = service::board::load_board(&cx, slug, plan.into(), &Default::default()).await.unwrap();
        let seen = |card: &domain::board::CardView| format!("{}@{}", card.id, card.revision);
        let tray: Vec<_> = board.cards.iter().filter(|card| card.mentor.is_none()).collect();
        let mut possible = vec![];
        for card in tray {
            let detail = service::board::load_card(&cx, slug, plan.into(), card.id, None).await.unwrap();
            let mentor =
                detail.candidates.iter().find(|candidate| candidate.free > 0 && candidate.fit.is_ok());
            if let Some(mentor) = mentor {
                possible.push((card.clone(), mentor.mentor));
            }
            if possible.len() == 2 {
                break;
            }
        }
        let [(moved, to), (waits, place)] = possible.try_into().unwrap();
        let target = domain::board::Target(Some(to));
        let card = domain::board::SeenCard { id: moved.id, revision: moved.revision };
        let command = domain::CommandId(service::source::new_uuid());
        service::board::move_card(&cx, slug, plan.into(), card, target, command).await.unwrap();
        let detail = service::board::load_card(&cx, slug, plan.into(), waits.id, None).await.unwrap();
        let place = detail
            .candidates
            .iter()
            .find(|one| one.free > 0 && one.fit.is_ok())
            .map_or(place, |one| one.mentor);
        let board = service::board::load_board(&cx, slug, plan.into(), &Default::default()).await.unwrap();
        let paired = board.cards.iter().find(|card| card.mentor.is_some() && !card.pinned).unwrap().clone();
        let pinned = board.cards.iter().find(|card| card.id == moved.id).unwrap().clone();
        let mut waiting = vec![];
        for (state, due) in [("asked", None), ("armed", Some(i64::MAX))] {
            let command = domain::CommandId(service::source::new_uuid());
            let copy = service::board::create_plan(
                &cx,
                slug,
                service::board::NewPlan::copy(state, plan.into()),
                command,
            )
            .await
            .unwrap();
            let request = service::source::new_uuid();
            let pairs = format!("[\"{}@{to}\"]", moved.id);
            house
                .run(
                    "insert into publish_request (id, programme_id, match_plan_id, asked_by, asked_at, due_at, pairs, state, \
                     reason, left_out) values ($1, $2, $3, $4, 0, $5, $6, $7, '', '[]')",
                    [
                        request.into(),
                        programme.into(),
                        copy.0.into(),
                        admin.into(),
                        due.into(),
                        pairs.into(),
                        state.into(),
                    ],
                )
                .await;
            waiting.push((copy.0, request));
        }
        let view = service::programme::load_programme(&cx, slug).await.unwrap();
        let first_objective = view.programme.objectives[0].clone();
        let rules = &view.programme.rules;

        let system = service::Context::system(house.service.clone());
        let hash = {
            let named =
                service::people::add(&system, "Petra Password", "petra@example.org", false, Some(PASSWORD))
                    .await;
            named.unwrap();
            house.text("select password_hash from person where email = $1", "petra@example.org").await
        };
        house.run("update person set password_hash = $1 where password_hash is null", [hash.into()]).await;
        let link = service::people::add(&system, "Ines Invited", "ines@example.org", false, None)
            .await
            .unwrap()
            .link
            .unwrap();
        let visitor = service::Context::visitor(house.service.clone());
        let command = domain::CommandId(service::source::new_uuid());
        service::account::request_reset(&visitor, command, "petra@example.org").await.unwrap();
        let body = house
            .text(
                "select body from mail where recipient = $1 order by created_at desc limit 1",
                "petra@example.org",
            )
            .await;
        let last =
            |text: &str| text.rsplit('/').next().unwrap().split_whitespace().next().unwrap().to_owned();
        let reset = last(body.lines().find(|line| line.contains("/reset/")).unwrap());
        let import = {
            let command = domain::CommandId(service::source::new_uuid());
            let list = b"Name,E-mail\nNora New,nora@example.org\nRolf Refused,no address\n".to_vec();
            service::import::upload(&cx, command, slug, "mentees.csv", list).await.unwrap()
        };
        let list = {
            let command = domain::CommandId(service::source::new_uuid());
            let (_, pairs) = service::board::export_plan(&cx, slug, plan.into()).await.unwrap();
            service::board::upload_list(&cx, command, slug, "pairs.csv", pairs).await.unwrap()
        };
        let new = || domain::CommandId(service::source::new_uuid());
        let ran =
            service::board::create_plan(&cx, slug, service::board::NewPlan::copy("Ran", plan.into()), new())
                .await
                .unwrap();
        let run = service::board::Run::default();
        service::board::run_engine(&cx, slug, ran, run, new()).await.unwrap();
        service::board::undo(&cx, slug, ran, new()).await.unwrap();
        let tight = service::board::create_plan(
            &cx,
            slug,
            service::board::NewPlan::copy("Tight", plan.into()),
            new(),
        )
        .await
        .unwrap();
        let tight_board = service::board::load_board(&cx, slug, tight, &Default::default()).await.unwrap();
        let mut helped = None;
        for card in tight_board.cards.iter().filter(|card| card.mentor.is_none()) {
            let detail = service::board::load_card(&cx, slug, tight, card.id, None).await.unwrap();
            if let Some(domain::board::WhyNone::Unmatched { why, .. }) = detail.why_none
                && let Some(remedy) = why.remedies.first()
            {
                helped = Some((card.id.0, remedy.chosen()));
                break;
            }
        }
        let (helped, chosen) = helped.expect("there are more mentees than places");
        let tried = service::board::try_remedy(&cx, slug, tight, helped.into(), chosen, new()).await.unwrap();
        let tried_board = service::board::load_board(&cx, slug, tried, &Default::default()).await.unwrap();
        let exception = String::from(tried_board.exceptions[0].exception);
        let mut browsers = HashMap::from([(Who::SignedOut, house.visitor())]);
        let mut sessions = HashMap::from([(Who::SignedOut, Uuid::nil())]);
        for (who, person) in [
            (Who::Stranger, stranger),
            (Who::Elsewhere, away),
            (Who::OtherMember, other),
            (Who::Former, former),
            (Who::Mentor, mentor),
            (Who::Mentee, mentee),
            (Who::Coordinator, coordinator),
            (Who::OtherCoordinator, rival),
            (Who::Sponsor, sponsor),
            (Who::Admin, admin),
        ] {
            browsers.insert(who, house.enter_as(person).await);
            sessions.insert(who, house.newest_session(person).await);
        }
        let of_mentorship = hex(mentorship);
        Self {
            slug: slug.into(),
            programme,
            plan,
            plan_name: board.name.clone(),
            goal: house
                .id("select lower(hex(goal_id)) from step where lower(hex(mentorship_id)) = $1 and archived_at is null order by id limit 1", &of_mentorship)
                .await,
            step: house
                .id("select lower(hex(id)) from step where lower(hex(mentorship_id)) = $1 and archived_at is null order by id limit 1", &of_mentorship)
                .await,
            mentorship,
            proposal,
            waiting: (waits.id.0, place.0),
            waiting_seen: seen(&waits),
            paired_seen: seen(&paired),
            pinned_seen: seen(&pinned),
            asked: waiting[0],
            armed: waiting[1],
            pair: format!("{}@{to}", moved.id),
            sponsor,
            email: "petra@example.org".into(),
            password: PASSWORD.into(),
            invitation: last(&link),
            reset,
            described: domain::programme::view::mark(&view.programme.description),
            scheduled: domain::programme::view::mark(&(rules.format, &view.programme.phases)),
            ruled: domain::programme::view::mark(&(rules.matching(), &view.programme.criteria)),
            asked_mentees: domain::programme::view::mark(&view.programme.asked),
            objective_seen: domain::programme::view::mark(&first_objective.is),
            import: import.0,
            ran: ran.0,
            tight: (tight.0, helped),
            chosen: chosen.into(),
            tried: tried.0,
            exception,
            list: list.0,
            mentor: house
                .id("select lower(hex(mentor_id)) from proposal where lower(hex(id)) = $1", &hex(proposal))
                .await,
            person: other,
            objective: first_objective.id.0,
            mail,
            browsers,
            sessions,
        }
    }

    pub(crate) fn session(&self, who: Who) -> Uuid {
        self.sessions[&who]
    }

    pub(crate) fn browser(&self, who: Who) -> Browser {
        self.browsers[&who].clone()
    }
}
