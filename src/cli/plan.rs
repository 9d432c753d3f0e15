//! `import --plan`: prints what an import would do, and changes nothing.

use std::io::Write;

use super::exit::Exit;
use super::files::DocumentList;
use super::progress::progress_bar;
use super::{Context, files, json_line, table};
use crate::answer::words::{MergeRuleWord, PlannedOutcomeWord, RowChangeWord, Word};
use crate::answer::{ImportAnswer, PlannedRow};
use crate::app::import::{
    ImportEvent, ImportOptions, ImportReport, ImportStatus, Outcome, OutcomeCounts, RowOutcome, RowProblem,
};
use crate::app::ingest::Submission;
use crate::app::{AppError, Service, clock};

/// How many rows of each outcome are printed; `--json` prints all.
const SHOWN: usize = 5;

/// The outcomes, those a person should look at first.
const OUTCOMES: [Outcome; 6] =
    [Outcome::InConflict, Outcome::Refused, Outcome::Changed, Outcome::Merged, Outcome::Added, Outcome::Unchanged];

/// Imports the files into a draft, one after the other, as an import would.
pub(super) async fn run(
    context: &Context,
    service: &Service,
    options: &ImportOptions,
    list: DocumentList,
) -> Result<Exit, AppError> {
    let project = context.project()?;
    if !context.quiet && service.project_id(project).await.is_err_and(|error| error.code() == "not_found") {
        let _ = writeln!(
            std::io::stderr().lock(),
            "There is no project `{}` in `{}` yet: this is the plan for a new one.",
            table::plain(project),
            context.config.database.display()
        );
    }
    let draft = service.draft().await?;
    // A project that an import makes has the starter terms, which rows may join.
    draft.prepare_project(project, &context.starter_fields(), &clock::now()).await?;
    let (mut reports, mut shown) = (Vec::new(), Vec::new());
    for Submission { name, input, .. } in list.documents {
        let bar = progress_bar(context, &name);
        let (mut rows, mut doubts, mut failed) = (Vec::new(), Vec::new(), None);
        let observe = |event: ImportEvent<'_>| match event {
            ImportEvent::Progress(progress) => {
                bar.set_length(progress.size);
                bar.set_position(progress.bytes);
                bar.set_prefix(progress.read.to_string());
            }
            ImportEvent::Row(row) if context.json => {
                let printed = json_line(&PlannedRow { file: name.clone(), row: row.into() });
                failed = failed.take().or(printed.err());
            }
            ImportEvent::Row(row) => note(&mut rows, row),
            ImportEvent::Problem(problem) if problem.fault.is_doubt() => {
                if doubts.len() < SHOWN {
                    doubts.push(doubt(&name, problem));
                }
            }
            ImportEvent::Begun(_) | ImportEvent::Problem(_) => {}
        };
        let report = draft.import(&name, input, options, &clock::now(), observe).await?;
        bar.finish_and_clear();
        if let Some(error) = failed {
            return Err(error);
        }
        let report = ImportReport { import: None, ..report };
        if context.json {
            json_line(&ImportAnswer::from(&report))?;
        }
        shown.extend(doubts);
        shown.extend(printed(&name, &rows, &report));
        reports.push(report);
    }
    draft.store().close().await;
    if !context.json {
        print(context, &reports, &shown)?;
    }
    let is_unreadable = files::report_skipped(context, &list.skipped)?;
    let refuses = |report: &ImportReport| {
        report.error.is_some() || report.problem_count > report.doubt_count || report.status == ImportStatus::Failed
    };
    Ok(if reports.iter().any(refuses) || is_unreadable { Exit::SomeFailed } else { Exit::Ok })
}

/// Keeps the first rows of each outcome.
fn note(rows: &mut Vec<RowOutcome>, row: &RowOutcome) {
    if rows.iter().filter(|other| other.outcome == row.outcome).count() < SHOWN {
        rows.push(row.clone());
    }
}

/// What a person should look at in a row that can be used.
fn doubt(name: &str, problem: &RowProblem) -> String {
    let column = problem.column().map(|column| format!(":{column}")).unwrap_or_default();
    let (name, message) = (table::plain(name), table::plain(&problem.fault.to_string()));
    format!("{name}:{}{column}: {}: {message}", problem.line, problem.code())
}

/// The rows in lines, those to look at first, and how many are not listed.
fn printed(name: &str, rows: &[RowOutcome], report: &ImportReport) -> Vec<String> {
    let mut lines = Vec::new();
    for outcome in OUTCOMES {
        let before = lines.len();
        lines.extend(rows.iter().filter(|row| row.outcome == outcome).map(|row| line(name, row)));
        let listed = u64::try_from(lines.len() - before).unwrap_or(u64::MAX);
        let more = count_of(outcome, &report.outcomes).saturating_sub(listed);
        if more > 0 {
            let (rows, word) = (table::counted(more, "row"), PlannedOutcomeWord::from(outcome).as_str());
            lines.push(format!("{}: {rows} more: {word}. `--json` lists all.", table::plain(name)));
        }
    }
    lines
}

fn count_of(outcome: Outcome, counts: &OutcomeCounts) -> u64 {
    match outcome {
        Outcome::Added => counts.added,
        Outcome::Changed => counts.changed,
        Outcome::Merged => counts.merged,
        Outcome::InConflict => counts.in_conflict,
        Outcome::Refused => counts.refused,
        Outcome::Unchanged => counts.unchanged,
    }
}

fn line(name: &str, row: &RowOutcome) -> String {
    let outcome = PlannedOutcomeWord::from(row.outcome).as_str();
    let column = row.column.map(|column| format!(":{column}")).unwrap_or_default();
    let mut line = format!("{}:{}{column}: {outcome}", table::plain(name), row.line);
    if !row.text.is_empty() {
        line.push_str(&format!(": {}", table::plain(&row.text)));
    }
    let mut reasons = Vec::new();
    if let Some(rule) = row.rule {
        let with = match (row.concept, row.with_line) {
            (Some(concept), _) => format!(" with concept {concept}"),
            (None, Some(line)) => format!(" with line {line}"),
            (None, None) => String::new(),
        };
        reasons.push(format!("{}{with}", MergeRuleWord::from(rule).as_str()));
    }
    if !row.changes.is_empty() {
        let changes: Vec<&str> = row.changes.iter().map(|change| RowChangeWord::from(*change).as_str()).collect();
        reasons.push(format!("changes {}", changes.join(", ")));
    }
    if !reasons.is_empty() {
        line.push_str(&format!(" ({})", reasons.join("; ")));
    }
    for said in &row.disagreements {
        line.push_str(&format!(" {}", table::plain(said)));
    }
    if let (Some(code), Some(message)) = (row.code, &row.message) {
        line.push_str(&format!(" {code}: {}", table::plain(message)));
    }
    line
}

fn print(context: &Context, reports: &[ImportReport], shown: &[String]) -> Result<(), AppError> {
    let heads = ["file", "format", "rows", "added", "changed", "merged", "in conflict", "refused", "unchanged"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    rows.extend(reports.iter().map(|report| {
        let format = report.format.map_or("-", crate::app::import::FileFormat::name).to_owned();
        let OutcomeCounts { added, changed, merged, in_conflict, refused, unchanged } = report.outcomes;
        let numbers = [report.read, added, changed, merged, in_conflict, refused, unchanged];
        let mut row = vec![table::plain(&report.name), format];
        row.extend(numbers.map(|number| number.to_string()));
        row
    }));
    table::lines(&table::aligned(&rows, &[2, 3, 4, 5, 6, 7, 8], &[1]))?;
    table::lines(shown)?;
    let mut err = std::io::stderr().lock();
    for report in reports {
        let name = table::plain(&report.name);
        if let Some(at) = report.imported_at.as_ref().filter(|_| !context.quiet) {
            let _ =
                writeln!(err, "{name}: already imported at {at}, nothing to do. Use `--again` to read it once more.");
        }
        if let Some(error) = &report.error {
            let _ = writeln!(err, "{name}: error {}: {}", error.code, table::plain(&error.message));
        }
    }
    if !context.quiet {
        let _ = writeln!(err, "Nothing was changed. Import without `--plan` to do this; `imports undo` takes it back.");
    }
    Ok(())
}
