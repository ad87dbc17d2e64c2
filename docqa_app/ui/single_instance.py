"""One window a user: a second start hands its files and questions to the first and ends."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_WITHIN = 3000
"""Milliseconds in which the first start must take what is handed to it."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start was asked for: files by their absolute paths, and questions about the last of them."""

    files: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


class SingleInstance(QObject):
    """The first start of a user listens; the name it listens under depends on the user's folder."""

    wished = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"docqa-{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
        with suppress(OSError):  # where the folder can't be made, there is nothing that two starts could share
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "docqa.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale only when its process is gone, however long that one runs
        self._calls: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)

    def is_first(self) -> bool:
        """Takes the lock and listens; False where another start holds it."""
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError  # a closed folder locks nobody out
        QLocalServer.removeServer(self._name)
        if not self._server.listen(self._name):
            log.warning("Second starts can't be heard: %s", self._server.errorString())
        return True

    def hand_over(self, wish: Wish) -> bool:
        """Gives the wish to the first start; False where that one does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_WITHIN):
            return False
        socket.write((json.dumps(asdict(wish)) + "\n").encode())
        socket.flush()
        return socket.waitForReadyRead(ANSWER_WITHIN) and bytes(socket.readAll().data()).startswith(b"taken")

    def _accept(self) -> None:
        while socket := self._server.nextPendingConnection():
            self._calls.append(socket)
            socket.readyRead.connect(self._listen)
            socket.disconnected.connect(self._hang_up)
            self._listen()

    def _listen(self) -> None:
        """A call may say its line before or after it is taken."""
        for socket in self._calls:
            if socket.canReadLine():
                self._take(socket)

    def _hang_up(self) -> None:
        ended = [socket for socket in self._calls if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState]
        for socket in ended:
            self._calls.remove(socket)
            socket.deleteLater()

    def _take(self, socket: QLocalSocket) -> None:
        line = bytes(socket.readLine().data())
        socket.write(b"taken\n")
        socket.flush()
        try:
            told = json.loads(line)
            wish = Wish(tuple(map(str, told["files"])), tuple(map(str, told["questions"])))
        except (ValueError, KeyError, TypeError) as error:
            log.warning("A second start said something else: %r", error)
            return
        self.wished.emit(wish)


def wish_of(files: Sequence[str], questions: Sequence[str]) -> Wish:
    """Paths become absolute here: the other process may stand in another folder."""
    return Wish(tuple(str(Path(file).absolute()) for file in files), tuple(questions))
