//! The progress of a file that is being imported or planned.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use super::{Context, table};

/// A progress bar, hidden unless standard error is a terminal.
pub(super) fn progress_bar(context: &Context, name: &str) -> ProgressBar {
    if context.quiet || context.json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    let template = "{bytes}/{total_bytes} {wide_bar} {eta} {prefix} pairs {msg:.30}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(table::plain(name));
    bar
}
