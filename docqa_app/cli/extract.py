"""docqa extract: fields and line items of many documents, printed as they come and written as one table."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock
from typing import Any

from docqa_app.cli.opening import named
from docqa_app.cli.output import one_line, percent
from docqa_app.cli.parts import Parts
from docqa_app.cli.progress import Progress
from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction, FieldValue, XmlInvoice
from docqa_app.core.ports import Engine
from docqa_app.errors import Cancelled, DocqaError, InputError, PartlyFailed, UsageError
from docqa_app.exporting.columns import Shape
from docqa_app.exporting.csv_file import Preset
from docqa_app.exporting.csv_table import write_table_csv
from docqa_app.exporting.extraction_json import extraction_value, write_extractions
from docqa_app.exporting.tables import table
from docqa_app.exporting.xlsx import write_xlsx
from docqa_app.extracting.extract import Known, extract
from docqa_app.extracting.kinds import propose
from docqa_app.extracting.schema import Schema
from docqa_app.extracting.schema_file import find_schema, shipped_schemas

logger = logging.getLogger(__name__)

READ_FROM_FOLDERS = frozenset((".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"))
OUTPUTS = (".csv", ".xlsx", ".json")


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one file: an extraction and the seconds it took, or the error that ended it."""

    file: Path
    found: Extraction | None = None
    seconds: float = 0.0
    error: DocqaError | None = None


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Extracts every file; at the end PartlyFailed where some could not be, or the only file's own error."""
    _check_output(arguments.out)
    schemas = _schemas(arguments, parts)
    files = _files(arguments.files)
    batch = Batch(arguments, parts, parts.engine(arguments), schemas)
    done = []
    with Progress("Extracting", lines=len(files) > 1) as report:
        for number, one in enumerate(batch.run(files), start=1):
            _print(one, arguments.json)
            if one.error is not None and len(files) > 1:
                print(f"docqa: {one.error}", file=sys.stderr)
            done.append(one)
            report(number, len(files))
    _write(arguments, [one for one in done if one.found is not None])
    _tell_failed(done)


def _check_output(out: Path | None) -> None:
    if out is not None and out.suffix.lower() not in OUTPUTS:
        raise UsageError(f"{out.name} says not what to write. End it in .csv, .xlsx or .json.")


def _schemas(arguments: argparse.Namespace, parts: Parts) -> tuple[Schema, ...]:
    """The schema asked for, or all that are shipped, of which each document's is proposed."""
    folder = parts.paths.resources / "schemas"
    return (find_schema(arguments.schema, folder),) if arguments.schema else shipped_schemas(folder)


def _files(given: Sequence[Path]) -> list[Path]:
    """The files given and those of the folders given, each once; UsageError where a folder holds none."""
    files: dict[Path, None] = {}
    for path in given:
        inside = sorted(_inside(path)) if path.is_dir() else [path]
        if not inside:
            raise UsageError(f"{path} holds no PDF, PNG, JPEG, TIFF or WebP file. Choose another folder.")
        files.update(dict.fromkeys(inside))
    return list(files)


def _inside(folder: Path) -> Iterator[Path]:
    """The documents of a folder and the folders in it; hidden ones are left out."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in READ_FROM_FOLDERS and not hidden and path.is_file():
            yield path


class Batch:
    """One run over many files. Documents are read side by side; the model answers one at a time."""

    def __init__(self, arguments: argparse.Namespace, parts: Parts, engine: Engine, schemas: Sequence[Schema]) -> None:
        self._arguments, self._parts, self._engine, self._schemas = arguments, parts, engine, schemas
        self._stopped = Event()
        self._asking = Lock()

    def run(self, files: Sequence[Path]) -> Iterator[Done]:
        """What became of each file, in their order, as soon as it is known."""
        workers = min(self._arguments.workers, len(files))
        pool = ThreadPoolExecutor(workers, thread_name_prefix="extracting")
        try:
            yield from _in_order(pool, self._one, files, ahead=2 * workers)
        finally:
            self._stopped.set()
            pool.shutdown(wait=True, cancel_futures=True)

    def _one(self, file: Path) -> Done:
        begin = time.perf_counter()
        try:
            found = self._extract(file)
        except DocqaError as error:
            return Done(file, error=error)
        except Cancelled:
            raise
        except Exception as error:  # the boundary of the batch: one document that breaks a room must not end it
            logger.exception("%s could not be extracted", file)
            reason = f"{file.name} could not be extracted ({type(error).__name__}: {error}). The log says more."
            return Done(file, error=InputError(reason))
        return Done(file, found, time.perf_counter() - begin)

    def _extract(self, file: Path) -> Extraction:
        document = self._read(file)
        xml = _embedded(file)
        schema = propose(document, self._schemas, xml)
        known = Known(xml=xml, doubt_below=self._parts.settings.check_below(self._engine.check_below))
        with self._asking:
            found = extract(document, schema, self._engine, known, report=self._report)
        problems = tuple(page.problem for page in document.pages if page.problem)
        return replace(found, problems=(*problems, *found.problems))

    def _read(self, file: Path) -> Document:
        document = self._parts.read(file, self._parts.options(self._arguments), self._report)
        problems = [page.problem for page in document.pages if page.problem]
        if problems and len(problems) == len(document.pages):
            raise InputError(problems[0])
        return document

    def _report(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise Cancelled


def _embedded(file: Path) -> XmlInvoice | None:
    from docqa_app.reading.einvoice import read_einvoice

    return read_einvoice(file)


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[Path], Done], files: Sequence[Path], ahead: int
) -> Iterator[Done]:
    """The results in the files' order, with only a few begun ahead so that memory stays flat."""
    waiting: list[Future[Done]] = []
    for file in files:
        waiting.append(pool.submit(work, file))
        if len(waiting) >= ahead:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()


def _print(done: Done, as_json: bool) -> None:
    if done.found is None:
        return
    if as_json:
        print(json.dumps(extraction_value(done.found, done.seconds), ensure_ascii=False))
    else:
        print("\n".join(_lines(done.found)))
    sys.stdout.flush()


def _lines(found: Extraction) -> Iterator[str]:
    yield f"{found.path} ({found.schema})"
    for value in found.fields:
        yield f"  {one_line(value.name)}: {_said(value)}"
    for number, item in enumerate(found.line_items, start=1):
        yield f"  row {number}: " + " | ".join(one_line(cell.text) for cell in item.cells)
    for rule in found.rules:
        if not rule.ok:
            yield f"  ! {one_line(rule.message)}"
    for one in found.disagreements:
        yield f"  ! {one.name}: the XML says {one_line(one.xml)!r}, the page {one_line(one.page)!r}"
    for problem in found.problems:
        yield f"  ! {one_line(problem)}"


def _said(value: FieldValue) -> str:
    if not value.text:
        return value.state.value
    where = "" if value.page is None else f", page {value.page}"
    sure = "" if value.source.value == "XML" else f", {percent(value.confidence)} sure"
    note = f"  {one_line(value.note)}" if value.note else ""
    return f"{one_line(value.text)}  ({value.state.value}{where}{sure}){note}"


def _write(arguments: argparse.Namespace, done: Sequence[Done]) -> None:
    out: Path | None = arguments.out
    if out is None:
        return
    found = [one.found for one in done if one.found is not None]
    if out.suffix.lower() == ".json":
        values: list[dict[str, Any]] = [extraction_value(one.found, one.seconds) for one in done if one.found]
        write_extractions(out, values)
    elif out.suffix.lower() == ".xlsx":
        names = {Shape.WIDE: "Documents", Shape.ITEMS: "Line items", Shape.LONG: "Fields"}
        write_xlsx(out, [(name, table(shape, found)) for shape, name in names.items()])
    else:
        guarded = write_table_csv(out, table(Shape(arguments.table), found), Preset(arguments.csv_preset))
        for cell in guarded:
            print(f"docqa: {cell.column} in line {cell.line} starts like a formula: ' put before it.", file=sys.stderr)


def _tell_failed(done: Sequence[Done]) -> None:
    """The error of the only file, else PartlyFailed with the files that failed; pages that failed count too."""
    failed = [one for one in done if one.error is not None]
    if len(done) == 1 and failed:
        error = failed[0].error
        raise PartlyFailed("Nothing was extracted.") if error is None else error
    partly = [problem for one in done if one.found is not None for problem in one.found.problems]
    if failed:
        raise PartlyFailed(f"{len(failed)} of {len(done)} files failed: {named([one.file.name for one in failed])}")
    if partly:
        raise PartlyFailed(f"Parts of some files were not read: {named(partly)}")
