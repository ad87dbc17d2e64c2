"""The rules of a kind of document, each with what it says of the page in view."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from docqa_app.core.fields import Extraction, RuleResult
from docqa_app.schemas.draft import Draft, DraftRule
from docqa_app.schemas.draft_problems import rule_problem
from docqa_app.schemas.draft_steps import with_rule
from docqa_app.ui.schemas.rule_form import RuleForm
from docqa_app.ui.schemas.rule_names import shown_name
from docqa_app.ui.theme import shades_now


class RulesTab(QWidget):
    """`changed` carries the draft as it is now."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft("", {})
        self._language = "en"
        self._found: Extraction | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rules of the kind"))
        self.form = RuleForm()
        self.add_button = QPushButton(self.tr("Add"))
        self.remove_button = QPushButton(self.tr("Remove"))
        self._lay_out()
        self.list.currentRowChanged.connect(lambda row: self._show_form(fill=True))
        self.form.changed.connect(lambda rule: self.changed.emit(with_rule(self._draft, self._at, rule)))
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.form)

    def show_draft(self, draft: Draft, language: str, *, anew: bool = False) -> None:
        """`anew`: another kind or another language, so the form is filled again."""
        self._draft, self._language = draft, language
        self._fill(max(0, self._at) if anew else self._at)
        self._show_form(fill=anew)

    def show_found(self, found: Extraction | None) -> None:
        """What this kind finds on the page in view; None where nothing is known of it."""
        self._found = found
        self._fill(self._at)
        self._show_form(fill=False)

    @property
    def _at(self) -> int:
        return self.list.currentRow()

    def _fill(self, at: int) -> None:
        rules = self._draft.rules
        with QSignalBlocker(self.list):
            while self.list.count() > len(rules):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(rules):
                self.list.addItem("")
            for row, rule in enumerate(rules):
                self._fill_item(self.list.item(row), rule)
            self.list.setCurrentRow(min(at, len(rules) - 1))
        self.remove_button.setEnabled(self._at >= 0)

    def _fill_item(self, item: QListWidgetItem, rule: DraftRule) -> None:
        said, shades = self._outcome(rule), shades_now()
        wrong = rule_problem(self._draft, rule) or any(not one.ok for one in self._results(rule))
        name = shown_name(rule.name)
        item.setText(f"{name} – {said}" if said else name)
        item.setForeground(QColor(shades.bad if wrong else shades.text))
        item.setToolTip(rule.check)

    def _results(self, rule: DraftRule) -> list[RuleResult]:
        return [one for one in self._found.rules if one.rule == rule.name] if self._found else []

    def _outcome(self, rule: DraftRule) -> str:
        """One word for the list."""
        results = self._results(rule)
        if rule_problem(self._draft, rule):
            return self.tr("not finished")
        if self._found is None:
            return ""
        if not results:
            return self.tr("cannot be checked here")
        return self.tr("holds") if all(one.ok for one in results) else self.tr("fails")

    def _show_form(self, *, fill: bool) -> None:
        at = self._at
        there = 0 <= at < len(self._draft.rules)
        self.form.setVisible(there)
        self.remove_button.setEnabled(there)
        if not there:
            return
        rule = self._draft.rules[at]
        if fill:
            self.form.show_rule(self._draft, rule, self._language)
        else:
            self.form.follow(self._draft, rule)
        self.form.show_result(self._said(rule))

    def _said(self, rule: DraftRule) -> str:
        """A sentence about the page in view."""
        if self._found is None or rule_problem(self._draft, rule):
            return ""
        results = self._results(rule)
        if not results:
            return self.tr("On this page a value that it needs is missing.")
        failed = [one.message for one in results if not one.ok]
        return self.tr("On this page it fails: {messages}").format(messages=" ".join(failed)) if failed else ""

    def _add(self) -> None:
        taken = {rule.name for rule in self._draft.rules}
        number = next(n for n in range(1, len(taken) + 2) if self.tr("rule {n}").format(n=n) not in taken)
        rule = DraftRule(self.tr("rule {n}").format(n=number))
        self.changed.emit(with_rule(self._draft, len(self._draft.rules), rule))
        self.list.setCurrentRow(self.list.count() - 1)
        self.form.check.setFocus()

    def _remove(self) -> None:
        at = self._at
        self.changed.emit(with_rule(self._draft, at, None))
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        self._show_form(fill=True)
