//! `trellis match` and `trellis verify` as scripts use them: files in, files and an exit status out.

use serde_json::Value;
use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A folder of files for one problem.
struct Folder(TempDir);

/// How a command ended.
#[derive(Debug)]
struct Ended {
    status: i32,
    out: String,
    error: String,
}

impl Folder {
    fn new(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (name, text) in files {
            std::fs::write(folder.path(name), text).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn summary(&self) -> Value {
        serde_json::from_str(&self.text("summary.json")).unwrap()
    }

    /// Runs a command in this folder, with this text as standard input.
    fn run_with(&self, arguments: &str, input: &[u8]) -> Ended {
        let mut child = Command::new(env!("CARGO_BIN_EXE_trellis"))
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that does not read closes the pipe before all is written.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        Ended {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            error: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn run(&self, arguments: &str) -> Ended {
        self.run_with(arguments, b"")
    }

    /// Solves with these options and verifies the answer; the plan.
    #[track_caller]
    fn solved(&self, options: &str) -> String {
        let outputs = "--out plan.csv --certificate plan.json --summary summary.json";
        let ended = self.run(&format!("match {options} {outputs}"));
        assert_eq!((ended.status, ended.error.as_str()), (0, ""), "{options}");
        let ended = self.run(&format!("verify {options} --plan plan.csv --certificate plan.json"));
        assert_eq!((ended.status, ended.error.as_str()), (0, ""), "{options}");
        assert!(ended.out.starts_with("The plan is right"), "{}", ended.out);
        self.text("plan.csv")
    }

    /// Ends with this status, and the sentence names all of this.
    #[track_caller]
    fn refused(&self, arguments: &str, status: i32, named: &[&str]) {
        let ended = self.run(arguments);
        assert_eq!(ended.status, status, "{arguments}: {ended:?}");
        for name in named {
            assert!(ended.error.contains(name), "{arguments}: {name} is not in {}", ended.error);
        }
    }
}

const SCORES: &str = "mentee,mentor,score\nann,max,5\nann,ned,4.5\nbea,max,5\nbea,ned,1\ncas,max,3\n";

#[test]
fn the_plan_has_most_pairs_and_then_the_highest_total() {
    let folder =
        Folder::new(&[("scores.csv", SCORES), ("capacities.csv", "side,id,capacity\nmentor,max,2\n")]);
    // Without a second place at max somebody is left out; with it, nobody.
    assert_eq!(folder.solved("--scores scores.csv"), "mentee,mentor,score\nann,ned,4.5\nbea,max,5\n");
    assert_eq!(folder.summary()["unmatched"], 1);
    let plan = folder.solved("--scores scores.csv --capacities capacities.csv");
    assert_eq!(plan, "mentee,mentor,score\nann,ned,4.5\nbea,max,5\ncas,max,3\n");
    let summary = folder.summary();
    assert_eq!(
        (&summary["total"], &summary["pairs"], &summary["unmatched"]),
        (&12.5.into(), &3.into(), &0.into())
    );
    assert_eq!((&summary["objective"], &summary["gap"]), (&"total".into(), &0.into()));
    assert_eq!(summary["input_hash"].as_str().unwrap().len(), 64);
    assert!(summary["milliseconds"].is_number() && summary["engine_version"].is_string());
}

#[test]
fn both_sides_have_places_pins_and_blocks() {
    let folder = Folder::new(&[
        ("scores.csv", SCORES),
        ("capacities.csv", "side,id,capacity\nmentee,ann,2\nmentor,max,2\nmentor,ned,1\n"),
        ("pins.csv", "mentee,mentor\ncas,max\n"),
        ("blocks.csv", "mentee,mentor\nbea,max\n"),
    ]);
    let options = "--scores scores.csv --capacities capacities.csv --pins pins.csv --blocks blocks.csv";
    assert_eq!(folder.solved(options), "mentee,mentor,score\nann,max,5\nann,ned,4.5\ncas,max,3\n");
}

#[test]
fn a_match_can_be_weighed_itself() {
    let folder = Folder::new(&[("scores.csv", "mentee,mentor,score\na,x,3\na,y,-1\nb,x,10\nb,y,-2\n")]);
    assert_eq!(folder.solved("--scores scores.csv").lines().count(), 3);
    let free = "--scores scores.csv --pairs free";
    assert_eq!(folder.solved(free), "mentee,mentor,score\nb,x,10\n");
    assert_eq!(folder.solved(&format!("{free} --unmatched -1.5")), "mentee,mentor,score\na,y,-1\nb,x,10\n");
    assert_eq!(folder.solved(&format!("{free} --unmatched 10.5")), "mentee,mentor,score\n");
}

#[test]
fn minimums_are_met_or_refused() {
    let folder = Folder::new(&[
        ("scores.csv", "mentee,mentor,score\na,x,9\nb,x,9\nc,x,9\na,y,1\nb,y,2\n"),
        ("met.csv", "side,id,capacity,minimum\nmentor,x,3,0\nmentor,y,2,1\n"),
        ("impossible.csv", "side,id,capacity,minimum\nmentor,x,3,3\nmentor,y,2,1\n"),
        ("close.csv", "side,id,capacity,minimum,may_close\nmentor,x,3,2,yes\nmentor,y,2,2,yes\n"),
    ]);
    let plan = folder.solved("--scores scores.csv --capacities met.csv");
    assert_eq!(plan, "mentee,mentor,score\na,x,9\nb,y,2\nc,x,9\n");
    folder.refused("match --scores scores.csv --capacities impossible.csv", 1, &["No plan exists", "x"]);
    // Nobody comes to y, so y closes.
    let plan = folder.solved("--scores scores.csv --capacities close.csv");
    assert_eq!(plan, "mentee,mentor,score\na,x,9\nb,x,9\nc,x,9\n");
}

const LISTS: &str = "side,id,rank,choice
mentee,a,1,x\nmentee,a,2,y\nmentee,b,1,y\nmentee,b,2,x\nmentee,c,1,x
mentor,x,1,b\nmentor,x,2,a\nmentor,y,1,a\nmentor,y,2,b\nmentor,x,3,c\n";

#[test]
fn a_stable_plan_is_the_best_for_one_side() {
    let folder = Folder::new(&[("lists.csv", LISTS), ("pins.csv", "mentee,mentor\nc,x\n")]);
    let stable = "--preferences lists.csv --objective stable";
    assert_eq!(folder.solved(stable), "mentee,mentor,score\na,x,\nb,y,\n");
    let summary = folder.summary();
    assert_eq!((&summary["total"], &summary["blocking_pairs"]), (&Value::Null, &0.into()));
    assert_eq!(summary["stable"]["mentees_with_free_places"], serde_json::json!(["c"]));
    let mentors = format!("{stable} --side mentor");
    assert_eq!(folder.solved(&mentors), "mentee,mentor,score\na,y,\nb,x,\n");
    folder.refused(&format!("verify {stable} --plan plan.csv --certificate plan.json"), 1, &["plan.json"]);
    // x would rather have either of the others, and a would rather have x.
    let pinned = format!("{stable} --pins pins.csv");
    assert_eq!(folder.solved(&pinned), "mentee,mentor,score\na,y,\nc,x,\n");
    let summary = folder.summary();
    assert_eq!(summary["blocking_pairs"], 2);
    assert_eq!(summary["stable"]["blocking"], serde_json::json!([["a", "x"], ["b", "x"]]));
}

/// y would get one mentee and needs two, so it has nobody, and its mentee goes to z.
#[test]
fn who_may_close_does_so_rather_than_have_too_few() {
    let lists = "side,id,rank,choice\nmentee,a,1,x\nmentee,b,1,y\nmentee,b,2,z\n";
    let folder = Folder::new(&[
        ("lists.csv", lists),
        ("close.csv", "side,id,capacity,minimum,may_close\nmentor,y,2,2,yes\n"),
        ("stay.csv", "side,id,capacity,minimum,may_close\nmentor,y,2,2,no\n"),
    ]);
    let stable = "--preferences lists.csv --objective stable --capacities";
    assert_eq!(folder.solved(&format!("{stable} close.csv")), "mentee,mentor,score\na,x,\nb,z,\n");
    assert_eq!(folder.summary()["stable"]["closed"]["mentors"], serde_json::json!(["y"]));
    folder.refused(&format!("match {stable} stay.csv"), 1, &["y", "2", "1"]);
}

#[test]
fn without_lists_stable_plans_go_by_score() {
    let folder = Folder::new(&[("scores.csv", "mentee,mentor,score\na,x,3\nb,x,4\na,y,1\nb,y,3.5\n")]);
    let plan = folder.solved("--scores scores.csv --objective stable");
    assert_eq!(plan, "mentee,mentor,score\na,y,1\nb,x,4\n");
    assert_eq!(folder.summary()["total"], 5);
    // For the highest total the two best friends are kept apart, which both would rather not be.
    folder.solved("--scores scores.csv");
    assert_eq!(folder.summary()["blocking_pairs"], 1);
}

/// Under the highest total, lists forbid who is not on them and do no more.
#[test]
fn lists_forbid_who_is_not_on_them() {
    let lists =
        "side,id,rank,choice\nmentee,ann,9,max\nmentee,bea,1,max\nmentee,bea,2,ned\nmentee,cas,1,ned\n";
    let folder = Folder::new(&[("scores.csv", SCORES), ("lists.csv", lists)]);
    let plan = folder.solved("--scores scores.csv --preferences lists.csv");
    assert_eq!(plan, "mentee,mentor,score\nann,max,5\nbea,ned,1\n");
}

/// The order of rows, spaces, quotes, line ends and compression are not part of the input.
#[test]
fn the_form_of_files_changes_nothing() {
    let odd =
        "mentee,mentor,score\n\"a, the first\",Žofie,1.5\n\"a, the first\",\"\"\"q\"\"\",2\nb,Žofie,1\n";
    let other = "\u{feff} score ,mentor,mentee\r\n1.0,\"Žofie\",b\r\n\r\n2, \"\"\"q\"\"\" ,\"a, the first\"\r\n+1.50,Žofie,\"a, the first\"";
    let folder = Folder::new(&[("odd.csv", odd), ("other.csv", other)]);
    let mut packed = flate2::write::GzEncoder::new(vec![], flate2::Compression::fast());
    packed.write_all(other.as_bytes()).unwrap();
    std::fs::write(folder.path("packed.csv.gz"), packed.finish().unwrap()).unwrap();
    let plan = folder.solved("--scores odd.csv");
    assert_eq!(plan, "mentee,mentor,score\n\"a, the first\",\"\"\"q\"\"\",2\nb,Žofie,1\n");
    let (certificate, hash) = (folder.text("plan.json"), folder.summary()["input_hash"].clone());
    for file in ["other.csv", "packed.csv.gz"] {
        assert_eq!(folder.solved(&format!("--scores {file}")), plan, "{file}");
        assert_eq!(folder.text("plan.json"), certificate, "{file}");
        assert_eq!(folder.summary()["input_hash"], hash, "{file}");
    }
    let piped = folder.run_with("match --scores -", other.as_bytes());
    assert_eq!((piped.status, piped.out.as_str()), (0, plan.as_str()));
    // Packed outputs are read as packed inputs are.
    assert_eq!(folder.run("match --scores odd.csv --out plan.csv.gz --certificate plan.json").status, 0);
    assert_eq!(folder.run("verify --scores odd.csv --plan plan.csv.gz --certificate plan.json").status, 0);
}

#[test]
fn the_loss_of_each_pair_is_what_forcing_it_costs() {
    let folder =
        Folder::new(&[("scores.csv", "mentee,mentor,score\na,x,5\na,y,4\nb,x,4.5\nb,y,1\nc,z,1\nc,x,0\n")]);
    assert_eq!(folder.run("match --scores scores.csv --out plan.csv --regret regret.csv").status, 0);
    assert_eq!(folder.text("plan.csv"), "mentee,mentor,score\na,y,4\nb,x,4.5\nc,z,1\n");
    // With c at x only two pairs are left, so no plan with as many pairs as possible has that one.
    let expect = "mentee,mentor,loss\na,x,2.5\na,y,0\nb,x,0\nb,y,2.5\nc,x,\nc,z,0\n";
    assert_eq!(folder.text("regret.csv"), expect);
}

#[test]
fn the_fairest_plan_serves_the_least_served_first() {
    let folder = Folder::new(&[("scores.csv", "mentee,mentor,score\na,x,10\na,y,4\nb,x,5\nb,y,0\n")]);
    assert_eq!(folder.solved("--scores scores.csv"), "mentee,mentor,score\na,x,10\nb,y,0\n");
    assert_eq!(folder.solved("--scores scores.csv --objective fair"), "mentee,mentor,score\na,y,4\nb,x,5\n");
    assert_eq!(folder.summary()["total"], 9);
}

/// Of the two women one goes to each mentor; what that costs is said.
#[test]
fn quotas_are_kept_and_priced() {
    let folder = Folder::new(&[
        (
            "scores.csv",
            "mentee,mentor,score\nada,x,9\nada,y,5\nbea,x,8.5\nbea,y,2\ncal,x,3\ncal,y,7\ndan,x,1\ndan,y,8\n",
        ),
        ("capacities.csv", "side,id,capacity\nmentor,x,2\nmentor,y,2\n"),
        ("groups.csv", "id,group\nada,women\nbea,women\ncal,men\n"),
        ("quotas.csv", "scope,id,group,at_most\nmentor,,women,1\n"),
        ("rewards.csv", "scope,id,group,reward\nmentor,,women,6 0.25\n"),
        ("impossible.csv", "scope,id,group,at_least\nprogramme,,women,3\n"),
        ("crossed.csv", "id,group\nada,women\nada,north\n"),
    ]);
    let files =
        "--scores scores.csv --capacities capacities.csv --groups groups.csv --objective diverse --quotas";
    let mixed = "mentee,mentor,score\nada,y,5\nbea,x,8.5\ncal,x,3\ndan,y,8\n";
    assert_eq!(folder.solved(&format!("{files} quotas.csv")), mixed);
    let summary = folder.summary();
    assert_eq!((&summary["total"], &summary["gap"]), (&24.5.into(), &0.into()));
    let facts = serde_json::json!({ "reward": 0, "price_pairs": 0, "price_score": 8 });
    assert_eq!(summary["diverse"], facts);
    // Rewards that are too small for the change: 12 where 6.25 can be had for nothing.
    let alike = "mentee,mentor,score\nada,x,9\nbea,x,8.5\ncal,y,7\ndan,y,8\n";
    assert_eq!(folder.solved(&format!("{files} rewards.csv")), alike);
    assert_eq!(folder.summary()["diverse"]["reward"], 6.25);
    folder.refused(
        &format!("verify {files} quotas.csv --plan plan.csv --certificate plan.json"),
        1,
        &["plan.json"],
    );
    folder.refused(
        &format!("match {files} impossible.csv"),
        1,
        &["No plan exists", "women in the programme", "3"],
    );
    let crossed = "match --scores scores.csv --groups crossed.csv --quotas quotas.csv --objective diverse";
    folder.refused(crossed, 2, &["crossed.csv, line 3", "ada"]);
    folder.refused("match --scores scores.csv --objective diverse --quotas quotas.csv", 2, &["--groups"]);
    folder.refused("match --scores scores.csv --quotas quotas.csv", 2, &["--objective diverse"]);
}

#[test]
fn what_is_wrong_is_said_with_file_line_and_reason() {
    let folder = Folder::new(&[
        ("scores.csv", SCORES),
        ("bad.csv", "mentee,mentor,score\nann,max,five\n"),
        ("twice.csv", "mentee,mentor,score\nann,max,5\nann,max,6\n"),
        ("column.csv", "mentee,mentor,fit\nann,max,5\n"),
        ("negative.csv", "side,id,capacity\nmentor,max,-1\n"),
        ("unknown.csv", "mentee,mentor\nzoe,max\n"),
        ("crowded.csv", "mentee,mentor\nann,max\nbea,max\n"),
        ("huge.csv", "mentee,mentor,score\nann,max,1\nbea,ned,9000000000000000000\n"),
    ]);
    folder.refused("match --scores bad.csv", 2, &["bad.csv, line 2", "five"]);
    folder.refused("match --scores twice.csv", 2, &["twice.csv, line 3", "ann", "max"]);
    folder.refused("match --scores column.csv", 2, &["column.csv, line 1", "fit"]);
    folder.refused("match --scores scores.csv --capacities negative.csv", 2, &["negative.csv, line 2", "-1"]);
    folder.refused("match --scores scores.csv --blocks unknown.csv", 2, &["unknown.csv, line 2", "zoe"]);
    folder.refused("match --scores scores.csv --pins crowded.csv", 2, &["crowded.csv, line 3", "max"]);
    folder.refused("match --scores huge.csv", 2, &["huge.csv, line 3"]);
    folder.refused("match --scores missing.csv", 2, &["missing.csv"]);
    folder.refused("match", 2, &["--scores"]);
    folder.refused("match --objective stable", 2, &["--preferences"]);
    folder.refused("match --scores - --pins -", 2, &["standard input"]);
    folder.refused("match --scores scores.csv --objective stable --regret r.csv", 2, &["--regret"]);
    folder.refused("match --scores scores.csv --objective best", 2, &["best"]);
}

#[test]
fn verify_says_where_a_plan_fails() {
    let folder = Folder::new(&[("scores.csv", SCORES), ("other.csv", "mentee,mentor,score\nann,max,5\n")]);
    let plan = folder.solved("--scores scores.csv");
    let verify = "verify --scores scores.csv --plan changed.csv --certificate plan.json";
    let changed = |text: &str| std::fs::write(folder.path("changed.csv"), text).unwrap();
    for (from, to, named) in [
        ("ann,ned,4.5\n", "", "total"),
        ("ann,ned", "ann,max", "changed.csv, line 2"),
        ("ann,ned", "zoe,ned", "changed.csv, line 2"),
        ("4.5", "4.6", "changed.csv, line 2"),
        ("4.5", "", "changed.csv, line 2"),
        ("bea,max,5\n", "bea,max,5\nbea,max,5\n", "changed.csv, line 4"),
        ("bea,max,5", "cas,max,3", "total"),
    ] {
        changed(&plan.replace(from, to));
        folder.refused(verify, 1, &[named]);
    }
    changed(&plan.replace("score\n", "points\n"));
    folder.refused(verify, 2, &["changed.csv, line 1", "points"]);
    // Rows in another order are the same plan.
    let mut lines: Vec<&str> = plan.lines().skip(1).collect();
    lines.reverse();
    changed(&lines.iter().fold(String::from("mentee,mentor,score\n"), |mut text, line| {
        let _ = writeln!(text, "{line}");
        text
    }));
    assert_eq!(folder.run(verify).status, 0);
    let verify = "verify --plan plan.csv --certificate plan.json --scores";
    folder.refused(&format!("{verify} other.csv"), 1, &["plan.csv, line 2"]);
    folder.refused(&format!("{verify} scores.csv --pairs free"), 1, &["plan.json"]);
    std::fs::write(folder.path("plan.json"), "{\n\"format\": 1,\n}").unwrap();
    folder.refused(&format!("{verify} scores.csv"), 2, &["plan.json, line 3"]);
}

/// A larger problem, the same in two orders of its rows: every output is the same to the last byte, times aside.
#[test]
fn outputs_are_the_same_byte_for_byte() {
    let mut rows = vec![];
    for mentee in 0..60_u64 {
        for mentor in 0..20_u64 {
            let mixed = (mentee * 20 + mentor + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
            // Few different scores, so that there are many plans to choose from.
            if mixed % 3 > 0 {
                rows.push(format!("e{mentee},o{mentor},{}.{}", mixed % 7, mixed % 4));
            }
        }
    }
    let file = |rows: &[String]| format!("mentee,mentor,score\n{}\n", rows.join("\n"));
    let one = file(&rows);
    rows.sort_by_key(|row| row.bytes().rev().collect::<Vec<u8>>());
    let mut capacities = String::from("side,id,capacity,minimum\n");
    for mentor in 0..20 {
        let _ = writeln!(capacities, "mentor,o{mentor},{},{}", 2 + mentor % 3, mentor % 2);
    }
    let folder =
        Folder::new(&[("one.csv", &one), ("two.csv", &file(&rows)), ("capacities.csv", &capacities)]);
    for objective in ["total", "stable", "fair"] {
        let outputs = |scores: &str| {
            let plan = folder
                .solved(&format!("--scores {scores} --capacities capacities.csv --objective {objective}"));
            let mut summary = folder.summary();
            summary["milliseconds"] = Value::Null;
            (plan, folder.text("plan.json"), summary)
        };
        assert_eq!(outputs("one.csv"), outputs("two.csv"), "{objective}");
    }
}
