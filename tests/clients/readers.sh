# Files of ours in the readers of others: translate-toolkit and rdflib, installed once, and Weblate's format classes.
#   tests/clients/run readers
# TAIYAKU names the program. Weblate's classes are those that `tests/clients/run weblate` installs.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
place="$TAIYAKU_CLIENTS/readers"
if [ ! -f "$place/done" ]; then
  rm -rf "$place"
  python3 -m venv "$place"
  "$place/bin/pip" -q install translate-toolkit==3.20.4 rdflib==7.6.0 openpyxl==3.1.5 python-docx==1.2.0 lxml
  touch "$place/done"
fi
files="$work/files"
mkdir -p "$files"
cat > "$work/terms.csv" <<'CSV'
concept_id,ja,reading,en,abbreviation,part_of_speech,part_of_speech_en,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
1,𠮷野①,よしの,Yoshino,,noun,noun,preferred,approved,1,,,geography,地名。,,
2,量子もつれ,りょうしもつれ,quantum entanglement,,noun,,preferred,approved,1,,,physics,"相関、""強い""もの。",,
2,量子もつれ,りょうしもつれ,quantum tangle,,noun,,forbidden,approved,1,,,physics,"相関、""強い""もの。",,
3,葛󠄀城,,Katsuragi & <b>,,,,admitted,approved,1,,,,,,
CSV
cat > "$work/memory.tmx" <<'TMX'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="ja" datatype="plaintext"/><body>
<tu tuid="k1"><tuv xml:lang="ja"><seg>𠮷は①、ﾞと⻭。</seg></tuv><tuv xml:lang="en"><seg>Yoshi is “①” &amp; more.</seg></tuv></tu></body></tmx>
TMX
run() { "$TAIYAKU" --quiet --no-starter --database "$work/readers.db" "$@"; }
rm -f "$work"/readers.db*
run import "$work/terms.csv" > /dev/null
run import --approved "$work/memory.tmx" > /dev/null
for pair in tbx2:tbx omegat:utf8 utx:utx weblate:csv skos:jsonld tmx:tmx xliff12:xlf xliff21:xlf po:po; do
  run export --candidates --format "${pair%:*}" --out "$files/${pair%:*}.${pair#*:}"
done
run export --candidates --format tbx2 --profile weblate --out "$files/for_weblate.tbx"
"$place/bin/python" "$here/readers.py" "$files"
weblate="$TAIYAKU_CLIENTS/weblate-2026.10.1/bin/python"
if [ -x "$weblate" ]; then PYTHONWARNINGS=ignore "$weblate" "$here/weblate_files.py" "$files"
else echo "readers: Weblate is not installed: left out; tests/clients/run weblate installs it"; fi
