#!/usr/bin/env bash
# Makes .venv from nothing and installs skyledger into it from the pinned, hashed requirement files.
#   scripts/setup.sh core    what running skyledger needs
#   scripts/setup.sh web     core, the web application and the assessment
#   scripts/setup.sh dev     web, the checks, and the tools that build packs
# Needs Python 3.11 or later; on Debian as root it fetches what the base system lacks. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.venv
set_name=${1:-core}
say() { printf 'setup: %s\n' "$*" >&2; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 2; }
[[ $set_name == core || $set_name == web || $set_name == dev ]] || stop "unknown set \"$set_name\": say core, web or dev"

updated=no
apt_install() { # PACKAGE...: only as root on a Debian-like system; else one line says what to install
  if ! command -v apt-get >/dev/null || [[ $(id -u) != 0 ]]; then
    stop "this machine lacks $*: install it (Debian: apt-get install $*) and run make again"
  fi
  say "installing $* with apt-get"
  if [[ $updated == no ]]; then
    apt-get update -qq >/dev/null || say "apt-get update failed; trying with the package lists at hand"
    updated=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    stop "apt-get could not install $*"
}

find_python() { # prints the first Python that is new enough
  local name
  for name in ${PYTHON:-} python3 python3.11 python3.12 python3.13; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  return 1
}

make_venv() { # an environment with pip in it
  local python
  if ! python=$(find_python); then
    apt_install python3
    python=$(find_python) || stop "Python 3.11 or later is needed: set PYTHON=/path/to/python3.11"
  fi
  # Debian ships venv without ensurepip unless python3-venv is there: such a venv cannot have pip in it.
  "$python" -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv
  say "making $venv with $("$python" --version)"
  "$python" -m venv --clear "$venv" >/dev/null 2>&1 || stop "$python -m venv failed: install python3-venv and try again"
}

# A venv whose Python went away (a moved folder, an upgraded system) is made anew.
"$venv/bin/python" -c 'import pip' 2>/dev/null || make_venv
export PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_PROGRESS=1
# uv does not read pip's settings; behind a company's proxy the system's certificates are the right ones.
export UV_SYSTEM_CERTS=1

if "$venv/bin/uv" --version >/dev/null 2>&1 ||
  "$venv/bin/python" -m pip install -q --require-hashes -r requirements/tools.txt; then
  installer=("$venv/bin/uv" pip install -q --python "$venv/bin/python")
else
  say "uv cannot be installed; going on with pip, which is slower"
  installer=("$venv/bin/python" -m pip install -q)
fi

say "installing requirements/$set_name.txt"
"${installer[@]}" --require-hashes -r "requirements/$set_name.txt" || {
  # A package mirror is often set for pip alone: give pip its turn before giving up.
  say "trying again with pip"
  "$venv/bin/python" -m pip install -q --require-hashes -r "requirements/$set_name.txt" ||
    stop "the packages of requirements/$set_name.txt could not be fetched; is there a network or a package mirror?"
}
# Some tests need programs that are no Python packages. They are not needed to run skyledger: where one is not there,
# its tests skip and say how to get it.
for_tests() { # PACKAGE WHAT-IS-SKIPPED
  if command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
    (apt_install "$1") || say "$2 will be skipped"
  else
    say "$1 is not installed: $2 will be skipped (Debian: apt-get install $1)"
  fi
}
if [[ $set_name == dev ]]; then
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ||
    for_tests postgresql "the ledger's tests on PostgreSQL"
  command -v chromium >/dev/null || for_tests chromium "the tests of the pages in a browser"
  command -v ogrinfo >/dev/null || for_tests gdal-bin "the test that GDAL reads the API"
fi

"${installer[@]}" --no-build-isolation --no-deps --editable . || stop "skyledger itself could not be installed"
# a larger set holds everything of the smaller ones, so it stands for them, too
[[ $set_name == core ]] || touch "$venv/.ready-core"
[[ $set_name != dev ]] || touch "$venv/.ready-web"
touch "$venv/.ready-$set_name"
