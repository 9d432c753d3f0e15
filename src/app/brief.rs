//! The terminology of a text, as a table for a translator or the prompt of a language model: for each term in the text,
//! what to call it, what not to call it, and what it means.

use std::collections::BTreeMap;

use super::blocking::blocking;
use super::{AppError, Service};
use crate::model::{Concept, ConceptId, Lang, Review, Span, Term, TermKind, Usage};
use crate::spot::ProjectFilter;
use crate::text::chars::is_japanese;

/// The largest number of terms in a brief.
pub const MOST: usize = 1_000;

/// The longest text accepted, in characters.
pub const LONGEST: usize = 200_000;

/// Definitions are shortened to this many characters.
const SENSE: usize = 80;

/// A request for a brief.
#[derive(Debug, Clone, PartialEq)]
pub struct BriefQuery {
    /// The text.
    pub text: String,
    /// Its language; the brief gives terms in the other.
    pub source_lang: Lang,
    /// Names of projects; empty for all.
    pub projects: Vec<String>,
    /// The largest number of terms, 1 to [`MOST`]. The most frequent are kept.
    pub limit: usize,
}

/// A term of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefTerm {
    /// The term as first written in the text.
    pub source: String,
    /// What to call it; `None` if no translation is proven.
    pub target: Option<String>,
    /// Other terms that may be used.
    pub others: Vec<String>,
    /// Terms that must not be used.
    pub forbidden: Vec<String>,
    /// The beginning of its definition.
    pub sense: Option<String>,
    /// Whether a person approved the target.
    pub approved: bool,
    /// How often it occurs in the text.
    pub count: usize,
    /// Its concept.
    pub concept_id: ConceptId,
    /// Imported sources that support it, with their licences.
    pub sources: Vec<String>,
}

/// The terms of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The language of the text.
    pub source_lang: Lang,
    /// The language of the targets.
    pub target_lang: Lang,
    /// The terms, the most frequent first; those of equal frequency in the order of the text.
    pub terms: Vec<BriefTerm>,
    /// How many terms were left out because of the limit.
    pub left_out: usize,
}

impl Service {
    /// The known terms of a text. The same term base and text always give the same brief.
    ///
    /// # Errors
    /// `invalid_request` for a text that is empty or too long, or a number of terms out of range; `not_found` for an
    /// unknown project.
    pub async fn brief(&self, query: BriefQuery) -> Result<Brief, AppError> {
        let invalid = |field, problem| Err(AppError::InvalidRequest { field, problem });
        if query.text.trim().is_empty() || query.text.chars().count() > LONGEST {
            return invalid("text", format!("a text has 1 to {LONGEST} characters"));
        }
        if !(1..=MOST).contains(&query.limit) {
            return invalid("limit", format!("{} is not between 1 and {MOST}", query.limit));
        }
        let projects = self.project_ids(&query.projects).await?;
        let base = self.terms().await?;
        let words = self.words().clone();
        let target_lang = if query.source_lang.is_japanese() { Lang::EN } else { Lang::JA };
        let (text, source_lang) = (query.text, query.source_lang.clone());
        let spotted = blocking("term block", move || {
            let spots = base.spotter.spots(&text, &source_lang, &words, ProjectFilter::Of(&projects));
            let mut places: BTreeMap<ConceptId, (Span, usize)> = BTreeMap::new();
            // A term inside a longer term is not what the text is about.
            for spot in spots.into_iter().filter(|spot| !spot.nested) {
                places.entry(spot.concept_id).and_modify(|(_, count)| *count += 1).or_insert((spot.span, 1));
            }
            (text, places)
        });
        let (text, places) = spotted.await?;
        let mut places: Vec<(ConceptId, Span, usize)> =
            places.into_iter().map(|(id, (span, count))| (id, span, count)).collect();
        places.sort_by_key(|(id, span, count)| (std::cmp::Reverse(*count), span.start, *id));
        let left_out = places.len().saturating_sub(query.limit);
        places.truncate(query.limit);
        let ids: Vec<ConceptId> = places.iter().map(|(id, ..)| *id).collect();
        let concepts = self.store().concepts_by_ids(&ids).await?;
        let terms = places
            .iter()
            .filter_map(|(id, span, count)| {
                let concept = concepts.iter().find(|concept| concept.id == *id)?;
                Some(term(concept, span.of(&text), *count, &target_lang))
            })
            .collect();
        Ok(Brief { source_lang: query.source_lang, target_lang, terms, left_out })
    }
}

fn term(concept: &Concept, source: &str, count: usize, lang: &Lang) -> BriefTerm {
    let into = || concept.terms.iter().filter(|term| term.lang.primary() == lang.primary());
    let offered = |term: &&Term| {
        matches!(term.review, Review::Suggested | Review::Approved)
            && matches!(term.usage, Usage::Preferred | Usage::Admitted)
    };
    let mut usable: Vec<&Term> = into().filter(offered).collect();
    // An abbreviation is suggested only if there is no full form.
    usable.sort_by_key(|term| {
        (term.kind == TermKind::Abbreviation, term.usage, term.review != Review::Approved, term.id)
    });
    let refused =
        |term: &&Term| matches!(term.usage, Usage::Deprecated | Usage::Forbidden) || term.review == Review::Rejected;
    BriefTerm {
        source: on_one_line(source),
        target: usable.first().map(|term| term.text.clone()),
        others: usable.iter().skip(1).map(|term| term.text.clone()).collect(),
        forbidden: into().filter(refused).map(|term| term.text.clone()).collect(),
        sense: concept.definitions.first().and_then(|definition| sense(&definition.text)),
        approved: usable.first().is_some_and(|term| term.review == Review::Approved),
        count,
        concept_id: concept.id,
        sources: concept
            .sources
            .iter()
            .map(|source| match &source.facts.licence {
                Some(licence) => format!("{} ({licence})", source.name),
                None => source.name.clone(),
            })
            .collect(),
    }
}

/// Joins a term that was split by a line break: with a space between English words, with nothing in Japanese.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let beside = line.chars().next_back().is_some_and(is_japanese) || word.starts_with(is_japanese);
        if !line.is_empty() && !beside {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The first sentence of a definition, shortened if necessary.
fn sense(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let ends = ["。", ". ", "．"].iter().filter_map(|end| text.find(end).map(|at| at + end.trim_end().len())).min();
    let first = text.get(..ends.unwrap_or(text.len())).unwrap_or_default();
    let mut short: String = first.chars().take(SENSE).collect();
    if short.len() < first.len() {
        short.push('…');
    }
    (!short.is_empty()).then_some(short)
}

impl Brief {
    /// The brief as a Markdown table.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!("## Terms ({} → {})\n\n", self.source_lang, self.target_lang);
        let cell = |text: &str| text.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ");
        let none = "**none proven**".to_owned();
        out.push_str("| term | use | also | never | meaning |\n| --- | --- | --- | --- | --- |\n");
        for term in &self.terms {
            let target = term.target.as_deref().map_or_else(|| none.clone(), cell);
            let listed = |texts: &[String]| texts.iter().map(|text| cell(text)).collect::<Vec<_>>().join("; ");
            let sense = term.sense.as_deref().map(cell).unwrap_or_default();
            let (others, forbidden) = (listed(&term.others), listed(&term.forbidden));
            out.push_str(&format!("| {} | {target} | {others} | {forbidden} | {sense} |\n", cell(&term.source)));
        }
        if self.left_out > 0 {
            out.push_str(&match self.left_out {
                1 => "\n1 less frequent term is left out.\n".to_owned(),
                several => format!("\n{several} less frequent terms are left out.\n"),
            });
        }
        let sources: std::collections::BTreeSet<&String> = self.terms.iter().flat_map(|term| &term.sources).collect();
        if !sources.is_empty() {
            let sources: Vec<String> = sources.into_iter().map(|source| cell(source)).collect();
            out.push_str(&format!("\nWith data of {}.\n", sources.join(", ")));
        }
        out
    }

    /// The brief as tab-separated values with a header row.
    #[must_use]
    pub fn tsv(&self) -> String {
        let cell = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let mut out = String::from("source\ttarget\tothers\tforbidden\tsense\tcount\n");
        for term in &self.terms {
            let cells = [
                cell(&term.source),
                cell(term.target.as_deref().unwrap_or_default()),
                cell(&term.others.join("; ")),
                cell(&term.forbidden.join("; ")),
                cell(term.sense.as_deref().unwrap_or_default()),
                term.count.to_string(),
            ];
            out.push_str(&cells.join("\t"));
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{on_one_line, sense};

    #[test]
    fn a_term_cut_by_a_line_end_is_one() {
        for (text, want) in [
            ("線\r\n維芽細胞", "線維芽細胞"),
            ("stem\ncell", "stem cell"),
            ("𠮷 ⻭", "𠮷⻭"),
            ("IL-1 シグナル", "IL-1シグナル"),
        ] {
            assert_eq!(on_one_line(text), want);
        }
    }

    #[test]
    fn a_sense_is_the_first_sentence_and_never_long() {
        for (text, want) in [
            ("脳の一部。体温を保つ。", Some("脳の一部。".to_owned())),
            ("A part of the brain. It keeps warm.", Some("A part of the brain.".to_owned())),
            ("𠮷\r\n⻭", Some("𠮷 ⻭".to_owned())),
            ("", None),
        ] {
            assert_eq!(sense(text), want);
        }
        assert_eq!(sense(&"ー".repeat(200)).map(|text| text.chars().count()), Some(81));
    }
}
