"""Reads the bilingual entries that benches/proposals/run measures with: EDICT and its computing part, the translated messages of
programs, the starter term base, and a UTX glossary. Nothing of them is kept."""
import csv
import gettext
import pathlib
import re
import subprocess

PACKAGES = ["edict", "gimp-data", "inkscape", "darktable", "kalzium-data", "gnucash-common"]
FIELDS = {"math", "med", "physics", "chem", "biol", "geol", "astron", "engr", "bot", "zool", "comp", "ling", "econ"}
TERM = re.compile(r"[一-鿿々ァ-ヺー・]{2,14}")
WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){0,3}")
LABEL = re.compile(r"\((?:[a-zA-Z0-9-]+(?:,|(?=\))))+\)\s*|\(\d+\)\s*|\(See [^)]*\)\s*")


def unpack(folder):
    """Downloads the packages into a folder, unless they are there, and unpacks them; returns the folder of their files."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [name for name in PACKAGES if not list(folder.glob(f"{name}_*.deb"))]
    if missing:
        subprocess.run(["apt-get", "download", "-q", *missing], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for package in [package for name in missing for package in folder.glob(f"{name}_*.deb")]:
        subprocess.run(["dpkg-deb", "-x", package, folder / "files"], check=True)
    return folder / "files" / "usr" / "share"


def edict(path):
    """The entries of an EDICT file as (heads, glosses, fields, line)."""
    for line in path.read_text(encoding="euc-jp", errors="replace").splitlines():
        match = re.match(r"(\S+)(?: \[[^\]]*\])? /(.*)/$", line)
        if not match or "？" in match[1]:
            continue
        glosses, fields = [], set()
        for gloss in match[2].split("/"):
            labels = re.findall(r"[({]([a-z0-9,; -]+)[)}]", gloss)
            fields.update(FIELDS.intersection(label.strip() for part in labels for label in re.split("[,;]", part)))
            gloss = re.sub(r"\{[^}]*\}\s*", "", LABEL.sub("", gloss)).strip()
            if gloss and gloss != "P":
                glosses.append(gloss)
        heads = [re.sub(r"\(.*?\)", "", head) for head in match[1].split(";")]
        yield heads, glosses, fields, line


def messages(path):
    """The pairs of a compiled catalogue: terms and whole sentences."""
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    terms, sentences = {}, []
    for english, japanese in catalogue.items():
        if not isinstance(english, str) or not english:
            continue
        english = english.split("\x04")[-1].replace("_", "").strip()
        japanese = re.sub(r"\s*\(_.\)", "", japanese).replace("_", "").strip()
        short = english.rstrip(":. …")
        if TERM.fullmatch(japanese.rstrip(":：. …")) and WORDS.fullmatch(short):
            terms.setdefault(japanese.rstrip(":：. …"), set()).add(short)
        words = english.split()
        is_sentence = english.endswith(".") and japanese.endswith("。") and 5 <= len(words) <= 40
        if is_sentence and "\n" not in english + japanese and not re.search(r"[%<>{}\\]", english + japanese):
            sentences.append((japanese, english))
    return terms, sentences


def starter(folder):
    """The rows of the starter term base as (Japanese, English, abbreviation), without those that were found in EDICT."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["source"] != "EDICT":
                    yield row["ja"], row["en"], row["abbreviation"]


def utx(path):
    """The pairs of a UTX file, as (Japanese, English), whatever its direction."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) > 1:
            one, other = cells[0].strip(), cells[1].strip()
            yield (one, other) if re.search(r"[ぁ-ヺ一-鿿]", one) else (other, one)


def key(english):
    """English for comparison: case, hyphens, spaces, plural and British spelling are the same."""
    text = re.sub(r"\([^)]*\)", "", english).strip().lower()
    text = re.sub(r"^(?:to|an?|the) ", "", text)
    text = text.replace("colour", "color").replace("grey", "gray").replace("aemia", "emia").replace("ise", "ize").replace("centre", "center")
    text = "".join(stem(word) for word in re.split(r"[^a-z0-9]+", text))
    return text


def stem(word):
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > 3 and not word.endswith(("ss", "us", "is")):
            return word[: -len(ending)] + instead
    return word


def is_katakana(text):
    return bool(re.fullmatch(r"[ァ-ヺー・]{3,}", text))


def is_abbreviation(text):
    return bool(re.fullmatch(r"[A-Z][A-Za-z0-9]*[A-Z0-9]|[A-Z]{2,}", text)) and len(text) <= 6


def abbreviates(short, long):
    initials = "".join(word[0] for word in re.split(r"[ -]", long) if word)
    return initials.lower() == short.lower()
