//! The lexer of XML: tags and texts with their positions, of files that may be broken.
//!
//! A strict parser stops at the first error, which in a file somebody is typing is most of the time. Here a tag that is
//! never closed ends before the next `<`, and what is wrong is told beside the tokens. An import refuses a file where its
//! structure is broken.

use super::flaw::FlawKind;
use super::tag::Tag;
use crate::model::Span;

/// A token of XML. Offsets are those of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Token<'a> {
    /// The start tag of an element.
    Start(Tag<'a>),
    /// The end tag of an element.
    End {
        /// The name, with prefix.
        name: &'a str,
        /// The tag in the file.
        span: Span,
    },
    /// Text, with references as they are written.
    Text(&'a str, usize),
    /// The text of a CDATA section.
    Cdata(&'a str, usize),
    /// The text of a comment.
    Comment(&'a str),
    /// A document type.
    DocumentType(&'a str, usize),
}

/// One step of the lexer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step<'a> {
    /// The token, if there is one: a torn tag or an instruction is none.
    pub(super) token: Option<Token<'a>>,
    /// How many bytes it takes.
    pub(super) length: usize,
    /// What is wrong, and how many of the bytes it concerns.
    pub(super) flaw: Option<(FlawKind, usize)>,
}

impl<'a> Step<'a> {
    fn token(token: Token<'a>, length: usize) -> Self {
        Self { token: Some(token), length, flaw: None }
    }

    fn flawed(token: Option<Token<'a>>, length: usize, kind: FlawKind, wrong: usize) -> Self {
        Self { token, length, flaw: Some((kind, wrong)) }
    }
}

/// How much of the file the lexer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent<'a> {
    /// A part. More can follow.
    Part,
    /// The file to its end. These marks were looked for in vain and are not looked for again.
    ToTheEnd(&'a [&'static str]),
}

/// The token at the beginning of `rest`, which stands at offset `at`. `None` means that more of the file is needed, or
/// that it has ended.
pub(super) fn step<'a>(rest: &'a str, at: usize, extent: Extent<'_>) -> Option<Step<'a>> {
    let complete = extent != Extent::Part;
    if rest.is_empty() {
        return None;
    }
    if !rest.starts_with('<') {
        return match rest.find('<') {
            Some(length) => Some(Step::token(Token::Text(&rest[..length], at), length)),
            None if complete => Some(Step::token(Token::Text(rest, at), rest.len())),
            None => None,
        };
    }
    // Long enough to tell `<![CDATA[` from other declarations.
    if !complete && rest.len() < 9 && !rest.contains('>') {
        return None;
    }
    if rest.starts_with("<!--") {
        return enclosed(rest, "<!--", "-->", "A comment", extent, |inside, _| Some(Token::Comment(inside)));
    }
    if rest.starts_with("<![CDATA[") {
        return enclosed(rest, "<![CDATA[", "]]>", "A CDATA section", extent, |inside, start| {
            Some(Token::Cdata(inside, at + start))
        });
    }
    if rest.starts_with("<?") {
        return enclosed(rest, "<?", "?>", "An instruction", extent, |_, _| None);
    }
    if rest.starts_with("<!") {
        let end = if extent.lacks(">") { None } else { declaration_end(rest) };
        return match end {
            Some(length) => Some(Step::token(Token::DocumentType(&rest[..length], at), length)),
            None if complete => {
                let kind = FlawKind::Unterminated { what: "A declaration", end: ">" };
                Some(Step::flawed(None, 2, kind, 2))
            }
            None => None,
        };
    }
    tag(rest, at, complete)
}

/// Something between two marks. Where it does not end, only its first mark is taken.
fn enclosed<'a>(
    rest: &'a str,
    open: &'static str,
    end: &'static str,
    what: &'static str,
    extent: Extent<'_>,
    token: impl FnOnce(&'a str, usize) -> Option<Token<'a>>,
) -> Option<Step<'a>> {
    let inside = &rest[open.len()..];
    let length = if extent.lacks(end) { None } else { inside.find(end) };
    match length {
        Some(length) => {
            let whole = open.len() + length + end.len();
            Some(Step { token: token(&inside[..length], open.len()), length: whole, flaw: None })
        }
        None if extent == Extent::Part => None,
        None => Some(Step::flawed(None, open.len(), FlawKind::Unterminated { what, end }, open.len())),
    }
}

impl Extent<'_> {
    fn lacks(self, mark: &str) -> bool {
        matches!(self, Self::ToTheEnd(missing) if missing.contains(&mark))
    }
}

/// Where a declaration ends: at the `>` outside quotation marks, comments and square brackets.
fn declaration_end(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let (mut depth, mut at) = (0_usize, 2);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' => at += 1 + rest[at + 1..].find(char::from(*byte))?,
            b'<' if rest[at..].starts_with("<!--") => at += 3 + rest[at + 4..].find("-->")? + 3,
            b'[' | b'<' => depth += 1,
            b'>' if depth == 0 => return Some(at + 1),
            b']' | b'>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

fn tag(rest: &str, at: usize, complete: bool) -> Option<Step<'_>> {
    let closing = rest[1..].starts_with('/');
    let name_at = 1 + usize::from(closing);
    let length = rest[name_at..].find(|c: char| c.is_whitespace() || "<>/=\"'".contains(c));
    if length.is_none() && !complete {
        return None;
    }
    let name = &rest[name_at..length.map_or(rest.len(), |length| name_at + length)];
    if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        let length = match rest[1..].find('<') {
            Some(next) => next + 1,
            None if complete => rest.len(),
            None => return None,
        };
        return Some(Step::flawed(Some(Token::Text(&rest[..length], at)), length, FlawKind::LoneBracket, 1));
    }
    let inside_at = name_at + name.len();
    let mut quote = None;
    for (offset, byte) in rest.bytes().enumerate().skip(inside_at) {
        match (byte, quote) {
            // XML forbids `<` in values too; so a quotation mark that is missing spoils one tag only.
            (b'<', _) => return Some(Step::flawed(None, offset, FlawKind::TornTag(name.to_owned()), offset)),
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            (b'>', None) => {
                let inside = &rest[inside_at..offset];
                let span = Span::new(at, at + offset + 1);
                let token = if closing {
                    Token::End { name, span }
                } else {
                    let attributes = inside.strip_suffix('/').unwrap_or(inside);
                    Token::Start(Tag { name, attributes, empty: inside.ends_with('/'), span })
                };
                return Some(Step::token(token, offset + 1));
            }
            _ => {}
        }
    }
    complete.then(|| Step::flawed(None, rest.len(), FlawKind::TornTag(name.to_owned()), rest.len()))
}
