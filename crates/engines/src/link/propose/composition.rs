//! How well a Japanese term and a run of English words explain each other.
//!
//! The term is split into parts with known English, katakana that sounds like a word, and letters that are the same in both
//! languages; each English word is used once. The score is the harmonic mean of the share of the term's characters and the
//! share of the run's words that are explained. It is reliable only over a closed set of runs: the document's own English.

use super::knowledge::{Knowledge, is_border};
use super::tokens::{Token, stem};
use crate::model::Lang;
use crate::text::chars::{Class, class};
use crate::text::key::Key;
use crate::text::normal::normal;
use crate::text::sound::{similarity, sounds_like};

/// If a smaller share of the term is explained, it may have a narrower meaning: 島皮質 is not just any cortex.
const EXPLAINED: f64 = 0.85;
/// Similarity from which a whole term counts as the sound of a word; a part of a term needs less, because other words must fit as well.
const WHOLE: f64 = 0.90;
/// The longest run, in words.
const WORDS: usize = 16;

/// The parts of a term, found once for all runs.
#[derive(Debug)]
pub(super) struct TermParts {
    /// Number of content characters.
    content: usize,
    parts: Vec<TermPart>,
    length: usize,
}

/// A part of a term and its possible English.
#[derive(Debug)]
struct TermPart {
    from: usize,
    to: usize,
    /// Number of content characters.
    content: usize,
    text: String,
    /// Whether it is the whole term.
    is_whole: bool,
    /// Its known English names, as stems.
    names: Vec<Vec<String>>,
    way: Explanation,
}

/// How a part is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Explanation {
    /// Its English is known.
    Dictionary,
    /// It sounds like the word.
    Sound,
    /// It has the same letters as the word.
    Identity,
}

impl Explanation {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Dictionary => "parts_known",
            Self::Sound => "parts_sound_alike",
            Self::Identity => "parts_identical",
        }
    }
}

/// How well a term and a run of words agree.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Composition {
    /// The harmonic mean of both shares, 0 to 1.
    pub(super) agreement: f64,
    /// How its parts were explained.
    pub(super) explanations: Vec<Explanation>,
}

impl TermParts {
    pub(super) fn new(ja: &str, knowledge: &Knowledge) -> Self {
        let chars: Vec<char> = normal(ja).chars().filter(|c| !c.is_whitespace()).collect();
        let mut parts = Vec::new();
        for from in 0..chars.len() {
            for to in from + 1..=chars.len() {
                if is_border(&chars, from) && is_border(&chars, to) {
                    parts.extend(TermPart::of(&chars, from, to, knowledge));
                }
            }
        }
        Self { content: content(&chars), parts, length: chars.len() }
    }

    /// How well the term agrees with these words.
    pub(super) fn compose(&self, words: &[Token]) -> Composition {
        let wanted = words.iter().filter(|word| word.is_content).count();
        let none = Composition { agreement: 0.0, explanations: Vec::new() };
        if words.len() > WORDS || wanted == 0 || self.content == 0 {
            return none;
        }
        // best[at]: for each set of words used so far, the most characters explained up to there, and how.
        let mut best: Vec<Vec<(u32, usize, u8)>> = vec![Vec::new(); self.length + 1];
        best[0].push((0, 0, 0));
        for at in 0..self.length {
            let here = std::mem::take(&mut best[at]);
            for (used, explained, explanations) in &here {
                add_state(&mut best[at + 1], (*used, *explained, *explanations));
                for part in self.parts.iter().filter(|part| part.from == at) {
                    for taken in part.possible_words(words, *used) {
                        let explanations = *explanations | 1 << part.way as u8;
                        add_state(&mut best[part.to], (used | taken, explained + part.content, explanations));
                    }
                }
            }
        }
        let score = |(used, explained, _): &(u32, usize, u8)| {
            let said = words.iter().enumerate().filter(|(at, word)| word.is_content && used >> at & 1 == 1).count();
            let (ja, en) = (share(*explained, self.content), share(said, wanted));
            if ja >= EXPLAINED && en > 0.0 { 2.0 * ja * en / (ja + en) } else { 0.0 }
        };
        let Some(found) = best[self.length].iter().max_by(|a, b| score(a).total_cmp(&score(b))) else { return none };
        let explanations = [Explanation::Dictionary, Explanation::Sound, Explanation::Identity]
            .into_iter()
            .filter(|way| found.2 >> *way as u8 & 1 == 1);
        Composition { agreement: score(found), explanations: explanations.collect() }
    }
}

/// Adds a state, unless another with the same words explains as much.
fn add_state(states: &mut Vec<(u32, usize, u8)>, new: (u32, usize, u8)) {
    match states.iter_mut().find(|(used, ..)| *used == new.0) {
        Some(known) if known.1 < new.1 => *known = new,
        Some(_) => {}
        None => states.push(new),
    }
}

fn share(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of characters or words")]
    let share = part as f64 / whole.max(1) as f64;
    share
}

impl TermPart {
    fn of(chars: &[char], from: usize, to: usize, knowledge: &Knowledge) -> Vec<Self> {
        let text: String = chars[from..to].iter().collect();
        let is_whole = to - from == chars.len();
        let part = |way, names| Self {
            from,
            to,
            content: content(&chars[from..to]),
            text: text.clone(),
            is_whole,
            names,
            way,
        };
        let mut parts = Vec::new();
        if let Some(key) = Key::new(&text, &Lang::JA) {
            let stems = |en: &str| en.split([' ', '-']).filter(|word| !word.is_empty()).map(stem).collect::<Vec<_>>();
            let names: Vec<Vec<String>> = knowledge.names(&key.exact).iter().map(|en| stems(en)).collect();
            if !names.is_empty() {
                parts.push(part(Explanation::Dictionary, names));
            }
        }
        let is_katakana = |c: &char| class(*c) == Class::Katakana || *c == 'ー';
        if chars[from..to].iter().all(is_katakana) && to - from >= 3 {
            parts.push(part(Explanation::Sound, Vec::new()));
        }
        let is_latin = |c: &char| matches!(class(*c), Class::Latin | Class::Digit | Class::Greek);
        if chars[from..to].iter().all(is_latin) {
            parts.push(part(Explanation::Identity, Vec::new()));
        }
        parts
    }

    /// The sets of words, none of them in `used`, that this part may mean.
    fn possible_words(&self, words: &[Token], used: u32) -> Vec<u32> {
        let free = |at: usize| used >> at & 1 == 0;
        match self.way {
            Explanation::Dictionary => {
                self.names.iter().filter_map(|stems| words_with_stems(stems, words, used)).collect()
            }
            Explanation::Sound => {
                let likely = |text: &str| {
                    sounds_like(&self.text, text) && (!self.is_whole || similarity(&self.text, text) >= WHOLE)
                };
                let one = (0..words.len()).filter(|at| free(*at) && likely(&words[*at].text)).map(|at| 1 << at);
                // トレードオフ: one katakana word for two English words.
                let two = (1..words.len())
                    .filter(|at| free(*at) && free(at - 1) && !likely(&words[*at].text) && !likely(&words[at - 1].text))
                    .filter(|at| likely(&format!("{}{}", words[at - 1].text, words[*at].text)))
                    .map(|at| 0b11 << (at - 1));
                one.chain(two).collect()
            }
            Explanation::Identity => {
                let same = |word: &Token| {
                    let symbol = self.text.chars().any(char::is_uppercase) || self.text.chars().count() < 2;
                    word.text == self.text || (!symbol && word.text.eq_ignore_ascii_case(&self.text))
                };
                (0..words.len()).filter(|at| free(*at) && same(&words[*at])).map(|at| 1 << at).collect()
            }
        }
    }
}

/// The words with all of these stems, each used once.
fn words_with_stems(stems: &[String], words: &[Token], used: u32) -> Option<u32> {
    let mut taken = 0_u32;
    for stem in stems {
        let at = (0..words.len()).find(|at| (used | taken) >> at & 1 == 0 && words[*at].stem == *stem)?;
        taken |= 1 << at;
    }
    (taken != 0).then_some(taken)
}

/// How much a stretch of characters says: a kanji twice as much as a letter or a kana of a loan word. Kana endings and marks
/// say nothing.
fn content(chars: &[char]) -> usize {
    let said = |c: &char| match class(*c) {
        Class::Kanji => 2,
        Class::Katakana | Class::Latin | Class::Digit | Class::Greek => 1,
        _ => 0,
    };
    chars.iter().map(said).sum()
}
