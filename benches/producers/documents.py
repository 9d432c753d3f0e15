"""The releases that are printed: the terms and definitions of our samples, in sentences and layouts made for this."""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

LAYOUTS = ["list", "inline", "heads", "raised", "columns", "table-2", "table-2-plain", "table-3", "ruby", "vertical"]

SENTENCES = [
    "架空大学の研究グループは、{term}に注目し、三年にわたって各地の協力を得ながら調べました。",
    "その結果、{term}が季節や場所によらず同じように変わることがわかりました。",
    "これまで{term}の働きは、条件をそろえた実験が難しいため、くわしく知られていませんでした。",
    "本研究では、{term}をくり返し測り、記録を公開されている資料と比べて確かめました。",
    "今後は、{term}のしくみを明らかにし、身近な問題を解く手がかりにすることをめざします。",
]

READINGS = {"転移": "てんい", "細胞老化": "さいぼうろうか", "渦": "うず", "孤独感": "こどくかん", "交絡": "こうらく"}


@dataclass
class Entry:
    term: str
    english: str
    definition: str


@dataclass
class Release:
    name: str
    title: str
    entries: list[Entry]
    layout: str = "list"
    body: list[list[tuple[str, str]]] = field(default_factory=list)

    @property
    def has_marks(self):
        return self.layout not in ("heads", "table-2-plain")

    def mark(self, number):
        return f"注{number}" if self.has_marks else ""


def releases(root):
    """Every sample in every layout."""
    for path in sorted((root / "tests/fixtures/samples").glob("*.json")):
        sample = json.loads(path.read_text(encoding="utf-8"))
        english = {link["ja"]: link["en"] for link in sample["links"] if link["kind"] == "term"}
        entries = [
            Entry(entry["term"], english.get(entry["term"], ""), entry["definition"].replace("\n", ""))
            for entry in sample["entries"]
        ]
        title = sample["metadata"]["title_ja"] or sample["id"]
        for layout in LAYOUTS:
            release = Release(path.stem, title, entries, layout)
            release.body = paragraphs(release)
            yield release


def paragraphs(release):
    """Paragraphs as runs of (kind, text): `text`, `mark` for a note mark, `ruby:READING`."""
    out = []
    for number, entry in enumerate(release.entries, 1):
        before, after = SENTENCES[number % len(SENTENCES)].split("{term}")
        reading = READINGS.get(entry.term)
        if release.layout == "ruby":
            reading = reading or "よみ" * max(1, len(entry.term) // 2)
        kind = f"ruby:{reading}" if release.layout == "ruby" and is_kanji(entry.term) else "text"
        gloss = f"（{entry.english}）" if entry.english else ""
        runs = [("text", before), (kind, entry.term), ("text", gloss)]
        if release.has_marks:
            runs.insert(2, ("mark", release.mark(number)))
        runs.append(("text", after))
        if number % 2:
            out.append([])
        out[-1].extend(runs)
    return out


def is_kanji(text):
    return all("\u4e00" <= c <= "\u9fff" for c in text)


def rows(release):
    """The rows of the table of a release."""
    if release.layout == "table-3":
        yield ["用語", "英語", "説明"]
    for number, entry in enumerate(release.entries, 1):
        term = f"{release.mark(number)} {entry.term}".strip()
        yield [term, entry.english or "―", entry.definition] if release.layout == "table-3" else [term, entry.definition]


def plain(text):
    """A text as it is compared: NFKC, without white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def f1(release, extracted):
    """Right, extracted and expected entries: mark, term and definition must all be right."""
    number = lambda mark: "".join(re.findall(r"\d", unicodedata.normalize("NFKC", mark or "")))
    want = {
        (str(at) if release.has_marks else "", plain(entry.term), plain(entry.definition))
        for at, entry in enumerate(release.entries, 1)
    }
    got = [(number(e["marker"]), plain(e["term"]), plain(e["definition"])) for e in extracted["entries"]]
    return sum(entry in want for entry in got), len(got), len(want), [entry for entry in got if entry not in want]


def links(release, extracted):
    """The links that are false: a Japanese text that is no term of the release but part of one, or holds a mark."""
    terms = {plain(entry.term) for entry in release.entries}
    return [f"{link['ja']} = {link['en']}" for link in extracted["links"]
            if plain(link["ja"]) not in terms and any(plain(e.english) == plain(link["en"]) for e in release.entries)]
