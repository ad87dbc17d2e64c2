"""The middle of the window: notices and the password bar on top, then the pages, or what stands in their place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from docqa_app.session.state import OpenDocument, ReadState, Session
from docqa_app.ui.file_names import name_of
from docqa_app.ui.notices import Notices
from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.password_bar import PasswordBar
from docqa_app.ui.welcome import Welcome


class Centre(QWidget):
    """Shows one of three: the welcome page, the pages, or a sentence why there are none."""

    def __init__(self, pages: PagesPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = Notices()
        self.password = PasswordBar()
        self.welcome = Welcome()
        self._pages = pages
        self._message = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._message.setProperty("quiet", True)
        self._message.setMargin(48)
        self._stack = QStackedWidget()
        for widget in (self.welcome, self._pages, self._message):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.notices, self.password):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def show_session(self, session: Session, *, drawn: bool) -> None:
        """`drawn`: the document in view lies on the desk."""
        document = session.in_view
        if document is None:
            self._stack.setCurrentWidget(self.welcome)
        elif drawn or not (message := self._instead(document)):
            self._stack.setCurrentWidget(self._pages)
        else:
            self._message.setText(message)
            self._stack.setCurrentWidget(self._message)

    def _instead(self, document: OpenDocument) -> str:
        """What stands where no page can be shown; "" while that is not known yet."""
        name = name_of(document.path)
        match document.state:
            case ReadState.FAILED:
                return self.tr("{name} is not shown because it could not be read.").format(name=name)
            case ReadState.LOCKED:
                return self.tr("{name} is locked.").format(name=name)
        return ""
