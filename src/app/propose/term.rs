//! A Japanese and an English term that somebody says name the same thing in; their concept, and what is at odds with it, out.

use std::collections::BTreeSet;

use super::{ProposalOutcome, text};
use crate::app::concepts::attach::{attach, attach_to};
use crate::app::concepts::claim::{Claim, ClaimedDefinition, Group};
use crate::app::concepts::names::english_kind;
use crate::app::concepts::witness::Witness;
use crate::app::review::Decision;
use crate::app::{AppError, Service, assist};
use crate::model::{Concept, ConceptId, EvidenceKind, Lang, ProjectId, Review, Span, Term, TermId, TermKind};
use crate::store::{Verdict, Write};
use crate::text::chars::has_japanese;
use crate::text::key::Key;

/// The method evidence from a selection names.
const METHOD: &str = "selection";
/// How sure a pair is that one person proposes and nobody has looked at.
const PROPOSED: f64 = 0.9;
/// The most characters of a term.
const LONGEST_TERM: usize = 400;
/// The most characters of a definition.
const LONGEST_DEFINITION: usize = 4_000;
/// The most characters of a text the term stands in.
const LONGEST_TEXT: usize = 10_000;
/// Characters that are kept on each side of the place in such a text.
const AROUND: usize = 200;

/// A pair of terms somebody says name the same thing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewTerm {
    /// Name of the project; made where there is none.
    pub project: String,
    /// The Japanese term.
    pub japanese: String,
    /// Its English.
    pub english: String,
    /// What kind of designation the English is; told by its form where nobody says.
    pub kind: Option<TermKind>,
    /// The concept it belongs to; found by its names where nobody says.
    pub concept: Option<ConceptId>,
    /// Subject field of a concept that is new.
    pub field: Option<String>,
    /// What it means.
    pub definition: Option<String>,
    /// Where somebody came upon it.
    pub selection: Selection,
    /// Whether who says so may decide: it counts as approved then, else it waits for review.
    pub approved: bool,
}

/// Where somebody came upon a pair of terms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The Japanese text.
    pub japanese: Option<Quotation>,
    /// The English text.
    pub english: Option<Quotation>,
}

/// A text a term stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The text.
    pub text: String,
    /// Where in it, in bytes; the first place it stands at where nobody says.
    pub span: Option<Span>,
}

/// What became of a pair of terms.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedTerm {
    /// Whether it is new.
    pub kept: ProposalOutcome,
    /// The concept it is in, with what it is at odds with.
    pub concept: Concept,
    /// The Japanese term.
    pub japanese: TermId,
    /// The English one.
    pub english: TermId,
}

/// Where a pair stands in the base.
#[derive(Debug, Clone, Copy)]
struct StoredPair {
    concept: ConceptId,
    japanese: TermId,
    english: TermId,
    review: Review,
}

impl Service {
    /// Keeps a pair of terms with the places it was found at as evidence. A pair that is there stays as it is, but counts as
    /// approved where who says so may decide.
    ///
    /// # Errors
    /// `invalid_request` for what cannot be a pair of terms, `not_found` for an unknown concept, `pair_rejected` where a
    /// person said that it is none; those of the database.
    pub async fn propose_term(&self, new: &NewTerm, actor: &str, now: &str) -> Result<ProposedTerm, AppError> {
        let group = group(new)?;
        let (ja, en) = keys(new)?;
        let mut write = self.store().write(actor, now).await?;
        let project = write.ensure_project(&new.project).await?;
        let (mut pair, mut kept) =
            (known(&mut write, project, &ja, &en, new.concept).await?, ProposalOutcome::Unchanged);
        if pair.is_none() {
            self.put(&mut write, project, new, &group, (&ja, &en)).await?;
            pair = known(&mut write, project, &ja, &en, new.concept).await?;
            kept = ProposalOutcome::Created;
        }
        let Some(pair) = pair else { return Err(rejected(new)) };
        match kept {
            ProposalOutcome::Unchanged => write.rollback(),
            _ => drop(write.commit().await?),
        }
        if new.approved && pair.review != Review::Approved {
            self.decide(&Decision::Accept { term: pair.english }.into(), actor, now).await?;
            kept = if kept == ProposalOutcome::Unchanged { ProposalOutcome::Updated } else { kept };
        }
        let concept = self.concept(pair.concept).await?;
        Ok(ProposedTerm { kept, concept, japanese: pair.japanese, english: pair.english })
    }

    async fn put(
        &self,
        write: &mut Write,
        project: ProjectId,
        new: &NewTerm,
        group: &Group,
        (ja, en): (&Key, &Key),
    ) -> Result<(), AppError> {
        let rulings = write.rulings(project, &ja.exact).await?;
        // Another person's word is new evidence to a machine only.
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

fn rejected(new: &NewTerm) -> AppError {
    AppError::PairRejected { from: new.japanese.trim().to_owned(), into: new.english.trim().to_owned() }
}

/// The pair where the base has it.
async fn known(
    write: &mut Write,
    project: ProjectId,
    ja: &Key,
    en: &Key,
    wanted: Option<ConceptId>,
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
    Ok(concepts.iter().filter(|concept| wanted.is_none_or(|wanted| concept.id == wanted)).find_map(with))
}

fn keys(new: &NewTerm) -> Result<(Key, Key), AppError> {
    let key = |field, text: &str, lang: &Lang| {
        let problem = "it holds no character a term could have".to_owned();
        Key::new(text, lang).ok_or(AppError::InvalidRequest { field, problem })
    };
    Ok((key("ja", &new.japanese, &Lang::JA)?, key("en", &new.english, &Lang::EN)?))
}

/// The pair as claims, each with the words it was found in.
fn group(new: &NewTerm) -> Result<Group, AppError> {
    let japanese = text("ja", new.japanese.trim(), LONGEST_TERM, false)?;
    let english = text("en", new.english.trim(), LONGEST_TERM, false)?;
    if has_japanese(english) {
        let problem = "it holds Japanese. Give the English, in Latin letters".to_owned();
        return Err(AppError::InvalidRequest { field: "en", problem });
    }
    for (field, text) in [("ja", japanese), ("en", english)] {
        if !text.chars().any(char::is_alphanumeric) {
            let problem = "it holds no letter and no digit, so it is no term".to_owned();
            return Err(AppError::InvalidRequest { field, problem });
        }
    }
    let (ja, en) = keys(new)?;
    let definitions = match new.definition.as_deref() {
        Some(given) => {
            let text = text("definition", given.trim(), LONGEST_DEFINITION, true)?.to_owned();
            vec![ClaimedDefinition { lang: assist::language_of(&text), text, entry: None }]
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
            part_of_speech: None,
            admitted: kind == TermKind::Abbreviation,
            method: METHOD,
            confidence: PROPOSED,
            span,
            snippet,
            entry: None,
            link: None,
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

/// The words around a place, and the place in them.
fn quoted(field: &'static str, given: Option<&Quotation>, term: &str) -> Result<Option<(String, Span)>, AppError> {
    let Some(Quotation { text: given, span }) = given else { return Ok(None) };
    text(field, given, LONGEST_TEXT, true)?;
    let found = || given.find(term).map(|at| Span::new(at, at + term.len()));
    let Some(span) = span.or_else(found) else { return Ok(None) };
    let (Some(before), Some(words), Some(after)) =
        (given.get(..span.start), given.get(span.start..span.end), given.get(span.end..))
    else {
        let problem = "the place is not within the text".to_owned();
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
        let kept = |text: &str, span: Option<Span>| {
            quoted("segment.ja", Some(&Quotation { text: text.to_owned(), span }), "視床")
                .map(|found| found.map(|(text, span)| (text.chars().count(), text[span.start..span.end].to_owned())))
        };
        assert_eq!(kept(&long, None).unwrap(), Some((402, "視床".to_owned())));
        assert_eq!(kept(&long, Some(Span::new(at, at + 3))).unwrap(), Some((401, "視".to_owned())));
        assert_eq!(kept("視床だ", None).unwrap(), Some((3, "視床".to_owned())));
        assert_eq!(kept("脳だ", None).unwrap(), None, "it may have been corrected");
        assert!(kept("視床だ", Some(Span::new(1, 3))).is_err(), "no border of a character");
        assert!(kept("視床だ", Some(Span::new(0, 99))).is_err());
    }
}
