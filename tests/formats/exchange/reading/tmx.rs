//! TMX: which pairs a file gives, what is known of them, and which rows are refused by name.

use taiyaku_formats::exchange::FileHint;
use taiyaku_language::model::{Lang, Neighbours};

use super::{from_japanese, items, items_with, lines, memory, unit, units};

#[test]
fn a_memory_gives_its_pairs_in_order_and_names_the_rows_it_cannot_use() {
    let tuv = |lang: &str, seg: &str| format!("<tuv xml:lang=\"{lang}\"><seg>{seg}</seg></tuv>");
    for (source, body, want) in [
        // What is in order.
        ("ja", unit("脳の一部。", "Part of the brain."), vec!["ja>en 脳の一部。=Part of the brain."]),
        ("ja", unit("𠮷野家の⻭車、ｶﾞー", "p &lt; 0.05 &amp; q"), vec!["ja>en 𠮷野家の⻭車、ｶﾞー=p < 0.05 & q"]),
        ("ja", unit("&#x20BB7;&#37326;", "<![CDATA[a < b]]>"), vec!["ja>en 𠮷野=a < b"]),
        ("JA-JP", unit("脳", "brain"), vec!["ja>en 脳=brain"]),
        ("en", unit("脳", "brain"), vec!["en>ja brain=脳"]),
        (
            "ja",
            format!("<tu>{}{}{}</tu>", tuv("en-US", "brain"), tuv("JA", "脳"), tuv("fr", "cerveau")),
            vec!["ja>en-US 脳=brain", "ja>fr 脳=cerveau"],
        ),
        (
            "en-US",
            format!("<tu>{}{}{}</tu>", tuv("en-US", "gray"), tuv("en-GB", "grey"), tuv("ja", "灰色")),
            vec!["en-US>ja gray=灰色", "en-GB>ja grey=灰色"],
        ),
        (
            "ja",
            format!("<tu>{}{}{}</tu>", tuv("en-US", "gray"), tuv("en-GB", "grey"), tuv("ja", "灰色")),
            vec!["ja>en-US 灰色=gray", "ja>en-GB 灰色=grey"],
        ),
        ("eng", format!("<tu>{}{}</tu>", tuv("eng", "gray"), tuv("jpn", "灰色")), vec!["en>ja gray=灰色"]),
        ("en-GB", format!("<tu>{}{}</tu>", tuv("en-US", "gray"), tuv("en-GB", "grey")), vec!["en-GB>en-US grey=gray"]),
        ("*all*", format!("<tu>{}{}</tu>", tuv("en", "brain"), tuv("ja", "脳")), vec!["en>ja brain=脳"]),
        ("", format!("<tu>{}{}</tu>", tuv("ja", "脳"), tuv("en", "brain")), vec!["ja>en 脳=brain"]),
        ("en", format!("<tu srclang=\"ja\">{}{}</tu>", tuv("en", "brain"), tuv("ja", "脳")), vec!["ja>en 脳=brain"]),
        (
            "ja",
            format!("<tu>{}{}{}</tu>", tuv("ja", "脳"), tuv("en", "brain"), tuv("en", "brains")),
            vec!["ja>en 脳=brain", "ja>en 脳=brains"],
        ),
        // Version 1.1 has no prefix before `lang`.
        (
            "JA",
            "<tu><tuv lang=\"JA\"><seg>脳</seg></tuv><tuv lang=\"EN-US\"><seg>brain</seg></tuv></tu>".to_owned(),
            vec!["ja>en-US 脳=brain"],
        ),
        // Printers of XML put line ends and indents around a text; those inside are the translator's.
        ("ja", unit("\r\n      脳の\r\n一部。\r\n    ", "Part:  "), vec!["ja>en 脳の\n一部。=Part:  "]),
        ("ja", unit("a\u{1}\u{1f}脳&#x1F;&#0;", "\u{feff}brain"), vec!["ja>en a脳=brain"]),
        // What is wrong, row by row; line 5 is the first of the body.
        ("ja", format!("{}\n{}", unit("", "x"), unit("脳", " 　")), vec!["5:1 empty_source", "6:2 untranslated"]),
        (
            "ja",
            format!("<tu>{}</tu>\n{}", tuv("ja", "脳"), unit("心", "heart")),
            vec!["5:1 target_language_missing", "ja>en 心=heart"],
        ),
        ("ja", "<tu/>".to_owned(), vec!["5:1 target_language_missing"]),
        ("fr", unit("脳", "brain"), vec!["5:1 source_language_missing"]),
        ("ja", format!("<tu>{}{}</tu>", tuv("jp", "脳"), tuv("ja", "脳")), vec!["5:1 language_invalid"]),
        ("jp", unit("脳", "brain"), vec!["5:1 language_invalid"]),
        ("ja", format!("<tu><tuv><seg>脳</seg></tuv>{}</tu>", tuv("en", "brain")), vec!["5:1 language_missing"]),
        ("ja", unit("脳&nbsp;の", "brain"), vec!["5:1 unknown_entity"]),
        ("ja", unit("脳&#xD800;", "brain"), vec!["5:1 unknown_entity"]),
        ("ja", format!("{}\n{}", unit("R & D", "x"), unit("心", "heart")), vec!["5:1 broken_row", "ja>en 心=heart"]),
        ("ja", unit("脳\u{fffd}", "brain"), vec!["5:1 undecodable_text"]),
        // What is wrong beside the texts spoils nothing.
        (
            "ja",
            format!("<tu><note>R & D &nbsp;</note>{}{}</tu>", tuv("ja", "脳"), tuv("en", "brain")),
            vec!["ja>en 脳=brain"],
        ),
    ] {
        assert_eq!(lines(&items("a.tmx", memory(source, &body).as_bytes())), want, "{source}: {body}");
    }
}

#[test]
fn codes_are_left_out_and_marked_up_text_stays() {
    for (seg, want) in [
        ("<bpt i=\"1\">&lt;b&gt;</bpt>量子<ept i=\"1\">&lt;/b&gt;</ept>もつれ", "量子もつれ"),
        ("量子<hi type=\"bold\">も<hi>つ</hi></hi>れ", "量子もつれ"),
        ("量子<it pos=\"begin\">[</it><ut>{\\cf2}</ut>もつれ<ph/>", "量子もつれ"),
        ("脚注<ph type=\"fnote\">{\\footnote <sub>別の文。<hi>強調</hi></sub>}</ph>の後", "脚注の後"),
        ("一行目<ph type=\"lb\">&lt;br/&gt;</ph>二行目", "一行目\n二行目"),
        ("知らない<g id=\"1\">要素</g>", "知らない要素"),
        ("量<!-- 注 -->子<?x y?>", "量子"),
        ("<ph>&nbsp; &</ph>量子", "量子"),
    ] {
        assert_eq!(units("a.tmx", memory("ja", &unit(seg, "x")).as_bytes())[0].source, want, "{seg}");
    }
}

#[test]
fn what_tools_keep_beside_the_texts_is_known() {
    let body = "<tu tuid=\"42\" creationdate=\"20240101T000000Z\" creationid=\"作成者\">\n\
        <prop type=\"x-Domain:SinglePicklist\">医学</prop><prop type=\"x-document\">発表.docx</prop><note>注</note>\n\
        <tuv xml:lang=\"ja\"><prop type=\"x-context-pre\">&lt;seg&gt;前の&lt;ph&gt;1&lt;/ph&gt;文。&lt;/seg&gt;</prop>\
        <prop type=\"x-context-post\">次の文。</prop><seg>脳</seg></tuv>\n\
        <tuv xml:lang=\"en\" changedate=\"20250203T040506Z\" changeid=\"校閲者\"><prop type=\"Origin\">x</prop><seg>brain</seg></tuv>\n\
        <tuv xml:lang=\"fr\" creationdate=\"いつか\"><seg>cerveau</seg></tuv></tu>\n\
        <tu><prop type=\"file\">a.md</prop><prop type=\"id\">k</prop><prop type=\"prev\">前</prop><prop type=\"next\">後</prop>\
        <tuv lang=\"ja\"><seg>心</seg></tuv><tuv lang=\"en\"><seg>heart</seg></tuv></tu>";
    let found = units("a.tmx", memory("ja", body).as_bytes());
    let [brain, french, heart] = found.as_slice() else { panic!("{found:?}") };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    for (unit, want, (before, after)) in [
        (brain, ["42", "医学", "発表.docx", "2025-02-03T04:05:06Z", "校閲者"], ("前の文。", "次の文。")),
        (french, ["42", "医学", "発表.docx", "2024-01-01T00:00:00Z", "作成者"], ("前の文。", "次の文。")),
        (heart, ["k", "", "a.md", "", ""], ("前", "後")),
    ] {
        let known = [
            &unit.provenance.key,
            &unit.provenance.field,
            &unit.provenance.document,
            &unit.provenance.created_at,
            &unit.provenance.author,
        ];
        assert_eq!(known.map(text), want, "{unit:?}");
        assert_eq!(unit.provenance.neighbours, Neighbours::of(Some(before), Some(after)), "{unit:?}");
        assert!(!unit.draft);
    }
    assert_eq!((brain.line, heart.line), (5, 10));
}

#[test]
fn the_caller_names_languages_only_where_the_file_does_not() {
    let without = "<tu><tuv><seg>脳</seg></tuv><tuv><seg>brain</seg></tuv></tu>";
    let both = unit("脳", "brain");
    let english = FileHint { source_lang: Some(Lang::EN), ..from_japanese("a.tmx") };
    for (options, source, body, want) in [
        (&from_japanese("a.tmx"), "*all*", without, "ja>en 脳=brain"),
        (&english, "*all*", both.as_str(), "en>ja brain=脳"),
        (&english, "jp", &both, "en>ja brain=脳"),
        (&english, "ja", &both, "ja>en 脳=brain"),
    ] {
        assert_eq!(lines(&items_with(options, memory(source, body).as_bytes())), [want], "{source} {body}");
    }
}

#[test]
fn a_file_that_breaks_off_gives_all_units_before_and_says_where() {
    let whole = memory("ja", &[unit("脳", "brain"), unit("心", "heart")].join("\n"));
    let end_of_first = whole.find("</tu>").unwrap() + "</tu>".len();
    let end_of_second = whole.rfind("</tu>").unwrap() + "</tu>".len();
    for cut in (end_of_first..whole.len() - 2).filter(|cut| whole.is_char_boundary(*cut)) {
        let found = lines(&items("a.tmx", &whole.as_bytes()[..cut]));
        let kept = if cut >= end_of_second { 2 } else { 1 };
        assert_eq!(found.len(), kept + 1, "cut at {cut}: {found:?}");
        assert!(found[kept].ends_with(" broken_file"), "cut at {cut}: {found:?}");
    }
    for (body, want) in [
        (format!("{}\n<tu><tuv></tu>", unit("脳", "brain")), "6:2 broken_file"),
        (format!("{}\n</wrong>", unit("脳", "brain")), "6:1 broken_file"),
    ] {
        assert_eq!(lines(&items("a.tmx", memory("ja", &body).as_bytes())), ["ja>en 脳=brain", want], "{body}");
    }
    for (text, want) in [
        ("", "1:0 broken_file"),
        ("<?xml version=\"1.0\"?>\n", "2:0 broken_file"),
        ("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><other/>", "1:0 unknown_format"),
    ] {
        assert_eq!(lines(&items("a.tmx", text.as_bytes())).last().unwrap(), want, "{text:?}");
    }
}

#[test]
fn a_unit_may_have_a_mebibyte_and_the_next_is_read_all_the_same() {
    let long = "脳".repeat(400_000);
    for (body, want) in [
        (unit(&long, "x"), "5:1 unit_too_large"),
        (unit(&"<hi>脳</hi>".repeat(400_000), "x"), "5:1 unit_too_large"),
        (format!("<tu>{}</tu>", "<tuv xml:lang=\"en\"/>".repeat(40_000)), "5:1 unit_too_large"),
        (format!("<tu><prop type=\"file\">{long}</prop></tu>"), "5:1 unit_too_large"),
    ] {
        let found = lines(&items("a.tmx", memory("ja", &format!("{body}\n{}", unit("心", "heart"))).as_bytes()));
        assert_eq!(found, [want, "ja>en 心=heart"]);
    }
    let fits = unit(&"脳".repeat(300_000), "x");
    assert!(items("a.tmx", memory("ja", &fits).as_bytes())[0].is_ok());
}
