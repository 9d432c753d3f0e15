//! Writes rules for prh: a term that should not be used, and the term of the same concept and language to use in its place.
//!
//! A term that may be used in another concept is no mistake wherever it stands, so it has no rule. That is known only when
//! every concept has been seen, so the rules are held until then, and of the terms that may be used a number each. A
//! concept without such a pair of terms is not in the file.

use std::collections::HashSet;
use std::io::{self, BufWriter, Write};

use super::pattern::{capitalised, pattern, replacement};
use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome};
use crate::model::{Concept, ConceptId, Usage, fingerprint};

/// Writes the rules.
pub(in crate::exchange) struct Writer<W: Write> {
    out: BufWriter<W>,
    header: Header,
    rules: Vec<Rule>,
    /// Fingerprints of the terms that may be used.
    usable: HashSet<i64>,
}

struct Rule {
    concept: ConceptId,
    wrong: String,
    right: String,
}

impl<W: Write> Writer<W> {
    /// Makes a writer; nothing is written before the end.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> Self {
        Self { out: BufWriter::new(out), header: header.clone(), rules: Vec::new(), usable: HashSet::new() }
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let before = self.rules.len();
        for group in languages {
            let is_usable = |usage: Usage| matches!(usage, Usage::Preferred | Usage::Admitted);
            let (usable, wrong): (Vec<_>, Vec<_>) = group.terms.iter().partition(|one| is_usable(one.term.usage));
            self.usable.extend(usable.iter().map(|one| fingerprint(&one.text)));
            let Some(right) = usable.first() else { continue };
            self.rules.extend(wrong.iter().map(|one| Rule {
                concept: concept.id,
                wrong: one.text.clone(),
                right: right.text.clone(),
            }));
        }
        Ok(if self.rules.len() > before { Outcome::Written } else { Outcome::NotSelected })
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        let mut seen = HashSet::new();
        let usable = &self.usable;
        self.rules.retain(|rule| !usable.contains(&fingerprint(&rule.wrong)) && seen.insert(rule.wrong.clone()));
        let project = cleaning::line(&self.header.project);
        let at = cleaning::line(&self.header.generated_at);
        writeln!(self.out, "# Exported by Taiyaku from project `{project}` at {at}.")?;
        writeln!(self.out, "version: 1")?;
        if self.rules.is_empty() {
            writeln!(self.out, "rules: []")?;
        } else {
            writeln!(self.out, "rules:")?;
        }
        for Rule { concept, wrong, right } in &self.rules {
            write_rule(&mut self.out, *concept, wrong, right)?;
            if let (Some(wrong), Some(right)) = (capitalised(wrong), capitalised(right)) {
                write_rule(&mut self.out, *concept, &wrong, &right)?;
            }
        }
        let mut out = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// One rule. A text in JSON is a text in YAML.
fn write_rule(out: &mut impl Write, concept: ConceptId, wrong: &str, right: &str) -> io::Result<()> {
    let text = |text: String| serde_json::Value::String(text).to_string();
    writeln!(out, "  # concept {concept}")?;
    writeln!(out, "  - expected: {}", text(replacement(right)))?;
    writeln!(out, "    pattern: {}", text(pattern(wrong, right)))
}
