"""docqa recheck: what the model and the rules of now make of the documents that were accepted in the window."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from functools import partial
from pathlib import Path

from docqa_app.batch.anew import Anew, accepted_in
from docqa_app.cli.output import one_line, print_json, say, visible
from docqa_app.cli.parts import Parts
from docqa_app.cli.progress import Progress
from docqa_app.cli.recipe import embedded_in, library_of
from docqa_app.core.document import Document, Report
from docqa_app.core.flips import ROWS, Flip, Flips
from docqa_app.errors import InputError, LibraryError
from docqa_app.schemas.schema_folder import SchemaFolder


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Prints how many accepted values were and are found right, and each that changes sides; InputError where no
    document was accepted."""
    accepted = _accepted(parts.paths.library_file)
    if not accepted:
        raise InputError("No document was accepted yet, so there is nothing to try the model on.")
    anew = _anew(arguments, parts)
    found = Flips()
    with Progress("Filling anew", lines=True) as report:
        for number, sha256 in enumerate(accepted, 1):
            found += anew.flips(sha256)
            report(number, len(accepted))
    if arguments.json:
        print_json({"model": anew.engine.model, **asdict(found), "negative_flip_rate": round(found.negative_rate, 4)})
    else:
        _print(anew.engine.model, found)


def _accepted(file: Path) -> tuple[str, ...]:
    """LibraryError where the library was damaged and had to be set aside: what was accepted in it cannot be tried."""
    if not file.exists():
        return ()
    library = library_of(file)
    if library.problem:
        raise LibraryError(library.problem)
    return accepted_in(library)


def _anew(arguments: argparse.Namespace, parts: Parts) -> Anew:
    schemas = SchemaFolder(parts.paths.schemas, parts.paths.own_schemas).kinds().schemas
    read = partial(_read, parts, arguments)
    return Anew(library_of(parts.paths.library_file), read, embedded_in, parts.engine(arguments), schemas)


def _read(parts: Parts, arguments: argparse.Namespace, path: Path, report: Report) -> Document:
    return parts.read(path, parts.options(arguments), report)


def _print(model: str, found: Flips) -> None:
    say(
        f"{model}, accepted documents: {found.documents}, values: {found.values}. "
        f"Found right before: {found.before}, now: {found.now}."
    )
    _print_flips("Right before, wrong now", found.negative)
    _print_flips("Wrong before, right now", found.positive)
    for path in found.left_out:
        say(f"Left out, for it could not be filled: {visible(path)}")


def _print_flips(title: str, flips: tuple[Flip, ...]) -> None:
    say(f"{title}: {len(flips)}")
    for one in flips:
        texts = (one_line(text) or "nothing" for text in (one.accepted, one.before, one.now))
        name = "number of rows" if one.name == ROWS else one.name
        name += "" if one.row is None else f", row {one.row + 1}"
        say("  {}  {}: accepted {}, found before {}, now {}".format(visible(Path(one.path).name), name, *texts))
