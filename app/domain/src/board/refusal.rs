//! Why a board stays as it is.

use super::ChangedPair;
use crate::criteria::Rule;
use crate::text::{board as words, introduction};
use crate::{Date, ParticipationId, PersonId, calendar};
use serde::{Deserialize, Serialize};

impl Refusal {
    /// What is to be said where the engine cannot answer; none for what no board leads to.
    pub fn of_engine(error: &matching::Error) -> Option<Self> {
        matches!(error, matching::Error::Overflow { .. }).then_some(Self::TooLarge)
    }
}

/// Why a command of the board cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The mentee or the mentor is not part of this plan.
    NotOnBoard,
    /// All places are taken.
    MentorFull {
        mentor: ParticipationId,
        places: u32,
    },
    /// A rule says that the two cannot be a pair.
    Forbidden {
        mentee: ParticipationId,
        mentor: ParticipationId,
        rule: Rule,
    },
    /// Somebody else has changed the card since it was looked at; it now lies with `to`.
    MovedMeanwhile {
        mentee: ParticipationId,
        by: Option<PersonId>,
        to: Option<ParticipationId>,
    },
    /// Somebody else has changed a card since, so that the change cannot be taken back.
    ChangedSince {
        mentee: ParticipationId,
        by: Option<PersonId>,
    },
    /// Somebody else has changed a card since, so that what was undone cannot be done again.
    ChangedSinceUndo {
        mentee: ParticipationId,
        by: Option<PersonId>,
    },
    /// The board has changed while the engine was at work.
    ChangedMeanwhile,
    /// No plan has so many matches for the group, or it has become too small to be one.
    NoRoom,
    /// The engine was asked for something that is not one of its aims.
    UnknownAim,
    /// So many people and so different fits that the engine would run out of digits; the best plan of all needs fewest.
    TooLarge,
    /// Groups begin with so many mentees, to which only the highest total can keep.
    GroupsForTotalOnly {
        fewest: u32,
    },
    /// This person has paused or left.
    Withdrawn {
        who: ParticipationId,
    },
    /// The pair is proposed; recall the proposal first.
    WaitsForAnswer {
        mentee: ParticipationId,
    },
    /// The pair is a mentorship.
    AtWork {
        mentee: ParticipationId,
    },
    /// The two were introduced to each other that day.
    IntroducedAlready {
        mentee: ParticipationId,
        mentor: ParticipationId,
        on: Date,
    },
    /// A list gives this mentee a second mentor.
    PlacedAlready {
        mentee: ParticipationId,
    },
    /// A list of pairs has no column for mentees, or none for mentors.
    ListWithoutPeople,
    ListTooLong {
        limit: usize,
    },
    /// So many rows of a list are not possible.
    ListHasProblems {
        rows: usize,
    },
    /// A change that was said to help somebody does not help on the plan as it is by now.
    RemedyGone,
    /// Somebody else has changed the plan's name or note since it was looked at.
    DescribedMeanwhile,
    /// A card in the tray cannot be pinned.
    NothingToPin {
        mentee: ParticipationId,
    },
    /// Both cards lie with the same mentor.
    NothingToSwap,
    /// The asker has changed nothing that could be taken back.
    NothingToUndo,
    /// The asker has undone nothing since their last change.
    NothingToRedo,
    /// No pair is there to be proposed.
    NothingToPublish,
    /// All pairs are proposed already.
    AlreadyPublished,
    /// The asker keeps as many views as one may.
    TooManyViews,
    /// A publication of this plan waits already.
    WaitsAlready,
    /// What waited has been carried out or given up meanwhile.
    RequestOver,
    /// Whoever asks for a sign-off does not give it.
    NotYourOwn,
    /// A pair has changed since it was asked for, or since it was given.
    SignOffWithdrawn,
    /// The programme has no second coordinator.
    NobodyToSignOff,
    /// No pair was chosen to be published.
    NothingChosen,
    /// Pairs that were chosen are others by now.
    PairsChanged {
        changed: Vec<ChangedPair>,
    },
}

/// Names for the ids of a refusal, as far as the reader knows them.
pub trait Names {
    /// Who takes part.
    fn participant(&self, id: ParticipationId) -> Option<String>;
    /// Who changed a card.
    fn person(&self, id: PersonId) -> Option<String>;
}

/// Knows nobody.
struct Nameless;

impl Names for Nameless {
    fn participant(&self, _: ParticipationId) -> Option<String> {
        None
    }

    fn person(&self, _: PersonId) -> Option<String> {
        None
    }
}

impl Refusal {
    /// What a person reads who does not see the board.
    pub fn sentence(&self) -> String {
        self.sentence_with(&Nameless)
    }

    /// What a person reads, with names.
    pub fn sentence_with(&self, names: &dyn Names) -> String {
        let mentee =
            |id: &ParticipationId| names.participant(*id).unwrap_or_else(|| words::this_mentee().into());
        let mentor =
            |id: &ParticipationId| names.participant(*id).unwrap_or_else(|| words::this_mentor().into());
        let by = |id: &Option<PersonId>| {
            id.and_then(|id| names.person(id)).unwrap_or_else(|| words::somebody_else().into())
        };
        match self {
            Self::NotOnBoard => words::not_on_board().into(),
            Self::MentorFull { mentor: id, places } => words::mentor_full(mentor(id), words::places(*places)),
            Self::Forbidden { mentee: one, mentor: other, rule } => {
                words::forbidden(mentee(one), mentor(other), rule.sentence())
            }
            Self::MovedMeanwhile { mentee: id, by: who, to: Some(to) } => {
                words::moved_meanwhile(by(who), mentee(id), mentor(to))
            }
            Self::MovedMeanwhile { mentee: id, by: who, to: None } => {
                words::moved_to_tray_meanwhile(by(who), mentee(id))
            }
            Self::ChangedSince { mentee: id, by: who } => words::changed_since(by(who), mentee(id)),
            Self::ChangedSinceUndo { mentee: id, by: who } => words::changed_since_undo(by(who), mentee(id)),
            Self::ChangedMeanwhile => words::changed_meanwhile().into(),
            Self::NoRoom => words::no_room().into(),
            Self::UnknownAim => words::unknown_aim().into(),
            Self::TooLarge => words::too_large().to_owned(),
            Self::GroupsForTotalOnly { fewest } => words::groups_for_total_only(fewest),
            Self::Withdrawn { who } => {
                words::withdrawn(names.participant(*who).unwrap_or_else(|| words::this_person().into()))
            }
            Self::WaitsForAnswer { mentee: id } => words::waits_for_answer(mentee(id)),
            Self::AtWork { mentee: id } => words::at_work(mentee(id)),
            Self::IntroducedAlready { mentee: one, mentor: other, on } => {
                introduction::introduced_already(mentee(one), mentor(other), calendar::long_date(*on))
            }
            Self::PlacedAlready { mentee: id } => words::placed_already(mentee(id)),
            Self::ListWithoutPeople => words::list_without_people().into(),
            Self::ListTooLong { limit } => words::list_too_long(limit),
            Self::ListHasProblems { rows } => words::list_has_problems(rows),
            Self::RemedyGone => words::remedy_gone().into(),
            Self::DescribedMeanwhile => words::described_meanwhile().into(),
            Self::NothingToPin { mentee: id } => words::nothing_to_pin(mentee(id)),
            Self::NothingToSwap => words::nothing_to_swap().into(),
            Self::NothingToUndo => words::nothing_to_undo().into(),
            Self::NothingToRedo => words::nothing_to_redo().into(),
            Self::NothingToPublish => words::nothing_to_publish().into(),
            Self::AlreadyPublished => words::already_published().into(),
            Self::TooManyViews => words::too_many_views(super::MOST_VIEWS),
            Self::WaitsAlready => words::waits_already().into(),
            Self::RequestOver => words::request_over().into(),
            Self::NotYourOwn => words::not_your_own().into(),
            Self::SignOffWithdrawn => words::sign_off_withdrawn().into(),
            Self::NobodyToSignOff => words::nobody_to_sign_off().into(),
            Self::NothingChosen => words::nothing_chosen().into(),
            Self::PairsChanged { changed } => {
                let now: Vec<_> = changed.iter().map(|one| one.sentence(names)).collect();
                words::pairs_changed(now.join("; "))
            }
        }
    }
}
