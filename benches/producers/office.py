"""Releases as a flat OpenDocument file, for LibreOffice."""

from xml.sax.saxutils import escape

from documents import rows

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("style", "style"), ("text", "text"), ("table", "table")]
) + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'

STYLES = """
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin-top="18mm" fo:margin-bottom="18mm" fo:margin-left="18mm" fo:margin-right="18mm" %s/></style:page-layout>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="2mm"/>
<style:text-properties style:font-name-asian="Noto Serif CJK JP" style:font-size-asian="10.5pt" fo:font-size="10.5pt"
 fo:font-family="DejaVu Serif" style:font-family-asian="Noto Serif CJK JP"/></style:style>
<style:style style:name="M" style:family="text"><style:text-properties style:text-position="super 58%%"/></style:style>
<style:style style:name="R" style:family="ruby"><style:ruby-properties style:ruby-position="above"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="1mm"/></style:style>
%s
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2"
 fo:column-gap="8mm"/></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
"""


def source(release):
    widths = {"table-3": [45, 45, 84]}.get(release.layout, [50, 124])
    columns = "".join(
        f'<style:style style:name="W{at}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        for at, width in enumerate(widths)
    )
    direction = 'style:writing-mode="tb-rl"' if release.layout == "vertical" else ""
    body = "".join(paragraph("".join(run(release, kind, text) for kind, text in runs)) for runs in release.body)
    text = body + paragraph("【用語解説】") + glossary(release, len(widths)) + paragraph("【論文情報】")
    text += paragraph("雑誌名：Journal of Sample Studies")
    if release.layout == "columns":
        text = f'<text:section text:style-name="S" text:name="S">{text}</text:section>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{STYLES % (direction, columns)}'
        f"<office:body><office:text>{paragraph(escape(release.title))}{text}</office:text></office:body></office:document>"
    )


def paragraph(content):
    return f'<text:p text:style-name="P">{content}</text:p>'


def run(release, kind, text):
    text = escape(text)
    if kind == "mark":
        return f'<text:span text:style-name="M">{text}</text:span>' if release.layout != "inline" else f"（{text}）"
    if kind.startswith("ruby:"):
        return (
            f'<text:ruby text:style-name="R"><text:ruby-base>{text}</text:ruby-base>'
            f"<text:ruby-text>{kind[5:]}</text:ruby-text></text:ruby>"
        )
    return text


def glossary(release, count):
    if release.layout.startswith("table"):
        cell = lambda text: f'<table:table-cell table:style-name="C">{paragraph(escape(text))}</table:table-cell>'
        lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows(release))
        columns = "".join(f'<table:table-column table:style-name="W{at}"/>' for at in range(count))
        return f'<table:table table:name="T">{columns}{lines}</table:table>'
    out = []
    for number, entry in enumerate(release.entries, 1):
        mark, term, definition = release.mark(number), escape(entry.term), escape(entry.definition)
        if release.layout == "inline":
            out.append(paragraph(f"{mark}）{term}：{definition}"))
        else:
            out.append(paragraph(f"{mark} {term}") + paragraph(definition))
    return "".join(out)
