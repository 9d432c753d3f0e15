//! The memory goes out in each of its formats and comes back as it was.

use proptest::prelude::*;
use taiyaku_formats::exchange::{
    ExportFormat, FileHint, Header, Item, MemoryUnit, Profile, Reader, TermDefinition, TermRow, Unit, Writer,
};
use taiyaku_language::model::{CodeRole, InlineCode, Lang, PairCodes, Provenance, Review, Segment};

use super::concepts::base;
use super::{export, header, segment};

/// The formats of the memory that are text. A table in a Word document has tests of its own.
fn formats() -> impl Iterator<Item = ExportFormat> {
    let is_text = |format: &ExportFormat| *format != ExportFormat::BilingualDocx;
    ExportFormat::ALL.into_iter().filter(|format| format.holds_segments()).filter(is_text)
}

fn written(format: ExportFormat, header: &Header, units: &[(Segment, Review, Provenance)]) -> String {
    let mut writer = Writer::new(format, Vec::new(), header).unwrap();
    for (segment, review, provenance) in units {
        writer.segment(&MemoryUnit { segment, review: *review, provenance }).unwrap();
    }
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

fn read(format: ExportFormat, file: &str) -> (Vec<Unit>, Vec<TermRow>) {
    let hint = FileHint { name: format!("a.{}", format.extension()), ..FileHint::default() };
    let (mut units, mut rows) = (Vec::new(), Vec::new());
    for item in Reader::open(file.as_bytes(), &hint).unwrap() {
        match item.unwrap_or_else(|problem| panic!("{problem}\n{file}")) {
            Item::Pair(unit) => units.push(unit),
            Item::Term(row) => rows.push(row),
        }
    }
    (units, rows)
}

fn candidates() -> Header {
    let mut header = header(Profile::Standard);
    header.selection.include_candidates = true;
    header
}

fn known() -> Provenance {
    let code = |at, role, code: &str| InlineCode { at, role, code: code.to_owned() };
    Provenance {
        field: Some("physics".to_owned()),
        document: Some("第1報".to_owned()),
        key: Some("k\"1".to_owned()),
        created_at: Some("2026-04-01T09:00:00Z".to_owned()),
        author: Some("山田".to_owned()),
        codes: PairCodes {
            source: vec![
                code(0, CodeRole::Open, "<b>"),
                code(9, CodeRole::Close, "</b>"),
                code(9, CodeRole::Whole, "%s"),
                code(12, CodeRole::OpenNote, "<mrk id=\"1\">"),
                code(12, CodeRole::CloseNote, "</mrk>"),
            ],
            target: vec![
                code(0, CodeRole::Whole, "%s"),
                code(1, CodeRole::Open, "<b>"),
                code(3, CodeRole::Close, "</b>"),
            ],
        },
        ..Provenance::of("a & b.txt")
    }
}

#[test]
fn each_format_writes_a_memory_like_this() {
    let units = [
        (segment("膜電位を測る。\n", "Measure <it> & go.\n"), Review::Approved, known()),
        (segment("𠮷の⻭", "tooth"), Review::Suggested, Provenance::of("b.txt")),
        (segment("候補", "candidate"), Review::Candidate, Provenance::of("b.txt")),
    ];
    for format in formats().filter(|format| *format != ExportFormat::Tmx) {
        insta::assert_snapshot!(format.name(), written(format, &candidates(), &units));
    }
    insta::assert_snapshot!(
        "xliff21_glossary",
        export(ExportFormat::Xliff21Glossary, &header(Profile::Standard), &base())
    );
}

#[test]
fn a_glossary_of_xliff_gives_its_terms_and_no_segments() {
    let file = export(ExportFormat::Xliff21Glossary, &header(Profile::Standard), &base());
    let (units, rows) = read(ExportFormat::Xliff21Glossary, &file);
    assert_eq!(units, []);
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let names: Vec<&str> = row.names.iter().map(|name| name.text.as_str()).collect();
            format!("{} {}", row.concept.as_deref().unwrap_or_default(), names.join(" = "))
        })
        .collect();
    assert_eq!(
        lines,
        [
            "c1 量子もつれ = quantum entanglement = QE",
            "c1 量子エンタングルメント = quantum entanglement = QE",
            "c2 ｹﾞﾉﾑ㈱⻭ー = <a&b> ]]> \"c\" 'd'",
            "c4 人工多能性幹細胞 = iPS",
        ]
    );
    assert_eq!(rows[0].definitions.len(), 1);
}

#[test]
fn a_glossary_beside_sentences_gives_both() {
    let file = "<?xml version=\"1.0\"?>\n<xliff version=\"2.1\" srcLang=\"ja\" trgLang=\"en\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" \
        xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\"><file id=\"f\"><unit id=\"1\"><gls:glossary>\n\
        <gls:glossEntry id=\"g\" ref=\"#m\"><gls:term>量子もつれ</gls:term><gls:translation id=\"t\">quantum entanglement</gls:translation>\
        <gls:definition>結びつき。</gls:definition></gls:glossEntry></gls:glossary>\
        <segment state=\"translated\"><source><mrk id=\"m\" type=\"term\">量子もつれ</mrk>を利用した。</source>\
        <target>This used <mrk id=\"m\" type=\"term\">quantum entanglement</mrk>.</target></segment></unit></file></xliff>";
    let (units, rows) = read(ExportFormat::Xliff21, file);
    assert_eq!(
        (units.len(), units[0].source.as_str(), units[0].target.as_str()),
        (1, "量子もつれを利用した。", "This used quantum entanglement.")
    );
    assert_eq!(rows.len(), 1);
    let names: Vec<_> = rows[0].names.iter().map(|name| (name.lang.as_str(), name.text.as_str())).collect();
    assert_eq!(names, [("ja", "量子もつれ"), ("en", "quantum entanglement")]);
    assert_eq!((rows[0].line, rows[0].concept.as_deref()), (3, None));
    assert_eq!(rows[0].definitions, [TermDefinition::new(Lang::JA, "結びつき。".to_owned())]);
}

/// A text with balanced codes in it.
fn coded(start: &'static str) -> impl Strategy<Value = (String, Vec<InlineCode>)> {
    let piece = prop::sample::select(vec!["語", "a ", "<b>", "&", "𠮷", "　", "\n", "\"", "]]>", "ｶﾅﾞ"]);
    let code = prop::sample::select(vec!["", "", "<i>", "<b>", "%s", "<mrk id=\"1\">", "<br/>", "&amp;", "{0}"]);
    prop::collection::vec((piece, code), 0..6).prop_map(move |pieces| {
        let (mut text, mut codes, mut open) = (start.to_owned(), Vec::new(), Vec::new());
        for (piece, code) in pieces {
            let role = match code {
                "" => None,
                "<i>" | "<b>" => Some(CodeRole::Open),
                "<mrk id=\"1\">" => Some(CodeRole::OpenNote),
                _ => Some(CodeRole::Whole),
            };
            if let Some(role) = role {
                codes.push(InlineCode { at: text.len(), role, code: code.to_owned() });
                match role {
                    CodeRole::Open => open.push((CodeRole::Close, code.replace('<', "</"))),
                    CodeRole::OpenNote => open.push((CodeRole::CloseNote, "</mrk>".to_owned())),
                    _ => {}
                }
            }
            text.push_str(piece);
        }
        for (role, code) in open.into_iter().rev() {
            codes.push(InlineCode { at: text.len(), role, code });
        }
        (text, codes)
    })
}

#[test]
fn a_text_with_two_translations_is_two_messages_of_a_catalogue() {
    let known = || Provenance { key: Some("a".to_owned()), ..Provenance::of("x") };
    let units = [
        (segment("脳", "brain"), Review::Approved, Provenance::of("x")),
        (segment("脳", "encephalon"), Review::Suggested, Provenance::of("x")),
        (segment("脳", "the brain"), Review::Suggested, known()),
        (segment("脳", "the encephalon"), Review::Candidate, known()),
    ];
    let file = written(ExportFormat::Po, &candidates(), &units);
    let (found, _) = read(ExportFormat::Po, &file);
    let found: Vec<_> =
        found.iter().map(|unit| (unit.target.as_str(), unit.provenance.key.as_deref(), unit.draft)).collect();
    assert_eq!(
        found,
        [
            ("brain", None, false),
            ("encephalon", None, false),
            ("the brain", Some("a"), false),
            ("the encephalon", Some("a"), true)
        ],
        "{file}"
    );
}

proptest! {
    #[test]
    fn any_text_comes_back_from_po(source in coded("語"), target in coded("w"), is_draft in any::<bool>()) {
        let review = if is_draft { Review::Candidate } else { Review::Suggested };
        let file = written(ExportFormat::Po, &candidates(), &[(segment(&source.0, &target.0), review, Provenance::of("x"))]);
        let (units, _) = read(ExportFormat::Po, &file);
        prop_assert_eq!(units.len(), 1, "{}", file);
        prop_assert_eq!((&units[0].source, &units[0].target, units[0].draft), (&source.0, &target.0, is_draft), "{}", file);
    }

    #[test]
    fn a_memory_comes_back_with_its_codes_from_every_format(
        source in coded("語"),
        target in coded("w"),
        review in prop::sample::select(vec![Review::Candidate, Review::Suggested, Review::Approved]),
        key in prop::option::of("[a-z\"<&語]{1,5}"),
        field in prop::option::of("[a-z<&語]{1,5}"),
    ) {
        // TMX has no way to say that a line end behind a text belongs to it.
        let has_line_end = [&source.0, &target.0].into_iter().any(|text| text[text.trim_end().len()..].contains('\n'));
        for format in formats() {
            if (has_line_end && format == ExportFormat::Tmx) || format == ExportFormat::Po {
                continue;
            }
            let codes = PairCodes { source: source.1.clone(), target: target.1.clone() };
            let provenance = Provenance { key: key.clone(), field: field.clone(), codes, ..Provenance::of("a.txt") };
            let file = written(format, &candidates(), &[(segment(&source.0, &target.0), review, provenance)]);
            let (units, rows) = read(format, &file);
            prop_assert_eq!((units.len(), rows.len()), (1, 0), "{}", file);
            let unit = &units[0];
            prop_assert_eq!((&unit.source, &unit.target), (&source.0, &target.0), "{}", file);
            prop_assert_eq!(&unit.provenance.codes.source, &source.1, "{}", file);
            prop_assert_eq!(&unit.provenance.codes.target, &target.1, "{}", file);
            prop_assert_eq!((&unit.provenance.key, &unit.provenance.field), (&key, &field), "{}", file);
            let found = match (unit.draft, unit.approved) {
                (true, _) => Review::Candidate,
                (false, true) => Review::Approved,
                (false, false) => Review::Suggested,
            };
            prop_assert_eq!(found, review, "{}", file);
        }
    }
}
