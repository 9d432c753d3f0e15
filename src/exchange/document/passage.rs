//! A text inside a file: what it says and where each byte of it stands come in; places and changes of the file go out.

use super::PLACEHOLDER;
use super::coding::Coding;
use crate::model::Span;

/// A text as it is read, with its places in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    text: String,
    pieces: Vec<Piece>,
    place: Span,
    hull: Option<(String, String)>,
    coding: Coding,
    file: usize,
}

/// A stretch of the text and of the file that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    text: Span,
    file: Span,
    /// Whether both are the same bytes; else they belong together as a whole.
    verbatim: bool,
    cdata: bool,
}

/// New bytes for a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// What gives way; empty where something is put in.
    pub span: Span,
    /// What stands there afterwards, as the format writes it.
    pub text: String,
}

impl Passage {
    /// A text of which nothing is known yet, at a place of the file where it would go.
    pub(super) fn new(file: usize, at: usize, coding: Coding) -> Self {
        let place = Span::new(at, at);
        Self { text: String::new(), pieces: Vec::new(), place, hull: None, coding, file }
    }

    /// What has to be written around the text where it stands at `place` for the first time.
    pub(super) fn with_hull(mut self, place: Span, before: String, after: String) -> Self {
        self.place = place;
        self.hull = Some((before, after));
        self
    }

    /// The part of the file that is the text with its codes.
    pub(super) fn set_place(&mut self, place: Span) {
        self.place = place;
    }

    /// Adds bytes that stand in the file as they are.
    pub(super) fn push(&mut self, text: &str, at: usize, cdata: bool) {
        if text.is_empty() {
            return;
        }
        let file = Span::new(at, at + text.len());
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.pieces.last_mut()
            && last.verbatim
            && last.file.end == at
            && last.cdata == cdata
        {
            last.file.end = file.end;
            last.text.end = self.text.len();
        } else {
            self.pieces.push(Piece { text: Span::new(start, self.text.len()), file, verbatim: true, cdata });
        }
    }

    /// Adds text that the file writes otherwise.
    pub(super) fn push_written(&mut self, text: &str, file: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        if !text.is_empty() {
            self.pieces.push(Piece { text: Span::new(start, self.text.len()), file, verbatim: false, cdata: false });
        }
    }

    /// Lets the last piece reach further in the file.
    pub(super) fn stretch(&mut self, end: usize) {
        if let Some(last) = self.pieces.last_mut() {
            last.file.end = last.file.end.max(end);
        }
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Which file of a pair it stands in, from 0.
    #[must_use]
    pub fn file(&self) -> usize {
        self.file
    }

    /// The part of the file that is this text with its codes; empty where it would go.
    #[must_use]
    pub fn place(&self) -> Span {
        self.place
    }

    /// Whether there is nothing to see.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\u{200b}' | PLACEHOLDER))
    }

    /// Whether a byte of the file is in it or at its end.
    #[must_use]
    pub fn reaches(&self, byte: usize) -> bool {
        self.place.start <= byte && byte <= self.place.end
    }

    /// Where a span of the text stands in the file: one span, or several with codes between them. An empty span gives
    /// the empty span of its place.
    #[must_use]
    pub fn spans(&self, span: Span) -> Vec<Span> {
        if span.is_empty() || self.hull.is_some() {
            let at = self.byte(span.start);
            return vec![Span::new(at, at)];
        }
        let mut found: Vec<Span> = Vec::new();
        for piece in self.pieces.iter().filter(|piece| piece.text.overlaps(span)) {
            let file = piece.part(span);
            match found.last_mut() {
                Some(last) if last.end == file.start => last.end = file.end,
                _ => found.push(file),
            }
        }
        found
    }

    /// The whole stretch of the file from the first to the last byte of a span of the text.
    #[must_use]
    pub fn stretch_of(&self, span: Span) -> Span {
        let spans = self.spans(span);
        match (spans.first(), spans.last()) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::new(self.place.start, self.place.start),
        }
    }

    /// The byte of the file where a byte of the text stands; between codes, right behind the text before them.
    #[must_use]
    pub fn byte(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.text.end < offset);
        match self.pieces.get(at) {
            Some(piece) if piece.verbatim => piece.file.start + offset.saturating_sub(piece.text.start),
            Some(piece) if offset >= piece.text.end => piece.file.end,
            Some(piece) => piece.file.start,
            None => self.pieces.last().map_or(self.place.start, |last| last.file.end),
        }
    }

    /// The byte of the text that stands at a byte of the file; inside a code, the one the code stands before.
    #[must_use]
    pub fn offset(&self, byte: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.file.end < byte);
        let Some(piece) = self.pieces.get(at) else { return self.text.len() };
        if byte <= piece.file.start {
            piece.text.start
        } else if byte >= piece.file.end {
            piece.text.end
        } else if piece.verbatim {
            let mut offset = piece.text.start + (byte - piece.file.start);
            while !self.text.is_char_boundary(offset) {
                offset -= 1;
            }
            offset
        } else {
            piece.text.start
        }
    }

    /// New text as the format writes it at this place.
    #[must_use]
    pub fn encode(&self, text: &str) -> String {
        self.coding.encode(text, false)
    }

    /// What has to change in the file so that `span` of the text reads `text`. Codes inside the span stay where they
    /// stand if they only mark text, or where `text` has their [`PLACEHOLDER`]; other placeholders go with the span.
    #[must_use]
    pub fn replace(&self, span: Span, text: &str) -> Vec<Rewrite> {
        if let Some((before, after)) = &self.hull {
            let text = format!("{before}{}{after}", self.coding.encode(text, false));
            return vec![Rewrite { span: self.place, text }];
        }
        let whole = || [&self.text[..span.start], text, &self.text[span.end..]].concat();
        if let Some(text) = self.coding.needs_rewriting(whole) {
            return vec![Rewrite { span: self.place, text }];
        }
        let inside = |piece: &&Piece| !span.is_empty() && piece.text.overlaps(span);
        let at = if span.is_empty() { self.byte(span.start) } else { usize::MAX };
        let cdata = match self.pieces.iter().find(inside) {
            Some(piece) => piece.cdata,
            None => self.pieces.iter().any(|piece| piece.cdata && piece.file.start <= at && at <= piece.file.end),
        };
        // Codes that have a place in the new text are written there again, as they are.
        let wanted = text.matches(PLACEHOLDER).count();
        let codes: Vec<Span> = self
            .pieces
            .iter()
            .filter(|piece| inside(piece) && self.text[piece.text.start..].starts_with(PLACEHOLDER))
            .map(|piece| piece.file)
            .collect();
        if wanted > 0 && !codes.is_empty() && wanted == codes.len() {
            return self.between_codes(span, text, &codes, cdata);
        }
        let text: String = text.chars().filter(|letter| *letter != PLACEHOLDER).collect();
        let mut changes = Vec::new();
        let mut new = self.coding.encode(&text, cdata);
        for place in self.spans(span) {
            changes.push(Rewrite { span: place, text: std::mem::take(&mut new) });
        }
        changes
    }

    /// What has to change in the file for several changes at once; none overlaps another.
    #[must_use]
    pub fn replace_all(&self, changes: &[(Span, String)]) -> Vec<Rewrite> {
        if let [(span, text)] = changes {
            return self.replace(*span, text);
        }
        let mut whole = self.text.clone();
        let mut ordered: Vec<&(Span, String)> = changes.iter().collect();
        ordered.sort_by_key(|(span, _)| std::cmp::Reverse((span.start, span.end)));
        for (span, text) in &ordered {
            whole.replace_range(span.start..span.end, text);
        }
        if self.hull.is_some() || self.coding.needs_rewriting(|| whole.clone()).is_some() {
            return self.replace(Span::new(0, self.text.len()), &whole);
        }
        ordered.iter().rev().flat_map(|(span, text)| self.replace(*span, text)).collect()
    }

    /// As many codes as before: what stands between them changes, they do not.
    fn between_codes(&self, span: Span, text: &str, codes: &[Span], cdata: bool) -> Vec<Rewrite> {
        let mut changes = Vec::new();
        let mut start = span.start;
        let mut parts = text.split(PLACEHOLDER);
        let ends = codes.iter().map(|code| self.offset(code.start)).chain([span.end]);
        for (end, part) in ends.zip(parts.by_ref()) {
            let between = Span::new(start, end);
            if between.of(&self.text) != part {
                let mut new = self.coding.encode(part, cdata);
                for place in self.spans(between) {
                    changes.push(Rewrite { span: place, text: std::mem::take(&mut new) });
                }
            }
            start = end + PLACEHOLDER.len_utf8();
        }
        changes
    }

    /// A part of the text as a text of its own.
    #[must_use]
    pub fn part(&self, span: Span) -> Self {
        let place = self.stretch_of(span);
        let mut part = Self::new(self.file, place.start, self.coding);
        part.place = place;
        for piece in self.pieces.iter().filter(|piece| piece.text.overlaps(span)) {
            let file = piece.part(span);
            let text = Span::new(piece.text.start.max(span.start), piece.text.end.min(span.end)).of(&self.text);
            if piece.verbatim {
                part.push(text, file.start, piece.cdata);
            } else {
                part.push_written(text, file);
            }
        }
        part
    }
}

impl Piece {
    /// Where the part of it that lies in `span` stands in the file.
    fn part(&self, span: Span) -> Span {
        if !self.verbatim {
            return self.file;
        }
        let start = self.file.start + span.start.saturating_sub(self.text.start);
        let end = self.file.end - self.text.end.saturating_sub(span.end);
        Span::new(start, end)
    }
}
