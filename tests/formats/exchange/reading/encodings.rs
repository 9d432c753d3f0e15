//! Bytes in every encoding tools write: the same units, and rows that are refused where bytes are no characters.

use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS};

use super::{items, lines, memory, unit};

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
}

fn legacy(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

#[test]
fn a_memory_reads_alike_in_every_encoding() {
    // Long enough that characters lie across the borders of what is read at once.
    let pairs: Vec<String> = (0..3_000).map(|number| unit(&format!("脳の第{number}部。"), "part")).collect();
    let text = memory("ja", &pairs.join("\r\n"));
    let want = lines(&items("a.tmx", text.as_bytes()));
    assert_eq!(want.len(), 3_000);
    let said = |label: &str| text.replace("UTF-8", label);
    for (name, bytes) in [
        ("UTF-8 with a mark", format!("\u{feff}{text}").into_bytes()),
        ("UTF-16LE with a mark", utf16(&said("UTF-16"), true, true)),
        ("UTF-16BE with a mark", utf16(&said("UTF-16"), false, true)),
        ("UTF-16LE without", utf16(&text, true, false)),
        ("UTF-16BE without", utf16(&text, false, false)),
        ("UTF-8 that says UTF-16", said("utf-16").into_bytes()),
        ("UTF-8 that says nothing", text.replace(" encoding=\"UTF-8\"", "").into_bytes()),
        ("Shift_JIS", legacy(&said("Shift_JIS"), SHIFT_JIS)),
        ("EUC-JP", legacy(&said("EUC-JP"), EUC_JP)),
    ] {
        assert_eq!(lines(&items("a.tmx", &bytes)), want, "{name}");
    }
    let rare = memory("ja", &unit("𠮷野家⻭", "x"));
    for little in [true, false] {
        assert_eq!(lines(&items("a.tmx", &utf16(&rare, little, true))), ["ja>en 𠮷野家⻭=x"]);
    }
}

#[test]
fn a_catalogue_reads_alike_in_the_encoding_its_header_names() {
    for (label, encoding) in [("Shift_JIS", SHIFT_JIS), ("EUC-JP", EUC_JP)] {
        // 表 and ソ end in a backslash in Shift_JIS.
        let text = format!(
            "msgid \"\"\nmsgstr \"\"\n\"Language: ja\\n\"\n\"Content-Type: text/plain; charset={label}\\n\"\n\nmsgid \"a\"\nmsgstr \"表示ソース\"\n"
        );
        assert_eq!(lines(&items("a.po", &legacy(&text, encoding))), ["en>ja a=表示ソース"], "{label}");
    }
}

#[test]
fn bytes_that_are_no_characters_spoil_their_row_alone() {
    let good = memory("ja", &[unit("脳", "brain"), unit("心", "heart"), unit("腸", "gut")].join("\n"));
    let mut bytes = good.into_bytes();
    let place = bytes.windows(3).position(|window| window == "心".as_bytes()).unwrap();
    bytes[place + 1] = b'?';
    assert_eq!(lines(&items("a.tmx", &bytes)), ["ja>en 脳=brain", "6:2 undecodable_text", "ja>en 腸=gut"]);
    // Another encoding than the file says: every row that is not Latin is refused, and the reason is said.
    let wrong = legacy(&memory("ja", &[unit("脳", "brain"), unit("ATP", "ATP")].join("\n")), SHIFT_JIS);
    assert_eq!(lines(&items("a.tmx", &wrong)), ["5:1 undecodable_text", "ja>en ATP=ATP"]);
    let half = utf16(&memory("ja", &unit("脳", "brain")), true, true);
    let found = lines(&items("a.tmx", &half[..half.len() - 41]));
    assert!(found.last().unwrap().ends_with("broken_file"), "{found:?}");
    let unknown = memory("ja", &unit("脳", "brain")).replace("UTF-8", "klingon-1");
    assert_eq!(lines(&items("a.tmx", unknown.as_bytes())), ["1:0 undecodable_text"]);
}
