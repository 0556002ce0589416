//! Any bytes as a plan and a certificate, parted by a zero byte, for one small problem whose best plan is known: nothing
//! else than a best plan is accepted.

#![no_main]

use domain::exchange::{
    Answer, Certificate, Decimal, Objective, Question, Source, Sources, Task, check, pairs_of, read,
    read_plan,
};
use libfuzzer_sys::fuzz_target;

const SCORES: &[u8] = b"mentee,mentor,score\na,x,5\na,y,4\nb,x,4\nb,y,1\nc,x,3\nc,y,3\n";
const CAPACITIES: &[u8] = b"side,id,capacity,minimum,may_close\nmentor,x,2,1,\nmentor,y,2,2,yes\n";
const GROUPS: &[u8] = b"id,group\na,m\nb,w\nc,w\n";
const QUOTAS: &[u8] = b"scope,id,group,at_most,reward\nmentor,,w,1,2 1\nprogramme,,m,,-1\n";
/// Fair and diverse plans know no closing.
const OPEN: &[u8] = b"side,id,capacity,minimum\nmentor,x,2,1\nmentor,y,2,1\n";

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let (Some(plan), Some(certificate)) = (parts.next(), parts.next()) else { return };
    let Ok(rows) = read_plan(&Source { name: "plan.csv", bytes: plan }) else { return };
    let Ok(certificate) = serde_json::from_slice::<Certificate>(certificate) else { return };
    for objective in [Objective::Total, Objective::Fair, Objective::Stable, Objective::Diverse] {
        let question = Question { objective, ..Question::default() };
        let scores = Some(Source { name: "scores.csv", bytes: SCORES });
        let open = matches!(objective, Objective::Fair | Objective::Diverse);
        let bytes = if open { OPEN } else { CAPACITIES };
        let capacities = Some(Source { name: "capacities.csv", bytes });
        let groups = Some(Source { name: "groups.csv", bytes: GROUPS });
        let quotas = Some(Source { name: "quotas.csv", bytes: QUOTAS });
        let sources = Sources { scores, capacities, groups, quotas, ..Sources::default() };
        let instance = read(&sources, Decimal::default()).expect("a right problem");
        let task = Task::new(&instance, &question).expect("a right problem");
        let Ok(pairs) = pairs_of(&instance, &rows) else { return };
        let Ok(answer) = certificate.answer(&instance, "hash", &question, pairs) else { continue };
        match check(&instance, &task, &answer) {
            Ok(()) => right(&task, &answer, &task.solve(&instance).expect("a plan exists")),
            Err(rejection) => assert!(!rejection.sentence(&instance, "plan.csv", "plan.json").is_empty()),
        }
    }
});

fn right(task: &Task, answer: &Answer, best: &Answer) {
    match (task, answer, best) {
        (Task::Total(problem), Answer::Total(plan), Answer::Total(best)) => {
            assert_eq!(matching::verify(problem, best), Ok(()));
            assert!(plan.pairs.len() as i64 + plan.gap.count >= best.pairs.len() as i64);
            assert!(plan.gap != matching::Price::ZERO || plan.total == best.total);
        }
        (Task::Fair(problem), Answer::Fair(plan), Answer::Fair(best)) => {
            assert_eq!(matching::verify_fair(problem, best), Ok(()));
            assert_eq!((plan.pairs.len(), plan.total), (best.pairs.len(), best.total));
        }
        (Task::Diverse(problem, quotas), Answer::Diverse(plan), Answer::Diverse(best)) => {
            assert_eq!(matching::verify_diverse(problem, quotas, best), Ok(()));
            assert_eq!(
                (plan.pairs.len(), plan.total + plan.reward),
                (best.pairs.len(), best.total + best.reward)
            );
            assert_eq!(plan.without.total, best.without.total);
        }
        (_, answer, best) => assert_eq!(answer.pairs(), best.pairs()),
    }
}
