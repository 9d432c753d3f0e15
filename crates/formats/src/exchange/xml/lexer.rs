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

/// One step of the lexer. It borrows nothing, so that a stream can read on until a step is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// What stands there; nothing for a torn tag or an instruction.
    shape: Option<Shape>,
    /// How many bytes it takes.
    pub(super) length: usize,
    /// What is wrong, and how many of the bytes it concerns.
    pub(super) flaw: Option<(FlawKind, usize)>,
}

/// A token by its positions in the bytes of its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `<name attributes>`; where the name and the attributes end.
    Start {
        name: usize,
        attributes: usize,
    },
    /// `</name>`; where the name ends.
    End {
        name: usize,
    },
    Text,
    Cdata,
    Comment,
    DocumentType,
}

impl Step {
    fn new(shape: Shape, length: usize) -> Self {
        Self { shape: Some(shape), length, flaw: None }
    }

    fn flawed(shape: Option<Shape>, length: usize, kind: FlawKind, wrong: usize) -> Self {
        Self { shape, length, flaw: Some((kind, wrong)) }
    }

    /// The token; none for a torn tag or an instruction. `rest` is the text the step was made from, which stands at offset
    /// `at`.
    pub(super) fn token<'a>(&self, rest: &'a str, at: usize) -> Option<Token<'a>> {
        let text = rest.get(..self.length)?;
        let span = Span::new(at, at + self.length);
        Some(match self.shape? {
            Shape::Start { name, attributes } => {
                let empty = text.ends_with("/>");
                Token::Start(Tag { name: &text[1..name], attributes: &text[name..attributes], empty, span })
            }
            Shape::End { name } => Token::End { name: &text[2..name], span },
            Shape::Text => Token::Text(text, at),
            Shape::Cdata => Token::Cdata(&text[CDATA.len()..text.len() - "]]>".len()], at + CDATA.len()),
            Shape::Comment => Token::Comment(&text[COMMENT.len()..text.len() - "-->".len()]),
            Shape::DocumentType => Token::DocumentType(text, at),
        })
    }
}

const CDATA: &str = "<![CDATA[";
const COMMENT: &str = "<!--";

/// How much of the file the lexer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent<'a> {
    /// A part. More can follow.
    Part,
    /// The file to its end. These marks were looked for in vain and are not looked for again.
    ToTheEnd(&'a [&'static str]),
}

/// The step at the beginning of `rest`. `None` means that more of the file is needed, or that it has ended.
pub(super) fn step(rest: &str, extent: Extent<'_>) -> Option<Step> {
    let complete = extent != Extent::Part;
    if rest.is_empty() {
        return None;
    }
    if !rest.starts_with('<') {
        return match rest.find('<') {
            Some(length) => Some(Step::new(Shape::Text, length)),
            None if complete => Some(Step::new(Shape::Text, rest.len())),
            None => None,
        };
    }
    // Long enough to tell `<![CDATA[` from other declarations.
    if !complete && rest.len() < CDATA.len() && !rest.contains('>') {
        return None;
    }
    if rest.starts_with(COMMENT) {
        return enclosed(rest, COMMENT, "-->", "A comment", extent, Some(Shape::Comment));
    }
    if rest.starts_with(CDATA) {
        return enclosed(rest, CDATA, "]]>", "A CDATA section", extent, Some(Shape::Cdata));
    }
    if rest.starts_with("<?") {
        return enclosed(rest, "<?", "?>", "An instruction", extent, None);
    }
    if rest.starts_with("<!") {
        let end = if extent.lacks(">") { None } else { declaration_end(rest) };
        return match end {
            Some(length) => Some(Step::new(Shape::DocumentType, length)),
            None if complete => {
                let kind = FlawKind::Unterminated { what: "A declaration", end: ">" };
                Some(Step::flawed(None, 2, kind, 2))
            }
            None => None,
        };
    }
    tag(rest, complete)
}

/// Something between two marks. Where it does not end, only its first mark is taken.
fn enclosed(
    rest: &str,
    open: &'static str,
    end: &'static str,
    what: &'static str,
    extent: Extent<'_>,
    shape: Option<Shape>,
) -> Option<Step> {
    let length = if extent.lacks(end) { None } else { rest[open.len()..].find(end) };
    match length {
        Some(length) => Some(Step { shape, length: open.len() + length + end.len(), flaw: None }),
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

fn tag(rest: &str, complete: bool) -> Option<Step> {
    let closing = rest[1..].starts_with('/');
    let name_at = 1 + usize::from(closing);
    let length = rest[name_at..].find(|c: char| c.is_whitespace() || "<>/=\"'".contains(c));
    if length.is_none() && !complete {
        return None;
    }
    let name_end = length.map_or(rest.len(), |length| name_at + length);
    let name = &rest[name_at..name_end];
    if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        let length = match rest[1..].find('<') {
            Some(next) => next + 1,
            None if complete => rest.len(),
            None => return None,
        };
        return Some(Step::flawed(Some(Shape::Text), length, FlawKind::LoneBracket, 1));
    }
    let mut quote = None;
    for (offset, byte) in rest.bytes().enumerate().skip(name_end) {
        match (byte, quote) {
            // XML forbids `<` in values too; so a quotation mark that is missing spoils one tag only.
            (b'<', _) => return Some(Step::flawed(None, offset, FlawKind::TornTag(name.to_owned()), offset)),
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            (b'>', None) => {
                let inside = &rest[name_end..offset];
                let attributes = name_end + inside.strip_suffix('/').unwrap_or(inside).len();
                let shape =
                    if closing { Shape::End { name: name_end } } else { Shape::Start { name: name_end, attributes } };
                return Some(Step::new(shape, offset + 1));
            }
            _ => {}
        }
    }
    complete.then(|| Step::flawed(None, rest.len(), FlawKind::TornTag(name.to_owned()), rest.len()))
}
