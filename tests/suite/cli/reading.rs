//! Every command either reads or writes. What reads leaves the term base as it was, whatever it is asked and of whichever
//! project.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Home;
use crate::contract::{dictionary_source, fill};
use crate::fingerprint::{self, Fingerprint, file_bytes};
use crate::service;
use Class::{Reads, Runs, Writes};

/// What a command does to the term base.
enum Class {
    /// Nothing. Each run succeeds on a filled base.
    Reads(&'static [&'static [&'static str]]),
    /// It changes the base. The last run does, after the others have prepared it.
    Writes(&'static [&'static [&'static str]]),
    /// It runs until it is stopped: `http/reading.rs` sends requests to `serve`, `watching.rs` puts files before `watch`.
    Runs,
}

/// Every command. `{name}` is a file that [`files`] writes, or the path of one that does not exist yet; `{definition}` is the
/// number of the first definition of 歯車.
const COMMANDS: &[(&str, Class)] = &[
    ("backup", Reads(&[&["{copy.bak}", "--force"]])),
    ("brief", Reads(&[&["{new.txt}"], &["{new.txt}", "--format", "json"]])),
    ("candidates", Reads(&[&["1"], &["cell-senescence.txt", "--limit", "3"]])),
    ("check", Reads(&[&["{draft.tsv}"], &["{draft.tsv}", "--format", "sarif"]])),
    ("completions", Reads(&[&["bash"]])),
    ("concordance", Reads(&[&["調べた"], &["gear"]])),
    ("config", Reads(&[&[]])),
    ("coverage", Reads(&[&[]])),
    ("definitions add", Writes(&[&["definitions", "add", "歯車", "歯のある車。"]])),
    (
        "definitions delete",
        Writes(&[&["definitions", "add", "歯車", "歯のある車。"], &["definitions", "delete", "{definition}"]]),
    ),
    (
        "definitions edit",
        Writes(&[
            &["definitions", "add", "歯車", "歯のある車。"],
            &["definitions", "edit", "{definition}", "歯のある輪。"],
        ]),
    ),
    ("dictionary build", Reads(&[&["--source", "{ipadic}"]])),
    ("dictionary info", Reads(&[&[]])),
    ("doctor", Reads(&[&[]])),
    (
        "export",
        Reads(&[
            &[],
            &["--format", "tmx"],
            &["--candidates", "--format", "csv"],
            &["--out", "{out.tbx}"],
            &["--format", "omegat"],
        ]),
    ),
    ("extract", Reads(&[&["{new.txt}"]])),
    ("health", Reads(&[&["--here"]])),
    ("import", Writes(&[&["import", "{more.tsv}"]])),
    ("imports", Reads(&[&[]])),
    ("imports undo", Writes(&[&["imports", "undo", "1"]])),
    ("ingest", Writes(&[&["ingest", "{new.txt}"]])),
    ("link", Writes(&[&["ingest", "{new.txt}"], &["import", "{more.tsv}"], &["link"]])),
    ("lookup", Reads(&[&["歯車"], &["hypothalamus", "neurn", "しんけい"], &["転移", "--limit", "1"]])),
    ("lsp", Reads(&[&[]])),
    ("projects", Reads(&[&[]])),
    ("projects create", Writes(&[&["projects", "create", "ours"]])),
    ("projects delete", Writes(&[&["projects", "delete", "default", "--yes"]])),
    ("projects rename", Writes(&[&["projects", "create", "ours"], &["projects", "rename", "ours", "脳"]])),
    ("releases", Reads(&[&[], &["--limit", "1"]])),
    ("releases correct", Writes(&[&["releases", "correct", "cell-senescence.txt", "entry", "--span", "0:6"]])),
    ("releases corrections", Reads(&[&["1"], &["cell-senescence.txt"]])),
    ("releases delete", Writes(&[&["releases", "delete", "cell-senescence.txt", "--yes"]])),
    ("releases show", Reads(&[&["1", "--text"], &["cell-senescence.txt"]])),
    (
        "releases uncorrect",
        Writes(&[
            &["releases", "correct", "cell-senescence.txt", "entry", "--span", "0:6"],
            &["releases", "uncorrect", "cell-senescence.txt", "1"],
        ]),
    ),
    (
        "restore",
        Writes(&[
            &["backup", "{copy.bak}", "--force"],
            &["import", "{more.tsv}"],
            &["restore", "{copy.bak}", "--force"],
        ]),
    ),
    ("review", Reads(&[&[], &["--limit", "3"], &["--lang", "ja"]])),
    ("review accept", Writes(&[&["import", "{more.tsv}"], &["review", "accept", "潮汐尾 = tidal tail"]])),
    ("review edit", Writes(&[&["review", "edit", "歯車 = gear", "gears"]])),
    ("review export", Reads(&[&[], &["--out", "{out.csv}"]])),
    ("review history", Reads(&[&[]])),
    ("review import", Writes(&[&["review", "import", "{sheet.csv}"]])),
    ("review list", Reads(&[&[], &["--status", "suggested"]])),
    ("review merge", Writes(&[&["review", "merge", "歯車", "量子もつれ"]])),
    ("review note", Writes(&[&["review", "note", "歯車", "機械の部品"]])),
    ("review reject", Writes(&[&["review", "reject", "歯車 = gear"]])),
    ("review retire", Writes(&[&["review", "retire", "歯車 = gear"]])),
    (
        "review scope",
        Writes(&[&["review", "scope", "細胞老化 = cellular senescence", "--release", "cell-senescence.txt"]]),
    ),
    ("review split", Writes(&[&["review", "split", "量子もつれ", "量子もつれ = quantum entanglement"]])),
    ("review undo", Writes(&[&["review", "reject", "歯車 = gear"], &["review", "undo"]])),
    ("review usage", Writes(&[&["review", "usage", "歯車 = gear", "forbidden"]])),
    ("segments delete", Writes(&[&["segments", "delete", "1", "--yes"]])),
    ("segments edit", Writes(&[&["segments", "edit", "1", "Corrected", "text."]])),
    ("segments show", Reads(&[&["1"]])),
    ("serve", Runs),
    ("sources", Reads(&[&[]])),
    ("sources remove", Writes(&[&["sources", "remove", "general.txt"]])),
    ("starter", Reads(&[&[]])),
    ("starter add", Writes(&[&["starter", "remove", "physics"], &["starter", "add", "physics"]])),
    ("starter remove", Writes(&[&["starter", "remove", "physics"]])),
    ("suggest", Reads(&[&["⻭車を調べた。"], &["装置は5回の測定で校正した。", "細胞"]])),
    ("terms", Reads(&[&[], &["--limit", "3"]])),
    ("terms add", Writes(&[&["terms", "add", "試験語 = test word"]])),
    ("terms delete", Writes(&[&["terms", "add", "試験語 = test word"], &["terms", "delete", "試験語 = test word"]])),
    (
        "terms edit",
        Writes(&[&["terms", "add", "試験語 = test word"], &["terms", "edit", "test word", "trial", "word"]]),
    ),
    ("terms show", Reads(&[&["歯車"]])),
    ("token create", Writes(&[&["token", "create", "--role", "read", "--name", "訳者", "--all-projects"]])),
    ("token list", Reads(&[&[]])),
    (
        "token revoke",
        Writes(&[
            &["token", "create", "--role", "read", "--name", "訳者", "--all-projects"],
            &["token", "revoke", "1"],
        ]),
    ),
    ("watch", Runs),
    ("worklist", Reads(&[&["without-english"], &["several-english"], &["release", "--release", "1"]])),
];

/// Runs of commands that write, which are told only to say what they would do, or which cannot be done.
const ONLY_LOOKS: &[&[&str]] = &[
    &["review", "import", "{sheet.csv}", "--dry-run"],
    &["import", "{more.tsv}", "--plan"],
    &["import", "{more.tsv}", "--plan", "--project", "どこにもない"],
    &["imports", "undo", "999"],
    &["projects", "delete", "default"],
    &["projects", "delete", "どこにもない", "--yes"],
    &["projects", "rename", "どこにもない", "脳"],
    &["restore", "{none.bak}", "--force"],
    &["restore", "{new.txt}", "--force"],
    &["releases", "delete", "1"],
    &["releases", "delete", "どこにもない", "--yes"],
    &["review", "accept", "どこにもない"],
    &["review", "undo", "999999"],
    &["sources", "remove", "どこにもない"],
    &["terms", "delete", "どこにもない"],
    &["definitions", "edit", "999999", "無い"],
    &["definitions", "delete", "999999"],
    &["segments", "edit", "999999", "none"],
    &["segments", "delete", "999999", "--yes"],
    &["starter", "add", "magic"],
    &["token", "revoke", "999999"],
    &["import", "{none.csv}"],
    &["ingest", "{none.txt}"],
];

/// Names that no project has.
const NAMES: &[&str] = &["defualt", "𠮷ﾞー", "../default", "default,脳", "", "a/b", "DEFAULT", "%", "' OR 1=1 --"];

fn files(home: &Home) {
    let release = "発表しました。\n私たちは電波銀河（radio galaxy）（注1）と潮汐尾（注2）を調べました。\n\n【用語解説】\n（注1）電波銀河：電波を出す銀河。\n（注2）潮汐尾：銀河から伸びる尾。\n";
    for (name, text) in [
        ("new.txt", release),
        ("draft.tsv", "ja\ten\nこれは報告だ。\tThis is a report.\n"),
        ("more.tsv", "ja\ten\n潮汐尾\ttidal tail\n"),
        ("sheet.csv", "term,revision,decision\n"),
    ] {
        fs::write(home.path(name), text).unwrap();
    }
    dictionary_source(&home.path("ipadic"));
}

/// The sheet of the open terms, with a decision about the first.
fn fill_in_sheet(home: &Home) {
    let sheet = home.prints(&["review", "export"], 0);
    let mut lines = sheet.lines().map(str::to_owned);
    let head = lines.next().unwrap();
    let at = head.split(',').position(|column| column == "decision").unwrap();
    let mut cells: Vec<String> = lines.next().unwrap().split(',').map(str::to_owned).collect();
    cells[at] = "accept".to_owned();
    fs::write(home.path("sheet.csv"), format!("{head}\n{}\n", cells.join(","))).unwrap();
}

fn arguments(home: &Home, words: &[&str]) -> Vec<String> {
    let word = |word: &&str| match word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        Some("definition") => {
            let shown = home.prints(&["terms", "show", "歯車", "--json"], 0);
            serde_json::from_str::<serde_json::Value>(&shown).unwrap()["definitions"][0]["id"].to_string()
        }
        Some(name) => home.path(name).display().to_string(),
        None => (*word).to_owned(),
    };
    words.iter().map(word).collect()
}

/// Runs it; gives the exit code and what it complained about.
fn run(home: &Home, words: &[&str]) -> (i32, String) {
    let arguments = arguments(home, words);
    let output = home.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!error.contains("panicked"), "{words:?}: {error}");
    (output.status.code().unwrap_or(-1), error)
}

/// Runs something that must leave the base as it is.
#[track_caller]
fn only_reads(home: &Home, words: &[&str]) -> (i32, String) {
    let path = home.path("base.db");
    let before = home.folder.path().join("before");
    fingerprint::copy(&path, &before);
    let bytes = file_bytes(&path);
    let ended = run(home, words);
    if file_bytes(&path) != bytes {
        let (before, after) = (Fingerprint::of(&before), Fingerprint::of(&path));
        assert!(before == after, "{words:?} changed {:#?}", before.differences(&after));
    }
    ended
}

/// The homes: one with an empty base, one with something of everything.
fn homes() -> [Home; 2] {
    [false, true].map(|filled| {
        let home = Home::new();
        files(&home);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let (service, _) = service::at(&home.path("base.db"), None).await;
            if filled {
                fill(&service).await;
            }
            service.store().close().await;
        });
        // Whichever command comes first brings a base to the version of the program.
        home.prints(&["projects"], 0);
        home
    })
}

#[test]
fn every_command_is_classed_as_reading_or_writing() {
    let classed: Vec<String> = COMMANDS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let all: BTreeSet<String> = taiyaku::cli::commands().into_iter().collect();
    assert_eq!(classed.iter().cloned().collect::<BTreeSet<_>>(), all, "a command has no row in COMMANDS");
    assert!(classed.is_sorted(), "the rows are in order");
}

#[test]
fn commands_that_read_change_nothing_in_an_empty_or_a_filled_base() {
    for (home, filled) in homes().iter().zip([false, true]) {
        let whole = Fingerprint::of(&home.path("base.db"));
        // Each command is asked of other names than its neighbour, and all names are asked for.
        let mut names = NAMES.iter().cycle();
        for (command, class) in COMMANDS {
            let Reads(runs) = class else { continue };
            for rest in *runs {
                let words: Vec<&str> = command.split(' ').chain(rest.iter().copied()).collect();
                let (code, error) = only_reads(home, &words);
                // A language server says so when its editor goes away without a word; the doctor may have a warning.
                let is_good = code == 0 || !filled || matches!((*command, code), ("lsp", 5) | ("doctor", 1));
                assert!(is_good, "{words:?} is a good example: {code} {error}");
            }
            let first: Vec<&str> = command.split(' ').chain(runs[0].iter().copied()).collect();
            only_reads(home, &[&first[..], &["--json"]].concat());
            for name in names.by_ref().take(2) {
                only_reads(home, &[&["--project", name], &first[..]].concat());
            }
        }
        for words in ONLY_LOOKS {
            only_reads(home, words);
        }
        let after = Fingerprint::of(&home.path("base.db"));
        assert!(whole == after, "{:#?}", whole.differences(&after));
        let strangers: Vec<String> = fs::read_dir(home.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("base.db"))
            .filter(|name| {
                !["", "-wal", "-shm", ".ja.index", ".en.index", ".alignment"].contains(&&name["base.db".len()..])
            })
            .collect();
        assert_eq!(strangers, [] as [&str; 0], "files beside the base that nothing explains");
    }
}

#[test]
fn commands_that_write_are_not_classed_so_for_nothing() {
    let [_, home] = homes();
    fill_in_sheet(&home);
    let (path, kept) = (home.path("base.db"), home.path("kept.db"));
    fingerprint::copy(&path, &kept);
    for (command, class) in COMMANDS {
        let Writes(runs) = class else { continue };
        restore(&kept, &path);
        let (last, preparations) = runs.split_last().unwrap();
        for words in preparations {
            assert_eq!(run(&home, words).0, 0, "{words:?}");
        }
        let before = Fingerprint::of(&path);
        let (code, error) = run(&home, last);
        assert_eq!(code, 0, "{last:?}: {error}");
        let after = Fingerprint::of(&path);
        assert_ne!(after.changes(), before.changes(), "`{command}` writes nothing, or nothing into the change log");
    }
}

/// Puts a base back as it was.
fn restore(kept: &Path, path: &Path) {
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", path.display()));
    }
    fingerprint::copy(kept, path);
}
