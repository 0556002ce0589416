//! Introductions: a mentee and a mentor meet before anything is proposed to them.
//!
//! Owns who may be introduced to whom, and what each of the two reads of why they may fit. What they think afterwards they
//! say as everybody does, by a wish or by keeping apart: see [`crate::choice`].

use crate::board::{Board, Fits, Refusal, Stage};
use crate::criteria::{Reason, sentences_before};
use crate::{Date, ParticipationId, Role, stream};
use serde::{Deserialize, Serialize};

/// The [kind](stream::Event::kind) of [`Introduced`].
pub const INTRODUCED: &str = "introduction.made";
/// A letter of introduction is no report: so many reasons stand in it.
pub const MOST_REASONS: usize = 4;

/// A coordinator has introduced two people to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduced {
    pub mentee: ParticipationId,
    pub mentor: ParticipationId,
}

impl stream::Event for Introduced {
    fn kind(&self) -> &'static str {
        INTRODUCED
    }
}

/// Introduces two who were not introduced `before`.
///
/// # Errors
/// The board's refusals: one of the two is not there or has left, the mentee is proposed or at work, the two have met, or a
/// rule says that they cannot be a pair.
pub fn decide(
    board: &Board,
    (mentee, mentor): (ParticipationId, ParticipationId),
    before: Option<Date>,
    fits: &dyn Fits,
) -> Result<Introduced, Refusal> {
    let (Some(card), Some(place)) = (board.cards.get(&mentee), board.mentors.get(&mentor)) else {
        return Err(Refusal::NotOnBoard);
    };
    match card.stage {
        Stage::Open => {}
        Stage::Proposed => return Err(Refusal::WaitsForAnswer { mentee }),
        Stage::AtWork => return Err(Refusal::AtWork { mentee }),
    }
    if let Some((who, _)) = [(mentee, card.active), (mentor, place.active)].iter().find(|(_, here)| !here) {
        return Err(Refusal::Withdrawn { who: *who });
    }
    if let Some(on) = before {
        return Err(Refusal::IntroducedAlready { mentee, mentor, on });
    }
    match board.fit(mentee, mentor, fits) {
        Ok(_) => Ok(Introduced { mentee, mentor }),
        Err(rule) => Err(Refusal::Forbidden { mentee, mentor, rule }),
    }
}

/// Why two may fit, in a letter to the one who is mentor or mentee there.
pub fn why(reader: Role, reasons: Vec<Reason>) -> Vec<String> {
    sentences_before(reader, reasons).into_iter().take(MOST_REASONS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MatchPlanId;
    use crate::board::{Card, Mentor};
    use crate::criteria::{CriterionKind, Detail, Rule, Share};
    use uuid::Uuid;

    fn id(number: u128) -> ParticipationId {
        ParticipationId(Uuid::from_u128(number))
    }

    /// A mentee, 1, and a mentor, 2.
    fn board(card: Card, active: bool) -> Board {
        let mut board = Board::empty(MatchPlanId(Uuid::from_u128(9)));
        board.cards.insert(id(1), card);
        board.mentors.insert(id(2), Mentor { places: 0, elsewhere: 1, active });
        board
    }

    fn fits(_: ParticipationId, _: ParticipationId) -> Result<i64, Rule> {
        Ok(1)
    }

    fn apart(_: ParticipationId, _: ParticipationId) -> Result<i64, Rule> {
        Err(Rule::Apart)
    }

    #[test]
    fn two_are_introduced_whatever_places_there_are() {
        let board = board(Card::default(), true);
        let made = decide(&board, (id(1), id(2)), None, &fits);
        assert_eq!(made, Ok(Introduced { mentee: id(1), mentor: id(2) }));
    }

    #[test]
    fn nobody_is_introduced_where_it_leads_nowhere() {
        let (pair, on) = ((id(1), id(2)), Date::from_ymd_opt(2026, 3, 3));
        let check = |card: Card, active, before, refusal| {
            assert_eq!(decide(&board(card, active), pair, before, &fits), Err(refusal));
        };
        let open = Card::default;
        let (mentee, mentor) = pair;
        check(Card { stage: Stage::Proposed, ..open() }, true, on, Refusal::WaitsForAnswer { mentee });
        check(Card { stage: Stage::AtWork, ..open() }, true, None, Refusal::AtWork { mentee });
        check(Card { active: false, ..open() }, true, None, Refusal::Withdrawn { who: mentee });
        check(open(), false, None, Refusal::Withdrawn { who: mentor });
        check(open(), true, on, Refusal::IntroducedAlready { mentee, mentor, on: on.unwrap() });
        let declined = Card { declined: [mentor].into(), ..open() };
        check(declined, true, None, Refusal::Forbidden { mentee, mentor, rule: Rule::Declined });
        let refused = decide(&board(open(), true), pair, None, &apart);
        assert_eq!(refused, Err(Refusal::Forbidden { mentee, mentor, rule: Rule::Apart }));
        let unknown = decide(&board(open(), true), (mentee, id(3)), None, &fits);
        assert_eq!(unknown, Err(Refusal::NotOnBoard));
    }

    #[test]
    fn each_reads_what_is_for_them() {
        let reason = |kind, share, detail| Reason { kind, share, weight: 50, hard: false, detail };
        let met = |what: &str| Detail::Covered { met: vec![what.into()], close: vec![], lacking: vec![] };
        let reasons = || {
            vec![
                reason(CriterionKind::Goals, Share::Of(400), Detail::Common(vec!["lead a team".into()])),
                reason(CriterionKind::Skills, Share::Of(1000), met("rust")),
                reason(CriterionKind::Wish, Share::Of(1000), Detail::Plain),
                reason(CriterionKind::Interests, Share::Of(0), Detail::Common(vec![])),
                reason(CriterionKind::Languages, Share::Of(600), Detail::Common(vec!["german".into()])),
            ]
        };
        let common = ["Language in common: german", "Goals in common"];
        assert_eq!(why(Role::Mentee, reasons()), ["Skills wanted are offered: rust", common[0], common[1]]);
        assert_eq!(why(Role::Mentor, reasons()), ["Skills wanted are offered", common[0], common[1]]);
    }
}
