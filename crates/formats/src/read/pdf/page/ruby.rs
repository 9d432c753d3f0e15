//! Finds readings in small kana above kanji (furigana) and takes them out, so that they never become part of a term.
//!
//! A reading consists of kana only, lies above kanji, and is smaller than they are. Some word processors lose the small
//! size; there it is taken for a reading only if the line it interrupts goes on below it, or if the kanji are spread
//! under it.

use std::collections::BTreeMap;

use super::fragments::Fragment;
use super::glyph::Glyph;
use super::script::{is_kana, is_kanji};

/// Text of at most this share of the size of the kanji is small.
const SMALL: f64 = 0.75;
/// How far above the kanji the baseline of a reading may be, in sizes of the kanji.
const ABOVE: std::ops::Range<f64> = 0.3..1.75;
/// The most characters of a reading.
const LONGEST: usize = 24;
/// How many fragments before and after a reading its kanji are looked for among.
const NEAR: usize = 24;

/// The characters of a page without readings; the kanji under a reading move together.
pub(super) fn without_readings(fragments: Vec<Fragment>) -> Vec<Glyph> {
    let bases: Vec<Option<usize>> = (0..fragments.len()).map(|at| kanji_below(&fragments, at)).collect();
    let mut spans: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
    for (fragment, base) in fragments.iter().zip(&bases) {
        if let Some(base) = base {
            spans.entry(*base).or_default().push((fragment.left, fragment.right));
        }
    }
    let mut out = Vec::new();
    for (at, fragment) in fragments.into_iter().enumerate() {
        if bases[at].is_some() {
            continue;
        }
        // Spread kanji are fragments of their own.
        let near: Vec<(f64, f64)> =
            spans.range(at.saturating_sub(3)..=at + 3).flat_map(|(_, spans)| spans.iter().copied()).collect();
        out.extend(fragment.glyphs.into_iter().map(|glyph| gathered(glyph, &near)));
    }
    out
}

/// A kanji under a reading, with its box stretched so that no space appears beside it.
fn gathered(glyph: Glyph, readings: &[(f64, f64)]) -> Glyph {
    let under = readings.iter().any(|(left, right)| (*left..=*right).contains(&glyph.centre()));
    if under && glyph.first().is_some_and(is_kanji) { Glyph { tight: true, ..glyph } } else { glyph }
}

/// The fragment with the kanji that the fragment at `at` gives the reading of.
fn kanji_below(fragments: &[Fragment], at: usize) -> Option<usize> {
    let own = &fragments[at];
    let shown = || own.glyphs.iter().filter(|glyph| !glyph.is_blank());
    if shown().count() > LONGEST || !shown().all(|glyph| glyph.text.chars().all(|c| is_kana(c) || c == '・')) {
        return None;
    }
    let first = at.saturating_sub(NEAR);
    let last = (at + NEAR).min(fragments.len().saturating_sub(1));
    let mut near: Vec<usize> = (first..=last).filter(|&other| other != at).collect();
    near.sort_by_key(|other| other.abs_diff(at));
    near.into_iter().find(|&other| {
        let base = &fragments[other];
        let above = (own.base - base.base) / base.size.max(0.1);
        if !ABOVE.contains(&above) || !is_above_kanji(own, base) {
            return false;
        }
        own.size <= SMALL * base.size || interrupts(fragments, at, other) || spreads(fragments, at, other)
    })
}

/// Whether kanji of `base` lie under the fragment.
fn is_above_kanji(own: &Fragment, base: &Fragment) -> bool {
    under(own, base).any(|glyph| glyph.first().is_some_and(is_kanji))
}

/// The characters of `base` under a fragment.
fn under<'a>(own: &Fragment, base: &'a Fragment) -> impl Iterator<Item = &'a Glyph> {
    let first = base.glyphs.partition_point(|glyph| glyph.centre() < own.left);
    let right = own.right;
    base.glyphs[first..].iter().take_while(move |glyph| glyph.centre() <= right).take(2 * LONGEST)
}

/// Whether the line below was begun before the fragment and goes on after it.
fn interrupts(fragments: &[Fragment], at: usize, base: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &fragments[before]) else { return false };
    let base = &fragments[base];
    let close = fragments[at].left - before.right < 2.0 * base.size;
    before.is_followed_on_line_by(base) && before.right <= fragments[at].left + 0.5 * base.size && close
}

/// Whether the characters below are spread to the width of the fragment, with room on both sides.
fn spreads(fragments: &[Fragment], at: usize, first: usize) -> bool {
    let (own, base) = (&fragments[at], &fragments[first]);
    let line = fragments[first..].iter().take_while(|next| (next.base - base.base).abs() < 0.2 * base.size);
    let under: Vec<&Glyph> = line.take(LONGEST).flat_map(|fragment| under(own, fragment)).collect();
    let (Some(start), Some(end)) = (under.first(), under.last()) else { return false };
    let room = 0.2 * base.size;
    let apart = under.windows(2).all(|pair| pair[1].left - pair[0].right > room);
    under.iter().all(|glyph| glyph.first().is_some_and(is_kanji))
        && apart
        && start.left - own.left > room
        && own.right - end.right > room
}
