//! Joins characters that follow each other on one baseline into fragments of lines.

use super::glyph::Glyph;
use super::script::is_japanese;

/// A baseline that moves by less than this, as a share of the font size, stays in its line (exponents, note marks).
const RAISED: f64 = 0.62;
/// A step to the left by more than this begins a new fragment.
const BACK: f64 = 1.0;
/// A gap wider than this begins a new fragment.
const FAR: f64 = 1.6;
/// A gap in a justified line is narrower than this.
const SPREAD: f64 = 8.0;
/// A gap wider than this begins a new fragment if other lines begin at the same position, as in the columns of a table.
const COLUMN_GAP: f64 = 0.4;
/// A narrower gap is none between words.
const GAP: f64 = 0.1;
/// A line with as many gaps shows how far apart its words are.
const WORDS: usize = 4;
/// In such a line, a gap between cells is this many times as wide as one between words.
const WIDER: f64 = 1.5;
/// How exactly lines begin at the same position, in points.
pub(super) const ALIGNED: f64 = 1.5;
/// A character smaller than this share of its line may be an exponent or index.
const SMALL: f64 = 0.85;
/// An exponent is raised, an index lowered by at least this share of the font size.
const SHIFTED: f64 = 0.12;

/// The most characters of the number of a list.
const NUMBER: usize = 4;

/// Characters on one baseline, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Fragment {
    pub(super) glyphs: Vec<Glyph>,
    /// The baseline of its largest characters.
    pub(super) base: f64,
    /// The size of its largest characters.
    pub(super) size: f64,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// How a character stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Height {
    Level,
    Raised,
    Lowered,
}

impl Fragment {
    fn new(glyph: Glyph) -> Self {
        let Glyph { base, size, left, right, .. } = glyph;
        Self { glyphs: vec![glyph], base, size, left, right }
    }

    /// Whether `glyph` continues this fragment.
    fn continues_with(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let level = (glyph.base - self.base).abs() < RAISED * size;
        level && glyph.left > self.right - BACK * size && glyph.left < self.right + FAR * size
    }

    /// Adds `glyph`, unless it is printed a second time to make it bold.
    fn add(&mut self, glyph: Glyph) {
        let again = self.glyphs.last().is_some_and(|last| {
            let near = 0.1 * self.size.max(glyph.size);
            last.text == glyph.text && (last.left - glyph.left).abs() < near && (last.base - glyph.base).abs() < near
        });
        if again {
            return;
        }
        if glyph.size > self.size * 1.1 {
            (self.base, self.size) = (glyph.base, glyph.size);
        }
        self.left = self.left.min(glyph.left);
        self.right = glyph.right;
        self.glyphs.push(glyph);
    }

    /// The usual gap between the words of a line whose spaces are no characters; `None` for a line of few words.
    fn word_gap(&self) -> Option<f64> {
        let gaps = self.glyphs.windows(2).map(|pair| pair[1].left - pair[0].right);
        let mut gaps: Vec<f64> = gaps.filter(|gap| *gap > GAP * self.size).collect();
        gaps.sort_by(f64::total_cmp);
        (gaps.len() >= WORDS).then(|| gaps[gaps.len() / 2])
    }

    fn centre(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// Before which of its characters a short fragment on the same baseline fits.
    fn gap_for(&self, other: &Self) -> Option<usize> {
        let tolerance = 0.2 * self.size;
        let level = (self.base - other.base).abs() < 0.2 * self.size;
        if !level || other.glyphs.len() > NUMBER || other.left < self.left {
            return None;
        }
        let fits = |pair: &[Glyph]| pair[0].right <= other.left + tolerance && other.right <= pair[1].left + tolerance;
        self.glyphs.windows(2).position(fits).map(|at| at + 1)
    }

    /// Adds a fragment that follows in the same line.
    pub(super) fn append(&mut self, other: Self) {
        if other.size > self.size * 1.1 {
            (self.base, self.size) = (other.base, other.size);
        }
        self.right = other.right;
        self.glyphs.extend(other.glyphs);
    }

    /// Whether `other` lies on the same baseline to the right.
    pub(super) fn is_followed_on_line_by(&self, other: &Self) -> bool {
        let size = self.size.max(other.size);
        (self.base - other.base).abs() < RAISED * size && other.left > self.right - BACK * size
    }

    /// How a character stands in this fragment.
    pub(super) fn height(&self, glyph: &Glyph) -> Height {
        let small = glyph.size < SMALL * self.size;
        if small && glyph.base - self.base > SHIFTED * self.size {
            Height::Raised
        } else if small && self.base - glyph.base > SHIFTED * self.size {
            Height::Lowered
        } else {
            Height::Level
        }
    }
}

/// Joins characters into fragments, in the order in which the page draws them.
pub(super) fn of(glyphs: Vec<Glyph>) -> Vec<Fragment> {
    let mut done: Vec<Fragment> = Vec::new();
    for glyph in glyphs {
        match done.last_mut() {
            Some(fragment) if fragment.continues_with(&glyph) => fragment.add(glyph),
            _ if glyph.is_blank() => {}
            _ => done.push(Fragment::new(glyph)),
        }
    }
    split_at_columns(rejoined(with_numbers_in_place(done)))
}

/// Fragments with short ones that were drawn before the line they lie inside: some programs draw the number of a list before the
/// sign in front of it (2, then ※ and the text).
fn with_numbers_in_place(fragments: Vec<Fragment>) -> Vec<Fragment> {
    let mut out: Vec<Fragment> = Vec::with_capacity(fragments.len());
    for mut fragment in fragments {
        if let Some(at) = out.last().and_then(|before| fragment.gap_for(before))
            && let Some(number) = out.pop()
        {
            fragment.glyphs.splice(at..at, number.glyphs);
        }
        out.push(fragment);
    }
    out
}

/// Fragments parted by a wide gap in one piece, if the second is aligned with nothing else on the page: only a justified
/// line was spread that far.
fn rejoined(fragments: Vec<Fragment>) -> Vec<Fragment> {
    let starts = Positions::of(fragments.iter().map(|fragment| fragment.left));
    let centres = Positions::of(fragments.iter().map(Fragment::centre));
    let mut out: Vec<Fragment> = Vec::with_capacity(fragments.len());
    for fragment in fragments {
        match out.last_mut() {
            Some(line)
                if line.is_followed_on_line_by(&fragment)
                    && fragment.left - line.right < SPREAD * line.size.max(fragment.size)
                    && starts.count(fragment.left) < 2
                    && centres.count(fragment.centre()) < 2 =>
            {
                line.append(fragment);
            }
            _ => out.push(fragment),
        }
    }
    out
}

/// Positions on a page, in ascending order.
struct Positions(Vec<f64>);

impl Positions {
    fn of(positions: impl Iterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = positions.collect();
        sorted.sort_by(f64::total_cmp);
        Self(sorted)
    }

    /// How many there are at `x`.
    fn count(&self, x: f64) -> usize {
        let first = self.0.partition_point(|position| *position < x - ALIGNED);
        self.0.partition_point(|position| *position <= x + ALIGNED) - first
    }
}

/// Splits fragments at gaps where other fragments begin, so that no fragment reaches over two columns of a table.
fn split_at_columns(fragments: Vec<Fragment>) -> Vec<Fragment> {
    let starts = Positions::of(fragments.iter().map(|fragment| fragment.left));
    let mut out = Vec::with_capacity(fragments.len());
    for fragment in fragments {
        let mut current: Option<Fragment> = None;
        let between_words = fragment.word_gap().map_or(0.0, |gap| WIDER * gap);
        for glyph in fragment.glyphs {
            // Japanese has no gaps between words.
            let last = current.as_ref().and_then(|line| line.glyphs.last());
            let words = ![last, Some(&glyph)].into_iter().flatten().any(|glyph| glyph.first().is_some_and(is_japanese));
            let between_words = if words { between_words } else { 0.0 };
            match &mut current {
                Some(line)
                    if !(glyph.left - line.right > (COLUMN_GAP * line.size.max(glyph.size)).max(between_words)
                        && starts.count(glyph.left) > 1) =>
                {
                    line.add(glyph);
                }
                _ => {
                    out.extend(current.take());
                    current = Some(Fragment::new(glyph));
                }
            }
        }
        out.extend(current);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_drawn_before_the_sign_in_front_of_it_is_put_behind_the_sign() {
        let glyph = |left: f64, width: f64, text: &str| Glyph::upright(left, 700.0, width, 11.0, text);
        let drawn =
            vec![glyph(101.0, 6.0, "2"), glyph(90.0, 11.0, "※"), glyph(111.0, 11.0, "選"), glyph(122.0, 11.0, "択")];
        let text: Vec<String> =
            of(drawn).iter().flat_map(|fragment| &fragment.glyphs).map(|glyph| glyph.text.clone()).collect();
        assert_eq!(text.concat(), "※2選択");
    }
}
