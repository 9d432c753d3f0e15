//! Inline completion: the best match of a segment without a translation, shown in grey until it is accepted. Grey text has
//! no label, so only a match is shown whose source text is the same as that of the segment.

use tower_lsp_server::ls_types::{
    InlineCompletionItem, InlineCompletionList, InlineCompletionParams, InlineCompletionResponse,
};

use super::super::session::Session;
use super::offer::Offer;
use crate::model::Side;

pub(in crate::lsp) async fn answer(
    session: &Session,
    params: InlineCompletionParams,
) -> Option<InlineCompletionResponse> {
    let at = params.text_document_position;
    let (_, snapshot) = session.snapshot(&at.text_document.uri)?;
    let byte = snapshot.lines.byte(&snapshot.text, at.position);
    let (unit, side, offset) = snapshot.at(byte)?;
    let passage = snapshot.unit(unit)?.passage(side)?;
    if side != Side::Target || !passage.reaches(byte) || offset < passage.text().len() {
        return None;
    }
    let settings = session.settings.load_full();
    let scope = snapshot.scope(Side::Source, &settings);
    let suggestion = session.suggestion(&scope, snapshot.query(unit)?, Some(settings.min_score)).await?;
    // The match may only continue the typed text.
    let certain = suggestion.matches.iter().map(Offer::new).filter(|offer| offer.is_certain());
    let best = certain.map(Offer::text).find(|target| target.starts_with(passage.text()))?;
    let rest = best.get(offset..).filter(|rest| !rest.is_empty())?;
    let item = InlineCompletionItem {
        insert_text: passage.encode(rest),
        filter_text: None,
        range: None,
        command: None,
        insert_text_format: None,
    };
    Some(InlineCompletionResponse::List(InlineCompletionList { items: vec![item] }))
}
