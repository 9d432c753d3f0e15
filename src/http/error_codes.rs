//! The table of error codes, each with its HTTP status and title. docs/ERRORS.md explains every code.

/// An error code with what an HTTP answer says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorCode {
    /// The code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The kind of problem in a few words.
    pub title: &'static str,
}

const fn entry(code: &'static str, status: u16, title: &'static str) -> ErrorCode {
    ErrorCode { code, status, title }
}

/// Every code an answer can carry, by status.
pub const CODES: &[ErrorCode] = &[
    // Problems of the request.
    entry("invalid_request", 400, "The request is not valid"),
    entry("invalid_json", 400, "The body is not the JSON this path expects"),
    entry("no_translation", 400, "No translation of the text is known"),
    entry("unauthorized", 401, "The token is missing or not valid"),
    entry("forbidden", 403, "The token does not allow this"),
    entry("host_not_allowed", 403, "The host name is not allowed"),
    entry("origin_not_allowed", 403, "Requests from pages of other sites are not allowed"),
    entry("not_found", 404, "Not found"),
    entry("unknown_path", 404, "The path does not exist"),
    entry("method_not_allowed", 405, "The path does not take this method"),
    entry("request_timeout", 408, "The request did not arrive in time"),
    entry("already_exists", 409, "It already exists"),
    entry("revision_conflict", 409, "It has changed since you read it"),
    entry("undo_conflict", 409, "A newer decision prevents the undo"),
    entry("already_undone", 409, "The decision has already been undone"),
    entry("selection_changed", 409, "The terms of the plan have changed"),
    entry("pair_rejected", 409, "A person has rejected this translation"),
    entry("import_in_progress", 409, "The file is already being imported"),
    entry("payload_too_large", 413, "The body is too large"),
    entry("unsupported_media_type", 415, "The media type of the body is not supported"),
    entry("range_not_satisfiable", 416, "The file has no such part"),
    entry("too_many_requests", 429, "Too many requests"),
    entry("head_too_large", 431, "The head of the request is too large"),
    // Problems of the document.
    entry("broken_file", 422, "The file is broken"),
    entry("empty_document", 422, "The document contains no text"),
    entry("encrypted", 422, "The document is encrypted"),
    entry("engine_missing", 422, "No installed engine can read this document"),
    entry("engine_too_slow", 422, "Reading the document took too long"),
    entry("expands_too_much", 422, "The document is too large when unpacked"),
    entry("nested_too_deep", 422, "The document is nested too deeply"),
    entry("too_many_scans", 422, "The document has too many scanned pages"),
    entry("no_text_layer", 422, "The document contains only images of text"),
    entry("unknown_format", 422, "The format of the document is not supported"),
    entry("too_large", 422, "The document is too large"),
    entry("too_many_pages", 422, "The document has too many pages"),
    entry("too_much_text", 422, "The document has too much text"),
    entry("too_many_parts", 422, "The document has too many parts"),
    entry("page_too_complex", 422, "A page of the document is too complex"),
    entry("too_many_codes", 422, "The character maps of the document are too large"),
    entry("undecodable_text", 422, "The character encoding of the text is unknown"),
    entry("no_usable_name", 422, "No name of the row can be used"),
    entry("term_rejected", 422, "A person rejected the term"),
    // Problems of the term base.
    entry("database_refused", 422, "The values break a rule of the term base"),
    entry("file_unreadable", 500, "Could not read or write a file"),
    entry("output_failed", 500, "Could not write the output"),
    entry("starter_broken", 500, "The starter term base is broken"),
    entry("work_stopped", 500, "The work stopped without a result"),
    entry("dictionary_unusable", 500, "Could not use the dictionary"),
    entry("dictionary_unbuildable", 500, "Could not build the dictionary"),
    entry("internal", 500, "Internal error of the server"),
    entry("database_corrupt", 500, "The term base is damaged"),
    entry("database_failed", 500, "The term base failed"),
    entry("database_unknown_value", 500, "The term base contains a value this version does not know"),
    entry("database_migration_failed", 500, "Could not migrate the term base to this version"),
    entry("database_newer_than_program", 500, "The term base was written by a newer version"),
    entry("database_of_another_program", 500, "The database belongs to another program"),
    entry("database_exists", 500, "There is a term base already"),
    entry("database_in_use", 500, "Another program has the term base open"),
    entry("database_not_found", 500, "There is no term base"),
    entry("backup_damaged", 500, "The backup is damaged"),
    entry("file_exists", 500, "The file exists already"),
    entry("no_space", 500, "No space left for a backup"),
    entry("database_unopened", 500, "Could not open the term base"),
    entry("unit_of_work_failed", 500, "A change failed and was rolled back"),
    entry("not_a_database", 500, "The file is not a term base"),
    entry("unknown_method", 501, "The method does not exist"),
    entry("database_busy", 503, "The term base is busy"),
    entry("database_gone", 503, "The file of the term base is gone"),
    entry("database_closed", 503, "The term base is closed"),
    entry("database_read_only", 503, "The term base is read-only"),
    entry("not_ready", 503, "The server is not ready"),
    entry("database_full", 507, "No space left for the term base"),
];

/// The entry of `code`; a code that is not in the table is an internal error.
pub(super) fn of(code: &str) -> ErrorCode {
    let internal = entry("internal", 500, "Internal error of the server");
    CODES.iter().find(|entry| entry.code == code).copied().unwrap_or(internal)
}
