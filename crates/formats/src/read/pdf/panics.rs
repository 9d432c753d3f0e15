//! Runs code that may panic on broken input, without a message on standard error.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::OnceLock;

thread_local! {
    /// Whether panics of this thread are expected, so that they are not reported.
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Set once the panic hook is installed; the hook only silences threads that expect panics.
static HOOK: OnceLock<()> = OnceLock::new();

/// Runs `work`; `None` if it panics.
pub(super) fn catch<T>(work: impl FnOnce() -> T) -> Option<T> {
    HOOK.get_or_init(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !SILENT.get() {
                before(info);
            }
        }));
    });
    let outer = SILENT.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work)).ok();
    SILENT.set(outer);
    result
}
