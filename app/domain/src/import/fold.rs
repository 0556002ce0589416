//! Writing compared without regard to case, accents and punctuation.

/// `text` in lower case without accents, its words parted by single spaces: "E-Mail-Adresse (dienstlich)" becomes
/// "e mail adresse dienstlich". Letters of other scripts stay as they are.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if is_mark(letter) {
            continue;
        }
        let plain = plain(letter);
        if plain.is_empty() && !letter.is_alphanumeric() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        if plain.is_empty() { out.push(letter) } else { out.push_str(plain) }
    }
    out
}

/// Combining accents, as decomposed text has them, and the invisible marks that spreadsheets leave behind.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

/// The plain form of an accented Latin letter; empty for every other character.
fn plain(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ª' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ĝ' | 'ġ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ĺ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'º' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn writing_is_compared_without_case_accents_and_punctuation() {
        for (text, expect) in [
            ("E-Mail-Adresse", "e mail adresse"),
            ("  Führungskraft ", "fuhrungskraft"),
            ("Prénom", "prenom"),
            ("Pre\u{301}nom", "prenom"),
            ("Centres d’intérêt", "centres d interet"),
            ("Nærmeste leder", "naermeste leder"),
            ("Größe (max.)", "grosse max"),
            ("İsim", "isim"),
            ("\u{feff}Name", "name"),
            ("الاسم", "الاسم"),
            ("n°", "n"),
            ("", ""),
        ] {
            assert_eq!(fold(text), expect, "{text}");
        }
    }
}
