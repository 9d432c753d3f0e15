//! `coverage`: nothing in; a table of the heads of all glossary entries with their English and who says so, and how many of each,
//! out.

use super::arguments::Coverage;
use super::exit::Exit;
use super::table::{self, plain};
use super::{Context, json_line};
use crate::app::coverage::{CoveredBy, CoveredHead};
use crate::app::{AppError, Service};

/// The most characters of a proof that are shown.
const SHOWN: usize = 60;

pub(super) async fn run(context: &Context, service: &Service, command: &Coverage) -> Result<Exit, AppError> {
    let heads = service.coverage(&context.config.project, command.release).await?;
    if context.json {
        for head in &heads {
            json_line(head)?;
        }
        return Ok(if heads.is_empty() { Exit::NothingFound } else { Exit::Ok });
    }
    if heads.is_empty() {
        table::lines(&["No release has a glossary entry.".to_owned()])?;
        return Ok(Exit::NothingFound);
    }
    let mut rows = vec![["release", "head", "English", "", "by", "how", "proof"].map(str::to_owned).to_vec()];
    rows.extend(heads.iter().map(row));
    let mut lines = table::aligned(&rows, &[3]);
    lines.push(String::new());
    let counted = CoveredBy::ALL
        .map(|by| vec![by.words().to_owned(), heads.iter().filter(|head| head.by == by).count().to_string()]);
    lines.extend(table::aligned(&counted, &[1]));
    table::lines(&lines)?;
    Ok(Exit::Ok)
}

fn row(head: &CoveredHead) -> Vec<String> {
    let proof = head.proof.as_deref().map(plain).unwrap_or_default();
    let short: String = proof.chars().take(SHOWN).collect();
    let more = if short.len() < proof.len() { "…" } else { "" };
    vec![
        head.release_id.to_string(),
        plain(&head.term),
        head.english.as_deref().map_or_else(|| "no English yet".to_owned(), plain),
        head.confidence.map(|confidence| format!("{confidence:.2}")).unwrap_or_default(),
        head.by.words().to_owned(),
        head.methods.join(", "),
        format!("{short}{more}"),
    ]
}
