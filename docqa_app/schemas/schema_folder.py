"""The kinds of documents there are: those shipped, which stay as they are, and those that the user made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from docqa_app.errors import ExportError, UsageError
from docqa_app.files import write_text_atomically
from docqa_app.schemas.draft import Draft, named
from docqa_app.schemas.draft_file import schema_of, value_of
from docqa_app.schemas.draft_steps import name_from
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import load_schema, schema_files

Stamp = tuple[tuple[str, int, int], ...]
"""Path, time and size of every file: what is read stays good as long as they do."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document and whether the user made it."""

    schema: Schema
    own: bool


@dataclass(frozen=True, slots=True)
class Kinds:
    """Every kind that could be read, the user's first, and a sentence for each file that could not."""

    kinds: tuple[Kind, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def schemas(self) -> tuple[Schema, ...]:
        return tuple(kind.schema for kind in self.kinds)

    @property
    def own(self) -> frozenset[str]:
        """Names of the user's kinds."""
        return frozenset(kind.schema.name for kind in self.kinds if kind.own)


class SchemaFolder:
    """Reads both folders, anew only where a file has changed, and writes into the user's alone."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own
        self._stamp: Stamp | None = None
        self._files: dict[str, Path] = {}
        self._kinds = Kinds()

    def kinds(self) -> Kinds:
        """Everything there is; UsageError where a shipped file is damaged."""
        stamp = tuple(_stamps([*schema_files(self._own), *schema_files(self._shipped)]))
        if stamp != self._stamp:
            self._kinds, self._stamp = self._read(), stamp
        return self._kinds

    def save(self, draft: Draft) -> Kind:
        """Keeps one of the user's kinds; UsageError where it is not finished or shipped, ExportError where it can't."""
        schema = schema_of(draft)
        if draft.name in self._shipped_names():
            raise UsageError(f"“{draft.name}” comes with the app and stays as it is. Save your own under another name.")
        text = json.dumps(value_of(draft), ensure_ascii=False, indent=2) + "\n"
        try:
            write_text_atomically(self._file_of(draft.name), text)
        except OSError as error:
            why = error.strerror or str(error)
            raise ExportError(f"The kind of document could not be kept in {self._own}: {why}.") from error
        return Kind(schema, own=True)

    def save_as(self, draft: Draft, language: str, title: str) -> Draft:
        """Keeps a draft as a new kind of the user's with this title; gives it back with the name it got."""
        if not title.strip():
            raise UsageError("A kind of document needs a name.")
        if title.strip().casefold() in {named_in(kind, language).casefold() for kind in self.kinds().kinds}:
            raise UsageError(f"There is a kind called “{title.strip()}” already. Choose another name.")
        taken = {kind.schema.name for kind in self.kinds().kinds}
        new = replace(draft, name=name_from(title, taken), title={**draft.title, language: title.strip()})
        self.save(new)
        return new

    def forget(self, name: str) -> None:
        """Removes one of the user's kinds; ExportError where it can't be removed."""
        try:
            self._file_of(name).unlink(missing_ok=True)
        except OSError as error:
            raise ExportError(f"The kind of document could not be removed: {error.strerror}.") from error

    def _file_of(self, name: str) -> Path:
        """Where one of the user's kinds lies, whatever its file is called; a new one lies under its name."""
        self.kinds()
        return self._files.get(name, self._own / f"{name}.json")

    def _read(self) -> Kinds:
        shipped = tuple(Kind(load_schema(file), own=False) for file in schema_files(self._shipped))
        taken = {kind.schema.name for kind in shipped}
        own, problems = [], []
        self._files = {}
        for file in schema_files(self._own):
            try:
                schema = load_schema(file)
                if schema.name in taken:
                    raise UsageError(f"The schema {file} has the name {schema.name!r} of another one. Change it there.")
                taken.add(schema.name)
                own.append(Kind(schema, own=True))
                self._files[schema.name] = file
            except UsageError as error:
                problems.append(str(error))
        return Kinds((*own, *shipped), tuple(problems))

    def _shipped_names(self) -> set[str]:
        return {kind.schema.name for kind in self.kinds().kinds if not kind.own}


def named_in(kind: Kind, language: str) -> str:
    """The title in a language, else in any."""
    return named(Draft(kind.schema.name, kind.schema.title), language)


def _stamps(files: list[Path]) -> Iterator[tuple[str, int, int]]:
    """A file that cannot be looked at has a stamp, too: reading it says why."""
    for file in files:
        try:
            status = file.stat()
        except OSError:
            yield str(file), 0, 0
            continue
        yield str(file), status.st_mtime_ns, status.st_size
