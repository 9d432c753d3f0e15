//! Finds all occurrences of a string in texts, ignoring differences in width, case and kind of dash.

use super::normal::{FoldedText, fold};
use crate::model::Span;

/// A string to look for in many texts.
#[derive(Debug, Clone)]
pub struct Needle {
    /// Its normal form in lower case, without surrounding white space.
    chars: Vec<char>,
}

impl Needle {
    /// A needle; `None` if the normal form of `piece` is empty.
    #[must_use]
    pub fn new(piece: &str) -> Option<Self> {
        let chars: Vec<char> = fold(piece).text.trim().chars().flat_map(char::to_lowercase).collect();
        (!chars.is_empty()).then_some(Self { chars })
    }

    /// Its normal form in lower case.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Its occurrences in `text`, in order, without overlaps.
    #[must_use]
    pub fn occurrences(&self, text: &str) -> Vec<Span> {
        let folded = fold(text);
        let lower = lower(&folded);
        let mut places = Vec::new();
        let mut at = 0;
        while at + self.chars.len() <= lower.len() {
            let matches = lower[at..].iter().zip(&self.chars).all(|((c, _), wanted)| c == wanted);
            if matches {
                let last = at + self.chars.len() - 1;
                places.push(lower[at].1.cover(lower[last].1));
                at = last + 1;
            } else {
                at += 1;
            }
        }
        places
    }
}

/// The characters of a folded text in lower case, each with its span in the source.
fn lower(folded: &FoldedText) -> Vec<(char, Span)> {
    let source = |at: usize, c: char| folded.source(Span::new(at, at + c.len_utf8()));
    let each = folded.text.char_indices();
    each.flat_map(|(at, c)| c.to_lowercase().map(move |small| (small, source(at, c)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_however_they_are_written() {
        for (text, piece, want) in [
            ("ＤＮＡ修復とdna", "DNA", vec!["ＤＮＡ", "dna"]),
            ("ｶﾞﾝ細胞、ガン", "ガン", vec!["ｶﾞﾝ", "ガン"]),
            ("⻭学部", "歯学", vec!["⻭学"]),
            ("cell–free  Synthesis", "cell-free synthesis", vec!["cell–free  Synthesis"]),
            ("𠮷野の𠮷", "𠮷", vec!["𠮷", "𠮷"]),
            ("aaa", "aa", vec!["aa"]),
            ("abc", "abcd", vec![]),
        ] {
            let needle = Needle::new(piece).unwrap();
            let got: Vec<&str> = needle.occurrences(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(got, want, "{piece} in {text}");
        }
        assert!(Needle::new(" \u{200b} ").is_none());
    }
}
