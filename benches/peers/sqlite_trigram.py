"""SQLite: the FTS5 trigram index gives the 100 best by bm25 of any of the question's trigrams, ranked again by Levenshtein."""

import pathlib
import sqlite3
import tempfile
import time

import common

CANDIDATES = 100


def main():
    wanted = common.settings(__doc__)
    texts = common.corpus(wanted)
    wanted.segments = len(texts)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "trigrams.db"
        begun = time.process_time()
        database = built(path, texts)
        build_seconds = time.process_time() - begun

        def find(question):
            trigrams = dict.fromkeys(question[at : at + 3].lower() for at in range(len(question) - 2))
            if not trigrams:
                return []
            words = " OR ".join('"' + trigram.replace('"', '""') + '"' for trigram in trigrams)
            rows = database.execute(
                "SELECT rowid - 1 FROM segment WHERE segment MATCH ? ORDER BY rank LIMIT ?", (words, CANDIDATES)
            )
            return common.ranked(question, [(line, texts[line]) for (line,) in rows])

        note = f"SQLite {sqlite3.sqlite_version}, memory is the file's size"
        memory = path.stat().st_size
        common.measure(wanted, "sqlite-trigram", find, common.questions(wanted), memory, build_seconds, note)
        database.close()


def built(path, texts):
    """A database of segments with a trigram index, read from memory as far as it can be."""
    database = sqlite3.connect(path)
    database.executescript(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000;
        CREATE VIRTUAL TABLE segment USING fts5(text, tokenize = 'trigram', content = '');
        """
    )
    database.executemany("INSERT INTO segment (rowid, text) VALUES (?, ?)", enumerate(texts, 1))
    database.execute("INSERT INTO segment (segment) VALUES ('optimize')")
    database.commit()
    database.execute("PRAGMA mmap_size = 16000000000")
    return database


if __name__ == "__main__":
    main()
