"""What Weblate's own format classes read in files of ours: a folder with one of each format."""

import os
import sys
import tempfile
from pathlib import Path
from unittest.mock import MagicMock

for absent in ["cairo", "gi", "gi.repository", "tesserocr"]:
    sys.modules.setdefault(absent, MagicMock())
temporary = tempfile.mkdtemp()
Path(temporary, "taiyaku_files.py").write_text(
    "from weblate.settings_example import *\n"
    f"DATA_DIR = {temporary!r}\nCACHE_DIR = {temporary!r}\nSECRET_KEY = 'x' * 50\n"
    "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}}\n"
    "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': 'none'}}\n",
    "utf-8",
)
sys.path.insert(0, temporary)
os.environ["DJANGO_SETTINGS_MODULE"] = "taiyaku_files"
import django

django.setup()
from weblate.formats.ttkit import CSVFormat, PoFormat, TBXFormat, XliffFormat

folder = Path(sys.argv[1])
TERMS = {("𠮷野①", "Yoshino"), ("量子もつれ", "quantum entanglement"), ("葛\U000e0100城", "Katsuragi & <b>")}


def units(kind, name):
    store = kind(str(folder / name), language_code="en", source_language="ja")
    return [unit for unit in store.content_units if unit.source]


def check(name, found, wanted):
    assert found == wanted, (name, found ^ wanted)
    print(f"readers: ok Weblate, {name}")


def pairs(found):
    return {(unit.source, unit.target) for unit in found}


check("CSV", pairs(units(CSVFormat, "weblate.csv")), TERMS)
memory = {("𠮷は①、ﾞと⻭。", "Yoshi is “①” & more.")}
check("PO", pairs(units(PoFormat, "po.po")), memory)
# Weblate shows a text of XLIFF with its markup, so that `&` is `&amp;`.
check("XLIFF 1.2", pairs(units(XliffFormat, "xliff12.xlf")), {(ja, en.replace("&", "&amp;")) for ja, en in memory})
found = units(TBXFormat, "for_weblate.tbx")
forbidden = {(unit.source, unit.target) for unit in found if "forbidden" in str(unit.flags)}
check("TBX, forbidden", forbidden, {("量子もつれ", "quantum tangle")})
check("TBX", pairs(found) - forbidden, TERMS)
explained = [unit.source_explanation for unit in found if unit.source == "𠮷野①"]
assert any("地名" in text for text in explained), explained
