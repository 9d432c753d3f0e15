-- Dictionaries and term bases other people made: whose they are, and what of them is kept.

-- A dictionary or term base that was imported. Licence and attribution are its maker's words and go wherever its data
-- goes. `kept` is `terms` where its entries became concepts of the project, `evidence` where they are only looked up.
-- Evidence and definitions it gave are found by its name.
CREATE TABLE source (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id  INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name        TEXT NOT NULL CHECK (length(name) > 0),
    format      TEXT NOT NULL,
    kept        TEXT NOT NULL CHECK (kept IN ('terms', 'evidence')),
    licence     TEXT,
    attribution TEXT,
    url         TEXT,
    imported_at TEXT NOT NULL,
    entries     INTEGER NOT NULL DEFAULT 0,
    UNIQUE (project_id, name)
) STRICT;

-- Entries of a source that are in, by a number that stands for all they say, so that none is taken twice.
CREATE TABLE source_row (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    row       INTEGER NOT NULL,
    PRIMARY KEY (source_id, row)
) STRICT, WITHOUT ROWID;

-- Which concept an entry of a source became: its rows lead there however far apart they stand in the file. `name` is the
-- number its file gives the concept, or the key of its Japanese term where the file gives none.
CREATE TABLE source_concept (
    source_id  INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    concept_id INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    PRIMARY KEY (source_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_concept_by_concept ON source_concept (concept_id);

-- An entry of a dictionary that is only looked up: general words by the hundred thousand would drown the terms of a
-- project. `english` is a JSON array, in the order of the dictionary.
CREATE TABLE dictionary_entry (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id      INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    japanese       TEXT NOT NULL,
    reading        TEXT,
    english        TEXT NOT NULL,
    part_of_speech TEXT
) STRICT;
CREATE INDEX dictionary_entry_by_source ON dictionary_entry (source_id, id);

-- The keys an entry is found by: those of each of its spellings; `exact` is 0 for a key with spelling variants folded.
CREATE TABLE dictionary_key (
    key      TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES dictionary_entry (id) ON DELETE CASCADE,
    exact    INTEGER NOT NULL CHECK (exact IN (0, 1)),
    PRIMARY KEY (key, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dictionary_key_by_entry ON dictionary_key (entry_id);

-- What a source gave goes with it.
CREATE INDEX evidence_by_import ON evidence (source) WHERE kind = 'import';
CREATE INDEX definition_by_import ON definition (source) WHERE release_id IS NULL;

-- The source an import fills. With the source goes the memory of the import, so that the file can be imported again.
ALTER TABLE import ADD COLUMN source_id INTEGER REFERENCES source (id) ON DELETE CASCADE;
