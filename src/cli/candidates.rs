//! `candidates`: lists what a release says beside its glossary that is likely to be a term.

use clap::Args;

use super::exit::Exit;
use super::table::{self, plain, shortened};
use super::{Context, json_line};
use crate::answer::CandidateAnswer;
use crate::app::candidates::TermCandidate;
use crate::app::review::Reference;
use crate::app::{AppError, Service};

/// The longest context printed, in characters.
const LONGEST: usize = 36;

/// The arguments of `candidates`.
#[derive(Debug, Args)]
#[command(after_help = "Add one with `taiyaku terms add 'JAPANESE = ENGLISH'`.")]
pub(super) struct Candidates {
    /// The release, given by its file name or number
    #[arg(value_name = "RELEASE")]
    release: Reference,
    /// Most candidates
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Candidates) -> Result<Exit, AppError> {
    let id = service.referenced_release(context.project()?, &command.release).await?;
    let found = service.term_candidates(id, command.limit).await?;
    let exit = if found.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json {
        for candidate in found {
            json_line(&CandidateAnswer::from(candidate))?;
        }
        return Ok(exit);
    }
    if found.is_empty() {
        table::lines(&["No candidates for terms beside the glossary.".to_owned()])?;
        return Ok(exit);
    }
    let mut rows = vec![["score", "candidate", "seen", "English", "used in"].map(str::to_owned).to_vec()];
    rows.extend(found.iter().map(row));
    let mut aligned = table::aligned(&rows, &[0, 2], &[]).into_iter();
    let mut lines: Vec<String> = aligned.next().into_iter().collect();
    for (line, candidate) in aligned.zip(&found) {
        lines.push(line);
        let place = candidate.contexts.first().map(|context| around(&context.text, &candidate.candidate.text));
        lines.extend(place.map(|text| format!("       {}", plain(&text))));
    }
    table::lines(&lines)?;
    Ok(exit)
}

fn row(found: &TermCandidate) -> Vec<String> {
    let used = found.candidate.signs.iter().filter(|sign| sign.name != "c_value");
    vec![
        format!("{:.2}", found.candidate.score),
        plain(&found.candidate.text),
        found.candidate.occurrences.to_string(),
        found.english.as_ref().map_or_else(|| "no English yet".to_owned(), |english| plain(&english.text)),
        used.map(|sign| sign.name.as_str()).collect::<Vec<_>>().join(", "),
    ]
}

/// The words around a term in a passage.
fn around(passage: &str, term: &str) -> String {
    let Some(at) = passage.find(term) else { return shortened(passage, LONGEST) };
    let before: String = passage[..at].chars().rev().take(8).collect::<Vec<char>>().into_iter().rev().collect();
    let cut = if before.len() < at { "…" } else { "" };
    format!("{cut}{before}{}", shortened(&passage[at..], LONGEST - 8))
}
