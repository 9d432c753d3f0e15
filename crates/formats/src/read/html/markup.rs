//! Prepares markup for the parser: leaves out what is never text, so that every tag is read in one way only, and shortens
//! tags with more attributes than any page has, because the parser compares each attribute with all before it.
//!
//! Whether `<p x='` in a script, a style sheet or a title is a tag depends on the elements around it, which only the parser
//! knows: in a drawing, for example, `style` is an element like any other. So the contents of these elements are removed, or
//! hold no `<` any more, before anything is counted.

use std::borrow::Cow;

/// The most attributes of a tag that are passed on to the parser; the longest seen have some thirty.
const MOST: usize = 256;

/// Elements whose content is no markup, and not shown.
const UNSEEN: &[&str] = &["script", "style", "noscript", "iframe", "noembed", "noframes"];
/// Elements whose content is text without markup.
const PLAIN: &[&str] = &["title", "textarea", "xmp"];

/// The start of a section that is character data in a drawing, and a comment anywhere else.
const SECTION: &str = "<![CDATA[";

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

/// The markup as the parser may read it: without hidden contents, and with at most [`MOST`] attributes for each tag.
pub(super) fn prepared(markup: &str) -> Cow<'_, str> {
    let mut edits = Edits { markup, short: String::new(), from: 0 };
    let mut unclosed: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(found) = markup.get(at..).and_then(|rest| rest.find('<')) {
        let open = at + found;
        let bytes = markup.as_bytes();
        if bytes[open..].starts_with(b"<!--") {
            at = comment_end(markup, open);
            continue;
        }
        if has_prefix(markup, open, SECTION) {
            edits.replace(open, open + SECTION.len(), " ");
            at = open + SECTION.len();
            continue;
        }
        at = open + 1;
        let closes = bytes.get(at) == Some(&b'/');
        let name = at + usize::from(closes);
        match bytes.get(name) {
            Some(byte) if byte.is_ascii_alphabetic() => {}
            // A comment without dashes, or a document type, which ends at the first `>`.
            Some(b'!' | b'?') if !closes => {
                at = end_of(markup, name, ">").unwrap_or(markup.len());
                continue;
            }
            Some(byte) if closes && *byte != b'>' => {
                at = end_of(markup, name, ">").unwrap_or(markup.len());
                continue;
            }
            _ => continue,
        }
        let tag = tag(bytes, name);
        at = tag.end;
        if let Some(cut) = tag.crowded {
            edits.replace(cut, tag.end, "");
        }
        let element = |names: &[&'static str]| {
            let written = markup.get(name..tag.name_end).unwrap_or_default();
            names.iter().copied().find(|known| known.eq_ignore_ascii_case(written))
        };
        let (unseen, plain) = (element(UNSEEN), element(PLAIN));
        let Some(known) =
            unseen.or(plain).filter(|known| !closes && tag.end < markup.len() && !unclosed.contains(known))
        else {
            continue;
        };
        let start = tag.end + 1;
        if tag.closes_itself {
            edits.replace(start, start, &format!("</{known}>"));
            at = start;
            continue;
        }
        let Some(end) = content_end(markup, start, known) else {
            unclosed.push(known);
            continue;
        };
        if is_data(known, markup.get(name..tag.end).unwrap_or_default()) {
            let content = markup.get(start..end).unwrap_or_default();
            if content.contains('<') {
                edits.replace(start, end, &content.replace('<', "\\u003c"));
            }
        } else if unseen.is_some() {
            edits.replace(start, end, "");
        } else if let Some(content) = markup.get(start..end).filter(|content| content.contains('<')) {
            // The content of `xmp` is shown as it is written, references included.
            edits.replace(start, end, &content.replace('<', if known == "xmp" { " " } else { "&lt;" }));
        }
        at = end;
    }
    edits.finish()
}

/// The markup with the edits made so far.
struct Edits<'a> {
    markup: &'a str,
    short: String,
    from: usize,
}

impl<'a> Edits<'a> {
    /// Replaces a range that begins where the last one ended, or later.
    fn replace(&mut self, start: usize, end: usize, text: &str) {
        self.short.push_str(self.markup.get(self.from..start).unwrap_or_default());
        self.short.push_str(text);
        self.from = end;
    }

    fn finish(mut self) -> Cow<'a, str> {
        if self.from == 0 {
            return Cow::Borrowed(self.markup);
        }
        self.short.push_str(self.markup.get(self.from..).unwrap_or_default());
        Cow::Owned(self.short)
    }
}

/// Whether an element is a script of JSON-LD, which says what a page states about itself. A `<` in it may be written `\u003c`.
fn is_data(name: &str, tag: &str) -> bool {
    name == "script" && tag.to_ascii_lowercase().contains("application/ld+json")
}

/// The end of the first `text` from `at` on.
fn end_of(markup: &str, at: usize, text: &str) -> Option<usize> {
    markup.get(at..)?.find(text).map(|found| at + found + text.len())
}

/// The end of the comment that begins at `open`: `<!-->`, `<!--->`, and a comment that ends with `--!>` are comments too.
fn comment_end(markup: &str, open: usize) -> usize {
    for short in ["<!-->", "<!--->"] {
        if has_prefix(markup, open, short) {
            return open + short.len();
        }
    }
    let mut at = open + "<!--".len();
    while let Some(dashes) = end_of(markup, at, "--") {
        let rest = markup.get(dashes..).unwrap_or_default();
        if let Some(length) = [">", "!>"].iter().find(|end| rest.starts_with(**end)).map(|end| end.len()) {
            return dashes + length;
        }
        at = dashes - 1;
    }
    markup.len()
}

/// Whether the markup goes on with this text at `at`, whatever the case of its letters.
fn has_prefix(markup: &str, at: usize, text: &str) -> bool {
    markup.as_bytes().get(at..at + text.len()).is_some_and(|there| there.eq_ignore_ascii_case(text.as_bytes()))
}

/// Where the end tag of an element begins whose content begins at `start`.
fn content_end(markup: &str, start: usize, name: &str) -> Option<usize> {
    let mut at = start;
    loop {
        let open = end_of(markup, at, "</")? - 2;
        let after = open + 2 + name.len();
        let is_border = markup.as_bytes().get(after).is_some_and(|byte| is_border(*byte));
        if is_border && has_prefix(markup, open + 2, name) {
            return Some(open);
        }
        at = open + 2;
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

fn is_border(byte: u8) -> bool {
    is_blank(byte) || matches!(byte, b'/' | b'>')
}

/// A tag.
struct Tag {
    /// Where its name ends.
    name_end: usize,
    /// Where it ends, before its `>`.
    end: usize,
    /// Where its first attribute too many begins.
    crowded: Option<usize>,
    /// Whether it ends with `/>`.
    closes_itself: bool,
}

/// Reads the tag whose name begins at `name`.
fn tag(bytes: &[u8], name: usize) -> Tag {
    let name_end = name + bytes[name..].iter().take_while(|byte| !is_border(**byte)).count();
    let (mut position, mut count, mut crowded) = (Position::Between, 0, None);
    let mut at = name_end;
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
    let closes_itself = position == Position::Between && at > name_end && bytes.get(at - 1) == Some(&b'/');
    Tag { name_end, end: at, crowded, closes_itself }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn many(count: usize) -> String {
        (0..count).map(|number| format!(" a{number}='x > y'")).collect()
    }

    #[test]
    fn a_tag_has_no_more_attributes_than_the_limit() {
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
            ("after another", format!("<!---><p{more}>あ"), format!("<!---><p{most} >あ")),
            (
                "after a comment that ends with a mark",
                format!("<!-- --!><p{more}> -->あ"),
                format!("<!-- --!><p{most} > -->あ"),
            ),
            ("after a document type", format!("<!a <b x='><p{more}>あ"), format!("<!a <b x='><p{most} >あ")),
            ("after an instruction", format!("<?a <b x='><p{more}>あ"), format!("<?a <b x='><p{most} >あ")),
            ("after an end tag of nothing", format!("</1 <b x='><p{more}>あ"), format!("</1 <b x='><p{most} >あ")),
            ("never closed", format!("<p{more}"), format!("<p{most} ")),
            ("no tag", "1 < 2 <3 </ あ<".to_owned(), "1 < 2 <3 </ あ<".to_owned()),
        ] {
            assert_eq!(prepared(&markup), want, "{what}");
        }
    }

    #[test]
    fn contents_that_are_no_markup_hide_no_tag() {
        let (most, more) = (many(MOST), many(MOST + 40));
        for (what, before, after) in [
            ("a script", "<script>a <b x='</script>", "<script></script>"),
            (
                "data",
                "<script type='application/ld+json'>{\"a\": \"<b x='\"}</script>",
                "<script type='application/ld+json'>{\"a\": \"\\u003cb x='\"}</script>",
            ),
            ("capitals", "<SCRIPT type=a>a <b x='</Script >", "<SCRIPT type=a></Script >"),
            ("a drawing", "<svg><style><p x='</style>", "<svg><style></style>"),
            ("a longer name", "<style></styles><b x='</style/>", "<style></style/>"),
            ("closed at once", "<svg><style/></svg>", "<svg><style/></style></svg>"),
            ("a title", "<title>1<b x='細胞</title>", "<title>1&lt;b x='細胞</title>"),
            ("never closed", "<textarea><b>", "<textarea><b>"),
            ("character data", "<svg><![CDATA[ > ]]>", "<svg>  > ]]>"),
            ("a comment that quotes character data", "<![CD<![CDATA[ATA[>", "<![CD<![CDATA[ATA[>"),
        ] {
            let (markup, want) = (format!("{before}<p{more}>あ"), format!("{after}<p{most} >あ"));
            assert_eq!(prepared(&markup), want, "{what}");
        }
    }
}
