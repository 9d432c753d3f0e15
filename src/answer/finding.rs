//! Findings: problems in a draft, with positions and fixes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::words::{RuleWord, SeverityWord, SideWord};
use crate::model::{Finding, Location, Side, Span};

/// One problem in a draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Finding)]
pub(crate) struct FindingAnswer {
    /// The rule that found it.
    pub(crate) rule: RuleWord,
    /// How much it matters. No finding should prevent saving.
    pub(crate) severity: SeverityWord,
    /// The segment it is about, from 0.
    pub(crate) unit: usize,
    /// Positions in its source text; empty where it is only about the target.
    pub(crate) source: Vec<SpanAnswer>,
    /// Positions in its target; empty where something is missing there.
    pub(crate) target: Vec<SpanAnswer>,
    /// What is wrong and why, in one sentence.
    pub(crate) message: String,
    /// Number of the concept it is about.
    pub(crate) concept_id: Option<i64>,
    /// Changes that would fix it, the best first.
    pub(crate) fixes: Vec<FixAnswer>,
    /// Other passages that show what is meant.
    pub(crate) related: Vec<RelatedAnswer>,
    /// Identifies the problem in every version of the document; an ignored finding is remembered by it.
    pub(crate) key: String,
}

/// A position in a text.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = TextSpan)]
pub(crate) struct SpanAnswer {
    /// In bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// In characters.
    pub(crate) span_chars: [usize; 2],
}

/// A change that would fix a problem.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Fix)]
pub(crate) struct FixAnswer {
    /// What it does, as the label of a button.
    pub(crate) title: String,
    /// The replacements it consists of; they do not overlap.
    pub(crate) changes: Vec<ReplacedAnswer>,
}

/// A replacement for a passage.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = FixChange)]
pub(crate) struct ReplacedAnswer {
    /// The segment, from 0.
    pub(crate) unit: usize,
    /// Which of its texts.
    pub(crate) side: SideWord,
    /// What is replaced, in bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// The same in characters.
    pub(crate) span_chars: [usize; 2],
    /// The text that replaces it.
    pub(crate) text: String,
}

/// Another passage that shows what is meant.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = RelatedPlace)]
pub(crate) struct RelatedAnswer {
    /// The segment, from 0.
    pub(crate) unit: usize,
    /// Which of its texts.
    pub(crate) side: SideWord,
    /// Position, in bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// The same in characters.
    pub(crate) span_chars: [usize; 2],
    /// What it shows.
    pub(crate) message: String,
}

/// The characters of both texts of a pair.
#[derive(Debug)]
pub(crate) struct PairCharacters {
    source: Characters,
    target: Characters,
}

impl PairCharacters {
    /// Errors of `source` and `target`.
    pub(crate) fn of(source: &str, target: &str) -> Self {
        Self { source: Characters::of(source), target: Characters::of(target) }
    }

    /// A span of one of the texts, in characters.
    pub(crate) fn span(&self, side: Side, span: Span) -> [usize; 2] {
        self.side(side).span(span)
    }

    fn side(&self, side: Side) -> &Characters {
        match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        }
    }
}

impl FindingAnswer {
    /// The finding, with the characters of every pair that was checked.
    pub(crate) fn new(finding: Finding, pairs: &[PairCharacters]) -> Self {
        let at = |place: &Location| {
            let characters = pairs.get(place.unit).map(|pair| pair.span(place.side, place.span));
            (bytes(place.span), characters.unwrap_or_default())
        };
        let spans = |side: Side, spans: Vec<Span>| {
            let answer = |span| {
                let (span, span_chars) = at(&Location { unit: finding.unit, side, span });
                SpanAnswer { span, span_chars }
            };
            spans.into_iter().map(answer).collect()
        };
        let fix = |fix: crate::model::Fix| FixAnswer {
            title: fix.title,
            changes: fix
                .changes
                .into_iter()
                .map(|change| {
                    let (span, span_chars) = at(&change.place);
                    let Location { unit, side, .. } = change.place;
                    ReplacedAnswer { unit, side: side.into(), span, span_chars, text: change.text }
                })
                .collect(),
        };
        let related = |related: crate::model::Related| {
            let (span, span_chars) = at(&related.place);
            let Location { unit, side, .. } = related.place;
            RelatedAnswer { unit, side: side.into(), span, span_chars, message: related.message }
        };
        Self {
            rule: finding.rule.into(),
            severity: finding.severity.into(),
            unit: finding.unit,
            source: spans(Side::Source, finding.source),
            target: spans(Side::Target, finding.target),
            message: finding.message,
            concept_id: finding.concept_id.map(Into::into),
            fixes: finding.fixes.into_iter().map(fix).collect(),
            related: finding.related.into_iter().map(related).collect(),
            key: finding.key,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fix, Related, Replaced, Rule, Severity};

    #[test]
    fn places_are_told_in_bytes_and_in_characters_of_their_own_text() {
        let target = Location { unit: 0, side: Side::Target, span: Span::new(2, 4) };
        let finding = Finding {
            rule: Rule::Numbers,
            severity: Severity::Warning,
            unit: 0,
            source: vec![Span::new(4, 5)],
            target: vec![target.span],
            message: String::new(),
            concept_id: None,
            fixes: vec![Fix {
                title: String::new(),
                changes: vec![Replaced { place: target.clone(), text: "3".into() }],
            }],
            related: vec![Related { place: Location { unit: 7, ..target }, message: String::new() }],
            key: String::new(),
        };
        let answer = FindingAnswer::new(finding, &[PairCharacters::of("𠮷3匹", "a 12 mice")]);
        assert_eq!(answer.source[0].span_chars, [1, 2]);
        assert_eq!(answer.target[0].span_chars, [2, 4]);
        assert_eq!(answer.fixes[0].changes[0].span_chars, [2, 4]);
        assert_eq!(answer.related[0].span_chars, [0, 0], "a pair nobody gave has no characters");
    }
}
