//! Lists for translation services and tools: what is in them, and which of several translations.

use taiyaku_formats::exchange::{
    Columns, ExportFormat, FileHint, Item, Omission, Outcome, Profile, Reader, TermDefinition, Writer,
};
use taiyaku_language::model::{Concept, ConceptId, Lang, Review, Term, TermKind, Usage};

use super::concepts::{concept, definition, term};
use super::{export, header};

fn of(id: i64, terms: Vec<Term>) -> Concept {
    Concept { id: ConceptId::new(id), terms, ..concept(id) }
}

fn ja(text: &str) -> Term {
    term(1, Lang::JA, text)
}

fn en(text: &str) -> Term {
    Term { review: Review::Suggested, ..term(2, Lang::EN, text) }
}

fn small_base() -> Vec<Concept> {
    vec![
        Concept {
            definitions: vec![definition("一行目\n=二行目", "a.pdf")],
            field: Some("神経".to_owned()),
            ..of(1, vec![ja("脳"), ja("𠮷①"), en("brain"), Term { kind: TermKind::Abbreviation, ..en("BR") }])
        },
        of(2, vec![ja("=式"), en("a, b\" |"), Term { usage: Usage::Forbidden, ..en("never") }]),
        of(3, vec![ja("視床")]),
    ]
}

#[test]
fn each_list_is_as_its_reader_takes_it() {
    let memoq = "Entry_ID;Entry_Subject;Entry_Domain;Entry_ClientID;Entry_ProjectID;Entry_Created;Entry_Creator;Entry_LastModified;Entry_Modifier;Entry_Note;Japanese_Def;Japanese;Term_Info;Term_Example;Japanese;Term_Info;Term_Example;English_Def;English;Term_Info;Term_Example;English;Term_Info;Term_Example\r\n\
        1;神経;;;;;;;;a.pdf;一行目 =二行目;脳;;;𠮷①;;;;brain;;;BR;;\r\n2;;;;;;;;;;;=式;;;;;;;\"a, b\"\" |\";;;;;\r\n3;;;;;;;;;;;視床;;;;;;;;;;;;\r\n";
    let multiterm = "Concept ID\tSubject\tSource\tJapanese definition\tJapanese\tJapanese\tEnglish definition\tEnglish\tEnglish\r\n\
        1\t神経\ta.pdf\t一行目 =二行目\t脳\t𠮷①\t\tbrain\tBR\r\n2\t\t\t\t=式\t\t\t\"a, b\"\" |\"\t\r\n3\t\t\t\t視床\t\t\t\t\r\n";
    let weblate = "\"source\",\"target\",\"context\",\"translator_comments\",\"developer_comments\"\n\
        \"脳\",\"brain\",\"1\",\"\",\"一行目 =二行目 [a.pdf]\"\n\"脳\",\"BR\",\"1-2\",\"\",\"一行目 =二行目 [a.pdf]\"\n\"𠮷①\",\"brain\",\"1\",\"\",\"一行目 =二行目 [a.pdf]\"\n\"𠮷①\",\"BR\",\"1-2\",\"\",\"一行目 =二行目 [a.pdf]\"\n\
        \"'=式'\",\"a, b\"\" |\",\"2\",\"\",\"\"\n";
    for (format, file) in [
        (ExportFormat::DeepL, "=式\ta, b\" |\n脳\tbrain\n𠮷①\tbrain\n"),
        (ExportFormat::DeepLCsv, "=式,\"a, b\"\" |\"\n脳,brain\n𠮷①,brain\n"),
        (ExportFormat::Google, "=式,\"a, b\"\" |\"\n脳,brain\n𠮷①,brain\n"),
        (ExportFormat::GoogleSet, "ja,en,pos,description\n=式,\"a, b\"\" |\",,\n脳,brain,,一行目 =二行目 [a.pdf]\n"),
        (ExportFormat::MemoQ, memoq),
        (ExportFormat::MultiTerm, multiterm),
        (ExportFormat::Weblate, weblate),
    ] {
        let mut concepts = small_base();
        concepts.iter_mut().flat_map(|concept| &mut concept.terms).for_each(|term| {
            term.evidence.clear();
            term.part_of_speech = None;
        });
        assert_eq!(export(format, &header(Profile::Standard), &concepts), file, "{format}");
    }
}

#[test]
fn a_source_term_has_one_translation_and_the_rule_says_which() {
    let preferred = |text: &str| Term { usage: Usage::Preferred, ..en(text) };
    let admitted = |text: &str| Term { usage: Usage::Admitted, ..en(text) };
    let approved = |text: &str| Term { review: Review::Approved, ..preferred(text) };
    let sure = |text: &str, confidence| Term { confidence, ..preferred(text) };
    let source = || Term { usage: Usage::Preferred, review: Review::Approved, confidence: 1.0, ..ja("核") };
    for (what, first, second, target) in [
        ("preferred", admitted("nucleus"), preferred("core"), "core"),
        ("approved", preferred("nucleus"), approved("core"), "core"),
        ("more confidence", sure("nucleus", 0.8), sure("core", 0.9), "core"),
        ("the lower number", sure("nucleus", 0.9), sure("core", 0.9), "nucleus"),
    ] {
        let concepts = [of(1, vec![source(), first]), of(2, vec![source(), second])];
        for format in [ExportFormat::DeepL, ExportFormat::DeepLCsv, ExportFormat::Google, ExportFormat::GoogleSet] {
            let mut writer = Writer::new(format, Vec::new(), &header(Profile::Standard)).unwrap();
            let outcomes: Vec<Outcome> = concepts.iter().map(|concept| writer.concept(concept).unwrap()).collect();
            assert_eq!(outcomes, [Outcome::Written, Outcome::LeftOut(Omission::Repeated)], "{what}, {format}");
            let file = String::from_utf8(writer.finish().unwrap()).unwrap();
            let rows: Vec<&str> = file.lines().filter(|line| line.starts_with('核')).collect();
            assert!(rows.len() == 1 && rows[0].contains(target), "{what}, {format}: {file}");
        }
    }
}

#[test]
fn what_should_not_be_used_is_in_no_list() {
    let concepts = [of(
        1,
        vec![
            ja("脳"),
            en("brain"),
            Term { usage: Usage::Deprecated, ..en("old") },
            Term { usage: Usage::Forbidden, ..en("never") },
        ],
    )];
    for format in ExportFormat::ALL.into_iter().filter(|format| !format.carries(taiyaku_formats::exchange::Fact::Usage))
    {
        let file = export(format, &header(Profile::Standard), &concepts);
        assert!(!file.contains("old") && !file.contains("never"), "{format}: {file}");
    }
}

#[test]
fn lists_are_read_back() {
    let want = [("脳", "brain"), ("=式", "a, b\" |")];
    for (format, columns) in [
        (ExportFormat::MemoQ, None),
        (ExportFormat::MultiTerm, None),
        (ExportFormat::Weblate, None),
        (ExportFormat::GoogleSet, None),
        (ExportFormat::DeepL, Some("ja=1,en=2")),
        (ExportFormat::DeepLCsv, Some("ja=1,en=2")),
        (ExportFormat::Google, Some("ja=1,en=2")),
    ] {
        let file = export(format, &header(Profile::Standard), &small_base());
        let columns = columns.map(|columns| Columns::parse(columns).unwrap());
        let hint = FileHint { name: format!("a.{}", format.extension()), columns, ..FileHint::default() };
        let rows: Vec<_> = Reader::open(file.as_bytes(), &hint).unwrap().collect();
        for (ja, en) in want {
            let has = |texts: &[&str]| {
                rows.iter().any(|row| match row {
                    Ok(Item::Term(row)) => texts.iter().all(|text| row.names.iter().any(|name| name.text == *text)),
                    _ => false,
                })
            };
            assert!(has(&[ja, en]), "{format}: {ja} = {en} in {rows:#?}");
        }
    }
}

#[test]
fn a_term_base_of_memoq_is_read_by_its_heading() {
    let file = "\"Entry_ID\";\"Entry_Subject\";\"Entry_Domain\";\"Entry_Note\";\"English (United States)_Def\";\"English (United States)\";\"Term_Info\";\"Term_Example\";\"Japanese_Def\";\"Japanese\";\"Term_Info\";\"Japanese\";\"Term_Info\"\r\n\
        \"7\";\"神経\";\"\";\"注\";\"\";\"brain / cerebrum\";\"CasePermissive;HalfPrefix\";\"\";\"中枢。\";\"脳\";\"\";\"大脳\";\"\"\r\n\
        \"8\";\"\";\"\";\"\";\"\";\"never\";\"Forbidden\";\"\";\"\";\"否\";\"\";\"\";\"\"\r\n";
    let hint = FileHint { name: "a.csv".to_owned(), ..FileHint::default() };
    let rows: Vec<_> = Reader::open(file.as_bytes(), &hint).unwrap().collect();
    let Ok(Item::Term(row)) = &rows[0] else { panic!("{rows:?}") };
    let names: Vec<&str> = row.names.iter().map(|name| name.text.as_str()).collect();
    assert_eq!(names, ["脳", "大脳", "brain / cerebrum"]);
    assert_eq!(
        (row.concept.as_deref(), row.field.as_deref(), row.note.as_deref()),
        (Some("7"), Some("神経"), Some("注"))
    );
    assert_eq!(row.definitions, [TermDefinition::new(Lang::JA, "中枢。".to_owned())]);
    assert_eq!(rows[1].as_ref().err().map(|problem| problem.code()), Some("status_unknown"));
}
