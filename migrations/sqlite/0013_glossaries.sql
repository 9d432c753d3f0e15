-- Glossaries other programs keep here through the protocol of a translation service. A project is a glossary; what they put
-- into it stands in its concepts like any import, and here as they sent it, so that it is given back to the letter and taken
-- out again without touching what others say.

-- A project as those programs know it. `made` says that one of them made the project, so that it goes with its last entry.
CREATE TABLE glossary (
    project_id INTEGER PRIMARY KEY NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    name       TEXT NOT NULL CHECK (length(name) > 0),
    made       INTEGER NOT NULL CHECK (made IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;

-- A pair of languages entries were put in for; there may be none left. `source_id` is the source their evidence names.
CREATE TABLE glossary_dictionary (
    project_id  INTEGER NOT NULL REFERENCES glossary (project_id) ON DELETE CASCADE,
    source_lang TEXT NOT NULL,
    target_lang TEXT NOT NULL,
    source_id   INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    PRIMARY KEY (project_id, source_lang, target_lang)
) STRICT, WITHOUT ROWID;

-- An entry as it was sent. `concept_id` and `term_id` are what it became: the concept, and the term it makes the preferred
-- one; none where a person has said no to it. `usage_before` is the usage the term had if the entry changed it, `demoted` are
-- the numbers of the terms that were preferred till then, a JSON array: with the entry all this goes back to what it was.
CREATE TABLE glossary_entry (
    project_id  INTEGER NOT NULL,
    source_lang TEXT NOT NULL,
    target_lang TEXT NOT NULL,
    source      TEXT NOT NULL,
    target      TEXT NOT NULL,
    position    INTEGER NOT NULL,
    source_key  TEXT NOT NULL,
    concept_id  INTEGER REFERENCES concept (id) ON DELETE SET NULL,
    term_id     INTEGER REFERENCES term (id) ON DELETE SET NULL,
    usage_before TEXT,
    demoted     TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (project_id, source_lang, target_lang, source),
    FOREIGN KEY (project_id, source_lang, target_lang)
        REFERENCES glossary_dictionary (project_id, source_lang, target_lang) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX glossary_entry_by_key ON glossary_entry (project_id, source_key);
CREATE INDEX glossary_entry_by_concept ON glossary_entry (concept_id) WHERE concept_id IS NOT NULL;
CREATE INDEX glossary_entry_by_term ON glossary_entry (term_id) WHERE term_id IS NOT NULL;
