//! `releases`: lists the releases that were read, shows one with what was found in it, and deletes one.

mod correct;
mod show;

use clap::{Args, Subcommand};

use super::confirmation::confirm;
use super::exit::Exit;
use super::table::{self, counted, fitted, plain};
use super::{Context, json_line};
use crate::answer::{ReleaseRemovalAnswer, ReleaseSummary};
use crate::app::releases::{ReleaseHead, SweepReport};
use crate::app::review::Reference;
use crate::app::{AppError, Service, clock};
use crate::model::{CorrectionId, ReleaseId};

/// The most columns of a name in the list.
const NAME_COLUMNS: usize = 38;

/// How the help explains references.
const REFERENCES: &str = "RELEASE is the file name of a release as the list shows it, or its number.";

/// The arguments of `releases`.
#[derive(Debug, Args)]
#[command(after_help = REFERENCES)]
pub(super) struct Releases {
    /// What to do; lists the releases if nothing is given.
    #[command(subcommand)]
    action: Option<ReleasesAction>,
    /// Most releases
    #[arg(long, value_name = "NUMBER", default_value_t = 20, value_parser = crate::cli::item_count::count::<u32>)]
    limit: u32,
    /// Continue after the release with this number, which is printed at the end of a list
    #[arg(long, value_name = "NUMBER")]
    after: Option<ReleaseId>,
}

/// What `releases` can do.
#[derive(Debug, Subcommand)]
enum ReleasesAction {
    /// Show a release: facts, glossary entries, Japanese–English links and doubts
    Show {
        /// The release
        #[arg(value_name = "RELEASE")]
        release: Reference,
        /// Print the text that was read, too
        #[arg(long)]
        text: bool,
    },
    /// Correct how a release was read: a passage is an entry, a head, a definition or English, or an entry is none
    Correct(correct::Correct),
    /// List the corrections of a release, and why one is not applied
    Corrections {
        /// The release
        #[arg(value_name = "RELEASE")]
        release: Reference,
    },
    /// Delete a correction of a release, which is then read without it
    Uncorrect {
        /// The release
        #[arg(value_name = "RELEASE")]
        release: Reference,
        /// Number of the correction, as `releases corrections` lists it
        #[arg(value_name = "CORRECTION")]
        correction: CorrectionId,
    },
    /// Delete a release, what was found in it, and the terms that nothing else supports; decisions of people stay
    Delete {
        /// The release
        #[arg(value_name = "RELEASE")]
        release: Reference,
        /// Do not ask whether to delete it
        #[arg(long)]
        yes: bool,
    },
}

pub(super) async fn run(context: &Context, service: &Service, command: &Releases) -> Result<Exit, AppError> {
    match &command.action {
        None => list(context, service, command).await,
        Some(ReleasesAction::Show { release, text }) => {
            let id = service.referenced_release(context.project()?, release).await?;
            show::run(context, service, id, *text).await
        }
        Some(ReleasesAction::Correct(command)) => correct::run(context, service, command).await,
        Some(ReleasesAction::Corrections { release }) => correct::list(context, service, release).await,
        Some(ReleasesAction::Uncorrect { release, correction }) => {
            correct::delete(context, service, release, *correction).await
        }
        Some(ReleasesAction::Delete { release, yes }) => {
            let id = service.referenced_release(context.project()?, release).await?;
            delete(context, service, id, *yes).await
        }
    }
}

async fn list(context: &Context, service: &Service, command: &Releases) -> Result<Exit, AppError> {
    let projects = context.projects();
    // One more than is listed tells whether there is a next page.
    let mut releases = service.releases_of(&projects, command.after, command.limit.saturating_add(1)).await?;
    let limit = usize::try_from(command.limit).unwrap_or(usize::MAX);
    let has_more = releases.len() > limit;
    releases.truncate(limit);
    let exit = if releases.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json {
        releases.into_iter().try_for_each(|release| json_line(&ReleaseSummary::from(release)))?;
        return Ok(exit);
    }
    if releases.is_empty() {
        table::lines(&[format!("No releases in project `{}`.", plain(&context.config.project))])?;
        return Ok(exit);
    }
    let is_several = projects.len() > 1;
    let row = |release: &ReleaseHead| {
        let day = |time: &str| time.get(..10).unwrap_or(time).to_owned();
        let date = release.metadata.date.clone().unwrap_or_else(|| "-".to_owned());
        let mut row = vec![
            release.id.to_string(),
            fitted(&release.source.name, NAME_COLUMNS),
            date,
            day(&release.ingested_at),
            release.doubts.len().to_string(),
        ];
        row.extend(is_several.then(|| plain(&release.project)));
        row
    };
    let mut rows = vec![["number", "release", "date", "read", "doubts"].map(str::to_owned).to_vec()];
    rows.iter_mut().for_each(|heads| heads.extend(is_several.then(|| "project".to_owned())));
    rows.extend(releases.iter().map(row));
    let mut lines = table::aligned(&rows, &[0, 4], &[]);
    if let Some(last) = releases.last().filter(|_| has_more) {
        lines.push(format!("More: `{}`", context.command(&format!("releases --after {}", last.id))));
    }
    table::lines(&lines)?;
    Ok(exit)
}

async fn delete(context: &Context, service: &Service, id: ReleaseId, yes: bool) -> Result<Exit, AppError> {
    let details = service.release(id).await?;
    let (actor, now) = (&context.config.actor, clock::now());
    let content = format!(
        "release {id} ({}) with {}, {}, {}",
        plain(&details.release.head.source.name),
        counted(details.entries.len(), "entry"),
        counted(details.links.len(), "link"),
        terms(&service.preview_release_removal(id, actor, &now).await?),
    );
    confirm(context, yes, &content)?;
    let swept = service.delete_release(id, actor, &now).await?;
    if context.json {
        json_line(&ReleaseRemovalAnswer::new(details.release.head, &swept))?;
    } else if !context.quiet {
        table::lines(&[format!("Deleted {content}.")])?;
    }
    Ok(Exit::Ok)
}

/// What nothing but the release supports.
fn terms(swept: &SweepReport) -> String {
    let (terms, concepts) = (counted(swept.terms.len(), "term"), counted(swept.concepts.len(), "concept"));
    format!("{terms} and {concepts} that nothing else supports")
}
