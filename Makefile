# Twee opdrachten: `make run` opent de assistent, `make test` controleert alles. Beide zetten eerst .venv op.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint bench check readme plaatjes training help

help:  ## toon deze lijst
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: .venv/klaar $(if $(MCP),.venv/klaar-mcp)  ## open de assistent in uw browser (MCP=1: ook als MCP-server)
	$(BIN)/python app.py --browser $(if $(MCP),--mcp)

test: .venv/klaar-ontwikkeling lint  ## alle controles en tests, ook in een echte browser
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest

lint: .venv/klaar-ontwikkeling  ## opmaak, regels en types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/klaar-ontwikkeling .venv-bench/klaar  ## meet snelheid, geheugen en kwaliteit, ook naast andere programma's
	$(BIN)/python -m tests.bench

check: .venv/klaar  ## controleer de inhoud na een wijziging
	$(BIN)/python -m corpus

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 of nieuwer is nodig. Installeer het, of geef het aan: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/klaar: requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --disable-pip-version-check -q torch==2.13.0
	$(BIN)/python -m pip install --disable-pip-version-check -q -r requirements.lock
	@touch $@

.venv/klaar-mcp: requirements-mcp.lock .venv/klaar
	$(BIN)/python -m pip install --disable-pip-version-check -q -r requirements-mcp.lock
	@touch $@

.venv/klaar-ontwikkeling: requirements-dev.lock requirements-mcp.lock .venv/klaar
	$(BIN)/python -m pip install --disable-pip-version-check -q -r requirements-dev.lock
	@touch $@

.venv-bench/klaar: tests/bench/requirements.lock | .venv/bin/python
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --disable-pip-version-check -q torch==2.13.0
	.venv-bench/bin/python -m pip install --disable-pip-version-check -q -r tests/bench/requirements.lock
	@touch $@

readme: .venv/klaar-ontwikkeling  ## werk de voorbeelden in de README bij
	$(BIN)/python -m tests.readme

plaatjes: .venv/klaar-ontwikkeling  ## maak de plaatjes in de README opnieuw
	$(BIN)/python -m tests.pictures

training: .venv/klaar  ## installeer wat nodig is om het model zelf te trainen
	$(BIN)/python -m pip install --disable-pip-version-check -q gensim==4.4.0
