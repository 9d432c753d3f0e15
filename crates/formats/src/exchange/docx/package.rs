//! The parts of a Word document that is written, apart from its text.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The namespace of what stands in a document.
pub(in crate::exchange) const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const OF_DOCUMENT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// A document that is being written, packed in memory.
pub(in crate::exchange) struct Package {
    archive: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    /// Begins the document with these styles: what stands inside `w:styles`.
    pub(in crate::exchange) fn new(styles: &str) -> io::Result<Self> {
        let mut package = Self { archive: ZipWriter::new(Cursor::new(Vec::new())) };
        let styles = format!("<w:styles xmlns:w=\"{NAMESPACE}\">{styles}</w:styles>");
        for (name, text) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/_rels/document.xml.rels", OF_DOCUMENT),
            ("word/styles.xml", &styles),
        ] {
            package.part(name)?;
            package.write(text)?;
        }
        package.part("word/document.xml")?;
        package.write(&format!("<w:document xmlns:w=\"{NAMESPACE}\"><w:body>"))?;
        Ok(package)
    }

    fn part(&mut self, name: &str) -> io::Result<()> {
        // A fixed time, so that the same text gives the same bytes.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        self.archive.start_file(name, options).map_err(io::Error::other)?;
        self.write(DECLARATION)
    }

    /// Adds to the body.
    pub(in crate::exchange) fn write(&mut self, markup: &str) -> io::Result<()> {
        self.archive.write_all(markup.as_bytes())
    }

    /// Ends the document with the properties of its pages: what stands inside `w:sectPr`.
    pub(in crate::exchange) fn finish(mut self, pages: &str) -> io::Result<Vec<u8>> {
        self.write(&format!("<w:sectPr>{pages}</w:sectPr></w:body></w:document>"))?;
        Ok(self.archive.finish().map_err(io::Error::other)?.into_inner())
    }
}
