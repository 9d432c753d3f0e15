//! The sign that two entries show in the running text: the aligned sentences that mention one mention the other.

use super::{GlossaryEntry, SentencePair};
use crate::model::Sign;
use crate::text::normal::normal;
use crate::text::word_pairs::stem;

/// The least share of the sentences that mention either entry and mention both.
const SHARE: f64 = 0.5;
/// Combinations of a name and a sentence that are looked at.
const MOST: usize = 1_000_000;
/// The shortest Japanese name that is looked for, in characters.
const SHORTEST: usize = 2;

/// The sentences that mention each entry, by their indices in rising order.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    ja: Vec<Vec<usize>>,
    en: Vec<Vec<usize>>,
    confidences: Vec<f64>,
}

impl Mentions {
    pub(super) fn of(ja: &[GlossaryEntry<'_>], en: &[GlossaryEntry<'_>], sentences: &[SentencePair<'_>]) -> Self {
        if (ja.len() + en.len()).saturating_mul(sentences.len()) > MOST {
            return Self::default();
        }
        let japanese = |text: &str| normal(text).to_lowercase();
        let ja_names: Vec<String> = ja
            .iter()
            .map(|entry| japanese(head(entry)))
            .map(|name| if name.chars().count() < SHORTEST { String::new() } else { name })
            .collect();
        let en_names: Vec<String> = en.iter().map(|entry| stems(head(entry))).collect();
        Self {
            ja: places(&ja_names, &sentences.iter().map(|pair| japanese(pair.ja)).collect::<Vec<_>>()),
            en: places(&en_names, &sentences.iter().map(|pair| stems(pair.en)).collect::<Vec<_>>()),
            confidences: sentences.iter().map(|pair| pair.confidence).collect(),
        }
    }

    /// The sign of two entries: how much their sentences agree, and the less the fewer there are.
    pub(super) fn sign(&self, ja: usize, en: usize) -> Option<Sign> {
        let (ja, en) = (self.ja.get(ja)?, self.en.get(en)?);
        let both: Vec<f64> = ja
            .iter()
            .filter(|place| en.binary_search(place).is_ok())
            .filter_map(|place| self.confidences.get(*place).copied())
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "numbers of sentences")]
        let share = 2.0 * both.len() as f64 / (ja.len() + en.len()).max(1) as f64;
        let doubt: f64 = both.iter().map(|confidence| 1.0 - confidence / 2.0).product();
        (share >= SHARE).then(|| Sign::new("sentences", share * (1.0 - doubt)))
    }
}

fn head<'a>(entry: &GlossaryEntry<'a>) -> &'a str {
    entry.names.first().copied().unwrap_or_default()
}

/// The sentences in which each name stands by itself and not as a part of a longer one.
fn places(names: &[String], sentences: &[String]) -> Vec<Vec<usize>> {
    let mut by_length: Vec<usize> = (0..names.len()).filter(|at| !names[*at].trim().is_empty()).collect();
    by_length.sort_by_key(|at| std::cmp::Reverse(names[*at].len()));
    let mut places = vec![Vec::new(); names.len()];
    for (place, sentence) in sentences.iter().enumerate() {
        let mut rest = sentence.clone();
        for &at in &by_length {
            if rest.contains(&names[at]) {
                places[at].push(place);
                // Two entries of one name both stay without.
                rest = rest.replace(&names[at], "\u{fffc} ");
            }
        }
    }
    places
}

/// The stems of the words of an English text, each between spaces.
fn stems(text: &str) -> String {
    let mut stems = String::from(" ");
    for word in normal(text).to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        stems.push_str(&stem(word));
        stems.push(' ');
    }
    stems
}
