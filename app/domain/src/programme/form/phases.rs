//! The dates of the phases.

use super::date;
use crate::form::{Check, FieldError};
use crate::programme::phase::{self, Dates};
use crate::programme::{Phase, PhaseKind};
use crate::{Date, PhaseId};
use serde::{Deserialize, Serialize};

/// The dates of the phases: one start and one end for each of [`PhaseKind::ALL`]; both empty leaves a phase out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhasesForm {
    #[serde(default)]
    pub starts: Vec<String>,
    #[serde(default)]
    pub ends: Vec<String>,
}

impl PhasesForm {
    /// The phases in order, or what is wrong. Fields are named `starts-match`, `ends-match`.
    pub fn read(&self) -> Result<Vec<Dates>, Vec<FieldError>> {
        let mut check = Check::default();
        let mut dates = Vec::new();
        for (place, kind) in PhaseKind::ALL.iter().enumerate() {
            let typed =
                |list: &[String]| list.get(place).map(|text| text.trim().to_owned()).unwrap_or_default();
            let (starts, ends) = (typed(&self.starts), typed(&self.ends));
            if starts.is_empty() && ends.is_empty() {
                continue;
            }
            let from = date(&mut check, &format!("starts-{kind}"), &starts);
            let to = date(&mut check, &format!("ends-{kind}"), &ends);
            dates.extend(from.zip(to).map(|(from, to)| (*kind, from, to)));
        }
        for (kind, is_end, problem) in phase::problems(&dates) {
            check.refuse(format!("{}-{kind}", if is_end { "ends" } else { "starts" }), problem);
        }
        check.done(dates)
    }
}

impl From<&[Phase]> for PhasesForm {
    fn from(phases: &[Phase]) -> Self {
        let of = |kind: PhaseKind| phases.iter().find(|phase| phase.kind == kind);
        let written = |day: fn(&Phase) -> Date| {
            PhaseKind::ALL
                .iter()
                .map(|kind| of(*kind).map(|p| day(p).to_string()).unwrap_or_default())
                .collect()
        };
        Self { starts: written(|phase| phase.starts), ends: written(|phase| phase.ends) }
    }
}

/// Dates as phases: a phase that was keeps its id, a new one gets the next of `ids`.
pub fn with_ids(dates: &[Dates], old: &[Phase], mut ids: impl FnMut() -> PhaseId) -> Vec<Phase> {
    dates
        .iter()
        .map(|&(kind, starts, ends)| {
            let id = old.iter().find(|phase| phase.kind == kind).map_or_else(&mut ids, |phase| phase.id);
            Phase { id, kind, starts, ends }
        })
        .collect()
}
