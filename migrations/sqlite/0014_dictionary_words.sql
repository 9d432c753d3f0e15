-- What an entry of a dictionary is found by besides its spellings: its readings, also in romaji, its glosses, and the words of
-- its short glosses. `rank` orders the entries of one key, the best first.
CREATE TABLE dictionary_word (
    key      TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES dictionary_entry (id) ON DELETE CASCADE,
    rank     INTEGER NOT NULL,
    PRIMARY KEY (key, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dictionary_word_by_entry ON dictionary_word (entry_id);
