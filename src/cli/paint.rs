//! Colours for a terminal. Nothing depends on colour alone.

use std::io::IsTerminal;

/// Whether colours may be used at all (<https://no-color.org>).
pub(super) fn allowed() -> bool {
    crate::config::colours_allowed()
}

/// Colours for standard output.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint(bool);

impl Paint {
    /// Colours if standard output is a terminal and they are allowed.
    pub(super) fn stdout() -> Self {
        Self(std::io::stdout().is_terminal() && allowed())
    }

    /// Important text.
    pub(super) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// Less important text.
    pub(super) fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    /// A part that matches the search; in brackets if there are no colours.
    pub(super) fn hit(self, text: &str) -> String {
        if self.0 { self.with("1;33", text) } else { format!("[{text}]") }
    }

    /// A line of carets that marks parts of the line above.
    pub(super) fn hit_line(self, text: &str) -> String {
        self.with("1;33", text)
    }

    /// A warning.
    pub(super) fn warning(self, text: &str) -> String {
        self.with("1;33", text)
    }

    /// Inserted text.
    pub(super) fn inserted(self, text: &str) -> String {
        self.with("32", text)
    }

    /// Deleted text, or an error.
    pub(super) fn deleted(self, text: &str) -> String {
        self.with("31", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
