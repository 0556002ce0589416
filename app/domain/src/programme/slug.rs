//! A programme's name in addresses: short, lower-case, of plain letters and digits, and unique.

/// The longest slug, without a number that makes it unique.
const LONGEST: usize = 48;

/// Addresses below `/programmes/` that are pages of their own.
const RESERVED: &[&str] = &["new"];

/// The slug that `name` asks for: accents fold ("Führung" becomes "fuhrung"), anything else becomes a hyphen. A name
/// without a single Latin letter or digit becomes "programme".
pub fn from_name(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.replace('&', " and ").chars().flat_map(char::to_lowercase) {
        let folded = match letter {
            'a'..='z' | '0'..='9' => Some(letter.to_string()),
            other => fold(other).map(str::to_owned),
        };
        match folded {
            Some(letters) => slug.push_str(&letters),
            // An apostrophe joins ("women's" is one word); combining marks belong to the letter before.
            None if matches!(letter, '\'' | '’' | '\u{300}'..='\u{36f}') => {}
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    if slug.len() > LONGEST {
        let cut = slug[..LONGEST].rfind('-').filter(|at| *at >= LONGEST / 2).unwrap_or(LONGEST);
        slug.truncate(cut);
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "programme".into() } else { slug.into() }
}

/// The slug for `name` that is not among `taken`: the plain one, else with the first free number from 2.
pub fn choose(name: &str, taken: &[String]) -> String {
    let base = from_name(name);
    let free = |slug: &str| !RESERVED.contains(&slug) && !taken.iter().any(|other| other == slug);
    if free(&base) {
        return base;
    }
    (2..).map(|number: u32| format!("{base}-{number}")).find(|slug| free(slug)).unwrap_or(base)
}

/// What a lower-case Latin letter outside ASCII is folded to.
fn fold(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(name: &str, expect: &str) {
        assert_eq!(from_name(name), expect, "{name}");
    }

    #[test]
    fn names_become_addresses() {
        check("Women in Tech 26", "women-in-tech-26");
        check("  Führungskräfte: Nachwuchs & Talente  ", "fuhrungskrafte-nachwuchs-and-talente");
        check("Women's circle", "womens-circle");
        check("Łódź — żółć", "lodz-zolc");
        check("برنامج الإرشاد", "programme");
        check("导师计划 2026", "2026");
        check("!!!", "programme");
        check("Große Straße", "grosse-strasse");
        check("cafe\u{301}", "cafe");
    }

    #[test]
    fn taken_and_reserved_names_get_a_number() {
        assert_eq!(choose("New", &[]), "new-2");
        assert_eq!(choose("Buddies", &[]), "buddies");
        assert_eq!(choose("Buddies", &["buddies".into(), "buddies-2".into()]), "buddies-3");
    }

    proptest! {
        #[test]
        fn every_name_has_a_clean_slug(name in "\\PC{0,120}") {
            let slug = from_name(&name);
            prop_assert!(!slug.is_empty() && slug.len() <= LONGEST);
            prop_assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            prop_assert_eq!(from_name(&slug), slug);
        }
    }
}
