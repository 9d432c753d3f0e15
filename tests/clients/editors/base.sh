# Sourced by the editors' tests. The program `$TAIYAKU` comes in; a fresh base and a draft with one known fault go out, in the
# folder `$work`, which is gone when the test ends.
#
# The draft is one line per unit on purpose: 𠮷 is two units of UTF-16 and four bytes, so whoever counts wrongly marks and
# mends the wrong letters after it.
: "${TAIYAKU:?names the program to test}"
work="$(mktemp -d "${TMPDIR:-/tmp}/taiyaku-editor-XXXXXX")"
trap 'rm -rf "$work"' EXIT INT TERM
export TAIYAKU_DATABASE="$work/base.db" TAIYAKU_DRAFT="$work/draft.xlf" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
unset TAIYAKU_TOKEN TAIYAKU_PROJECT

{
  printf '#UTX 1.20; ja-JP/en-US; 2026-01-01T00:00:00Z; licence: CC0\n#src\ttgt\tsrc:pos\tterm status\n'
  printf '視床下部\thypothalamus\tnoun\tapproved\n視床下部\tunder-thalamus\tnoun\tforbidden\n'
  printf '神経細胞\tneuron\tnoun\tapproved\n𠮷野熊\tYoshino bear\tnoun\tapproved\n'
} > "$work/terms.utx"
cat > "$work/memory.tmx" <<'TMX'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="editors" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="ja" datatype="plaintext"/>
<body><tu><tuv xml:lang="ja"><seg>𠮷野熊の視床下部を調べた。</seg></tuv><tuv xml:lang="en"><seg>We examined the hypothalamus of the Yoshino bear.</seg></tuv></tu></body></tmx>
TMX
cat > "$TAIYAKU_DRAFT" <<'XLIFF'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="draft" source-language="ja" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>𠮷野熊の視床下部を詳しく調べた。</source><target>𠮷: We examined the under-thalamus of the Yoshino bear.</target></trans-unit>
<trans-unit id="2"><source>神経細胞が3個あった。</source><target>There were three neurons.</target></trans-unit>
</body></file></xliff>
XLIFF
"$TAIYAKU" --quiet import "$work/terms.utx" > /dev/null
"$TAIYAKU" --quiet import --approved "$work/memory.tmx" > /dev/null
