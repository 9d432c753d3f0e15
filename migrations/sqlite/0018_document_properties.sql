-- What the format of a document states about it beside the text (HTML meta elements, JSON-LD), as JSON, so that a release that is
-- read again from its stored text gives the same facts.
ALTER TABLE release ADD COLUMN properties TEXT NOT NULL DEFAULT '{}';
