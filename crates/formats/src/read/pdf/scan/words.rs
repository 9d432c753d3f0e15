//! Reads the table of words (TSV) that `tesseract` writes for an image of a page.
//!
//! Words of Japanese are pieces of one to three characters. Their boxes end where the ink ends, so the gap behind 。 or beside a narrow
//! kana is no space: within a line, pieces are taken to touch unless they are clearly apart.

use crate::read::pdf::page::{Glyph, is_japanese};
use crate::read::pdf::words::share;

/// Points per pixel of an A4 page.
const SCALE: f64 = 72.0 / 300.0;

/// The height of the ink of a line, in font sizes.
const INK: f64 = 0.93;

/// Japanese pieces closer than this, in font sizes, touch: the ink of narrow kana leaves much of their width free.
const JAPANESE_GAP: f64 = 1.2;

/// A Japanese and another piece closer than this touch.
const MIXED_GAP: f64 = 0.45;

/// A line this many times as high as it is wide runs downwards.
const UPRIGHT: f64 = 2.0;

/// A word as it was recognised, with its box in pixels; heights grow downwards.
struct Word {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    confidence: f64,
    text: String,
}

/// Words on one line, and the box around them.
struct TextLine {
    width: f64,
    height: f64,
    words: Vec<Word>,
}

/// What was recognised in an image.
pub(super) struct Recognition {
    lines: Vec<TextLine>,
}

impl Recognition {
    /// Reads the table; rows that are not as expected are left out.
    pub(super) fn of(table: &str) -> Self {
        let mut lines: Vec<TextLine> = Vec::new();
        for row in table.lines() {
            let cells: Vec<&str> = row.splitn(12, '\t').collect();
            let [level, _, _, _, _, _, left, top, width, height, confidence, text] = cells[..] else { continue };
            let number = |cell: &str| cell.parse::<f64>().ok().filter(|number| number.is_finite());
            let (Some(left), Some(top), Some(width), Some(height), Some(confidence)) =
                (number(left), number(top), number(width), number(height), number(confidence))
            else {
                continue;
            };
            match (level, lines.last_mut()) {
                ("4", _) => lines.push(TextLine { width, height, words: Vec::new() }),
                ("5", Some(line)) if !text.trim().is_empty() => {
                    let text = text.trim().to_owned();
                    line.words.push(Word { left, top, width, height, confidence, text });
                }
                _ => {}
            }
        }
        lines.retain(|line| !line.words.is_empty());
        Self { lines }
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.lines.iter().flat_map(|line| &line.words)
    }

    fn characters(&self) -> impl Iterator<Item = char> {
        self.words().flat_map(|word| word.text.chars())
    }

    /// The mean confidence of its characters, in percent.
    pub(super) fn confidence(&self) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for word in self.words() {
            let weight: f64 = word.text.chars().map(|_| 1.0).sum();
            (sum, count) = (sum + word.confidence * weight, count + weight);
        }
        if count > 0.0 { sum / count } else { 0.0 }
    }

    /// How good it is compared with another recognition of the same page.
    pub(super) fn score(&self) -> f64 {
        let count: f64 = self.characters().map(|_| 1.0).sum();
        // A page read in the wrong direction has about as many characters, with less confidence.
        self.confidence() + count.max(1.0).ln()
    }

    /// Whether most of it is written in Latin letters.
    pub(super) fn is_latin(&self) -> bool {
        let letters = || self.characters().filter(|c| c.is_alphabetic());
        letters().filter(|c| !is_japanese(*c)).count() * 10 > letters().count() * 7
    }

    /// Its characters with their positions on the page.
    pub(super) fn glyphs(&self) -> Vec<Glyph> {
        let usual = self.usual_size();
        let mut out = Vec::new();
        for line in &self.lines {
            if line.is_vertical() {
                line.add_downwards(&mut out);
            } else {
                line.add_across(usual, &mut out);
            }
        }
        out
    }

    /// The median size of lines that run across, in pixels.
    fn usual_size(&self) -> f64 {
        let mut heights: Vec<f64> =
            self.lines.iter().filter(|line| !line.is_vertical()).map(|line| line.height / INK).collect();
        heights.sort_by(f64::total_cmp);
        heights.get(heights.len() / 2).copied().unwrap_or(1.0).max(1.0)
    }
}

impl TextLine {
    fn is_vertical(&self) -> bool {
        let count: usize = self.words.iter().map(|word| word.text.chars().count()).sum();
        count > 1 && self.height > UPRIGHT * self.width
    }

    /// Adds the characters of a line that runs from left to right.
    fn add_across(&self, usual: f64, out: &mut Vec<Glyph>) {
        // A line of a table is as high as its cells are apart; the size is then that of the page.
        let own = self.height / INK;
        let size = if (0.75..1.35).contains(&(own / usual)) { usual } else { own.min(self.highest() / INK) };
        let mut base = None;
        for (at, word) in self.words.iter().enumerate() {
            let next = self.words.get(at + 1);
            let end = next.map_or(word.right(), |next| if word.touches(next, size) { next.left } else { word.right() });
            // The ink of 。 or ー does not tell where the line is.
            let centre = (word.height > 0.6 * size && word.height < 1.25 * size)
                .then(|| word.top + word.height / 2.0)
                .or(base)
                .unwrap_or(word.top + word.height / 2.0);
            base = Some(centre);
            let shares: f64 = word.text.chars().map(share).sum();
            let mut left = word.left;
            for c in word.text.chars() {
                let width = (end - word.left).max(1.0) * share(c) / shares;
                let foot = -(centre + 0.38 * size);
                out.push(Glyph::upright(left * SCALE, foot * SCALE, width * SCALE, size * SCALE, &c.to_string()));
                left += width;
            }
        }
    }

    fn highest(&self) -> f64 {
        self.words.iter().map(|word| word.height).fold(0.0, f64::max)
    }

    /// Adds the characters of a line that runs downwards, where all have the same height: boxes of words are less exact than that.
    fn add_downwards(&self, out: &mut Vec<Glyph>) {
        let left = self.words.iter().map(|word| word.left).fold(f64::INFINITY, f64::min);
        let size = self.width / INK;
        let mut start = 0;
        for end in 1..=self.words.len() {
            let (last, next) = (&self.words[end - 1], self.words.get(end));
            if next.is_some_and(|next| next.top - last.bottom() < JAPANESE_GAP * size) {
                continue;
            }
            let run = &self.words[start..end];
            start = end;
            let top = run.first().map_or(0.0, |word| word.top);
            let bottom = run.iter().map(Word::bottom).fold(top, f64::max);
            let characters = || run.iter().flat_map(|word| word.text.chars());
            let step = (bottom - top) / characters().map(|_| 1.0).sum::<f64>().max(1.0);
            for (above, c) in std::iter::successors(Some(top), |above| Some(above + step)).zip(characters()) {
                let foot = -(above + 0.88 * size);
                let glyph = Glyph::upright(left * SCALE, foot * SCALE, size * SCALE, size * SCALE, &c.to_string());
                out.push(Glyph { top: -above * SCALE, bottom: -(above + step) * SCALE, ..glyph });
            }
        }
    }
}

impl Word {
    fn right(&self) -> f64 {
        self.left + self.width
    }

    fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Whether no space is between two pieces of a line.
    fn touches(&self, next: &Self, size: f64) -> bool {
        let last = self.text.chars().next_back().is_some_and(is_japanese);
        let first = next.text.chars().next().is_some_and(is_japanese);
        let gap = next.left - self.right();
        match (last, first) {
            (false, false) => false,
            (true, true) => gap < JAPANESE_GAP * size,
            _ => gap < MIXED_GAP * size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table with one line of words: left edge, width, text.
    fn table(words: &[(u32, u32, &str)]) -> String {
        let mut out = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
                       4\t1\t1\t1\t1\t0\t100\t100\t900\t41\t-1\t\n"
            .to_owned();
        for (left, width, text) in words {
            out.push_str(&format!("5\t1\t1\t1\t1\t1\t{left}\t100\t{width}\t41\t90.5\t{text}\n"));
        }
        out
    }

    #[test]
    fn pieces_of_japanese_touch_and_words_of_latin_do_not() {
        let read = Recognition::of(&table(&[(100, 84, "細胞"), (190, 20, "。"), (240, 60, "heat"), (312, 60, "flux")]));
        let glyphs = read.glyphs();
        let text: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(text, "細胞。heatflux");
        let gaps: Vec<bool> = glyphs.windows(2).map(|pair| pair[1].left - pair[0].right > 0.5).collect();
        assert_eq!(gaps.iter().filter(|gap| **gap).count(), 2, "{gaps:?}");
        assert!((read.confidence() - 90.5).abs() < 0.01);
        assert!(read.is_latin() && !Recognition::of(&table(&[(100, 84, "細胞"), (240, 60, "DNA")])).is_latin());
    }

    #[test]
    fn a_table_that_is_none_holds_nothing() {
        for table in ["", "5\t1\n", "4\tx\n5\t1\t1\t1\t1\t1\tNaN\t1\t1\t1\t1\t字"] {
            assert!(Recognition::of(table).glyphs().is_empty(), "{table}");
        }
    }
}
