//! Runs processor-bound work on a blocking thread, so that it does not hold up the threads that serve requests.

use super::AppError;

/// Runs `work` on a blocking thread. `name` identifies the work in the error message.
///
/// # Errors
/// `stopped` if the work panics or the program shuts down.
pub(super) async fn blocking<T: Send + 'static>(
    name: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| AppError::Stopped { name: name.to_owned() })
}
