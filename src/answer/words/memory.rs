//! Words about matches from the translation memory.

use super::words;
use crate::app::assist::{EditKind, MatchClass, PenaltyCode, RepairChangeKind};

words! {
    /// How a remembered source text resembles the segment, best first: identical in the same context, identical, identical
    /// except for width, case and spaces, identical except for numbers and tags, similar.
    MatchClassWord from MatchClass {
        Context = "context",
        Exact = "exact",
        Form = "form",
        Placeables = "placeables",
        Fuzzy = "fuzzy",
    }
}
words! {
    /// Why points are taken off a match.
    PenaltyWord from PenaltyCode {
        UnplacedValues = "unplaced_values",
        UnreviewedAlignment = "unreviewed_alignment",
        WeakAlignment = "weak_alignment",
        UnreviewedImport = "unreviewed_import",
        Draft = "draft",
        SeveralTargets = "several_targets",
        ForbiddenTerm = "forbidden_term",
        TagsDiffer = "tags_differ",
        OtherField = "other_field",
        OtherVariant = "other_variant",
    }
}
words! {
    /// One step of a difference between two texts.
    EditWord from EditKind {
        Equal = "equal",
        Insert = "insert",
        Delete = "delete",
        Replace = "replace",
    }
}
words! {
    /// What was inserted into a target: a number or other value, or a term.
    RepairWord from RepairChangeKind {
        Value = "value",
        Term = "term",
    }
}
words! {
    /// What to search for: the text as a whole, or all of its words in any order.
    ConcordanceModeWord {
        Text = "text",
        Words = "words",
    }
}
