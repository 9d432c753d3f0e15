-- Who is logged in with a browser: a session stands for the token it was opened with, so that no page needs to hold the token.

-- A session. Its secret is in a cookie and not here: `digest` is the SHA-256 of the secret, which is too long to guess. It belongs to
-- a token (`token_id`) or to the server's own (`own_proof`): the SHA-256 of the secret and that token together, so that the session
-- ends when the server gets another token and nobody can try tokens on what is stored. `ends_at` is when it ends at the latest;
-- `used_on` is the last day it was used on (`YYYY-MM-DD`, UTC).
CREATE TABLE session (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    digest     TEXT NOT NULL UNIQUE,
    token_id   INTEGER REFERENCES token (id) ON DELETE CASCADE,
    own_proof  TEXT,
    created_at TEXT NOT NULL,
    ends_at    TEXT NOT NULL,
    used_on    TEXT NOT NULL,
    CHECK ((token_id IS NULL) <> (own_proof IS NULL))
) STRICT;
CREATE INDEX session_by_token ON session (token_id);
