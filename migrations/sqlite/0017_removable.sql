-- What can be taken out again: definitions that people wrote, and segments by the files that brought them.

-- Who wrote the definition; NULL for one that a release prints or an import brings.
ALTER TABLE definition ADD COLUMN author TEXT;
UPDATE definition SET author = source WHERE release_id IS NULL AND NOT EXISTS (
    SELECT 1 FROM source s JOIN concept c ON c.project_id = s.project_id
    WHERE c.id = definition.concept_id AND s.name = definition.source);

-- The format of the file, where it is known.
ALTER TABLE import ADD COLUMN format TEXT;

-- Which imports brought a segment, so that removing one removes what only it brought. `review` is what its file says about
-- the segment; where the segment has another since, a person decided on it. A segment that something else than an import
-- brought, such as a person, has no row here and goes with no import.
CREATE TABLE import_segment (
    segment_id INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    review     TEXT NOT NULL,
    PRIMARY KEY (segment_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_segment_by_import ON import_segment (import_id);

-- Of what was imported before, only the file each segment came from first is known.
INSERT INTO import_segment (segment_id, import_id, review)
    SELECT s.id, i.id, CASE WHEN i.options LIKE '%approved true%' THEN 'approved' ELSE 'suggested' END
    FROM import i JOIN segment s ON s.project_id = i.project_id AND s.origin = i.name AND s.release_id IS NULL
    WHERE i.source_id IS NULL;
