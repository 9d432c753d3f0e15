//! A text in; the known terms in it with what to call them, what not to, and what they mean out: what a translator, or a
//! language model, is told before it begins.

use std::collections::BTreeMap;

use super::blocking::blocking;
use super::{AppError, Service};
use crate::model::{Concept, ConceptId, Lang, Review, Span, Term, TermKind, Usage};
use crate::spot::ProjectFilter;
use crate::text::chars::is_japanese;

/// The most terms of a block.
pub const MOST: usize = 1_000;

/// The longest text, in characters.
pub const LONGEST: usize = 200_000;

/// The most characters of a definition shown.
const SENSE: usize = 80;

/// What a block is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct BriefQuery {
    /// The text.
    pub text: String,
    /// Its language; the block gives the other.
    pub source_lang: Lang,
    /// Names of projects; all where none is named.
    pub projects: Vec<String>,
    /// The most terms, 1 to [`MOST`]: those that stand in the text most often.
    pub most: usize,
}

/// A term of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefTerm {
    /// The term as the text writes it first.
    pub source: String,
    /// What to call it; none where no English is proven.
    pub target: Option<String>,
    /// What it may be called beside that.
    pub others: Vec<String>,
    /// What it must not be called.
    pub forbidden: Vec<String>,
    /// The beginning of its definition.
    pub sense: Option<String>,
    /// Whether a person approved the target.
    pub approved: bool,
    /// How often it stands in the text.
    pub count: usize,
    /// The concept.
    pub concept_id: ConceptId,
    /// Imported sources behind it, with their licences.
    pub sources: Vec<String>,
}

/// The terms of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The language of the text.
    pub source_lang: Lang,
    /// The language of the targets.
    pub target_lang: Lang,
    /// The terms, those that stand in the text most often first, then in the order of the text.
    pub terms: Vec<BriefTerm>,
    /// How many more there are.
    pub left_out: usize,
}

impl Service {
    /// The known terms of a text, for a briefing. The same base and text give the same block.
    ///
    /// # Errors
    /// `invalid_request` for an empty or too long text or a number of terms out of range; `not_found` for an unknown
    /// project.
    pub async fn brief(&self, query: BriefQuery) -> Result<Brief, AppError> {
        let invalid = |field, problem| Err(AppError::InvalidRequest { field, problem });
        if query.text.trim().is_empty() || query.text.chars().count() > LONGEST {
            return invalid("text", format!("a text has 1 to {LONGEST} characters"));
        }
        if !(1..=MOST).contains(&query.most) {
            return invalid("most", format!("{} is not between 1 and {MOST}", query.most));
        }
        let projects = self.project_ids(&query.projects).await?;
        let known = self.terms().await?;
        let words = self.words().clone();
        let target_lang = if query.source_lang.is_japanese() { Lang::EN } else { Lang::JA };
        let (text, source_lang) = (query.text, query.source_lang.clone());
        let spotted = blocking("term block", move || {
            let spots = known.spotter.spots(&text, &source_lang, &words, ProjectFilter::Of(&projects));
            let mut places: BTreeMap<ConceptId, (Span, usize)> = BTreeMap::new();
            // What stands inside a longer term is not what the text speaks of.
            for spot in spots.into_iter().filter(|spot| !spot.nested) {
                places.entry(spot.concept_id).and_modify(|(_, count)| *count += 1).or_insert((spot.span, 1));
            }
            (text, places)
        });
        let (text, places) = spotted.await?;
        let mut places: Vec<(ConceptId, Span, usize)> =
            places.into_iter().map(|(id, (span, count))| (id, span, count)).collect();
        places.sort_by_key(|(id, span, count)| (std::cmp::Reverse(*count), span.start, *id));
        let left_out = places.len().saturating_sub(query.most);
        places.truncate(query.most);
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
    // An abbreviation is what to call a thing only where nothing else is known.
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

/// A term that a line end may have cut, on one line; nothing parts Japanese.
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

/// The first sentence of a definition, shortened.
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
    /// The block as Markdown.
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
            out.push_str(&format!("\n{} less frequent terms are left out.\n", self.left_out));
        }
        let sources: std::collections::BTreeSet<&String> = self.terms.iter().flat_map(|term| &term.sources).collect();
        if !sources.is_empty() {
            let sources: Vec<String> = sources.into_iter().map(|source| cell(source)).collect();
            out.push_str(&format!("\nWith data of {}.\n", sources.join(", ")));
        }
        out
    }

    /// The block as tab-separated values with a head.
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
