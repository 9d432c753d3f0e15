-- What can be taken out again: definitions that people wrote, and segments by the files that brought them.

-- Who wrote the definition; NULL for one that a release prints or an import brings.
ALTER TABLE definition ADD COLUMN author TEXT;
UPDATE definition SET author = source WHERE release_id IS NULL AND NOT EXISTS (
    SELECT 1 FROM source s JOIN concept c ON c.project_id = s.project_id
    WHERE c.id = definition.concept_id AND s.name = definition.source);

-- What people wrote is never swept.
CREATE INDEX definition_by_people ON definition (concept_id) WHERE author IS NOT NULL;

-- The format of the file, where it is known.
ALTER TABLE import ADD COLUMN format TEXT;

-- Which imports brought a segment, so that removing one removes what only it brought. With `kept` a person decided on the
-- segment, or it was added otherwise too: then it stays. What something else than an import brought first, such as a person,
-- has no row here and goes with no import.
CREATE TABLE import_segment (
    segment_id INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    kept       INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
    PRIMARY KEY (segment_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_segment_by_import ON import_segment (import_id);

-- Of what was imported before, only the file each segment came from first is known; what is approved without its import
-- saying so, or rejected, a person may have decided on.
INSERT INTO import_segment (segment_id, import_id, kept)
    SELECT s.id, i.id, s.review = 'rejected' OR (s.review = 'approved' AND i.options NOT LIKE '%approved true%')
    FROM import i JOIN segment s ON s.project_id = i.project_id AND s.origin = i.name AND s.release_id IS NULL
    WHERE i.source_id IS NULL;
