"""PostgreSQL: pg_trgm with a GIN index, asked in two ways, on a server of its own in a folder that is thrown away.

`postgresql-loop` asks as Weblate's memory did until 2026: a strict threshold, lowered until something is found, the first 50
rows. `postgresql-trigram` takes all that share 30 % of their trigrams and have a fitting length. Both are ranked again by
Levenshtein. The locale matters: with LC_CTYPE = C, Japanese text has no trigrams and nothing is ever found.
"""

import contextlib
import glob
import math
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import psycopg

import common

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "2GB",
    "maintenance_work_mem": "1GB",
    "work_mem": "256MB",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "max_wal_size": "8GB",
}


def main():
    wanted = common.settings(__doc__)
    texts = common.corpus(wanted)
    wanted.segments = len(texts)
    asked = common.questions(wanted)
    with server() as socket, psycopg.connect(host=str(socket), user="postgres", dbname="postgres") as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        process, version = cursor.execute("SELECT pg_backend_pid(), version()").fetchone()
        begun = common.cpu_of(process)
        memory = build(cursor, texts)
        build_seconds = common.cpu_of(process) - begun
        note = " ".join(version.split()[:2]) + ", memory is table and index"
        for name, find in [("postgresql-trigram", by_threshold(cursor)), ("postgresql-loop", by_loop(cursor))]:
            common.measure(wanted, name, find, asked, memory, build_seconds, note, server=process)


def build(cursor, texts):
    """A table of segments with a trigram index; gives their bytes."""
    cursor.execute("CREATE EXTENSION pg_trgm")
    cursor.execute("CREATE UNLOGGED TABLE segment (line int PRIMARY KEY, length int NOT NULL, text text NOT NULL)")
    if not cursor.execute("SELECT show_trgm('研究成果')").fetchone()[0]:
        raise SystemExit("This server's locale gives Japanese no trigrams. Install one such as C.UTF-8.")
    with cursor.copy("COPY segment FROM STDIN") as copy:
        for line, text in enumerate(texts):
            copy.write_row((line, len(text), text))
    cursor.execute("CREATE INDEX ON segment USING gin (text gin_trgm_ops)")
    cursor.execute("VACUUM ANALYZE segment")
    cursor.execute("SET enable_seqscan = off")
    return cursor.execute("SELECT pg_total_relation_size('segment')").fetchone()[0]


def by_threshold(cursor):
    """All that share 30 % of their trigrams and are neither too short nor too long."""

    def find(question):
        cursor.execute("SET pg_trgm.similarity_threshold = 0.3")
        rows = cursor.execute(
            "SELECT line, text FROM segment WHERE text %% %s AND length BETWEEN %s AND %s",
            (question, math.ceil(common.FLOOR * len(question)), math.floor(len(question) / common.FLOOR)),
        ).fetchall()
        return common.ranked(question, rows)

    return find


def by_loop(cursor):
    """A threshold from 0.95 down to 0.3, until something is found; 50 rows in no order."""

    def find(question):
        for percent in range(95, 29, -5):
            cursor.execute(f"SET pg_trgm.similarity_threshold = {percent / 100}")
            rows = cursor.execute("SELECT line, text FROM segment WHERE text %% %s LIMIT 50", (question,)).fetchall()
            if rows:
                return common.ranked(question, rows)
        return []

    return find


@contextlib.contextmanager
def server():
    """A server that listens on a socket in a folder of its own; PostgreSQL does not run as root."""
    programs = pathlib.Path(shutil.which("initdb") or newest("/usr/lib/postgresql/*/bin/initdb")).resolve().parent
    root = os.geteuid() == 0
    user = ["runuser", "-u", "postgres", "--"] if root else []
    folder = pathlib.Path(tempfile.mkdtemp(prefix="trigrams-"))
    try:
        if root:
            shutil.chown(folder, "postgres")
        data = folder / "data"
        subprocess.run(
            [*user, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
        )
        options = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
        running = subprocess.Popen(
            [*user, programs / "postgres", "-D", data, "-k", folder, *options],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=open(folder / "log", "wb"),
        )
        try:
            wait(programs, folder, running)
            yield folder
        finally:
            stop(user, programs, data, running)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait(programs, folder, running):
    """Returns when the server answers."""
    for _ in range(300):
        if subprocess.run([programs / "pg_isready", "-q", "-h", folder]).returncode == 0:
            return
        if running.poll() is not None:
            break
        time.sleep(0.1)
    raise SystemExit("PostgreSQL did not start:\n" + (folder / "log").read_text())


def stop(user, programs, data, running):
    """Ends the server, whatever is still connected."""
    subprocess.run([*user, programs / "pg_ctl", "stop", "-D", data, "-m", "immediate"], stdout=subprocess.DEVNULL, cwd=data.parent)
    running.wait(timeout=30)


def newest(pattern):
    """The last of the files that fit."""
    found = sorted(glob.glob(pattern))
    if not found:
        raise SystemExit("PostgreSQL is not installed: there is no `initdb`.")
    return found[-1]


if __name__ == "__main__":
    main()
