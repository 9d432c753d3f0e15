//! Writes a glossary as a Word document: a heading for each section, a paragraph for each entry.

use std::io::{self, Write};

use super::entry::{Glossary, PrintedEntry, PrintedTerm};
use crate::exchange::docx::Package;
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome};
use crate::exchange::xml::escaped;
use crate::model::Concept;

/// A4, upright.
const PAGES: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";

/// Writes the document; holds all entries, because they have to be sorted.
pub(in crate::exchange) struct Writer<W: Write> {
    out: W,
    glossary: Glossary,
}

impl<W: Write> Writer<W> {
    pub(in crate::exchange) fn new(out: W, header: &Header) -> Self {
        Self { out, glossary: Glossary::new(header) }
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        Ok(self.glossary.add(concept, languages))
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        let mut package = Package::new(&styles())?;
        package.write(&body(&mut self.glossary))?;
        let bytes = package.finish(PAGES)?;
        self.out.write_all(&bytes)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn body(glossary: &mut Glossary) -> String {
    let sections = glossary.sections();
    let mut body = paragraph("Title", &run("", &glossary.title()));
    let date = format!("as of {}", glossary.date());
    body.push_str(&paragraph("", &run("", &date)));
    for (heading, entries) in &sections {
        body.push_str(&paragraph("Heading1", &run("", heading)));
        for entry in entries {
            body.push_str(&paragraph("", &line(entry)));
        }
    }
    body
}

/// An entry as the runs of a paragraph.
fn line(entry: &PrintedEntry) -> String {
    let mut runs = run("<w:b/>", &entry.term);
    if !entry.reading.is_empty() && entry.reading != entry.term {
        runs.push_str(&run("", &format!("（{}）", entry.reading)));
    }
    runs.push_str(&run("", "  "));
    match entry.translations.as_slice() {
        [] => runs.push_str(&run("<w:i/>", PrintedEntry::NO_TRANSLATION)),
        all => runs.push_str(&terms(all)),
    }
    if !entry.other.is_empty() {
        runs.push_str(&run("<w:i/>", "  also "));
        runs.push_str(&terms(&entry.other));
    }
    for (text, source) in &entry.definitions {
        runs.push_str("<w:r><w:br/></w:r>");
        runs.push_str(&run("", text));
        if !source.is_empty() {
            runs.push_str(&run("<w:i/>", &format!(" [{source}]")));
        }
    }
    if !entry.field.is_empty() {
        runs.push_str("<w:r><w:br/></w:r>");
        runs.push_str(&run("<w:i/>", &entry.field));
    }
    runs
}

fn terms(terms: &[PrintedTerm]) -> String {
    let mut runs = String::new();
    for (number, term) in terms.iter().enumerate() {
        if number > 0 {
            runs.push_str(&run("", "; "));
        }
        match term.remark {
            "" => runs.push_str(&run("", &term.text)),
            remark => {
                runs.push_str(&run("<w:strike/>", &term.text));
                runs.push_str(&run("<w:i/>", &format!(" ({remark})")));
            }
        }
    }
    runs
}

fn run(properties: &str, text: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

fn paragraph(style: &str, runs: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>") };
    format!("<w:p>{style}{runs}</w:p>")
}

fn styles() -> String {
    let named = |id: &str, name: &str, size: u32, level: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/>{level}</w:pPr><w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr></w:style>"
        )
    };
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"Yu Gothic\"/><w:sz w:val=\"20\"/><w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults>{}{}",
        named("Title", "Title", 36, ""),
        named("Heading1", "heading 1", 26, "<w:outlineLvl w:val=\"0\"/>")
    )
}
