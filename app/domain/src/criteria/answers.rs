//! Everybody's answers as numbers.

use super::availability::Free;
use super::diversity::{Attribute, difference};
use super::share::{self, Experience, Share, Standing};
use super::skill::Known;
use super::{CriterionKind, Subject};
use crate::PersonId;
use crate::person::{Meeting, Skill, Style};
use std::collections::HashMap;

/// What one person has answered.
#[derive(Debug)]
pub(super) struct Answers {
    pub(super) person: PersonId,
    pub(super) standing: Standing,
    pub(super) offered: Vec<Known>,
    pub(super) wanted: Vec<Known>,
    pub(super) goals: Vec<Known>,
    pub(super) interests: Vec<Known>,
    pub(super) languages: Vec<u32>,
    pub(super) zone: Option<i32>,
    pub(super) free: Option<Free>,
    pub(super) meeting: Option<Meeting>,
    pub(super) style: Option<Style>,
    pub(super) experience: Experience,
    pub(super) earlier: Vec<PersonId>,
    pub(super) wishes: Vec<PersonId>,
    pub(super) apart: Vec<PersonId>,
    pub(super) matters: Vec<CriterionKind>,
    /// What was asked and what was answered, sorted, each question once.
    pub(super) background: Vec<(u32, u32)>,
}

impl Answers {
    pub(super) fn new(subject: &Subject, numbers: &mut Numbers) -> Self {
        let (profile, employment) = (&subject.profile, &subject.employment);
        Self {
            person: subject.person,
            standing: Standing {
                own: numbers.of(&subject.email),
                team: numbers.of(&employment.team),
                manager: numbers.of(&employment.manager_email),
                above: numbers.of(&subject.second_manager),
            },
            offered: skills(&profile.skills_offered, numbers),
            wanted: skills(&profile.skills_wanted, numbers),
            goals: numbers.list(&profile.goals).into_iter().map(Known::plain).collect(),
            interests: numbers.list(&profile.interests).into_iter().map(Known::plain).collect(),
            languages: numbers.list(&profile.languages),
            zone: subject.zone.as_ref().map(|zone| zone.offset_minutes),
            free: Free::read(&profile.availability),
            meeting: profile.meeting,
            style: profile.style,
            experience: Experience { years: profile.experience_years, band: profile.seniority },
            earlier: subject.earlier.clone(),
            wishes: subject.wishes.clone(),
            apart: subject.apart.clone(),
            matters: subject.matters.clone(),
            background: numbers.attributes(&subject.attributes),
        }
    }

    /// Whether one of the two would rather not be matched with the other.
    pub(super) fn is_apart_from(&self, other: &Self) -> bool {
        self.apart.contains(&other.person) || other.apart.contains(&self.person)
    }

    /// Whether `kind` matters more than usual to this person.
    pub(super) fn minds(&self, kind: CriterionKind) -> bool {
        self.matters.contains(&kind)
    }

    /// How much of `kind` this mentee has with `mentor`.
    pub(super) fn share(&self, kind: CriterionKind, mentor: &Self) -> Share {
        match kind {
            CriterionKind::Goals => share::covered(&self.goals, &mentor.goals),
            CriterionKind::Skills => share::covered(&self.wanted, &mentor.offered),
            CriterionKind::Style => share::style(self.style, mentor.style),
            CriterionKind::Experience => share::experience(self.experience, mentor.experience),
            CriterionKind::Interests => share::interests(&self.interests, &mentor.interests),
            CriterionKind::Availability => share::availability(self.free.as_ref(), mentor.free.as_ref()),
            CriterionKind::TimeZone => share::zones(self.zone, mentor.zone),
            CriterionKind::Meeting => share::meeting(self.meeting, mentor.meeting),
            CriterionKind::Languages => share::languages(&self.languages, &mentor.languages),
            CriterionKind::OtherTeam => share::other_team(self.standing, mentor.standing),
            CriterionKind::OwnManager => share::own_manager(self.standing, mentor.standing),
            CriterionKind::Earlier => {
                share::earlier((self.person, &self.earlier), (mentor.person, &mentor.earlier))
            }
            CriterionKind::Background => difference(&self.background, &mentor.background),
            CriterionKind::Wish => share::wish((self.person, &self.wishes), (mentor.person, &mentor.wishes)),
        }
    }
}

/// Where a skill is named twice, the higher level counts.
fn skills(skills: &[Skill], numbers: &mut Numbers) -> Vec<Known> {
    let mut known: Vec<Known> = skills.iter().filter_map(|skill| Known::skill(skill, numbers)).collect();
    known.sort_unstable_by(Known::order);
    known.dedup_by(|later, earlier| later.is_same(earlier));
    known
}

/// The same text, case and outer spaces aside, gets the same number; empty text is 0.
#[derive(Default)]
pub(super) struct Numbers {
    known: HashMap<String, u32>,
}

impl Numbers {
    pub(super) fn of(&mut self, text: &str) -> u32 {
        let text = plain(text);
        if text.is_empty() {
            return 0;
        }
        let next = self.known.len() as u32 + 1;
        *self.known.entry(text).or_insert(next)
    }

    pub(super) fn attributes(&mut self, all: &[Attribute]) -> Vec<(u32, u32)> {
        let mut numbers: Vec<(u32, u32)> =
            all.iter().map(|one| (self.of(&one.question), self.of(&one.answer))).collect();
        numbers.retain(|(question, answer)| *question != 0 && *answer != 0);
        numbers.sort_unstable();
        numbers.dedup_by_key(|one| one.0);
        numbers
    }

    fn list(&mut self, texts: &[String]) -> Vec<u32> {
        let mut numbers: Vec<u32> =
            texts.iter().map(|text| self.of(text)).filter(|&number| number != 0).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// A text as goals, interests and languages are compared.
pub(super) fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}
