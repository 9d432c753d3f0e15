-- The term base: releases and what was found in them below, concepts and terms above, evidence between the two.
-- Numbers are never used twice (AUTOINCREMENT), because indexes and clients outside remember them.

-- "taiy": marks the file as ours, so that another program's database is never written into.
PRAGMA application_id = 1952541049;

-- Facts about the file itself: which program and which normalisation rules wrote the keys.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- A named collection of concepts, segments and releases; queries take one or several in rank order.
CREATE TABLE project (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) > 0)
) STRICT;

-- One source document with the decoded text all spans point into. The text and the parts its format marks are kept,
-- so that a better extractor can work again without the file. The hash makes a second ingest of the same bytes a no-op.
CREATE TABLE release (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id        INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    content_hash      TEXT NOT NULL,
    name              TEXT NOT NULL,
    media             TEXT NOT NULL,
    engine            TEXT NOT NULL,
    encoding          TEXT,
    pages             INTEGER,
    size              INTEGER NOT NULL,
    title             TEXT,
    text              TEXT NOT NULL,
    blocks            TEXT NOT NULL,
    institution       TEXT,
    date              TEXT,
    metadata          TEXT NOT NULL,
    doubts            TEXT NOT NULL,
    extractor_version TEXT NOT NULL,
    ingested_at       TEXT NOT NULL,
    updated_at        TEXT NOT NULL,
    revision          INTEGER NOT NULL,
    UNIQUE (project_id, content_hash)
) STRICT;
CREATE INDEX release_by_project ON release (project_id, id);

-- A glossary entry exactly as printed; `position` counts from 0 in printed order, `section` tells glossaries apart.
-- `spans` is a JSON array of three spans: the whole entry, its head, its definition.
CREATE TABLE entry (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    release_id INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    section    INTEGER NOT NULL,
    marker     TEXT,
    label      TEXT,
    head       TEXT NOT NULL,
    term       TEXT NOT NULL,
    term_key   TEXT NOT NULL,
    aliases    TEXT NOT NULL,
    definition TEXT NOT NULL,
    spans      TEXT NOT NULL,
    lang       TEXT NOT NULL,
    UNIQUE (release_id, position)
) STRICT;

-- A note mark in the running text, tied to its entry where one bears the same label.
CREATE TABLE reference (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    release_id INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    entry_id   INTEGER REFERENCES entry (id) ON DELETE SET NULL,
    marker     TEXT NOT NULL,
    label      TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL
) STRICT;
CREATE INDEX reference_by_release ON reference (release_id, id);
CREATE INDEX reference_by_entry ON reference (entry_id);

-- A claim that a Japanese and an English term name the same thing, with the signs that speak for it.
CREATE TABLE link (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    release_id INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    entry_id   INTEGER REFERENCES entry (id) ON DELETE SET NULL,
    ja         TEXT NOT NULL,
    en         TEXT NOT NULL,
    ja_key     TEXT NOT NULL,
    en_key     TEXT NOT NULL,
    abbr       TEXT,
    relation   TEXT NOT NULL,
    method     TEXT NOT NULL,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    signs      TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    support    TEXT NOT NULL
) STRICT;
CREATE INDEX link_by_release ON link (release_id, id);
CREATE INDEX link_by_entry ON link (entry_id);
CREATE INDEX link_by_keys ON link (ja_key, en_key);

-- What a person decided about a pair of terms. Kept by keys and not by link, so that it outlives every new ingest.
CREATE TABLE decision (
    project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    ja_key     TEXT NOT NULL,
    en_key     TEXT NOT NULL,
    ja         TEXT NOT NULL,
    en         TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (project_id, ja_key, en_key)
) STRICT;

-- A translation unit of the memory. `source_key` finds exact repeats; one a person decided on outlives its release.
CREATE TABLE segment (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id  INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    release_id  INTEGER REFERENCES release (id) ON DELETE SET NULL,
    source_lang TEXT NOT NULL,
    target_lang TEXT NOT NULL,
    source      TEXT NOT NULL,
    target      TEXT NOT NULL,
    source_key  TEXT NOT NULL,
    confidence  REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    review      TEXT NOT NULL,
    origin      TEXT NOT NULL
) STRICT;
CREATE INDEX segment_by_project ON segment (project_id, id);
CREATE INDEX segment_by_release ON segment (release_id, id);
CREATE INDEX segment_by_key ON segment (project_id, source_key);

-- A meaning. `scope_release_id` keeps a sense apart that only one release uses; `decided` says a person shaped it.
CREATE TABLE concept (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id       INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    field            TEXT,
    scope_release_id INTEGER REFERENCES release (id) ON DELETE SET NULL,
    decided          INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1)),
    revision         INTEGER NOT NULL
) STRICT;
CREATE INDEX concept_by_project ON concept (project_id, id);
CREATE INDEX concept_by_scope ON concept (scope_release_id);

-- A definition in the words one release (or an imported file, named by `source`) prints.
CREATE TABLE definition (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    concept_id INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    lang       TEXT NOT NULL,
    text       TEXT NOT NULL,
    release_id INTEGER REFERENCES release (id) ON DELETE CASCADE,
    entry_id   INTEGER REFERENCES entry (id) ON DELETE SET NULL,
    source     TEXT NOT NULL
) STRICT;
CREATE INDEX definition_by_concept ON definition (concept_id, id);
CREATE INDEX definition_by_release ON definition (release_id);
CREATE INDEX definition_by_entry ON definition (entry_id);

-- One designation of a concept in one language, with the keys it is found by. The project is repeated from the concept
-- so that a look-up needs one index. `decided_at` set means a person spoke: no ingest changes or removes the row.
CREATE TABLE term (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    concept_id     INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    project_id     INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    lang           TEXT NOT NULL,
    text           TEXT NOT NULL CHECK (length(text) > 0),
    key            TEXT NOT NULL,
    variant_key    TEXT NOT NULL,
    reading        TEXT,
    reading_key    TEXT,
    kind           TEXT NOT NULL,
    part_of_speech TEXT,
    usage          TEXT NOT NULL,
    review         TEXT NOT NULL,
    confidence     REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    decided_at     TEXT,
    decided_by     TEXT,
    revision       INTEGER NOT NULL,
    UNIQUE (concept_id, lang, text)
) STRICT;
CREATE INDEX term_by_key ON term (project_id, key);
CREATE INDEX term_by_variant_key ON term (project_id, variant_key);
CREATE INDEX term_by_reading_key ON term (project_id, reading_key);

-- Why a term is in the base. Goes with its release; a term nobody decided on goes with its last evidence.
CREATE TABLE evidence (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    term_id    INTEGER NOT NULL REFERENCES term (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    method     TEXT NOT NULL,
    release_id INTEGER REFERENCES release (id) ON DELETE CASCADE,
    entry_id   INTEGER REFERENCES entry (id) ON DELETE SET NULL,
    link_id    INTEGER REFERENCES link (id) ON DELETE SET NULL,
    source     TEXT NOT NULL,
    span_start INTEGER,
    span_end   INTEGER,
    snippet    TEXT,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX evidence_by_term ON evidence (term_id, id);
CREATE INDEX evidence_by_release ON evidence (release_id);
CREATE INDEX evidence_by_entry ON evidence (entry_id);
CREATE INDEX evidence_by_link ON evidence (link_id);

-- Two concepts of one name that do not agree; the smaller number stands first, so that a pair is stored once.
CREATE TABLE conflict (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    concept_id INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    other_id   INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    reason     TEXT NOT NULL,
    resolved   INTEGER NOT NULL DEFAULT 0 CHECK (resolved IN (0, 1)),
    CHECK (concept_id < other_id),
    UNIQUE (concept_id, other_id, kind)
) STRICT;
CREATE INDEX conflict_by_other ON conflict (other_id);

-- The append-only log. Its number is the revision everything else refers to; it outlives what it speaks of.
CREATE TABLE change (
    revision   INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    actor      TEXT NOT NULL,
    action     TEXT NOT NULL,
    entity     TEXT NOT NULL,
    entity_id  INTEGER NOT NULL,
    project_id INTEGER,
    detail     TEXT NOT NULL
) STRICT;
CREATE INDEX change_by_entity ON change (entity, entity_id, revision);
