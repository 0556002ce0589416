//! The plan on screen: what the server has said last, kept up to date by one's own answers and by what others do.

use super::api;
use crate::error::AppError;
use crate::form::new_command;
use crate::live::{self, AnyFrame};
use crate::ui::{Toasts, use_toasts};
use crate::wire::read;
use domain::mentorship::{Plan, Record, Saved, StepState, View};
use domain::stream::{Logged, Topic};
use domain::text::mentorship as words;
use domain::{Date, GoalId, Instant, MentorshipId, PersonId, StepId};
use leptos::prelude::*;
use serde_json::value::RawValue;

/// The plan that the members of a mentorship work on. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Bench {
    pub(super) id: MentorshipId,
    pub(super) me: PersonId,
    pub(super) plan: RwSignal<Plan>,
    pub(super) now: Instant,
    pub(super) today: Date,
    /// What somebody else has just done, for who does not see it happen.
    pub(super) said: RwSignal<String>,
    /// What its reader has just asked to be taken off the plan.
    pub(super) leaving: RwSignal<Option<Leaving>>,
    #[cfg(feature = "hydrate")]
    stream: Option<live::Live>,
}

/// A goal or a step on its way off the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    Goal(GoalId),
    Step(StepId),
}

impl Bench {
    /// Shows `plan` and follows it for as long as the caller is on screen.
    pub(super) fn follow(me: PersonId, plan: Plan, now: Instant, offset: i32) -> Self {
        let (id, version) = (plan.id, plan.version);
        let said = RwSignal::new(String::new());
        let bench = Self {
            id,
            me,
            plan: RwSignal::new(plan),
            now,
            today: now.date(offset),
            said,
            leaving: RwSignal::new(None),
            #[cfg(feature = "hydrate")]
            stream: use_context(),
        };
        bench.offer_undo();
        live::follow(
            Topic::Mentorship(id),
            version,
            move |frame| bench.take(frame),
            move || bench.read_again(),
        );
        bench
    }

    /// Takes over what the server answers to one's own command, as soon as it does.
    pub(super) fn keep(
        self,
        answer: impl Get<Value = Option<Result<Saved, AppError>>> + Send + Sync + 'static,
    ) {
        Effect::new(move || {
            if let Some(Ok(saved)) = answer.get() {
                self.merge(saved);
            }
        });
    }

    /// Says what was taken off, with a way back, as soon as it is off; its row is gone by then.
    fn offer_undo(self) {
        let toasts = use_toasts();
        Effect::new(move || {
            let gone = self.plan.with(|plan| match self.leaving.get()? {
                Leaving::Goal(id) => plan.goal(id).filter(|goal| goal.removed).map(|goal| goal.title.clone()),
                Leaving::Step(id) => plan.step(id).filter(|step| step.removed).map(|step| step.title.clone()),
            });
            let (Some(title), Some(leaving)) = (gone, self.leaving.get_untracked()) else { return };
            self.leaving.set(None);
            let said = match leaving {
                Leaving::Goal(_) => words::removed_goal(title),
                Leaving::Step(_) => words::removed_step(title),
            };
            toasts.undo(said, move || self.bring_back(leaving, toasts));
        });
    }

    /// Puts back what was taken off. The page may have been left meanwhile.
    fn bring_back(self, what: Leaving, toasts: Toasts) {
        leptos::task::spawn_local(async move {
            let answer = match what {
                Leaving::Goal(goal) => api::restore_goal(new_command(), self.id, goal).await,
                Leaving::Step(step) => api::restore_step(new_command(), self.id, step).await,
            };
            match answer {
                Ok(saved) => self.merge(saved),
                Err(error) => toasts.fail(error.sentence()),
            }
        });
    }

    fn take(self, frame: AnyFrame) {
        let Some(rows) = read(&frame.rows) else {
            self.read_again();
            return;
        };
        self.merge(Saved { previous: frame.previous, version: frame.version, rows });
        if let Some(said) = frame.events.iter().rev().find_map(|event| self.tell(event)) {
            self.said.set(said);
        }
    }

    fn merge(self, saved: Saved) {
        // None where the page has been left.
        let Some(version) = self.plan.try_with_untracked(|plan| plan.version) else { return };
        if saved.previous > version {
            self.read_again();
        } else if saved.version > version {
            self.plan.update(|plan| {
                plan.merge(saved.previous, saved.version, saved.rows);
            });
        }
    }

    /// Reads the whole plan again, where something was missed.
    fn read_again(self) {
        leptos::task::spawn_local(async move {
            let Ok(page) = api::load_mentorship(self.id).await else { return };
            if let View::Whole { plan, .. } = page.view {
                #[cfg(feature = "hydrate")]
                if let Some(stream) = self.stream {
                    stream.seen(Topic::Mentorship(self.id), plan.version);
                }
                self.plan.try_set(*plan);
            }
        });
    }

    /// What somebody else did, in a sentence.
    fn tell(self, event: &Logged<Box<RawValue>>) -> Option<String> {
        let by = event.actor.filter(|by| *by != self.me)?;
        let record: Record = read(&event.payload)?;
        self.plan.with_untracked(|plan| {
            let by = plan.member(by)?.person.name.clone();
            let step = record.step.and_then(|step| plan.step(step));
            let goal = record.goal.and_then(|goal| plan.goal(goal));
            let title = step.map(|step| &step.title).or(goal.map(|goal| &goal.title))?;
            Some(match event.kind.as_str() {
                "mentorship.goal_added" | "mentorship.step_added" => words::said_added(by, title),
                "mentorship.goal_removed" | "mentorship.step_removed" => words::said_removed(by, title),
                "mentorship.step_state_set" if record.state == Some(StepState::Done) => {
                    words::said_done(by, title)
                }
                _ => words::said_changed(by, title),
            })
        })
    }
}
