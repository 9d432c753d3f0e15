//! Commands that take texts: from the arguments, or from standard input where an argument is `-`, one text per line.

use std::path::Path;

use super::exit::Exit;
use super::files::{self, STDIN};
use super::paint::Paint;
use super::table::{self, plain};
use super::{Context, complain};
use crate::app::AppError;

/// The texts the arguments stand for: `-` is replaced by the lines of standard input, without blank ones.
pub(super) fn texts(arguments: &[String]) -> Result<Vec<String>, AppError> {
    let mut texts = Vec::with_capacity(arguments.len());
    for argument in arguments {
        if argument == STDIN {
            let input = utf8(files::stdin()?, "standard input")?;
            texts.extend(input.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
        } else {
            texts.push(argument.clone());
        }
    }
    if texts.is_empty() {
        let problem = "standard input is empty; write one text per line".to_owned();
        return Err(AppError::InvalidRequest { field: "text", problem });
    }
    Ok(texts)
}

/// The contents of a text file, or of standard input where it is named `-`.
pub(super) fn document(path: &Path) -> Result<String, AppError> {
    if path.as_os_str() == STDIN {
        return utf8(files::stdin()?, "standard input");
    }
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|source| AppError::File { name: name.clone(), source })?;
    utf8(bytes, &name)
}

/// Bytes as text, without a byte order mark.
fn utf8(bytes: Vec<u8>, name: &str) -> Result<String, AppError> {
    let text = String::from_utf8(bytes).map_err(|_| AppError::InvalidRequest {
        field: "text",
        problem: format!("{name} is not in UTF-8; convert it first"),
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Answers each item in order, headed by its name where there are several. An error ends the command if there is one item
/// only; otherwise it is reported and the next item is answered. `answer` says whether it found anything.
pub(super) async fn for_each<T>(
    context: &Context,
    items: &[T],
    name: impl Fn(&T) -> String,
    answer: impl AsyncFn(&T) -> Result<bool, AppError>,
) -> Result<Exit, AppError> {
    if let [only] = items {
        return Ok(if answer(only).await? { Exit::Ok } else { Exit::NothingFound });
    }
    let (mut found, mut failed) = (false, false);
    for (index, item) in items.iter().enumerate() {
        if !context.json {
            heading(index, &name(item))?;
        }
        match answer(item).await {
            Ok(any) => found |= any,
            Err(AppError::Output(error)) => return Err(AppError::Output(error)),
            Err(error) => {
                complain(&error, context.json);
                failed = true;
            }
        }
    }
    Ok(if failed {
        Exit::SomeFailed
    } else if found {
        Exit::Ok
    } else {
        Exit::NothingFound
    })
}

/// Prints the name of an item above its answer, with a blank line before all but the first.
pub(super) fn heading(index: usize, name: &str) -> Result<(), AppError> {
    let line = Paint::stdout().bold(&format!("> {}", plain(name)));
    table::lines(&if index == 0 { vec![line] } else { vec![String::new(), line] })
}
