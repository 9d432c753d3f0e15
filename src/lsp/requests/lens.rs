//! Code lenses: the best match with its score above each segment without a translation. Matches are searched when the client
//! shows the position.

use serde::{Deserialize, Serialize};
use serde_json::json;
use tower_lsp_server::ls_types::{CodeLens, CodeLensParams, Command, Uri};

use super::super::session::Session;
use super::offer::Offer;
use crate::app::draft::UnitState;
use crate::model::{Side, Span};

#[derive(Debug, Serialize, Deserialize)]
struct LensData {
    uri: Uri,
    unit: usize,
}

pub(in crate::lsp) fn answer(session: &Session, params: &CodeLensParams) -> Option<Vec<CodeLens>> {
    let (_, snapshot) = session.snapshot(&params.text_document.uri)?;
    let mut lenses = Vec::new();
    for (at, unit) in snapshot.document.units.iter().enumerate() {
        let waits = matches!(unit.state, UnitState::Untranslated | UnitState::Draft);
        let Some(target) = unit.target.as_ref().filter(|_| waits && !unit.source.is_blank()) else { continue };
        let shown = if target.file() == snapshot.file { target } else { &unit.source };
        let place = Span::new(shown.file_span().start, shown.file_span().start);
        let Some((_, range)) = snapshot.location(shown.file(), place).filter(|_| shown.file() == snapshot.file) else {
            continue;
        };
        let data = serde_json::to_value(LensData { uri: snapshot.uri.clone(), unit: at }).ok();
        lenses.push(CodeLens { range, command: None, data });
    }
    Some(lenses)
}

pub(in crate::lsp) async fn resolve(session: &Session, lens: CodeLens) -> CodeLens {
    let none = || Command { title: "no match".to_owned(), command: String::new(), arguments: None };
    let command = command(session, &lens).await.unwrap_or_else(none);
    CodeLens { command: Some(command), ..lens }
}

async fn command(session: &Session, lens: &CodeLens) -> Option<Command> {
    let LensData { uri, unit } = serde_json::from_value(lens.data.clone()?).ok()?;
    let (_, snapshot) = session.snapshot(&uri)?;
    let settings = session.settings.load_full();
    let scope = snapshot.scope(Side::Source, &settings);
    let suggestion = session.suggestion(&scope, snapshot.query(unit)?, Some(settings.min_score)).await?;
    let best = Offer::new(suggestion.matches.first()?);
    let title = best.title(80);
    let given = json!({"uri": uri, "position": lens.range.start, "text": best.text(), "adapted": best.is_adapted()});
    Some(Command { title, command: "taiyaku.server.setTarget".to_owned(), arguments: Some(vec![given]) })
}
