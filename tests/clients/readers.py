"""What translate-toolkit and rdflib read in files of ours: a folder with one of each format."""

import sys
from pathlib import Path

from rdflib import Graph
from rdflib.namespace import SKOS
from translate.storage import factory, omegat, po, tbx, tmx, utx, xliff
from translate.storage.xliff2 import Xliff2File

folder = Path(sys.argv[1])
TERMS = {("𠮷野①", "Yoshino"), ("量子もつれ", "quantum entanglement"), ("葛\U000e0100城", "Katsuragi & <b>")}
FORBIDDEN = ("量子もつれ", "quantum tangle")
MEMORY = {("𠮷は①、ﾞと⻭。", "Yoshi is “①” & more.")}


def pairs(store):
    return {(str(unit.source), str(unit.target)) for unit in store.units if unit.target and not unit.isheader()}


def check(name, found, wanted):
    assert found == wanted, (name, found ^ wanted)
    print(f"readers: ok {name}")


def opened(kind, name, **options):
    store = kind(**options)
    store.parse((folder / name).read_bytes())
    return store


# The plain interface gives the first term of each language, which must not be one that is forbidden.
check("translate-toolkit, TBX 2", pairs(opened(tbx.tbxfile, "tbx2.tbx", sourcelanguage="ja", targetlanguage="en")), TERMS)
check("translate-toolkit, OmegaT", pairs(opened(omegat.OmegaTFile, "omegat.utf8")), TERMS)
check("translate-toolkit, UTX", pairs(opened(utx.UtxFile, "utx.utx")), TERMS | {FORBIDDEN})
check("translate-toolkit, TMX", pairs(opened(tmx.tmxfile, "tmx.tmx", sourcelanguage="ja", targetlanguage="en")), MEMORY)
check("translate-toolkit, XLIFF 1.2", pairs(opened(xliff.xlifffile, "xliff12.xlf")), MEMORY)
check("translate-toolkit, XLIFF 2.1", pairs(opened(Xliff2File, "xliff21.xlf")), MEMORY)
check("translate-toolkit, PO", pairs(opened(po.pofile, "po.po")), MEMORY)
check("translate-toolkit, CSV of Weblate", pairs(factory.getobject(str(folder / "weblate.csv"))), TERMS)

graph = Graph().parse(folder / "skos.jsonld", format="json-ld")
concepts = {}
for kind in [SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel]:
    for concept, label in graph.subject_objects(kind):
        concepts.setdefault(concept, []).append((kind, label.language, str(label)))
for ja, en in TERMS:
    own = [labels for labels in concepts.values() if any(text == ja for _, _, text in labels)]
    assert len(own) == 1 and any(text == en and kind != SKOS.hiddenLabel for kind, _, text in own[0]), (ja, own)
hidden = {(language, text) for labels in concepts.values() for kind, language, text in labels if kind == SKOS.hiddenLabel}
check("rdflib, SKOS", hidden, {("en", FORBIDDEN[1])})
for labels in concepts.values():
    preferred = [language for kind, language, _ in labels if kind == SKOS.prefLabel]
    assert len(preferred) == len(set(preferred)), labels
