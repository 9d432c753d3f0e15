"""Inputs for the readers of spreadsheets, term bases and lists, and bases that are expensive to export."""

from files import cell, named, ods, ods_cell, ods_row, po, table, tbx, tbx3, text, utx, xlsx, xliff2

IMPORT = ["import", "FILE", "--no-starter"]
MAPPED = [*IMPORT, "--map", "ja=1,en=2"]
TIG = "<tig><term>{}</term></tig>"
CONCEPT = '<conceptEntry id="c{0}"><min:subjectField>甲</min:subjectField><langSec xml:lang="ja"><termSec><term>細胞{0}</term></termSec></langSec><langSec xml:lang="en"><termSec><term>cell {0}</term></termSec></langSec></conceptEntry>'
GLOSS = '<gls:glossEntry id="g{0}"><gls:term>細胞{0}</gls:term><gls:translation>cell {0}</gls:translation></gls:glossEntry>'
GLOSSARY = ' xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"'


def rows(form):
    return lambda n: "".join(form(i) for i in range(n))


def referring(number):
    return f'<row><c t="s"><v>{number}</v></c>{cell("cell")}</row>'


SHEETS = [
    ("XLSX, rows", 2_000, xlsx(rows(lambda i: f"<row>{cell(f'細胞{i}')}{cell(f'cell {i}')}</row>")), IMPORT),
    ("XLSX, empty rows", 250_000, xlsx(lambda n: "<row/>" * n), IMPORT),
    ("XLSX, empty cells", 250_000, xlsx(lambda n: "<row>" + "<c/>" * n + "</row>"), IMPORT),
    ("XLSX, columns", 20_000, xlsx(lambda n: f"<row>{cell('細胞') * n}</row>"), IMPORT),
    ("XLSX, one cell", 10_000, xlsx(lambda n: f"<row>{cell('あ' * n)}{cell('cell')}</row>"), IMPORT),
    ("XLSX, a long text shared by rows", 500, xlsx(lambda n: referring(0) * n, strings=lambda n: f"<si><t>{'あ' * 40_000}</t></si>"), IMPORT),
    ("XLSX, a long text in each column", 10, xlsx(lambda n: ("<row>" + '<c t="s"><v>0</v></c>' * 512 + "</row>") * n, strings=lambda n: f"<si><t>{'あ' * 40_000}</t></si>"), IMPORT),
    ("XLSX, shared texts", 100_000, xlsx(lambda n: referring(0), strings=rows(lambda i: f"<si><t>細胞{i}</t></si>")), IMPORT),
    ("XLSX, runs of one text", 20_000, xlsx(lambda n: referring(0), strings=lambda n: f"<si>{'<r><t>あ</t></r>' * n}</si>"), IMPORT),
    ("XLSX, merged cells", 20_000, xlsx(rows(lambda i: f"<row>{cell(f'細胞{i}')}</row>"), lambda n: "<mergeCells>" + "".join(f'<mergeCell ref="B{i + 2}:B{i + 3}"/>' for i in range(n)) + "</mergeCells>"), IMPORT),
    ("XLSX, cells merged over all rows", 500, xlsx(lambda n: "<row>" + cell("あ") * 400 + "</row>" + f"<row>{cell('細胞')}</row>" * n, lambda n: "<mergeCells>" + "".join(f'<mergeCell ref="{name}2:{name}1000000"/>' for name in ("C", "D", "AA", "AB", "OA")) + "</mergeCells>"), IMPORT),
    ("XLSX, cells behind the last column", 100_000, xlsx(lambda n: "<row>" + '<c r="XFD2" t="inlineStr"><is><t>x</t></is></c>' * n + "</row>"), IMPORT),
    ("XLSX, errors", 20_000, xlsx(lambda n: '<row><c t="e"><v>#REF!</v></c><c><f>A1</f></c></row>' * n), IMPORT),
    ("XLSX, elements left open", 10_000, xlsx(lambda n: "<row><c>" * n), IMPORT),
    ("ODS, rows", 2_000, ods(rows(lambda i: ods_row(ods_cell(f"細胞{i}"), ods_cell(f"cell {i}")))), IMPORT),
    ("ODS, a row repeated", 5_000, ods(lambda n: ods_row(ods_cell("細胞"), ods_cell("cell"), attributes=f' table:number-rows-repeated="{n}"')), IMPORT),
    ("ODS, rows repeated a million times", 1, ods(lambda n: ods_row(ods_cell("細胞"), ods_cell("x", ' table:number-columns-repeated="400"'), attributes=' table:number-rows-repeated="1048576"') * n), IMPORT),
    ("ODS, a long cell repeated", 1, ods(lambda n: ods_row(ods_cell("あ" * 40_000, ' table:number-columns-repeated="512"'), attributes=' table:number-rows-repeated="1048576"') * n), IMPORT),
    ("ODS, paragraphs of one cell", 5_000, ods(lambda n: ods_row(ods_cell("</text:p><text:p>".join("あ" for _ in range(n))), ods_cell("cell"))), IMPORT),
    ("ODS, spaces of one cell", 5_000, ods(lambda n: ods_row(ods_cell('あ<text:s text:c="99999"/>' * n), ods_cell("cell"))), IMPORT),
    ("ODS, furigana", 5_000, ods(lambda n: ods_row(ods_cell("<text:ruby><text:ruby-base>細</text:ruby-base><text:ruby-text>さい</text:ruby-text></text:ruby>" * n), ods_cell("cell"))), IMPORT),
    ("ODS, cells merged over all rows", 500, ods(lambda n: ods_row(ods_cell("細胞", ' table:number-rows-spanned="1000000"'), ods_cell("x", ' table:number-rows-spanned="1000000" table:number-columns-repeated="400"')) + ods_row("<table:covered-table-cell/>" * 401, ods_cell("cell")) * n), IMPORT),
]

TERM_BASES = [
    ("TBX 2019, concepts", 2_000, tbx3(rows(CONCEPT.format)), IMPORT),
    ("TBX 2019, references that lead nowhere", 10_000, tbx3(lambda n: '<conceptEntry id="c"><langSec xml:lang="ja"><termSec><term>細胞</term></termSec></langSec>' + "".join(f'<basic:crossReference target="x{i}">y</basic:crossReference>' for i in range(n)) + "</conceptEntry>"), IMPORT),
    ("TBX, notes of one concept", 1_000, tbx(lambda n: f'<termEntry id="c"><langSet xml:lang="ja">{TIG.format("細胞")}</langSet>' + "".join(f"<note>注{i}</note>" for i in range(n)) + "</termEntry>"), IMPORT),
    ("TBX, notes of one term", 1_000, tbx(lambda n: '<termEntry id="c"><langSet xml:lang="ja"><tig><term>細胞</term>' + "".join(f"<note>注{i}</note>" for i in range(n)) + "</tig></langSet></termEntry>"), IMPORT),
    ("TBX, definitions of one concept", 1_000, tbx(lambda n: '<termEntry id="c"><langSet xml:lang="ja">' + "".join(f'<descrip type="definition">定義{i}</descrip>' for i in range(n)) + TIG.format("細胞") + "</langSet></termEntry>"), IMPORT),
    ("TBX, languages of one concept", 1_000, tbx(lambda n: '<termEntry id="c">' + "".join(f'<langSet xml:lang="x-a{i}">{TIG.format("a")}</langSet>' for i in range(n)) + f'<langSet xml:lang="ja">{TIG.format("細胞")}</langSet></termEntry>'), IMPORT),
    ("TBX, markup in one term", 10_000, tbx(lambda n: f'<termEntry id="c"><langSet xml:lang="ja">{TIG.format("<hi>細</hi>" * n)}</langSet></termEntry>'), IMPORT),
    ("TBX, one number many times", 2_000, tbx(lambda n: f'<termEntry id="c"><langSet xml:lang="ja">{TIG.format("細胞")}</langSet></termEntry>' * n), IMPORT),
    ("TBX, unknown categories", 1_000, tbx(lambda n: f'<termEntry id="c"><langSet xml:lang="ja">{TIG.format("細胞")}</langSet>' + "".join(f'<descrip type="x{i}">y</descrip>' for i in range(n)) + "</termEntry>"), IMPORT),
    ("XLIFF 2 glossary, entries", 2_000, xliff2(lambda n: "".join(f'<unit id="u{i}"><gls:glossary{GLOSSARY}>{GLOSS.format(i)}</gls:glossary><segment><source>x</source></segment></unit>' for i in range(n))), IMPORT),
    ("XLIFF 2 glossary, entries of one unit", 1_000, xliff2(lambda n: f'<unit id="u"><gls:glossary{GLOSSARY}>{rows(GLOSS.format)(n)}</gls:glossary><segment><source>x</source></segment></unit>'), IMPORT),
]

LISTS = [
    ("memoQ, rows", 2_000, table(lambda n: ["Entry_ID;Entry_Subject;Japanese;Term_Info;English;Term_Info\n", *(f"{i};甲;細胞{i};;cell {i};\n" for i in range(n))], "input.csv"), IMPORT),
    ("memoQ, columns of one language", 500, table(lambda n: ["Entry_ID;" + "Japanese;Term_Info;" * n + "English\n", "1;" + "".join(f"細胞{i};;" for i in range(n)) + "cell\n"], "input.csv"), IMPORT),
    ("Weblate, rows", 2_000, table(lambda n: ['"source","target","context"\n', *(f'"細胞{i}","cell {i}","{i}"\n' for i in range(n))], "input.csv"), [*IMPORT, "--from", "ja", "--into", "en"]),
    ("DeepL, rows", 2_000, table(lambda n: [f"細胞{i}\tcell {i}\n" for i in range(n)]), MAPPED),
    ("Google, rows", 2_000, table(lambda n: [f"細胞{i},cell {i}\n" for i in range(n)], "input.csv"), MAPPED),
    ("CSV, terms of one cell", 2_000, table(lambda n: ["ja,en\n", "; ".join(f"細胞{i}" for i in range(n)) + ",cell\n"], "input.csv"), IMPORT),
    ("CSV, brackets of one cell", 20_000, table(lambda n: ["ja,en\n", "細胞" + "（あ）" * n + ",cell\n", "細胞" + "（" * n + ",cell\n"], "input.csv"), IMPORT),
    ("CSV, quotation marks of one cell", 100_000, table(lambda n: ["ja,en\n", '"細胞' + '""' * n + '",cell\n'], "input.csv"), IMPORT),
    ("CSV, comments before the heading", 20_000, table(lambda n: ["# 注\n" * n, "ja,en\n細胞,cell\n"], "input.csv"), IMPORT),
    ("UTX, one term many times", 500, utx(lambda n: "".join(f"細胞\tcell {i}\tnoun\n" for i in range(n))), IMPORT),
    ("UTX, one row many times", 20_000, utx(lambda n: "細胞\tcell\tnoun\n" * n), IMPORT),
    ("UTX, one cell", 200_000, utx(lambda n: f"{'あ' * n}\tcell\tnoun\n"), IMPORT),
    ("PO, one source of many contexts", 5_000, po(lambda n: "".join(f'msgctxt "{i}"\nmsgid "細胞"\nmsgstr "cell"\n\n' for i in range(n))), IMPORT),
    ("PO, flags and references", 20_000, po(lambda n: "#, fuzzy, c-format\n#: a.c:1\n#| msgid \"x\"\n" * n + 'msgid "細胞"\nmsgstr "cell"\n'), IMPORT),
    ("PO, obsolete messages", 20_000, po(lambda n: '#~ msgid "細胞"\n#~ msgstr "cell"\n\n' * n), IMPORT),
    ("prh, rules are not terms", 20_000, named("input.yml", lambda n: "version: 1\nrules:\n" + "  - expected: サーバー\n    pattern: /サーバ/\n" * n), IMPORT),
    ("SKOS, a graph is not terms", 20_000, named("input.jsonld", lambda n: '{"@graph": [' + ",".join(f'{{"@id": "c{i}", "prefLabel": {{"ja": "細胞{i}"}}}}' for i in range(n)) + "]}"), IMPORT),
    ("JSON in JSON", 100_000, named("input.jsonld", lambda n: "[" * n), IMPORT),
    ("review sheet, rows", 5_000, text(lambda n: "term,revision,decision\n" + "1,1,\n" * n), ["review", "import", "FILE"]),
]

# A concept with n names in each language: a format of pairs has n times n of them.
PAIRS = (IMPORT, tbx(lambda n: '<termEntry id="c"><langSet xml:lang="ja">' + "".join(TIG.format(f"細胞{i}") for i in range(n)) + '</langSet><langSet xml:lang="en">' + "".join(TIG.format(f"cell {i}") for i in range(n)) + "</langSet></termEntry>"))
# n terms that should not be used, each inside the next.
FORBIDDEN = (IMPORT, table(lambda n: ["concept_id,ja,en,usage\n", *(f"{i},細胞{i},cell {i},preferred\n{i},{'細' * (i % 50 + 1)}{i},cell {i},forbidden\n" for i in range(n))], "terms.csv"))
# n notes on one term.
NOTES = (IMPORT, TERM_BASES[3][2])
# n concepts with one source term.
REPEATED = (IMPORT, table(lambda n: ["concept_id,ja,en\n", *(f"{i},細胞,cell {i}\n" for i in range(n))], "terms.csv"))


def export(form, *words):
    return ["export", "--format", form, "--candidates", "--out", "OUT", *words]


EXPORTS = [
    *((f"export as {form}, one concept of many names", 500, None, export(form), PAIRS) for form in ("csv", "xlsx", "utx", "omegat", "weblate", "xliff21_glossary", "memoq", "deepl", "google_set", "tbx2", "skos", "glossary_html", "glossary_docx", "prh")),
    ("export as prh, many rules", 1_000, None, export("prh"), FORBIDDEN),
    ("export as tbx3, notes of one term", 1_000, None, export("tbx3"), NOTES),
    *((f"export as {form}, one source of many concepts", 1_000, None, export(form), REPEATED) for form in ("deepl", "google_set", "weblate")),
    ("export for mt, one source of many concepts", 1_000, None, export("csv", "--profile", "mt"), REPEATED),
]

FORMATS = SHEETS + TERM_BASES + LISTS + EXPORTS
