//! A plan and its certificate are accepted as they are written, and no change of one field that makes them wrong is.

use super::sample::{Sample, diverse, samples};
use super::*;
use matching::{Price, Scope, Side};
use proptest::prelude::*;
use serde_json::Value;

/// A solved problem, and everything that `verify` is given.
struct Solved {
    instance: Instance,
    question: Question,
    task: Task,
    plan: String,
    certificate: Value,
}

impl Solved {
    fn new(sample: &Sample, question: Question) -> Option<Solved> {
        let instance = sample.read().unwrap();
        let task = Task::new(&instance, &question).unwrap();
        let answer = task.solve(&instance).ok()?;
        let certificate = Certificate::new(&instance, "hash", &question, &answer);
        let text = serde_json::to_string(&certificate).unwrap();
        assert_eq!(serde_json::from_str::<Certificate>(&text).unwrap(), certificate);
        Some(Solved {
            plan: plan_csv(&instance, answer.pairs()),
            certificate: serde_json::from_str(&text).unwrap(),
            instance,
            question,
            task,
        })
    }

    /// What `verify` says of these two: the pairs and the answer where it accepts.
    fn verify(&self, plan: &str, certificate: &Value) -> Option<Answer> {
        let rows = read_plan(&source("plan.csv", plan)).ok()?;
        let pairs = pairs_of(&self.instance, &rows).ok()?;
        let certificate: Certificate = serde_json::from_value(certificate.clone()).ok()?;
        let answer = certificate.answer(&self.instance, "hash", &self.question, pairs);
        let answer =
            answer.inspect_err(|it| drop(it.sentence(&self.instance, "plan.csv", "plan.json"))).ok()?;
        let checked = check(&self.instance, &self.task, &answer);
        checked.inspect_err(|it| drop(it.sentence(&self.instance, "plan.csv", "plan.json"))).ok()?;
        Some(answer)
    }
}

/// Every text that differs from `plan` in one field or one row.
fn changed_plans(instance: &Instance, plan: &str) -> Vec<String> {
    let rows = read_plan(&source("plan.csv", plan)).unwrap();
    let write = |rows: &[PlanRow]| {
        let mut text = String::from("mentee,mentor,score\n");
        for row in rows {
            records::write_field(&mut text, &row.mentee);
            text.push(',');
            records::write_field(&mut text, &row.mentor);
            text += &format!(",{}\n", row.score.map(|score| score.to_string()).unwrap_or_default());
        }
        text
    };
    let mut changed = vec![];
    for at in 0..rows.len() {
        let with = |change: &dyn Fn(&mut PlanRow)| {
            let mut rows = rows.clone();
            change(&mut rows[at]);
            write(&rows)
        };
        changed.extend(instance.mentees.iter().map(|id| with(&|row| row.mentee = id.clone())));
        changed.extend(instance.mentors.iter().map(|id| with(&|row| row.mentor = id.clone())));
        changed.push(with(&|row| row.mentee.push('?')));
        changed.push(with(&|row| row.score = Some(Decimal::new(row.score.map_or(7, |it| it.units + 1), 0))));
        changed.push(with(&|row| row.score = None));
        let mut fewer = rows.clone();
        fewer.remove(at);
        changed.push(write(&fewer));
        let mut doubled = rows.clone();
        doubled.push(rows[at].clone());
        changed.push(write(&doubled));
    }
    changed.retain(|text| text != plan);
    changed
}

/// Every value that differs from `value` in one number, word, truth, or member that is missing or new.
fn changed(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => vec![Value::from(0)],
        Value::Bool(it) => vec![Value::from(!it)],
        Value::Number(it) => {
            it.as_i64().map(|it| vec![(it + 1).into(), (it - 1).into(), (-it - 3).into()]).unwrap()
        }
        Value::String(it) => {
            let other = match it.as_str() {
                "mentee" => "mentor",
                "mentor" => "mentee",
                "total" => "fair",
                it => it,
            };
            [other.to_owned(), format!("{it}?")]
                .into_iter()
                .filter(|other| other != it)
                .map(Value::from)
                .collect()
        }
        Value::Array(items) => {
            let mut all = vec![];
            for at in 0..items.len() {
                for item in changed(&items[at]) {
                    let mut items = items.clone();
                    items[at] = item;
                    all.push(Value::from(items));
                }
                let mut fewer = items.clone();
                fewer.remove(at);
                all.push(Value::from(fewer));
            }
            all
        }
        Value::Object(members) => {
            let mut all = vec![];
            for (key, member) in members {
                for member in changed(member) {
                    let mut members = members.clone();
                    members[key] = member;
                    all.push(Value::from(members));
                }
                let mut fewer = members.clone();
                fewer.remove(key);
                all.push(Value::from(fewer.clone()));
                fewer.insert(format!("{key}?"), member.clone());
                all.push(Value::from(fewer));
            }
            all
        }
    }
}

/// Everything that a plan of pairs is judged by under the highest total: its worth, or nothing where it is not allowed.
fn worth(problem: &matching::Problem, pairs: &[(u32, u32)]) -> Option<Price> {
    let within = |people: &[matching::Person], of: fn(&(u32, u32)) -> u32| {
        people.iter().enumerate().all(|(at, person)| {
            let has = pairs.iter().filter(|pair| of(pair) as usize == at).count() as u32;
            has <= person.capacity && (has >= person.minimum || person.may_close && has == 0)
        })
    };
    let allowed = within(&problem.mentees, |pair| pair.0)
        && within(&problem.mentors, |pair| pair.1)
        && problem.pins.iter().all(|pin| pairs.contains(pin));
    let fit = pairs.iter().map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).sum::<Option<i64>>()?;
    let worth = match problem.pairs {
        matching::Pairs::Maximum => Price { count: pairs.len() as i64, fit },
        matching::Pairs::Free { unmatched } => Price { count: 0, fit: fit - unmatched * pairs.len() as i64 },
    };
    allowed.then_some(worth)
}

fn best(problem: &matching::Problem) -> Option<Price> {
    chosen(problem).filter_map(|pairs| worth(problem, &pairs)).max()
}

/// Every set of allowed pairs.
fn chosen(problem: &matching::Problem) -> impl Iterator<Item = Vec<(u32, u32)>> {
    let arcs: Vec<(u32, u32)> = problem.arcs.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
    (0..1_u32 << arcs.len())
        .map(move |bits| (0..arcs.len()).filter(|at| bits >> at & 1 == 1).map(|at| arcs[at]).collect())
}

/// Nothing that is accepted is wrong: of any one change, and of none.
fn check_total(sample: &Sample, question: Question) {
    let Task::Total(problem) = Task::new(&sample.read().unwrap(), &question).unwrap() else {
        panic!("not total")
    };
    let best = best(&problem);
    let Some(solved) = Solved::new(sample, question) else {
        assert_eq!(best, None, "a plan exists");
        return;
    };
    assert!(solved.verify(&solved.plan, &solved.certificate).is_some(), "the solver's own is rejected");
    let right = |answer: Option<Answer>| match answer {
        Some(Answer::Total(plan)) => {
            let worth = worth(&problem, &plan.pairs).expect("accepted, but not allowed");
            let total = plan.pairs.iter().map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).sum();
            assert_eq!(Some(plan.total), total, "accepted with a wrong total");
            assert!(worth + plan.gap >= best.unwrap(), "accepted, but a plan is better by more than the gap");
        }
        Some(_) => panic!("another kind of answer"),
        None => {}
    };
    for plan in changed_plans(&solved.instance, &solved.plan) {
        right(solved.verify(&plan, &solved.certificate));
    }
    for certificate in changed(&solved.certificate) {
        right(solved.verify(&solved.plan, &certificate));
    }
}

/// Of an allowed plan: how many pairs, and their fits from the lowest up. The greater in this order is the fairer.
fn fairness(problem: &matching::Problem, pairs: &[(u32, u32)]) -> Option<(usize, Vec<i64>)> {
    worth(problem, pairs)?;
    let mut fits: Vec<i64> =
        pairs.iter().filter_map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).collect();
    fits.sort_unstable();
    Some((fits.len(), fits))
}

/// Nothing is accepted that is less fair than the fairest.
fn check_fair(sample: &Sample, question: Question) {
    let Task::Fair(problem) = Task::new(&sample.read().unwrap(), &question).unwrap() else {
        panic!("not fair")
    };
    let fairest = chosen(&problem).filter_map(|pairs| fairness(&problem, &pairs)).max();
    let Some(solved) = Solved::new(sample, question) else {
        let may_close = problem.mentees.iter().chain(&problem.mentors).any(|person| person.may_close);
        assert!(may_close || fairest.is_none(), "a plan exists");
        return;
    };
    assert!(solved.verify(&solved.plan, &solved.certificate).is_some(), "the solver's own is rejected");
    let right = |answer: Option<Answer>| {
        if let Some(answer) = answer {
            assert_eq!(fairness(&problem, answer.pairs()), fairest, "accepted, but a plan is fairer");
        }
    };
    for plan in changed_plans(&solved.instance, &solved.plan) {
        right(solved.verify(&plan, &solved.certificate));
    }
    for certificate in changed(&solved.certificate) {
        right(solved.verify(&solved.plan, &certificate));
    }
}

/// What the pairs earn by their groups, or nothing where a quota is broken.
fn earned(quotas: &matching::Quotas, pairs: &[(u32, u32)]) -> Option<i64> {
    let mut sum = 0;
    for quota in &quotas.quotas {
        let counts = |pair: &&(u32, u32)| {
            let here = matches!(quota.scope, Scope::Programme) || quota.scope == Scope::Mentor(pair.1);
            here && quotas.groups[pair.0 as usize] == Some(quota.group)
        };
        let count = pairs.iter().filter(counts).count() as u32;
        if count < quota.at_least || count > quota.at_most {
            return None;
        }
        sum += (1..=count).map(|nth| quota.reward(nth)).sum::<i64>();
    }
    Some(sum)
}

/// Nothing is accepted that another plan with these quotas beats, nor a wrong figure.
fn check_diverse(sample: &Sample, question: Question) {
    let instance = sample.read().unwrap();
    let Task::Diverse(problem, quotas) = Task::new(&instance, &question).unwrap() else {
        panic!("not diverse")
    };
    let worth_of = |pairs: &[(u32, u32)]| {
        let earned = Price { count: 0, fit: earned(&quotas, pairs)? };
        Some(worth(&problem, pairs)? + earned)
    };
    let best = chosen(&problem).filter_map(|pairs| worth_of(&pairs)).max();
    let may_close = problem.mentees.iter().chain(&problem.mentors).any(|person| person.may_close);
    let Some(solved) = Solved::new(sample, question) else {
        assert!(may_close || best.is_none(), "a plan exists");
        return;
    };
    assert!(solved.verify(&solved.plan, &solved.certificate).is_some(), "the solver's own is rejected");
    let free = self::best(&problem).unwrap();
    let right = |answer: Option<Answer>| match answer {
        Some(Answer::Diverse(plan)) => {
            assert_eq!(worth_of(&plan.pairs), best, "accepted, but a plan is better");
            let total = plan.pairs.iter().map(|&(mentee, mentor)| problem.arcs.fit(mentee, mentor)).sum();
            assert_eq!((Some(plan.total), Some(plan.reward)), (total, earned(&quotas, &plan.pairs)));
            assert_eq!(worth(&problem, &plan.pairs).unwrap() + plan.price_of_diversity, free);
        }
        Some(_) => panic!("another kind of answer"),
        None => {}
    };
    for plan in changed_plans(&solved.instance, &solved.plan) {
        right(solved.verify(&plan, &solved.certificate));
    }
    for certificate in changed(&solved.certificate) {
        right(solved.verify(&solved.plan, &certificate));
    }
}

/// A stable plan for one side is the only one, so of it no change at all is accepted; nor of what stands beside it, unless
/// somebody need not have closed for this very plan.
fn check_stable(sample: &Sample, question: Question) {
    let Some(solved) = Solved::new(sample, question) else { return };
    let Some(Answer::Stable(own)) = solved.verify(&solved.plan, &solved.certificate) else {
        panic!("the solver's own is rejected")
    };
    for plan in changed_plans(&solved.instance, &solved.plan) {
        assert_eq!(solved.verify(&plan, &solved.certificate), None, "{plan}");
    }
    for certificate in changed(&solved.certificate) {
        if let Some(Answer::Stable(other)) = solved.verify(&solved.plan, &certificate) {
            assert!(other.closed.len() < own.closed.len(), "{certificate}");
            assert_eq!(other.plan, own.plan);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn nothing_wrong_is_accepted_as_the_highest_total(sample in samples(true, true), free in any::<bool>()) {
        check_total(&sample, Question { objective: Objective::Total, free, ..Question::default() });
    }

    #[test]
    fn nothing_wrong_is_accepted_as_the_fairest(sample in samples(true, false)) {
        check_fair(&sample, Question { objective: Objective::Fair, ..Question::default() });
    }

    #[test]
    fn nothing_wrong_is_accepted_as_diverse(sample in diverse(), free in any::<bool>()) {
        check_diverse(&sample, Question { objective: Objective::Diverse, free, ..Question::default() });
    }

    #[test]
    fn nothing_wrong_is_accepted_as_stable(sample in prop_oneof![samples(true, true), samples(false, true)], mentor in any::<bool>()) {
        let side = if mentor { Side::Mentor } else { Side::Mentee };
        check_stable(&sample, Question { objective: Objective::Stable, side, ..Question::default() });
    }
}

/// Another input, other options or other decimals: the certificate is for something else.
#[test]
fn a_certificate_is_for_one_question() {
    let instance = scored("mentee,mentor,score\na,b,1\n");
    let question = Question::default();
    let task = Task::new(&instance, &question).unwrap();
    let answer = task.solve(&instance).unwrap();
    let certificate = Certificate::new(&instance, "hash", &question, &answer);
    let pairs = answer.pairs().to_vec();
    let rejected = |input: &str, question: &Question| {
        certificate
            .answer(&instance, input, question, pairs.clone())
            .err()
            .map(|it| it.sentence(&instance, "p", "c"))
    };
    assert_eq!(rejected("hash", &question), None);
    assert_eq!(
        rejected("other", &question).as_deref(),
        Some("c: the certificate was made for other files than these.")
    );
    let free = Question { free: true, ..question };
    let other = Some("c: the certificate was made for another objective, or with other options.");
    assert_eq!(rejected("hash", &free).as_deref(), other);
    assert_eq!(rejected("hash", &Question { objective: Objective::Fair, ..question }).as_deref(), other);
}
