//! Checks open documents in the background and sends the findings to the client as diagnostics.
//!
//! A check waits a moment for the next key press, is dropped if a newer one was requested, and checks only units that changed.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tower_lsp_server::ls_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, NumberOrString,
};

use super::base::{Base, CheckOptions};
use super::document::{CheckResult, OpenDocument, Snapshot};
use super::session::Session;
use crate::answer::FindingAnswer;
use crate::answer::words::{RuleWord, SeverityWord, Word};
use crate::app::check::CheckUnit;
use crate::app::draft::Passage;
use crate::model::{Side, Span};

/// How long a check waits for the next key press.
const PAUSE: Duration = Duration::from_millis(25);
/// The same with another server, which is sent the whole draft.
const REMOTE_PAUSE: Duration = Duration::from_millis(300);

/// Rules that apply to a text without its source.
const SINGLE_TEXT_RULES: &[RuleWord] = &[
    RuleWord::TermForbidden,
    RuleWord::Style,
    RuleWord::AbbreviationUnexpanded,
    RuleWord::RepeatedWords,
    RuleWord::Brackets,
];

/// Schedules a check of a document; at once if it was just opened.
pub(super) fn schedule(session: &Arc<Session>, open: Arc<OpenDocument>, at_once: bool) {
    let number = open.request_check();
    let session = Arc::clone(session);
    tokio::spawn(async move {
        let base = session.base.load_full();
        if !at_once {
            let remote = matches!(base.as_deref(), Some(Base::Remote(_)));
            tokio::time::sleep(if remote { REMOTE_PAUSE } else { PAUSE }).await;
        }
        check(&session, base, &open, number).await;
    });
}

async fn check(session: &Session, base: Option<Arc<Base>>, open: &OpenDocument, number: u64) {
    if !open.is_latest(number) {
        return;
    }
    // Checks of one document run one after the other; most are outdated when their turn comes.
    let mut draft = open.draft.lock().await;
    if !open.is_latest(number) {
        return;
    }
    let snapshot = open.now.load_full();
    // A single Japanese text is a source text and not a translation, so it is not checked.
    let is_checked = !snapshot.is_alone() || snapshot.langs.0.is_english();
    let findings = match base.filter(|_| is_checked) {
        Some(base) => {
            let (options, units) = check_request(&snapshot, session);
            match base.check(&mut draft, &options, units).await {
                Ok(findings) => findings,
                Err(error) => {
                    session.log_failure("the findings", &error).await;
                    // Earlier findings still apply where the texts are unchanged.
                    match open.checked.load_full() {
                        Some(before) => {
                            let same = |finding: &&FindingAnswer| before.is_unchanged(&snapshot, finding.unit);
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
    if !open.is_latest(number) {
        return;
    }
    let alone = snapshot.is_alone();
    let wanted = |finding: &FindingAnswer| !alone || SINGLE_TEXT_RULES.contains(&finding.rule);
    let findings: Vec<FindingAnswer> = findings.into_iter().filter(wanted).collect();
    let diagnostics = diagnostics(&snapshot, &findings);
    let (uri, version) = (snapshot.uri.clone(), snapshot.version);
    open.checked.store(Some(Arc::new(CheckResult { snapshot, findings })));
    session.client.publish_diagnostics(uri, diagnostics, Some(version)).await;
}

/// Stands for the source of a text that is checked alone: the checks skip a pair whose source is blank. It has no words,
/// numbers or terms to find, and only rules that look at one text are shown then.
const STAND_IN: &str = "—";

/// How to check a document, and its units.
fn check_request(snapshot: &Snapshot, session: &Session) -> (CheckOptions, Vec<CheckUnit>) {
    let settings = session.settings.load();
    // A single text is treated as a translation.
    let side = if snapshot.is_alone() { Side::Target } else { Side::Source };
    let options = CheckOptions { scope: snapshot.scope(side, &settings), rules: settings.rules.clone() };
    let alone = snapshot.is_alone();
    let units = snapshot
        .document
        .units
        .iter()
        .map(|unit| if alone { CheckUnit::new(STAND_IN, unit.source.text()) } else { CheckUnit::from(unit) });
    (options, units.collect())
}

/// The passage a finding is about.
pub(super) fn passage(snapshot: &Snapshot, unit: usize, side: Side) -> Option<&Passage> {
    let unit = snapshot.unit(unit)?;
    if snapshot.is_alone() { Some(&unit.source) } else { unit.passage(side) }
}

/// Findings and problems of the file itself, as diagnostics.
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

/// All locations of a finding, first the one at which to show it.
pub(super) fn locations(snapshot: &Snapshot, finding: &FindingAnswer) -> Vec<Location> {
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
    let mut locations = of(Side::Target, &finding.target);
    locations.extend(of(Side::Source, &finding.source));
    // If something is missing in a translation in this file, the translation is the location.
    let target = passage(snapshot, finding.unit, Side::Target).filter(|passage| passage.file() == snapshot.file);
    if let Some(target) = target
        && (finding.target.is_empty() || locations.is_empty())
        && (snapshot.other.is_some() || locations.is_empty())
        && let Some((uri, range)) = snapshot.location(target.file(), target.file_span())
    {
        locations.insert(0, Location { uri, range });
    }
    // Locations in other files cannot be shown here, so they come last.
    locations.sort_by_key(|location| location.uri != snapshot.uri);
    locations
}

fn diagnostic(snapshot: &Snapshot, finding: &FindingAnswer) -> Option<Diagnostic> {
    let mut locations = locations(snapshot, finding).into_iter();
    let first = locations.next().filter(|location| location.uri == snapshot.uri)?;
    let what = |location: &Location| if location.uri == snapshot.uri { "the same pair" } else { "the other text" };
    let mut related: Vec<DiagnosticRelatedInformation> = locations
        .map(|location| DiagnosticRelatedInformation { message: what(&location).to_owned(), location })
        .collect();
    for place in &finding.related {
        let span = Span::from((place.span[0], place.span[1]));
        let at = passage(snapshot, place.unit, place.side.into()).and_then(|passage| snapshot.range_of(passage, span));
        if let Some((uri, range)) = at {
            let (location, message) = (Location { uri, range }, place.message.clone());
            related.push(DiagnosticRelatedInformation { location, message });
        }
    }
    Some(Diagnostic {
        range: first.range,
        severity: Some(match finding.severity {
            SeverityWord::Error => DiagnosticSeverity::ERROR,
            SeverityWord::Warning => DiagnosticSeverity::WARNING,
            SeverityWord::Information => DiagnosticSeverity::INFORMATION,
            SeverityWord::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(finding.rule.as_str().to_owned())),
        source: Some("taiyaku".to_owned()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        tags: (finding.rule == RuleWord::TermForbidden).then(|| vec![DiagnosticTag::DEPRECATED]),
        data: Some(json!({"key": finding.key, "unit": finding.unit, "concept_id": finding.concept_id})),
        ..Diagnostic::default()
    })
}
