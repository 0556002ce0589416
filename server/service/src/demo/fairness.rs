//! What mentees of the demo say of themselves for fairness: the same for everybody on every machine.

use super::people::People;
use super::programmes::Running;
use crate::Change;
use crate::entity::fairness_answer;
use crate::error::Result;
use domain::Role;
use domain::fairness::Question;
use sea_orm::{EntityTrait, Set};

/// What "Women in Tech 26" asks: who has the first answer, the second and so on, of every so many mentees in the order of the
/// table. An empty one has said nothing. Few work on shifts: too few to be shown.
const ASKED: &[(&str, &[&str], &[&str])] = &[
    ("First of the family at university", &["yes", "no"], &["yes", "no", "no", "yes", "no", "", "yes"]),
    (
        "Working time",
        &["full time", "part time", "on shifts"],
        &[
            "full time",
            "part time",
            "part time",
            "",
            "full time",
            "part time",
            "full time",
            "part time",
            "full time",
            "full time",
            "part time",
            "full time",
            "on shifts",
        ],
    ),
];

/// The questions of "Women in Tech 26".
pub(super) fn asked() -> Vec<Question> {
    let question = |(text, choices, _): &(&str, &[&str], &[&str])| Question {
        text: (*text).to_owned(),
        choices: choices.iter().map(ToString::to_string).collect(),
    };
    ASKED.iter().map(question).collect()
}

/// Lets the mentees answer; two of three let it be used for matching too.
pub(super) async fn answer(change: &Change, people: &People, running: &Running) -> Result<()> {
    let mut rows = vec![];
    for (number, person) in people.with_role("wit", Role::Mentee.as_str()).enumerate() {
        for (question, _, answers) in ASKED {
            let choice = answers[number % answers.len()];
            if !choice.is_empty() {
                rows.push(fairness_answer::ActiveModel {
                    person_id: Set(person.id.0),
                    programme_id: Set(running.id.0),
                    question: Set((*question).to_owned()),
                    choice: Set(choice.to_owned()),
                    for_figures: Set(true),
                    for_matching: Set(!number.is_multiple_of(3)),
                    for_comparing: Set(false),
                    said_at: Set(change.now.plus_days(-9).0),
                });
            }
        }
    }
    fairness_answer::Entity::insert_many(rows).exec_without_returning(change.tx()).await?;
    Ok(())
}
