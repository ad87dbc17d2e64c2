"""What the work has to say reaches the places where it is shown: status bar, notices, password bar, model state."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from docqa_app.session import reading as steps
from docqa_app.session.state import ReadState
from docqa_app.ui.ask_panel import AskPanel
from docqa_app.ui.background import Trouble
from docqa_app.ui.file_names import name_of
from docqa_app.ui.inspect_panel import InspectPanel
from docqa_app.ui.live import LiveSession
from docqa_app.ui.notices import Notice, Notices
from docqa_app.ui.password_bar import PasswordBar
from docqa_app.ui.status_bar import StatusBar
from docqa_app.ui.work.doing import Work
from docqa_app.ui.work.model import ModelState
from docqa_app.ui.workshop import Workshop


class Telling(QObject):
    """Listens to the work and the session; shows, decides nothing."""

    def __init__(
        self,
        live: LiveSession,
        workshop: Workshop,
        status: StatusBar,
        notices: Notices,
        password: PasswordBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._live = live
        self._workshop = workshop
        self._status = status
        self._notices = notices
        self._password = password
        self._works: list[Work] = []
        live.changed.connect(self._show_session)
        password.entered.connect(self._unlock)
        self._listen(workshop)

    def _listen(self, shop: Workshop) -> None:
        for work in (shop.reading, shop.asking, shop.summarizing, shop.extracting, shop.rechecking):
            self.watch(work)
        shop.reading.failed.connect(self._reading_failed)
        for failing in (shop.asking, shop.summarizing, shop.extracting, shop.inspecting):
            failing.failed.connect(self.trouble)

    def watch(self, work: Work) -> None:
        """Shows what it is doing, where those before it do nothing."""
        self._works.append(work)
        work.moved.connect(self._show_job)

    def say(self, sentence: str) -> None:
        """A sentence that passes."""
        self._status.say(sentence)
        announce(self._status, sentence)

    def trouble(self, trouble: Trouble) -> None:
        """A failure that stays until it is read."""
        self._notices.tell(Notice(trouble.sentence, trouble.details, about=trouble.sentence))
        announce(self._notices, trouble.sentence)

    def show_model(self, ask: AskPanel, inspect: InspectPanel) -> None:
        """The model's state, wherever a user might miss the model."""
        model = self._workshop.model
        engine = model.engine
        if engine is not None:
            tip = self.tr("Answers come from {model} on this computer ({device}). Nothing leaves it.")
            tip = tip.format(model=engine.model, device=engine.device)
            self._status.show_model(f"{engine.model} · {engine.device}", tip)
            ask.show_model("", failed=False)
        elif model.state is ModelState.FAILED and model.trouble:
            self._status.show_model(self.tr("No model"), model.trouble.sentence)
            ask.show_model(model.trouble.sentence, failed=True)
        else:
            self._status.show_model(self.tr("Loading the model…"), "")
            ask.show_model(self.tr("The model is being loaded. You can ask already; answers follow."), failed=False)
        inspect.show_page(self._workshop.inspecting.shown, self._inspect_state())

    def _inspect_state(self) -> str:
        match self._workshop.model.state:
            case ModelState.FAILED:
                return self.tr("The model is not there, so only geometry is shown.")
            case ModelState.READY:
                return self.tr("The model is looking at the page.")
        return self.tr("The model is being loaded.")

    def _show_session(self) -> None:
        document = self._live.now.in_view
        self._status.show_document(document)
        self._show_job()
        if document is not None and document.state is ReadState.LOCKED:
            self._password.show_question(document.problem)
        else:
            self._password.hide()
        self._withdraw_mended()

    def _show_job(self) -> None:
        self._status.job.show_doing(next((doing for work in self._works if (doing := work.doing())), None))

    def _reading_failed(self, key: int, trouble: Trouble) -> None:
        again = (self.tr("Try again"), lambda: self._live.step(steps.read_again, key))
        self._notices.tell(Notice(trouble.sentence, trouble.details, ("document", key), again))
        announce(self._notices, trouble.sentence)

    def _withdraw_mended(self) -> None:
        """A notice about a document goes when the document is closed or read after all."""
        failed = {one.key for one in self._live.now.documents if one.state is ReadState.FAILED}
        for about in self._notices.subjects():
            if isinstance(about, tuple) and about[0] == "document" and about[1] not in failed:
                self._notices.withdraw(about)

    def _unlock(self, password: str) -> None:
        if self._live.now.current is not None:
            self._workshop.reading.unlock(self._live.now.current, password)


def announce(widget: QWidget, sentence: str) -> None:
    """Lets a screen reader say something that happened away from the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def title_of(live: LiveSession) -> str:
    """The window's title: the document in view and the app."""
    document = live.now.in_view
    return f"{name_of(document.path)} – docqa" if document else "docqa"
