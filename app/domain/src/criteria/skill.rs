//! Skills as the criteria compare them: one number for all names of a skill, and its close relatives.
//!
//! People type skills, so the same one comes in many spellings. Three things make two names one skill: case, accents,
//! punctuation and spaces ("Back-end"); an English plural ("presentation"); and a name in the table `families.txt`
//! ("k8s", "Verhandeln"). The table also says which skills are **close relatives**: those of one family. A wanted
//! skill that is not offered, but has a relative that is, counts [`CLOSE`] of what the skill itself would. That is as
//! much as the skill itself counts at a level far below the wanted one, so a relative never counts for more than the
//! skill does, and naming another skill never lowers a fit.
//!
//! The table is written by hand and small on purpose. What is not in it has no relatives; that costs a pair a part of
//! a share and forbids nothing that was allowed without the table.

use super::answers::Numbers;
use crate::import::fold;
use crate::person::{Level, Skill};
use std::collections::HashMap;
use std::sync::OnceLock;

/// One bit for each family.
type Families = u128;

/// One person's skill, ready to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Known {
    number: u32,
    /// 1 to 4, or 0 where none was given.
    level: u8,
    families: Families,
}

/// How many thousandths of a wanted skill a close relative of it counts, at the wanted level.
const CLOSE: u32 = 400;

/// What one offered skill does for a wanted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cover {
    No,
    /// A close relative, in thousandths of the wanted skill.
    Close(u32),
    /// The skill itself, in thousandths.
    Itself(u32),
}

impl Cover {
    /// Thousandths of the wanted skill.
    pub(super) fn part(self) -> u32 {
        match self {
            Self::No => 0,
            Self::Close(part) | Self::Itself(part) => part,
        }
    }
}

impl Known {
    /// A thing that is no skill, has no level and no relatives, such as a goal.
    pub(super) fn plain(number: u32) -> Self {
        Self { number, level: 0, families: 0 }
    }

    pub(super) fn skill(skill: &Skill, numbers: &mut Numbers) -> Option<Self> {
        let (name, families) = read(&skill.name);
        let number = numbers.of(&name);
        let level = skill.level.map_or(0, |level| level as u8 + 1);
        (number != 0).then_some(Self { number, level, families })
    }

    /// What `offered` does for this wanted skill.
    pub(super) fn covered_by(&self, offered: &Self) -> Cover {
        let level = level_part(self.level, offered.level);
        if self.number == offered.number {
            Cover::Itself(level)
        } else if self.families & offered.families != 0 {
            Cover::Close(level * CLOSE / 1000)
        } else {
            Cover::No
        }
    }

    /// The most that one of `offered` does for this wanted skill.
    pub(super) fn best_cover(&self, offered: &[Self]) -> Cover {
        offered.iter().map(|one| self.covered_by(one)).max().unwrap_or(Cover::No)
    }

    /// Whether two are the same skill, at whatever level.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.number == other.number
    }

    /// By number, the higher level first, for lists without doubles.
    pub(super) fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.number.cmp(&other.number).then(other.level.cmp(&self.level))
    }
}

/// How many thousandths of a skill wanted at level `wanted` somebody offers who has it at `offered`. No level means
/// any, on either side.
fn level_part(wanted: u8, offered: u8) -> u32 {
    const _: () = assert!(Level::Expert as u8 + 1 == 4);
    if wanted == 0 || offered == 0 || offered >= wanted {
        return 1000;
    }
    if wanted - offered == 1 { 700 } else { CLOSE }
}

/// The one name of a skill under all its spellings, and its families.
fn read(name: &str) -> (String, Families) {
    static TABLE: OnceLock<HashMap<String, (String, Families)>> = OnceLock::new();
    let key = key(name);
    match TABLE.get_or_init(|| table(include_str!("families.txt"))).get(&key) {
        Some((first, families)) => (first.clone(), *families),
        None => (key, 0),
    }
}

/// The table of families: from each spelling to the skill's first name and its families.
fn table(text: &str) -> HashMap<String, (String, Families)> {
    let families = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let mut first: HashMap<String, String> = HashMap::new();
    let mut bits: HashMap<String, Families> = HashMap::new();
    for (number, family) in families.enumerate() {
        for skill in family.split(';') {
            let names: Vec<String> = skill.split('=').map(key).collect();
            let main = first.get(&names[0]).unwrap_or(&names[0]).clone();
            *bits.entry(main.clone()).or_default() |= 1 << number;
            for name in names {
                first.entry(name).or_insert_with(|| main.clone());
            }
        }
    }
    first
        .into_iter()
        .map(|(name, main)| {
            let families = bits.get(&main).copied().unwrap_or_default();
            (name, (main, families))
        })
        .collect()
}

/// A name without case, accents, punctuation, spaces and English plurals. "C++" and "C#" keep what tells them from C.
fn key(name: &str) -> String {
    let folded = fold(&name.replace('+', "plus").replace('#', "sharp"));
    let key: String = folded.split(' ').map(singular).collect();
    // Of a name in signs alone nothing is left; then it is taken as it stands.
    if key.is_empty() { name.trim().to_lowercase() } else { key }
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let plural = word.len() > 3 && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    word.strip_suffix('s').filter(|_| plural).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(name: &str, level: Option<Level>, numbers: &mut Numbers) -> Known {
        Known::skill(&Skill { name: name.into(), level }, numbers).unwrap()
    }

    fn check(wanted: &str, offered: &str, expect: Cover) {
        let mut numbers = Numbers::default();
        let (wanted_skill, offered_skill) =
            (known(wanted, None, &mut numbers), known(offered, None, &mut numbers));
        assert_eq!(wanted_skill.covered_by(&offered_skill), expect, "{wanted} by {offered}");
        assert_eq!(offered_skill.covered_by(&wanted_skill), expect, "{offered} by {wanted}");
    }

    #[test]
    fn other_names_are_the_same_skill_and_relatives_count_a_part() {
        const SAME: Cover = Cover::Itself(1000);
        const NEAR: Cover = Cover::Close(CLOSE);
        for (wanted, offered, expect) in [
            ("Rust", "rust ", SAME),
            ("Presentation", "presentations", SAME),
            ("Back-end", "backend", SAME),
            ("JS", "JavaScript", SAME),
            ("k8s", "Kubernetes", SAME),
            ("Führung", "leadership", SAME),
            ("Verhandeln", "negotiation", SAME),
            ("öffentliches Reden", "public speaking", SAME),
            ("Strategies", "strategy", SAME),
            ("basket weaving", "Basket-Weaving", SAME),
            ("rust", "systems programming", NEAR),
            ("public speaking", "presentations", NEAR),
            ("präsentieren", "public speaking", NEAR),
            ("c", "c++", NEAR),
            ("typescript", "react", NEAR),
            ("c", "c#", Cover::No),
            ("java", "javascript", Cover::No),
            ("rust", "kotlin", Cover::No),
            ("css", "cs", Cover::No),
            ("basket weaving", "rust", Cover::No),
            ("?", "!", Cover::No),
        ] {
            check(wanted, offered, expect);
        }
    }

    #[test]
    fn the_table_is_sound() {
        let text = include_str!("families.txt");
        let families: Vec<&str> =
            text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
        assert!(families.len() <= Families::BITS as usize, "{} families", families.len());
        let table = table(text);
        let mut main_of: HashMap<String, &str> = HashMap::new();
        for family in families {
            let skills: Vec<Vec<&str>> =
                family.split(';').map(|skill| skill.split('=').map(str::trim).collect()).collect();
            let firsts: std::collections::BTreeSet<&str> = skills.iter().map(|names| names[0]).collect();
            assert_eq!(firsts.len(), skills.len(), "a skill stands twice in {family}");
            for names in &skills {
                for name in names {
                    let other = main_of.insert(key(name), names[0]);
                    assert!(
                        other.is_none_or(|other| other == names[0]),
                        "{name}: {other:?} and {}",
                        names[0]
                    );
                    assert_eq!(table[&key(name)].0, key(names[0]), "{name}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_relative_never_counts_more_than_the_skill_itself(wanted in 0..=4u8, own in 0..=4u8, other in 0..=4u8) {
            let skill = |number, level| Known { number, level, families: 1 };
            let want = skill(1, wanted);
            let (itself, close) = (want.covered_by(&skill(1, own)), want.covered_by(&skill(2, other)));
            prop_assert!(itself > close && itself.part() >= close.part() && close.part() > 0);
        }

        #[test]
        fn spelling_is_read_once_and_for_all(name in "[a-zA-ZäöüÄÖÜß+#. -]{0,12}") {
            prop_assert_eq!(key(&name), key(&format!(" {} ", name.to_lowercase())));
        }
    }
}
