"""Fulfils what the export dialog wishes: gathers the documents, writes them on a lane, says how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from docqa_app.core.document import Report
from docqa_app.core.fields import Extraction
from docqa_app.core.kept import Wanted
from docqa_app.core.ports import Library
from docqa_app.session.state import OpenDocument
from docqa_app.ui.background import Handle, Lane, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.notices import Notice
from docqa_app.ui.parts import Parts
from docqa_app.ui.speech import spoken_language

if TYPE_CHECKING:  # imported when fields are first exported, so that the window stands before that
    from docqa_app.exporting.plan import Plan
    from docqa_app.exporting.write import Written
    from docqa_app.ui.exporting.dialog import ExportDialog

Queued = Callable[[], tuple[str, ...]]
"""queued(): the contents (SHA-256) of the files of the queue that have values, in its order."""
MOST_KEPT = 100_000
"""Documents of the library that one export takes."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Documents that can be exported: those open are at hand, the others are fetched from the library, by what they
    hold (`contents`, SHA-256) or by what is `kept`."""

    title: str
    at_hand: tuple[Extraction, ...] = ()
    kept: Wanted | None = None
    contents: tuple[str, ...] = ()


class FieldExports(QObject):
    """`said` carries a sentence that passes, `told` a Notice that stays, `failed` a Trouble."""

    said = Signal(str)
    told = Signal(object)

    def __init__(
        self,
        live: LiveSession,
        lane: Lane,
        parts: Parts,
        presets: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._live = live
        self._lane = lane
        self._room = parts.fields
        self.library = parts.library
        self._presets = presets
        self._window = window
        self._plan: Plan | None = None
        self._offers: tuple[Offer, ...] = ()
        self._fetching: Handle | None = None
        self._open: tuple[Extraction, ...] = ()
        self.dialog: ExportDialog | None = None
        self.queued: Queued = lambda: ()
        live.changed.connect(self._follow)

    def open_queue(self) -> None:
        """The dialog, also one that stands there already, with the files that the queue has now chosen."""
        self.open()
        offers = self._offers_now()
        place = next((place for place, offer in enumerate(offers) if offer.contents), None)
        if self.dialog is not None and place is not None:
            self._offers = offers
            self.dialog.show_offers([offer.title for offer in offers], place)

    def open(self) -> None:
        """Shows the dialog; a sentence where there is nothing to export."""
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self._offers = self._offers_now()
        if not self._offers:
            self.said.emit(self.tr("There are no fields to export yet: open the Fields room to have them filled."))
            return
        dialog = self._new_dialog()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.documents_wanted.connect(self._fetch)
        dialog.write_wanted.connect(self._write)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        self._fetch(0)
        dialog.show()

    def _new_dialog(self) -> ExportDialog:
        from docqa_app.exporting.plan import Plan
        from docqa_app.ui.exporting.dialog import ExportDialog

        plan = self._plan or Plan()
        return ExportDialog([offer.title for offer in self._offers], plan, self._presets, self._window)

    def _offers_now(self) -> tuple[Offer, ...]:
        here, every = _values(self._live.now.in_view), self._values_now()
        offers = [Offer(self.tr("This document"), here)] if here else []
        if len(every) > len(here):
            offers.append(Offer(self.tr("All open documents: {count}").format(count=len(every)), every))
        if self.library is not None and (queued := self.queued()):
            title = self.tr("Files of the queue: {count}").format(count=len(queued))
            offers.append(Offer(title, every, contents=queued))
        if self.library is not None:
            offers.append(Offer(self.tr("All accepted documents in the library"), kept=Wanted(accepted=True)))
            offers.append(Offer(self.tr("All documents in the library"), kept=Wanted()))
        return tuple(offers)

    def _values_now(self) -> tuple[Extraction, ...]:
        return tuple(found for one in self._live.now.documents for found in _values(one))

    def _follow(self) -> None:
        """The dialog stands beside the work: what changes there changes in it, too."""
        values = self._values_now()
        if self.dialog is None or values == self._open:
            return
        self._open = values
        self._offers = tuple(replace(one, at_hand=_as_in(values, one.at_hand)) for one in self._offers)
        if _as_in(values, self.dialog.extractions) != self.dialog.extractions:
            self._show(self.dialog.extractions, self.dialog.left_out)

    def _fetch(self, number: int) -> None:
        offer, library = self._offers[number], self.library
        if self._fetching is not None:
            self._fetching.cancel()
        if library is None or not (offer.kept or offer.contents):
            self._show(offer.at_hand)
            return
        self._show(())
        self._fetching = self._lane.run(
            lambda report, note: _fetched(library, offer, report),
            partial(self._show_all, offer),
            failed=partial(self._failed, self.dialog),
        )

    def _show_all(self, offer: Offer, extractions: tuple[Extraction, ...]) -> None:
        """What was offered by its contents and is kept nowhere is missing."""
        self._show(extractions, max(0, len(offer.contents) - len(extractions)))

    def _show(self, extractions: tuple[Extraction, ...], left_out: int = 0) -> None:
        from docqa_app.schemas.schema import labels

        if self.dialog is not None:
            names = labels(self._room.kinds() if self._room else (), spoken_language())
            self.dialog.show_documents(_as_in(self._values_now(), extractions), names, left_out)

    def _write(self, path: Path, plan: Plan, append: bool) -> None:
        from docqa_app.exporting.write import write

        dialog = self.dialog
        assert dialog is not None, "the wish comes from the dialog"
        self._plan = plan
        dialog.begin_writing()
        extractions = dialog.extractions
        self._lane.run(
            lambda report, note: write(path, plan, extractions, append=append),
            partial(self._written, dialog, path, plan, append),
            failed=partial(self._failed, dialog),
            writes=True,
        )

    def _written(self, dialog: ExportDialog, path: Path, plan: Plan, append: bool, written: Written) -> None:
        """The dialog has done its work; one that was opened since has not."""
        sentence = self._told(plan, append, written.rows).format(path=path)
        self.said.emit(sentence)
        if written.guarded:
            self.told.emit(self._note(path, written))
        if self.dialog is dialog:
            dialog.close()

    def _told(self, plan: Plan, append: bool, count: int) -> str:
        if plan.form.value == "complete" and append:
            return self.tr("%n document(s) added to {path}.", "", count)
        if plan.form.value == "complete":
            return self.tr("%n document(s) written to {path}.", "", count)
        if append:
            return self.tr("%n row(s) added to {path}.", "", count)
        return self.tr("%n row(s) written to {path}.", "", count)

    def _note(self, path: Path, written: Written) -> Notice:
        """Which cells were changed."""
        text = self.tr(
            "Cells in {name} that start like a formula were written as text, with an apostrophe before them: {count}."
        )
        place = self.tr("Line {line}, {column}: {text}")
        cells = [place.format(line=one.line, column=one.column, text=one.text) for one in written.guarded]
        return Notice(text.format(name=path.name, count=len(cells)), "\n".join(cells), about=("guarded", path))

    def _failed(self, dialog: ExportDialog | None, trouble: Trouble) -> None:
        """In the dialog that wished it, while that stands there."""
        if dialog is not None and self.dialog is dialog:
            dialog.fail(trouble.sentence)
        else:
            self.told.emit(Notice(trouble.sentence, trouble.details, about=trouble.sentence))

    def _closed(self) -> None:
        self.dialog = None


def _values(document: OpenDocument | None) -> tuple[Extraction, ...]:
    """A document's values, if they are filled."""
    return (document.review.extraction,) if document and document.review and document.review.extraction.fields else ()


def _as_in(now: Sequence[Extraction], earlier: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """Documents as the desk has them now, which may lie there under another name; the others as they are."""
    by_bytes = {one.sha256: one for one in now}
    exact = {(one.sha256, one.path): one for one in now}
    found = ((one, exact.get((one.sha256, one.path), by_bytes.get(one.sha256))) for one in earlier)
    return tuple(replace(there, path=one.path) if there else one for one, there in found)


def _fetched(library: Library, offer: Offer, report: Report) -> tuple[Extraction, ...]:
    """The documents that are offered, in their order or by the day they came. What is at hand is not looked up: the
    library has nothing of what a password opened."""
    contents, at_hand = offer.contents, {one.sha256: one for one in offer.at_hand}
    if offer.kept is not None:
        found = library.search(replace(offer.kept, most=MOST_KEPT))
        contents = tuple(one.entry.sha256 for one in reversed(found))
    values = []
    for done, sha256 in enumerate(contents):
        report(done, len(contents))
        if sha256 in at_hand:
            values.append(at_hand[sha256])
        elif (review := library.review(sha256)) is not None:
            values.append(review.extraction)
    return tuple(values)
