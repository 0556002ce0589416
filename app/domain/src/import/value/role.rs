//! Who is what, and yes or no.

use crate::Role;
use crate::import::{Reason, fold};

const ROLES: &[(&[Role], &str)] = &[
    (
        &[Role::Mentor],
        "mentor|mentors|mentorin|mentorinnen|mentoren|mentora|mentores|mentore|mentori|mentorka|mentorzy|mentorer|mentorerna|mentorid|mentorit|mentrice|coach|tutor|guide|advisor|adviser",
    ),
    (
        &[Role::Mentee],
        "mentee|mentees|mentii|menti|mentorado|mentorada|mentorados|mentorizado|mentorizada|mentorizados|mentorando|mentoranda|mentoree|mentorees|protege|protegee|telemaque|apprenant|apprenante|learner|aprendiz|aprendiente|leerling|podopieczny|podopieczna|podopieczni|mentorowany|mentorowana|adept|adepter|adepti|aktori|aktorit|mentorato|mentorata|mentoreret|menteer|menteet|uczestnik|mentorand",
    ),
    (
        &[Role::Mentor, Role::Mentee],
        "both|beide|beides|beiden|allebei|ambos|ambas|entrambi|entrambe|deux|les|oba|obie|obydwa|obydwie|obaj|bada|begge|molemmat|all|oboje|ikisi|amandoi",
    ),
];

/// Words between two roles, and the endings of forms that name both genders.
const ROLE_FILLERS: [&str; 27] = [
    "and", "und", "et", "y", "e", "i", "och", "og", "ja", "en", "or", "oder", "ou", "o", "of", "lub",
    "eller", "tai", "in", "innen", "a", "as", "the", "als", "roles", "roller", "rollen",
];

/// The roles that a cell names: mentor, mentee, or both, in any order.
pub fn roles(text: &str) -> Result<Vec<Role>, Reason> {
    let lower = text.to_lowercase();
    let mut found = Vec::new();
    for raw in lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = fold(raw);
        // French "mentoré" is who has a mentor; Italian "mentore" is one. Folding would make them the same.
        let is_french_mentee = matches!(raw, "mentoré" | "mentorée" | "mentorés" | "mentorées");
        let named = ROLES.iter().find(|(_, words)| words.split('|').any(|known| known == word));
        match named {
            _ if is_french_mentee => found.push(Role::Mentee),
            Some((roles, _)) => found.extend_from_slice(roles),
            None if ROLE_FILLERS.contains(&word.as_str()) => {}
            None => return Err(Reason::NotARole),
        }
    }
    found.sort();
    found.dedup();
    if found.is_empty() { Err(Reason::NotARole) } else { Ok(found) }
}

/// Yes or no.
pub fn yes_or_no(text: &str) -> Result<bool, Reason> {
    const YES: &str = "yes|y|true|t|1|x|ja|j|oui|o|vrai|si|s|verdadero|verdadeiro|vero|sim|tak|prawda|kylla|k|on|ano|da|evet|wahr|sann|sandt|jah|igen";
    const NO: &str =
        "no|n|false|f|0|nein|non|faux|nao|falso|nie|falsz|nej|nei|ei|off|ne|hayir|falsch|usann|nem|nee";
    let text = text.trim();
    if matches!(text, "✓" | "✔" | "☑" | "✅" | "●") {
        return Ok(true);
    }
    if matches!(text, "✗" | "✘" | "☐" | "❌" | "○") {
        return Ok(false);
    }
    let first = fold(text);
    let is =
        |words: &str| words.split('|').any(|word| word == first || first.strip_suffix(" 0") == Some(word));
    match (is(YES), is(NO)) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => Err(Reason::NotYesOrNo),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_understood_in_many_forms() {
        let (mentor, mentee, both) =
            (Ok(vec![Role::Mentor]), Ok(vec![Role::Mentee]), Ok(vec![Role::Mentor, Role::Mentee]));
        for (expect, texts) in [
            (&mentor, "Mentor|MENTOR|Mentor:in|Mentor*in|Mentor/in|Mentorin|mentore|mentora|Mentor(in)"),
            (&mentee, "mentee|Mentees|mentoré|Mentorée|mentorado|Podopieczny|Adept|aktori|mentorizada"),
            (
                &both,
                "Mentor/Mentee|mentor & mentee|Mentor, Mentee|both|Beide|les deux|Mentee und Mentor|båda",
            ),
            (&Err(Reason::NotARole), "Supervisor|mentor?x|no|Mentor of the year|12|/"),
        ] {
            for text in texts.split('|') {
                assert_eq!(&roles(text), expect, "{text}");
            }
        }
    }

    #[test]
    fn yes_and_no_are_understood() {
        for text in ["yes", "Ja", "x", "1", "TRUE", "sí", "Oui", "✓", "tak", "Kyllä", "1.0"] {
            assert_eq!(yes_or_no(text), Ok(true), "{text}");
        }
        for text in ["no", "Nein", "0", "false", "non", "não", "ei", "☐"] {
            assert_eq!(yes_or_no(text), Ok(false), "{text}");
        }
        assert_eq!(yes_or_no("perhaps"), Err(Reason::NotYesOrNo));
    }
}
