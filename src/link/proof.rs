//! A place that proves something in, the links it proves out: every link is made here.

use super::passage::{Passage, Place};
use super::score::confidence;
use crate::model::{Link, Method, Relation, Sign, Span};

/// What all links of one place share.
#[derive(Debug, Clone)]
pub(super) struct Proof {
    /// How the links were found.
    pub(super) method: Method,
    /// Where the proof stands.
    pub(super) span: Span,
    /// Its words, lines re-joined.
    pub(super) support: String,
    /// Index of the entry it stands in.
    pub(super) entry: Option<usize>,
}

impl Proof {
    /// The words under `part` of a passage.
    pub(super) fn in_passage(passage: &Passage, part: Span) -> Self {
        let (method, entry) = match passage.place {
            Place::Body => (Method::InlineGloss, None),
            Place::Caption => (Method::CaptionGloss, None),
            Place::Definition(index) => (Method::DefinitionGloss, Some(index)),
        };
        let support = part.of(&passage.flow.text).to_owned();
        Self { method, span: passage.flow.source(part), support, entry }
    }

    /// The claim that `ja` is `en`, `relation` to each other, as the `signs` say.
    pub(super) fn link(&self, ja: &str, en: &str, abbr: Option<&str>, relation: Relation, signs: Vec<Sign>) -> Link {
        Link {
            ja: ja.to_owned(),
            en: en.to_owned(),
            abbr: abbr.map(str::to_owned),
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
