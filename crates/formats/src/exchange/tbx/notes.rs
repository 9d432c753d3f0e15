//! Sorts the notes of a concept by what they are about, for the writer.

use super::scope::Scope;
use crate::exchange::export::{LanguageTerms, Profile};

/// The notes of a concept, by what they are about.
pub(super) struct Notes<'a> {
    pub(super) of_concept: Vec<&'a str>,
    others: Vec<&'a str>,
}

impl<'a> Notes<'a> {
    /// Sorts the notes. What is about a term or a language that is not in the file stays with the concept; so does all of it
    /// for `OmegaT`, which shows the notes of all terms under each.
    pub(super) fn of(notes: &'a [String], languages: &[LanguageTerms<'_>], profile: Profile) -> Self {
        let is_about = |note: &str| {
            profile != Profile::OmegaT
                && note.starts_with('[')
                && languages.iter().any(|group| {
                    Scope::Language(group.lang).text_of(note).is_some()
                        || group.terms.iter().any(|one| Scope::Term(group.lang, &one.text).text_of(note).is_some())
                })
        };
        let (others, of_concept) = notes.iter().map(String::as_str).partition(|note| is_about(note));
        Self { of_concept, others }
    }

    /// Takes the notes on this.
    pub(super) fn take(&mut self, scope: Scope<'_>) -> Vec<&'a str> {
        let (mut taken, mut left) = (Vec::new(), Vec::new());
        for note in self.others.drain(..) {
            match scope.text_of(note) {
                Some(text) => taken.push(text),
                None => left.push(note),
            }
        }
        self.others = left;
        taken
    }
}
