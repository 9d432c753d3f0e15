//! Differences: the edits rebuild both texts and divide nothing that a reader sees as one character.

use proptest::prelude::*;
use taiyaku_engines::suggest::{Edit, EditKind};
use taiyaku_language::model::Span;

use super::match_for;

/// A diff as text: `same`, `[-deleted-]`, `{+inserted+}`, `(old>new)`.
fn shown(edits: &[Edit], source: &str, query: &str) -> String {
    let show = |edit: &Edit| {
        let (old, new) = (edit.source.of(source), edit.query.of(query));
        match edit.kind {
            EditKind::Equal => new.to_owned(),
            EditKind::Insert => format!("{{+{new}+}}"),
            EditKind::Delete => format!("[-{old}-]"),
            EditKind::Replace => format!("({old}>{new})"),
        }
    };
    edits.iter().map(show).collect()
}

#[test]
fn edits_are_words_with_the_space_before_them() {
    for (source, query, want) in [
        ("脳の視床下部を見た", "脳の扁桃体を見た", "脳の(視床下部>扁桃体)を見た"),
        ("マウスの脳", "マウスと脳", "マウス(の>と)脳"),
        ("第2世代のﾏｳｽ", "第３世代のマウス", "第(2>３)世代のマウス"),
        ("３割の人", "30%の人", "30%の人"),
        ("the red mouse ran", "the mouse ran", "the[- red-] mouse ran"),
        ("the mouse ran", "The  old mouse ran", "The{+  old+} mouse ran"),
        ("a cat sat", "a dog sat.", "a (cat>dog) sat{+.+}"),
        ("", "新しい", "{+新しい+}"),
        ("古い", "", "[-古い-]"),
        ("\u{3000}", "語", "(\u{3000}>語)"),
        ("行1\r\n", "行2\r\n", "行(1\r\n>2\r\n)"),
        ("㈱の家", "株の家", "(㈱>株)の家"),
        ("ｶﾞﾝの脳", "ｶﾞｽの脳", "(ｶﾞﾝ>ｶﾞｽ)の脳"),
        ("𠮷野の家", "吉野の家", "(𠮷野>吉野)の家"),
        ("👨\u{200D}👩の話", "👨\u{200D}👧の話", "(👨\u{200D}👩>👨\u{200D}👧)の話"),
    ] {
        let offer = match_for(query, source, "x");
        assert_eq!(shown(&offer.diff, source, query), want);
    }
}

#[test]
fn inside_a_replacement_the_unchanged_characters_are_given() {
    for (source, query, want) in [
        ("細胞の増殖期", "細胞の増殖後期", "増殖{+後+}期"),
        ("the hypothalamus is", "the hypothalamic is", "hypothalam(us>ic)"),
        ("ｶﾞﾝの脳", "ｶﾞｽの脳", "ｶﾞ(ﾝ>ｽ)"),
        ("か\u{3099}きの脳", "ききの脳", "(か\u{3099}>き)きの"),
        ("a cat sat", "a dog sat", ""),
    ] {
        let offer = match_for(query, source, "x");
        let replaced = offer.diff.iter().find(|edit| edit.kind == EditKind::Replace).unwrap();
        assert_eq!(shown(&replaced.characters, source, query), want, "{source}");
    }
}

#[test]
fn texts_of_ten_thousand_characters_with_nothing_in_common_are_one_edit() {
    let (source, query) = ("あ山".repeat(5_000), "い川".repeat(5_000));
    let offer = match_for(&query, &source, "x");
    assert_eq!(offer.diff.len(), 1);
    assert_eq!(offer.diff[0].characters, []);
}

fn rebuilt(edits: &[Edit], text: &str, side: impl Fn(&Edit) -> Span) -> Option<String> {
    edits.iter().map(|edit| text.get(side(edit).start..side(edit).end)).collect()
}

const PIECES: &[&str] = &[
    "細胞",
    "の",
    "脳",
    "12",
    "2.8億",
    "30%",
    " ",
    "\u{3000}",
    "\r\n",
    "𠮷",
    "か\u{3099}",
    "ｶﾞ",
    "㈱",
    "½",
    "①",
    "🧬",
    "👨\u{200D}👩",
    "🇯🇵",
    "\u{FE0F}",
    "\u{200B}",
    "A",
    "cell",
    "<b>",
    "</b>",
    "。",
    "、",
    "%s",
    "令和8年",
    "November 21",
    "葛\u{E0100}",
];

proptest! {
    #[test]
    fn the_edits_rebuild_both_texts_and_lie_on_character_boundaries(
        source in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        query in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        noise in "\\PC{0,4}",
    ) {
        let (source, query) = (source.concat(), format!("{}{noise}", query.concat()));
        let offer = match_for(&query, &source, "x");
        let (left, right) = (rebuilt(&offer.diff, &source, |edit| edit.source), rebuilt(&offer.diff, &query, |edit| edit.query));
        prop_assert_eq!(left, Some(source.clone()));
        prop_assert_eq!(right, Some(query.clone()));
        for edit in &offer.diff {
            let empty = (edit.source.is_empty(), edit.query.is_empty());
            let fits = match edit.kind {
                EditKind::Equal => empty != (true, true),
                EditKind::Insert => empty == (true, false),
                EditKind::Delete => empty == (false, true),
                EditKind::Replace => empty == (false, false),
            };
            prop_assert!(fits, "{:?}", edit);
            for side in [(edit.source, &source), (edit.query, &query)] {
                let cut = side.1[side.0.start..].starts_with(['\u{3099}', '\u{FE0F}', '\u{200D}', '\u{E0100}', '👩', 'ﾞ']);
                let alone = side.0.start == 0 || side.0.is_empty() || side.1[..side.0.start].ends_with(|c| c != '\u{200D}');
                prop_assert!(!cut || alone, "{:?} cuts {:?}", edit, side.1);
            }
            if !edit.characters.is_empty() {
                prop_assert_eq!(rebuilt(&edit.characters, &source, |edit| edit.source), Some(edit.source.of(&source).to_owned()));
                prop_assert_eq!(rebuilt(&edit.characters, &query, |edit| edit.query), Some(edit.query.of(&query).to_owned()));
            }
        }
        prop_assert_eq!(source == query, offer.diff.iter().all(|edit| edit.kind == EditKind::Equal) && offer.base == 100);
    }
}
