//! `trellis match` and `trellis verify`: the engine for scripts, from files to files, without a database.
//!
//! Owns opening and closing files, the clock and the exit status. What the files mean is
//! `domain::exchange`, who is matched with whom is the engine.

mod files;
mod options;

use domain::exchange::{
    Answer, Certificate, Instance, Losses, Objective, Question, Sources, Summary, Task, check, pairs_of,
    plan_csv, read, read_plan, regret_head, regret_rows,
};
use domain::text::exchange as words;
use files::{Given, write};
use options::InputArgs;
pub use options::{MatchArgs, VerifyArgs};
use service::board::input_hash;
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Why the command ends early.
enum Stop {
    /// Exit status 1: the question has been answered with no.
    No(String),
    /// Exit status 2: the question cannot be asked like that.
    Bad(String),
}

/// Finds a plan and writes it.
pub fn find(args: &MatchArgs) -> ExitCode {
    ended(find_and_write(args))
}

/// Checks a plan.
pub fn verify(args: &VerifyArgs) -> ExitCode {
    ended(accept(args).map(|sentence| {
        // Nobody may be reading any more; the exit status says the same.
        let _ = writeln!(std::io::stdout(), "{sentence}");
    }))
}

fn ended(result: Result<(), Stop>) -> ExitCode {
    let (sentence, status) = match result {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Stop::No(sentence)) => (sentence, 1),
        Err(Stop::Bad(sentence)) => (sentence, 2),
    };
    eprintln!("trellis: {sentence}");
    ExitCode::from(status)
}

fn find_and_write(args: &MatchArgs) -> Result<(), Stop> {
    let question = args.input.question().map_err(Stop::Bad)?;
    if args.regret.is_some() && question.objective != Objective::Total {
        return Err(Stop::Bad(words::total_only("--regret")));
    }
    let given = Given::read(&args.input, &[]).map_err(Stop::Bad)?;
    let sources = given.sources();
    let (instance, task) = task(&args.input, &question, &sources)?;

    let mut solving = Stopwatch::default();
    let answer = solving.time(|| task.solve(&instance));
    let answer = answer.map_err(|cause| no_plan(&cause, &sources, &instance))?;

    let hash = input_hash(&instance);
    let out = |file: &str, text: &str| write(file, text).map_err(Stop::Bad);
    out(args.out.as_deref().unwrap_or("-"), &plan_csv(&instance, answer.pairs()))?;
    if let Some(file) = &args.certificate {
        out(file, &json(&Certificate::new(&instance, &hash, &question, &answer))?)?;
    }
    if let Some(file) = &args.regret {
        let losses = solving.time(|| Losses::new(&task, &answer));
        let losses = losses.map_err(|cause| no_plan(&cause, &sources, &instance))?;
        let mut text = String::from(regret_head());
        for mentee in 0..instance.mentees.len() as u32 {
            regret_rows(&mut text, &instance, mentee, &solving.time(|| losses.of(mentee)));
        }
        out(file, &text)?;
    }
    if let Some(file) = &args.summary {
        let milliseconds = solving.0.as_micros() as f64 / 1000.0;
        out(file, &json(&Summary::new(&instance, &question, &answer, hash, milliseconds))?)?;
    }
    Ok(())
}

/// The time that solving takes, without reading and writing.
#[derive(Default)]
struct Stopwatch(Duration);

impl Stopwatch {
    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let done = work();
        self.0 += started.elapsed();
        done
    }
}

/// A sentence that says what is proved.
fn accept(args: &VerifyArgs) -> Result<&'static str, Stop> {
    let question = args.input.question().map_err(Stop::Bad)?;
    let given = Given::read(&args.input, &[&args.plan, &args.certificate]).map_err(Stop::Bad)?;
    let (instance, task) = task(&args.input, &question, &given.sources())?;
    let (plan, certificate) = (given.other(0), given.other(1));
    let rows = read_plan(&plan).map_err(|fault| Stop::Bad(fault.sentence()))?;
    let proof: Certificate = serde_json::from_slice(certificate.bytes)
        .map_err(|cause| Stop::Bad(words::bad_certificate(certificate.name, cause.line(), &cause)))?;
    let answer = pairs_of(&instance, &rows)
        .and_then(|pairs| proof.answer(&instance, &input_hash(&instance), &question, pairs))
        .and_then(|answer| check(&instance, &task, &answer).map(|()| answer))
        .map_err(|rejection| Stop::No(rejection.sentence(&instance, plan.name, certificate.name)))?;
    Ok(match answer {
        Answer::Total(plan) if plan.gap != matching::Price::ZERO => words::accepted_within(),
        Answer::Stable(_) => words::accepted_stable(),
        _ => words::accepted(),
    })
}

/// The problem that the files state.
fn task(args: &InputArgs, question: &Question, sources: &Sources) -> Result<(Instance, Task), Stop> {
    let instance = read(sources, args.unmatched).map_err(|fault| Stop::Bad(fault.sentence()))?;
    match Task::new(&instance, question) {
        Ok(task) => Ok((instance, task)),
        Err(cause) => Err(no_plan(&cause, sources, &instance)),
    }
}

fn no_plan(cause: &domain::exchange::Unsolved, sources: &Sources, instance: &Instance) -> Stop {
    match cause.fault(sources, instance) {
        Some(fault) => Stop::Bad(fault.sentence()),
        None => Stop::No(words::no_plan(cause.sentence(instance))),
    }
}

fn json(what: &impl serde::Serialize) -> Result<String, Stop> {
    let text = serde_json::to_string_pretty(what).map_err(|cause| Stop::Bad(cause.to_string()))?;
    Ok(text + "\n")
}
