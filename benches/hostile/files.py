"""Makes input files: each function returns one that writes a file of size `n` into a folder and gives its path."""

import io
import zipfile
import zlib


def write(path, content):
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def named(name, content):
    return lambda n, folder: write(folder / name, content(n))


def text(content):
    return named("input.txt", content)


def html(content):
    return named("input.html", content)


def table(rows, name="input.tsv"):
    return named(name, lambda n: "".join(rows(n)))


def archive(parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return packed.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(body, footnotes=lambda n: ""):
    """A document with this body, and footnotes if there are any."""

    def content(n):
        notes = footnotes(n)
        parts = {
            "[Content_Types].xml": (
                '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/></Types>'
            ),
            "_rels/.rels": (
                '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                'officeDocument" Target="word/document.xml"/></Relationships>'
            ),
            "word/document.xml": f'<?xml version="1.0"?><w:document {WORD}><w:body>{body(n)}</w:body></w:document>',
        }
        if notes:
            parts["word/footnotes.xml"] = f'<?xml version="1.0"?><w:footnotes {WORD}>{notes}</w:footnotes>'
        return archive(parts)

    return named("input.docx", content)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(content, objects=lambda n: [], resources=b"<< /Font << /F 4 0 R >> >>", font=FONT):
    """A page with this content; `objects` follow as numbers 6 and on, each a dictionary and a stream."""

    def build(n):
        def stream(dictionary, data):
            data = zlib.compress(data, 9)
            return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (dictionary, len(data), data)

        found = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources %s >>" % resources,
            font,
            stream(b"", content(n)),
            *(stream(dictionary, data) for dictionary, data in objects(n)),
        ]
        out, places = bytearray(b"%PDF-1.5\n"), []
        for number, item in enumerate(found, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(found) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(found) + 1, start)
        return bytes(out)

    return named("input.pdf", build)


SHOWN = b"BT /F 12 Tf 50 700 Td (Words of the page) Tj ET\n"


def forms(n):
    """Forms that each draw the next one n times, four deep."""
    out = []
    for depth in range(3):
        own = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N %d 0 R >> >>" % (7 + depth)
        out.append((own, b"/N Do\n" * n))
    out.append((b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"q Q\n" * 8))
    return out


def character_map(n):
    ranges = b"".join(b"<%04X> <%04X> <0041>\n" % (0, 0xFFFF) for _ in range(n))
    return b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n%d beginbfrange\n%sendbfrange endcmap" % (
        n,
        ranges,
    )


MAPPED = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts "
    b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Some /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    b"/Supplement 0 >> >>] >>"
)


def tmx(body):
    return named(
        "input.tmx",
        lambda n: '<?xml version="1.0"?><tmx version="1.4"><header srclang="ja" datatype="plaintext" segtype="sentence" '
        f'adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>\n{body(n)}</body></tmx>\n',
    )


def memory(unit):
    """A memory of n pairs, `unit(number)` each."""

    def body(n):
        pairs = (unit(number) for number in range(n))
        tuv = '<tuv xml:lang="ja"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv>'
        return "".join(f"<tu>{tuv.format(ja, en)}</tu>\n" for ja, en in pairs)

    return tmx(body)


def xliff(body):
    return named(
        "input.xlf",
        lambda n: '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file '
        f'original="x" source-language="ja" target-language="en" datatype="plaintext"><body>{body(n)}</body></file></xliff>',
    )


def xliff2(body):
    return named(
        "input.xlf",
        lambda n: '<?xml version="1.0"?><xliff version="2.0" srcLang="ja" trgLang="en" '
        f'xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">{body(n)}</file></xliff>',
    )


def tbx(body):
    return named(
        "input.tbx",
        lambda n: '<?xml version="1.0"?><martif type="TBX" xml:lang="ja"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc>'
        f"</fileDesc></martifHeader><text><body>{body(n)}</body></text></martif>",
    )


def po(entries):
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    return named("input.po", lambda n: head + entries(n))


def jmdict(entries):
    return named(
        "input.xml",
        lambda n: '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE JMdict [<!ENTITY n "noun">]>\n'
        f"<JMdict>{entries(n)}</JMdict>",
    )


def utx(rows):
    head = "#UTX 1.11; ja/en; 2026-04-01T00:00:00Z; copyright: x\n#src\ttgt\tsrc:pos\n"
    return named("input.utx", lambda n: head + rows(n))


SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = (
    f'<workbook {SHEET} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def packed(name, parts):
    """An archive; `parts(n)` gives its parts by name."""
    return lambda n, folder: write(folder / name, archive(parts(n)))


def cell(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def xlsx(rows, behind=lambda n: "", strings=None):
    """A workbook of one sheet with these rows under `ja` and `en`, what stands behind the rows, and shared strings."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def parts(n):
        made = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEET}><sheetData><row>{cell('ja')}{cell('en')}</row>{rows(n)}</sheetData>{behind(n)}</worksheet>",
        }
        if strings:
            made["xl/sharedStrings.xml"] = f"<sst {SHEET}>{strings(n)}</sst>"
        return made

    return packed("input.xlsx", parts)


def ods_cell(text, attributes=""):
    return f'<table:table-cell office:value-type="string"{attributes}><text:p>{text}</text:p></table:table-cell>'


def ods_row(*cells, attributes=""):
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


def ods(rows):
    """A spreadsheet of OpenDocument with these rows under `ja` and `en`."""
    names = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))

    def parts(n):
        table = f'<table:table table:name="a">{ods_row(ods_cell("ja"), ods_cell("en"))}{rows(n)}</table:table>'
        return {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        }

    return packed("input.ods", parts)


def tbx3(body):
    """TBX of 2019 in the style with elements."""
    return named(
        "input.tbx",
        lambda n: '<?xml version="1.0"?><tbx type="TBX-Basic" style="dct" xml:lang="ja" xmlns="urn:iso:std:iso:30042:ed-2" '
        'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader><fileDesc><sourceDesc><p>x</p>'
        f"</sourceDesc></fileDesc></tbxHeader><text><body>{body(n)}</body></text></tbx>",
    )
