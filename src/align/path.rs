//! Two texts ready to be weighed in, the cheapest way through both, bead by bead, out.

use super::Bead;
use super::band::Band;
use super::confidence::confidence;
use super::matching::{Matching, Scratch};

/// Shapes of beads: Japanese sentences, English sentences, and what each costs by itself (the negative logarithm of how
/// often it is seen).
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

/// What a sentence without a partner costs.
const SKIP: f32 = 4.0;
/// What words in common are worth.
const WORDS: f32 = 20.0;
/// Words in common below this count against a bead.
const EXPECTED: f32 = 0.3;
/// A sentence joined to another is to have this share of its words on the other side, and what it costs where it has not.
const BUSY: f32 = 0.2;
/// What that is worth.
const IDLE: f32 = 20.0;
/// What length is worth.
const LENGTH: f32 = 0.7;

/// A place in both texts: the cheapest way to it, and the shape of the bead that ends it.
#[derive(Debug, Clone, Copy)]
struct Place {
    cost: f32,
    shape: u8,
}

/// The cheapest beads.
pub(super) fn best(matching: &Matching, band: &Band) -> Vec<Bead> {
    let (ja, en) = matching.size();
    let mut scratch = Scratch::default();
    let mut rows: Vec<(usize, Vec<Place>)> = Vec::with_capacity(ja + 1);
    for row in 0..=ja {
        let range = band.row(row);
        let mut places: Vec<Place> = Vec::with_capacity(range.end() + 1 - range.start());
        let first = *range.start();
        for column in range {
            let mut here = Place { cost: if row + column == 0 { 0.0 } else { f32::INFINITY }, shape: u8::MAX };
            for (shape, &(down, along, own)) in (0..).zip(&SHAPES) {
                let (Some(from), Some(left)) = (row.checked_sub(down), column.checked_sub(along)) else { continue };
                let before = match rows.get(from) {
                    Some((start, places)) => left.checked_sub(*start).and_then(|at| places.get(at)),
                    None => left.checked_sub(first).and_then(|at| places.get(at)),
                };
                let Some(before) = before.filter(|place| place.cost.is_finite()) else { continue };
                let mut cost = before.cost + own;
                if down > 0 && along > 0 {
                    // Nothing makes a bead cheaper than all its words found.
                    if cost - WORDS * (1.0 - EXPECTED) >= here.cost {
                        continue;
                    }
                    cost += LENGTH * matching.length(from..row, left..column);
                    let common = matching.common(from..row, left..column, &mut scratch);
                    cost += WORDS * (EXPECTED - common.share);
                    if down + along > 2 {
                        cost += IDLE * (BUSY - common.least).max(0.0);
                    }
                }
                if cost < here.cost {
                    here = Place { cost, shape };
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
        let lexical = matching.common(from..row, left..column, &mut scratch).share;
        let pair = down > 0 && along > 0;
        let length = matching.length(from..row, left..column);
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
