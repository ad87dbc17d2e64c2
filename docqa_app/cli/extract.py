"""docqa extract: fields and line items of many documents, printed as they come and written as one table.

What is done is noted beside the output, so that a run which was broken off goes on where it ended.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from docqa_app.batch.copies import copies
from docqa_app.batch.files import files_of
from docqa_app.batch.ledger import Ledger, lean, terms_of
from docqa_app.batch.run import in_order
from docqa_app.batch.step import Outcome
from docqa_app.cli.extracted import check_documents_apart, check_output, print_found, write_found
from docqa_app.cli.opening import passwords_from
from docqa_app.cli.output import listed, named, sentence, visible
from docqa_app.cli.parts import Parts
from docqa_app.cli.preset import preset_of
from docqa_app.cli.progress import Progress
from docqa_app.cli.recipe import Recipe, Workers, library_of, workers_for
from docqa_app.cli.shelving import Shelving
from docqa_app.errors import Cancelled, PartlyFailed
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import find_schema
from docqa_app.schemas.schema_folder import SchemaFolder


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Extracts every file; at the end PartlyFailed where some could not be, or the only file's own error."""
    check_output(arguments.out, arguments.ledger)
    preset = preset_of(arguments, parts.paths.export_presets)
    recipe = _recipe(arguments, parts)
    files = files_of(arguments.files)
    check_documents_apart(files, arguments.out, arguments.ledger)
    shelving = _shelving(arguments, parts)
    with workers_for(recipe, arguments.workers, arguments.cluster, shelving) as workers:
        ledger = _ledger(arguments, recipe, workers.model, len(files))
        earlier = ledger.earlier(files) if ledger else {}
        _tell_earlier(ledger, earlier, len(files))
        done = _extract(arguments, workers, ledger, files, earlier)
    if arguments.out is not None:
        write_found(arguments, done, preset)
    for note in shelving.notes() if shelving else ():
        print(f"docqa: {note}", file=sys.stderr)
    _tell_copies(done)
    _tell_failed(done)


def _recipe(arguments: argparse.Namespace, parts: Parts) -> Recipe:
    return Recipe(
        schemas=_schemas(arguments, parts),
        languages=parts.options(arguments).languages,
        device=arguments.device or parts.settings.device,
        settings=parts.settings,
        passwords=passwords_from(arguments.password_file),
        engine_loader=parts.engine_loader,
        reader=parts.reader,
    )


def _shelving(arguments: argparse.Namespace, parts: Parts) -> Shelving | None:
    """The library, unless it is to be left alone."""
    return None if arguments.no_library else Shelving(library_of(parts.paths.library_file))


def _schemas(arguments: argparse.Namespace, parts: Parts) -> tuple[Schema, ...]:
    """The schema asked for, or all there are, of which each document's is proposed."""
    shipped, own = parts.paths.schemas, parts.paths.own_schemas
    if arguments.schema:
        return (find_schema(arguments.schema, shipped, own),)
    kinds = SchemaFolder(shipped, own).kinds()
    for problem in kinds.problems:
        print(f"docqa: {problem}", file=sys.stderr)
    return kinds.schemas


def _ledger(arguments: argparse.Namespace, recipe: Recipe, model: str, files: int) -> Ledger | None:
    """The one named, else one beside the output of several files."""
    from docqa_app.reading.formats import content_hash

    path: Path | None = arguments.ledger
    if path is None and arguments.out is not None and files > 1:
        path = arguments.out.with_name(f"{arguments.out.name}.ledger")
    if path is None:
        return None
    return Ledger(path, terms_of(recipe.schemas, recipe.languages, model), content_hash)


def _tell_earlier(ledger: Ledger | None, earlier: Mapping[Path, Outcome], files: int) -> None:
    if ledger and earlier:
        many = f"{len(earlier)} of {files} files were done by an earlier run"
        print(f"docqa: {many} and are not read again. Delete {ledger.path} to begin anew.", file=sys.stderr)


def _extract(
    arguments: argparse.Namespace,
    workers: Workers,
    ledger: Ledger | None,
    files: Sequence[Path],
    earlier: Mapping[Path, Outcome],
) -> list[Outcome]:
    """The outcome of every file, each new one noted and told as it comes."""
    fresh = [file for file in files if file not in earlier]
    done = dict(earlier)
    stop = _stop_told(done, len(files), ledger)
    with stop, Progress("Extracting", lines=len(files) > 1) as report:
        for one in in_order(_noted(workers.run(fresh), ledger), fresh):
            _tell(one, arguments.json, alone=len(files) == 1)
            done[one.file] = _lean(one)
            report(len(done), len(files))
    return [done[file] for file in files]


@contextmanager
def _stop_told(done: Mapping[Path, Outcome], files: int, ledger: Ledger | None) -> Iterator[None]:
    """A run that the user ends says how far it came, and how it goes on."""
    try:
        yield
    except (Cancelled, KeyboardInterrupt):
        noted = ledger and any(one.found is not None for one in done.values())
        rest = f" They are noted in {ledger.path}: the same command goes on from there." if ledger and noted else ""
        print(f"docqa: Stopped: {len(done)} of {files} files are done, nothing was written.{rest}", file=sys.stderr)
        raise


def _noted(outcomes: Iterable[Outcome], ledger: Ledger | None) -> Iterator[Outcome]:
    for one in outcomes:
        if ledger is not None:
            ledger.add(one)
        yield one


def _tell(one: Outcome, as_json: bool, *, alone: bool) -> None:
    if one.found is not None:
        print_found(one.found, one.seconds, as_json)
    elif one.error is not None and not alone:
        print(sentence(one.error), file=sys.stderr)


def _lean(one: Outcome) -> Outcome:
    return one if one.found is None else replace(one, found=lean(one.found))


def _tell_copies(done: Sequence[Outcome]) -> None:
    """Documents that are there twice stay in the output: whether one is paid twice is not ours to decide."""
    for copy in copies(one.found for one in done if one.found is not None):
        pair = f"{visible(copy.path)} seems to be a duplicate of {visible(copy.first)}"
        print(f"docqa: {pair}: the same {copy.same}.", file=sys.stderr)


def _tell_failed(done: Sequence[Outcome]) -> None:
    """The error of the only file, else PartlyFailed with the files that failed; pages that failed count too."""
    failed = [one for one in done if one.error is not None]
    if len(done) == 1 and failed:
        error = failed[0].error
        raise PartlyFailed("Nothing was extracted.") if error is None else error
    partly = [problem for one in done if one.found is not None for problem in one.found.problems]
    if failed:
        raise PartlyFailed(f"{len(failed)} of {len(done)} files failed: {listed([one.file.name for one in failed])}.")
    if partly:
        raise PartlyFailed(f"Parts of some files were not read: {named(partly)}")
