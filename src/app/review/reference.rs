//! Lets people refer to a term or a concept by its text instead of its number: `metastasis`, or `転移 = metastasis` if
//! the text alone is ambiguous; and to a release by its file name.

use std::convert::Infallible;
use std::fmt::Display;
use std::str::FromStr;

use crate::app::access::Caller;
use crate::app::{AppError, Service};
use crate::model::{Concept, ConceptId, ReleaseId, Review, Term, TermId};
use crate::store::ReleaseFilter;
use crate::text::key::Key;

/// Releases read per query.
const PAGE: u32 = 200;

/// Separates the two texts of a pair.
const PAIR: &str = " = ";

/// A reference to a term, a concept or a release, as people write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// Its number.
    Number(i64),
    /// The text of the term or of any term of the concept; the file name of the release.
    Text(String),
    /// `OTHER = TEXT`: the term `TEXT` of the concept that also has the term `OTHER`.
    Pair {
        /// The text of another term of the concept.
        other: String,
        /// The text of the term.
        text: String,
    },
}

impl FromStr for Reference {
    type Err = Infallible;

    fn from_str(given: &str) -> Result<Self, Infallible> {
        let given = given.trim();
        Ok(match (given.parse(), given.split_once(PAIR)) {
            (Ok(number), _) => Self::Number(number),
            (_, Some((other, text))) => Self::Pair { other: other.trim().to_owned(), text: text.trim().to_owned() },
            _ => Self::Text(given.to_owned()),
        })
    }
}

impl Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::Pair { other, text } => write!(f, "{other}{PAIR}{text}"),
        }
    }
}

impl Service {
    /// Resolves a reference to a term of a project, or of one concept of it.
    ///
    /// # Errors
    /// `not_found` for an unknown project or if no term has the text; `invalid_request` if several do.
    pub async fn referenced_term(
        &self,
        project: &str,
        reference: &Reference,
        within: Option<ConceptId>,
    ) -> Result<TermId, AppError> {
        if let Reference::Number(number) = reference {
            let id = TermId::new(*number);
            self.check_visible(&Caller::local_in(project), id).await?;
            return Ok(id);
        }
        let concepts = self.referenced_concepts(project, reference).await?;
        let concepts = concepts.iter().filter(|concept| within.is_none_or(|within| concept.id == within));
        let mut terms: Vec<(&Concept, &Term)> = concepts
            .flat_map(|concept| concept.terms.iter().map(move |term| (concept, term)))
            .filter(|(_, term)| same_key(&term.text, named_text(reference)))
            .collect();
        retain_preferred(&mut terms, |(_, term)| term.review != Review::Rejected);
        retain_preferred(&mut terms, |(_, term)| term.text == named_text(reference));
        match terms.as_slice() {
            [] => Err(AppError::NotFound { what: "term", name: reference.to_string() }),
            [(_, term)] => Ok(term.id),
            several => {
                let candidates: Vec<String> =
                    several.iter().map(|(concept, term)| candidate(concept, term, term.id)).collect();
                Err(ambiguous("term", reference, &candidates))
            }
        }
    }

    /// Resolves a reference to a concept of a project.
    ///
    /// # Errors
    /// `not_found` for an unknown project or if no concept has the text; `invalid_request` if several do.
    pub async fn referenced_concept(&self, project: &str, reference: &Reference) -> Result<ConceptId, AppError> {
        if let Reference::Number(number) = reference {
            let id = ConceptId::new(*number);
            self.check_visible(&Caller::local_in(project), id).await?;
            return Ok(id);
        }
        match self.referenced_concepts(project, reference).await?.as_slice() {
            [] => Err(AppError::NotFound { what: "concept", name: reference.to_string() }),
            [concept] => Ok(concept.id),
            several => {
                let named = |concept: &Concept| {
                    let term = concept.terms.iter().find(|term| same_key(&term.text, named_text(reference)))?;
                    Some(candidate(concept, term, concept.id))
                };
                let candidates: Vec<String> = several.iter().filter_map(named).collect();
                Err(ambiguous("concept", reference, &candidates))
            }
        }
    }

    /// Resolves a reference to a release of a project.
    ///
    /// # Errors
    /// `not_found` for an unknown project or if no release has the name; `invalid_request` if several do.
    pub async fn referenced_release(&self, project: &str, reference: &Reference) -> Result<ReleaseId, AppError> {
        if let Reference::Number(number) = reference {
            let id = ReleaseId::new(*number);
            self.check_visible(&Caller::local_in(project), id).await?;
            return Ok(id);
        }
        let name = reference.to_string();
        let mut numbers: Vec<ReleaseId> = Vec::new();
        let mut after = None;
        loop {
            let page = self.releases(Some(project), after, PAGE, &ReleaseFilter::default()).await?;
            numbers.extend(page.iter().filter(|release| release.source.name == name).map(|release| release.id));
            match page.last() {
                Some(last) => after = Some(last.id),
                None => break,
            }
        }
        match numbers.as_slice() {
            [] => Err(AppError::NotFound { what: "release", name }),
            [number] => Ok(*number),
            several => {
                let numbers: Vec<String> = several.iter().map(ToString::to_string).collect();
                let problem =
                    format!("{} releases are named `{name}`: {}. Give a number", several.len(), numbers.join(", "));
                Err(AppError::InvalidRequest { field: "release", problem })
            }
        }
    }

    /// The concepts of a project that have the texts of a reference.
    async fn referenced_concepts(&self, project: &str, reference: &Reference) -> Result<Vec<Concept>, AppError> {
        let project = self.project_id(project).await?;
        let Some(key) = key(named_text(reference)) else { return Ok(Vec::new()) };
        let mut concepts = self.store().concepts_by_key(project, &key).await?;
        if let Reference::Pair { other, .. } = reference {
            concepts.retain(|concept| concept.terms.iter().any(|term| same_key(&term.text, other)));
        }
        retain_preferred(&mut concepts, |concept| {
            let term = concept.terms.iter().find(|term| same_key(&term.text, named_text(reference)));
            term.is_some_and(|term| term.review != Review::Rejected)
        });
        Ok(concepts)
    }
}

/// The text of the term in a reference.
fn named_text(reference: &Reference) -> &str {
    match reference {
        Reference::Number(_) => "",
        Reference::Text(text) | Reference::Pair { text, .. } => text,
    }
}

/// The key of a text, which is the same in every language.
fn key(text: &str) -> Option<String> {
    Key::new(text, &crate::model::Lang::EN).map(|key| key.exact)
}

fn same_key(one: &str, other: &str) -> bool {
    one == other || key(one).is_some_and(|one| key(other) == Some(one))
}

/// Keeps the preferred items, or all if none is preferred.
fn retain_preferred<T>(items: &mut Vec<T>, preferred: impl Fn(&T) -> bool) {
    if items.iter().any(&preferred) {
        items.retain(preferred);
    }
}

/// A pair that identifies one of several candidates, with its number.
fn candidate(concept: &Concept, term: &Term, number: impl Display) -> String {
    let other = concept.terms.iter().find(|other| {
        other.id != term.id && other.lang.is_japanese() != term.lang.is_japanese() && other.review != Review::Rejected
    });
    match other {
        Some(other) => format!("`{}{PAIR}{}` ({number})", other.text, term.text),
        None => format!("`{}` ({number})", term.text),
    }
}

fn ambiguous(field: &'static str, reference: &Reference, candidates: &[String]) -> AppError {
    let problem = format!(
        "`{reference}` matches {} {field}s: {}. Choose one by its pair or its number",
        candidates.len(),
        candidates.join(", ")
    );
    AppError::InvalidRequest { field, problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_a_number_a_text_or_a_pair() {
        let pair = |other: &str, text: &str| Reference::Pair { other: other.to_owned(), text: text.to_owned() };
        for (given, want) in [
            ("512", Reference::Number(512)),
            (" 転移 ", Reference::Text("転移".to_owned())),
            ("転移 = metastasis", pair("転移", "metastasis")),
            ("年 = 2023", pair("年", "2023")),
            ("a=b", Reference::Text("a=b".to_owned())),
            ("stem cell", Reference::Text("stem cell".to_owned())),
        ] {
            assert_eq!(given.parse(), Ok(want), "{given}");
        }
        assert_eq!(pair("転移", "metastasis").to_string(), "転移 = metastasis");
    }
}
