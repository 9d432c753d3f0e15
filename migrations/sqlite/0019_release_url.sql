-- The web address a release was fetched from, after redirects, so that whoever reads the evidence can go back to the page. Null for
-- releases that came in as files.
ALTER TABLE release ADD COLUMN url TEXT;
