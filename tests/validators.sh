#!/bin/sh
# Hands the TBX files of the snapshots to a validator from outside. Give its command line in TBX_VALIDATOR, for example
#   TBX_VALIDATOR="python3 validate_tbx.py" tests/validators.sh
# It is called with the files as arguments and must end with 0 when all of them are valid.
set -eu

if [ -z "${TBX_VALIDATOR:-}" ]; then
  echo 'Name a validator in `TBX_VALIDATOR`: a command that takes TBX files and ends with 0 when all are valid.' >&2
  exit 2
fi

snapshots=$(dirname "$0")/formats/exchange/snapshots
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for snapshot in "$snapshots"/*__tbx*.snap; do
  name=$(basename "$snapshot" .snap)
  # A snapshot is a head between two lines `---`, then the file.
  awk 'seen >= 2 { print } $0 == "---" && seen < 2 { seen++ }' "$snapshot" > "$work/${name##*__}.tbx"
done

# The command may have arguments of its own.
# shellcheck disable=SC2086
$TBX_VALIDATOR "$work"/*.tbx
