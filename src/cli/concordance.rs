//! `concordance TEXT`: a text in; the segments of the memory that hold it, with the places marked, out.

use std::time::Duration;

use serde_json::{Value, json};

use super::arguments::Concordance as Command;
use super::exit::Exit;
use super::paint::Paint;
use super::table::{self, plain};
use super::{Context, json_line, memory};
use crate::app::concordance::{Concordance, ConcordanceQuery, Occurrence};
use crate::app::{AppError, Service};
use crate::model::{Lang, Span};

/// How long looking may take: nobody is waiting behind.
const BUDGET: Duration = Duration::from_secs(60);

pub(super) async fn run(context: &Context, service: &Service, command: &Command) -> Result<Exit, AppError> {
    let lang = match &command.lang {
        Some(tag) => Some(Lang::parse(tag).map_err(|error| AppError::InvalidRequest {
            field: "lang",
            problem: error.to_string().trim_end_matches('.').to_owned(),
        })?),
        None => None,
    };
    let query = ConcordanceQuery {
        text: command.text.join(" "),
        lang,
        projects: vec![context.config.project.clone()],
        words: command.words,
        before: None,
        limit: command.limit,
        budget: BUDGET,
    };
    memory::prepare(context, service).await?;
    let found = service.concordance(&query).await?;
    if context.json {
        json_line(&as_json(&found))?;
    } else {
        table::lines(&shown(&found, &query, Paint::stdout()))?;
    }
    Ok(if found.occurrences.is_empty() { Exit::NothingFound } else { Exit::Ok })
}

fn shown(found: &Concordance, query: &ConcordanceQuery, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    if found.occurrences.is_empty() {
        let (text, project) = (plain(&query.text), query.projects.join(", "));
        lines.push(format!("No segment with `{text}` in the project `{project}`."));
    }
    for occurrence in &found.occurrences {
        let pair = &occurrence.segment.segment;
        lines.push(table::marked(&pair.source, &occurrence.source_spans, |hit| paint.hit(hit)));
        lines.push(table::marked(&pair.target, &occurrence.target_spans, |hit| paint.hit(hit)));
        lines.push(paint.faint(&format!("    {}", provenance(occurrence))));
    }
    if !found.complete {
        lines.push("! Not everything was looked at; there may be more.".to_owned());
    } else if found.next_before.is_some() {
        lines.push(format!("There are more; `--limit` shows up to {}.", crate::app::concordance::MOST));
    }
    lines
}

/// Which segment it is, where it comes from, when it was made, and what is thought of it.
fn provenance(occurrence: &Occurrence) -> String {
    let stored = &occurrence.segment;
    let (source, target) = (&stored.segment.source_lang, &stored.segment.target_lang);
    let mut said = vec![format!("segment {} {source}>{target}", stored.id), plain(&stored.origin)];
    said.extend(stored.release_id.map(|release| format!("release {release}")));
    said.extend(stored.document.as_deref().map(plain));
    said.extend(stored.created_at.as_deref().map(|at| at.chars().take(10).collect()));
    said.push(format!("{} {:.2}", stored.review.as_str(), stored.segment.confidence));
    said.join(", ")
}

fn as_json(found: &Concordance) -> Value {
    let occurrences: Vec<Value> = found.occurrences.iter().map(occurrence_as_json).collect();
    json!({
        "occurrences": occurrences, "candidates": found.candidates, "complete": found.complete,
        "revision": found.revision, "next_before": found.next_before,
    })
}

fn occurrence_as_json(occurrence: &Occurrence) -> Value {
    let stored = &occurrence.segment;
    let pair = &stored.segment;
    let spans = |spans: &[Span]| spans.iter().map(|span| [span.start, span.end]).collect::<Vec<_>>();
    json!({
        "segment_id": stored.id, "project": occurrence.project,
        "source_lang": pair.source_lang, "target_lang": pair.target_lang, "source": pair.source, "target": pair.target,
        "source_spans": spans(&occurrence.source_spans), "target_spans": spans(&occurrence.target_spans),
        "release_id": stored.release_id, "origin": stored.origin, "field": stored.field, "document": stored.document,
        "created_at": stored.created_at, "author": stored.author, "review": stored.review,
        "confidence": pair.confidence,
    })
}
