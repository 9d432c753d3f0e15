"""A corpus and its questions in; times, recall and one JSON file for each engine out.

Every peer gives the lines it finds best, best first; how well it did is looked up in the truths that
`cargo bench --bench matching -- FOLDER --truth-only` keeps beside the corpus. Time is processor time, of this process and
of a server where there is one, from the text of the question to its hits.
"""

import argparse
import json
import os
import pathlib
import time

LIMIT = 10
FLOOR = 0.7


def settings(description, seconds=300):
    """The command line all peers share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=pathlib.Path, help="what `cargo bench --bench corpus` made")
    parser.add_argument("--language", choices=["ja", "en"], default="ja")
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=1_200, help="ask the first so many")
    parser.add_argument("--seconds", type=float, default=seconds, help="ask no more after so long")
    return parser.parse_args()


def corpus(wanted):
    """The segments of one language: line numbers are their places."""
    column = 0 if wanted.language == "ja" else 1
    texts = []
    with open(wanted.folder / "corpus.tsv", encoding="utf-8", newline="\n") as file:
        for line in file:
            if len(texts) == wanted.segments:
                break
            texts.append(line.rstrip("\n").split("\t")[column])
    return texts


def questions(wanted):
    """The texts of the first questions."""
    with open(wanted.folder / f"queries.{wanted.language}.tsv", encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\n").split("\t", 2)[2] for line in file][: wanted.queries]


def truth(wanted, measure, segments):
    """For each question the lines that belong to its ten best, ties included."""
    path = wanted.folder / f"truth.{wanted.language}.{segments}.{measure}.tsv"
    if not path.exists():
        return None
    best = []
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            hits = line.rstrip("\n").split("\t")[1].split()
            best.append({int(hit.split(":")[0]) for hit in hits})
    return best


def recall(best, found):
    """The share of the ten best that was found, over the questions asked."""
    if best is None or len(best) < len(found):
        return None
    got = wanted = 0
    for known, lines in zip(best, found):
        most = min(len(known), LIMIT)
        wanted += most
        got += min(most, len(known & set(lines[:LIMIT])))
    return round(got / wanted, 4) if wanted else None


def percentile(times, percent):
    """The time a share of all runs needed at most."""
    ordered = sorted(times)
    return ordered[max(1, -(-len(ordered) * percent // 100)) - 1]


def cpu_of(process):
    """Processor seconds of another process so far: to the nanosecond where the kernel counts them, else to 10 ms."""
    try:
        return int(pathlib.Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9
    except (OSError, ValueError, IndexError):
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(process="self"):
    """Bytes a process holds in memory."""
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def ranked(question, rows):
    """The lines of (line, text) that are most like the question, among those handed in."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    lines = [line for line, _ in rows]
    texts = [text for _, text in rows]
    hits = process.extract(
        question, texts, scorer=Levenshtein.normalized_similarity, processor=None, limit=LIMIT, score_cutoff=FLOOR
    )
    return [lines[place] for _, _, place in hits]


def measure(wanted, name, find, asked, memory, build_seconds, note="", server=None):
    """Asks the questions one after the other and writes what came out."""
    for question in asked[:3]:
        find(question)
    times, found = [], []
    begun = time.perf_counter()
    for question in asked:
        here, there = time.process_time(), cpu_of(server) if server else 0.0
        hits = find(question)
        took = time.process_time() - here + (cpu_of(server) - there if server else 0.0)
        times.append(took * 1e3)
        found.append(hits)
        if time.perf_counter() - begun > wanted.seconds:
            break
    by_characters = recall(truth(wanted, "characters", wanted.segments), found)
    by_score = recall(truth(wanted, "score", wanted.segments), found)
    answer = {
        "engine": name,
        "language": wanted.language,
        "segments": wanted.segments,
        "queries": len(times),
        "mean_ms": round(sum(times) / len(times), 6),
        "p50_ms": round(percentile(times, 50), 6),
        "p90_ms": round(percentile(times, 90), 6),
        "p99_ms": round(percentile(times, 99), 6),
        "recall": by_characters,
        "recall_score": by_score,
        "recall_characters": by_characters,
        "memory_bytes": memory,
        "build_seconds": round(build_seconds, 3),
        "load_average": os.getloadavg()[0],
        "note": note,
        "times_ms": [round(took, 6) for took in times],
    }
    results = wanted.folder / "results"
    results.mkdir(exist_ok=True)
    file = results / f"{name}.{wanted.language}.{wanted.segments}.json"
    file.write_text(json.dumps(answer, ensure_ascii=False) + "\n", encoding="utf-8")
    print(
        f"{name}, {wanted.segments} segments in {wanted.language}: mean {answer['mean_ms']:.3f} ms over {len(times)} questions, "
        f"recall {by_characters} by characters, {by_score} by score",
        flush=True,
    )
