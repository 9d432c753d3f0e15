-- An import of translations is undone in steps that others can write between. While its state is `undoing`, nobody sees what only it
-- brought.

-- What an undo has done so far. A row outlives its import, so that whoever waits for the undo learns what became of it.
-- `revision` is the one at which its segments were hidden, so that an index that is older leaves them out.
CREATE TABLE import_undo (
    import_id     INTEGER PRIMARY KEY NOT NULL,
    actor         TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    removed       INTEGER NOT NULL DEFAULT 0,
    shared        INTEGER NOT NULL DEFAULT 0,
    kept          INTEGER NOT NULL DEFAULT 0,
    restored      INTEGER NOT NULL DEFAULT 0,
    changed_since INTEGER NOT NULL DEFAULT 0
) STRICT;
