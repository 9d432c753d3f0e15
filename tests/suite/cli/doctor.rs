//! `doctor`: each thing that can be wrong is named with what to do, and nothing on disk is changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

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
    let before = disk(home);
    let output = home.run(&["doctor", "--json"]);
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
