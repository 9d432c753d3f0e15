//! What a file of our own says of a concept is what an import reads from it.

use proptest::prelude::*;
use taiyaku_formats::exchange::{ExportFormat, FileHint, Header, Item, Name, Profile, Reader, Selection, TermRow};
use taiyaku_language::model::{
    Concept, Definition, Lang, PartOfSpeech, Reading, ReadingOrigin, Review, Term, TermKind, Usage,
};

use super::concepts::{concept, definition, term};
use super::{export, export_bytes, header};

fn text() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "𠮷",
        "葛\u{e0100}",
        "ｶﾅ",
        "ﾞ",
        "語",
        "a",
        "ab",
        "\"",
        "'",
        ",",
        ";",
        "=",
        "+",
        "-",
        "@",
        "＝",
        "&",
        "<b>",
        "שלום",
        "１２",
        " ",
        "　",
        "#",
        "|",
        "/",
        "(x)",
        "（かな）",
        "`",
        "\\",
        "]]>",
        "&amp;",
    ]);
    prop::collection::vec(parts, 0..5).prop_map(|parts| format!("語{}x", parts.concat()))
}

fn lines_of_text() -> impl Strategy<Value = String> {
    prop::collection::vec(text(), 0..3).prop_map(|lines| lines.join("\r\n\t"))
}

fn any_term(lang: Lang) -> impl Strategy<Value = Term> {
    let kind =
        prop::sample::select(vec![TermKind::FullForm, TermKind::Abbreviation, TermKind::Symbol, TermKind::Variant]);
    let usage = prop::sample::select(vec![Usage::Preferred, Usage::Admitted, Usage::Deprecated, Usage::Forbidden]);
    let review = prop::sample::select(vec![Review::Candidate, Review::Suggested, Review::Approved]);
    let part = prop::option::of(prop::sample::select(vec![PartOfSpeech::Noun, PartOfSpeech::Verb]));
    (text(), kind, usage, review, part, prop::option::of(Just("ゴ")), 0_u32..=10_000).prop_map(
        move |(text, kind, usage, review, part, reading, confidence)| Term {
            kind,
            usage,
            review,
            part_of_speech: part,
            reading: reading
                .filter(|_| lang.is_japanese())
                .map(|kana| Reading { kana: kana.to_owned(), origin: ReadingOrigin::Composed }),
            confidence: f64::from(confidence) / 10_000.0,
            ..term(1, lang.clone(), &text)
        },
    )
}

/// A note on anything, in the name of a data category of any kind.
fn any_note() -> impl Strategy<Value = (usize, String)> {
    let category = prop::sample::select(vec![
        "",
        "customerSubset: ",
        "externalCrossReference: ",
        "geographicalUsage: ",
        "context: ",
        "source: x ",
        "termType: ",
        "partOfSpeech: ",
        "subjectField: ",
        "definition: ",
        "grammaticalGender: ",
        "xGraphic: 図 <https://example.ac.jp/1.png>",
        "termType: acronym",
        "evidences: ",
    ]);
    (0_usize..6, category, lines_of_text()).prop_map(|(about, category, text)| {
        let is_whole = category.ends_with(['>', 'm']);
        (about, if is_whole { category.to_owned() } else { format!("{category}{text}") })
    })
}

/// The note with what it is about in front: the concept, a language or a term.
fn about(concept: &Concept, (about, note): &(usize, String)) -> String {
    let note = note.trim();
    match (about, concept.terms.get(about % 3)) {
        (3.., Some(term)) if !note.is_empty() => format!("[{}: {}] {note}", term.lang, term.text.trim()),
        (2, Some(term)) if !note.is_empty() => format!("[{}] {note}", term.lang),
        _ => note.to_owned(),
    }
}

pub(super) fn any_concept() -> impl Strategy<Value = Concept> {
    let ja = prop::collection::vec(any_term(Lang::JA), 0..3);
    let en = prop::collection::vec(any_term(Lang::EN), 0..3);
    let notes = prop::collection::vec(any_note(), 0..4);
    (ja, en, lines_of_text(), lines_of_text(), text(), notes).prop_map(|(ja, en, first, second, field, notes)| {
        let english = Definition { lang: Lang::EN, ..definition(&second, "") };
        let concept = Concept {
            terms: ja.into_iter().chain(en).collect(),
            definitions: vec![definition(&first, "release.pdf"), english],
            field: Some(field),
            ..concept(7)
        };
        let notes = notes.iter().map(|note| about(&concept, note)).collect();
        Concept { notes, ..concept }
    })
}

/// All that is exported.
pub(super) fn everything() -> Header {
    let selection = Selection { include_candidates: true, ..Selection::default() };
    Header { selection, ..header(Profile::Standard) }
}

fn rows(name: &str, file: &str) -> Vec<TermRow> {
    rows_of(name, file.as_bytes())
}

fn rows_of(name: &str, file: &[u8]) -> Vec<TermRow> {
    let hint = FileHint { name: name.to_owned(), ..FileHint::default() };
    let items = Reader::open(file, &hint).unwrap().map(|item| match item.unwrap() {
        Item::Term(row) => row,
        Item::Pair(unit) => panic!("{unit:?}"),
    });
    items.collect()
}

fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// The names an import of TBX must give, in the order of the file.
fn names(concept: &Concept) -> Vec<Name> {
    let mut terms: Vec<&Term> = concept.terms.iter().collect();
    terms.sort_by(|a, b| {
        (a.lang.is_english(), a.usage, a.kind)
            .cmp(&(b.lang.is_english(), b.usage, b.kind))
            .then_with(|| b.confidence.total_cmp(&a.confidence))
    });
    let mut names: Vec<Name> = Vec::new();
    for term in terms {
        let text = term.text.trim();
        if names.iter().all(|name| name.lang != term.lang || name.text != text) {
            names.push(Name {
                lang: term.lang.clone(),
                text: text.to_owned(),
                kind: term.kind,
                reading: term.sure_reading().map(str::to_owned),
                part_of_speech: term.part_of_speech,
                usage: Some(term.usage),
                review: Some(term.review),
                confidence: Some(term.confidence),
                ..Name::new(term.lang.clone(), text)
            });
        }
    }
    names
}

proptest! {
    #[test]
    fn tbx_gives_back_every_term_definition_and_note(concept in any_concept()) {
        for format in [ExportFormat::Tbx2, ExportFormat::Tbx3, ExportFormat::Tbx3Dct] {
            let file = export(format, &everything(), std::slice::from_ref(&concept));
            let rows = rows("a.tbx", &file);
            prop_assert_eq!(rows.len(), usize::from(!concept.terms.is_empty()));
            let Some(row) = rows.first() else { continue };
            prop_assert_eq!(&row.names, &names(&concept), "{}", file);
            prop_assert_eq!(row.field.clone(), concept.field.clone());
            let texts = |lang: Lang| {
                let own = row.definitions.iter().filter(move |one| one.lang == lang);
                own.map(|one| one.text.clone()).collect::<Vec<_>>()
            };
            let has = |lang: &Lang| concept.terms.iter().any(|term| term.lang == *lang);
            for definition in concept.definitions.iter().filter(|definition| has(&definition.lang)) {
                let text = with_line_feeds(&definition.text);
                let want = if text.is_empty() { Vec::new() } else { vec![text] };
                // A definition in a language without terms goes by its script alone.
                let found = texts(definition.lang.clone());
                prop_assert!(want.iter().all(|text| found.contains(text)), "{}", file);
            }
            let sorted = |mut notes: Vec<String>| {
                notes.sort();
                notes.dedup();
                notes
            };
            let want = concept.notes.iter().map(|note| with_line_feeds(note)).filter(|note| !note.is_empty()).collect();
            prop_assert_eq!(sorted(row.notes.clone()), sorted(want), "{}", file);
        }
    }

    #[test]
    fn utx_gives_back_what_it_says_of_each_pair(concept in any_concept()) {
        let file = export(ExportFormat::Utx, &everything(), std::slice::from_ref(&concept));
        let want = names(&concept);
        for row in rows("a.utx", &file) {
            prop_assert_eq!(row.concept.as_deref(), Some("C7"));
            prop_assert_eq!(row.field.clone(), concept.field.clone());
            for name in &row.names {
                let own = want.iter().find(|own| own.lang == name.lang && own.text == name.text);
                prop_assert!(own.is_some(), "{} in {}", name.text, file);
                let own = own.unwrap();
                // Whether a term is preferred or admitted, UTX cannot say, nor what the review of a term is that it forbids.
                let is_ban = own.usage >= Some(Usage::Deprecated);
                let review = own.review.filter(|_| !is_ban).map(|review| review.max(Review::Suggested));
                prop_assert_eq!(name.usage, own.usage.filter(|_| is_ban), "{}", file);
                prop_assert_eq!(name.review, review, "{}", file);
                prop_assert_eq!(&name.reading, &own.reading, "{}", file);
                prop_assert_eq!(name.part_of_speech, own.part_of_speech, "{}", file);
            }
        }
    }

    #[test]
    fn tables_and_glossaries_give_back_every_pair(concept in any_concept()) {
        let pair = |ja: &str, en: &str| (ja.trim().to_owned(), en.trim().to_owned());
        let of = |lang: &Lang, usable: bool| {
            let own = concept.terms.iter().filter(move |term| term.lang == *lang);
            own.filter(move |term| !usable || term.usage <= Usage::Admitted).map(|term| term.text.clone()).collect::<Vec<_>>()
        };
        for (format, name) in
            [
                (ExportFormat::Csv, "a.csv"),
                (ExportFormat::CsvExcel, "a.csv"),
                (ExportFormat::OmegaT, "a.utf8"),
                (ExportFormat::Utx, "a.utx"),
            ]
        {
            let file = export(format, &everything(), std::slice::from_ref(&concept));
            let found: Vec<(String, String)> = rows(name, &file)
                .iter()
                .map(|row| {
                    let side = |lang: Lang| row.names.iter().find(|name| name.lang == lang).map(|name| name.text.as_str());
                    pair(side(Lang::JA).unwrap_or_default(), side(Lang::EN).unwrap_or_default())
                })
                .collect();
            let is_glossary = format == ExportFormat::OmegaT;
            let holds_pairs = matches!(format, ExportFormat::OmegaT | ExportFormat::Utx);
            let (mut ja, mut en) = (of(&Lang::JA, is_glossary), of(&Lang::EN, is_glossary));
            let is_empty = ja.is_empty() && en.is_empty();
            if !holds_pairs && !is_empty {
                [&mut ja, &mut en].into_iter().filter(|side| side.is_empty()).for_each(|side| side.push(String::new()));
            }
            for (ja, en) in ja.iter().flat_map(|ja| en.iter().map(move |en| (ja, en))) {
                prop_assert!(found.contains(&pair(ja, en)), "{} = {} in {}", ja, en, file);
            }
        }
    }

    #[test]
    fn tables_give_back_the_part_of_speech_of_each_term(concept in any_concept()) {
        let want = names(&concept);
        for (format, name) in [(ExportFormat::Csv, "a.csv"), (ExportFormat::CsvExcel, "a.csv"), (ExportFormat::Xlsx, "a.xlsx")] {
            let file = export_bytes(format, &everything(), std::slice::from_ref(&concept));
            for row in rows_of(name, &file) {
                for lang in [Lang::JA, Lang::EN] {
                    let Some(name) = row.names.iter().find(|name| name.lang == lang) else { continue };
                    let own = want.iter().find(|own| own.lang == lang && own.text == name.text).unwrap();
                    prop_assert_eq!(name.part_of_speech, own.part_of_speech, "{}", name.text);
                }
            }
        }
    }
}

#[test]
fn a_table_of_one_part_of_speech_says_it_of_the_japanese_term_or_of_english_alone() {
    let head = "concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence";
    let file = format!("{head}\n1,脳,,brain,,noun,,,,,,,,,\n2,,,to bind; to tie,,verb,,,,,,,,,\n");
    let parts =
        |row: &TermRow| row.names.iter().map(|name| (name.text.clone(), name.part_of_speech)).collect::<Vec<_>>();
    let rows = rows("a.csv", &file);
    assert_eq!(parts(&rows[0]), [("脳".to_owned(), Some(PartOfSpeech::Noun)), ("brain".to_owned(), None)]);
    assert_eq!(parts(&rows[1]), [("to bind; to tie".to_owned(), Some(PartOfSpeech::Verb))], "a cell is one term");
}
