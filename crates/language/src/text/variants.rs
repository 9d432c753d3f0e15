//! Spelling variants of English and Japanese (glossary/variants.csv), and the spelling in which Japanese terms compare.

use std::sync::LazyLock;

/// glossary/variants.csv by kind: `from,to,kind,note`, applied in the order of the file.
#[derive(Debug, Default)]
pub struct Variants {
    /// British letter sequences and their American forms.
    pub spelling: Vec<(&'static str, &'static str)>,
    /// Japanese spellings and the spelling used for comparison.
    pub japanese: Vec<(&'static str, &'static str)>,
}

pub static VARIANTS: LazyLock<Variants> = LazyLock::new(|| {
    let mut variants = Variants::default();
    for line in include_str!("../../../../glossary/variants.csv").lines().skip(1) {
        let mut cells = line.splitn(4, ',');
        let (Some(from), Some(to), Some(kind)) = (cells.next(), cells.next(), cells.next()) else { continue };
        match kind {
            "spelling" => variants.spelling.push((from, to)),
            "japanese" => variants.japanese.push((from, to)),
            _ => {}
        }
    }
    variants
});

/// A Japanese text with variants of kanji, kana and okurigana folded to one spelling: 蛋白質 and たんぱく質 become
/// タンパク質.
#[must_use]
pub(super) fn japanese_fold(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in &VARIANTS.japanese {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text
}

/// Other spellings of a Japanese term, each with one listed spelling replaced by another of the same word.
#[must_use]
pub fn japanese_spellings(text: &str) -> Vec<String> {
    let mut spellings: Vec<String> = Vec::new();
    let folded = japanese_fold(text);
    for (from, to) in &VARIANTS.japanese {
        for other in [folded.replace(to, from), folded.clone()] {
            if other != text && japanese_fold(&other) == folded && !spellings.contains(&other) {
                spellings.push(other);
            }
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_one() {
        for (one, other) in [
            ("蛋白質分解", "たんぱく質分解"),
            ("遺伝子組み換え", "遺伝子組換え"),
            ("肺癌", "肺がん"),
            ("螺旋構造", "らせん構造"),
            ("ぜんそく", "喘息"),
        ] {
            assert_eq!(japanese_fold(one), japanese_fold(other), "{one} {other}");
            assert!(japanese_spellings(one).contains(&other.to_owned()), "{one}: {:?}", japanese_spellings(one));
        }
        assert_ne!(japanese_fold("ガンマ線"), japanese_fold("がんマ線"));
        assert!(japanese_spellings("細胞").is_empty());
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for (from, to) in &VARIANTS.japanese {
            for text in [from, to] {
                assert_eq!(japanese_fold(&japanese_fold(text)), japanese_fold(text), "{text}");
            }
        }
    }
}
