//! `taiyaku/segment` and `taiyaku/lookup`: a place in, the pair there with all that helps with it out; a query in, terms out.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp_server::ls_types::{Position, Range, TextDocumentIdentifier};

use super::super::session::{LIMIT, Session};
use crate::answer::{FindingAnswer, FoundTermAnswer, MemoryMatchAnswer};
use crate::app::draft::Passage;
use crate::model::Lang;

/// What is asked.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SegmentParams {
    pub(crate) text_document: TextDocumentIdentifier,
    pub(crate) position: Position,
}

/// What is looked up.
#[derive(Debug, Deserialize)]
pub(crate) struct LookupParams {
    pub(crate) query: String,
}

/// The pair at a place, and what helps with it.
#[derive(Debug, Serialize)]
pub(crate) struct SegmentHere {
    unit: UnitHere,
    assist: AssistHere,
}

#[derive(Debug, Serialize)]
struct UnitHere {
    source: PassageHere,
    target: Option<PassageHere>,
    source_lang: Lang,
    target_lang: Lang,
    key: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct PassageHere {
    text: String,
    uri: String,
    range: Range,
}

/// The same members as an answer of `POST /v1/assist`.
#[derive(Debug, Serialize)]
struct AssistHere {
    terms: Vec<FoundTermAnswer>,
    matches: Vec<MemoryMatchAnswer>,
    findings: Vec<FindingAnswer>,
    complete: bool,
}

pub(in crate::lsp) async fn answer(session: &Session, params: SegmentParams) -> Option<SegmentHere> {
    let (open, snapshot) = session.snapshot(&params.text_document.uri)?;
    let byte = snapshot.lines.byte(&snapshot.text, params.position);
    let (at, ..) = snapshot.at(byte)?;
    let settings = session.settings.load_full();
    let asking = snapshot.asking(crate::model::Side::Source, &settings);
    let offer = session.offer(&asking, snapshot.asked(at)?, Some(settings.min_score)).await;
    let unit = snapshot.unit(at)?;
    let here = |passage: &Passage| {
        let (uri, range) = snapshot.location(passage.file(), passage.file_span())?;
        Some(PassageHere { text: passage.text().to_owned(), uri: uri.as_str().to_owned(), range })
    };
    // Findings of the very texts that stand here now; the first pair of the answer is this one.
    let checked = open.checked.load_full().filter(|checked| checked.still(&snapshot, at));
    let findings = checked.iter().flat_map(|checked| &checked.findings).filter(|finding| finding.unit == at);
    let findings = findings.cloned().collect();
    let (terms, matches, complete) = match offer {
        Some(offer) => (offer.terms.clone(), offer.matches.clone(), offer.complete),
        None => (Vec::new(), Vec::new(), false),
    };
    Some(SegmentHere {
        unit: UnitHere {
            source: here(&unit.source)?,
            target: unit.target.as_ref().and_then(here),
            source_lang: asking.source_lang,
            target_lang: asking.target_lang,
            key: unit.key.clone(),
            note: unit.note.clone(),
        },
        assist: AssistHere { terms, matches, findings, complete },
    })
}

/// What is known of a term, in the shape of `GET /v1/terms`.
pub(in crate::lsp) async fn lookup(session: &Session, params: LookupParams) -> Option<Value> {
    let base = session.base.load_full()?;
    let projects = session.settings.load().projects.clone();
    match base.lookup(params.query.trim(), &projects, LIMIT).await {
        Ok(found) => serde_json::to_value(found).ok(),
        Err(error) => {
            session.failed("a term", &error).await;
            None
        }
    }
}
