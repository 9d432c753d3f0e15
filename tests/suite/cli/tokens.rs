//! Tokens at the command line: shown once, listed without secrets, revoked for good.

use serde_json::Value;

use super::Home;

#[test]
fn a_token_is_made_for_named_projects_shown_once_and_revoked() {
    let home = Home::new();
    for project in ["心臓", "脳"] {
        home.prints(&["projects", "create", project, "--no-starter"], 0);
    }
    let made = home.prints(&["token", "create", "--role", "suggest", "--name", "編集者", "--project", "心臓,脳"], 0);
    let secret = made.trim();
    assert!(secret.starts_with("tyk_1_") && secret.len() == "tyk_1_".len() + 48, "{made}");
    let everywhere =
        ["token", "create", "--role", "admin", "--name", "ops", "--all-projects", "--expires", "2099-01-01"];
    let made: Value = serde_json::from_str(&home.prints(&[&everywhere[..], &["--json"]].concat(), 0)).unwrap();
    assert_eq!((&made["id"], &made["role"], &made["projects"]), (&2.into(), &"admin".into(), &Value::Null));
    let listed = home.prints(&["token", "list"], 0);
    for word in ["編集者", "suggest", "心臓, 脳", "never", "all projects", "until 2099-01-01"] {
        assert!(listed.contains(word), "{word} is not in {listed}");
    }
    assert!(!listed.contains(secret.rsplit('_').next().unwrap()));
    let projects = home.prints(&["projects", "--no-starter"], 0);
    assert!(projects.contains("心臓") && projects.contains("脳") && !projects.contains("心臓,脳"), "{projects}");
    assert!(home.prints(&["token", "revoke", "1"], 0).contains("is revoked"));
    assert!(home.prints(&["token", "revoke", "1"], 0).contains("was already revoked"));
    assert!(home.prints(&["token", "list"], 0).contains("revoked 2"));
}

#[test]
fn a_token_nobody_said_enough_about_is_not_made() {
    let home = Home::new();
    for (arguments, code) in [
        (&["--role", "read", "--name", "a"][..], 2),
        (&["--role", "read", "--name", "a", "--project", " , "], 2),
        (&["--role", "owner", "--name", "a", "--all-projects"], 2),
        (&["--role", "read", "--name", " ", "--all-projects"], 2),
        (&["--role", "read", "--name", "a", "--all-projects", "--project", "b"], 2),
        (&["--role", "read", "--name", "a", "--all-projects", "--expires", "2020-01-01"], 2),
        (&["--role", "read", "--name", "a", "--all-projects", "--expires", "soon"], 2),
        (&["--role", "read", "--all-projects"], 2),
        // The name of callers without a token of their own.
        (&["--role", "read", "--name", "api", "--all-projects"], 2),
        (&["--role", "read", "--name", " API ", "--all-projects"], 2),
    ] {
        home.prints(&[&["token", "create"], arguments].concat(), code);
    }
    let twice = ["token", "create", "--role", "read", "--name", "twice", "--all-projects"];
    home.prints(&twice, 0);
    let refused = home.run(&twice);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("`twice`") && said.contains("token revoke 1") && said.contains("already_exists"), "{said}");
    home.prints(&["token", "revoke", "1"], 0);
    home.prints(&twice, 0);
    home.prints(&["token", "revoke", "99"], 3);
}

#[test]
fn a_server_nobody_could_ask_does_not_start() {
    let home = Home::new();
    for arguments in [&["--listen", "0.0.0.0:0"][..], &["--listen", "127.0.0.1:0", "--require-token"]] {
        let output = home.run(&[&["serve", "--no-starter"], arguments].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("token_missing") && said.contains("taiyaku token create"), "{said}");
    }
    let output = home.run(&["serve", "--no-starter", "--listen", "127.0.0.1:0", "--allow-origin", "*"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("invalid_origin"));
}
