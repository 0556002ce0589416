//! What a heading says its column holds.

use super::dictionary::{FILLERS, HEADINGS, NAMES, NUMBERS, QUESTIONS};
use super::{Field, fold};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// How sure a heading is of itself, 0 to 100.
pub(super) type Score = u8;

/// A heading is one of those that lists use.
pub(super) const EXACT: Score = 100;
/// So it is without a remark in brackets, or in one of two languages.
const NEARLY: Score = 90;
/// So it is without words like "your" and "mentee's", or numbered.
const STRIPPED: Score = 85;
/// Its words sound like it.
const SOUNDS: Score = 60;

/// What `heading` says its column holds, and how surely.
pub(super) fn field(heading: &str) -> Option<(Field, Score)> {
    let whole = fold(heading);
    if let Some(field) = exact(&whole) {
        return Some((field, EXACT));
    }
    let bare = without_brackets(heading);
    let parts = heading.split(['/', '|', '\n', '–', '—']).map(str::to_owned);
    if let Some(field) = std::iter::once(bare).chain(parts).find_map(|part| exact(&fold(&part))) {
        return Some((field, NEARLY));
    }
    let stripped = without_fillers(&fold(&without_brackets(heading)));
    if let Some(field) = exact(&stripped) {
        return Some((field, STRIPPED));
    }
    question(&whole).map(|field| (field, SOUNDS))
}

/// Whether `heading` is only "ID", "No." or the like, so that the cells decide.
pub(super) fn is_number(heading: &str) -> bool {
    let whole = fold(heading);
    heading.trim() == "#" || NUMBERS.split('|').any(|word| word == whole)
}

/// Whether `heading` is only "name" in some language, which beside a first name means the last name.
pub(super) fn is_plain_name(heading: &str) -> bool {
    let whole = fold(heading);
    NAMES.split('|').any(|word| word == whole)
}

/// Whether `heading` is of a second part of a first or last name, which joins the first part.
pub(super) fn is_second_part(heading: &str) -> bool {
    const SECOND: [&str; 9] = [
        "middle name",
        "middle names",
        "segundo nombre",
        "drugie imie",
        "segundo apellido",
        "apellido materno",
        "tussenvoegsel",
        "tussenvoegsels",
        "voorvoegsel",
    ];
    SECOND.contains(&fold(heading).as_str())
}

/// Whether `heading` says that the last name comes first.
pub(super) fn is_last_first(heading: &str) -> bool {
    let words = fold(heading);
    let at = |names: &[&str]| names.iter().filter_map(|name| words.find(name)).min();
    let last = at(&[
        "last name",
        "surname",
        "nachname",
        "cognome",
        "apellido",
        "nazwisko",
        "achternaam",
        "efternamn",
        "efternavn",
        "etternavn",
        "sukunimi",
    ]);
    let first = at(&[
        "first name",
        "given name",
        "vorname",
        "nome",
        "nombre",
        "imie",
        "voornaam",
        "fornamn",
        "fornavn",
        "etunimi",
    ]);
    matches!((last, first), (Some(last), Some(first)) if last < first)
}

fn exact(folded: &str) -> Option<Field> {
    static ALL: OnceLock<HashMap<&str, Field>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all = HashMap::new();
        for (field, headings) in HEADINGS {
            for heading in headings.split('|') {
                all.entry(heading).or_insert(*field);
            }
        }
        all
    });
    if let Some(field) = all.get(folded) {
        return Some(*field);
    }
    // The words of `--map` are headings as well, so that Trellis's own lists come back.
    Field::ALL.iter().copied().find(|field| *field != Field::Ignore && fold(field.as_str()) == folded)
}

fn without_brackets(heading: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for letter in heading.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            letter if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    out
}

fn without_fillers(folded: &str) -> String {
    static ALL: OnceLock<HashSet<&str>> = OnceLock::new();
    let fillers = ALL.get_or_init(|| FILLERS.split('|').collect());
    let kept: Vec<&str> = folded.split(' ').filter(|word| !fillers.contains(word)).collect();
    kept.join(" ")
}

fn question(folded: &str) -> Option<Field> {
    let words: Vec<&str> = folded.split(' ').collect();
    let occurs = |start: &str| words.iter().any(|word| word.starts_with(start));
    let fits = |rule: &str| rule.split('|').any(|all| all.split(' ').all(occurs));
    QUESTIONS.iter().find(|(_, rule)| fits(rule)).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headings: &str, expect: Field) {
        for heading in headings.split(" | ") {
            assert_eq!(field(heading).map(|(field, _)| field), Some(expect), "{heading}");
        }
    }

    #[test]
    fn headings_of_many_languages_are_understood() {
        check(
            "Vorname | Prénom | First Name | Imię | Förnamn | Fornavn | Etunimi | Voornaam",
            Field::FirstName,
        );
        check(
            "Nachname | Nom de famille | Apellidos | Cognome | Sobrenome | Achternaam | Nazwisko",
            Field::LastName,
        );
        check(
            "Full name | Vor- und Nachname | Nom et prénom | Nombre y apellidos | Imię i nazwisko",
            Field::Name,
        );
        check(
            "E-Mail | E-mail address | Courriel | Correo electrónico | E-postadress | Sähköposti",
            Field::Email,
        );
        check(
            "Employee ID | Personalnummer | Matricule | Nº de empleado | Matricola | Ansattnummer",
            Field::ExternalId,
        );
        check(
            "Führungskraft | Reports to | Manager email | Supérieur hiérarchique | Przełożony",
            Field::Manager,
        );
        check(
            "Manager's e-mail | Leidinggevende | Närmaste chef | Nærmeste leder | Esihenkilö",
            Field::Manager,
        );
        check(
            "Abteilung | Département | Departamento | Dział | Avdelning | Osasto | Department",
            Field::Team,
        );
        check("Standort | Ville | Ciudad | Cidade | Città | Miasto | Country | By", Field::Location);
        check(
            "Möchte lernen | Souhaite apprendre | Quiere aprender | Wil leren | Chce się nauczyć",
            Field::SkillsWanted,
        );
        check("Which skills would you like to learn? | Was möchtest du lernen?", Field::SkillsWanted);
        check(
            "Can help with | Kann helfen bei | Peut aider | Puede ayudar con | Kan hjälpa till med",
            Field::SkillsOffered,
        );
        check("Was kannst du weitergeben? | What could you help others with?", Field::SkillsOffered);
        check("Ziele | Objectifs | Objetivos | Obiettivi | Doelen | Cele | Mål | Tavoitteet", Field::Goals);
        check(
            "Sprachen | Langues parlées | Idiomas | Lingue | Talen | Języki | Språk | Sprog",
            Field::Languages,
        );
        check(
            "Zeitzone | Fuseau horaire | Zona horaria | Fuso orario | Tijdzone | Strefa czasowa",
            Field::TimeZone,
        );
        check(
            "Verfügbarkeit | Disponibilité | Disponibilidad | Dostępność | Tillgänglighet",
            Field::Availability,
        );
        check("Treffen | Rencontres | Modalidad | Incontri | Spotkania | Meeting preference", Field::Meeting);
        check(
            "Mentees (max) | Kapazität | Capacité | Plazas | Posti | Aantal mentees | Liczba podopiecznych",
            Field::Capacity,
        );
        check("How many mentees could you take on?", Field::Capacity);
        check("Level | Karrierestufe | Niveau | Livello | Poziom | Nivel", Field::Seniority);
        check("Programme role | Rolle im Programm | Mentor/Mentee | Ruolo", Field::Role);
        check("Notes | Start date | Bemerkungen | Téléphone | Data di nascita", Field::Ignore);
        check("Your e-mail address | E-Mail (dienstlich) | E-Mail / Courriel", Field::Email);
        check("Skill 1 | Skill 2 | Kenntnisse | Compétences", Field::Skills);
        assert_eq!(field("Qwertz"), None);
        assert_eq!(field(""), None);
    }

    #[test]
    fn the_dictionary_is_folded() {
        for (_, words) in HEADINGS.iter().chain(QUESTIONS) {
            for word in words.split('|') {
                assert_eq!(fold(word), word);
            }
        }
    }

    #[test]
    fn last_names_may_come_first() {
        assert!(is_last_first("Nachname, Vorname"));
        assert!(is_last_first("Last name / First name"));
        assert!(!is_last_first("First and last name"));
        assert!(!is_last_first("Name"));
    }
}
