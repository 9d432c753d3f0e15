#!/bin/sh
# The real textlint with textlint-rule-prh: runs the exported rules over sentences, and says what it must find and what not.
#   tests/clients/prh.sh
# TAIYAKU names the program (else the debug build); npm installs textlint once, under ${XDG_CACHE_HOME:-~/.cache}/taiyaku/clients.
set -eu
root="$(cd "$(dirname "$0")/../.." && pwd)"
TAIYAKU="${TAIYAKU:-${CARGO_TARGET_DIR:-$root/target}/debug/taiyaku}"
place="${XDG_CACHE_HOME:-$HOME/.cache}/taiyaku/clients/textlint-prh"
if [ ! -f "$place/done" ]; then
  rm -rf "$place"; mkdir -p "$place"
  (cd "$place" && npm init -y >/dev/null && npm install --loglevel=error --no-audit --no-fund textlint textlint-rule-prh)
  touch "$place/done"
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT INT TERM

cat > "$work/terms.csv" <<'CSV'
concept_id,ja,en,usage
1,サーバー,server,preferred
1,サーバ,host box,forbidden
2,量子もつれ,quantum entanglement,preferred
2,量子もつれ,quantum tangle,deprecated
3,錫,stannum,preferred
3,錫,tin,forbidden
CSV
printf 'サーバー室。\n\nQuantum tangle is here, and quantum\ntangle there. A tinnitus study, a tin can.\n' > "$work/a.md"
cd "$work"
"$TAIYAKU" -q --no-starter --database a.db import terms.csv
"$TAIYAKU" -q --no-starter --database a.db export --format prh --out rules.yml
printf '{"rules":{"prh":{"rulePaths":["%s/rules.yml"]}}}\n' "$work" > textlintrc.json
found="$("$place/node_modules/.bin/textlint" --config textlintrc.json --rules-base-directory "$place/node_modules" --format unix a.md || true)"
count="$(printf '%s\n' "$found" | grep -c 'a.md:[0-9]' || true)"
if [ "$count" != 3 ]; then printf 'textlint found %s instead of 3:\n%s\n' "$count" "$found"; exit 1; fi
echo 'prh: 3 of 3 found, nothing inside longer words'
