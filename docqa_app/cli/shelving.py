"""What a command extracts is put into the library, where the window finds it again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docqa_app.batch.step import Filled
from docqa_app.core.changes import Deed
from docqa_app.core.ports import Library
from docqa_app.errors import LibraryError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Shelving:
    """Keeps documents as they come, from any thread, and remembers what there is to say of it in the end."""

    library: Library
    _reviewed: list[str] = field(default_factory=list)
    _locked: list[str] = field(default_factory=list)
    _set_aside: str = ""
    _problem: str = ""

    def keep(self, filled: Filled) -> None:
        """A document that a person has worked on stays as that person left it, and what a password opened is left out:
        the library asks for none. A library that cannot be written costs the search, not the batch."""
        if filled.document.locked:
            self._locked.append(Path(filled.document.path).name)
            return
        try:
            self._set_aside = self.library.problem
            if self._is_touched(filled.document.sha256):
                self._reviewed.append(Path(filled.document.path).name)
            else:
                self.library.keep(filled.document, filled.extraction)
        except LibraryError as error:
            log.warning("%s is not in the library: %s", filled.document.path, error)
            self._problem = str(error)

    def _is_touched(self, sha256: str) -> bool:
        review = self.library.review(sha256)
        return review is not None and any(change.deed is not Deed.EXTRACT for change in review.changes)

    def notes(self) -> Iterator[str]:
        """Sentences for the end of the run."""
        if self._set_aside:
            yield self._set_aside
        if self._reviewed:
            yield (
                f"{len(self._reviewed)} of the documents were reviewed before. The library keeps the reviewed values; "
                "what was extracted now is only in the output."
            )
        if self._locked:
            yield (
                f"{len(self._locked)} of the documents were opened by a password. Nothing of them is in the library; "
                "what was extracted is only in the output."
            )
        if self._problem:
            yield f"Some documents are not in the library: {self._problem}"
