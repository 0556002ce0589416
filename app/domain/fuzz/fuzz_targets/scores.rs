//! Any bytes as scores: read or refused, never a panic; and what was read is read again as it is written.

#![no_main]

use domain::exchange::{Decimal, Source, Sources, pairs_of, plan_csv, read, read_plan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let scores = Some(Source { name: "scores.csv", bytes });
    let Ok(instance) = read(&Sources { scores, ..Sources::default() }, Decimal::default()) else { return };
    let pairs: Vec<_> = instance.scores.iter().flatten().map(|arc| (arc.mentee, arc.mentor)).collect();
    let text = plan_csv(&instance, &pairs);
    let written = Source { name: "plan.csv", bytes: text.as_bytes() };
    let rows = read_plan(&written).expect("what was written can be read");
    assert_eq!(pairs_of(&instance, &rows), Ok(pairs));
    let again = read(&Sources { scores: Some(written), ..Sources::default() }, Decimal::default());
    assert_eq!(again, Ok(instance));
});
