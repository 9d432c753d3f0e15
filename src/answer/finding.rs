//! What a look at a draft came to in, its JSON out.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::words::{RuleWord, SeverityWord, SideWord};
use crate::model::{Finding, Place, Rule, Severity, Side, Span};

/// One problem in a draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Finding)]
pub(crate) struct FindingAnswer {
    /// What was looked for.
    #[schema(value_type = RuleWord)]
    pub(crate) rule: Rule,
    /// How much it matters; none is reason enough not to save.
    #[schema(value_type = SeverityWord)]
    pub(crate) severity: Severity,
    /// The segment it is about, from 0.
    pub(crate) unit: usize,
    /// Where in its source text; empty where it is about the target alone.
    pub(crate) source: Vec<SpanAnswer>,
    /// Where in its target; empty where something is missing there.
    pub(crate) target: Vec<SpanAnswer>,
    /// What, which, and why, in one sentence.
    pub(crate) message: String,
    /// Number of the concept it is about.
    pub(crate) concept_id: Option<i64>,
    /// What would mend it, the best first.
    pub(crate) fixes: Vec<FixAnswer>,
    /// Other places that show what is meant.
    pub(crate) related: Vec<RelatedAnswer>,
    /// What an ignore is remembered by: the same problem has the same key in every version of the document.
    pub(crate) key: String,
}

/// A place in a text.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = TextSpan)]
pub(crate) struct SpanAnswer {
    /// In bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// In characters.
    pub(crate) span_chars: [usize; 2],
}

/// A change that would mend a problem.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Fix)]
pub(crate) struct FixAnswer {
    /// What it does, as the label of a button.
    pub(crate) title: String,
    /// What is put in place of what; no two places overlap.
    pub(crate) changes: Vec<ReplacedAnswer>,
}

/// New words for a place.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = FixChange)]
pub(crate) struct ReplacedAnswer {
    /// Which segment, from 0.
    pub(crate) unit: usize,
    /// In which of its texts.
    #[schema(value_type = SideWord)]
    pub(crate) side: Side,
    /// What gives way, in bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// The same in characters.
    pub(crate) span_chars: [usize; 2],
    /// What stands there afterwards.
    pub(crate) text: String,
}

/// Another place that shows what is meant.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = RelatedPlace)]
pub(crate) struct RelatedAnswer {
    /// Which segment, from 0.
    pub(crate) unit: usize,
    /// In which of its texts.
    #[schema(value_type = SideWord)]
    pub(crate) side: Side,
    /// Where, in bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// The same in characters.
    pub(crate) span_chars: [usize; 2],
    /// What is to be seen there.
    pub(crate) message: String,
}

/// The characters of both texts of a pair.
#[derive(Debug)]
pub(crate) struct PairCharacters {
    source: Characters,
    target: Characters,
}

impl PairCharacters {
    /// Those of `source` and `target`.
    pub(crate) fn of(source: &str, target: &str) -> Self {
        Self { source: Characters::of(source), target: Characters::of(target) }
    }

    fn side(&self, side: Side) -> &Characters {
        match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        }
    }
}

impl FindingAnswer {
    /// The finding, with the characters of every pair that was looked at.
    pub(crate) fn new(finding: Finding, pairs: &[PairCharacters]) -> Self {
        let at = |place: &Place| {
            let characters = pairs.get(place.unit).map(|pair| pair.side(place.side).span(place.span));
            (bytes(place.span), characters.unwrap_or_default())
        };
        let spans = |side: Side, spans: Vec<Span>| {
            let answer = |span| {
                let (span, span_chars) = at(&Place { unit: finding.unit, side, span });
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
                    let Place { unit, side, .. } = change.place;
                    ReplacedAnswer { unit, side, span, span_chars, text: change.text }
                })
                .collect(),
        };
        let related = |related: crate::model::Related| {
            let (span, span_chars) = at(&related.place);
            let Place { unit, side, .. } = related.place;
            RelatedAnswer { unit, side, span, span_chars, message: related.message }
        };
        Self {
            rule: finding.rule,
            severity: finding.severity,
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
    use crate::model::{Fix, Related, Replaced};

    #[test]
    fn places_are_told_in_bytes_and_in_characters_of_their_own_text() {
        let target = Place { unit: 0, side: Side::Target, span: Span::new(2, 4) };
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
            related: vec![Related { place: Place { unit: 7, ..target }, message: String::new() }],
            key: String::new(),
        };
        let answer = FindingAnswer::new(finding, &[PairCharacters::of("𠮷3匹", "a 12 mice")]);
        assert_eq!(answer.source[0].span_chars, [1, 2]);
        assert_eq!(answer.target[0].span_chars, [2, 4]);
        assert_eq!(answer.fixes[0].changes[0].span_chars, [2, 4]);
        assert_eq!(answer.related[0].span_chars, [0, 0], "a pair nobody gave has no characters");
    }
}
