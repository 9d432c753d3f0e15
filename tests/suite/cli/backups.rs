//! Backups: complete, of one moment, private, and put in place only where nothing is lost.

use std::fs;
use std::path::Path;

use taiyaku::model::{Action, Entity};
use taiyaku::store::Store;

use super::{Home, samples};
use crate::documents::Writer;

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A home with a release in its base.
fn filled() -> Home {
    let home = Home::new();
    home.prints(&["ingest", "--no-starter", "--quiet", &format!("{}/cell-senescence.txt", samples())], 0);
    home
}

/// The names of the files beside the base, sorted.
fn files(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.folder.path()).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn exported(home: &Home) -> String {
    home.prints(&["export", "--format", "csv", "--candidates"], 0)
}

#[test]
fn a_backup_is_one_private_file_with_everything_in_it() {
    let home = filled();
    let (before, backup) = (exported(&home), text(&home.path("用語 1.bak")));
    // What a killed backup left.
    fs::write(home.path("用語 1.bak.0123456789abcdef.new"), "half").unwrap();
    let said = home.prints(&["backup", &backup], 0);
    assert!(said.contains("Backed up") && said.contains("revision"), "{said}");
    assert_eq!(files(&home), ["base.db", "用語 1.bak"]);
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&backup).unwrap().permissions()) & 0o777, 0o600);
    let mut other = Home::new();
    other.database = other.path("a folder/base.db");
    other.prints(&["restore", &backup], 0);
    assert_eq!(exported(&other), before);
    assert!(other.prints(&["lookup", "エクソソーム"], 0).contains("exosome"));
}

#[test]
fn nothing_is_replaced_and_nothing_else_is_restored() {
    let home = filled();
    let path = |name: &str| text(&home.path(name));
    let base = path("base.db");
    home.prints(&["backup", &path("a.bak")], 0);
    fs::write(home.path("text.bak"), "これはデータベースではない。".repeat(99)).unwrap();
    let whole = fs::read(home.path("a.bak")).unwrap();
    fs::write(home.path("cut.bak"), &whole[..whole.len() / 2]).unwrap();
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2 / 4096 * 4096;
    damaged[middle..middle + 8192].fill(0xa5);
    fs::write(home.path("damaged.bak"), &damaged).unwrap();
    let mut foreign = whole;
    foreign[68..72].copy_from_slice(b"othr");
    fs::write(home.path("foreign.bak"), &foreign).unwrap();
    let before = exported(&home);
    for (arguments, exit, code) in [
        (&["backup", &path("a.bak")][..], 2, "file_exists"),
        (&["backup", &base, "--force"], 2, "invalid_request"),
        (&["backup", &text(home.folder.path()), "--force"], 2, "invalid_request"),
        (&["backup", &path("no folder/a.bak")], 1, "file_unreadable"),
        (&["--database", &path("typo.db"), "backup", &path("b.bak")], 4, "database_not_found"),
        (&["restore", &path("a.bak")], 2, "database_exists"),
        (&["restore", &base, "--force"], 2, "invalid_request"),
        (&["restore", &path("missing.bak"), "--force"], 1, "file_unreadable"),
        (&["restore", &path("text.bak"), "--force"], 4, "not_a_database"),
        (&["restore", &path("cut.bak"), "--force"], 4, "backup_damaged"),
        (&["restore", &path("damaged.bak"), "--force"], 4, "backup_damaged"),
        (&["restore", &path("foreign.bak"), "--force"], 4, "database_of_another_program"),
    ] {
        let said = home.complains(arguments, exit);
        assert!(said.contains(&format!("({code})")), "{arguments:?}: {said}");
    }
    assert_eq!(exported(&home), before);
    let names = ["a.bak", "base.db", "cut.bak", "damaged.bak", "foreign.bak", "text.bak"];
    assert_eq!(files(&home), names, "nothing is left over");
}

#[test]
fn a_restore_keeps_the_base_that_was_there_and_leaves_nothing_stale() {
    let home = filled();
    home.prints(&["backup", &text(&home.path("a.bak"))], 0);
    let old = exported(&home);
    home.prints(&["ingest", "--no-starter", "--quiet", &samples()], 0);
    let new = exported(&home);
    assert_ne!(old, new);
    for name in ["base.db.ja.index", "base.db.en.index", "base.db.alignment", "base.db.other.db.ja.index"] {
        fs::write(home.path(name), "old").unwrap();
    }
    let said = home.prints(&["restore", &text(&home.path("a.bak")), "--force"], 0);
    let previous = said.lines().find_map(|line| line.strip_prefix("The previous base is now ")).unwrap();
    let previous = previous.trim_end_matches('.');
    let kept = Path::new(previous).file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(files(&home), ["a.bak", "base.db", kept.as_str(), "base.db.other.db.ja.index"]);
    assert_eq!(exported(&home), old);
    home.prints(&["restore", previous, "--force"], 0);
    assert_eq!(exported(&home), new, "and back");
}

#[test]
fn a_log_without_its_base_does_not_get_into_the_restored_one() {
    let home = filled();
    home.prints(&["backup", &text(&home.path("a.bak"))], 0);
    let before = exported(&home);
    fs::remove_file(&home.database).unwrap();
    fs::write(home.path("base.db-wal"), "a log").unwrap();
    fs::write(home.path("base.db-shm"), "its index").unwrap();
    home.prints(&["restore", &text(&home.path("a.bak"))], 0);
    assert_eq!(exported(&home), before);
    let left = files(&home);
    assert!(left.iter().any(|name| name.starts_with("base.db.before-restore-") && name.ends_with("-wal")), "{left:?}");
    assert!(!left.contains(&"base.db-wal".to_owned()) && !left.contains(&"base.db-shm".to_owned()), "{left:?}");
}

#[test]
fn a_damaged_base_is_replaced_and_kept() {
    let home = filled();
    home.prints(&["backup", &text(&home.path("a.bak"))], 0);
    let before = exported(&home);
    fs::write(&home.database, "rubbish").unwrap();
    home.prints(&["restore", &text(&home.path("a.bak")), "--force"], 0);
    assert_eq!(exported(&home), before);
    let kept = files(&home).into_iter().find(|name| name.contains("before-restore")).unwrap();
    assert_eq!(fs::read_to_string(home.path(&kept)).unwrap(), "rubbish");
}

#[test]
fn a_backup_has_all_that_was_acknowledged_before_it_and_is_of_one_moment() {
    let home = filled();
    let writer = Writer::start(&home);
    for round in 0..3 {
        writer.wait_for(20);
        let before = writer.acknowledged.lock().unwrap().clone();
        let backup = text(&home.path(&format!("{round}.bak")));
        home.prints(&["backup", &backup], 0);
        let restored = home.path(&format!("restored {round}/base.db"));
        home.prints(&["--database", &text(&restored), "restore", &backup], 0);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let store = Store::open(&restored).await.unwrap();
            store.check_integrity().await.unwrap();
            let segments = store.segments_after(None, 100_000).await.unwrap();
            let changes = store.changes_since(Default::default(), 100_000).await.unwrap();
            let created = |entity: Entity| {
                changes.iter().filter(|change| change.entity == entity && change.action == Action::Created).count()
            };
            assert_eq!(segments.len(), created(Entity::Segment), "rows and log are of one moment");
            assert_eq!(changes.last().unwrap().revision, store.revision().await.unwrap());
            for source in &before {
                assert!(segments.iter().any(|stored| stored.segment.source == *source), "{source} is missing");
            }
            store.close().await;
        });
    }
    let said = home.complains(&["restore", &text(&home.path("0.bak")), "--force"], 4);
    assert!(said.contains("(database_in_use)"), "{said}");
    let acknowledged = writer.acknowledged.lock().unwrap().clone();
    // The server is killed: what it acknowledged is in the log at most, and goes with the base that is kept.
    drop(writer);
    let said = home.prints(&["restore", &text(&home.path("0.bak")), "--force"], 0);
    let previous = said.lines().find_map(|line| line.strip_prefix("The previous base is now ")).unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Store::open(Path::new(previous.trim_end_matches('.'))).await.unwrap();
        let segments = store.segments_after(None, 100_000).await.unwrap();
        for source in &acknowledged {
            assert!(segments.iter().any(|stored| stored.segment.source == *source), "{source} is missing");
        }
        store.close().await;
    });
}

#[test]
#[cfg(unix)]
fn no_command_writes_onto_the_base_or_the_files_beside_it() {
    let home = filled();
    let path = |name: &str| text(&home.path(name));
    fs::create_dir(home.path("out")).unwrap();
    std::os::unix::fs::symlink("base.db", home.path("link.csv")).unwrap();
    std::os::unix::fs::symlink("../base.db", home.path("out/a.json")).unwrap();
    fs::write(home.path("a.txt"), "神経細胞（neuron）").unwrap();
    fs::write(home.path("a.csv"), "ja,en\n神経細胞,neuron\n").unwrap();
    let before = exported(&home);
    for own in ["base.db", "base.db-wal", "base.db-shm", "base.db.alignment", "link.csv"] {
        let own = path(own);
        for command in [
            vec!["export", "--format", "csv", "--out", &own],
            vec!["review", "export", "--out", &own],
            vec!["import", &path("a.csv"), "--problems", &own],
            vec!["backup", "--force", &own],
        ] {
            let said = home.complains(&command, 2);
            assert!(said.contains("term base") && said.contains("name another file"), "{command:?}: {said}");
        }
    }
    home.complains(&["extract", &path("a.txt"), "--out", &path("base.db-wal")], 2);
    home.complains(&["dictionary", "build", "--out", &path("base.db-wal")], 2);
    let said = home.complains(&["extract", &path("a.txt"), "--out", &path("out")], 1);
    assert!(said.contains("is the term base itself"), "{said}");
    assert_eq!(exported(&home), before);
    assert!(!home.path("base.db-wal").exists() && fs::read_link(home.path("link.csv")).is_ok());
}

#[test]
#[cfg(unix)]
fn a_backup_replaces_no_device_and_follows_links() {
    let home = filled();
    let path = |name: &str| text(&home.path(name));
    assert!(std::process::Command::new("mkfifo").arg(home.path("pipe")).status().unwrap().success());
    for node in [path("pipe"), "/dev/null".to_owned()] {
        let said = home.complains(&["backup", "--force", &node], 2);
        assert!(said.contains("is no ordinary file"), "{said}");
    }
    fs::create_dir(home.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink("elsewhere/a.bak", home.path("link.bak")).unwrap();
    for arguments in [vec!["backup"], vec!["backup", "--force"]] {
        home.prints(&[arguments, vec![&path("link.bak")]].concat(), 0);
        assert!(fs::read_link(home.path("link.bak")).is_ok() && home.path("elsewhere/a.bak").is_file());
    }
}
