//! XLIFF 1.2 and 2.0 to 2.2 comes in; its segments with their places go out.
//!
//! In 1.2 a `trans-unit` is a unit, or each `mrk mtype="seg"` of its `seg-source` where it is segmented; in 2.x each
//! `segment` is. Proposals (`alt-trans`, `mtc:match`), glossaries and what is marked `translate="no"` are passed over.

use super::coding::Coding;
use super::content::{self, Content, Read};
use super::markup::{Tag, Token, Tokens, local};
use super::{Document, DocumentFormat, DocumentHint, DocumentUnit, Passage, UnitState};
use crate::model::{Lang, Span};

/// Elements inside elements that are told apart; deeper ones hold nothing of ours.
const NESTING: usize = 128;

/// Elements that never stand in a text: where one begins or ends, the text before it has ended.
const STRUCTURE: &[&str] = &[
    "xliff",
    "file",
    "header",
    "body",
    "group",
    "trans-unit",
    "unit",
    "segment",
    "ignorable",
    "source",
    "target",
    "seg-source",
    "note",
    "notes",
    "alt-trans",
];

struct Reader<'a> {
    file: &'a str,
    document: Document,
    /// The elements that are open, by local name, with their tags.
    open: Vec<(&'a str, Span)>,
    /// What the unit a segment is in says.
    group: Group,
    draft: Option<Draft<'a>>,
    content: Option<(&'a str, Span, Content)>,
}

/// What is said of a unit as a whole.
#[derive(Debug, Clone, Default)]
struct Group {
    key: Option<String>,
    note: Option<String>,
    locked: bool,
}

/// A unit as far as it has been read.
#[derive(Debug)]
struct Draft<'a> {
    start: usize,
    key: Option<String>,
    approved: bool,
    state: Option<String>,
    source: Option<Read>,
    segmented: Option<Read>,
    target: Option<Read>,
    /// Where a translation would go, and the name of the source element with its indent.
    vacancy: Option<(usize, &'a str, Span)>,
    /// `<target/>` as a tag with content.
    empty_target: Option<(Span, String, String)>,
}

pub(super) fn read(file: &str, hint: &DocumentHint) -> Document {
    let document = Document::empty(DocumentFormat::Xliff, hint);
    let mut reader = Reader { file, document, open: Vec::new(), group: Group::default(), draft: None, content: None };
    let mut tokens = Tokens::new(file);
    while let Some(token) = tokens.next() {
        reader.take(&token, &mut tokens);
    }
    reader.end_content(file.len(), None, &mut tokens);
    reader.finish(file.len());
    if let Some((name, span)) = reader.open.pop() {
        tokens.problems.push(content::unclosed(name, span));
    }
    reader.document.read_with(tokens.problems)
}

impl<'a> Reader<'a> {
    fn take(&mut self, token: &Token<'a>, tokens: &mut Tokens<'a>) {
        if let Some((name, _, content)) = &mut self.content {
            let ends = match token {
                Token::Close { name: closed, .. } => closed == name && !content.has_open(name),
                _ => false,
            };
            let (at, other) = match token {
                Token::Open(tag) => (tag.span.start, STRUCTURE.contains(&tag.local())),
                Token::Close { name, span } => (span.start, STRUCTURE.contains(&local(name))),
                Token::Text(_) | Token::Cdata { .. } => (0, false),
            };
            if ends {
                self.end_content(at, Some(token), tokens);
                return;
            }
            if !other {
                content.take(token, self.file, tokens);
                return;
            }
            self.end_content(at, None, tokens);
        }
        match token {
            Token::Open(tag) => self.begin(tag, tokens),
            Token::Close { name, span } => self.close(local(name), *span, tokens),
            Token::Text(_) | Token::Cdata { .. } => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'a>, tokens: &mut Tokens<'a>) {
        let name = tag.local();
        if matches!(name, "trans-unit" | "unit" | "segment") {
            let same = |open: &str| open == "segment" || (name != "segment" && matches!(open, "trans-unit" | "unit"));
            if let Some(at) = self.open.iter().position(|(open, _)| same(open)) {
                let (open, span) = self.open[at];
                tokens.problems.push(content::unclosed(open, span));
                self.open.truncate(at);
                self.finish(tag.span.start);
            }
        }
        match name {
            "xliff" => self.languages(tag.attribute("srcLang"), tag.attribute("trgLang")),
            "file" => self.languages(tag.attribute("source-language"), tag.attribute("target-language")),
            "unit" | "trans-unit" => {
                let key = ["resname", "name", "id"].iter().find_map(|name| tag.attribute(name));
                let locked = tag.attribute("translate").as_deref() == Some("no");
                self.group = Group { key, note: None, locked };
                if name == "trans-unit" {
                    let approved = tag.attribute("approved").as_deref() == Some("yes");
                    self.draft = Some(Draft { approved, ..Draft::new(tag.span.start, self.group.key.clone()) });
                }
            }
            "segment" => {
                let own = tag.attribute("id");
                let key = match (&self.group.key, own) {
                    (Some(unit), Some(own)) => Some(format!("{unit}/{own}")),
                    (unit, own) => own.or_else(|| unit.clone()),
                };
                let state = tag.attribute("state");
                self.draft = Some(Draft { state, ..Draft::new(tag.span.start, key) });
            }
            "source" | "target" | "seg-source" if self.in_draft() => {
                self.text_begins(name, tag);
                return;
            }
            "note" if !tag.empty && matches!(self.parent(), "trans-unit" | "notes" | "unit") => {
                self.content = Some((tag.name, tag.span, Content::new(tag.span.end)));
                return;
            }
            _ => {}
        }
        if !tag.empty && self.open.len() < NESTING {
            self.open.push((name, tag.span));
        }
    }

    fn parent(&self) -> &'a str {
        self.open.last().map_or("", |(name, _)| name)
    }

    fn in_draft(&self) -> bool {
        self.draft.is_some() && matches!(self.parent(), "trans-unit" | "segment")
    }

    fn text_begins(&mut self, name: &str, tag: &Tag<'a>) {
        let Some(draft) = &mut self.draft else { return };
        if name == "target" {
            draft.state = tag.attribute("state").or(draft.state.take());
        }
        if !tag.empty {
            self.content = Some((tag.name, tag.span, Content::new(tag.span.end)));
        } else if name == "target" {
            draft.empty_target = Some((tag.span, content::self_open(tag), format!("</{}>", tag.name)));
        } else if name == "source" {
            draft.source = Some(Content::new(tag.span.end).nothing());
            draft.vacancy = Some((tag.span.end, tag.name, tag.span));
        }
    }

    /// The text being read ends at this byte, as `closed` says or because something else begins.
    fn end_content(&mut self, at: usize, closed: Option<&Token<'a>>, tokens: &mut Tokens<'a>) {
        let Some((name, tag, content)) = self.content.take() else { return };
        if closed.is_none() {
            tokens.problems.push(content::unclosed(name, tag));
        }
        let read = content.finish(at, tokens);
        let behind = match closed {
            Some(Token::Close { span, .. }) => span.end,
            _ => at,
        };
        match (local(name), &mut self.draft) {
            ("note", _) => {
                self.group.note.get_or_insert_with(|| read.whole.text().trim().to_owned());
            }
            ("target", Some(draft)) => draft.target = Some(read),
            ("source", Some(draft)) => {
                draft.source = Some(read);
                draft.vacancy = Some((behind, name, tag));
            }
            ("seg-source", Some(draft)) => {
                draft.segmented = Some(read);
                if let Some((place, ..)) = &mut draft.vacancy {
                    *place = behind;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str, span: Span, tokens: &mut Tokens<'a>) {
        let Some(at) = self.open.iter().rposition(|(open, _)| *open == name) else {
            tokens.problem(span, format!("`</{name}>` closes nothing. Delete it or open the element."));
            return;
        };
        for (open, span) in self.open.drain(at + 1..) {
            tokens.problems.push(content::unclosed(open, span));
        }
        self.open.pop();
        if matches!(name, "trans-unit" | "segment") {
            self.finish(span.end);
        }
    }

    fn languages(&mut self, source: Option<String>, target: Option<String>) {
        let parse = |tag: Option<String>| tag.and_then(|tag| Lang::parse(tag.trim()).ok());
        let document = &mut self.document;
        document.source_lang = document.source_lang.take().or_else(|| parse(source));
        document.target_lang = document.target_lang.take().or_else(|| parse(target));
    }

    /// The unit is read.
    fn finish(&mut self, end: usize) {
        let Some(draft) = self.draft.take() else { return };
        if self.group.locked {
            return;
        }
        let note = self.group.note.clone();
        let span = Span::new(draft.start, end);
        for (part, source, target) in draft.pairs(self.file) {
            let state = draft.stands(&target);
            let key = match (&draft.key, part) {
                (Some(key), Some(part)) => Some(format!("{key}/{part}")),
                (key, part) => part.or_else(|| key.clone()),
            };
            self.document.units.push(DocumentUnit {
                source,
                target: Some(target),
                key,
                state,
                note: note.clone(),
                span,
            });
        }
    }
}

impl<'a> Draft<'a> {
    fn new(start: usize, key: Option<String>) -> Self {
        Self {
            start,
            key,
            approved: false,
            state: None,
            source: None,
            segmented: None,
            target: None,
            vacancy: None,
            empty_target: None,
        }
    }

    /// How far the translation is.
    fn stands(&self, target: &Passage) -> UnitState {
        match self.state.as_deref() {
            _ if target.is_blank() => UnitState::Untranslated,
            _ if self.approved => UnitState::Approved,
            Some("final" | "signed-off" | "reviewed") => UnitState::Approved,
            Some("new" | "initial") => UnitState::Draft,
            Some(state) if state.starts_with("needs-") => UnitState::Draft,
            _ => UnitState::Translated,
        }
    }

    /// Its texts, with the name of each part where it has several.
    fn pairs(&self, file: &str) -> Vec<(Option<String>, Passage, Passage)> {
        let Some(source) = &self.source else { return Vec::new() };
        let parts = self.segmented.as_ref().map(|read| &read.parts).filter(|parts| !parts.is_empty());
        let Some(parts) = parts else {
            let target = self.target.as_ref().map(|read| read.whole.clone());
            return vec![(None, source.whole.clone(), target.unwrap_or_else(|| self.empty(file, "", "")))];
        };
        let target = |mid: &str| {
            let marks = || (format!("<mrk mtype=\"seg\" mid=\"{mid}\">"), "</mrk>".to_owned());
            match &self.target {
                Some(target) => match target.parts.iter().find(|(name, _)| name == mid) {
                    Some((_, part)) => part.clone(),
                    None if parts.len() == 1 && target.parts.is_empty() => target.whole.clone(),
                    None => {
                        let end = target.whole.place().end;
                        let (before, after) = marks();
                        Passage::new(0, end, Coding::Xml).with_hull(Span::new(end, end), before, after)
                    }
                },
                None => {
                    let (before, after) = marks();
                    self.empty(file, &before, &after)
                }
            }
        };
        parts.iter().map(|(mid, part)| (Some(mid.clone()), part.clone(), target(mid))).collect()
    }

    /// The place of a translation that is not there.
    fn empty(&self, file: &str, before: &str, after: &str) -> Passage {
        if let Some((span, open, close)) = &self.empty_target {
            let passage = Passage::new(0, span.start, Coding::Xml);
            return passage.with_hull(*span, format!("{open}{before}"), format!("{after}{close}"));
        }
        let Some((at, name, tag)) = self.vacancy else { return Passage::new(0, self.start, Coding::Xml) };
        // On a line of its own, as the source is.
        let line = file[..tag.start].rfind('\n').map_or(0, |end| end + 1);
        let indent = &file[line..tag.start];
        let alone = line > 0 && indent.chars().all(|c| matches!(c, ' ' | '\t'));
        let end = if file[..line].ends_with("\r\n") { "\r\n" } else { "\n" };
        let lead = if alone { format!("{end}{indent}") } else { String::new() };
        let name = format!("{}target", name.strip_suffix("source").unwrap_or_default());
        let passage = Passage::new(0, at, Coding::Xml);
        passage.with_hull(Span::new(at, at), format!("{lead}<{name}>{before}"), format!("{after}</{name}>"))
    }
}
