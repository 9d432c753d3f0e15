//! Brings the memory's indexes up to date before a search, with a progress bar if that takes long.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;
use crate::app::live::memory::Progress;
use crate::app::{AppError, Service};

/// Adds to the indexes what is missing. If nothing is, this takes as long as mapping a file.
pub(super) async fn prepare(context: &Context, service: &Service) -> Result<(), AppError> {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    if context.quiet || context.json || !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    if let Ok(style) = ProgressStyle::with_template("indexing {msg} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(500));
    let shown = bar.clone();
    let done = service
        .prepare_memory(&Progress::new(move |lang, read, all| {
            shown.set_message(lang.to_string());
            shown.set_length(all);
            shown.set_position(read);
        }))
        .await;
    bar.finish_and_clear();
    done
}
