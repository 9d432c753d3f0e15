//! `ingest PATH|URL..`: reads releases into the term base; prints a table of what they hold, then doubts and errors.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::exit::Exit;
use super::files::DocumentList;
use super::web::{self, WebOptions};
use super::{Context, files, json_line, table};
use crate::answer::{DocumentAnswer, PairAnswer};
use crate::app::folder::FileKind;
use crate::app::ingest::{Input, Outcome, Status, Submission};
use crate::app::pair::ReleasePairing;
use crate::app::{AppError, Service, clock};

/// The arguments of `ingest`.
#[derive(Debug, Args)]
#[command(after_help = web::HELP)]
pub(super) struct Ingest {
    /// Files, folders to search for PDF, HTML, DOCX and text, and web addresses; `-` reads one document from standard input
    #[arg(required = true, value_name = "PATH|URL")]
    paths: Vec<PathBuf>,
    /// Name of the document from standard input
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    name: String,
    /// The two files are one release in Japanese and in English: align their sentences
    #[arg(long)]
    pair: bool,
    /// How many documents to read at the same time [default: one per processor]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    #[command(flatten)]
    web: WebOptions,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Ingest) -> Result<Exit, AppError> {
    let bar = progress_bar(context);
    let fetcher = command.web.fetcher(context, &bar);
    let list = files::documents(&command.paths, FileKind::Releases, &command.name, Some(&fetcher))?;
    let documents = &list.documents;
    if documents.is_empty() {
        files::report_skipped(context, &list.skipped)?;
        let paths = command.paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join("`, `");
        return Err(AppError::NothingToRead { what: "document", places: paths, kinds: "PDF, HTML, DOCX, text" });
    }
    context.note_dictionary(service.dictionary_problem().filter(|_| !context.json));
    if documents.iter().any(|document| matches!(document.input, Input::Web(_))) {
        web::note_proxy(context);
    }
    if command.pair && documents.len() != 2 {
        let problem = format!("it needs two files, one in each language, not {}", documents.len());
        return Err(AppError::InvalidRequest { field: "pair", problem });
    }
    let exists = |document: &Submission| !matches!(&document.input, Input::File(path) if !path.exists());
    if documents.iter().any(exists) {
        context.with_project(service, async || ingest(context, service, command, list, &bar).await).await
    } else {
        ingest(context, service, command, list, &bar).await
    }
}

async fn ingest(
    context: &Context,
    service: &Service,
    command: &Ingest,
    DocumentList { documents, skipped }: DocumentList,
    bar: &ProgressBar,
) -> Result<Exit, AppError> {
    let jobs = command.jobs.map_or_else(processors, usize::from);
    bar.set_length(u64::try_from(documents.len()).unwrap_or_default());
    let mut failed_output = None;
    let outcomes = service
        .ingest_many(&context.config.project, documents, jobs, &clock::now(), |outcome| {
            bar.set_message(table::plain(&outcome.name));
            bar.inc(1);
            // Printed at once: a line means that the release is in the database, whatever happens next.
            // Of two that may be no pair, nothing is said before that is known.
            if context.json
                && !command.pair
                && let Err(error) = json_line(&DocumentAnswer::from(outcome))
            {
                failed_output.get_or_insert(error);
            }
        })
        .await?;
    bar.finish_and_clear();
    if let Some(error) = failed_output {
        return Err(error);
    }
    let paired = match outcomes.as_slice() {
        [one, other] if command.pair => service.pair_ingested((one, other), &clock::now()).await?.into_iter().collect(),
        _ => service.pair_namesakes(&outcomes, &clock::now()).await?,
    };
    if context.json {
        let documents = outcomes.iter().filter(|_| command.pair);
        documents.map(DocumentAnswer::from).try_for_each(|document| json_line(&document))?;
        paired.iter().try_for_each(|pair| json_line(&PairAnswer::from(pair)))?;
    } else {
        print_outcomes(context, &outcomes)?;
        print_pairs(context, &paired);
    }
    let is_unreadable = files::report_skipped(context, &skipped)?;
    let failed = outcomes.iter().any(|outcome| outcome.status == Status::Failed);
    Ok(if failed || is_unreadable { Exit::SomeFailed } else { Exit::Ok })
}

pub(super) fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// A progress bar, hidden unless standard error is a terminal.
fn progress_bar(context: &Context) -> ProgressBar {
    if context.quiet || context.json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{pos}/{len} {wide_bar} {eta} {msg:.30}") {
        bar.set_style(style);
    }
    bar
}

fn print_outcomes(context: &Context, outcomes: &[Outcome]) -> Result<(), AppError> {
    let heads = ["release", "status", "read by", "entries", "links", "English", "doubts"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    rows.extend(outcomes.iter().map(row));
    if outcomes.len() > 1 {
        rows.push(total(outcomes));
    }
    table::lines(&table::aligned(&rows, &[3, 4, 5, 6], &[1, 2]))?;
    let mut err = std::io::stderr().lock();
    for outcome in outcomes {
        print_problems(context, outcome, &mut err);
    }
    Ok(())
}

/// Prints why a document failed, and its doubts.
pub(super) fn print_problems(context: &Context, outcome: &Outcome, err: &mut impl Write) {
    let name = table::plain(&outcome.name);
    if let Some(error) = &outcome.error {
        let _ = writeln!(err, "{name}: error {}: {}", error.code, table::plain(&error.message));
    }
    if let (false, Some(other), Some(id)) = (context.quiet, &outcome.stored_as, outcome.release_id) {
        let _ = writeln!(err, "{name}: the same bytes are stored already, as release {id}, `{}`.", table::plain(other));
    }
    // The doubts of an unchanged release were printed when it was added.
    if context.quiet || outcome.status == Status::Unchanged {
        return;
    }
    for doubt in &outcome.doubts {
        let (start, end) = (doubt.span.start, doubt.span.end);
        let _ = writeln!(err, "{name}: doubt {}: {} [{start}..{end}]", doubt.code, table::plain(&doubt.message));
    }
}

/// Prints which releases are the Japanese and the English version of one.
pub(super) fn print_pairs(context: &Context, paired: &[ReleasePairing]) {
    let mut err = std::io::stderr().lock();
    for pair in paired.iter().filter(|_| !context.quiet) {
        let (ja, en) = (table::plain(&pair.ja), table::plain(&pair.en));
        let _ = if pair.same {
            let entries = table::counted(pair.entries, "glossary entry");
            let segments = table::counted(pair.aligned, "segment");
            let new = if pair.segments < pair.aligned { format!(" ({} new)", pair.segments) } else { String::new() };
            writeln!(err, "{ja} = {en}: {segments}{new}, {entries}")
        } else {
            let parting = table::plain(pair.parting.as_deref().unwrap_or_default());
            writeln!(err, "{ja} and {en} are not translations of each other, no segments: {parting}")
        };
    }
}

/// What happened to a document, in a word.
pub(super) fn status(outcome: &Outcome) -> &'static str {
    match outcome.status {
        Status::Added => "added",
        Status::Updated => "updated",
        Status::Unchanged => "unchanged",
        Status::Failed => "failed",
    }
}

fn row(outcome: &Outcome) -> Vec<String> {
    let reader = match (outcome.media, &outcome.engine) {
        // The version of an engine is in the JSON.
        (Some(_), Some(engine)) => engine.split(' ').next().unwrap_or_default().to_owned(),
        (Some(media), _) => media.as_str().to_owned(),
        _ => "-".to_owned(),
    };
    let numbers = [outcome.entries, outcome.links, outcome.with_english, outcome.doubts.len()];
    let mut row = vec![table::plain(&outcome.name), status(outcome).to_owned(), reader];
    row.extend(numbers.map(|number| number.to_string()));
    row
}

fn total(outcomes: &[Outcome]) -> Vec<String> {
    let sum = |number: fn(&Outcome) -> usize| outcomes.iter().map(number).sum::<usize>().to_string();
    vec![
        table::counted(outcomes.len(), "release"),
        String::new(),
        String::new(),
        sum(|outcome| outcome.entries),
        sum(|outcome| outcome.links),
        sum(|outcome| outcome.with_english),
        sum(|outcome| outcome.doubts.len()),
    ]
}
