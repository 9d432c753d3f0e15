//! Texts and translations that are two files.

use taiyaku_formats::exchange::{Document, Section, counterpart, language_in_name};

fn told(source: &str, target: &str, name: &str) -> Vec<String> {
    let (_, sections) = Document::sections(source, target, name);
    let mut told = Vec::new();
    for section in sections {
        match section {
            Section::Pairs(pairs) => {
                told.extend(pairs.iter().map(|(one, other)| format!("{}={}", one.text(), other.text())));
            }
            Section::Uneven { source, target } => told.push(format!("{}|{}", source.len(), target.len())),
        }
    }
    told
}

#[test]
fn passages_meet_by_lines_paragraphs_and_headings() {
    for (source, target, name, want) in [
        ("一\n\n二\n", "one\ntwo\n", "a.ja.txt", &["一=one", "二=two"][..]),
        ("一が\n続く\n\n二\n", "one\n\ntwo\n", "a.ja.txt", &["一が続く=one", "二=two"]),
        ("一\n二\n", "one\n", "a.ja.txt", &["一二=one"]),
        ("一\n\n二\n", "one\n", "a.ja.txt", &["2|1"]),
        ("# 一\n\n- 二\n- 三\n", "# one\n\n- two\n- three\n", "a.ja.md", &["一=one", "二=two", "三=three"]),
        (
            "# 一\n\n二\n\n三\n\n# 四\n\n五\n",
            "# one\n\ntwo\n\n# four\n\nfive\n",
            "a.ja.md",
            &["3|2", "四=four", "五=five"],
        ),
        ("# 一\n\n二\n", "one\n\ntwo\n", "a.ja.md", &["一=one", "二=two"]),
    ] {
        assert_eq!(told(source, target, name), want, "{source}");
    }
}

#[test]
fn the_name_of_a_file_says_its_language_and_its_translation() {
    for (name, lang, other) in [
        ("x.ja.md", Some("ja"), Some("x.en.md")),
        ("発表.en.txt", Some("en"), Some("発表.ja.txt")),
        ("/a.b/x_ja.md", Some("ja"), Some("/a.b/x_en.md")),
        ("docs/ja/x.md", Some("ja"), Some("docs/en/x.md")),
        ("ja/sub/x.md", Some("ja"), Some("en/sub/x.md")),
        ("x.md", None, None),
        ("ninja.md", None, None),
        ("x.ja", None, None),
    ] {
        assert_eq!(language_in_name(name).map(|lang| lang.to_string()).as_deref(), lang, "{name}");
        assert_eq!(counterpart(name).first().map(String::as_str), other, "{name}");
    }
}
