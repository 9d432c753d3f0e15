//! Each format as files write it, with the texts, keys and states that come of it.

use taiyaku_formats::exchange::{FileFormat, UnitState, format_of_document};

use super::{read, texts};

/// A file, its name, and the pairs of texts in it.
type File = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const FILES: &[File] = &[
    (
        r#"<?xml version="1.0"?><xliff version="1.2"><file source-language="ja" target-language="en"><body>
        <trans-unit id="1"><source>𠮷野の&lt;細胞&gt; &amp; ｶﾞ</source><target state="translated">cells &#x26; &quot;x&quot;</target>
        <alt-trans><source>別</source><target>other</target></alt-trans><note>見ること</note></trans-unit>
        <trans-unit id="2" approved="yes"><source>量子<g id="1">もつれ</g><x id="2"/>。</source><target>quantum <g id="1">entangle</g>ment</target></trans-unit>
        <trans-unit id="3"><source>空<bpt id="1">&lt;b&gt;</bpt>の<ept id="1">&lt;/b&gt;</ept></source><target/></trans-unit>
        <trans-unit id="4"><source>なし<x id="1" ctype="lb"/>です</source></trans-unit>
        <trans-unit id="5" translate="no"><source>固定</source></trans-unit>
        <trans-unit id="6"><source><![CDATA[<p>生]]></source><target><![CDATA[a & b]]></target></trans-unit>
        </body></file></xliff>"#,
        "a.xlf",
        &[
            ("𠮷野の<細胞> & ｶﾞ", "cells & \"x\""),
            ("量子もつれ\u{2060}。", "quantum entanglement"),
            ("空の", ""),
            ("なし\nです", ""),
            ("<p>生", "a & b"),
        ],
    ),
    (
        r#"<xliff version="1.2"><file source-language="ja" target-language="en"><body><trans-unit id="u">
        <source>一。二。</source><seg-source><mrk mtype="seg" mid="0">一。</mrk><mrk mtype="seg" mid="1">二。</mrk></seg-source>
        <target><mrk mtype="seg" mid="0">One.</mrk> </target></trans-unit></body></file></xliff>"#,
        "a.xliff",
        &[("一。", "One."), ("二。", "")],
    ),
    (
        r##"<xliff version="2.1" srcLang="ja" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:m"><file id="f"><unit id="u">
        <mtc:matches><mtc:match ref="#m"><source>違う</source><target>wrong</target></mtc:match></mtc:matches><notes><note>n</note></notes>
        <segment id="s" state="reviewed"><source><mrk id="m" type="term">腸</mrk><ph id="1"/>内</source><target><pc id="1">gut</pc></target></segment>
        <ignorable><source> </source></ignorable><segment><source>細菌<cp hex="3042"/></source></segment></unit></file></xliff>"##,
        "a.xlf",
        &[("腸\u{2060}内", "gut"), ("細菌あ", "")],
    ),
    (
        r#"<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="ja-JP"/><body>
        <tu tuid="k"><tuv xml:lang="en"><seg>cell<ph x="1">{0}</ph>s</seg></tuv><tuv xml:lang="ja"><seg>細胞</seg></tuv></tu>
        <tu><tuv xml:lang="ja"><seg>腸</seg></tuv></tu></body></tmx>"#,
        "a.tmx",
        &[("細胞", "cell\u{2060}s"), ("腸", "")],
    ),
    (
        "msgid \"\"\nmsgstr \"Language: ja\\n\"\n\n# 注\n#, fuzzy\nmsgctxt \"k\"\nmsgid \"a \\\"b\\\"\\n\"\n\"c\"\nmsgstr \"\"\n\"あ\\t\"\n\"𠮷\"\n\n#~ msgid \"old\"\n#~ msgstr \"旧\"\nmsgid \"%d cell\"\nmsgid_plural \"%d cells\"\nmsgstr[0] \"細胞\"\n",
        "a.po",
        &[("a \"b\"\nc", "あ\t𠮷"), ("%d cells", "細胞")],
    ),
    (
        "\u{feff}ja\ten\tnote\r\n細胞\t\"a \"\"cell\"\"\"\tx\r\n腸\r\n\r\n# 注\r\n脳\tbrain\r\n",
        "a.tsv",
        &[("細胞", "a \"cell\""), ("腸", ""), ("脳", "brain")],
    ),
    ("key,source,target\n1,\"一行,\n二行\",one\n2,三,\n", "a.csv", &[("一行,\n二行", "one"), ("三", "")]),
    ("細胞\tcell\n", "a.tsv", &[("細胞", "cell")]),
    ("一行目。\r\n\r\n　二行目。\r三行目。", "a.ja.txt", &[("一行目。", "-"), ("二行目。", "-"), ("三行目。", "-")]),
    (
        "---\ntitle: x\n---\n# 見出し #\n\n長い段落が\n続く ABC\nDEF。\n\n- 一つ\n- [ ] 二つ\n  続き\n\n```\ncode\n```\n> 引用\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | a\\|b |\n[x]: https://example.org\n1. 番号\n",
        "a.md",
        &[
            ("見出し", "-"),
            ("長い段落が続く ABC DEF。", "-"),
            ("一つ", "-"),
            ("二つ続き", "-"),
            ("引用", "-"),
            ("甲", "-"),
            ("乙", "-"),
            ("丙", "-"),
            ("a\\|b", "-"),
            ("番号", "-"),
        ],
    ),
];

#[test]
fn every_format_gives_its_texts() {
    for (file, name, want) in FILES {
        let found = texts(&read(file, name));
        let want: Vec<_> = want.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
        assert_eq!(found, want, "{name}: {file}");
        assert_eq!(read(file, name).problems, [], "{name}");
    }
}

#[test]
fn keys_states_notes_and_languages_are_what_the_file_says() {
    let units = read(FILES[0].0, "a.xlf").units;
    let states: Vec<_> = units.iter().map(|unit| unit.state).collect();
    use UnitState::{Approved, Draft, Translated, Untranslated};
    assert_eq!(states, [Translated, Approved, Untranslated, Untranslated, Translated]);
    assert_eq!(units[0].note.as_deref(), Some("見ること"));
    assert_eq!(units[1].key.as_deref(), Some("2"));
    let two = read(FILES[2].0, "");
    assert_eq!((two.units[0].state, two.units[0].key.as_deref()), (Approved, Some("u/s")));
    let po = read(FILES[4].0, "");
    assert_eq!(
        (po.units[0].state, po.units[0].key.as_deref(), po.units[0].note.as_deref()),
        (Draft, Some("k"), Some("注"))
    );
    for (at, want) in [
        (0, ("ja", "en")),
        (3, ("ja", "en")),
        (4, ("en", "ja")),
        (5, ("ja", "en")),
        (6, ("ja", "en")),
        (8, ("ja", "en")),
    ] {
        let (source, target) = read(FILES[at].0, FILES[at].1).languages();
        assert_eq!((source.as_str(), target.as_str()), want, "{}", FILES[at].1);
    }
}

#[test]
fn content_says_what_a_file_is_and_the_name_only_where_it_does_not() {
    use FileFormat::{Csv, Markdown, Po, Text, Tmx, Tsv, Xliff};
    for (text, name, want) in [
        ("<?xml version='1.0'?>\n<!-- 訳 -->\n<xliff version='2.2'>", "a.xml", Xliff),
        ("<xlf:xliff version='1.2'>", "a", Xliff),
        ("\u{feff}<tmx>", "a.txt", Tmx),
        ("<xliffs>", "a.md", Markdown),
        ("", "a.sdlxliff", Xliff),
        ("msgid \"a\"", "a", Po),
        ("ja\ten\n", "a", Tsv),
        ("source;target\n", "a", Csv),
        ("ただの文", "a.b/c", Text),
        ("", "", Text),
    ] {
        assert_eq!(format_of_document(text, name), want, "{text:?} {name}");
    }
}
