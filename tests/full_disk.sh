#!/bin/sh
# Runs a server on a disk that is really full, in a file system of 16 MB: what is sent is refused with 507 and `database_full` and
# leaves nothing behind, look-ups, suggestions and probes are answered, and once there is room again everything works.
# Usage: tests/full_disk.sh [PROGRAM]   needs curl and the right to mount, or user namespaces (util-linux)
set -eu
program="$(realpath "${1:-target/debug/taiyaku}")"
if [ -z "${FULL_DISK:-}" ]; then
  FULL_DISK=$(mktemp -d)
  export FULL_DISK
  code=0
  if [ "$(id -u)" -eq 0 ]; then unshare --mount sh "$0" "$program" || code=$?
  else unshare --user --map-root-user --mount sh "$0" "$program" || code=$?; fi
  rmdir "$FULL_DISK"
  exit "$code"
fi

disk=$FULL_DISK
mount -t tmpfs -o size=16m none "$disk"
export TAIYAKU_DATABASE="$disk/base.db" TAIYAKU_LOG=off TAIYAKU_RATE_LIMIT=0 HOME="$disk"
server=
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true; cd /; umount "$disk"' EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }
base=http://127.0.0.1:$((20000 + $$ % 20000))
# The status of a request; its body goes into a file on another disk.
answer=$(mktemp)
status() { curl -s -o "$answer" -w '%{http_code}' "$@"; }
expect() {
  want=$1 word=$2
  shift 2
  found=$(status "$@")
  [ "$found" = "$want" ] || fail "$found instead of $want for $*: $(cat "$answer")"
  grep -q "$word" "$answer" || fail "no \`$word\` for $*: $(cat "$answer")"
}
questions() {
  expect 200 ready "$base/ready"
  expect 200 neuron -G --data-urlencode 'q=神経細胞' "$base/v1/terms"
  expect 200 'We counted' "$base/v1/suggestions" --json '{"source_lang": "ja", "target_lang": "en", "segments": [{"text": "神経細胞を3回数えた。"}]}'
  expect 200 neuron "$base/v1/assist" --json '{"source_lang": "ja", "target_lang": "en", "source": "神経細胞を見た。", "target": "We saw it."}'
  expect 200 findings "$base/v1/checks" --json '{"source_lang": "ja", "target_lang": "en", "segments": [{"source": "神経細胞3個", "target": "4 neurons"}]}'
  expect 200 neuron "$base/v1/exports/default.csv"
  expect 200 neuron "$base/v1/concepts"
}
term() { expect "$1" "$2" "$base/v1/terms" --json "{\"ja\": \"試験語$3\", \"en\": \"test word $3\"}"; }

start() {
  "$program" serve --quiet --no-starter --listen "${base#http://}" &
  server=$!
  for _ in $(seq 200); do [ "$(status "$base/ready" || true)" = 200 ] && return; sleep 0.1; done
  fail "the server does not start"
}

start
expect 201 created "$base/v1/terms" --json '{"ja": "神経細胞", "en": "neuron"}'
expect 201 created "$base/v1/segments" --json '{"source_lang": "ja", "target_lang": "en", "source": "神経細胞を2回数えた。", "target": "We counted the neurons twice."}'
questions

# The rest of the disk, to the last byte.
dd if=/dev/zero of="$disk/ballast" bs=1k 2>/dev/null || true
number=0
until [ "$(status "$base/v1/terms" --json "{\"ja\": \"満杯語$number\", \"en\": \"full word $number\"}")" = 507 ]; do
  number=$((number + 1))
  [ "$number" -lt 5000 ] || fail "the disk is never full"
done
echo "after $number more terms: $(cat "$answer")"
grep -q database_full "$answer" || fail "another code: $(cat "$answer")"
full=$(status "$base/v1/changes?limit=200&since=0"; cat "$answer")
for _ in 1 2 3; do
  term 507 database_full a
  expect 507 database_full "$base/v1/segments" --json '{"source_lang": "ja", "target_lang": "en", "source": "別の文。", "target": "Another sentence."}'
  expect 507 database_full "$base/v1/releases?name=a.txt" -H 'Content-Type: text/plain' --data-binary '用語解説
注1 試験語（test word）
説明。'
  questions
done
[ "$(status "$base/v1/changes?limit=200&since=0"; cat "$answer")" = "$full" ] || fail "a refused change left something behind"

# A server that is started where there is no room answers, too, and writes once there is room.
kill -9 "$server"
wait "$server" || true
start
questions
[ "$(status "$base/v1/terms" --json '{"ja": "試験語a", "en": "test word a"}')" -ge 500 ] || fail "it was written without room"
rm "$disk/ballast"
term 201 created a
questions
expect 200 'test word a' -G --data-urlencode 'q=試験語a' "$base/v1/terms"
kill "$server"
wait "$server" || fail "the server did not stop as told"
"$program" lookup 試験語a | grep -q 'test word a' || fail "what was acknowledged is not there"
"$program" doctor | grep '^ok *integrity' || fail "the base is damaged"
rm -f "$answer"
echo "The full disk was refused by name, and questions were answered."
