//! Writes a glossary as one HTML page: no script, nothing loaded, with styles for screen, dark screen and paper.

use std::io::{self, BufWriter, Write};

use super::entry::{Glossary, PrintedEntry, PrintedTerm};
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome};
use crate::exchange::xml::escaped;
use crate::model::Concept;

const STYLE: &str = "\
:root{color-scheme:light dark;font-family:system-ui,'Noto Sans CJK JP','Hiragino Sans','Yu Gothic',sans-serif;line-height:1.6}\
body{margin:0 auto;max-width:46rem;padding:1.5rem;line-break:strict}\
h1{font-size:1.5rem}h2{border-bottom:1px solid;font-size:1.1rem;margin:2rem 0 .5rem}\
dt{font-weight:700;margin-top:.9rem}dd{margin:0 0 0 1.2rem}\
.reading,.source,.field,.remark{font-size:.85em;font-weight:400}\
.remark{font-style:italic}.not{text-decoration:line-through}nav a{margin-right:.6rem}\
@media print{@page{margin:18mm}body{max-width:none;padding:0;font-size:10pt;columns:2;column-gap:8mm}h1,nav,header{column-span:all}\
dt,dd{break-inside:avoid}dt{break-after:avoid}h2{break-after:avoid}nav{display:none}a{color:inherit;text-decoration:none}}";

/// Writes the page; holds all entries, because they have to be sorted.
pub(in crate::exchange) struct Writer<W: Write> {
    out: BufWriter<W>,
    glossary: Glossary,
}

impl<W: Write> Writer<W> {
    pub(in crate::exchange) fn new(out: W, header: &Header) -> Self {
        Self { out: BufWriter::new(out), glossary: Glossary::new(header) }
    }

    fn entry(&mut self, entry: &PrintedEntry) -> io::Result<()> {
        let (source, target) = (entry.lang.as_str(), self.glossary.header.target_lang.as_str());
        write!(self.out, "<dt lang=\"{source}\">{}", escaped(&entry.term))?;
        if !entry.reading.is_empty() && entry.reading != entry.term {
            write!(self.out, " <span class=\"reading\">（{}）</span>", escaped(&entry.reading))?;
        }
        writeln!(self.out, "</dt>")?;
        match entry.translations.as_slice() {
            [] => writeln!(self.out, "<dd class=\"remark\" lang=\"en\">{}</dd>", PrintedEntry::NO_TRANSLATION)?,
            all => writeln!(self.out, "<dd lang=\"{target}\">{}</dd>", terms(all))?,
        }
        if !entry.other.is_empty() {
            writeln!(
                self.out,
                "<dd lang=\"{source}\"><span lang=\"en\" class=\"remark\">also</span> {}</dd>",
                terms(&entry.other)
            )?;
        }
        for (text, origin) in &entry.definitions {
            write!(self.out, "<dd>{}", escaped(text))?;
            if !origin.is_empty() {
                write!(self.out, " <span class=\"source\">[{}]</span>", escaped(origin))?;
            }
            writeln!(self.out, "</dd>")?;
        }
        if !entry.field.is_empty() {
            writeln!(self.out, "<dd class=\"field\" lang=\"en\">{}</dd>", escaped(&entry.field))?;
        }
        Ok(())
    }
}

/// Terms separated by semicolons, with what is to be known about their use in words.
fn terms(terms: &[PrintedTerm]) -> String {
    let term = |term: &PrintedTerm| match term.remark {
        "" => escaped(&term.text),
        remark => format!(
            "<span class=\"not\">{}</span> <span class=\"remark\" lang=\"en\">({remark})</span>",
            escaped(&term.text)
        ),
    };
    terms.iter().map(term).collect::<Vec<_>>().join("; ")
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        Ok(self.glossary.add(concept, languages))
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        let sections = self.glossary.sections();
        let (title, date) = (escaped(&self.glossary.title()), escaped(self.glossary.date()));
        let lang = self.glossary.header.source_lang.as_str().to_owned();
        let count: usize = sections.iter().map(|(_, entries)| entries.len()).sum();
        writeln!(self.out, "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
        writeln!(self.out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
        writeln!(self.out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>")?;
        let entries = if count == 1 { "entry" } else { "entries" };
        writeln!(self.out, "<header lang=\"en\"><h1>{title}</h1><p>{count} {entries}, as of {date}</p></header>")?;
        if sections.len() > 1 {
            writeln!(self.out, "<nav aria-label=\"Sections\">")?;
            for (number, (heading, _)) in sections.iter().enumerate() {
                writeln!(self.out, "<a href=\"#s{number}\">{heading}</a>")?;
            }
            writeln!(self.out, "</nav>")?;
        }
        for (number, (heading, entries)) in sections.iter().enumerate() {
            writeln!(self.out, "<h2 id=\"s{number}\">{heading}</h2>\n<dl>")?;
            for entry in entries {
                self.entry(entry)?;
            }
            writeln!(self.out, "</dl>")?;
        }
        writeln!(self.out, "</body>\n</html>")?;
        self.out.into_inner().map_err(io::IntoInnerError::into_error)
    }
}
