-- The witness an imported file of our own names for its evidence and definitions, as JSON: what it was in the base the file is
-- from. NULL for everything that was found here, or comes from a file that names none.
ALTER TABLE evidence ADD COLUMN origin TEXT;
ALTER TABLE definition ADD COLUMN origin TEXT;
