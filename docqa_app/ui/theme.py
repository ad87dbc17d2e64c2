"""Light and dark: Fusion with the app's own palette, following the system live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from docqa_app.ui.style import FOCUS_PADDING, SHEET, TAB_PADDING


@dataclass(frozen=True, slots=True)
class Shades:
    """Colours of the window, "#rrggbb". Text keeps 4.5:1 on its ground; what carries meaning, 3:1."""

    window: str
    base: str
    raised: str
    text: str
    quiet: str
    border: str
    control_border: str
    button: str
    hover: str
    accent: str
    accent_text: str
    accent_soft: str
    good: str
    good_soft: str
    doubt: str
    doubt_soft: str
    bad: str
    bad_soft: str
    neutral_soft: str
    tip: str


LIGHT = Shades(
    window="#f2f3f5",
    base="#ffffff",
    raised="#fafbfc",
    text="#1c1e21",
    quiet="#585f69",
    border="#d5d9df",
    control_border="#7a818c",
    button="#ffffff",
    hover="#e6e9ee",
    accent="#1f63c6",
    accent_text="#ffffff",
    accent_soft="#dfeafb",
    good="#17713a",
    good_soft="#dff2e5",
    doubt="#8a4b00",
    doubt_soft="#fdeccf",
    bad="#b3261e",
    bad_soft="#fbe2df",
    neutral_soft="#e9ebef",
    tip="#ffffff",
)

DARK = Shades(
    window="#212327",
    base="#18191c",
    raised="#26282d",
    text="#e8e8ea",
    quiet="#a7aeb8",
    border="#3a3e45",
    control_border="#7b828c",
    button="#2d3036",
    hover="#363a41",
    accent="#7db2ff",
    accent_text="#0c1a2e",
    accent_soft="#20375a",
    good="#71d892",
    good_soft="#173c25",
    doubt="#ffbf6b",
    doubt_soft="#45310f",
    bad="#ff8e86",
    bad_soft="#4b211e",
    neutral_soft="#34373d",
    tip="#2d3036",
)


def shades_now() -> Shades:
    """The shades the application is dressed in; a widget's own palette may be bent by the style sheet."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


Role = QPalette.ColorRole
SHADE_OF = {
    Role.Window: "window",
    Role.WindowText: "text",
    Role.Base: "base",
    Role.AlternateBase: "raised",
    Role.Text: "text",
    Role.PlaceholderText: "quiet",
    Role.Button: "button",
    Role.ButtonText: "text",
    Role.BrightText: "bad",
    Role.Highlight: "accent",
    Role.HighlightedText: "accent_text",
    Role.Link: "accent",
    Role.ToolTipBase: "tip",
    Role.ToolTipText: "text",
    Role.Light: "raised",
    Role.Mid: "border",
    Role.Dark: "control_border",
    Role.Accent: "accent",
}
"""Which of the Shades each role of a palette has."""


class Theme(QObject):
    """Dresses the application, and dresses it anew when the system or the user changes the scheme."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        icons: Path,
        appearance: str = "system",
        scheme: Callable[[], Qt.ColorScheme] | None = None,
    ) -> None:
        """`icons` holds the pictures of the style sheet; `scheme` tells what the system wants now."""
        super().__init__(app)
        self._scheme = scheme or app.styleHints().colorScheme
        self._app = app
        self._icons = icons
        self._appearance = appearance
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self.choose(appearance)

    def end(self) -> None:
        """Follows the system no longer."""
        self._app.styleHints().colorSchemeChanged.disconnect(self._dress)

    def choose(self, appearance: str) -> None:
        """ "system", "light" or "dark"."""
        self._appearance = appearance
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(appearance, Qt.ColorScheme.Unknown)
        self._app.styleHints().setColorScheme(scheme)
        self._dress()

    def _dress(self) -> None:
        shades = DARK if self._is_dark() else LIGHT
        self._app.setPalette(_palette(shades))
        self._app.setStyleSheet(style_sheet(shades, self._icons))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._appearance != "system":
            return self._appearance == "dark"
        return self._scheme() == Qt.ColorScheme.Dark


def _palette(shades: Shades) -> QPalette:
    palette = QPalette()
    for role, shade in SHADE_OF.items():
        palette.setColor(role, QColor(getattr(shades, shade)))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.control_border))
    return palette


def animates(widget: QWidget) -> bool:
    """Whether the system wants things to move."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


PICTURES = ("tick", "arrow", "dock-close", "dock-float")
"""What the style sheet shows, a file for each tone."""


def style_sheet(shades: Shades, icons: Path) -> str:
    """What the palette alone cannot say: flat bars, quiet borders, a focus frame that can be seen."""

    tone = "dark" if shades is DARK else "light"
    files = {name.replace("-", "_"): (icons / f"{name}-{tone}.svg").as_posix() for name in PICTURES}
    colours = {name: getattr(shades, name) for name in Shades.__dataclass_fields__}
    return SHEET.substitute(colours | files, tab_padding=TAB_PADDING, focus_padding=FOCUS_PADDING)
