-- Who may ask from elsewhere: tokens with a role, for all projects or for some.

-- A token. Its secret is not here: `hash` is an argon2 string that only tells whether a secret is the right one.
-- `everywhere` says it reaches all projects; one that does not and has no row in `token_project` reaches none. Days are
-- `YYYY-MM-DD` in UTC; it does not hold any more from `expires_on` on. Revoked tokens stay, because the log names them.
CREATE TABLE token (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (length(name) > 0),
    role       TEXT NOT NULL,
    everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
    hash       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    expires_on TEXT,
    revoked_at TEXT,
    revoked_by TEXT,
    used_on    TEXT
) STRICT;
-- The log tells who acts by name, so no two tokens that hold share one.
CREATE UNIQUE INDEX token_by_name ON token (name) WHERE revoked_at IS NULL;

CREATE TABLE token_project (
    token_id   INTEGER NOT NULL REFERENCES token (id) ON DELETE CASCADE,
    project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    PRIMARY KEY (token_id, project_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX token_project_by_project ON token_project (project_id);

-- What changed in one project, for those who follow that one alone.
CREATE INDEX change_by_project ON change (project_id, revision);
