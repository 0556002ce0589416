//! Everybody's answers, read once, so that hundreds of thousands of pairs can be compared.

use super::answers::{Answers, Numbers};
use super::detail::detail;
use super::reason::{Fit, Outcome, Reason, Rule};
use super::share::Share;
use super::tally::Tally;
use super::{Criteria, Criterion, CriterionKind, Subject};

/// Mentees, mentors and the criteria between them, prepared. People are named by their position in the lists given.
#[derive(Debug)]
pub struct Scorer {
    pub(super) criteria: Vec<Criterion>,
    pub(super) mentees: Vec<Answers>,
    pub(super) mentors: Vec<Answers>,
    mentee_subjects: Vec<Subject>,
    mentor_subjects: Vec<Subject>,
}

impl Scorer {
    /// Reads all answers once.
    pub fn new(criteria: &Criteria, mentees: Vec<Subject>, mentors: Vec<Subject>) -> Self {
        let mut numbers = Numbers::default();
        Self {
            criteria: used(criteria),
            mentees: mentees.iter().map(|one| Answers::new(one, &mut numbers)).collect(),
            mentors: mentors.iter().map(|one| Answers::new(one, &mut numbers)).collect(),
            mentee_subjects: mentees,
            mentor_subjects: mentors,
        }
    }

    /// The fit in millionths, or the rule that forbids the pair. Whoever needs all pairs takes [`Scorer::rows`].
    pub fn score(&self, mentee: usize, mentor: usize) -> Result<i64, Rule> {
        self.score_without(mentee, mentor, None)
    }

    /// The same, where one criterion is not a rule.
    pub fn score_without(
        &self,
        mentee: usize,
        mentor: usize,
        relaxed: Option<CriterionKind>,
    ) -> Result<i64, Rule> {
        let (a, b) = (&self.mentees[mentee], &self.mentors[mentor]);
        if a.person == b.person {
            return Err(Rule::Oneself);
        }
        let mut tally = Tally::default();
        for one in &self.criteria {
            let one = one.between(a, b);
            let share = a.share(one.kind, b);
            if one.is_broken_by(share) && relaxed != Some(one.kind) {
                return Err(Rule::Criterion(one.kind));
            }
            tally.add(one.tally(share));
        }
        // Last, so that it shows only where no rule says the same openly.
        if a.is_apart_from(b) { Err(Rule::Apart) } else { Ok(tally.fit()) }
    }

    /// The fit with its reasons.
    pub fn fit(&self, mentee: usize, mentor: usize) -> Outcome {
        self.fit_without(mentee, mentor, None)
    }

    /// The same, where one criterion is not a rule.
    pub fn fit_without(&self, mentee: usize, mentor: usize, relaxed: Option<CriterionKind>) -> Outcome {
        match self.score_without(mentee, mentor, relaxed) {
            Err(rule) => Outcome::Forbidden(rule),
            Ok(score) => Outcome::Allowed(Fit {
                score,
                reasons: self.criteria.iter().filter_map(|one| self.reason(one, mentee, mentor)).collect(),
            }),
        }
    }

    /// None where there is nothing to say, and nobody was asked.
    fn reason(&self, one: &Criterion, mentee: usize, mentor: usize) -> Option<Reason> {
        let (a, b) = (&self.mentees[mentee], &self.mentors[mentor]);
        let (one, share) = (one.between(a, b), a.share(one.kind, b));
        (one.kind.is_asked() || share.value().is_some()).then(|| Reason {
            kind: one.kind,
            share,
            weight: one.weight,
            hard: one.hard,
            detail: detail(one.kind, &self.mentee_subjects[mentee], &self.mentor_subjects[mentor]),
        })
    }
}

/// The criteria that change anything, each kind once; the first one stands, as in [`Criteria::get`].
fn used(criteria: &Criteria) -> Vec<Criterion> {
    let all = criteria.0.iter().enumerate();
    let first = all.filter(|(at, one)| !criteria.0[..*at].iter().any(|before| before.kind == one.kind));
    let first = first.map(|(_, one)| Criterion { hard: one.hard && one.kind.may_be_rule(), ..*one });
    first.filter(Criterion::is_used).collect()
}

impl Criterion {
    /// As it counts for these two: double, where it matters to one of them, and no more where it does to both.
    fn between(&self, mentee: &Answers, mentor: &Answers) -> Self {
        if mentee.minds(self.kind) || mentor.minds(self.kind) { self.doubled() } else { *self }
    }

    /// The same with twice the weight, which for no weight of a programme is too much. What counts nothing still does
    /// not count, and a rule is the same rule.
    pub(super) fn doubled(&self) -> Self {
        Self { weight: self.weight.saturating_mul(2), ..*self }
    }

    /// Whether a pair with this much of the reason is forbidden.
    pub(super) fn is_broken_by(&self, share: Share) -> bool {
        self.hard && share == Share::Of(0)
    }

    /// What the reason adds to the mean.
    pub(super) fn tally(&self, share: Share) -> Tally {
        match share {
            Share::Missing(_) if !self.kind.is_asked() => Tally::default(),
            share => Tally::of(self.weight, share),
        }
    }
}

/// The fit of one pair. Whoever needs many pairs prepares a [`Scorer`].
pub fn fit(mentee: &Subject, mentor: &Subject, criteria: &Criteria) -> Outcome {
    Scorer::new(criteria, vec![mentee.clone()], vec![mentor.clone()]).fit(0, 0)
}
