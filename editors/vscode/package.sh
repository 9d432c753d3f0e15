#!/bin/sh
# The sources come in; `editors/vscode/taiyaku.vsix`, which VS Code installs, goes out. Needs Node.js 20 or newer with npm.
#
#   editors/vscode/package.sh           build and package
#   code --install-extension editors/vscode/taiyaku.vsix
set -eu
cd "$(dirname "$0")"
command -v npm >/dev/null 2>&1 || { echo "package.sh: Node.js with npm is missing. Install it (Debian: nodejs npm) and run this again." >&2; exit 1; }
npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
cp ../../LICENSE-MIT ../../LICENSE-APACHE .
trap 'rm -f LICENSE-MIT LICENSE-APACHE' EXIT
npm test --silent
npx --no-install tsc --noEmit
node build.mjs
npx --no-install vsce package --no-dependencies --allow-missing-repository --skip-license --out taiyaku.vsix
echo "Install it with: code --install-extension $(pwd)/taiyaku.vsix"
