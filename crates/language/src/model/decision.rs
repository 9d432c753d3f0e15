//! The kinds of decisions people make about terms and concepts.

use super::words::words;

words! {
    /// The kind of a decision.
    DecisionKind {
        /// A term is right.
        Accept = "accept",
        /// A term is right once its text is corrected.
        Edit = "edit",
        /// A term is no translation.
        Reject = "reject",
        /// Two concepts are one.
        Merge = "merge",
        /// One concept is two.
        Split = "split",
        /// A term is deprecated.
        Retire = "retire",
        /// Whether to use a term.
        Usage = "usage",
        /// A note on a concept.
        Note = "note",
        /// How far a sense reaches.
        Scope = "scope",
        /// A definition of a concept is added, changed or removed.
        Define = "define",
        /// A term or a concept that only people support is deleted.
        Delete = "delete",
    }
}
