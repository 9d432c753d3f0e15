//! `releases correct`, `corrections` and `uncorrect`: what people say about how a release was read.

use clap::{Args, ValueEnum};

use crate::answer::{CorrectedRelease, CorrectionList, ReleaseAnswer};
use crate::app::corrections::CorrectionRequest;
use crate::app::review::Reference;
use crate::app::{AppError, Service, clock};
use crate::cli::exit::Exit;
use crate::cli::table::{self, fitted, plain};
use crate::cli::{Context, json_line};
use crate::model::{CorrectionId, CorrectionKind, EntryId, ReleaseCorrection};

/// The most columns of a passage in the list.
const PASSAGE_COLUMNS: usize = 40;

/// What a passage can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PassageKind {
    /// An entry, with head and definition
    Entry,
    /// The head of the entry
    Head,
    /// The definition of the entry
    Definition,
    /// The English of the entry's term
    English,
    /// The entry is none
    NotAnEntry,
}

/// The arguments of `releases correct`.
#[derive(Debug, Args)]
#[command(after_help = "The numbers of entries are in `releases show RELEASE --json`.")]
pub(super) struct Correct {
    /// The release
    #[arg(value_name = "RELEASE")]
    release: Reference,
    /// What the passage is
    #[arg(value_name = "KIND")]
    kind: PassageKind,
    /// The passage, as the release has it; it must be there exactly once
    #[arg(value_name = "TEXT", conflicts_with = "span")]
    text: Option<String>,
    /// The passage by its position in characters, as START:END
    #[arg(long, value_name = "START:END", value_parser = span)]
    span: Option<(usize, usize)>,
    /// Number of the entry it is about
    #[arg(long, value_name = "NUMBER")]
    entry: Option<EntryId>,
}

impl From<PassageKind> for CorrectionKind {
    fn from(kind: PassageKind) -> Self {
        match kind {
            PassageKind::Entry => Self::Entry,
            PassageKind::Head => Self::Head,
            PassageKind::Definition => Self::Definition,
            PassageKind::English => Self::English,
            PassageKind::NotAnEntry => Self::NotAnEntry,
        }
    }
}

fn span(text: &str) -> Result<(usize, usize), String> {
    let ends = text.split_once(':').and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    ends.filter(|(start, end)| start < end).ok_or_else(|| "give START:END, such as 120:128".to_owned())
}

pub(super) async fn run(context: &Context, service: &Service, command: &Correct) -> Result<Exit, AppError> {
    let id = service.referenced_release(context.project()?, &command.release).await?;
    let span_chars = match (&command.text, command.span) {
        (Some(text), _) => Some(service.span_of_quote(id, text).await?),
        (None, span) => span,
    };
    let request = CorrectionRequest { kind: command.kind.into(), entry: command.entry, span_chars };
    let (made, release) = service.correct(id, &request, &context.config.actor, &clock::now()).await?;
    if context.json {
        json_line(&CorrectedRelease { correction: made.into(), release: ReleaseAnswer::new(release, false) })?;
    } else if !context.quiet {
        let undo = context.command(&format!("releases uncorrect {id} {}", made.id));
        table::lines(&[format!("Correction {}: {}. Undo it with `{undo}`.", made.id, said(&made))])?;
    }
    Ok(Exit::Ok)
}

pub(super) async fn list(context: &Context, service: &Service, release: &Reference) -> Result<Exit, AppError> {
    let id = service.referenced_release(context.project()?, release).await?;
    let corrections = service.corrections(id).await?;
    if context.json {
        json_line(&CorrectionList::from(corrections))?;
        return Ok(Exit::Ok);
    }
    if corrections.is_empty() {
        table::lines(&[format!("No corrections of release {id}.")])?;
        return Ok(Exit::Ok);
    }
    let mut rows = vec![["number", "what", "by", "at", ""].map(str::to_owned).to_vec()];
    rows.extend(corrections.iter().map(|correction| {
        let obstacle = correction.obstacle.map(|obstacle| format!("not applied: {}", obstacle.reason()));
        vec![
            correction.id.to_string(),
            said(correction),
            plain(&correction.actor),
            correction.at.get(..10).unwrap_or_default().to_owned(),
            obstacle.unwrap_or_default(),
        ]
    }));
    table::lines(&table::aligned(&rows, &[0], &[]))?;
    Ok(Exit::Ok)
}

pub(super) async fn delete(
    context: &Context,
    service: &Service,
    release: &Reference,
    correction: CorrectionId,
) -> Result<Exit, AppError> {
    let id = service.referenced_release(context.project()?, release).await?;
    let details = service.delete_correction(id, correction, &context.config.actor, &clock::now()).await?;
    if context.json {
        json_line(&ReleaseAnswer::new(details, false))?;
    } else if !context.quiet {
        table::lines(&[format!("Deleted correction {correction}; release {id} is read without it.")])?;
    }
    Ok(Exit::Ok)
}

/// A correction as a sentence.
fn said(correction: &ReleaseCorrection) -> String {
    let quote = |excerpt: &Option<crate::model::Excerpt>| {
        let text = excerpt.as_ref().map_or("", |excerpt| excerpt.quote.as_str());
        fitted(&text.split_whitespace().collect::<Vec<_>>().join(" "), PASSAGE_COLUMNS)
    };
    let (passage, entry) = (quote(&correction.passage), quote(&correction.entry));
    match correction.kind {
        CorrectionKind::Entry => format!("`{passage}` is an entry"),
        CorrectionKind::Head => format!("`{passage}` is the head of `{entry}`"),
        CorrectionKind::Definition => format!("`{passage}` is the definition of `{entry}`"),
        CorrectionKind::English => format!("`{passage}` is the English of `{entry}`"),
        CorrectionKind::NotAnEntry => format!("`{entry}` is not an entry"),
    }
}
