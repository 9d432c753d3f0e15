//! Reading plain text: encodings, line ends, errors.

use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS};
use proptest::prelude::*;

use super::{refused, released};
use taiyaku_language::model::Media;

/// Words that every Japanese encoding can represent.
const COMMON: &str = "【用語解説】\n注１）視床下部：脳の一部。ｶﾀｶﾅ、ー、①\n";

/// `text` in UTF-16.
fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn text_in_every_japanese_encoding_is_read_and_its_encoding_named() {
    let plain = COMMON.replace('①', "1").replace("ｶﾀｶﾅ", "カタカナ");
    let marked = [b"\xef\xbb\xbf".as_slice(), COMMON.as_bytes()].concat();
    for (name, bytes, want, encoding) in [
        ("UTF-8", COMMON.as_bytes().to_vec(), COMMON, "UTF-8"),
        ("UTF-8 with mark", marked, COMMON, "UTF-8"),
        ("UTF-16LE with mark", utf16(COMMON, true, true), COMMON, "UTF-16LE"),
        ("UTF-16BE with mark", utf16(COMMON, false, true), COMMON, "UTF-16BE"),
        ("UTF-16LE without mark", utf16(COMMON, true, false), COMMON, "UTF-16LE"),
        ("UTF-16BE without mark", utf16(COMMON, false, false), COMMON, "UTF-16BE"),
        ("Shift_JIS", SHIFT_JIS.encode(COMMON).0.into_owned(), COMMON, "Shift_JIS"),
        ("EUC-JP", EUC_JP.encode(&plain).0.into_owned(), plain.as_str(), "EUC-JP"),
        ("ISO-2022-JP", ISO_2022_JP.encode(&plain).0.into_owned(), plain.as_str(), "ISO-2022-JP"),
    ] {
        let release = released(&bytes);
        assert_eq!(release.text, want, "{name}");
        assert_eq!(release.source.encoding.as_deref(), Some(encoding), "{name}");
        assert_eq!((release.source.media, release.source.engine.as_str()), (Media::Text, "text"), "{name}");
    }
}

#[test]
fn line_ends_become_one_kind_and_all_other_characters_stay() {
    for (given, want, pages) in [
        ("a\r\nb\rc\nd", "a\nb\nc\nd", None),
        ("一頁\u{c}二頁\u{c}三頁", "一頁\u{c}二頁\u{c}三頁", Some(3)),
        ("𠮷野家の⻭と⻑期", "𠮷野家の⻭と⻑期", None),
        ("ｶﾞｷﾞ゛ﾞ ー〜～−", "ｶﾞｷﾞ゛ﾞ ー〜～−", None),
        ("葛\u{e0100} ㈱ ﬁ ①", "葛\u{e0100} ㈱ ﬁ ①", None),
    ] {
        let release = released(given.as_bytes());
        assert_eq!(release.text, want);
        assert_eq!(release.source.pages, pages);
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_with_the_place() {
    for (bytes, code) in [
        (b"".to_vec(), "empty_document"),
        (" \u{3000}\r\n".as_bytes().to_vec(), "empty_document"),
        (b"abc\0def\0\0\0ghi\0j".to_vec(), "undecodable_text"),
        (vec![0xff; 200], "undecodable_text"),
        ([b"abc".as_slice(), &[0x80, 0x01, 0xa0, 0xff, 0xfe, 0xfd].repeat(20)].concat(), "undecodable_text"),
        ([b"abc".as_slice(), &[0x80, 0x01, 0xa0, 0x00, 0xfe, 0xfd].repeat(80)].concat(), "unknown_format"),
    ] {
        assert_eq!(refused(&bytes).code(), code, "{bytes:x?}");
    }
    let message = refused(b"abc\0def\0\0\0ghi\0j").to_string();
    assert!(message.contains("at byte `3`"), "{message}");
}

#[test]
fn files_of_other_kinds_are_named() {
    for (bytes, seems) in [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest".as_slice(), "OLE"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"PK\x03\x04xl/workbook.xml", "Excel"),
        (b"PK\x03\x04ppt/presentation.xml", "PowerPoint"),
        (b"PK\x03\x04other", "ZIP"),
    ] {
        let error = refused(bytes);
        assert_eq!(error.code(), "unknown_format");
        assert!(error.to_string().contains(seems), "{error}");
    }
}

#[test]
fn content_decides_the_kind_and_not_the_name() {
    for (bytes, media) in [
        ("<!DOCTYPE html><p>注</p>", Media::Html),
        ("\u{feff}\n<!-- note -->\n<html><p>注</p></html>", Media::Html),
        ("<用語> 視床下部", Media::Text),
        ("I wrote %PDF- in a text about formats that is long", Media::Text),
        ("1 < 2 < 3", Media::Text),
    ] {
        assert_eq!(released(bytes.as_bytes()).source.media, media, "{bytes}");
    }
}

proptest! {
    #![proptest_config(crate::factor::cases(200))]
    #[test]
    fn any_text_in_utf8_comes_back_but_for_line_ends(text in "[一-龠ぁ-んァ-ヶa-z0-9ー。、 \n]{1,80}") {
        prop_assume!(!text.trim().is_empty());
        prop_assert_eq!(released(text.as_bytes()).text, text);
    }
}
