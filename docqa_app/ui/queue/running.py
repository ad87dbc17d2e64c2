"""Works through the queue: two files at a time are read, hashes come first, and whatever was stopped lets go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from docqa_app.batch import steps
from docqa_app.batch.queue import Item, Standing
from docqa_app.batch.steps import Hashed
from docqa_app.core.ports import Engine
from docqa_app.ui.background import Handle, Lane, Trouble
from docqa_app.ui.queue.live import LiveQueue
from docqa_app.ui.queue.rooms import Filled, Rooms, filling, hashing, listing
from docqa_app.ui.speech import spoken_language
from docqa_app.ui.work.doing import Doing, Work
from docqa_app.ui.work.model import ModelLoading

AT_ONCE = 2


class Running(QObject):
    """Keeps working while files wait and the model is there. `empty` says that a folder holds no document,
    `trouble` why it could not be searched."""

    moved = Signal()
    empty = Signal()
    trouble = Signal(str)
    held = Signal(object)
    """What files that were looked at again hold now: a Mapping of their paths to Hashed."""

    def __init__(
        self,
        live: LiveQueue,
        lanes: tuple[Lane, Lane],
        model: ModelLoading,
        rooms: Rooms,
        others: Iterable[Work],
        parent: QObject | None = None,
    ) -> None:
        """`lanes`: one of AT_ONCE threads for the files, one for folders and hashes. `others`: whoever else wants the
        model; while one of them does, no further file is begun, for there a person waits."""
        super().__init__(parent)
        self._live = live
        self._file_lane, self._folder_lane = lanes
        self._model = model
        self._rooms = rooms
        self._jobs: dict[str, Handle] = {}
        self._tried: set[str] = set()
        self._hashing: Handle | None = None
        self._preparing: Handle | None = None
        self._looking = self._ended = False
        self._others = tuple(others)
        for work in self._others:
            work.moved.connect(self.look)
        live.changed.connect(self.look)
        model.changed.connect(self.look)

    def add(self, paths: Sequence[Path]) -> None:
        """Puts files, and the documents of folders, at the end of the queue."""
        self._folder_lane.run(listing(paths), self._listed, failed=lambda trouble: self.trouble.emit(trouble.sentence))

    def check(self, paths: Collection[str]) -> None:
        """Looks what these files of the queue hold now."""
        if paths:
            contents = {item.path: item.sha256 for item in self._live.now.items}
            self._folder_lane.run(hashing(self._rooms, sorted(paths), contents), _all_told, noted=self.held.emit)

    def stop(self, paths: Collection[str]) -> None:
        """These files are not read; each that has no values says so and can be tried again."""
        self._live.step(steps.cancel, paths, self.tr("Cancelled before it was read. Retry reads it."))

    def prepare(self, path: str | None) -> None:
        """The file that a clerk will open next: what was learned since it was read is put to use while nobody waits.
        The one before it is let go of, for it may be open by now."""
        if self._preparing is not None:
            self._preparing.cancel()
            self._preparing = None
        if path is not None and self._model.engine is not None and not self._ended:
            work = filling(self._rooms, path, self._model.engine, False, spoken_language())
            self._preparing = self._file_lane.run(work, partial(self._prepared, path), failed=_leave_to_opening)

    def _prepared(self, path: str, filled: Filled) -> None:
        self._preparing = None
        self._live.step(steps.reviewed, path, filled.gist, filled.accepted, sha256=filled.sha256)

    def halt(self) -> None:
        """Nothing is read any more, at once; the queue goes on from here when it is resumed."""
        self._live.step(steps.pause, True)
        self._live.step(steps.put_back, list(self._jobs))

    def end(self) -> None:
        """For the end of the window: what is being read is read again at the next start, and it was nobody's fault."""
        self._ended = True
        self._live.step(steps.put_back, list(self._jobs))

    def doing(self) -> Doing | None:
        """For the status bar: how many files of the queue are through."""
        counts = self._live.now.counts()
        rest = counts[Standing.WAITING] + counts[Standing.READING]
        if not self._jobs or not rest:
            return None
        total = len(self._live.now.items)
        return Doing(self.tr("Reading the queue"), total - rest, total, self.halt)

    def look(self) -> None:
        """Lets go of what was stopped or removed, and begins what there is room for."""
        if self._looking:
            return
        self._looking = True
        try:
            self._let_go()
            self._hash_new()
            while (engine := self._model.engine) and (item := self._due()):
                self._begin(item, engine)
        finally:
            self._looking = False
        self.moved.emit()

    def _due(self) -> Item | None:
        """The file to begin with now."""
        if self._ended or len(self._jobs) >= AT_ONCE or any(work.doing() for work in self._others):
            return None
        return self._live.now.next_waiting()

    def _let_go(self) -> None:
        for path in list(self._jobs):
            item = self._live.now.item(path)
            if item is None or item.standing is not Standing.READING:
                self._jobs.pop(path).cancel()

    def _begin(self, item: Item, engine: Engine) -> None:
        self._live.step(steps.begin, item.path)
        self._jobs[item.path] = self._file_lane.run(
            filling(self._rooms, item.path, engine, item.anew, spoken_language()),
            partial(self._filled, item.path),
            failed=partial(self._failed, item.path),
        )

    def _filled(self, path: str, filled: Filled) -> None:
        del self._jobs[path]
        same, accepted, sha256 = filled.same_as, filled.accepted, filled.sha256
        self._live.step(steps.finish, path, filled.gist, filled.seconds, same, accepted=accepted, sha256=sha256)

    def _failed(self, path: str, trouble: Trouble) -> None:
        del self._jobs[path]
        self._live.step(steps.fail, [path], trouble.sentence)

    def _listed(self, paths: tuple[str, ...]) -> None:
        if not paths:
            self.empty.emit()
        known = {item.path for item in self._live.now.items}
        self._live.step(steps.add, paths)
        self.check([path for path in paths if path in known])

    def _hash_new(self) -> None:
        """Files whose contents are not known yet, all that came since the last time together."""
        new = [item.path for item in self._live.now.items if not item.sha256 and item.path not in self._tried]
        if self._hashing is None and new:
            self._tried.update(new)
            earlier = {item.path: item.sha256 for item in self._live.now.items if item.sha256}
            work, end = hashing(self._rooms, new, earlier), self._hashes_end
            self._hashing = self._folder_lane.run(work, end, failed=end, noted=self._hashed)

    def _hashed(self, found: Mapping[str, Hashed]) -> None:
        self._live.step(steps.hashed, found)

    def _hashes_end(self, trouble: Trouble | None) -> None:
        """Also after a trouble, which is ours and in the log: files that come later are hashed all the same."""
        self._hashing = None
        self.look()


def _all_told(none: None) -> None:
    """What was found is told meanwhile."""


def _leave_to_opening(trouble: Trouble) -> None:
    """Whoever opens the file meets the same trouble, and is told."""
