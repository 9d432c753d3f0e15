-- The piece of research a release speaks of: its DOI, else institution and date. Two releases of one work (the university's
-- and the funder's) copy each other's words, so they are one witness. Filled when a release is read.
ALTER TABLE release ADD COLUMN work TEXT;
CREATE INDEX release_by_work ON release (work) WHERE work IS NOT NULL;
