# Two commands set everything up on a machine with Python 3.11 (venv), make and git:
#   make build   an environment, then the main job on the sample corpus
#   make test    an environment, then the fast tests
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
export OMP_NUM_THREADS := 1

.DEFAULT_GOAL := help
.PHONY: help build test test-all lint golden figures fuzz inference quality reference portal-check bench bench-store scale relinking clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

build: $(VENV)/installed  ## build the sample corpus: .sco-graph and exports/
	$(BIN)/sco-graph build

test: $(VENV)/installed-for-tests  ## the fast tests (under two minutes)
	$(PYTEST) -m "not slow" -n 2 -q

lint: $(VENV)/installed-for-tests  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-all: lint  ## lint, and every test with coverage: needs Java and Chromium
	$(PYTEST) -n 2 -q --cov --cov-report=term --cov-fail-under=95

golden: $(VENV)/installed-for-tests  ## rewrite the golden stories; review the difference
	SCO_GRAPH_GOLDEN=rewrite $(PYTEST) tests/golden tests/query tests/test_readme.py -q

figures: $(VENV)/installed-for-tests  ## start of the command line, cold and unchanged build of the sample
	$(BIN)/python bench/figures.py

fuzz: $(VENV)/installed-for-tests  ## read and extract ten thousand mutated documents (half an hour, resumable)
	$(BIN)/python bench/fuzz.py

inference: $(VENV)/installed-for-tests  ## time what follows from a million triples, and other reasoners
	$(BIN)/python bench/inference.py

bench: $(VENV)/installed-for-tests  ## extraction next to its peers, memory, linearity: PARTS="peers linear"
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python bench/extraction.py $(PARTS)

bench-store: $(VENV)/installed-for-tests  ## the store next to pyoxigraph, rdflib, Virtuoso: PARTS="load questions bsbm growth"
	$(BIN)/python bench/store.py $(PARTS)

relinking: $(VENV)/installed-for-tests  ## what a change of the tables costs, 2,000 made-up documents: COUNT=200 for fewer
	cd bench && ../$(BIN)/python relinking.py $(COUNT)

scale: $(VENV)/installed-for-tests  ## how a build grows, 2,000 and 20,000 made-up documents: SIZES="500 2000" for fewer
	cd bench && ../$(BIN)/python scale.py $(SIZES)

quality: $(VENV)/installed-for-tests  ## precision, recall and F1 on the gold sets
	$(BIN)/python bench/quality.py

reference: build  ## pages on the ontology, with examples out of the sample: exports/reference
	$(BIN)/sco-graph reference

portal-check: $(VENV)/installed-for-tests  ## score of the checklist for portals: needs Java
	$(BIN)/python bench/portal_check.py

clean:  ## remove what was built
	rm -rf $(VENV) .sco-graph build dist site .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
