# The two commands a newcomer needs: `make run` and `make test`. Both do all the set-up first and are quick the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Receiver, button codec and renderer.
COVERED_WHOLE := updates/*,handlers/buttons.py,handlers/button_fields.py,handlers/presses.py,handlers/render.py,handlers/keyboard.py,handlers/texts.py,handlers/pieces.py

.DEFAULT_GOAL := help
.PHONY: help run test cover check bench soak workers lock clean

help:
	@echo "make run    the bot (BOT_TOKEN in the environment or in .env), else the playground"
	@echo "make test   the tests"
	@echo "make cover  the tests with branch coverage, the bot's own process included: 95 %, and 100 % of what receives and shows"
	@echo "make check  linters, type checker and the content's own check"
	@echo "make bench  speed and memory as ratios against yardsticks of the same run"
	@echo "make soak   random faults for MINUTES (default 5) minutes"
	@echo "make workers  two webhook workers, PostgreSQL, nginx and the chat page on this machine, for trying out"
	@echo "make lock   choose dependency versions anew and pin them with hashes"
	@echo "make clean  remove what can be made again: $(VENV) and all caches, never the bot's store"

$(VENV)/.run: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

run: $(VENV)/.run
	@$(BIN)/python bot.py run-or-play

test: $(VENV)/.dev
	$(BIN)/python -m pytest

cover: $(VENV)/.dev
	$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=95
	@echo "What loses messages or breaks the chat where it is wrong is covered whole:"
	$(BIN)/python -m coverage report --include='$(COVERED_WHOLE)' --fail-under=100

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python bot.py check

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

soak: $(VENV)/.dev
	$(BIN)/python -m tests.soak --minutes $(or $(MINUTES),5)

workers: $(VENV)/.run
	@$(BIN)/python -m tests.workers

lock:
	$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv
	$(VENV)/lock/bin/uv pip compile --quiet --universal --upgrade --generate-hashes --no-strip-extras --no-header pyproject.toml -o requirements.txt
	grep -E '^[a-z].*==' requirements.txt | sed 's/ \\$$//' > $(VENV)/lock/constraints.txt
	$(VENV)/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-strip-extras --no-header --extra dev -c $(VENV)/lock/constraints.txt pyproject.toml -o requirements-dev.txt

# Of data/ only what is computed anew: the bot's store lies there, too.
clean:
	rm -rf $(VENV) data/*.kept data/*.npz data/typed .pytest_cache .mypy_cache .ruff_cache .hypothesis
