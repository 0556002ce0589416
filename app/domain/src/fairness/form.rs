//! The questions of a programme as they are typed: one a line, "Gender: woman, man, another".

use super::Question;
use crate::form::{Check, FieldError, Problem};

/// More questions than this are a census.
pub const MOST_QUESTIONS: usize = 5;
/// More answers than this make groups too small to be shown.
pub const MOST_CHOICES: usize = 12;
/// The longest question or answer, in characters.
const LIMIT: usize = 80;
/// The name of the form's field.
const FIELD: &str = "questions";

/// The questions, or what is wrong with them.
///
/// # Errors
/// All problems, of the one field `questions`.
pub fn read_questions(text: &str) -> Result<Vec<Question>, Vec<FieldError>> {
    let mut check = Check::default();
    let mut questions: Vec<Question> = vec![];
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for (number, line) in lines.enumerate() {
        let read = read_question(line).filter(|new| questions.iter().all(|old| old.text != new.text));
        match read {
            Some(question) => questions.push(question),
            None => check.refuse(FIELD, Problem::NotAQuestion { line: number + 1 }),
        }
    }
    if questions.len() > MOST_QUESTIONS {
        check.refuse(FIELD, Problem::OutOfRange { least: 0, most: MOST_QUESTIONS as i64 });
    }
    let texts = |question: &Question| [question.text.clone()].into_iter().chain(question.choices.clone());
    if questions.iter().flat_map(texts).any(|text| text.chars().count() > LIMIT) {
        check.refuse(FIELD, Problem::TooLong { limit: LIMIT });
    }
    check.done(questions)
}

/// A question has two answers at least, and none twice.
fn read_question(line: &str) -> Option<Question> {
    let (text, choices) = line.split_once(':')?;
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let choices: Vec<String> = choices.split(',').map(tidy).collect();
    let doubled = choices.iter().enumerate().any(|(at, choice)| choices[..at].contains(choice));
    let text = tidy(text);
    let is_whole = !text.is_empty() && choices.iter().all(|choice| !choice.is_empty());
    let is_right = is_whole && !doubled && (2..=MOST_CHOICES).contains(&choices.len());
    is_right.then_some(Question { text, choices })
}

/// The same as it is typed.
pub fn write_questions(questions: &[Question]) -> String {
    let line = |question: &Question| format!("{}: {}", question.text, question.choices.join(", "));
    questions.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<Problem> {
        read_questions(text).unwrap_err().into_iter().map(|error| error.problem).collect()
    }

    #[test]
    fn what_was_typed_is_read_and_written_the_same() {
        let typed = " Gender :woman,  man, another\r\n\nFirst of the family at university: yes, no\n";
        let read = read_questions(typed).unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(
            write_questions(&read),
            "Gender: woman, man, another\nFirst of the family at university: yes, no"
        );
        assert_eq!(read_questions(&write_questions(&read)), Ok(read));
        assert_eq!(read_questions(" \n"), Ok(vec![]));
    }

    #[test]
    fn a_line_that_is_no_question_is_named() {
        let wrong = |line| Problem::NotAQuestion { line };
        assert_eq!(problems("Gender"), [wrong(1)]);
        assert_eq!(problems("A: x, y\nGender: woman"), [wrong(2)], "one answer is no question");
        assert_eq!(problems("A: x, x"), [wrong(1)]);
        assert_eq!(problems("A: x,, y"), [wrong(1)]);
        assert_eq!(problems("A: x, y\nA: z, w"), [wrong(2)]);
        let many: String = (0..6).map(|number| format!("{number}: x, y\n")).collect();
        assert_eq!(problems(&many), [Problem::OutOfRange { least: 0, most: 5 }]);
        assert_eq!(problems(&format!("A: x, {}", "y".repeat(81))), [Problem::TooLong { limit: 80 }]);
    }
}
