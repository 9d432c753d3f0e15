-- What checks of a draft remember. A finding that was ignored is known by its key, which names the rule and the words it is
-- about and no place, so it stays ignored in every version of every document of the project.
CREATE TABLE check_ignore (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    key        TEXT NOT NULL CHECK (length(key) > 0),
    note       TEXT,
    actor      TEXT NOT NULL,
    at         TEXT NOT NULL,
    UNIQUE (project_id, key)
) STRICT;

-- Which rules a project wants, how grave it takes them, and how it sets its translations: one JSON object as the API shows it.
CREATE TABLE check_settings (
    project_id INTEGER PRIMARY KEY NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    settings   TEXT NOT NULL,
    actor      TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT;
