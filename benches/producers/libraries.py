"""Releases printed by Python libraries: ReportLab and fpdf2."""

from documents import rows


def reportlab(release, out, font):
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

    pdfmetrics.registerFont(TTFont("Japanese", font))
    style = ParagraphStyle("p", fontName="Japanese", fontSize=10.5, leading=17, wordWrap="CJK", spaceAfter=4)
    plain = lambda text: text.replace("&", "&amp;").replace("<", "&lt;")

    def run(kind, text):
        if kind == "mark":
            return f"<super>{plain(text)}</super>" if release.layout != "inline" else f"（{plain(text)}）"
        return plain(text)

    story = [Paragraph(plain(release.title), style)]
    story += [Paragraph("".join(run(kind, text) for kind, text in runs), style) for runs in release.body]
    story.append(Paragraph("【用語解説】", style))
    if release.layout.startswith("table"):
        widths = [45 * mm, 45 * mm, 84 * mm] if release.layout == "table-3" else [50 * mm, 124 * mm]
        cells = [[Paragraph(plain(cell), style) for cell in row] for row in rows(release)]
        story.append(Table(cells, widths, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    for number, entry in enumerate(release.entries, 1):
        mark = release.mark(number)
        if release.layout.startswith("table"):
            break
        if release.layout == "inline":
            story.append(Paragraph(plain(f"{mark}）{entry.term}：{entry.definition}"), style))
        else:
            story.append(Paragraph(plain(f"{mark} {entry.term}".strip()), style))
            story.append(Paragraph(plain(entry.definition), style))
    story += [Paragraph("【論文情報】", style), Paragraph("雑誌名：Journal of Sample Studies", style)]
    width, height = A4
    frames = [Frame(18 * mm, 18 * mm, width - 36 * mm, height - 36 * mm)]
    if release.layout == "columns":
        half = (width - 44 * mm) / 2
        frames = [Frame(x, 18 * mm, half, height - 36 * mm) for x in (18 * mm, 26 * mm + half)]
    document = BaseDocTemplate(str(out), pagesize=A4, pageTemplates=[PageTemplate(frames=frames)])
    document.build(story)


def fpdf(release, out, font):
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("Japanese", fname=font)
    pdf.set_font("Japanese", size=10.5)

    def paragraph(text):
        pdf.multi_cell(0, 6.5, text, align="J" if len(text) > 30 else "L", new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")

    paragraph(release.title)
    for runs in release.body:
        for kind, text in runs:
            pdf.char_vpos = "SUP" if kind == "mark" and release.layout != "inline" else "LINE"
            pdf.write(6.5, f"（{text}）" if kind == "mark" and release.layout == "inline" else text, wrapmode="CHAR")
        pdf.char_vpos = "LINE"
        pdf.ln(8)
    paragraph("【用語解説】")
    if release.layout.startswith("table"):
        widths = (45, 45, 90) if release.layout == "table-3" else (50, 130)
        with pdf.table(col_widths=widths, first_row_as_headings=False, text_align="LEFT", wrapmode="CHAR", line_height=6) as table:
            for row in rows(release):
                table.row(row)
    else:
        for number, entry in enumerate(release.entries, 1):
            mark = release.mark(number)
            if release.layout == "inline":
                paragraph(f"{mark}）{entry.term}：{entry.definition}")
            else:
                paragraph(f"{mark} {entry.term}".strip())
                paragraph(entry.definition)
    paragraph("【論文情報】")
    paragraph("雑誌名：Journal of Sample Studies")
    pdf.output(str(out))
