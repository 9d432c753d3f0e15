//! `concordance TEXT..`: searches both sides of the memory for a text and marks where it occurs.

use std::time::Duration;

use clap::Args;

use super::exit::Exit;
use super::languages::language;
use super::paint::Paint;
use super::table::{self, plain};
use super::texts::{for_each, texts};
use super::{Context, json_line, memory};
use crate::answer::ConcordanceAnswer;
use crate::app::concordance::{Concordance, ConcordanceQuery, Occurrence};
use crate::app::{AppError, Service};
use crate::model::{Lang, SegmentId};

/// Time limit of a search. Generous, because no other request waits for this one.
const BUDGET: Duration = Duration::from_secs(60);

/// The arguments of `concordance`.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Texts to search for, in quotation marks if they contain spaces; `-` reads them from standard input, one per line.
    /// With several, each answer is headed by its text; `--json` prints one document per text, in the same order
    #[arg(required = true, value_name = "TEXT")]
    texts: Vec<String>,
    /// Only texts of this language, such as ja or en, whether source or target
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    lang: Option<Lang>,
    /// Search for all the words, in any order, instead of the text as a whole
    #[arg(long)]
    words: bool,
    /// Most segments for each text, up to 200
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,
    /// Continue after this segment, the last one of the page before
    #[arg(long, value_name = "SEGMENT")]
    after: Option<SegmentId>,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Arguments) -> Result<Exit, AppError> {
    let texts = texts(&command.texts)?;
    memory::prepare(context, service).await?;
    for_each(context, &texts, String::clone, async |text| search(context, service, command, text).await).await
}

/// Prints the segments with one text and returns whether there were any.
async fn search(context: &Context, service: &Service, command: &Arguments, text: &str) -> Result<bool, AppError> {
    let query = ConcordanceQuery {
        text: text.to_owned(),
        lang: command.lang.clone(),
        projects: context.projects(),
        words: command.words,
        before: command.after,
        limit: command.limit,
        budget: BUDGET,
    };
    let found = service.concordance(&query).await?;
    let any = !found.occurrences.is_empty();
    if context.json {
        json_line(&ConcordanceAnswer::from(found))?;
    } else {
        table::lines(&lines(&found, &query, Paint::stdout()))?;
    }
    Ok(any)
}

fn lines(found: &Concordance, query: &ConcordanceQuery, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    if found.occurrences.is_empty() {
        let (text, project) = (plain(&query.text), query.projects.join(", "));
        lines.push(format!("No segments with `{text}` in project `{project}`."));
    }
    for occurrence in &found.occurrences {
        let pair = &occurrence.segment.segment;
        lines.push(table::marked(&pair.source, &occurrence.source_spans, |hit| paint.hit(hit)));
        lines.push(table::marked(&pair.target, &occurrence.target_spans, |hit| paint.hit(hit)));
        lines.push(paint.faint(&format!("    {}", provenance(occurrence))));
    }
    if !found.complete {
        lines.push("! The search ran out of time; there may be more segments.".to_owned());
    } else if let Some(last) = found.next_before {
        lines.push(format!("More segments: add `--after {last}`"));
    }
    lines
}

/// The number of a segment, its origin, its date and its review.
fn provenance(occurrence: &Occurrence) -> String {
    let stored = &occurrence.segment;
    let (source, target) = (&stored.segment.source_lang, &stored.segment.target_lang);
    let mut parts = vec![format!("segment {} {source}>{target}", stored.id), plain(&stored.provenance.origin)];
    parts.extend(stored.release_id.map(|release| format!("release {release}")));
    parts.extend(stored.provenance.document.as_deref().map(plain));
    parts.extend(stored.provenance.created_at.as_deref().map(|at| at.chars().take(10).collect()));
    parts.push(format!("{} {:.2}", stored.review.as_str(), stored.segment.confidence));
    parts.join(", ")
}
