//! Scoring of whole programmes: all fits, the best pairs of everybody, and from profiles to a plan. One thread; medians of
//! a few runs.
//!
//! `cargo bench -p domain --bench criteria [people COUNT]`; with `people` the way from so many profiles a side to their plan
//! alone: milliseconds and pairs, then these people in the few columns that other programs know.

#![expect(clippy::expect_used, reason = "a benchmark may stop where something is not as it must be")]

use domain::PersonId;
use domain::criteria::{Criteria, Scorer, Subject, Zoned};
use domain::person::{Employment, Level, Meeting, Profile, Skill, Style};
use matching::{Arc, Arcs, Pairs, Person, Problem, solve};
use std::hint::black_box;
use std::time::{Duration, Instant};
use uuid::Uuid;

const RUNS: usize = 5;
/// So many pairs of everybody are left by the cut.
const EACH: usize = 50;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let [word, count] = &words[..]
        && word == "people"
    {
        return told(count.parse().expect("a number"));
    }
    println!(
        "| mentees | mentors | read, ms | all rows, ms | ns a pair | best {EACH}, ms | pair by pair, ns a pair | profiles to plan, ms |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (mentees, mentors) in [(500, 500), (1_500, 500), (10_000, 3_000)] {
        measure(mentees, mentors);
    }
}

fn measure(mentees: usize, mentors: usize) {
    let read = median(|| {
        let (one, other) = (people(mentees, 1), people(mentors, 2));
        let start = Instant::now();
        black_box(Scorer::new(&Criteria::default(), one, other));
        start.elapsed()
    });
    let scorer = Scorer::new(&Criteria::default(), people(mentees, 1), people(mentors, 2));
    let rows = median(|| {
        let start = Instant::now();
        let mut rows = scorer.rows();
        let total: i64 =
            (0..mentees).map(|mentee| rows.of(mentee).iter().flatten().copied().max().unwrap_or(0)).sum();
        black_box(total);
        start.elapsed()
    });
    let best = median(|| {
        let start = Instant::now();
        black_box(scorer.best(EACH));
        start.elapsed()
    });
    let few = mentees.min(300);
    let pairs = median(|| {
        let start = Instant::now();
        for mentee in 0..few {
            for mentor in 0..mentors {
                let _ = black_box(scorer.score(mentee, mentor));
            }
        }
        start.elapsed()
    });
    let each = |time: Duration, rows: usize| time.as_nanos() as f64 / (rows * mentors) as f64;
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "| {mentees} | {mentors} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |",
        ms(read),
        ms(rows),
        each(rows, mentees),
        ms(best),
        each(pairs, few),
        ms(profiles_to_plan(mentees, mentors).0)
    );
}

/// How long it takes, and how many pairs there are. The criteria forbid some; every mentor has places for all.
fn profiles_to_plan(mentees: usize, mentors: usize) -> (Duration, usize) {
    let mut pairs = 0;
    let places = mentees.div_ceil(mentors) as u32;
    let taken = median(|| {
        let (one, other) = (people(mentees, 1), people(mentors, 2));
        let start = Instant::now();
        let scorer = Scorer::new(&Criteria::default(), one, other);
        let mut rows = scorer.rows();
        let mut arcs = Vec::with_capacity(mentees * mentors);
        for mentee in 0..mentees {
            let allowed =
                rows.of(mentee).iter().zip(0..).filter_map(|(fit, mentor)| Some((mentor, fit.ok()?)));
            arcs.extend(allowed.map(|(mentor, fit)| Arc { mentee: mentee as u32, mentor, fit }));
        }
        let problem = Problem {
            mentees: vec![Person::new(1); mentees],
            mentors: vec![Person::new(places); mentors],
            arcs: Arcs::new(mentees, mentors, &arcs).expect("known people"),
            pins: vec![],
            pairs: Pairs::Maximum,
        };
        pairs = solve(&problem).expect("a plan").pairs.len();
        start.elapsed()
    });
    (taken, pairs)
}

/// The same people for others: a grade for each five years, the team, and the first skill as what they do or want to do.
fn told(count: usize) {
    let (taken, pairs) = profiles_to_plan(count, count);
    println!("{:.3},{pairs}", taken.as_secs_f64() * 1000.0);
    println!("side,email,grade,organisation,profession");
    for (side, people) in [("mentee", people(count, 1)), ("mentor", people(count, 2))] {
        for Subject { email, employment, profile, .. } in people {
            let skills = if side == "mentee" { &profile.skills_wanted } else { &profile.skills_offered };
            let skill = skills.first().map(|skill| skill.name.as_str()).unwrap_or_default();
            let grade = profile.experience_years.unwrap_or_default() / 5;
            println!("{side},{email},{grade},{},{skill}", employment.team);
        }
    }
}

fn median(mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| run()).collect();
    times.sort();
    times[RUNS / 2]
}

/// A stream of numbers that look random and are the same everywhere (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

const SKILLS: &[&str] = &[
    "rust",
    "sql",
    "python",
    "public speaking",
    "presentations",
    "negotiation",
    "leadership",
    "coaching",
    "cloud",
    "kubernetes",
    "testing",
    "java",
    "kotlin",
    "frontend",
    "accessibility",
    "ux research",
    "writing",
    "strategy",
    "budgeting",
    "hiring",
];

/// People who have answered most questions, each with an eighth of them left open.
fn people(count: usize, seed: u64) -> Vec<Subject> {
    let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (0..count).map(|at| person(&mut numbers, seed as usize * 100_000 + at)).collect()
}

fn person(numbers: &mut Numbers, number: usize) -> Subject {
    let mut words = |word: &str, of: usize, most: usize| -> Vec<String> {
        let count = if numbers.below(8) == 0 { 0 } else { 1 + numbers.below(most) };
        (0..count).map(|_| format!("{word} {}", numbers.below(of))).collect()
    };
    let (goals, interests) = (words("goal", 300, 4), words("interest", 200, 6));
    let (languages, others) = (words("language", 6, 3), words("", 180, 6));
    let mut known = |named: &[String]| -> Vec<Skill> {
        let all = named
            .iter()
            .map(|other| (numbers.below(2), numbers.below(SKILLS.len()), other))
            .collect::<Vec<_>>();
        let name = |(table, at, other): &(usize, usize, &String)| {
            if *table == 0 { SKILLS[*at].to_owned() } else { format!("skill{other}") }
        };
        all.iter()
            .map(|one| Skill { level: Level::ALL.get(numbers.below(6)).copied(), ..Skill::named(&name(one)) })
            .collect()
    };
    let (skills_offered, skills_wanted) = (known(&others), known(&others));
    let zone = [-480, -300, -180, 0, 60, 120, 330, 540][numbers.below(8)];
    let time = ["", "2 h a month, mornings", "1h a week", "flexible", "30 min a week, tuesday evenings"];
    Subject {
        person: PersonId(Uuid::from_u128(number as u128)),
        email: format!("p{number}@example.org"),
        employment: Employment {
            team: format!("team {}", numbers.below(120)),
            manager_email: format!("p{}@example.org", 200_000 + numbers.below(300)),
            ..Employment::default()
        },
        profile: Profile {
            skills_offered,
            skills_wanted,
            goals,
            interests,
            languages,
            availability: time[numbers.below(5)].to_owned(),
            meeting: Meeting::ALL.get(numbers.below(4)).copied(),
            style: Style::ALL.get(numbers.below(5)).copied(),
            experience_years: Some(numbers.below(40) as u8),
            ..Profile::default()
        },
        zone: Some(Zoned { name: "Some/Zone".into(), offset_minutes: zone }),
        second_manager: format!("p{}@example.org", 200_000 + numbers.below(20)),
        earlier: vec![],
        wishes: (0..numbers.below(4))
            .map(|_| PersonId(Uuid::from_u128((100_000 + numbers.below(3_000)) as u128)))
            .collect(),
        apart: vec![],
        matters: vec![],
        attributes: vec![],
    }
}
