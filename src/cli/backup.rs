//! `backup` and `restore`: copies the term base into a file, and puts such a file in place as the term base.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use indicatif::{HumanBytes, ProgressBar, ProgressStyle};

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::{BackupAnswer, RestoreAnswer};
use crate::app::backup::{self, BackupPhase};
use crate::app::{AppError, clock};

/// The arguments of `backup`.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// File to write; only you can read it
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

/// The arguments of `restore`.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// Backup to put in place as the database
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace the database if it exists; it is kept beside the new one under another name
    #[arg(long)]
    force: bool,
}

pub(super) async fn run(context: &Context, command: &Backup) -> Result<Exit, AppError> {
    let bar = progress_bar(context);
    let database = &context.config.database;
    let done = backup::back_up(database, &command.file, command.force, &|phase| show(&bar, phase)).await;
    bar.finish_and_clear();
    let report = done?;
    if context.json {
        json_line(&BackupAnswer::from(report))?;
    } else {
        table::lines(&[format!(
            "Backed up {} to {} (revision {}, {}, checked).",
            report.database.display(),
            report.file.display(),
            report.revision,
            HumanBytes(report.bytes)
        )])?;
    }
    Ok(Exit::Ok)
}

pub(super) async fn restore(context: &Context, command: &Restore) -> Result<Exit, AppError> {
    let bar = progress_bar(context);
    let database = &context.config.database;
    let now = clock::now();
    let done = backup::restore(&command.file, database, command.force, &now, &|phase| show(&bar, phase)).await;
    bar.finish_and_clear();
    let report = done?;
    if context.json {
        json_line(&RestoreAnswer::from(report))?;
        return Ok(Exit::Ok);
    }
    let mut lines = vec![format!(
        "Restored {} from {} (revision {}, {}).",
        report.database.display(),
        report.file.display(),
        report.revision,
        HumanBytes(report.bytes)
    )];
    if let Some(previous) = &report.previous {
        lines.push(format!("The previous base is now {}.", previous.display()));
    }
    table::lines(&lines)?;
    Ok(Exit::Ok)
}

/// A progress bar, hidden unless standard error is a terminal.
fn progress_bar(context: &Context) -> ProgressBar {
    if context.quiet || context.json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::no_length();
    bar.enable_steady_tick(Duration::from_millis(500));
    bar
}

fn show(bar: &ProgressBar, phase: BackupPhase) {
    let template = match phase {
        BackupPhase::Copying { written, all } => {
            bar.set_length(all.max(written));
            bar.set_position(written);
            "copying {bytes}/{total_bytes} {wide_bar} {eta}"
        }
        BackupPhase::Checking => "checking {spinner} {elapsed}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
}
