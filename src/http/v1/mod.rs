//! Version 1 of the API, one file per resource. A handler checks the request, calls one use case and turns its result into
//! an answer.

#![expect(unused_qualifications, reason = "the documentation macro repeats the types of a handler's arguments")]

pub(super) mod assist;
pub(super) mod bulk;
pub(super) mod changes;
pub(super) mod checks;
pub(super) mod concepts;
pub(super) mod concordance;
pub(super) mod corrections;
pub(super) mod coverage;
pub(super) mod decisions;
pub(super) mod edits;
pub(super) mod exports;
pub(super) mod import_jobs;
pub(super) mod imports;
pub(super) mod previews;
pub(super) mod projects;
pub(super) mod releases;
pub(super) mod review;
pub(super) mod segments;
pub(super) mod session;
pub(super) mod sheets;
pub(super) mod sources;
pub(super) mod starter;
pub(super) mod suggestions;
pub(super) mod term_block;
pub(super) mod terms;
pub(super) mod tokens;
pub(super) mod worklists;
