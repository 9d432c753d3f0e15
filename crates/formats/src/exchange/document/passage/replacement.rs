//! Replaces parts of a text: the changes to the file that it stands in.

use super::{Passage, Piece, PieceKind};
use crate::exchange::document::PLACEHOLDER;
use crate::model::Span;

/// New bytes for a span of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// The bytes that are replaced; empty for an insertion.
    pub span: Span,
    /// The new bytes, as the format writes them.
    pub text: String,
}

impl Passage {
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
}
