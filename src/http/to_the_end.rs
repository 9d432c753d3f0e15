//! Work that is carried out to its end, also if the client goes away meanwhile.

use std::future::Future;

use crate::app::AppError;

/// Carries out work that a client must not leave half done by closing its page: the server drops the answer to a vanished client, but
/// not what the answer is about.
///
/// # Errors
/// Those of the work; `work_stopped` if it panicked.
pub(super) async fn to_the_end<T: Send + 'static>(
    name: &str,
    work: impl Future<Output = Result<T, AppError>> + Send + 'static,
) -> Result<T, AppError> {
    tokio::spawn(work).await.map_err(|_| AppError::Stopped { name: name.to_owned() })?
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn work_goes_on_when_nobody_waits_for_it_any_more() {
        let (done, sender) = (Arc::new(AtomicBool::new(false)), tokio::sync::oneshot::channel::<()>());
        let (told, ending) = (Arc::clone(&done), sender.1);
        let mut answer = Box::pin(to_the_end("act", async move {
            let _ = ending.await;
            told.store(true, Ordering::SeqCst);
            Ok(())
        }));
        let begun = tokio::time::timeout(Duration::from_millis(5), &mut answer).await;
        assert!(begun.is_err(), "it waits for the sender");
        drop(answer);
        sender.0.send(()).unwrap();
        for _ in 0..1000 {
            if done.load(Ordering::SeqCst) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        panic!("dropped with its answer");
    }
}
