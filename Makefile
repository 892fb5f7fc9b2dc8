# The workflow, executable. If it is typed twice it is a recipe.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet

.PHONY: help issue test check proof snapshots bench format lock clean

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

.venv/runtime: requirements/runtime.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements/runtime.txt
	touch $@

.venv/dev: requirements/dev.txt pyproject.toml .venv/runtime
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

issue: .venv/runtime ## The recorded week, from feeds to one message per subscriber
	@$(BIN)/python -m newsletter demo

test: .venv/dev ## The tests
	$(BIN)/python -m pytest --numprocesses auto

check: .venv/dev ## Lint, format, types, arrows and docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest tests/docs

proof: .venv/dev ## The slow proofs: kills at many points, an installed wheel, a real browser
	$(BIN)/python -m pytest -m proof

snapshots: .venv/dev ## Accept the rendered mail as it is now; look at it in a browser first
	$(BIN)/python -m pytest tests/email --snapshot-update

bench: .venv/dev ## Measure; see docs/quality.md for the input
	$(BIN)/python bench/compose.py

format: .venv/dev ## Write the code as the formatter would
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## Pin every dependency anew, with hashes and without an address
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	    pyproject.toml --output-file requirements/runtime.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	    --extra dev pyproject.toml --output-file requirements/dev.txt

clean: ## Remove what was built here
	rm -rf .venv demo-site dist
