-- A hash of everything the proposals of a release were made from when it was last linked; where it is the same, linking it again
-- gives the same.
ALTER TABLE release ADD COLUMN link_inputs TEXT;
