//! A code in; the HTTP status and the title that go with it out. The one table for all of them.

/// What the door says about a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The kind of problem in a few words.
    pub title: &'static str,
}

const fn known(code: &'static str, status: u16, title: &'static str) -> Known {
    Known { code, status, title }
}

/// Every code an answer can carry, by status. docs/ERRORS.md explains each.
pub const CODES: &[Known] = &[
    // The request.
    known("invalid_request", 400, "The request cannot be understood"),
    known("invalid_json", 400, "The body is not the JSON that is wanted"),
    known("no_translation", 400, "Nothing is remembered for the text"),
    known("unauthorized", 401, "The token is missing or wrong"),
    known("forbidden", 403, "The token may not do this"),
    known("host_not_allowed", 403, "The server does not go by this name"),
    known("origin_not_allowed", 403, "Pages of other sites may not ask"),
    known("not_found", 404, "Nothing has this number or name"),
    known("unknown_path", 404, "There is no such path"),
    known("method_not_allowed", 405, "The path does not take this method"),
    known("request_timeout", 408, "The request took too long to come in"),
    known("already_exists", 409, "It is there already"),
    known("revision_conflict", 409, "It has changed since"),
    known("undo_conflict", 409, "Something newer stands in the way"),
    known("already_undone", 409, "It was undone before"),
    known("pair_rejected", 409, "A person said that this is no translation"),
    known("import_in_progress", 409, "The file is being imported already"),
    known("payload_too_large", 413, "The body is too large"),
    known("unsupported_media_type", 415, "The body has a media type that is not read here"),
    known("too_many_requests", 429, "There were too many requests"),
    // The document.
    known("broken_file", 422, "The file cannot be read"),
    known("empty_document", 422, "The document holds no text"),
    known("encrypted", 422, "The document is encrypted"),
    known("engine_missing", 422, "No engine here reads this document"),
    known("engine_too_slow", 422, "Reading the document took too long"),
    known("expands_too_much", 422, "The document unpacks to more than is read"),
    known("nested_too_deep", 422, "The document is nested too deep"),
    known("no_text_layer", 422, "The document has pictures of text only"),
    known("unknown_format", 422, "The document has a format that is not read"),
    known("too_large", 422, "The document is larger than is read"),
    known("too_many_pages", 422, "The document has more pages than are read"),
    known("too_much_text", 422, "The document has more text than is read"),
    known("undecodable_text", 422, "The text's encoding cannot be told"),
    // The term base.
    known("database_refused", 422, "The values break a rule of the term base"),
    known("file_unreadable", 500, "A file cannot be read or written"),
    known("output_failed", 500, "The output cannot be written"),
    known("starter_broken", 500, "The starter terms are broken"),
    known("work_stopped", 500, "The work stopped without an answer"),
    known("dictionary_unusable", 500, "The dictionary cannot be used"),
    known("dictionary_unbuildable", 500, "The dictionary cannot be built"),
    known("internal", 500, "The server failed"),
    known("database_corrupt", 500, "The term base is damaged"),
    known("database_failed", 500, "The term base failed"),
    known("database_unknown_value", 500, "The term base holds a value this program does not know"),
    known("database_migration_failed", 500, "The term base could not be brought up to date"),
    known("database_newer_than_program", 500, "A newer program wrote the term base"),
    known("database_of_another_program", 500, "The database is another program's"),
    known("database_unopened", 500, "The term base cannot be opened"),
    known("unit_of_work_failed", 500, "A change broke off and was undone"),
    known("not_a_database", 500, "The file is no term base"),
    known("database_busy", 503, "The term base is busy"),
    known("database_closed", 503, "The term base is closed"),
    known("database_read_only", 503, "The term base cannot be written"),
    known("not_ready", 503, "The server cannot answer yet"),
    known("database_full", 507, "There is no room left"),
];

/// What the door says about `code`; a code that is not in the table is a failure of the server.
pub(super) fn of(code: &str) -> Known {
    let failure = known("internal", 500, "The server failed");
    CODES.iter().find(|known| known.code == code).copied().unwrap_or(failure)
}
