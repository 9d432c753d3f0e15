-- What people say about how a document was read: this passage is an entry, a head, a definition, English, or no entry. It belongs to
-- the document, by the hash of its bytes, and not to the rows of one reading: it is applied whenever the document is read, and stays
-- when the release is deleted. `passage` and `entry` are quotations as JSON, found again in another reading of the text.
-- `obstacle` says why the last reading could not apply it.
CREATE TABLE release_correction (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    content_hash TEXT NOT NULL,
    kind         TEXT NOT NULL,
    passage      TEXT,
    entry        TEXT,
    obstacle     TEXT,
    actor        TEXT NOT NULL,
    at           TEXT NOT NULL
) STRICT;
CREATE INDEX release_correction_by_document ON release_correction (project_id, content_hash, id);
