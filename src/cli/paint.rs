//! Colours for a terminal: text in, the same text with or without colour out. Nothing is said by colour alone.

use std::io::IsTerminal;

/// Whether colours may be used at all, as <https://no-color.org> asks.
pub(super) fn wanted() -> bool {
    crate::config::colours_allowed()
}

/// Colours for standard output.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint(bool);

impl Paint {
    /// Colours if standard output is a terminal and nobody forbids them.
    pub(super) fn stdout() -> Self {
        Self(std::io::stdout().is_terminal() && wanted())
    }

    /// Important text.
    pub(super) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// Text of less importance.
    pub(super) fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    /// A place that was looked for; in brackets where there are no colours.
    pub(super) fn hit(self, text: &str) -> String {
        if self.0 { self.with("1;33", text) } else { format!("[{text}]") }
    }

    /// A line that marks places in the line above.
    pub(super) fn hit_line(self, text: &str) -> String {
        self.with("1;33", text)
    }

    /// What is most likely wrong.
    pub(super) fn warned(self, text: &str) -> String {
        self.with("1;33", text)
    }

    /// Text that is new.
    pub(super) fn added(self, text: &str) -> String {
        self.with("32", text)
    }

    /// Text that is gone.
    pub(super) fn removed(self, text: &str) -> String {
        self.with("31", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
