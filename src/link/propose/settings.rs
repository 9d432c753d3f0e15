//! A document in, the stretches of English in it out, with the Japanese beside them where there is some: closed sets in which
//! the English of a Japanese term can be looked for.

use super::tokens::Tokens;
use super::{holds, place_of};
use crate::link::passage;
use crate::model::{Extraction, Release, Segment, Span};
use crate::text::chars::has_japanese;

/// Words from which on a stretch of Latin letters is English running text.
const PROSE: usize = 8;
/// The most stretches of running text that are looked at.
const MOST: usize = 60;

/// A stretch of English.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) kind: SettingKind,
    /// The Japanese that says the same.
    pub(super) ja: Option<String>,
    pub(super) tokens: Tokens,
    /// Where in the document.
    pub(super) span: Span,
}

/// What kind of stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum SettingKind {
    /// A title of the paper or release; `paired` where its Japanese stands beside it.
    Title { paired: bool },
    /// A sentence aligned with a Japanese one, with the probability that they belong together.
    Aligned(f64),
    /// Running text.
    Prose,
}

impl SettingKind {
    pub(super) fn is_title(&self) -> bool {
        matches!(self, Self::Title { .. })
    }

    pub(super) fn is_aligned(&self) -> bool {
        matches!(self, Self::Aligned(_))
    }
}

impl Setting {
    /// Whether the English of `ja` can be expected: where Japanese stands beside the stretch, it must hold the term.
    pub(super) fn may_hold(&self, ja: &str) -> bool {
        self.ja.as_deref().is_none_or(|text| holds(text, ja))
    }
}

/// All stretches of English of a document, the most telling first.
pub(super) fn of(release: &Release, found: &Extraction, segments: &[Segment]) -> Vec<Setting> {
    let metadata = &found.metadata;
    let mut all: Vec<Setting> = Vec::new();
    let place = |text: &str| place_of(&release.text, text).unwrap_or_default();
    for (en, ja) in [(&metadata.paper_title_en, &metadata.paper_title_ja), (&metadata.title_en, &metadata.title_ja)] {
        let Some(en) = en.as_deref().filter(|en| !has_japanese(en)) else { continue };
        let ja = ja.clone();
        let kind = SettingKind::Title { paired: ja.is_some() };
        // A pair leaves its Japanese side out only by its own rule; what the term may still stand for is the title's.
        all.push(Setting { kind, ja: ja.clone(), tokens: Tokens::new(en), span: place(en) });
        if ja.is_some() {
            let kind = SettingKind::Title { paired: false };
            all.push(Setting { kind, ja: None, tokens: Tokens::new(en), span: place(en) });
        }
    }
    for segment in
        segments.iter().filter(|segment| segment.source_lang.is_japanese() && segment.target_lang.is_english())
    {
        let is_title = metadata.paper_title_en.as_deref() == Some(segment.target.as_str());
        if !is_title {
            let kind = SettingKind::Aligned(segment.confidence);
            let (ja, span) = (Some(segment.source.clone()), place(&segment.target));
            all.push(Setting { kind, ja, tokens: Tokens::new(&segment.target), span });
        }
    }
    for passage in passage::of(release, found) {
        for part in english_stretches(&passage.flow.text) {
            let span = passage.flow.source(part);
            let text = part.of(&passage.flow.text);
            if all.iter().filter(|setting| setting.kind == SettingKind::Prose).count() < MOST {
                all.push(Setting { kind: SettingKind::Prose, ja: None, tokens: Tokens::new(text), span });
            }
        }
    }
    all
}

/// Stretches without Japanese of at least [`PROSE`] words.
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
