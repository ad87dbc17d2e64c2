# The two commands: `make run [FILE=path]` and `make test`. The rest is for those who work on the project.

PYTHON := sh resources/packaging/python.sh
SETUP  := resources/packaging
BIN    := .venv/bin

.PHONY: run test bench proof lock stage clean

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

# LibreOffice opens what the app exports: needs libreoffice-calc-nogui and the locales de_DE.UTF-8 and en_US.UTF-8.
proof:
	@$(PYTHON) $(SETUP)/environment.py test
	@$(BIN)/python -m tests.benchmarks.libreoffice

lock:
	@$(PYTHON) $(SETUP)/lock.py

stage:
	@$(PYTHON) $(SETUP)/stage.py

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
