//! JSON Lines: what is written is what is read, and what cannot be used is told with its line and column.

use proptest::prelude::*;
use taiyaku_formats::exchange::{
    ExportFormat, FileHint, Header, Item, MemoryUnit, Reader, RowProblem, TermRow, Unit, Writer,
};
use taiyaku_language::model::{
    CodeRole, Concept, Evidence, EvidenceKind, InlineCode, Lang, Neighbours, Origin, PairCodes, Provenance,
    Publication, ReleaseId, ReleaseNote, Review, Segment, SourceFacts, SourceNote,
};

use super::concepts::base;
use super::export;
use super::round_trips::{any_concept, everything};

const HEADER: &str = "{\"type\":\"header\",\"format\":\"taiyaku\",\"version\":1}\n";

fn read(file: &str) -> Vec<Result<Item, RowProblem>> {
    let hint = FileHint { name: "a.jsonl".to_owned(), ..FileHint::default() };
    Reader::open(file.as_bytes(), &hint).unwrap().collect()
}

fn rows(file: &str) -> Vec<TermRow> {
    let row = |item: Result<Item, RowProblem>| match item {
        Ok(Item::Term(row)) => row,
        other => panic!("{other:?}\n{file}"),
    };
    read(file).into_iter().map(row).collect()
}

fn units(file: &str) -> Vec<Unit> {
    let unit = |item: Result<Item, RowProblem>| match item {
        Ok(Item::Pair(unit)) => unit,
        other => panic!("{other:?}\n{file}"),
    };
    read(file).into_iter().map(unit).collect()
}

/// A concept as a base has it: each kind of witness, a release that can be cited, a source with a licence.
fn witnessed(concept: Concept, seen: bool) -> Concept {
    let release = ReleaseId::new(3);
    let publication = Publication {
        title_ja: Some("𠮷野の発表".to_owned()),
        institution: Some("見本大学".to_owned()),
        date: Some("2026-04-01".to_owned()),
        ..Publication::default()
    };
    let facts = SourceFacts { licence: Some("CC BY 4.0".to_owned()), ..SourceFacts::default() };
    let mut concept = concept;
    for term in &mut concept.terms {
        let first = term.evidence.first().unwrap().clone();
        let document = Evidence { release_id: Some(release), work: Some("doi:10.1/1".to_owned()), ..first.clone() };
        let imported = Evidence { kind: EvidenceKind::Import, source: "用語.csv".to_owned(), ..first.clone() };
        let origin = Origin {
            kind: EvidenceKind::Person,
            source: "山田".to_owned(),
            release: None,
            url: None,
            work: None,
            publication: Publication::default(),
            facts: SourceFacts::default(),
            through: vec!["昔.jsonl".to_owned()],
        };
        let passed_on = Evidence { origin: seen.then_some(origin), ..imported.clone() };
        term.evidence = vec![document, imported, passed_on];
    }
    Concept {
        releases: vec![ReleaseNote { id: release, publication }],
        sources: vec![SourceNote { name: "用語.csv".to_owned(), facts }],
        ..concept
    }
}

proptest! {
    #[test]
    fn a_concept_comes_back_with_all_that_is_known_of_it(concept in any_concept(), seen in any::<bool>()) {
        let concept = witnessed(concept, seen);
        let file = export(ExportFormat::JsonLines, &everything(), std::slice::from_ref(&concept));
        let rows = rows(&file);
        prop_assert_eq!(rows.len(), usize::from(!concept.terms.is_empty()));
        let Some(row) = rows.first() else { return Ok(()) };
        prop_assert!(row.doubts.is_empty(), "nothing of our own is unknown: {:?}", row.doubts);
        prop_assert_eq!(row.concept.as_deref(), Some("7"));
        prop_assert_eq!(row.field.clone(), concept.field.clone());
        let lines = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        let want: Vec<String> = concept.notes.iter().map(|note| lines(note)).filter(|note| !note.is_empty()).collect();
        prop_assert_eq!(&row.notes, &want, "with what they are about, in their order");
        let texts: Vec<(Lang, String)> = row.definitions.iter().map(|one| (one.lang.clone(), one.text.clone())).collect();
        let want: Vec<(Lang, String)> = concept
            .definitions
            .iter()
            .map(|one| (one.lang.clone(), lines(&one.text)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        prop_assert_eq!(texts, want);
        for term in &concept.terms {
            let own = row.names.iter().find(|name| name.lang == term.lang && name.text == term.text.trim());
            prop_assert!(own.is_some(), "{} in {}", term.text, file);
            let same: Vec<_> = concept.terms.iter().filter(|other| other.lang == term.lang && other.text.trim() == term.text.trim()).collect();
            let own = own.unwrap();
            if same.len() > 1 {
                continue;
            }
            prop_assert_eq!((own.kind, own.usage, own.review), (term.kind, Some(term.usage), Some(term.review)));
            prop_assert_eq!(own.part_of_speech, term.part_of_speech);
            prop_assert_eq!(own.confidence, Some(term.confidence));
            let reading = term.reading.as_ref().map(|reading| (reading.kana.clone(), reading.origin));
            prop_assert_eq!(own.reading.clone().zip(own.reading_origin), reading);
            prop_assert_eq!(own.evidence.len(), 3);
            let [document, imported, passed_on] = own.evidence.as_slice() else { unreachable!() };
            prop_assert_eq!(&document.origin.publication, &concept.releases[0].publication);
            prop_assert_eq!(document.origin.release, Some(3));
            prop_assert_eq!(document.origin.work.as_deref(), Some("doi:10.1/1"));
            prop_assert_eq!(imported.origin.facts.licence.as_deref(), Some("CC BY 4.0"));
            let through: &[String] = &passed_on.origin.through;
            prop_assert_eq!(through.len(), if seen { 2 } else { 0 });
            prop_assert_eq!(passed_on.origin.kind, if seen { EvidenceKind::Person } else { EvidenceKind::Import });
        }
    }

    #[test]
    fn no_line_makes_the_reader_stumble(line in "\\PC{0,40}", cut in 0_usize..400) {
        let file = export(ExportFormat::JsonLines, &everything(), &base());
        let cut = file.floor_char_boundary(file.len().saturating_sub(cut));
        for text in [format!("{HEADER}{line}\n"), line, file[..cut].to_owned()] {
            let hint = FileHint { name: "a.jsonl".to_owned(), ..FileHint::default() };
            if let Ok(reader) = Reader::open(text.as_bytes(), &hint) {
                prop_assert!(reader.count() < 20);
            }
        }
    }
}

#[test]
fn a_segment_comes_back_with_its_codes_and_neighbours() {
    let segment = Segment {
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: " 脳\u{fffd}の一部。\r\n".to_owned(),
        target: "A part of the brain.".to_owned(),
        confidence: 0.123_456_789,
    };
    let code = |at, role, code: &str| InlineCode { at, role, code: code.to_owned() };
    let known = Provenance {
        key: Some("k".to_owned()),
        field: Some("神経".to_owned()),
        document: Some("文書".to_owned()),
        created_at: Some("2026-04-01T00:00:00Z".to_owned()),
        author: Some("山田".to_owned()),
        neighbours: Neighbours { before: Some(i64::MIN), after: Some(i64::MAX) },
        codes: PairCodes {
            source: vec![code(1, CodeRole::Open, "<b>"), code(4, CodeRole::Close, "</b>")],
            target: vec![],
        },
        ..Provenance::of("記憶.tmx")
    };
    let mut writer = Writer::new(ExportFormat::JsonLines, Vec::new(), &everything()).unwrap();
    for review in [Review::Candidate, Review::Suggested, Review::Approved, Review::Rejected] {
        writer.segment(&MemoryUnit { segment: &segment, review, provenance: &known }).unwrap();
    }
    let file = String::from_utf8(writer.finish().unwrap()).unwrap();
    let units = units(&file);
    let states: Vec<(bool, bool)> = units.iter().map(|unit| (unit.draft, unit.approved)).collect();
    assert_eq!(states, [(true, false), (false, false), (false, true)], "{file}");
    for unit in units {
        assert_eq!((unit.source, unit.target), (segment.source.clone(), segment.target.clone()));
        assert_eq!(unit.confidence, Some(segment.confidence));
        assert_eq!(unit.provenance, Provenance { origin: String::new(), ..known.clone() });
    }
}

#[test]
fn what_cannot_be_used_is_named_with_its_line_and_column() {
    let term = "{\"lang\":\"ja\",\"text\":\"脳\",\"kind\":\"full_form\",\"usage\":\"preferred\",\"review\":\"suggested\",\"confidence\":1}";
    let concept = |terms: &str| format!("{{\"type\":\"concept\",\"id\":1,\"terms\":[{terms}]}}");
    let segment = |more: &str| {
        format!(
            "{{\"type\":\"segment\",\"source_lang\":\"ja\",\"target_lang\":\"en\",\"source\":\"脳\",\"target\":\"brain\",\"review\":\"suggested\",\"confidence\":1{more}}}"
        )
    };
    for (line, code, column) in [
        ("{\"type\":\"concept\",".to_owned(), "not_json", Some(18)),
        ("{\"type\":\"concept\"".to_owned(), "not_json", Some(17)),
        ("脳".to_owned(), "not_json", Some(1)),
        ("{\"脳\":1 2}".to_owned(), "not_json", None),
        ("[1]".to_owned(), "value_invalid", None),
        (concept(&term.replace("\"脳\"", "7")), "value_invalid", None),
        (concept(&term.replace("\"preferred\"", "\"best\"")), "value_invalid", None),
        (concept(&term.replace("\"ja\"", "\"jp\"")), "value_invalid", None),
        (concept(&term.replace("\"confidence\":1", "\"sure\":1")), "value_invalid", None),
        (concept(&term.replace('脳', " ")), "term_missing", None),
        (concept(""), "term_missing", None),
        ("{\"type\":\"note\"}".to_owned(), "unknown_record", None),
        (segment(",\"codes\":{\"source\":[{\"at\":1,\"role\":\"open\",\"code\":\"<b>\"}]}"), "broken_row", None),
        (segment("").replace("\"en\"", "\"ja\""), "broken_row", None),
        (segment("").replace("brain", "　"), "untranslated", None),
        (segment("").replace('脳', ""), "empty_source", None),
        ("\u{fffd}".to_owned(), "undecodable_text", None),
    ] {
        let items = read(&format!("{HEADER}\r\n{}\r\n{line}\r\n{}\r\n", concept(term), segment("")));
        assert_eq!(items.len(), 3, "{line}: reading goes on");
        assert!(matches!((&items[0], &items[2]), (Ok(Item::Term(_)), Ok(Item::Pair(_)))), "{line}: {items:?}");
        let problem = items[1].as_ref().unwrap_err();
        assert_eq!((problem.code(), problem.line, problem.unit), (code, 4, 2), "{line}");
        let knows_column = matches!(code, "not_json" | "value_invalid");
        assert_eq!(problem.column().is_some(), knows_column, "{line}");
        assert!(column.is_none() || problem.column() == column, "{line}: {:?}", problem.column());
        assert!(!problem.to_string().contains('脳') && !problem.to_string().contains("best"), "{problem}");
    }
}

#[test]
fn fields_that_are_not_known_are_reported_and_the_rest_is_read() {
    let file = format!(
        "{HEADER}{}\n{}\n",
        "{\"type\":\"concept\",\"id\":1,\"new\":1,\"terms\":[{\"lang\":\"ja\",\"text\":\"脳\",\"kind\":\"full_form\",\"usage\":\"preferred\",\"review\":\"suggested\",\"confidence\":1,\"reading\":{\"kana\":\"ノウ\",\"origin\":\"stated\",\"by\":\"x\"}}]}",
        "{\"type\":\"segment\",\"source_lang\":\"ja\",\"target_lang\":\"en\",\"source\":\"脳\",\"target\":\"brain\",\"review\":\"suggested\",\"confidence\":1,\"score\":1}"
    );
    let items = read(&file);
    let Ok(Item::Term(row)) = &items[0] else { panic!("{items:?}") };
    assert_eq!(row.names[0].reading.as_deref(), Some("ノウ"));
    assert_eq!(row.doubts.len(), 1);
    assert!(row.doubts[0].to_string().contains("`new`, `terms.0.reading.by`"), "{}", row.doubts[0]);
    assert_eq!(row.doubts[0].code(), "fields_unknown");
    let Ok(Item::Pair(unit)) = &items[1] else { panic!("{items:?}") };
    assert!(unit.doubts[0].to_string().contains("`score`"), "{}", unit.doubts[0]);
    let header = read("{\"format\":\"taiyaku\",\"version\":1,\"colour\":\"red\"}\n");
    let doubt = header[0].as_ref().unwrap_err();
    assert!(doubt.fault.is_doubt() && doubt.to_string().contains("`colour`") && header.len() == 1, "{header:?}");
}

#[test]
fn another_version_and_a_file_that_was_cut_off_are_refused() {
    let counted = |concepts: usize| Header { counts: Some([concepts, 0]), ..everything() };
    let whole = export(ExportFormat::JsonLines, &counted(6), &base());
    assert_eq!(read(&whole).iter().filter(|item| item.is_ok()).count(), 6, "{whole}");
    let without_counts = whole.replacen(",\"counts\":{\"concepts\":6,\"segments\":0}", "", 1);
    let (last, _) = whole.trim_end().rsplit_once('\n').unwrap();
    for (file, code) in [
        (whole.replacen("\"version\":1", "\"version\":2", 1), "unknown_version"),
        (whole.replacen("\"version\":1", "\"version\":\"1\"", 1), "unknown_version"),
        (whole.replacen("\"version\":1,", "", 1), "unknown_version"),
        (whole.replacen("taiyaku", "other", 1), "broken_file"),
        (whole.replacen("{\"type\"", "[", 1), "broken_file"),
        (whole.split_once('\n').unwrap().1.to_owned(), "broken_file"),
        (last.to_owned(), "file_incomplete"),
        (format!("{last}\n{{\"type\":\"conc"), "file_incomplete"),
        (export(ExportFormat::JsonLines, &counted(5), &base()), "file_incomplete"),
        (String::new(), "broken_file"),
    ] {
        let items = read(&file);
        let problem = items.last().unwrap().as_ref().unwrap_err();
        assert!(problem.code() == code && problem.fault.ends_the_file(), "{problem} for {file}");
    }
    let cut = without_counts.trim_end().rsplit_once('\n').unwrap().0.to_owned();
    assert!(read(&cut).iter().all(|item| item.as_ref().is_err_and(|problem| problem.fault.is_doubt()) || item.is_ok()));
}

#[test]
fn a_line_of_many_pieces_of_evidence_is_one_line_and_one_without_end_is_refused() {
    let mut concept = witnessed(base().remove(0), true);
    let evidence = concept.terms[0].evidence[0].clone();
    concept.terms[0].evidence = vec![evidence; 20_000];
    let file = export(ExportFormat::JsonLines, &everything(), std::slice::from_ref(&concept));
    assert!(file.len() > 2 << 20);
    let evidence: Vec<usize> = rows(&file)[0].names.iter().map(|name| name.evidence.len()).collect();
    assert!(evidence.contains(&20_000), "{evidence:?}");
    let endless = format!("{HEADER}{{\"type\":\"concept\",\"x\":\"{}\"}}\n", "語".repeat(8 << 20));
    let items = read(&endless);
    assert_eq!(items.last().unwrap().as_ref().unwrap_err().code(), "unit_too_large");
    assert_eq!(items.last().unwrap().as_ref().unwrap_err().line, 2);
}
