//! Restricts the alignment of long texts to a band around anchors.

use std::ops::RangeInclusive;

use super::text_pair::TextPair;

/// For each number of Japanese sentences, the range of English sentences with which they may end together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Band {
    rows: Vec<RangeInclusive<usize>>,
}

/// Texts with fewer cells than this (Japanese times English sentences) are compared completely.
const SMALL: usize = 250_000;
/// Number of sentences examined on either side of the line between two anchors.
const AROUND: usize = 15;
/// Maximum number of sentences on either side of the straight line between two anchors.
const WIDEST: usize = 120;

impl Band {
    /// The range of English sentences of a row.
    pub(super) fn row(&self, ja: usize) -> RangeInclusive<usize> {
        self.rows.get(ja).cloned().unwrap_or(0..=0)
    }
}

/// Everything for two short texts, or a band around the surest anchors of long ones.
pub(super) fn around(texts: &TextPair) -> Band {
    let (ja, en) = texts.size();
    if (ja + 1) * (en + 1) <= SMALL {
        return Band { rows: vec![0..=en; ja + 1] };
    }
    let mut anchors = rising(&texts.anchors());
    anchors.insert(0, (0, 0));
    anchors.push((ja, en));
    let mut rows: Vec<(usize, usize)> = Vec::with_capacity(ja + 1);
    for pair in anchors.windows(2) {
        let &[(ja_from, en_from), (ja_to, en_to)] = pair else { continue };
        for row in ja_from..=ja_to {
            let straight = en_from + (row - ja_from) * (en_to - en_from) / (ja_to - ja_from).max(1);
            let low = en_from.saturating_sub(AROUND).max(straight.saturating_sub(WIDEST));
            let high = (en_to + AROUND).min(straight + WIDEST).min(en);
            match rows.get_mut(row) {
                Some(known) => *known = (known.0.min(low), known.1.max(high)),
                None => rows.push((low, high)),
            }
        }
    }
    // Both borders never fall, so that there is always a path.
    let mut high = 0;
    for row in &mut rows {
        high = high.max(row.1);
        row.1 = high;
    }
    let mut low = en;
    for row in rows.iter_mut().rev() {
        low = low.min(row.0);
        row.0 = low;
    }
    if let Some(last) = rows.last_mut() {
        last.1 = en;
    }
    Band { rows: rows.into_iter().map(|(low, high)| low..=high).collect() }
}

/// The heaviest sequence of anchors that is ascending in both texts.
fn rising(anchors: &[(usize, usize, f32)]) -> Vec<(usize, usize)> {
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(anchors.len());
    for (at, &(ja, en, weight)) in anchors.iter().enumerate() {
        let before = anchors[..at].iter().zip(&best).enumerate();
        let before = before.filter(|(_, ((other_ja, other_en, _), _))| *other_ja < ja && *other_en < en);
        let before = before.max_by(|one, other| one.1.1.0.total_cmp(&other.1.1.0));
        best.push(before.map_or((weight, None), |(index, (_, (sum, _)))| (sum + weight, Some(index))));
    }
    let last = best.iter().enumerate().max_by(|one, other| one.1.0.total_cmp(&other.1.0)).map(|(at, _)| at);
    let mut chain: Vec<(usize, usize)> =
        std::iter::successors(last, |&at| best[at].1).map(|at| (anchors[at].0, anchors[at].1)).collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_rising_chain_of_anchors_is_kept() {
        let anchors = [(0, 1, 2.0), (1, 9, 1.0), (2, 3, 2.0), (3, 2, 1.0), (5, 6, 1.0)];
        assert_eq!(rising(&anchors), [(0, 1), (2, 3), (5, 6)]);
        assert!(rising(&[]).is_empty());
    }
}
