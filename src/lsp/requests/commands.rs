//! Commands of the client: add a term, insert a translation, add to the memory, ignore a finding.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::request::ApplyWorkspaceEdit;
use tower_lsp_server::ls_types::{
    AnnotatedTextEdit, ApplyWorkspaceEditParams, ChangeAnnotation, DocumentChanges, ExecuteCommandParams, MessageType,
    OneOf, OptionalVersionedTextDocumentIdentifier, Position, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::super::base::{BaseError, Confirmation, TermPair};
use super::super::diagnostics;
use super::super::session::Session;
use super::offer::takes_annotations;
use crate::app::draft::PLACEHOLDER;
use crate::model::{Lang, Side, Span};

/// The commands, as clients call them. The middle name tells them from the commands of the editor extensions.
pub(in crate::lsp) const NAMES: &[&str] = &[
    "taiyaku.server.addTerm",
    "taiyaku.server.pickTerm",
    "taiyaku.server.setTarget",
    "taiyaku.server.confirmSegment",
    "taiyaku.server.ignore",
];

/// The name of an edit that inserts an adapted match.
const ADAPTED: &str = "Insert an adapted match, to be checked";

#[derive(Debug, Deserialize)]
struct AddTerm {
    uri: Option<Uri>,
    position: Option<Position>,
    source: TermArgument,
    target: TermArgument,
}

#[derive(Debug, Deserialize)]
struct TermArgument {
    lang: Lang,
    text: String,
}

#[derive(Debug, Deserialize)]
struct SetTarget {
    uri: Uri,
    position: Position,
    text: String,
    /// Whether the text is a match that was adapted to the segment.
    #[serde(default)]
    adapted: bool,
}

#[derive(Debug, Deserialize)]
struct PositionArguments {
    uri: Uri,
    position: Position,
}

#[derive(Debug, Deserialize)]
struct Ignore {
    key: String,
}

pub(in crate::lsp) async fn run(session: &Arc<Session>, params: ExecuteCommandParams) -> Result<Option<Value>> {
    let given = params.arguments.into_iter().next().unwrap_or_default();
    match params.command.as_str() {
        "taiyaku.server.addTerm" => add_term(session, read(given)?).await,
        "taiyaku.server.pickTerm" => {
            let TermArgument { lang, text } = read(given)?;
            let message = format!("`{text}` is selected. Now select its translation to add both as a term.");
            session.selected_term.store(Some(Arc::new((lang, text))));
            session.client.show_message(MessageType::INFO, message).await;
            Ok(None)
        }
        "taiyaku.server.setTarget" => set_target(session, read(given)?).await,
        "taiyaku.server.confirmSegment" => confirm(session, read(given)?).await,
        "taiyaku.server.ignore" => {
            let Ignore { key } = read(given)?;
            let base = session.base.load_full().ok_or_else(not_open)?;
            let project = session.settings.load().projects.first().cloned();
            base.ignore(project.as_deref(), &key).await.map_err(refused)?;
            for open in session.documents.all() {
                diagnostics::schedule(session, open, true);
            }
            Ok(None)
        }
        other => Err(Error::invalid_params(format!(
            "The command `{other}` does not exist. Use one of {}.",
            NAMES.join(", ")
        ))),
    }
}

fn read<T: DeserializeOwned>(given: Value) -> Result<T> {
    serde_json::from_value(given)
        .map_err(|error| Error::invalid_params(format!("Could not read the arguments of the command: {error}.")))
}

fn not_open() -> Error {
    invalid("The term base is not open yet. Try again in a moment.".to_owned(), "base_loading")
}

fn refused(error: BaseError) -> Error {
    invalid(error.message, &error.code)
}

fn invalid(message: String, code: &str) -> Error {
    Error { data: Some(json!({"code": code})), ..Error::invalid_params(message) }
}

fn nothing_here() -> Error {
    invalid("There is no segment at this position. Place the cursor in a segment.".to_owned(), "no_segment")
}

/// A text as it is stored in the memory.
fn without_codes(text: &str) -> String {
    text.chars().filter(|letter| *letter != PLACEHOLDER).collect()
}

async fn add_term(session: &Arc<Session>, given: AddTerm) -> Result<Option<Value>> {
    let base = session.base.load_full().ok_or_else(not_open)?;
    let segment = given.uri.as_ref().zip(given.position).and_then(|(uri, position)| {
        let (_, snapshot) = session.snapshot(uri)?;
        let (unit, ..) = snapshot.at(snapshot.lines.byte(&snapshot.text, position))?;
        let unit = snapshot.unit(unit)?;
        let (source, target) = (unit.source.text().to_owned(), unit.target_text().to_owned());
        if source.trim().is_empty() || target.trim().is_empty() {
            return None;
        }
        let japanese_first = snapshot.languages(Side::Source).0.is_japanese();
        Some(if japanese_first { (source, target) } else { (target, source) })
    });
    let project = session.settings.load().projects.first().cloned();
    let pair = TermPair {
        source: (given.source.lang, given.source.text),
        target: (given.target.lang, given.target.text),
        segment,
        project,
    };
    let message = format!("Added the term `{}` = `{}`.", pair.source.1, pair.target.1);
    let answer = base.add_term(pair).await.map_err(refused)?;
    session.selected_term.store(None);
    session.clear_suggestions();
    session.client.show_message(MessageType::INFO, message).await;
    Ok(Some(json!(answer)))
}

async fn set_target(session: &Arc<Session>, given: SetTarget) -> Result<Option<Value>> {
    let (_, snapshot) = session.snapshot(&given.uri).ok_or_else(nothing_here)?;
    let byte = snapshot.lines.byte(&snapshot.text, given.position);
    let (unit, ..) = snapshot.at(byte).ok_or_else(nothing_here)?;
    let target = snapshot.unit(unit).and_then(|unit| unit.target.as_ref()).ok_or_else(nothing_here)?;
    let rewrites = target.replace(Span::new(0, target.text().len()), &given.text);
    let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
    for (uri, edit) in snapshot.edits(target.file(), &rewrites) {
        changes.entry(uri).or_default().push(edit);
    }
    let annotated = given.adapted && takes_annotations(session.capabilities.get());
    let edit = match annotated {
        true => annotated_edit(changes),
        false => WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() },
    };
    let label = given.adapted.then(|| ADAPTED.to_owned());
    let params = ApplyWorkspaceEditParams { label, edit };
    let done = session.client.send_request::<ApplyWorkspaceEdit>(params).await?;
    Ok(Some(json!({"applied": done.applied})))
}

/// The same changes, each with a note that it is to be checked.
fn annotated_edit(changes: HashMap<Uri, Vec<TextEdit>>) -> WorkspaceEdit {
    let id = "taiyaku.adapted".to_owned();
    let documents = changes.into_iter().map(|(uri, edits)| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: edits
            .into_iter()
            .map(|text_edit| OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: id.clone() }))
            .collect(),
    });
    let note = ChangeAnnotation {
        label: ADAPTED.to_owned(),
        needs_confirmation: Some(false),
        description: Some("Numbers or terms were put into a stored translation.".to_owned()),
    };
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(documents.collect())),
        change_annotations: Some(HashMap::from([(id, note)])),
        ..WorkspaceEdit::default()
    }
}

async fn confirm(session: &Arc<Session>, given: PositionArguments) -> Result<Option<Value>> {
    let base = session.base.load_full().ok_or_else(not_open)?;
    let (_, snapshot) = session.snapshot(&given.uri).ok_or_else(nothing_here)?;
    let byte = snapshot.lines.byte(&snapshot.text, given.position);
    let (at, ..) = snapshot.at(byte).ok_or_else(nothing_here)?;
    let unit = snapshot.unit(at).ok_or_else(nothing_here)?;
    if unit.target_text().trim().is_empty() || unit.source.is_blank() {
        return Err(invalid("This segment has no translation yet. Translate it first.".to_owned(), "untranslated"));
    }
    let (source, target) = snapshot.languages(Side::Source);
    let pair = Confirmation {
        source: (source, without_codes(unit.source.text())),
        target: (target, without_codes(unit.target_text())),
        query: snapshot.query(at).unwrap_or_default(),
        document: snapshot.name(),
        project: session.settings.load().projects.first().cloned(),
    };
    let answer = base.confirm(pair).await.map_err(refused)?;
    session.clear_suggestions();
    Ok(Some(json!(answer)))
}
