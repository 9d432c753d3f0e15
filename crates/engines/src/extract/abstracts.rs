//! Finds Japanese and English passages of a release that may be translations of each other, such as its two abstracts.
//!
//! An English passage is paired with the Japanese passage before it, the one after it, and any under the heading of a
//! summary (glossary/markers.toml, `abstracts`). Whether they really match is for alignment to find out. A release with English
//! in many places is translated in part, and the English there is what nobody has translated yet.

use super::document::Document;
use super::glossary_heading::{core, opens_glossary};
use super::prose::{is_whole, without};
use super::rules::{RULES, compact};
use crate::model::{Lang, Release, Span};
use crate::text::chars::{Class, class, is_japanese_letter};
use crate::text::layout::Flow;
use crate::text::sentence::sentences;

/// A sentence of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its text, lines re-joined.
    pub text: String,
    /// Its span in the release.
    pub span: Span,
}

/// Two passages that may be translations of each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassagePair {
    /// The Japanese sentences.
    pub ja: Vec<Sentence>,
    /// The English sentences.
    pub en: Vec<Sentence>,
    /// Whether one of them is under the heading of a summary.
    pub is_headed: bool,
}

/// Minimum number of words of an English passage.
const WORDS: usize = 20;
/// English characters per Japanese character in the longest Japanese that may match.
const DENSEST: usize = 1;
/// English passages of a release that prints its summary in both languages: the summary, and perhaps the paper it is about.
const ENGLISH: usize = 2;
/// Maximum number of passages examined in one language.
const MOST: usize = 200;

/// Passages that may be translations of each other, without the marks of notes; one English passage may be in several pairs.
///
/// `marks` are in order, none inside another.
#[must_use]
pub fn bilingual_passages(release: &Release, marks: &[Span]) -> Vec<PassagePair> {
    let document = Document::new(release);
    let passages = passages(&document);
    let mut pairs: Vec<PassagePair> = Vec::new();
    let english = || passages.iter().enumerate().filter(|(_, passage)| passage.is_prose(&document));
    let is_partly_translated = english().nth(ENGLISH).is_some();
    for (at, english) in english().take(MOST) {
        let length = english.length(&document);
        let japanese = |passage: &&Passage| passage.lang == Lang::JA;
        let of = |passage: &Passage| passage.is_summary || english.is_summary;
        let before = passages[..at].iter().next_back().filter(japanese);
        let before = before.map(|passage| (passage.last(&document, length), of(passage)));
        let after =
            passages.get(at + 1).filter(japanese).map(|passage| (passage.first(&document, length), of(passage)));
        let named = passages.iter().filter(japanese).filter(|passage| passage.is_summary).take(MOST);
        let named = named.map(|passage| (passage.first(&document, length), true));
        let en = sentences_of(&document, &english.paragraphs, marks);
        for (paragraphs, is_headed) in before.into_iter().chain(after).chain(named) {
            if is_partly_translated && !is_headed {
                continue;
            }
            let ja = sentences_of(&document, paragraphs, marks);
            let pair = PassagePair { ja, en: en.clone(), is_headed };
            if !pair.ja.is_empty() && !pair.en.is_empty() && !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    }
    pairs
}

/// Consecutive paragraphs of one language without a heading between them.
#[derive(Debug)]
struct Passage {
    lang: Lang,
    /// Whether it is under the heading of a summary.
    is_summary: bool,
    /// The rows of each paragraph.
    paragraphs: Vec<Vec<usize>>,
}

fn passages(document: &Document<'_>) -> Vec<Passage> {
    let mut all: Vec<Passage> = Vec::new();
    let (mut summary, mut broken, mut ended) = (false, true, true);
    for row in 0..document.rows.len() {
        if let Some(is_summary) = heading(document, row) {
            (summary, broken, ended) = (is_summary, true, true);
            continue;
        }
        let Some(lang) = language(document, row, all.last().filter(|_| !broken).map(|passage| &passage.lang)) else {
            ended = true;
            continue;
        };
        let fits = !broken && all.last().is_some_and(|passage| passage.lang == lang);
        if !fits {
            all.push(Passage { lang, is_summary: summary, paragraphs: Vec::new() });
            ended = true;
        }
        if let Some(passage) = all.last_mut() {
            match passage.paragraphs.last_mut().filter(|_| !ended) {
                Some(rows) => rows.push(row),
                None => passage.paragraphs.push(vec![row]),
            }
        }
        broken = false;
        ended = document.ends_paragraph(row);
    }
    all
}

/// If a row is a heading, whether it is that of a summary.
fn heading(document: &Document<'_>, row: usize) -> Option<bool> {
    if !document.looks_like_heading(row) {
        return None;
    }
    let text = document.compact(row);
    let core = core(&text);
    if RULES.abstracts.headings.iter().any(|word| word == core) {
        return Some(true);
    }
    let line = &document.rows[row].line;
    let other = opens_glossary(&text).is_some()
        || document.is_section_end(row)
        || line.block == Some(crate::model::BlockKind::Heading);
    other.then_some(false)
}

/// The language of a row; the last short row of an English paragraph counts as English.
fn language(document: &Document<'_>, row: usize, before: Option<&Lang>) -> Option<Lang> {
    let cells = &document.rows[row].cells;
    let japanese = cells.iter().filter(|cell| is_japanese_letter(cell.1)).count();
    let latin = cells.iter().filter(|cell| class(cell.1) == Class::Latin).count();
    if japanese > 0 {
        return (2 * japanese >= latin).then_some(Lang::JA);
    }
    let continues = before.is_some_and(Lang::is_english) && !document.is_apart(row);
    (latin >= 12 || latin > 0 && continues).then_some(Lang::EN)
}

impl Passage {
    fn text(&self, document: &Document<'_>) -> String {
        let rows = self.paragraphs.iter().flatten();
        rows.map(|&row| document.rows[row].line.span.of(document.text).trim()).collect::<Vec<_>>().join(" ")
    }

    fn length(&self, document: &Document<'_>) -> usize {
        self.text(document).chars().count()
    }

    /// Whether it consists of English sentences, not of titles, names or references.
    fn is_prose(&self, document: &Document<'_>) -> bool {
        if !self.lang.is_english() {
            return false;
        }
        let text = self.text(document);
        let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
        words.len() >= WORDS && 10 * small >= 6 * words.len() && text.contains('.')
    }

    /// The first paragraphs, as many as may match an English text of `english` characters.
    fn first(&self, document: &Document<'_>, english: usize) -> &[Vec<usize>] {
        let count = self.enough(document, english, self.paragraphs.iter());
        self.paragraphs.get(..count).unwrap_or_default()
    }

    /// The last paragraphs, as many as may match an English text of `english` characters.
    fn last(&self, document: &Document<'_>, english: usize) -> &[Vec<usize>] {
        let count = self.enough(document, english, self.paragraphs.iter().rev());
        self.paragraphs.get(self.paragraphs.len() - count..).unwrap_or_default()
    }

    fn enough<'a>(
        &self,
        document: &Document<'_>,
        english: usize,
        paragraphs: impl Iterator<Item = &'a Vec<usize>>,
    ) -> usize {
        let (mut count, mut length) = (0, 0);
        for rows in paragraphs {
            if count > 0 && length * DENSEST >= english / 3 {
                break;
            }
            length += rows.iter().map(|&row| document.rows[row].cells.len()).sum::<usize>();
            count += 1;
        }
        count
    }
}

/// The sentences of some paragraphs, without the label that a summary may begin with (`要旨：`).
fn sentences_of(document: &Document<'_>, paragraphs: &[Vec<usize>], marks: &[Span]) -> Vec<Sentence> {
    let mut all = Vec::new();
    for rows in paragraphs {
        let spans: Vec<Span> = rows.iter().map(|&row| document.rows[row].line.span).collect();
        let flow = document.join(&without(document.text, spans, marks));
        for span in sentences(&flow.text) {
            all.extend(sentence(&flow, span));
        }
    }
    all
}

fn sentence(flow: &Flow, span: Span) -> Option<Sentence> {
    let mut span = span;
    let text = span.of(&flow.text);
    if let Some(at) = text.find([':', '：']).filter(|_| span.start == 0)
        && RULES.abstracts.headings.contains(&compact(&text[..at]))
    {
        let rest = text[at..].trim_start_matches([':', '：', ' ', '\u{3000}']);
        span = Span::new(span.end - rest.len(), span.end);
    }
    let text = span.of(&flow.text).trim();
    is_whole(text).then(|| Sentence { text: text.to_owned(), span: flow.source(span) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(Vec<String>, Vec<String>)> {
        let release = Release { text: text.to_owned(), ..Release::default() };
        let texts = |all: Vec<Sentence>| all.into_iter().map(|sentence| sentence.text).collect();
        bilingual_passages(&release, &[]).into_iter().map(|pair| (texts(pair.ja), texts(pair.en))).collect()
    }

    const JA: &str = "私たちは𠮷野川の⻭の化石を調べた。年代は三つの方法で求めた。";
    const EN: &str = "We studied fossil teeth from the banks of the river. Their age was found in three ways, which agree within a few years of each other.";

    #[test]
    fn a_summary_in_both_languages_is_found_beside_or_under_its_heading() {
        for text in [
            format!("{JA}\n\n{EN}\n\n背景\n昔から知られていた。\n"),
            format!("{EN}\r\n\r\n{JA}\r\n"),
            format!("論文要旨\n{JA}\n\n研究者\n山田 太郎\n\nAbstract\n{EN}\n"),
            format!("要旨：{JA}\n\nAbstract: {EN}\n"),
        ] {
            let found = shown(&text);
            let right = found.iter().any(|(ja, en)| {
                ja.concat() == JA.replace('⻭', "歯") && en.join(" ") == EN && ja.len() == 2 && en.len() == 2
            });
            assert!(right, "{text}\n{found:?}");
        }
    }

    #[test]
    fn titles_names_and_texts_of_one_language_are_no_summaries() {
        for text in [
            String::new(),
            format!("{JA}\n\n{JA}\n"),
            format!("{EN}\n"),
            format!(
                "{JA}\n\nFossil Teeth of the Yoshino River, Journal of Invented Results, Vol. 3, pp. 1–9, Hanako Yamada, Taro Suzuki, Jiro Sato and Others\n"
            ),
        ] {
            assert!(shown(&text).is_empty(), "{text}\n{:?}", shown(&text));
        }
    }
}
