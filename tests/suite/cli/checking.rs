//! What is wrong with a translation, as a person and as a program in a pipeline see it.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use super::Home;

const TSV: &str =
    "ja\ten\n約2.8億人が𠮷に来た。\tAbout 28 million people came to Yoshi.\n細胞を見た。\tCells were seen.\n";

const XLIFF: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file original="a" source-language="ja" target-language="en" datatype="plaintext"><body>
  <trans-unit id="u1"><source>𠮷の<g id="1">12匹</g>を見た。</source><target>We saw <g id="1">13 &amp; more</g> mice.</target></trans-unit>
  <trans-unit id="u2"><source>細胞を見た。</source><target></target></trans-unit>
 </body></file>
</xliff>
"#;

fn home(files: &[(&str, &str)]) -> Home {
    let home = Home::with_base();
    for (name, text) in files {
        std::fs::write(home.path(name), text).unwrap();
    }
    home
}

/// Checks files of the home folder, named as they lie there.
fn check(home: &Home, arguments: &[&str], code: i32) -> String {
    let output =
        home.command(&["--no-starter", "check"]).args(arguments).current_dir(home.folder.path()).output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    out + &err
}

#[test]
fn carets_stand_under_the_places_of_both_texts() {
    let home = home(&[("a.tsv", TSV)]);
    let shown = check(&home, &["a.tsv"], 1);
    let want = "a.tsv: ja to en\n\
                a.tsv:2:20: warning[numbers]: `2.8億` in the source is missing in the translation, which has `28 million`.\n   \
                ja | 約2.8億人が𠮷に来た。\n      |   ^^^^^\n   \
                en | About 28 million people came to Yoshi.\n      |       ^^^^^^^^^^\n      \
                = fix: Write `280 million` for `28 million`\n\n\
                a.tsv: 2 segments checked; 1 finding: numbers 1.\n";
    assert_eq!(shown, want);
}

#[test]
fn exit_codes_and_choices_suit_a_pipeline() {
    let home = home(&[("a.tsv", TSV), ("good.tsv", "ja\ten\n細胞\tCells\n"), ("bad.txt", "細胞"), ("sjis.tsv", "")]);
    std::fs::write(home.path("sjis.tsv"), b"ja\ten\n\x93\xFA\x96\x7B\tJapan\n").unwrap();
    let po = "msgid \"\"\nmsgstr \"\"\n\"Language: ja\\n\"\n\"Content-Type: text/plain; charset=Shift_JIS\\n\"\n\nmsgid \"12 mice\"\nmsgstr \"ソース13匹\"\n";
    std::fs::write(home.path("sjis.po"), encoding_rs::SHIFT_JIS.encode(po).0).unwrap();
    let utf16: Vec<u8> = "\u{feff}ja\ten\n𠮷12匹\t13 mice\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    std::fs::write(home.path("utf16.tsv"), utf16).unwrap();
    std::fs::write(home.path("broken.txt"), b"\x81\x20\xff").unwrap();
    std::fs::write(home.path("broken.tsv"), b"ja\ten\n\xe6\xff\tx\n").unwrap();
    let header = |language: &str| format!("msgid \"\"\nmsgstr \"Language: {language}\\n\"\n\n");
    for (name, language, entries) in [
        ("copied.po", "en", "msgid \"細胞の膜\"\nmsgstr \"細胞の膜\"\n"),
        ("empty.po", "en", "msgid \"細胞の膜\"\nmsgstr \"\"\n\nmsgid \"𠮷\"\nmsgstr \"\"\n"),
        ("turned.po", "ja", "msgid \"細胞の膜\"\nmsgstr \"A cell membrane\"\n"),
    ] {
        std::fs::write(home.path(name), header(language) + entries).unwrap();
    }
    for (arguments, code, part) in [
        (&["good.tsv"][..], 0, "good.tsv: 1 segment checked; no problems found."),
        (&["a.tsv", "--min-severity", "error"], 0, "no problems found"),
        (&["a.tsv", "--ignore", "numbers"], 0, "no problems found"),
        (&["a.tsv", "--rule", "style"], 0, "no problems found"),
        (&["a.tsv", "--rule", "numbers", "--rule", "style"], 1, "warning[numbers]"),
        (&["missing.tsv"], 2, "`missing.tsv`"),
        (&["a.tsv", "missing.tsv"], 2, "warning[numbers]"),
        (&["bad.txt"], 2, "it is not clear which file is its translation"),
        (&["sjis.tsv"], 0, "sjis.tsv: 1 segment checked; no problems found."),
        (&["sjis.po"], 1, "sjis.po:7:12: warning[numbers]: `12` in the source"),
        (&["utf16.tsv"], 1, "utf16.tsv:2:6: warning[numbers]"),
        (&["broken.txt", "good.tsv"], 2, "its encoding is not UTF-8, UTF-16, Shift_JIS or EUC-JP"),
        (&["broken.tsv"], 0, "broken.tsv:2:1: Some bytes here are not valid"),
        (&["copied.po"], 1, "copied.po: ja to en\ncopied.po:5:9: error[untranslated]"),
        (&["empty.po"], 1, "empty.po: 2 segments checked, 2 without a translation; nothing is translated."),
        (&["turned.po"], 2, "The file is said to be from `en` into `ja`, but its source texts are Japanese"),
        (&["turned.po"], 2, "(languages_contradict)"),
        (&["turned.po", "--from", "ja", "--into", "en"], 0, "turned.po: ja to en\n"),
        (&["a.tsv", "--rule", "spelling"], 2, "no such rule"),
        (&["a.tsv", "--from", "jp"], 2, "did you mean `ja`"),
        (&[], 2, "FILE"),
    ] {
        let shown = check(&home, arguments, code);
        assert!(shown.contains(part), "{arguments:?}\n{shown}");
    }
}

#[test]
fn a_text_and_its_translation_are_one_draft_however_they_are_named() {
    let ja = "# 細胞の研究\n\n12匹のマウスを見た。\n";
    let en = "# A study of cells\n\n13 mice were seen.\n";
    let home = home(&[("x.ja.md", ja), ("x.en.md", en), ("one.txt", "12匹"), ("other.txt", "13 mice")]);
    for arguments in [&["x.ja.md", "x.en.md"][..], &["x.en.md", "x.ja.md"], &["x.ja.md"], &["x.en.md"]] {
        let shown = check(&home, arguments, 1);
        assert!(shown.contains("x.en.md:3:1: warning[numbers]: `12` in the source"), "{arguments:?}\n{shown}");
    }
    let back = check(&home, &["x.en.md", "x.ja.md", "--from", "en"], 1);
    assert!(back.contains("x.ja.md:3:1: warning[numbers]: `13` in the source"), "{back}");
    assert!(check(&home, &["one.txt", "other.txt"], 1).contains("other.txt:1:1: warning[numbers]"));
}

#[test]
fn standard_input_is_a_file_too() {
    let home = home(&[]);
    let mut child = home
        .command(&["--no-starter", "check", "-", "--name", "draft.tsv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(TSV.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("draft.tsv: ja to en\ndraft.tsv:2:20: "));
}

#[test]
fn json_gives_places_in_the_file_and_changes_as_the_format_writes_them() {
    let home = home(&[("a.xlf", XLIFF)]);
    let shown: Value = serde_json::from_str(&check(&home, &["a.xlf", "--format", "json"], 1)).unwrap();
    let file = &shown["files"][0];
    assert_eq!((&file["format"], &file["segments"], &file["untranslated"]), (&"xliff".into(), &2.into(), &1.into()));
    let finding = &file["findings"][0];
    assert_eq!((&finding["rule"], &finding["unit_key"]), (&"numbers".into(), &"u1".into()));
    let span = |place: &Value| {
        let at = |at: usize| usize::try_from(place["span"][at].as_u64().unwrap()).unwrap();
        XLIFF[at(0)..at(1)].to_owned()
    };
    assert_eq!(span(&finding["location"]), "13");
    assert_eq!(finding["location"]["start"]["line"], 4);
    let change = &finding["fixes"][0]["changes"][0];
    assert_eq!((span(&change["location"]).as_str(), change["text"].as_str().unwrap()), ("13", "12"));
}

#[test]
fn sarif_has_what_its_schema_wants_and_counts_in_code_units() {
    let home = home(&[("訳 文.tsv", "ja\ten\n𠮷12匹\t𠮷 13\n")]);
    let log: Value =
        serde_json::from_str(&check(&home, &["訳 文.tsv", "--rule", "numbers", "--format", "sarif"], 1)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "taiyaku");
    for rule in driver["rules"].as_array().unwrap() {
        for part in ["shortDescription", "help"] {
            assert!(rule[part]["text"].as_str().unwrap().ends_with(|c: char| c.is_alphanumeric() || c == '.'));
        }
        assert!(["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()));
    }
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    let result = &results[0];
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(driver["rules"][index]["id"], result["ruleId"]);
    let location = &result["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "%E8%A8%B3%20%E6%96%87.tsv");
    let region =
        |place: &Value| ["startLine", "startColumn", "endLine", "endColumn"].map(|name| place[name].as_u64().unwrap());
    // 𠮷 is two code units on either side of the tab.
    assert_eq!(region(&location["region"]), [2, 10, 2, 12]);
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], location["artifactLocation"]["uri"]);
    assert_eq!(region(&change["replacements"][0]["deletedRegion"]), [2, 10, 2, 12]);
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "12");
    assert!(result["partialFingerprints"]["taiyakuKey/v1"].as_str().unwrap().starts_with("numbers|"));
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn the_starter_terms_are_looked_for_and_what_a_project_ignores_is_not_said() {
    let home = home(&[("a.tsv", "ja\ten\n視床下部を調べた。\tIt was studied.\n")]);
    home.prints(&["starter", "add"], 0);
    let shown = home.prints(&["check", home.path("a.tsv").to_str().unwrap()], 1);
    assert!(shown.contains("information[term_not_used]: `視床下部` is not translated as `hypothalamus`."), "{shown}");
}

#[test]
fn a_line_without_a_translation_is_never_passed_over() {
    let home = home(&[]);
    let (three, two) =
        ("細胞が増えた。\n骨も伸びた。\n結果は明らかだ。\n", "The cells grew.\nThe bones became longer too.\n");
    for (source, target) in [(three, two), ("細胞が増えた。\n骨も伸びた。\n", "The cells grew.\n")] {
        for ending in ["md", "txt"] {
            let (ja, en) = (format!("x.ja.{ending}"), format!("x.en.{ending}"));
            std::fs::write(home.path(&ja), source).unwrap();
            std::fs::write(home.path(&en), target).unwrap();
            let said = check(&home, &[&ja, &en], 1);
            assert!(said.contains("1 without a translation") && said.contains("not translated:"), "{ending}: {said}");
        }
    }
}
