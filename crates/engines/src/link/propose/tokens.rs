//! Splits English text into words, and lists the runs of words that can be a term.
//!
//! Stems keep more letters here than in the alignment of sentences, and symbols as they are: words with one stem are taken
//! for parts of the same term, whereas there they only add up counts.

use crate::link::coverage::content_words;
use crate::text::english;
use crate::text::word_lists::WORD_LISTS;

/// The longest term, in words.
const LONGEST: usize = 6;

/// The words of an English text.
#[derive(Debug)]
pub(super) struct Tokens {
    /// The text, with single spaces.
    pub(super) text: String,
    all: Vec<Token>,
    /// Whether most words begin with a capital, as in a title, so that capitals mean nothing.
    is_capitalised: bool,
}

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// As printed.
    pub(super) text: String,
    /// Its form for comparison: lower case except for symbols, American spelling, without common endings.
    pub(super) stem: String,
    /// Whether it is a content word.
    pub(super) is_content: bool,
    /// Whether a term may have it between its other words.
    may_join: bool,
    /// The character before it: a space or a hyphen.
    joint: char,
    /// Whether a comma, full stop or bracket before it prevents a term from continuing.
    breaks: bool,
}

/// Consecutive words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    from: usize,
    to: usize,
}

impl Run {
    pub(super) fn len(&self) -> usize {
        self.to - self.from
    }
}

impl Tokens {
    pub(super) fn new(text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut all: Vec<Token> = Vec::new();
        let (mut word, mut joint, mut breaks) = (String::new(), ' ', true);
        for c in text.chars().chain(std::iter::once(' ')) {
            if c.is_alphanumeric() || matches!(c, '\'' | '’' | '+') {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                all.push(Token::new(std::mem::take(&mut word), joint, breaks));
                breaks = false;
                joint = ' ';
            }
            match c {
                ' ' => {}
                '-' | '‐' | '–' | '−' => joint = '-',
                _ => breaks = true,
            }
        }
        let words = all.iter().filter(|token| token.is_content && token.text.chars().count() > 3);
        let (count, capitals) = words.fold((0, 0), |(count, capitals), token| {
            (count + 1, capitals + usize::from(token.text.starts_with(char::is_uppercase)))
        });
        Self { text, all, is_capitalised: capitals * 3 > count * 2 }
    }

    /// Every run of up to [`LONGEST`] words that begins and ends with a content word.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for from in 0..self.all.len() {
            if !self.all[from].is_content {
                continue;
            }
            for to in from + 1..=self.all.len().min(from + LONGEST) {
                let last = &self.all[to - 1];
                if to > from + 1 && (last.breaks || !(last.is_content || last.may_join)) {
                    break;
                }
                if self.all[to - 1].is_content {
                    runs.push(Run { from, to });
                }
            }
        }
        runs
    }

    /// All words as one run, if there are any.
    pub(super) fn whole(&self) -> Option<Run> {
        (!self.all.is_empty()).then_some(Run { from: 0, to: self.all.len() })
    }

    pub(super) fn words(&self, run: &Run) -> &[Token] {
        &self.all[run.from..run.to]
    }

    /// The run as a term would be written inside a sentence: in the singular, without capitals due to a title or the beginning
    /// of a sentence.
    pub(super) fn term_form(&self, run: &Run) -> String {
        let mut name = String::new();
        for (at, token) in self.all[run.from..run.to].iter().enumerate() {
            if at > 0 {
                name.push(token.joint);
            }
            let is_ordinary = token.text.chars().skip(1).all(char::is_lowercase) && token.text.chars().count() > 1;
            let is_first = run.from + at == 0 || self.all[run.from + at].breaks;
            if is_ordinary && (self.is_capitalised || is_first) {
                name.push_str(&token.text.to_lowercase());
            } else {
                name.push_str(&token.text);
            }
        }
        let last = name.rfind([' ', '-']).map_or(0, |at| at + 1);
        if name[last..].chars().all(char::is_lowercase) && !WORD_LISTS.plural_name.contains(&name[last..]) {
            let singular = english::singular(&name[last..]);
            name.replace_range(last.., &singular);
        }
        name
    }
}

impl Token {
    fn new(text: String, joint: char, breaks: bool) -> Self {
        let word = text.to_lowercase();
        let is_content = !content_words(&text).is_empty()
            && text.chars().any(char::is_alphanumeric)
            && (word != text || !WORD_LISTS.breaks_term.contains(word.as_str()));
        let may_join = WORD_LISTS.inside_term.contains(word.as_str());
        Self { stem: stem(&text), text, is_content, may_join, joint, breaks }
    }
}

/// The form of an English word for comparison: lower case except for symbols, American spelling, in the singular, without
/// adjective and participle endings.
pub(super) fn stem(word: &str) -> String {
    if english::is_symbol(word) {
        return word.to_owned();
    }
    let word = english::american(&english::greek_names(&english::singular(&word.to_lowercase())));
    for ending in
        ["ization", "isation", "ically", "ation", "ing", "ical", "ity", "ies", "ed", "al", "ic", "ly", "y", "e"]
    {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 4
        {
            return stem.to_owned();
        }
    }
    word
}
