//! What is printed for a person and for a program.

use super::{Home, samples};

#[test]
fn a_look_up_shows_the_english_the_definition_and_who_says_so() {
    let home = Home::new();
    home.prints(&["--quiet", "ingest", &samples()], 0);
    let out = home.prints(&["lookup", "フラックス", "--limit", "2"], 0);
    for part in [
        "フラックス",
        "— flux (suggested",
        "溶かし込むために加える",
        "by inline_gloss in release",
        "methane-flux.pdf",
        "by starter from starter:",
        "! conflicts with concept",
        "in this sense only in release",
    ] {
        assert!(out.contains(part), "no `{part}` in\n{out}");
    }
    assert!(!out.contains('\u{1b}'), "no colours where nobody looks");
}

#[test]
fn a_term_without_english_says_so() {
    let home = Home::new();
    let text =
        "発表しました。\n私たちは窓口関数（注1）を調べました。\n\n【用語解説】\n（注1）窓口関数：窓口の数を数える。\n";
    std::fs::write(home.path("a.txt"), text).unwrap();
    home.prints(&["ingest", home.path("a.txt").to_str().unwrap()], 0);
    assert!(home.prints(&["lookup", "窓口関数"], 0).contains("no English yet"));
}

#[test]
fn json_is_one_object_on_a_line() {
    let home = Home::new();
    let out = home.prints(&["--json", "ingest", &samples()], 0);
    let (releases, skipped): (Vec<&str>, Vec<&str>) = out.lines().partition(|line| !line.starts_with("{\"skipped\""));
    assert_eq!((releases.len(), skipped.len()), (9, 1), "a hidden file is skipped");
    for line in releases {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        for part in
            ["name", "outcome", "release_id", "media", "engine", "entries", "links", "with_english", "doubts", "error"]
        {
            assert!(value.get(part).is_some(), "no `{part}` in {line}");
        }
    }
    let found: serde_json::Value = serde_json::from_str(&home.prints(&["--json", "lookup", "flux"], 0)).unwrap();
    assert_eq!(found["matches"][0]["kind"], "exact");
    assert_eq!(found["matches"][0]["score"], 100);
    let health: serde_json::Value = serde_json::from_str(&home.prints(&["--json", "health", "--here"], 0)).unwrap();
    assert_eq!(health["counts"]["releases"], 9);
}

#[test]
fn the_summary_counts_and_its_columns_stand_below_each_other() {
    let home = Home::new();
    let out = home.prints(&["ingest", &samples()], 0);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 11);
    assert!(lines[10].starts_with("9 releases"));
    assert!(lines.iter().all(|line| line.chars().count() == lines[0].chars().count()), "{out}");
    let again = home.prints(&["ingest", &samples()], 0);
    assert_eq!(again.lines().filter(|line| line.contains(" unchanged ")).count(), 9);
}

#[test]
fn an_export_is_whole_or_not_there() {
    let home = Home::new();
    home.prints(&["--quiet", "ingest", &samples()], 0);
    let file = home.path("書き出し.tbx").display().to_string();
    home.prints(&["export", "--out", &file, "--profile", "omegat"], 0);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("<martif") && text.trim_end().ends_with("</martif>"));
    let names: Vec<_> =
        std::fs::read_dir(home.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().ends_with(".part")), "{names:?}");
    home.prints(&["export", "--out", "/nowhere/at/all.csv"], 1);
}

#[test]
fn control_characters_of_a_name_do_not_reach_the_terminal() {
    let home = Home::new();
    let text = "発表しました。\n私たちは怪現象（ghost phenomenon）を調べました。\n\n【用語解説】\n（注1）怪現象：怪しい現象。\n";
    std::fs::write(home.path("a\u{1b}[31m\u{7}.txt"), text).unwrap();
    let out = home.prints(&["ingest", home.folder.path().to_str().unwrap()], 0);
    let found = home.prints(&["lookup", "怪現象"], 0);
    assert!(found.contains("ghost phenomenon"));
    assert!(!format!("{out}{found}").contains(['\u{1b}', '\u{7}']));
}
