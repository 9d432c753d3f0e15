//! No file holds one side of a concept that has both, whatever is selected.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use taiyaku_formats::exchange::{
    Columns, ExportFormat, Fact, FileHint, Header, Item, Omission, Outcome, Profile, Selection, Writer,
};
use taiyaku_language::model::{Concept, Lang, Review, Term, Usage};

use super::concepts::{concept, term};
use super::{formats_of_concepts, header};

/// What a file says of each concept: the languages of its entry, and of each row or entry of it.
type Entries = BTreeMap<String, Vec<BTreeSet<String>>>;

/// The formats in which a concept may have one language.
const HOLD_ONE_LANGUAGE: [ExportFormat; 18] = [
    ExportFormat::JsonLines,
    ExportFormat::GlossaryHtml,
    ExportFormat::GlossaryDocx,
    ExportFormat::TermsDocx,
    ExportFormat::BilingualDocx,
    ExportFormat::Csv,
    ExportFormat::CsvExcel,
    ExportFormat::Xlsx,
    ExportFormat::Tbx2,
    ExportFormat::Tbx3,
    ExportFormat::Tbx3Dct,
    ExportFormat::Skos,
    ExportFormat::Xliff12,
    ExportFormat::Xliff21,
    ExportFormat::Po,
    ExportFormat::MemoQ,
    ExportFormat::MultiTerm,
    ExportFormat::Tmx,
];

fn of(review: Review, usage: Usage, id: i64, lang: Lang, text: &str) -> Term {
    Term { review, usage, ..term(id, lang, text) }
}

fn selections() -> [(&'static str, Selection); 3] {
    [
        ("approved", Selection { only_approved: true, ..Selection::default() }),
        ("default", Selection::default()),
        ("candidates", Selection { include_candidates: true, ..Selection::default() }),
    ]
}

/// Writes one concept.
fn outcome(format: ExportFormat, header: &Header, concept: &Concept) -> (Outcome, Vec<u8>) {
    let mut writer = Writer::new(format, Vec::new(), header).unwrap();
    let outcome = writer.concept(concept).unwrap();
    (outcome, writer.finish().unwrap())
}

/// The entries of a file by concept; a file without numbers has one concept.
fn entries(format: ExportFormat, bytes: &[u8]) -> Entries {
    let mut entries = Entries::new();
    let file = &*String::from_utf8_lossy(bytes);
    match format {
        ExportFormat::Csv | ExportFormat::CsvExcel => {
            for record in csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes()).records() {
                let record = record.unwrap();
                let sides = [("ja", 1), ("en", 3)].into_iter().filter(|(_, column)| !record[*column].is_empty());
                let languages = sides.map(|(lang, _)| lang.to_owned()).collect();
                entries.entry(record[0].to_owned()).or_default().push(languages);
            }
        }
        ExportFormat::OmegaT | ExportFormat::Utx => {
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                let cells: Vec<&str> = line.split('\t').collect();
                let sides = ["ja", "en"].iter().zip(&cells).filter(|(_, cell)| !cell.trim().is_empty());
                entries.entry(String::new()).or_default().push(sides.map(|(lang, _)| (*lang).to_owned()).collect());
            }
        }
        ExportFormat::Tbx2 | ExportFormat::Tbx3 | ExportFormat::Tbx3Dct => {
            let (mut reader, mut id) = (Reader::from_str(file), String::new());
            loop {
                match reader.read_event().unwrap() {
                    Event::Start(element) if matches!(element.name().as_ref(), "termEntry" | "conceptEntry") => {
                        id = element.try_get_attribute("id").unwrap().unwrap().value.to_string();
                        entries.insert(id.clone(), vec![BTreeSet::new()]);
                    }
                    Event::Start(element) if matches!(element.name().as_ref(), "langSet" | "langSec") => {
                        let lang = element.try_get_attribute("xml:lang").unwrap().unwrap().value.to_string();
                        entries.get_mut(&id).unwrap()[0].insert(lang[..2].to_owned());
                    }
                    Event::Eof => break,
                    _ => {}
                }
            }
        }
        ExportFormat::Xliff21Glossary => {
            for unit in file.split("<unit ").skip(1).filter(|unit| !unit.starts_with("id=\"c0\"")) {
                let sides = [("ja", "<gls:term>"), ("en", "<gls:translation ")];
                let sides = sides.into_iter().filter(|(_, tag)| unit.contains(tag)).map(|(lang, _)| lang.to_owned());
                entries.entry(unit.split('"').nth(1).unwrap().to_owned()).or_default().push(sides.collect());
            }
        }
        ExportFormat::Skos => {
            for line in file
                .lines()
                .filter_map(|line| serde_json::from_str::<serde_json::Value>(line.trim_end_matches(',')).ok())
            {
                let Some(id) = line.get("notation") else { continue };
                let labels =
                    ["prefLabel", "altLabel", "hiddenLabel"].into_iter().filter_map(|name| line[name].as_object());
                let sides = labels.flat_map(|labels| labels.keys().map(|lang| lang[..2].to_owned())).collect();
                entries.entry(id.to_string()).or_default().push(sides);
            }
        }
        ExportFormat::GlossaryHtml => {
            for entry in file.split("<dt lang=\"").skip(1) {
                let head = entry[..2].to_owned();
                let translated = entry.contains("<dd lang=\"en\">").then(|| "en".to_owned());
                entries.entry(String::new()).or_default().push([head].into_iter().chain(translated).collect());
            }
        }
        ExportFormat::Prh
        | ExportFormat::Tmx
        | ExportFormat::Xliff12
        | ExportFormat::Xliff21
        | ExportFormat::Po
        | ExportFormat::BilingualDocx => {}
        // What an import makes of the others.
        _ => {
            let is_bare = matches!(format, ExportFormat::DeepL | ExportFormat::DeepLCsv | ExportFormat::Google);
            let columns = is_bare.then(|| Columns::parse("ja=1,en=2").unwrap());
            let name = format!("a.{}", format.extension());
            if is_bare && bytes.is_empty() {
                return entries;
            }
            for item in
                taiyaku_formats::exchange::Reader::open(bytes, &FileHint { name, columns, ..FileHint::default() })
                    .unwrap()
            {
                let (concept, languages) = match item {
                    Ok(Item::Term(row)) => {
                        let languages = row.names.iter().map(|name| name.lang.primary().to_owned()).collect();
                        (row.concept.unwrap_or_default(), languages)
                    }
                    // Terms that look as if they were in the other language.
                    Err(_) => (String::new(), ["ja", "en"].map(str::to_owned).into()),
                    Ok(Item::Pair(unit)) => panic!("{unit:?}"),
                };
                entries.entry(concept).or_default().push(languages);
            }
        }
    }
    entries
}

#[test]
fn a_concept_goes_out_whole_or_is_left_out_for_a_reason() {
    use Omission::{Candidates, Discouraged, Unapproved, Untranslated};
    use Outcome::{LeftOut, NotSelected, Written};
    use Review::{Approved, Candidate, Rejected, Suggested};
    use Usage::{Admitted, Deprecated, Forbidden, Preferred};
    for (what, japanese, english, [approved, default, candidates], omegat) in [
        ("approved", (Approved, Preferred), vec![(Approved, Preferred)], [Written; 3], Written),
        (
            "the English alone is approved",
            (Suggested, Preferred),
            vec![(Approved, Preferred)],
            [LeftOut(Unapproved), Written, Written],
            Written,
        ),
        (
            "the Japanese alone is approved",
            (Approved, Preferred),
            vec![(Suggested, Preferred)],
            [LeftOut(Unapproved), Written, Written],
            Written,
        ),
        (
            "English with too little evidence",
            (Suggested, Preferred),
            vec![(Candidate, Preferred)],
            [NotSelected, LeftOut(Candidates), Written],
            LeftOut(Candidates),
        ),
        (
            "only what is forbidden is approved in English",
            (Approved, Preferred),
            vec![(Approved, Forbidden), (Suggested, Preferred)],
            [LeftOut(Unapproved), Written, Written],
            Written,
        ),
        (
            "English has only what is deprecated",
            (Approved, Preferred),
            vec![(Approved, Deprecated)],
            [Written; 3],
            LeftOut(Discouraged),
        ),
        (
            "all English is rejected",
            (Approved, Preferred),
            vec![(Rejected, Preferred)],
            [Written; 3],
            LeftOut(Untranslated),
        ),
        ("no English", (Suggested, Admitted), vec![], [NotSelected, Written, Written], LeftOut(Untranslated)),
        ("nothing left", (Rejected, Preferred), vec![(Rejected, Admitted)], [NotSelected; 3], NotSelected),
    ] {
        let mut terms = vec![of(japanese.0, japanese.1, 1, Lang::JA, "𠮷野ｶﾞﾝ")];
        for (number, (review, usage)) in (2_i64..).zip(english) {
            terms.push(of(review, usage, number, Lang::EN, &format!("term {number}")));
        }
        let concept = Concept { terms, ..concept(7) };
        for ((name, selection), want) in selections().into_iter().zip([approved, default, candidates]) {
            let header = Header { selection, ..header(Profile::Standard) };
            for format in formats_of_concepts() {
                assert_eq!(outcome(format, &header, &concept).0, want, "{what}, {name}, {format}");
            }
        }
        assert_eq!(outcome(ExportFormat::OmegaT, &header(Profile::OmegaT), &concept).0, omegat, "{what}");
    }
}

fn any_term() -> impl Strategy<Value = Term> {
    let lang =
        prop::sample::select(vec![Lang::JA, Lang::EN, Lang::parse("en-GB").unwrap(), Lang::parse("zh").unwrap()]);
    let text = prop::sample::select(vec!["𠮷野", "ｶﾞﾝ", "cell", "=cell", "\u{0}", "tumour"]);
    let review = prop::sample::select(vec![Review::Candidate, Review::Suggested, Review::Approved, Review::Rejected]);
    let usage = prop::sample::select(vec![Usage::Preferred, Usage::Admitted, Usage::Deprecated, Usage::Forbidden]);
    (lang, text, review, usage).prop_map(|(lang, text, review, usage)| of(review, usage, 1, lang, text))
}

proptest! {
    #[test]
    fn no_entry_has_one_language_of_a_concept_that_has_both(terms in prop::collection::vec(any_term(), 0..7)) {
        let concept = Concept { terms, ..concept(7) };
        let has = |lang: &str| {
            let mut terms = concept.terms.iter();
            terms.any(|term| term.lang.primary() == lang && term.review != Review::Rejected && term.text != "\u{0}")
        };
        let has_both = has("ja") && has("en");
        for (name, selection) in selections() {
            for profile in [Profile::Standard, Profile::OmegaT] {
                let own = Selection {
                    only_approved: selection.only_approved,
                    include_candidates: selection.include_candidates,
                    ..Selection::of(profile)
                };
                let header = Header { selection: own, ..header(profile) };
                // Rules are about one language each; the document for Word holds what the page holds.
                let is_read = |format: &ExportFormat| !matches!(format, ExportFormat::Prh | ExportFormat::GlossaryDocx);
                for format in ExportFormat::ALL.into_iter().filter(is_read) {
                    let (outcome, file) = outcome(format, &header, &concept);
                    let entries = entries(format, &file);
                    prop_assert_eq!(outcome == Outcome::Written, !entries.is_empty(), "{} {}: {:?}", format, name, file);
                    let is_pair = !HOLD_ONE_LANGUAGE.contains(&format) || profile == Profile::OmegaT;
                    for languages in entries.values().flatten() {
                        let both = languages.contains("ja") && languages.contains("en");
                        prop_assert!(both || !(has_both || is_pair), "{} {}: {:?}", format, name, file);
                    }
                    // These have nothing to say of a concept of which nothing may be used.
                    if has_both && name == "candidates" && profile == Profile::Standard && format.carries(Fact::Usage)
                        && !matches!(format, ExportFormat::Skos | ExportFormat::Prh)
                    {
                        prop_assert_eq!(outcome == Outcome::Written, format.holds_concepts());
                    }
                }
            }
        }
    }
}
