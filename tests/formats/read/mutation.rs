//! No byte sequence makes a reader panic: damaged copies of good files give a text or an error.

use super::hint;
use super::samples::{content, docx_with, paragraph, pdf_with, stream};
use crate::numbers::Numbers;
use taiyaku_formats::read::{self, Hint, Limits, OcrMode};

/// Number of damaged copies for each kind of file.
const COPIES: usize = 10_000;

/// A copy with flipped bytes, cut short, with a repeated part, or with a part of another file.
fn broken(samples: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut copy = samples[numbers.below(samples.len())].clone();
    for _ in 0..=numbers.below(4) {
        let (one, two) = (numbers.below(copy.len() + 1), numbers.below(copy.len() + 1));
        let (start, end) = (one.min(two), one.max(two).min(one.min(two) + 64));
        match numbers.below(5) {
            0 | 1 => {
                for _ in 0..=numbers.below(6) {
                    let at = numbers.below(copy.len());
                    if let Some(byte) = copy.get_mut(at) {
                        *byte = numbers.next().to_le_bytes()[0];
                    }
                }
            }
            2 => copy.truncate(copy.len() - copy.len() / (1 + numbers.below(20)).max(1)),
            3 => {
                let part = copy[start..end].to_vec();
                copy.splice(start..start, part);
            }
            _ => {
                let other = &samples[numbers.below(samples.len())];
                let from = numbers.below(other.len());
                let part = other[from..(from + 48).min(other.len())].to_vec();
                copy.splice(start..end, part);
            }
        }
    }
    copy
}

/// Reads damaged copies; each must give a text or an error with a code.
fn survives(samples: &[Vec<u8>], seed: u64) {
    let mut hint = Hint { limits: Limits { expanded: 1 << 20, text: 1 << 18, ..Limits::default() }, ..hint() };
    // Programs of others read what is left of a broken page in seconds, not microseconds.
    hint.pdf.ocr.mode = OcrMode::Never;
    for sample in samples {
        assert!(read::release(sample, &hint).is_ok());
    }
    let mut numbers = Numbers(seed);
    let mut read_well = 0_usize;
    for _ in 0..COPIES * usize::try_from(crate::factor::factor()).unwrap() {
        match read::release(&broken(samples, &mut numbers), &hint) {
            Ok(release) => {
                read_well += 1;
                assert!(
                    release.blocks.iter().all(|block| release.text.get(block.span.start..block.span.end).is_some())
                );
            }
            Err(error) => assert!(!error.code().is_empty()),
        }
    }
    assert!(read_well > 0, "some broken copies can still be read");
}

#[test]
fn broken_texts_never_panic() {
    let text = "【用語解説】\r\n注１）視床下部：脳の一部。ｶﾀｶﾅ𠮷⻭\u{c}二頁";
    let sjis = encoding_rs::SHIFT_JIS.encode("注１）視床下部：脳の一部。").0.into_owned();
    let jis = encoding_rs::ISO_2022_JP.encode("注１）視床下部：脳の一部。").0.into_owned();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    survives(&[text.as_bytes().to_vec(), sjis, jis, wide], 1);
}

#[test]
fn broken_pages_never_panic() {
    let page = "<!DOCTYPE html><meta charset=utf-8><title>題</title><main><h1>題</h1><p>語<sup>1</sup>の\n文<br>次</p>\
                <ol start=3><li>甲<li>乙</ol><table><tr><th>用語<td>説明</table><dl><dt>語<dd>文</dl>\
                <aside class=footnotes><p id=a>注<a href='#b'>↩</a></p></aside></main><footer>所在地</footer>";
    survives(&[page.as_bytes().to_vec(), "<html><pre>甲\n乙</pre><ruby>視<rt>し</ruby>".as_bytes().to_vec()], 2);
}

#[test]
fn broken_documents_never_panic() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/>\
                     <w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let notes = format!("<w:footnotes><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>", paragraph("注"));
    let body = format!(
        "{}<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t>\
         <w:footnoteReference w:id=\"2\"/></w:r></w:p><w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("語"),
        paragraph("用語"),
        paragraph("説明")
    );
    let parts = [("word/numbering.xml", numbering), ("word/footnotes.xml", notes.as_str())];
    survives(&[docx_with(&body, &parts), stored(&body)], 3);
}

/// A document with uncompressed parts, so that damaged bytes reach the markup.
fn stored(body: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in
        [("[Content_Types].xml", "<Types/>".to_owned()), ("word/document.xml", super::samples::document(body))]
    {
        writer.start_file(name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn broken_pdfs_never_panic() {
    let page = content(&[(50.0, 700.0, 10.0, "視床"), (50.0, 684.0, 10.0, "solid")]);
    let form = stream("/Type /XObject /Subtype /Form /Resources << /Font << /F 3 0 R >> >>", &page);
    let drawn = [page.clone(), b"q 1 0 0 1 9 9 cm /X Do Q".to_vec()].concat();
    survives(
        &[pdf_with(&[&page], "", &[], ""), pdf_with(&[&drawn, &page], "/XObject << /X 10 0 R >>", &[form], "")],
        4,
    );
}
