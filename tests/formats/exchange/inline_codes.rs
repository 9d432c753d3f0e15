//! Inline codes of TMX and XLIFF: what the texts are without them, where they stand, and that they go out as they came in.

use taiyaku_formats::exchange::{Document, ExportFormat, FileHint, Item, MemoryUnit, Profile, Reader, Unit, Writer};
use taiyaku_language::model::{Review, Segment, with_codes};

use super::header;

fn units(file: &str, name: &str) -> Vec<Unit> {
    let hint = FileHint { name: name.to_owned(), ..FileHint::default() };
    let reader = Reader::open(file.as_bytes(), &hint).unwrap();
    reader
        .map(|item| match item.unwrap() {
            Item::Pair(unit) => unit,
            Item::Term(row) => panic!("{row:?}"),
        })
        .collect()
}

/// Both texts as a memory keeps them, and with their codes.
fn sides(unit: &Unit) -> [(String, String); 2] {
    let side = |text: &str, codes| (text.to_owned(), with_codes(text, codes).unwrap_or_else(|| text.to_owned()));
    [side(&unit.source, &unit.provenance.codes.source), side(&unit.target, &unit.provenance.codes.target)]
}

fn xliff(source: &str, target: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\"><body>\
         <trans-unit id=\"1\"><source>{source}</source><target>{target}</target></trans-unit></body></file></xliff>"
    )
}

fn xliff2(source: &str, target: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ja\" trgLang=\"en\">\
         <file id=\"f\"><unit id=\"u\"><segment><source>{source}</source><target>{target}</target></segment></unit></file></xliff>"
    )
}

fn tmx(source: &str, target: &str) -> String {
    format!(
        "<tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu><tuv xml:lang=\"ja\"><seg>{source}</seg></tuv>\
         <tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu></body></tmx>"
    )
}

/// A maker of files, what stands in source and target, and what comes of each.
type Case = (fn(&str, &str) -> String, &'static str, &'static str, [(&'static str, &'static str); 2]);

const CASES: &[Case] = &[
    (
        tmx,
        "<bpt i=\"1\">&lt;b&gt;</bpt>膜電位<ept i=\"1\">&lt;/b&gt;</ept>を測る。",
        "Measure <bpt i=\"1\">&lt;b&gt;</bpt>it<ept i=\"1\">&lt;/b&gt;</ept>.",
        [("膜電位を測る。", "<b>膜電位</b>を測る。"), ("Measure it.", "Measure <b>it</b>.")],
    ),
    (
        tmx,
        "図<ph x=\"1\">&lt;img alt=\"<sub>細胞の写真</sub>\"/&gt;</ph>を見よ。",
        "See <ph x=\"1\">&lt;img alt=\"<sub>a cell</sub>\"/&gt;</ph>.",
        [("図を見よ。", "図<img alt=\"細胞の写真\"/>を見よ。"), ("See .", "See <img alt=\"a cell\"/>.")],
    ),
    (
        tmx,
        "<hi type=\"term\">光合成</hi>の<it pos=\"begin\" x=\"1\">&lt;i&gt;</it>速度",
        "<ut>{\\b </ut>Rate",
        [("光合成の速度", "<hi type=\"term\">光合成</hi>の<i>速度"), ("Rate", "{\\b Rate")],
    ),
    (
        xliff,
        "<g id=\"1\">装置</g>を<x id=\"2\"/>𠮷る。",
        "The <g id=\"1\">device</g> <x id=\"2\"/><x id=\"3\"/>.",
        [
            ("装置を𠮷る。", "<g id=\"1\">装置</g>を<x id=\"2\"/>𠮷る。"),
            ("The device .", "The <g id=\"1\">device</g> <x id=\"2\"/><x id=\"3\"/>."),
        ],
    ),
    (
        xliff,
        "<bx id=\"1\"/>層<ex id=\"1\"/>&amp;<ph id=\"4\">%s</ph>",
        "<ph id=\"4\">%s</ph> layers",
        [("層&", "<bx id=\"1\"/>層<ex id=\"1\"/>&%s"), (" layers", "%s layers")],
    ),
    (
        xliff2,
        "今は<ph id=\"y\" disp=\"2020\"/>年である。",
        "It is <ph id=\"y\" disp=\"2020\"/> now.",
        [
            ("今は年である。", "今は<ph id=\"y\" disp=\"2020\"/>年である。"),
            ("It is  now.", "It is <ph id=\"y\" disp=\"2020\"/> now."),
        ],
    ),
    (
        xliff2,
        "<pc id=\"1\">電極</pc>を<sc id=\"2\"/>洗う<ec startRef=\"2\"/>。",
        "Wash <mrk id=\"m1\" type=\"comment\">the electrode</mrk>.",
        [
            ("電極を洗う。", "<pc id=\"1\">電極</pc>を<sc id=\"2\"/>洗う<ec startRef=\"2\"/>。"),
            ("Wash the electrode.", "Wash <mrk id=\"m1\" type=\"comment\">the electrode</mrk>."),
        ],
    ),
    (tmx, "&lt;bx id=\"4\"/&gt;温度", "&lt;b&gt;T", [("<bx id=\"4\"/>温度", "<bx id=\"4\"/>温度"), ("<b>T", "<b>T")]),
];

#[test]
fn texts_are_clean_and_their_codes_stand_beside_them() {
    for (make, source, target, want) in CASES {
        let name = if make("", "").contains("<tmx") { "a.tmx" } else { "a.xlf" };
        let found = units(&make(source, target), name);
        let want = want.map(|(text, tagged)| (text.to_owned(), tagged.to_owned()));
        assert_eq!(found.iter().map(sides).collect::<Vec<_>>(), [want], "{source}");
    }
}

#[test]
fn codes_go_out_as_tmx_and_come_back_as_they_were() {
    for (make, source, target, _) in CASES {
        let name = if make("", "").contains("<tmx") { "a.tmx" } else { "a.xlf" };
        let found = units(&make(source, target), name).remove(0);
        let segment = Segment {
            source_lang: found.source_lang.clone(),
            target_lang: found.target_lang.clone(),
            source: found.source.clone(),
            target: found.target.clone(),
            confidence: 1.0,
        };
        let mut writer = Writer::new(ExportFormat::Tmx, Vec::new(), &header(Profile::Standard)).unwrap();
        let unit = MemoryUnit { segment: &segment, review: Review::Approved, provenance: &found.provenance };
        writer.segment(&unit).unwrap();
        let file = String::from_utf8(writer.finish().unwrap()).unwrap();
        let back = units(&file, "b.tmx").remove(0);
        assert_eq!((sides(&back), &back.provenance.codes), (sides(&found), &found.provenance.codes), "{file}");
    }
}

#[test]
fn a_document_knows_the_codes_of_its_texts_and_of_their_parts() {
    let file = xliff(
        "一文。<g id=\"9\">二文</g>。</source><seg-source><mrk mtype=\"seg\" mid=\"1\">一文。</mrk><mrk mtype=\"seg\" mid=\"2\"><g id=\"9\">二文</g>。</mrk></seg-source><source>",
        "<mrk mtype=\"seg\" mid=\"1\">One. </mrk><mrk mtype=\"seg\" mid=\"2\">Two.</mrk>",
    );
    let document = Document::read(&file, &FileHint { name: "a.xlf".to_owned(), ..FileHint::default() });
    let codes: Vec<Vec<&str>> =
        document.units.iter().map(|unit| unit.source.codes().iter().map(|code| code.code.as_str()).collect()).collect();
    assert_eq!(codes, [vec![], vec!["<g id=\"9\">", "</g>"]]);
    let passage = &document.units[1].source;
    let part = passage.part(taiyaku_language::model::Span::new(0, 6));
    assert_eq!(part.codes().iter().map(|code| code.at).collect::<Vec<_>>(), [0, 6]);
}
