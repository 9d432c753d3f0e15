//! Document symbols: the segments; workspace symbols: concepts that match a query.

use tower_lsp_server::ls_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, Range, SymbolInformation, SymbolKind, Uri,
    WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use super::super::document::Snapshot;
use super::super::session::{LIMIT, Session};
use super::beginning;
use crate::model::{Side, Span};

pub(in crate::lsp) fn document(session: &Session, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let (_, snapshot) = session.snapshot(&params.text_document.uri)?;
    let symbol = |unit: &crate::app::draft::DocumentUnit| {
        let passage = [Some(&unit.source), unit.target.as_ref()].into_iter().flatten();
        let shown = passage.into_iter().find(|passage| passage.file() == snapshot.file)?;
        let whole = if snapshot.file == 0 { unit.span.cover(shown.file_span()) } else { shown.file_span() };
        let name = beginning(unit.source.text().trim(), 80);
        #[expect(deprecated, reason = "the protocol wants the member")]
        Some(DocumentSymbol {
            // The protocol forbids a blank name.
            name: if name.is_empty() { "—".to_owned() } else { name },
            detail: unit.target.as_ref().map(|target| beginning(target.text().trim(), 80)),
            kind: SymbolKind::STRING,
            tags: None,
            deprecated: None,
            range: snapshot.lines.range(&snapshot.text, whole),
            selection_range: snapshot.lines.range(&snapshot.text, shown.file_span()),
            children: None,
        })
    };
    Some(DocumentSymbolResponse::Nested(snapshot.document.units.iter().filter_map(symbol).collect()))
}

/// Concepts that match a query, located where an open document contains the term, otherwise at an address of their own.
pub(in crate::lsp) async fn workspace(
    session: &Session,
    params: WorkspaceSymbolParams,
) -> Option<WorkspaceSymbolResponse> {
    let query = params.query.trim();
    if query.is_empty() {
        return Some(WorkspaceSymbolResponse::Flat(Vec::new()));
    }
    let base = session.base.load_full()?;
    let projects = session.settings.load().projects.clone();
    let found = match base.lookup(query, &projects, LIMIT).await {
        Ok(found) => found,
        Err(error) => {
            session.log_failure("terms", &error).await;
            return None;
        }
    };
    let open: Vec<_> = session.documents.all().into_iter().map(|open| open.now.load_full()).collect();
    let mut symbols = Vec::new();
    for found in &found.matches {
        let concept = &found.concept;
        let Some(named) = concept.terms.iter().find(|term| term.id == found.term_id) else { continue };
        let others: Vec<&str> =
            concept.terms.iter().filter(|term| term.lang != named.lang).map(|term| term.text.as_str()).collect();
        let name =
            if others.is_empty() { named.text.clone() } else { format!("{} = {}", named.text, others.join(", ")) };
        let place = open.iter().find_map(|snapshot| place(snapshot, &named.text));
        let own = || {
            Some(Location {
                uri: format!("taiyaku:/concepts/{}", concept.id).parse::<Uri>().ok()?,
                range: Range::default(),
            })
        };
        let Some(location) = place.or_else(own) else { continue };
        #[expect(deprecated, reason = "the protocol wants the member")]
        symbols.push(SymbolInformation {
            name,
            kind: SymbolKind::KEY,
            tags: None,
            deprecated: None,
            location,
            container_name: Some(concept.project.clone()),
        });
    }
    Some(WorkspaceSymbolResponse::Flat(symbols))
}

/// The first occurrence of a text in a document.
fn place(snapshot: &Snapshot, words: &str) -> Option<Location> {
    for unit in &snapshot.document.units {
        for side in [Side::Source, Side::Target] {
            let Some(passage) = unit.passage(side).filter(|passage| passage.file() == snapshot.file) else { continue };
            if let Some(at) = passage.text().find(words) {
                let (uri, range) = snapshot.range_of(passage, Span::new(at, at + words.len()))?;
                return Some(Location { uri, range });
            }
        }
    }
    None
}
