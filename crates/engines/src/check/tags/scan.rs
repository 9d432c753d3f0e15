//! Finds the tags of XML and HTML in a text.

use std::collections::BTreeSet;

use crate::model::Span;

/// The longest tag, in bytes.
const LONGEST: usize = 1_000;

/// Elements of HTML that mark up text.
const HTML: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "audio",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "li",
    "main",
    "mark",
    "nav",
    "nobr",
    "ol",
    "option",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "section",
    "select",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];
/// Elements of HTML without an end tag.
const VOID: &[&str] = &["br", "col", "hr", "img", "input", "wbr"];
/// Elements for inline codes of XLIFF and TMX, which are told apart by their identifiers.
const CODES: &[&str] = &["bpt", "bx", "ec", "ept", "ex", "g", "hi", "it", "mrk", "pc", "ph", "sc", "ut", "x"];
/// Those of them that have no end tag.
const WHOLE: &[&str] = &["bx", "ec", "ex", "sc", "x"];

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Where it stands; none for an inline code of the file format.
    pub(super) span: Option<Span>,
    /// As it is written.
    pub(super) written: String,
    /// Its element, in small letters.
    pub(super) name: String,
    pub(super) half: Half,
    /// Its identifier, for inline codes.
    identifier: String,
    has_attributes: bool,
}

/// Which half of an element a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Open,
    Close,
    /// It has no other half.
    Whole,
}

impl Tag {
    /// What it is compared by.
    pub(super) fn key(&self) -> String {
        match self.half {
            Half::Open => format!("<{}{}>", self.name, self.identifier),
            Half::Close => format!("</{}>", self.name),
            Half::Whole => format!("<{}{}/>", self.name, self.identifier),
        }
    }
}

/// The tags of a text, and the inline codes beside it.
pub(super) fn tags(text: &str, codes: &[String]) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('<')).map(|next| at + next) {
        match tag(text, start) {
            Some(tag) => {
                at = tag.span.map_or(start + 1, |span| span.end);
                found.push(tag);
            }
            None => at = start + 1,
        }
    }
    let halves = |half: Half| -> BTreeSet<String> {
        found.iter().filter(|tag| tag.half == half).map(|tag| tag.name.clone()).collect()
    };
    let (open, closed) = (halves(Half::Open), halves(Half::Close));
    let is_tag = |tag: &Tag| {
        let is_element = HTML.contains(&tag.name.as_str()) || CODES.contains(&tag.name.as_str());
        is_element
            || tag.has_attributes
            || tag.half == Half::Whole
            || (open.contains(&tag.name) && closed.contains(&tag.name))
    };
    found.retain(is_tag);
    found.extend(codes.iter().map(|code| inline_code(code)));
    found
}

/// An inline code of the file format. What it contains may be anything, such as `{\b `.
fn inline_code(code: &str) -> Tag {
    let read = tag(code, 0).filter(|tag| tag.span == Some(Span::new(0, code.len())));
    let opaque = || Tag {
        span: None,
        written: code.to_owned(),
        name: code.to_owned(),
        half: Half::Whole,
        identifier: String::new(),
        has_attributes: false,
    };
    Tag { span: None, ..read.unwrap_or_else(opaque) }
}

/// The tag that begins here.
fn tag(text: &str, start: usize) -> Option<Tag> {
    let bytes = text.as_bytes();
    let is_end = bytes.get(start + 1) == Some(&b'/');
    let begin = start + 1 + usize::from(is_end);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_' | b'.');
    let name_end = begin + bytes.get(begin..)?.iter().take(LONGEST).take_while(|byte| is_name(byte)).count();
    let name = text.get(begin..name_end)?.to_ascii_lowercase();
    if name.is_empty() || !name.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let (mut at, mut quote) = (name_end, None);
    let end = loop {
        match (bytes.get(at)?, quote) {
            (b'>', None) => break at + 1,
            (b'<', _) => return None,
            (byte @ (b'"' | b'\''), None) => quote = Some(*byte),
            (byte, Some(open)) if *byte == open => quote = None,
            _ => {}
        }
        at += 1;
        if at - start > LONGEST {
            return None;
        }
    };
    let inside = text.get(name_end..end - 1)?;
    let attributes = inside.trim_end().strip_suffix('/').unwrap_or(inside);
    if !(attributes.trim().is_empty() || (attributes.starts_with(char::is_whitespace) && attributes.contains('='))) {
        return None;
    }
    let is_whole = inside.trim_end().ends_with('/') || VOID.contains(&name.as_str()) || WHOLE.contains(&name.as_str());
    let half = match (is_end, is_whole) {
        (true, _) => Half::Close,
        (false, true) => Half::Whole,
        (false, false) => Half::Open,
    };
    let is_code = CODES.contains(&name.as_str());
    let identifier = if is_code { identifier(attributes) } else { None };
    Some(Tag {
        span: Some(Span::new(start, end)),
        written: text.get(start..end)?.to_owned(),
        half,
        identifier: identifier.map(|value| format!(" {value}")).unwrap_or_default(),
        has_attributes: attributes.contains(['"', '\'']),
        name,
    })
}

/// The value of the attribute `id`, else of `i`, `x` or `rid`.
fn identifier(attributes: &str) -> Option<&str> {
    ["id", "i", "x", "rid"].iter().find_map(|name| {
        let mut rest = attributes;
        while let Some((before, after)) = rest.split_once(name) {
            let is_alone = before.ends_with(char::is_whitespace);
            if let Some(value) = after.strip_prefix('=').filter(|_| is_alone) {
                let value = value.trim_start_matches(['"', '\'']);
                return value.split(['"', '\'']).next();
            }
            rest = after;
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn tags_are_told_from_other_angle_brackets() {
        for (text, want) in [
            ("<b>太字</b>と<br>", "<b> </b> <br/>"),
            ("<g id=\"1\">膜</g><x id=\"2\"/>", "<g 1> </g> <x 2/>"),
            ("<a href=\"https://a.jp/?x=1&y>2\">a</a>", "<a> </a>"),
            ("<Link>読む</Link>と<0>a</0>", "<link> </link> <0> </0>"),
            ("<filename>に a < b と c > d", ""),
            ("<ファイル名>と List<T> と x<y", ""),
            ("<BR />と<span lang=ja>", "<br/> <span>"),
            ("<p style='a'", ""),
        ] {
            let got: Vec<String> = tags(text, &[]).iter().map(super::Tag::key).collect();
            assert_eq!(got.join(" "), want, "{text}");
        }
        let codes = ["<x id=\"2\"/>".to_owned(), "{\\b ".to_owned()];
        let got: Vec<String> = tags("文", &codes).iter().map(super::Tag::key).collect();
        assert_eq!(got, ["<x 2/>", "<{\\b />"]);
    }
}
