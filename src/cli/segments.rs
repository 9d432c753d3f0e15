//! `segments`: shows, corrects and deletes segments of the memory by number.

use clap::{Args, Subcommand};

use super::confirmation::confirm;
use super::exit::Exit;
use super::table::{self, plain};
use super::{Context, json_line};
use crate::answer::MemorySegmentAnswer;
use crate::app::access::Caller;
use crate::app::releases::StoredSegment;
use crate::app::{AppError, Service, clock};
use crate::model::SegmentId;

/// What a long text goes on with on its next line: the width of the names of the facts.
const INDENT: &str = "             ";

/// The arguments of `segments`.
#[derive(Debug, Args)]
#[command(after_help = "NUMBER is that of a segment, as `taiyaku suggest` and `taiyaku concordance` print it.")]
pub(super) struct Segments {
    /// What to do.
    #[command(subcommand)]
    action: SegmentsAction,
}

/// What `segments` can do.
#[derive(Debug, Subcommand)]
enum SegmentsAction {
    /// Show a segment with where it comes from
    Show {
        /// The segment
        #[arg(value_name = "NUMBER")]
        segment: SegmentId,
    },
    /// Correct the translation of a segment and approve it
    Edit {
        /// The segment
        #[arg(value_name = "NUMBER")]
        segment: SegmentId,
        /// The translation
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
    },
    /// Delete a segment; one that was aligned in a release would come back with it, so it is rejected instead
    Delete {
        /// The segment
        #[arg(value_name = "NUMBER")]
        segment: SegmentId,
        /// Do not ask whether to delete it
        #[arg(long)]
        yes: bool,
    },
}

pub(super) async fn run(context: &Context, service: &Service, command: &Segments) -> Result<Exit, AppError> {
    let id = match &command.action {
        SegmentsAction::Show { segment }
        | SegmentsAction::Edit { segment, .. }
        | SegmentsAction::Delete { segment, .. } => *segment,
    };
    service.check_visible(&Caller::local_in(context.project()?), id).await?;
    let (actor, now) = (&context.config.actor, clock::now());
    let (project, segment) = service.segment(id).await?;
    match &command.action {
        SegmentsAction::Show { .. } => print(context, project, segment)?,
        SegmentsAction::Edit { text, .. } => {
            service.correct_segment(id, &text.join(" "), actor, &now).await?;
            let (project, segment) = service.segment(id).await?;
            print(context, project, segment)?;
        }
        SegmentsAction::Delete { yes, .. } => {
            confirm(context, *yes, &format!("segment {id} (`{}`)", plain(&segment.segment.source)))?;
            let is_aligned = segment.release_id.is_some();
            service.remove_segment(id, actor, &now).await?;
            if context.json {
                json_line(&MemorySegmentAnswer::new(project, segment))?;
            } else if !context.quiet {
                let done = if is_aligned { "Rejected" } else { "Deleted" };
                table::lines(&[format!("{done} segment {id}.")])?;
            }
        }
    }
    Ok(Exit::Ok)
}

fn print(context: &Context, project: String, segment: StoredSegment) -> Result<(), AppError> {
    if context.json {
        return json_line(&MemorySegmentAnswer::new(project, segment));
    }
    let (pair, facts) = (&segment.segment, &segment.provenance);
    let languages = format!("{} to {}", pair.source_lang, pair.target_lang);
    let confidence = format!("{} ({:.2})", segment.review.as_str(), pair.confidence);
    let stated = [
        ("source", Some(&pair.source)),
        ("target", Some(&pair.target)),
        ("languages", Some(&languages)),
        ("review", Some(&confidence)),
        ("from", Some(&facts.origin)),
        ("document", facts.document.as_ref()),
        ("key", facts.key.as_ref()),
        ("field", facts.field.as_ref()),
        ("author", facts.author.as_ref()),
        ("date", facts.created_at.as_ref()),
        ("project", Some(&project)),
    ];
    let rows: Vec<Vec<String>> = stated
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| vec![format!("  {name}"), plain(value)]))
        .collect();
    let mut lines = vec![format!("Segment {}", segment.id)];
    lines.extend(table::aligned(&rows, &[], &[1]).iter().flat_map(|line| table::wrapped(line, INDENT)));
    table::lines(&lines)
}
