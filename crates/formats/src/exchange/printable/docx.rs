//! Writes a glossary as a Word document: a heading for each section, a paragraph for each entry.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::entry::{Glossary, PrintedEntry, PrintedTerm};
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome};
use crate::exchange::xml::escaped;
use crate::model::Concept;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const OF_DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

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
        let document = document(&mut self.glossary);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        // A fixed time, so that the same entries give the same bytes.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        for (name, text) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/_rels/document.xml.rels", OF_DOCUMENT),
            ("word/styles.xml", &styles()),
            ("word/document.xml", &document),
        ] {
            archive.start_file(name, options).map_err(io::Error::other)?;
            archive.write_all(text.as_bytes())?;
        }
        let bytes = archive.finish().map_err(io::Error::other)?.into_inner();
        self.out.write_all(&bytes)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn document(glossary: &mut Glossary) -> String {
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
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{NAMESPACE}\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
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
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"{NAMESPACE}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"Yu Gothic\"/><w:sz w:val=\"20\"/><w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults>{}{}</w:styles>",
        named("Title", "Title", 36, ""),
        named("Heading1", "heading 1", 26, "<w:outlineLvl w:val=\"0\"/>")
    )
}
