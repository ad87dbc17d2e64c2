# The two commands: `make run [FILE=path]` and `make test`. The rest is for those who work on the project.

PYTHON := sh resources/packaging/python.sh
SETUP  := resources/packaging
BIN    := .venv/bin

# What the training targets work on; `make train SIZE=tiny` needs nothing else.
SIZE       ?= small
RUN        ?= runs/$(SIZE)
VOCABULARY ?= models/docformer-small
MODEL      ?= $(RUN)/model
VERSION    ?= 0.0.1
TRAINING   := $(BIN)/python -m docqa_app.training
COMPARED    = --size $(SIZE) --vocabulary $(VOCABULARY) $(if $(START),--start $(START))

.PHONY: run test bench proof train eval export ablation lock stage clean

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

# ROWS="scroll visible": only the rows whose name holds one of these words. DOCQA_DOCUMENTS= a folder of real files for
# ROWS=batch, of which DOCQA_FILES (200) are taken.
bench:
	@$(PYTHON) $(SETUP)/environment.py bench
	@$(BIN)/python -m tests.benchmarks $(ROWS)

# LibreOffice opens what the app exports: needs libreoffice-calc-nogui and the locales de_DE.UTF-8 and en_US.UTF-8.
proof:
	@$(PYTHON) $(SETUP)/environment.py test
	@$(BIN)/python -m tests.benchmarks.libreoffice

# SIZE=tiny|small|base; DATA= a folder of example lines (none: drawn pages); START= a folder or google/flan-t5-small.
train:
	@$(PYTHON) $(SETUP)/environment.py test
	$(TRAINING).begin $(SIZE) $(RUN) --vocabulary $(VOCABULARY) $(if $(DATA),--data $(DATA)) $(if $(START),--start $(START))

# Measures of RUN's checkpoint, and of MODEL beside it once it is exported.
eval:
	@$(PYTHON) $(SETUP)/environment.py test
	$(TRAINING).assess $(RUN)/checkpoint.pt --vocabulary $(VOCABULARY) $(if $(wildcard $(MODEL)),--beside $(MODEL)) \
		--sets $(RUN)/drawn_dev.jsonl.gz $(if $(DATA),$(wildcard $(DATA)/*_dev.jsonl.gz))

export:
	@$(PYTHON) $(SETUP)/environment.py test
	$(TRAINING).export $(RUN)/checkpoint.pt $(MODEL) --vocabulary $(VOCABULARY) --version $(VERSION) \
		$(addprefix --smooth ,$(wildcard $(RUN)/drawn.jsonl.gz))

# Both studies of docs/model.md on drawn pages. SIZE=tiny needs nothing else and takes minutes; small (the default) needs
# START and takes hours of a core. FURTHER="--layers 4 --seeds 2 --teraflops 20": see training/compare.py.
ablation:
	@$(PYTHON) $(SETUP)/environment.py test
	$(TRAINING).compare tasks runs/ablation-$(SIZE)/tasks $(COMPARED) $(FURTHER)
	$(TRAINING).compare question runs/ablation-$(SIZE)/question $(COMPARED) $(FURTHER)

lock:
	@$(PYTHON) $(SETUP)/lock.py

stage:
	@$(PYTHON) $(SETUP)/stage.py

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
