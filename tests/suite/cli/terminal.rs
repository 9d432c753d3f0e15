//! What fits a terminal, and counts that agree with their nouns.

use unicode_width::UnicodeWidthStr;

use super::{Home, samples};

/// A base with what makes tables wide: long names of files, sources and people, terms of both languages.
fn filled() -> Home {
    let home = Home::new();
    let long = "視床下部の神経細胞についての非常に長い名前のプレスリリース_ｶﾅﾞ_2026年4月1日版.txt";
    let text = "発表しました。\n私たちは視床下部オレキシン産生神経細胞亜集団（orexin-producing hypothalamic neuronal subpopulation）（注1）を調べました。\n\n\
        【用語解説】\n（注1）視床下部オレキシン産生神経細胞亜集団：覚醒を保つ神経細胞の集まりで、脳の奥にある。\n";
    std::fs::write(home.path(long), text).unwrap();
    std::fs::write(home.path("a-very-long-name-of-a-glossary-of-a-laboratory-in-the-west.csv"), "ja,en\n細胞,cell\n")
        .unwrap();
    home.prints(&["ingest", &samples(), home.path(long).to_str().unwrap()], 0);
    let glossary = home.path("a-very-long-name-of-a-glossary-of-a-laboratory-in-the-west.csv");
    let licence = "Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)";
    home.prints(
        &["import", glossary.to_str().unwrap(), "--licence", licence, "--attribution", "西日本電気通信大学用語研究会"],
        0,
    );
    home.prints(&["projects", "create", "press", "--no-starter"], 0);
    let who = "山田太郎（広報室・国際連携係・英文校閲担当者）";
    home.prints(&["review", "accept", "転移 = metastasis", "--actor", who], 0);
    home.prints(
        &[
            "token",
            "create",
            "--name",
            "a-token-with-a-rather-long-name-for-the-press-office",
            "--role",
            "read",
            "--project",
            "default",
        ],
        0,
    );
    home
}

/// Commands that print a table, but for those that read files.
const TABLES: [&[&str]; 15] = [
    &["sources"],
    &["releases"],
    &["--project", "default,press", "releases"],
    &["coverage"],
    &["worklist", "without-english"],
    &["worklist", "several-english"],
    &["worklist", "changed"],
    &["worklist", "release", "--release", "flux-growth.docx"],
    &["review", "list", "--limit", "50"],
    &["review", "list", "--limit", "50", "--lang", "ja"],
    &["review", "history"],
    &["projects"],
    &["starter"],
    &["token", "list"],
    &["terms", "--limit", "50"],
];

#[test]
fn tables_fit_eighty_columns() {
    let home = filled();
    let mut printed = 0;
    let check = |arguments: &[&str], out: &str| {
        for line in out.lines() {
            assert!(line.width() <= 80, "{arguments:?} prints {} columns: {line}", line.width());
        }
        out.lines().count()
    };
    let folder = home.folder.path().to_str().unwrap().to_owned();
    for arguments in [vec!["ingest", &samples()], vec!["ingest", &folder], vec!["import", &folder]] {
        printed += check(&arguments, &String::from_utf8(home.run(&arguments).stdout).unwrap());
    }
    for arguments in TABLES {
        let output = home.run(arguments);
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(
            matches!(output.status.code(), Some(0 | 3)),
            "{arguments:?} {}",
            String::from_utf8_lossy(&output.stderr)
        );
        printed += check(arguments, &out);
    }
    // Facts and definitions are prose and stay whole; the links below them are a table.
    let releases = home.prints(&["releases"], 0);
    for release in releases.lines().skip(1).filter_map(|line| line.split_whitespace().next()) {
        let shown = home.prints(&["releases", "show", release], 0);
        let links: Vec<&str> =
            shown.lines().skip_while(|line| !line.starts_with("link ")).take_while(|line| !line.is_empty()).collect();
        printed += check(&["releases", "show", release], &links.join("\n"));
    }
    let pair = "視床下部オレキシン産生神経細胞亜集団 = orexin-producing hypothalamic neuronal subpopulation";
    let memory = home.path("m.po");
    let source = "視床下部オレキシン産生神経細胞亜集団を含む神経細胞の集まりを、長い時間をかけて詳しく調べた。";
    let target = "We studied the orexin-producing hypothalamic neuronal subpopulation for a long time.";
    let head = "msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"";
    std::fs::write(&memory, format!("{head}\n\nmsgid \"{source}\"\nmsgstr \"{target}\"\n")).unwrap();
    let definition = "覚醒を保つ神経細胞の集まりで、脳の奥にあり、オレキシンという物質を作って放出する。";
    home.prints(&["import", memory.to_str().unwrap()], 0);
    let found = home.prints(&["concordance", "含む神経細胞", "--json"], 0);
    let segment = serde_json::from_str::<serde_json::Value>(found.lines().next().unwrap()).unwrap()["occurrences"][0]["segment_id"].to_string();
    for arguments in [
        &["terms", "add", pair, "--note", definition][..],
        &["definitions", "add", pair, definition],
        &["terms", "show", pair],
        &["terms", "edit", pair, "orexin-producing hypothalamic neuronal subpopulation of cells"],
        &["segments", "show", &segment],
        &["config"],
        &["doctor"],
    ] {
        let output = home.run(arguments);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{arguments:?} {}",
            String::from_utf8_lossy(&output.stderr)
        );
        printed += check(arguments, &String::from_utf8(output.stdout).unwrap());
    }
    let sheet = home.path("sheet.csv");
    home.prints(&["review", "export", "--out", sheet.to_str().unwrap()], 0);
    let filled = std::fs::read_to_string(&sheet).unwrap();
    let mut table = csv::Reader::from_reader(filled.trim_start_matches('\u{feff}').as_bytes());
    let mut decided = csv::Writer::from_writer(Vec::new());
    decided.write_record(table.headers().unwrap()).unwrap();
    for row in table.records().take(20) {
        let mut cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        cells[11] = "something that is no decision at all, and long".to_owned();
        decided.write_record(cells).unwrap();
    }
    std::fs::write(&sheet, decided.into_inner().unwrap()).unwrap();
    let output = home.run(&["review", "import", sheet.to_str().unwrap(), "--dry-run"]);
    printed += check(&["review", "import"], &String::from_utf8(output.stdout).unwrap());
    assert!(printed > 150, "{printed} lines of tables");
}

/// The first count of one with a plural noun, or of several with a singular one, in a text.
fn wrong_count(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let nouns = [
        "concept", "release", "term", "segment", "finding", "problem", "file", "pair", "entry", "row", "source",
        "project", "decision", "document", "change", "conflict", "doubt", "link", "token", "picture", "archive",
    ];
    words.windows(2).find_map(|pair| {
        let number = pair[0].trim_start_matches('(');
        if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let word = pair[1].trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_wrong = |noun: &str| {
            let plural = noun.strip_suffix('y').map_or_else(|| format!("{noun}s"), |stem| format!("{stem}ies"));
            if number == "1" { word == plural } else { word == noun }
        };
        nouns.iter().any(|noun| is_wrong(noun)).then(|| pair.join(" "))
    })
}

#[test]
fn counts_agree_with_their_nouns_in_all_that_is_printed() {
    for (text, wrong) in
        [("1 concepts", true), ("2 concept.", true), ("1 entries;", true), ("1 concept, 2 entries", false)]
    {
        assert_eq!(wrong_count(text).is_some(), wrong, "{text}");
    }
    let home = Home::new();
    let single = "発表しました。\n私たちは光遺伝学（optogenetics）（注1）を使いました。\n\n【用語解説】\n（注1）光遺伝学：光で操る技術。\n";
    std::fs::create_dir(home.path("a")).unwrap();
    for (name, text) in [
        ("a/論文.txt", single),
        ("a/図.png", "\u{fffd}"),
        ("a/空.txt", ""),
        ("one.csv", "ja,en\n細胞,cell\n"),
        ("bad.csv", "ja,en,status\n脳,brain,？？\n"),
        (
            "one.po",
            "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"水質を調べた。\"\nmsgstr \"We studied water.\"\n",
        ),
        (
            "half.po",
            "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"水質を3回調べた。\"\nmsgstr \"We studied 4 things.\"\n\nmsgid \"脳\"\nmsgstr \"\"\n",
        ),
    ] {
        std::fs::write(home.path(name), text).unwrap();
    }
    let path = |name: &str| home.path(name).to_str().unwrap().to_owned();
    let runs: Vec<Vec<String>> = [
        vec!["--project", "p", "projects", "create", "p", "--no-starter"],
        vec!["--project", "p", "ingest", &path("a")],
        vec!["--project", "p", "import", &path("one.csv")],
        vec!["--project", "p", "import", &path("bad.csv")],
        vec!["--project", "p", "import", &path("one.po")],
        vec!["--project", "p", "check", &path("half.po")],
        vec!["--project", "p", "check", &path("one.po")],
        vec!["--project", "p", "suggest", "水質を調べた。"],
        vec!["--project", "p", "concordance", "水質"],
        vec!["--project", "p", "lookup", "細胞"],
        vec!["--project", "p", "link"],
        vec!["--project", "p", "coverage"],
        vec!["--project", "p", "worklist", "without-english"],
        vec!["--project", "p", "review", "accept", "細胞 = cell"],
        vec!["--project", "p", "review", "list"],
        vec!["--project", "p", "review", "history"],
        vec!["--project", "p", "export", "--out", &path("terms.csv")],
        vec!["--project", "p", "export", "--out", &path("terms.tmx")],
        vec!["--project", "p", "export", "--approved", "--out", &path("terms.tbx")],
        vec!["--project", "p", "brief", &path("a/論文.txt"), "--limit", "1"],
        vec!["--project", "p", "sources"],
        vec!["--project", "p", "sources", "remove", "one.csv"],
        vec!["projects"],
        vec!["--project", "p", "starter", "add", "physics"],
        vec!["--project", "p", "starter", "remove"],
        vec!["health", "--here"],
        vec!["projects", "delete", "p", "--yes"],
    ]
    .into_iter()
    .map(|run| run.into_iter().map(str::to_owned).collect())
    .collect();
    for run in runs {
        let arguments: Vec<&str> = run.iter().map(String::as_str).collect();
        let output = home.run(&arguments);
        for text in [output.stdout, output.stderr] {
            let text = String::from_utf8(text).unwrap();
            assert_eq!(wrong_count(&text), None, "{arguments:?}: {text}");
        }
    }
}
