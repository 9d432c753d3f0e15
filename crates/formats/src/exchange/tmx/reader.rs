//! Imports TMX: a pair of texts for each language of a unit beside its source language.

use std::collections::VecDeque;
use std::io::Read;

use super::parser::Parser;
use super::properties::Properties;
use super::unit::{TmxUnit, Variant, position_of};
use crate::exchange::cleaning::is_blank;
use crate::exchange::document::Passage;
use crate::exchange::hint::FileHint;
use crate::exchange::input::Window;
use crate::exchange::item::{Fault, RowProblem, Unit};
use crate::exchange::language::Languages;
use crate::exchange::xml::Tokens;
use crate::model::{Lang, Neighbours, Provenance};

/// Reads TMX; holds one unit at a time.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    tokens: Tokens<R>,
    parser: Parser,
    hint: FileHint,
    languages: Languages,
    ready: VecDeque<Result<Unit, RowProblem>>,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>, hint: FileHint) -> Self {
        Self {
            tokens: Tokens::new(window),
            parser: Parser::default(),
            hint,
            languages: Languages::default(),
            ready: VecDeque::new(),
            ended: false,
        }
    }

    pub(in crate::exchange) fn taken(&self) -> u64 {
        self.tokens.taken()
    }

    pub(in crate::exchange) fn next(&mut self) -> Option<Result<Unit, RowProblem>> {
        while self.ready.is_empty() && !self.ended {
            let (line, offset) = self.tokens.position();
            if let Err(fault) = self.step(offset) {
                self.ended = true;
                self.ready.push_back(Err(RowProblem { line, unit: self.parser.units, fault }));
            }
        }
        self.ready.pop_front()
    }

    /// Takes the next token, which begins at `offset`; an error ends the file.
    fn step(&mut self, offset: usize) -> Result<(), Fault> {
        let mut flaws = Vec::new();
        let unit = match self.tokens.next()? {
            Some(lexed) => {
                if let Some(flaw) = lexed.flaw {
                    return Err(flaw.fault());
                }
                lexed.token.and_then(|token| self.parser.take(&token, lexed.line, &mut flaws))
            }
            None => {
                self.ended = true;
                self.parser.end(offset, &mut flaws)
            }
        };
        if self.parser.root.as_deref().is_some_and(|root| root != "tmx") {
            return Err(Fault::UnknownFormat { seems: "an XML file of another kind".to_owned() });
        }
        if let Some(flaw) = flaws.iter().find(|flaw| !flaw.kind.is_in_text()) {
            return Err(flaw.kind.fault());
        }
        if let Some(unit) = unit {
            let (line, number) = (unit.line, self.parser.units);
            let pairs = self.pairs(unit).into_iter();
            self.ready.extend(pairs.map(|pair| pair.map_err(|fault| RowProblem { line, unit: number, fault })));
        }
        Ok(())
    }

    /// The pairs of a unit, or what is wrong with it.
    fn pairs(&mut self, mut unit: TmxUnit) -> Vec<Result<Unit, Fault>> {
        if unit.is_too_large {
            return vec![Err(Fault::UnitTooLarge)];
        }
        if let Some(flaw) = &unit.flaw {
            return vec![Err(flaw.fault())];
        }
        let mut pairs = Vec::new();
        let mut sides: Vec<(Lang, Variant)> = Vec::new();
        for (index, variant) in std::mem::take(&mut unit.variants).into_iter().enumerate() {
            match self.language_of(index, &variant) {
                Ok(lang) => sides.push((lang, variant)),
                Err(fault) => pairs.push(Err(fault)),
            }
        }
        let tag = unit.source_language(self.parser.source.as_deref());
        let source = match (tag.map(|tag| self.languages.parse(tag)), &self.hint.source_lang) {
            (Some(Ok(source)), _) => Some(source),
            (Some(Err(fault)), None) => return vec![Err(fault)],
            (_, named) => named.clone(),
        };
        let position = match &source {
            Some(source) => position_of(sides.iter().map(|(lang, _)| Some(lang)), source),
            None if sides.is_empty() => None,
            None => Some(0),
        };
        let Some(position) = position else {
            // If a text was refused, that is the reason, and it is reported already.
            if pairs.is_empty() {
                pairs.push(Err(match source {
                    Some(source) if !sides.is_empty() => Fault::SourceMissing { lang: source.to_string() },
                    _ => Fault::TargetMissing,
                }));
            }
            return pairs;
        };
        let (lang, variant) = sides.remove(position);
        let text = text_of(&variant);
        if is_blank(&text) {
            return vec![Err(Fault::EmptySource)];
        }
        sides.retain(|(other, _)| *other != lang);
        if sides.is_empty() && pairs.is_empty() {
            pairs.push(Err(Fault::TargetMissing));
        }
        let encoding = self.tokens.encoding();
        pairs.extend(sides.into_iter().map(|(target_lang, target)| {
            let target_text = text_of(&target);
            if is_blank(&target_text) {
                return Err(Fault::Untranslated { lang: target_lang });
            }
            if text.contains('\u{fffd}') || target_text.contains('\u{fffd}') {
                return Err(Fault::Undecodable { encoding });
            }
            Ok(Unit {
                source_lang: lang.clone(),
                target_lang,
                source: text.clone(),
                target: target_text,
                draft: false,
                provenance: provenance(&unit.properties, &variant.properties, &target.properties),
                line: unit.line,
            })
        }));
        pairs
    }

    /// The language of a text. If it names none, the first text is the source and every other one the target.
    fn language_of(&mut self, index: usize, variant: &Variant) -> Result<Lang, Fault> {
        match &variant.language {
            Some(tag) => self.languages.parse(tag.trim()),
            None => {
                let named = if index == 0 { &self.hint.source_lang } else { &self.hint.target_lang };
                named.clone().ok_or(Fault::LanguageMissing)
            }
        }
    }
}

fn text_of(variant: &Variant) -> String {
    variant.text.as_ref().map(Passage::plain_text).unwrap_or_default()
}

/// What is said of the translation counts for the pair; the neighbours are those of the source.
fn provenance(unit: &Properties, source: &Properties, target: &Properties) -> Provenance {
    let first = |get: fn(&Properties) -> Option<&String>| [target, unit, source].into_iter().find_map(get).cloned();
    Provenance {
        field: first(|properties| properties.field.as_ref()),
        document: first(|properties| properties.document.as_ref()),
        key: first(|properties| properties.key.as_ref()),
        created_at: target.date.clone().max(unit.date.clone()),
        author: target.author().or(unit.author()).cloned(),
        neighbours: Neighbours::of(
            unit.before.as_deref().or(source.before.as_deref()),
            unit.after.as_deref().or(source.after.as_deref()),
        ),
        ..Provenance::default()
    }
}
