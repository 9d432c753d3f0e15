//! The sorts of witnesses behind evidence.

use super::words::words;

words! {
    /// What sort of witness an evidence is.
    EvidenceKind {
        /// A passage in a release.
        Document = "document",
        /// A row of the starter term base shipped with the program; proves nothing about any release.
        Curated = "curated",
        /// A row of a file somebody imported.
        Import = "import",
        /// A person's decision.
        Person = "person",
    }
}
