"""The schema editor: a kind of document with its fields, line items and rules, beside the page it is tried on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from docqa_app.core.fields import Extraction
from docqa_app.schemas.draft import Draft, Part, named
from docqa_app.ui.said import Said
from docqa_app.ui.schemas.fields_tab import FieldsTab
from docqa_app.ui.schemas.rules_tab import RulesTab

LANGUAGES = (("en", "English"), ("de", "Deutsch"), ("fr", "Français"))
"""The languages of documents that schemas speak, in their own words."""


class SchemaEditor(QWidget):
    """Shows and asks; what is wished is fulfilled elsewhere.

    `changed` carries the draft as it is now, `kind_wanted` the name of another, `save_as_wanted` a title, `chosen` the
    name of the field that the clerk is at.
    """

    changed = Signal(object)
    kind_wanted = Signal(str)
    save_wanted = Signal()
    save_as_wanted = Signal(str)
    new_wanted = Signal(str)
    remove_wanted = Signal()
    discard_wanted = Signal()
    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """`language` is that of the texts that are shown first: "en", "de" or "fr"."""
        super().__init__(parent)
        self._draft = Draft("", {})
        self.kinds = QComboBox()
        self.language = QComboBox()
        self.fields = FieldsTab(Part.FIELDS)
        self.columns = FieldsTab(Part.COLUMNS)
        self.rules = RulesTab()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the kind"))
        self.state = QLabel(wordWrap=True)
        self.said = Said(quiet=True)
        self.save_button = QPushButton(self.tr("&Save"))
        self.save_as_button = QPushButton(self.tr("Save &as…"))
        self.new_button = QPushButton(self.tr("Ne&w…"))
        self.remove_button = QPushButton(self.tr("Remo&ve…"))
        self.discard_button = QPushButton(self.tr("&Discard changes…"))
        self._fill_languages(language)
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> Draft:
        return self._draft

    def show_kinds(self, kinds: Sequence[tuple[str, str]], current: str) -> None:
        """Names and titles of all kinds, and the name of the one that is shown."""
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            for name, title in kinds:
                self.kinds.addItem(title, name)
            self.kinds.setCurrentIndex(self.kinds.findData(current))

    def show_draft(self, draft: Draft, *, own: bool, changed: bool) -> None:
        """Another kind. `own`: it is the user's, so it can be saved in its place; `changed`: it is not saved yet."""
        self._show(draft, anew=True)
        self.show_standing(own=own, changed=changed)

    def show_standing(self, *, own: bool, changed: bool) -> None:
        self.save_button.setEnabled(own and changed)
        self.save_button.setToolTip("" if own else self.tr("This kind comes with the app: save your own beside it."))
        self.save_as_button.setProperty("main", not own and changed)
        self.save_button.setProperty("main", own and changed)
        self.remove_button.setVisible(own and not changed)
        self.discard_button.setVisible(changed)
        for button in (self.save_button, self.save_as_button):
            button.style().unpolish(button)
            button.style().polish(button)

    def show_found(self, found: Extraction | None, state: str) -> None:
        """What the kind finds on the page in view, and in a sentence what that is, or why nothing is known."""
        for tab in (self.fields, self.columns, self.rules):
            tab.show_found(found)
        self.state.setText(state)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """How saving went, or why the draft is not finished."""
        self.said.say(sentence, trouble=trouble)

    def _fill_languages(self, language: str) -> None:
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.language.setToolTip(self.tr("Labels, questions and messages are written for each language apart."))

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.fields, self.tr("Fields"))
        self.tabs.addTab(self.columns, self.tr("Line items"))
        self.tabs.addTab(self.rules, self.tr("Rules"))
        self.state.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addLayout(self._kind_rows())
        layout.addWidget(self.state)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.said)
        layout.addLayout(self._button_row())
        self.setMinimumWidth(380)

    def _kind_rows(self) -> QFormLayout:
        form = QFormLayout()
        kinds = QHBoxLayout()
        kinds.addWidget(self.kinds, 1)
        kinds.addWidget(self.new_button)
        label = QLabel(self.tr("&Kind"))
        label.setBuddy(self.kinds)
        form.addRow(label, kinds)
        form.addRow(self.tr("Texts &in"), self.language)
        return form

    def _button_row(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        for button in (self.remove_button, self.discard_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.save_as_button, self.save_button):
            buttons.addWidget(button)
        return buttons

    def _connect(self) -> None:
        self.kinds.activated.connect(lambda at: self.kind_wanted.emit(str(self.kinds.itemData(at))))
        self.language.currentIndexChanged.connect(lambda: self._show(self._draft, anew=True))
        for tab in (self.fields, self.columns, self.rules):
            tab.changed.connect(self._take)
        self.fields.chosen.connect(self.chosen)
        self.columns.chosen.connect(self.chosen)
        self.save_button.clicked.connect(self.save_wanted)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.discard_button.clicked.connect(self._ask_to_discard)
        self.save_as_button.clicked.connect(lambda: self._ask_title(self.tr("Save as a new kind"), self.save_as_wanted))
        self.new_button.clicked.connect(lambda: self._ask_title(self.tr("New kind of document"), self.new_wanted))

    @property
    def texts_in(self) -> str:
        """The language of the texts that are shown."""
        return str(self.language.currentData())

    def _show(self, draft: Draft, *, anew: bool) -> None:
        self._draft = draft
        for tab in (self.fields, self.columns, self.rules):
            tab.show_draft(draft, self.texts_in, anew=anew)

    def _take(self, draft: Draft) -> None:
        self._show(draft, anew=False)
        self.changed.emit(draft)

    def _ask_to_remove(self) -> None:
        question = self.tr("Remove the kind “{kind}”? Its file is deleted; values of documents stay as they are.")
        self._ask(question, self.tr("Remove"), self.remove_wanted)

    def _ask_to_discard(self) -> None:
        question = self.tr("Discard what was changed in “{kind}” since it was saved?")
        self._ask(question, self.tr("Discard"), self.discard_wanted)

    def _ask(self, question: str, verb: str, wish: SignalInstance) -> None:
        """Before something is done that cannot be undone."""
        text = question.format(kind=named(self._draft, self.texts_in))
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), text, parent=self)
        yes = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(wish)
        box.finished.connect(box.deleteLater)
        box.open()

    def _ask_title(self, title: str, wish: SignalInstance) -> None:
        asking = QInputDialog(self)
        asking.setWindowTitle(title)
        asking.setLabelText(self.tr("Name of the kind, as the list shows it"))
        asking.setTextValue("" if wish is self.new_wanted else named(self._draft, self.texts_in))
        asking.setOkButtonText(self.tr("Keep"))
        asking.setCancelButtonText(self.tr("Discard"))
        asking.textValueSelected.connect(wish)
        asking.finished.connect(asking.deleteLater)
        asking.open()
