//! Two match plans beside each other, with names.

use super::base::Base;
use super::people::People;
use crate::Context;
use crate::error::Result;
use domain::board::{
    self, CompareQuery, Comparison, Difference, Differs, LoadLine, Lone, LoneLine, MakesRoom, Part, Refusal,
    Seat, SeatLine, SeenCard, Side, TakeOver, Target,
};
use domain::text::board as words;
use domain::{MatchPlanId, ParticipationId};

/// Two plans of a programme beside each other: what the other one means for each mentee and mentor, who is in one of them
/// only, and how a place there can be taken over. For coordinators.
///
/// # Errors
/// [`crate::Error::NotFound`] where one of them is no plan of the programme.
pub async fn compare_plans(
    cx: &Context,
    slug: &str,
    plan: MatchPlanId,
    with: MatchPlanId,
    query: CompareQuery,
) -> Result<Comparison> {
    let programme = cx.coordinated(slug).await?;
    let here = Base::load(cx.read(), &programme, plan).await?;
    let there = Base::load(cx.read(), &programme, with).await?;
    let people = People::load(cx.read(), &here, None, cx.now()).await?;
    let (fits, fits_there) = (people.under(&here.exceptions), people.under(&there.exceptions));
    let mut compared = board::compare(
        Side { board: &here.board, fits: &fits },
        Side { board: &there.board, fits: &fits_there },
    );
    compared.sort(query.order, &people);
    let tally = compared.tally();
    let line = |one: Differs| difference(&here, &there, &people, one);
    let mentors = Part::cut(compared.loads, query.mentors);
    Ok(Comparison {
        slug: here.programme.slug.clone(),
        programme: here.programme.name.clone(),
        plan,
        name: here.plan.name.clone(),
        with,
        with_name: there.plan.name.clone(),
        query,
        same: compared.same,
        gain: compared.gain,
        tally,
        differences: Part::cut(compared.differs, query.page).map(line),
        only_here: Part::cut(compared.only_here, query.here).map(|one| lone(&here, &people, one)),
        only_there: Part::cut(compared.only_there, query.there).map(|one| lone(&there, &people, one)),
        mentors: mentors.map(|one| LoadLine {
            mentor: people.line(one.mentor),
            here: one.here,
            there: one.there,
        }),
    })
}

fn difference(here: &Base, there: &Base, people: &People, one: Differs) -> Difference {
    let revision = here.board.cards.get(&one.mentee).map_or(0, |card| card.revision);
    Difference {
        mentee: people.line(one.mentee),
        seen: SeenCard { id: one.mentee, revision },
        here: seat(here, people, one.mentee, one.here),
        there: seat(there, people, one.mentee, one.there),
        worth: one.worth(),
        to: Target(one.there.mentor),
        take: take_over(here, people, one.mentee, one.there.mentor),
    }
}

fn lone(base: &Base, people: &People, one: Lone) -> LoneLine {
    LoneLine { mentee: people.line(one.mentee), seat: seat(base, people, one.mentee, one.seat), why: one.why }
}

fn seat(base: &Base, people: &People, mentee: ParticipationId, seat: Seat) -> SeatLine {
    let joined = base.participants.get(&mentee).map_or(0, |one| one.since.0);
    SeatLine {
        mentor: seat.mentor.map(|mentor| people.line(mentor).name),
        fit: seat.fit,
        joined_later: seat.mentor.is_none() && joined > base.plan.created_at,
    }
}

fn take_over(here: &Base, people: &People, mentee: ParticipationId, to: Option<ParticipationId>) -> TakeOver {
    let named = |room: MakesRoom| (people.line(room.card.id).name, room);
    match board::take_over(&here.board, mentee, to, people) {
        Ok(rooms) if rooms.is_empty() => TakeOver::Free,
        Ok(rooms) => TakeOver::Full(rooms.into_iter().map(named).collect()),
        Err(Refusal::MentorFull { mentor, .. }) => {
            TakeOver::Not(words::compare_settled(people.line(mentor).name))
        }
        Err(refusal) => TakeOver::Not(refusal.sentence_with(people)),
    }
}
