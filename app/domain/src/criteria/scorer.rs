//! Everybody's answers as numbers, made once, so that hundreds of thousands of pairs can be compared at once.

use super::availability::Free;
use super::reason::{Detail, Fit, Outcome, Reason, Rule};
use super::share::{self, Experience, Known, Share};
use super::{Criteria, Criterion, CriterionKind, Subject};
use crate::PersonId;
use crate::person::{Meeting, Skill, Style};
use std::collections::HashMap;

/// The fit of a pair that is perfect in all that is known.
pub const FULL: i64 = 1_000_000;
/// The fit of a pair about which nothing is known: neither good nor bad.
pub const NEUTRAL: i64 = 500_000;

/// Mentees, mentors and the criteria between them, prepared. People are named by their position in the lists given.
pub struct Scorer {
    criteria: Vec<Criterion>,
    mentees: Vec<Answers>,
    mentors: Vec<Answers>,
    mentee_subjects: Vec<Subject>,
    mentor_subjects: Vec<Subject>,
}

struct Answers {
    person: PersonId,
    reports: share::Reports,
    team: u32,
    offered: Vec<Known>,
    wanted: Vec<Known>,
    goals: Vec<u32>,
    interests: Vec<u32>,
    languages: Vec<u32>,
    zone: Option<i32>,
    free: Option<Free>,
    meeting: Option<Meeting>,
    style: Option<Style>,
    experience: Experience,
}

impl Scorer {
    /// Reads all answers once.
    pub fn new(criteria: &Criteria, mentees: Vec<Subject>, mentors: Vec<Subject>) -> Self {
        let mut numbers = Numbers::default();
        Self {
            criteria: criteria.0.iter().copied().filter(Criterion::is_used).collect(),
            mentees: mentees.iter().map(|one| Answers::new(one, &mut numbers)).collect(),
            mentors: mentors.iter().map(|one| Answers::new(one, &mut numbers)).collect(),
            mentee_subjects: mentees,
            mentor_subjects: mentors,
        }
    }

    /// The fit in millionths, or the rule that forbids the pair.
    pub fn score(&self, mentee: usize, mentor: usize) -> Result<i64, Rule> {
        let (a, b) = (&self.mentees[mentee], &self.mentors[mentor]);
        if a.person == b.person {
            return Err(Rule::Oneself);
        }
        let (mut sum, mut known, mut missing) = (0, 0, 0);
        let mut at = 0;
        while at < self.criteria.len() {
            let one = self.criteria[at];
            at += 1;
            if let Share::Of(value) = a.share(one.kind, b) {
                if one.hard && value == 0 {
                    return Err(Rule::Criterion(one.kind));
                }
                sum += u64::from(one.weight) * u64::from(value);
                known += u64::from(one.weight);
            } else {
                missing += u64::from(one.weight);
            }
        }
        Ok(mean(sum, known, missing))
    }

    /// The fit with its reasons.
    pub fn fit(&self, mentee: usize, mentor: usize) -> Outcome {
        match self.score(mentee, mentor) {
            Err(rule) => Outcome::Forbidden(rule),
            Ok(score) => Outcome::Allowed(Fit {
                score,
                reasons: self.criteria.iter().map(|one| self.reason(one, mentee, mentor)).collect(),
            }),
        }
    }

    fn reason(&self, one: &Criterion, mentee: usize, mentor: usize) -> Reason {
        Reason {
            kind: one.kind,
            share: self.mentees[mentee].share(one.kind, &self.mentors[mentor]),
            weight: one.weight,
            hard: one.hard,
            detail: detail(one.kind, &self.mentee_subjects[mentee], &self.mentor_subjects[mentor]),
        }
    }
}

/// The fit from the weighted sum of the known shares, and the weight of what is known and of what is missing.
///
/// What is missing is left out of the mean, but for up to a quarter of all weight, which counts as neutral: otherwise
/// somebody who has answered next to nothing would fit everybody perfectly, and be placed first. All is counted in
/// quarters, so that no rounding makes a heavier weight on something good lower the fit.
fn mean(sum: u64, known: u64, missing: u64) -> i64 {
    let neutral = (4 * missing).min(known + missing);
    let sum = 4 * sum * 1000 + neutral * NEUTRAL as u64;
    sum.checked_div(4 * known + neutral).map_or(NEUTRAL, |mean| mean as i64)
}

/// The fit of one pair. Whoever needs many pairs prepares a [`Scorer`].
pub fn fit(mentee: &Subject, mentor: &Subject, criteria: &Criteria) -> Outcome {
    Scorer::new(criteria, vec![mentee.clone()], vec![mentor.clone()]).fit(0, 0)
}

impl Answers {
    fn new(subject: &Subject, numbers: &mut Numbers) -> Self {
        let profile = &subject.profile;
        Self {
            person: subject.person,
            reports: (numbers.of(&subject.email), numbers.of(&subject.employment.manager_email)),
            team: numbers.of(&subject.employment.team),
            offered: numbers.skills(&profile.skills_offered),
            wanted: numbers.skills(&profile.skills_wanted),
            goals: numbers.list(&profile.goals),
            interests: numbers.list(&profile.interests),
            languages: numbers.list(&profile.languages),
            zone: subject.zone.as_ref().map(|zone| zone.offset_minutes),
            free: Free::read(&profile.availability),
            meeting: profile.meeting,
            style: profile.style,
            experience: Experience { years: profile.experience_years, band: profile.seniority },
        }
    }

    /// How much of `kind` this mentee has with `mentor`.
    fn share(&self, kind: CriterionKind, mentor: &Self) -> Share {
        match kind {
            CriterionKind::Goals => share::goals(&self.goals, &mentor.goals),
            CriterionKind::Skills => share::skills(&self.wanted, &mentor.offered),
            CriterionKind::Style => share::style(self.style, mentor.style),
            CriterionKind::Experience => share::experience(self.experience, mentor.experience),
            CriterionKind::Interests => share::interests(&self.interests, &mentor.interests),
            CriterionKind::Availability => share::availability(self.free.as_ref(), mentor.free.as_ref()),
            CriterionKind::TimeZone => share::zones(self.zone, mentor.zone),
            CriterionKind::Meeting => share::meeting(self.meeting, mentor.meeting),
            CriterionKind::Languages => share::languages(&self.languages, &mentor.languages),
            CriterionKind::OtherTeam => share::other_team(self.team, mentor.team),
            CriterionKind::OwnManager => share::own_manager(self.reports, mentor.reports),
        }
    }
}

/// The same text, case and outer spaces aside, gets the same number; empty text is 0.
#[derive(Default)]
struct Numbers {
    known: HashMap<String, u32>,
}

impl Numbers {
    fn of(&mut self, text: &str) -> u32 {
        let text = plain(text);
        if text.is_empty() {
            return 0;
        }
        let next = self.known.len() as u32 + 1;
        *self.known.entry(text).or_insert(next)
    }

    fn list(&mut self, texts: &[String]) -> Vec<u32> {
        let mut numbers: Vec<u32> =
            texts.iter().map(|text| self.of(text)).filter(|&number| number != 0).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Where a skill is named twice, the higher level counts.
    fn skills(&mut self, skills: &[Skill]) -> Vec<Known> {
        let mut known: Vec<Known> = skills
            .iter()
            .map(|skill| (self.of(&skill.name), skill.level.map_or(0, |level| level as u8 + 1)))
            .filter(|known| known.0 != 0)
            .collect();
        known.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        known.dedup_by_key(|known| known.0);
        known
    }
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

fn detail(kind: CriterionKind, mentee: &Subject, mentor: &Subject) -> Detail {
    let (a, b) = (&mentee.profile, &mentor.profile);
    match kind {
        CriterionKind::Skills => covered(
            a.skills_wanted.iter().map(|skill| skill.name.as_str()),
            b.skills_offered.iter().map(|skill| skill.name.as_str()),
        ),
        CriterionKind::Goals => covered(strs(&a.goals), strs(&b.goals)),
        CriterionKind::Interests => common(&a.interests, &b.interests),
        CriterionKind::Languages => common(&a.languages, &b.languages),
        CriterionKind::TimeZone => match (&mentee.zone, &mentor.zone) {
            (Some(one), Some(two)) => {
                Detail::Overlap(share::overlap(one.offset_minutes, two.offset_minutes) as u16)
            }
            _ => Detail::Plain,
        },
        CriterionKind::Style => match (a.style, b.style) {
            (Some(one), Some(two)) => Detail::Styles(one, two),
            _ => Detail::Plain,
        },
        CriterionKind::Meeting => match (a.meeting, b.meeting) {
            (Some(one), Some(two)) => Detail::Meetings(one, two),
            _ => Detail::Plain,
        },
        CriterionKind::Experience => match (a.experience_years, b.experience_years, a.seniority, b.seniority)
        {
            (Some(one), Some(two), _, _) => Detail::Years(i16::from(two) - i16::from(one)),
            (_, _, Some(one), Some(two)) => Detail::Bands(one, two),
            _ => Detail::Plain,
        },
        CriterionKind::Availability | CriterionKind::OtherTeam | CriterionKind::OwnManager => Detail::Plain,
    }
}

fn strs(texts: &[String]) -> impl Iterator<Item = &str> {
    texts.iter().map(String::as_str)
}

fn covered<'t>(wanted: impl Iterator<Item = &'t str>, offered: impl Iterator<Item = &'t str>) -> Detail {
    let offered: Vec<String> = offered.map(plain).collect();
    let mut wanted: Vec<&str> = wanted.map(str::trim).filter(|text| !text.is_empty()).collect();
    wanted.sort_by(|a, b| plain(a).cmp(&plain(b)).then(a.cmp(b)));
    wanted.dedup_by_key(|text| plain(text));
    let (met, lacking): (Vec<&str>, Vec<&str>) =
        wanted.into_iter().partition(|text| offered.contains(&plain(text)));
    let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect();
    Detail::Covered { met: owned(met), lacking: owned(lacking) }
}

fn common(mentee: &[String], mentor: &[String]) -> Detail {
    match covered(strs(mentee), strs(mentor)) {
        Detail::Covered { met, .. } => Detail::Common(met),
        other => other,
    }
}
