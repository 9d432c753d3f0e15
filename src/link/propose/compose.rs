//! A Japanese term and a run of English words in, how much each explains of the other out.
//!
//! The term is cut into parts something is known of, runs of katakana that sound like a word, and letters that are the same in
//! both languages; each English word is used once. The score is the harmonic mean of the share of the term's characters and the
//! share of the run's words that are explained. It is safe only over a closed set of runs: a document's own English.

use super::knowledge::{Knowledge, is_border};
use super::tokens::{Token, stem};
use crate::model::Lang;
use crate::text::chars::{Class, class};
use crate::text::key::Key;
use crate::text::normal::normal;
use crate::text::sound::sounds_like;

/// A term of which less is explained may mean something narrower: 島皮質 is no cortex of any kind.
const EXPLAINED: f64 = 0.75;
/// The most words of a run that can be told apart.
const WORDS: usize = 16;

/// A term, taken apart once for all runs.
#[derive(Debug)]
pub(super) struct Term {
    /// Number of characters that say something.
    content: usize,
    parts: Vec<Part>,
    length: usize,
}

/// A stretch of a term, and what it may be in English.
#[derive(Debug)]
struct Part {
    from: usize,
    to: usize,
    /// Characters of it that say something.
    content: usize,
    text: String,
    /// Names known for it, as stems.
    names: Vec<Vec<String>>,
    way: Way,
}

/// How a part is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// Something is known of it.
    Known,
    /// It sounds like the word.
    Sound,
    /// It is the word.
    Identity,
}

impl Way {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Known => "parts_known",
            Self::Sound => "parts_sound_alike",
            Self::Identity => "parts_identical",
        }
    }
}

/// How well a term and a run of words agree.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Composed {
    /// The harmonic mean of both shares, 0 to 1.
    pub(super) agreement: f64,
    /// How parts were explained.
    pub(super) ways: Vec<Way>,
}

impl Term {
    pub(super) fn new(ja: &str, knowledge: &Knowledge) -> Self {
        let chars: Vec<char> = normal(ja).chars().filter(|c| !c.is_whitespace()).collect();
        let mut parts = Vec::new();
        for from in 0..chars.len() {
            for to in from + 1..=chars.len() {
                if is_border(&chars, from) && is_border(&chars, to) {
                    parts.extend(Part::of(&chars, from, to, knowledge));
                }
            }
        }
        Self { content: content(&chars), parts, length: chars.len() }
    }

    /// How well the term agrees with these words.
    pub(super) fn compose(&self, words: &[Token]) -> Composed {
        let wanted = words.iter().filter(|word| word.is_content).count();
        let none = Composed { agreement: 0.0, ways: Vec::new() };
        if words.len() > WORDS || wanted == 0 || self.content == 0 {
            return none;
        }
        // best[at]: for each set of words used up to there, the most characters explained and how.
        let mut best: Vec<Vec<(u32, usize, u8)>> = vec![Vec::new(); self.length + 1];
        best[0].push((0, 0, 0));
        for at in 0..self.length {
            let here = std::mem::take(&mut best[at]);
            for (used, explained, ways) in &here {
                keep(&mut best[at + 1], (*used, *explained, *ways));
                for part in self.parts.iter().filter(|part| part.from == at) {
                    for taken in part.taken(words, *used) {
                        let ways = *ways | 1 << part.way as u8;
                        keep(&mut best[part.to], (used | taken, explained + part.content, ways));
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
        let ways = [Way::Known, Way::Sound, Way::Identity].into_iter().filter(|way| found.2 >> *way as u8 & 1 == 1);
        Composed { agreement: score(found), ways: ways.collect() }
    }
}

/// Keeps a state, unless one with the same words explains as much.
fn keep(states: &mut Vec<(u32, usize, u8)>, new: (u32, usize, u8)) {
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

impl Part {
    fn of(chars: &[char], from: usize, to: usize, knowledge: &Knowledge) -> Vec<Self> {
        let text: String = chars[from..to].iter().collect();
        let part = |way, names| Self { from, to, content: content(&chars[from..to]), text: text.clone(), names, way };
        let mut parts = Vec::new();
        if let Some(key) = Key::new(&text, &Lang::JA) {
            let stems = |en: &str| en.split([' ', '-']).filter(|word| !word.is_empty()).map(stem).collect::<Vec<_>>();
            let names: Vec<Vec<String>> = knowledge.names(&key.exact).iter().map(|en| stems(en)).collect();
            if !names.is_empty() {
                parts.push(part(Way::Known, names));
            }
        }
        let is_katakana = |c: &char| class(*c) == Class::Katakana || *c == 'ー';
        if chars[from..to].iter().all(is_katakana) && to - from >= 3 {
            parts.push(part(Way::Sound, Vec::new()));
        }
        let is_latin = |c: &char| matches!(class(*c), Class::Latin | Class::Digit | Class::Greek);
        if chars[from..to].iter().all(is_latin) {
            parts.push(part(Way::Identity, Vec::new()));
        }
        parts
    }

    /// The sets of words, none of them `used`, this part may be.
    fn taken(&self, words: &[Token], used: u32) -> Vec<u32> {
        let free = |at: usize| used >> at & 1 == 0;
        match self.way {
            Way::Known => self.names.iter().filter_map(|stems| all_of(stems, words, used)).collect(),
            Way::Sound => {
                let likely = |text: &str| sounds_like(&self.text, text);
                let one = (0..words.len()).filter(|at| free(*at) && likely(&words[*at].text)).map(|at| 1 << at);
                // トレードオフ: one run of katakana for two words.
                let two = (1..words.len())
                    .filter(|at| free(*at) && free(at - 1) && !likely(&words[*at].text) && !likely(&words[at - 1].text))
                    .filter(|at| likely(&format!("{}{}", words[at - 1].text, words[*at].text)))
                    .map(|at| 0b11 << (at - 1));
                one.chain(two).collect()
            }
            Way::Identity => {
                let same = |word: &Token| {
                    let symbol = self.text.chars().any(char::is_uppercase) || self.text.chars().count() < 2;
                    word.text == self.text || (!symbol && word.text.eq_ignore_ascii_case(&self.text))
                };
                (0..words.len()).filter(|at| free(*at) && same(&words[*at])).map(|at| 1 << at).collect()
            }
        }
    }
}

/// The words that are all of these, each taken once.
fn all_of(stems: &[String], words: &[Token], used: u32) -> Option<u32> {
    let mut taken = 0_u32;
    for stem in stems {
        let at = (0..words.len()).find(|at| (used | taken) >> at & 1 == 0 && words[*at].stem == *stem)?;
        taken |= 1 << at;
    }
    (taken != 0).then_some(taken)
}

/// Characters that say something: kana endings and marks do not.
fn content(chars: &[char]) -> usize {
    let says =
        |c: &&char| matches!(class(**c), Class::Kanji | Class::Katakana | Class::Latin | Class::Digit | Class::Greek);
    chars.iter().filter(says).count()
}
