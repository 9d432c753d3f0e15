//! Compares definitions, to tell whether two of them can mean the same thing. Pure.

use std::collections::BTreeSet;

use crate::text::chars::{Class, class};
use crate::text::normal::normal;

/// Definitions with a smaller share of common content disagree.
///
/// Measured on definitions of one term from two releases: those with the same meaning reach 0.37 to 0.66 (lowest:
/// マクロファージ), those with different meanings at most 0.22 (highest: フラックス); definitions of different terms have a
/// median of 0.03. The threshold is in the middle of the gap.
pub(in crate::app) const DEFINITION_AGREES: f64 = 0.29;

/// A definition with fewer pairs of content characters than this is too short to judge.
const TOO_SHORT: usize = 3;

/// Words common to all releases, ignored in the comparison.
const GENERAL: &[&str] = &["本研究", "研究", "方法", "実験", "現象", "技術", "総称", "一つ", "一種"];

/// How much content two definitions share, 0 to 1; `None` if either is too short to judge.
///
/// The mean of two containment coefficients (the size of the intersection divided by that of the smaller set): one over
/// pairs of adjacent content characters, one over single ones. Content characters are kanji, katakana and Latin
/// letters.
#[must_use]
pub(in crate::app) fn overlap(one: &str, other: &str) -> Option<f64> {
    let (one, other) = (Content::of(one), Content::of(other));
    if one.pairs.len().min(other.pairs.len()) < TOO_SHORT {
        return None;
    }
    Some((contained(&one.pairs, &other.pairs) + contained(&one.single, &other.single)) / 2.0)
}

/// Whether two definitions share almost nothing.
#[must_use]
pub(in crate::app) fn definitions_disagree(one: &str, other: &str) -> bool {
    overlap(one, other).is_some_and(|share| share < DEFINITION_AGREES)
}

struct Content {
    pairs: BTreeSet<(char, char)>,
    single: BTreeSet<char>,
}

impl Content {
    fn of(text: &str) -> Self {
        let mut text = normal(text);
        for word in GENERAL {
            text = text.replace(word, " ");
        }
        let mut content = Self { pairs: BTreeSet::new(), single: BTreeSet::new() };
        let mut before: Option<(char, Class)> = None;
        for c in text.chars().flat_map(char::to_lowercase) {
            let class = class(c);
            if !matches!(class, Class::Kanji | Class::Katakana | Class::Latin) {
                before = None;
                continue;
            }
            content.single.insert(c);
            if let Some((first, _)) = before.filter(|(_, same)| *same == class) {
                content.pairs.insert((first, c));
            }
            before = Some((c, class));
        }
        content
    }
}

fn contained<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> f64 {
    let least = one.len().min(other.len());
    if least == 0 {
        return 0.0;
    }
    let shared = one.intersection(other).count();
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters are far below 2^52")]
    let share = shared as f64 / least as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_of_one_meaning_agree_and_of_two_disagree() {
        for (one, other, disagree) in [
            (
                "データに含まれる規則性をコンピュータに見つけさせる技術。",
                "多数のデータから規則や傾向をコンピュータに学ばせる方法の総称。",
                false,
            ),
            ("体内の異物を取り込んで消化する免疫細胞。", "全身の組織にすむ免疫細胞。異物を食べて取り除く。", false),
            (
                "数値を表すビット数を減らすこと。モデルを小さくできる。",
                "物理量が連続した値ではなく、とびとびの値をとること。",
                true,
            ),
            (
                "結晶のもとを溶かし込むために加える、融点の低い塩や金属。",
                "一定の面積を一定の時間に通り抜ける物質や熱の量。",
                true,
            ),
            ("こと。", "とびとびの値をとるようになる現象を指す。", false),
            ("", "", false),
        ] {
            assert_eq!(definitions_disagree(one, other), disagree, "{one} / {other} {:?}", overlap(one, other));
            assert_eq!(definitions_disagree(other, one), disagree, "the order does not matter");
        }
    }

    #[test]
    fn a_definition_agrees_with_itself_in_any_width_and_line_ending() {
        let text = "𠮷野家で⻭を磨くﾛﾎﾞｯﾄの制御技術。\r\nＡＢＣ社が開発。";
        assert_eq!(overlap(text, "𠮷野家で歯を磨くロボットの制御技術。\nABC社が開発。"), Some(1.0));
    }
}
