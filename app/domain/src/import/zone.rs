//! Time zones as people write them. The list of names comes from whoever has it, as none is kept here.

use super::fold;
use std::collections::HashMap;

/// Understands time zones, given all IANA names.
#[derive(Clone, Debug, Default)]
pub struct Zones {
    /// From folded names and cities to IANA names.
    names: HashMap<String, String>,
}

/// Abbreviations, countries with one zone, Windows names, and large cities that have no zone of their own. Where an
/// abbreviation has several meanings, the one with most people at work in it is taken. Folded.
const OTHERS: &[(&str, &str)] = &[
    ("Etc/UTC", "utc|gmt|z|zulu|universal|greenwich mean time|coordinated universal time|uct"),
    (
        "Europe/London",
        "bst|uk|united kingdom|great britain|england|scotland|wales|gb|britain|gmt standard time|manchester|edinburgh|birmingham|bristol|leeds|glasgow|londres|londra|londen|londyn",
    ),
    ("Europe/Dublin", "ireland|irland|irlande|irish time"),
    ("Europe/Lisbon", "wet|west|portugal|lisboa|lissabon|lisbonne|porto|western european time"),
    (
        "Europe/Berlin",
        "cet|cest|mez|mesz|hec|central european time|central european summer time|mitteleuropaische zeit|w europe standard time|germany|deutschland|allemagne|alemania|munich|munchen|muenchen|hamburg|frankfurt|cologne|koln|koeln|stuttgart|dusseldorf|leipzig|dresden|berlino|berlim|berlijn",
    ),
    ("Europe/Vienna", "wien|austria|osterreich|graz|salzburg|linz"),
    ("Europe/Zurich", "switzerland|schweiz|suisse|geneva|genf|geneve|basel|bern|lausanne"),
    (
        "Europe/Paris",
        "france|frankreich|romance standard time|lyon|marseille|toulouse|nantes|lille|bordeaux|parigi|parijs",
    ),
    ("Europe/Madrid", "spain|espana|spanien|barcelona|valencia|sevilla|bilbao|malaga"),
    ("Europe/Rome", "italy|italia|italien|roma|rom|milan|milano|mailand|torino|turin|napoli|bologna|firenze"),
    ("Europe/Amsterdam", "netherlands|nederland|niederlande|rotterdam|utrecht|eindhoven|den haag|the hague"),
    ("Europe/Brussels", "belgium|belgique|belgie|bruxelles|brussel|brussel|antwerp|antwerpen|gent"),
    (
        "Europe/Warsaw",
        "poland|polska|polen|pologne|warszawa|warschau|krakow|cracow|wroclaw|gdansk|poznan|central european standard time",
    ),
    ("Europe/Prague", "czechia|czech republic|praha|prag|brno|central europe standard time"),
    ("Europe/Stockholm", "sweden|sverige|schweden|goteborg|gothenburg|malmo"),
    ("Europe/Oslo", "norway|norge|norwegen|bergen|trondheim|stavanger"),
    ("Europe/Copenhagen", "denmark|danmark|danemark|kobenhavn|kopenhagen|aarhus"),
    ("Europe/Helsinki", "finland|suomi|finnland|tampere|espoo|turku|fle standard time"),
    (
        "Europe/Athens",
        "eet|eest|greece|griechenland|grece|athen|athina|gtb standard time|eastern european time",
    ),
    ("Europe/Bucharest", "romania|bucuresti|cluj"),
    ("Europe/Istanbul", "trt|turkey|turkiye|turkei|ankara|izmir|turkey standard time"),
    ("Europe/Kyiv", "ukraine|kiev|lviv"),
    ("Europe/Moscow", "msk|moskau|moskva|russian standard time"),
    (
        "America/New_York",
        "est|edt|et|eastern|eastern time|eastern standard time|us eastern|eastern time us canada|washington|boston|atlanta|miami|philadelphia|nyc|new york city|charlotte|orlando",
    ),
    (
        "America/Chicago",
        "cst|cdt|ct|central|central time|central standard time|us central|central time us canada|dallas|houston|austin|minneapolis|st louis|nashville|new orleans",
    ),
    ("America/Denver", "mst|mdt|mt|mountain|mountain time|mountain standard time|us mountain|salt lake city"),
    ("America/Phoenix", "us mountain standard time|arizona"),
    (
        "America/Los_Angeles",
        "pst|pdt|pt|pacific|pacific time|pacific standard time|us pacific|pacific time us canada|san francisco|seattle|portland|san diego|san jose|la|las vegas|silicon valley",
    ),
    ("America/Toronto", "montreal|ottawa|quebec"),
    (
        "America/Sao_Paulo",
        "brt|brasilia|brazil|brasil|rio de janeiro|e south america standard time|sao paulo",
    ),
    ("America/Argentina/Buenos_Aires", "art|argentina|argentina standard time"),
    ("America/Mexico_City", "ciudad de mexico|mexico|cdmx"),
    ("America/Bogota", "colombia|sa pacific standard time|medellin"),
    ("America/Lima", "peru"),
    ("America/Santiago", "chile"),
    ("Africa/Lagos", "wat|nigeria|abuja|w central africa standard time"),
    ("Africa/Nairobi", "eat|kenya|e africa standard time"),
    ("Africa/Johannesburg", "sast|south africa|cape town|pretoria|durban|south africa standard time"),
    ("Africa/Cairo", "egypt|egypt standard time|kairo|le caire"),
    ("Africa/Casablanca", "morocco|maroc|rabat|morocco standard time"),
    ("Africa/Accra", "ghana"),
    (
        "Asia/Kolkata",
        "ist|india|indien|inde|india standard time|mumbai|bombay|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|calcutta",
    ),
    ("Asia/Karachi", "pkt|pakistan|lahore|islamabad"),
    ("Asia/Dhaka", "bangladesh"),
    ("Asia/Dubai", "gst|uae|abu dhabi|arabian standard time"),
    ("Asia/Riyadh", "saudi arabia|ksa|jeddah|arab standard time"),
    ("Asia/Jerusalem", "israel|tel aviv|israel standard time"),
    ("Asia/Tehran", "irst|iran|teheran"),
    ("Asia/Singapore", "sgt|singapore standard time|singapur"),
    ("Asia/Hong_Kong", "hkt"),
    ("Asia/Shanghai", "china|china standard time|beijing|peking|shenzhen|guangzhou"),
    ("Asia/Tokyo", "jst|japan|tokyo standard time|osaka|tokio"),
    ("Asia/Seoul", "kst|korea|south korea|korea standard time"),
    ("Asia/Jakarta", "wib|indonesia"),
    ("Asia/Bangkok", "ict|thailand|se asia standard time"),
    ("Asia/Ho_Chi_Minh", "vietnam|hanoi|saigon"),
    ("Asia/Manila", "philippines|pht"),
    ("Australia/Sydney", "aest|aedt|canberra|aus eastern standard time"),
    ("Australia/Perth", "awst"),
    ("Australia/Adelaide", "acst|acdt"),
    ("Pacific/Auckland", "nzst|nzdt|new zealand|wellington|new zealand standard time"),
];

/// Offsets with minutes that one zone stands for.
const BROKEN_OFFSETS: &[(i32, &str)] = &[
    (-570, "Pacific/Marquesas"),
    (-210, "America/St_Johns"),
    (210, "Asia/Tehran"),
    (270, "Asia/Kabul"),
    (330, "Asia/Kolkata"),
    (345, "Asia/Kathmandu"),
    (390, "Asia/Yangon"),
    (525, "Australia/Eucla"),
    (570, "Australia/Darwin"),
    (630, "Australia/Lord_Howe"),
    (765, "Pacific/Chatham"),
];

impl Zones {
    /// Understands zones out of `names`, all IANA names that there are.
    pub fn new<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Self {
        let mut all = HashMap::new();
        // Whole names first, then what people call them, then cities: "Europe/London" beats "London, Ontario".
        for name in names.clone().filter(|name| name.contains('/')) {
            all.insert(fold(name), name.to_owned());
        }
        for (zone, others) in OTHERS {
            for other in others.split('|') {
                all.entry(other.to_owned()).or_insert_with(|| (*zone).to_owned());
            }
        }
        for name in names.filter(|name| name.contains('/') && !name.starts_with("Etc/")) {
            let city = name.rsplit('/').next().unwrap_or(name);
            all.entry(fold(city)).or_insert_with(|| name.to_owned());
        }
        Self { names: all }
    }

    /// The IANA name of what was written: itself in any case, a city, a common abbreviation, "UTC+2", or the long
    /// names that office software writes, "(UTC+01:00) Amsterdam, Berlin".
    pub fn find(&self, text: &str) -> Option<String> {
        let text = text.trim();
        if let Some(zone) = self.known(text) {
            return Some(zone);
        }
        let (before, inside, after) = brackets(text);
        for part in [before, after] {
            if let Some(zone) =
                self.known(part).or_else(|| part.split([',', ';']).find_map(|city| self.known(city)))
            {
                return Some(zone);
            }
        }
        [text, inside]
            .into_iter()
            .find_map(|part| self.known(part).or_else(|| offset(part).and_then(by_offset)))
    }

    fn known(&self, text: &str) -> Option<String> {
        let folded = fold(text);
        // A sign means an offset, which folding would lose.
        if folded.is_empty()
            || text.contains(['+', '−'])
            || folded.chars().any(|letter| letter.is_ascii_digit())
        {
            return self
                .names
                .get(&folded)
                .filter(|name| fold(name) == folded && name.eq_ignore_ascii_case(text))
                .cloned();
        }
        self.names.get(&folded).cloned()
    }
}

/// The text before, inside and after the first brackets.
fn brackets(text: &str) -> (&str, &str, &str) {
    let Some(open) = text.find(['(', '[']) else { return (text, "", "") };
    let close = text[open..].find([')', ']']).map_or(text.len(), |at| open + at);
    (&text[..open], &text[open + 1..close], text.get(close + 1..).unwrap_or(""))
}

/// Minutes east of UTC out of "UTC+2", "GMT-05:30", "+0200", "UTC +1 h".
fn offset(text: &str) -> Option<i32> {
    let text = text.trim().to_uppercase().replace('−', "-");
    let named = ["UTC", "GMT", "UCT"].iter().find_map(|name| text.strip_prefix(name));
    let rest = named.unwrap_or(&text).trim();
    let (sign, rest) = match rest.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, rest.strip_prefix('-')?),
    };
    let rest = rest.trim().trim_end_matches(['H', 'S', ' ']);
    let (hours, minutes) = match rest.split_once([':', '.']) {
        Some((hours, minutes)) => (hours, minutes),
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "0"),
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=14).contains(&hours) && (0..60).contains(&minutes)).then_some(sign * (hours * 60 + minutes))
}

fn by_offset(minutes: i32) -> Option<String> {
    if minutes % 60 == 0 {
        // The signs of these names are the wrong way round, as POSIX has them.
        return match minutes / 60 {
            0 => Some("Etc/UTC".into()),
            east @ 1..=14 => Some(format!("Etc/GMT-{east}")),
            west @ -12..=-1 => Some(format!("Etc/GMT+{}", -west)),
            _ => None,
        };
    }
    BROKEN_OFFSETS.iter().find(|(offset, _)| *offset == minutes).map(|(_, zone)| (*zone).to_owned())
}

#[cfg(test)]
mod tests {
    use super::Zones;

    const NAMES: [&str; 10] = [
        "Europe/Berlin",
        "Europe/Amsterdam",
        "America/New_York",
        "Asia/Kolkata",
        "Europe/London",
        "Etc/UTC",
        "Etc/GMT-2",
        "America/Argentina/Buenos_Aires",
        "CET",
        "Etc/GMT+5",
    ];

    #[test]
    fn zones_are_understood_as_people_write_them() {
        let zones = Zones::new(NAMES.into_iter());
        for (text, expect) in [
            ("Europe/Berlin", Some("Europe/Berlin")),
            ("europe/berlin ", Some("Europe/Berlin")),
            ("America/New York", Some("America/New_York")),
            ("Berlin", Some("Europe/Berlin")),
            ("CET", Some("Europe/Berlin")),
            ("MEZ", Some("Europe/Berlin")),
            ("UTC", Some("Etc/UTC")),
            ("UTC+2", Some("Etc/GMT-2")),
            ("GMT+02:00", Some("Etc/GMT-2")),
            ("+0530", Some("Asia/Kolkata")),
            ("UTC-5", Some("Etc/GMT+5")),
            ("Etc/GMT-2", Some("Etc/GMT-2")),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome", Some("Europe/Amsterdam")),
            ("Europe/Berlin (GMT+1)", Some("Europe/Berlin")),
            ("(UTC+02:00) Nowhere", Some("Etc/GMT-2")),
            ("Eastern Standard Time", Some("America/New_York")),
            ("Buenos Aires", Some("America/Argentina/Buenos_Aires")),
            ("UTC+99", None),
            ("Atlantis", None),
            ("", None),
            ("+", None),
            ("UTC+1é2", None),
        ] {
            assert_eq!(zones.find(text).as_deref(), expect, "{text}");
        }
    }
}
