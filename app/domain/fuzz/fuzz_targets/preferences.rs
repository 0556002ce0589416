//! Any bytes as preferences, capacities, blocks and pins, parted by zero bytes: what can be read has a stable plan for
//! either side, or a minimum that none can meet.

#![no_main]

use domain::exchange::{Answer, Decimal, Objective, Question, Source, Sources, Task, check, read};
use libfuzzer_sys::fuzz_target;
use matching::Side;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut part = |name| parts.next().filter(|bytes| !bytes.is_empty()).map(|bytes| Source { name, bytes });
    let sources = Sources {
        scores: None,
        preferences: part("preferences.csv"),
        capacities: part("capacities.csv"),
        blocks: part("blocks.csv"),
        pins: part("pins.csv"),
        ..Sources::default()
    };
    let instance = match read(&sources, Decimal::default()) {
        Ok(instance) => instance,
        Err(fault) => return assert!(fault.sentence().contains(", line ")),
    };
    for side in [Side::Mentee, Side::Mentor] {
        let question = Question { objective: Objective::Stable, side, free: false };
        let task = Task::new(&instance, &question).expect("nothing is too large without scores");
        match task.solve(&instance) {
            Ok(Answer::Stable(answer)) => {
                assert!(
                    !answer.plan.blocking.iter().any(|_| instance.pins.is_empty()),
                    "only pins make pairs block"
                );
                assert_eq!(check(&instance, &task, &Answer::Stable(answer)), Ok(()));
            }
            Ok(_) => panic!("asked for a stable plan"),
            Err(cause) => assert!(!cause.sentence(&instance).is_empty()),
        }
    }
});
