//! Exit codes: what a script can tell from the number alone.

use super::{Home, samples};

#[test]
fn the_exit_code_says_how_it_went() {
    let home = Home::new();
    std::fs::write(home.path("broken.pdf"), b"%PDF-1.4\nno").unwrap();
    std::fs::write(home.path("foreign.db"), b"this is no database at all, only some bytes").unwrap();
    let (broken, foreign) = (home.path("broken.pdf"), home.path("foreign.db"));
    let (broken, foreign) = (broken.to_str().unwrap(), foreign.to_str().unwrap());
    let folder = samples();
    let sample = format!("{folder}/cell-senescence.txt");
    for (arguments, code) in [
        (&["--help"][..], 0),
        (&["--version"], 0),
        (&[], 2),
        (&["frobnicate"], 2),
        (&["lookup"], 2),
        (&["ingest", &sample], 0),
        (&["ingest", &sample, broken], 1),
        (&["ingest", "/nowhere/at/all.txt"], 1),
        (&["extract", &sample], 0),
        (&["extract", broken], 1),
        (&["extract", &sample, &sample], 2),
        (&["lookup", "エクソソーム"], 0),
        (&["lookup", "どこにもない言葉です"], 3),
        (&["lookup", "エクソソーム", "--limit", "0"], 2),
        (&["lookup", "エクソソーム", "--from", "jp"], 2),
        (&["export", "--format", "odt"], 2),
        (&["export", "--profile", "nobody"], 2),
        (&["export"], 0),
        (&["--database", foreign, "lookup", "脳"], 4),
        (&["serve", "--listen", "0.0.0.0:0"], 2),
        (&["serve", "--listen", "somewhere"], 2),
        (&["dictionary", "info"], 5),
        (&["completions", "bash"], 0),
        (&["projects"], 0),
        (&["health", "--here"], 0),
        (&["health", "--server", "http://127.0.0.1:1"], 1),
    ] {
        let output = home.run(arguments);
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{err}");
        assert_eq!(
            code == 0 || code == 3,
            !err.contains("taiyaku: ") && !err.contains("error"),
            "{arguments:?}\n{err}"
        );
    }
}

#[test]
fn errors_carry_their_code_in_either_form() {
    let home = Home::with_base();
    let plain = home.run(&["export", "--format", "odt"]);
    assert!(String::from_utf8(plain.stderr).unwrap().contains("(unknown_format)"));
    let json = home.run(&["--json", "export", "--format", "odt"]);
    let value: serde_json::Value = serde_json::from_slice(&json.stderr).unwrap();
    assert_eq!(value["error"]["code"], "unknown_format");
    let token = home.command(&["projects"]).env("TAIYAKU_TOKEN", "secret").output().unwrap();
    let err = String::from_utf8(token.stderr).unwrap();
    assert!(err.contains("token_too_short") && !err.contains("secret"), "{err}");
}
