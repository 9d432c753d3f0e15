-- Imports are seen whole or not at all, and can be undone as one act.

-- By whom a file was imported; NULL for imports made before this was kept.
ALTER TABLE import ADD COLUMN actor TEXT;

-- How many rows of the file had which outcome, a JSON object.
ALTER TABLE import ADD COLUMN outcomes TEXT NOT NULL DEFAULT '{}';

-- The run that fills the memory. The segments it adds have the same number, and nobody sees them while the import is running.
ALTER TABLE import ADD COLUMN run INTEGER;
ALTER TABLE segment ADD COLUMN run INTEGER;

-- Every run, between which numbers its segments lie, and the revision at which they were shown, so that an index that is older
-- reads them. A run outlives its import, and no number is used twice.
CREATE TABLE import_run (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id     INTEGER NOT NULL,
    first_segment INTEGER,
    last_segment  INTEGER,
    shown         INTEGER
) STRICT;
CREATE INDEX import_run_shown ON import_run (shown) WHERE shown IS NOT NULL;

-- Which import brought what; NULL for what something else brought, or an import made before this was kept. `import_row` of
-- evidence is the number of the row in `source_row`.
ALTER TABLE source_row ADD COLUMN import_id INTEGER;
ALTER TABLE source_concept ADD COLUMN import_id INTEGER;
ALTER TABLE evidence ADD COLUMN import_row INTEGER;
ALTER TABLE definition ADD COLUMN import_id INTEGER;
ALTER TABLE note ADD COLUMN import_id INTEGER;
ALTER TABLE dictionary_entry ADD COLUMN import_row INTEGER;

-- Rows that a later import of the same source had too: they stay when the first is undone.
CREATE TABLE source_row_again (
    import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    row       INTEGER NOT NULL,
    PRIMARY KEY (source_id, row, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_row_again_by_import ON source_row_again (import_id);

-- Terms that were there before and of which an import said something else, as they were and as it left them: an undo puts
-- back what nobody changed since.
CREATE TABLE import_term (
    import_id     INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    term_id       INTEGER NOT NULL REFERENCES term (id) ON DELETE CASCADE,
    usage_before  TEXT NOT NULL,
    review_before TEXT NOT NULL,
    usage_after   TEXT NOT NULL,
    review_after  TEXT NOT NULL,
    PRIMARY KEY (import_id, term_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_term_by_term ON import_term (term_id);

-- The same for segments: `before` is a JSON object, `revision` that of the change.
CREATE TABLE import_pair (
    import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    segment_id INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    before     TEXT NOT NULL,
    revision   INTEGER NOT NULL,
    PRIMARY KEY (import_id, segment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_pair_by_segment ON import_pair (segment_id);
