-- Review: what people decide about terms and senses, each decision with what was before it, so that it can be undone.

-- The sorts of evidence a pair had when it was decided on, a JSON array. A rejected pair stays away until a sort of
-- evidence speaks for it that is not among these. An empty `en_key` speaks of the Japanese term itself.
ALTER TABLE decision ADD COLUMN kinds TEXT NOT NULL DEFAULT '[]';

-- The term to use instead of one that is deprecated or forbidden.
ALTER TABLE term ADD COLUMN replaced_by INTEGER REFERENCES term (id) ON DELETE SET NULL;
CREATE INDEX term_by_replaced_by ON term (replaced_by) WHERE replaced_by IS NOT NULL;

-- What is open for review, found without reading what is not.
CREATE INDEX term_open ON term (project_id, lang) WHERE decided_at IS NULL AND review IN ('candidate', 'suggested');

-- A term whose text a person corrected. Documents go on saying the old text, so whatever they say of it counts for the new
-- one. With an empty `en_key` the Japanese term is corrected, else the English one of this pair.
CREATE TABLE correction (
    project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    ja_key     TEXT NOT NULL,
    en_key     TEXT NOT NULL,
    text       TEXT NOT NULL CHECK (length(text) > 0),
    PRIMARY KEY (project_id, ja_key, en_key)
) STRICT;

-- What a person has to say about a concept: everywhere in the project, in one subject field, or in one release.
CREATE TABLE note (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    concept_id INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
    text       TEXT NOT NULL CHECK (length(text) > 0),
    field      TEXT,
    release_id INTEGER REFERENCES release (id) ON DELETE CASCADE,
    actor      TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_concept ON note (concept_id, id);
CREATE INDEX note_by_release ON note (release_id) WHERE release_id IS NOT NULL;

-- One decision: what was asked for, in words what it did, and as JSON all it changed as it was before. It outlives what it
-- speaks of, so its numbers refer to nothing. `revision` is the last of its unit of work.
CREATE TABLE review_decision (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    concept_id INTEGER NOT NULL,
    term_id    INTEGER,
    summary    TEXT NOT NULL,
    image      TEXT NOT NULL,
    revision   INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    at         TEXT NOT NULL,
    undone_by  TEXT,
    undone_at  TEXT
) STRICT;
CREATE INDEX review_decision_by_project ON review_decision (project_id, id);

-- What a decision touched, by a short name (`term:12`, `concept:7`, `pair:…`): a later one that touched the same must be
-- undone first.
CREATE TABLE review_touched (
    thing       TEXT NOT NULL,
    decision_id INTEGER NOT NULL REFERENCES review_decision (id) ON DELETE CASCADE,
    PRIMARY KEY (thing, decision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_touched_by_decision ON review_touched (decision_id);
