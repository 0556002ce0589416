//! The rules of the house, each a test.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// Every file below `folder` with this ending, with its text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = root();
    let mut found = vec![];
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let name = entry.file_name().into_string().unwrap();
            if path.is_dir()
                && !["node_modules", "target", "pictures", "test-results"].contains(&name.as_str())
            {
                folders.push(path);
            } else if name.ends_with(ending) {
                let relative = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                found.push((relative, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {ending} below {folder}");
    found
}

/// `file:line: text` of each line that breaks a rule.
fn lines(files: &[(String, String)], breaks: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut found = vec![];
    for (name, text) in files {
        for (number, line) in text.lines().enumerate() {
            if breaks(name, line) {
                found.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    found
}

#[track_caller]
fn none(found: Vec<String>, rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

fn manifest_dependencies(manifest: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join(manifest)).unwrap();
    let parsed: toml::Table = text.parse().unwrap();
    parsed
        .get("dependencies")
        .and_then(|it| it.as_table())
        .map(|it| it.keys().cloned().collect())
        .unwrap_or_default()
}

#[test]
fn pure_crates_have_only_the_dependencies_of_their_list() {
    assert_eq!(manifest_dependencies("app/matching/Cargo.toml"), BTreeSet::from(["smallvec".to_owned()]));
    let domain = ["chrono", "matching", "serde", "uuid"].map(String::from);
    assert_eq!(manifest_dependencies("app/domain/Cargo.toml"), BTreeSet::from(domain));
}

#[test]
fn nothing_of_the_server_is_in_the_wasm() {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "-p",
            "frontend",
            "--target",
            "wasm32-unknown-unknown",
            "-e",
            "normal,no-proc-macro",
        ])
        .args(["--prefix", "none"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    assert!(tree.contains("leptos "), "the tree is not that of the front end");
    let banned = ["sea-orm", "sqlx", "tokio", "axum", "service", "migrations", "server", "chrono-tz"];
    let found = tree
        .lines()
        .filter(|line| {
            banned.iter().any(|name| line.split(' ').next().is_some_and(|crate_name| crate_name == *name))
        })
        .map(String::from)
        .collect();
    none(found, "these must not be compiled to wasm");
}

#[test]
fn one_sqlx_and_one_sqlite() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for name in ["sqlx", "sqlx-core", "libsqlite3-sys", "sea-orm"] {
        let count = lock.matches(&format!("name = \"{name}\"\n")).count();
        assert_eq!(count, 1, "{name} must be there once: a second one brings a second, older SQLite");
    }
}

#[test]
fn only_service_and_migrations_know_the_database() {
    let mut all = files("app", ".rs");
    all.extend(files("server/src", ".rs"));
    all.extend(files("frontend", ".rs"));
    let found = lines(&all, |_, line| {
        let code = line.split("//").next().unwrap_or_default();
        code.contains("sea_orm")
            || code.contains("sqlx::")
            || code.contains("SELECT ")
            || code.contains("INSERT ")
    });
    none(found, "only service and migrations may name the database");
}

#[test]
fn server_functions_stand_in_api_files_and_only_adapt() {
    let all = files("app/src", ".rs");
    let found =
        lines(&all, |name, line| line.trim_start().starts_with("#[server") && !name.ends_with("/api.rs"));
    none(found, "server functions belong into an api.rs");
    let apis: Vec<_> = all.into_iter().filter(|(name, _)| name.ends_with("/api.rs")).collect();
    let found = lines(&apis, |_, line| {
        let code = line.split("//").next().unwrap_or_default();
        ["if ", "match ", "for ", "while ", "loop "].iter().any(|word| {
            code.trim_start().starts_with(word)
                || code.contains(&format!(" {word}"))
                || code.contains(&format!("({word}"))
        })
    });
    none(found, "a server function only adapts: it has no branch");
}

#[test]
fn endpoints_are_written_by_one_author() {
    let mut pages = files("app/src", ".rs");
    for (_, text) in &mut pages {
        text.truncate(text.find("#[cfg(test)]").unwrap_or(text.len()));
    }
    let found = lines(&pages, |name, line| {
        !["app/src/path.rs", "app/src/routes.rs"].contains(&name)
            && !line.contains("starts_with(")
            && !line.contains("strip_prefix(")
            && [
                "\"/programmes",
                "\"/mentorships",
                "\"/proposals",
                "\"/people",
                "\"/sign-in",
                "\"/account",
                "\"/mail",
            ]
            .iter()
            .any(|path| line.contains(path))
    });
    none(found, "URLs come from app::path");
}

#[test]
fn literals_of_design_stand_in_tokens() {
    let sheets: Vec<_> =
        files("style", ".css").into_iter().filter(|(name, _)| !name.contains("/tokens/")).collect();
    let mut found = vec![];
    for (name, text) in &sheets {
        let text = without_comments(text);
        for (number, line) in text.lines().enumerate() {
            let code = line.trim();
            if code.starts_with("@media")
                || code.starts_with("@page")
                || code.starts_with("@container")
                || code.starts_with("@import")
            {
                continue;
            }
            if has_length(code) || has_colour(code) {
                found.push(format!("{name}:{}: {code}", number + 1));
            }
        }
    }
    none(found, "colours, lengths and durations stand in style/tokens");
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        let end = rest[start..].find("*/").map_or(rest.len(), |end| start + end + 2);
        out.extend(rest[start..end].chars().filter(|letter| *letter == '\n'));
        rest = &rest[end..];
    }
    out + rest
}

/// A number other than 0 with a unit of length or time.
fn has_length(code: &str) -> bool {
    let bytes = code.as_bytes();
    (0..bytes.len()).any(|at| {
        if !code.is_char_boundary(at) {
            return false;
        }
        let starts = bytes[at].is_ascii_digit()
            && (at == 0
                || !(bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'.' | b'-' | b'_')));
        let number: &str = &code[at..];
        let end = number.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(number.len());
        let unit: String = number[end..].chars().take_while(char::is_ascii_alphabetic).collect();
        starts
            && number[..end].parse::<f64>().is_ok_and(|n| n != 0.0)
            && ["px", "rem", "em", "ms", "s", "ch"].contains(&unit.as_str())
    })
}

fn has_colour(code: &str) -> bool {
    let value = code.split_once(':').map_or("", |(_, value)| value);
    let hex = value.find('#').is_some_and(|at| {
        let digits = value[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        [3, 4, 6, 8].contains(&digits)
    });
    hex || ["rgb(", "rgba(", "hsl(", "oklch(", "oklab("]
        .iter()
        .any(|function| value.contains(function) && !value.contains("from var("))
}

#[test]
fn no_style_attribute_is_rendered() {
    let found =
        lines(&files("app/src", ".rs"), |_, line| line.contains(" style=\"") || line.contains("attr:style="));
    none(found, "the content security policy forbids style attributes");
}

#[test]
fn layouts_know_no_left_and_right() {
    let found = lines(&files("style", ".css"), |_, line| {
        let code = line.trim();
        [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "border-left",
            "border-right",
            "text-align: left",
            "text-align: right",
        ]
        .iter()
        .any(|physical| code.starts_with(physical))
            || code.starts_with("left:")
            || code.starts_with("right:")
    });
    none(found, "use logical properties, so that right-to-left works");
}

#[test]
fn files_have_names_of_their_own_and_a_readable_size() {
    let mut all = files("app", ".rs");
    all.extend(files("server", ".rs"));
    let drawers = ["mod.rs", "utils.rs", "helpers.rs", "common.rs", "types.rs", "misc.rs"];
    let found = all
        .iter()
        .filter(|(name, _)| drawers.iter().any(|drawer| name.ends_with(&format!("/{drawer}"))))
        .map(|(name, _)| name.clone())
        .collect();
    none(found, "a file is named after what it owns");
    let long = all
        .iter()
        .filter(|(name, text)| {
            text.lines().count() > 600 && !name.contains("/text/") && !name.contains("/tests/")
        })
        .map(|(name, text)| format!("{name}: {} lines", text.lines().count()))
        .collect();
    none(long, "a file is read from top to bottom");
}

#[test]
fn every_file_says_what_it_owns() {
    let mut all = files("app", ".rs");
    all.extend(files("server", ".rs"));
    all.extend(files("migrations", ".rs"));
    let found =
        all.iter().filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name.clone()).collect();
    none(found, "a file begins with a sentence about what it owns");
}

#[test]
fn texts_come_from_the_catalogue() {
    let pages: Vec<_> = files("app/src", ".rs");
    let mut found = vec![];
    // The page of parts shows made-up names, as the demo does.
    for (name, text) in pages.iter().filter(|(name, _)| !name.starts_with("app/src/design/")) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let trimmed = line.trim();
            if trimmed.starts_with("//")
                || trimmed.starts_with("#[")
                || trimmed.contains("logging::")
                || trimmed.contains("aria-keyshortcuts")
            {
                continue;
            }
            if has_sentence(trimmed) {
                found.push(format!("{name}:{}: {trimmed}", number + 1));
            }
        }
    }
    none(found, "what people read comes from domain::text");
}

/// A string literal that begins with a capital and has two words, as sentences do.
fn has_sentence(code: &str) -> bool {
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        let Some(end) = rest[start + 1..].find('"') else { return false };
        let literal = &rest[start + 1..start + 1 + end];
        let words: Vec<&str> = literal.split(' ').collect();
        let first = literal.chars().next().is_some_and(char::is_uppercase);
        if first
            && words.len() >= 2
            && !literal.contains(|c: char| c.is_ascii_digit())
            && words.iter().all(|word| word.chars().any(char::is_lowercase))
        {
            return true;
        }
        rest = &rest[start + end + 2..];
    }
    false
}

#[test]
fn the_tree_names_no_registry_and_no_machine() {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let mut found = vec![];
    for name in listed
        .split('\0')
        .filter(|name| !name.is_empty() && *name != "Cargo.lock" && !name.ends_with("tidy.rs"))
    {
        let Ok(text) = std::fs::read_to_string(root().join(name)) else { continue };
        // Their hosts all begin so; none is spelled out, not even here.
        for begin in ["://registry.", "://index.", "://static.", "://files."] {
            if text.contains(begin) {
                found.push(format!("{name} names {begin}…"));
            }
        }
        if name.ends_with("package-lock.json") && text.contains("\"resolved\"") {
            found.push(format!("{name} says where packages were fetched"));
        }
    }
    none(found, "no registry's host is named");
}

#[test]
fn the_root_holds_what_was_agreed() {
    let listed = Command::new("git").args(["ls-files"]).current_dir(root()).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let agreed = [
        "Cargo.toml",
        "Cargo.lock",
        "Makefile",
        "README.md",
        "LICENSE",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "rust-toolchain.toml",
        "rustfmt.toml",
        "clippy.toml",
        "deny.toml",
        "app",
        "server",
        "frontend",
        "style",
        "migrations",
        "end2end",
    ];
    let found: BTreeSet<&str> = listed
        .lines()
        .filter_map(|name| name.split('/').next())
        .filter(|name| !name.starts_with('.') && !agreed.contains(name))
        .collect();
    assert!(found.is_empty(), "not in the agreed root: {found:?}");
}
