//! What a file of our own says of a concept is what an import reads from it.

use proptest::prelude::*;
use taiyaku_formats::exchange::{ExportFormat, FileHint, Header, Item, Name, Profile, Reader, Selection, TermRow};
use taiyaku_language::model::{
    Concept, Definition, Lang, PartOfSpeech, Reading, ReadingOrigin, Review, Term, TermKind, Usage,
};

use super::concepts::{concept, definition, term};
use super::{export, header};

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

pub(super) fn any_concept() -> impl Strategy<Value = Concept> {
    let ja = prop::collection::vec(any_term(Lang::JA), 0..3);
    let en = prop::collection::vec(any_term(Lang::EN), 0..3);
    (ja, en, lines_of_text(), lines_of_text(), text(), lines_of_text()).prop_map(
        |(ja, en, first, second, field, note)| {
            let english = Definition { lang: Lang::EN, ..definition(&second, "") };
            Concept {
                terms: ja.into_iter().chain(en).collect(),
                definitions: vec![definition(&first, "release.pdf"), english],
                field: Some(field),
                notes: vec![note],
                ..concept(7)
            }
        },
    )
}

/// All that is exported.
pub(super) fn everything() -> Header {
    let selection = Selection { include_candidates: true, ..Selection::default() };
    Header { selection, ..header(Profile::Standard) }
}

fn rows(name: &str, file: &str) -> Vec<TermRow> {
    let hint = FileHint { name: name.to_owned(), ..FileHint::default() };
    let items = Reader::open(file.as_bytes(), &hint).unwrap().map(|item| match item.unwrap() {
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
            });
        }
    }
    names
}

proptest! {
    #[test]
    fn tbx_gives_back_every_term_definition_and_note(concept in any_concept()) {
        for format in [ExportFormat::Tbx2, ExportFormat::Tbx3] {
            let file = export(format, &everything(), std::slice::from_ref(&concept));
            let rows = rows("a.tbx", &file);
            prop_assert_eq!(rows.len(), usize::from(!concept.terms.is_empty()));
            let Some(row) = rows.first() else { continue };
            prop_assert_eq!(&row.names, &names(&concept), "{}", file);
            prop_assert_eq!(row.field.clone(), concept.field.clone());
            let texts = |lang: Lang| {
                let own = row.definitions.iter().filter(move |(other, _)| *other == lang);
                own.map(|(_, text)| text.clone()).collect::<Vec<_>>()
            };
            let has = |lang: &Lang| concept.terms.iter().any(|term| term.lang == *lang);
            for definition in concept.definitions.iter().filter(|definition| has(&definition.lang)) {
                let text = with_line_feeds(&definition.text);
                let want = if text.is_empty() { Vec::new() } else { vec![text] };
                // A definition in a language without terms goes by its script alone.
                let found = texts(definition.lang.clone());
                prop_assert!(want.iter().all(|text| found.contains(text)), "{}", file);
            }
            let note = with_line_feeds(&concept.notes[0]);
            prop_assert_eq!(row.notes.clone(), if note.is_empty() { vec![] } else { vec![note] });
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
            [(ExportFormat::Csv, "a.csv"), (ExportFormat::CsvExcel, "a.csv"), (ExportFormat::OmegaT, "a.utf8")]
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
            let (mut ja, mut en) = (of(&Lang::JA, is_glossary), of(&Lang::EN, is_glossary));
            let is_empty = ja.is_empty() && en.is_empty();
            if !is_glossary && !is_empty {
                [&mut ja, &mut en].into_iter().filter(|side| side.is_empty()).for_each(|side| side.push(String::new()));
            }
            for (ja, en) in ja.iter().flat_map(|ja| en.iter().map(move |en| (ja, en))) {
                prop_assert!(found.contains(&pair(ja, en)), "{} = {} in {}", ja, en, file);
            }
        }
    }
}
