//! A Japanese text in, the letters it is searched by out.
//!
//! ```text
//! 医 ⻭学のＬＤＬ-コレステロール   →  医 歯 学 の l d l [コレステロール]     spaces and hyphens dropped, case folded,
//!                                                                    katakana run by run in its variant form
//! ```
//!
//! Texts that share a variant key ([`crate::text::key::Key`]) share their letters. The variant form of katakana depends on
//! what follows, also across a space, a hyphen or a middle dot (エクソ ソーム, サイトカイン・ストーム), so runs that such
//! marks join are also read with those that follow.

use std::ops::Range;

use crate::text::english::greek_names;
use crate::text::kana::variant_fold;

use super::cells::{Cell, each_cell};
use super::stream::{BEGINS, ENDS, PLAIN, Stream, TURNS};
use super::trie::Trie;
use super::walk::{Ahead, Reached, Reading, Walk, Way};

/// A text as it is searched.
#[derive(Debug, Default)]
pub(super) struct Japanese {
    stream: Stream,
    runs: Vec<Run>,
    /// The katakana of the runs as they stand in the text, folded.
    katakana: Vec<char>,
    /// Middle dots at the end of the stream.
    dots: usize,
    in_run: bool,
}

/// A run of katakana.
#[derive(Debug, Clone)]
struct Run {
    /// Its letters in the stream.
    letters: Range<usize>,
    katakana: Range<usize>,
    /// Its bytes in the text.
    start: u32,
    end: u32,
    /// What parts it from the next run; none where more does than a space, a hyphen or middle dots.
    joint: Option<Joint>,
}

/// What parts two runs of katakana a writer may also write as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Nothing,
    Dot,
}

impl Japanese {
    /// Reads a text.
    pub(super) fn new(text: &str) -> Self {
        let mut read = Self { stream: Stream::with_capacity(text.len() / 3 + 16), ..Self::default() };
        each_cell(text, |cell| read.add(cell));
        read.end_word();
        for run in read.runs.iter().filter(|run| run.joint.is_some()) {
            read.stream.set(run.letters.start, TURNS);
        }
        read.stream.close();
        read
    }

    #[inline]
    fn add(&mut self, cell: Cell) {
        let is_katakana = cell.traits.is_katakana();
        if cell.begins {
            self.end_word();
        } else if self.in_run && !is_katakana {
            self.end_run();
        }
        let Cell { letter, start, end, .. } = cell;
        let begins = if cell.begins { BEGINS } else { 0 };
        let plain = if cell.is_source { PLAIN } else { 0 };
        if is_katakana {
            self.add_katakana(cell, begins | plain);
        } else if letter.is_ascii() {
            if matches!(letter, ' ' | '-') {
                return;
            }
            let small = letter.to_ascii_lowercase();
            let plain = if small == letter { plain } else { 0 };
            self.stream.push(small, begins | plain, start, end, 0);
            self.dots = 0;
        } else if cell.traits.is_wordlike() {
            let mut flags = begins;
            for letter in greek_names(letter.encode_utf8(&mut [0; 4])).to_lowercase().chars() {
                self.stream.push(letter, flags, start, end, 0);
                flags = 0;
            }
            self.dots = 0;
        } else {
            self.stream.push(letter, begins | plain, start, end, 0);
            self.dots = if letter == '・' { self.dots + 1 } else { 0 };
        }
    }

    fn add_katakana(&mut self, cell: Cell, flags: u8) {
        if !self.in_run {
            // Middle dots between katakana are no letters.
            let end = self.stream.len() - self.dots;
            let dots = std::mem::take(&mut self.dots);
            if let Some(last) = self.runs.last_mut().filter(|last| last.letters.end == end) {
                last.joint = Some(if dots > 0 { Joint::Dot } else { Joint::Nothing });
                self.stream.truncate(end);
            }
            let (letters, katakana) = (self.stream.len()..0, self.katakana.len()..0);
            self.runs.push(Run { letters, katakana, start: cell.start, end: cell.end, joint: None });
            self.in_run = true;
        }
        self.katakana.push(cell.letter);
        self.stream.push(cell.letter, flags, cell.start, cell.end, 0);
        if let Some(run) = self.runs.last_mut() {
            run.end = cell.end;
        }
    }

    /// A term may end after what stands in the stream so far.
    fn end_word(&mut self) {
        if self.in_run {
            self.end_run();
        }
        self.stream.set(self.stream.len().wrapping_sub(1), ENDS);
    }

    /// Puts the variant form of the last run in its place.
    fn end_run(&mut self) {
        self.in_run = false;
        let Some(run) = self.runs.last_mut() else { return };
        run.katakana.end = self.katakana.len();
        let katakana = &self.katakana[run.katakana.clone()];
        if katakana.ends_with(&['ー']) || katakana.iter().any(|letter| FOLDED.contains(letter)) {
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

    /// The variant form of the runs from one to another, both included.
    fn form(&self, first: usize, last: usize) -> String {
        let mut text = String::new();
        for run in &self.runs[first..=last] {
            text.extend(&self.katakana[run.katakana.clone()]);
            if run.joint == Some(Joint::Dot) {
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
            let last = next + self.runs[next..].iter().take_while(|run| run.joint.is_some()).count();
            pattern.extend(&letters[at..run.letters.start]);
            pattern.push_str(&self.form(next, last));
            (at, next) = (self.runs[last].letters.end, last + 1);
        }
        pattern.extend(&letters[at..]);
        pattern
    }
}

impl Reading for Japanese {
    fn stream(&self) -> &Stream {
        &self.stream
    }

    /// Reads the run that comes next together with the runs joined to it.
    fn turn(&self, walk: Walk, trie: &Trie, ahead: &mut Ahead) {
        let Ok(first) = self.runs.binary_search_by_key(&(walk.at as usize), |run| run.letters.start) else { return };
        let joined = self.runs[first..].iter().take_while(|run| run.joint.is_some()).count();
        for last in first + 1..=first + joined {
            let form = self.form(first, last);
            let (walked, end) = trie.walk(walk.node, form.chars());
            let at = self.runs[last].letters.end;
            if let Some(node) = end {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                if self.stream.flags()[at as usize - 1] & ENDS != 0 && trie.is_end(node) {
                    ahead.reached.push(Reached { first: walk.first, last: at - 1, node, way: Way::Other });
                }
                if last == first + joined {
                    ahead.walks.push(Walk { at, node, ..walk });
                }
            }
            // What follows changes the last letter of the form at most.
            if walked + 1 < form.chars().count() {
                break;
            }
        }
    }
}

/// Katakana whose variant form may be another.
const FOLDED: [char; 10] = ['ヴ', 'ヂ', 'ヅ', 'イ', 'ウ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ'];
