"""How the files of `docqa extract` become extractions, as a value that also travels to the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from docqa_app.batch.cluster import Cluster
from docqa_app.batch.run import run
from docqa_app.batch.step import Outcome, Step, attempt
from docqa_app.cli.parts import EngineLoader, Parts, Reader
from docqa_app.cli.shelving import Shelving
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.fields import Extraction, XmlInvoice
from docqa_app.core.ports import Engine
from docqa_app.core.suppliers import Memory
from docqa_app.library.library import SqliteLibrary
from docqa_app.paths import find_paths
from docqa_app.schemas.schema import Schema
from docqa_app.settings import Settings


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was asked for. Paths are left out: each computer finds its own model and its own cache."""

    schemas: tuple[Schema, ...]
    languages: tuple[str, ...]
    device: str
    settings: Settings
    passwords: tuple[str, ...]
    engine_loader: EngineLoader
    reader: Reader

    def engine(self) -> Engine:
        """The model, loaded once a process."""
        load: Any = self.engine_loader
        return _engine(load, self._parts().model_folder(), self.device)

    def step(self) -> Step:
        """What happens to each file, with the rooms of this computer."""
        parts = self._parts()
        read = partial(_read, parts, self.languages)
        recall = partial(_remembered, parts.paths.library_file)
        return Step(read, embedded_in, self.engine(), self.schemas, self.doubt_below(), self.passwords, recall)

    def _parts(self) -> Parts:
        return Parts(find_paths(), self.settings, self.engine_loader, self.reader)

    def doubt_below(self) -> float:
        """The confidence under which a value is to be checked: the user's choice, else the model's advice."""
        return self.settings.check_below(self.engine().check_fields_below)


@dataclass(frozen=True, slots=True)
class Workers:
    """Those who do the work: `model` names the model and says where its doubt begins, `run` tells what became of each
    file as soon as it is known."""

    model: str
    run: partial[Iterator[Outcome]]


@contextmanager
def workers_for(recipe: Recipe, workers: int, cluster: str | None, shelving: Shelving | None) -> Iterator[Workers]:
    """This computer with so many files at once, or the cluster at this address; only here documents are kept."""
    if cluster is None:
        yield Workers(_model_of(recipe), partial(_run_here, recipe, workers, shelving))
        return
    there = Cluster(cluster)
    try:
        yield Workers(there.ask(_model_of, recipe), partial(there.run, _work_of, recipe))
    finally:
        there.close()


def _run_here(recipe: Recipe, workers: int, shelving: Shelving | None, files: Sequence[Path]) -> Iterator[Outcome]:
    work = partial(_extraction, recipe.step(), shelving)
    return run(partial(attempt, work), files, max(1, min(workers, len(files))))


def _extraction(step: Step, shelving: Shelving | None, file: Path, report: Report) -> Extraction:
    filled = step(file, report)
    if shelving is not None:
        shelving.keep(filled)
    return filled.extraction


def _model_of(recipe: Recipe) -> str:
    """The model that answers and where its doubt begins, here or on a worker."""
    return f"{recipe.engine().model}, doubt below {recipe.doubt_below()}"


def _work_of(recipe: Recipe, file: str) -> Outcome:
    """On a worker: what becomes of one file."""
    return attempt(partial(_extraction, recipe.step(), None), Path(file), silent)


@cache
def _engine(load: Any, models: Path, device: str) -> Engine:
    """`load` is an EngineLoader; a cache wants it hashable, which its type does not say."""
    engine: Engine = load(models, device)
    return engine


def _read(parts: Parts, languages: tuple[str, ...], path: Path, *, password: str | None, report: Report) -> Document:
    return parts.read(path, parts.options_for(languages), report, password)


def _remembered(file: Path, document: Document, found: Extraction) -> Memory | None:
    """What the window learned of the supplier; a library is not begun for that."""
    return library_of(file).remembered(document, found) if file.exists() else None


@cache
def library_of(file: Path) -> SqliteLibrary:
    """The library in this file, one a process: only the first to open a damaged one is told that it was set aside."""
    return SqliteLibrary(file)


def embedded_in(path: Path, password: str | None) -> XmlInvoice | None:
    """The XML that an invoice carries; None where it has none."""
    from docqa_app.reading.einvoice import read_einvoice

    return read_einvoice(path, password)
