//! Questions are answered where nothing can be written: on a full disk, and where files and folders are read-only.

use std::fs;
use std::process::Command;

use super::Home;
use super::server::ServeProcess;

const TEXT: &str = "視床下部の働きを解明\n\n用語解説\n（注1）視床下部（hypothalamus）：脳の一部。\n";
const MEMORY: &str = r#"<tmx version="1.4"><header srclang="ja" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x"
 creationtool="x" creationtoolversion="1"/><body><tu><tuv xml:lang="ja"><seg>視床下部を調べた。</seg></tuv>
 <tuv xml:lang="en"><seg>We studied the hypothalamus.</seg></tuv></tu></body></tmx>"#;

/// What only asks.
const QUESTIONS: &[&[&str]] = &[
    &["lookup", "視床下部"],
    &["suggest", "視床下部を調べた。"],
    &["concordance", "視床下部"],
    &["projects"],
    &["sources"],
    &["review", "list"],
    &["export", "--format", "csv"],
];

/// A home with something in it.
fn filled() -> Home {
    let home = Home::new();
    fs::write(home.path("a.txt"), TEXT).unwrap();
    fs::write(home.path("m.tmx"), MEMORY).unwrap();
    home.prints(&["ingest", home.path("a.txt").to_str().unwrap(), "--no-starter"], 0);
    home.prints(&["import", home.path("m.tmx").to_str().unwrap(), "--no-starter"], 0);
    home
}

/// Runs each question, changed by `hamper`, and wants the answer it had before.
#[track_caller]
fn assert_answers(home: &Home, before: &[String], hamper: impl Fn(Command) -> Command) {
    for (question, before) in QUESTIONS.iter().zip(before) {
        let output = hamper(home.command(&[question, &["--no-starter"][..]].concat())).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{question:?}: {said}");
        assert_eq!(&String::from_utf8(output.stdout).unwrap(), before, "{question:?}");
    }
    let file = home.path("m.tmx");
    let add = ["import", file.to_str().unwrap(), "--project", "new", "--no-starter"];
    let output = hamper(home.command(&add)).output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{}", String::from_utf8_lossy(&output.stderr));
}

fn answers(home: &Home) -> Vec<String> {
    QUESTIONS.iter().map(|question| home.prints(&[question, &["--no-starter"][..]].concat(), 0)).collect()
}

#[cfg(unix)]
#[test]
fn questions_are_answered_on_a_full_disk() {
    let home = filled();
    let before = answers(&home);
    assert!(before[0].contains("hypothalamus") && before[1].contains("We studied"), "{before:?}");
    // No file may become longer, as on a disk without room.
    assert_answers(&home, &before, |command| {
        let mut limited = Command::new("sh");
        limited.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"]).arg(command.get_program());
        limited.args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => limited.env(name, value),
                None => limited.env_remove(name),
            };
        }
        limited
    });
}

#[cfg(unix)]
#[test]
fn questions_are_answered_where_everything_is_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = filled();
    let before = answers(&home);
    let folder = home.folder.path();
    let set = |mode: u32, of_folder: u32| {
        for file in fs::read_dir(folder).unwrap() {
            fs::set_permissions(file.unwrap().path(), fs::Permissions::from_mode(mode)).unwrap();
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(of_folder)).unwrap();
    };
    // Only the file is read-only; then the folder too, as on a read-only file system.
    for of_folder in [0o777, 0o555] {
        set(0o555, of_folder);
        assert_answers(&home, &before, |command| home.bound_by_rights(command));
    }
    set(0o755, 0o755);
}

#[test]
fn a_server_exports_where_no_temporary_file_can_be_written() {
    let home = filled();
    let exported = home.prints(&["export", "--format", "csv", "--no-starter"], 0);
    let server = ServeProcess::start_as(&home, |mut command| {
        command.env("TMPDIR", home.path("no such folder"));
        command
    });
    let (status, body) = server.send("GET", "/v1/exports/default.csv", "").unwrap();
    assert_eq!(status, 200, "{body}");
    let rows =
        |text: &str| text.lines().filter(|line| line.contains("hypothalamus")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&body), rows(&exported));
    assert!(!rows(&body).is_empty() && body.ends_with("0\r\n\r\n"), "sent to its end without a length: {body}");
}
