//! Splits text into words with their word class and reading. The only file that uses lindera.
//!
//! Words come from a lindera dictionary (IPADIC or `UniDic` layout) that is memory-mapped from a directory and shared by
//! all threads. Without a dictionary, a word is a run of one script: everything still works, only less precisely.

use std::borrow::Cow;
use std::path::Path;

use lindera::mode::Mode;
use lindera::segmenter::Segmenter;

use super::chars::{Class, class};
use crate::model::Span;

/// Splits text into words.
#[derive(Clone, Default)]
pub struct Tokeniser {
    segmenter: Option<Segmenter>,
    version: String,
}

impl std::fmt::Debug for Tokeniser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokeniser").field("version", &self.version).finish_non_exhaustive()
    }
}

/// Why a dictionary could not be used.
#[derive(Debug, thiserror::Error)]
pub enum DictionaryError {
    /// The directory holds no dictionary lindera can read.
    #[error("No usable dictionary in `{path}`: {cause}. Build one with `taiyaku dictionary build`.")]
    Unusable {
        /// The directory.
        path: String,
        /// What lindera said.
        cause: String,
    },
    /// The dictionary could not be built from its source.
    #[error(
        "Could not build a dictionary from `{path}`: {cause}. The folder must hold IPADIC's *.csv and *.def files."
    )]
    Unbuildable {
        /// The source directory.
        path: String,
        /// What went wrong.
        cause: String,
    },
}

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub span: Span,
    /// Its word class.
    pub class: WordClass,
    /// Its reading in katakana, if the dictionary has the word.
    pub reading: Option<String>,
}

/// Word classes, as fine as term boundaries need them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// A noun, or a run of katakana or Latin letters.
    Noun,
    /// A noun used as an adverb or for a point in time (近年, 今回), which begins no term.
    Adverbial,
    /// An adverb (一旦, 特に).
    Adverb,
    /// A suffix (性, 化, 者).
    Suffix,
    /// A counter (個, 人, 年).
    Counter,
    /// A prefix (非, 抗, 各).
    Prefix,
    /// A number.
    Number,
    /// A verb in the conjunctive form, which forms compounds with nouns (取り込み).
    Conjunctive,
    /// Any other verb.
    Verb,
    /// An adjective.
    Adjective,
    /// A particle or auxiliary.
    Particle,
    /// Punctuation and symbols.
    Symbol,
    /// Anything else.
    Other,
}

impl Tokeniser {
    /// A tokeniser without a dictionary: a word is a run of one script.
    #[must_use]
    pub fn by_script() -> Self {
        Self { segmenter: None, version: "script-runs-1".to_owned() }
    }

    /// Opens the dictionary in `directory`; it is memory-mapped, so this takes about a millisecond.
    ///
    /// # Errors
    /// When the directory holds no dictionary lindera can read.
    pub fn open(directory: &Path) -> Result<Self, DictionaryError> {
        let dictionary = lindera::dictionary::load_fs_dictionary(directory).map_err(|cause| {
            DictionaryError::Unusable { path: directory.display().to_string(), cause: lindera_cause(&cause) }
        })?;
        let version = format!("lindera-{}/{}", lindera::get_version(), dictionary.metadata.name);
        Ok(Self { segmenter: Some(Segmenter::new(Mode::Normal, dictionary, None)), version })
    }

    /// Whether a dictionary is loaded.
    #[must_use]
    pub fn has_dictionary(&self) -> bool {
        self.segmenter.is_some()
    }

    /// Name and version of the tokeniser and its dictionary; stored with everything that depends on them.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The words of `text`, in order, without the white space between them.
    #[must_use]
    pub fn of(&self, text: &str) -> Vec<Word> {
        let Some(segmenter) = &self.segmenter else { return by_script(text) };
        let Ok(mut tokens) = segmenter.segment(Cow::Borrowed(text)) else { return by_script(text) };
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        for token in &mut tokens {
            let span = Span::new(token.byte_start, token.byte_end);
            let surface = span.of(text);
            if surface.trim().is_empty() {
                continue;
            }
            let class = word_class(
                token.get("part_of_speech").unwrap_or_default().to_owned().as_str(),
                token.get("part_of_speech_subcategory_1").unwrap_or_default().to_owned().as_str(),
                token.get("part_of_speech_subcategory_2").unwrap_or_default().to_owned().as_str(),
                token.get("conjugation_type").unwrap_or_default().to_owned().as_str(),
                token.get("conjugation_form").unwrap_or_default().to_owned().as_str(),
                surface,
            );
            let reading =
                token.get("reading").filter(|reading| !reading.is_empty() && *reading != "*").map(str::to_owned);
            words.push(Word { span, class, reading });
        }
        words
    }

    /// The words of `text` with their dictionary forms (食べ: 食べる); a word without one is its own.
    #[must_use]
    pub fn base_forms(&self, text: &str) -> Vec<(Span, WordClass, String)> {
        let plain = |words: Vec<Word>| {
            words.into_iter().map(|word| (word.span, word.class, word.span.of(text).to_owned())).collect()
        };
        let Some(segmenter) = &self.segmenter else { return plain(by_script(text)) };
        let Ok(mut tokens) = segmenter.segment(Cow::Borrowed(text)) else { return plain(by_script(text)) };
        let mut forms = Vec::with_capacity(tokens.len());
        for token in &mut tokens {
            let span = Span::new(token.byte_start, token.byte_end);
            let surface = span.of(text);
            if surface.trim().is_empty() {
                continue;
            }
            let part = token.get("part_of_speech").unwrap_or_default().to_owned();
            let first = token.get("part_of_speech_subcategory_1").unwrap_or_default().to_owned();
            let class = word_class(&part, &first, "", "", "", surface);
            let base = token.get("base_form").filter(|base| !base.is_empty() && *base != "*").unwrap_or(surface);
            forms.push((span, class, base.to_owned()));
        }
        forms
    }

    /// The spans of the words of `text`, in order, without the white space between them. Much faster than
    /// [`Tokeniser::of`], because the dictionary entries are not read.
    #[must_use]
    pub fn surfaces(&self, text: &str) -> Vec<Span> {
        let spans = |words: Vec<Word>| words.into_iter().map(|word| word.span).collect();
        let Some(segmenter) = &self.segmenter else { return spans(by_script(text)) };
        let Ok(tokens) = segmenter.segment(Cow::Borrowed(text)) else { return spans(by_script(text)) };
        let places = tokens.iter().map(|token| Span::new(token.byte_start, token.byte_end));
        places.filter(|span| !span.of(text).trim().is_empty()).collect()
    }

    /// The reading of a term in katakana, or `None` if one of its words is unknown.
    #[must_use]
    pub fn reading(&self, text: &str) -> Option<String> {
        let mut reading = String::new();
        for word in self.of(text) {
            let surface = word.span.of(text);
            match word.reading {
                Some(part) => reading.push_str(&part),
                None if super::kana::is_kana(surface) => reading.push_str(&super::kana::katakana(surface)),
                None => return None,
            }
        }
        (!reading.is_empty()).then_some(reading)
    }
}

/// What lindera says, without the names of its types.
fn lindera_cause(error: &lindera::error::LinderaError) -> String {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    let mut said: Vec<String> = Vec::new();
    for cause in causes.map(ToString::to_string) {
        if said.last().is_none_or(|last| !last.contains(&cause)) {
            said.push(cause);
        }
    }
    if said.is_empty() { error.to_string() } else { said.join(": ") }
}

/// Builds a lindera dictionary in `out` from the IPADIC source in `source` (CSV and *.def files, UTF-8 or EUC-JP).
///
/// # Errors
/// When the source is not IPADIC's or `out` cannot be written.
pub fn build_dictionary(source: &Path, out: &Path) -> Result<(), DictionaryError> {
    let fail = |cause: String| DictionaryError::Unbuildable { path: source.display().to_string(), cause };
    let definitions = std::fs::read(source.join("char.def")).map_err(|cause| fail(format!("char.def: {cause}")))?;
    let encoding = if std::str::from_utf8(&definitions).is_ok() { "UTF-8" } else { "EUC-JP" };
    let mut metadata: lindera_dictionary::dictionary::metadata::Metadata =
        serde_json::from_str(IPADIC_METADATA).map_err(|cause| fail(cause.to_string()))?;
    encoding.clone_into(&mut metadata.encoding);
    lindera_dictionary::builder::DictionaryBuilder::new(metadata)
        .build_dictionary(source, out)
        .map_err(|cause| fail(lindera_cause(&cause)))
}

/// The columns of IPADIC's CSV files.
const IPADIC_METADATA: &str = r#"{
  "name": "ipadic", "encoding": "UTF-8", "default_word_cost": -10000, "default_left_context_id": 0,
  "default_right_context_id": 0, "default_field_value": "*", "flexible_csv": true, "skip_invalid_cost_or_id": false,
  "normalize_details": true,
  "dictionary_schema": { "fields": ["surface", "left_context_id", "right_context_id", "cost", "part_of_speech",
    "part_of_speech_subcategory_1", "part_of_speech_subcategory_2", "part_of_speech_subcategory_3",
    "conjugation_form", "conjugation_type", "base_form", "reading", "pronunciation"] },
  "user_dictionary_schema": { "fields": ["surface", "part_of_speech", "reading"] }
}"#;

fn word_class(part: &str, first: &str, second: &str, kind: &str, form: &str, surface: &str) -> WordClass {
    match (part, first) {
        _ if surface.chars().all(|c| matches!(class(c), Class::Other)) && !matches!(surface, "・" | "-" | "－") => {
            WordClass::Symbol
        }
        ("名詞", "数") => WordClass::Number,
        ("名詞", "接尾") if second == "助数詞" => WordClass::Counter,
        ("名詞", "接尾") => WordClass::Suffix,
        ("名詞", "副詞可能" | "代名詞" | "非自立") => WordClass::Adverbial,
        ("名詞" | "接尾辞", _) | ("未知語" | "UNK", _) => WordClass::Noun,
        ("接頭詞" | "接頭辞", _) => WordClass::Prefix,
        ("動詞", _) if kind.contains("連用") || form.contains("連用") => WordClass::Conjunctive,
        ("動詞", _) => WordClass::Verb,
        ("形容詞", _) => WordClass::Adjective,
        ("副詞", _) => WordClass::Adverb,
        ("助詞" | "助動詞", _) => WordClass::Particle,
        ("記号" | "補助記号", _) => {
            if surface.chars().all(|c| matches!(class(c), Class::Latin | Class::Greek | Class::Katakana | Class::Kanji))
            {
                WordClass::Noun
            } else {
                WordClass::Symbol
            }
        }
        _ => match surface.chars().next().map(class) {
            Some(Class::Katakana | Class::Latin | Class::Greek) => WordClass::Noun,
            Some(Class::Digit) => WordClass::Number,
            _ => WordClass::Other,
        },
    }
}

fn by_script(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut previous = None;
    for (at, c) in text.char_indices() {
        let here = class(c);
        let span = Span::new(at, at + c.len_utf8());
        if here == Class::Space {
            previous = None;
            continue;
        }
        if previous == Some(here) && here != Class::Other {
            if let Some(last) = words.last_mut() {
                last.span.end = span.end;
            }
        } else {
            let class = match here {
                Class::Hiragana => WordClass::Particle,
                Class::Digit => WordClass::Number,
                Class::Other => WordClass::Symbol,
                _ => WordClass::Noun,
            };
            words.push(Word { span, class, reading: None });
        }
        previous = Some(here);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_dictionary_words_are_runs_of_one_script() {
        let text = "脳の視床下部とCYP7A1、𠮷";
        let got: Vec<&str> = Tokeniser::by_script().of(text).iter().map(|word| word.span.of(text)).collect();
        assert_eq!(got, ["脳", "の", "視床下部", "と", "CYP", "7", "A", "1", "、", "𠮷"]);
    }
}
