//! `trellis match` and `trellis verify`: the engine for scripts, from files to files, without a database.
//!
//! Owns the options, opening and closing files, the clock and the exit status. What the files mean is
//! `domain::exchange`, who is matched with whom is the engine.

mod files;

use clap::{Args, ValueEnum};
use domain::exchange::{
    Answer, Certificate, Decimal, Instance, Objective, Question, Sources, Summary, Task, check, pairs_of,
    plan_csv, read, read_plan, regret_csv,
};
use domain::text::exchange as words;
use files::{Given, write};
use matching::Side;
use std::process::ExitCode;
use std::time::Instant;

/// What is to be matched, and what "best" means
#[derive(Args, Clone, Debug)]
pub struct InputArgs {
    /// CSV with mentee,mentor,score: a row for each allowed pair. This and all other files can be - for standard input,
    /// and are unpacked where their names end in .gz
    #[arg(long, value_name = "FILE")]
    pub scores: Option<String>,
    /// CSV with side,id,capacity and, if wanted, minimum and may_close; who is not there has one place
    #[arg(long, value_name = "FILE")]
    pub capacities: Option<String>,
    /// CSV with side,id,rank,choice: equal ranks are ties, who is not listed is not acceptable
    #[arg(long, value_name = "FILE")]
    pub preferences: Option<String>,
    /// CSV with mentee,mentor: pairs that must be
    #[arg(long, value_name = "FILE")]
    pub pins: Option<String>,
    /// CSV with mentee,mentor: pairs that must not be
    #[arg(long, value_name = "FILE")]
    pub blocks: Option<String>,
    /// The highest total score, no two people who would rather have each other, or the least served first
    #[arg(long, value_name = "WHAT", default_value = "total")]
    pub objective: WantedObjective,
    /// The side that gets its best stable plan
    #[arg(long, value_name = "SIDE", default_value = "mentee")]
    pub side: WantedSide,
    /// As many pairs as possible before the total counts, or the total alone
    #[arg(long, value_name = "WHICH", default_value = "maximum")]
    pub pairs: WantedPairs,
    /// What a mentee without a mentor counts with --pairs free
    #[arg(long, value_name = "N", default_value = "0", allow_hyphen_values = true, value_parser = unmatched)]
    pub unmatched: Decimal,
}

/// Match mentees with mentors from CSV files
///
/// Prints the plan as CSV unless --out names a file. Exit status: 0 done; 1 no plan exists; 2 a file or an option is
/// wrong.
#[derive(Args, Clone, Debug)]
pub struct MatchArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// Where the plan goes: mentee,mentor,score
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
    /// Where the proof goes, for `trellis verify`
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<String>,
    /// Where the cost of forcing each pair goes: mentee,mentor,loss
    #[arg(long, value_name = "FILE")]
    pub regret: Option<String>,
    /// Where the figures of the plan go, as JSON
    #[arg(long, value_name = "FILE")]
    pub summary: Option<String>,
}

/// Check a plan and its certificate against the files they were made from
///
/// Exit status: 0 the plan is right; 1 it is not, and why; 2 a file or an option is wrong.
#[derive(Args, Clone, Debug)]
pub struct VerifyArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// The plan, as `trellis match` writes it
    #[arg(long, value_name = "FILE")]
    pub plan: String,
    /// Its certificate
    #[arg(long, value_name = "FILE")]
    pub certificate: String,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedObjective {
    Total,
    Stable,
    Fair,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedSide {
    Mentee,
    Mentor,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedPairs {
    Maximum,
    Free,
}

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
    ended(accept(args).map(|sentence| println!("{sentence}")))
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
    let question = args.input.question()?;
    if args.regret.is_some() && question.objective != Objective::Total {
        return Err(Stop::Bad(words::total_only("--regret")));
    }
    let given = Given::read(&args.input, &[]).map_err(Stop::Bad)?;
    let sources = given.sources();
    let (instance, task) = args.input.task(&question, &sources)?;

    let started = Instant::now();
    let answer = task.solve(&instance).map_err(|cause| no_plan(&cause, &sources, &instance))?;
    let losses = match (&task, &answer) {
        (Task::Total(problem), Answer::Total(plan)) if args.regret.is_some() => Some(regrets(problem, plan)),
        _ => None,
    };
    let milliseconds = started.elapsed().as_micros() as f64 / 1000.0;

    let hash = hash(&instance);
    let out = |file: &str, text: &str| write(file, text).map_err(Stop::Bad);
    out(args.out.as_deref().unwrap_or("-"), &plan_csv(&instance, answer.pairs()))?;
    if let Some(file) = &args.certificate {
        out(file, &json(&Certificate::new(&instance, &hash, &question, &answer))?)?;
    }
    if let (Some(file), Some(losses)) = (&args.regret, losses) {
        out(file, &regret_csv(&instance, losses))?;
    }
    if let Some(file) = &args.summary {
        out(file, &json(&Summary::new(&instance, &question, &answer, hash, milliseconds))?)?;
    }
    Ok(())
}

/// A sentence that says what is proved.
fn accept(args: &VerifyArgs) -> Result<&'static str, Stop> {
    let question = args.input.question()?;
    let given = Given::read(&args.input, &[&args.plan, &args.certificate]).map_err(Stop::Bad)?;
    let (instance, task) = args.input.task(&question, &given.sources())?;
    let (plan, certificate) = (given.other(0), given.other(1));
    let rows = read_plan(&plan).map_err(|fault| Stop::Bad(fault.sentence()))?;
    let proof: Certificate = serde_json::from_slice(certificate.bytes)
        .map_err(|cause| Stop::Bad(words::bad_certificate(certificate.name, cause.line(), &cause)))?;
    let answer = pairs_of(&instance, &rows)
        .and_then(|pairs| proof.answer(&instance, &hash(&instance), &question, pairs))
        .and_then(|answer| check(&instance, &task, &answer).map(|()| answer))
        .map_err(|rejection| Stop::No(rejection.sentence(&instance, plan.name, certificate.name)))?;
    Ok(match answer {
        Answer::Total(plan) if plan.gap != matching::Price::ZERO => words::accepted_within(),
        Answer::Stable(_) => words::accepted_stable(),
        _ => words::accepted(),
    })
}

impl InputArgs {
    fn question(&self) -> Result<Question, Stop> {
        let objective = match self.objective {
            WantedObjective::Total => Objective::Total,
            WantedObjective::Stable => Objective::Stable,
            WantedObjective::Fair => Objective::Fair,
        };
        let free = self.pairs == WantedPairs::Free;
        if objective == Objective::Stable && self.scores.is_none() && self.preferences.is_none() {
            return Err(Stop::Bad(words::needs_lists().to_owned()));
        }
        if objective != Objective::Stable && self.scores.is_none() {
            return Err(Stop::Bad(words::needs_scores().to_owned()));
        }
        if objective != Objective::Total && free {
            return Err(Stop::Bad(words::total_only("--pairs free")));
        }
        let side = match self.side {
            WantedSide::Mentee => Side::Mentee,
            WantedSide::Mentor => Side::Mentor,
        };
        Ok(Question { objective, side, free })
    }

    fn task(&self, question: &Question, sources: &Sources) -> Result<(Instance, Task), Stop> {
        let instance = read(sources, self.unmatched).map_err(|fault| Stop::Bad(fault.sentence()))?;
        match Task::new(&instance, question) {
            Ok(task) => Ok((instance, task)),
            Err(cause) => Err(no_plan(&cause, sources, &instance)),
        }
    }
}

fn no_plan(cause: &domain::exchange::Unsolved, sources: &Sources, instance: &Instance) -> Stop {
    match cause.fault(sources.scores.as_ref(), instance) {
        Some(fault) => Stop::Bad(fault.sentence()),
        None => Stop::No(words::no_plan(cause.sentence(instance))),
    }
}

/// What forcing each allowed pair costs.
fn regrets(
    _problem: &matching::Problem,
    _plan: &matching::Plan,
) -> std::vec::IntoIter<((u32, u32), Option<i64>)> {
    Vec::new().into_iter()
}

fn unmatched(given: &str) -> Result<Decimal, String> {
    given.parse().map_err(|_| words::bad_unmatched().to_owned())
}

fn json(what: &impl serde::Serialize) -> Result<String, Stop> {
    let text = serde_json::to_string_pretty(what).map_err(|cause| Stop::Bad(cause.to_string()))?;
    Ok(text + "\n")
}

/// The hash of the input in its canonical form.
fn hash(instance: &Instance) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    instance.canonical(|bytes| hash.update(bytes));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
