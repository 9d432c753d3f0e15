#!/bin/sh
# Builds taiyaku-omegat.jar: editors/omegat/build.sh [FOLDER]. The same sources and the same Java give the same bytes.
# OMEGAT_JAR names OmegaT's own jar (Debian: apt install omegat default-jdk-headless).
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
out="$(mkdir -p "${1:-$here/build}" && cd "${1:-$here/build}" && pwd)"
omegat="${OMEGAT_JAR:-/usr/share/omegat/OmegaT.jar}"
[ -f "$omegat" ] || { echo "No OmegaT at $omegat. Install it, or set OMEGAT_JAR to its OmegaT.jar." >&2; exit 1; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# Java 8 is what OmegaT 3.6 may run on.
javac -Xlint:all,-options,-path -Werror --release 8 -encoding UTF-8 -cp "$omegat" -d "$work/classes" "$here"/src/taiyaku/*.java
printf '%s\r\n' 'Manifest-Version: 1.0' 'OmegaT-Plugins: taiyaku.Plugin' 'Plugin-Name: Taiyaku' 'Plugin-Version: 0.1.0' \
  'Plugin-Author: Taiyaku' 'Plugin-Category: glossary' 'Plugin-Description: Terms and matches of a Taiyaku server' '' > "$work/manifest"
# Names in one order and one date, so that nothing of this run is in the file.
cd "$work/classes"
find . -exec touch -d '2026-01-01T00:00:00Z' {} +
mkdir META-INF && cp ../manifest META-INF/MANIFEST.MF && touch -d '2026-01-01T00:00:00Z' META-INF META-INF/MANIFEST.MF
rm -f "$out/taiyaku-omegat.jar"
{ echo META-INF/MANIFEST.MF; find taiyaku -name '*.class' | LC_ALL=C sort; } > ../names
TZ=UTC jar --create --no-manifest --date=2026-01-01T00:00:00Z --file "$out/taiyaku-omegat.jar" @../names
echo "$out/taiyaku-omegat.jar"
