//! Projects: what reading leaves alone, what creates them, and how they are renamed, filled, emptied and deleted.

use super::Home;

const RELEASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/glossary/samples/cell-senescence.txt");

/// What `projects` prints, a line each, without the heading.
fn projects(home: &Home) -> Vec<String> {
    home.prints(&["projects"], 0)
        .lines()
        .skip(1)
        .map(|line| line.split("  ").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_mistyped_project_is_not_found_and_nothing_is_made() {
    let home = Home::with_base();
    std::fs::write(home.path("a.tsv"), "ja\ten\n細胞\tcell\n").unwrap();
    let file = home.path("a.tsv").display().to_string();
    for command in [
        &["lookup", "細胞"][..],
        &["suggest", "細胞"],
        &["concordance", "細胞"],
        &["check", &file],
        &["brief", &file],
        &["coverage"],
        &["worklist", "without-english"],
        &["review", "list"],
        &["review", "history"],
        &["export"],
        &["sources"],
        &["starter"],
        &["link"],
    ] {
        let error = home.complains(&[&["--project", "defualt"], command].concat(), 3);
        assert!(error.contains("defualt") && error.contains("not_found"), "{command:?}: {error}");
    }
    assert_eq!(projects(&home), ["default"]);
}

#[test]
fn lists_of_projects_are_read_together_or_refused() {
    let home = Home::new();
    home.prints(&["projects", "create", "a", "--no-starter"], 0);
    home.prints(&["projects", "create", "b", "--no-starter"], 0);
    home.prints(&["--project", "a", "terms", "add", "歯車 = gear"], 0);
    home.prints(&["--project", "b", "terms", "add", "軸 = shaft"], 0);
    let both = |arguments: &[&str]| home.prints(&[&["--project", "a,b"], arguments].concat(), 0);
    for command in [&["export"][..], &["terms"], &["lookup", "歯車", "軸"]] {
        let shown = both(command);
        assert!(shown.contains("gear") && shown.contains("shaft"), "{command:?}: {shown}");
    }
    both(&["sources"]);
    let file = home.path("a.tsv").display().to_string();
    std::fs::write(&file, "ja\ten\n歯車\tgear\n").unwrap();
    for command in [
        &["starter"][..],
        &["starter", "add", "physics"],
        &["link"],
        &["coverage"],
        &["worklist", "without-english"],
        &["import", &file],
        &["ingest", &file],
        &["sources", "remove", "a.tsv"],
        &["releases", "show", "1"],
        &["terms", "add", "弁 = valve"],
        &["review", "accept", "gear"],
        &["review", "undo"],
        &["review", "import", &file],
    ] {
        let error = home.complains(&[&["--project", "a,b"], command].concat(), 2);
        assert!(error.contains("one project") && error.contains("a,b"), "{command:?}: {error}");
    }
    home.complains(&["--project", "a,nope", "export"], 3);
}

#[test]
fn a_command_that_cannot_begin_makes_no_project() {
    let home = Home::new();
    home.complains(&["--project", "mian", "import", "no-such-file.csv"], 1);
    home.complains(&["--project", "mian", "ingest", "no-such-file.txt"], 1);
    home.complains(&["--project", "mian", "token", "create", "--role", "read", "--name", "訳者"], 3);
    assert_eq!(projects(&home), ["default"]);
}

#[test]
fn a_command_that_fails_takes_back_the_project_it_made() {
    let home = Home::new();
    let file = |name: &str, bytes: &[u8]| {
        std::fs::write(home.path(name), bytes).unwrap();
        home.path(name).display().to_string()
    };
    let (empty, broken) = (file("empty.txt", b""), file("broken.pdf", b"%PDF-1.4 nothing"));
    let unknown = file("unknown.bin", &[0, 1, 2, 3]);
    for (project, count) in [("mian", "0"), ("default", "0")] {
        for command in [&["ingest", "-"][..], &["ingest", &empty, &broken], &["import", &unknown], &["import", "-"]] {
            home.complains(&[&["--project", project], command].concat(), 1);
            assert_eq!(projects(&home), ["default"], "{command:?}");
            let shown = home.prints(&["projects"], 0);
            assert!(shown.lines().last().unwrap().split_whitespace().skip(1).all(|cell| cell == count), "{shown}");
        }
    }
    // Whether the default project gets starter terms is still open.
    home.prints(&["ingest", RELEASE, &empty], 1);
    assert!(home.prints(&["starter"], 0).contains("yes"));
    // What something came into stays.
    home.prints(&["--project", "press", "ingest", RELEASE, &empty], 1);
    assert_eq!(projects(&home), ["default", "press"]);
}

#[test]
fn a_decision_stays_in_its_project() {
    let home = Home::new();
    home.prints(&["--project", "a", "--no-starter", "ingest", RELEASE], 0);
    home.prints(&["projects", "create", "b", "--no-starter"], 0);
    let sheet = home.path("s.csv").display().to_string();
    home.prints(&["--project", "a", "review", "export", "--out", &sheet], 0);
    let filled = std::fs::read_to_string(&sheet).unwrap();
    let head: Vec<&str> = filled.lines().next().unwrap().split(',').collect();
    let at = |name: &str| head.iter().position(|column| *column == name).unwrap();
    let mut cells: Vec<String> = filled.lines().nth(1).unwrap().split(',').map(str::to_owned).collect();
    cells[at("decision")] = "reject".to_owned();
    let number = cells[at("term")].clone();
    std::fs::write(&sheet, format!("{}\n{}\n", head.join(","), cells.join(","))).unwrap();
    home.complains(&["--project", "zz", "review", "import", &sheet], 3);
    let shown = home.prints(&["--project", "b", "review", "import", &sheet], 1);
    assert!(shown.contains("1 problem"), "{shown}");
    home.complains(&["--project", "b", "review", "reject", &number], 3);
    assert!(home.prints(&["--project", "a", "review", "history"], 3).contains("No decisions"));
    home.prints(&["--project", "a", "review", "reject", &number], 0);
}

#[test]
fn the_default_project_is_empty_until_something_is_read_into_it() {
    let home = Home::with_base();
    assert!(home.prints(&["lookup", "細胞"], 3).contains("No matches"));
    assert!(home.prints(&["projects"], 0).lines().last().unwrap().starts_with("default         0"));
    assert!(home.prints(&["starter"], 0).contains("life-sciences"));
    assert!(!home.prints(&["starter"], 0).contains("yes"));
    home.prints(&["ingest", RELEASE], 0);
    assert!(home.prints(&["starter"], 0).contains("yes"));
}

#[test]
fn whether_a_project_has_starter_terms_is_decided_when_it_is_made_and_can_be_changed() {
    let home = Home::new();
    let has = |project: &str, home: &Home| home.prints(&["--project", project, "starter"], 0).matches("yes").count();
    home.prints(&["--project", "ours", "--no-starter", "ingest", RELEASE], 0);
    // Without the flag too, nothing is added later.
    home.prints(&["--project", "ours", "ingest", RELEASE], 0);
    assert_eq!(has("ours", &home), 0);
    home.prints(&["--project", "ours", "starter", "add", "physics", "life-sciences"], 0);
    assert_eq!(has("ours", &home), 2);
    assert!(home.prints(&["--project", "ours", "lookup", "量子もつれ"], 0).contains("entanglement"));
    home.prints(&["--project", "ours", "starter", "remove", "physics"], 0);
    assert_eq!(has("ours", &home), 1);
    home.prints(&["--project", "ours", "lookup", "量子もつれ"], 3);
    // What a release says stays.
    assert!(home.prints(&["--project", "ours", "lookup", "細胞老化"], 0).contains("senescence"));
    let error = home.complains(&["--project", "ours", "starter", "add", "magic"], 2);
    assert!(error.contains("magic") && error.contains("physics"), "{error}");
    home.prints(&["--project", "all", "ingest", RELEASE], 0);
    assert_eq!(has("all", &home), 11);
}

#[test]
fn projects_are_created_renamed_read_together_and_deleted() {
    let home = Home::new();
    home.prints(&["projects", "create", "広報", "--no-starter"], 0);
    home.complains(&["projects", "create", "広報"], 2);
    for name in ["", "a,b", "a/b", " a"] {
        home.complains(&["projects", "create", name], 2);
        home.complains(&["--project", name, "ingest", RELEASE], 2);
    }
    home.prints(&["--project", "広報", "ingest", RELEASE], 0);
    home.prints(&["projects", "rename", "広報", "press"], 0);
    assert_eq!(projects(&home), ["default", "press"]);
    assert!(home.prints(&["--project", "press", "lookup", "細胞老化"], 0).contains("senescence"));
    assert!(home.prints(&["--project", "default,press", "lookup", "細胞老化"], 0).contains("senescence"));
    home.complains(&["projects", "delete", "press"], 2);
    let shown = home.prints(&["projects", "delete", "press", "--yes"], 0);
    assert!(shown.contains("1 release"), "{shown}");
    assert_eq!(projects(&home), ["default"]);
    home.complains(&["--project", "press", "lookup", "細胞老化"], 3);
    home.complains(&["projects", "delete", "press", "--yes"], 3);
    home.prints(&["projects", "delete", "default", "--yes"], 0);
    assert_eq!(projects(&home), ["default"]);
}
