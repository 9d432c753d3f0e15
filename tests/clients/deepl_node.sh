# deepl-node: installed once, then glossaries, translations and memories.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
place="$TAIYAKU_CLIENTS/deepl-node-1.28.0"
if [ ! -f "$place/done" ]; then
  rm -rf "$place"; mkdir -p "$place"
  (cd "$place" && npm init -y >/dev/null && npm install --loglevel=error --no-audit --no-fund deepl-node@1.28.0)
  touch "$place/done"
fi
NODE_PATH="$place/node_modules" node "$here/deepl_node.cjs" "$url" "$token" "$reader"
