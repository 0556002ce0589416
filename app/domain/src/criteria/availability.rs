//! Free words about time, as far as they can be compared: how much a month, which days, which part of the day.
//!
//! "2 h a month, mornings", "1h alle zwei Wochen", "flexible". Words that are not known are passed over; where
//! nothing is understood, nothing is counted. Distance of time zones is another criterion and not looked at here.

/// What was understood of one person's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Free {
    /// Minutes a month; 0 where unsaid.
    minutes: u32,
    /// One bit for each of morning, midday, afternoon and evening; 0 where unsaid.
    parts: u8,
    /// One bit for each day, Monday first; 0 where unsaid.
    days: u8,
    /// Fits with everything.
    flexible: bool,
}

/// The beginning of a word, and what it means. Longer beginnings first where one begins another.
const PARTS: &[(&str, u8)] = &[
    ("morning", 1),
    ("vormittag", 1),
    ("morgen", 1),
    ("früh", 1),
    ("matin", 1),
    ("mañana", 1),
    ("breakfast", 1),
    ("midday", 2),
    ("noon", 2),
    ("lunch", 2),
    ("mittag", 2),
    ("midi", 2),
    ("mediodía", 2),
    ("afternoon", 4),
    ("nachmittag", 4),
    ("après-midi", 4),
    ("tarde", 4),
    ("evening", 8),
    ("night", 8),
    ("abend", 8),
    ("soir", 8),
    ("noche", 8),
];
const DAYS: &[(&str, u8)] = &[
    ("weekday", 0b001_1111),
    ("werktag", 0b001_1111),
    ("weekend", 0b110_0000),
    ("wochenende", 0b110_0000),
    ("mon", 1),
    ("lundi", 1),
    ("lunes", 1),
    ("tue", 2),
    ("dienstag", 2),
    ("mardi", 2),
    ("martes", 2),
    ("wed", 4),
    ("mittwoch", 4),
    ("mercredi", 4),
    ("miércoles", 4),
    ("thu", 8),
    ("donnerstag", 8),
    ("jeudi", 8),
    ("jueves", 8),
    ("fri", 16),
    ("freitag", 16),
    ("vendredi", 16),
    ("viernes", 16),
    ("sat", 32),
    ("samstag", 32),
    ("samedi", 32),
    ("sábado", 32),
    ("sun", 64),
    ("sonntag", 64),
    ("dimanche", 64),
    ("domingo", 64),
];
const FLEXIBLE: &[&str] = &["flexib", "any", "egal", "jederzeit", "always", "immer"];
const HOURS: &[&str] =
    &["h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures", "hora", "horas"];
const MINUTES: &[&str] = &["m", "min", "mins", "minute", "minutes", "minuten", "minutos"];
const WEEK: &[&str] = &["week", "woche", "semaine", "semana", "wöchentlich"];
const FORTNIGHT: &[&str] = &["fortnight", "biweekly", "zweiwöchentlich", "14"];
const TWO: &[&str] = &["two", "second", "other", "zwei", "deux", "dos", "2"];
/// Words that say "month" and begin like a day.
const MONTH: &[&str] = &["month", "monat", "mois", "mes"];

impl Free {
    /// What `text` says, or nothing.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let words = words(&text.to_lowercase());
        let mut free = Self { minutes: minutes(&words), ..Self::default() };
        for word in &words {
            if MONTH.iter().any(|month| word.starts_with(month)) {
                continue;
            }
            if let Some((_, bit)) = PARTS.iter().find(|(stem, _)| word.starts_with(stem)) {
                free.parts |= bit;
            } else if let Some((_, bit)) = DAYS.iter().find(|(stem, _)| word.starts_with(stem)) {
                free.days |= bit;
            }
            free.flexible |= FLEXIBLE.iter().any(|stem| word.starts_with(stem));
        }
        (free != Self::default()).then_some(free)
    }

    /// How well the two times go together in thousandths: the mean of what both have said something about.
    pub(crate) fn with(&self, other: &Self) -> Option<u16> {
        if self.flexible || other.flexible {
            return Some(1000);
        }
        let (mut sum, mut count) = (0, 0);
        if self.minutes > 0 && other.minutes > 0 {
            sum += self.minutes.min(other.minutes) * 1000 / self.minutes.max(other.minutes);
            count += 1;
        }
        for (one, two) in [(self.parts, other.parts), (self.days, other.days)] {
            if one != 0 && two != 0 {
                sum += (one & two).count_ones() * 1000 / one.count_ones().min(two.count_ones());
                count += 1;
            }
        }
        sum.checked_div(count).map(|mean| mean as u16)
    }
}

/// Letters and digits apart, so that "2h" is two words.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for letter in text.chars() {
        let kind = if letter.is_ascii_digit() {
            Some(0)
        } else {
            (letter.is_alphabetic() || letter == '-').then_some(1)
        };
        match (kind, words.last_mut()) {
            (None, _) => {}
            (_, Some(word)) if kind == last => word.push(letter),
            _ => words.push(letter.to_string()),
        }
        last = kind;
    }
    words
}

/// Minutes a month, from the first amount with a unit and the first period; a month where no period is named.
fn minutes(words: &[String]) -> u32 {
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let amount = words.windows(2).find_map(|pair| {
        let number: u32 = pair[0].parse().ok().filter(|number| (1..=10_000).contains(number))?;
        if is(HOURS, &pair[1]) { Some(number * 60) } else { is(MINUTES, &pair[1]).then_some(number) }
    });
    let Some(amount) = amount else { return 0 };
    let week = words.iter().position(|word| WEEK.iter().any(|stem| word.starts_with(stem)));
    let fortnight = words.iter().any(|word| FORTNIGHT.iter().any(|stem| word.starts_with(stem)))
        || week.is_some_and(|at| at > 0 && is(TWO, &words[at - 1]));
    match (fortnight, week) {
        (true, _) => amount * 13 / 6,
        (false, Some(_)) => amount * 13 / 3,
        (false, None) => amount,
    }
}
