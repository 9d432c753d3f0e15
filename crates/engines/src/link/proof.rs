//! Makes links from the text that proves them.

use super::passage::{Passage, PassageKind};
use super::score::confidence;
use crate::model::{Link, Method, Relation, Sign, Span};
use crate::text::chars::{Class, class};
use crate::text::ordinary::in_usual_width;

/// The text that proves one or several links.
#[derive(Debug, Clone)]
pub(super) struct Proof {
    /// The method by which the links were found.
    pub(super) method: Method,
    /// The span of the proof.
    pub(super) span: Span,
    /// Its text, with lines joined.
    pub(super) support: String,
    /// The index of the entry that contains it.
    pub(super) entry: Option<usize>,
}

impl Proof {
    /// The proof in `part` of a passage.
    pub(super) fn in_passage(passage: &Passage, part: Span) -> Self {
        let (method, entry) = match passage.kind {
            PassageKind::Body => (Method::InlineGloss, None),
            PassageKind::Caption => (Method::CaptionGloss, None),
            PassageKind::Head(index) => (Method::HeadGloss, Some(index)),
            PassageKind::Definition(index) => (Method::DefinitionGloss, Some(index)),
        };
        let support = part.of(&passage.flow.text).to_owned();
        Self { method, span: passage.flow.source(part), support, entry }
    }

    /// A link between `ja` and `en` with a confidence from `signs`.
    pub(super) fn link(&self, ja: &str, en: &str, abbr: Option<&str>, relation: Relation, signs: Vec<Sign>) -> Link {
        // Titles are no terms: they stay as printed.
        let written = |name: &str| if relation == Relation::Title { name.to_owned() } else { in_usual_width(name) };
        Link {
            ja: written(ja),
            en: written(bare(en)),
            abbr: abbr.map(written),
            relation,
            method: self.method,
            confidence: confidence(&signs),
            signs,
            span: self.span,
            support: self.support.clone(),
            entry: self.entry,
        }
    }
}

/// An English name without the spaces, invisible characters and marks around it that only separate it from its neighbours: `heat capacity/`.
fn bare(english: &str) -> &str {
    english.trim_matches(|c: char| {
        class(c) == Class::Space
            || c.is_control()
            || matches!(c, '/' | '／' | '|' | ',' | '，' | '、' | ';' | '；' | ':' | '：' | '・' | '–')
    })
}
