//! Killed at any moment, what was told is on disk, nothing is there by half, and going on leads to the same base.

use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::ScopedJoinHandle;
use std::time::Duration;

use serde_json::Value;
use taiyaku::store::{ImportState, Store};

use super::Home;
use super::server::ServeProcess;
use crate::chance::Chance;
use crate::factor::factor;

const RELEASES: usize = 60;

fn write_releases(home: &Home) -> String {
    let folder = home.path("in");
    std::fs::create_dir_all(&folder).unwrap();
    for number in 0..RELEASES {
        // Every third release speaks of a term of its neighbour, so that concepts are shared.
        let shared = number / 3;
        let text = format!(
            "研究の発表第{number}号です。\n因子{shared}号（factor {shared}）（注1）と系{number}番（system {number}）（注2）を調べました。\n\n\
             【用語解説】\n（注1）因子{shared}号：細胞の中で働き、増殖を調節する因子。\n（注2）系{number}番：部品が互いに働き合う仕組み。\n"
        );
        std::fs::write(folder.join(format!("{number:03}.txt")), text).unwrap();
    }
    folder.display().to_string()
}

/// Everything but the moment of the export.
fn exported(home: &Home) -> String {
    home.prints(&["export", "--format", "csv", "--candidates"], 0)
}

#[test]
fn a_killed_ingest_leaves_whole_releases_and_can_be_gone_on_with() {
    let whole = Home::new();
    let folder = write_releases(&whole);
    whole.prints(&["--no-starter", "--quiet", "ingest", &folder], 0);
    let want = exported(&whole);
    assert!(want.lines().count() > RELEASES);
    for kept in [1, 7, 23, 58] {
        let home = Home::new();
        let folder = write_releases(&home);
        let mut child =
            home.command(&["--no-starter", "--json", "ingest", &folder]).stdout(Stdio::piped()).spawn().unwrap();
        let told = BufReader::new(child.stdout.take().unwrap()).lines().take(kept).count();
        child.kill().unwrap();
        child.wait().unwrap();
        let found = tokio::runtime::Runtime::new().unwrap().block_on(async {
            let store = Store::open(&home.path("base.db")).await.unwrap();
            store.check_integrity().await.unwrap();
            let heads = store.releases(None, None, 1_000, &Default::default()).await.unwrap();
            for head in &heads {
                assert_eq!(store.entries_of(head.id).await.unwrap().len(), 2, "{}", head.source.name);
                assert!(store.links_of(head.id).await.unwrap().len() >= 2, "{}", head.source.name);
            }
            store.close().await;
            heads.len()
        });
        assert!(found >= told, "{found} releases on disk, {told} were told");
        home.prints(&["--no-starter", "--quiet", "ingest", &folder], 0);
        assert_eq!(exported(&home), want, "killed after {kept}");
    }
}

/// How often each kind of program is killed; `tests/endurance` multiplies it.
const KILLS: u32 = 2;

/// Sleeps for a random part of a time in which a program has something to write.
fn wait_a_moment(chance: &mut Chance, microseconds: usize) {
    std::thread::sleep(Duration::from_micros(u64::try_from(chance.below(microseconds)).unwrap()));
}

/// The numbers of random moments, other ones each time; a failure names the seed.
fn seed() -> u64 {
    RandomState::new().hash_one(())
}

/// Wants a base that is whole; gives the number of its releases.
fn assert_whole(home: &Home, at: &str) -> usize {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Store::open(&home.path("base.db")).await.unwrap();
        store.check_integrity().await.unwrap_or_else(|error| panic!("{at}: {error}"));
        let releases = store.releases(None, None, 1_000, &Default::default()).await.unwrap().len();
        store.close().await;
        releases
    })
}

#[test]
fn no_release_that_was_told_is_lost_however_often_ingest_is_killed() {
    let seed = seed();
    let mut chance = Chance(seed);
    let whole = Home::new();
    let folder = write_releases(&whole);
    whole.prints(&["--no-starter", "--quiet", "ingest", &folder], 0);
    let want = exported(&whole);
    let home = Home::new();
    let folder = write_releases(&home);
    for kill in 0..KILLS * factor() {
        let at = format!("kill {kill} of seed {seed}");
        let mut child =
            home.command(&["--no-starter", "--json", "ingest", &folder]).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let told = lines.by_ref().take(1 + chance.below(RELEASES / 4)).count();
        wait_a_moment(&mut chance, 20_000);
        child.kill().unwrap();
        child.wait().unwrap();
        // What was told between the last line that was read and the end counts too.
        let told =
            told + lines.map_while(Result::ok).filter(|line| serde_json::from_str::<Value>(line).is_ok()).count();
        let releases = assert_whole(&home, &at);
        assert!(releases >= told.min(RELEASES), "{at}: {releases} on disk, {told} told");
    }
    home.prints(&["--no-starter", "--quiet", "ingest", &folder], 0);
    assert_eq!(exported(&home), want, "seed {seed}");
}

#[test]
fn an_import_that_was_killed_is_gone_on_with_to_the_same_memory() {
    let seed = seed();
    let mut chance = Chance(seed);
    let units = (1..=3_000).map(|number| format!("\nmsgid \"第{number}号の文。\"\nmsgstr \"Sentence {number}.\"\n"));
    let text = format!("msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"\n{}", units.collect::<String>());
    let import = |home: &Home| {
        std::fs::write(home.path("m.po"), &text).unwrap();
        let mut command =
            home.command(&["--no-starter", "--quiet", "import", &home.path("m.po").display().to_string()]);
        command.stdout(Stdio::null());
        command
    };
    let memory = |home: &Home| home.prints(&["export", "--format", "tmx"], 0).matches("</tu>").count();
    let whole = Home::new();
    assert!(import(&whole).status().unwrap().success());
    assert_eq!(memory(&whole), 3_000);
    let home = Home::new();
    for kill in 0..KILLS * factor() {
        let mut child = import(&home).spawn().unwrap();
        wait_a_moment(&mut chance, 400_000);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_whole(&home, &format!("kill {kill} of seed {seed}"));
    }
    assert!(import(&home).status().unwrap().success());
    assert_eq!(memory(&home), 3_000, "seed {seed}");
}

#[test]
fn an_undo_that_was_killed_shows_nothing_of_its_import_and_is_gone_on_with() {
    let units = (1..=4_000).map(|number| format!("\nmsgid \"第{number}号の文。\"\nmsgstr \"Sentence {number}.\"\n"));
    let text = format!("msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"\n{}", units.collect::<String>());
    let memory = |home: &Home| home.prints(&["export", "--format", "tmx"], 0).matches("</tu>").count();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for round in 0..3 * KILLS * factor() {
        let home = Home::new();
        std::fs::write(home.path("m.po"), &text).unwrap();
        let file = home.path("m.po").display().to_string();
        home.prints(&["--no-starter", "--quiet", "import", &file], 0);
        assert_eq!(memory(&home), 4_000);
        let words = ["--no-starter", "--quiet", "imports", "undo", "1"];
        let mut child = home.command(&words).stdout(Stdio::null()).spawn().unwrap();
        let state = |store: &Store| {
            let imports = runtime.block_on(store.imports_of(&[])).unwrap();
            imports.first().map(|import| import.state)
        };
        let store = runtime.block_on(Store::open(&home.path("base.db"))).unwrap();
        while state(&store) == Some(ImportState::Finished) {
            std::thread::sleep(Duration::from_micros(200));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let left = state(&store);
        runtime.block_on(store.close());
        assert_whole(&home, "an undo that was killed");
        assert_eq!(memory(&home), 0, "nothing is seen by half");
        match round % 3 {
            // A second undo goes on, if there is something to go on with.
            0 => drop(home.prints(&words, if left.is_some() { 0 } else { 3 })),
            1 => {
                let mut server = ServeProcess::start(&home);
                for _ in 0..600 {
                    let (status, body) = server.send("GET", "/v1/imports", "").unwrap();
                    assert_eq!(status, 200, "{body}");
                    if body.contains("\"imports\":[]") {
                        break;
                    }
                    std::thread::sleep(Duration::from_millis(50));
                }
                server.kill();
            }
            // The file is imported again, as if it had never been there.
            _ => {
                home.prints(&["--no-starter", "--quiet", "import", &file], 0);
                assert_eq!(memory(&home), 4_000);
                continue;
            }
        }
        let store = runtime.block_on(Store::open(&home.path("base.db"))).unwrap();
        assert_eq!((state(&store), runtime.block_on(store.segment_count()).unwrap()), (None, 0));
        runtime.block_on(store.close());
        assert!(home.complains(&["--no-starter", "imports", "undo", "1"], 3).contains("not_found"));
    }
}

#[test]
fn nothing_a_server_acknowledged_is_lost_when_it_is_killed() {
    let seed = seed();
    let mut chance = Chance(seed);
    let home = Home::new();
    let mut acknowledged = Vec::new();
    for kill in 0..KILLS * factor() {
        let mut server = ServeProcess::start(&home);
        let count = AtomicUsize::new(0);
        let told: Vec<String> = std::thread::scope(|scope| {
            let (server, count) = (&server, &count);
            let writers: Vec<_> = (0..2)
                .map(|writer| {
                    scope.spawn(move || {
                        let mut told = Vec::new();
                        for number in 0.. {
                            let japanese = format!("第{kill}-{writer}-{number}項");
                            let body = format!("{{\"ja\": \"{japanese}\", \"en\": \"item {kill} {writer} {number}\"}}");
                            match server.send("POST", "/v1/terms", &body) {
                                Some((201, _)) => {
                                    told.push(japanese);
                                    count.fetch_add(1, Ordering::Relaxed);
                                }
                                Some((status, body)) => panic!("{status}: {body}"),
                                None => break,
                            }
                        }
                        told
                    })
                })
                .collect();
            // Before anything was acknowledged there is nothing to lose; on a slow machine that may last.
            while count.load(Ordering::Relaxed) == 0 && !writers.iter().all(ScopedJoinHandle::is_finished) {
                std::thread::sleep(Duration::from_millis(1));
            }
            wait_a_moment(&mut chance, 300_000);
            server.interrupt();
            writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
        });
        server.kill();
        acknowledged.extend(told);
        assert_whole(&home, &format!("kill {kill} of seed {seed}"));
    }
    let stored = exported(&home);
    for japanese in &acknowledged {
        assert!(stored.contains(japanese.as_str()), "{japanese} was acknowledged; seed {seed}");
    }
    assert!(!acknowledged.is_empty());
}
