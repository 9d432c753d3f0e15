//! Tells vertical text from horizontal text, and lays vertical text down so that its lines run from left to right.
//!
//! In vertical text each character follows below the one before, and lines follow from right to left. Turned by 90
//! degrees, it is arranged like any other text; marks and readings, which stand on the right of their line, then stand
//! above it.

use super::glyph::Glyph;
use super::script::is_japanese;

/// Distance to the next character below, from centre to centre, in font sizes.
const STEP: std::ops::Range<f64> = 0.3..1.9;
/// The same distance between characters of one size in a line of Japanese.
const SET_CLOSE: std::ops::Range<f64> = 0.8..1.25;
/// As many characters below each other are a vertical line.
const CHAIN: usize = 3;
/// How far the right edges of characters of one line may be apart, in font sizes.
const COLUMN: f64 = 0.7;
/// The most characters set side by side in a vertical line, such as the digits of a number.
const SIDE_BY_SIDE: usize = 4;

/// Characters that follow each other in one direction; those of vertical text are laid down.
pub(super) struct Stretch {
    /// The characters.
    pub(super) glyphs: Vec<Glyph>,
    /// Whether the text was vertical.
    pub(super) vertical: bool,
}

/// Splits the characters of a page by the direction of their lines.
pub(super) fn stretches(glyphs: Vec<Glyph>) -> Vec<Stretch> {
    let vertical = directions(&glyphs);
    let mut out: Vec<Stretch> = Vec::new();
    let mut size = 0.0;
    for (glyph, vertical) in glyphs.into_iter().zip(vertical) {
        let glyph = if vertical {
            // The size of a turned character is not known to every engine; it has that of the characters before it.
            let is_turned = glyph.right - glyph.left > 1.6 * (glyph.top - glyph.bottom).abs();
            size = if is_turned && size > 0.0 { size } else { glyph.size };
            glyph.laid_down(size)
        } else {
            glyph
        };
        match out.last_mut() {
            Some(stretch) if stretch.vertical == vertical => stretch.glyphs.push(glyph),
            _ => out.push(Stretch { glyphs: vec![glyph], vertical }),
        }
    }
    out
}

/// For each character whether its line runs downwards.
///
/// On a page where most characters follow each other downwards, all of them count; on any other, only Japanese set as
/// close as in a vertical line, because list marks and page numbers may stand below each other, too.
fn directions(glyphs: &[Glyph]) -> Vec<bool> {
    let shown: Vec<usize> = (0..glyphs.len()).filter(|&at| !glyphs[at].is_blank()).collect();
    let (mut any, mut close) = (vec![false; glyphs.len()], vec![false; glyphs.len()]);
    let mut start = 0;
    for end in 1..=shown.len() {
        if end < shown.len() && is_below(&glyphs[shown[end - 1]], &glyphs[shown[end]]) {
            continue;
        }
        let chain = &shown[start..end];
        if chain.len() >= CHAIN {
            let is_close = is_close(glyphs, chain);
            for &at in chain {
                (any[at], close[at]) = (true, is_close);
            }
        }
        start = end;
    }
    let count = any.iter().filter(|vertical| **vertical).count();
    joined(glyphs, &shown, if count * 2 > shown.len() { any } else { close })
}

/// Whether characters below each other are Japanese and set as close as in a line.
fn is_close(glyphs: &[Glyph], chain: &[usize]) -> bool {
    let close = chain.windows(2).all(|pair| {
        let (one, next) = (&glyphs[pair[0]], &glyphs[pair[1]]);
        (one.size - next.size).abs() > 0.2 * one.size || SET_CLOSE.contains(&(step(one, next) / next.size.max(0.1)))
    });
    let japanese = chain.iter().filter(|&&at| glyphs[at].first().is_some_and(is_japanese)).count();
    close && japanese * 4 >= chain.len() * 3
}

/// The directions with short horizontal runs inside vertical lines (numbers set side by side), and the blanks between,
/// taken as vertical too.
fn joined(glyphs: &[Glyph], shown: &[usize], mut vertical: Vec<bool>) -> Vec<bool> {
    let mut start = 0;
    while start < shown.len() {
        let end = (start..shown.len()).find(|&at| vertical[shown[at]] != vertical[shown[start]]).unwrap_or(shown.len());
        let before = start.checked_sub(1).map(|at| &glyphs[shown[at]]);
        let after = shown.get(end).map(|&at| &glyphs[at]);
        let run = &shown[start..end];
        let inside = !vertical[shown[start]]
            && run.len() <= SIDE_BY_SIDE
            && run.iter().all(|&at| before.or(after).is_some_and(|line| is_beside(line, &glyphs[at])));
        for &at in run.iter().filter(|_| inside) {
            vertical[at] = true;
        }
        start = end;
    }
    let mut last = false;
    for (at, glyph) in glyphs.iter().enumerate() {
        if glyph.is_blank() {
            vertical[at] = last;
        }
        last = vertical[at];
    }
    vertical
}

/// Whether a character lies in the column of `line`, close above or below.
fn is_beside(line: &Glyph, glyph: &Glyph) -> bool {
    let near = 2.2 * line.size.max(glyph.size);
    (line.centre() - glyph.centre()).abs() < near && step(line, glyph).abs() < near
}

/// The distance to the next character below, from centre to centre.
fn step(one: &Glyph, next: &Glyph) -> f64 {
    f64::midpoint(one.top, one.bottom) - f64::midpoint(next.top, next.bottom)
}

/// Whether `next` follows below `one` in a vertical line.
fn is_below(one: &Glyph, next: &Glyph) -> bool {
    let size = one.size.min(next.size).max(0.1);
    let large = one.size.max(next.size);
    let step = step(one, next) / size;
    let column =
        (one.right - next.right).abs() < COLUMN * large || (one.centre() - next.centre()).abs() < COLUMN * large;
    column && (STEP.contains(&step) || next.top <= one.bottom + 0.3 * size && next.top > one.bottom - size)
}
