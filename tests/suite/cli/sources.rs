//! Dictionaries and memories in by file, listed, used and removed; terms of a text for a briefing.

use super::Home;

const UTX: &str = "#UTX 1.11; ja/en; 2026-11-20; copyright: Example Lab; license: CC0\r\n#src\ttgt\tsrc:pos\tterm status\r\n\
    量子もつれ\tquantum entanglement\tnoun\tapproved\r\n量子もつれ\tquantum tangle\tnoun\tforbidden\r\n";

fn file(home: &Home, name: &str, text: &str) -> String {
    std::fs::write(home.path(name), text).unwrap();
    home.path(name).display().to_string()
}

#[test]
fn a_source_is_listed_with_its_licence_shown_where_it_is_used_and_removed() {
    let home = Home::new();
    let (base, general) =
        (file(&home, "a.utx", UTX), file(&home, "b.txt", "視床下部 [ししょうかぶ] /(n) hypothalamus/\n"));
    home.prints(&["--no-starter", "import", &base], 0);
    home.prints(&["--no-starter", "import", &general, "--name", "general", "--licence", "CC BY-SA 4.0"], 0);
    let listed = home.prints(&["--no-starter", "sources"], 0);
    let words: Vec<Vec<&str>> = listed.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(words[1][..4], ["a.utx", "utx", "terms", "2"]);
    assert_eq!(words[2][..4], ["general", "edict", "evidence", "1"]);
    assert!(listed.contains("CC0") && listed.contains("Example Lab") && listed.contains("CC BY-SA 4.0"), "{listed}");
    let found = home.prints(&["--no-starter", "lookup", "量子もつれ"], 0);
    assert!(
        found.contains("data from a.utx: CC0; Example Lab") && found.contains("quantum tangle (forbidden, "),
        "{found}"
    );
    let found = home.prints(&["--no-starter", "lookup", "視床下部"], 0);
    assert_eq!(found, "視床下部 (ししょうかぶ) — hypothalamus  [dictionary general, by spelling, CC BY-SA 4.0]\n");
    let csv = home.prints(&["--no-starter", "export"], 0);
    assert!(csv.contains("\"a.utx: CC0, Example Lab\""), "{csv}");
    home.prints(&["--no-starter", "import", &base, "--as", "evidence"], 2);
    home.prints(&["--no-starter", "sources", "remove", "none"], 3);
    home.prints(&["--no-starter", "sources", "remove", "a.utx"], 0);
    home.prints(&["--no-starter", "lookup", "量子もつれ"], 3);
}

#[test]
fn a_text_is_briefed_and_work_is_listed() {
    let home = Home::new();
    let (base, text) = (file(&home, "a.utx", UTX), file(&home, "t.txt", "量子もつれと量子もつれ。\r\n"));
    home.prints(&["--no-starter", "import", &base], 0);
    let block = home.prints(&["--no-starter", "brief", &text], 0);
    assert!(block.contains("| 量子もつれ | quantum entanglement |  | quantum tangle |  |"), "{block}");
    let block = home.prints(&["--no-starter", "brief", &text, "--format", "tsv"], 0);
    assert_eq!(block.lines().nth(1), Some("量子もつれ\tquantum entanglement\t\tquantum tangle\t\t2"));
    home.prints(&["--no-starter", "worklist", "without-english"], 3);
    home.prints(&["--no-starter", "worklist", "release"], 2);
    home.prints(&["--no-starter", "worklist", "other"], 2);
    let table = file(&home, "c.csv", "番号,甲,乙\n1,歯車,gear\n2,歯車,cog\n");
    home.prints(&["--no-starter", "import", &table], 1);
    home.prints(&["--no-starter", "import", &table, "--map", "ja=甲,en=乙"], 0);
    let listed = home.prints(&["--no-starter", "worklist", "several-english", "--csv"], 0);
    assert!(listed.contains("2,歯車,"), "{listed}");
    let listed = home.prints(&["--no-starter", "--json", "worklist", "several-english"], 0);
    let item: serde_json::Value = serde_json::from_str(&listed).unwrap();
    assert_eq!((item["term"].as_str(), item["renderings"][1]["text"].as_str()), (Some("歯車"), Some("cog")));
}

/// A PO file of these pairs.
fn po(home: &Home, name: &str, pairs: &[(&str, &str)]) -> String {
    let mut text = "msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"\n".to_owned();
    for (ja, en) in pairs {
        text.push_str(&format!("\nmsgid \"{ja}\"\nmsgstr \"{en}\"\n"));
    }
    file(home, name, &text)
}

#[test]
fn a_memory_goes_by_its_file_and_takes_only_what_it_alone_brought() {
    let home = Home::new();
    let (first, second) = (("𠮷野川の水質。", "Water of the Yoshino."), ("圧力が下がった。", "The pressure fell."));
    let third = ("密度を測った。", "We measured the density.");
    let one = po(&home, "one.po", &[first, second, third]);
    let two = po(&home, "two.po", &[second]);
    home.prints(&["--no-starter", "import", &one, &two], 0);
    let listed = home.prints(&["sources"], 0);
    let rows: Vec<Vec<&str>> = listed.lines().skip(1).map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(
        (&rows[0][..4], &rows[1][..4]),
        (&["one.po", "po", "memory", "3"][..], &["two.po", "po", "memory", "1"][..])
    );
    // A person approves one pair by adding it; it is theirs from now on.
    approve(&home, third);
    home.complains(&["sources", "remove", "none.po"], 3);
    home.complains(&["--project", "a,b", "sources", "remove", "one.po"], 2);
    let removed = home.prints(&["sources", "remove", "one.po"], 0);
    assert_eq!(
        removed,
        "Removed one.po with 1 segment.\n1 segment that other imports brought too stays.\n\
         1 segment that people decided on or added too stays.\n"
    );
    home.prints(&["concordance", "水質"], 3);
    assert!(home.prints(&["concordance", "圧力"], 0).contains("pressure"));
    assert!(home.prints(&["concordance", "密度"], 0).contains("density"));
    assert_eq!(home.prints(&["sources", "remove", "two.po"], 0), "Removed two.po with 1 segment.\n");
    home.prints(&["concordance", "圧力"], 3);
    assert_eq!(home.prints(&["sources"], 0).lines().count(), 1);
    home.complains(&["sources", "remove", "two.po"], 3);
    // It can be imported again.
    assert!(home.prints(&["import", &one], 0).contains("finished"));
    assert!(home.prints(&["concordance", "水質"], 0).contains("Yoshino"));
}

#[test]
fn what_a_person_confirms_stays_even_where_files_approve_it_too() {
    let pair = ("密度を測った。", "We measured the density.");
    // Whether the file approves it before the person, after the person, or both.
    for [before, after] in [[true, false], [false, true], [true, true], [false, false]] {
        let home = Home::new();
        let one = po(&home, "one.po", &[pair, ("圧力が下がった。", "The pressure fell.")]);
        let import = |approved: bool| {
            let arguments = ["--no-starter", "import", &one, "--approved"];
            home.prints(&arguments[..if approved { 4 } else { 3 }], 0);
        };
        import(before);
        approve(&home, pair);
        import(after);
        let removed = home.prints(&["sources", "remove", "one.po"], 0);
        let want = "Removed one.po with 1 segment.\n1 segment that people decided on or added too stays.\n";
        assert_eq!(removed, want, "{before} {after}");
        assert!(home.prints(&["concordance", "密度"], 0).contains("density"));
        home.prints(&["concordance", "圧力"], 3);
    }
}

/// Confirms a pair that is in the memory already, as an editor does.
fn approve(home: &Home, (source, target): (&str, &str)) {
    use taiyaku::app::propose::NewSegment;
    use taiyaku::model::Lang;
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let (service, _) = crate::service::at(&home.path("base.db"), None).await;
        let new = NewSegment {
            project: "default".to_owned(),
            source_lang: Lang::JA,
            target_lang: Lang::EN,
            source: source.to_owned(),
            target: target.to_owned(),
            document: None,
            key: None,
            field: None,
            previous: None,
            next: None,
            approved: true,
        };
        service.confirm_segment(&new, "山田", "2026-11-30T00:00:00Z").await.unwrap();
        service.store().close().await;
    });
}

#[test]
fn a_segment_is_shown_corrected_and_deleted_by_its_number() {
    let home = Home::new();
    let memory = po(&home, "one.po", &[("𠮷野川の水質。", "Water of the Yoshino."), ("密度。", "Density.")]);
    home.prints(&["--no-starter", "import", &memory], 0);
    let shown = home.prints(&["segments", "show", "1"], 0);
    for word in ["Segment 1", "𠮷野川の水質。", "Water of the Yoshino.", "ja to en", "one.po"] {
        assert!(shown.contains(word), "{word} is not in {shown}");
    }
    let edited = home.prints(&["segments", "edit", "1", "Water", "quality of the Yoshino."], 0);
    assert!(edited.contains("Water quality of the Yoshino.") && edited.contains("approved"), "{edited}");
    assert!(home.prints(&["suggest", "𠮷野川の水質。"], 0).contains("Water quality of the Yoshino."));
    let refused = home.complains(&["segments", "delete", "2"], 2);
    assert!(refused.contains("密度。") && refused.contains("--yes"), "{refused}");
    assert_eq!(home.prints(&["segments", "delete", "2", "--yes"], 0), "Deleted segment 2.\n");
    for arguments in
        [&["segments", "show", "2"][..], &["segments", "edit", "2", "a"], &["segments", "delete", "2", "--yes"]]
    {
        home.complains(arguments, 3);
    }
    // What a person corrected stays when the file goes.
    let removed = "Removed one.po with 0 segments.\n1 segment that people decided on or added too stays.\n";
    assert_eq!(home.prints(&["sources", "remove", "one.po"], 0), removed);
    home.prints(&["segments", "show", "1"], 0);
    home.prints(&["projects", "create", "press", "--no-starter"], 0);
    home.complains(&["--project", "press", "segments", "show", "1"], 3);
}
