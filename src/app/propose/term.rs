//! Adds a pair of Japanese and English terms that a person proposes, and reports conflicts with other concepts.

use std::collections::BTreeSet;

use super::{ProposalOutcome, text};
use crate::app::concepts::attach::{attach, attach_to};
use crate::app::concepts::claim::{Claim, ClaimedDefinition, Group};
use crate::app::concepts::names::english_kind;
use crate::app::concepts::witness::Witness;
use crate::app::projects::ensure_project;
use crate::app::review::Decision;
use crate::app::{AppError, Service, assist};
use crate::model::{
    Concept, ConceptId, EvidenceKind, EvidenceMethod, Lang, ProjectId, Review, Span, Term, TermId, TermKind, Usage,
};
use crate::store::{NoteScope, Verdict, Write};
use crate::text::chars::has_japanese;
use crate::text::key::Key;

/// Confidence of a proposed pair that is not reviewed yet.
const PROPOSED: f64 = 0.9;
/// The longest term, in characters.
pub const LONGEST_TERM: usize = 400;
/// The longest definition, in characters.
pub const LONGEST_DEFINITION: usize = 4_000;
/// The longest text quoted around a term, in characters.
const LONGEST_TEXT: usize = 10_000;
/// How much of such a text is stored on each side of the term, in characters.
const AROUND: usize = 200;

/// A pair of terms to add.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewTerm {
    /// Name of the project, created if it does not exist.
    pub project: String,
    /// The Japanese term.
    pub japanese: String,
    /// Its English.
    pub english: String,
    /// The kind of English term; determined from its form if `None`.
    pub kind: Option<TermKind>,
    /// The concept to add it to; chosen by its names if `None`.
    pub concept: Option<ConceptId>,
    /// The subject field, for a new concept.
    pub field: Option<String>,
    /// Its definition.
    pub definition: Option<String>,
    /// Where the pair was found.
    pub selection: Selection,
    /// Whether the caller may approve it; otherwise it waits for review.
    pub approved: bool,
    /// What else the caller, who may decide, says about the pair.
    pub statements: Statements,
}

/// What a person says about a pair that is added, whether it is new or exists already. All of it is stored together with the
/// pair, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statements {
    /// A definition of the concept.
    pub definition: Option<String>,
    /// The usage of the English term.
    pub usage: Option<Usage>,
    /// A note on the concept.
    pub note: Option<String>,
}

/// Where a pair of terms was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The Japanese text.
    pub japanese: Option<Quotation>,
    /// The English text.
    pub english: Option<Quotation>,
}

/// A text that contains a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The text.
    pub text: String,
    /// Where the term is in the text, in bytes; the first occurrence if `None`.
    pub span: Option<Span>,
}

/// The outcome of adding a pair of terms.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedTerm {
    /// Whether it is new or has changed.
    pub outcome: ProposalOutcome,
    /// Its concept, with conflicts.
    pub concept: Concept,
    /// The Japanese term.
    pub japanese: TermId,
    /// The English one.
    pub english: TermId,
}

/// A pair that is stored already.
#[derive(Debug, Clone, Copy)]
struct StoredPair {
    concept: ConceptId,
    japanese: TermId,
    english: TermId,
    review: Review,
}

impl Service {
    /// Adds a pair of terms, with where it was found as evidence. If the pair exists, nothing changes, except that it
    /// becomes approved if the caller may approve, and what the caller states about it. All of that is one transaction.
    ///
    /// # Errors
    /// `invalid_request` for texts that cannot be terms, `not_found` for an unknown concept, `pair_rejected` if a
    /// person rejected the pair; database errors.
    pub async fn propose_term(&self, new: &NewTerm, actor: &str, now: &str) -> Result<ProposedTerm, AppError> {
        let group = group(new)?;
        let (ja, en) = keys(new)?;
        let mut write = self.store().write(actor, now).await?;
        let project = ensure_project(&mut write, &new.project).await?;
        let (mut pair, mut outcome) =
            (existing_pair(&mut write, project, &ja, &en, new.concept).await?, ProposalOutcome::Unchanged);
        let from = write.mark().await?;
        if pair.is_none() {
            self.attach_pair(&mut write, project, new, &group, (&ja, &en)).await?;
            pair = existing_pair(&mut write, project, &ja, &en, new.concept).await?;
            outcome = ProposalOutcome::Created;
        }
        let Some(pair) = pair else { return Err(rejected(new)) };
        if new.approved && pair.review != Review::Approved && outcome == ProposalOutcome::Unchanged {
            outcome = ProposalOutcome::Updated;
        }
        let to = write.mark().await?;
        let (mut write, has_decided) = self.decide_within(write, &decisions(new, &pair)).await?;
        if new.approved && outcome == ProposalOutcome::Created {
            write.include_addition(from, to).await?;
        }
        if has_decided || outcome != ProposalOutcome::Unchanged {
            write.commit().await?;
        } else {
            write.rollback();
        }
        let concept = self.concept(pair.concept).await?;
        Ok(ProposedTerm { outcome, concept, japanese: pair.japanese, english: pair.english })
    }

    async fn attach_pair(
        &self,
        write: &mut Write,
        project: ProjectId,
        new: &NewTerm,
        group: &Group,
        (ja, en): (&Key, &Key),
    ) -> Result<(), AppError> {
        let rulings = write.rulings(project, &ja.exact).await?;
        // New evidence lets the program reopen a rejected pair, but a proposal does not overrule a person.
        let against = |key: &str| key.is_empty() || key == en.exact;
        if rulings.iter().any(|ruling| ruling.verdict == Verdict::Rejected && against(&ruling.en_key)) {
            return Err(rejected(new));
        }
        let (source, before) = (write.actor_name().to_owned(), BTreeSet::new());
        let witness = Witness {
            project,
            kind: EvidenceKind::Person,
            release: None,
            source: &source,
            field: new.field.as_deref(),
            entries: &[],
            links: &[],
            before: &before,
            words: self.words(),
        };
        match new.concept {
            None => drop(attach(write, group, &witness).await?),
            Some(concept) => {
                let sense = write.senses(&[concept]).await?.remove(&concept);
                if sense.is_none_or(|sense| sense.project_id != project) {
                    return Err(AppError::nothing("concept", concept));
                }
                attach_to(write, concept, group, &witness).await?;
            }
        }
        Ok(())
    }
}

/// What a person decides by adding the pair, in this order.
fn decisions(new: &NewTerm, pair: &StoredPair) -> Vec<Decision> {
    let (concept, term) = (pair.concept, pair.english);
    let Statements { definition, usage, note } = new.statements.clone();
    let approval = (new.approved && pair.review != Review::Approved).then_some(Decision::Accept { term });
    let definition = definition.map(|text| Decision::Define { concept, definition: None, text: Some(text) });
    let usage = usage.map(|usage| Decision::Usage { term, usage, replacement: None });
    let note = note.map(|text| Decision::Note { concept, text, scope: NoteScope::Project });
    [approval, definition, usage, note].into_iter().flatten().collect()
}

fn rejected(new: &NewTerm) -> AppError {
    AppError::PairRejected { from: new.japanese.trim().to_owned(), into: new.english.trim().to_owned() }
}

/// The stored pair, if there is one.
async fn existing_pair(
    write: &mut Write,
    project: ProjectId,
    ja: &Key,
    en: &Key,
    concept_id: Option<ConceptId>,
) -> Result<Option<StoredPair>, AppError> {
    let concepts = write.concepts_with_key(project, &Lang::JA, &ja.exact).await?;
    let with = |concept: &Concept| {
        let named = |lang: &'static Lang, same: &dyn Fn(&Key) -> bool| {
            let there = |term: &&Term| term.lang.primary() == lang.primary() && term.review != Review::Rejected;
            let mut terms = concept.terms.iter().filter(there);
            terms.find(|term| Key::new(&term.text, &term.lang).is_some_and(|key| same(&key))).cloned()
        };
        let japanese = named(&Lang::JA, &|key| key.exact == ja.exact)?;
        let english = named(&Lang::EN, &|key| key.exact == en.exact || key.variant == en.variant)?;
        Some(StoredPair { concept: concept.id, japanese: japanese.id, english: english.id, review: english.review })
    };
    Ok(concepts.iter().filter(|concept| concept_id.is_none_or(|concept_id| concept.id == concept_id)).find_map(with))
}

fn keys(new: &NewTerm) -> Result<(Key, Key), AppError> {
    let key = |field, text: &str, lang: &Lang| {
        let problem = "it has no letter or digit, so it cannot be a term".to_owned();
        Key::new(text, lang).ok_or(AppError::InvalidRequest { field, problem })
    };
    Ok((key("ja", &new.japanese, &Lang::JA)?, key("en", &new.english, &Lang::EN)?))
}

/// The pair as claims, each with the quoted text.
fn group(new: &NewTerm) -> Result<Group, AppError> {
    let japanese = text("ja", new.japanese.trim(), LONGEST_TERM, false)?;
    let english = text("en", new.english.trim(), LONGEST_TERM, false)?;
    if has_japanese(english) {
        let problem = "it contains Japanese. Give the English term in Latin letters".to_owned();
        return Err(AppError::InvalidRequest { field: "en", problem });
    }
    for (field, text) in [("ja", japanese), ("en", english)] {
        if !text.chars().any(char::is_alphanumeric) {
            let problem = "it has no letter or digit, so it cannot be a term".to_owned();
            return Err(AppError::InvalidRequest { field, problem });
        }
    }
    let (ja, en) = keys(new)?;
    let definitions = match new.definition.as_deref() {
        Some(given) => {
            let text = text("definition", given.trim(), LONGEST_DEFINITION, true)?.to_owned();
            vec![ClaimedDefinition { lang: assist::language_of(&text), text, entry: None, origin: None }]
        }
        None => Vec::new(),
    };
    let claim = |lang: Lang, text: &str, key: Key, kind: TermKind, quoted: Option<(String, Span)>| {
        let (snippet, span) = quoted.map_or((None, None), |(snippet, span)| (Some(snippet), Some(span)));
        Claim {
            lang,
            text: text.to_owned(),
            key,
            kind,
            reading: None,
            reading_origin: None,
            part_of_speech: None,
            admitted: kind == TermKind::Abbreviation,
            method: EvidenceMethod::Selection,
            confidence: PROPOSED,
            span,
            snippet,
            entry: None,
            link: None,
            row: None,
            origin: None,
        }
    };
    let kind = new.kind.unwrap_or_else(|| english_kind(english));
    let (ja_place, en_place) = (
        quoted("segment.ja", new.selection.japanese.as_ref(), japanese)?,
        quoted("segment.en", new.selection.english.as_ref(), english)?,
    );
    let claims =
        vec![claim(Lang::JA, japanese, ja, TermKind::FullForm, ja_place), claim(Lang::EN, english, en, kind, en_place)];
    Ok(Group { claims, definitions })
}

/// The text around a term, and the position of the term in it.
fn quoted(field: &'static str, given: Option<&Quotation>, term: &str) -> Result<Option<(String, Span)>, AppError> {
    let Some(Quotation { text: given, span }) = given else { return Ok(None) };
    text(field, given, LONGEST_TEXT, true)?;
    let found = || given.find(term).map(|at| Span::new(at, at + term.len()));
    let Some(span) = span.or_else(found) else { return Ok(None) };
    let (Some(before), Some(words), Some(after)) =
        (given.get(..span.start), given.get(span.start..span.end), given.get(span.end..))
    else {
        let problem = "the span is outside the text".to_owned();
        return Err(AppError::InvalidRequest { field, problem });
    };
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let (before, after) = (before.get(start..).unwrap_or_default(), after.get(..end).unwrap_or_default());
    Ok(Some((format!("{before}{words}{after}"), Span::new(before.len(), before.len() + words.len()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(japanese: &str, english: &str) -> NewTerm {
        NewTerm { japanese: japanese.to_owned(), english: english.to_owned(), ..NewTerm::default() }
    }

    #[test]
    fn what_cannot_be_a_pair_of_terms_is_refused_by_field() {
        for (japanese, english, field) in [
            ("", "x", "ja"),
            (" \u{3000}", "x", "ja"),
            ("視床", "", "en"),
            ("視床", "視床", "en"),
            ("視床", "ししょう", "en"),
            ("視床", "ｼｼｮｳ", "en"),
            ("視床", "a\u{1b}[31m", "en"),
            ("視\n床", "thalamus", "ja"),
            ("・", "dot", "ja"),
        ] {
            match group(&new(japanese, english)) {
                Err(AppError::InvalidRequest { field: found, .. }) => assert_eq!(found, field, "{japanese} {english}"),
                other => panic!("{japanese} {english}: {other:?}"),
            }
        }
        assert!(group(&new("CYP7A1", "CYP7A1")).is_ok(), "a symbol is the same in both");
        assert_eq!(group(&new(&"長".repeat(401), "x")).unwrap_err().code(), "invalid_request");
    }

    #[test]
    fn the_words_around_a_place_are_kept_and_the_place_still_points_at_it() {
        let long = format!("{}視床{}", "𠮷".repeat(300), "か\u{3099}".repeat(300));
        let at = 300 * "𠮷".len();
        let quoted = |text: &str, span: Option<Span>| {
            quoted("segment.ja", Some(&Quotation { text: text.to_owned(), span }), "視床")
                .map(|found| found.map(|(text, span)| (text.chars().count(), text[span.start..span.end].to_owned())))
        };
        assert_eq!(quoted(&long, None).unwrap(), Some((402, "視床".to_owned())));
        assert_eq!(quoted(&long, Some(Span::new(at, at + 3))).unwrap(), Some((401, "視".to_owned())));
        assert_eq!(quoted("視床だ", None).unwrap(), Some((3, "視床".to_owned())));
        assert_eq!(quoted("脳だ", None).unwrap(), None, "it may have been corrected");
        assert!(quoted("視床だ", Some(Span::new(1, 3))).is_err(), "no border of a character");
        assert!(quoted("視床だ", Some(Span::new(0, 99))).is_err());
    }
}
