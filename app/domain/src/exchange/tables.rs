//! The tables that the engine's answers are written as, and a plan read back.

use super::records::{Records, write_field};
use super::roster::find;
use super::{Decimal, Fault, Instance, NotDecimal, Reason, Rejection, Source};

/// `plan.csv`: the pairs by mentee and mentor. The score is empty where there are no scores.
pub fn plan_csv(instance: &Instance, pairs: &[(u32, u32)]) -> String {
    let mut text = String::from("mentee,mentor,score\n");
    for &(mentee, mentor) in pairs {
        let score = instance.score(mentee, mentor).map(|score| score.to_string());
        line(&mut text, instance, (mentee, mentor), score);
    }
    text
}

/// `scores.csv`, from which the same scores are read.
pub fn scores_csv(instance: &Instance) -> String {
    let mut text = String::from("mentee,mentor,score\n");
    for arc in instance.scores.iter().flatten() {
        let score = Decimal::new(arc.fit, instance.places).to_string();
        line(&mut text, instance, (arc.mentee, arc.mentor), Some(score));
    }
    text
}

/// `capacities.csv`, with a row for everybody.
pub fn capacities_csv(instance: &Instance) -> String {
    let mut text = String::from("side,id,capacity,minimum,may_close\n");
    let sides = [
        ("mentee", &instance.mentees, &instance.mentee_places),
        ("mentor", &instance.mentors, &instance.mentor_places),
    ];
    for (side, ids, places) in sides {
        for (id, person) in ids.iter().zip(places) {
            text.push_str(side);
            text.push(',');
            write_field(&mut text, id);
            let may_close = if person.may_close { "yes" } else { "no" };
            text.push_str(&format!(",{},{},{may_close}\n", person.capacity, person.minimum));
        }
    }
    text
}

/// The first line of `regret.csv`.
pub fn regret_head() -> &'static str {
    "mentee,mentor,loss\n"
}

/// A mentee's lines of `regret.csv`: what forcing each pair would cost, empty where no plan has it. The losses are in
/// units of the instance's scores.
pub fn regret_rows(text: &mut String, instance: &Instance, mentee: u32, losses: &[(u32, Option<i64>)]) {
    for &(mentor, loss) in losses {
        let loss = loss.map(|units| Decimal::new(units, instance.places).to_string());
        line(text, instance, (mentee, mentor), loss);
    }
}

fn line(text: &mut String, instance: &Instance, (mentee, mentor): (u32, u32), number: Option<String>) {
    for (ids, person) in [(&instance.mentees, mentee), (&instance.mentors, mentor)] {
        write_field(text, ids.get(person as usize).map_or("", String::as_str));
        text.push(',');
    }
    text.push_str(number.as_deref().unwrap_or_default());
    text.push('\n');
}

/// One row of a plan as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub line: u64,
    pub mentee: String,
    pub mentor: String,
    pub score: Option<Decimal>,
}

/// Reads a `plan.csv`, its rows in any order.
///
/// # Errors
/// The first line that has not the form of a plan.
pub fn read_plan(source: &Source) -> Result<Vec<PlanRow>, Fault> {
    let mut records = Records::new(source, &["mentee", "mentor", "score"], 3)?;
    let mut rows = Vec::new();
    while let Some(record) = records.next::<3>()? {
        let [mentee, mentor, given] = record.fields.map(|field| field.into_owned());
        let fault = |reason| records.fault(record.line, reason);
        if mentee.is_empty() {
            return Err(fault(Reason::Empty("mentee")));
        }
        if mentor.is_empty() {
            return Err(fault(Reason::Empty("mentor")));
        }
        let score = match given.parse() {
            Ok(score) => Some(score),
            Err(_) if given.is_empty() => None,
            Err(NotDecimal::Malformed) => return Err(fault(Reason::BadScore(given))),
            Err(NotDecimal::Overflow) => return Err(fault(Reason::Overflow(given))),
        };
        rows.push(PlanRow { line: record.line, mentee, mentor, score });
    }
    Ok(rows)
}

/// The pairs of a plan that was read, by number and in order.
///
/// # Errors
/// The first row that names somebody unknown, gives a pair a second time or has not the pair's score.
pub fn pairs_of(instance: &Instance, rows: &[PlanRow]) -> Result<Vec<(u32, u32)>, Rejection> {
    let mut pairs = Vec::with_capacity(rows.len());
    let mut seen = std::collections::HashSet::new();
    for row in rows {
        let mentee = find(&instance.mentees, &row.mentee)
            .ok_or_else(|| Rejection::UnknownMentee { line: row.line, mentee: row.mentee.clone() })?;
        let mentor = find(&instance.mentors, &row.mentor)
            .ok_or_else(|| Rejection::UnknownMentor { line: row.line, mentor: row.mentor.clone() })?;
        if !seen.insert((mentee, mentor)) {
            return Err(Rejection::DoubledPair { line: row.line });
        }
        let known = instance.score(mentee, mentor);
        if row.score != known {
            return Err(Rejection::WrongScore { line: row.line, given: row.score, known });
        }
        pairs.push((mentee, mentor));
    }
    pairs.sort_unstable();
    Ok(pairs)
}

/// The line of the scores that holds this pair.
pub(super) fn line_of_pair(source: &Source, mentee: &str, mentor: &str) -> Option<u64> {
    let mut records = Records::new(source, &["mentee", "mentor", "score"], 3).ok()?;
    while let Ok(Some(record)) = records.next::<3>() {
        if record.fields[0] == mentee && record.fields[1] == mentor {
            return Some(record.line);
        }
    }
    None
}

/// The line of the quotas that states one, and its rewards: a row for this mentor, or else one for every mentor; of the
/// programme where no mentor is given.
pub(super) fn line_of_quota(source: &Source, mentor: Option<&str>, group: &str) -> Option<(u64, String)> {
    let mut records = Records::new(source, &QUOTAS, 2).ok()?;
    let mut found = None;
    while let Ok(Some(record)) = records.next::<6>() {
        let [scope, of_group, id, _, _, reward] = record.fields;
        if of_group == group && scope.eq_ignore_ascii_case("mentor") == mentor.is_some() {
            if id == mentor.unwrap_or_default() {
                return Some((record.line, reward.into_owned()));
            }
            if id.is_empty() {
                found = Some((record.line, reward.into_owned()));
            }
        }
    }
    found
}

/// The columns of the quotas; the first two must be there.
pub(super) const QUOTAS: [&str; 6] = ["scope", "group", "id", "at_least", "at_most", "reward"];

/// The line of the capacities that holds this person.
pub(super) fn line_of_person(source: &Source, mentor: bool, id: &str) -> Option<u64> {
    let names = ["side", "id", "capacity", "minimum", "may_close"];
    let mut records = Records::new(source, &names, 3).ok()?;
    while let Ok(Some(record)) = records.next::<5>() {
        if record.fields[0].eq_ignore_ascii_case("mentor") == mentor && record.fields[1] == id {
            return Some(record.line);
        }
    }
    None
}
