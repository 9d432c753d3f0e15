//! Candidates for terms of a release, beside its glossary: with their contexts, and with their English where anything says it.

use super::blocking::blocking;
use super::lookup::LookupQuery;
use super::{AppError, Service};
use crate::candidates::{Candidate, Context, Surroundings, candidates, is_caption};
use crate::extract::running_text;
use crate::model::{Lang, MatchKind, Relation, ReleaseId, Review, Span, TermKind, Usage};

/// The most candidates that can be asked for.
pub const MOST: usize = 200;
/// The most contexts told of a candidate.
const CONTEXTS: usize = 3;

/// A candidate with what a reviewer needs to see.
#[derive(Debug, Clone, PartialEq)]
pub struct TermCandidate {
    /// The candidate.
    pub candidate: Candidate,
    /// Up to three passages in which it occurs, in the order of the text.
    pub contexts: Vec<CandidateContext>,
    /// Its English, if the release or the term base says any.
    pub english: Option<CandidateEnglish>,
}

/// A passage in which a candidate occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateContext {
    /// Its text, lines re-joined.
    pub text: String,
    /// Its span in the release.
    pub span: Span,
}

/// The English of a candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct CandidateEnglish {
    /// The English term.
    pub text: String,
    /// The probability that it is right.
    pub confidence: f64,
    /// The concept of the term base that has it; `None` if only this release says it.
    pub concept: Option<crate::model::ConceptId>,
}

impl Service {
    /// The candidates for terms of a release, the best first, at most `limit`.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` for a limit out of range.
    pub async fn term_candidates(&self, id: ReleaseId, limit: usize) -> Result<Vec<TermCandidate>, AppError> {
        if limit == 0 || limit > MOST {
            return Err(AppError::InvalidRequest { field: "limit", problem: format!("it must be from 1 to {MOST}") });
        }
        let details = self.release(id).await?;
        let (name, words) = (details.release.head.source.name.clone(), self.words().clone());
        let project = details.release.head.project.clone();
        let links = details.links.clone();
        let (contexts, found) = blocking(&name, move || {
            let contexts = contexts(&details);
            let named = |relations: &[Relation]| {
                let links = details.links.iter().filter(|stored| relations.contains(&stored.link.relation));
                links.map(|stored| stored.link.ja.as_str()).collect::<Vec<&str>>()
            };
            let about = Surroundings {
                heads: details.entries.iter().map(|stored| stored.entry.term.as_str()).collect(),
                glossed: named(&[Relation::Equivalent, Relation::AbbreviationOf]),
                names: named(&[Relation::Organisation, Relation::Person, Relation::Publication, Relation::Grant]),
            };
            let found = candidates(&contexts, &about, &words, limit);
            (contexts, found)
        })
        .await?;
        let mut all = Vec::with_capacity(found.len());
        for candidate in found {
            let says = |link: &&crate::store::StoredLink| {
                link.link.ja == candidate.text
                    && link.link.relation == Relation::Equivalent
                    && !link.link.method.is_inferred()
            };
            let best =
                links.iter().filter(says).max_by(|one, other| one.link.confidence.total_cmp(&other.link.confidence));
            let own = best.map(|stored| CandidateEnglish {
                text: stored.link.en.clone(),
                confidence: stored.link.confidence,
                concept: None,
            });
            let english = match own {
                Some(english) => Some(english),
                None => self.english_in_base(&project, &candidate.text).await?,
            };
            let places = candidate.contexts.iter().take(CONTEXTS).filter_map(|number| contexts.get(*number));
            let contexts =
                places.map(|context| CandidateContext { text: context.text.clone(), span: context.span }).collect();
            all.push(TermCandidate { candidate, contexts, english });
        }
        Ok(all)
    }

    /// The English that the term base of a project has for a term.
    async fn english_in_base(&self, project: &str, term: &str) -> Result<Option<CandidateEnglish>, AppError> {
        let query = LookupQuery {
            lang: Some(Lang::JA),
            kinds: vec![MatchKind::Exact],
            limit: 1,
            ..LookupQuery::new(term, project)
        };
        let found = self.lookup(&query).await?;
        let Some(found) = found.matches.into_iter().next() else { return Ok(None) };
        let english = found.concept.terms.into_iter().filter(|term| {
            let names = !matches!(term.kind, TermKind::Abbreviation);
            let usable = matches!(term.usage, Usage::Preferred | Usage::Admitted) && term.review != Review::Rejected;
            term.lang.is_english() && names && usable
        });
        let best = english.max_by(|one, other| one.confidence.total_cmp(&other.confidence));
        Ok(best.map(|term| CandidateEnglish {
            text: term.text,
            confidence: term.confidence,
            concept: Some(found.concept.id),
        }))
    }
}

/// The titles and the sentences of a release.
fn contexts(details: &super::releases::ReleaseDetails) -> Vec<Context> {
    let release = &details.release.release;
    let facts = &details.release.head.metadata;
    let titles = [&facts.title_ja, &facts.paper_title_ja].into_iter().flatten();
    let titles = titles.filter_map(|title| {
        let start = release.text.find(title.as_str())?;
        Some(Context { text: title.clone(), span: Span::new(start, start + title.len()), is_title: true })
    });
    let entries: Vec<Span> = details.entries.iter().map(|stored| stored.entry.span).collect();
    let sentences = running_text(release).into_iter().filter(|sentence| sentence.lang.is_japanese());
    let sentences = sentences.map(|sentence| (sentence.text, sentence.span)).chain(captions(&release.text));
    let sentences = sentences.filter(|(_, span)| !entries.iter().any(|entry| entry.overlaps(*span)));
    titles.chain(sentences.map(|(text, span)| Context { text, span, is_title: false })).collect()
}

/// The first lines of captions, which running text leaves out.
fn captions(text: &str) -> impl Iterator<Item = (String, Span)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        is_caption(line).then(|| (line.to_owned(), Span::new(start, start + line.len())))
    })
}
