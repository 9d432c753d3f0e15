//! A `trans-unit` or `segment` as it is read, and the pairs of texts in it.

use std::collections::BTreeMap;

use super::confirmation::Confirmation;
use super::facts::Facts;
use crate::exchange::document::{Notation, Passage, UnitState};
use crate::exchange::xml::Segment as Text;
use crate::model::Span;

/// A `trans-unit` of XLIFF 1.2 or a `segment` of 2.x.
#[derive(Debug, Default)]
pub(super) struct Segment {
    /// Its offset in the file.
    pub(super) start: usize,
    /// The offset behind it.
    pub(super) end: usize,
    pub(super) key: Option<String>,
    /// The name of the unit, which says in which sense the text is used.
    pub(super) context: Option<String>,
    pub(super) note: Option<String>,
    /// Whether it is marked `translate="no"`.
    pub(super) is_locked: bool,
    pub(super) is_approved: bool,
    pub(super) state: Option<String>,
    /// What is said beside its state: `state-qualifier` or `subState`.
    pub(super) qualifier: Option<String>,
    /// What our own files say of it.
    pub(super) facts: Facts,
    /// What memoQ says of it.
    pub(super) confirmation: Option<Confirmation>,
    /// What Trados Studio says of its parts, by their names.
    pub(super) confirmations: BTreeMap<String, Confirmation>,
    pub(super) source: Option<Text>,
    /// `seg-source`
    pub(super) segmented: Option<Text>,
    pub(super) target: Option<Text>,
    /// Where a translation would be written.
    pub(super) gap: Option<Gap>,
}

/// Where a translation that is missing would be written.
#[derive(Debug, Clone)]
pub(super) enum Gap {
    /// Behind the source text.
    Behind {
        at: usize,
        /// The name of the source element, with prefix.
        name: String,
        /// The start tag of the source element.
        source: Span,
    },
    /// In an empty `<target/>`, with its tags.
    EmptyTarget { tag: Span, open: String, close: String },
}

/// A pair of texts, with the name of the part it is if the unit has several.
pub(super) struct Pair {
    pub(super) part: Option<String>,
    pub(super) source: Passage,
    pub(super) target: Passage,
}

impl Segment {
    /// What Trados Studio or memoQ says of a part.
    pub(super) fn confirmation_of(&self, part: Option<&str>) -> Option<&Confirmation> {
        let only = || self.confirmations.values().next().filter(|_| self.confirmations.len() == 1);
        let of_part = part.map_or_else(only, |part| self.confirmations.get(part));
        of_part.or(self.confirmation.as_ref())
    }

    /// How far the translation of a part is.
    pub(super) fn state_of(&self, part: Option<&str>, target: &Passage) -> UnitState {
        if target.is_blank() {
            return UnitState::Untranslated;
        }
        if let Some(confirmation) = self.confirmation_of(part) {
            return confirmation.state();
        }
        match self.state.as_deref() {
            _ if self.is_approved => UnitState::Approved,
            Some("final" | "signed-off" | "reviewed") => UnitState::Approved,
            Some("new" | "initial") => UnitState::Draft,
            Some(state) if state.starts_with("needs-") => UnitState::Draft,
            _ => UnitState::Translated,
        }
    }

    /// Its texts in a file with this content.
    pub(super) fn pairs(&self, file: &str) -> Vec<Pair> {
        let Some(source) = &self.source else { return Vec::new() };
        let parts = self.segmented.as_ref().map(|text| &text.parts).filter(|parts| !parts.is_empty());
        let Some(parts) = parts else {
            let target = self.target.as_ref().map(|text| text.whole.clone());
            let target = target.unwrap_or_else(|| self.missing_target(file, "", ""));
            return vec![Pair { part: None, source: source.whole.clone(), target }];
        };
        let pair = |(mid, source): &(String, Passage)| Pair {
            part: Some(mid.clone()),
            source: source.clone(),
            target: self.target_part(file, mid, parts.len()),
        };
        parts.iter().map(pair).collect()
    }

    /// The translation of one of several parts.
    fn target_part(&self, file: &str, mid: &str, count: usize) -> Passage {
        let (before, after) = (format!("<mrk mtype=\"seg\" mid=\"{mid}\">"), "</mrk>");
        let Some(target) = &self.target else { return self.missing_target(file, &before, after) };
        match target.parts.iter().find(|(name, _)| name == mid) {
            Some((_, part)) => part.clone(),
            None if count == 1 && target.parts.is_empty() => target.whole.clone(),
            None => {
                let end = target.whole.file_span().end;
                Passage::new(0, end, Notation::Xml).with_wrapper(Span::new(end, end), before, after.to_owned())
            }
        }
    }

    /// A translation that is missing, with what has to be written around it.
    fn missing_target(&self, file: &str, before: &str, after: &str) -> Passage {
        match &self.gap {
            None => Passage::new(0, self.start, Notation::Xml),
            Some(Gap::EmptyTarget { tag, open, close }) => Passage::new(0, tag.start, Notation::Xml).with_wrapper(
                *tag,
                format!("{open}{before}"),
                format!("{after}{close}"),
            ),
            Some(Gap::Behind { at, name, source }) => {
                // On a line of its own, as the source is.
                let line = file[..source.start].rfind('\n').map_or(0, |end| end + 1);
                let indent = &file[line..source.start];
                let is_alone = line > 0 && indent.chars().all(|c| matches!(c, ' ' | '\t'));
                let line_end = if file[..line].ends_with("\r\n") { "\r\n" } else { "\n" };
                let lead = if is_alone { format!("{line_end}{indent}") } else { String::new() };
                let name = format!("{}target", name.strip_suffix("source").unwrap_or_default());
                Passage::new(0, *at, Notation::Xml).with_wrapper(
                    Span::new(*at, *at),
                    format!("{lead}<{name}>{before}"),
                    format!("{after}</{name}>"),
                )
            }
        }
    }
}
