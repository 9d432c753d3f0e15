//! Writes the memory as PO.
//!
//! A segment is a message, with its key as `msgctxt`; what nobody has approved or offered is fuzzy. A catalogue has a text in one
//! context only once, so a further translation of a text gets a context of its own (`#taiyaku:2`), which our reader takes away
//! again. Inline codes stand in the text, as they do in programs. A file has one direction.

use std::collections::HashMap;
use std::io::{self, BufWriter, Write};

use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter};
use crate::exchange::tmx::MemoryUnit;
use crate::model::{InlineCode, Review, Segment, fingerprint, with_codes};

/// What stands before the number of a further translation of a text.
const FURTHER: &str = "#taiyaku:";

/// Writes the file; holds one message at a time, and a number for each before it.
pub(in crate::exchange) struct Writer<W: Write> {
    out: BufWriter<W>,
    header: Header,
    seen: HashMap<i64, u32>,
}

impl<W: Write> Writer<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        let project = cleaning::line(&header.project);
        let date = header.generated_at.get(..16).unwrap_or_default().replace('T', " ");
        let (source, target) = (header.source_lang.as_str(), header.target_lang.as_str());
        writeln!(out, "msgid \"\"\nmsgstr \"\"")?;
        for (name, value) in [
            ("Project-Id-Version", if project.is_empty() { "taiyaku" } else { &project }),
            ("PO-Revision-Date", &format!("{date}+0000")),
            ("Language", target),
            ("X-Source-Language", source),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("X-Generator", concat!("Taiyaku ", env!("CARGO_PKG_VERSION"))),
        ] {
            writeln!(out, "{}", quoted(&format!("{name}: {value}\n")))?;
        }
        Ok(Self { out, header: header.clone(), seen: HashMap::new() })
    }

    fn field(&mut self, name: &str, text: &str) -> io::Result<()> {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        if let [line] = lines[..] {
            return writeln!(self.out, "{name} {}", quoted(line));
        }
        writeln!(self.out, "{name} \"\"")?;
        lines.iter().try_for_each(|line| writeln!(self.out, "{}", quoted(line)))
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn segment(&mut self, unit: &MemoryUnit<'_>) -> io::Result<bool> {
        let Segment { source_lang, target_lang, source, target, .. } = unit.segment;
        let is_of_direction = source_lang.primary() == self.header.source_lang.primary()
            && target_lang.primary() == self.header.target_lang.primary();
        if !is_of_direction || !self.header.selection.includes_review(unit.review) {
            return Ok(false);
        }
        let provenance = unit.provenance;
        let (source, target) = (whole(source, &provenance.codes.source), whole(target, &provenance.codes.target));
        if source.trim().is_empty() || target.trim().is_empty() {
            return Ok(false);
        }
        let key = provenance.key.as_deref().map(cleaning::line).unwrap_or_default();
        let times = self.seen.entry(fingerprint(&format!("{key}\u{4}{source}"))).or_default();
        *times += 1;
        let context = if *times == 1 { key } else { format!("{key}{FURTHER}{times}") };
        writeln!(self.out)?;
        for (name, text) in [("field", &provenance.field), ("document", &provenance.document)] {
            if let Some(text) = text.as_deref().map(cleaning::line).filter(|text| !text.is_empty()) {
                writeln!(self.out, "#. {name}: {text}")?;
            }
        }
        if unit.review == Review::Candidate {
            writeln!(self.out, "#, fuzzy")?;
        }
        if !context.is_empty() {
            self.field("msgctxt", &context)?;
        }
        self.field("msgid", &source)?;
        self.field("msgstr", &target)?;
        Ok(true)
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let mut out = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// The context of a message without the number of a further translation; none if nothing is left.
pub(super) fn key_of(context: &str) -> Option<&str> {
    let is_number = |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let key = match context.rsplit_once(FURTHER) {
        Some((key, number)) if is_number(number) => key,
        _ => context,
    };
    Some(key).filter(|key| !key.is_empty())
}

/// A text with the codes a translation has to have too.
fn whole(text: &str, codes: &[InlineCode]) -> String {
    let codes: Vec<InlineCode> = codes.iter().filter(|code| code.is_carried_over()).cloned().collect();
    cleaning::text(&with_codes(text, &codes).unwrap_or_else(|| text.to_owned()))
}

/// A string of PO.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::{key_of, quoted};

    #[test]
    fn strings_are_escaped_and_contexts_lose_their_numbers() {
        assert_eq!(quoted("a\"\\\n\t𠮷"), "\"a\\\"\\\\\\n\\t𠮷\"");
        for (context, want) in [
            ("a", Some("a")),
            ("a#taiyaku:2", Some("a")),
            ("#taiyaku:12", None),
            ("#taiyaku:x", Some("#taiyaku:x")),
            ("", None),
        ] {
            assert_eq!(key_of(context), want, "{context}");
        }
    }
}
