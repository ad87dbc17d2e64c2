"""Joins the queue, its panel and those who work on it, and keeps the queue in step with what the clerk reviews."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from docqa_app.batch import steps
from docqa_app.batch.files import READ_FROM_FOLDERS
from docqa_app.batch.gist import gist_of
from docqa_app.batch.queue import THROUGH, UNFINISHED, Gist, Standing
from docqa_app.batch.steps import Hashed
from docqa_app.schemas.schema import Schema, in_language
from docqa_app.session import opening, reading
from docqa_app.session.reviewing.state import Review
from docqa_app.session.state import OpenDocument, ReadState
from docqa_app.ui.icons import Icons
from docqa_app.ui.live import LiveSession
from docqa_app.ui.parts import Parts
from docqa_app.ui.queue.live import LiveQueue
from docqa_app.ui.queue.panel import QueuePanel
from docqa_app.ui.queue.rooms import Rooms
from docqa_app.ui.queue.running import AT_ONCE, Running
from docqa_app.ui.queue.watching import Watching
from docqa_app.ui.speech import spoken_language
from docqa_app.ui.work.model import ModelState
from docqa_app.ui.workshop import Workshop

READ_ONCE = (ReadState.READY, ReadState.FAILED, ReadState.STOPPED)
KEPT_OPEN = 3
"""Accepted files that stay on the desk for a look back."""


class QueueRoom(QObject):
    """`review_wanted` carries the path of a file to be opened beside its fields; `said` a sentence that passes,
    `trouble` one that stays."""

    review_wanted = Signal(object)
    added = Signal()
    said = Signal(str)
    trouble = Signal(str)

    def __init__(
        self, session: LiveSession, shop: Workshop, parts: Parts, file: Path, icons: Icons, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._model, self._extracting = shop.model, shop.extracting
        self._window = window
        self._reviews: dict[int, object] = {}
        self._named: set[str] = set()
        self._current = ""
        self.live = LiveQueue(file, self)
        folder_lane = shop.background.lane()
        self._read_kinds = partial(folder_lane, lambda: parts.fields.kinds(), self.show_kinds, key="kinds")
        rooms = Rooms(parts.read, parts.fields, parts.library)
        lanes = (shop.background.lane(AT_ONCE), folder_lane)
        first = (shop.asking, shop.extracting, shop.summarizing)
        self.running = Running(self.live, lanes, shop.model, rooms, first, self)
        self.watching = Watching(self.live, folder_lane, self)
        self.panel = QueuePanel(icons)
        self._join()
        self._show()
        self.running.look()

    def next_to_review(self, path: str) -> str | None:
        """The file behind this one that needs review; None where none does."""
        item = self.live.now.next_to_review(path)
        return item.path if item else None

    def through(self) -> tuple[str, ...]:
        """The contents of the files that have values, in the order of the queue."""
        items = (item for item in self.live.now.items if item.standing in THROUGH)
        return tuple(dict.fromkeys(item.sha256 for item in items if item.sha256))

    def show_kinds(self, kinds: Sequence[Schema]) -> None:
        """The kinds of documents that there are now: files are told by their titles."""
        titles = {kind.name: str(in_language(kind.title, spoken_language())) for kind in kinds}
        self.panel.table.rows.show_kinds(titles)

    def clear_desk(self) -> None:
        """Accepted files leave the desk, but for the last few: nobody looks at 300 side by side. What is kept nowhere
        else stays: answers, summaries, and all of what a password opened."""
        accepted = {item.path for item in self.live.now.items if item.accepted and item.standing is Standing.DONE}
        session = self._session.now
        kept = [one for one in session.documents if not (one.locked or one.asked or one.summary)]
        done = [one.key for one in kept if one.path in accepted and one.key != session.current]
        for key in done[:-KEPT_OPEN]:
            self._session.step(opening.close, key)

    def forget(self, sha256: Collection[str]) -> None:
        """Documents that were forgotten leave no trace here either."""
        for one in sha256:
            self.live.step(steps.forget, one)

    def close(self) -> None:
        """For the end of the window."""
        self.running.end()
        self.live.close()

    def _join(self) -> None:
        panel, live = self.panel, self.live
        live.changed.connect(self._show)
        live.trouble.connect(self.trouble)
        self._model.changed.connect(self._show)
        self._session.changed.connect(self._follow_reviews)
        self._session.changed.connect(self._look_ahead)
        self.running.trouble.connect(self.trouble)
        self.running.held.connect(self._read_replaced)
        self.watching.rewritten.connect(self.running.check)
        self.running.empty.connect(lambda: self.said.emit(self.tr("There is no PDF or image there.")))
        panel.files_wanted.connect(self.choose_files)
        panel.folder_wanted.connect(self.choose_folder)
        panel.dropped.connect(self.add)
        panel.watch_wanted.connect(self._choose_watched)
        panel.unwatch_wanted.connect(lambda folder: live.step(steps.watch, folder, False))
        panel.pause_wanted.connect(lambda paused: live.step(steps.pause, paused))
        panel.cancel_wanted.connect(self.running.stop)
        panel.retry_wanted.connect(self._retry)
        panel.remove_wanted.connect(lambda paths: live.step(steps.remove, paths))
        panel.table.review_wanted.connect(self.review_wanted)

    def add(self, paths: Sequence[Path]) -> None:
        """Puts files and folders at the end of the queue, and shows it."""
        self.added.emit()
        self.running.add(paths)

    def choose_files(self) -> None:
        dialog = self._dialog(self.tr("Add files to the queue"), QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in READ_FROM_FOLDERS)
        dialog.setNameFilters([self.tr("Documents ({patterns})").format(patterns=patterns), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.open()

    def choose_folder(self) -> None:
        dialog = self._dialog(self.tr("Add a folder to the queue"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.add([Path(name)]))
        dialog.open()

    def _choose_watched(self) -> None:
        dialog = self._dialog(self.tr("Watch a folder"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.live.step(steps.watch, str(Path(name).absolute()), True))
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _retry(self, paths: Collection[str]) -> None:
        """Only what is through is read again: what waits or is being read need not."""
        through = {item.path for item in self.live.now.items if item.path in paths and item.standing not in UNFINISHED}
        held = {item.path: item.sha256 for item in self.live.now.items if item.path in through}
        on_desk = self._filled_on_desk(held)
        self.live.step(steps.retry, through - on_desk)
        lying = {one.path for one in self._session.now.documents}
        self.running.check(on_desk - lying)  # a copy of what lies there may hold something else by now

    def _read_replaced(self, held: Mapping[str, Hashed]) -> None:
        """What was added once more and holds other bytes by now is another document: scanners begin their numbers
        anew."""
        found = steps.replaced(self.live.now, held)
        on_desk = self._filled_on_desk(dict.fromkeys(found, ""))
        self.live.step(steps.renew, {path: here for path, here in found.items() if path not in on_desk})

    def _filled_on_desk(self, held: Mapping[str, str]) -> set[str]:
        """What lies on the desk, also as a copy of a file (of which `held` says what was read), is read again there.
        With values it is filled anew there, as soon as it is seen: what a person has changed is in view then, and can
        be had back."""
        filled = set()
        for document in self._session.now.documents:
            here = {path for path, sha256 in held.items() if path == document.path or _same(sha256, document)}
            if not here or document.state not in READ_ONCE:
                continue
            self._session.step(reading.read_again, document.key)
            if document.has_values and document.review is not None:
                filled |= here
                self.live.step(steps.reviewed, document.path, _gist(document, document.review), accepted=False)
                self._extracting.again(document.key)
        return filled

    def _show(self) -> None:
        self.panel.show_queue(self.live.now, self._waits_for())
        self._name_kinds({item.gist.schema for item in self.live.now.items})

    def _name_kinds(self, seen: set[str]) -> None:
        """Reads the titles with the first file, before its kind is known, and where a kind is new."""
        if not seen <= self._named:
            self._named |= seen
            self._read_kinds()

    def _waits_for(self) -> str:
        waiting = self.live.now.counts()[Standing.WAITING]
        if not waiting:
            return ""
        if self.live.now.paused:
            return self.tr("Paused")
        match self._model.state:
            case ModelState.READY:
                return ""
            case ModelState.FAILED:
                return self._model.trouble.sentence if self._model.trouble else ""
        return self.tr("Waiting for the model")

    def _look_ahead(self) -> None:
        """Once another file of the queue is in view, the one that follows it is made ready."""
        document = self._session.now.in_view
        path = document.path if document else ""
        if path != self._current:
            self._current = path
            following = self.next_to_review(path) if self.live.now.item(path) else None
            lies_here = any(one.path == following for one in self._session.now.documents)
            self.running.prepare(None if lies_here else following)

    def _follow_reviews(self) -> None:
        """A document whose review has moved on stands in the queue as the review has left it."""
        reviews = {one.key: one for one in self._session.now.documents if one.review is not None}
        for key, document in reviews.items():
            review = document.review
            if review is not None and self._reviews.get(key) is not review and review.schema.name:
                self._reviews[key] = review
                self._follow(document, review)
        self._reviews = {key: review for key, review in self._reviews.items() if key in reviews}

    def _follow(self, document: OpenDocument, review: Review) -> None:
        gist, held, item = _gist(document, review), document.sha256, self.live.now.item(document.path)
        takes_over = item is not None and item.anew and item.standing in UNFINISHED
        accepted, by_person = review.accepted and not takes_over, review.is_touched or takes_over
        self.live.step(steps.reviewed, document.path, gist, accepted, sha256=held, by_person=by_person)
        if takes_over:  # what was to be extracted again in the queue is so here, in view
            self._extracting.again(document.key)


def _same(sha256: str, document: OpenDocument) -> bool:
    return bool(sha256) and sha256 == document.sha256


def _gist(document: OpenDocument, review: Review) -> Gist:
    """What a password opened is not written down."""
    gist = gist_of(review.extraction)
    return Gist(gist.schema, doubts=gist.doubts) if document.locked else gist
