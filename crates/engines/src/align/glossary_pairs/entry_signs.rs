//! The signs that two entries show by themselves, wherever they stand.

use std::collections::{BTreeMap, HashMap};

use super::super::features::{EnglishSentences, JapaneseSentences, SentenceFeatures};
use super::super::table::TranslationTable;
use super::super::text_pair::{Scratch, TextPair};
use super::GlossaryEntry;
use crate::model::{Lang, Sign};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::key::Key;
use crate::text::normal::normal;
use crate::text::sound::{Pronunciations, bounded_similarity, morae};
use crate::text::tokeniser::Tokeniser;

/// Features of a definition that are compared.
const FEATURES: usize = 80;
/// The largest number of pairs whose definitions are compared.
const DEFINITIONS: usize = 40_000;
/// The least share of words that heads have in common.
const WORDS: f32 = 0.2;
/// The share of words that any two definitions of one glossary have in common.
const USUAL: f32 = 0.12;
/// The least similarity of heads in sound.
const SOUND: f64 = 0.75;
/// The shortest English name that is looked for in a definition, in characters.
const SHORTEST: usize = 3;

/// The signs of all pairs that show any.
pub(super) struct EntrySigns {
    signs: BTreeMap<(usize, usize), Vec<Sign>>,
}

impl EntrySigns {
    pub(super) fn of(
        ja: &[GlossaryEntry<'_>],
        en: &[GlossaryEntry<'_>],
        table: &TranslationTable,
        words: &Tokeniser,
    ) -> Self {
        let mut all = Self { signs: BTreeMap::new() };
        let translated: Vec<bool> = ja.iter().map(is_translated).collect();
        let texts = Definitions::of(ja, en, table, words);
        let heads = heads(ja, en, table, words);
        let names = Names::of(ja, en);
        let mut scratch = Scratch::default();
        let mut shares = BTreeMap::new();
        for (at, _) in translated.iter().enumerate().filter(|(_, translated)| **translated) {
            for to in 0..en.len() {
                let mut signs = names.signs(ja, en, at, to);
                let share = heads.overlap(at..at + 1, to..to + 1, &mut scratch).share;
                if share >= WORDS {
                    signs.push(Sign::new("words", f64::from(share)));
                }
                let definition = texts.sign(at, to, &mut scratch);
                shares.insert((at, to), definition.as_ref().map_or(0.0, |sign| sign.value));
                signs.extend(definition);
                all.signs.insert((at, to), signs);
            }
        }
        for (pair, lead) in leads(&shares, (ja.len(), en.len())) {
            if let Some(signs) = all.signs.get_mut(&pair) {
                signs.push(Sign::new("definition_lead", lead));
            }
        }
        all
    }

    /// All pairs of entries that were compared.
    pub(super) fn candidates(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.signs.keys().copied()
    }

    /// The signs of a pair.
    pub(super) fn signs(&self, ja: usize, en: usize) -> &[Sign] {
        self.signs.get(&(ja, en)).map_or(&[], Vec::as_slice)
    }
}

/// How much more the definitions of two entries have in common than either has with any other, where they are the best of both.
fn leads(shares: &BTreeMap<(usize, usize), f64>, (ja, en): (usize, usize)) -> Vec<((usize, usize), f64)> {
    // The best share of each row and column, and the next.
    let (mut rows, mut columns) = (vec![(0.0_f64, 0.0_f64); ja], vec![(0.0_f64, 0.0_f64); en]);
    for (&(at, to), &share) in shares {
        for best in [rows.get_mut(at), columns.get_mut(to)].into_iter().flatten() {
            *best = if share > best.0 { (share, best.0) } else { (best.0, best.1.max(share)) };
        }
    }
    let compared = ja >= 2 && en >= 2;
    let lead = |(&(at, to), &share): (&(usize, usize), &f64)| {
        let (row, column) = (rows.get(at)?, columns.get(to)?);
        let lead = share - row.1.max(column.1);
        (compared && share >= row.0 && share >= column.0 && lead > 0.0).then_some(((at, to), lead))
    };
    shares.iter().filter_map(lead).collect()
}

/// Whether an entry of the Japanese release is in Japanese: its definition, or its head where it has none.
fn is_translated(entry: &GlossaryEntry<'_>) -> bool {
    if entry.definition.trim().is_empty() {
        return entry.names.iter().any(|name| has_japanese(name));
    }
    let japanese = entry
        .definition
        .chars()
        .filter(|c| matches!(class(*c), Class::Hiragana | Class::Katakana | Class::Kanji))
        .count();
    let latin = entry.definition.chars().filter(|c| class(*c) == Class::Latin).count();
    3 * japanese >= latin && japanese > 0
}

/// The words of the heads.
fn heads(ja: &[GlossaryEntry<'_>], en: &[GlossaryEntry<'_>], table: &TranslationTable, words: &Tokeniser) -> TextPair {
    let head = |entry: &GlossaryEntry<'_>| entry.names.first().copied().unwrap_or_default().to_owned();
    let ja: Vec<SentenceFeatures> = ja.iter().map(|entry| SentenceFeatures::of_japanese(&head(entry), words)).collect();
    let en: Vec<SentenceFeatures> = en.iter().map(|entry| SentenceFeatures::of_english(&head(entry))).collect();
    TextPair::new(&JapaneseSentences(&ja), &EnglishSentences(&en), table, None)
}

/// The words of the definitions.
struct Definitions {
    texts: Option<TextPair>,
}

impl Definitions {
    fn of(ja: &[GlossaryEntry<'_>], en: &[GlossaryEntry<'_>], table: &TranslationTable, words: &Tokeniser) -> Self {
        if ja.len() * en.len() > DEFINITIONS {
            return Self { texts: None };
        }
        let short = |mut features: SentenceFeatures| {
            features.items.truncate(FEATURES);
            features.spelling.truncate(FEATURES);
            features
        };
        let ja: Vec<_> = ja.iter().map(|entry| short(SentenceFeatures::of_japanese(entry.definition, words))).collect();
        let en: Vec<_> = en.iter().map(|entry| short(SentenceFeatures::of_english(entry.definition))).collect();
        Self { texts: Some(TextPair::new(&JapaneseSentences(&ja), &EnglishSentences(&en), table, None)) }
    }

    fn sign(&self, ja: usize, en: usize, scratch: &mut Scratch) -> Option<Sign> {
        let share = self.texts.as_ref()?.overlap(ja..ja + 1, en..en + 1, scratch).share - USUAL;
        (share > 0.0).then(|| Sign::new("definition", f64::from(share)))
    }
}

/// The names of all entries, prepared for comparison.
struct Names {
    /// The keys of names in Latin letters.
    ja_keys: Vec<Vec<String>>,
    en_keys: Vec<Vec<String>>,
    /// The sound of heads in katakana, and of English heads.
    ja_sounds: Vec<Option<Pronunciations>>,
    en_sounds: Vec<Pronunciations>,
    /// The text of a Japanese entry with a space at each end and between its Latin words, in lower case.
    ja_latin: Vec<String>,
    /// In how many Japanese entries an English head is printed.
    printed: Vec<usize>,
    /// How often an identifier and a label occur.
    anchors: HashMap<String, (usize, usize)>,
    labels: HashMap<String, (usize, usize)>,
}

impl Names {
    fn of(ja: &[GlossaryEntry<'_>], en: &[GlossaryEntry<'_>]) -> Self {
        let keys = |entry: &GlossaryEntry<'_>| {
            let latin = entry.names.iter().filter(|name| !has_japanese(name));
            latin.filter_map(|name| Some(Key::new(name, &Lang::EN)?.variant)).collect::<Vec<_>>()
        };
        let sound = |entry: &GlossaryEntry<'_>| {
            let head = normal(entry.names.first().copied().unwrap_or_default());
            let katakana = head.chars().all(|c| class(c) == Class::Katakana || matches!(c, '・' | ' '));
            (katakana && morae(&head) >= 3).then(|| Pronunciations::of_katakana(&head))
        };
        let ja_latin: Vec<String> = ja.iter().map(|entry| latin_words(entry)).collect();
        let printed = en.iter().map(|entry| ja_latin.iter().filter(|text| is_printed(entry, text)).count()).collect();
        let mut names = Self {
            ja_keys: ja.iter().map(keys).collect(),
            en_keys: en.iter().map(keys).collect(),
            ja_sounds: ja.iter().map(sound).collect(),
            en_sounds: en
                .iter()
                .map(|entry| Pronunciations::of_english(entry.names.first().copied().unwrap_or_default()))
                .collect(),
            ja_latin,
            printed,
            anchors: HashMap::new(),
            labels: HashMap::new(),
        };
        for (entries, second) in [(ja, false), (en, true)] {
            for entry in entries {
                for anchor in &entry.anchors {
                    count(names.anchors.entry((*anchor).to_owned()).or_default(), second);
                }
                if let Some(label) = entry.label.filter(|label| !label.is_empty()) {
                    count(names.labels.entry(label.to_owned()).or_default(), second);
                }
            }
        }
        names
    }

    fn signs(&self, ja: &[GlossaryEntry<'_>], en: &[GlossaryEntry<'_>], at: usize, to: usize) -> Vec<Sign> {
        let mut signs = Vec::new();
        let (Some(one), Some(other)) = (ja.get(at), en.get(to)) else { return signs };
        let shared = |anchor: &&&str| self.anchors.get(**anchor) == Some(&(1, 1));
        let own: Vec<&&str> = one.anchors.iter().filter(shared).collect();
        if own.iter().any(|anchor| other.anchors.contains(anchor)) {
            signs.push(Sign::new("same_anchor", 1.0));
        } else if !own.is_empty() && other.anchors.iter().any(|anchor| shared(&anchor)) {
            signs.push(Sign::new("doubt_anchor", 1.0));
        }
        if one.label.is_some_and(|label| Some(label) == other.label && self.labels.get(label) == Some(&(1, 1))) {
            signs.push(Sign::new("same_number", 1.0));
        }
        let (ja_keys, en_keys) = (&self.ja_keys[at], &self.en_keys[to]);
        if ja_keys.iter().any(|key| en_keys.contains(key)) {
            signs.push(Sign::new("same_name", 1.0));
        } else if is_printed(other, &self.ja_latin[at]) {
            #[expect(clippy::cast_precision_loss, reason = "a number of entries")]
            let entries = self.printed[to].max(1) as f64;
            signs.push(Sign::new("name_in_definition", 1.0 / entries));
        }
        if let Some(sound) = &self.ja_sounds[at] {
            let alike = bounded_similarity(sound, &self.en_sounds[to], SOUND);
            if alike >= SOUND {
                signs.push(Sign::new("sound", alike));
            }
        }
        signs
    }
}

fn count(counts: &mut (usize, usize), second: bool) {
    if second {
        counts.1 += 1;
    } else {
        counts.0 += 1;
    }
}

/// The Latin words of an entry, each between spaces.
fn latin_words(entry: &GlossaryEntry<'_>) -> String {
    let whole = entry.names.iter().copied().chain([entry.definition]).collect::<Vec<_>>().join(" ");
    spaced(&whole)
}

fn spaced(text: &str) -> String {
    let latin = |c: char| matches!(class(c), Class::Latin | Class::Digit | Class::Greek);
    let mut spaced = String::from(" ");
    for word in normal(text).to_lowercase().split(|c| !latin(c)).filter(|word| !word.is_empty()) {
        spaced.push_str(word);
        spaced.push(' ');
    }
    spaced
}

/// Whether a Japanese entry, given as its Latin words, prints the head of an English one.
fn is_printed(entry: &GlossaryEntry<'_>, latin: &str) -> bool {
    let head = spaced(entry.names.first().copied().unwrap_or_default());
    head.trim().chars().count() >= SHORTEST && latin.contains(&head)
}
