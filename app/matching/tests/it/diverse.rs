//! Quotas and rewards against brute force, and their checker against changes.

use crate::brute;
use crate::problems::{made, medium, varied};
use matching::{
    Arc, DiversePlan, Error, Flaw, Pairs, Person, Price, Problem, Quota, Quotas, Scope, Who, diverse, solve,
    verify, verify_diverse,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Quotas for such a problem: loose ones, tight ones, impossible ones, rewards and penalties.
fn quotas(problem: &Problem, most: usize, spread: i64) -> impl Strategy<Value = Quotas> + use<> {
    let (mentees, mentors) = (problem.mentees.len(), problem.mentors.len() as u32);
    let scope = prop_oneof![3 => (0..mentors).prop_map(Scope::Mentor), 1 => Just(Scope::Programme)];
    let limits =
        (prop_oneof![3 => Just(0_u32), 2 => 0..=2_u32], prop_oneof![1 => Just(u32::MAX), 2 => 0..=3_u32]);
    let rewards = prop_oneof![2 => Just(vec![]), 3 => vec(-spread..=spread, 0..3)];
    let quota =
        (scope, 0..3_u32, limits, rewards).prop_map(|(scope, group, (at_least, at_most), mut rewards)| {
            rewards.sort_unstable_by_key(|reward| std::cmp::Reverse(*reward));
            Quota { scope, group, at_least: at_least.min(at_most), at_most, rewards }
        });
    let groups = vec(prop::option::weighted(0.8, 0..3_u32), mentees);
    (groups, vec(quota, 0..=most)).prop_map(|(groups, quotas)| {
        let mut seen = std::collections::BTreeSet::new();
        Quotas {
            groups,
            quotas: quotas.into_iter().filter(|one| seen.insert((one.scope, one.group))).collect(),
        }
    })
}

fn asked(most_arcs: usize) -> impl Strategy<Value = (Problem, Quotas)> {
    varied(most_arcs).prop_flat_map(|problem| {
        let quotas = quotas(&problem, 5, 4);
        (Just(problem), quotas)
    })
}

/// What the pairs earn, or nothing where a quota is broken.
fn reward(quotas: &Quotas, pairs: &[(u32, u32)]) -> Option<i64> {
    let mut sum = 0;
    for quota in &quotas.quotas {
        let counts = |&&(mentee, mentor): &&(u32, u32)| {
            let here = quota.scope == Scope::Programme || quota.scope == Scope::Mentor(mentor);
            here && quotas.groups[mentee as usize] == Some(quota.group)
        };
        let count = pairs.iter().filter(counts).count() as u32;
        if count < quota.at_least || count > quota.at_most {
            return None;
        }
        let list = quota
            .rewards
            .iter()
            .copied()
            .chain(std::iter::repeat(quota.rewards.last().map_or(0, |&it| it.min(0))));
        sum += list.take(count as usize).sum::<i64>();
    }
    Some(sum)
}

/// Pairs and then fit and rewards of the best plan.
fn best(problem: &Problem, quotas: &Quotas) -> Option<(i64, i64)> {
    let mut best = None;
    brute::every(problem, &mut |chosen| {
        let pairs: Vec<(u32, u32)> = chosen.iter().map(|arc| (arc.mentee, arc.mentor)).collect();
        if let Some(reward) = reward(quotas, &pairs) {
            let (count, fit) = brute::worth(problem, chosen);
            best = best.max(Some((count, fit + reward)));
        }
    });
    best
}

/// The worth of a plan, or nothing where it breaks a quota.
fn worth(problem: &Problem, quotas: &Quotas, plan: &DiversePlan) -> Option<(i64, i64)> {
    let (count, fit) = brute::value(problem, &plan.pairs);
    Some((count, fit + reward(quotas, &plan.pairs)?))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn brute_force_finds_nothing_better((problem, quotas) in asked(12)) {
        match diverse(&problem, &quotas) {
            Ok(plan) => {
                prop_assert_eq!(worth(&problem, &quotas, &plan), best(&problem, &quotas));
                prop_assert_eq!(Some(plan.reward), reward(&quotas, &plan.pairs));
                prop_assert_eq!(verify_diverse(&problem, &quotas, &plan), Ok(()));
                let (free, here) = (brute::best(&problem).unwrap(), brute::value(&problem, &plan.pairs));
                let price = plan.price_of_diversity;
                prop_assert_eq!((price.count, price.fit), (free.0 - here.0, free.1 - here.1));
            }
            Err(error) => {
                prop_assert_eq!(best(&problem, &quotas), None, "{:?}", error);
                if let Error::QuotasImpossible { quotas, needed, available } = error {
                    prop_assert!(!quotas.is_empty() && needed > available);
                }
            }
        }
    }

    /// The quotas that an error names are impossible without the others.
    #[test]
    fn the_culprits_are_the_reason((problem, quotas) in asked(12)) {
        let Err(Error::QuotasImpossible { quotas: culprits, .. }) = diverse(&problem, &quotas) else { return Ok(()) };
        let named = culprits.iter().map(|&at| quotas.quotas[at as usize].clone()).collect();
        prop_assert_eq!(best(&problem, &Quotas { quotas: named, ..quotas }), None);
    }

    /// Whatever the certificate says: only best plans are accepted.
    #[test]
    fn only_best_plans_are_accepted(
        (problem, quotas) in asked(10),
        dropped in 0..20_usize,
        totals in (0..8_i64, 0..8_i64, 0..8_i64),
        changes in vec((0..4_usize, 0..6_usize, -1..=1_i64, -3..=3_i64), 0..4),
    ) {
        let Ok(mut plan) = diverse(&problem, &quotas) else { return Ok(()) };
        if dropped < plan.pairs.len() {
            let (mentee, mentor) = plan.pairs.remove(dropped);
            plan.total -= problem.arcs.fit(mentee, mentor).unwrap();
            plan.reward = reward(&quotas, &plan.pairs).unwrap_or(plan.reward);
        }
        for (field, change) in [&mut plan.total, &mut plan.reward, &mut plan.price_of_diversity.fit].into_iter().zip([totals.0, totals.1, totals.2]) {
            *field += (change - 6).max(0);
        }
        for (which, at, count, fit) in changes {
            let prices = match which {
                0 => &mut plan.mentees,
                1 => &mut plan.mentors,
                2 => &mut plan.quotas,
                _ => &mut plan.without.cases[0].mentors,
            };
            if let Some(price) = prices.get_mut(at) {
                *price = Price { count: price.count + count, fit: price.fit + fit };
            }
        }
        if verify_diverse(&problem, &quotas, &plan).is_ok() {
            prop_assert_eq!(worth(&problem, &quotas, &plan), best(&problem, &quotas));
            prop_assert_eq!(Some(plan.reward), reward(&quotas, &plan.pairs));
            let total: i64 = plan.pairs.iter().map(|pair| problem.arcs.fit(pair.0, pair.1).unwrap()).sum();
            prop_assert_eq!(plan.total, total);
            let (free, here) = (brute::best(&problem).unwrap(), brute::value(&problem, &plan.pairs));
            let price = plan.price_of_diversity;
            prop_assert_eq!((price.count, price.fit), (free.0 - here.0, free.1 - here.1));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_diverse_plan_is_proved(
        (problem, quotas) in medium().prop_flat_map(|problem| {
            let quotas = quotas(&problem, 20, 1000);
            (Just(problem), quotas)
        }),
    ) {
        if let Ok(plan) = diverse(&problem, &quotas) {
            prop_assert_eq!(verify_diverse(&problem, &quotas, &plan), Ok(()));
        }
    }

    #[test]
    fn wide_rows_are_read_as_far_as_they_matter((problem, quotas) in wide()) {
        if let Ok(plan) = diverse(&problem, &quotas) {
            prop_assert_eq!(verify_diverse(&problem, &quotas, &plan), Ok(()));
        }
    }

    #[test]
    fn without_quotas_it_is_the_best_plan(problem in varied(25), group in prop::option::of(0..2_u32)) {
        let quotas = Quotas { groups: vec![group; problem.mentees.len()], quotas: vec![] };
        let plan = diverse(&problem, &quotas);
        prop_assert_eq!(plan.clone().map(|plan| plan.without), solve(&problem));
        if let Ok(plan) = plan {
            prop_assert_eq!((&plan.pairs, plan.total), (&plan.without.pairs, plan.without.total));
            prop_assert_eq!((plan.reward, plan.price_of_diversity), (0, Price::ZERO));
        }
    }

    #[test]
    fn the_order_of_quotas_changes_no_worth(
        (problem, quotas, turn) in asked(20).prop_flat_map(|(problem, quotas)| (Just(problem), Just(quotas), 0..5_usize)),
    ) {
        let mut turned = quotas.clone();
        let by = turn % turned.quotas.len().max(1);
        turned.quotas.rotate_left(by);
        match (diverse(&problem, &quotas), diverse(&problem, &turned)) {
            (Ok(one), Ok(other)) => prop_assert_eq!((one.pairs, one.total), (other.pairs, other.total)),
            (Err(_), Err(_)) => {}
            (one, other) => prop_assert!(false, "{:?} {:?}", one, other),
        }
    }
}

/// Rows far longer than the solver looks at first.
fn wide() -> impl Strategy<Value = (Problem, Quotas)> {
    (40..60_usize, 35..50_usize, prop_oneof![Just(3_i64), Just(1000)]).prop_flat_map(
        |(mentees, mentors, spread)| {
            let pairs = (0..mentees as u32)
                .flat_map(move |mentee| (0..mentors as u32).map(move |mentor| (mentee, mentor)));
            let problem = vec(-spread..=spread, mentees * mentors).prop_map(move |fits| {
                let arc = |((mentee, mentor), fit)| Arc { mentee, mentor, fit };
                let arcs: Vec<Arc> = pairs.clone().zip(fits).map(arc).collect();
                made(&vec![1; mentees], &vec![2; mentors], &arcs, vec![])
            });
            problem.prop_flat_map(move |problem| {
                let quotas = quotas(&problem, 60, spread);
                (Just(problem), quotas)
            })
        },
    )
}

/// Two women and two men; the best total gives each mentor two alike.
fn example() -> (Problem, Quotas) {
    let fits = [(0, 0, 9), (0, 1, 5), (1, 0, 8), (1, 1, 2), (2, 0, 3), (2, 1, 7), (3, 0, 1), (3, 1, 8)];
    let arcs: Vec<Arc> = fits.iter().map(|&(mentee, mentor, fit)| Arc { mentee, mentor, fit }).collect();
    let problem = made(&[1; 4], &[2, 2], &arcs, vec![]);
    (problem, Quotas { groups: vec![Some(0), Some(0), Some(1), Some(1)], quotas: vec![] })
}

/// Pairs, total, reward and what the quotas cost.
type Outcome<'a> = (&'a [(u32, u32)], i64, i64, i64);

#[track_caller]
fn check(quotas: &[Quota], expect: Result<Outcome, Error>) {
    let (problem, mut asked) = example();
    asked.quotas = quotas.to_vec();
    let plan = diverse(&problem, &asked);
    if let Ok(plan) = &plan {
        assert_eq!(verify_diverse(&problem, &asked, plan), Ok(()));
    }
    let plan = plan.map(|plan| (plan.pairs, plan.total, plan.reward, plan.price_of_diversity.fit));
    assert_eq!(plan, expect.map(|(pairs, total, reward, price)| (pairs.to_vec(), total, reward, price)));
}

#[test]
fn quotas_hold_and_rewards_weigh() {
    let alike = [(0, 0), (1, 0), (2, 1), (3, 1)];
    let mixed = [(0, 1), (1, 0), (2, 0), (3, 1)];
    let at = |mentor: u32, group: u32| Quota::new(Scope::Mentor(mentor), group);
    check(&[], Ok((&alike, 32, 0, 0)));
    check(&[Quota { at_most: 1, ..at(0, 0) }], Ok((&mixed, 24, 0, 8)));
    check(&[Quota { at_least: 1, ..at(0, 1) }], Ok((&mixed, 24, 0, 8)));
    // A reward that is too small for a change, and one that is not.
    check(&[Quota { rewards: vec![7], ..at(0, 1) }], Ok((&alike, 32, 0, 0)));
    check(&[Quota { rewards: vec![9], ..at(0, 1) }], Ok((&mixed, 24, 9, 8)));
    check(
        &[Quota { rewards: vec![5], ..at(0, 1) }, Quota { rewards: vec![5, 1], ..at(1, 0) }],
        Ok((&mixed, 24, 10, 8)),
    );
    check(&[Quota { rewards: vec![0, -9], ..at(0, 0) }], Ok((&mixed, 24, 0, 8)));
    // In the programme: fewer pairs, then at least as many as there are mentees.
    let programme = Quota::new(Scope::Programme, 1);
    let three = [(0, 0), (1, 0), (3, 1)];
    check(&[Quota { at_most: 1, ..programme.clone() }], Ok((&three, 25, 0, 7)));
    check(&[Quota { at_least: 2, ..programme.clone() }], Ok((&alike, 32, 0, 0)));
    check(
        &[Quota { at_least: 3, ..programme }],
        Err(Error::QuotasImpossible { quotas: vec![0], needed: 3, available: 2 }),
    );
}

#[test]
fn impossible_quotas_are_named() {
    let at = |mentor: u32, group: u32| Quota::new(Scope::Mentor(mentor), group);
    let both = [Quota { at_least: 2, ..at(0, 0) }, at(1, 0), Quota { at_least: 1, ..at(0, 1) }];
    check(&both, Err(Error::QuotasImpossible { quotas: vec![0, 2], needed: 3, available: 2 }));
    let apart = [Quota { at_least: 2, ..at(0, 0) }, Quota { at_least: 1, ..at(1, 0) }];
    check(&apart, Err(Error::QuotasImpossible { quotas: vec![0, 1], needed: 3, available: 2 }));
    check(
        &[at(0, 0), Quota { at_least: 2, at_most: 1, ..at(0, 1) }],
        Err(Error::QuotaContradicts { quota: 1 }),
    );
    check(&[Quota { rewards: vec![1, 2], ..at(0, 1) }], Err(Error::RewardsRise { quota: 0 }));
    check(&[at(0, 1), at(1, 1), at(0, 1)], Err(Error::DoubledQuota { quota: 2 }));
    check(&[at(2, 1)], Err(Error::UnknownMentor { mentor: 2 }));
    // A large reward is fine, two are more than the sum can hold.
    check(
        &[Quota { rewards: vec![i64::MAX], ..at(0, 1) }],
        Ok((&[(0, 1), (1, 0), (2, 0), (3, 1)], 24, i64::MAX, 8)),
    );
    check(
        &[Quota { rewards: vec![5], ..at(1, 1) }, Quota { rewards: vec![i64::MAX; 2], ..at(0, 1) }],
        Err(Error::RewardOverflow { quota: 1 }),
    );
}

#[test]
fn groups_are_of_this_problem_and_nobody_may_close() {
    let (mut problem, mut quotas) = example();
    problem.mentors[1] = Person::new(2).at_least(2).or_nobody();
    assert_eq!(diverse(&problem, &quotas), Err(Error::MayClose { who: Who::Mentor(1) }));
    quotas.groups.pop();
    problem.mentors[1] = Person::new(2);
    assert_eq!(diverse(&problem, &quotas), Err(Error::WrongGroups));
}

/// A mentee with two places counts twice; who is free to stay alone does where a quota or a penalty makes it so.
#[test]
fn places_are_counted_and_pairs_may_be_free() {
    let arcs = [(0, 0, 5), (0, 1, 4), (1, 0, 3), (1, 1, 6)];
    let arcs: Vec<Arc> = arcs.iter().map(|&(mentee, mentor, fit)| Arc { mentee, mentor, fit }).collect();
    let mut problem = made(&[2, 1], &[1, 1], &arcs, vec![]);
    let quota = Quota { at_most: 1, ..Quota::new(Scope::Programme, 0) };
    let mut quotas = Quotas { groups: vec![Some(0), None], quotas: vec![quota] };
    assert_eq!(diverse(&problem, &quotas).unwrap().pairs, [(0, 0), (1, 1)]);
    quotas.quotas[0].at_most = 0;
    assert_eq!(diverse(&problem, &quotas).unwrap().pairs, [(1, 1)]);
    quotas.quotas[0] = Quota { rewards: vec![-3, -5], ..Quota::new(Scope::Programme, 0) };
    problem.pairs = Pairs::Free { unmatched: 3 };
    assert_eq!(diverse(&problem, &quotas).unwrap().pairs, [(1, 1)]);
}

#[test]
fn the_checker_says_where_it_fails() {
    let (problem, mut quotas) = example();
    let at = |mentor: u32, group: u32| Quota::new(Scope::Mentor(mentor), group);
    quotas.quotas = vec![Quota { at_most: 1, ..at(0, 0) }, Quota { rewards: vec![2], ..at(1, 1) }, at(1, 0)];
    let right = diverse(&problem, &quotas).unwrap();
    assert_eq!((right.total, right.reward), (24, 2));
    let check = |change: &dyn Fn(&mut Quotas, &mut DiversePlan), expect: Flaw| {
        let (mut quotas, mut plan) = (quotas.clone(), right.clone());
        change(&mut quotas, &mut plan);
        assert_eq!(verify_diverse(&problem, &quotas, &plan), Err(expect));
    };
    check(&|quotas, _| quotas.quotas[1].at_least = 2, Flaw::BelowQuota { quota: 1 });
    check(&|quotas, _| quotas.quotas[0].at_most = 0, Flaw::AboveQuota { quota: 0 });
    check(&|_, plan| plan.reward = 3, Flaw::WrongReward { claimed: 3, actual: 2 });
    check(&|_, plan| plan.quotas[0].fit = -1, Flaw::PriceOffQuota { quota: 0 });
    check(&|_, plan| plan.quotas[2].fit = 1, Flaw::PriceOffQuota { quota: 2 });
    check(&|_, plan| plan.price_of_diversity.fit += 1, Flaw::WrongPriceOfDiversity);
    check(&|_, plan| plan.without.pairs = plan.pairs.clone(), Flaw::WrongTotal { claimed: 32, actual: 24 });
    check(&|_, plan| plan.quotas.truncate(2), Flaw::WrongShape);
    check(&|quotas, _| quotas.quotas[1].rewards.push(3), Flaw::BrokenProblem);
    check(&|quotas, _| quotas.quotas[2].group = 1, Flaw::BrokenProblem);
    check(&|quotas, _| quotas.groups.truncate(3), Flaw::BrokenProblem);
    check(&|_, plan| plan.mentees[0].fit -= 100, Flaw::WorthMore { mentee: 0, mentor: 0 });
    check(&|_, plan| plan.mentors[0].fit += 100, Flaw::WorthLess { mentee: 1, mentor: 0 });
    assert_eq!(verify(&problem, &right.without), Ok(()));
}
