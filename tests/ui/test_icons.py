"""The app's line icons."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from docqa_app.paths import find_paths
from docqa_app.ui.icons import Icons


def test_a_sign_is_drawn_once_for_each_colour_and_size(qapp: QApplication) -> None:
    icons = Icons(find_paths({}).resources / "icons")
    red = icons.pixmap("open", QColor("red"), 20, 2)
    assert icons.pixmap("open", QColor("#ff0000"), 20, 2).cacheKey() == red.cacheKey()
    others = [icons.pixmap("open", QColor("blue"), 20, 2), icons.pixmap("open", QColor("red"), 20, 1)]
    assert red.cacheKey() not in {other.cacheKey() for other in others}
    assert {red.toImage().pixelColor(x, y).name() for x in range(40) for y in range(40)} >= {"#ff0000"}


def test_a_sign_has_a_disabled_look_of_its_own(qapp: QApplication) -> None:
    icon = Icons(find_paths({}).resources / "icons").icon("open", QColor("red"), QColor("grey"))
    usual, disabled = (icon.pixmap(20, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert usual != disabled
