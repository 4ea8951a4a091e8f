# skyledger: `make` alone lists what there is. Needs Python 3.11+ and make; everything else goes into .venv.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash
BIN := .venv/bin
CORE := .venv/.ready-core
WEB := .venv/.ready-web
DEV := .venv/.ready-dev
WORKERS ?= 2
# Compiled modules make every later start a second faster, also where the environment says not to write them.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup demo test lint bench soak web serve gate lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The stamps are older than what they were made from only after a pull: then, and only then, setup runs again.
$(CORE): requirements/core.txt requirements/tools.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh core

$(WEB): requirements/web.txt requirements/tools.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh web

$(DEV): requirements/dev.txt requirements/tools.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh dev

setup: $(CORE) ## Make .venv and install skyledger from pinned, hashed requirements

# Exit code 3 of the build: this machine has no Node or no packages. The demo and the tests go on without the pages.
demo: $(CORE) ## Read the sample night, print its situation report, write sitrep.html
	@scripts/build_web.sh --at-hand || [ $$? = 3 ]
	@$(BIN)/skyledger demo

test: $(DEV) lint ## Run every check: lint, types, import contract, tests
	@scripts/build_web.sh || [ $$? = 3 ]
	@$(BIN)/python -m pytest -n $(WORKERS)

lint: $(DEV) ## Run ruff, mypy and the import contract
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(DEV) ## Measure reading, start-up, memory, linking, settling and the ledger, beside plain passes and natasha
	@$(BIN)/python bench/speed.py
	@echo
	@$(BIN)/python bench/linking.py --claims 10000 --archive 20000 --documents 200
	@echo
	@$(BIN)/python bench/settling.py --archive 5000 --claims 2000 --batches 4
	@echo
	@$(BIN)/python bench/ledger.py
	@echo
	@$(BIN)/python bench/backtest.py
	@echo
	@$(BIN)/python bench/natasha_ratio.py

soak: $(DEV) ## Kill writers 300 times at random moments; ask the web application 200 times a second for a minute
	@$(BIN)/python bench/soak.py
	@$(BIN)/python bench/soak.py --postgres --rounds 60
	@$(BIN)/python bench/web.py

web: ## Build the pages of the web application (needs Node 20.19+, or fetches one)
	@scripts/build_web.sh

serve: $(WEB) web ## Start the web application on ./skyledger.db, else on the demo ledger
	@if [ -n "$$SKYLEDGER_LEDGER" ] || [ -f skyledger.db ]; then $(BIN)/skyledger serve; else $(BIN)/skyledger serve --ledger skyledger-demo.db; fi

# The tests hold the same floors (tests/test_gate.py), so `make test` fails where this does; this one prints the scores.
gate: $(DEV) ## Hold the extraction scores of the gold set against their floors
	@$(BIN)/python scripts/gate.py

lock: $(DEV) ## Write the pinned requirement files anew from pyproject.toml
	@scripts/lock.sh

clean: ## Remove .venv, caches and what the demo wrote
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build .cache
	@rm -rf frontend/node_modules src/skyledger/web/static
	@rm -f sitrep.html skyledger-demo.db skyledger-demo.db-wal skyledger-demo.db-shm
	@find src tests bench scripts -name __pycache__ -prune -exec rm -rf {} +
