//! An import and a document with positions give the same texts for the same well-formed file.

use encoding_rs::{EUC_JP, SHIFT_JIS};
use proptest::prelude::*;
use taiyaku_formats::exchange::{Document, FileHint, Item, PLACEHOLDER, Reader, decode};
use taiyaku_language::model::Lang;

/// A pair of texts with its key.
type Pair = (String, String, Option<String>);

/// The translated pairs an import gives. Nothing else may be wrong with the file.
fn imported(hint: &FileHint, bytes: &[u8]) -> (Vec<String>, Vec<Pair>) {
    let (mut languages, mut pairs) = (Vec::new(), Vec::new());
    for item in Reader::open(bytes, hint).unwrap() {
        match item {
            Ok(Item::Pair(unit)) => {
                languages = vec![unit.source_lang.to_string(), unit.target_lang.to_string()];
                pairs.push((unit.source, unit.target, unit.provenance.key));
            }
            Ok(Item::Term(row)) => {
                let name =
                    |is: fn(&Lang) -> bool| row.names.iter().find(|name| is(&name.lang)).map(|name| name.text.clone());
                languages = vec!["ja".to_owned(), "en".to_owned()];
                pairs.push((name(Lang::is_japanese).unwrap(), name(Lang::is_english).unwrap(), row.concept));
            }
            Err(problem) => assert!(!problem.fault.is_worth_a_look(), "{problem}"),
        }
    }
    (languages, pairs)
}

/// The translated pairs of a document, as a check or an editor sees them.
fn documented(hint: &FileHint, bytes: &[u8]) -> (Vec<String>, Vec<Pair>) {
    let document = Document::read(&decode(bytes).unwrap().text, hint);
    assert_eq!(document.problems, []);
    let (source_lang, target_lang) = document.languages();
    let plain = |text: &str| text.replace(PLACEHOLDER, "");
    let translated =
        document.units.into_iter().filter(|unit| !unit.source.is_blank() && !unit.target_text().trim().is_empty());
    let pair = |unit: taiyaku_formats::exchange::DocumentUnit| {
        (plain(unit.source.text()), plain(unit.target_text()), unit.key)
    };
    (vec![source_lang.to_string(), target_lang.to_string()], translated.map(pair).collect())
}

fn hint(name: &str) -> FileHint {
    FileHint { name: name.to_owned(), ..FileHint::default() }
}

const PO: &str = "msgid \"\"\nmsgstr \"Language: ja\\n\"\n\n";

fn tmx(srclang: &str, units: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"{srclang}\"/><body>\n{units}\n</body></tmx>\n"
    )
}

fn tu(ja: &str, en: &str) -> String {
    format!("<tu><tuv xml:lang=\"ja\"><seg>{ja}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>")
}

#[test]
fn both_read_the_same_texts() {
    let po = |entries: &str| format!("{PO}{entries}");
    for (name, file, want) in [
        ("a.po", po("msgid \"a\"\nmsgstr \"\\x41\\x2d\\101\"\n"), &[("a", "A-A")][..]),
        ("a.po", po("msgid \"a\\x09g\"\nmsgstr \"あ\\x09い\\x1b\\a\"\n"), &[("a\tg", "あ\tい")]),
        ("a.po", po("msgid \"a\"\nmsgstr[ 0 ] \"あ\"\n"), &[("a", "あ")]),
        ("a.po", po("msgid \"a\"\nmsgstr [0]\"あ\"\n"), &[("a", "あ")]),
        ("a.po", po("msgid \"a\" \"b\"\nmsgstr \"あ\"\"い\"\n"), &[("ab", "あい")]),
        ("a.po", po("msgid \"a\u{1}\u{feff}\"\nmsgstr \"あ\u{7f}\"\n"), &[("a", "あ")]),
        ("a.po", po("msgid \"a\"\nmsgid_plural \"\"\nmsgstr[0] \"あ\"\n"), &[("a", "あ")]),
        ("a.po", po("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[1] \"い\"\nmsgstr[0] \"あ\"\n"), &[("a", "あ"), ("as", "い")]),
        ("a.po", po("domain \"x\"\nmsgid \"a\"\nmsgstr \"あ\"\ndomain \"y\"\nmsgid \"b\"\nmsgstr \"い\"\n"), &[("a", "あ"), ("b", "い")]),
        ("a.po", po("msgid \"a\"\nmsgstr \"あ\"\n\nmsgid \"b\"\nmsgstr \"い\"\n").replace('\n', "\r"), &[("a", "あ"), ("b", "い")]),
        ("a.po", po("msgid \"a\"\nmsgstr \"あ\"\n").replace('\n', "\r\n"), &[("a", "あ")]),
        ("a.po", PO.replace("ja", "ja_JP.UTF-8") + "msgid \"a\"\nmsgstr \"あ\"\n", &[("a", "あ")]),
        ("a.tmx", tmx("ja", &tu("\n    脳の\r\n一部。\n  ", "\tpart\n")), &[("脳の\n一部。", "\tpart")]),
        ("a.tmx", tmx("ja", &tu("a\u{1}脳&#x1F;&#0;&#x85;", "\u{feff}brain")), &[("a脳", "brain")]),
        ("a.tmx", tmx("ja", &tu("一<ph type=\"lb\">&lt;br/&gt;</ph>二<bpt i='1'>&nbsp;</bpt>", "x<hi>y</hi>")), &[("一\n二", "xy")]),
        ("a.tmx", tmx("ja", &tu("<![CDATA[a\r\n<b>]]>脳", "x &#x20BB7;")), &[("a\n<b>脳", "x 𠮷")]),
        ("a.tmx", tmx("en", &tu("脳", "brain")), &[("brain", "脳")]),
        (
            "a.tmx",
            tmx("ja", "<tu><tuv xml:lang=\"ja\"><seg>灰色</seg></tuv><tuv xml:lang=\"ja-Hira\"><seg>はいいろ</seg></tuv></tu>"),
            &[("灰色", "はいいろ")],
        ),
        ("a.tmx", tmx("JA-JP", &tu("脳", "brain")), &[("脳", "brain")]),
        (
            "a.tmx",
            tmx("ja", "<tu><tuv lang=\"EN\"><seg>brain</seg></tuv><tuv lang=\"JA\"><seg>脳</seg></tuv></tu>"),
            &[("脳", "brain")],
        ),
        ("a.tmx", tmx("ja", "<tu><prop type=\"id\">k</prop><tuv xml:lang=\"ja\"><seg>脳</seg></tuv><tuv xml:lang=\"en\"><seg>b</seg></tuv></tu>"), &[("脳", "b")]),
        (
            "a.xlf",
            "<xliff version='1.2'><file source-language='ja' target-language='en'><trans-unit id='1'><source>\n  脳\u{1}\n</source><target>\n  brain&#x1F;\n</target></trans-unit></file></xliff>".to_owned(),
            &[("脳", "brain")],
        ),
        ("a.csv", "id,和名,英名\n1,細胞,cell\n".to_owned(), &[("細胞", "cell")]),
        ("a.csv", "source,target\n細胞,cell\n".to_owned(), &[("細胞", "cell")]),
        ("a.csv", "# 用語集, 2026\nja,en\n#1遺伝子,gene #1\n# 終わり\n".to_owned(), &[("#1遺伝子", "gene #1")]),
        ("a.csv", "ja;en\n\"細;胞\";\"a \"\"cell\"\"\"\n".to_owned(), &[("細;胞", "a \"cell\"")]),
        ("a.csv", "ja,en\r'=細胞,\"'+cell\"\r".to_owned(), &[("=細胞", "+cell")]),
        ("a.tsv", "ja\ten\n\"細\t胞\"\t5\" cell\n".to_owned(), &[("細\t胞", "5\" cell")]),
        ("a.utf8", "# Glossary in tab-separated format -*- coding: utf-8 -*-\nja\ten\n細胞\tcell\n".to_owned(), &[("細胞", "cell")]),
    ] {
        let (languages, pairs) = imported(&hint(name), file.as_bytes());
        let texts: Vec<_> = pairs.iter().map(|(source, target, _)| (source.as_str(), target.as_str())).collect();
        assert_eq!(texts, want, "{file}");
        assert_eq!(documented(&hint(name), file.as_bytes()), (languages, pairs), "{file}");
    }
}

#[test]
fn both_take_the_languages_of_the_file_before_those_of_the_caller() {
    let caller = FileHint { source_lang: Some(Lang::JA), target_lang: Some(Lang::EN), ..FileHint::default() };
    for (name, file, want) in [
        ("a.po", format!("{PO}msgid \"brain\"\nmsgstr \"脳\"\n").replace("Language: ja", "Language: ja\\nX-Source-Language: en"), ["en", "ja"]),
        ("a.po", "msgid \"脳\"\nmsgstr \"brain\"\n".to_owned(), ["ja", "en"]),
        ("a.tmx", tmx("en", &tu("脳", "brain")), ["en", "ja"]),
        ("a.tmx", tmx("*all*", &tu("脳", "brain")), ["ja", "en"]),
        (
            "a.xlf",
            "<xliff version='2.0' srcLang='en' trgLang='ja'><unit id='1'><segment><source>brain</source><target>脳</target></segment></unit></xliff>".to_owned(),
            ["en", "ja"],
        ),
    ] {
        let hint = FileHint { name: name.to_owned(), ..caller.clone() };
        let (languages, pairs) = imported(&hint, file.as_bytes());
        assert_eq!(languages, want, "{file}");
        assert_eq!(documented(&hint, file.as_bytes()), (languages, pairs), "{file}");
    }
}

#[test]
fn both_read_the_same_encodings() {
    let po = |label: &str| {
        format!(
            "msgid \"\"\nmsgstr \"\"\n\"Language: ja\\n\"\n\"Content-Type: text/plain; charset={label}\\n\"\n\nmsgid \"a\"\nmsgstr \"表示ソース\"\n"
        )
    };
    let csv = "ja,en\n表示ソース,a\n";
    let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("a.po", SHIFT_JIS.encode(&po("Shift_JIS")).0.into_owned()),
        ("a.po", EUC_JP.encode(&po("EUC-JP")).0.into_owned()),
        ("a.po", utf16(&format!("\u{feff}{}", po("UTF-16")), u16::to_le_bytes)),
        ("a.po", format!("\u{feff}{}", po("UTF-8")).into_bytes()),
        ("a.csv", SHIFT_JIS.encode(csv).0.into_owned()),
        ("a.csv", EUC_JP.encode(csv).0.into_owned()),
        ("a.csv", utf16(&format!("\u{feff}{csv}"), u16::to_be_bytes)),
        ("a.tmx", utf16(&tmx("ja", &tu("表示ソース", "a")), u16::to_be_bytes)),
        (
            "a.tmx",
            SHIFT_JIS
                .encode(&tmx("ja", &tu("表示ソース", "a")).replace("1.0\"?", "1.0\" encoding='Shift_JIS'?"))
                .0
                .into_owned(),
        ),
    ] {
        let (languages, pairs) = imported(&hint(name), &bytes);
        assert!(
            pairs.iter().any(|(source, target, _)| [source, target].map(String::as_str).contains(&"表示ソース")),
            "{name}"
        );
        assert_eq!(documented(&hint(name), &bytes), (languages, pairs), "{name}");
    }
}

#[test]
fn bytes_that_are_not_valid_are_reported_by_both() {
    for (name, mut bytes) in [
        ("a.po", format!("{PO}msgid \"a\"\nmsgstr \"あ@\"\n").into_bytes()),
        ("a.tmx", tmx("ja", &tu("脳@", "brain")).into_bytes()),
        ("a.csv", "ja,en\n細胞@,cell\n".to_owned().into_bytes()),
        ("a.xlf", "<xliff version='1.2'><file source-language='ja' target-language='en'><trans-unit id='1'><source>脳@</source><target>brain</target></trans-unit></file></xliff>".to_owned().into_bytes()),
    ] {
        let at = bytes.iter().position(|byte| *byte == b'@').unwrap();
        bytes[at] = 0xff;
        let problems: Vec<_> = Reader::open(&bytes[..], &hint(name)).unwrap().filter_map(Result::err).collect();
        assert_eq!(problems.iter().map(taiyaku_formats::exchange::RowProblem::code).collect::<Vec<_>>(), ["undecodable_text"], "{name}");
        let file = decode(&bytes).unwrap();
        let document = Document::read(&file.text, &hint(name));
        assert!(file.has_invalid_bytes, "{name}");
        let spans: Vec<_> = document.problems.iter().map(|problem| problem.span.of(&file.text)).collect();
        assert_eq!(spans, ["\u{fffd}"], "{name}");
    }
}

/// Text with what formats treat in their own way.
fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "𠮷",
        "ｶﾞ",
        "か\u{3099}",
        "⻭",
        "ー",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "\\",
        "\n",
        "\t",
        "\r",
        "\u{1}",
        "\u{85}",
        "\u{feff}",
        "]]>",
        "&amp;",
        "<b>",
        "cell ",
        "{0}",
        "#",
        "%",
        "　",
        " ",
    ]);
    prop::collection::vec(part, 0..7).prop_map(|parts| format!("語{}x", parts.concat()))
}

/// A text as a PO string, written in one of several ways.
fn po_string(text: &str, way: u8) -> String {
    let mut written = String::new();
    for letter in text.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' if way == 1 => written.push_str("\\n\"\n\""),
            '\n' => written.push_str("\\n"),
            '\t' if way == 2 => written.push_str("\\x09\" \""),
            '\t' => written.push_str("\\011"),
            '\r' => written.push_str("\\r"),
            letter => written.push(letter),
        }
    }
    format!("\"{written}\"")
}

/// A text as content of a segment, written in one of several ways.
fn segment(text: &str, way: u8) -> String {
    let mut written = String::new();
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&#60;"),
            '>' => written.push_str("&gt;"),
            '\r' => written.push_str("&#xD;"),
            ' ' if way == 1 => written.push_str(" <ph x=\"1\">&lt;br&gt; {1}</ph>"),
            letter => written.push(letter),
        }
    }
    if way == 2 { format!("\n    <hi>{written}</hi>\n  ") } else { written }
}

proptest! {
    #![proptest_config(crate::factor::cases(200))]

    #[test]
    fn a_catalogue_has_the_same_messages_for_both(
        entries in prop::collection::vec((text(), text(), 0..3_u8, any::<bool>()), 1..5), ends in 0..3_usize,
    ) {
        // Both texts have kanji, which is no contradiction in Chinese.
        let mut file = PO.replace("ja", "zh");
        for (source, target, way, fuzzy) in &entries {
            if *fuzzy {
                file.push_str("#, fuzzy\n");
            }
            let (source, target) = (po_string(source, *way), po_string(target, *way));
            let form = ["", "[0]", "[ 0 ]"][usize::from(*way)];
            file.push_str(&format!("msgctxt \"k{way}\"\nmsgid {source}\nmsgstr{form} {target}\n\n"));
        }
        let file = file.replace('\n', ["\n", "\r\n", "\r"][ends]);
        let (languages, pairs) = imported(&hint("a.po"), file.as_bytes());
        prop_assert_eq!(pairs.len(), entries.len(), "{}", file);
        prop_assert_eq!(documented(&hint("a.po"), file.as_bytes()), (languages, pairs), "{}", file);
    }

    #[test]
    fn a_memory_has_the_same_units_for_both(
        units in prop::collection::vec((text(), text(), 0..3_u8), 1..5), english in any::<bool>(),
    ) {
        let body: Vec<String> = units.iter().map(|(ja, en, way)| tu(&segment(ja, *way), &segment(en, *way))).collect();
        // Both texts have kanji, which is no contradiction in Chinese.
        let file = tmx(if english { "zh" } else { "ja" }, &body.join("\n").replace("\"en\"", "\"zh\""));
        let (languages, pairs) = imported(&hint("a.tmx"), file.as_bytes());
        prop_assert_eq!(pairs.len(), units.len(), "{}", file);
        prop_assert_eq!(documented(&hint("a.tmx"), file.as_bytes()), (languages, pairs), "{}", file);
    }
}
