//! One `tu` as it is read comes in piece by piece; its pairs, or what is wrong with it, go out.

use super::properties::Known;
use crate::exchange::read::language::Languages;
use crate::exchange::read::strings::{is_blank, push_clean, without_indent};
use crate::exchange::read::{Fault, Options, RowProblem, Unit, limits};
use crate::model::Lang;

/// A unit as far as it has been read.
#[derive(Debug)]
pub(super) struct Draft {
    line: u64,
    number: u64,
    source: Option<String>,
    known: Known,
    variants: Vec<Variant>,
    weight: usize,
    fault: Option<Fault>,
}

/// Its text in one language.
#[derive(Debug, Default)]
struct Variant {
    lang: Option<String>,
    known: Known,
    text: String,
}

impl Draft {
    /// A unit that begins on this line.
    pub(super) fn new(line: u64, number: u64) -> Self {
        Self { line, number, source: None, known: Known::default(), variants: Vec::new(), weight: 0, fault: None }
    }

    /// An attribute of `tu`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        if self.fits(value.len()) {
            match name {
                "srclang" => self.source = Some(value.to_owned()),
                _ => self.known.attribute(name, value),
            }
        }
    }

    /// A text in another language begins.
    pub(super) fn begin_variant(&mut self) {
        if self.fits(limits::ELEMENT) {
            self.variants.push(Variant::default());
        }
    }

    /// An attribute of the last `tuv`. The language of TMX 1.1 has no prefix.
    pub(super) fn variant_attribute(&mut self, name: &str, value: &str) {
        if self.fits(value.len())
            && let Some(variant) = self.variants.last_mut()
        {
            match name {
                "xml:lang" => variant.lang = Some(value.to_owned()),
                "lang" => variant.lang = variant.lang.take().or_else(|| Some(value.to_owned())),
                _ => variant.known.attribute(name, value),
            }
        }
    }

    /// A property of the last `tuv`, or of the unit itself.
    pub(super) fn property(&mut self, in_variant: bool, name: &str, value: &str) {
        if self.fits(name.len() + value.len()) {
            let variant = self.variants.last_mut().filter(|_| in_variant);
            variant.map_or(&mut self.known, |variant| &mut variant.known).property(name, value);
        }
    }

    /// More of the text of the last `tuv`.
    pub(super) fn push(&mut self, text: &str) {
        if self.fits(text.len())
            && let Some(variant) = self.variants.last_mut()
        {
            push_clean(&mut variant.text, text);
        }
    }

    /// Remembers the first thing that is wrong.
    pub(super) fn fail(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
    }

    /// Whether so many more bytes may be kept. Once they may not, nothing of the unit is.
    pub(super) fn fits(&mut self, more: usize) -> bool {
        self.weight = self.weight.saturating_add(more);
        if self.weight <= limits::UNIT {
            return true;
        }
        self.variants.clear();
        self.fault = Some(Fault::UnitTooLarge);
        false
    }

    /// What became of the unit, given the source language of the header.
    pub(super) fn finish(
        self,
        header: Option<&str>,
        options: &Options,
        encoding: &'static str,
        languages: &mut Languages,
    ) -> Vec<Result<Unit, RowProblem>> {
        let (line, number) = (self.line, self.number);
        let problem = |fault| RowProblem { line, unit: number, fault };
        self.pairs(header, options, encoding, languages).into_iter().map(|pair| pair.map_err(problem)).collect()
    }

    fn pairs(
        mut self,
        header: Option<&str>,
        options: &Options,
        encoding: &'static str,
        languages: &mut Languages,
    ) -> Vec<Result<Unit, Fault>> {
        if let Some(fault) = self.fault.take() {
            return vec![Err(fault)];
        }
        let mut found = Vec::new();
        let mut sides: Vec<(Lang, Variant)> = Vec::new();
        for (index, variant) in std::mem::take(&mut self.variants).into_iter().enumerate() {
            match variant_language(index, &variant, options, languages) {
                Ok(lang) => sides.push((lang, variant)),
                Err(fault) => found.push(Err(fault)),
            }
        }
        let wanted = self.source.as_deref().or(header).map(str::trim).filter(|tag| !tag.is_empty() && *tag != "*all*");
        let source = match (wanted.map(|tag| languages.parse(tag)), &options.source_lang) {
            (Some(Ok(wanted)), _) => Some(wanted),
            (Some(Err(fault)), None) => return vec![Err(fault)],
            (_, named) => named.clone(),
        };
        let at = match &source {
            Some(source) => position(&sides, source),
            None if sides.is_empty() => None,
            None => Some(0),
        };
        let Some(at) = at else {
            // Where a text was refused, that is the reason, and it is said already.
            if found.is_empty() {
                found.push(Err(match source {
                    Some(source) if !sides.is_empty() => Fault::SourceMissing { lang: source.to_string() },
                    _ => Fault::TargetMissing,
                }));
            }
            return found;
        };
        let (lang, variant) = sides.remove(at);
        let text = without_indent(&variant.text);
        if is_blank(text) {
            return vec![Err(Fault::EmptySource)];
        }
        sides.retain(|(other, _)| *other != lang);
        if sides.is_empty() && found.is_empty() {
            found.push(Err(Fault::TargetMissing));
        }
        let source = Side { lang: &lang, text, known: &variant.known };
        found.extend(sides.iter().map(|(lang, variant)| {
            let target = Side { lang, text: without_indent(&variant.text), known: &variant.known };
            pair(self.line, &self.known, &source, &target, encoding)
        }));
        found
    }
}

/// One side of a pair.
struct Side<'a> {
    lang: &'a Lang,
    text: &'a str,
    known: &'a Known,
}

fn pair(line: u64, whole: &Known, source: &Side<'_>, target: &Side<'_>, encoding: &'static str) -> Result<Unit, Fault> {
    if is_blank(target.text) {
        return Err(Fault::Untranslated { lang: target.lang.clone() });
    }
    if source.text.contains('\u{fffd}') || target.text.contains('\u{fffd}') {
        return Err(Fault::Undecodable { encoding });
    }
    // What is said of the translation counts for the pair; neighbours are those of the source.
    let first =
        |get: fn(&Known) -> Option<&String>| [target.known, whole, source.known].into_iter().find_map(get).cloned();
    Ok(Unit {
        source_lang: source.lang.clone(),
        target_lang: target.lang.clone(),
        source: source.text.to_owned(),
        target: target.text.to_owned(),
        draft: false,
        field: first(|known| known.field.as_ref()),
        document: first(|known| known.document.as_ref()),
        key: first(|known| known.key.as_ref()),
        created_at: target.known.date.clone().max(whole.date.clone()),
        author: target.known.author().or(whole.author()).cloned(),
        before: whole.before.clone().or_else(|| source.known.before.clone()),
        after: whole.after.clone().or_else(|| source.known.after.clone()),
        line,
    })
}

/// The language of a text; where it says none, the first is the source and every other the target the caller names.
fn variant_language(
    index: usize,
    variant: &Variant,
    options: &Options,
    languages: &mut Languages,
) -> Result<Lang, Fault> {
    match &variant.lang {
        Some(tag) => languages.parse(tag.trim()),
        None => {
            let named = if index == 0 { &options.source_lang } else { &options.target_lang };
            named.clone().ok_or(Fault::LanguageMissing)
        }
    }
}

/// The text in this very language, else in one of its regions: headers say `en` where texts say `en-GB`.
fn position(sides: &[(Lang, Variant)], wanted: &Lang) -> Option<usize> {
    let exact = sides.iter().position(|(lang, _)| lang == wanted);
    exact.or_else(|| sides.iter().position(|(lang, _)| lang.primary() == wanted.primary()))
}
