//! What is not as the standard has it: in a file of 2019 the order of a section refuses its concept, and everything else is told.

use super::super::category::Category;
use super::super::references::is_number;
use super::{Attributes, Element, Parser, TOLD, start_of};
use crate::exchange::item::Fault;
use crate::exchange::xml::Tag;

impl Parser {
    /// Remembers the number of an element, if it has one.
    pub(super) fn identify(&mut self, tag: &Tag<'_>, line: u64) -> Attributes {
        let mut found = Attributes::default();
        tag.each_attribute(|name, value| match name {
            "id" | "xml:id" => found.id = Some(value.trim().to_owned()),
            "type" => found.kind = Some(value.trim().to_owned()),
            "target" => found.target = Some(value.trim().to_owned()),
            _ => {}
        });
        let Some(id) = found.id.take() else { return found };
        if !self.references.add(&id) {
            let problem = format!("The number `{}` is used twice.", start_of(&id));
            if self.version.is_strict() {
                self.entry.refuse(line, Fault::broken_row(problem));
            } else {
                self.tell("id twice", line, || problem);
            }
            return found;
        }
        if !is_number(&id) {
            let problem = format!("`{}` is no valid `id`, which begins with a letter.", start_of(&id));
            self.tell("id", line, || problem);
        }
        found.id = Some(id);
        found
    }

    /// What is unusual about a category at this place.
    pub(super) fn check(&mut self, category: Option<&'static Category>, name: &str, is_typed: bool, line: u64) {
        if !self.is_kept() {
            return;
        }
        if let Some(problem) = self.version.fault_of(category, name) {
            return self.tell(name, line, || format!("{problem}."));
        }
        let Some(category) = category.filter(|category| !category.is_core()) else { return };
        if self.version.is_other_style(is_typed) {
            self.tell("style", line, || format!("`{name}` is written in the other style than `<tbx>` says."));
        }
        let level = self.entry.level();
        if !category.may_stand_at(level) {
            let key = format!("{name} {}", level.title());
            self.tell(&key, line, || format!("`{name}` may not stand in {}.", level.title()));
        }
    }

    pub(super) fn check_target(&mut self, category: Option<&Category>, name: &str, target: &str, line: u64) {
        if target.starts_with("http://") || target.starts_with("https://") {
            return;
        }
        if category.is_some_and(|category| category.element == "xref") {
            self.tell("target", line, || {
                format!("`{name}` points to `{}`, which is no web address.", start_of(target))
            });
        } else {
            self.references.refer(target.trim_start_matches('#'), line);
        }
    }

    /// Whether what stands directly in a term has its order: the term, notes on its structure, anything else.
    pub(super) fn order(&mut self, is_term: bool, is_term_note: bool, line: u64) {
        if self.path.last() != Some(&Element::Term) {
            return;
        }
        let Some(term) = &mut self.entry.term else { return };
        let problem = match (is_term, is_term_note) {
            (true, _) => {
                let is_late = term.has_further || term.is_begun;
                term.is_begun = true;
                is_late.then_some("`<term>` must come first in its section.")
            }
            (false, true) => term.has_further.then_some("A note on the term comes behind other information about it."),
            (false, false) => {
                term.has_further = true;
                None
            }
        };
        let problem = problem.or((!term.is_begun).then_some("The section does not begin with `<term>`."));
        if let Some(problem) = problem {
            if self.version.is_strict() {
                self.entry.refuse(line, Fault::broken_row(problem));
            } else {
                self.tell("order", line, || problem.to_owned());
            }
        }
    }

    /// Tells what is unusual, once for each kind.
    pub(super) fn tell(&mut self, kind: &str, line: u64, problem: impl FnOnce() -> String) {
        if self.told.len() < TOLD && !self.told.contains(kind) {
            self.told.insert(kind.to_owned());
            let doubt = Fault::deviation(line, problem());
            if self.path.contains(&Element::Concept) || self.entry.line == line {
                self.entry.doubts.push(doubt);
            } else {
                self.doubts.push(doubt);
            }
        }
    }
}
