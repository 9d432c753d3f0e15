//! Properties of every draft: spans are valid, fixes remove their finding, and the same draft gives the same findings.

use proptest::prelude::*;
use taiyaku_engines::check::{Scope, Settings, Spacing};
use taiyaku_language::model::{Finding, Rule, Side, Span};

use super::Direction::{self, IntoEnglish, IntoJapanese};
use super::{Base, look, mended};

const CONCEPTS: &[&[&str]] = &[
    &["ja:細胞", "en:cell", "en+:small room", "en!:cellule", "ja-:セル"],
    &["ja:動脈硬化", "en:atherosclerosis", "ja+:アテローム"],
    &["ja:再取り込み阻害薬", "en:reuptake inhibitor", "en~:SSRI", "ja~:SSRI"],
    &["ja:𠮷", "en:luck"],
    &["ja:無訳", "en?:nothing"],
];

/// Words drafts are made of: known terms, numbers, marks, and what is rare.
const PIECES: &[&str] = &[
    "細胞",
    "セル",
    "ｾﾙ",
    "動脈硬化",
    "アテローム",
    "再取り込み阻害薬",
    "SSRI",
    "SSRIs",
    "(SSRI)",
    "（SSRI）",
    "𠮷",
    "⻭",
    "ｶﾞ",
    "ー",
    "無訳",
    "cell",
    "Cells",
    "cellules",
    "A cellule",
    "small rooms",
    "atherosclerosis",
    "reuptake inhibitor",
    "luck",
    "12",
    "１３",
    "2.8億",
    "280 million",
    "三種",
    "three",
    "30%",
    "−5",
    "令和7年",
    "2025",
    "November 3, 2020",
    "2020年11月3日",
    "IL-6",
    "v1.2",
    "%s",
    "{0}",
    "<b>",
    "http://a.b/c",
    "「",
    "」",
    "“",
    "”",
    "(",
    ")",
    "（",
    "）",
    "。",
    "、",
    ". ",
    ", ",
    "  ",
    " ",
    "\r\n",
    "\u{200b}",
    "\u{2060}",
    "か\u{3099}",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,3}"];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn draft() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((text(), text()), 0..5)
}

fn way() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(IntoEnglish), Just(IntoJapanese)]
}

/// The side of a pair.
fn side(pairs: &[(String, String)], unit: usize, side: Side) -> &str {
    let (source, target) = &pairs[unit];
    if side == Side::Source { source } else { target }
}

fn places(finding: &Finding) -> Vec<(usize, Side, Span)> {
    let own = |spans: &[Span], side: Side| spans.iter().map(|span| (finding.unit, side, *span)).collect::<Vec<_>>();
    let mut places = own(&finding.source, Side::Source);
    places.extend(own(&finding.target, Side::Target));
    let changes = finding.fixes.iter().flat_map(|fix| &fix.changes).map(|change| &change.place);
    let all = changes.chain(finding.related.iter().map(|related| &related.place));
    places.extend(all.map(|place| (place.unit, place.side, place.span)));
    places
}

proptest! {
    #[test]
    fn spans_lie_on_character_boundaries_and_results_are_repeatable(pairs in draft(), way in way()) {
        let base = Base::new(way, CONCEPTS);
        let mut settings = Settings::default();
        settings.style.spacing = Spacing::None;
        let found = look(&base, way, &pairs, Scope::Document, &settings);
        for finding in &found {
            for (unit, of, span) in places(finding) {
                prop_assert!(side(&pairs, unit, of).get(span.start..span.end).is_some(), "{finding:?}");
            }
            prop_assert!(finding.message.ends_with('.') && finding.key.starts_with(finding.rule.as_str()), "{finding:?}");
        }
        prop_assert_eq!(&found, &look(&base, way, &pairs, Scope::Document, &settings));
    }

    #[test]
    fn a_fix_removes_its_finding(pairs in draft(), way in way()) {
        let base = Base::new(way, CONCEPTS);
        let settings = Settings::default();
        let found = look(&base, way, &pairs, Scope::Document, &settings);
        let same = |found: &[Finding], one: &Finding| {
            found.iter().filter(|other| other.key == one.key && other.unit == one.unit).count()
        };
        for finding in &found {
            for fix in &finding.fixes {
                for change in &fix.changes {
                    prop_assert_eq!(change.place.side, Side::Target);
                }
                let after = mended(&pairs, fix);
                let still = look(&base, way, &after, Scope::Document, &settings);
                prop_assert!(same(&still, finding) < same(&found, finding), "{fix:?} of {finding:?} leaves {after:?}");
            }
        }
    }
}

#[test]
fn hostile_texts_are_checked_and_empty_ones_have_no_findings() {
    let base = Base::new(IntoEnglish, CONCEPTS);
    let settings = Settings::default();
    let long = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    for (source, target) in [
        (String::new(), String::new()),
        (" \u{3000}\t".to_owned(), "\u{200b}".to_owned()),
        ("細胞".to_owned(), "  \n ".to_owned()),
    ] {
        let found = look(&base, IntoEnglish, &[(source, target)], Scope::Document, &settings);
        assert!(found.is_empty(), "{found:?}");
    }
    for (source, target) in [
        (long("細胞と", 1_000_000), long("cell and ", 1_000_000)),
        (long("1", 100_000), long("2", 100_000)),
        (long("(", 100_000), long("（", 100_000)),
        (long("「", 100_000), long("\"", 100_001)),
        (long("a(b ", 100_000), long("a(b ", 100_000)),
    ] {
        let found = look(&base, IntoEnglish, &[(source, target)], Scope::Document, &settings);
        assert!(found.iter().all(|finding| finding.message.len() < 2_000 && finding.key.len() < 2_000));
    }
    let many: Vec<(String, String)> = (0..500).map(|at| (format!("{at}番目の細胞"), format!("cell {at}"))).collect();
    let found = look(&base, IntoEnglish, &many, Scope::Document, &settings);
    assert!(found.iter().all(|finding| finding.rule != Rule::Numbers), "{found:?}");
}
