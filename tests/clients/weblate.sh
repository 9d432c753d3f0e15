# Weblate's own classes for tmserver and DeepL, without its database; installed once, without the parts that draw or read pictures.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
place="$TAIYAKU_CLIENTS/weblate-2026.10.1"
if [ ! -f "$place/done" ]; then
  rm -rf "$place"
  python=""
  for candidate in python3.13 python3.12 python3 "$HOME"/.pyenv/versions/3.1[23].*/bin/python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then python="$candidate"; break; fi
  done
  [ -n "$python" ] || { echo "Weblate wants Python 3.12 or newer"; exit 1; }
  "$python" -m venv "$place"
  "$place/bin/pip" -q install --no-deps weblate==2026.10.1
  "$place/bin/python" - > "$place/wanted.txt" <<'LIST'
from importlib.metadata import requires
import re
left_out = {"borgbackup", "tesserocr", "pygobject", "pycairo"}
for wanted in requires("weblate"):
    name = re.match(r"[A-Za-z0-9._-]+", wanted).group().lower()
    if "extra ==" not in wanted and name not in left_out:
        print(wanted)
LIST
  "$place/bin/pip" -q install -r "$place/wanted.txt" "psycopg[binary]"
  touch "$place/done"
fi
PYTHONWARNINGS=ignore "$place/bin/python" "$here/weblate_classes.py" "$url" "$token"
