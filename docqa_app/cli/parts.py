"""The rooms a verb works with, built once from the arguments and the user's settings."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from docqa_app.cli.logs import start_logging
from docqa_app.core.document import Document, Report
from docqa_app.core.ports import Engine, PairModel
from docqa_app.paths import Paths, find_paths
from docqa_app.settings import Settings, load_settings

if TYPE_CHECKING:
    from docqa_app.reading.cache import WordCache
    from docqa_app.reading.options import ReadOptions


class EngineLoader(Protocol):
    """Loads the model; ModelError where it is missing or damaged."""

    def __call__(self, folder: Path, device: str) -> Engine: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model that answers and one, mostly the same, that writes and scores questions; `folder` is where it lies."""

    engine: Engine
    pairs: PairModel
    folder: Path


class PairLoader(Protocol):
    """Loads the model with both its tongues; ModelError where it is missing or damaged."""

    def __call__(self, folder: Path, device: str) -> Loaded: ...


class Reader(Protocol):
    """Reads a file, as `reading.reader.read_document` does."""

    def __call__(
        self, path: Path, options: ReadOptions, *, password: str | None, cache: WordCache | None, report: Report
    ) -> Document: ...


def load_engine(folder: Path, device: str) -> Engine:
    """The shipped model, run by onnxruntime."""
    from docqa_app.answering.engine import load_engine

    return load_engine(folder, device)


def load_pairs(folder: Path, device: str) -> Loaded:
    """The shipped model, as it answers and as it writes questions."""
    from docqa_app.answering.engine import load_engine
    from docqa_app.answering.pairs import PairEngine

    engine = load_engine(folder, device)
    return Loaded(engine, PairEngine(engine), engine.folder)


def read_file(
    path: Path, options: ReadOptions, *, password: str | None, cache: WordCache | None, report: Report
) -> Document:
    """The file as reading sees it."""
    from docqa_app.reading.reader import read_document

    return read_document(path, options, password=password, cache=cache, report=report)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a verb is given: how to read, how to load the model, where things lie and what the user chose."""

    paths: Paths
    settings: Settings
    engine_loader: EngineLoader
    reader: Reader
    pair_loader: PairLoader = load_pairs

    def engine(self, arguments: argparse.Namespace) -> Engine:
        """The model on the device that was asked for."""
        return self.engine_loader(self.model_folder(), arguments.device or self.settings.device)

    def answering(self, arguments: argparse.Namespace) -> Engine:
        """The model with the fields of all kinds of documents to help it."""
        from docqa_app.asking.field_answers import FieldAnswers
        from docqa_app.schemas.schema_folder import SchemaFolder

        kinds = SchemaFolder(self.paths.schemas, self.paths.own_schemas).kinds()
        return FieldAnswers(self.engine(arguments), kinds.schemas)

    def pairs(self, arguments: argparse.Namespace) -> Loaded:
        """The model that writes and scores questions, on the device that was asked for."""
        return self.pair_loader(self.model_folder(), arguments.device or self.settings.device)

    def model_folder(self) -> Path:
        """Where the model lies that the user chose, else where all do."""
        from docqa_app.answering.model_folder import chosen_model

        return chosen_model(self.paths.models, self.settings.model)

    def options(self, arguments: argparse.Namespace, page: int | None = None) -> ReadOptions:
        """How to read: the languages asked for, else the user's; one page or all."""
        from docqa_app.reading.languages import codes_of

        languages = codes_of(arguments.languages or self.settings.languages)
        return self.options_for(languages, () if page is None else (page,))

    def options_for(self, languages: tuple[str, ...], pages: tuple[int, ...] = ()) -> ReadOptions:
        """How to read in these languages, on this computer."""
        from docqa_app.reading.language_files import LanguageFiles
        from docqa_app.reading.options import ReadOptions

        files = LanguageFiles(self.paths.packed_languages, self.paths.languages)
        return ReadOptions(languages=languages, pages=pages, language_files=files, models=self.paths.models)

    def read(self, path: Path, options: ReadOptions, report: Report, password: str | None = None) -> Document:
        """The document, from the cache where it was read before."""
        words = _words(self.paths.cache / "words")
        return self.reader(path, options, password=password, cache=words, report=report)


@cache
def _words(folder: Path) -> WordCache:
    """The same for every document of a command: what it holds is measured once."""
    from docqa_app.reading.cache import WordCache

    return WordCache(folder)


def parts_for(engine_loader: EngineLoader, reader: Reader, pair_loader: PairLoader) -> Parts:
    """The parts as the user's settings want them; says so where the settings are damaged."""
    paths = find_paths()
    start_logging(paths.logs)
    loaded = load_settings(paths.settings_file)
    if loaded.problem:
        print(f"docqa: {loaded.problem}", file=sys.stderr)
    return Parts(paths, loaded.settings, engine_loader, reader, pair_loader)
