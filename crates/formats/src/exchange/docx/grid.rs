//! A bilingual table in a Word document: a heading that is repeated on each page, and cells whose language the program that
//! opens it knows.

use std::io;

use super::package::Package;
use crate::exchange::cleaning;
use crate::exchange::xml::escaped;

/// Arial is at hand on every system, or a font of the same widths; Yu Gothic wherever Word is.
const STYLES: &str = concat!(
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Yu Gothic\"/>",
    "<w:sz w:val=\"20\"/><w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault>",
    "<w:pPrDefault><w:pPr><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr></w:pPrDefault></w:docDefaults>",
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
    "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/>",
    "<w:pPr><w:keepNext/><w:spacing w:after=\"80\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr></w:style>",
);

/// A4 across.
const PAGES: &str = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";

const BORDERS: &str = "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/><w:left w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/><w:right w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/></w:tblBorders>";

/// A column.
#[derive(Debug, Clone)]
pub(super) struct GridColumn {
    pub(super) name: String,
    /// In twentieths of a point; those of a page across are 14,570.
    pub(super) width: u32,
    /// The language of its texts: `ja-JP`.
    pub(super) lang: &'static str,
}

/// A document of one table that is being written.
pub(super) struct Grid {
    package: Package,
    columns: Vec<GridColumn>,
}

impl Grid {
    /// Begins the document with its title, a line about it, and the heading of the table.
    pub(super) fn new(title: &str, about: &str, columns: Vec<GridColumn>) -> io::Result<Self> {
        let mut package = Package::new(STYLES)?;
        package.write(&format!("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{}</w:p>", run("", title)))?;
        package.write(&format!("<w:p>{}</w:p>", run("", about)))?;
        let total: u32 = columns.iter().map(|column| column.width).sum();
        let widths: String = columns.iter().map(|column| format!("<w:gridCol w:w=\"{}\"/>", column.width)).collect();
        package.write(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>{BORDERS}<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{widths}</w:tblGrid>"
        ))?;
        let mut grid = Self { package, columns };
        let names: Vec<String> = grid.columns.iter().map(|column| column.name.clone()).collect();
        grid.write(
            &names,
            "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"D9E2F3\"/>",
            "<w:b/>",
        )?;
        Ok(grid)
    }

    /// Writes a row.
    pub(super) fn row(&mut self, cells: &[String]) -> io::Result<()> {
        self.write(cells, "", "", "")
    }

    fn write(&mut self, cells: &[String], of_row: &str, of_cells: &str, of_runs: &str) -> io::Result<()> {
        let mut row = format!("<w:tr>{of_row}");
        for (column, text) in self.columns.iter().zip(cells) {
            let lang = match column.lang {
                "ja-JP" => "<w:rFonts w:hint=\"eastAsia\"/>",
                _ => "",
            };
            // The order of properties is fixed: fonts, bold, language.
            let properties = format!("{lang}{of_runs}<w:lang w:val=\"{}\" w:eastAsia=\"ja-JP\"/>", column.lang);
            let width = column.width;
            row.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{of_cells}</w:tcPr><w:p>"));
            if !text.is_empty() {
                row.push_str(&run(&properties, text));
            }
            row.push_str("</w:p></w:tc>");
        }
        row.push_str("</w:tr>");
        self.package.write(&row)
    }

    /// The file.
    pub(super) fn finish(mut self) -> io::Result<Vec<u8>> {
        // Word wants a paragraph behind a table.
        self.package.write("</w:tbl><w:p/>")?;
        self.package.finish(PAGES)
    }
}

/// A text with its line ends and tabs.
fn run(properties: &str, text: &str) -> String {
    let text = cleaning::text(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut run = if properties.is_empty() { "<w:r>".to_owned() } else { format!("<w:r><w:rPr>{properties}</w:rPr>") };
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            run.push_str("<w:br/>");
        }
        for (number, part) in line.split('\t').enumerate() {
            if number > 0 {
                run.push_str("<w:tab/>");
            }
            if !part.is_empty() {
                run.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(part)));
            }
        }
    }
    run.push_str("</w:r>");
    run
}
