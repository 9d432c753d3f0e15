"""Inputs for commands: name, first size, what makes the input, the command, and commands that fill the base before."""

from exchange import FORMATS as EXCHANGE
from files import (
    MAPPED, SHOWN, character_map, docx, forms, html, jmdict, memory, named, pdf, po, table, tbx, text, tmx, utx, xliff, xliff2,
)  # fmt: skip

INGEST, EXTRACT = ["ingest", "FILE"], ["extract", "FILE", "--out", "OUT"]
CHECK, SUGGEST, BRIEF, IMPORT = ["check", "FILE"], ["suggest", "-"], ["brief", "FILE"], ["import", "FILE"]
TERMS = [*IMPORT, "--no-starter", "--approved", "--as", "terms"]
SEGMENTS = [*IMPORT, "--no-starter", "--approved"]
HEAD = "ja\ten\n"

# 199 terms, each the beginning of the next.
NESTED = (TERMS, lambda n, folder: table(lambda n: ["ja,en\n", *(f"{'細胞' * (i + 1)},cell {i}\n" for i in range(199))], "terms.csv")(n, folder))
# n concepts that share one Japanese spelling, and one English spelling.
SHARED = (TERMS, table(lambda n: ["ja,en\n", *(f"細胞,cell {i}\n" for i in range(n)), *(f"語{i},word\n" for i in range(n))], "terms.csv"))
# One concept with n names.
NAMES = (
    ["ingest", "FILE", "--no-starter"],
    lambda n, folder: named("names.txt", lambda n: "".join(f"細胞（cell {'abcdefghij'[i % 10]}{i}）。" for i in range(n)))(n, folder),
)
# One concept with twenty names, and one with a thousand.
FEW = (NAMES[0], lambda n, folder: NAMES[1](20, folder))
MANY = (NAMES[0], lambda n, folder: NAMES[1](1_000, folder))
# n segments with the same source text.
SAME = (SEGMENTS, memory(lambda i: ("細胞は増えた。", f"Cells {i} grew.")))

READERS = [
    ("notes without text, ingest", 250, text(lambda n: "用語解説\n" + "注1\n" * n), INGEST),
    ("notes in one line, ingest", 200, text(lambda n: "用語解説\n" + "注1" * n), INGEST),
    ("numbered notes, ingest", 250, text(lambda n: "用語解説\n" + "".join(f"注{i} 語{i}\n説明。\n" for i in range(1, n + 1))), INGEST),
    ("one note many times, ingest", 250, text(lambda n: "用語解説\n" + "注1 細胞\n説明である。\n" * n), INGEST),
    ("one head many times, ingest", 250, text(lambda n: "用語解説\n" + "".join(f"注{i} 細胞\n{i}の説明である。\n" for i in range(1, n + 1))), INGEST),
    ("headings, extract", 20_000, text(lambda n: "用語解説\n" * n), EXTRACT),
    ("note marks, extract", 20_000, text(lambda n: "細胞注1）は、" * n + "\n用語解説\n注1）細胞\n説明。\n"), EXTRACT),
    ("English glosses in one line", 15_000, text(lambda n: "deep learning network (DLN) " * n), EXTRACT),
    ("Japanese glosses in one line", 15_000, text(lambda n: "細胞（cell）" * n), EXTRACT),
    ("different glosses", 5_000, text(lambda n: "".join(f"細胞{i}型（cell {i}）。" for i in range(n))), EXTRACT),
    ("different glosses, ingest", 500, text(lambda n: "".join(f"細胞{i}型（cell {i}）。" for i in range(n))), INGEST),
    ("open brackets", 100_000, text(lambda n: "細胞（" * n), EXTRACT),
    ("quotes", 50_000, text(lambda n: '"細胞（cell） ' * n), EXTRACT),
    ("variation selectors", 10_000, text(lambda n: "葛" + "\U000e0100" * n), EXTRACT),
    ("voiced sound marks", 100_000, text(lambda n: "ｶ" + "ﾞ" * n), EXTRACT),
    ("rare kanji", 100_000, text(lambda n: "𠮷野" * n), EXTRACT),
    ("long vowel marks", 100_000, text(lambda n: "データー" + "ー" * n), EXTRACT),
    ("digits", 40_000, text(lambda n: "1" * n), EXTRACT),
    ("dates", 20_000, text(lambda n: "2026年4月1日" * n), EXTRACT),
    ("one line without spaces", 250_000, text(lambda n: "あ" * n), EXTRACT),
    ("short lines", 100_000, text(lambda n: "あ\n" * n), EXTRACT),
    ("attributes of one tag", 50_000, html(lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">本文である。</p>"), EXTRACT),
    ("attributes behind a quote in a script", 50_000, html(lambda n: "<script>let a = '\"';</script><p " + " ".join(f"a{i}=1" for i in range(n)) + ">本文である。</p>"), EXTRACT),
    ("attributes behind an open comment", 50_000, html(lambda n: "<!-- ' > --><textarea>'</textarea><p " + " ".join(f"a{i}=1" for i in range(n)) + ">本文である。</p>"), EXTRACT),
    ("elements", 100_000, html(lambda n: "<p>あ" * n), EXTRACT),
    ("formatting left open", 1_000, html(lambda n: "<b><p>あ" * n), EXTRACT),
    ("links left open", 1_000, html(lambda n: "<a><table>あ" * n), EXTRACT),
    ("end tags that close nothing", 10_000, html(lambda n: "<div></x>あ" * n), EXTRACT),
    ("elements that XML would close", 10_000, html(lambda n: "<div/>あ" * n), EXTRACT),
    ("cells in a drawing", 10_000, html(lambda n: "<svg>" + "<td>あ" * n), EXTRACT),
    ("attributes behind a quote in a drawing", 50_000, html(lambda n: "<svg><style><p x='</style><p " + " ".join(f"a{i}=1" for i in range(n)) + ">本文である。</p>"), EXTRACT),
    ("entities", 250_000, html(lambda n: "<p>" + "&amp;" * n), EXTRACT),
    ("nested tables", 100, html(lambda n: "<table><tr><td>あ" * n), EXTRACT),
    ("small paragraphs", 150_000, docx(lambda n: "<w:p><w:r><w:t>あ</w:t></w:r></w:p>" * n), EXTRACT),
    ("empty runs", 500_000, docx(lambda n: "<w:p>" + "<w:r><w:t>あ</w:t></w:r>" * n + "</w:p>"), EXTRACT),
    ("attributes of one run", 20_000, docx(lambda n: "<w:p><w:r " + " ".join(f'a{i}="1"' for i in range(n)) + "><w:t>あ</w:t></w:r></w:p>"), EXTRACT),
    ("footnotes", 20_000, docx(lambda n: "<w:p><w:r><w:t>あ</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>" * n, lambda n: '<w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>' * n), EXTRACT),
    ("operators that save", 100_000, pdf(lambda n: SHOWN + b"q " * n), EXTRACT),
    ("operators that save, too many", 2_000_000, pdf(lambda n: SHOWN + b"q " * n), EXTRACT),
    ("operators that show, too many", 500_000, pdf(lambda n: b"BT /F 1 Tf " + b"(a) Tj " * n + b"ET"), EXTRACT),
    ("operators that show", 45_000, pdf(lambda n: b"BT /F 1 Tf " + b"(a) Tj " * n + b"ET"), EXTRACT),
    ("forms in forms", 10, pdf(lambda n: SHOWN + b"/N Do\n" * n, forms, b"<< /Font << /F 4 0 R >> /XObject << /N 6 0 R >> >>"), EXTRACT),
    ("a character map of many codes", 50, pdf(lambda n: SHOWN, lambda n: [(b"", character_map(n))], font=MAPPED), EXTRACT),
]

# Every format that is imported: many units, one large unit, and what its structure allows to repeat.
TU = '<tu><tuv xml:lang="ja"><seg>細胞{0}</seg></tuv><tuv xml:lang="en"><seg>cell {0}</seg></tuv></tu>\n'
TRANS = '<trans-unit id="{0}"><source>細胞{0}</source><target>cell {0}</target></trans-unit>\n'
FORMATS = [
    ("TMX, units", 20_000, tmx(lambda n: "".join(TU.format(i) for i in range(n))), IMPORT),
    ("TMX, one pair many times", 20_000, memory(lambda i: ("細胞は増えた。", "The cells grew.")), IMPORT),
    ("TMX, one source many times", 5_000, memory(lambda i: ("細胞は増えた。", f"Cells {i} grew.")), IMPORT),
    ("TMX, one long text", 250_000, tmx(lambda n: TU.format("あ" * n)), IMPORT),
    ("TMX, languages of one unit", 2_000, tmx(lambda n: "<tu>" + '<tuv xml:lang="ja"><seg>細胞</seg></tuv><tuv xml:lang="en"><seg>cell</seg></tuv>' * n + "</tu>"), IMPORT),
    ("TMX, properties of one unit", 5_000, tmx(lambda n: "<tu>" + '<prop type="x">y</prop>' * n + TU.format(1)[4:]), IMPORT),
    ("TMX, inline codes", 5_000, tmx(lambda n: TU.format('<ph x="1"/>' * n)), IMPORT),
    ("TMX, nested codes", 100, tmx(lambda n: TU.format('<hi type="x">' * n + "あ" + "</hi>" * n)), IMPORT),
    ("TMX, elements left open", 10_000, tmx(lambda n: "<tu>" * n), IMPORT),
    ("XLIFF, units", 12_000, xliff(lambda n: "".join(TRANS.format(i) for i in range(n))), IMPORT),
    ("XLIFF, units, check", 5_000, xliff(lambda n: "".join(TRANS.format(i) for i in range(n))), CHECK),
    ("XLIFF, groups in groups", 20, xliff(lambda n: '<group id="g">' * n + TRANS.format(1) + "</group>" * n), IMPORT),
    ("XLIFF, alternatives", 5_000, xliff(lambda n: TRANS.format(1)[:-14] + "<alt-trans><target>cell</target></alt-trans>" * n + "</trans-unit>"), IMPORT),
    ("XLIFF 2, segments of one unit", 5_000, xliff2(lambda n: '<unit id="u">' + "<segment><source>細胞</source><target>cell</target></segment>" * n + "</unit>"), IMPORT),
    ("XLIFF 2, data of one unit", 5_000, xliff2(lambda n: '<unit id="u"><originalData>' + "".join(f'<data id="d{i}">&lt;b&gt;</data>' for i in range(n)) + "</originalData><segment><source>細胞" + "".join(f'<ph id="{i}" dataRef="d{i}"/>' for i in range(n)) + "</source><target>cell</target></segment></unit>"), IMPORT),
    ("PO, messages", 12_000, po(lambda n: "".join(f'msgid "細胞{i}"\nmsgstr "cell {i}"\n\n' for i in range(n))), IMPORT),
    ("PO, one message of many lines", 20_000, po(lambda n: 'msgid ""\n' + '"細胞"\n' * n + 'msgstr "cell"\n'), IMPORT),
    ("PO, plural forms", 2_000, po(lambda n: 'msgid "細胞"\nmsgid_plural "細胞"\n' + "".join(f'msgstr[{i}] "cell"\n' for i in range(n))), IMPORT),
    ("PO, comments", 50_000, po(lambda n: "#. 注\n" * n + 'msgid "細胞"\nmsgstr "cell"\n'), IMPORT),
    ("PO, escapes", 50_000, po(lambda n: f'msgid "{chr(92)}n"\nmsgstr "{(chr(92) + "n") * n}"\n'), IMPORT),
    ("CSV, rows", 2_000, table(lambda n: ["ja,en\n", *(f"細胞{i},cell {i}\n" for i in range(n))], "input.csv"), IMPORT),
    ("CSV, one cell", 250_000, table(lambda n: ["ja,en\n", f'"{"あ" * n}",cell\n'], "input.csv"), IMPORT),
    ("CSV, quote left open", 100_000, table(lambda n: ["ja,en\n", '"細胞\n', "細胞,cell\n" * n], "input.csv"), IMPORT),
    ("CSV, columns", 20_000, table(lambda n: ["ja,en" + ",x" * n + "\n", "細胞,cell" + ",x" * n + "\n"], "input.csv"), IMPORT),
    ("CSV, one spelling of many concepts", 500, SHARED[1], IMPORT),
    ("TSV, rows", 2_000, table(lambda n: [HEAD, *(f"細胞{i}\tcell {i}\n" for i in range(n))]), IMPORT),
    ("TSV, one term many times", 500, table(lambda n: [HEAD, *(f"細胞\tcell {i}\n" for i in range(n))]), IMPORT),
    ("TSV, one cell", 250_000, table(lambda n: [HEAD, "あ" * n + "\tcell\n"]), IMPORT),
    ("UTX, rows", 2_000, utx(lambda n: "".join(f"細胞{i}\tcell {i}\tnoun\n" for i in range(n))), IMPORT),
    ("UTX, cells of one row", 50_000, utx(lambda n: "細胞\tcell\tnoun" + "\tx" * n + "\n"), IMPORT),
    ("UTX, header", 20_000, named("input.utx", lambda n: "#UTX 1.11; ja/en; x\n" + "# x\n" * n + "#src\ttgt\n細胞\tcell\n"), IMPORT),
    ("TBX, concepts", 2_000, tbx(lambda n: "".join(f'<termEntry id="c{i}"><langSet xml:lang="ja"><tig><term>細胞{i}</term></tig></langSet><langSet xml:lang="en"><tig><term>cell {i}</term></tig></langSet></termEntry>' for i in range(n))), IMPORT),
    ("TBX, terms of one concept", 1_000, tbx(lambda n: '<termEntry id="c"><langSet xml:lang="ja">' + "".join(f"<tig><term>細胞{i}</term></tig>" for i in range(n)) + '</langSet><langSet xml:lang="en"><tig><term>cell</term></tig></langSet></termEntry>'), IMPORT),
    ("EDICT, entries", 5_000, named("input.edict", lambda n: "".join(f"細胞{i} [さいぼう] /(n) cell {i}/\n" for i in range(n))), IMPORT),
    ("EDICT, glosses of one entry", 5_000, named("input.edict", lambda n: "細胞 [さいぼう] /(n) " + "/".join(f"cell {i}" for i in range(n)) + "/\n"), IMPORT),
    ("EDICT, spellings of one entry", 5_000, named("input.edict", lambda n: ";".join(f"細胞{i}" for i in range(n)) + " [さいぼう] /(n) cell/\n"), IMPORT),
    ("JMdict, entries", 5_000, jmdict(lambda n: "".join(f"<entry><ent_seq>{i}</ent_seq><k_ele><keb>漢{i}字</keb></k_ele><r_ele><reb>かんじ</reb></r_ele><sense><pos>&n;</pos><gloss>character</gloss></sense></entry>" for i in range(n))), IMPORT),
    ("JMdict, an entry of many spellings", 4_000, jmdict(lambda n: "<entry><ent_seq>1</ent_seq>" + "".join(f"<k_ele><keb>漢{i}字</keb></k_ele>" for i in range(n)) + "<r_ele><reb>かんじ</reb></r_ele><sense><pos>&n;</pos><gloss>character</gloss></sense></entry>"), IMPORT),
    ("JMdict, spellings and senses", 100, jmdict(lambda n: "<entry><ent_seq>1</ent_seq>" + "".join(f"<k_ele><keb>漢{i}字</keb></k_ele>" for i in range(n)) + "<r_ele><reb>かんじ</reb></r_ele>" + "".join(f"<sense><pos>&n;</pos><gloss>character {i}</gloss></sense>" for i in range(n)) + "</entry>"), IMPORT),
    ("OmegaT glossary, rows", 2_000, named("input.utf8", lambda n: "# Glossary in tab-separated format -*- coding: utf-8 -*-\n" + "".join(f"細胞{i}\tcell {i}\tnote\n" for i in range(n))), [*IMPORT, "--from", "ja", "--into", "en"]),
    ("Markdown, check", 5_000, table(lambda n: [HEAD, *(f"**細胞{i}**\t**cell {i}**\n" for i in range(n))]), CHECK),
]

ENGINES = [
    ("one term of many glosses, ingest", 1_000, NAMES[1], INGEST),
    ("one term of many glosses, again", 1_000, text(lambda n: "新しい文。" + "".join(f"細胞（cell {'abcdefghij'[i % 10]}{i}）。" for i in range(n))), INGEST, NAMES),
    ("two texts, align", 500, text(lambda n: "".join(f"細胞{i}は{i}個に増えた。" for i in range(n)) + "\n\nAbstract\n" + " ".join(f"Cell {i} grew to {i}." for i in range(n))), INGEST),
    ("nested terms, suggest", 2_500, text(lambda n: "細胞" * n + "\n"), SUGGEST, NESTED),
    ("nested terms, brief", 12_500, text(lambda n: "細胞" * n + "\n"), BRIEF, NESTED),
    ("nested terms, check", 2_500, table(lambda n: [HEAD, "細胞" * n + "\tcell\n"]), CHECK, NESTED),
    ("one spelling of many concepts, suggest", 250, text(lambda n: "細胞を調べた。" * n + "\n"), SUGGEST, SHARED),
    ("one spelling of many concepts, brief", 250, text(lambda n: "細胞を調べた。" * n + "\n"), BRIEF, SHARED),
    ("one spelling of many concepts, check", 250, table(lambda n: [HEAD, *("細胞を調べた。\tWe examined the word.\n" for _ in range(n))]), CHECK, SHARED),
    ("one spelling of many concepts, one text", 250, table(lambda n: [HEAD, "細胞を調べた。" * n + "\t" + "We examined the word. " * n + "\n"]), CHECK, SHARED),
    ("one spelling of many concepts, look-up", 500, None, ["lookup", "細胞"], SHARED),
    ("one term of two names, check", 1_250, table(lambda n: [HEAD, *("細胞を調べた。\tWe examined the cell a0.\n細胞を調べた。\tWe examined the cell b1.\n" for _ in range(n))]), CHECK, FEW),
    ("one source of two translations, check", 12_500, table(lambda n: [HEAD, *("細胞を調べた。\tWe examined it.\n細胞を調べた。\tIt was examined.\n" for _ in range(n))]), CHECK),
    ("one concept of many names, check", 250, table(lambda n: [HEAD, *("細胞を調べた。\tWe examined the cell a0 and the cell b1.\n" for _ in range(n))]), CHECK, NAMES),
    ("one concept of many names, one text", 250, table(lambda n: [HEAD, "細胞を調べた。" * n + "\t" + " ".join(f"cell {'abcdefghij'[i % 10]}{i}" for i in range(n)) + "\n"]), CHECK, NAMES),
    ("one concept of many names, look-up", 500, None, ["lookup", "細胞"], NAMES),
    ("one source many times, suggest", 5_000, text(lambda n: "細胞は増えた。\n"), SUGGEST, SAME),
    ("a long segment, suggest", 25_000, text(lambda n: "細胞は増えた。" * (n // 7) + "\n"), SUGGEST, SAME),
    ("many segments, suggest", 1_000, text(lambda n: "".join(f"細胞{i}は増えた。\n" for i in range(n))), SUGGEST, SAME),
    ("look-up of a long query", 25, text(lambda n: "x"), ["lookup", "細胞" * 100], NESTED),
    ("variation selectors, check", 10_000, table(lambda n: [HEAD, "葛" + "\U000e0100" * n + "\tkudzu\n"]), CHECK),
    ("digits, check", 40_000, table(lambda n: [HEAD, "1" * n + "\t" + "2" * n + "\n"]), CHECK),
    ("digits and commas, check", 20_000, table(lambda n: [HEAD, "1," * n + "\t" + "1," * n + "\n"]), CHECK),
    ("numbers, check", 2_500, table(lambda n: [HEAD, "".join(f"{i}個と" for i in range(n)) + "\t" + " and ".join(str(i + 1) for i in range(n)) + "\n"]), CHECK),
    ("tags, check", 5_000, table(lambda n: [HEAD, "<b>" * n + "細胞\t" + "</b>" * n + "cell\n"]), CHECK),
    ("placeholders, check", 5_000, table(lambda n: [HEAD, "".join(f"{{a{i}}}" for i in range(n)) + "細胞\t" + "".join(f"{{b{i}}}" for i in range(n)) + "cell\n"]), CHECK),
    ("brackets, check", 20_000, table(lambda n: [HEAD, "（" * n + "細胞\t" + "(" * n + "cell\n"]), CHECK),
    ("addresses, check", 2_500, table(lambda n: [HEAD, "".join(f"https://a.example/{i} " for i in range(n)) + "\t" + "".join(f"https://b.example/{i} " for i in range(n)) + "\n"]), CHECK),
    ("repeated words, check", 20_000, table(lambda n: [HEAD, "細胞" * n + "\t" + "the " * n + "\n"]), CHECK),
    ("abbreviations, check", 5_000, table(lambda n: [HEAD, "細胞\t" + "ABC (" * n + "\n"]), CHECK),
    ("a large memory, check", 15_000, memory(lambda i: (f"細胞{i}は増えた。", f"Cell {i} grew.")), CHECK),
    ("one pair many times, check", 15_000, memory(lambda i: ("細胞は増えた。", f"Cells {i} grew.")), CHECK),
    ("a larger memory, check", 150_000, memory(lambda i: (f"細胞{i}は増えた。", f"Cell {i} grew.")), CHECK),
]

CASES = READERS + FORMATS + EXCHANGE + ENGINES
