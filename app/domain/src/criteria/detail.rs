//! What a reason is about, in the words of the people.

use super::answers::{Numbers, plain};
use super::diversity::apart;
use super::reason::{Detail, StandIn};
use super::skill::{Cover, Known};
use super::{CriterionKind, Subject, share};
use crate::person::Skill;

/// What the reason `kind` is about between the two.
pub(super) fn detail(kind: CriterionKind, mentee: &Subject, mentor: &Subject) -> Detail {
    let (a, b) = (&mentee.profile, &mentor.profile);
    match kind {
        CriterionKind::Skills => skills(&a.skills_wanted, &b.skills_offered),
        CriterionKind::Goals => {
            let (met, lacking) = parted(&a.goals, &b.goals);
            Detail::Covered { met, close: vec![], lacking }
        }
        CriterionKind::Interests => Detail::Common(parted(&a.interests, &b.interests).0),
        CriterionKind::Languages => Detail::Common(parted(&a.languages, &b.languages).0),
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
        CriterionKind::Wish => {
            let rank = |one: &Subject, other: &Subject| {
                one.wishes.iter().position(|wish| *wish == other.person).map(|rank| rank as u16 + 1)
            };
            Detail::Ranks { mentee: rank(mentee, mentor), mentor: rank(mentor, mentee) }
        }
        CriterionKind::Background => {
            let mut numbers = Numbers::default();
            let (mentee, mentor) =
                (numbers.attributes(&mentee.attributes), numbers.attributes(&mentor.attributes));
            let (apart, both) = apart(&mentee, &mentor);
            Detail::Apart { apart, both }
        }
        CriterionKind::Availability
        | CriterionKind::OtherTeam
        | CriterionKind::OwnManager
        | CriterionKind::Earlier => Detail::Plain,
    }
}

/// Of the wanted skills, once each and by name, those that are offered, those that have a stand-in, and the others.
fn skills(wanted: &[Skill], offered: &[Skill]) -> Detail {
    let mut numbers = Numbers::default();
    let mut read = |skills: &[Skill]| -> Vec<(Known, String)> {
        let one = |skill: &Skill| Some((Known::skill(skill, &mut numbers)?, skill.name.trim().to_owned()));
        let mut read: Vec<(Known, String)> = skills.iter().filter_map(one).collect();
        read.sort_by(|a, b| a.0.order(&b.0).then_with(|| a.1.cmp(&b.1)));
        read.dedup_by(|later, earlier| later.0.is_same(&earlier.0));
        read.sort_by(|a, b| a.1.cmp(&b.1));
        read
    };
    let (wanted, offered) = (read(wanted), read(offered));
    let (mut met, mut close, mut lacking) = (vec![], vec![], vec![]);
    for (skill, name) in wanted {
        // The list is sorted, and of equals the first is taken.
        let best = offered.iter().rev().max_by_key(|(other, _)| skill.covered_by(other));
        match best.map(|(other, by)| (skill.covered_by(other), by)) {
            Some((Cover::Itself(_), _)) => met.push(name),
            Some((Cover::Close(_), by)) => close.push(StandIn { wanted: name, offered: by.clone() }),
            Some((Cover::No, _)) | None => lacking.push(name),
        }
    }
    Detail::Covered { met, close, lacking }
}

/// What of `wanted` is among `offered` and what is not, each once and sorted.
fn parted(wanted: &[String], offered: &[String]) -> (Vec<String>, Vec<String>) {
    let offered: Vec<String> = offered.iter().map(|text| plain(text)).collect();
    let mut wanted: Vec<&str> =
        wanted.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    wanted.sort_by(|a, b| plain(a).cmp(&plain(b)).then(a.cmp(b)));
    wanted.dedup_by_key(|text| plain(text));
    wanted.into_iter().map(str::to_owned).partition(|text| offered.contains(&plain(text)))
}
