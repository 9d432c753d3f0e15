//! Reading scanned pages by OCR, where `tesseract` and `pdftoppm` are installed (`./taiyaku-setup test` installs them).

#![expect(clippy::print_stderr, reason = "a test that was skipped says so")]

use super::samples::{content, pdf_with, stream};
use super::{hint, refused};
use taiyaku_formats::read::{self, Limits, OcrMode, OcrOptions, ocr_engine};
use taiyaku_language::model::Release;

const ACROSS: &[u8] = include_bytes!("../../fixtures/scans/wave-power.jpg");
const DOWNWARDS: &[u8] = include_bytes!("../../fixtures/scans/wave-power-vertical.jpg");

/// A PDF with a picture on its page, and a page of text before it if `text` is given.
fn scanned(picture: &[u8], (width, height): (u32, u32), text: Option<&str>) -> Vec<u8> {
    let image = stream(
        &format!(
            "/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace /DeviceGray \
             /Filter /DCTDecode"
        ),
        picture,
    );
    let page = format!("q {} 0 0 {} 20 20 cm /P Do Q", f64::from(width) * 0.4, f64::from(height) * 0.4);
    let text = text.map(|text| content(&[(50.0, 700.0, 10.0, text)]));
    let pages: Vec<&[u8]> = text.iter().map(Vec::as_slice).chain([page.as_bytes()]).collect();
    pdf_with(&pages, "/XObject << /P 10 0 R >>", &[image], "")
}

/// Whether scanned pages can be read here; says so if not.
fn can_recognise() -> bool {
    match ocr_engine(&OcrOptions::default(), None) {
        Ok(_) => true,
        Err(advice) => {
            eprintln!("skipped: {advice}");
            false
        }
    }
}

fn read_by_default(bytes: &[u8]) -> Release {
    read::release(bytes, &hint()).unwrap()
}

#[test]
fn a_scanned_page_is_read_without_spaces_between_its_characters() {
    if !can_recognise() {
        return;
    }
    let release = read_by_default(&scanned(ACROSS, (1575, 936), None));
    // What every version reads alike; a character here and there is mistaken.
    for part in
        ["海洋大学の研究グループは、", "方向に動く流れ。季節によって強さが変わる。", "働く力。深い場所ほど大きくなる。"]
    {
        assert!(release.text.contains(part), "{part}:\n{}", release.text);
    }
    assert!(release.source.engine.starts_with("tesseract "), "{}", release.source.engine);
    assert_eq!(release.properties.recognised.len(), 1);
    assert_eq!(release.properties.recognised[0].of(&release.text), release.text);
}

#[test]
fn a_scanned_page_with_vertical_lines_is_read_from_right_to_left() {
    let has_data = ocr_engine(&OcrOptions::default(), None).is_ok()
        && std::process::Command::new("tesseract")
            .arg("--list-langs")
            .output()
            .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("jpn_vert"));
    if !has_data {
        eprintln!("skipped: `tesseract` with jpn_vert is not installed");
        return;
    }
    let text = read_by_default(&scanned(DOWNWARDS, (1182, 788), None)).text;
    let compact: String = text.split_whitespace().collect();
    let (first, last) = (compact.find("海の波の力を測る装置"), compact.find("海の水が一定の方向に動く"));
    assert!(first.is_some() && first < last, "{text}");
}

#[test]
fn pages_with_text_are_left_as_they_are_beside_scanned_ones() {
    if !can_recognise() {
        return;
    }
    let release = read_by_default(&scanned(ACROSS, (1575, 936), Some("架空海洋大学からの第三報の送付状を添えます")));
    let (before, after) = release.text.split_once('\u{c}').unwrap();
    assert_eq!(before, "架空海洋大学からの第三報の送付状を添えます\n");
    assert!(after.contains("海洋大学の研究グループ"), "{after}");
    assert!(release.source.engine.starts_with("pdf-extract, tesseract "), "{}", release.source.engine);
    assert_eq!(release.properties.recognised[0].of(&release.text), after);
}

#[test]
fn without_ocr_scanned_files_are_refused_and_scanned_pages_named() {
    let bytes = scanned(ACROSS, (1575, 936), None);
    let mut off = hint();
    off.pdf.ocr.mode = OcrMode::Never;
    let error = read::release(&bytes, &off).unwrap_err();
    assert_eq!(error.code(), "no_text_layer");
    assert!(error.to_string().contains("`--ocr auto`"), "{error}");
    let mut absent = hint();
    absent.pdf.ocr.tesseract = Some("/nowhere/tesseract".into());
    let error = read::release(&bytes, &absent).unwrap_err();
    assert_eq!(error.code(), "no_text_layer");
    assert!(error.to_string().contains("Install `tesseract`"), "{error}");
    let mixed = scanned(ACROSS, (1575, 936), Some("架空海洋大学からの第三報の送付状を添えます"));
    let release = read::release(&mixed, &off).unwrap();
    assert_eq!(release.properties.unread_pages, [2]);
    assert!(release.properties.recognised.is_empty() && release.source.engine == "pdf-extract");
}

#[test]
fn more_scanned_pages_than_the_limit_are_named() {
    if !can_recognise() {
        return;
    }
    let mut few = hint();
    few.limits = Limits { scans: 0, ..Limits::default() };
    let error = read::release(&scanned(ACROSS, (1575, 936), None), &few).unwrap_err();
    assert_eq!(error.code(), "too_many_scans");
    assert!(error.to_string().contains("`scans` is `0`"), "{error}");
}

#[test]
fn a_picture_of_nothing_is_no_text() {
    let grey = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        b"\x80",
    );
    let bytes = pdf_with(&[b"q 600 0 0 800 0 0 cm /P Do Q"], "/XObject << /P 10 0 R >>", &[grey], "");
    assert_eq!(refused(&bytes).code(), "no_text_layer");
}
