//! Terms of the query are put into the target if there is exactly one way to do it.

use taiyaku_engines::suggest::{MemoryMatch, PenaltyPoints, RepairChangeKind, SegmentQuery, TermOccurrence, evaluate};
use taiyaku_language::model::Usage::{Deprecated, Forbidden, Preferred};
use taiyaku_language::model::{Lang, Usage};
use taiyaku_language::text::tokeniser::Tokeniser;

use super::{query, stored, term_in};

type Names<'a> = &'a [(&'a str, &'a str)];

const NAMES: Names<'_> = &[
    ("視床下部", "hypothalamus"),
    ("扁桃体", "amygdala"),
    ("肝細胞", "hepatocyte"),
    ("神経細胞", "neuron"),
    ("酵素", "enzyme"),
    ("抗体", "antibody"),
    ("生検", "biopsy"),
    ("細胞", "cell"),
    ("マウス", "mouse"),
    ("ラット", "rat"),
    ("ELISA", "ELISA"),
    ("殿筋", "gluteus"),
    ("仮説", "hypothesis"),
];

/// The terms of `NAMES` in a text: Japanese ones with their English, or the other way round; the longest at each place.
fn terms(text: &str, japanese: bool) -> Vec<TermOccurrence> {
    let mut terms: Vec<TermOccurrence> = Vec::new();
    for (at, (ja, en)) in (1..).zip(NAMES) {
        let (here, there) = if japanese { (ja, en) } else { (en, ja) };
        for (start, _) in text.match_indices(here) {
            let mut term = term_in(&text[start..], here, at, &[(there, Preferred)]);
            (term.span.start, term.span.end) = (term.span.start + start, term.span.end + start);
            terms.push(term);
        }
    }
    for at in 0..terms.len() {
        let span = terms[at].span;
        terms[at].nested = terms.iter().any(|other| other.span != span && other.span.contains(span));
    }
    terms
}

fn ask(asked: &str, source: &str, target: &str) -> (SegmentQuery, MemoryMatch) {
    let mut asked = query(asked);
    let japanese = asked.source_lang == Lang::JA;
    asked.terms = terms(&asked.text, japanese);
    let mut known = stored(&asked, source, target);
    known.terms = terms(source, japanese);
    let offer = evaluate(&asked, known, &PenaltyPoints::default(), &Tokeniser::by_script());
    (asked, offer)
}

#[test]
fn a_term_replaces_another_in_the_same_form() {
    for (asked, source, target, want) in [
        ("脳の扁桃体を見た", "脳の視床下部を見た", "We saw the hypothalamus", "We saw the amygdala"),
        ("扁桃体の機能", "視床下部の機能", "Hypothalamus function", "Amygdala function"),
        ("神経細胞の数", "肝細胞の数", "The number of hepatocytes", "The number of neurons"),
        ("酵素の数", "抗体の数", "Number of an antibody", "Number of an enzyme"),
        ("the amygdala is", "the hypothalamus is", "視床下部である", "扁桃体である"),
        ("マウスの扁桃体", "ラットの視床下部", "The rat hypothalamus", "The mouse amygdala"),
        ("12の神経細胞", "15の肝細胞", "15 hepatocytes", "12 neurons"),
        ("生検の数", "肝細胞の数", "Number of hepatocytes", "Number of biopsies"),
        ("マウスの数", "ラットの数", "The number of rats", "The number of mice"),
        ("抗体の数", "マウスの数", "Mice were counted", "Antibodies were counted"),
        ("仮説の数", "ラットの数", "Number of rats", "Number of hypotheses"),
    ] {
        let (query, offer) = ask(asked, source, target);
        let repaired = offer.repaired.as_ref().unwrap_or_else(|| panic!("{asked}"));
        assert_eq!(repaired.target, want, "{asked}");
        assert_eq!(offer.target, target);
        assert!(repaired.changes.iter().any(|change| change.kind == RepairChangeKind::Term));
        assert!(repaired.score > offer.score && repaired.score <= 97, "{asked} {} {}", repaired.score, offer.score);
        for change in &repaired.changes {
            let texts =
                [change.query.of(&query.text), change.source.of(&offer.source), change.target.of(&offer.target)];
            assert!(texts.iter().all(|text| !text.is_empty()) && !change.repaired.of(&repaired.target).is_empty());
        }
    }
}

#[test]
fn the_score_is_that_of_the_source_with_its_terms_replaced_less_two_and_all_penalties() {
    let (_, offer) = ask("脳の扁桃体を見た", "脳の視床下部を見た", "We saw the hypothalamus");
    assert_eq!(offer.repaired.unwrap().score, 97);
    let (_, offer) = ask("なお、脳の扁桃体を見た結果だ", "脳の視床下部を見た結果だ", "We saw the hypothalamus");
    let (_, patched) = ask("なお、脳の扁桃体を見た結果だ", "脳の扁桃体を見た結果だ", "x");
    assert_eq!(offer.repaired.unwrap().score, patched.base - 2);
}

#[test]
fn nothing_is_replaced_where_it_would_be_a_guess() {
    for (asked, source, target, why) in [
        ("脳の扁桃体を見た", "脳の視床下部を見た", "We saw it", "the old term is not there"),
        ("脳の扁桃体を見た", "脳の視床下部を見た", "The hypothalamus is a hypothalamus", "it is there twice"),
        ("扁桃体と視床下部", "視床下部と視床下部", "the hypothalamus", "the source says it twice"),
        ("脳の延髄を見た", "脳の視床下部を見た", "We saw the hypothalamus", "the new term is not known"),
        ("脳の扁桃体を見た", "脳の延髄を見た", "We saw the medulla", "the old term is not known"),
        ("酵素の数", "肝細胞の数", "Number of a hepatocyte", "the article would not go with it"),
        ("殿筋の数", "肝細胞の数", "Number of hepatocytes", "the plural would be a guess"),
        ("肝細胞と扁桃体とマウス", "神経細胞と視床下部とラット", "Neuron, hypothalamus, rat", "three terms differ"),
        ("見た扁桃体", "視床下部を見た", "hypothalamus seen", "it stands in another place"),
        ("脳の扁桃体を調べた", "脳の視床下部を見た", "We saw the hypothalamus", "the words around it differ"),
        ("視床下部の機能", "視床下部の働き", "hypothalamus function", "no term differs"),
    ] {
        let (_, offer) = ask(asked, source, target);
        assert_eq!(offer.repaired, None, "{why}");
    }
}

#[test]
fn the_one_best_translation_is_used_and_none_if_two_compete() {
    let (asked_text, source, target) = ("扁桃体の機能", "視床下部の機能", "Function of the hypothalamus");
    for (names, other, want) in [
        (&[("amygdala", Preferred)][..], None, Some("Function of the amygdala")),
        (
            &[("corpus", Forbidden), ("body", Deprecated), ("amygdala", Preferred)],
            None,
            Some("Function of the amygdala"),
        ),
        (&[("AMG", Preferred), ("amygdala", Usage::Admitted)], None, Some("Function of the amygdala")),
        (&[("AMG", Preferred)], None, Some("Function of the AMG")),
        (&[("amygdala", Preferred)], Some("tonsil"), None),
        (&[("amygdala", Preferred)], Some("amygdala"), Some("Function of the amygdala")),
        (&[], None, None),
        (&[("corpus", Forbidden)], None, None),
    ] {
        let mut asked = query(asked_text);
        asked.terms = vec![term_in(asked_text, "扁桃体", 2, names)];
        asked.terms.extend(other.map(|name| term_in(asked_text, "扁桃体", 3, &[(name, Preferred)])));
        let mut known = stored(&asked, source, target);
        known.terms = vec![term_in(source, "視床下部", 1, &[("hypothalamus", Preferred)])];
        let offer = evaluate(&asked, known, &PenaltyPoints::default(), &Tokeniser::by_script());
        assert_eq!(offer.repaired.map(|repaired| repaired.target).as_deref(), want, "{names:?} {other:?}");
    }
}

#[test]
fn a_translation_shared_by_two_terms_of_the_source_is_not_replaced() {
    let (asked_text, source) = ("扁桃体と酵素", "視床下部と酵素");
    let mut asked = query(asked_text);
    asked.terms = vec![term_in(asked_text, "扁桃体", 2, &[("amygdala", Preferred)])];
    let mut known = stored(&asked, source, "a center");
    known.terms = vec![
        term_in(source, "視床下部", 1, &[("center", Preferred)]),
        term_in(source, "酵素", 4, &[("center", Preferred)]),
    ];
    assert_eq!(evaluate(&asked, known, &PenaltyPoints::default(), &Tokeniser::by_script()).repaired, None);
}
