//! Remembered translations are scored, explained, mended and put in order; nothing is invented.

mod placeables;
mod rewriting;
