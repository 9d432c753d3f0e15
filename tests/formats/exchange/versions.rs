//! The versions of readers and writers change when what they read or write changes: an import that was interrupted must not
//! go on under other rules, a file imported before must be read again, and a program that has an old file must get the new one.

use taiyaku_formats::exchange::{
    ExportFormat, FileHint, MemoryUnit, Profile, READER_VERSION, Reader, WRITER_VERSION, Writer,
};
use taiyaku_language::model::{CodeRole, InlineCode, Lang, PairCodes, Provenance, Review, Segment, fingerprint};

use super::concepts::base;
use super::{export, export_bytes, header, text_of};

/// A file of every format that is imported, with what rules are about: several terms in a cell, statuses, drafts, codes.
const FILES: [(&str, &str); 19] = [
    ("b.csv", "ja,en,品詞,品詞（英語）\n結合,bind,noun,verb\n"),
    (
        "a.tmx",
        "<tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu tuid=\"1\" creationdate=\"20260401T090000Z\"><prop type=\"x-review\">approved</prop>\
         <prop type=\"x-domain\">f</prop><tuv xml:lang=\"ja\"><seg>脳の<ph x=\"1\">&lt;br/&gt;</ph>一部。</seg></tuv>\
         <tuv xml:lang=\"en-GB\"><seg>Part of the <hi>brain</hi>.</seg></tuv><tuv xml:lang=\"en\"><seg> </seg></tuv></tu></body></tmx>",
    ),
    (
        "a.po",
        "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#, fuzzy\nmsgctxt \"a\"\nmsgid \"脳\\n\"\nmsgstr \"brain\\n\"\n\nmsgid \"%d個\"\nmsgid_plural \"%d個\"\nmsgstr[0] \"%d cell\"\nmsgstr[1] \"%d cells\"\n",
    ),
    (
        "a.xlf",
        "<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\"><body><trans-unit id=\"1\"><source>脳<g id=\"1\">の</g></source>\
         <target state=\"needs-translation\">brain</target></trans-unit></body></file></xliff>",
    ),
    (
        "a.xlf",
        "<xliff version=\"2.0\" srcLang=\"ja\" trgLang=\"en\"><file id=\"f\"><unit id=\"1\"><segment><source>脳</source><target>brain</target></segment></unit></file></xliff>",
    ),
    (
        "a.tbx",
        "<martif><text><body><termEntry id=\"1\"><langSet xml:lang=\"ja\"><tig><term>脳</term><note>reading: ノウ</note></tig></langSet><langSet xml:lang=\"en\">\
         <tig><term>brain</term><termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry></body></text></martif>",
    ),
    (
        "a.tbx",
        "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body><conceptEntry id=\"c1\">\
         <admin type=\"customerSubset\">例社</admin><langSec xml:lang=\"ja\"><termSec><term>脳</term><note>注</note><descripGrp>\
         <descrip type=\"context\">脳は。</descrip><admin type=\"source\">例誌</admin></descripGrp></termSec></langSec>\
         <langSec xml:lang=\"en_US\"><termSec><term>brain</term><termNote type=\"termType\">acronym</termNote></termSec></langSec>\
         <langSec xml:lang=\"fr\"><termSec><term>cerveau</term></termSec></langSec></conceptEntry>\
         <conceptEntry><langSec xml:lang=\"ja\"><termSec><term>骨</term></termSec></langSec></conceptEntry></body></text></tbx>",
    ),
    (
        "a.xlf",
        "<xliff version=\"2.1\" srcLang=\"ja\" trgLang=\"en\" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\"><file id=\"f\"><unit id=\"1\" name=\"n\">\
         <gls:glossary><gls:glossEntry id=\"g\" ref=\"#m\"><gls:term>脳</gls:term><gls:translation id=\"t\">brain</gls:translation></gls:glossEntry>\
         </gls:glossary><originalData><data id=\"d1\">&lt;b&gt;</data></originalData><segment state=\"final\" subState=\"taiyaku:approved\">\
         <source><pc id=\"1\" dataRefStart=\"d1\">脳</pc>の</source><target>of the brain</target></segment></unit></file></xliff>",
    ),
    ("a.po", "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgctxt \"a#taiyaku:2\"\nmsgid \"脳\"\nmsgstr \"brain\"\n"),
    (
        "a.utx",
        "#UTX 1.11; ja/en; 2026-11-20; license: CC\n#src\ttgt\tsrc:pos\tterm status\n量子もつれ\tquantum entanglement\tnoun\tapproved\n",
    ),
    (
        "a.csv",
        "用語,英訳,読み,使用可否,禁止語,定義,メモ\n細胞死（アポトーシス）,cell death; apoptosis (PCD),さいぼうし,○,necrosis,\"=定義\n二行\",注\n脳,brain,,？,,,\n肺,lung,,,,,使用禁止\n",
    ),
    ("a.tsv", "ja\ten\tconfidence\n#語\t\"a\"\t0.5\n"),
    ("a.utf8", "# Glossary in tab-separated format -*- coding: utf-8 -*-\n細胞\tcell; unit\t注\n"),
    ("a.tab", "細胞\tcell\t注\n"),
    (
        "a.sdlxliff",
        "<xliff version=\"1.2\" xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\"><file original=\"C:\\原稿.docx\" source-language=\"ja-JP\" target-language=\"en-US\"><body><trans-unit id=\"u\"><source>脳</source><seg-source><mrk mtype=\"seg\" mid=\"1\">脳</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"1\">brain</mrk></target><sdl:seg-defs><sdl:seg id=\"1\" conf=\"ApprovedTranslation\"><sdl:value key=\"created_by\">山田</sdl:value></sdl:seg></sdl:seg-defs></trans-unit></body></file></xliff>",
    ),
    (
        "a.mqxliff",
        "<xliff version=\"1.2\" xmlns:mq=\"MQXliff\"><file original=\"原稿.docx\" source-language=\"ja\" target-language=\"en\"><body><trans-unit id=\"1\" mq:status=\"MachineTranslated\"><source>脳</source><target>brain</target></trans-unit></body></file></xliff>",
    ),
    (
        "a.jsonl",
        "{\"type\":\"header\",\"format\":\"taiyaku\",\"version\":1,\"new\":1}\n\
         {\"type\":\"concept\",\"id\":7,\"terms\":[{\"lang\":\"ja\",\"text\":\"脳\",\"reading\":{\"kana\":\"ノウ\",\"origin\":\"printed\"},\"kind\":\"full_form\",\"usage\":\"forbidden\",\
         \"review\":\"approved\",\"confidence\":0.9,\"evidence\":[{\"method\":\"entry\",\"confidence\":0.9,\"span\":[1,2],\"snippet\":\"脳\",\"from\":{\"kind\":\"document\",\"source\":\"a.pdf\"}}]}],\
         \"definitions\":[{\"lang\":\"ja\",\"text\":\"中枢。\",\"from\":{\"kind\":\"person\",\"source\":\"山田\"}}],\"notes\":[\"[ja: 脳] 注\"],\"x\":[]}\n\
         {\"type\":\"segment\",\"source_lang\":\"ja\",\"target_lang\":\"en\",\"source\":\"脳\",\"target\":\"brain\",\"review\":\"candidate\",\"confidence\":0.25,\"before\":\"-7\"}\n",
    ),
    ("edict", "視床下部 [ししょうかぶ] /(n) hypothalamus/EntL1/\n"),
    (
        "a.xml",
        "<JMdict><entry><k_ele><keb>脳</keb></k_ele><r_ele><reb>のう</reb></r_ele><sense><pos>n</pos><gloss>brain</gloss></sense></entry></JMdict>",
    ),
];

#[test]
fn other_rules_of_reading_have_another_version() {
    let mut read = String::new();
    for (name, text) in FILES {
        let hint = FileHint { name: name.to_owned(), ..FileHint::default() };
        let items: Vec<_> = Reader::open(text.as_bytes(), &hint).unwrap().collect();
        read.push_str(&format!("{name}: {items:?}\n"));
    }
    let table = export_bytes(ExportFormat::TermsDocx, &header(Profile::Standard), &base());
    let items: Vec<_> = Reader::open(&table[..], &FileHint::default()).unwrap().collect();
    read.push_str(&format!("docx: {items:?}\n"));
    let found = (READER_VERSION, fingerprint(&read));
    assert_eq!(
        found,
        (8, 3_518_955_439_055_835_022),
        "files are read otherwise: raise READER_VERSION and set both here\n{read}"
    );
}

#[test]
fn other_files_have_another_version() {
    let mut written = String::new();
    for format in ExportFormat::ALL {
        for profile in [Profile::Standard, Profile::OmegaT] {
            written.push_str(&export(format, &header(profile), &base()));
        }
    }
    let segment = Segment {
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: "脳の一部。".to_owned(),
        target: "A part of the brain.".to_owned(),
        confidence: 1.0,
    };
    let code = |at, role, code: &str| InlineCode { at, role, code: code.to_owned() };
    let codes =
        PairCodes { source: vec![code(0, CodeRole::Open, "<b>"), code(3, CodeRole::Close, "</b>")], target: vec![] };
    let known = Provenance { key: Some("k".to_owned()), field: Some("f".to_owned()), codes, ..Provenance::of("a") };
    for format in ExportFormat::ALL.into_iter().filter(|format| format.holds_segments()) {
        let mut writer = Writer::new(format, Vec::new(), &header(Profile::Standard)).unwrap();
        for review in [Review::Suggested, Review::Approved] {
            writer.segment(&MemoryUnit { segment: &segment, review, provenance: &known }).unwrap();
        }
        written.push_str(&text_of(writer.finish().unwrap()));
    }
    // The version of the program is no rule of writing.
    let written = written.replace(env!("CARGO_PKG_VERSION"), "");
    let found = (WRITER_VERSION, fingerprint(&written));
    assert_eq!(
        found,
        (6, -8_594_360_914_524_313_647),
        "files are written otherwise: raise WRITER_VERSION and set both here\n{written}"
    );
}
