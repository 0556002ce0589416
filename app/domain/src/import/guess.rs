//! Which column holds what: guessed from headings and first rows, remembered, chosen by hand.

use super::heading::{self, Score};
use super::shape::Shape;
use super::table::Table;
use super::zone::Zones;
use super::{Field, Refusal, fold};
use crate::Role;
use serde::{Deserialize, Serialize};

/// What each column holds, in the order of the headings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(pub Vec<Field>);

/// A cell whose content alone says what it is counts less than a heading that sounds like it.
const BY_CONTENT: Score = 50;

/// Guesses what each column of `table` holds.
pub fn guess(table: &Table, zones: &Zones) -> Mapping {
    let shapes: Vec<Shape> = (0..table.headings.len())
        .map(|at| Shape::of(table.rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_str), zones))
        .collect();
    let mut wishes: Vec<Option<(Field, Score)>> =
        table.headings.iter().zip(&shapes).map(|(heading, shape)| wish(heading, shape)).collect();
    settle_names(&table.headings, &mut wishes);
    settle_skills(&mut wishes);
    let mut mapping = Mapping(vec![Field::Ignore; table.headings.len()]);
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(wishes[*at].map_or(0, |(_, score)| score)));
    for at in order {
        if let Some((field, score)) = wishes[at]
            && mapping.may_take(field, &table.headings[at], score)
        {
            mapping.0[at] = field;
        }
    }
    mapping
}

/// What one column seems to hold.
fn wish(heading: &str, shape: &Shape) -> Option<(Field, Score)> {
    if heading::is_number(heading) {
        let numbers_people = shape.is_unique() && !shape.counts_rows && !shape.has_emails(50);
        return numbers_people.then_some((Field::ExternalId, 70)).or_else(|| by_content(shape));
    }
    let (field, score) = heading::field(heading).or_else(|| by_content(shape))?;
    let empty = shape.filled == 0;
    match field {
        Field::Mentor | Field::Mentee if empty || !shape.has_yes_or_no() => None,
        // "Role" is what somebody does, unless the cells say mentor and mentee.
        Field::Role if !empty && !shape.has_roles() => match fold(heading).as_str() {
            "role" | "rolle" | "rol" | "roll" | "rola" | "ruolo" | "papel" | "rooli" => {
                Some((Field::Job, 70))
            }
            "type" | "typ" | "tipo" | "art" | "kind" => None,
            _ => Some((field, score)),
        },
        Field::Capacity | Field::Experience if !empty && !shape.has_numbers() && score < heading::EXACT => {
            None
        }
        Field::Experience if !empty && !shape.has_numbers() => None,
        // An answer to "Do you agree that we use your e-mail?" is no address.
        Field::Email if !empty && !shape.has_emails(30) => Some((field, BY_CONTENT)),
        // The main part comes first, whatever the order of the columns.
        Field::FirstName | Field::LastName if heading::is_second_part(heading) => Some((field, 70)),
        // "Contact" and "User" may be either.
        Field::Name | Field::ExternalId if shape.has_emails(80) => by_content(shape),
        // The address of the manager beats their name.
        Field::Manager if shape.has_emails(50) => Some((field, score.saturating_add(1))),
        _ => Some((field, score)),
    }
}

fn by_content(shape: &Shape) -> Option<(Field, Score)> {
    match () {
        () if shape.has_emails(80) && shape.is_unique() => Some((Field::Email, BY_CONTENT)),
        () if shape.has_roles() => Some((Field::Role, BY_CONTENT)),
        () if shape.has_zones() => Some((Field::TimeZone, BY_CONTENT)),
        () if shape.has_languages() => Some((Field::Languages, BY_CONTENT)),
        () => None,
    }
}

/// "Name" beside "Vorname" is the last name; "Nombre" beside "Apellidos" is the first; beside both it says nothing new.
fn settle_names(headings: &[String], wishes: &mut [Option<(Field, Score)>]) {
    let has =
        |wishes: &[Option<(Field, Score)>], field| wishes.iter().flatten().any(|(wish, _)| *wish == field);
    let (first, last) = (has(wishes, Field::FirstName), has(wishes, Field::LastName));
    for (heading, wish) in headings.iter().zip(wishes.iter_mut()) {
        let Some((Field::Name, score)) = *wish else { continue };
        let plain = heading::is_plain_name(heading);
        *wish = match (first, last) {
            (true, true) => None,
            (true, false) if plain => Some((Field::LastName, score)),
            (false, true) if plain => Some((Field::FirstName, score)),
            _ => Some((Field::Name, score)),
        };
    }
    let whole = has(wishes, Field::Name);
    for wish in wishes.iter_mut() {
        if whole && matches!(wish, Some((Field::FirstName | Field::LastName, _))) {
            *wish = None;
        }
    }
}

/// "Skills" beside "Wants to learn" are those that somebody has.
fn settle_skills(wishes: &mut [Option<(Field, Score)>]) {
    let has = |field| wishes.iter().flatten().any(|(wish, _)| *wish == field);
    if has(Field::SkillsWanted) && !has(Field::SkillsOffered) {
        for (field, _) in wishes.iter_mut().flatten() {
            if *field == Field::Skills {
                *field = Field::SkillsOffered;
            }
        }
    }
}

impl Mapping {
    /// Whether a guess may give `field` to one more column.
    fn may_take(&self, field: Field, heading: &str, score: Score) -> bool {
        let taken = self.0.contains(&field);
        match field {
            Field::Ignore => true,
            Field::FirstName | Field::LastName => !taken || heading::is_second_part(heading),
            // "Skill 1", "Skill 2"; "City", "Country".
            Field::Location => !taken || score == heading::EXACT,
            field if field.is_list() => !taken || score > BY_CONTENT + 20,
            _ => !taken,
        }
    }

    /// What was remembered for lists with the same headings, whatever their order.
    pub fn remembered(headings: &[String], remembered: &[(String, Field)]) -> Self {
        let of = |heading: &String| remembered.iter().find(|(known, _)| *known == fold(heading));
        Self(headings.iter().map(|heading| of(heading).map_or(Field::Ignore, |(_, field)| *field)).collect())
    }

    /// What to remember.
    pub fn to_remember(&self, headings: &[String]) -> Vec<(String, Field)> {
        headings.iter().map(|heading| fold(heading)).zip(self.0.iter().copied()).collect()
    }

    /// Applies what somebody said by heading ("Heading=field"). A field that was guessed for another column and can
    /// be held by one only is taken away from there.
    ///
    /// # Errors
    /// [`Refusal::UnknownHeading`], [`Refusal::FieldTwice`].
    pub fn choose(&mut self, headings: &[String], choices: &[(String, Field)]) -> Result<(), Refusal> {
        let mut chosen = Vec::new();
        for (wanted, field) in choices {
            let at = find_heading(headings, wanted)
                .ok_or_else(|| Refusal::UnknownHeading { heading: wanted.clone() })?;
            chosen.push(at);
            self.0[at] = *field;
        }
        for (other, field) in self.0.iter_mut().enumerate() {
            let taken = choices.iter().any(|(_, choice)| choice == field && field.joins_with().is_none());
            if taken && !chosen.contains(&other) {
                *field = Field::Ignore;
            }
        }
        self.check(headings)
    }

    /// Whether people can be read with this mapping.
    ///
    /// # Errors
    /// [`Refusal::FieldTwice`], [`Refusal::NobodyColumn`].
    pub fn check(&self, headings: &[String]) -> Result<(), Refusal> {
        for (at, field) in self.0.iter().enumerate() {
            let first = self.0[..at].iter().position(|other| other == field);
            if let (Some(first), None) = (first, field.joins_with()) {
                let name = |at: usize| headings.get(at).cloned().unwrap_or_default();
                return Err(Refusal::FieldTwice { field: *field, first: name(first), second: name(at) });
            }
        }
        if !self.has(Field::Email) && !self.has(Field::ExternalId) {
            return Err(Refusal::NobodyColumn);
        }
        Ok(())
    }

    /// Whether a column holds `field`.
    pub fn has(&self, field: Field) -> bool {
        self.0.contains(&field)
    }

    /// Whether a column says who takes part as what.
    pub fn says_role(&self) -> bool {
        self.has(Field::Role) || self.has(Field::Mentor) || self.has(Field::Mentee)
    }

    /// The role of everybody in a list without a column for it, as its other columns and its name suggest.
    pub fn suggested_role(&self, file_name: &str) -> Option<Role> {
        if self.says_role() {
            return None;
        }
        let offers = self.has(Field::SkillsOffered) || self.has(Field::Capacity);
        let wants = self.has(Field::SkillsWanted);
        match (offers, wants) {
            (true, false) => return Some(Role::Mentor),
            (false, true) => return Some(Role::Mentee),
            _ => {}
        }
        let name = fold(file_name);
        let names = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let mentees = names(&["mentee", "mentori", "mentorad", "mentoriz", "adept", "podopieczn", "aktori"])
            || file_name.to_lowercase().contains("mentoré");
        match (mentees, name.replace("mentee", "").contains("mentor")) {
            (true, _) => Some(Role::Mentee),
            (false, true) => Some(Role::Mentor),
            _ => None,
        }
    }
}

fn find_heading(headings: &[String], wanted: &str) -> Option<usize> {
    let exact = headings.iter().position(|heading| heading == wanted.trim());
    exact.or_else(|| headings.iter().position(|heading| !heading.is_empty() && fold(heading) == fold(wanted)))
}

/// Reads `Heading=field`. The heading may hold an equals sign.
///
/// # Errors
/// [`Refusal::NotAMapping`], [`Refusal::UnknownField`].
pub fn parse_choice(text: &str) -> Result<(String, Field), Refusal> {
    let (heading, word) =
        text.rsplit_once('=').ok_or_else(|| Refusal::NotAMapping { text: text.to_owned() })?;
    let wanted = fold(word);
    let field =
        Field::ALL.iter().find(|field| fold(field.as_str()) == wanted || fold(field.label()) == wanted);
    match field {
        Some(field) => Ok((heading.trim().to_owned(), *field)),
        None => Err(Refusal::UnknownField { word: word.trim().to_owned() }),
    }
}
