//! Makes small DOCX and PDF files for the tests.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A ZIP with these files.
pub(super) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The body of a document as a part.
pub(super) fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\">\
         <w:body>{body}</w:body></w:document>"
    )
}

/// A DOCX with this body.
pub(super) fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// A DOCX with this body and more parts.
pub(super) fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = document(body);
    let mut files = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", main.as_str())];
    files.extend_from_slice(parts);
    archive(&files)
}

/// A paragraph of one run.
pub(super) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A PDF of numbered objects; `trailer` is added to its trailer.
pub(super) fn pdf_of(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        writeln!(table, "{place:010} 00000 n ").unwrap();
    }
    write!(table, "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    bytes.extend(table.bytes());
    bytes
}

/// A stream object.
pub(super) fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {dictionary} /Length {} >>\nstream\n", content.len()).into_bytes();
    object.extend(content);
    object.extend(b"\nendstream");
    object
}

/// A text on a page: position, size, text.
pub(super) type Piece<'a> = (f32, f32, f32, &'a str);

/// A PDF whose pages show these pieces in a font of full-width Japanese and half-width Latin characters.
pub(super) fn pdf(pages: &[&[Piece<'_>]]) -> Vec<u8> {
    let contents: Vec<Vec<u8>> = pages.iter().map(|pieces| content(pieces)).collect();
    let contents: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    pdf_with(&contents, "", &[], "")
}

/// The operators that show pieces.
pub(super) fn content(pieces: &[Piece<'_>]) -> Vec<u8> {
    let mut out = String::new();
    for (x, y, size, text) in pieces {
        let codes: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        writeln!(out, "BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET").unwrap();
    }
    out.into_bytes()
}

/// A PDF with these page contents, further resources, further objects (numbered from 10), and trailer entries.
/// Objects: 1 catalog, 2 pages, 3 to 7 the font, 8 title, 9 nothing, then `more`, then pages and contents.
pub(super) fn pdf_with(contents: &[&[u8]], resources: &str, more: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let first = 10 + more.len();
    let kids: String = (0..contents.len()).map(|page| format!("{} 0 R ", first + 2 * page)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", contents.len()).into_bytes(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>".to_vec(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /DW 1000 /W [32 126 500] /FontDescriptor 5 0 R \
          /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
            .to_vec(),
        b"<< /Type /FontDescriptor /FontName /Sample /Flags 4 >>".to_vec(),
        stream("", &unicode_map()),
        b"null".to_vec(),
        b"<< /Title <FEFF6CE8> >>".to_vec(),
        b"null".to_vec(),
    ];
    objects.extend_from_slice(more);
    let fonts = if resources.contains("/Font") { "" } else { "/Font << /F 3 0 R >>" };
    for (page, content) in contents.iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources << {fonts} {resources} >> >>",
                first + 2 * page + 1
            )
            .into_bytes(),
        );
        objects.push(stream("", content));
    }
    pdf_of(&objects, &format!("/Info 8 0 R {trailer}"))
}

/// A map from each code to the character with that code, for the blocks used in the samples.
fn unicode_map() -> Vec<u8> {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Sample def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let rows: Vec<u32> =
        [0x00, 0x20, 0x21, 0x22, 0x2e, 0x2f, 0x30, 0xfb, 0xff].into_iter().chain(0x4e..=0x9f).collect();
    for rows in rows.chunks(100) {
        writeln!(map, "{} beginbfrange", rows.len()).unwrap();
        for row in rows {
            writeln!(map, "<{row:02X}00> <{row:02X}FF> <{row:02X}00>").unwrap();
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map.into_bytes()
}
