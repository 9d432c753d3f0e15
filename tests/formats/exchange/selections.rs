//! Which terms are exported, and in which order.

use taiyaku_formats::exchange::{ExportFormat, Header, Profile, Selection, Usages};
use taiyaku_language::model::{Concept, Lang, Review, Term, TermKind, Usage};

use super::concepts::{concept, term};
use super::{export, header};

#[test]
fn a_term_goes_out_as_its_review_and_usage_allow() {
    let all = Selection {
        usages: Usages::ALL,
        only_approved: false,
        include_candidates: true,
        include_discouraged: true,
        include_untranslated: true,
    };
    let standard = Selection::default();
    let omegat = Selection::of(Profile::OmegaT);
    for (review, usage, selection, goes) in [
        (Review::Approved, Usage::Preferred, omegat, true),
        (Review::Suggested, Usage::Admitted, omegat, true),
        (Review::Approved, Usage::Deprecated, omegat, false),
        (Review::Approved, Usage::Forbidden, omegat, false),
        (Review::Approved, Usage::Forbidden, standard, true),
        (Review::Candidate, Usage::Preferred, standard, false),
        (Review::Candidate, Usage::Preferred, all, true),
        (Review::Rejected, Usage::Preferred, all, false),
    ] {
        let english = Term { review, usage, ..term(2, Lang::EN, "qubit") };
        let found = english_of(&concept_of(vec![term(1, Lang::JA, "量子ビット"), english]), selection);
        assert_eq!(found.contains(&"qubit".to_owned()), goes, "{review:?} {usage:?} {selection:?}");
    }
}

#[test]
fn a_concept_without_a_term_on_either_side_goes_out_only_when_asked_for() {
    let abbreviation = Term { kind: TermKind::Abbreviation, ..term(2, Lang::EN, "iPS") };
    let british = term(3, Lang::parse("en-GB").unwrap(), "colour");
    for (terms, translated) in [
        (vec![term(1, Lang::JA, "色")], false),
        (vec![term(1, Lang::EN, "colour")], false),
        (vec![term(1, Lang::JA, "色"), british], true),
        (vec![term(1, Lang::JA, "幹細胞"), abbreviation], true),
    ] {
        for (include_untranslated, goes) in [(true, true), (false, translated)] {
            let selection = Selection { include_untranslated, ..Selection::default() };
            let found = english_of(&concept_of(terms.clone()), selection);
            assert_eq!(!found.is_empty(), goes, "{terms:?}");
        }
    }
}

#[test]
fn the_term_to_use_comes_first_and_no_text_twice() {
    let concept = concept_of(vec![
        Term { usage: Usage::Deprecated, ..term(1, Lang::EN, "old") },
        Term { kind: TermKind::Abbreviation, confidence: 1.0, ..term(2, Lang::EN, "abbr") },
        Term { confidence: 0.5, ..term(3, Lang::EN, "weak") },
        Term { confidence: 0.9, ..term(4, Lang::EN, "strong") },
        Term { confidence: 0.1, ..term(5, Lang::EN, " strong\u{0}") },
        Term { usage: Usage::Preferred, confidence: 0.1, ..term(6, Lang::EN, "best") },
        term(7, Lang::EN, "\u{3000}\n"),
        term(8, Lang::JA, "語"),
    ]);
    assert_eq!(english_of(&concept, Selection::default()), ["best", "strong", "weak", "abbr", "old"]);
}

#[test]
fn a_pair_is_only_as_good_as_its_weaker_side() {
    let japanese =
        Term { review: Review::Approved, confidence: 0.9, usage: Usage::Preferred, ..term(1, Lang::JA, "語") };
    let english = Term { review: Review::Suggested, confidence: f64::NAN, ..term(2, Lang::EN, "word") };
    let file = export(ExportFormat::Csv, &header(Profile::Standard), &[concept_of(vec![japanese, english])]);
    assert!(file.contains("7,語,,word,,,,admitted,suggested,0,document,entry @ release-1.pdf,,,,\n"), "{file}");
}

fn concept_of(terms: Vec<Term>) -> Concept {
    Concept { terms, ..concept(7) }
}

/// The English column, row by row.
fn english_of(concept: &Concept, selection: Selection) -> Vec<String> {
    let header = Header { selection, ..header(Profile::Standard) };
    let file = export(ExportFormat::Csv, &header, std::slice::from_ref(concept));
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    reader.records().map(|record| record.unwrap()[3].to_owned()).collect()
}
