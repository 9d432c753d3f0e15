//! Decides which gaps between characters are spaces.
//!
//! Justified lines are spread, and most word processors leave a quarter of a character free between Japanese and Latin.
//! Some engines give spaces as characters; for the others, a space is a gap wider than such gaps are on the page.

use super::fragments::Fragment;
use super::glyph::Glyph;
use super::script::{is_japanese, is_japanese_letter};

/// A gap wider than this separates Latin words.
const WORD_GAP: f64 = 0.13;
/// A gap next to a Japanese character that is wider than this is a space for certain.
const JAPANESE_GAP: f64 = 0.7;
/// A gap that exceeds the usual ones by this much is a space, if spaces are not given as characters.
const EXTRA_GAP: f64 = 0.18;

/// Fewer gaps behind punctuation than this do not tell how wide they are on the page.
const FEW: usize = 3;

/// How wide gaps are on a page, as shares of the font size.
pub(super) struct Gaps {
    /// Whether spaces are given as characters.
    has_blanks: bool,
    /// The narrower of the gaps between Japanese and other letters.
    mixed: f64,
    /// The usual gap between punctuation that closes something and the letter after it: half a character where fonts or typesetters
    /// leave it free, nothing where it is part of the character. `None` if there are few.
    closing: Option<f64>,
}

impl Gaps {
    /// Measures the gaps of a page.
    pub(super) fn of(fragments: &[Fragment]) -> Self {
        let has_blanks = fragments.iter().flat_map(|fragment| &fragment.glyphs).any(Glyph::is_blank);
        let mut mixed: Vec<f64> = fragments
            .iter()
            .flat_map(|fragment| fragment.glyphs.windows(2))
            .filter(|pair| matches!(kinds(pair), Some((true, false) | (false, true))) && are_alike(pair))
            .map(gap)
            .collect();
        mixed.sort_by(f64::total_cmp);
        let closing: Vec<f64> = fragments.iter().flat_map(closing_gaps).collect();
        let closing = Some(closing).filter(|gaps| gaps.len() >= FEW).and_then(usual);
        Self { has_blanks, mixed: mixed.get(mixed.len() / 4).copied().unwrap_or(0.0).max(0.0), closing }
    }

    /// For each character of a line whether a space comes before it.
    pub(super) fn spaces(&self, line: &Fragment) -> Vec<bool> {
        let mut close: Vec<f64> =
            line.glyphs.windows(2).filter(|pair| kinds(pair) == Some((true, true))).map(gap).collect();
        close.sort_by(f64::total_cmp);
        let letters = close.get(close.len() / 2).copied().unwrap_or(0.0).max(0.0);
        // A line may be spread at its punctuation only.
        let closing: Vec<f64> = closing_gaps(line).collect();
        let closing = Some(closing).filter(|gaps| gaps.len() > 1).and_then(usual).unwrap_or(0.0).max(letters);
        let mut spaces = vec![false];
        spaces.extend(line.glyphs.windows(2).map(|pair| self.is_space(pair, letters, closing)));
        spaces
    }

    /// Whether the gap between two characters of a line is a space, where `usual` is the gap between its Japanese letters and `closing`
    /// that behind its punctuation.
    fn is_space(&self, pair: &[Glyph], usual: f64, closing: f64) -> bool {
        let [one, next] = pair else { return false };
        let (Some(before), Some(after)) = (one.text.chars().next_back(), next.first()) else { return false };
        if before.is_whitespace() || after.is_whitespace() || one.tight || next.tight {
            return false;
        }
        let behind_closing = self.closing.filter(|_| follows_closing(pair));
        let share = match (kinds(pair), behind_closing) {
            (Some((false, false)), _) => WORD_GAP,
            (None, Some(page)) => (page.max(closing) + EXTRA_GAP).min(JAPANESE_GAP),
            (Some((true, true)), _) if !self.has_blanks => (usual + EXTRA_GAP).min(JAPANESE_GAP.max(usual + 0.1)),
            (Some(_), _) if !self.has_blanks => (self.mixed.max(usual) + EXTRA_GAP).min(JAPANESE_GAP),
            _ if is_japanese(before) || is_japanese(after) => JAPANESE_GAP,
            _ => WORD_GAP,
        };
        gap(pair) > share
    }
}

/// For each of two characters whether it is a Japanese letter; `None` if one is Japanese punctuation.
fn kinds(pair: &[Glyph]) -> Option<(bool, bool)> {
    let [one, next] = pair else { return None };
    let (before, after) = (one.text.chars().next_back()?, next.first()?);
    let kind = |c: char| match is_japanese_letter(c) {
        true => Some(true),
        false => (!is_japanese(c) && !c.is_whitespace()).then_some(false),
    };
    Some((kind(before)?, kind(after)?))
}

/// Whether a letter follows punctuation that closes something.
fn follows_closing(pair: &[Glyph]) -> bool {
    let [one, next] = pair else { return false };
    let closes =
        |c: char| matches!(c, '）' | '」' | '』' | '】' | '〕' | '］' | '〉' | '》' | '、' | '。' | '，' | '．');
    let begins = |c: char| is_japanese_letter(c) || c.is_ascii_alphanumeric();
    one.text.chars().next_back().is_some_and(closes) && next.first().is_some_and(begins)
}

/// The gaps of a line between punctuation that closes something and letters.
fn closing_gaps(line: &Fragment) -> impl Iterator<Item = f64> + '_ {
    line.glyphs.windows(2).filter(|pair| follows_closing(pair) && are_alike(pair)).map(gap)
}

/// The lower median of gaps, at least 0.
fn usual(mut gaps: Vec<f64>) -> Option<f64> {
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len().saturating_sub(1) / 2).map(|gap| gap.max(0.0))
}

/// Whether two characters are about the same size.
fn are_alike(pair: &[Glyph]) -> bool {
    matches!(pair, [one, next] if (one.size - next.size).abs() < 0.25 * one.size)
}

/// The gap between two characters, as a share of the font size.
fn gap(pair: &[Glyph]) -> f64 {
    let [one, next] = pair else { return 0.0 };
    let size = if kinds(pair) == Some((false, false)) { one.size.min(next.size) } else { one.size.max(next.size) };
    (next.left - one.right) / size.max(0.1)
}
