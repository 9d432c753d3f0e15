//! Words about review, roles and changes.

use super::words;
use crate::app::review::sheet::{RowVerdict, SheetFormat};
use crate::app::review::{BulkKind, Standing};
use crate::model::{Action, DecisionKind, Entity, Role};

words! {
    /// Review state of a term, with strong suggestions told apart.
    StandingWord from Standing {
        Candidate = "candidate",
        Suggested = "suggested",
        SuggestedStrong = "suggested_strong",
        Approved = "approved",
        Rejected = "rejected",
    }
}
words! {
    /// Standing of a term that waits for a decision.
    OpenStandingWord from Standing {
        SuggestedStrong = "suggested_strong",
        Suggested = "suggested",
        Candidate = "candidate",
    } except {
        Approved,
        Rejected,
    }
}
words! {
    /// The file a review sheet is.
    SheetFormatWord from SheetFormat {
        Csv = "csv",
        Xlsx = "xlsx",
    }
}
words! {
    /// What is decided about each of many terms.
    BulkKindWord from BulkKind {
        Accept = "accept",
        Reject = "reject",
    }
}
words! {
    /// Kind of a decision.
    DecisionWord from DecisionKind {
        Accept = "accept",
        Edit = "edit",
        Reject = "reject",
        Merge = "merge",
        Split = "split",
        Retire = "retire",
        Usage = "usage",
        Note = "note",
        Scope = "scope",
        Define = "define",
        Delete = "delete",
    }
}
words! {
    /// What happened to a decision: `done`, `unchanged` (it was already so) or `refused`.
    DecisionOutcomeWord {
        Done = "done",
        Unchanged = "unchanged",
        Refused = "refused",
    }
}
words! {
    /// What happened to a row of a review sheet.
    RowOutcomeWord from RowVerdict {
        Done = "done",
        Unchanged = "unchanged",
        Skipped = "skipped",
        Conflict = "conflict",
        Problem = "problem",
    }
}
words! {
    /// What the holder of a token may do; each role includes those before it.
    RoleWord from Role {
        Read = "read",
        Suggest = "suggest",
        Review = "review",
        Admin = "admin",
    }
}
words! {
    /// What a caller is known by: that the request comes from this machine, a token, or the cookie of a browser session.
    CallerSourceWord {
        Loopback = "loopback",
        Token = "token",
        Cookie = "cookie",
    }
}
words! {
    /// What was done.
    ActionWord from Action {
        Created = "created",
        Updated = "updated",
        Deleted = "deleted",
    }
}
words! {
    /// The kind of thing that changed.
    EntityWord from Entity {
        Release = "release",
        Concept = "concept",
        Term = "term",
        Segment = "segment",
        Source = "source",
        Token = "token",
        Ignore = "ignore",
        CheckSettings = "check_settings",
    }
}
