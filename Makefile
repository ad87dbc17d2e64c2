# The two commands: `make run [FILE=path]` and `make test`. The rest is for those who work on the project.

PYTHON := sh resources/packaging/python.sh
SETUP  := resources/packaging
BIN    := .venv/bin

.PHONY: run test bench lock stage clean

run:
	@$(PYTHON) $(SETUP)/launch.py "$(FILE)"

test: export QT_QPA_PLATFORM = offscreen
test:
	@$(PYTHON) $(SETUP)/environment.py test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench:
	@$(PYTHON) $(SETUP)/environment.py bench
	@$(BIN)/python -m tests.benchmarks

lock:
	@$(PYTHON) $(SETUP)/lock.py

stage:
	@$(PYTHON) $(SETUP)/stage.py

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
