"""Releases as Typst."""

import re

from documents import rows


def source(release):
    columns = ", columns: 2" if release.layout == "columns" else ""
    body = "\n\n".join("".join(run(release, kind, text) for kind, text in runs) for runs in release.body)
    return (
        f'#set page(paper: "a4", margin: 18mm{columns}, numbering: "1")\n'
        '#set text(font: ("Noto Serif CJK JP",), size: 10.5pt, lang: "ja")\n#set par(justify: true)\n'
        f"#align(center)[#text(size: 15pt)[{escape(release.title)}]]\n\n{body}\n\n*【用語解説】*\n\n{glossary(release)}\n\n"
        "*【論文情報】*\n\n雑誌名：Journal of Sample Studies\n"
    )


def escape(text):
    return re.sub(r"([\\#$*_`<>@\[\]~/=+-])", r"\\\1", text)


def run(release, kind, text):
    if kind == "mark":
        return f"#super[{escape(text)}]" if release.layout != "inline" else f"（{escape(text)}）"
    return escape(text)


def glossary(release):
    if release.layout.startswith("table"):
        widths = "(28%, 25%, 1fr)" if release.layout == "table-3" else "(30%, 1fr)"
        cells = "\n".join(f"[{escape(cell)}]," for row in rows(release) for cell in row)
        return f"#table(columns: {widths},\n{cells}\n)"
    out = []
    for number, entry in enumerate(release.entries, 1):
        mark, term, definition = release.mark(number), escape(entry.term), escape(entry.definition)
        separator = "）" if release.layout == "inline" else " "
        break_or_colon = "：" if release.layout == "inline" else " \\\n"
        out.append(f"{mark + separator if mark else ''}*{term}*{break_or_colon}{definition}")
    return "\n\n".join(out)
