"""Releases as HTML, for the programs that print web pages."""

from html import escape

from documents import rows

STYLE = """
@page { size: A4; margin: 18mm }
body { font-family: "Noto Sans CJK JP"; font-size: 10.5pt; line-height: 1.7 }
h1 { font-size: 15pt; text-align: center } h2 { font-size: 11pt }
sup { font-size: 60%; line-height: 1 }
table { border-collapse: collapse; width: 100% } td { border: 1px solid black; padding: 1mm 2mm; vertical-align: %s }
p { text-align: justify; margin: 0 0 2mm }
"""


def source(release, vertical_align="top"):
    style = STYLE.replace("%s", vertical_align)
    if release.layout == "columns":
        style += "main { columns: 2; column-gap: 8mm }"
    if release.layout == "vertical":
        style += "html { writing-mode: vertical-rl } h1 { text-align: left }"
    if release.layout == "table-3":
        style += "td:nth-child(1) { width: 28% } td:nth-child(2) { width: 25% }"
    elif release.layout.startswith("table"):
        style += "td:nth-child(1) { width: 30% }"
    body = "".join(f"<p>{''.join(run(release, kind, text) for kind, text in runs)}</p>" for runs in release.body)
    return (
        f'<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>{escape(release.title)}</title>'
        f"<style>{style}</style><main><h1>{escape(release.title)}</h1>{body}<h2>【用語解説】</h2>{glossary(release)}"
        "<h2>【論文情報】</h2><p>雑誌名：Journal of Sample Studies</p></main></html>"
    )


def run(release, kind, text):
    text = escape(text)
    if kind == "mark":
        return f"<sup>{text}</sup>" if release.layout != "inline" else f"（{text}）"
    if kind.startswith("ruby:"):
        return f"<ruby>{text}<rt>{kind[5:]}</rt></ruby>"
    return text


def glossary(release):
    if release.layout.startswith("table"):
        cells = lambda row: "".join(f"<td>{escape(cell)}</td>" for cell in row)
        return f"<table>{''.join(f'<tr>{cells(row)}</tr>' for row in rows(release))}</table>"
    out = []
    for number, entry in enumerate(release.entries, 1):
        mark = release.mark(number)
        if release.layout == "inline":
            out.append(f"<p>{mark}）{escape(entry.term)}：{escape(entry.definition)}</p>")
        else:
            out.append(f"<p>{mark} <b>{escape(entry.term)}</b><br>{escape(entry.definition)}</p>")
    return "".join(out)
