//! Single values as lists write them, in the languages of their authors.

use super::{Reason, fold};
use crate::Role;
use crate::person::{Level, Meeting, Seniority, Skill, Style};

/// The most mentees that one person can offer to take.
pub const MOST_PLACES: i64 = 50;

const ROLES: &[(&[Role], &str)] = &[
    (&[Role::Mentor], "mentor|mentors|mentorin|mentorinnen|mentoren|mentora|mentores|mentore|mentori|mentorka|mentorzy|mentorer|mentorerna|mentorid|mentorit|mentrice|coach|tutor|guide|advisor|adviser"),
    (&[Role::Mentee], "mentee|mentees|mentii|menti|mentorado|mentorada|mentorados|mentorizado|mentorizada|mentorizados|mentorando|mentoranda|mentoree|mentorees|protege|protegee|telemaque|apprenant|apprenante|learner|aprendiz|aprendiente|leerling|podopieczny|podopieczna|podopieczni|mentorowany|mentorowana|adept|adepter|adepti|aktori|aktorit|mentorato|mentorata|mentoreret|menteer|menteet|uczestnik|mentorand"),
    (&[Role::Mentor, Role::Mentee], "both|beide|beides|beiden|allebei|ambos|ambas|entrambi|entrambe|deux|les|oba|obie|obydwa|obydwie|obaj|bada|begge|molemmat|all|oboje|ikisi|amandoi"),
];

/// Words between two roles, and the endings of forms that name both genders.
const ROLE_FILLERS: [&str; 27] = [
    "and", "und", "et", "y", "e", "i", "och", "og", "ja", "en", "or", "oder", "ou", "o", "of", "lub", "eller", "tai",
    "in", "innen", "a", "as", "the", "als", "roles", "roller", "rollen",
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
    const NO: &str = "no|n|false|f|0|nein|non|faux|nao|falso|nie|falsz|nej|nei|ei|off|ne|hayir|falsch|usann|nem|nee";
    let text = text.trim();
    if matches!(text, "✓" | "✔" | "☑" | "✅" | "●") {
        return Ok(true);
    }
    if matches!(text, "✗" | "✘" | "☐" | "❌" | "○") {
        return Ok(false);
    }
    let first = fold(text);
    let is = |words: &str| words.split('|').any(|word| word == first || first.strip_suffix(" 0") == Some(word));
    match (is(YES), is(NO)) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => Err(Reason::NotYesOrNo),
    }
}

/// A whole number out of "3", "3.0", "3,0", "max. 3", "3 mentees" or "three".
pub fn number(text: &str) -> Result<i64, Reason> {
    const NUMBERS: [&str; 7] = [
        "none|zero|null|kein|keine|keinen|aucun|ninguno|nenhum|nessuno|geen|zaden|ingen|inga|ei mitaan",
        "one|ein|eins|eine|einen|un|une|uno|una|um|uma|een|jeden|jedna|en|ett|et|yksi",
        "two|zwei|deux|dos|dois|duas|due|twee|dwa|dwie|dwoje|tva|to|kaksi",
        "three|drei|trois|tres|tre|drie|trzy|troje|kolme",
        "four|vier|quatre|cuatro|quatro|quattro|cztery|fyra|fire|nelja",
        "five|funf|fuenf|cinq|cinco|cinque|vijf|piec|fem|viisi",
        "six|sechs|seis|sei|zes|szesc|sex|seks|kuusi",
    ];
    let folded = fold(text);
    if let Some(at) = NUMBERS.iter().position(|words| words.split('|').any(|word| word == folded)) {
        return Ok(at as i64);
    }
    let text = text.trim();
    let start = text.find(|letter: char| letter.is_numeric()).ok_or(Reason::NotANumber)?;
    let end = text[start..].find(|letter: char| !is_part_of_number(letter)).map_or(text.len(), |at| start + at);
    let (before, digits, after) = (&text[..start], &text[start..end], &text[end..]);
    if after.contains(char::is_numeric) || before.trim_end().ends_with(['.', ',', '/', ':']) && !before.contains(char::is_alphabetic) {
        return Err(Reason::NotANumber);
    }
    let negative = before.trim_end().ends_with(['-', '−', '–']);
    let digits = digits.trim_end_matches(['.', ',']);
    let whole = match digits.split_once(['.', ',']) {
        Some((whole, rest)) if rest.chars().all(|letter| letter == '0') => whole,
        Some(_) => return Err(Reason::NotANumber),
        None => digits,
    };
    let value: i64 = whole.parse().map_err(|_| Reason::NotANumber)?;
    Ok(if negative { -value } else { value })
}

fn is_part_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',')
}

/// How many mentees somebody takes, 0 to [`MOST_PLACES`].
pub fn capacity(text: &str) -> Result<u8, Reason> {
    within(number(text)?, 0, MOST_PLACES)
}

/// Whole years of experience, 0 to 70: "5", "5 years", "10+", "3,5 Jahre"; the lower end of "5-10".
pub fn experience(text: &str) -> Result<u8, Reason> {
    let text = text.trim();
    let text = text.trim_start_matches(|letter: char| letter == '>' || letter == '<' || letter == '~' || letter == ' ');
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    match digits.parse::<i64>() {
        Ok(years) => {
            let rest = &text[digits.len()..];
            // A date or a year of birth is not a number of years.
            let is_date = rest.starts_with(['/', '.']) && rest[1..].contains(['/', '.']);
            if is_date || digits.len() > 3 { Err(Reason::NotANumber) } else { within(years, 0, 70) }
        }
        Err(_) => within(number(text)?, 0, 70),
    }
}

fn within(value: i64, least: i64, most: i64) -> Result<u8, Reason> {
    u8::try_from(value)
        .ok()
        .filter(|_| (least..=most).contains(&value))
        .ok_or(Reason::OutOfRange { least, most })
}

const SENIORITIES: &[(Seniority, &str)] = &[
    (Seniority::Executive, "executive|exec|director|vp|svp|evp|vice president|president|c level|cxo|ceo|cto|cfo|coo|chief|board|partner|geschaftsfuhrung|geschaftsfuhrer|geschaftsfuhrerin|vorstand|direktor|direktorin|directeur|directrice|dirigeant|cadre dirigeant|directivo|diretor|diretora|executivo|ejecutivo|dirigente|direttore|direttrice|directie|dyrektor|zarzad|chef|direktion|johtaja|leitend|leitende"),
    (Seniority::Lead, "lead|leader|team lead|teamlead|tech lead|principal|staff|head|manager|expert|architect|leiter|leiterin|teamleiter|teamleiterin|leitung|responsable|chef d equipe|lider|lider de equipo|jefe|encargado|responsabile|capo|teamleider|kierownik|lider zespolu|ekspert|teamledare|teamleder|leder|tiiminvetaja|experte|expertin|experto|esperto|especialista|coordinador|manadzer"),
    (Seniority::Senior, "senior|sr|snr|experienced|advanced|seniorin|erfahren|erfahrene|confirme|confirmee|experimente|experimentee|sénior|experimentado|experiente|pleno senior|esperto senior|ervaren|starszy|starsza|doswiadczony|erfaren|kokenut|seniori"),
    (Seniority::Mid, "mid|middle|mid level|midlevel|mid senior|mid career|intermediate|medior|medium|regular|professional|associate|standard|mittel|mittlere|mittelstufe|berufserfahren|fortgeschritten|intermediaire|moyen|medio|intermedio|media|semi senior|semisenior|ssr|pleno|intermedio|middel|gemiddeld|sredni|samodzielny|mellan|mellem|mellom|keskitaso|specialist"),
    (Seniority::Junior, "junior|jr|jnr|entry|entry level|graduate|trainee|intern|apprentice|beginner|starter|new|student|juniorin|einsteiger|einsteigerin|berufseinsteiger|berufseinsteigerin|berufsanfanger|anfanger|praktikant|praktikantin|azubi|auszubildende|werkstudent|werkstudentin|debutant|debutante|stagiaire|alternant|apprenti|principiante|becario|becaria|practicante|estagiario|estagiaria|iniciante|principiante|apprendista|tirocinante|stagista|beginnend|stagiair|mlodszy|mlodsza|stazysta|stazystka|praktykant|nyborjare|praktikant|nybegynder|nybegynner|elev|harjoittelija|juniori|aloittelija"),
];

/// The band that a level names: "Senior", "Sr. Engineer", "Berufseinsteiger".
pub fn seniority(text: &str) -> Result<Seniority, Reason> {
    by_words(SENIORITIES, text).ok_or(Reason::NotALevel)
}

const LEVELS: &[(Level, &str)] = &[
    (Level::Expert, "expert|master|guru|experte|expertin|experto|esperto|especialista|perito|ekspert|asiantuntija|excellent|ausgezeichnet"),
    (Level::Advanced, "advanced|senior|proficient|strong|fortgeschritten|erfahren|avance|avancee|confirme|avanzado|avancado|avanzato|gevorderd|zaawansowany|avancerad|avanceret|avansert|edistynyt|sehr gut|good|very good"),
    (Level::Intermediate, "intermediate|medium|mid|mittel|intermediaire|moyen|intermedio|medio|gemiddeld|sredniozaawansowany|sredni|medel|mellem|middels|keskitaso|gut|solid"),
    (Level::Beginner, "beginner|basic|basics|novice|junior|anfanger|grundkenntnisse|grundlagen|debutant|notions|principiante|basico|iniciante|base|beginnend|basis|poczatkujacy|podstawowy|nyborjare|grunder|begynder|nybegynner|aloittelija|perusteet"),
];

/// A skill with the level behind it, where there is one: "Rust (expert)", "SQL: basic", "Go - Fortgeschritten".
pub fn skill(text: &str) -> Skill {
    let text = text.trim();
    let end = text.strip_suffix([')', ']']).unwrap_or(text);
    let parted = [end.rsplit_once(['(', '[']), text.rsplit_once(':'), text.rsplit_once(" - "), text.rsplit_once(" – ")];
    for (name, level) in parted.into_iter().flatten() {
        let found = LEVELS.iter().find(|(_, words)| words.split('|').any(|word| word == fold(level)));
        if let Some((level, _)) = found
            && !name.trim().is_empty()
        {
            return Skill { level: Some(*level), ..Skill::named(name) };
        }
    }
    Skill::named(text)
}

const MEETINGS: &[(Meeting, &str)] = &[
    (Meeting::Either, "either|both|any|no preference|egal|beides|beide|hybrid|hybride|flexible|flexibel|flexibilite|indifferent|peu importe|indiferente|indifferente|les deux|ambos|ambas|entrambi|entrambe|qualsiasi|cualquiera|qualquer|da igual|tanto faz|geen voorkeur|maakt niet uit|beiden|allebei|obojetne|bez znaczenia|dowolnie|dowolna|hybrydowo|oba|obie|mix|mixed|gemischt|mixte|mixto|misto|hibrido|ibrido|spelar ingen roll|valfritt|bada|ligegyldigt|begge|begge dele|valgfrit|uten betydning|valgfritt|kumpi vain|molemmat|ei valia|keine praferenz|sans preference|sin preferencia|sem preferencia|nessuna preferenza|whatever|doesn t matter|does not matter|online or in person|in person or online|anywhere|vrai"),
    (Meeting::InPerson, "in person|inperson|face to face|f2f|on site|onsite|office|in office|live|physical|physically|offline|personal|personlich|persoenlich|vor ort|prasenz|praesenz|in prasenz|buro|im buro|presentiel|en presentiel|en personne|sur place|face a face|au bureau|presencial|en persona|presencialmente|cara a cara|in presenza|di persona|dal vivo|sede|presenza|op locatie|fysiek|persoonlijk|face to face|op kantoor|osobiscie|stacjonarnie|na zywo|na miejscu|stacjonarne|pa plats|personligen|fysiskt|fysisk|pa kontoret|personligt|fremmode|ansigt til ansigt|personlig|oppmote|ansikt til ansikt|kasvotusten|paikan paalla|lahi|lahitapaaminen|osobne"),
    (Meeting::Video, "video|video call|videocall|video conference|online|on line|remote|remotely|virtual|virtually|digital|zoom|teams|ms teams|microsoft teams|google meet|webex|skype|call|phone|distance|videoanruf|videokonferenz|videocall|virtuell|online treffen|remote meeting|fern|a distance|distanciel|en ligne|visio|visioconference|en visio|virtuel|en linea|videollamada|videoconferencia|remoto|a distancia|videochamada|videoconferencia|em linha|da remoto|remota|videochiamata|videoconferenza|a distanza|virtuale|op afstand|videobellen|digitaal|virtueel|zdalnie|zdalne|wideo|przez internet|wirtualnie|wideokonferencja|pa distans|distans|videosamtal|digitalt|virtuellt|videomode|virtuelt|videomote|etana|etayhteys|verkossa|etatapaaminen|virtuaalisesti"),
];

/// How somebody likes to meet.
pub fn meeting(text: &str) -> Result<Meeting, Reason> {
    let whole = fold(text);
    let exact = |words: &str, text: &str| words.split('|').any(|word| word == text);
    if let Some((meeting, _)) = MEETINGS.iter().find(|(_, words)| exact(words, &whole)) {
        return Ok(*meeting);
    }
    // "Video / in person", "online (Teams)": each part by itself.
    let parts = text.split([',', ';', '|', '/', '(', '&', '+', ')']).flat_map(|part| {
        let mut parts = vec![part];
        for word in [" or ", " oder ", " ou ", " o ", " and ", " und ", " et ", " lub ", " eller ", " tai ", " of "] {
            parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
        }
        parts
    });
    let found: Vec<Meeting> =
        parts.filter_map(|part| MEETINGS.iter().find(|(_, words)| exact(words, &fold(part))).map(|(way, _)| *way)).collect();
    match found.as_slice() {
        [] => contained(&whole).ok_or(Reason::NotAMeeting),
        all if all.iter().all(|way| *way == all[0]) => Ok(all[0]),
        _ => Ok(Meeting::Either),
    }
}

/// A way of meeting that only one kind of words in a sentence names: "preferably online".
fn contained(whole: &str) -> Option<Meeting> {
    let padded = format!(" {whole} ");
    let mut ways = MEETINGS.iter().filter(|(_, words)| words.split('|').any(|word| padded.contains(&format!(" {word} "))));
    match (ways.next(), ways.next()) {
        (Some((way, _)), None) => Some(*way),
        (Some(_), Some(_)) => Some(Meeting::Either),
        _ => None,
    }
}

const STYLES: &[(Style, &str)] = &[
    (Style::Direct, "direct|straightforward|candid|frank|direkt|direkte|directo|direto|diretto|bezposredni|bezposrednio|rakt|suora"),
    (Style::Reflective, "reflective|reflecting|thoughtful|listening|reflektiert|reflektierend|nachdenklich|reflexif|reflechi|reflexivo|riflessivo|reflectief|reflektiv|reflekterande|reflekterende|refleksyjny|pohdiskeleva"),
    (Style::Structured, "structured|organised|organized|planned|systematic|strukturiert|organisiert|systematisch|structure|structuree|organise|estructurado|organizado|estruturado|strutturato|organizzato|gestructureerd|strukturerad|struktureret|strukturert|ustrukturyzowany|uporzadkowany|jarjestelmallinen"),
    (Style::Exploring, "exploring|explorative|exploratory|open|curious|spontaneous|explorativ|erkundend|entdeckend|offen|neugierig|exploratoire|curieux|explorador|exploratorio|curioso|esplorativo|verkennend|nieuwsgierig|utforskande|udforskende|utforskende|odkrywczy|eksplorujacy|tutkiva"),
];

/// How somebody likes to work.
pub fn style(text: &str) -> Result<Style, Reason> {
    by_words(STYLES, text).ok_or(Reason::NotAStyle)
}

/// The first value one of whose words is the whole text, or else stands in it as a word.
fn by_words<T: Copy>(all: &[(T, &str)], text: &str) -> Option<T> {
    let whole = fold(text);
    let exact = all.iter().find(|(_, words)| words.split('|').any(|word| word == whole));
    let padded = format!(" {whole} ");
    let within =
        || all.iter().find(|(_, words)| words.split('|').any(|word| word.len() > 1 && padded.contains(&format!(" {word} "))));
    exact.or_else(within).map(|(value, _)| *value)
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
            (&both, "Mentor/Mentee|mentor & mentee|Mentor, Mentee|both|Beide|les deux|Mentee und Mentor|båda"),
            (&Err(Reason::NotARole), "Supervisor|mentor?x|no|Mentor of the year|12|/"),
        ] {
            for text in texts.split('|') {
                assert_eq!(&roles(text), expect, "{text}");
            }
        }
    }

    #[test]
    fn numbers_are_understood_and_impossible_ones_refused() {
        let range = Err(Reason::OutOfRange { least: 0, most: 50 });
        for (text, expect) in [
            ("2", Ok(2)),
            ("3.0", Ok(3)),
            ("3,0", Ok(3)),
            ("max. 3", Ok(3)),
            ("3 mentees", Ok(3)),
            ("up to 4", Ok(4)),
            ("two", Ok(2)),
            ("0", Ok(0)),
            ("-1", range.clone()),
            ("−1", range.clone()),
            ("99", range.clone()),
            ("999999999999999999999", Err(Reason::NotANumber)),
            ("minus two", Err(Reason::NotANumber)),
            ("many", Err(Reason::NotANumber)),
            ("2.5", Err(Reason::NotANumber)),
            ("1-2", Err(Reason::NotANumber)),
            ("1/2", Err(Reason::NotANumber)),
            ("31/31/2019", Err(Reason::NotANumber)),
            ("٣", Err(Reason::NotANumber)),
            ("", Err(Reason::NotANumber)),
        ] {
            assert_eq!(capacity(text), expect, "{text}");
        }
        for (text, expect) in [("5 years", Ok(5)), ("10+", Ok(10)), ("3,5 Jahre", Ok(3)), ("5-10", Ok(5)), ("> 8", Ok(8))] {
            assert_eq!(experience(text), expect, "{text}");
        }
        for text in ["19/10/2016", "2016-10-19", "long", "1987", "19.10.2016"] {
            assert!(experience(text).is_err(), "{text}");
        }
    }

    #[test]
    fn words_for_levels_meetings_and_styles_are_understood() {
        for (text, expect) in [
            ("mid", Ok(Seniority::Mid)),
            ("Sr. Engineer", Ok(Seniority::Senior)),
            ("Principal", Ok(Seniority::Lead)),
            ("Berufseinsteiger", Ok(Seniority::Junior)),
            ("Débutante", Ok(Seniority::Junior)),
            ("Geschäftsführung", Ok(Seniority::Executive)),
            ("starszy", Ok(Seniority::Senior)),
            ("L5", Err(Reason::NotALevel)),
        ] {
            assert_eq!(seniority(text), expect, "{text}");
        }
        for (text, expect) in [
            ("Video", Ok(Meeting::Video)),
            ("vor Ort", Ok(Meeting::InPerson)),
            ("egal", Ok(Meeting::Either)),
            ("En présentiel", Ok(Meeting::InPerson)),
            ("Video / vor Ort", Ok(Meeting::Either)),
            ("online (Teams)", Ok(Meeting::Video)),
            ("lieber online", Ok(Meeting::Video)),
            ("zdalnie", Ok(Meeting::Video)),
            ("på plats", Ok(Meeting::InPerson)),
            ("pigeon", Err(Reason::NotAMeeting)),
        ] {
            assert_eq!(meeting(text), expect, "{text}");
        }
        assert_eq!(style("Strukturiert"), Ok(Style::Structured));
        assert_eq!(skill("Rust (Expert)"), Skill { name: "rust".into(), level: Some(Level::Expert) });
        assert_eq!(skill("SQL: Grundkenntnisse"), Skill { name: "sql".into(), level: Some(Level::Beginner) });
        assert_eq!(skill("C++ (modern)"), Skill::named("c++ (modern)"));
        assert_eq!(skill("(expert)"), Skill::named("(expert)"));
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
