//! Why a plan or its certificate is not accepted.

use super::closing::{self, StableAnswer};
use super::diverse::quota_name;
use super::question::Answer;
use super::unsolved::name;
use super::{Decimal, Instance, Task};
use crate::text::exchange as words;
use matching::{Flaw, StableFlaw, Who};

/// The first thing found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// A row of the plan names somebody who is not in the input.
    UnknownMentee {
        line: u64,
        mentee: String,
    },
    UnknownMentor {
        line: u64,
        mentor: String,
    },
    DoubledPair {
        line: u64,
    },
    WrongScore {
        line: u64,
        given: Option<Decimal>,
        known: Option<Decimal>,
    },
    /// The certificate was made in another form, for other files or for another question.
    OtherFormat {
        format: u32,
    },
    OtherInput,
    OtherDecimals,
    OtherQuestion,
    /// The certificate speaks of somebody who is not in the input, or leaves somebody out.
    UnknownId {
        id: String,
    },
    NoPrice {
        id: String,
    },
    /// The pairs that would rather have each other are not those that the certificate names.
    OtherBlocking,
    /// A stable plan that leaves somebody below their minimum.
    BelowMinimum {
        id: String,
    },
    /// Somebody closed who has to be open.
    MayNotClose {
        id: String,
    },
    /// What the engine's checkers found.
    Flaw(Flaw),
    Stable(StableFlaw),
}

/// Checks an answer with the engine's checkers, which share no code with what solves.
///
/// # Errors
/// The first thing found wrong.
pub fn check(instance: &Instance, task: &Task, answer: &Answer) -> Result<(), Rejection> {
    match (task, answer) {
        (Task::Total(problem), Answer::Total(plan)) => {
            matching::verify(problem, plan).map_err(Rejection::Flaw)
        }
        (Task::Fair(problem), Answer::Fair(plan)) => {
            matching::verify_fair(problem, plan).map_err(Rejection::Flaw)
        }
        (Task::Diverse(problem, quotas), Answer::Diverse(plan)) => {
            matching::verify_diverse(problem, quotas, plan).map_err(Rejection::Flaw)
        }
        (Task::Stable(rankings, side), Answer::Stable(StableAnswer { plan, closed })) => {
            let rankings = &closing::without(rankings, closed);
            if let Some(&who) = closed.iter().find(|who| !instance.may_close(**who)) {
                return Err(Rejection::MayNotClose { id: instance.id(who) });
            }
            matching::verify_stable(rankings, *side, &plan.pairs).map_err(Rejection::Stable)?;
            if plan.blocking != matching::blocking_pairs(rankings, &plan.pairs) {
                return Err(Rejection::OtherBlocking);
            }
            match closing::short(instance, &plan.pairs).first() {
                Some(short) => Err(Rejection::BelowMinimum { id: instance.id(short.who) }),
                None => Ok(()),
            }
        }
        _ => Err(Rejection::OtherQuestion),
    }
}

impl Rejection {
    /// The reason in words, people by their ids.
    pub fn sentence(&self, instance: &Instance, plan: &str, certificate: &str) -> String {
        let in_certificate = |reason: &str| words::in_certificate(certificate, reason);
        match self {
            Self::UnknownMentee { line, mentee } => words::fault(plan, line, words::unknown_mentee(mentee)),
            Self::UnknownMentor { line, mentor } => words::fault(plan, line, words::unknown_mentor(mentor)),
            Self::DoubledPair { line } => words::fault(plan, line, words::doubled_row()),
            Self::WrongScore { line, known: Some(known), .. } => {
                words::fault(plan, line, words::wrong_score(known))
            }
            Self::WrongScore { line, known: None, .. } => words::fault(plan, line, words::no_score()),
            Self::OtherFormat { format } => in_certificate(&words::other_format(format)),
            Self::OtherInput => in_certificate(words::other_input()),
            Self::OtherDecimals => in_certificate(words::other_decimals()),
            Self::OtherQuestion => in_certificate(words::other_question()),
            Self::UnknownId { id } => in_certificate(&words::unknown_id(id)),
            Self::NoPrice { id } => in_certificate(&words::no_price(id)),
            Self::OtherBlocking => in_certificate(words::other_blocking()),
            Self::BelowMinimum { id } => words::below_minimum(id),
            Self::MayNotClose { id } => in_certificate(&words::may_not_close(id)),
            Self::Flaw(flaw) => flaw_sentence(instance, flaw),
            Self::Stable(flaw) => stable_sentence(instance, flaw),
        }
    }
}

fn flaw_sentence(instance: &Instance, flaw: &Flaw) -> String {
    let ids = |mentee: u32, mentor: u32| (name(&instance.mentees, mentee), name(&instance.mentors, mentor));
    let who = |who: Who| match who {
        Who::Mentee(number) => name(&instance.mentees, number),
        Who::Mentor(number) => name(&instance.mentors, number),
    };
    match *flaw {
        Flaw::NotAllowed { mentee, mentor } => pair(ids(mentee, mentor), words::not_allowed),
        Flaw::PinMissing { mentee, mentor } => pair(ids(mentee, mentor), words::pin_missing),
        Flaw::OverCapacity { who: person } => words::over_capacity(who(person)),
        Flaw::BelowMinimum { who: person } => words::below_minimum(who(person)),
        Flaw::WrongTotal { .. } => words::wrong_total().to_owned(),
        Flaw::PriceButFree { who: person } => words::price_but_free(who(person)),
        Flaw::PriceBelowZero { who: person } => words::price_below_zero(who(person)),
        Flaw::WorthMore { mentee, mentor } => pair(ids(mentee, mentor), words::worth_more),
        Flaw::WorthLess { mentee, mentor } => pair(ids(mentee, mentor), words::worth_less),
        Flaw::CaseMissing => words::case_missing().to_owned(),
        Flaw::WrongGap { .. } => words::wrong_gap().to_owned(),
        Flaw::BelowQuota { quota } => words::below_quota(quota_name(instance, quota)),
        Flaw::AboveQuota { quota } => words::above_quota(quota_name(instance, quota)),
        Flaw::PriceOffQuota { quota } => words::price_off_quota(quota_name(instance, quota)),
        Flaw::WrongReward { .. } => words::wrong_reward().to_owned(),
        Flaw::WrongPriceOfDiversity => words::wrong_price_of_diversity().to_owned(),
        _ => words::wrong_shape().to_owned(),
    }
}

fn stable_sentence(instance: &Instance, flaw: &StableFlaw) -> String {
    let ids = |mentee: u32, mentor: u32| (name(&instance.mentees, mentee), name(&instance.mentors, mentor));
    match *flaw {
        StableFlaw::NotAllowed { mentee, mentor } => pair(ids(mentee, mentor), words::not_allowed),
        StableFlaw::PinMissing { mentee, mentor } => pair(ids(mentee, mentor), words::pin_missing),
        StableFlaw::MenteeOverCapacity { mentee } => words::over_capacity(name(&instance.mentees, mentee)),
        StableFlaw::MentorOverCapacity { mentor } => words::over_capacity(name(&instance.mentors, mentor)),
        StableFlaw::Blocking { mentee, mentor } => pair(ids(mentee, mentor), words::blocking),
        StableFlaw::NotBest { mentee, mentor } => pair(ids(mentee, mentor), words::not_best),
        StableFlaw::Unsorted { .. } | StableFlaw::BrokenProblem { .. } => words::wrong_shape().to_owned(),
    }
}

fn pair((mentee, mentor): (String, String), sentence: fn(String, String) -> String) -> String {
    sentence(mentee, mentor)
}
