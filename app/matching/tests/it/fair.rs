//! The fairest plan against brute force, and its checker against changes.

use crate::brute;
use crate::problems::{made, medium, varied};
use matching::{
    Arc, Error, FairPlan, Flaw, Pairs, Person, Problem, Who, fair, guaranteed, guarantees, verify,
    verify_fair,
};
use proptest::prelude::*;

/// Most pairs first, then the lowest fits as high as can be.
fn fairest(problem: &Problem) -> Option<(usize, Vec<i64>)> {
    let mut best: Option<(usize, Vec<i64>)> = None;
    brute::every(problem, &mut |chosen| {
        let counts = |arc: &Arc| match problem.pairs {
            Pairs::Maximum => true,
            Pairs::Free { unmatched } => {
                arc.fit > unmatched || problem.pins.contains(&(arc.mentee, arc.mentor))
            }
        };
        if chosen.iter().all(counts) {
            let mut fits: Vec<i64> = chosen.iter().map(|arc| arc.fit).collect();
            fits.sort_unstable();
            best = std::mem::take(&mut best).max(Some((fits.len(), fits)));
        }
    });
    best
}

fn fits(problem: &Problem, plan: &FairPlan) -> (usize, Vec<i64>) {
    let fit = |pair: &(u32, u32)| problem.arcs.fit(pair.0, pair.1).unwrap();
    let mut fits: Vec<i64> = plan.pairs.iter().map(fit).collect();
    fits.sort_unstable();
    (fits.len(), fits)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn brute_force_finds_nothing_fairer(problem in varied(12)) {
        match fair(&problem) {
            Ok(plan) => {
                prop_assert_eq!(Some(fits(&problem, &plan)), fairest(&problem));
                prop_assert_eq!(verify_fair(&problem, &plan), Ok(()));
            }
            Err(error) => prop_assert_eq!(fairest(&problem), None, "{:?}", error),
        }
    }

    /// From the best total to the fairest worst pair; each step is the best for its guarantee.
    #[test]
    fn guarantees_rise_to_the_fairest(problem in varied(12)) {
        let problem = Problem { pairs: Pairs::Maximum, ..problem };
        let Ok(steps) = guarantees(&problem) else { return Ok(()) };
        for (step, next) in steps.iter().zip(&steps[1..]) {
            prop_assert!(step.minimum < next.minimum && step.plan.total >= next.plan.total);
            prop_assert_eq!(step.plan.pairs.len(), next.plan.pairs.len());
        }
        for step in steps.iter().filter(|step| step.minimum.is_some()) {
            prop_assert_eq!(verify(&guaranteed(&problem, step.minimum.unwrap()).unwrap(), &step.plan), Ok(()));
        }
        let fairest = fair(&problem).unwrap();
        let free = fairest.pairs.iter().filter(|pair| !problem.pins.contains(pair));
        let worst = free.map(|pair| problem.arcs.fit(pair.0, pair.1).unwrap()).min();
        prop_assert_eq!(steps.last().unwrap().minimum, worst);
    }

    /// Whatever the stages say: only fairest plans are accepted.
    #[test]
    fn only_fairest_plans_are_accepted(
        problem in varied(10),
        dropped in 0..20_usize,
        changes in prop::collection::vec((0..4_usize, any::<bool>(), 0..5_usize, -2..=2_i64), 0..3),
    ) {
        let Ok(mut plan) = fair(&problem) else { return Ok(()) };
        if dropped < plan.pairs.len() {
            let (mentee, mentor) = plan.pairs.remove(dropped);
            plan.total -= problem.arcs.fit(mentee, mentor).unwrap();
        }
        for (stage, mentors, at, change) in changes {
            let prices = match stage.checked_sub(1) {
                None => Some(&mut plan.count),
                Some(stage) => plan.stages.get_mut(stage).map(|stage| &mut stage.prices),
            };
            let side = prices.map(|prices| if mentors { &mut prices.mentors } else { &mut prices.mentees });
            if let Some(price) = side.and_then(|side| side.get_mut(at)) {
                price.1 += change;
            }
        }
        if verify_fair(&problem, &plan).is_ok() {
            prop_assert_eq!(Some(fits(&problem, &plan)), fairest(&problem));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_fair_plan_is_proved(problem in medium()) {
        prop_assert_eq!(verify_fair(&problem, &fair(&problem).unwrap()), Ok(()));
    }
}

/// The sum would take 9 and 1; fair takes 5 and 4.
#[test]
fn the_worst_pair_counts_first() {
    let fits = [(0, 0, 9), (0, 1, 5), (1, 0, 4), (1, 1, 1)];
    let arcs: Vec<Arc> = fits.iter().map(|&(mentee, mentor, fit)| Arc { mentee, mentor, fit }).collect();
    let mut problem = made(&[1, 1], &[1, 1], &arcs, vec![]);
    let mut plan = fair(&problem).unwrap();
    assert_eq!((&plan.pairs[..], plan.total), (&[(0, 1), (1, 0)][..], 9));
    assert_eq!(plan.stages[0].levels[0].fit, 4);
    plan.stages[0].levels[0].weight = 0;
    assert_eq!(verify_fair(&problem, &plan), Err(Flaw::WrongLevels));
    problem.mentors[1] = Person::new(1).at_least(1).or_nobody();
    assert_eq!(fair(&problem), Err(Error::MayClose { who: Who::Mentor(1) }));
}

/// A level may be as high as a fit can be.
#[test]
fn the_highest_fit_is_a_level_like_others() {
    let fits = (0..).zip([i64::MAX, 1_000_000, -4]);
    let arcs: Vec<Arc> = fits.map(|(mentee, fit)| Arc { mentee, mentor: 0, fit }).collect();
    let problem = made(&[1, 1, 1], &[1], &arcs, vec![]);
    let plan = fair(&problem).unwrap();
    assert_eq!((&plan.pairs, plan.total), (&vec![(0, 0)], i64::MAX));
    assert_eq!(verify_fair(&problem, &plan), Ok(()));
}
