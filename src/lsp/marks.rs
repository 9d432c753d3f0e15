//! Open documents in; what is wrong with them, sent to the client as diagnostics, out. Off the path of requests: a look waits
//! a moment for the next key, is dropped when a newer one was asked for, and reads again only units that changed.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tower_lsp_server::ls_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, NumberOrString,
};

use super::base::{Base, Look};
use super::document::{Checked, Open, Snapshot};
use super::session::Session;
use crate::answer::FindingAnswer;
use crate::app::check::CheckUnit;
use crate::app::draft::Passage;
use crate::model::{Rule, Severity, Side, Span};

/// How long a look waits for the next key.
const PAUSE: Duration = Duration::from_millis(25);
/// The same where the base is elsewhere and a whole draft is sent to it.
const REMOTE_PAUSE: Duration = Duration::from_millis(300);

/// Rules that make sense of a text without its source.
const OF_ONE_TEXT: &[Rule] = &[Rule::TermForbidden, Rule::Style, Rule::AbbreviationUnexpanded];

/// Looks at a document soon; at once where it was just opened.
pub(super) fn soon(session: &Arc<Session>, open: Arc<Open>, at_once: bool) {
    let asked = open.ask();
    let session = Arc::clone(session);
    tokio::spawn(async move {
        let base = session.base.load_full();
        if !at_once {
            let remote = matches!(base.as_deref(), Some(Base::Remote(_)));
            tokio::time::sleep(if remote { REMOTE_PAUSE } else { PAUSE }).await;
        }
        look(&session, base, &open, asked).await;
    });
}

async fn look(session: &Session, base: Option<Arc<Base>>, open: &Open, asked: u64) {
    if !open.is_latest(asked) {
        return;
    }
    // Looks at one document come one after the other; most are late by then.
    let mut draft = open.draft.lock().await;
    if !open.is_latest(asked) {
        return;
    }
    let snapshot = open.now.load_full();
    // A Japanese text alone is one to translate, and nobody's translation to look at.
    let looked_at = !snapshot.is_alone() || snapshot.langs.0.is_english();
    let findings = match base.filter(|_| looked_at) {
        Some(base) => {
            let (look, units) = question(&snapshot, session);
            match base.check(&mut draft, &look, units).await {
                Ok(findings) => findings,
                Err(error) => {
                    session.failed("the draft", &error).await;
                    // What was found before holds where the texts are the same.
                    match open.checked.load_full() {
                        Some(before) => {
                            let same = |finding: &&FindingAnswer| before.still(&snapshot, finding.unit);
                            before.findings.iter().filter(same).cloned().collect()
                        }
                        None => Vec::new(),
                    }
                }
            }
        }
        None => Vec::new(),
    };
    drop(draft);
    if !open.is_latest(asked) {
        return;
    }
    let alone = snapshot.is_alone();
    let wanted = |finding: &FindingAnswer| !alone || OF_ONE_TEXT.contains(&finding.rule);
    let findings: Vec<FindingAnswer> = findings.into_iter().filter(wanted).collect();
    let diagnostics = diagnostics(&snapshot, &findings);
    let (uri, version) = (snapshot.uri.clone(), snapshot.version);
    open.checked.store(Some(Arc::new(Checked { snapshot, findings })));
    session.client.publish_diagnostics(uri, diagnostics, Some(version)).await;
}

/// How to look at a document, and its units.
fn question(snapshot: &Snapshot, session: &Session) -> (Look, Vec<CheckUnit>) {
    let settings = session.settings.load();
    // A text alone is taken for a translation.
    let side = if snapshot.is_alone() { Side::Target } else { Side::Source };
    let look = Look { asking: snapshot.asking(side, &settings), rules: settings.rules.clone() };
    let alone = snapshot.is_alone();
    let units = snapshot.document.units.iter().map(|unit| {
        let source = unit.source.text().to_owned();
        if alone {
            // No finding is about a pair without source; this one says nothing.
            CheckUnit { source: "—".to_owned(), target: source }
        } else {
            CheckUnit { source, target: unit.target_text().to_owned() }
        }
    });
    (look, units.collect())
}

/// The passage a finding means.
pub(super) fn passage(snapshot: &Snapshot, unit: usize, side: Side) -> Option<&Passage> {
    let unit = snapshot.unit(unit)?;
    if snapshot.is_alone() { Some(&unit.source) } else { unit.passage(side) }
}

/// Findings and what is wrong with the file itself, as the client shows them.
fn diagnostics(snapshot: &Snapshot, findings: &[FindingAnswer]) -> Vec<Diagnostic> {
    let broken = snapshot.document.problems.iter().filter(|problem| problem.file == snapshot.file);
    let broken = broken.map(|problem| Diagnostic {
        range: snapshot.lines.range(&snapshot.text, problem.span),
        severity: Some(DiagnosticSeverity::ERROR),
        code: Some(NumberOrString::String("file_broken".to_owned())),
        source: Some("taiyaku".to_owned()),
        message: problem.message.clone(),
        ..Diagnostic::default()
    });
    broken.chain(findings.iter().filter_map(|finding| diagnostic(snapshot, finding))).collect()
}

/// All places of a finding, the one to show it at first.
pub(super) fn places(snapshot: &Snapshot, finding: &FindingAnswer) -> Vec<Location> {
    let of = |side: Side, spans: &[crate::answer::SpanAnswer]| -> Vec<Location> {
        let Some(passage) = passage(snapshot, finding.unit, side) else { return Vec::new() };
        let spans = spans.iter().flat_map(|at| {
            let span = Span::from((at.span[0], at.span[1]));
            passage.spans(span).into_iter().next().map(|_| passage.stretch_of(span))
        });
        spans
            .filter_map(|span| snapshot.location(passage.file(), span))
            .map(|(uri, range)| Location { uri, range })
            .collect()
    };
    let mut places = of(Side::Target, &finding.target);
    places.extend(of(Side::Source, &finding.source));
    // Where something is missing in a translation that stands in this file, the translation is the place.
    let target = passage(snapshot, finding.unit, Side::Target).filter(|passage| passage.file() == snapshot.file);
    if let Some(target) = target
        && (finding.target.is_empty() || places.is_empty())
        && (snapshot.other.is_some() || places.is_empty())
        && let Some((uri, range)) = snapshot.location(target.file(), target.file_span())
    {
        places.insert(0, Location { uri, range });
    }
    // What is elsewhere cannot be shown here.
    places.sort_by_key(|place| place.uri != snapshot.uri);
    places
}

fn diagnostic(snapshot: &Snapshot, finding: &FindingAnswer) -> Option<Diagnostic> {
    let mut places = places(snapshot, finding).into_iter();
    let first = places.next().filter(|place| place.uri == snapshot.uri)?;
    let what = |place: &Location| if place.uri == snapshot.uri { "the same pair" } else { "the other text" };
    let mut related: Vec<DiagnosticRelatedInformation> =
        places.map(|location| DiagnosticRelatedInformation { message: what(&location).to_owned(), location }).collect();
    for place in &finding.related {
        let span = Span::from((place.span[0], place.span[1]));
        let at = passage(snapshot, place.unit, place.side).and_then(|passage| snapshot.range_of(passage, span));
        if let Some((uri, range)) = at {
            let (location, message) = (Location { uri, range }, place.message.clone());
            related.push(DiagnosticRelatedInformation { location, message });
        }
    }
    Some(Diagnostic {
        range: first.range,
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Information => DiagnosticSeverity::INFORMATION,
            Severity::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(finding.rule.as_str().to_owned())),
        source: Some("taiyaku".to_owned()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        tags: (finding.rule == Rule::TermForbidden).then(|| vec![DiagnosticTag::DEPRECATED]),
        data: Some(json!({"key": finding.key, "unit": finding.unit, "concept_id": finding.concept_id})),
        ..Diagnostic::default()
    })
}
