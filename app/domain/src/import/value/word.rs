//! Words of closed sets: seniority, level, way of meeting, style.

use crate::import::{Reason, fold};
use crate::person::{Level, Meeting, Seniority, Skill, Style};

const SENIORITIES: &[(Seniority, &str)] = &[
    (
        Seniority::Executive,
        "executive|exec|director|vp|svp|evp|vice president|president|c level|cxo|ceo|cto|cfo|coo|chief|board|partner|geschaftsfuhrung|geschaftsfuhrer|geschaftsfuhrerin|vorstand|direktor|direktorin|directeur|directrice|dirigeant|cadre dirigeant|directivo|diretor|diretora|executivo|ejecutivo|dirigente|direttore|direttrice|directie|dyrektor|zarzad|chef|direktion|johtaja|leitend|leitende",
    ),
    (
        Seniority::Lead,
        "lead|leader|team lead|teamlead|tech lead|principal|staff|head|manager|expert|architect|leiter|leiterin|teamleiter|teamleiterin|leitung|responsable|chef d equipe|lider|lider de equipo|jefe|encargado|responsabile|capo|teamleider|kierownik|lider zespolu|ekspert|teamledare|teamleder|leder|tiiminvetaja|experte|expertin|experto|esperto|especialista|coordinador|manadzer",
    ),
    (
        Seniority::Senior,
        "senior|sr|snr|experienced|advanced|seniorin|erfahren|erfahrene|confirme|confirmee|experimente|experimentee|sénior|experimentado|experiente|pleno senior|esperto senior|ervaren|starszy|starsza|doswiadczony|erfaren|kokenut|seniori",
    ),
    (
        Seniority::Mid,
        "mid|middle|mid level|midlevel|mid senior|mid career|intermediate|medior|medium|regular|professional|associate|standard|mittel|mittlere|mittelstufe|berufserfahren|fortgeschritten|intermediaire|moyen|medio|intermedio|media|semi senior|semisenior|ssr|pleno|intermedio|middel|gemiddeld|sredni|samodzielny|mellan|mellem|mellom|keskitaso|specialist",
    ),
    (
        Seniority::Junior,
        "junior|jr|jnr|entry|entry level|graduate|trainee|intern|apprentice|beginner|starter|new|student|juniorin|einsteiger|einsteigerin|berufseinsteiger|berufseinsteigerin|berufsanfanger|anfanger|praktikant|praktikantin|azubi|auszubildende|werkstudent|werkstudentin|debutant|debutante|stagiaire|alternant|apprenti|principiante|becario|becaria|practicante|estagiario|estagiaria|iniciante|principiante|apprendista|tirocinante|stagista|beginnend|stagiair|mlodszy|mlodsza|stazysta|stazystka|praktykant|nyborjare|praktikant|nybegynder|nybegynner|elev|harjoittelija|juniori|aloittelija",
    ),
];

/// The band that a level names: "Senior", "Sr. Engineer", "Berufseinsteiger".
pub fn seniority(text: &str) -> Result<Seniority, Reason> {
    by_words(SENIORITIES, text).ok_or(Reason::NotALevel)
}

const LEVELS: &[(Level, &str)] = &[
    (
        Level::Expert,
        "expert|master|guru|experte|expertin|experto|esperto|especialista|perito|ekspert|asiantuntija|excellent|ausgezeichnet",
    ),
    (
        Level::Advanced,
        "advanced|senior|proficient|strong|fortgeschritten|erfahren|avance|avancee|confirme|avanzado|avancado|avanzato|gevorderd|zaawansowany|avancerad|avanceret|avansert|edistynyt|sehr gut|good|very good",
    ),
    (
        Level::Intermediate,
        "intermediate|medium|mid|mittel|intermediaire|moyen|intermedio|medio|gemiddeld|sredniozaawansowany|sredni|medel|mellem|middels|keskitaso|gut|solid",
    ),
    (
        Level::Beginner,
        "beginner|basic|basics|novice|junior|anfanger|grundkenntnisse|grundlagen|debutant|notions|principiante|basico|iniciante|base|beginnend|basis|poczatkujacy|podstawowy|nyborjare|grunder|begynder|nybegynner|aloittelija|perusteet",
    ),
];

/// A skill with the level behind it, where there is one: "Rust (expert)", "SQL: basic", "Go - Fortgeschritten".
pub fn skill(text: &str) -> Skill {
    let text = text.trim();
    let end = text.strip_suffix([')', ']']).unwrap_or(text);
    let parted = [
        end.rsplit_once(['(', '[']),
        text.rsplit_once(':'),
        text.rsplit_once(" - "),
        text.rsplit_once(" – "),
    ];
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
    (
        Meeting::Either,
        "either|both|any|no preference|egal|beides|beide|hybrid|hybride|flexible|flexibel|flexibilite|indifferent|peu importe|indiferente|indifferente|les deux|ambos|ambas|entrambi|entrambe|qualsiasi|cualquiera|qualquer|da igual|tanto faz|geen voorkeur|maakt niet uit|beiden|allebei|obojetne|bez znaczenia|dowolnie|dowolna|hybrydowo|oba|obie|mix|mixed|gemischt|mixte|mixto|misto|hibrido|ibrido|spelar ingen roll|valfritt|bada|ligegyldigt|begge|begge dele|valgfrit|uten betydning|valgfritt|kumpi vain|molemmat|ei valia|keine praferenz|sans preference|sin preferencia|sem preferencia|nessuna preferenza|whatever|doesn t matter|does not matter|online or in person|in person or online|anywhere|vrai",
    ),
    (
        Meeting::InPerson,
        "in person|inperson|face to face|f2f|on site|onsite|office|in office|live|physical|physically|offline|personal|personlich|persoenlich|vor ort|prasenz|praesenz|in prasenz|buro|im buro|presentiel|en presentiel|en personne|sur place|face a face|au bureau|presencial|en persona|presencialmente|cara a cara|in presenza|di persona|dal vivo|sede|presenza|op locatie|fysiek|persoonlijk|face to face|op kantoor|osobiscie|stacjonarnie|na zywo|na miejscu|stacjonarne|pa plats|personligen|fysiskt|fysisk|pa kontoret|personligt|fremmode|ansigt til ansigt|personlig|oppmote|ansikt til ansikt|kasvotusten|paikan paalla|lahi|lahitapaaminen|osobne",
    ),
    (
        Meeting::Video,
        "video|video call|videocall|video conference|online|on line|remote|remotely|virtual|virtually|digital|zoom|teams|ms teams|microsoft teams|google meet|webex|skype|call|phone|distance|videoanruf|videokonferenz|videocall|virtuell|online treffen|remote meeting|fern|a distance|distanciel|en ligne|visio|visioconference|en visio|virtuel|en linea|videollamada|videoconferencia|remoto|a distancia|videochamada|videoconferencia|em linha|da remoto|remota|videochiamata|videoconferenza|a distanza|virtuale|op afstand|videobellen|digitaal|virtueel|zdalnie|zdalne|wideo|przez internet|wirtualnie|wideokonferencja|pa distans|distans|videosamtal|digitalt|virtuellt|videomode|virtuelt|videomote|etana|etayhteys|verkossa|etatapaaminen|virtuaalisesti",
    ),
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
        for word in
            [" or ", " oder ", " ou ", " o ", " and ", " und ", " et ", " lub ", " eller ", " tai ", " of "]
        {
            parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
        }
        parts
    });
    let found: Vec<Meeting> = parts
        .filter_map(|part| MEETINGS.iter().find(|(_, words)| exact(words, &fold(part))).map(|(way, _)| *way))
        .collect();
    match found.as_slice() {
        [] => contained(&whole).ok_or(Reason::NotAMeeting),
        all if all.iter().all(|way| *way == all[0]) => Ok(all[0]),
        _ => Ok(Meeting::Either),
    }
}

/// A way of meeting that only one kind of words in a sentence names: "preferably online".
fn contained(whole: &str) -> Option<Meeting> {
    let padded = format!(" {whole} ");
    let mut ways = MEETINGS
        .iter()
        .filter(|(_, words)| words.split('|').any(|word| padded.contains(&format!(" {word} "))));
    match (ways.next(), ways.next()) {
        (Some((way, _)), None) => Some(*way),
        (Some(_), Some(_)) => Some(Meeting::Either),
        _ => None,
    }
}

const STYLES: &[(Style, &str)] = &[
    (
        Style::Direct,
        "direct|straightforward|candid|frank|direkt|direkte|directo|direto|diretto|bezposredni|bezposrednio|rakt|suora",
    ),
    (
        Style::Reflective,
        "reflective|reflecting|thoughtful|listening|reflektiert|reflektierend|nachdenklich|reflexif|reflechi|reflexivo|riflessivo|reflectief|reflektiv|reflekterande|reflekterende|refleksyjny|pohdiskeleva",
    ),
    (
        Style::Structured,
        "structured|organised|organized|planned|systematic|strukturiert|organisiert|systematisch|structure|structuree|organise|estructurado|organizado|estruturado|strutturato|organizzato|gestructureerd|strukturerad|struktureret|strukturert|ustrukturyzowany|uporzadkowany|jarjestelmallinen",
    ),
    (
        Style::Exploring,
        "exploring|explorative|exploratory|open|curious|spontaneous|explorativ|erkundend|entdeckend|offen|neugierig|exploratoire|curieux|explorador|exploratorio|curioso|esplorativo|verkennend|nieuwsgierig|utforskande|udforskende|utforskende|odkrywczy|eksplorujacy|tutkiva",
    ),
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
    let within = || {
        all.iter().find(|(_, words)| {
            words.split('|').any(|word| word.len() > 1 && padded.contains(&format!(" {word} ")))
        })
    };
    exact.or_else(within).map(|(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
