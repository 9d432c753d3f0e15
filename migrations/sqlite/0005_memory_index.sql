-- What an index of the memory outside this file must know: whose index it is, and which languages there are.

-- A name no other base has. A copy of the file has the same one; the log tells the two apart from their first change on.
INSERT INTO meta (key, value) VALUES ('identity', lower(hex(randomblob(16))));

-- The languages segments have, or once had, as source or target: known without reading every segment.
CREATE TABLE segment_language (
    lang TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO segment_language (lang) SELECT source_lang FROM segment UNION SELECT target_lang FROM segment;
CREATE TRIGGER segment_language_known AFTER INSERT ON segment
WHEN NOT EXISTS (SELECT 1 FROM segment_language WHERE lang = new.source_lang)
    OR NOT EXISTS (SELECT 1 FROM segment_language WHERE lang = new.target_lang)
BEGIN
    INSERT INTO segment_language (lang)
    SELECT lang FROM (SELECT new.source_lang AS lang UNION SELECT new.target_lang)
    WHERE lang NOT IN (SELECT lang FROM segment_language);
END;
