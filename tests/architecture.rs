//! The tree must keep its shape: who may use whom, and every file says what it is for.
//!
//! Cargo cannot stop one module of a crate from using another, so this test does.
//! It reads `src/` as text; it needs no crate but `std` and runs in milliseconds.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every module under `src/`, in the order the data flows, and the modules it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("read", &["model", "text"]),
    ("extract", &["model", "text"]),
    ("link", &["model", "text"]),
    ("align", &["model", "text"]),
    ("fuzzy", &["model", "text"]),
    ("spot", &["model", "text"]),
    ("lookup", &["model", "text"]),
    ("suggest", &["model", "text", "fuzzy", "spot"]),
    ("check", &["model", "text", "spot"]),
    ("exchange", &["model"]),
    ("store", &["model"]),
    ("config", &[]),
    (
        "app",
        &[
            "model", "text", "read", "extract", "link", "align", "fuzzy", "spot", "lookup", "suggest", "check",
            "exchange", "store", "config",
        ],
    ),
    ("answer", &["model", "app"]),
    ("http", &["model", "app", "config", "answer"]),
    ("lsp", &["model", "app", "config", "answer"]),
    ("cli", &["model", "app", "config", "http", "lsp"]),
];

/// Outside crates that belong to one module only.
const HOME_OF: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("actix_web", &["http"]),
    ("utoipa", &["http", "answer"]),
    ("tower_lsp_server", &["lsp"]),
    ("ureq", &["lsp"]),
    ("clap", &["cli"]),
    ("lindera", &["text"]),
    ("lindera_dictionary", &["text"]),
    ("lopdf", &["read"]),
    ("pdf_extract", &["read"]),
    ("pdfium_render", &["read"]),
    ("scraper", &["read"]),
    ("zip", &["read", "exchange"]),
    ("quick_xml", &["exchange", "read"]),
];

#[test]
fn modules_use_only_what_they_may() {
    let mut wrong = Vec::new();
    for file in sources() {
        let module = module_of(&file);
        if module == "lib" || module == "main" {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{}: module `{module}` is not in MAY_USE", file.display()));
            continue;
        };
        let code = code_of(&file);
        for used in crate_paths(&code) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: `{module}` must not use `crate::{used}`", file.display()));
            }
        }
        for (name, _) in MAY_USE {
            if *name != module && names(&code, &format!("super::{name}")) {
                wrong.push(format!("{}: write `crate::{name}`, not `super::{name}`", file.display()));
            }
        }
        for (outside, homes) in HOME_OF {
            if code.contains(&format!("{outside}::")) && !homes.contains(&module.as_str()) {
                wrong.push(format!("{}: `{outside}` belongs to {homes:?}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_source_file_says_what_it_is_for() {
    let silent: Vec<_> = sources()
        .into_iter()
        .filter(|file| !fs::read_to_string(file).unwrap().starts_with("//! "))
        .map(|file| file.display().to_string())
        .collect();
    assert!(silent.is_empty(), "no `//!` on the first line of:\n{}\n", silent.join("\n"));
}

/// Whether `path` stands in `code` as a whole name: `super::extract`, not `super::extract_file`.
fn names(code: &str, path: &str) -> bool {
    code.match_indices(path)
        .any(|(at, _)| !code[at + path.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![src()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// `src/extract/inline.rs` belongs to `extract`; `src/config.rs` to `config`.
fn module_of(file: &Path) -> String {
    let relative = file.strip_prefix(src()).unwrap();
    let first = relative.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The file without its line comments, so prose may name any module.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The first name after each `crate::`, also inside `crate::{a, b::C}`.
fn crate_paths(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    _ => {}
                }
                if depth > 0 {
                    continue;
                }
                if c == ',' {
                    names.extend(head(&name));
                    name.clear();
                } else {
                    name.push(c);
                }
            }
            names.extend(head(&name));
        } else {
            names.extend(head(rest));
        }
    }
    names
}

fn head(path: &str) -> Option<String> {
    let path = path.trim_start();
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    (end > 0).then(|| path[..end].to_owned())
}

#[test]
fn crate_paths_sees_single_grouped_and_nested_uses() {
    let code = "use crate::model::Term;\nuse crate::{text, store::{Store, Error}, app};\nlet x = crate::link::terms();\nmycrate::no();";
    let names: Vec<_> = crate_paths(code).into_iter().collect();
    assert_eq!(names, ["app", "link", "model", "store", "text"]);
}
