#!/bin/sh
# Opens tables in Word documents of ours with python-docx and LibreOffice, and imports what LibreOffice makes of them, where they are installed.
#   tests/clients/documents.sh [TAIYAKU]
# PYTHON names an interpreter that has python-docx; SOFFICE the program of LibreOffice.
set -eu

taiyaku=$(realpath "${1:-$TAIYAKU}")
python=${PYTHON:-python3}
soffice=${SOFFICE:-soffice}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'ja,en,usage\n𠮷野①⻭ｶﾅ,Yoshino & <b>,preferred\n葛󠄀城,"=SUM(A1)",forbidden\n細胞,cell; unit,admitted\n' > terms.csv
cat > memory.tmx <<'TMX'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="ja" datatype="plaintext"/><body>
<tu tuid="k1"><tuv xml:lang="ja"><seg>𠮷は①、ﾞと⻭。
二行目	表</seg></tuv><tuv xml:lang="en"><seg>Yoshi is ①.
Second line	tab</seg></tuv></tu>
<tu tuid="k2"><tuv xml:lang="ja"><seg>  空白で始まる。</seg></tuv><tuv xml:lang="en"><seg>  Begins with blanks.</seg></tuv></tu>
</body></tmx>
TMX
run() { "$taiyaku" --quiet --no-starter --database "$@"; }
run base.sqlite import terms.csv > /dev/null
run base.sqlite import --approved memory.tmx > /dev/null
run base.sqlite export --format terms_docx --candidates --out terms.docx
run base.sqlite export --format bilingual_docx --out memory.docx
# What is compared: the pairs with their usage, and the texts.
of_terms() { run "$1" export --format csv --candidates --out "$2.csv"; cut -d, -f2,4,8 "$2.csv" | sort > "$2"; }
of_memory() { run "$1" export --format tmx --out "$2.tmx"; grep -o '<tu tuid="[^"]*"\|<seg>[^<]*' "$2.tmx" > "$2" || true; [ -s "$2" ]; }
of_terms base.sqlite terms.want
of_memory base.sqlite memory.want

if "$python" -c 'import docx' 2> /dev/null; then
  "$python" - <<'PYTHON'
import csv, docx
def table(name):
    tables = docx.Document(name).tables
    assert len(tables) == 1, name
    return [[cell.text for cell in row.cells] for row in tables[0].rows]
terms = table("terms.docx")
assert terms[0] == ["concept_id", "日本語", "English", "usage", "review", "note"], terms[0]
guarded = lambda text: text[1:] if text.startswith("'") and text[1:2] in "=+-@＝＋－＠" else text
want = [[guarded(row[1]), guarded(row[3]), row[7]] for row in csv.reader(open("terms.want.csv", encoding="utf-8", newline=""))][1:]
assert [[row[1], row[2], row[3]] for row in terms[1:]] == want, (terms, want)
memory = table("memory.docx")
assert [row[1:3] for row in memory[1:]] == [
    ["𠮷は①、ﾞと⻭。\n二行目\t表", "Yoshi is ①.\nSecond line\ttab"],
    ["  空白で始まる。", "  Begins with blanks."],
], memory
heading = docx.Document("memory.docx").tables[0].rows[0]._tr
assert heading.xpath("./w:trPr/w:tblHeader"), "the heading is not repeated"
print("python-docx reads the tables as they were written")
PYTHON
else
  echo 'python-docx is not installed: left out'
fi

if command -v "$soffice" > /dev/null; then
  mkdir saved
  "$soffice" "-env:UserInstallation=file://$work/profile" --headless --convert-to docx --outdir saved terms.docx memory.docx > soffice.log 2>&1
  run saved.sqlite import saved/terms.docx saved/memory.docx > /dev/null
  of_terms saved.sqlite terms.saved
  of_memory saved.sqlite memory.saved
  cmp terms.want terms.saved
  cmp memory.want memory.saved
  "$soffice" "-env:UserInstallation=file://$work/profile" --headless --convert-to txt:Text --outdir saved memory.docx >> soffice.log 2>&1
  grep -q '𠮷は①、ﾞと⻭。' saved/memory.txt
  echo "LibreOffice opens the tables, saves them, and they are read as before"
else
  echo 'LibreOffice is not installed: left out'
fi
