//! Word documents among other files: a folder with tables of terms and of translations is imported, and a bilingual table is checked.

use super::Home;

const MEMORY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\"><header creationtool=\"a\" creationtoolversion=\"1\" \
segtype=\"sentence\" o-tmf=\"none\" adminlang=\"en\" srclang=\"ja\" datatype=\"plaintext\"/><body>\n\
<tu><tuv xml:lang=\"ja\"><seg>約2.8億人が𠮷に来た。</seg></tuv><tuv xml:lang=\"en\"><seg>About 28 million people came to Yoshi.</seg></tuv></tu>\n\
<tu><tuv xml:lang=\"ja\"><seg>細胞を見た。</seg></tuv><tuv xml:lang=\"en\"><seg>Cells were seen.</seg></tuv></tu>\n\
</body></tmx>\n";

/// A folder with a bilingual table, a table of terms, text, and what is neither.
fn filled() -> Home {
    let home = Home::new();
    std::fs::create_dir_all(home.path("a/下")).unwrap();
    std::fs::write(home.path("m.tmx"), MEMORY).unwrap();
    std::fs::write(home.path("t.csv"), "ja,en\n⻭車ポンプ,gear pump\n").unwrap();
    for (file, format, to) in [("m.tmx", "bilingual_docx", "a/対訳.docx"), ("t.csv", "terms_docx", "a/下/用語.docx")]
    {
        home.prints(&["--no-starter", "--project", "made", "import", home.path(file).to_str().unwrap()], 0);
        let (format, to) = (["--format", format], home.path(to).to_str().unwrap().to_owned());
        let export = ["--project", "made", "export", "--candidates", format[0], format[1], "--out", &to];
        home.prints(&export, 0);
    }
    std::fs::write(home.path("a/下/他.csv"), "ja,en\n細胞,cell\n").unwrap();
    std::fs::write(home.path("a/~$対訳.docx"), b"\x06yamada\0").unwrap();
    home
}

#[test]
fn a_folder_with_word_tables_is_imported_with_the_other_files() {
    let home = filled();
    let folder = home.path("a").to_str().unwrap().to_owned();
    let import = ["--no-starter", "--json", "--project", "read", "import", folder.as_str()];
    let reports = || -> Vec<serde_json::Value> {
        home.prints(&import, 0).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let first = reports();
    for (name, format, read) in [("対訳.docx", "docx", 2), ("下/用語.docx", "docx", 1), ("下/他.csv", "csv", 1)]
    {
        let report = first.iter().find(|report| report["name"] == name).unwrap_or_else(|| panic!("{name}: {first:?}"));
        assert_eq!(report["format"], format, "{name}");
        assert_eq!((&report["read"], &report["added"], &report["skipped"]), (&read.into(), &read.into(), &0.into()));
        assert_eq!(report["problems"], serde_json::json!([]), "{name}");
    }
    let again = reports();
    let outcomes = again.iter().filter(|report| report.get("name").is_some()).map(|report| &report["outcome"]);
    assert_eq!(outcomes.collect::<Vec<_>>(), ["unchanged"; 3]);
    let found = home.prints(&["--project", "read", "lookup", "⻭車ポンプ"], 0);
    assert!(found.contains("gear pump"), "{found}");
    let exported = home.prints(&["--project", "read", "export", "--candidates", "--format", "tmx"], 0);
    assert!(
        exported.contains("約2.8億人が𠮷に来た。") && exported.matches("<tuv xml:lang=\"ja\"").count() == 2,
        "{exported}"
    );
}

#[test]
fn a_bilingual_word_table_is_checked_with_carets_under_both_texts() {
    let home = filled();
    let shown = home.run(&["--no-starter", "--project", "made", "check", home.path("a/対訳.docx").to_str().unwrap()]);
    let text = String::from_utf8(shown.stdout).unwrap();
    assert_eq!(shown.status.code(), Some(1), "{text}");
    let want = "warning[numbers]: `2.8億` in the source is missing in the translation, which has `28 million`.\n   \
                ja | 約2.8億人が𠮷に来た。\n      |   ^^^^^\n   \
                en | About 28 million people came to Yoshi.\n      |       ^^^^^^^^^^\n      \
                = fix: Write `280 million` for `28 million`\n";
    assert!(text.contains(want), "{text}");
    assert!(text.ends_with("2 segments checked; 1 finding: numbers 1.\n"), "{text}");
    // A document without a table that holds pairs says so.
    std::fs::write(home.path("b.docx"), b"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml half").unwrap();
    let error = home.run(&["check", home.path("b.docx").to_str().unwrap()]);
    assert_ne!(error.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&error.stderr).contains("b.docx"));
}
