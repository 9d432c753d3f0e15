//! The tree must keep its shape: who may use whom, no circles between files, and every file says what it is for.
//!
//! Cargo cannot stop one module of a crate from using another, so this test does.
//! It reads the sources as text; it needs no crate but `std` and runs in milliseconds.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[path = "architecture/imports.rs"]
mod imports;
#[path = "architecture/words.rs"]
mod words;

/// Every room of the program, in the order the data flows, and the rooms it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("read", &["model", "text"]),
    ("extract", &["model", "text"]),
    ("link", &["model", "text"]),
    ("align", &["model", "text"]),
    ("candidates", &["model", "text"]),
    ("fuzzy", &["model", "text"]),
    ("spot", &["model", "text"]),
    ("lookup", &["model", "text"]),
    ("suggest", &["model", "text", "fuzzy", "spot"]),
    ("check", &["model", "text", "spot"]),
    ("exchange", &["model", "text"]),
    ("store", &["model"]),
    ("outgoing", &[]),
    ("config", &[]),
    (
        "app",
        &[
            "model",
            "text",
            "read",
            "extract",
            "link",
            "candidates",
            "align",
            "fuzzy",
            "spot",
            "lookup",
            "suggest",
            "check",
            "exchange",
            "store",
            "outgoing",
            "config",
        ],
    ),
    ("answer", &["model", "app"]),
    ("http", &["model", "app", "config", "answer"]),
    ("lsp", &["model", "app", "outgoing", "config", "answer"]),
    ("cli", &["model", "app", "outgoing", "config", "answer", "http", "lsp"]),
];

/// Outside crates that belong to one module only.
const HOME_OF: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("actix_web", &["http"]),
    ("actix_http", &["http"]),
    ("actix_server", &["http"]),
    ("actix_service", &["http"]),
    ("ipnet", &["http", "config"]),
    ("rustix", &["store", "http"]),
    ("utoipa", &["http", "answer"]),
    ("tower_lsp_server", &["lsp"]),
    ("ureq", &["outgoing"]),
    ("clap", &["cli"]),
    ("lindera", &["text"]),
    ("lindera_dictionary", &["text"]),
    ("lopdf", &["read"]),
    ("pdf_extract", &["read"]),
    ("pdfium_render", &["read"]),
    ("scraper", &["read"]),
    ("html5ever", &["read"]),
    ("libc", &["cli"]),
    ("zip", &["read", "exchange"]),
    ("rust_xlsxwriter", &["exchange"]),
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
        let own = module_path(&file);
        for path in imports::paths(&code) {
            let Some(used) = imports::absolute(&own, &path).first().cloned() else { continue };
            if used == module || !MAY_USE.iter().any(|(room, _)| *room == used) {
                continue;
            }
            if path[0] != "crate" {
                wrong.push(format!("{}: write `crate::{used}`, not `{}`", file.display(), path.join("::")));
            }
            if !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: `{module}` must not use `crate::{used}`", file.display()));
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

/// Public items only tests or benches use, and why they may stay.
const USED_OUTSIDE: &[(&str, &str)] = &[
    ("with_store", "tests and benches make a service without settings"),
    ("left_boundary", "benches/language measures it by itself"),
    ("in_folder", "tests serve small pages of their own"),
    ("is_own", "tests compare the routes with the OpenAPI document"),
];

#[test]
fn the_files_that_the_architecture_names_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/ARCHITECTURE.md")).unwrap();
    let mut files = Vec::new();
    for folder in ["src", "crates", "tests", "glossary", "migrations", "benches", "docs", "clients"] {
        all_files(&root.join(folder), &mut files);
    }
    let is_file = |name: &str| {
        [".rs", ".toml", ".csv", ".sql"].iter().any(|ending| name.ends_with(ending)) && !name.contains('*')
    };
    let names = page.split('`').skip(1).step_by(2).filter(|name| is_file(name) && !name.contains(' '));
    let missing: Vec<&str> =
        names.filter(|name| !files.iter().any(|file| file.ends_with(name)) && !root.join(name).is_file()).collect();
    assert_eq!(missing, Vec::<&str>::new(), "docs/ARCHITECTURE.md names files that do not exist");
}

fn all_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let is_build = path.file_name().is_some_and(|name| name == "node_modules" || name == "target");
        if path.is_dir() && !is_build {
            all_files(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[test]
fn what_is_public_is_used_by_the_program() {
    let files: Vec<(PathBuf, String)> = sources().into_iter().map(|file| (file.clone(), code_of(&file))).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, code) in &files {
        for code in without_re_exports(code) {
            for word in code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
                *uses.entry(word).or_default() += 1;
            }
        }
    }
    let mut unused = Vec::new();
    for (file, code) in &files {
        for name in words::public_items(code) {
            if uses[name] == 1 && !USED_OUTSIDE.iter().any(|(used, _)| *used == name) {
                unused.push(format!("{}: nothing in the program uses `{name}`", file.display()));
            }
        }
    }
    assert!(unused.is_empty(), "\n{}\n", unused.join("\n"));
}

#[test]
fn types_and_files_are_named_by_nouns_of_the_field() {
    let mut wrong = Vec::new();
    for file in sources() {
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        if words::NOT_AS_A_FILE.contains(&stem.as_str()) {
            wrong.push(format!("{}: name the file by what is inside", file.display()));
        }
        for name in words::declared_types(&code_of(&file)) {
            if let Some((_, instead)) = words::NOT_AS_A_TYPE.iter().find(|(word, _)| *word == name) {
                wrong.push(format!("{}: `{name}`; better {instead}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn declared_types_are_seen_with_any_visibility() {
    let code = "pub struct A;\npub(in crate::app) enum B {\n  struct_like: u8,\n}\ntype C<'a> = u8;\ntrait D: E {}\nlet x = 1;";
    assert_eq!(words::declared_types(code).collect::<Vec<_>>(), ["A", "B", "C", "D"]);
}

/// The folders with the source of the program: the root package's, and one for each crate.
fn roots() -> Vec<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut roots = vec![top.join("src")];
    roots.extend(fs::read_dir(top.join("crates")).unwrap().map(|entry| entry.unwrap().path().join("src")));
    roots
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = roots();
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

/// The path of a source file below the folder of its crate.
fn relative(file: &Path) -> &Path {
    roots().iter().find_map(|root| file.strip_prefix(root).ok()).unwrap()
}

/// `crates/engines/src/extract/head.rs` belongs to `extract`; `src/config.rs` to `config`.
fn module_of(file: &Path) -> String {
    let first = relative(file).components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The file without its line comments and without the tests at its end, so prose and tests may name any module.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The code between `pub use` statements: to name something there is not to use it.
fn without_re_exports(code: &str) -> impl Iterator<Item = &str> {
    let mut parts = code.split("pub use ");
    let first = parts.next();
    first.into_iter().chain(parts.map(|part| part.split_once(';').map_or("", |(_, behind)| behind)))
}

/// `src/app/concepts/attach.rs` is `app::concepts::attach`; `src/app/concepts/mod.rs` is `app::concepts`.
fn module_path(file: &Path) -> imports::Module {
    let relative = relative(file).with_extension("");
    let mut module: Vec<String> =
        relative.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|name| name == "mod" || name == "lib") {
        module.pop();
    }
    module
}

/// What opens connections to other machines, or prepares to.
const MEANS_OF_CONNECTING: &[&str] = &[
    "ureq",
    "TcpStream::connect",
    "TcpSocket",
    "UdpSocket",
    "UnixStream::connect",
    "ToSocketAddrs",
    "to_socket_addrs",
    "lookup_host",
    "rustls",
];

#[test]
fn only_the_room_for_it_opens_connections_to_others() {
    let connects = |path: &PathBuf| MEANS_OF_CONNECTING.iter().any(|means| code_of(path).contains(means));
    let rooms: BTreeSet<String> = sources().iter().filter(|path| connects(path)).map(|path| module_of(path)).collect();
    assert_eq!(rooms, BTreeSet::from(["outgoing".to_owned()]));
}

#[test]
fn nobody_at_the_http_server_can_make_it_fetch_anything() {
    // The server makes no input from an address, and cannot name what fetches one.
    let (_, rooms) = MAY_USE.iter().find(|(room, _)| *room == "http").unwrap();
    assert!(!rooms.contains(&"outgoing"));
    for file in sources().into_iter().filter(|file| matches!(module_of(file).as_str(), "http" | "lsp" | "answer")) {
        for name in ["WebInput", "Input::Web", "Fetcher"] {
            assert!(!code_of(&file).contains(name), "{}: {name}", file.display());
        }
    }
}

#[test]
fn no_files_import_from_each_other_in_a_circle() {
    let sources: Vec<imports::Source> = sources()
        .into_iter()
        .map(|path| imports::Source { module: module_path(&path), code: code_of(&path), path })
        .collect();
    let graph = imports::graph(&sources);
    let file = |module: &imports::Module| {
        let source = sources.iter().find(|source| source.module == *module).unwrap();
        source.path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string()
    };
    let told: Vec<String> = imports::circles(&graph)
        .iter()
        .map(|circle| {
            let next = circle.iter().cycle().skip(1);
            let steps =
                circle.iter().zip(next).map(|(from, to)| format!("  {} imports `{}`", file(from), graph[from][to]));
            format!("A circle of {} files:\n{}", circle.len(), steps.collect::<Vec<_>>().join("\n"))
        })
        .collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn a_circle_is_named_by_its_imports() {
    let source = |module: &str, code: &str| imports::Source {
        path: PathBuf::new(),
        module: module.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        code: code.to_owned(),
    };
    for (what, files, want) in [
        ("a chain is none", vec![("a", "use crate::b::B;"), ("b", "use crate::c::C;"), ("c", "")], vec![]),
        ("two files", vec![("a", "use crate::b::B;"), ("b", "fn f(a: crate::a::A) {}")], vec!["a b"]),
        (
            "through a group",
            vec![("a", "use crate::{x::X, b::{self, C}};"), ("b", "use crate::a;"), ("x", "")],
            vec!["a b"],
        ),
        (
            "a parent's re-export counts for the file that defines it",
            vec![
                ("p", "mod a; mod b; pub use a::A; pub use b::B;"),
                ("p::a", "use super::B;"),
                ("p::b", "use super::A;"),
            ],
            vec!["p::a p::b"],
        ),
        (
            "a child may use its own parent's types",
            vec![("p", "mod a; struct P; fn f() { self::a::g() }"), ("p::a", "use super::P;")],
            vec![],
        ),
        (
            "a nephew may not close a circle",
            vec![("p", "mod a;"), ("p::a", "use crate::q::Q;"), ("q", "use crate::p::a::A;")],
            vec!["p::a q"],
        ),
    ] {
        let sources: Vec<_> = files.iter().map(|(module, code)| source(module, code)).collect();
        let found: Vec<String> = imports::circles(&imports::graph(&sources))
            .iter()
            .map(|circle| circle.iter().map(|module| module.join("::")).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(found, want, "{what}");
    }
}

#[test]
fn paths_are_seen_single_grouped_and_nested() {
    let code = "use crate::model::Term;\nuse crate::{text, store::{Store, Error}, app};\nlet x = crate::link::terms();\nmycrate::no();";
    let mut found: Vec<_> = imports::paths(code).into_iter().map(|path| path.join("::")).collect();
    found.sort();
    let want = [
        "crate::app",
        "crate::link::terms",
        "crate::model::Term",
        "crate::store::Error",
        "crate::store::Store",
        "crate::text",
    ];
    assert_eq!(found, want);
}
