//! Reads the words with positions that `pdftotext -bbox` writes as XHTML.
//!
//! A word has a box but no font size and no positions of its characters. Full-width characters are as wide as their font
//! size, and characters share the width of their word by that of their kind.

use super::page::{ASCENT, Glyph};

/// The height of a box in font sizes, where no full-width character tells.
const HEIGHT: f64 = 1.2;
/// Boxes of some fonts are much higher than their characters.
const HIGH: f64 = 1.6;
/// A box this many times as wide as its characters holds turned ones.
const SQUAT: f64 = 2.5;
/// The baseline lies this share of the box's height above its lower edge.
const DESCENT: f64 = 0.2;

/// A word and its box; heights grow downwards.
struct Word {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

/// Gives the characters of one page after the other.
pub(super) fn pages(output: &str, mut visit: impl FnMut(Vec<Glyph>)) {
    let mut page: Option<Vec<Word>> = None;
    for line in output.lines() {
        let line = line.trim_start();
        if line.starts_with("<page ") {
            page = Some(Vec::new());
        } else if line.starts_with("</page>") {
            visit(glyphs(&page.take().unwrap_or_default()));
        } else if let (Some(rest), Some(words)) = (line.strip_prefix("<word "), &mut page)
            && let Some((attributes, rest)) = rest.split_once('>')
        {
            words.extend(word(attributes, unescaped(rest.strip_suffix("</word>").unwrap_or(rest))));
        }
    }
}

/// The characters of a page.
fn glyphs(words: &[Word]) -> Vec<Glyph> {
    let heights = Heights::of(words);
    let mut out = Vec::new();
    for word in words {
        word.add_to(&mut out, &heights);
    }
    out
}

/// How high the boxes of a page are in font sizes, by the words whose full-width characters tell their size.
struct Heights {
    /// Heights and their shares, in ascending order.
    known: Vec<(f64, f64)>,
    /// The median share.
    usual: f64,
}

impl Heights {
    fn of(words: &[Word]) -> Self {
        let mut known: Vec<(f64, f64)> = words
            .iter()
            .filter(|word| word.text.chars().all(is_wide))
            .map(|word| (word.height(), word.height() * word.shares() / word.width().max(0.1)))
            .filter(|(_, share)| (0.8..3.5).contains(share))
            .collect();
        let mut shares: Vec<f64> = known.iter().map(|(_, share)| *share).collect();
        shares.sort_by(f64::total_cmp);
        known.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self { known, usual: shares.get(shares.len() / 2).copied().unwrap_or(HEIGHT) }
    }

    /// The font size of a word by the height of its box.
    fn size(&self, height: f64) -> f64 {
        let at = self.known.partition_point(|(known, _)| *known < height * 0.97);
        let alike = self.known.get(at).filter(|(known, _)| *known < height * 1.03).map(|(_, share)| *share);
        height / alike.unwrap_or(if self.usual > HIGH { self.usual } else { HEIGHT })
    }
}

/// The word with these attributes and this text.
fn word(attributes: &str, text: String) -> Option<Word> {
    let value = |name: &str| -> Option<f64> {
        let (_, rest) = attributes.split_once(name)?;
        let value: f64 = rest.strip_prefix("=\"")?.split('"').next()?.parse().ok()?;
        value.is_finite().then_some(value)
    };
    Some(Word { left: value("xMin")?, top: value("yMin")?, right: value("xMax")?, bottom: value("yMax")?, text })
}

/// Text with its entities resolved.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

/// The width of a character, in font sizes.
pub(super) fn share(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' => 0.3,
        'm' | 'w' | 'M' | 'W' => 0.85,
        '\0'..='\u{2fff}' | '\u{ff61}'..='\u{ffdc}' if !matches!(c, '\u{2010}'..='\u{27bf}' | '\u{2e80}'..) => 0.52,
        _ => 1.0,
    }
}

/// Whether a character is as wide as its font size.
fn is_wide(c: char) -> bool {
    share(c) >= 1.0
}

impl Word {
    fn width(&self) -> f64 {
        self.right - self.left
    }

    fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The width of its characters, in font sizes.
    fn shares(&self) -> f64 {
        self.text.chars().map(share).sum()
    }

    /// Whether its line runs downwards, where `size` is the font size if it does not: the box is too narrow for that, and
    /// as high as the word is long.
    fn is_turned(&self, size: f64) -> bool {
        let wide = self.text.chars().any(is_wide);
        let length = self.shares() * self.width() / if wide { 1.0 } else { HEIGHT };
        self.width() < 0.6 * self.shares() * size && (0.6..1.7).contains(&(self.height() / length.max(0.1)))
    }

    /// Adds its characters.
    fn add_to(&self, page: &mut Vec<Glyph>, heights: &Heights) {
        let (width, height, shares) = (self.width(), self.height(), self.shares());
        let (top, bottom) = (-self.top, -self.bottom);
        if shares <= 0.0 {
            return;
        }
        let size = heights.size(height);
        let several = self.text.chars().nth(1).is_some();
        if several && self.is_turned(size) {
            // A line that runs downwards.
            let mut at = top;
            for c in self.text.chars() {
                let length = height * share(c) / shares;
                let size = if is_wide(c) { width.min(length) } else { width / HEIGHT };
                page.push(Glyph::turned(self.right - ASCENT * size, at, length, size, &c.to_string()));
                at -= length;
            }
        } else if width > SQUAT * shares * height / HEIGHT && !self.text.chars().any(is_wide) {
            // Turned letters of some fonts: the box is as high as they are wide, and far wider than they are high.
            let mut at = top;
            for c in self.text.chars() {
                let length = height * share(c) / shares;
                page.push(Glyph::turned(self.right - ASCENT * width, at, length, width, &c.to_string()));
                at -= length;
            }
        } else {
            let size = if self.text.chars().all(is_wide) { (width / shares).min(height) } else { size };
            let (base, middle) = (bottom + DESCENT * height, f64::midpoint(top, bottom));
            let mut left = self.left;
            for c in self.text.chars() {
                let length = width * share(c) / shares;
                let glyph = Glyph::upright(left, base, length, size, &c.to_string());
                page.push(Glyph { top: middle + size / 2.0, bottom: middle - size / 2.0, ..glyph });
                left += length;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The characters of a page with these words.
    fn read(words: &[(f64, f64, f64, f64, &str)]) -> Vec<Glyph> {
        let lines: String = words
            .iter()
            .map(|(left, top, right, bottom, text)| {
                format!("    <word xMin=\"{left}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{bottom}\">{text}</word>\n")
            })
            .collect();
        let mut glyphs = Vec::new();
        pages(&format!("<doc>\n  <page width=\"595\" height=\"841\">\n{lines}  </page>\n</doc>"), |page| {
            glyphs.extend(page);
        });
        glyphs
    }

    #[test]
    fn words_become_characters_with_sizes() {
        let glyphs = read(&[
            (50.0, 100.0, 80.0, 126.0, "耳石膜"),
            (80.0, 100.0, 90.0, 126.0, "*1"),
            (90.0, 100.0, 95.0, 126.0, "&lt;"),
        ]);
        let text: Vec<&str> = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(text, ["耳", "石", "膜", "*", "1", "<"]);
        assert!(glyphs.iter().all(|glyph| (glyph.size - 10.0).abs() < 0.5), "{glyphs:?}");
        assert!((glyphs[1].left - 60.0).abs() < 0.01 && (glyphs[0].base - glyphs[3].base).abs() < 0.01);
    }

    #[test]
    fn words_of_vertical_lines_run_downwards() {
        let glyphs = read(&[(500.0, 100.0, 510.0, 140.0, "縦に書く"), (498.0, 140.0, 512.0, 180.0, "vertical")]);
        assert!(glyphs.windows(2).all(|pair| pair[1].top <= pair[0].bottom + 0.01), "{glyphs:?}");
        assert!(read(&[]).is_empty() && read(&[(f64::NAN, 0.0, 1.0, 1.0, "甲")]).is_empty());
    }
}
