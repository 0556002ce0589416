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
    pub(crate) mentorship: Uuid,
    pub(crate) goal: Uuid,
    pub(crate) step: Uuid,
    pub(crate) proposal: Uuid,
    /// A mentee in the plan, with the mentor they are with.
    pub(crate) paired: (Uuid, Uuid),
    /// A mentee in the plan's tray, and a mentor with a free place who may take them.
    pub(crate) waiting: (Uuid, Uuid),
    /// The participation of the mentor of the mentorship.
    pub(crate) mentor: Uuid,
    /// Somebody else's account.
    pub(crate) person: Uuid,
    pub(crate) objective: Uuid,
    pub(crate) mail: Uuid,
    browsers: HashMap<Who, Browser>,
}

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
        house
            .run("update step set owner = null where mentorship_id = $1", [mentorship.into()])
            .await;

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
                 values ($1, 'a@example.org', 'invitation', 'Hello', 'Hello', 'kept', 0, 0)",
                [mail.into()],
            )
            .await;

        let plan = first("select lower(hex(id)) from match_plan where lower(hex(programme_id)) = $1 and state = 'draft' limit 1").await;
        let paired = "from pair where lower(hex(match_plan_id)) = $1 order by pinned, mentee_id limit 1";
        let paired = (
            house.id(&format!("select lower(hex(mentee_id)) {paired}"), &hex(plan)).await,
            house.id(&format!("select lower(hex(mentor_id)) {paired}"), &hex(plan)).await,
        );
        let cx = house.context("Cora Coordinator").await;
        let waiting = Self::waiting(&cx, slug, plan).await;
        let mut browsers = HashMap::from([(Who::SignedOut, house.visitor())]);
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
        }
        let of_mentorship = hex(mentorship);
        Self {
            slug: slug.into(),
            programme,
            plan,
            goal: house
                .id("select lower(hex(goal_id)) from step where lower(hex(mentorship_id)) = $1 and archived_at is null order by id limit 1", &of_mentorship)
                .await,
            step: house
                .id("select lower(hex(id)) from step where lower(hex(mentorship_id)) = $1 and archived_at is null order by id limit 1", &of_mentorship)
                .await,
            mentorship,
            proposal,
            paired,
            waiting,
            mentor: house
                .id("select lower(hex(mentor_id)) from proposal where lower(hex(id)) = $1", &hex(proposal))
                .await,
            person: other,
            objective: first("select lower(hex(id)) from objective where lower(hex(programme_id)) = $1 limit 1").await,
            mail,
            browsers,
        }
    }

    /// The first mentee in the tray who has a possible mentor with a free place.
    async fn waiting(cx: &service::Context, slug: &str, plan: Uuid) -> (Uuid, Uuid) {
        todo!("{slug} {plan} {:?}", cx.now())
    }

    pub(crate) fn browser(&self, who: Who) -> Browser {
        self.browsers[&who].clone()
    }
}
