//! Finds the sequence of beads (groups of sentences that translate each other) with the lowest total cost.

use super::Bead;
use super::band::Band;
use super::confidence::confidence;
use super::text_pair::{Scratch, TextPair};

/// Shapes of beads: number of Japanese and English sentences, and the cost of the shape (the negative logarithm of its
/// frequency).
const SHAPES: [(usize, usize, f32); 10] = [
    (1, 1, 0.12),
    (1, 0, SKIP),
    (0, 1, SKIP),
    (1, 2, 3.1),
    (2, 1, 3.1),
    (2, 2, 5.5),
    (1, 3, 5.0),
    (3, 1, 5.0),
    (2, 3, 6.0),
    (3, 2, 6.0),
];

/// The cost of a sentence without a partner.
const SKIP: f32 = 4.0;
/// The weight of words in common.
const WORDS: f32 = 20.0;
/// A smaller share of words in common counts against a bead.
const EXPECTED: f32 = 0.3;
/// A sentence joined to another should have at least this share of its words on the other side.
const BUSY: f32 = 0.2;
/// The cost if it has not.
const IDLE: f32 = 20.0;
/// The weight of length.
const LENGTH: f32 = 0.7;

/// A position in both texts: the lowest cost to reach it, and the shape of the last bead.
#[derive(Debug, Clone, Copy)]
struct PathNode {
    cost: f32,
    shape: u8,
}

/// The beads with the lowest total cost.
pub(super) fn best(texts: &TextPair, band: &Band) -> Vec<Bead> {
    let (ja, en) = texts.size();
    let mut scratch = Scratch::default();
    let mut rows: Vec<(usize, Vec<PathNode>)> = Vec::with_capacity(ja + 1);
    for row in 0..=ja {
        let range = band.row(row);
        let mut places: Vec<PathNode> = Vec::with_capacity(range.end() + 1 - range.start());
        let first = *range.start();
        for column in range {
            let mut here = PathNode { cost: if row + column == 0 { 0.0 } else { f32::INFINITY }, shape: u8::MAX };
            for (shape, &(down, along, own)) in (0..).zip(&SHAPES) {
                let (Some(from), Some(left)) = (row.checked_sub(down), column.checked_sub(along)) else { continue };
                let before = match rows.get(from) {
                    Some((start, places)) => left.checked_sub(*start).and_then(|at| places.get(at)),
                    None => left.checked_sub(first).and_then(|at| places.get(at)),
                };
                let Some(before) = before.filter(|place| place.cost.is_finite()) else { continue };
                let mut cost = before.cost + own;
                if down > 0 && along > 0 {
                    // A bead cannot cost less than with all its words found.
                    if cost - WORDS * (1.0 - EXPECTED) >= here.cost {
                        continue;
                    }
                    cost += LENGTH * texts.length(from..row, left..column);
                    let common = texts.overlap(from..row, left..column, &mut scratch);
                    cost += WORDS * (EXPECTED - common.share);
                    if down + along > 2 {
                        cost += IDLE * (BUSY - common.least).max(0.0);
                    }
                }
                if cost < here.cost {
                    here = PathNode { cost, shape };
                }
            }
            places.push(here);
        }
        rows.push((first, places));
    }
    let (mut row, mut column) = (ja, en);
    let mut beads = Vec::new();
    while row + column > 0 {
        let place = rows.get(row).and_then(|(start, places)| places.get(column.checked_sub(*start)?));
        let Some(&(down, along, _)) = place.and_then(|place| SHAPES.get(usize::from(place.shape))) else { break };
        let (from, left) = (row - down, column - along);
        let lexical = texts.overlap(from..row, left..column, &mut scratch).share;
        let pair = down > 0 && along > 0;
        let length = texts.length(from..row, left..column);
        beads.push(Bead {
            ja: from..row,
            en: left..column,
            confidence: if pair { confidence(lexical, length) } else { 0.0 },
            lexical: f64::from(lexical),
        });
        (row, column) = (from, left);
    }
    beads.reverse();
    beads
}
