"""What a batch has done, in a file beside its result, a line a document: the next run goes on and repeats nothing."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docqa_app.batch.step import Outcome
from docqa_app.core.fields import Extraction, FieldValue, LineItem
from docqa_app.errors import ExportError, InputError
from docqa_app.library.plain import UNREADABLE, from_json, to_json
from docqa_app.schemas.schema import Schema


@dataclass(frozen=True, slots=True)
class Entry:
    """One document that is done: its whole path, the hash of its bytes, and under which terms it was extracted."""

    file: str
    sha256: str
    terms: str
    seconds: float
    found: Extraction


class Ledger:
    """Lines are added and never changed; a line that was cut off by a crash, or is of other terms, counts as none."""

    def __init__(self, path: Path, terms: str, content_hash: Callable[[Path], str]) -> None:
        """`terms` names everything beside the file that decides its values (see `terms_of`).

        `content_hash` raises InputError where a file cannot be read.
        """
        self.path = path
        self._terms = terms
        self._hash = content_hash

    def earlier(self, files: Sequence[Path]) -> dict[Path, Outcome]:
        """Those of the files that are done and have not changed since."""
        kept = {entry.file: entry for entry in self._entries()}
        done = {}
        for file in files:
            entry = kept.get(_whole(file))
            if entry is not None and self._is_same(file, entry):
                done[file] = Outcome(file, replace(entry.found, path=str(file)), entry.seconds)
        return done

    def add(self, outcome: Outcome) -> None:
        """Keeps an extraction; it is on the disk when this returns. ExportError where it cannot be."""
        if outcome.found is None:
            return
        found = lean(outcome.found)
        entry = Entry(_whole(outcome.file), found.sha256, self._terms, round(outcome.seconds, 3), found)
        try:
            with self.path.open("ab+") as stream:
                stream.write(self._line_break(stream.tell()) + to_json(entry).encode("ascii") + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            sentence = f"What is done cannot be noted in {self.path}: {error.strerror}. Choose another --ledger."
            raise ExportError(sentence) from error

    def _line_break(self, size: int) -> bytes:
        """What parts a new line from one that a crash has cut off."""
        if size == 0:
            return b""
        with self.path.open("rb") as stream:
            stream.seek(size - 1)
            return b"" if stream.read(1) == b"\n" else b"\n"

    def _entries(self) -> Iterator[Entry]:
        try:
            with self.path.open(encoding="ascii", errors="replace") as lines:
                for line in lines:
                    entry = _entry(line)
                    if entry is not None and entry.terms == self._terms:
                        yield entry
        except FileNotFoundError:
            return
        except OSError as error:
            raise ExportError(f"{self.path} cannot be read: {error.strerror}. Choose another --ledger.") from error

    def _is_same(self, file: Path, entry: Entry) -> bool:
        try:
            return self._hash(file) == entry.sha256
        except InputError:
            return False


def lean(found: Extraction) -> Extraction:
    """The extraction without the candidates that were not taken: no table shows them, and they are most of it."""
    items = tuple(LineItem(tuple(map(_lean, item.cells))) for item in found.line_items)
    return replace(found, fields=tuple(map(_lean, found.fields)), line_items=items)


def terms_of(schemas: Sequence[Schema], *others: object) -> str:
    """A short name for the schemas and whatever else decides an extraction: model, languages, thresholds."""
    text = json.dumps([[_described(schema) for schema in schemas], list(others)], default=dict)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _described(schema: Schema) -> list[object]:
    fields = [
        [f.name, f.type, f.questions, f.required, f.pattern and f.pattern.pattern, f.labels, f.not_labels]
        for f in schema.fields
    ]
    columns = [[one.name, one.type, one.headers] for one in schema.columns]
    rules = [[one.name, one.check.text, one.each_row, one.message] for one in schema.rules]
    return [schema.name, schema.signs, schema.pairs, fields, columns, rules]


def _lean(value: FieldValue) -> FieldValue:
    return replace(value, alternatives=()) if value.alternatives else value


def _entry(line: str) -> Entry | None:
    try:
        return from_json(Entry, line)
    except UNREADABLE:
        return None


def _whole(file: Path) -> str:
    return os.path.realpath(file)
