"""Every way a document comes in: chosen, dropped, pasted, recent, named at the start, handed over by a second start."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from docqa_app.batch.files import READ_FROM_FOLDERS, documents_in
from docqa_app.errors import InputError
from docqa_app.session import opening as steps
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.live import LiveSession
from docqa_app.ui.recent import Recent

MOST_AT_ONCE = 30
"""More files than this are worked through in the queue: no one looks at so many side by side."""


class Opening(QObject):
    """Puts files on the desk. `said` carries a sentence where nothing could be opened, `many` the files and folders
    where they are too many for it."""

    said = Signal(str)
    many = Signal(object)

    def __init__(self, live: LiveSession, recent: Recent, pasted: Path, window: QWidget) -> None:
        super().__init__(window)
        self._live = live
        self._recent = recent
        self._pasted = pasted
        self._window = window

    def open_paths(self, paths: Iterable[Path]) -> bool:
        """Files, and those of folders; what can't be read says so in its row. Whether any came onto the desk."""
        given = [path.absolute() for path in paths]
        try:
            files = [file for path in given for file in files_in(path, MOST_AT_ONCE + 1)]
        except InputError as error:
            self.said.emit(in_our_words(str(error)))
            return False
        if len(files) > MOST_AT_ONCE:
            self.many.emit(given)
            sentence = self.tr("More than {count} files at once are worked through in the queue.")
            self.said.emit(sentence.format(count=MOST_AT_ONCE))
            return False
        if not files:
            self.said.emit(self.tr("There is no PDF or image there. Open a PDF, PNG, JPEG, TIFF or WebP file."))
            return False
        self._recent.add(*files)
        self._live.step(steps.open_files, [str(file) for file in files])
        return True

    def choose(self) -> None:
        """Asks which files to open."""
        dialog = QFileDialog(self._window, self.tr("Open documents"), self._recent.folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in READ_FROM_FOLDERS)
        dialog.setNameFilters([self.tr("Documents ({patterns})").format(patterns=patterns), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Opens the files or the picture on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, mime: QMimeData) -> None:
        """Opens what was dropped or pasted."""
        if mime.hasUrls():
            self.open_paths([Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()])
        elif mime.hasImage():
            self._keep_picture(QImage(mime.imageData()))
        else:
            self.said.emit(self.tr("There is no file and no picture on the clipboard. Copy one and paste again."))

    def _keep_picture(self, image: QImage) -> None:
        """A pasted picture becomes a file of the user's, so that it can be read, and opened again after a restart."""
        with suppress(OSError):  # where the folder can't be made, the picture can't be saved in it either
            self._pasted.mkdir(parents=True, exist_ok=True)
        file = self._pasted / f"pasted {datetime.now():%Y-%m-%d %H.%M.%S.%f}.png"
        if not image.save(str(file)):
            self.said.emit(self.tr("The pasted picture could not be kept in {folder}.").format(folder=self._pasted))
            return
        self._live.step(steps.open_files, [str(file)])


def files_in(path: Path, most: int) -> Sequence[Path]:
    """The file itself, or the documents of a folder and those under it, in order of their names; no more than `most`
    are looked for, since the window waits."""
    is_folder = os.path.isdir(path)  # noqa: PTH112 (Path raises where it may not look)
    return sorted(islice(documents_in(path), most)) if is_folder else [path]


def can_take(mime: QMimeData) -> bool:
    """Whether a drag over the window may be dropped."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())
