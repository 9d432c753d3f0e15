//! Inlay hints: the English behind each Japanese term.

use tower_lsp_server::ls_types::{InlayHint, InlayHintKind, InlayHintLabel, InlayHintParams, InlayHintTooltip};

use super::super::base::SegmentQuery;
use super::super::session::Session;
use super::is_usable;
use crate::model::{Side, Span};

/// No screen shows more units than this.
const MOST_UNITS: usize = 400;

pub(in crate::lsp) async fn answer(session: &Session, params: InlayHintParams) -> Option<Vec<InlayHint>> {
    let (_, snapshot) = session.snapshot(&params.text_document.uri)?;
    let wanted = snapshot.lines.span(&snapshot.text, params.range);
    let side = [Side::Source, Side::Target].into_iter().find(|side| snapshot.languages(*side).0.is_japanese())?;
    let passages: Vec<_> = snapshot
        .document
        .units
        .iter()
        .filter_map(|unit| unit.passage(side))
        .filter(|passage| passage.file() == snapshot.file && passage.file_span().overlaps(wanted))
        .take(MOST_UNITS)
        .collect();
    let texts = passages
        .iter()
        .map(|passage| SegmentQuery { text: passage.text().to_owned(), ..SegmentQuery::default() })
        .collect();
    let suggestions = session.suggestions(&snapshot.scope(side, &session.settings.load()), texts, None).await;
    let mut hints = Vec::new();
    for (passage, suggestion) in passages.iter().zip(&suggestions) {
        let mut known = 0;
        for found in suggestion.terms.iter().filter(|found| !found.nested) {
            let translations = suggestion.translations(found);
            let Some(best) = translations.iter().find(|translation| is_usable(translation)) else { continue };
            // Of several concepts with one name, the first is the best.
            if found.span[1] <= known {
                continue;
            }
            known = found.span[1];
            let span = Span::from((found.span[0], found.span[1]));
            let Some((_, range)) = snapshot.range_of(passage, span) else { continue };
            let others: Vec<&str> = translations.iter().map(|translation| translation.text.as_str()).collect();
            hints.push(InlayHint {
                position: range.end,
                label: InlayHintLabel::String(best.text.clone()),
                kind: Some(InlayHintKind::TYPE),
                text_edits: None,
                tooltip: Some(InlayHintTooltip::String(format!("{} = {}", found.text, others.join(", ")))),
                padding_left: Some(true),
                padding_right: Some(true),
                data: None,
            });
        }
    }
    Some(hints)
}
