"""Fills the fields of a document for the window: from the library, else by its XML, the model and the rules."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docqa_app.core.changes import PERSON, Reviewed
from docqa_app.core.document import Document, Report
from docqa_app.core.fields import Extraction
from docqa_app.core.ports import Engine, Library
from docqa_app.core.suppliers import Memory
from docqa_app.errors import InputError, LibraryError
from docqa_app.files import is_gone
from docqa_app.settings import Settings
from docqa_app.ui.parts import Filling

if TYPE_CHECKING:
    from docqa_app.asking.field_answers import FieldAnswers
    from docqa_app.extracting.case import Known
    from docqa_app.schemas.schema import Schema
    from docqa_app.schemas.schema_folder import SchemaFolder
    from docqa_app.session.reviewing.state import Review

log = logging.getLogger(__name__)

AS_IT_SEEMS = Filling()


class RealFields:
    """`settings` tells those of the moment. `own` holds the kinds that the user made. Every import waits for the first
    use."""

    def __init__(self, schemas: Path, own: Path, settings: Callable[[], Settings], library: Library | None) -> None:
        self._settings = settings
        self._library = library
        self._folder = cache(lambda: _folder(schemas, own))
        self._answers: FieldAnswers | None = None

    def kinds(self) -> tuple[Schema, ...]:
        return self._folder().kinds().schemas

    def answering(self, engine: Engine) -> Engine:
        """Answers that know of the fields of these kinds; the same while model and kinds are, for they keep what they
        have found."""
        from docqa_app.asking.field_answers import FieldAnswers

        kinds, known = self.kinds(), self._answers
        if known is None or known.engine is not engine or known.kinds != kinds:
            known = self._answers = FieldAnswers(engine, kinds)
        return known

    def kept(self, document: Document, how: Filling) -> Review | None:
        """Values that stand on other words, of a kind that is gone, or older than what was learned, are of no use."""
        from docqa_app.session.reviewing.on_desk import NO_SCHEMA
        from docqa_app.session.reviewing.state import Review
        from docqa_app.values.conventions import conventions_of

        reviewed = self._library.review(document.sha256) if self._library else None
        words = self._library.document(document.sha256) if self._library and reviewed else None
        if reviewed is None or words is None or not _same_words(words, document):
            return None
        if self._is_behind(document, reviewed):
            return None
        schema = next((one for one in (*self.kinds(), NO_SCHEMA) if one.name == reviewed.extraction.schema), None)
        if schema is None:
            return None
        self._follow(words, document)
        found = replace(reviewed.extraction, path=document.path)  # the same bytes may have another name by now
        review = Review(schema, found, conventions_of(document.pages), schema.name)
        review = replace(review, changes=reviewed.changes, accepted=reviewed.accepted)
        review = replace(review, doubt_below=self._settings().check_below(found.check_below), language=how.language)
        return replace(review, kinds=self.kinds())

    def fill(self, document: Document, engine: Engine, how: Filling, report: Report) -> Review:
        from docqa_app.extracting.extract import extract
        from docqa_app.schemas.kinds import propose
        from docqa_app.session.reviewing.state import Review
        from docqa_app.values.conventions import conventions_of

        known = self._known(document, how)
        proposed = propose(document, self.kinds(), known.xml)
        schema = next((one for one in self.kinds() if one.name == how.kind), proposed)
        below = self._settings().check_below(engine.check_fields_below)
        known = replace(known, doubt_below=below)
        found = extract(document, schema, engine, known, report=report)
        conventions = conventions_of([page for page in document.pages if not page.problem])
        review = Review(schema, found, conventions, proposed.name, doubt_below=below, language=how.language)
        return replace(review, kinds=self.kinds())

    def known(self, document: Document) -> Known:
        """What is known of a document beside its pages; of one that is locked, or gone since it was read, no XML."""
        from docqa_app.extracting.case import Known

        try:
            return self._known(document, AS_IT_SEEMS)
        except InputError:
            return Known(recall=self._recall)

    def found_before(self, document: Document) -> Extraction | None:
        """The fields that its pane shows, as far as they are kept. A library that can't be read, which the window says
        elsewhere, has kept none."""
        try:
            review = self.kept(document, AS_IT_SEEMS)
        except LibraryError as error:
            log.warning("%s", error)
            return None
        return review.extraction if review else None

    def _known(self, document: Document, how: Filling) -> Known:
        """Its embedded XML and its supplier; InputError where the file is locked or gone. Of another file that lies at
        its path by now the XML tells nothing."""
        from docqa_app.extracting.case import Known
        from docqa_app.reading.einvoice import read_einvoice
        from docqa_app.reading.formats import content_hash

        path = Path(document.path)
        same = document.sha256 in ("", content_hash(path))  # none is known of one whose reading was stopped
        xml = read_einvoice(path, how.password) if same else None
        return Known(xml=xml, language=how.language, recall=self._recall)

    def _follow(self, kept: Document, read: Document) -> None:
        """A file that was moved or renamed is found where it lies now; of two that are there the first is as good. A
        library that can't be written, which the window says elsewhere, keeps the old place."""
        if self._library is None or kept.path == read.path or not is_gone(kept.path):
            return
        try:
            self._library.move(read.sha256, read.path)
        except LibraryError as error:
            log.warning("%s", error)

    def _is_behind(self, document: Document, reviewed: Reviewed) -> bool:
        """Whether its supplier's documents have taught something since these values were found, and no person has
        touched them."""
        if reviewed.accepted or any(entry.who == PERSON for entry in reviewed.changes):
            return False
        memory, found_at = self._recall(document, reviewed.extraction), reviewed.changes[-1].at
        return memory is not None and any(one.at > found_at for one in memory.corrections)

    def _recall(self, document: Document, found: Extraction) -> Memory | None:
        """A library that can't be read, which the window says elsewhere, recalls nothing."""
        try:
            return self._library.remembered(document, found) if self._library else None
        except LibraryError as error:
            log.warning("%s", error)
            return None


def _folder(shipped: Path, own: Path) -> SchemaFolder:
    from docqa_app.schemas.schema_folder import SchemaFolder

    return SchemaFolder(shipped, own)


def _same_words(kept: Document, read: Document) -> bool:
    """Whether words can be found by their numbers again; single ones may have been corrected."""
    return [len(page.words) for page in kept.pages] == [len(page.words) for page in read.pages]
