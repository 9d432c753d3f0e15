//! The glossary module of XLIFF 2: its entries, and the rows of terms they become.

use super::segment::Segment;
use crate::exchange::cleaning::{filled, line, lines};
use crate::exchange::item::{Name, TermDefinition, TermRow};
use crate::exchange::language::language_of;
use crate::model::Lang;

/// An entry of a glossary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct GlossaryEntry {
    /// Its offset in the file.
    pub(super) start: usize,
    /// The key of its unit.
    unit: Option<String>,
    term: String,
    translations: Vec<String>,
    definition: Option<String>,
}

impl GlossaryEntry {
    pub(super) fn new(start: usize, unit: Option<String>) -> Self {
        Self { start, unit, ..Self::default() }
    }

    /// Adds the text of a part.
    pub(super) fn add(&mut self, part: &str, text: &str) {
        match part {
            "term" => self.term = line(text),
            "translation" => self.translations.extend(filled(&line(text))),
            _ => self.definition = filled(&lines(text)),
        }
    }

    /// Whether a segment is no more than this term with a translation of it.
    pub(super) fn is_all_of(&self, segment: &Segment) -> bool {
        let text =
            |text: &Option<crate::exchange::xml::Segment>| text.as_ref().map(|text| line(&text.whole.plain_text()));
        text(&segment.source).is_some_and(|source| source == self.term)
            && text(&segment.target).is_some_and(|target| self.translations.contains(&target))
    }

    /// Whether it has bytes that are not valid in the encoding of the file.
    pub(super) fn is_undecodable(&self) -> bool {
        let mut texts = [&self.term].into_iter().chain(&self.translations).chain(&self.definition);
        texts.any(|text| text.contains('\u{fffd}'))
    }

    /// The row of terms; none if there is no term. In our own files a unit is a concept.
    pub(super) fn row(self, source: &Lang, target: &Lang, at: u64, is_own: bool) -> Option<TermRow> {
        if self.term.is_empty() {
            return None;
        }
        let primary = |lang: &Lang| if lang.is_japanese() { Lang::JA } else { Lang::EN };
        let mut names = vec![Name::new(primary(source), &self.term)];
        names.extend(self.translations.iter().map(|text| Name::new(primary(target), text)));
        Some(TermRow {
            names,
            concept: self.unit.filter(|_| is_own),
            definitions: self
                .definition
                .map(|text| TermDefinition::new(language_of(&text), text))
                .into_iter()
                .collect(),
            line: at,
            ..TermRow::default()
        })
    }
}
