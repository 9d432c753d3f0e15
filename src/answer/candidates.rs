//! Candidates for terms of a release.

use serde::Serialize;
use utoipa::ToSchema;

use super::characters::bytes;
use crate::app::candidates::{CandidateContext, CandidateEnglish, TermCandidate};

/// Candidates, the best first.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CandidateList)]
pub(crate) struct CandidateListAnswer {
    /// The candidates.
    pub(crate) candidates: Vec<CandidateAnswer>,
}

/// A word or compound of a release that is likely to be a term, beside its glossary.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Candidate)]
pub(crate) struct CandidateAnswer {
    /// The term as written.
    #[schema(example = "単一細胞解析")]
    text: String,
    /// How likely it is a term of this release beside the others, from 0 to 1; the best has 1.
    score: f64,
    /// What speaks for it: `c_value` (how often it stands for itself), `title`, `caption`, `glossed`, `quoted`, `named`.
    signs: Vec<String>,
    /// How often it occurs.
    occurrences: usize,
    /// Up to three passages in which it occurs.
    contexts: Vec<CandidateContextAnswer>,
    /// Its English, where the release or the term base says any.
    english: Option<CandidateEnglishAnswer>,
}

/// A passage in which a candidate occurs.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CandidateContext)]
struct CandidateContextAnswer {
    /// Its text, lines re-joined.
    text: String,
    /// First byte and the one after the last, in the UTF-8 text of the release.
    span: [usize; 2],
}

/// The English of a candidate.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CandidateEnglish)]
struct CandidateEnglishAnswer {
    /// The English term.
    text: String,
    /// Probability that it is right, 0 to 1.
    confidence: f64,
    /// The concept of the term base that has it; `null` if only this release says it.
    concept_id: Option<i64>,
}

impl From<Vec<TermCandidate>> for CandidateListAnswer {
    fn from(found: Vec<TermCandidate>) -> Self {
        Self { candidates: found.into_iter().map(Into::into).collect() }
    }
}

impl From<TermCandidate> for CandidateAnswer {
    fn from(found: TermCandidate) -> Self {
        let TermCandidate { candidate, contexts, english } = found;
        let context = |CandidateContext { text, span }| CandidateContextAnswer { text, span: bytes(span) };
        let said = |CandidateEnglish { text, confidence, concept }| CandidateEnglishAnswer {
            text,
            confidence,
            concept_id: concept.map(Into::into),
        };
        Self {
            text: candidate.text,
            score: candidate.score,
            signs: candidate.signs.into_iter().map(|sign| sign.name).collect(),
            occurrences: candidate.occurrences,
            contexts: contexts.into_iter().map(context).collect(),
            english: english.map(said),
        }
    }
}
