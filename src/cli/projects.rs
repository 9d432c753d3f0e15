//! `projects`: lists projects and what they hold.

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::ProjectSummaryAnswer;
use crate::app::{AppError, Service};

pub(super) async fn run(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let heads = ["project", "releases", "entries", "concepts", "in both languages", "terms", "conflicts"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for project in service.projects().await? {
        let counts = service.counts(Some(&project.name)).await?;
        if context.json {
            json_line(&ProjectSummaryAnswer { project: project.into(), counts: counts.into() })?;
            continue;
        }
        let numbers = [
            counts.releases,
            counts.entries,
            counts.concepts,
            counts.bilingual_concepts,
            counts.terms,
            counts.conflicts,
        ];
        let mut row = vec![table::plain(&project.name)];
        row.extend(numbers.map(|number| number.to_string()));
        rows.push(row);
    }
    if !context.json {
        table::lines(&table::aligned(&rows, &[1, 2, 3, 4, 5, 6]))?;
    }
    Ok(Exit::Ok)
}
