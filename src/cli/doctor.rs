//! `doctor`: examines the installation and says what to do about what it finds.

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::CheckupAnswer;
use crate::app::AppError;
use crate::app::doctor::{CheckStatus, InstallationCheck, examine};

/// The width of the longest status and the gap after it: what belongs to a check stands below its name.
const INDENT: &str = "         ";

pub(super) async fn run(context: &Context) -> Result<Exit, AppError> {
    let checks = examine(&context.config).await?;
    let worst = checks.iter().map(|check| check.status).max().unwrap_or(CheckStatus::Ok);
    if context.json {
        for check in checks {
            json_line(&CheckupAnswer::from(check))?;
        }
    } else {
        table::lines(&lines(&checks))?;
    }
    Ok(match worst {
        CheckStatus::Ok => Exit::Ok,
        CheckStatus::Warning => Exit::SomeFailed,
        CheckStatus::Problem => Exit::Database,
    })
}

fn lines(checks: &[InstallationCheck]) -> Vec<String> {
    let rows: Vec<Vec<String>> = checks
        .iter()
        .map(|check| vec![check.status.as_str().to_owned(), check.name.to_owned(), table::plain(&check.message)])
        .collect();
    let mut lines = Vec::new();
    for (line, check) in table::aligned(&rows, &[], &[0, 1, 2]).into_iter().zip(checks) {
        lines.extend(table::wrapped(&line, INDENT));
        if !check.advice.is_empty() {
            lines.extend(table::wrapped(&format!("{INDENT}{}", check.advice), INDENT));
        }
    }
    lines
}
