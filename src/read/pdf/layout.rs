//! Glyphs with their places in, lines of text out, in the order the page draws them.

/// One character as it lies on the page; lengths in points, `y` grows upwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// Left end of the base line.
    pub(super) x: f64,
    /// Height of the base line.
    pub(super) y: f64,
    /// How far the next character stands.
    pub(super) width: f64,
    /// Size of the type.
    pub(super) size: f64,
    /// The character or ligature.
    pub(super) text: String,
}

/// Shares of the type size: a base line moved less stays in its line (exponents, note marks).
const RAISED: f64 = 0.62;
/// A step back to the left by more begins a new line.
const BACK: f64 = 1.0;
/// A gap wider than this parts Latin words.
const WORD_GAP: f64 = 0.13;
/// A gap beside a Japanese character is wider before it counts: justified lines and mixed scripts are spread.
const JAPANESE_GAP: f64 = 0.7;
/// The next character of a vertical line stands so far below the last.
const VERTICAL: std::ops::Range<f64> = 0.4..1.2;
/// Base lines further apart than so many usual distances have an empty line between them.
const EMPTY_LINE: f64 = 1.45;

/// One line being put together.
struct Line {
    text: String,
    base: f64,
    size: f64,
    left: f64,
    end: f64,
    last: Glyph,
    vertical: bool,
}

impl Line {
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

    /// Whether `glyph` goes on in this line.
    fn takes(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let level = (glyph.y - self.base).abs() < RAISED * size;
        if level && !self.vertical {
            return glyph.x > self.end - BACK * size;
        }
        let below = self.last.y - glyph.y;
        let column = (glyph.x - self.left).abs() < 0.6 * size;
        (self.vertical || self.text.chars().count() == 1) && column && VERTICAL.contains(&(below / size))
    }

    /// Adds `glyph`, with a space before it where one is seen.
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

    /// Whether the white before `glyph` is a space.
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

/// Puts glyphs together to lines; an empty line stands where the distance is clearly wider than usual.
pub(super) fn lines(glyphs: &[Glyph]) -> String {
    let mut done: Vec<Line> = Vec::new();
    let mut current: Option<Line> = None;
    for glyph in glyphs {
        match &mut current {
            Some(line) if line.takes(glyph) => line.add(glyph),
            _ if glyph.text.trim().is_empty() => {}
            _ => {
                done.extend(current.take());
                current = Some(Line::new(glyph));
            }
        }
    }
    done.extend(current);
    let usual = usual_distance(&done);
    let mut text = String::new();
    let mut above: Option<&Line> = None;
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

/// The middle one of the distances between lines of one size.
fn usual_distance(lines: &[Line]) -> f64 {
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

/// Characters that are written without spaces between them.
fn is_japanese(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{33ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
