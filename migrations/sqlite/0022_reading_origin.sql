-- What the reading of a term rests on: a document, somebody's statement, the readings of its parts, or a tokeniser's guess. Of the
-- readings stored so far only those that came with the starter base, an import or a person are known to be more than a guess.
ALTER TABLE term ADD COLUMN reading_origin TEXT;
UPDATE term SET reading_origin = CASE
    WHEN EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = term.id AND e.kind IN ('curated', 'import')) THEN 'stated'
    ELSE 'guessed' END
WHERE reading IS NOT NULL;
