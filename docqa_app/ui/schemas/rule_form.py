"""One rule of a kind of document: what must hold, and what is said where it does not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QFormLayout, QLabel, QLineEdit, QWidget

from docqa_app.schemas.draft import Draft, DraftRule
from docqa_app.schemas.draft_problems import rule_problem
from docqa_app.schemas.draft_steps import with_text
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.said import Said
from docqa_app.ui.schemas.rule_names import shown_name


class RuleForm(QWidget):
    """`changed` carries the rule as it stands in the form."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = DraftRule("")
        self._language = "en"
        self.name = QLineEdit()
        self.check = QLineEdit()
        self.message = QLineEdit()
        self.each_row = QCheckBox(self.tr("For &every line item"))
        self.problem = Said()
        self.result = QLabel(wordWrap=True)
        self._words = QStringListModel(self)
        self._lay_out()
        _LastWord(self._words, self.check)
        for line in (self.name, self.check, self.message):
            line.textEdited.connect(self._take)
        self.each_row.toggled.connect(self._take)

    def show_rule(self, draft: Draft, rule: DraftRule, language: str) -> None:
        """Another rule, or the same in another language."""
        self._language = language
        self.name.setText(shown_name(rule.name))
        self.check.setText(rule.check)
        self.message.setText(rule.message.get(language, ""))
        for line in (self.check, self.message):
            line.setCursorPosition(0)
        with QSignalBlocker(self.each_row):
            self.each_row.setChecked(rule.each_row)
        self.follow(draft, rule)

    def follow(self, draft: Draft, rule: DraftRule) -> None:
        """The same rule after the clerk's own change."""
        self._rule = rule
        columns = [one.name for one in draft.columns]
        behind = [f"line_items.{name}" for name in columns]
        self._words.setStringList([one.name for one in draft.fields] + behind + columns * rule.each_row)
        unsaid = "" if rule.message else self.tr("Write what is said where it fails.")
        problem = in_our_words(rule_problem(draft, rule)) or unsaid
        self.problem.say(problem, trouble=True)

    def show_result(self, said: str) -> None:
        """What the rule says of the page in view."""
        self.result.setText(said)
        self.result.setVisible(bool(said))

    def _lay_out(self) -> None:
        self.check.setPlaceholderText("net_amount + tax_amount == total_amount")
        self.message.setPlaceholderText(self.tr("Net and tax are {left}, the total is {total_amount}."))
        self.message.setToolTip(
            self.tr("{name} stands for a value, {left} for what is left of the comparison, {row} for the row's number.")
        )
        self.result.setProperty("quiet", True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 6, 0, 0)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("Must &hold"), self.check)
        form.addRow("", self.each_row)
        form.addRow(self.tr("E&lse say"), self.message)
        form.addRow(self.problem)
        form.addRow(self.result)
        form.addRow(self._syntax())

    def _syntax(self) -> QLabel:
        """What may stand in a check."""
        syntax = QLabel(
            self.tr(
                'Names of fields, numbers, "texts"; + - * /; == != < <= > >=; and, or, not; '
                "sum(line_items.amount), abs(x), whole(x), iban_ok(x), vat_ok(x). "
                "Amounts are compared within their rounding."
            ),
            wordWrap=True,
        )
        syntax.setProperty("quiet", True)
        return syntax

    def _take(self) -> None:
        message = with_text(self._rule.message, self._language, self.message.text())
        as_before = self.name.text() == shown_name(self._rule.name)
        name = self._rule.name if as_before else self.name.text()
        rule = replace(self._rule, name=name, check=self.check.text(), message=message)
        self.changed.emit(replace(rule, each_row=self.each_row.isChecked()))


class _LastWord(QCompleter):
    """Completes the name that is being typed, within the rest of the rule."""

    def __init__(self, words: QStringListModel, line: QLineEdit) -> None:
        super().__init__(words, line)
        self._line = line
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(self)
        self.activated.connect(lambda: line.textEdited.emit(line.text()))

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 (Qt's name)
        return [self._split(path)[1]]

    def pathFromIndex(self, index: object) -> str:  # noqa: N802 (Qt's name)
        before, _, after = self._split(self._line.text())
        return f"{before}{super().pathFromIndex(index)}{after}"  # type: ignore[arg-type]

    def _split(self, text: str) -> tuple[str, str, str]:
        """What stands before the word at the cursor, the word so far, and what stands behind it."""
        at = self._line.cursorPosition()
        begin = at
        while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in "_."):
            begin -= 1
        return text[:begin], text[begin:at], text[at:]
