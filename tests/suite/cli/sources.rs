//! Dictionaries in by file, listed, used and removed; terms of a text for a briefing.

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
