//! Properties of linking for any text: spans are inside the text, confidences are probabilities, and results are
//! deterministic.

use proptest::prelude::*;
use taiyaku_engines::{extract, link};
use taiyaku_language::text::tokeniser::Tokeniser;

use super::{dictionary, release};

/// Fragments of releases, in any order.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("解糖系"),
        Just("𠮷田効果"),
        Just("⻭周病"),
        Just("ｶﾞｰﾈｯﾄ"),
        Just("ﾞ"),
        Just("ー"),
        Just("酸化鉄"),
        Just("の"),
        Just("と"),
        Just("図"),
        Just("（"),
        Just("）"),
        Just("("),
        Just(")"),
        Just("[1]"),
        Just("「"),
        Just("」"),
        Just("、"),
        Just("。"),
        Just("："),
        Just(", "),
        Just("/"),
        Just("heat capacity"),
        Just("DVT"),
        Just("IL-6"),
        Just("III"),
        Just("Homo sapiens"),
        Just("１"),
        Just("1,3-"),
        Just("の略"),
        Just("英語では"),
        Just("注1）"),
        Just("※２"),
        Just("\n"),
        Just("\r\n"),
        Just("【用語解説】\n"),
        Just("論文名："),
        Just("和訳："),
        Just("発表日："),
        Just("2024年6月18日"),
        Just("\u{3000}"),
        Just("\u{c}"),
        Just("\u{200b}"),
        Just("e\u{301}"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| format!("本文{}", pieces.concat()))
}

proptest! {
    #[test]
    fn links_of_any_text_are_sound(text in text()) {
        let release = release(&text);
        let found = extract::entries(&release);
        let words = dictionary().unwrap_or_else(Tokeniser::by_script);
        let links = link::terms(&release, &found, &words);
        for link in &links {
            prop_assert!(release.text.get(link.span.start..link.span.end).is_some(), "{link:?}");
            prop_assert!((0.0..=0.99).contains(&link.confidence), "{link:?}");
            prop_assert!(!link.ja.trim().is_empty() && !link.en.trim().is_empty(), "{link:?}");
            let apart = ['/', '–', ';', '、', ' ', '\u{3000}', '\u{200b}'];
            prop_assert!(!link.en.starts_with(apart) && !link.en.ends_with(apart), "{link:?}");
            prop_assert!(link.entry.is_none_or(|entry| entry < found.entries.len()), "{link:?}");
        }
        for doubt in &found.doubts {
            prop_assert!(release.text.get(doubt.span.start..doubt.span.end).is_some(), "{doubt:?}");
        }
        prop_assert_eq!(links, link::terms(&release, &extract::entries(&release), &words));
    }
}
