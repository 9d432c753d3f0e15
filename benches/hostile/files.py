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
