# Everything a person does here, in one word each. A fresh machine needs Python 3.11+, make and the package index.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
DEV    := $(VENV)/.installed-dev
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check
CORPORA ?=
DATA   ?=

.PHONY: site serve test check format bench demo models lock clean

site: $(STAMP)  ## Build the digest of seeds/ into site/ and verify it.
	$(BIN)/storydigest build

serve: $(STAMP)  ## Show the site at http://127.0.0.1:8000 and rebuild when an article or a template changes.
	$(BIN)/mkdocs serve

demo: $(STAMP)  ## Build the larger, invented example into demo/site/.
	$(BIN)/storydigest build --config demo/mkdocs.yml

test: $(DEV)  ## Run the tests; those that need a Chromium are skipped where there is none.
	$(BIN)/python -m pytest -q -n auto --dist loadgroup

check: $(DEV)  ## Lint and types.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV)  ## Measure everything against pinned floors: make bench CORPORA=path/to/corpora.
	$(BIN)/python -m benchmarks $(CORPORA)

models: $(DEV)  ## Train every shipped model anew: make models DATA=path/to/data.
	$(BIN)/python -m training $(DATA)

lock: $(DEV)  ## Resolve the dependencies anew.
	$(BIN)/python -m uv pip compile pyproject.toml --group install --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements.lock
	$(BIN)/python -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf site .storydigest demo/site demo/.storydigest build dist

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(DEV): $(STAMP) requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	touch $@
