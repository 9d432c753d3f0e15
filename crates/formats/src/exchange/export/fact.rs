//! What is known about a concept and its terms beyond a pair of terms, so that an export can say what it cannot carry.

use std::collections::BTreeMap;

use super::terms::LanguageTerms;
use crate::model::{Concept, Lang, Review, TermKind, Usage};

/// Something that is known about a concept or a term beyond one term in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact {
    /// A further term of a language.
    Synonym,
    /// A term in a language other than the two of the file.
    OtherLanguage,
    /// The reading of a term. Guesses are never exported.
    Reading,
    /// That a term is an abbreviation, a symbol or a variant.
    Kind,
    /// The part of speech of a term.
    PartOfSpeech,
    /// That a term is admitted, deprecated or forbidden.
    Usage,
    /// What a person decided about a term.
    Review,
    /// The probability that a term names the concept.
    Confidence,
    /// What supports a term.
    Evidence,
    /// The subject field of a concept.
    Field,
    /// The first Japanese definition of a concept.
    Definition,
    /// Any other definition of a concept.
    FurtherDefinition,
    /// What people noted about a concept.
    Note,
    /// That a concept disagrees with another one.
    Conflict,
    /// The owner and licence of an imported source.
    Licence,
}

impl Fact {
    /// Every kind, in the order reports list them.
    pub const ALL: [Self; 15] = [
        Self::Synonym,
        Self::OtherLanguage,
        Self::Reading,
        Self::Kind,
        Self::PartOfSpeech,
        Self::Usage,
        Self::Review,
        Self::Confidence,
        Self::Evidence,
        Self::Field,
        Self::Definition,
        Self::FurtherDefinition,
        Self::Note,
        Self::Conflict,
        Self::Licence,
    ];
}

/// How many facts of each kind there are about a concept, of which `languages` are the exported terms; kinds without any are
/// left out.
pub(super) fn facts(concept: &Concept, languages: &[LanguageTerms<'_>], between: [&Lang; 2]) -> BTreeMap<Fact, usize> {
    let mut facts: BTreeMap<Fact, usize> = BTreeMap::new();
    let mut add = |fact, count: usize| {
        if count > 0 {
            *facts.entry(fact).or_default() += count;
        }
    };
    for group in languages {
        if between.iter().all(|lang| lang.primary() != group.lang.primary()) {
            add(Fact::OtherLanguage, group.terms.len());
            continue;
        }
        add(Fact::Synonym, group.terms.len().saturating_sub(1));
        for selected in &group.terms {
            let term = selected.term;
            add(Fact::Reading, usize::from(term.sure_reading().is_some()));
            add(Fact::Kind, usize::from(term.kind != TermKind::FullForm));
            add(Fact::PartOfSpeech, usize::from(term.part_of_speech.is_some()));
            add(Fact::Usage, usize::from(term.usage != Usage::Preferred));
            add(Fact::Review, usize::from(term.review == Review::Approved));
            add(Fact::Confidence, 1);
            add(Fact::Evidence, term.evidence.len());
        }
    }
    add(Fact::Field, usize::from(concept.field.is_some()));
    let japanese = concept.definitions.iter().filter(|definition| definition.lang.is_japanese()).count();
    add(Fact::Definition, japanese.min(1));
    add(Fact::FurtherDefinition, concept.definitions.len() - japanese.min(1));
    add(Fact::Note, concept.notes.len());
    add(Fact::Conflict, concept.conflicts.len());
    add(Fact::Licence, concept.sources.len());
    facts
}
