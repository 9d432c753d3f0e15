//! The English texts of a document in which the English of a Japanese term may be found, with the matching Japanese if known.

use super::tokens::Tokens;
use super::{bare, span_of};
use crate::link::passage;
use crate::model::{Extraction, Release, Segment, Span};
use crate::text::chars::has_japanese;

/// Text without Japanese counts as English running text from this many words on.
const PROSE: usize = 8;
/// Maximum number of passages of running text.
const MOST: usize = 60;

/// An English text.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) kind: ContextKind,
    /// The Japanese text with the same meaning.
    pub(super) ja: Option<String>,
    /// Its form for comparison.
    bare: Option<String>,
    pub(super) tokens: Tokens,
    /// Its span in the document.
    pub(super) span: Span,
}

/// Kinds of contexts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ContextKind {
    /// A title of the paper or release; `paired` if the document pairs it with the Japanese one.
    Title { paired: bool },
    /// A sentence aligned with a Japanese one, with the confidence of the alignment.
    Aligned(f64),
    /// Running text.
    Prose,
}

impl ContextKind {
    pub(super) fn is_title(&self) -> bool {
        matches!(self, Self::Title { .. })
    }

    pub(super) fn is_aligned(&self) -> bool {
        matches!(self, Self::Aligned(_))
    }
}

impl Context {
    fn new(kind: ContextKind, ja: Option<String>, en: &str, span: Span) -> Self {
        Self { kind, bare: ja.as_deref().map(bare), ja, tokens: Tokens::new(en), span }
    }

    /// Whether the text may have the English of a term, given its [`bare`] form: its Japanese, if known, must contain the term.
    pub(super) fn may_hold(&self, term: &str) -> bool {
        self.bare.as_deref().is_none_or(|text| !term.is_empty() && text.contains(term))
    }
}

/// All English texts of a document, the most informative first.
pub(super) fn of(release: &Release, found: &Extraction, segments: &[Segment]) -> Vec<Context> {
    let metadata = &found.metadata;
    let mut all: Vec<Context> = Vec::new();
    let place = |text: &str| span_of(&release.text, text).unwrap_or_default();
    for (en, ja) in [(&metadata.paper_title_en, &metadata.paper_title_ja), (&metadata.title_en, &metadata.title_ja)] {
        let Some(en) = en.as_deref().filter(|en| !has_japanese(en)) else { continue };
        let ja = ja.clone();
        let kind = ContextKind::Title { paired: ja.is_some() };
        // The Japanese title decides only if the document pairs the two; otherwise the English title may have the term anyway.
        all.push(Context::new(kind, ja.clone(), en, place(en)));
        if ja.is_some() {
            let kind = ContextKind::Title { paired: false };
            all.push(Context::new(kind, None, en, place(en)));
        }
    }
    for segment in
        segments.iter().filter(|segment| segment.source_lang.is_japanese() && segment.target_lang.is_english())
    {
        let is_title = metadata.paper_title_en.as_deref() == Some(segment.target.as_str());
        if !is_title {
            let kind = ContextKind::Aligned(segment.confidence);
            let span = span_of(&release.text, &segment.target).unwrap_or_else(|| place(&segment.source));
            all.push(Context::new(kind, Some(segment.source.clone()), &segment.target, span));
        }
    }
    for passage in passage::of(release, found) {
        for part in english_stretches(&passage.flow.text) {
            let span = passage.flow.source(part);
            let text = part.of(&passage.flow.text);
            if all.iter().filter(|context| context.kind == ContextKind::Prose).count() < MOST {
                all.push(Context::new(ContextKind::Prose, None, text, span));
            }
        }
    }
    all
}

/// Texts without Japanese of at least [`PROSE`] words.
fn english_stretches(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), '。'))) {
        let is_latin = c.is_ascii() || matches!(c, '‐'..='”' | 'Α'..='ω' | 'À'..='ÿ');
        match (is_latin, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let part = &text[from..at];
                let words =
                    part.split_whitespace().filter(|word| word.chars().filter(|c| c.is_lowercase()).count() > 1);
                if words.count() >= PROSE && !part.contains("://") {
                    out.push(Span::new(from, at));
                }
                start = None;
            }
            _ => {}
        }
    }
    out
}
