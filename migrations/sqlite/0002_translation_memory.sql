-- The translation memory: what a segment needs so that it can be ranked, filtered, and followed by an index outside.

-- Subject field, document or series it comes from, its key in the program it comes from (TMX `tuid`, PO `msgctxt`).
ALTER TABLE segment ADD COLUMN field TEXT;
ALTER TABLE segment ADD COLUMN document TEXT;
ALTER TABLE segment ADD COLUMN unit TEXT;
-- Fingerprints of the source texts before and after it in its document, for matches in context.
ALTER TABLE segment ADD COLUMN context_before INTEGER;
ALTER TABLE segment ADD COLUMN context_after INTEGER;
-- When it was made and by whom, as its file says; `revision` is that of the last change here.
ALTER TABLE segment ADD COLUMN created_at TEXT;
ALTER TABLE segment ADD COLUMN author TEXT;
ALTER TABLE segment ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
CREATE INDEX segment_by_revision ON segment (revision, id);

-- Segments that are gone, so that an index can follow. The change that removed one is logged at the end of the same unit
-- of work, hence the next revision.
CREATE TABLE removed_segment (
    id       INTEGER PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX removed_segment_by_revision ON removed_segment (revision, id);
CREATE TRIGGER segment_removed AFTER DELETE ON segment BEGIN
    INSERT OR REPLACE INTO removed_segment (id, revision)
    VALUES (old.id, (SELECT coalesce(max(revision), 0) + 1 FROM change));
END;
