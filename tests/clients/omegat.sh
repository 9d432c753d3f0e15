# OmegaT (Debian's 3.6) without a display: files by URL, their tags, and the plugin against a served Taiyaku.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
[ -f /usr/share/omegat/OmegaT.jar ] || { echo "OmegaT is not installed: apt install omegat default-jdk-headless"; exit 1; }
jar="$("$root/editors/omegat/build.sh" "$TAIYAKU_CLIENTS/omegat-plugin")"
again="$("$root/editors/omegat/build.sh" "$work/again")"
cmp "$jar" "$again" || { echo "two builds of the plugin differ"; exit 1; }

fetch() { curl -sS -H "Authorization: Bearer $reader" "$@"; }
fail() { echo "$1"; exit 1; }

# Files by URL: a strong tag, 304 for who has it, another tag for other bytes.
for file in default.utf8 default.csv default.tbx default.tbx3 default.tmx; do
  tag="$(fetch -o "$work/$file" -D - "$url/export/$file" | tr -d '\r' | sed -n 's/^etag: //p')"
  case "$tag" in '"'*'"') ;; *) fail "$file: no strong tag but $tag" ;; esac
  status="$(fetch -o /dev/null -w '%{http_code}' -H "If-None-Match: $tag" "$url/export/$file")"
  [ "$status" = 304 ] || fail "$file: $status instead of 304"
  packed="$(fetch -o "$work/$file.gz" -D - -H 'Accept-Encoding: gzip' "$url/export/$file" | tr -d '\r' | sed -n 's/^etag: //p')"
  [ "$packed" != "$tag" ] || fail "$file: compressed and not, one tag"
  gzip -dc "$work/$file.gz" | cmp - "$work/$file" || fail "$file: unpacked it is another"
  fetch -o "$work/in_path" "$url/t/$reader/export/$file"
  cmp "$work/in_path" "$work/$file" || fail "$file: another with the token in the path"
done
[ "$(curl -s -o /dev/null -w '%{http_code}' "$url/export/default.utf8")" = 401 ] || fail "a file without a token"

# OmegaT reads them, and puts in what the memory has.
project="$work/project"; settings="$work/settings"
mkdir -p "$project/source" "$project/target" "$project/tm/auto" "$project/glossary" "$project/omegat" "$project/dictionary" "$settings/plugins"
printf '𠮷野川の水質を調べた。\n' > "$project/source/a.utf8"
cp "$work/default.utf8" "$work/default.tbx" "$project/glossary/"
cp "$work/default.tmx" "$project/tm/auto/"
cp "$jar" "$settings/plugins/"
printf 'url=%s\ntoken=%s\ntimeout_ms=10000\n' "$url" "$reader" > "$settings/taiyaku.properties"
cat > "$project/omegat.project" <<'XML'
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>JA</source_lang><target_lang>EN</target_lang><source_tok>org.omegat.tokenizer.LuceneCJKTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok><sentence_seg>true</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
XML
java -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -jar /usr/share/omegat/OmegaT.jar "$project" \
  --mode=console-translate --config-dir="$settings" --script="$here/omegat.groovy" --quiet > "$work/omegat.log" 2>&1 ||
  { tail -30 "$work/omegat.log"; fail "OmegaT failed"; }
said() { grep -aqF "$1" "$work/omegat.log" || { grep -a '^SAYS\|Taiyaku\|lugin' "$work/omegat.log" | head -40; fail "OmegaT did not say: $1"; }; }
said 'SAYS file default.utf8: 磁化率 => magnetic susceptibility'
said 'SAYS file default.tbx: 磁化率 => magnetic susceptibility'
said 'SAYS term 磁化率 => magnetic susceptibility'
said 'SAYS match The magnetic susceptibility of this sample was measured.'
said 'SAYS away: 0 terms, then 0 terms in less than half a second'
grep -qF 'We studied the water quality of the Yoshino River.' "$project/target/a.utf8" || fail "the memory was not used: $(cat "$project/target/a.utf8")"
times="$(grep -ac 'Taiyaku: http://127.0.0.1:9' "$work/omegat.log" "$settings"/logs/*.log 2>/dev/null | sed 's/.*://' | sort -n | tail -1)"
[ "$times" = 1 ] || fail "the plugin said $times times that the server is away, not once"
grep -a '^SAYS' "$work/omegat.log" | awk '!seen[$0]++'
echo "OmegaT passed"
