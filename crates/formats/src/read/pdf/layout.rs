//! Arranges glyphs into lines of text, in the order in which the page draws them.

/// A character and its position on the page, in points; `y` grows upwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// Left end of the baseline.
    pub(super) x: f64,
    /// Height of the baseline.
    pub(super) y: f64,
    /// Distance to the next character.
    pub(super) width: f64,
    /// Font size.
    pub(super) size: f64,
    /// The character or ligature.
    pub(super) text: String,
}

/// A baseline that moves by less than this, as a share of the font size, stays in its line (exponents, note marks).
const RAISED: f64 = 0.62;
/// A step to the left by more than this begins a new line.
const BACK: f64 = 1.0;
/// A gap wider than this separates Latin words.
const WORD_GAP: f64 = 0.13;
/// A gap next to a Japanese character must be wider than this, because justified lines and mixed scripts are spread.
const JAPANESE_GAP: f64 = 0.7;
/// Distance to the next character below in vertical text.
const VERTICAL: std::ops::Range<f64> = 0.4..1.2;
/// Lines further apart than this many usual distances have an empty line between them.
const EMPTY_LINE: f64 = 1.45;

/// A line under construction.
struct GlyphLine {
    text: String,
    base: f64,
    size: f64,
    left: f64,
    end: f64,
    last: Glyph,
    vertical: bool,
}

impl GlyphLine {
    /// A line that begins with `glyph`.
    fn new(glyph: &Glyph) -> Self {
        Self {
            text: glyph.text.clone(),
            base: glyph.y,
            size: glyph.size,
            left: glyph.x,
            end: glyph.x + glyph.width,
            last: glyph.clone(),
            vertical: false,
        }
    }

    /// Whether `glyph` continues this line.
    fn continues_with(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let level = (glyph.y - self.base).abs() < RAISED * size;
        if level && !self.vertical {
            return glyph.x > self.end - BACK * size;
        }
        let below = self.last.y - glyph.y;
        let column = (glyph.x - self.left).abs() < 0.6 * size;
        (self.vertical || self.text.chars().count() == 1) && column && VERTICAL.contains(&(below / size))
    }

    /// Adds `glyph`, with a space before it if there is a gap.
    fn add(&mut self, glyph: &Glyph) {
        let size = self.size.max(glyph.size);
        let level = (glyph.y - self.base).abs() < RAISED * size;
        self.vertical |= !level;
        let again = glyph.text == self.last.text
            && (glyph.x - self.last.x).abs() < 0.1 * size
            && (glyph.y - self.last.y).abs() < 0.1 * size;
        if again {
            return;
        }
        if !self.vertical && self.is_gap(glyph) {
            self.text.push(' ');
        }
        if glyph.size > self.size * 1.1 {
            (self.base, self.size) = (glyph.y, glyph.size);
        }
        self.text.push_str(&glyph.text);
        self.end = if self.vertical { self.end } else { glyph.x + glyph.width };
        self.last = glyph.clone();
    }

    /// Whether the gap before `glyph` is a space.
    fn is_gap(&self, glyph: &Glyph) -> bool {
        let (before, after) = (self.text.chars().next_back(), glyph.text.chars().next());
        let blank = |character: Option<char>| character.is_none_or(char::is_whitespace);
        if blank(before) || blank(after) {
            return false;
        }
        let japanese = |character: Option<char>| character.is_some_and(is_japanese);
        let share = if japanese(before) || japanese(after) { JAPANESE_GAP } else { WORD_GAP };
        glyph.x - self.end > share * self.last.size.min(glyph.size).max(0.1)
    }
}

/// Joins glyphs into lines, with an empty line wherever the distance is clearly larger than usual.
pub(super) fn lines(glyphs: &[Glyph]) -> String {
    let mut done: Vec<GlyphLine> = Vec::new();
    let mut current: Option<GlyphLine> = None;
    for glyph in glyphs {
        match &mut current {
            Some(line) if line.continues_with(glyph) => line.add(glyph),
            _ if glyph.text.trim().is_empty() => {}
            _ => {
                done.extend(current.take());
                current = Some(GlyphLine::new(glyph));
            }
        }
    }
    done.extend(current);
    let usual = usual_distance(&done);
    let mut text = String::new();
    let mut above: Option<&GlyphLine> = None;
    for line in &done {
        if let Some(above) = above {
            text.push('\n');
            let distance = above.base - line.base;
            if !line.vertical && usual > 0.0 && distance > EMPTY_LINE * usual && distance > 1.5 * line.size {
                text.push('\n');
            }
        }
        text.push_str(line.text.trim_end());
        above = Some(line);
    }
    text
}

/// The median distance between lines of the same font size.
fn usual_distance(lines: &[GlyphLine]) -> f64 {
    let mut distances: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [above, below] if (above.size - below.size).abs() < 0.5 => Some(above.base - below.base),
            _ => None,
        })
        .filter(|distance| *distance > 1.0)
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or(0.0)
}

/// Whether a character belongs to a script written without spaces between words.
fn is_japanese(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{33ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
