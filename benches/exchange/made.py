"""Makes files of terms and of texts of any size from the entries of EDICT, which Debian packages: TBX that says everything a term
base can hold, the same terms as UTX, CSV and XLSX, and TMX. The same size gives the same bytes."""

import csv
import os
import pathlib
import re
import subprocess
from xml.sax.saxutils import escape, quoteattr

ENTRY = re.compile(r"(\S+)(?: \[([^\]]*)\])? /(.*)/$")
LABEL = re.compile(r"^(?:\([^)]*\)\s*|\{[^}]*\}\s*)+")
FIELDS = ["物理学", "化学", "医学", "生物学", "地質学", "天文学", "工学", "数学", "言語学", "経済学", "計算機科学", "植物学"]
STATUS = {"preferred": "preferredTerm", "admitted": "admittedTerm", "deprecated": "deprecatedTerm", "forbidden": "deprecatedTerm"}
# What files made by hand and by spreadsheets have in them: characters beyond the basic plane, half-width kana, variation selectors,
# full-width digits, marks that mean something in a format.
STRANGE = [("𠮷野{}", "Yoshino {}"), ("ｶﾞﾝﾏ線{}", "gamma ray <{}>"), ("葛\U000e0100{}", "kudzu & vine {}"), ("第１{}号", 'no. 1, "{}"'), ("=和{}", "=SUM({})"), ("#印{}", "#mark {}"), ("⻭{}", "tooth; {}")]


def edict(folder):
    """The path of EDICT, downloaded into the folder unless it is there."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not list(folder.glob("edict_*.deb")):
        subprocess.run(["apt-get", "download", "-q", "edict"], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not (folder / "files").exists():
        subprocess.run(["dpkg-deb", "-x", next(folder.glob("edict_*.deb")), folder / "files"], check=True)
    return folder / "files/usr/share/edict/edict"


def entries(path):
    """Heads, reading and glosses of each entry, once for each first head."""
    seen = set()
    for line in path.read_text(encoding="euc-jp", errors="replace").splitlines():
        match = ENTRY.match(line)
        if not match or "？" in match[1] or "\ufffd" in line:
            continue
        heads = list(dict.fromkeys(re.sub(r"\(.*?\)", "", head) for head in match[1].split(";")))
        reading = re.sub(r"\(.*?\)", "", (match[2] or "").split(";")[0])
        glosses = [LABEL.sub("", gloss).strip() for gloss in match[3].split("/")]
        glosses = [gloss for gloss in dict.fromkeys(glosses) if any(map(str.isalpha, gloss)) and gloss != "P" and not gloss.startswith("EntL")]
        if glosses and heads[0] not in seen:
            seen.add(heads[0])
            yield heads, reading, glosses


def concepts(path, count):
    """`count` concepts; when EDICT ends, its entries come again with a number."""
    number, turn = 0, 0
    while True:
        for heads, reading, glosses in entries(path):
            if number == count:
                return
            number += 1
            if number % 997 == 0:
                ja, en = STRANGE[number // 997 % len(STRANGE)]
                yield number, [ja.format(number)], "", [en.format(number)]
            elif turn:
                yield number, [f"{head}{turn}" for head in heads], "", [f"{gloss} {turn}" for gloss in glosses]
            else:
                yield number, heads, reading, glosses
        turn += 1


def tig(text, *, usage, kind="fullForm", part="noun", reading="", review="", confidence="", notes=(), context=None, gender=""):
    out = [f"<tig><term>{escape(text)}</term>", f'<termNote type="administrativeStatus">{STATUS[usage]}-admn-sts</termNote>']
    if part:
        out.append(f'<termNote type="partOfSpeech">{part}</termNote>')
    if kind != "symbol":
        out.append(f'<termNote type="termType">{kind}</termNote>')
    if gender:
        out.append(f'<termNote type="geographicalUsage">{gender}</termNote>')
    notes = [*([f"reading: {reading}"] if reading else []), *(["kind: symbol"] if kind == "symbol" else []), *(["usage: forbidden"] if usage == "forbidden" else []), *([f"review: {review}, confidence: {confidence}"] if review else []), *notes]
    out += [f"<note>{escape(note)}</note>" for note in notes]
    if context:
        out.append(f'<descripGrp><descrip type="context">{escape(context)}</descrip><admin type="source">例誌</admin></descripGrp>')
    return "".join(out) + "</tig>"


def definition(text, source):
    return f'<descripGrp><descrip type="definition">{escape(text)}</descrip><admin type="source">{escape(source)}</admin></descripGrp>'


def concept(number, heads, reading, glosses):
    """A concept as TBX; which facts it has depends on its number alone."""

    def every(n, rest=0):
        return number % n == rest

    review = ["approved", "suggested", "approved", "candidate"][number % 4] if every(3) else "approved"
    sure = f"0.{50 + number % 50}"
    out = [f'<termEntry id="c{number}">']
    if not every(4):
        out.append(f'<descrip type="subjectField">{FIELDS[number % len(FIELDS)]}</descrip>')
    if every(13):
        out.append(f'<admin type="customerSubset">例{number % 7} KK</admin>')
    if every(17):
        out.append(f'<xref type="externalCrossReference" target="https://example.ac.jp/{number}">資料 {number}</xref>')
    if every(6):
        out.append(f"<note>{escape(f'会議で決めた（{number}）。A & B を含む。')}</note>")
    out.append('<langSet xml:lang="ja">')
    if every(3):
        out.append(definition(f"「{heads[0]}」とは、{glosses[0]} のことである（第{number}項）。", f"例辞典 {number % 9}"))
    if every(15):
        out.append(definition(f"{heads[0]}の別の説明。\n二行目。", ""))
    if every(19):
        out.append("<note>表記は常用漢字による。</note>")
    out.append(tig(heads[0], usage="preferred", reading=reading, review=review, confidence=sure, context=f"本研究では{heads[0]}を用いた。" if every(8) else None, notes=["学会の用語。"] if every(21) else ()))
    for at, head in enumerate(heads[1:4]):
        out.append(tig(head, usage="admitted", kind="variant", review=review, confidence=sure))
    if every(11):
        out.append(tig(f"旧{heads[0]}", usage="forbidden" if every(2) else "deprecated", review=review, confidence=sure))
    out.append("</langSet>")
    # A few concepts have no translation.
    if not every(29):
        out.append('<langSet xml:lang="en">')
        if every(5):
            out.append(definition(f"That which is called {glosses[0]} in no. {number}.", "Example"))
        part = ["noun", "verb", "adjective", "adverb", "other"][number % 5]
        for at, gloss in enumerate(glosses[:6]):
            usage = "preferred" if at == 0 else ["admitted", "admitted", "deprecated", "forbidden"][(number + at) % 4]
            kind = "abbreviation" if len(gloss) < 5 and gloss.isupper() else "symbol" if at and every(31) else "fullForm"
            out.append(tig(gloss, usage=usage, kind=kind, part=part, review=review, confidence=sure, gender="Canada" if every(23) else "", notes=["See the style guide."] if every(25) and not at else ()))
        out.append("</langSet>")
    return "".join(out) + "</termEntry>\n"


def tbx(path, target, count):
    with open(target, "w", encoding="utf-8", newline="") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="ja"><martifHeader><fileDesc><sourceDesc><p>A made term base.</p></sourceDesc></fileDesc></martifHeader><text><body>\n')
        for one in concepts(path, count):
            out.write(concept(*one))
        out.write("</body></text></martif>\n")


def rows(path, count):
    """`count` rows of a list as people keep it: Japanese, English, part of speech, note."""
    for number, heads, _, glosses in concepts(path, count):
        note = f"第{number}項、例辞典による" if number % 3 == 0 else ""
        yield heads[0], glosses[0].replace("\t", " "), "noun", note


def utx(path, target, count):
    with open(target, "w", encoding="utf-8", newline="") as out:
        out.write("#UTX 1.11; ja-JP/en-US; 2026-11-20T00:00:00+09:00; copyright: made; license: none\r\n#src\ttgt\tsrc:pos\tcomment\r\n")
        for row in rows(path, count):
            # A line that begins with this mark is a comment.
            out.write("\t".join(row).lstrip("#") + "\r\n")


def table(path, target, count):
    with open(target, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["ja", "en", "part of speech", "note"])
        table.writerows(rows(path, count))


def workbook(path, target, count):
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Terms")
    sheet.append(["ja", "en", "part of speech", "note"])
    for row in rows(path, count):
        # What begins as a formula does is text here.
        cells = [openpyxl.cell.WriteOnlyCell(sheet, value=cell) for cell in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    book.save(target)


def pairs(path, count):
    for number, heads, reading, glosses in concepts(path, count):
        yield f"「{heads[0]}」は、第{number}章で{number % 90 + 10}回使われている。", f"The word for {glosses[0]} is used {number % 90 + 10} times in chapter {number}.", number


def tmx(path, target, count):
    with open(target, "w", encoding="utf-8", newline="") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="made" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="ja" datatype="plaintext"/><body>\n')
        for ja, en, number in pairs(path, count):
            code = '<ph x="1">&lt;br/&gt;</ph>' if number % 10 == 0 else ""
            field = f'<prop type="x-field">{FIELDS[number % len(FIELDS)]}</prop>' if number % 4 else ""
            out.write(f"<tu tuid={quoteattr(f'k{number}')}>{field}<tuv xml:lang=\"ja\"><seg>{escape(ja)}{code}</seg></tuv><tuv xml:lang=\"en\"><seg>{escape(en)}{code}</seg></tuv></tu>\n")
        out.write("</body></tmx>\n")


def apart(make, path, target, count):
    """Makes a file in a process of its own, because a program begins with the memory of the one that starts it."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            make(path, target, count)
            status = 0
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit(f"{target} could not be made.")
