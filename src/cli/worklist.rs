//! `worklist LIST`: lists terms that need attention, the most urgent first.

use clap::Args;

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::WorkAnswer;
use crate::app::review::Reference;
use crate::app::worklist::{WorkItem, WorkList, WorkListKind};
use crate::app::{AppError, Service};
use crate::model::Revision;

/// The arguments of `worklist`.
#[derive(Debug, Args)]
pub(super) struct Worklist {
    /// release (with --release), changed (with --since), without-english, several-english or several-japanese
    #[arg(value_name = "LIST", value_parser = WorkListKind::ALL.map(WorkListKind::as_str))]
    list: String,
    /// The release, given by its file name or number
    #[arg(long, value_name = "RELEASE")]
    release: Option<Reference>,
    /// Only terms whose English changed after this revision
    #[arg(long, value_name = "REVISION")]
    since: Option<Revision>,
    /// Most terms
    #[arg(long, value_name = "NUMBER", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=200))]
    limit: u32,
    /// Continue after this many terms
    #[arg(long, value_name = "NUMBER", alias = "skip", default_value_t = 0)]
    after: u32,
    /// Print comma-separated values
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Worklist) -> Result<Exit, AppError> {
    let project = context.project()?;
    let release = match &command.release {
        Some(release) => Some(service.referenced_release(project, release).await?),
        None => None,
    };
    let list = WorkList::new(WorkListKind::from_name(&command.list)?, release, command.since)?;
    let items = service.worklist(project, list, command.after, command.limit).await?;
    let exit = if items.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json {
        for item in items {
            json_line(&WorkAnswer::from(item))?;
        }
        return Ok(exit);
    }
    let heads = ["count", "term", "renderings", "concepts", "conflicts", "first occurrence"].map(str::to_owned);
    let mut rows = vec![heads.to_vec()];
    rows.extend(items.iter().map(row));
    if command.csv {
        let mut out = csv::Writer::from_writer(std::io::stdout().lock());
        let failed = |error: csv::Error| AppError::Output(std::io::Error::other(error));
        for row in &rows {
            let cells = row.iter().map(|cell| crate::app::export::guard(cell).into_owned());
            out.write_record(cells.collect::<Vec<_>>()).map_err(failed)?;
        }
        out.flush().map_err(AppError::Output)?;
        return Ok(exit);
    }
    if items.is_empty() {
        table::lines(&[format!("No terms on the list `{}`.", command.list)])?;
    } else {
        // What is long stands below, where it can be read as a whole.
        let short = |row: &Vec<String>| [0, 1, 3, 4].iter().filter_map(|at| row.get(*at).cloned()).collect();
        let narrow: Vec<Vec<String>> = rows.iter().map(short).collect();
        let mut aligned = table::aligned(&narrow, &[0, 3], &[]).into_iter();
        let mut lines: Vec<String> = aligned.next().into_iter().collect();
        for (line, row) in aligned.zip(rows.iter().skip(1)) {
            lines.push(line);
            let details = [2, 5].into_iter().filter_map(|at| row.get(at)).filter(|cell| !cell.is_empty());
            lines.extend(details.flat_map(|cell| table::wrapped(&format!("{INDENT}{cell}"), INDENT)));
        }
        table::lines(&lines)?;
    }
    Ok(exit)
}

/// What the lines below a term are indented by: the width of its count.
const INDENT: &str = "       ";

fn row(item: &WorkItem) -> Vec<String> {
    let renderings: Vec<String> = item
        .renderings
        .iter()
        .map(|one| {
            format!(
                "{} ({}, {})",
                table::plain(&one.text),
                one.review.as_str(),
                table::counted(one.releases, "release")
            )
        })
        .collect();
    let concepts: Vec<String> = item.concepts.iter().map(ToString::to_string).collect();
    let occurrence = item.occurrences.first().map(|first| {
        format!("{} {}: {}", first.release_id, table::plain(&first.release), table::plain(&first.snippet))
    });
    let none = || "none yet".to_owned();
    vec![
        item.count.to_string(),
        table::plain(&item.term),
        if renderings.is_empty() { none() } else { renderings.join("; ") },
        concepts.join(" "),
        item.conflicts.len().to_string(),
        occurrence.unwrap_or_default(),
    ]
}
