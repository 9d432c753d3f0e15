//! How many rows a transaction takes, so that nobody who wants to write waits long: as many as fit into a short turn.

use std::time::{Duration, Instant};

/// Pause between two transactions, so that other writers get their turn.
pub(super) const PAUSE: Duration = Duration::from_millis(5);

/// How long a transaction of an import should hold the database: well below the 200 ms that others may have to wait.
pub(super) const IMPORT: Duration = Duration::from_millis(80);

/// The same of an undo, which nobody waits for: its segments are hidden already.
pub(super) const UNDO: Duration = Duration::from_millis(40);

/// Rows in the first transaction, and the fewest and the most in any.
const FIRST: usize = 500;
const FEWEST: usize = 50;
const MOST: usize = 10_000;

/// The size of the next transaction.
#[derive(Debug)]
pub(super) struct TurnSize {
    rows: usize,
    turn: Duration,
}

impl TurnSize {
    /// For transactions that should hold the database this long.
    pub(super) fn new(turn: Duration) -> Self {
        Self { rows: FIRST, turn }
    }

    /// How many rows the next transaction takes.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// A transaction that began then took this many rows.
    pub(super) fn settle(&mut self, rows: usize, began: Instant) {
        let took = began.elapsed().max(Duration::from_millis(1));
        if rows >= self.rows.min(FEWEST) {
            let fitting = u128::try_from(rows.max(1)).unwrap_or_default() * self.turn.as_micros() / took.as_micros();
            let fitting = usize::try_from(fitting).unwrap_or(MOST);
            // Grows slowly: the pages of a larger batch may not be in memory.
            self.rows = fitting.min(self.rows.saturating_mul(2)).clamp(FEWEST, MOST);
        }
    }
}
