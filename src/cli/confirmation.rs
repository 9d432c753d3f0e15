//! Asks before something is deleted for good.

use std::io::{IsTerminal, Write};

use super::Context;
use crate::app::AppError;

/// Asks whether to delete `what`, unless `yes` says so already.
///
/// # Errors
/// `invalid_request` if nobody confirms it, or nobody can be asked.
pub(super) fn confirm(context: &Context, yes: bool, what: &str) -> Result<(), AppError> {
    let can_ask = std::io::stdin().is_terminal() && !context.json;
    if yes || can_ask && ask(&format!("Delete {what} for good? [y/N] "))? {
        return Ok(());
    }
    let problem = format!("this deletes {what} for good; confirm it with `--yes`");
    Err(AppError::InvalidRequest { field: "yes", problem })
}

/// Asks a question on standard error; only `y` and `yes` are a yes.
fn ask(question: &str) -> Result<bool, AppError> {
    let mut err = std::io::stderr().lock();
    let _ = err.write_all(question.as_bytes()).and_then(|()| err.flush());
    let mut line = String::new();
    let file = |source| AppError::File { name: "standard input".to_owned(), source };
    std::io::stdin().read_line(&mut line).map_err(file)?;
    Ok(matches!(line.trim().to_lowercase().as_str(), "y" | "yes"))
}
