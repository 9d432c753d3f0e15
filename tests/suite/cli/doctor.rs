//! `doctor`: each thing that can be wrong is named with what to do, and nothing on disk is changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::Home;

const MEMORY: &str = "msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"\n\nmsgid \"𠮷野川の水質を調べた。\"\nmsgstr \"We studied the water of the Yoshino.\"\n";

/// A home with a release and a memory.
fn filled() -> Home {
    let home = Home::new();
    let text = "視床下部の働き\n\n用語解説\n（注1）視床下部（hypothalamus）：脳の一部。\n";
    fs::write(home.path("a.txt"), text).unwrap();
    fs::write(home.path("m.po"), MEMORY).unwrap();
    home.prints(&["ingest", home.path("a.txt").to_str().unwrap(), "--no-starter"], 0);
    home.prints(&["import", home.path("m.po").to_str().unwrap(), "--no-starter"], 0);
    home
}

/// Every file with its content and the time of its last change.
fn disk(home: &Home) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let files =
        fs::read_dir(home.folder.path()).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let state = |path: PathBuf| {
        let (content, changed) = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
        (path, (content, changed))
    };
    files.map(state).collect()
}

/// The status and the message of each check, by name; several of one name are joined.
fn examined(home: &Home) -> BTreeMap<String, (String, String)> {
    examined_by(home, home.command(&["doctor", "--json"]))
}

fn examined_by(home: &Home, mut command: Command) -> BTreeMap<String, (String, String)> {
    let before = disk(home);
    let output = command.output().unwrap();
    assert!(disk(home) == before, "doctor changed something on the disk");
    let mut checks = BTreeMap::new();
    let mut worst = 0;
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let check: Value = serde_json::from_str(line).unwrap();
        let text = |member: &str| check[member].as_str().unwrap().to_owned();
        let status = text("status");
        worst = worst.max(match status.as_str() {
            "ok" => 0,
            "warning" => 1,
            _ => 4,
        });
        assert_eq!(text("advice").is_empty(), status == "ok", "{check}");
        checks.insert(text("name"), (status, text("message")));
    }
    assert_eq!(output.status.code(), Some(worst), "{checks:?}");
    checks
}

#[test]
fn a_sound_installation_is_in_order_and_stays_as_it_is() {
    let home = filled();
    let checks = examined(&home);
    for name in [
        "configuration",
        "database",
        "integrity",
        "references",
        "empty concepts",
        "unsupported terms",
        "older releases",
        "unfinished imports",
        "memory index",
        "permissions",
        "log",
        "disk",
    ] {
        assert_eq!(checks.get(name).map(|(status, _)| status.as_str()), Some("ok"), "{name}: {checks:?}");
    }
    // The tests' home has none.
    assert_eq!(checks["dictionary"].0, "warning");
    assert!(home.prints(&["doctor"], 1).contains("taiyaku-setup dictionary"));
}

#[test]
fn what_is_wrong_is_named() {
    let home = filled();
    fs::write(home.path("base.db.ja.index"), "rubbish").unwrap();
    #[cfg(unix)]
    fs::set_permissions(&home.database, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let checks = examined(&home);
    assert_eq!(checks["memory index"].0, "warning", "{checks:?}");
    #[cfg(unix)]
    assert!(checks["permissions"].1.contains("base.db"), "{checks:?}");
    let mut bytes = fs::read(&home.database).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    fs::write(&home.database, &bytes).unwrap();
    let checks = examined(&home);
    assert!(checks.values().any(|(status, _)| status == "problem"), "{checks:?}");
    fs::write(&home.database, "").unwrap();
    assert_eq!(examined(&home)["database"].0, "warning", "as a base of an older version, it is brought up to date");
    fs::write(&home.database, "これはデータベースではない。".repeat(99)).unwrap();
    let (status, message) = examined(&home)["database"].clone();
    assert!(status == "problem" && message.contains("is not a database"), "{message}");
    fs::remove_file(&home.database).unwrap();
    let checks = examined(&home);
    assert!(checks["database"].0 == "problem" && checks["database"].1.contains("base.db"), "{checks:?}");
}

#[test]
fn a_folder_in_the_place_of_the_base_has_one_name_whatever_is_asked() {
    let mut home = Home::new();
    home.database = home.path("folder");
    fs::create_dir(&home.database).unwrap();
    let output = home.run(&["doctor", "--json"]);
    let checks = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.code() == Some(4) && checks.contains("`database_unopened`"), "{checks}");
    for arguments in [&["lookup", "視床"][..], &["backup", home.path("copy.db").to_str().unwrap()]] {
        let error = home.complains(&[arguments, &["--json"]].concat(), 4);
        assert!(error.contains("\"database_unopened\""), "{arguments:?}: {error}");
    }
}

#[cfg(unix)]
#[test]
fn a_base_that_may_not_be_written_is_a_warning_and_one_that_may_not_be_read_is_only_that() {
    use std::os::unix::fs::PermissionsExt;
    let home = filled();
    let examined = |mode: u32| {
        fs::set_permissions(&home.database, fs::Permissions::from_mode(mode)).unwrap();
        examined_by(&home, home.bound_by_rights(home.command(&["doctor", "--json"])))
    };
    fs::set_permissions(home.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let checks = examined(0o444);
    assert_eq!(checks["database"].0, "ok", "{checks:?}");
    assert_eq!(checks["writing"], ("warning".to_owned(), "the base can only be read".to_owned()), "{checks:?}");
    let checks = examined(0);
    assert!(checks["database"].0 == "problem" && checks["database"].1.contains("cannot be opened"), "{checks:?}");
    assert_eq!(checks.get("writing"), None, "{checks:?}");
}

#[test]
fn one_of_what_deserves_attention_is_said_in_the_singular() {
    let home = filled();
    let unfinished = "INSERT INTO import (project_id, name, content_hash, options, state, started_at, updated_at)
         VALUES (1, 'a.tmx', 'a', '', 'running', '2026-04-01T00:00:00Z', '2026-04-01T00:00:00Z')";
    for (count, release, import) in [
        (1, "1 release was read by another version or dictionary", "1 import has not come to its end"),
        (2, "2 releases were read by another version or dictionary", "2 imports have not come to their end"),
    ] {
        if count == 2 {
            fs::write(home.path("b.txt"), "視床の働き\n\n用語解説\n（注1）視床（thalamus）：脳の一部。\n").unwrap();
            home.prints(&["ingest", home.path("b.txt").to_str().unwrap(), "--no-starter"], 0);
        }
        home.changed_with(&[
            "UPDATE release SET extractor_version = 'older'",
            &unfinished.replace("'a'", &format!("'{count}'")),
        ]);
        let checks = examined(&home);
        assert_eq!(checks["older releases"], ("warning".to_owned(), release.to_owned()));
        assert_eq!(checks["unfinished imports"], ("warning".to_owned(), import.to_owned()));
    }
}
