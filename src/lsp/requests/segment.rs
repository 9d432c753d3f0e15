//! `taiyaku/segment`: the segment at a position with its terms, matches and findings; `taiyaku/lookup`: a term look-up.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp_server::ls_types::{Position, Range, TextDocumentIdentifier};

use super::super::session::{LIMIT, Session};
use crate::answer::{FindingAnswer, MemoryMatchAnswer, SuggestedConceptAnswer, TermOccurrenceAnswer};
use crate::app::draft::Passage;
use crate::model::Lang;

/// The parameters of `taiyaku/segment`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SegmentParams {
    pub(crate) text_document: TextDocumentIdentifier,
    pub(crate) position: Position,
}

/// The parameters of `taiyaku/lookup`.
#[derive(Debug, Deserialize)]
pub(crate) struct LookupParams {
    pub(crate) query: String,
}

/// The segment at a position, with its terms, matches and findings.
#[derive(Debug, Serialize)]
pub(crate) struct SegmentAtPosition {
    unit: UnitAtPosition,
    assist: AssistAtPosition,
}

#[derive(Debug, Serialize)]
struct UnitAtPosition {
    source: PassageAtPosition,
    target: Option<PassageAtPosition>,
    source_lang: Lang,
    target_lang: Lang,
    key: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct PassageAtPosition {
    text: String,
    uri: String,
    range: Range,
}

/// Members of an answer of `POST /v1/assist`.
#[derive(Debug, Serialize)]
struct AssistAtPosition {
    terms: Vec<TermOccurrenceAnswer>,
    concepts: Vec<SuggestedConceptAnswer>,
    matches: Vec<MemoryMatchAnswer>,
    findings: Vec<FindingAnswer>,
    complete: bool,
}

pub(in crate::lsp) async fn answer(session: &Session, params: SegmentParams) -> Option<SegmentAtPosition> {
    let (open, snapshot) = session.snapshot(&params.text_document.uri)?;
    let byte = snapshot.lines.byte(&snapshot.text, params.position);
    let (at, ..) = snapshot.at(byte)?;
    let settings = session.settings.load_full();
    let scope = snapshot.scope(crate::model::Side::Source, &settings);
    let suggestion = session.suggestion(&scope, snapshot.query(at)?, Some(settings.min_score)).await;
    let unit = snapshot.unit(at)?;
    let here = |passage: &Passage| {
        let (uri, range) = snapshot.location(passage.file(), passage.file_span())?;
        Some(PassageAtPosition { text: passage.text().to_owned(), uri: uri.as_str().to_owned(), range })
    };
    // Only findings of the current texts.
    let checked = open.checked.load_full().filter(|checked| checked.is_unchanged(&snapshot, at));
    let findings = checked.iter().flat_map(|checked| &checked.findings).filter(|finding| finding.unit == at);
    let findings = findings.cloned().collect();
    let (terms, concepts, matches, complete) = match suggestion {
        Some(found) => (found.terms.clone(), found.concepts(), found.matches.clone(), found.complete),
        None => (Vec::new(), Vec::new(), Vec::new(), false),
    };
    Some(SegmentAtPosition {
        unit: UnitAtPosition {
            source: here(&unit.source)?,
            target: unit.target.as_ref().and_then(here),
            source_lang: scope.source_lang,
            target_lang: scope.target_lang,
            key: unit.key.clone(),
            note: unit.note.clone(),
        },
        assist: AssistAtPosition { terms, concepts, matches, findings, complete },
    })
}

/// The answer of `GET /v1/terms` for a term.
pub(in crate::lsp) async fn lookup(session: &Session, params: LookupParams) -> Option<Value> {
    let base = session.base.load_full()?;
    let projects = session.settings.load().projects.clone();
    match base.lookup(params.query.trim(), &projects, LIMIT).await {
        Ok(found) => serde_json::to_value(found).ok(),
        Err(error) => {
            session.log_failure("terms", &error).await;
            None
        }
    }
}
