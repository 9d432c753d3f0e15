//! Runs work that keeps a processor busy on a thread of its own, away from the threads that answer.

use super::AppError;

/// Runs `work` on a blocking thread. `name` is what an error says has stopped.
///
/// # Errors
/// `stopped` where the work panics or the program ends meanwhile.
pub(super) async fn blocking<T: Send + 'static>(
    name: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| AppError::Stopped { name: name.to_owned() })
}
