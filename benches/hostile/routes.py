"""Inputs for the routes of the server: name, first size, what makes the body, method with path and media type, and
commands that fill the base before. Without a media type the text made is the end of the path."""

import json

from commands import IMPORT, MANY, NAMES, NESTED, SAME, SEGMENTS, SHARED
from files import memory, named, text

JSON = "application/json"
LANGUAGES = {"source_lang": "ja", "target_lang": "en"}


def body(value):
    return named("body.json", lambda n: json.dumps(value(n), ensure_ascii=False))


def entries(rows):
    return body(lambda n: {"name": "g", "dictionaries": [{"source_lang": "ja", "target_lang": "en", "entries": rows(n), "entries_format": "tsv"}]})


def pairs(of):
    return body(lambda n: {**LANGUAGES, "segments": [of(i) for i in range(n)]})


def upload(ask):
    """The address that an import of another program's memory is sent to."""
    file = {"file_name": "a.tmx", "content_length": 1_000, "content_type": "application/x-tmx+xml"}
    return address(ask("POST", "/v3/translation_memories/import", {"source_file": file})["upload_url"])


def export(ask):
    """The address of an export of a memory."""
    memory = ask("GET", "/v3/translation_memories")["translation_memories"][0]["translation_memory_id"]
    job = ask("POST", f"/v3/translation_memories/{memory}/export", {})["job_id"]
    return address(ask("GET", f"/v3/translation_memories/jobs/{job}")["results"][0]["download_url"])


def segments(ask):
    memory = ask("GET", "/v3/translation_memories")["translation_memories"][0]["translation_memory_id"]
    return f"/v3/translation_memories/{memory}/segments?page_size=1000"


def address(url):
    return "/" + url.split("/", 3)[3]


# n concepts that share one Japanese spelling, with open terms.
OPEN = ([*IMPORT, "--no-starter", "--as", "terms"], SHARED[1])
# n segments of a memory, and a few with long texts.
DIFFERENT = (SEGMENTS, memory(lambda i: (f"細胞{i}は増えた。", f"Cell {i} grew.")))
LONG = (SEGMENTS, memory(lambda i: (f"{i}" + "細胞" * 4_000, f"{i} " + "cell " * 1_500)))

CASES = [
    ("POST /v1/releases, glosses", 500, text(lambda n: "".join(f"細胞{i}型（cell {i}）。" for i in range(n))), ("POST", "/v1/releases?name=a.txt", "text/plain")),
    ("POST /v1/terms, a long text", 2_000, body(lambda n: {"ja": "細胞", "en": "cell", "segment": {"ja": "細胞" * n, "en": "cell " * n, "ja_span_chars": [0, 2], "en_span_chars": [0, 4]}}), ("POST", "/v1/terms", JSON)),
    ("POST /v1/terms, one spelling of many concepts", 250, body(lambda n: {"ja": "細胞", "en": "cell"}), ("POST", "/v1/terms", JSON), SHARED),
    ("POST /v1/terms, one concept of many names", 250, body(lambda n: {"ja": "細胞", "en": "cell"}), ("POST", "/v1/terms", JSON), NAMES),
    ("POST /v1/segments, a long text", 1_250, body(lambda n: {**LANGUAGES, "source": "細胞" * n, "target": "cell " * n}), ("POST", "/v1/segments", JSON)),
    ("POST /v1/assist, nested terms", 1_250, body(lambda n: {**LANGUAGES, "source": "細胞" * n, "target": "cell " * n}), ("POST", "/v1/assist", JSON), NESTED),
    ("POST /v1/assist, one spelling of many concepts", 250, body(lambda n: {**LANGUAGES, "source": "細胞を調べた。" * n, "target": "We examined the word. " * (n // 4)}), ("POST", "/v1/assist", JSON), SHARED),
    ("POST /v1/assist, digits", 2_500, body(lambda n: {**LANGUAGES, "source": "1" * n, "target": "2" * n}), ("POST", "/v1/assist", JSON)),
    ("POST /v1/suggestions, nested terms", 50, body(lambda n: {**LANGUAGES, "segments": [{"text": "細胞" * 100}] * n}), ("POST", "/v1/suggestions", JSON), NESTED),
    ("POST /v1/suggestions, one concept of many names", 250, body(lambda n: {**LANGUAGES, "segments": [{"text": "細胞を調べた。" * n}]}), ("POST", "/v1/suggestions", JSON), NAMES),
    ("POST /v1/suggestions, one spelling of many concepts", 50, body(lambda n: {**LANGUAGES, "segments": [{"text": "細胞を調べた。"}] * n}), ("POST", "/v1/suggestions", JSON), SHARED),
    ("POST /v1/suggestions, one source many times", 50, body(lambda n: {**LANGUAGES, "segments": [{"text": "細胞は増えた。"}] * n}), ("POST", "/v1/suggestions", JSON), SAME),
    ("POST /v1/suggestions, long texts", 10, body(lambda n: {**LANGUAGES, "segments": [{"text": "細胞は増えた。" * 1_400}] * n}), ("POST", "/v1/suggestions", JSON), SAME),
    ("POST /v1/checks, pairs", 1_250, pairs(lambda i: {"source": f"細胞{i}は{i}個だ。", "target": f"Cell {i} has {i + 1}."}), ("POST", "/v1/checks", JSON)),
    ("POST /v1/checks, one source", 1_250, pairs(lambda i: {"source": "細胞は増えた。", "target": f"Cells {i} grew."}), ("POST", "/v1/checks", JSON)),
    ("POST /v1/checks, one spelling of many concepts", 250, pairs(lambda i: {"source": f"細胞を{i}回調べた。", "target": f"We examined the word {i} times."}), ("POST", "/v1/checks", JSON), SHARED),
    ("POST /v1/checks, one concept of many names", 250, pairs(lambda i: {"source": f"細胞を{i}回調べた。", "target": f"We examined the cell a{i} times."}), ("POST", "/v1/checks", JSON), NAMES),
    ("POST /v1/checks, one long pair", 25_000, body(lambda n: {**LANGUAGES, "segments": [{"source": "細胞" * n, "target": "cell " * (n // 2)}]}), ("POST", "/v1/checks", JSON)),
    ("POST /v1/checks, inline codes", 5_000, body(lambda n: {**LANGUAGES, "segments": [{"source": "細胞", "target": "cell", "source_codes": ["<x/>"] * n, "target_codes": ["<y/>"] * n}]}), ("POST", "/v1/checks", JSON)),
    ("POST /v1/checks, lists in lists", 100_000, named("body.json", lambda n: "[" * n), ("POST", "/v1/checks", JSON)),
    ("POST /v1/checks/ignores, a long key", 10_000, body(lambda n: {"project": "default", "key": "style|" + "あ" * n}), ("POST", "/v1/checks/ignores", JSON)),
    ("PUT /v1/checks/settings, many rules", 5_000, body(lambda n: {"rules": {f"r{i}": "off" for i in range(n)}}), ("PUT", "/v1/checks/settings?project=default", JSON)),
    ("POST /v1/review/decisions, one concept of many names", 50, body(lambda n: {"decisions": [{"kind": "accept", "term_id": i + 1} for i in range(n)]}), ("POST", "/v1/review/decisions", JSON), MANY),
    ("POST /v1/review/decisions, notes", 50, body(lambda n: {"decisions": [{"kind": "note", "concept_id": 1, "text": f"注{i}"} for i in range(n)]}), ("POST", "/v1/review/decisions", JSON), MANY),
    ("POST /v1/review/sheet, rows", 100, named("body.csv", lambda n: "term,revision,decision\n" + "".join(f"{i % 1_000 + 1},99999,{'accept' if i % 3 else 'reject'}\n" for i in range(n))), ("POST", "/v1/review/sheet", "text/csv"), MANY),
    ("POST /v1/review/sheet, rows of conflicts", 100, named("body.csv", lambda n: "term,revision,decision\n" + "".join(f"{i + 1},1,accept\n" for i in range(n))), ("POST", "/v1/review/sheet", "text/csv"), MANY),
    ("POST /v1/review/sheet, rows that say nothing", 25_000, named("body.csv", lambda n: "term,revision,decision\n" + "1,1,\n" * n), ("POST", "/v1/review/sheet", "text/csv")),
    ("POST /v1/term-block, nested terms", 5_000, body(lambda n: {"text": "細胞" * n}), ("POST", "/v1/term-block", JSON), NESTED),
    ("POST /v1/term-block, one spelling of many concepts", 250, body(lambda n: {"text": "細胞を調べた。" * n}), ("POST", "/v1/term-block", JSON), SHARED),
    ("POST /tmserver/…/unit", 1_250, body(lambda n: {"source": "細胞" * n, "target": "cell " * n}), ("POST", "/tmserver/ja/en/unit/a", JSON)),
    ("POST /tmserver/…/store", 2_000, body(lambda n: [{"source": f"細胞{i}", "target": f"cell {i}"} for i in range(n)]), ("POST", "/tmserver/ja/en/store/a", JSON)),
    ("PUT /tmserver/…/store, TMX", 5_000, memory(lambda i: (f"細胞{i}", f"cell {i}")), ("PUT", "/tmserver/ja/en/store/a.tmx", "application/x-tmx+xml")),
    ("POST /v2/translate", 12, body(lambda n: {"text": ["細胞は増えた。"] * n, "target_lang": "EN-US"}), ("POST", "/v2/translate", JSON), SAME),
    ("POST /v2/glossaries, entries", 1_000, body(lambda n: {"name": "g", "source_lang": "ja", "target_lang": "en", "entries": "".join(f"語{i}\tword {i}\n" for i in range(n)), "entries_format": "tsv"}), ("POST", "/v2/glossaries", JSON)),
    ("POST /v3/glossaries, entries", 1_000, entries(lambda n: "".join(f"語{i}\tword {i}\n" for i in range(n))), ("POST", "/v3/glossaries", JSON)),
    ("POST /v3/glossaries, one target", 1_000, entries(lambda n: "".join(f"語{i}\tword\n" for i in range(n))), ("POST", "/v3/glossaries", JSON)),
    ("POST /v3/glossaries, one long entry", 100_000, entries(lambda n: "語\t" + "w" * n + "\n"), ("POST", "/v3/glossaries", JSON)),
    ("POST /v3/glossaries, lists", 500, body(lambda n: {"name": "g", "dictionaries": [{"source_lang": "ja", "target_lang": "en", "entries": "語\tword", "entries_format": "tsv"}] * n}), ("POST", "/v3/glossaries", JSON)),
    ("GET /v1/terms, one spelling of many concepts", 500, named("query", lambda n: "細胞"), ("GET", "/v1/terms?q=", None), SHARED),
    ("GET /v1/terms, a long query", 100, named("query", lambda n: "細胞" * n), ("GET", "/v1/terms?q=", None), NESTED),
    ("GET /v1/concordance, one source many times", 2_500, named("query", lambda n: "増えた"), ("GET", "/v1/concordance?q=", None), SAME),
    ("GET /v1/concordance, many words", 50, named("query", lambda n: "細 " * n), ("GET", "/v1/concordance?q=", None), SAME),
    ("GET /lookup, one concept of many names", 500, named("query", lambda n: "細胞"), ("GET", "/lookup?q=", None), NAMES),
    ("GET /v1/export, one concept of many names", 500, named("query", lambda n: "tbx3"), ("GET", "/v1/export?format=", None), NAMES),
    ("GET /v1/review, one concept of many names", 500, named("query", lambda n: "200"), ("GET", "/v1/review?limit=", None), NAMES),
    ("GET /v1/review, one spelling of many concepts", 250, named("query", lambda n: "200"), ("GET", "/v1/review?limit=", None), OPEN),
    ("GET /v1/review/sheet, one concept of many names", 250, None, ("GET", lambda ask: "/v1/review/sheet", None), NAMES),
    ("GET /v1/concepts, one concept of many names", 500, named("query", lambda n: "200"), ("GET", "/v1/concepts?limit=", None), NAMES),
    ("GET /v1/concepts, one spelling of many concepts", 250, named("query", lambda n: "200"), ("GET", "/v1/concepts?limit=", None), SHARED),
    ("GET /v1/worklists/several-english, one concept of many names", 500, None, ("GET", lambda ask: "/v1/worklists/several-english", None), NAMES),
    ("GET /v1/releases/…, glosses", 1_000, None, ("GET", lambda ask: "/v1/releases/1", None), NAMES),
    ("GET /v1/changes, many changes", 2_500, None, ("GET", lambda ask: "/v1/changes?since=0&limit=200", None), DIFFERENT),
    ("GET /export/….tmx, many segments", 10_000, None, ("GET", lambda ask: "/export/default.tmx", None), DIFFERENT),
    ("GET /export/….utf8, one spelling of many concepts", 250, None, ("GET", lambda ask: "/export/default.utf8", None), SHARED),
    ("PUT /v3/translation_memories/transfers/…", 10_000, memory(lambda i: (f"細胞{i}", f"cell {i}")), ("PUT", upload, "application/x-tmx+xml")),
    ("PUT /v3/translation_memories/transfers/…, not TMX", 1_000_000, text(lambda n: "あ" * n), ("PUT", upload, "application/x-tmx+xml")),
    ("GET /v3/translation_memories/transfers/…", 10_000, None, ("GET", export, None), DIFFERENT),
    ("GET /v3/translation_memories/…/segments, long texts", 250, None, ("GET", segments, None), LONG),
    ("GET /lookup, one spelling of many concepts", 250, named("query", lambda n: "細胞"), ("GET", "/lookup?q=", None), SHARED),
]
