-- Indexes in memory follow the terms: what changed after a revision is asked for before each answer. Terms that are gone
-- are read from the log.
CREATE INDEX term_by_revision ON term (revision, id);
