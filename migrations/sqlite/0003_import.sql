-- Filling the memory: how far the import of a file has come, and a quick way to see whether a pair of texts is there.

-- A file that is or was being imported. `options` says with what it was read: the same bytes read otherwise are another
-- import. `done` counts the items of the file whose fate is on disk; it moves in the same unit of work as they do, so
-- that an import killed at any moment goes on where it stopped. `state` is `running`, `finished`, or `broken` where the
-- file cannot be read to its end.
CREATE TABLE import (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id   INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    options      TEXT NOT NULL,
    state        TEXT NOT NULL,
    done         INTEGER NOT NULL DEFAULT 0,
    added        INTEGER NOT NULL DEFAULT 0,
    folded       INTEGER NOT NULL DEFAULT 0,
    started_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL,
    UNIQUE (project_id, content_hash, options)
) STRICT;

-- A number for languages and both texts, so that a pair is kept once however often files bring it. What was aligned in
-- a release stands for itself: it comes and goes with its release.
ALTER TABLE segment ADD COLUMN pair INTEGER;
CREATE INDEX segment_by_pair ON segment (project_id, pair) WHERE release_id IS NULL;
