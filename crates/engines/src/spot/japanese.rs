//! Reads a Japanese text as the letters it is searched by.
//!
//! ```text
//! 医 ⻭学のＬＤＬ-コレステロール   →  医 歯 学 の l d l [コレステロール]     spaces and hyphens dropped, case folded,
//!                                                                    katakana run by run in its variant form,
//! 齧歯類の取り扱い               →  げ っ 歯 類 の 取 り 扱 い (取扱)     characters as keys have them, words also so
//! ```
//!
//! A term has the letters of its variant key ([`crate::text::key::Key`]). How a text is to be read may depend on where the
//! term in it begins and ends, so it has alternative readings: words as keys spell them, a run of katakana as the hiragana
//! for a kanji (ロ過), and runs of katakana that are joined across a space, a hyphen or a middle dot (エクソ ソーム,
//! サイトカイン・ストーム), because the variant form of katakana depends on what follows.

use std::ops::Range;

use crate::text::english::greek_names;
use crate::text::kana::variant_fold;
use crate::text::writing::{kana_of, plain, reads_as_kanji, rewrite, rewrites};

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
    /// The last character, if it is a kanji.
    last_kanji: Option<char>,
    /// Words as keys spell them, by the letter they start at.
    spellings: Vec<Spelling>,
}

/// Letters that may be read as others.
#[derive(Debug, Clone)]
struct Spelling {
    letters: Range<usize>,
    /// What they are read as, in two parts.
    to: [&'static str; 2],
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
    /// Whether a kanji is next to it.
    is_beside_kanji: bool,
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
        read.add_spellings();
        read.stream.close();
        read
    }

    /// Finds the words that keys spell differently.
    fn add_spellings(&mut self) {
        let letters: String = self.stream.letters().iter().collect();
        let (mut at, mut byte, mut lengths) = (0, 0, self.stream.letters().iter().map(|letter| letter.len_utf8()));
        let mut letter_at = |target: usize| {
            while byte < target {
                byte += lengths.next().unwrap_or(1);
                at += 1;
            }
            at
        };
        let mut found = rewrites(&letters);
        found.sort_by_key(|one| one.start);
        for one in found {
            let start = letter_at(one.start);
            let count = letters.get(one.start..one.end).map_or(0, |word| word.chars().count());
            self.spellings.push(Spelling { letters: start..start + count, to: one.to });
        }
        for run in self.runs.iter().filter(|run| run.is_beside_kanji) {
            let katakana: String = self.katakana[run.katakana.clone()].iter().collect();
            if let Some(hiragana) = reads_as_kanji(&katakana) {
                self.spellings.push(Spelling { letters: run.letters.clone(), to: [hiragana, ""] });
            }
        }
        self.spellings.sort_by_key(|one| one.letters.start);
        for one in &self.spellings {
            self.stream.set(one.letters.start, ALTERNATIVE);
        }
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
        if matches!(letter, ' ' | '-') {
            return;
        }
        let before = std::mem::take(&mut self.last_kanji);
        if c.traits.is_kanji() {
            self.add_kanji(c, before, begins | literal);
        } else if is_katakana {
            self.add_katakana(c, begins | literal);
            if let Some(run) = self.runs.last_mut() {
                run.is_beside_kanji |= before.is_some();
            }
        } else if letter.is_ascii() {
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

    /// Adds a kanji as keys have it, which may be its kana. `before` is the character before it, if it is a kanji.
    fn add_kanji(&mut self, c: FoldedChar, before: Option<char>, flags: u8) {
        let kanji = if c.letter == '々' { before.unwrap_or(c.letter) } else { plain(c.letter) };
        self.last_kanji = Some(kanji);
        if let Some(run) = self.runs.last_mut().filter(|run| run.letters.end == self.stream.len()) {
            run.is_beside_kanji = true;
        }
        self.dots = 0;
        let FoldedChar { letter, start, end, .. } = c;
        let Some(kana) = kana_of(kanji) else {
            let flags = if kanji == letter { flags } else { flags & !LITERAL };
            self.stream.push(kanji, flags, start, end, 0);
            return;
        };
        let mut flags = flags & BEGINS;
        // Keys fold the kana of a kanji as they fold katakana: ホウ for 硼 becomes ホー.
        let folded = kana.contains(VARIABLE_KANA).then(|| variant_fold(kana));
        for letter in folded.as_deref().unwrap_or(kana).chars().map(large) {
            self.stream.push(letter, flags, start, end, 0);
            flags = 0;
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
            self.runs.push(KatakanaRun {
                letters,
                katakana,
                start: c.start,
                end: c.end,
                separator: None,
                is_beside_kanji: false,
            });
            self.in_run = true;
        }
        self.katakana.push(c.letter);
        let letter = large(c.letter);
        let flags = if letter == c.letter { flags } else { flags & !LITERAL };
        self.stream.push(letter, flags, c.start, c.end, 0);
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
            if !self.stream.letters()[run.letters.start..].iter().copied().eq(form.chars()) {
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
            let katakana: String = self.katakana[run.katakana.clone()].iter().collect();
            match reads_as_kanji(&katakana).filter(|_| run.is_beside_kanji && last == next) {
                Some(hiragana) => pattern.push_str(hiragana),
                None => pattern.push_str(&self.variant_form(next, last)),
            }
            (at, next) = (self.runs[last].letters.end, last + 1);
        }
        pattern.extend(&letters[at..]);
        rewrite(&pattern)
    }
}

impl SearchText for JapaneseText {
    fn stream(&self) -> &LetterStream {
        &self.stream
    }

    fn walk_alternatives(&self, walk: Walk, trie: &Trie, found: &mut Continuation) {
        self.walk_spellings(walk, trie, found);
        self.walk_joined_runs(walk, trie, found);
    }
}

impl JapaneseText {
    /// Reads the word that starts here as keys spell it.
    fn walk_spellings(&self, walk: Walk, trie: &Trie, found: &mut Continuation) {
        let at = walk.at as usize;
        let from = self.spellings.partition_point(|one| one.letters.start < at);
        for one in self.spellings[from..].iter().take_while(|one| one.letters.start == at) {
            let letters = one.to.iter().flat_map(|part| part.chars());
            let Some(node) = trie.walk(walk.node, letters).1 else { continue };
            let end = u32::try_from(one.letters.end).unwrap_or(u32::MAX);
            if self.stream.flags()[one.letters.end - 1] & ENDS != 0 && trie.is_end(node) {
                found.matches.push(PatternMatch { first: walk.first, last: end - 1, node, form: MatchForm::Other });
            }
            found.walks.push(Walk { at: end, node, ..walk });
        }
    }

    /// Reads the next run together with the runs joined to it.
    fn walk_joined_runs(&self, walk: Walk, trie: &Trie, found: &mut Continuation) {
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

/// Katakana that the variant form may change, depending on what is beside it or into more than one letter.
const VARIABLE_KANA: [char; 10] = ['ヴ', 'ヂ', 'ヅ', 'イ', 'ウ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ'];

/// Small katakana as large, where the variant form has it so whatever is beside it.
fn large(letter: char) -> char {
    match letter {
        'ッ' => 'ツ',
        'ャ' => 'ヤ',
        'ュ' => 'ユ',
        'ョ' => 'ヨ',
        'ヰ' => 'イ',
        'ヱ' => 'エ',
        'ヶ' => 'ケ',
        'ヵ' => 'カ',
        letter => letter,
    }
}
