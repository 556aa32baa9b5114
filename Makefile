# make demo | run | test | check | bench | soak: each makes .venv when it is missing, from Python and make alone.
PYTHON ?= python3
BIN := .venv/bin
CATALOGUES := $(wildcard workbench/locale/*/LC_MESSAGES/*.po)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo run test check bench soak messages picture pictures prior keys clean

demo: .venv/installed
	$(BIN)/workbench demo

run: .venv/installed
	@test -d demo || $(BIN)/workbench demo
	$(BIN)/workbench -p demo

test: .venv/installed-dev
	$(BIN)/python -m pytest -n auto --dist loadfile

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/installed-dev
	$(BIN)/python -m benchmarks.store --out benchmarks/store.md
	$(BIN)/python -m benchmarks.readers --out benchmarks/readers.md
	$(BIN)/python -m benchmarks.suggestions --out benchmarks/suggestions.md
	$(BIN)/python -m benchmarks.reports --out benchmarks/reports.md
	$(BIN)/python -m benchmarks.screen --out benchmarks/screen.md

soak: .venv/installed-dev
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest

# The picture in the README, from the demo.
picture: .venv/installed-dev
	$(BIN)/python docs/picture.py
	$(BIN)/python docs/screens.py

# The page of keys, from the screen's actions.
keys: .venv/installed-dev
	$(BIN)/python docs/keys.py

# What suggestions know before anybody has coded, from the codebooks and their reference passages.
prior: .venv/installed
	$(BIN)/python -m workbench.suggest.teach

# The pictures that tests hold the screens to, taken anew; look at the difference before keeping it.
pictures: .venv/installed-dev
	$(BIN)/python -m tests.tui.pictures

# The message catalogues, brought in step with the code; then translate what is new.
messages: .venv/installed-dev
	$(BIN)/pybabel --quiet extract --sort-by-file --no-location --project workbench -k ngettext:1,2 -o .messages.pot workbench
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete -i .messages.pot -d workbench/locale -D workbench -l da
	sed -i -E '/^"(Project-Id-Version|Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team|Generated-By)/d' workbench/locale/da/LC_MESSAGES/workbench.po
	rm .messages.pot

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv

# The demo writes reports in every format, so PDF comes along.
.venv/installed: .venv/bin/python pyproject.toml constraints.txt hatch_build.py $(CATALOGUES)
	$(INSTALL) --editable '.[pdf]'
	touch $@

.venv/installed-dev: .venv/installed
	$(INSTALL) --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
