//! An entry of a PO file, read line by line.

use super::lexer::{self, Keyword, Line};
use super::writer::key_of;
use crate::exchange::cleaning::is_blank;
use crate::exchange::document::{Notation, Passage};
use crate::exchange::limits;
use crate::model::Span;

/// The most plural forms. No language has more than six.
const FORMS: usize = 32;

/// An entry as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The part of the file from its first keyword to its last string; none before the keyword.
    pub(super) span: Option<Span>,
    /// The line of its first keyword.
    pub(super) line: u64,
    /// `msgctxt`
    pub(super) context: Option<Passage>,
    /// `msgid`
    pub(super) source: Option<Passage>,
    /// `msgid_plural`
    pub(super) plural: Option<Passage>,
    /// `msgstr` by the numbers of its forms.
    pub(super) targets: Vec<(usize, Passage)>,
    /// Whether it is marked fuzzy.
    pub(super) fuzzy: bool,
    /// The first file it is used in, from the comment `#:`.
    pub(super) document: Option<String>,
    /// The comments of translator and programmer.
    pub(super) note: Option<String>,
    /// What is wrong with it, with positions.
    pub(super) problems: Vec<(Span, String)>,
    /// Whether it is larger than a unit may be.
    pub(super) is_too_large: bool,
    /// The text that strings without keyword continue.
    current: Option<Keyword>,
    weight: usize,
}

/// What a line meant for the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It belongs to the entry.
    Continues,
    /// It ends the entry.
    Ends,
    /// It begins the next entry.
    BeginsNext,
}

impl Entry {
    /// Takes a line without its end, which stands at this offset and has this number.
    pub(super) fn take(&mut self, line: &str, offset: usize, number: u64) -> Step {
        let at = offset + (line.len() - line.trim_start().len());
        let text = line.trim();
        let span = Span::new(at, at + text.len());
        match lexer::line(text) {
            Line::Blank if self.is_begun() => return Step::Ends,
            Line::Blank => {}
            Line::Comment(_) | Line::Domain if self.is_begun() => return Step::BeginsNext,
            Line::Comment(comment) => self.comment(comment),
            Line::Domain => {}
            Line::Unknown(word) => {
                self.begin(span, number);
                self.current = None;
                let shown: String = word.chars().take(40).collect();
                let message = format!("`{shown}` is not a keyword of PO. Use `msgid`, `msgstr` or a string in `\"`.");
                self.problems.push((span, message));
            }
            Line::Continuation => {
                self.begin(span, number);
                self.string(text, at);
            }
            Line::Keyword(keyword, _) if self.is_complete_before(keyword) => return Step::BeginsNext,
            Line::Keyword(keyword, string) => {
                self.begin(span, number);
                self.open(keyword, at + string + 1, span);
                if self.current.is_some() {
                    self.string(&text[string..], at + string);
                }
            }
        }
        Step::Continues
    }

    /// Whether anything but comments has been read.
    pub(super) fn is_begun(&self) -> bool {
        self.span.is_some()
    }

    /// Whether it is the header: an entry without source text and context.
    pub(super) fn is_header(&self) -> bool {
        self.context.is_none() && self.source.as_ref().is_some_and(|source| source.text().is_empty())
    }

    /// `msgctxt`, unless it is empty or says no more than that our own writer has the text more than once.
    pub(super) fn key(&self) -> Option<&str> {
        self.context.as_ref().and_then(|context| key_of(context.text().trim()))
    }

    /// The source text of a plural form: the plural for all but the first of several forms.
    pub(super) fn source_of_form(&self, form: usize) -> Option<&Passage> {
        let plural = self.plural.as_ref().filter(|plural| !is_blank(plural.text()));
        let is_plural = form > 0 || self.targets.len() == 1;
        plural.filter(|_| is_plural).or(self.source.as_ref())
    }

    /// Whether a keyword can only belong to the next entry.
    fn is_complete_before(&self, keyword: Keyword) -> bool {
        match keyword {
            Keyword::Context => self.context.is_some() || self.source.is_some(),
            Keyword::Source => self.source.is_some() || !self.targets.is_empty(),
            Keyword::Plural | Keyword::Target(_) => false,
        }
    }

    fn begin(&mut self, line: Span, number: u64) {
        match &mut self.span {
            Some(span) => span.end = line.end,
            None => (self.span, self.line) = (Some(line), number),
        }
    }

    /// Begins the text of a keyword, whose string stands at this offset.
    fn open(&mut self, keyword: Keyword, at: usize, line: Span) {
        self.current = Some(keyword);
        let passage = Passage::new(0, at, Notation::Po);
        match keyword {
            Keyword::Context => self.context = Some(passage),
            Keyword::Source => self.source = Some(passage),
            Keyword::Plural => self.plural = Some(passage),
            Keyword::Target(form) if form >= FORMS => {
                self.current = None;
                self.problems.push((line, format!("An entry has at most {FORMS} plural forms.")));
            }
            Keyword::Target(form) => match self.targets.binary_search_by_key(&form, |(known, _)| *known) {
                Ok(_) => {
                    self.current = None;
                    self.problems.push((line, "The entry has this translation twice. Delete one.".to_owned()));
                }
                Err(index) => self.targets.insert(index, (form, passage)),
            },
        }
    }

    /// Adds a string to the current text.
    fn string(&mut self, string: &str, at: usize) {
        let span = Span::new(at, at + string.len());
        let passage = match self.current {
            Some(Keyword::Context) => self.context.as_mut(),
            Some(Keyword::Source) => self.source.as_mut(),
            Some(Keyword::Plural) => self.plural.as_mut(),
            Some(Keyword::Target(form)) => {
                self.targets.iter_mut().find(|(known, _)| *known == form).map(|(_, passage)| passage)
            }
            None => None,
        };
        self.weight = self.weight.saturating_add(string.len());
        let Some(passage) = passage else {
            if !self.is_too_large {
                self.problems.push((span, "A string stands before any keyword.".to_owned()));
            }
            return;
        };
        if self.weight > limits::UNIT {
            self.too_large(span);
        } else if !string.starts_with('"') {
            self.problems.push((span, "The string does not begin with `\"`.".to_owned()));
        } else if let Err(message) = lexer::push_string(passage, string, at) {
            self.problems.push((span, message.to_owned()));
        }
    }

    /// Forgets all texts: what is not a unit must not fill the memory.
    fn too_large(&mut self, span: Span) {
        self.is_too_large = true;
        self.current = None;
        (self.context, self.plural) = (None, None);
        self.source = self.source.take().map(|source| Passage::new(0, source.file_span().start, Notation::Po));
        self.targets.clear();
        self.problems.push((span, format!("The entry is larger than {} bytes. Split it.", limits::UNIT)));
    }

    /// A comment, without its `#`.
    fn comment(&mut self, comment: &str) {
        let mut letters = comment.chars();
        match letters.next() {
            // An obsolete entry; the comments before it belong to it.
            Some('~') => *self = Self::default(),
            Some(',' | '=') => self.fuzzy |= letters.as_str().split(',').any(|flag| flag.trim() == "fuzzy"),
            Some(':') if self.document.is_none() => self.document = document(letters.as_str()),
            Some('.') => self.add_note(letters.as_str()),
            Some(letter) if letter.is_whitespace() => self.add_note(comment),
            _ => {}
        }
    }

    fn add_note(&mut self, comment: &str) {
        let comment = comment.trim();
        if comment.is_empty() || self.weight > limits::UNIT {
            return;
        }
        self.weight = self.weight.saturating_add(comment.len());
        let note = self.note.get_or_insert_default();
        if !note.is_empty() {
            note.push('\n');
        }
        note.push_str(comment);
    }
}

/// The first file of a comment `#: path/file.c:12 other.c:3`. Names with spaces stand between isolates.
fn document(references: &str) -> Option<String> {
    let references = references.trim();
    let first = match references.strip_prefix('\u{2068}') {
        Some(isolated) => isolated.split('\u{2069}').next()?,
        None => references.split_whitespace().next()?,
    };
    let name = match first.rsplit_once(':') {
        Some((name, line)) if line.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => first,
    };
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn the_document_is_the_first_file_without_its_line() {
        for (given, want) in [
            (" topics/db.txt:12 other.txt:3", Some("topics/db.txt")),
            (" C:\\a\\b.c:7", Some("C:\\a\\b.c")),
            (" \u{2068}発表 資料.md\u{2069}:4", Some("発表 資料.md")),
            (" menu", Some("menu")),
            ("  ", None),
        ] {
            assert_eq!(document(given).as_deref(), want, "{given}");
        }
    }
}
