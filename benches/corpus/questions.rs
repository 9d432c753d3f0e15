//! Makes queries for every corpus made from the same pairs: texts with a known share of edits, and texts unlike any pair.
//!
//! They do not depend on the number of pairs, and are shuffled, so that the first few are a fair sample.

use rustc_hash::FxHashMap;
use taiyaku::text::chars::Class;
use taiyaku::text::edit_distance::Pattern;

use super::pieces::{Piece, Pool, join, pieces, recombined};
use super::random::Random;
use super::scale::{Base, Pair};

/// A text to find similar segments for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    /// `edited10`, `edited20`, `edited30`, `edited40` or `none`.
    pub(crate) kind: String,
    /// The line of the corpus it was made from, counted from 0.
    pub(crate) line: Option<usize>,
    pub(crate) text: String,
}

/// The shares that are edited, in percent, and how many questions there are for each.
const EDITED: [usize; 4] = [10, 20, 30, 40];
const OF_EACH: usize = 250;
/// How many questions nothing answers.
const NONE: usize = 200;
/// Questions are edited from the first lines, which every corpus worth measuring holds.
const FIRST_LINES: usize = 20_000;
/// From here on a text is no longer unlike all others.
const ALIKE: f64 = 0.7;

/// The questions in one language; `min` is the least number of characters.
pub(crate) fn questions(
    base: &Base,
    seed: u64,
    name: &str,
    pool: &Pool,
    min: usize,
    side: fn(&Pair) -> &str,
) -> Vec<Question> {
    let mut random = Random::new(seed, name);
    let first = &base.pairs[..base.pairs.len().min(FIRST_LINES)];
    let long: Vec<usize> = (0..first.len()).filter(|line| side(&first[*line]).chars().count() >= min).collect();
    let mut made = Vec::new();
    for percent in EDITED {
        for _ in 0..if long.is_empty() { 0 } else { OF_EACH } {
            let line = *random.of(&long);
            let text = edited(side(&first[line]), percent as f64 / 100.0, pool, &mut random);
            made.push(Question { kind: format!("edited{percent}"), line: Some(line), text });
        }
    }
    let known: Vec<Vec<char>> = base.pairs.iter().map(|pair| side(pair).chars().collect()).collect();
    let from: Vec<&str> = base.kept_back.iter().map(side).collect();
    let mut tries = 0;
    while made.len() < EDITED.len() * OF_EACH + NONE && tries < 20 * NONE && !from.is_empty() {
        // The more have failed, the less is left of the texts.
        tries += 1;
        let share = 0.5 + 0.5 * (tries as f64 / (20 * NONE) as f64);
        let mut pieces = recombined(from[random.below(from.len())], from[random.below(from.len())], &mut random);
        pool.replace(&mut pieces, share, &mut random);
        let text = join(&pieces).trim().to_owned();
        let chars: Vec<char> = text.chars().collect();
        if chars.len() >= min && !is_alike(&chars, &known) {
            made.push(Question { kind: "none".to_owned(), line: None, text });
        }
    }
    random.shuffle(&mut made);
    made
}

/// The text with words replaced, left out, added and swapped, until about this share of its characters is edited.
fn edited(text: &str, share: f64, pool: &Pool, random: &mut Random) -> String {
    let original: Vec<char> = text.chars().collect();
    let mut kept = pieces(text);
    for _ in 0..200 {
        let mut tried = kept.clone();
        edit(&mut tried, pool, random);
        let chars: Vec<char> = join(&tried).trim().chars().collect();
        let apart = strsim::generic_levenshtein(&original, &chars) as f64;
        let apart = apart / original.len().max(chars.len()) as f64;
        if apart > share + 0.02 {
            continue;
        }
        kept = tried;
        if apart >= share - 0.03 {
            break;
        }
    }
    join(&kept).trim().to_owned()
}

/// One change such as translators meet: mostly another word or number, now and then one more, one less, or an exchange.
fn edit(pieces: &mut Vec<Piece>, pool: &Pool, random: &mut Random) {
    let at = random.below(pieces.len());
    match random.below(10) {
        0..=5 => pool.replace(&mut pieces[at..=at], 1.0, random),
        6 | 7 if pieces.len() > 2 => drop(pieces.remove(at)),
        8 => {
            let class = *random.of(&[Class::Latin, Class::Hiragana, Class::Katakana, Class::Kanji]);
            if let Some(word) = pool.word(class, random) {
                pieces.insert(at, Piece { class, text: word.to_owned() });
            }
        }
        _ if at + 1 < pieces.len() => pieces.swap(at, at + 1),
        _ => {}
    }
}

/// Whether a text shares so many characters with another that they may be called similar.
fn is_alike(text: &[char], known: &[Vec<char>]) -> bool {
    let mut pattern = Pattern::default();
    pattern.clear(text.len());
    let mut rows: FxHashMap<char, usize> = FxHashMap::default();
    for (place, c) in text.iter().enumerate() {
        let row = *rows.entry(*c).or_insert_with(|| pattern.add_row());
        pattern.mark(row, place);
    }
    known.iter().any(|known| {
        let most = (text.len().max(known.len()) as f64 * (1.0 - ALIKE)) as usize;
        pattern.distance(known, most, |c| rows.get(&c).copied().unwrap_or_default()).is_some()
    })
}
