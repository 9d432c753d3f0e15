//! Memories in by file: what is printed, what a script can tell, and that killing loses nothing.

use std::time::Duration;

use taiyaku::model::ProjectId;
use taiyaku::store::{ImportState, Store, StoredImport};

use super::Home;
use crate::app::importing::{memory, memory_of};

const PAIRS: usize = 44_000;

fn file(home: &Home, name: &str, text: &str) -> String {
    std::fs::write(home.path(name), text).unwrap();
    home.path(name).display().to_string()
}

/// What `look` finds in the base, from outside.
fn look<T>(home: &Home, look: impl AsyncFnOnce(&Store) -> T) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Store::open(&home.path("base.db")).await.unwrap();
        let found = look(&store).await;
        store.close().await;
        found
    })
}

#[test]
fn a_table_says_what_became_of_each_file_and_problems_have_their_lines() {
    let home = Home::new();
    let good = file(&home, "good.tmx", &memory(200));
    let bad = file(
        &home,
        "悪い\u{1b}[31m.po",
        "msgid \"\"\nmsgstr \"Language: ja\\n\"\n\nmsgid \"a\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"し\"\n",
    );
    let none = home.path("none.tmx").display().to_string();
    let problems = home.path("problems.tsv").display().to_string();
    let output = home.run(&["--no-starter", "import", &good, &bad, &none, "--problems", &problems]);
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1), "{out}{err}");
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let lines: Vec<_> = out.lines().map(words).collect();
    assert_eq!(lines[0], ["good.tmx:", "ja", "to", "en"]);
    assert_eq!(lines[1][lines[1].len() - 3..], ["en", "to", "ja"]);
    let lines = &lines[2..];
    assert_eq!(lines[0], ["file", "format", "status", "pairs", "added", "folded", "skipped", "problems"]);
    assert_eq!(lines[1], ["good.tmx", "tmx", "finished", "200", "178", "20", "2", "0"]);
    assert_eq!(lines[2][2..], ["po", "finished", "2", "1", "0", "1", "1"]);
    assert_eq!(lines[3], ["none.tmx", "-", "failed", "0", "0", "0", "0", "0"]);
    assert!(err.contains("po:4: unit 1: broken_row: ") && err.contains("none.tmx: error file_unreadable: "), "{err}");
    assert!(!format!("{out}{err}").contains('\u{1b}'));
    let table = std::fs::read_to_string(&problems).unwrap();
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0], ["file", "line", "column", "unit", "code", "message"]);
    assert_eq!(rows[1][1..5], ["4", "", "1", "broken_row"]);
    assert!(rows.iter().all(|row| row.len() == 6) && !table.contains('\u{1b}'), "{table}");
    let again = home.run(&["--no-starter", "import", &good]);
    assert_eq!(again.status.code(), Some(0));
    assert!(String::from_utf8(again.stderr).unwrap().contains("Use `--again` to read it once more"));
}

#[test]
fn the_exit_code_and_the_json_of_an_import_say_how_it_went() {
    let home = Home::new();
    let good = file(&home, "a.tmx", &memory(30));
    let without = file(&home, "a.po", "msgid \"a\"\nmsgstr \"b\"\n");
    for (arguments, code) in [
        (&["import"][..], 2),
        (&["import", &good, "--from", "jp"], 2),
        (&["import", &good, "--problems", "/nowhere/at/all.tsv"], 1),
        (&["import", &without], 1),
        (&["import", &without, "--into", "ja"], 0),
        (&["import", &good, "--approved"], 0),
        (&["import", &good, "--approved", "--again"], 0),
    ] {
        let output = home.run(&[&["--no-starter"][..], arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
    }
    let out = home.prints(&["--no-starter", "--json", "import", &good, &without], 1);
    let values: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((values[0]["outcome"].as_str(), values[0]["read"].as_u64()), (Some("finished"), Some(30)));
    assert_eq!(values[1]["error"]["code"], "language_missing");
    for part in [
        "name",
        "format",
        "languages",
        "added",
        "folded",
        "skipped",
        "problem_count",
        "problems",
        "resumed_from",
        "imported_at",
    ] {
        assert!(values[0].get(part).is_some(), "no `{part}` in {out}");
    }
}

#[test]
fn a_killed_import_goes_on_where_it_stopped_and_ends_with_the_same_memory() {
    let whole = Home::new();
    let path = file(&whole, "a.tmx", &memory(PAIRS));
    whole.prints(&["--no-starter", "import", &path], 0);
    let want = look(&whole, async |store| memory_of(store).await);
    assert_eq!(want.len(), PAIRS - PAIRS / 10 - PAIRS / 100);
    for kept in [0, 1, 20_000] {
        let home = Home::new();
        let path = file(&home, "a.tmx", &memory(PAIRS));
        let mut child = home.command(&["--no-starter", "--quiet", "import", &path]).spawn().unwrap();
        // Killed as soon as so many are on disk, wherever it is by then.
        loop {
            let there = home.path("base.db").exists()
                && look(&home, async |store| {
                    let imports = store.imports(ProjectId::new(1)).await.unwrap();
                    imports.first().is_some_and(|import| import.done >= kept)
                });
            if there || child.try_wait().unwrap().is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let (done, found) = look(&home, async |store| {
            store.check_integrity().await.unwrap();
            let imports = store.imports(ProjectId::new(1)).await.unwrap();
            let is_finished = imports.first().is_some_and(|import| import.state == ImportState::Finished);
            let seen = memory_of(store).await;
            assert_eq!(seen.len(), if is_finished { want.len() } else { 0 }, "it is seen whole or not at all");
            assert_eq!(store.counts(None).await.unwrap().segments, u64::try_from(seen.len()).unwrap());
            (imports.first().map_or(0, |import| import.done), seen)
        });
        assert!(found.is_empty() || found == want);
        let out = home.prints(&["--no-starter", "--json", "import", &path], 0);
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["read"], PAIRS);
        if report["outcome"] == "finished" {
            assert_eq!(report["resumed_from"], done, "killed after {kept}");
        }
        assert_eq!(look(&home, async |store| memory_of(store).await), want, "killed after {kept}");
    }
}

/// Starts an import, interrupts it (Ctrl-C) as soon as `is_there`, and gives what it printed and what it said.
#[cfg(unix)]
fn interrupted(home: &Home, paths: &[&str], is_there: impl Fn(&StoredImport) -> bool) -> (String, String) {
    use std::process::Stdio;
    let mut command = home.command(&["--no-starter", "import"]);
    let mut child = command.args(paths).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while !(home.path("base.db").exists()
        && look(home, async |store| store.imports(ProjectId::new(1)).await.unwrap().iter().any(&is_there)))
    {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was interrupted");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn an_import_that_is_interrupted_says_what_is_there_and_how_to_go_on() {
    let home = Home::new();
    let path = file(&home, "a.tmx", &memory(PAIRS));
    let (_, said) = interrupted(&home, &[&path], |import| import.done > 0);
    assert!(said.contains("of `a.tmx` are stored and not used yet") && said.contains("imports undo 1"), "{said}");
    home.prints(&["imports", "undo", "1"], 0);
    look(&home, async |store| assert!(store.imports(ProjectId::new(1)).await.unwrap().is_empty()));

    let home = Home::new();
    let rows: String = (0..30_000).map(|number| format!("第{number}因子,factor {number}\n")).collect();
    let path = file(&home, "terms.csv", &format!("ja,en\n{rows}"));
    let first = file(&home, "first.csv", "ja,en\n海馬,hippocampus\n");
    let (printed, said) = interrupted(&home, &[&first, &path], |import| import.name == "terms.csv");
    assert!(printed.contains("first.csv"), "what was imported before it is told: {printed}");
    assert!(said.contains("Nothing of `terms.csv` was imported"), "{said}");
    look(&home, async |store| {
        store.check_integrity().await.unwrap();
        let imports = store.imports(ProjectId::new(1)).await.unwrap();
        assert_eq!(imports.iter().map(|import| import.name.as_str()).collect::<Vec<_>>(), ["first.csv"]);
        assert_eq!(store.counts(None).await.unwrap().concepts, 1);
    });
}

#[test]
fn two_imports_at_once_take_turns() {
    let home = Home::with_base();
    let all = memory(12_000);
    // The second half of the one is the first half of the other.
    let files = [file(&home, "a.tmx", &memory(8_000)), file(&home, "b.tmx", &all)];
    home.prints(&["--no-starter", "projects"], 0);
    let children: Vec<_> =
        files.iter().map(|path| home.command(&["--no-starter", "--quiet", "import", path]).spawn().unwrap()).collect();
    for mut child in children {
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    let kept = look(&home, async |store| {
        store.check_integrity().await.unwrap();
        memory_of(store).await.len()
    });
    assert_eq!(kept, 12_000 - 1_200 - 120, "each pair once");
}
