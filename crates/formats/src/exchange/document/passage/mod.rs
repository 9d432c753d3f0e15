//! A text in a file, with the position in that file of each of its bytes.

mod replacement;

pub use replacement::Rewrite;

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

    /// The inline codes, to be changed.
    pub(in crate::exchange) fn codes_mut(&mut self) -> &mut [InlineCode] {
        &mut self.codes
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
