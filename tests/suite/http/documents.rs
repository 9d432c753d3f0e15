//! docs/ERRORS.md explains exactly the codes that exist; docs/API.md names every path and the role it needs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use taiyaku::http::Needs;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The codes in the arms and bodies of every `fn code(&self)` under `folder`.
fn codes_in(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes_in(&path, codes);
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        for body in source.split("fn code(&self)").skip(1) {
            let body = body.split("\n    }\n").next().unwrap();
            let words = body.split('"').skip(1).step_by(2);
            codes.extend(words.filter(|word| is_code(word)).map(str::to_owned));
        }
    }
}

fn is_code(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[test]
fn every_code_is_explained_with_what_happened_why_and_what_to_do() {
    let mut codes: BTreeSet<String> = taiyaku::http::CODES.iter().map(|known| known.code.to_owned()).collect();
    codes_in(&root().join("src"), &mut codes);
    codes_in(&root().join("crates"), &mut codes);
    assert!(codes.contains("database_busy") && codes.contains("listen_failed"), "{codes:?}");
    let text = fs::read_to_string(root().join("docs/ERRORS.md")).unwrap();
    let mut explained = BTreeSet::new();
    for section in text.split("\n## ").skip(1).filter(|section| is_code(section.lines().next().unwrap())) {
        let (code, body) = section.split_once('\n').unwrap();
        assert!(explained.insert(code.to_owned()), "`{code}` is explained twice");
        for part in ["**What happened.** ", "**Why.** ", "**What to do.** "] {
            assert!(body.contains(part), "`{code}` lacks {part}");
        }
    }
    let missing: Vec<_> = codes.difference(&explained).collect();
    let idle: Vec<_> = explained.difference(&codes).collect();
    assert!(missing.is_empty() && idle.is_empty(), "not explained: {missing:?}; explained for nothing: {idle:?}");
}

#[test]
fn every_code_of_a_document_or_the_base_has_an_http_status() {
    let known: BTreeSet<&str> = taiyaku::http::CODES.iter().map(|known| known.code).collect();
    assert_eq!(known.len(), taiyaku::http::CODES.len(), "a code is twice in the table");
    let mut codes = BTreeSet::new();
    for folder in ["crates/store/src", "src/app", "crates/formats/src/read"] {
        codes_in(&root().join(folder), &mut codes);
    }
    let without: Vec<_> = codes.iter().filter(|code| !known.contains(code.as_str())).collect();
    assert!(without.is_empty(), "no HTTP status for {without:?}");
}

#[test]
fn the_manual_lists_the_role_each_path_needs() {
    let mut table = "\n| path | method | role |\n| --- | --- | --- |\n".to_owned();
    for (path, methods) in taiyaku::http::paths() {
        for method in methods.iter().filter(|method| method.name != "HEAD") {
            let needs = match method.needs {
                Needs::Nothing | Needs::Probe | Needs::Page | Needs::Session => "none".to_owned(),
                Needs::Role(role) => format!("`{}`", role.as_str()),
                Needs::Everywhere(role) => format!("`{}` in all projects", role.as_str()),
            };
            table.push_str(&format!("| `{path}` | {} | {needs} |\n", method.name));
        }
    }
    table.push('\n');
    let manual = fs::read_to_string(root().join("docs/API.md")).unwrap();
    let found = manual.split("<!-- roles -->\n").nth(1).and_then(|rest| rest.split("<!-- end of roles -->").next());
    assert_eq!(found, Some(table.as_str()), "docs/API.md must hold\n{table}");
}

#[test]
fn the_manual_names_every_path_and_method() {
    let manual = fs::read_to_string(root().join("docs/API.md")).unwrap();
    for (path, methods) in taiyaku::http::paths() {
        for method in methods.iter().map(|method| method.name).filter(|name| *name != "HEAD") {
            assert!(manual.contains(&format!("## {method} {path}\n")), "{method} {path} has no heading in docs/API.md");
        }
    }
}
