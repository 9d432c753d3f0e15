//! The running text of a release as whole sentences, for alignment with its translation.
//!
//! [`row_kind`] tells rows of running text from headings and from what is no sentence: contents lists ([`contents`]), numbers of
//! pages and running heads ([`page_edges`]), tables and captions ([`captions`]). [`paragraphs`] puts the paragraphs together again that lines, columns and
//! pages cut, and [`fragments`] drops what is still no whole sentence. A document that is translated in part holds sentences of
//! both languages, in their order.

mod captions;
mod contents;
mod fragments;
mod note_marks;
mod page_edges;
mod paragraphs;
mod row_kind;

pub(super) use fragments::is_whole;

use super::document::Document;
use crate::model::{Lang, Release, Span};
use crate::text::sentence::sentences;

/// A sentence of the running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningSentence {
    /// Its text, lines re-joined.
    pub text: String,
    /// Its span in the release.
    pub span: Span,
    /// Its language.
    pub lang: Lang,
}

/// What a row is in the running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowKind {
    /// Part of a paragraph.
    Text,
    /// A heading.
    Heading,
    /// The title of the document.
    Title,
    /// Neither: a line of a contents list, a caption, a row of a table, a page number.
    Apart,
}

/// The rows of a paragraph, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Paragraph {
    rows: Vec<usize>,
    /// Whether it is the title of the document.
    is_title: bool,
}

/// The title and the sentences of a release, in the order of the text.
#[must_use]
pub fn running_text(release: &Release) -> Vec<RunningSentence> {
    running_text_without(release, &[])
}

/// The same without these spans, sorted: the note marks in the sentences, with the spaces before them.
#[must_use]
pub fn running_text_without(release: &Release, marks: &[Span]) -> Vec<RunningSentence> {
    let document = Document::new(release);
    let kinds = row_kind::of_rows(&document);
    let paragraphs = paragraphs::of(&document, &kinds);
    let notes = note_marks::NoteNumbers::of(&document, &paragraphs);
    let mut all = Vec::new();
    for paragraph in &paragraphs {
        let spans = notes.spans_without_marks(&document, paragraph);
        let flow = document.join(&without(&release.text, spans, marks));
        for span in sentences(&flow.text) {
            let text = fragments::without_bullet(span.of(&flow.text));
            let start = span.end - text.len();
            let whole = paragraph.is_title || is_whole(text);
            let Some(lang) = fragments::language(text).filter(|_| whole) else { continue };
            let span = flow.source(Span::new(start, span.end));
            all.push(RunningSentence { text: text.to_owned(), span, lang });
        }
    }
    all
}

/// The whole sentences of a text that is not a release of its own, such as a definition.
#[must_use]
pub fn whole_sentences(text: &str) -> Vec<&str> {
    let found = sentences(text).into_iter().map(|span| fragments::without_bullet(span.of(text).trim()));
    found.filter(|sentence| is_whole(sentence)).collect()
}

/// Spans without those of marks.
pub(super) fn without(text: &str, spans: Vec<Span>, marks: &[Span]) -> Vec<Span> {
    if marks.is_empty() {
        return spans;
    }
    let mut rest = Vec::new();
    for span in spans {
        let first = marks.partition_point(|mark| mark.end <= span.start);
        let mut start = span.start;
        for mark in marks.get(first..).unwrap_or_default().iter().take_while(|mark| mark.start < span.end) {
            let before = text.get(start..mark.start).unwrap_or_default().trim_end().len();
            rest.push(Span::new(start, start + before));
            start = start.max(mark.end).min(span.end);
        }
        rest.push(Span::new(start, span.end));
    }
    rest.retain(|span| !span.is_empty());
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let release = Release { text: text.to_owned(), ..Release::default() };
        running_text(&release).into_iter().map(|sentence| sentence.text).collect()
    }

    #[test]
    fn contents_lists_page_numbers_headings_and_captions_are_no_sentences() {
        let text = "観測の手引き\n\n目次\n1 はじめに . . . . . . 3\n2 なぜ測るのか? . . . . 5\n2.1 装置の準備 ‥‥‥ 7\n\n1 はじめに\nこの手引きは湖の水を測る人のために書かれました。\n2 なぜ測るのか?\n図1 湖の写真。湖の北側から撮った。\n水の温度は毎朝変わります。\n表 2：温度の一覧。\n図1に示すように、湖は広い。\n";
        assert_eq!(
            shown(text),
            [
                "観測の手引き",
                "この手引きは湖の水を測る人のために書かれました。",
                "水の温度は毎朝変わります。",
                "図1に示すように、湖は広い。"
            ]
        );
    }

    #[test]
    fn a_sentence_that_a_page_cuts_is_whole_again_without_the_note_and_the_running_foot_between() {
        let line = "湖の底にたまった泥を調べる新しい装置を用いて過去の気候を調べた。あらたに";
        let text = format!(
            "{line}\n{line}\n{line}\n{line}得られた記録は一万年まえまで遡ることができる。1そのためには時間が\n1測り方は別の文書に書いた。\n16 第4章 測定\n\u{c}要ります。\n次の文。\n17 第4章 測定\n\u{c}{line}終わり。\n18 第4章 測定\n"
        );
        let found = shown(&text);
        assert!(found.contains(&"そのためには時間が要ります。".to_owned()), "{found:?}");
        assert!(!found.iter().any(|sentence| sentence.contains("第4章")), "{found:?}");
    }

    #[test]
    fn the_marks_of_notes_are_left_out_with_the_space_before_them() {
        let text = "湖の観測\n\n湖の泥※1と水(2)を測った。\n\nWe measured mud (1), and water (2) in the lake. It was 12 (twelve) cold.\n";
        let release = Release { text: text.to_owned(), ..Release::default() };
        let marks: Vec<Span> = ["※1", "(2)", "(1)", "(2) in"]
            .iter()
            .map(|mark| {
                let start = text.find(mark).unwrap();
                Span::new(start, start + if mark.starts_with('(') { 3 } else { mark.len() })
            })
            .collect();
        let found: Vec<String> =
            running_text_without(&release, &marks).into_iter().map(|sentence| sentence.text).collect();
        assert_eq!(
            found,
            ["湖の観測", "湖の泥と水を測った。", "We measured mud, and water in the lake.", "It was 12 (twelve) cold."]
        );
    }

    #[test]
    fn sentences_of_both_languages_keep_their_order_and_their_language() {
        let text = "湖の観測\n\n測定は朝に行う。\n\nSee the guide (測定の手引き) for the details of a measurement.\n\n詳しくは lake-sensor(1) を参照。\n";
        let release = Release { text: text.to_owned(), ..Release::default() };
        let langs: Vec<Lang> = running_text(&release).into_iter().map(|sentence| sentence.lang).collect();
        assert_eq!(langs, [Lang::JA, Lang::JA, Lang::EN, Lang::JA]);
    }
}
