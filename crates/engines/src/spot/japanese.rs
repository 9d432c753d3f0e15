//! Reads a Japanese text as the letters it is searched by.
//!
//! ```text
//! 医 ⻭学のＬＤＬ-コレステロール   →  医 歯 学 の l d l [コレステロール]     spaces and hyphens dropped, case folded,
//!                                                                    katakana run by run in its variant form
//! ```
//!
//! Texts with the same variant key ([`crate::text::key::Key`]) have the same letters. The variant form of katakana depends on
//! what follows, even across a space, a hyphen or a middle dot (エクソ ソーム, サイトカイン・ストーム), so runs joined by such
//! marks are also read together with the runs that follow.

use std::ops::Range;

use crate::text::english::greek_names;
use crate::text::kana::variant_fold;

use super::folded::{FoldedChar, for_each_folded};
use super::stream::{ALTERNATIVE, BEGINS, ENDS, LITERAL, LetterStream};
use super::trie::Trie;
use super::walk::{Continuation, MatchForm, PatternMatch, SearchText, Walk};

/// A Japanese text as it is searched.
#[derive(Debug, Default)]
pub(super) struct JapaneseText {
    stream: LetterStream,
    runs: Vec<KatakanaRun>,
    /// The katakana of the runs as in the text, folded.
    katakana: Vec<char>,
    /// The number of middle dots at the end of the stream.
    dots: usize,
    in_run: bool,
}

/// A run of katakana.
#[derive(Debug, Clone)]
struct KatakanaRun {
    /// Its letters in the stream.
    letters: Range<usize>,
    katakana: Range<usize>,
    /// Its bytes in the text.
    start: u32,
    end: u32,
    /// What separates it from the next run; `None` if it is more than a space, a hyphen or middle dots.
    separator: Option<RunSeparator>,
}

/// The separator of two runs of katakana that may also be written as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RunSeparator {
    Nothing,
    Dot,
}

impl JapaneseText {
    /// Reads a text.
    pub(super) fn new(text: &str) -> Self {
        let mut read = Self { stream: LetterStream::with_capacity(text.len() / 3 + 16), ..Self::default() };
        for_each_folded(text, |c| read.add(c));
        read.end_word();
        for run in read.runs.iter().filter(|run| run.separator.is_some()) {
            read.stream.set(run.letters.start, ALTERNATIVE);
        }
        read.stream.close();
        read
    }

    #[inline]
    fn add(&mut self, c: FoldedChar) {
        let is_katakana = c.traits.is_katakana();
        if c.begins {
            self.end_word();
        } else if self.in_run && !is_katakana {
            self.end_run();
        }
        let FoldedChar { letter, start, end, .. } = c;
        let begins = if c.begins { BEGINS } else { 0 };
        let literal = if c.is_unchanged { LITERAL } else { 0 };
        if is_katakana {
            self.add_katakana(c, begins | literal);
        } else if letter.is_ascii() {
            if matches!(letter, ' ' | '-') {
                return;
            }
            let small = letter.to_ascii_lowercase();
            let literal = if small == letter { literal } else { 0 };
            self.stream.push(small, begins | literal, start, end, 0);
            self.dots = 0;
        } else if c.traits.is_wordlike() {
            let mut flags = begins;
            for letter in greek_names(letter.encode_utf8(&mut [0; 4])).to_lowercase().chars() {
                self.stream.push(letter, flags, start, end, 0);
                flags = 0;
            }
            self.dots = 0;
        } else {
            self.stream.push(letter, begins | literal, start, end, 0);
            self.dots = if letter == '・' { self.dots + 1 } else { 0 };
        }
    }

    fn add_katakana(&mut self, c: FoldedChar, flags: u8) {
        if !self.in_run {
            // Middle dots between katakana are not letters.
            let end = self.stream.len() - self.dots;
            let dots = std::mem::take(&mut self.dots);
            if let Some(last) = self.runs.last_mut().filter(|last| last.letters.end == end) {
                last.separator = Some(if dots > 0 { RunSeparator::Dot } else { RunSeparator::Nothing });
                self.stream.truncate(end);
            }
            let (letters, katakana) = (self.stream.len()..0, self.katakana.len()..0);
            self.runs.push(KatakanaRun { letters, katakana, start: c.start, end: c.end, separator: None });
            self.in_run = true;
        }
        self.katakana.push(c.letter);
        self.stream.push(c.letter, flags, c.start, c.end, 0);
        if let Some(run) = self.runs.last_mut() {
            run.end = c.end;
        }
    }

    /// Marks that a term may end after the letters read so far.
    fn end_word(&mut self) {
        if self.in_run {
            self.end_run();
        }
        self.stream.set(self.stream.len().wrapping_sub(1), ENDS);
    }

    /// Replaces the last run by its variant form.
    fn end_run(&mut self) {
        self.in_run = false;
        let Some(run) = self.runs.last_mut() else { return };
        run.katakana.end = self.katakana.len();
        let katakana = &self.katakana[run.katakana.clone()];
        if katakana.ends_with(&['ー']) || katakana.iter().any(|letter| VARIABLE_KANA.contains(letter)) {
            let text: String = katakana.iter().collect();
            let form = variant_fold(&text);
            if form != text {
                let mut flags = self.stream.flags()[run.letters.start] & BEGINS;
                self.stream.truncate(run.letters.start);
                for letter in form.chars() {
                    self.stream.push(letter, flags, run.start, run.end, 0);
                    flags = 0;
                }
            }
        }
        run.letters.end = self.stream.len();
    }

    /// The variant form of the runs from one to another, inclusive.
    fn variant_form(&self, first: usize, last: usize) -> String {
        let mut text = String::new();
        for run in &self.runs[first..=last] {
            text.extend(&self.katakana[run.katakana.clone()]);
            if run.separator == Some(RunSeparator::Dot) {
                text.push('・');
            }
        }
        variant_fold(&text)
    }

    /// The letters a term is searched by.
    pub(super) fn pattern(&self) -> String {
        let letters = &self.stream.letters()[..self.stream.len()];
        let (mut pattern, mut at, mut next) = (String::new(), 0, 0);
        while let Some(run) = self.runs.get(next) {
            let last = next + self.runs[next..].iter().take_while(|run| run.separator.is_some()).count();
            pattern.extend(&letters[at..run.letters.start]);
            pattern.push_str(&self.variant_form(next, last));
            (at, next) = (self.runs[last].letters.end, last + 1);
        }
        pattern.extend(&letters[at..]);
        pattern
    }
}

impl SearchText for JapaneseText {
    fn stream(&self) -> &LetterStream {
        &self.stream
    }

    /// Reads the next run together with the runs joined to it.
    fn walk_alternatives(&self, walk: Walk, trie: &Trie, found: &mut Continuation) {
        let Ok(first) = self.runs.binary_search_by_key(&(walk.at as usize), |run| run.letters.start) else { return };
        let joined = self.runs[first..].iter().take_while(|run| run.separator.is_some()).count();
        for last in first + 1..=first + joined {
            let form = self.variant_form(first, last);
            let (walked, end) = trie.walk(walk.node, form.chars());
            let at = self.runs[last].letters.end;
            if let Some(node) = end {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                if self.stream.flags()[at as usize - 1] & ENDS != 0 && trie.is_end(node) {
                    found.matches.push(PatternMatch { first: walk.first, last: at - 1, node, form: MatchForm::Other });
                }
                if last == first + joined {
                    found.walks.push(Walk { at, node, ..walk });
                }
            }
            // The runs that follow can change only the last letter of the form.
            if walked + 1 < form.chars().count() {
                break;
            }
        }
    }
}

/// Katakana that the variant form may change.
const VARIABLE_KANA: [char; 10] = ['ヴ', 'ヂ', 'ヅ', 'イ', 'ウ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ'];
