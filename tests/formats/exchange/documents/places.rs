//! Where texts stand, and what a file reads after something is written there.

use taiyaku_formats::exchange::PLACEHOLDER;
use taiyaku_language::model::{Side, Span};

use super::{read, rewritten, span, texts};

const XLIFF: &str = "<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\"><body>\r\n  <trans-unit id=\"1\">\r\n    <source>𠮷&amp;腸<g id=\"1\">内</g>細菌</source>\r\n    <target>gut <x id=\"1\"/>micro<g id=\"2\">bio</g>ta</target>\r\n  </trans-unit>\r\n  <trans-unit id=\"2\">\r\n    <source>脳</source>\r\n  </trans-unit>\r\n</body></file></xliff>";

#[test]
fn a_span_of_the_text_is_shown_where_the_file_has_it() {
    let document = read(XLIFF, "a.xlf");
    let (source, target) = (&document.units[0].source, document.units[0].target.as_ref().unwrap());
    for (passage, part, want) in [
        (source, "𠮷", &["𠮷"][..]),
        (source, "&", &["&amp;"]),
        (source, "𠮷&腸", &["𠮷&amp;腸"]),
        (source, "腸内細菌", &["腸", "内", "細菌"]),
        (target, "microbiota", &["micro", "bio", "ta"]),
        (target, "gut \u{2060}micro", &["gut <x id=\"1\"/>micro"]),
    ] {
        let spans = passage.spans(span(passage.text(), part));
        let found: Vec<&str> = spans.iter().map(|span| span.of(XLIFF)).collect();
        assert_eq!(found, want, "{part}");
    }
}

#[test]
fn a_place_in_the_file_finds_its_unit_and_byte() {
    let document = read(XLIFF, "a.xlf");
    let at = |needle: &str, more: usize| document.at(0, XLIFF.find(needle).unwrap() + more);
    assert_eq!(at("𠮷&amp;", 4), Some((0, Side::Source, 4)));
    assert_eq!(at("amp;腸", 1), Some((0, Side::Source, 4)), "inside a reference");
    assert_eq!(at("腸<g", 0), Some((0, Side::Source, 5)));
    assert_eq!(at("bio<", 0), Some((0, Side::Target, 4 + 3 + 5)));
    assert_eq!(at("<target>", 3), Some((0, Side::Target, 0)), "between the texts the translation is meant");
    assert_eq!(at("脳", 0), Some((1, Side::Source, 0)));
    assert_eq!(at("<body>", 0), None);
}

/// A file, its name, the unit and what of its target is to read otherwise, and the file afterwards.
#[test]
fn writing_changes_the_place_and_nothing_else() {
    for (file, name, unit, part, new, want) in [
        (
            XLIFF,
            "a.xlf",
            0,
            "microbiota",
            "flora & <fauna>",
            "gut <x id=\"1\"/>flora &amp; &lt;fauna&gt;<g id=\"2\"></g></target>",
        ),
        (XLIFF, "a.xlf", 0, "gut \u{2060}m", "a\u{2060}M", "<target>a<x id=\"1\"/>Micro<g"),
        (XLIFF, "a.xlf", 0, "gut \u{2060}", "", "<target>micro<g"),
        (XLIFF, "a.xlf", 1, "", "brain", "<source>脳</source>\r\n    <target>brain</target>\r\n"),
        (
            "<xliff><trans-unit id='1'><source>脳</source><target state='new' /></trans-unit></xliff>",
            "",
            0,
            "",
            "brain",
            "<target state='new'>brain</target>",
        ),
        (
            "<xliff><trans-unit id='1'><source>脳</source><target><![CDATA[a b]]></target></trans-unit></xliff>",
            "",
            0,
            "b",
            "<i>",
            "<![CDATA[a <i>]]>",
        ),
        (
            "<tmx><tu><tuv xml:lang='ja'><seg>腸</seg></tuv></tu></tmx>",
            "",
            0,
            "",
            "gut",
            "</tuv><tuv xml:lang=\"en\"><seg>gut</seg></tuv></tu>",
        ),
        (
            "msgid \"a\"\nmsgstr \"\"\n\"あ\\n\"\n\"い\"\n",
            "a.po",
            0,
            "あ\nい",
            "\"う\"\n\\",
            "msgstr \"\"\n\"\\\"う\\\"\\n\\\\\"\n\"\"\n",
        ),
        ("msgid \"a\"\nmsgstr \"\"\n", "a.po", 0, "", "う", "msgstr \"う\"\n"),
        ("msgid \"a\"\r\n", "a.po", 0, "", "う", "msgid \"a\"\r\nmsgstr \"う\"\r\n"),
        ("ja\ten\n腸\tgut\n", "a.tsv", 0, "gut", "a\tb", "腸\t\"a\tb\"\n"),
        ("ja\ten\n腸\t\"a \"\"b\"\"\"\n", "a.tsv", 0, "\"b\"", "\"c\" d", "腸\t\"a \"\"c\"\" d\"\n"),
        ("ja\ten\n腸\n", "a.tsv", 0, "", "gut", "腸\t\"gut\"\n"),
        ("id,ja,en\n1,腸,gut\n", "a.csv", 0, "ut", "a, b", "1,腸,\"ga, b\"\n"),
    ] {
        let document = read(file, name);
        let target = document.units[unit].target.clone().unwrap();
        let place = span(target.text(), part);
        let after = rewritten(file, &target.replace(place, new));
        assert!(after.contains(want), "{after}");
        let mut expected = texts(&document);
        expected[unit].1.replace_range(place.start..place.end, new);
        assert_eq!(texts(&read(&after, name)), expected, "{after}");
    }
}

#[test]
fn a_part_of_a_passage_keeps_its_places() {
    let document = read("# 一\n\n長い段落。\n続き ABC\nDEF。\n", "a.md");
    let whole = &document.units[1].source;
    let part = whole.part(span(whole.text(), "続き ABC DEF。"));
    assert_eq!(part.text(), "続き ABC DEF。");
    let file = "# 一\n\n長い段落。\n続き ABC\nDEF。\n";
    let shown: Vec<&str> = part.spans(span(part.text(), "ABC DEF")).iter().map(|span| span.of(file)).collect();
    assert_eq!(shown, ["ABC\nDEF"]);
    assert_eq!(part.file_span().of(file), "続き ABC\nDEF。");
    assert_eq!(whole.part(Span::new(0, whole.text().len())).text(), whole.text());
    assert!(!whole.text().contains(PLACEHOLDER));
}
