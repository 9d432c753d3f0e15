#!/bin/sh
# Opens a workbook of ours with openpyxl and LibreOffice, and imports what LibreOffice makes of it, where they are installed.
#   tests/clients/spreadsheets.sh [TAIYAKU]
# PYTHON names an interpreter that has openpyxl; SOFFICE the program of LibreOffice.
set -eu

taiyaku=$(realpath "${1:-$TAIYAKU}")
python=${PYTHON:-python3}
soffice=${SOFFICE:-soffice}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'ja,en,definition,usage\n𠮷野①⻭ｶﾅ,001,定義,preferred\n葛󠄀城,"\x27=SUM(A1)",一行,forbidden\n細胞,cell,\x27+1,\n' > terms.csv
export_to() { "$taiyaku" --quiet --database base.sqlite export --candidates --out "$1"; }
"$taiyaku" --quiet --no-starter --database base.sqlite import terms.csv > /dev/null
export_to ours.xlsx
export_to ours.csv

if "$python" -c 'import openpyxl' 2> /dev/null; then
  "$python" - <<'PYTHON'
import csv, openpyxl
book = openpyxl.load_workbook("ours.xlsx")
rows = [["" if cell.value is None else str(cell.value) for cell in row] for row in book["Terms"].iter_rows()]
assert all(cell.data_type != "f" for row in book["Terms"].iter_rows() for cell in row), "a cell is a formula"
guarded = lambda text: text[1:] if text.startswith("'") and text[1:2] in "=+-@＝＋－＠" else text
table = [[guarded(cell) for cell in row] for row in csv.reader(open("ours.csv", encoding="utf-8", newline=""))]
assert rows == table, (rows, table)
assert "About" in book.sheetnames
print("openpyxl reads the workbook as the table")
PYTHON
else
  echo 'openpyxl is not installed: left out'
fi

if command -v "$soffice" > /dev/null; then
  for form in xlsx ods; do
    mkdir "$form"
    "$soffice" "-env:UserInstallation=file://$work/profile" --headless --convert-to "$form" --outdir "$form" ours.xlsx > "$form.log" 2>&1
    "$taiyaku" --quiet --no-starter --database "$form.sqlite" import "$form/ours.$form" > /dev/null
    "$taiyaku" --quiet --database "$form.sqlite" export --candidates --out "$form.csv"
    # Which rows there are, without numbers and evidence, which are those of another base.
    for table in ours.csv "$form.csv"; do cut -d, -f2-8 "$table" | sort > "$table.rows"; done
    cmp ours.csv.rows "$form.csv.rows"
    echo "LibreOffice saves the workbook as $form, and it is read as before"
  done
else
  echo 'LibreOffice is not installed: left out'
fi
