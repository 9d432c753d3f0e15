//! TMX comes in; its pairs of texts with their places go out.
//!
//! The source is the text in the language `srclang` names, else the first; the target the first text in the language the
//! caller names, else in the first other language the file has.

use super::coding::Coding;
use super::content::{self, Content};
use super::markup::{Tag, Token, Tokens, local};
use super::{Document, DocumentFormat, DocumentHint, DocumentUnit, Passage, UnitState};
use crate::model::{Lang, Span};

/// Elements that never stand in a text.
const STRUCTURE: &[&str] = &["tmx", "header", "body", "tu", "tuv", "seg", "note", "prop"];

struct Reader<'a> {
    file: &'a str,
    document: Document,
    source_tag: Option<Lang>,
    open: Vec<(&'a str, Span)>,
    draft: Option<Draft>,
    content: Option<(&'a str, Span, Content)>,
}

/// A unit as far as it has been read.
#[derive(Debug, Default)]
struct Draft {
    start: usize,
    key: Option<String>,
    source: Option<Lang>,
    note: Option<String>,
    texts: Vec<Variant>,
}

#[derive(Debug, Default)]
struct Variant {
    lang: Option<Lang>,
    passage: Option<Passage>,
    end: usize,
}

pub(super) fn read(file: &str, hint: &DocumentHint) -> Document {
    let document = Document::empty(DocumentFormat::Tmx, hint);
    let mut reader = Reader { file, document, source_tag: None, open: Vec::new(), draft: None, content: None };
    let mut tokens = Tokens::new(file);
    while let Some(token) = tokens.next() {
        reader.take(&token, &mut tokens);
    }
    reader.end_content(file.len(), false, &mut tokens);
    reader.finish(file.len());
    if let Some((name, span)) = reader.open.pop() {
        tokens.problems.push(content::unclosed(name, span));
    }
    reader.document.read_with(tokens.problems)
}

impl<'a> Reader<'a> {
    fn take(&mut self, token: &Token<'a>, tokens: &mut Tokens<'a>) {
        if let Some((name, _, content)) = &mut self.content {
            let (at, other) = match token {
                Token::Open(tag) => (tag.span.start, STRUCTURE.contains(&tag.local())),
                Token::Close { name, span } => (span.start, STRUCTURE.contains(&local(name))),
                Token::Text(_) | Token::Cdata { .. } => (0, false),
            };
            if matches!(token, Token::Close { name: closed, .. } if closed == name && !content.has_open(name)) {
                self.end_content(at, true, tokens);
                return;
            }
            if !other {
                content.take(token, self.file, tokens);
                return;
            }
            self.end_content(at, false, tokens);
        }
        match token {
            Token::Open(tag) => self.begin(tag, tokens),
            Token::Close { name, span } => self.close(local(name), *span, tokens),
            Token::Text(_) | Token::Cdata { .. } => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'a>, tokens: &mut Tokens<'a>) {
        let name = tag.local();
        let again = if name == "tu" { "tu" } else { "tuv" };
        if matches!(name, "tu" | "tuv")
            && let Some(at) = self.open.iter().position(|(open, _)| *open == again)
        {
            let (open, span) = self.open[at];
            tokens.problems.push(content::unclosed(open, span));
            self.open.truncate(at);
            if name == "tu" {
                self.finish(tag.span.start);
            }
        }
        let language = |name| tag.attribute(name).and_then(|tag| Lang::parse(tag.trim()).ok());
        match name {
            "header" => self.source_tag = language("srclang"),
            "tu" => {
                let (key, source) = (tag.attribute("tuid"), language("srclang"));
                self.draft = Some(Draft { start: tag.span.start, key, source, ..Draft::default() });
            }
            "tuv" => {
                if let Some(draft) = &mut self.draft {
                    let variant = Variant { lang: language("lang"), passage: None, end: tag.span.end };
                    draft.texts.push(variant);
                }
            }
            "seg" if self.draft.as_ref().is_some_and(|draft| !draft.texts.is_empty()) => {
                if tag.empty {
                    let empty = Passage::new(0, tag.span.start, Coding::Xml);
                    let after = format!("</{}>", tag.name);
                    self.keep(empty.with_hull(tag.span, content::self_open(tag), after));
                } else {
                    self.content = Some((tag.name, tag.span, Content::new(tag.span.end)));
                }
                return;
            }
            "note" if self.draft.is_some() && !tag.empty => {
                self.content = Some((tag.name, tag.span, Content::new(tag.span.end)));
                return;
            }
            _ => {}
        }
        if !tag.empty && self.open.len() < 16 {
            self.open.push((name, tag.span));
        }
    }

    fn keep(&mut self, passage: Passage) {
        if let Some(variant) = self.draft.as_mut().and_then(|draft| draft.texts.last_mut()) {
            variant.passage.get_or_insert(passage);
        }
    }

    fn end_content(&mut self, at: usize, closed: bool, tokens: &mut Tokens<'a>) {
        let Some((name, tag, content)) = self.content.take() else { return };
        if !closed {
            tokens.problems.push(content::unclosed(name, tag));
        }
        let passage = content.finish(at, tokens).whole;
        if local(name) == "seg" {
            self.keep(passage);
        } else if let Some(draft) = &mut self.draft {
            draft.note.get_or_insert_with(|| passage.text().trim().to_owned());
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
        match (name, &mut self.draft) {
            ("tu", _) => self.finish(span.end),
            ("tuv", Some(draft)) => {
                if let Some(variant) = draft.texts.last_mut() {
                    variant.end = span.end;
                }
            }
            _ => {}
        }
    }

    fn finish(&mut self, end: usize) {
        let Some(draft) = self.draft.take() else { return };
        let same = |one: &Lang, other: &Lang| one.primary() == other.primary();
        let document = &mut self.document;
        let wanted = draft.source.as_ref().or(document.source_lang.as_ref()).or(self.source_tag.as_ref());
        let at =
            |lang: &Lang| draft.texts.iter().position(|text| text.lang.as_ref().is_some_and(|own| same(own, lang)));
        let first = wanted.and_then(at).unwrap_or(0);
        let Some(Variant { lang, passage: Some(source), end: source_end }) = draft.texts.get(first) else { return };
        if document.source_lang.is_none() {
            document.source_lang.clone_from(lang);
        }
        let second = match &document.target_lang {
            Some(lang) => at(lang),
            None => (0..draft.texts.len()).find(|other| *other != first),
        };
        let variant = second.and_then(|second| draft.texts.get(second));
        if document.target_lang.is_none() {
            document.target_lang = variant.and_then(|variant| variant.lang.clone());
        }
        let target = variant.and_then(|variant| variant.passage.clone()).unwrap_or_else(|| {
            let lang = document.target_lang.clone().unwrap_or(Lang::EN);
            let hull = (format!("<tuv xml:lang=\"{lang}\"><seg>"), "</seg></tuv>".to_owned());
            Passage::new(0, *source_end, Coding::Xml).with_hull(Span::new(*source_end, *source_end), hull.0, hull.1)
        });
        let state = if target.is_blank() { UnitState::Untranslated } else { UnitState::Translated };
        let span = Span::new(draft.start, end);
        let source = source.clone();
        document.units.push(DocumentUnit {
            source,
            target: Some(target),
            key: draft.key,
            state,
            note: draft.note,
            span,
        });
    }
}
