//! Code that may panic on broken input in, its result or nothing out, without a message on standard error.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::OnceLock;

thread_local! {
    /// Whether panics of this thread are expected and silent.
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// The hook is set once for the process; it only silences threads that ask for it.
static HOOK: OnceLock<()> = OnceLock::new();

/// Runs `work`; a panic gives `None`.
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
