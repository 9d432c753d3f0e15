#!/bin/sh
# The served OpenAPI document against what the server does: schemathesis sends data the document allows and data it does not,
# alone and one request after the other, and whatever fails fails this script.
#
#   tests/contract.sh [BINARY]      what it needs is installed into ${XDG_CACHE_HOME:-$HOME/.cache}/taiyaku/contract
#
# EXAMPLES (usually 40) is the number of requests for each operation and phase; SEED repeats a run.
set -eu
cd "$(dirname "$0")/.."
cache="${XDG_CACHE_HOME:-$HOME/.cache}/taiyaku/contract"
binary="${1:-${CARGO_TARGET_DIR:-target}/debug/taiyaku}"
[ -x "$binary" ] || { echo "There is no program at \`$binary\`. Build it first: cargo build" >&2; exit 2; }
if ! "$cache/bin/schemathesis" --version 2>/dev/null | grep -q ' 4\.32'; then
  python3 -m venv "$cache"
  "$cache/bin/pip" install --quiet --disable-pip-version-check 'schemathesis==4.32.*'
fi

folder="$(mktemp -d)"
server=
finish() {
  status=$?
  # A server that stops still writes its files.
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
  exit "$status"
}
trap finish EXIT INT TERM
export TAIYAKU_DATABASE="$folder/base.db" NO_COLOR=1
unset TAIYAKU_TOKEN TAIYAKU_LISTEN TAIYAKU_PROJECT
"$binary" --quiet ingest glossary/samples >/dev/null 2>&1
token="$("$binary" --quiet token create --role admin --name contract --all-projects)"
"$binary" --log info serve --listen 127.0.0.1:0 --require-token --rate-limit 0 2>"$folder/log" &
server=$!
address=
for _ in $(seq 100); do
  address="$(sed -n 's/.*listening address=\([0-9.:]*\).*/\1/p' "$folder/log")"
  [ -n "$address" ] && break
  sleep 0.1
done
[ -n "$address" ] || { cat "$folder/log" >&2; exit 1; }

# A stream has no end, so it has tests of its own (tests/suite/http/changes.rs).
PYTHONPATH=tests PYTHONDONTWRITEBYTECODE=1 SCHEMATHESIS_HOOKS=contract_hooks "$cache/bin/schemathesis" --config-file tests/contract.toml run "http://$address/openapi.json" \
  --header "Authorization: Bearer $token" --exclude-path /v1/changes/stream \
  --mode all --max-examples "${EXAMPLES:-40}" --generation-database none --seed "${SEED:-1}" --request-timeout 30 \
  --warnings off --no-color --continue-on-failure
kill -0 "$server" || { echo "The server has ended:" >&2; tail -20 "$folder/log" >&2; exit 1; }
# Bytes that are no HTTP are somebody else's error.
if grep -q ' ERROR taiyaku' "$folder/log"; then grep ' ERROR taiyaku' "$folder/log" | head -20 >&2; exit 1; fi
echo "The contract holds."
