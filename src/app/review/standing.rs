//! The standing of a term: its review state, with well-supported suggestions distinguished from the rest. Pure.

use std::collections::BTreeSet;

use crate::app::concepts::evidence_type::evidence_type;
use crate::model::{Review, Term};

/// From this confidence on, a suggested term with two types of evidence is strong.
pub const STRONG: f64 = 0.95;

/// The standing of a term. Only a person can make it `approved` or `rejected`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Found, but with too little evidence to be offered.
    Candidate,
    /// Offered, and waiting for review.
    Suggested,
    /// Offered, with a confidence of at least [`STRONG`] and at least two types of evidence.
    SuggestedStrong,
    /// Approved by a person.
    Approved,
    /// Rejected by a person.
    Rejected,
}

impl Standing {
    /// The word used in JSON and in sheets.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Candidate => "candidate",
            Self::Suggested => "suggested",
            Self::SuggestedStrong => "suggested_strong",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }

    /// Parses the word; `None` if it is not a standing.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Candidate, Self::Suggested, Self::SuggestedStrong, Self::Approved, Self::Rejected]
            .into_iter()
            .find(|standing| standing.as_str() == word)
    }
}

/// The standing of a term.
#[must_use]
pub fn standing(term: &Term) -> Standing {
    match term.review {
        Review::Candidate => Standing::Candidate,
        Review::Approved => Standing::Approved,
        Review::Rejected => Standing::Rejected,
        Review::Suggested => {
            let types: BTreeSet<&str> =
                term.evidence.iter().map(|one| evidence_type(one.first_kind(), one.method)).collect();
            let strong = term.confidence >= STRONG && types.len() >= 2;
            if strong { Standing::SuggestedStrong } else { Standing::Suggested }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, EvidenceId, EvidenceKind, EvidenceMethod, Lang, TermId, TermKind, Usage};

    fn term(review: Review, confidence: f64, methods: &[(EvidenceKind, &str)]) -> Term {
        let evidence = methods
            .iter()
            .map(|(kind, method)| Evidence {
                id: EvidenceId::new(0),
                term_id: TermId::new(1),
                kind: *kind,
                method: EvidenceMethod::from_word(method).unwrap(),
                release_id: None,
                source: String::new(),
                span: None,
                snippet: None,
                confidence,
                work: None,
                url: None,
                origin: None,
            })
            .collect();
        Term {
            id: TermId::new(1),
            lang: Lang::EN,
            text: "flux".to_owned(),
            reading: None,
            kind: TermKind::FullForm,
            part_of_speech: None,
            usage: Usage::Preferred,
            review,
            confidence,
            evidence,
        }
    }

    #[test]
    fn a_term_is_strong_by_confidence_and_two_types_of_evidence() {
        use EvidenceKind::{Curated, Document};
        for (what, review, confidence, methods, want) in [
            ("sure, one type", Review::Suggested, 0.99, vec![(Document, "inline_gloss")], Standing::Suggested),
            (
                "two ways of one type",
                Review::Suggested,
                0.99,
                vec![(Document, "inline_gloss"), (Document, "head_gloss")],
                Standing::Suggested,
            ),
            (
                "two types",
                Review::Suggested,
                0.95,
                vec![(Document, "inline_gloss"), (Curated, "starter")],
                Standing::SuggestedStrong,
            ),
            (
                "two types, not sure",
                Review::Suggested,
                0.949,
                vec![(Document, "inline_gloss"), (Curated, "starter")],
                Standing::Suggested,
            ),
            ("no evidence", Review::Suggested, 0.99, vec![], Standing::Suggested),
            (
                "a person said no",
                Review::Rejected,
                0.99,
                vec![(Curated, "starter"), (Document, "entry")],
                Standing::Rejected,
            ),
            ("a person said yes", Review::Approved, 0.1, vec![], Standing::Approved),
            ("little", Review::Candidate, 0.99, vec![(Curated, "starter"), (Document, "entry")], Standing::Candidate),
        ] {
            assert_eq!(standing(&term(review, confidence, &methods)), want, "{what}");
        }
        for word in ["candidate", "suggested", "suggested_strong", "approved", "rejected"] {
            assert_eq!(Standing::from_word(word).map(Standing::as_str), Some(word));
        }
    }
}
