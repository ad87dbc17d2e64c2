"""The rooms that do the window's work, each imported when it is first used, so that the window stands before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from docqa_app.app.exports import export_forms
from docqa_app.app.fields import RealFields
from docqa_app.app.recheck import RealRecheck
from docqa_app.app.summaries import RealSummaries
from docqa_app.core.document import Document, Report, WordSource, silent
from docqa_app.core.ports import Engine, Library, OnPage
from docqa_app.paths import Paths
from docqa_app.session.state import EVERY_PAGE
from docqa_app.settings import Settings
from docqa_app.ui.drawn import Renderer
from docqa_app.ui.parts import Parts

if TYPE_CHECKING:
    from docqa_app.answering.installed import Installed
    from docqa_app.reading.cache import WordCache
    from docqa_app.reading.language_files import LanguageFiles

Words = Callable[[], "WordCache"]
"""Where the words of pages are kept between runs: the same for every document, for it knows how full it is."""


def real_parts(paths: Paths, settings: Callable[[], Settings]) -> Parts:
    """`settings` tells those of the moment: documents are read with what is chosen when their reading begins."""
    words = cache(partial(_words, paths.cache / "words"))
    library, schemas = _library(paths, words), paths.schemas
    fields = RealFields(schemas, paths.own_schemas, settings, library)
    read = partial(_read, paths, settings, words)
    return Parts(
        read=read,
        draw=_draw,
        load_engine=lambda: _load_engine(paths.models, settings()),
        summaries=RealSummaries(schemas, fields),
        fields=fields,
        answering=fields.answering,
        exports=export_forms(),
        library=library,
        languages=partial(_languages, paths),
        models=partial(_models, paths.models),
        recheck=RealRecheck(library, read, fields),
        programs=partial(_programs, paths),
    )


def _programs(paths: Paths) -> tuple[str, ...]:
    from docqa_app.reading.programs import programs

    return programs(_language_files(paths), paths.models)


def _library(paths: Paths, words: Words) -> Library:
    from docqa_app.library.library import SqliteLibrary

    return SqliteLibrary(paths.library_file, lambda sha256: words().forget(sha256))


def _words(folder: Path) -> WordCache:
    from docqa_app.reading.cache import WordCache

    return WordCache(folder)


def _read(
    paths: Paths,
    settings: Callable[[], Settings],
    words: Words,
    path: Path,
    *,
    password: str | None = None,
    sources: Mapping[int, WordSource] | None = None,
    report: Report = silent,
    on_page: OnPage | None = None,
) -> Document:
    from docqa_app.reading.languages import codes_of
    from docqa_app.reading.options import ReadOptions
    from docqa_app.reading.reader import read_document

    languages = codes_of(settings().languages)
    chosen = _by_page(sources or {}, ReadOptions().limits.pages)
    options = ReadOptions(languages, chosen, language_files=_language_files(paths), models=paths.models)
    return read_document(path, options, password=password, cache=words(), report=report, on_page=on_page)


def _language_files(paths: Paths) -> LanguageFiles:
    from docqa_app.reading.language_files import LanguageFiles

    return LanguageFiles(paths.packed_languages, paths.languages)


def _by_page(sources: Mapping[int, WordSource], most_pages: int) -> dict[int, WordSource]:
    """A choice for every page written out, with those for single pages over it."""
    every = sources.get(EVERY_PAGE)
    single = {page: source for page, source in sources.items() if page != EVERY_PAGE}
    return (dict.fromkeys(range(1, most_pages + 1), every) if every else {}) | single


def _languages(paths: Paths) -> tuple[str, ...]:
    from docqa_app.errors import MissingProgram
    from docqa_app.reading import languages, ocr

    try:
        return languages.readable(ocr.engine(ocr.engines(_language_files(paths))).languages())
    except MissingProgram:
        return ()


def _models(folder: Path) -> tuple[Installed, ...]:
    from docqa_app.answering.installed import installed

    return installed(folder)


def _draw(path: Path, password: str | None) -> Renderer:
    from docqa_app.reading.render import PageRenderer

    return PageRenderer(path, password)


def _load_engine(models: Path, settings: Settings) -> Engine:
    from docqa_app.answering.engine import load_engine
    from docqa_app.answering.model_folder import chosen_model

    engine: Engine = load_engine(chosen_model(models, settings.model), settings.device)
    return engine
