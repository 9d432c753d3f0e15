//! What a file says of a pair beside its texts: contexts, keys, plural forms, inline codes.

use taiyaku_engines::check::{Unit, UnitFacts};
use taiyaku_language::model::{Rule, Severity};

use super::Direction::{self, IntoEnglish, IntoJapanese};
use super::{Base, look_at, only};

fn facts<'a>(context: Option<&'a str>, key: Option<&'a str>, form: Option<usize>) -> UnitFacts<'a> {
    UnitFacts { context, key, form, ..UnitFacts::default() }
}

#[test]
fn texts_in_different_contexts_may_be_translated_differently() {
    let base = Base::new(IntoJapanese, &[]);
    let (some, menu, state) = (facts(Some("verb"), None, None), Some("menu.open"), Some("state.open"));
    for (first, second, want) in [
        // Contexts of the two pairs; the severity of the finding and whether it has a fix.
        (some, facts(Some("noun"), None, None), None),
        (some, facts(None, None, None), None),
        (facts(None, None, Some(0)), facts(None, None, Some(1)), None),
        (some, some, Some((Severity::Warning, true))),
        (facts(None, None, None), facts(None, None, None), Some((Severity::Warning, true))),
        (facts(None, menu, None), facts(None, state, None), Some((Severity::Information, false))),
        (facts(None, Some("1"), None), facts(None, Some("2"), None), Some((Severity::Warning, true))),
        (facts(None, menu, None), facts(None, menu, None), Some((Severity::Warning, true))),
        (
            facts(None, Some("5f3e9a0c11b24d7e"), None),
            facts(None, Some("5f3e9a0c11b24d7f"), None),
            Some((Severity::Warning, true)),
        ),
    ] {
        let units = [
            Unit { source: "The record is kept.", target: "記録する。", facts: first },
            Unit { source: "The record is kept.", target: "記録を保つ。", facts: second },
        ];
        let found = look_at(&base, IntoJapanese, &units, &only(&[Rule::SourceInconsistent]));
        let got = found.first().map(|finding| (finding.severity, !finding.fixes.is_empty()));
        assert_eq!((found.len(), got), (usize::from(want.is_some()), want), "{first:?} {second:?}");
    }
}

#[test]
fn nothing_is_corrected_into_a_translation_that_is_wrong_itself() {
    let base = Base::new(IntoEnglish, &[]);
    let source = "参加者の7割が賛成した。";
    let (wrong, right) = ("90% of the participants agreed.", "70% of the participants agreed.");
    for targets in [[wrong, right], [right, wrong], [wrong, wrong]] {
        let [first, second] = targets.map(|target| Unit { source, target, facts: facts(None, None, None) });
        let third = Unit { source, target: right, facts: facts(None, None, None) };
        let units = [first, second, third];
        let rules = only(&[Rule::SourceInconsistent, Rule::Numbers]);
        let found = look_at(&base, IntoEnglish, &units, &rules);
        let fixes =
            found.iter().filter(|finding| finding.rule == Rule::SourceInconsistent).flat_map(|found| &found.fixes);
        for fix in fixes {
            assert!(fix.changes.iter().all(|change| change.text == right), "{targets:?}: {fix:?}");
        }
    }
}

#[test]
fn terms_of_labels_are_compared_within_their_context_and_messages_once() {
    let base = Base::new(IntoEnglish, &[&["ja:孤独", "en:loneliness", "en+:social isolation"]]);
    for (first, second, want) in [
        (facts(Some("noun"), None, None), facts(Some("verb"), None, None), 0),
        (facts(None, None, Some(0)), facts(None, None, Some(1)), 0),
        (facts(Some("noun"), None, None), facts(Some("noun"), None, None), 1),
        (facts(None, None, None), facts(None, None, None), 1),
    ] {
        let units = [
            Unit { source: "孤独", target: "Loneliness", facts: first },
            Unit { source: "孤独", target: "Social isolation", facts: second },
        ];
        let found = look_at(&base, IntoEnglish, &units, &only(&[Rule::TermInconsistent]));
        assert_eq!(found.len(), want, "{first:?} {second:?}");
    }
}

#[test]
fn the_form_for_one_thing_may_say_it_in_a_word() {
    let rules = only(&[Rule::Numbers, Rule::Placeholders]);
    let look = |way: Direction, source: &str, target: &str, is_singular: bool| {
        let facts = UnitFacts { form: Some(0), is_singular, ..UnitFacts::default() };
        look_at(&Base::new(way, &[]), way, &[Unit { source, target, facts }], &rules).len()
    };
    for (way, source, target) in [
        (IntoEnglish, "%d個のファイル", "One file"),
        (IntoEnglish, "{n}匹のマウス", "A mouse"),
        (IntoEnglish, "%(count)d件の記録", "1 record"),
        (IntoJapanese, "One file", "%d個のファイル"),
    ] {
        assert_eq!(look(way, source, target, true), 0, "{source} {target}");
        assert_ne!(look(way, source, target, false), 0, "{source} {target}");
    }
    assert_ne!(look(IntoEnglish, "%d個を%sに", "One", true), 0, "two placeholders are lost");
}

#[test]
fn inline_codes_beside_the_texts_are_compared_too() {
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<String>>();
    for (source, target, want) in [
        (&["<g id=\"1\">", "</g>", "<x id=\"2\"/>"] as &[&str], &[] as &[&str], true),
        (&["<g id=\"1\">", "</g>"], &["<g id=\"1\">", "</g>"], false),
        (&["<x id=\"1\"/>"], &["<x id=\"2\"/>"], true),
        (&["<b>", "</b>"], &["<b>"], true),
        (&["{\\b "], &["{\\b "], false),
        (&[], &["<u>", "</u>"], true),
    ] {
        let (source_codes, target_codes) = (codes(source), codes(target));
        let facts = UnitFacts { source_codes: &source_codes, target_codes: &target_codes, ..UnitFacts::default() };
        let unit = Unit { source: "膜を引いた。", target: "The membrane was pulled.", facts };
        let found = look_at(&Base::new(IntoEnglish, &[]), IntoEnglish, &[unit], &only(&[Rule::Tags]));
        assert_eq!(!found.is_empty(), want, "{source:?} {target:?}");
    }
}
