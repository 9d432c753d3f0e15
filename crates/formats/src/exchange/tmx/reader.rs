//! Imports TMX: a pair of texts for each language of a unit beside its source language, and for each variant of that.

use std::collections::VecDeque;
use std::io::Read;

use super::parser::Parser;
use super::properties::Properties;
use super::unit::{TmxUnit, Variant, position_of};
use crate::exchange::cleaning::is_blank;
use crate::exchange::direction::{SAMPLE, Scripts};
use crate::exchange::document::Passage;
use crate::exchange::hint::FileHint;
use crate::exchange::input::Window;
use crate::exchange::item::{Fault, Item, RowProblem, Unit};
use crate::exchange::language::Languages;
use crate::exchange::reader::ItemReader;
use crate::exchange::xml::Tokens;
use crate::model::{InlineCode, Lang, Neighbours, PairCodes, Provenance, Review};

/// A text with its language.
type Side = (Lang, Variant);

/// The most variants of the source language in one unit, such as `en-US` and `en-GB`.
const MOST_VARIANTS: usize = 16;

/// Reads TMX; holds one unit at a time, and the first ones until their languages are clear.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    tokens: Tokens<R>,
    parser: Parser,
    hint: FileHint,
    languages: Languages,
    ready: VecDeque<Result<Unit, RowProblem>>,
    /// The scripts of the first texts, as long as those wait.
    scripts: Option<Scripts>,
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
            scripts: Some(Scripts::default()),
            ended: false,
        }
    }

    fn next(&mut self) -> Option<Result<Unit, RowProblem>> {
        while (self.ready.is_empty() || self.scripts.is_some()) && !self.ended {
            let (line, offset) = self.tokens.position();
            if let Err(fault) = self.step(offset) {
                self.ended = true;
                self.ready.push_back(Err(RowProblem { line, unit: self.parser.units, fault }));
            }
        }
        self.agree();
        self.ready.pop_front()
    }

    /// Compares the languages of the first texts with their scripts. If those contradict each other, nothing is imported.
    fn agree(&mut self) {
        let Some(scripts) = self.scripts.take() else { return };
        let Some(first) = self.ready.iter().find_map(|item| item.as_ref().ok()) else { return };
        if let Err(fault) = scripts.agree_with_labels(&first.source_lang, &first.target_lang) {
            self.ended = true;
            self.ready = [Err(RowProblem::at_start(fault))].into();
        }
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
            let pairs = self.pairs(unit);
            if let Some(scripts) = &mut self.scripts {
                pairs.iter().flatten().take(1).for_each(|pair| scripts.add(&pair.source, &pair.target));
                if scripts.count() >= SAMPLE {
                    self.agree();
                }
            }
            let pairs = pairs.into_iter();
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
        let mut sides: Vec<Side> = Vec::new();
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
        let first = sides.remove(position);
        let (mut sources, targets) = of_each_language(first, sides);
        if is_blank(&text_of(&sources[0].1)) {
            return vec![Err(Fault::EmptySource)];
        }
        sources.retain(|(_, variant)| !is_blank(&text_of(variant)));
        if targets.is_empty() && pairs.is_empty() {
            pairs.push(Err(Fault::TargetMissing));
        }
        let encoding = self.tokens.encoding();
        for (target_lang, target) in targets {
            let target_text = text_of(&target);
            if is_blank(&target_text) {
                pairs.push(Err(Fault::Untranslated { lang: target_lang }));
                continue;
            }
            for (lang, variant) in &sources {
                let text = text_of(variant);
                if text.contains('\u{fffd}') || target_text.contains('\u{fffd}') {
                    pairs.push(Err(Fault::Undecodable { encoding }));
                    continue;
                }
                let codes = PairCodes { source: codes_of(variant), target: codes_of(&target) };
                let said = provenance(&unit.properties, &variant.properties, &target.properties);
                pairs.push(Ok(Unit {
                    source_lang: lang.clone(),
                    target_lang: target_lang.clone(),
                    source: text,
                    target: target_text.clone(),
                    draft: unit.properties.review == Some(Review::Candidate),
                    approved: unit.properties.review == Some(Review::Approved),
                    confidence: None,
                    doubts: Vec::new(),
                    provenance: Provenance { codes, ..said },
                    line: unit.line,
                }));
            }
        }
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

impl<R: Read> ItemReader for Reader<R> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        self.next().map(|unit| unit.map(Item::Pair))
    }

    fn taken(&self) -> u64 {
        self.tokens.taken()
    }
}

/// The texts of the source language, the first one first, and those of other languages. Of one language and region the first
/// text counts; `en-US` and `en-GB` are
/// variants of one language, which are no translations of each other where there is a text in another one.
fn of_each_language(first: Side, others: Vec<Side>) -> (Vec<Side>, Vec<Side>) {
    let is_foreign = |(lang, _): &Side| lang.primary() != first.0.primary();
    if !others.iter().any(is_foreign) {
        // A memory between two variants, such as `zh-CN` and `zh-TW`.
        let targets = others.into_iter().filter(|(lang, _)| *lang != first.0).collect();
        return (vec![first], targets);
    }
    let mut sources = vec![first];
    let mut targets: Vec<Side> = Vec::new();
    for (lang, variant) in others {
        let is_source = sources.first().is_some_and(|(source, _)| source.primary() == lang.primary());
        if !is_source {
            targets.push((lang, variant));
        } else if sources.len() < MOST_VARIANTS && sources.iter().all(|(source, _)| *source != lang) {
            sources.push((lang, variant));
        }
    }
    (sources, targets)
}

fn codes_of(variant: &Variant) -> Vec<InlineCode> {
    variant.text.as_ref().map(Passage::codes_of_plain_text).unwrap_or_default()
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
