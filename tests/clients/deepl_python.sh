# deepl-python: installed once, then its whole life cycle of glossaries and memories.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
place="$TAIYAKU_CLIENTS/deepl-python-1.32.0"
if [ ! -f "$place/done" ]; then
  rm -rf "$place"; python3 -m venv "$place"; "$place/bin/pip" -q install deepl==1.32.0; touch "$place/done"
fi
"$place/bin/python" "$here/deepl_python.py" "$url" "$token" "$reader" "$admin"
