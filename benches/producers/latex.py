"""Releases as LaTeX, for LuaLaTeX and upLaTeX."""

import re

from documents import rows

LUALATEX = r"\documentclass[a4paper%s]{ltjsarticle}\usepackage[haranoaji]{luatexja-preset}\usepackage{luatexja-ruby}"
UPLATEX = r"\documentclass[uplatex,dvipdfmx,a4paper%s]{jsarticle}\newcommand{\ruby}[2]{#1}"
UPLATEX_VERTICAL = r"\documentclass[uplatex,dvipdfmx,a4paper]{utarticle}\newcommand{\ruby}[2]{#1}"


def source(release, program):
    options = ",twocolumn" if release.layout == "columns" else ""
    head = (LUALATEX if program == "lualatex" else UPLATEX) % options
    if release.layout == "vertical":
        head = UPLATEX_VERTICAL
    body = "\n\n".join("".join(run(release, kind, text) for kind, text in runs) for runs in release.body)
    return (
        head + r"\usepackage{array}\setlength{\parindent}{0pt}\begin{document}"
        + f"\n\\begin{{center}}\\Large {escape(release.title)}\\end{{center}}\n\n{body}\n\n"
        + f"\\textbf{{【用語解説】}}\n\n{glossary(release)}\n\n\\textbf{{【論文情報】}}\n\n"
        + "雑誌名：Journal of Sample Studies\n\\end{document}\n"
    )


def escape(text):
    text = re.sub(r"([#$%&_{}])", r"\\\1", text)
    return text.replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}").replace("−", "-").replace("–", "--")


def run(release, kind, text):
    if kind == "mark":
        return f"\\textsuperscript{{{escape(text)}}}" if release.layout != "inline" else f"（{escape(text)}）"
    if kind.startswith("ruby:"):
        return f"\\ruby{{{text}}}{{{kind[5:]}}}"
    return escape(text)


def glossary(release):
    if release.layout.startswith("table"):
        widths = [3.6, 3.6, 7.4] if release.layout == "table-3" else [4.2, 11.0]
        columns = "|".join(f"p{{{width}cm}}" for width in widths)
        lines = "".join(" & ".join(escape(cell) for cell in row) + r" \\ \hline" + "\n" for row in rows(release))
        return f"\\begin{{tabular}}{{|{columns}|}}\\hline\n{lines}\\end{{tabular}}"
    out = []
    for number, entry in enumerate(release.entries, 1):
        mark, term, definition = release.mark(number), escape(entry.term), escape(entry.definition)
        if release.layout == "inline":
            out.append(f"{mark}）{term}：{definition}")
        else:
            out.append(f"{mark + ' ' if mark else ''}\\textbf{{{term}}}\\\\\n{definition}")
    return "\n\n".join(out)
