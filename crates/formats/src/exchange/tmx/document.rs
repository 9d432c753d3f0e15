//! TMX as a document: a unit for each `tu`, in the languages of the file.
//!
//! A document has one source and one target language. A unit that names another source language is shown in the direction
//! of the file, and of several translations the one into the target language.

use super::parser::Parser;
use super::unit::{TmxUnit, Variant, named_source, position_of};
use crate::exchange::direction::Scripts;
use crate::exchange::document::{Document, DocumentProblem, DocumentUnit, Notation, Passage, UnitState};
use crate::exchange::format::FileFormat;
use crate::exchange::hint::FileHint;
use crate::exchange::language::Languages;
use crate::exchange::limits;
use crate::exchange::xml::WholeFile;
use crate::model::{Lang, Span};

/// Reads a TMX file.
pub(in crate::exchange) fn read(file: &str, hint: &FileHint) -> Document {
    let mut builder = Builder {
        document: Document { source_lang: None, ..Document::empty(FileFormat::Tmx, hint) },
        languages: Languages::default(),
        hint,
    };
    let (mut tokens, mut parser, mut flaws) = (WholeFile::new(file), Parser::default(), Vec::new());
    while let Some(token) = tokens.next(&mut flaws) {
        if let Some(unit) = parser.take(&token, 0, &mut flaws) {
            builder.add(unit, parser.source.as_deref());
        }
    }
    if let Some(unit) = parser.end(file.len(), &mut flaws) {
        builder.add(unit, parser.source.as_deref());
    }
    let mut document = builder.document;
    document.source_lang = document.source_lang.or(hint.source_lang.clone());
    document.problems.extend(flaws.into_iter().map(DocumentProblem::from));
    let mut document = document.finished();
    let mut scripts = Scripts::default();
    for unit in &document.units {
        scripts.add(unit.source.text(), unit.target_text());
    }
    let (source, target) = document.languages();
    if let Err(fault) = scripts.agree_with_labels(&source, &target) {
        document.refuse(fault);
    }
    document
}

struct Builder<'a> {
    document: Document,
    languages: Languages,
    hint: &'a FileHint,
}

impl Builder<'_> {
    /// Adds a unit; `header` is the `srclang` of the header.
    fn add(&mut self, mut unit: TmxUnit, header: Option<&str>) {
        let span = Span::new(unit.start, unit.end);
        if unit.is_too_large {
            let message = format!("The unit is larger than {} bytes. Split it.", limits::UNIT);
            self.document.problems.push(DocumentProblem { file: 0, span, message });
            return;
        }
        let languages: Vec<Option<Lang>> =
            unit.variants.iter().enumerate().map(|(index, variant)| self.language_of(index, variant)).collect();
        let mut parse = |tag: Option<&str>| named_source(tag).and_then(|tag| self.languages.parse(tag).ok());
        let own = parse(unit.source.as_deref());
        let named = match &self.document.source_lang {
            Some(known) => Some(known.clone()),
            None => parse(header).or(self.hint.source_lang.clone()),
        };
        let position = |wanted: &Lang| position_of(languages.iter().map(Option::as_ref), wanted);
        let source_at = [&named, &own].into_iter().flatten().find_map(position).unwrap_or(0);
        if self.document.source_lang.is_none() {
            self.document.source_lang = languages.get(source_at).cloned().flatten().or(named);
        }
        let Some((source, source_end)) = unit.variants.get_mut(source_at).and_then(|variant| {
            let end = variant.end;
            variant.text.take().map(|text| (text, end))
        }) else {
            return;
        };
        let target_at = self.target_of(&languages, source_at);
        let properties = target_at.and_then(|at| unit.variants.get(at)).map(|variant| &variant.properties);
        let key = properties.and_then(|properties| properties.key.clone()).or_else(|| unit.key().cloned());
        let target = target_at.and_then(|at| unit.variants.get_mut(at)).and_then(|variant| variant.text.take());
        let target = target.unwrap_or_else(|| {
            let lang = self.document.target_lang.clone().unwrap_or(Lang::EN);
            let before = format!("<tuv xml:lang=\"{lang}\"><seg>");
            let end = Span::new(source_end, source_end);
            Passage::new(0, source_end, Notation::Xml).with_wrapper(end, before, "</seg></tuv>".to_owned())
        });
        let state = if target.is_blank() { UnitState::Untranslated } else { UnitState::Translated };
        let (context, form, note) = (None, None, unit.note);
        self.document.add([DocumentUnit { source, target: Some(target), key, state, context, form, note, span }]);
    }

    /// The position of the translation: the text in the target language, else, if none is known yet, the first in another
    /// language than the source, which becomes the target language.
    fn target_of(&mut self, languages: &[Option<Lang>], source_at: usize) -> Option<usize> {
        let source = languages.get(source_at).and_then(Option::as_ref);
        // A variant of the source language is its translation only where there is no other language.
        let is_foreign = |lang: &Lang| source.is_none_or(|source| source.primary() != lang.primary());
        let has_foreign = languages.iter().flatten().any(is_foreign);
        let is_other = |lang: &Option<Lang>| match lang {
            None => true,
            Some(lang) => {
                if has_foreign {
                    is_foreign(lang)
                } else {
                    Some(lang) != source
                }
            }
        };
        let others = languages.iter().map(|lang| lang.as_ref().filter(|lang| Some(*lang) != source));
        let known = self.document.target_lang.as_ref();
        if let Some(target) = known.filter(|target| source.is_none_or(|source| source.primary() != target.primary())) {
            return position_of(others, target);
        }
        let found = (0..languages.len()).find(|at| *at != source_at && languages.get(*at).is_some_and(is_other));
        self.document.target_lang = found.and_then(|at| languages.get(at)).cloned().flatten().or(known.cloned());
        found
    }

    /// The language of a text. If it names none, the first text is the source and every other one the target.
    fn language_of(&mut self, index: usize, variant: &Variant) -> Option<Lang> {
        match &variant.language {
            Some(tag) => self.languages.parse(tag.trim()).ok(),
            None if index == 0 => self.hint.source_lang.clone(),
            None => self.hint.target_lang.clone(),
        }
    }
}
