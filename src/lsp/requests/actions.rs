//! Code actions: fix a finding, fix all alike, ignore it, add a term, add to the memory, insert a match.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp_server::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, CodeActionTriggerKind,
    Command, Diagnostic, NumberOrString, Range, TextEdit, Uri, WorkspaceEdit,
};

use super::super::diagnostics::{locations, passage};
use super::super::document::{CheckResult, Snapshot};
use super::super::session::Session;
use super::beginning;
use super::offer::Offer;
use crate::answer::words::{SideWord, Word};
use crate::answer::{FindingAnswer, FixAnswer};
use crate::app::draft::Rewrite;
use crate::model::{Side, Span};

pub(in crate::lsp) async fn answer(session: &Session, params: CodeActionParams) -> Option<CodeActionResponse> {
    let uri = &params.text_document.uri;
    let (open, snapshot) = session.snapshot(uri)?;
    let wanted = |kind: &CodeActionKind| {
        let only = params.context.only.as_ref();
        only.is_none_or(|only| only.iter().any(|wanted| kind.as_str().starts_with(wanted.as_str())))
    };
    let mut actions = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX)
        && let Some(checked) = open.checked.load_full()
    {
        for finding in checked.findings.iter().filter(|finding| checked.is_unchanged(&snapshot, finding.unit)) {
            let here = locations(&snapshot, finding);
            if here.iter().any(|place| place.uri == *uri && touches(place.range, params.range)) {
                let told = params.context.diagnostics.iter().filter(|told| is_of(told, finding)).cloned().collect();
                actions.extend(fixes(&checked, &snapshot, finding, told));
            }
        }
    }
    // If these were offered automatically, an editor would show a lamp wherever the cursor is.
    let is_automatic = params.context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
    if wanted(&CodeActionKind::REFACTOR) && !is_automatic {
        actions.extend(at_selection(session, &snapshot, params.range).await.unwrap_or_default());
    }
    Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

fn touches(one: Range, other: Range) -> bool {
    one.start <= other.end && other.start <= one.end
}

fn is_of(told: &Diagnostic, finding: &FindingAnswer) -> bool {
    let data = |name: &str| told.data.as_ref().and_then(|data| data.get(name));
    match data("key") {
        Some(key) => *key == json!(finding.key) && data("unit") == Some(&json!(finding.unit)),
        // Some clients do not send the data back.
        None => {
            told.message == finding.message && told.code == Some(NumberOrString::String(finding.rule.as_str().into()))
        }
    }
}

/// Actions that fix or ignore a finding.
fn fixes(
    checked: &CheckResult,
    snapshot: &Snapshot,
    finding: &FindingAnswer,
    told: Vec<Diagnostic>,
) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    let told = (!told.is_empty()).then_some(told);
    for (number, fix) in finding.fixes.iter().enumerate() {
        let Some(edit) = edit(checked, snapshot, &[fix]) else { continue };
        actions.push(CodeAction {
            title: fix.title.clone(),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: told.clone(),
            edit: Some(edit),
            is_preferred: Some(number == 0 && finding.fixes.len() == 1),
            ..CodeAction::default()
        });
        let alike: Vec<&FixAnswer> = checked
            .findings
            .iter()
            .filter(|other| other.rule == finding.rule && other.concept_id == finding.concept_id)
            .filter(|other| checked.is_unchanged(snapshot, other.unit))
            .filter_map(|other| other.fixes.iter().find(|other| other.title == fix.title))
            .collect();
        if number == 0
            && alike.len() > 1
            && let Some(edit) = self::edit(checked, snapshot, &alike)
        {
            actions.push(CodeAction {
                title: format!("{} — all {} in this document", fix.title, alike.len()),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: told.clone(),
                edit: Some(edit),
                ..CodeAction::default()
            });
        }
    }
    let title = format!("Always ignore this `{}` finding", finding.rule.as_str());
    let given = json!({"uri": snapshot.uri, "key": finding.key});
    actions.push(CodeAction { diagnostics: told, ..command(title, CodeActionKind::QUICKFIX, "ignore", given) });
    actions
}

/// The edit that makes these changes; none if one of the units has changed since.
fn edit(checked: &CheckResult, snapshot: &Snapshot, fixes: &[&FixAnswer]) -> Option<WorkspaceEdit> {
    let mut by_place: HashMap<(usize, bool), Vec<(Span, String)>> = HashMap::new();
    for change in fixes.iter().flat_map(|fix| &fix.changes) {
        if !checked.is_unchanged(snapshot, change.unit) {
            return None;
        }
        let span = Span::from((change.span[0], change.span[1]));
        let changes = by_place.entry((change.unit, change.side == SideWord::Target)).or_default();
        if !changes.iter().any(|(known, _)| known.overlaps(span) || *known == span) {
            changes.push((span, change.text.clone()));
        }
    }
    let mut places: Vec<_> = by_place.into_iter().collect();
    places.sort_by_key(|(place, _)| *place);
    let mut edits: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
    for ((unit, is_target), changes) in places {
        let side = if is_target { Side::Target } else { Side::Source };
        let passage = passage(snapshot, unit, side)?;
        let rewrites: Vec<Rewrite> = passage.replace_all(&changes);
        for (uri, edit) in snapshot.edits(passage.file(), &rewrites) {
            edits.entry(uri).or_default().push(edit);
        }
    }
    (!edits.is_empty()).then(|| WorkspaceEdit { changes: Some(edits), ..WorkspaceEdit::default() })
}

fn command(title: String, kind: CodeActionKind, name: &str, given: Value) -> CodeAction {
    let command =
        Command { title: title.clone(), command: format!("taiyaku.server.{name}"), arguments: Some(vec![given]) };
    CodeAction { title, kind: Some(kind), command: Some(command), ..CodeAction::default() }
}

/// Actions for the pair at a position, and for selected words.
async fn at_selection(session: &Session, snapshot: &Arc<Snapshot>, range: Range) -> Option<Vec<CodeAction>> {
    let chosen = snapshot.lines.span(&snapshot.text, range);
    let (at, side, from) = snapshot.at(chosen.start)?;
    let unit = snapshot.unit(at)?;
    let mut actions = Vec::new();
    let uri = &snapshot.uri;
    if !chosen.is_empty() {
        let passage = unit.passage(side)?;
        let words = passage.text().get(from..passage.offset(chosen.end)).unwrap_or_default().trim();
        let (lang, _) = snapshot.languages(side);
        if !words.is_empty() && words.chars().count() <= 100 {
            let shown = beginning(words, 40);
            if let Some(selected_term) =
                session.selected_term.load_full().filter(|selected_term| selected_term.0.primary() != lang.primary())
            {
                let title = format!("Add `{}` = `{shown}` as a term", beginning(&selected_term.1, 40));
                let (own, other) =
                    (json!({"lang": lang, "text": words}), json!({"lang": selected_term.0, "text": selected_term.1}));
                let (source, target) = if side == Side::Source { (own, other) } else { (other, own) };
                let given = json!({"uri": uri, "position": range.start, "source": source, "target": target});
                actions.push(command(title, CodeActionKind::REFACTOR, "addTerm", given));
            }
            let title = format!("Select `{shown}` as one side of a term");
            let given = json!({"uri": uri, "lang": lang, "text": words});
            actions.push(command(title, CodeActionKind::REFACTOR, "pickTerm", given));
        }
    }
    if unit.target.as_ref().is_some_and(|target| !target.is_blank()) && !unit.source.is_blank() {
        let given = json!({"uri": uri, "position": range.start});
        let title = "Add this translation to the memory".to_owned();
        actions.push(command(title, CodeActionKind::REFACTOR, "confirmSegment", given));
    }
    let settings = session.settings.load_full();
    if unit.target.is_some() && chosen.is_empty() {
        let scope = snapshot.scope(Side::Source, &settings);
        let suggestion = session.suggestion(&scope, snapshot.query(at)?, Some(settings.min_score)).await;
        let suggestion = suggestion.as_ref().and_then(|suggestion| suggestion.matches.first());
        let offer = suggestion.map(Offer::new);
        if let Some(offer) = offer.filter(|offer| offer.text() != unit.target_text()) {
            let title = format!("Insert the match: {}", offer.title(50));
            let given =
                json!({"uri": uri, "position": range.start, "text": offer.text(), "adapted": offer.is_adapted()});
            actions.push(command(title, CodeActionKind::REFACTOR, "setTarget", given));
        }
    }
    Some(actions)
}
