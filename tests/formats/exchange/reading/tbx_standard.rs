//! What is not as the standard of TBX has it: what is refused, what is told, and where. Decision 31 has the reasons.

use taiyaku_formats::exchange::{ExportFormat, Header, Profile, Reader, Selection};
use taiyaku_language::model::{Concept, Lang};

use super::super::concepts::{concept, term};
use super::super::export;
use super::terms::named;
use super::{rows_with, tbx::tbx2};

const HEADER: &str = "<tbxHeader><fileDesc><sourceDesc><p>例</p></sourceDesc></fileDesc></tbxHeader>";
const ROOT: &str = "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">";
const DCT: &str = "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" \
                   xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">";

/// A sound concept; what stands in it; another sound concept.
fn file(root: &str, concept: &str) -> String {
    let sound = |id: &str, ja: &str, en: &str| {
        format!(
            "<conceptEntry id=\"{id}\"><langSec xml:lang=\"ja\"><termSec><term>{ja}</term></termSec></langSec>\
             <langSec xml:lang=\"en\"><termSec><term>{en}</term></termSec></langSec></conceptEntry>\n"
        )
    };
    let (first, last) = (sound("c1", "細胞", "cell"), sound("c9", "歯車", "gear"));
    format!("<?xml version=\"1.0\"?>\n{root}{HEADER}<text><body>\n{first}{concept}\n{last}</body></text></tbx>")
}

/// A concept with this in its opening tag, at the concept, in English and behind the English term.
fn made(id: &str, about: &str, language: &str, behind: &str) -> String {
    format!(
        "<conceptEntry{id}>{about}<langSec xml:lang=\"ja\"><termSec><term>膜</term></termSec></langSec>\n\
         <langSec xml:lang=\"en\">{language}<termSec><term>membrane</term>{behind}</termSec></langSec></conceptEntry>"
    )
}

/// What is reported, with lines; rows by the number of their concepts.
fn told(file: &str) -> Vec<String> {
    let mut told = Vec::new();
    for item in rows_with(&named("a.tbx"), file.as_bytes()) {
        match item {
            Err(problem) => told.push(format!("{} {}", problem.line, problem.code())),
            Ok(row) => {
                told.push(row.concept.unwrap_or_default());
                told.extend(row.doubts.iter().map(|doubt| format!("{} {}", doubt.line().unwrap(), doubt.code())));
            }
        }
    }
    told
}

#[test]
fn a_concept_that_is_not_built_as_the_standard_has_it_is_left_out_and_the_rest_is_read() {
    let id = " id=\"c2\"";
    let whole = |more: &str| made(id, "", "", more);
    for (what, concept, want) in [
        ("no number", made("", "", "", ""), "4 broken_row"),
        ("a number of another concept", made(" id=\"c1\"", "", "", ""), "4 broken_row"),
        ("a country for a language", whole("").replace("\"ja\"", "\"jp\""), "4 language_invalid"),
        ("no language", whole("").replace(" xml:lang=\"en\"", ""), "5 language_missing"),
        ("a language twice", whole("").replace("\"en\"", "\"ja\""), "5 broken_row"),
        ("an empty term", whole("").replace("membrane", " "), "5 broken_row"),
        ("no term at all", whole("").replace("<term>membrane</term>", ""), "5 broken_row"),
        ("a note before the term", whole("").replace("<term>m", "<note>a</note><term>m"), "5 broken_row"),
        ("a term note last", whole("<note>a</note><termNote type=\"partOfSpeech\">noun</termNote>"), "5 broken_row"),
        ("two terms in a section", whole("<term>film</term>"), "5 broken_row"),
        ("a section of 2008", whole("").replace("termSec", "tig"), "4 broken_row"),
        ("a status nobody knows", whole("<termNote type=\"administrativeStatus\">？</termNote>"), "5 status_unknown"),
        ("a lone ampersand", whole("<note>B & C</note>"), "5 broken_row"),
        ("an entity", whole("<note>&nbsp;</note>"), "5 unknown_entity"),
    ] {
        assert_eq!(told(&file(ROOT, &concept)), ["c1", want, "c9"], "{what}");
    }
}

#[test]
fn what_does_no_harm_to_the_terms_is_read_and_told_once() {
    let id = " id=\"c2\"";
    let typed = |element: &str, kind: &str, text: &str| format!("<{element} type=\"{kind}\">{text}</{element}>");
    for (what, root, concept, want) in [
        ("a number with a digit first", ROOT, made(" id=\"2\"", "", "", ""), 4),
        ("an underscore", ROOT, made(id, "", "", "").replace("\"en\"", "\"en_US\""), 5),
        ("a field of a term", ROOT, made(id, "", "", &typed("descrip", "subjectField", "生物")), 5),
        ("a field of a language", ROOT, made(id, "", &typed("descrip", "subjectField", "生物"), ""), 5),
        ("a definition of a term", ROOT, made(id, "", "", &typed("descrip", "definition", "定義")), 5),
        ("a part of speech of 2008", ROOT, made(id, "", "", &typed("termNote", "partOfSpeech", "properNoun")), 5),
        ("a status in short", ROOT, made(id, "", "", &typed("termNote", "administrativeStatus", "preferred")), 5),
        ("a category of others", ROOT, made(id, &typed("descrip", "domain", "生物"), "", ""), 4),
        ("an element of others", DCT, made(id, "<x:foo xmlns:x=\"urn:x\">甲</x:foo>", "", ""), 4),
        ("the other style", DCT, made(id, &typed("descrip", "subjectField", "生物"), "", ""), 4),
        ("a date with slashes", ROOT, made(id, "<transacGrp><date>2026/11/20</date></transacGrp>", "", ""), 4),
        ("a link to nowhere", ROOT, made(id, "<xref type=\"xGraphic\" target=\"/a.png\">図</xref>", "", ""), 4),
        (
            "a module the dialect lacks",
            &ROOT.replace("Basic", "Core"),
            made(id, "", "", &typed("admin", "source", "甲")),
            5,
        ),
    ] {
        let want = format!("{want} not_standard");
        assert_eq!(told(&file(root, &concept)), ["c1", concept_number(&concept), &want, "c9"], "{what}");
    }
    let twice = made(id, &typed("descrip", "domain", "生物").repeat(2), "", "");
    assert_eq!(told(&file(ROOT, &twice)), ["c1", "c2", "4 not_standard", "c9"], "one kind is told once");
}

fn concept_number(concept: &str) -> &str {
    concept.split('"').nth(1).unwrap()
}

#[test]
fn what_is_wrong_with_the_file_as_a_whole_is_told_with_its_line() {
    let sound = file(ROOT, "");
    let refused = ["2 broken_file"];
    for (what, file, want) in [
        ("a draft of the standard", sound.replace("ed-2", "ed:3.0"), &refused[..]),
        ("no namespace", sound.replace(" xmlns=\"urn:iso:std:iso:30042:ed-2\"", ""), &refused),
        ("no concept", format!("{ROOT}{HEADER}<text><body></body></text></tbx>"), &["1 broken_file"]),
        ("no body", format!("{ROOT}{HEADER}<text></text></tbx>"), &[]),
        ("no style", sound.replace(" style=\"dca\"", ""), &["c1", "2 not_standard", "c9"]),
        ("no dialect", sound.replace(" type=\"TBX-Basic\"", ""), &["c1", "2 not_standard", "c9"]),
        ("the title late", sound.replace("</fileDesc>", "<titleStmt/></fileDesc>"), &["c1", "2 not_standard", "c9"]),
        (
            "a reference to nothing",
            file(ROOT, &made(" id=\"c2\"", "<ref type=\"crossReference\" target=\"c8\">甲</ref>", "", "")),
            &["c1", "c2", "c9", "4 not_standard"],
        ),
        (
            "a reference to what follows",
            file(ROOT, &made(" id=\"c2\"", "<ref type=\"crossReference\" target=\"c9\">甲</ref>", "", "")),
            &["c1", "c2", "c9"],
        ),
        (
            "other languages",
            file(ROOT, "").replace(
                "<term>gear",
                "<term>x</term></termSec></langSec><langSec xml:lang=\"fr\"><termSec><term>gear",
            ),
            &["c1", "c9", "1 terms_left_out"],
        ),
    ] {
        assert_eq!(told(&file), want, "{what}");
    }
    let list = rows_with(&named("a.tbx"), file(ROOT, "").replace("\"en\"><termSec>", "\"fr\"><termSec>").as_bytes());
    let last = list.last().unwrap().as_ref().unwrap_err().to_string();
    assert!(last.contains("(fr: 2)"), "{last}");
}

#[test]
fn files_of_2008_are_read_although_their_structure_is_not_that_of_the_standard() {
    let entry = |id: &str, behind: &str| {
        format!(
            "<termEntry{id}><langSet xml:lang=\"ja\"><tig><term>膜</term></tig></langSet>\n\
             <langSet xml:lang=\"en\"><tig>{behind}</tig></langSet></termEntry>"
        )
    };
    let (plain, id) = ("<term>membrane</term>", " id=\"a1\"");
    for (what, body, want) in [
        ("no number", entry("", plain), &[""][..]),
        ("a number twice", entry(id, plain).repeat(2), &["a1", "", "3 not_standard"]),
        ("an empty term", entry(id, "<term/>"), &["a1", "3 not_standard"]),
        ("a note first", entry(id, &format!("<note>a</note>{plain}")), &["a1", "3 not_standard"]),
        ("a language twice", entry(id, plain).replace("\"en\"", "\"ja\""), &["a1", "3 not_standard"]),
        ("a section of 2019", entry(id, plain).replace("tig", "termSec"), &["2 broken_row"]),
        ("a proper noun", entry(id, &format!("{plain}<termNote type=\"partOfSpeech\">properNoun</termNote>")), &["a1"]),
        ("categories of its own", entry(id, &format!("{plain}<admin type=\"entrySource\">甲</admin>")), &["a1"]),
    ] {
        assert_eq!(told(&tbx2(&body)), want, "{what}");
    }
}

#[test]
fn what_there_is_no_field_for_is_kept_where_it_was_said() {
    let concept = "<conceptEntry id=\"c2\"><admin type=\"customerSubset\">例社</admin>\
        <xref type=\"externalCrossReference\" target=\"https://example.ac.jp/1\">発表</xref>\
        <ref type=\"crossReference\" target=\"c1\">細胞</ref>\
        <transacGrp><transac type=\"transactionType\">origination</transac><date>2026-11-20</date></transacGrp>\
        <note>合意済み: 2026年</note>\
        <langSec xml:lang=\"ja\"><note>言語の注</note><descripGrp><descrip type=\"definition\">薄い層。</descrip>\
        <admin type=\"source\">例辞典</admin></descripGrp>\
        <termSec><term>膜</term><note>語の注</note></termSec></langSec>\
        <langSec xml:lang=\"en-GB\"><termSec><term>membrane</term><termNote type=\"geographicalUsage\">UK</termNote>\
        <termNote type=\"termType\">shortForm</termNote>\
        <descripGrp><descrip type=\"context\">The membrane is thin.</descrip><admin type=\"source\">例誌</admin></descripGrp>\
        </termSec></langSec></conceptEntry>";
    let rows = rows_with(&named("a.tbx"), file(ROOT, concept).as_bytes());
    let row = rows[1].as_ref().unwrap();
    let want = [
        "customerSubset: 例社",
        "externalCrossReference: 発表 <https://example.ac.jp/1>",
        "crossReference: 細胞 <c1>",
        "transactionType: origination, 2026-11-20",
        "合意済み: 2026年",
        "[ja] 言語の注",
        "[ja] definition source: 例辞典",
        "[ja: 膜] 語の注",
        "[en: membrane] geographicalUsage: UK",
        "[en: membrane] termType: shortForm",
        "[en: membrane] context: The membrane is thin. (source: 例誌)",
    ];
    assert_eq!(row.notes, want);
    let mut short = term(2, Lang::EN, "membrane");
    short.kind = row.names[1].kind;
    let base = Concept { notes: row.notes.clone(), terms: vec![term(1, Lang::JA, "膜"), short], ..concept_of(2) };
    for (format, written) in [
        (
            ExportFormat::Tbx2,
            [
                "<admin type=\"customerSubset\">例社</admin>",
                "<xref type=\"externalCrossReference\" target=\"https://example.ac.jp/1\">発表</xref>",
                "<termNote type=\"termType\">shortForm</termNote>",
                "<termNote type=\"geographicalUsage\">UK</termNote>",
                "<descrip type=\"context\">The membrane is thin.</descrip>",
                "<note>語の注</note>",
            ],
        ),
        (
            ExportFormat::Tbx3Dct,
            [
                "<min:customerSubset>例社</min:customerSubset>",
                "<min:externalCrossReference target=\"https://example.ac.jp/1\">発表</min:externalCrossReference>",
                "<basic:termType>shortForm</basic:termType>",
                "<basic:geographicalUsage>UK</basic:geographicalUsage>",
                "<basic:context>The membrane is thin.</basic:context>",
                "<note>語の注</note>",
            ],
        ),
    ] {
        let file = export(format, &everything(), std::slice::from_ref(&base));
        for part in written {
            assert!(file.contains(part), "{part} is not in {file}");
        }
        let back = rows_with(&named("a.tbx"), file.as_bytes());
        let mut found = back[0].as_ref().unwrap().notes.clone();
        let mut want = want.map(str::to_owned).to_vec();
        found.sort();
        want.sort();
        assert_eq!(found, want, "{file}");
    }
}

fn concept_of(id: i64) -> Concept {
    concept(id)
}

fn everything() -> Header {
    let selection = Selection { include_candidates: true, ..Selection::default() };
    Header { selection, ..super::super::header(Profile::Standard) }
}

#[test]
fn nothing_outside_the_file_is_read_and_nothing_expands() {
    for (what, start, code) in [
        ("an entity", "<!DOCTYPE tbx [<!ENTITY a \"b\">]>", Some("hostile_xml")),
        ("an external entity", "<!DOCTYPE tbx [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>", Some("hostile_xml")),
        ("a document type elsewhere", "<!DOCTYPE tbx SYSTEM \"http://127.0.0.1:9/a.dtd\">", None),
    ] {
        let file = file(ROOT, "").replace("<?xml version=\"1.0\"?>\n", start);
        let found = rows_with(&named("a.tbx"), file.as_bytes());
        let codes: Vec<&str> =
            found.iter().filter_map(|item| item.as_ref().err()).map(|problem| problem.code()).collect();
        assert_eq!(codes.first().copied(), code, "{what}");
    }
    let deep = file(ROOT, &format!("{}{}", "<descripGrp>".repeat(200), "</descripGrp>".repeat(200)));
    let found: Vec<_> = Reader::open(deep.as_bytes(), &named("a.tbx")).unwrap().collect();
    assert_eq!(found.last().unwrap().as_ref().unwrap_err().code(), "nested_too_deep");
    let long = file(ROOT, &made(" id=\"c2\"", &format!("<note>{}</note>", "長".repeat(400_000)), "", ""));
    assert_eq!(told(&long), ["c1", "4 unit_too_large", "c9"]);
}
