//! Shortens tags with more attributes than any page has, because the parser compares each attribute with all before it.

use std::borrow::Cow;

/// The most attributes of a tag that are passed on to the parser; the longest seen have some thirty.
const MOST: usize = 256;

/// The states within a tag, as the HTML standard names them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Between,
    Name,
    AfterName,
    BeforeValue,
    Quoted(u8),
    Unquoted,
}

/// The markup with no tag of more than [`MOST`] attributes; those after are left out.
pub(super) fn within_limit(markup: &str) -> Cow<'_, str> {
    let bytes = markup.as_bytes();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(found) = markup.get(at..).and_then(|rest| rest.find('<')) {
        let open = at + found;
        at = open + 1;
        if bytes[open..].starts_with(b"<!--") {
            // `<!-->` is a comment too.
            at = markup.get(open + 2..).and_then(|rest| rest.find("-->")).map_or(at, |end| open + 2 + end + 3);
            continue;
        }
        let name = at + usize::from(bytes.get(at) == Some(&b'/'));
        if !bytes.get(name).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let tag = tag(bytes, name);
        at = tag.end;
        if let Some(cut) = tag.crowded {
            cuts.push((cut, tag.end));
        }
    }
    if cuts.is_empty() {
        return Cow::Borrowed(markup);
    }
    let mut short = String::with_capacity(markup.len());
    let mut from = 0;
    for (start, end) in cuts {
        short.push_str(markup.get(from..start).unwrap_or_default());
        from = end;
    }
    short.push_str(markup.get(from..).unwrap_or_default());
    Cow::Owned(short)
}

/// Where a tag ends, before its `>`, and where its first attribute too many begins.
struct Tag {
    end: usize,
    crowded: Option<usize>,
}

/// Reads the tag whose name begins at `name`.
fn tag(bytes: &[u8], name: usize) -> Tag {
    let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c');
    let is_border = |byte: u8| is_blank(byte) || matches!(byte, b'/' | b'>');
    let mut at = name + bytes[name..].iter().take_while(|byte| !is_border(**byte)).count();
    let (mut position, mut count, mut crowded) = (Position::Between, 0, None);
    while let Some(&byte) = bytes.get(at) {
        match (position, byte) {
            (Position::Quoted(quote), _) if byte == quote => position = Position::Between,
            (Position::Quoted(_), _) => {}
            (_, b'>') => break,
            (Position::Name | Position::AfterName, b'=') => position = Position::BeforeValue,
            (Position::Name, _) if is_blank(byte) => position = Position::AfterName,
            (Position::Name | Position::AfterName, b'/') => position = Position::Between,
            (Position::Unquoted, _) if is_blank(byte) => position = Position::Between,
            (Position::BeforeValue, b'"' | b'\'') => position = Position::Quoted(byte),
            (Position::BeforeValue, _) if !is_blank(byte) => position = Position::Unquoted,
            (Position::Between | Position::AfterName, _) if !is_border(byte) => {
                position = Position::Name;
                count += 1;
                if count > MOST {
                    crowded = crowded.or(Some(at));
                }
            }
            _ => {}
        }
        at += 1;
    }
    Tag { end: at, crowded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_no_more_attributes_than_the_limit() {
        let many = |count: usize| (0..count).map(|number| format!(" a{number}='x > y'")).collect::<String>();
        let (most, more) = (many(MOST), many(MOST + 40));
        for (what, markup, want) in [
            ("as many as allowed", format!("<p{most}>あ"), format!("<p{most}>あ")),
            ("too many", format!("<p{more}>あ"), format!("<p{most} >あ")),
            ("of an end tag", format!("<p>あ</p{more}>い"), format!("<p>あ</p{most} >い")),
            (
                "after a comment with a quote",
                format!("<!-- <a x=' --><p{more}>あ"),
                format!("<!-- <a x=' --><p{most} >あ"),
            ),
            ("after an empty comment", format!("<!--><p{more}>あ"), format!("<!--><p{most} >あ")),
            ("never closed", format!("<p{more}"), format!("<p{most} ")),
            ("no tag", "1 < 2 <3 </ あ<".to_owned(), "1 < 2 <3 </ あ<".to_owned()),
        ] {
            assert_eq!(within_limit(&markup), want, "{what}");
        }
    }
}
