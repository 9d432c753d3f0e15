//! A text in a file, with the position in that file of each of its bytes, and how to replace part of it.

use super::PLACEHOLDER;
use super::notation::Notation;
use crate::exchange::cleaning::{is_blank, is_text, without_indent};
use crate::model::{CodeRole, InlineCode, Span};

/// A text with its positions in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    text: String,
    pieces: Vec<Piece>,
    /// The inline codes, with their positions in the text.
    codes: Vec<InlineCode>,
    file_span: Span,
    wrapper: Option<(String, String)>,
    notation: Notation,
    file: usize,
}

/// A stretch of the text and the stretch of the file it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    text: Span,
    file: Span,
    kind: PieceKind,
}

/// How a piece of the text stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PieceKind {
    /// The same bytes.
    Verbatim,
    /// The same bytes, in a CDATA section.
    Cdata,
    /// Written otherwise, such as `&amp;`; both belong together as a whole.
    Written,
    /// An inline code, for which a placeholder stands in the text.
    Code,
}

/// New bytes for a span of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// The bytes that are replaced; empty for an insertion.
    pub span: Span,
    /// The new bytes, as the format writes them.
    pub text: String,
}

impl Passage {
    /// Gives back memory that was reserved for more text.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.pieces.shrink_to_fit();
    }

    /// An empty text at a position of the file.
    pub(in crate::exchange) fn new(file: usize, at: usize, notation: Notation) -> Self {
        Self {
            text: String::new(),
            pieces: Vec::new(),
            codes: Vec::new(),
            file_span: Span::new(at, at),
            wrapper: None,
            notation,
            file,
        }
    }

    /// A text that is missing from the file: what has to be written around it, in place of `file_span`.
    pub(in crate::exchange) fn with_wrapper(mut self, file_span: Span, before: String, after: String) -> Self {
        self.file_span = file_span;
        self.wrapper = Some((before, after));
        self
    }

    /// Sets the part of the file that is the text with its codes.
    pub(in crate::exchange) fn set_file_span(&mut self, file_span: Span) {
        self.file_span = file_span;
    }

    /// Adds text that stands in the file as it is. Characters no text may hold are left out.
    pub(in crate::exchange) fn push(&mut self, text: &str, at: usize) {
        self.push_verbatim(text, at, PieceKind::Verbatim);
    }

    /// Adds text that stands as it is in a CDATA section.
    pub(in crate::exchange) fn push_cdata(&mut self, text: &str, at: usize) {
        self.push_verbatim(text, at, PieceKind::Cdata);
    }

    fn push_verbatim(&mut self, text: &str, at: usize, kind: PieceKind) {
        let mut start = 0;
        for (end, letter) in text.char_indices().filter(|(_, letter)| !is_text(*letter)) {
            self.push_piece(&text[start..end], Span::new(at + start, at + end), kind);
            start = end + letter.len_utf8();
        }
        self.push_piece(&text[start..], Span::new(at + start, at + text.len()), kind);
    }

    /// Adds text that the file writes otherwise. A character no text may hold is left out.
    pub(in crate::exchange) fn push_written(&mut self, letter: char, file: Span) {
        if is_text(letter) {
            self.push_piece(letter.encode_utf8(&mut [0; 4]), file, PieceKind::Written);
        }
    }

    /// Adds a placeholder for an inline code.
    pub(in crate::exchange) fn push_code(&mut self, file: Span) {
        self.push_piece(PLACEHOLDER.encode_utf8(&mut [0; 4]), file, PieceKind::Code);
    }

    /// Remembers an inline code that stands before what is added next.
    pub(in crate::exchange) fn mark_code(&mut self, role: CodeRole, code: &str) {
        self.codes.push(InlineCode { at: self.text.len(), role, code: code.to_owned() });
    }

    /// Remembers an inline code for which a placeholder has just been added.
    pub(in crate::exchange) fn mark_placeholder(&mut self, code: &str) {
        let at = self.text.len() - if self.text.ends_with(PLACEHOLDER) { PLACEHOLDER.len_utf8() } else { 0 };
        self.codes.push(InlineCode { at, role: CodeRole::Whole, code: code.to_owned() });
    }

    fn push_piece(&mut self, text: &str, file: Span, kind: PieceKind) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        match self.pieces.last_mut() {
            Some(last) if last.is_verbatim() && last.kind == kind && last.file.end == file.start => {
                last.file.end = file.end;
                last.text.end = end;
            }
            _ => self.pieces.push(Piece { text: Span::new(start, end), file, kind }),
        }
    }

    /// Lets the last piece reach further in the file.
    pub(in crate::exchange) fn stretch(&mut self, end: usize) {
        if let Some(last) = self.pieces.last_mut() {
            last.file.end = last.file.end.max(end);
        }
    }

    /// The passage without the line ends and indents a printer of XML has put around it.
    pub(in crate::exchange) fn without_indent(self) -> Self {
        let bare = without_indent(&self.text);
        if bare.len() == self.text.len() {
            return self;
        }
        let start = if bare.is_empty() { 0 } else { self.text.find(bare).unwrap_or_default() };
        self.part(Span::new(start, start + bare.len()))
    }

    /// The text without inline codes, as a memory keeps it.
    pub(in crate::exchange) fn plain_text(&self) -> String {
        let pieces = self.pieces.iter().filter(|piece| piece.kind != PieceKind::Code);
        pieces.map(|piece| piece.text.of(&self.text)).collect()
    }

    /// The inline codes, with their positions in [`Passage::text`].
    #[must_use]
    pub fn codes(&self) -> &[InlineCode] {
        &self.codes
    }

    /// The inline codes, with their positions in the text without placeholders, as a memory keeps it.
    pub(in crate::exchange) fn codes_of_plain_text(&self) -> Vec<InlineCode> {
        let placeholders: Vec<Span> =
            self.pieces.iter().filter(|piece| piece.kind == PieceKind::Code).map(|piece| piece.text).collect();
        let before = |at: usize| placeholders.partition_point(|placeholder| placeholder.end <= at);
        let plain =
            |code: &InlineCode| InlineCode { at: code.at - before(code.at) * PLACEHOLDER.len_utf8(), ..code.clone() };
        self.codes.iter().map(plain).collect()
    }

    /// The text, with placeholders for inline codes.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Which file of a pair it stands in, from 0.
    #[must_use]
    pub fn file(&self) -> usize {
        self.file
    }

    /// The part of the file that is this text with its codes; empty where it would be written.
    #[must_use]
    pub fn file_span(&self) -> Span {
        self.file_span
    }

    /// Whether there is nothing to see.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        is_blank(&self.text)
    }

    /// Whether a byte of the file is in it or at its end.
    #[must_use]
    pub fn reaches(&self, byte: usize) -> bool {
        self.file_span.start <= byte && byte <= self.file_span.end
    }

    /// Where a span of the text stands in the file: one span, or several with codes between them. An empty span gives
    /// the empty span of its position.
    #[must_use]
    pub fn spans(&self, span: Span) -> Vec<Span> {
        if span.is_empty() || self.wrapper.is_some() {
            let at = self.byte(span.start);
            return vec![Span::new(at, at)];
        }
        let mut spans: Vec<Span> = Vec::new();
        for piece in self.pieces_of(span) {
            let file = piece.part(span);
            match spans.last_mut() {
                Some(last) if last.end == file.start => last.end = file.end,
                _ => spans.push(file),
            }
        }
        spans
    }

    /// The pieces that a span of the text overlaps.
    fn pieces_of(&self, span: Span) -> impl Iterator<Item = &Piece> {
        let first = self.pieces.partition_point(|piece| piece.text.end <= span.start);
        let rest = self.pieces.iter().skip(first).take_while(move |piece| piece.text.start < span.end);
        rest.filter(move |piece| piece.text.overlaps(span))
    }

    /// The whole stretch of the file from the first to the last byte of a span of the text.
    #[must_use]
    pub fn stretch_of(&self, span: Span) -> Span {
        let spans = self.spans(span);
        match (spans.first(), spans.last()) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::new(self.file_span.start, self.file_span.start),
        }
    }

    /// The byte of the file where a byte of the text stands; between codes, right behind the text before them.
    #[must_use]
    pub fn byte(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.text.end < offset);
        match self.pieces.get(at) {
            Some(piece) if piece.is_verbatim() => piece.file.start + offset.saturating_sub(piece.text.start),
            Some(piece) if offset >= piece.text.end => piece.file.end,
            Some(piece) => piece.file.start,
            None => self.pieces.last().map_or(self.file_span.start, |last| last.file.end),
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
        } else if piece.is_verbatim() {
            let mut offset = piece.text.start + (byte - piece.file.start);
            while !self.text.is_char_boundary(offset) {
                offset -= 1;
            }
            offset
        } else {
            piece.text.start
        }
    }

    /// New text as the format writes it at this position.
    #[must_use]
    pub fn encode(&self, text: &str) -> String {
        self.notation.encode(text, false)
    }

    /// The changes to the file that replace `span` of the text by `text`. Codes inside the span stay where they are if they
    /// only mark text, or if `text` has their [`PLACEHOLDER`]; other codes are removed with the span.
    #[must_use]
    pub fn replace(&self, span: Span, text: &str) -> Vec<Rewrite> {
        if let Some((before, after)) = &self.wrapper {
            let text = format!("{before}{}{after}", self.notation.encode(text, false));
            return vec![Rewrite { span: self.file_span, text }];
        }
        let whole = || [&self.text[..span.start], text, &self.text[span.end..]].concat();
        match self.notation.rewritten(whole) {
            Some(text) => vec![Rewrite { span: self.file_span, text }],
            None => self.replace_part(span, text),
        }
    }

    /// The changes to the file that replace `span`, where nothing else of the text has to be written anew.
    fn replace_part(&self, span: Span, text: &str) -> Vec<Rewrite> {
        let at = span.is_empty().then(|| self.byte(span.start));
        let cdata = match self.pieces_of(span).next().filter(|_| !span.is_empty()) {
            Some(piece) => piece.kind == PieceKind::Cdata,
            None => at.is_some_and(|at| {
                let touches = |piece: &Piece| piece.file.start <= at && at <= piece.file.end;
                self.pieces.iter().any(|piece| piece.kind == PieceKind::Cdata && touches(piece))
            }),
        };
        // Codes that have a placeholder in the new text are written there again, as they are.
        let placeholders = text.matches(PLACEHOLDER).count();
        let inside = self.pieces_of(span).filter(|piece| !span.is_empty() && piece.kind == PieceKind::Code);
        let codes: Vec<Span> = inside.map(|piece| piece.file).collect();
        if placeholders > 0 && placeholders == codes.len() {
            return self.between_codes(span, text, &codes, cdata);
        }
        let text: String = text.chars().filter(|letter| *letter != PLACEHOLDER).collect();
        let mut changes = Vec::new();
        let mut new = self.notation.encode(&text, cdata);
        for span in self.spans(span) {
            changes.push(Rewrite { span, text: std::mem::take(&mut new) });
        }
        changes
    }

    /// The changes to the file for several replacements at once, none of which overlaps another.
    #[must_use]
    pub fn replace_all(&self, changes: &[(Span, String)]) -> Vec<Rewrite> {
        if let [(span, text)] = changes {
            return self.replace(*span, text);
        }
        let mut ordered: Vec<&(Span, String)> = changes.iter().collect();
        ordered.sort_by_key(|(span, _)| (span.start, span.end));
        let (mut whole, mut from) = (String::with_capacity(self.text.len()), 0);
        for (span, text) in &ordered {
            whole.push_str(self.text.get(from..span.start).unwrap_or_default());
            whole.push_str(text);
            from = span.end;
        }
        whole.push_str(self.text.get(from..).unwrap_or_default());
        // The whole is looked at once, not once for each change.
        if self.wrapper.is_some() || self.notation.rewritten(|| whole.clone()).is_some() {
            return self.replace(Span::new(0, self.text.len()), &whole);
        }
        ordered.iter().flat_map(|(span, text)| self.replace_part(*span, text)).collect()
    }

    /// The changes if there are as many codes as before: only the text between them changes.
    fn between_codes(&self, span: Span, text: &str, codes: &[Span], cdata: bool) -> Vec<Rewrite> {
        let mut changes = Vec::new();
        let mut start = span.start;
        let mut parts = text.split(PLACEHOLDER);
        let ends = codes.iter().map(|code| self.offset(code.start)).chain([span.end]);
        for (end, part) in ends.zip(parts.by_ref()) {
            let between = Span::new(start, end);
            if between.of(&self.text) != part {
                let mut new = self.notation.encode(part, cdata);
                for span in self.spans(between) {
                    changes.push(Rewrite { span, text: std::mem::take(&mut new) });
                }
            }
            start = end + PLACEHOLDER.len_utf8();
        }
        changes
    }

    /// A part of the text as a text of its own.
    #[must_use]
    pub fn part(&self, span: Span) -> Self {
        let file_span = self.stretch_of(span);
        let mut part = Self::new(self.file, file_span.start, self.notation);
        part.file_span = file_span;
        for piece in self.pieces.iter().filter(|piece| piece.text.overlaps(span)) {
            let file = piece.part(span);
            let text = Span::new(piece.text.start.max(span.start), piece.text.end.min(span.end)).of(&self.text);
            part.push_piece(text, file, piece.kind);
        }
        // A code at the end belongs to the part it closes.
        let belongs = |code: &&InlineCode| {
            let closes = matches!(code.role, CodeRole::Close | CodeRole::CloseNote);
            span.start <= code.at
                && code.at <= span.end
                && (code.at < span.end || closes || span.end == self.text.len())
        };
        let codes = self.codes.iter().filter(belongs);
        part.codes = codes.map(|code| InlineCode { at: code.at - span.start, ..code.clone() }).collect();
        part
    }
}

impl Piece {
    /// Whether text and file are the same bytes; else they belong together as a whole.
    fn is_verbatim(self) -> bool {
        matches!(self.kind, PieceKind::Verbatim | PieceKind::Cdata)
    }

    /// Where the part of the piece that lies in `span` stands in the file.
    fn part(self, span: Span) -> Span {
        if !self.is_verbatim() {
            return self.file;
        }
        let start = self.file.start + span.start.saturating_sub(self.text.start);
        let end = self.file.end - self.text.end.saturating_sub(span.end);
        Span::new(start, end)
    }
}
