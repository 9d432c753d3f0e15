//! `worklist LIST`: the name of a list in; terms that wait for somebody out, the most pressing first.

use super::arguments::Worklist;
use super::exit::Exit;
use super::{Context, json_line, table};
use crate::app::worklist::{WorkItem, WorkList};
use crate::app::{AppError, Service};

pub(super) async fn run(context: &Context, service: &Service, command: &Worklist) -> Result<Exit, AppError> {
    let list = WorkList::from_name(&command.list, command.release, command.since)?;
    let items = service.worklist(&context.config.project, list, command.skip, command.limit).await?;
    let exit = if items.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json {
        for item in &items {
            json_line(item)?;
        }
        return Ok(exit);
    }
    let heads = ["count", "term", "renderings", "concepts", "conflicts", "where"].map(str::to_owned);
    let mut rows = vec![heads.to_vec()];
    rows.extend(items.iter().map(row));
    if command.csv {
        let mut out = csv::Writer::from_writer(std::io::stdout().lock());
        let failed = |error: csv::Error| AppError::Output(std::io::Error::other(error));
        for row in &rows {
            let cells = row.iter().map(|cell| crate::app::transfer::guard(cell).into_owned());
            out.write_record(cells.collect::<Vec<_>>()).map_err(failed)?;
        }
        out.flush().map_err(AppError::Output)?;
        return Ok(exit);
    }
    table::lines(&table::aligned(&rows, &[0]))?;
    Ok(exit)
}

fn row(item: &WorkItem) -> Vec<String> {
    let renderings: Vec<String> = item
        .renderings
        .iter()
        .map(|one| format!("{} ({}, {} releases)", table::plain(&one.text), one.review.as_str(), one.releases))
        .collect();
    let concepts: Vec<String> = item.concepts.iter().map(ToString::to_string).collect();
    let place = item.occurrences.first().map(|place| {
        format!("{} {}: {}", place.release_id, table::plain(&place.release), table::plain(&place.snippet))
    });
    let none = || "none yet".to_owned();
    vec![
        item.count.to_string(),
        table::plain(&item.term),
        if renderings.is_empty() { none() } else { renderings.join("; ") },
        concepts.join(" "),
        item.conflicts.len().to_string(),
        place.unwrap_or_default(),
    ]
}
