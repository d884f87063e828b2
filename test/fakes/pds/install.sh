#!/usr/bin/env bash
# Installs a real server of Bluesky for the tests, once, outside the repository (about three minutes: it compiles an SQLite of its own).
# Needs g++, make and python3, and where Node's headers lie with it their place in npm's `nodedir`.
set -euo pipefail
cd "$(dirname "$0")"
target=${XDG_CACHE_HOME:-$HOME/.cache}/nordsued/pds-$(sha256sum package-lock.json | cut -c1-12)
[ -e "$target/installed" ] && exit 0
mkdir -p "$target"
cp package.json package-lock.json "$target/"
cd "$target"
npm ci --no-audit --no-fund
node -e "new (require('better-sqlite3'))(':memory:')"
touch installed
