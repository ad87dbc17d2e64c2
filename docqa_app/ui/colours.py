"""The colours of the pages and of what is drawn on them, for light and dark windows and white and dark pages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPalette


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours for marks on a page, "#rrggbb" or "#aarrggbb".

    On a white page fills are multiplied into it (text stays black); on a dark one (`on_dark`) they are screened
    (text stays light). Lines keep 3:1 against the page.
    """

    on_dark: bool
    paper: str
    text: str
    evidence_fill: str
    evidence_line: str
    hit_fill: str
    hit_line: str
    current_hit_fill: str
    current_hit_line: str
    selection: str
    word_line: str
    doubtful_fill: str
    doubtful_line: str
    line_fills: tuple[str, str]
    line_strokes: tuple[str, str]
    grid_line: str
    cell_fills: tuple[str, str, str, str]
    tie: str
    difference: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of the desk around the pages and of the signs beside them."""

    desk: str
    shadow: str
    page_edge: str
    quiet_text: str
    current: str
    reading: str
    problem: str
    panel: str
    panel_text: str
    panel_edge: str
    hit_mark: str
    current_hit_mark: str


WHITE_PAGE = Ink(
    on_dark=False,
    paper="#ffffff",
    text="#1c1c1e",
    evidence_fill="#ffe48a",
    evidence_line="#b35900",
    hit_fill="#cdf0c8",
    hit_line="#1b7f3b",
    current_hit_fill="#f9c3e1",
    current_hit_line="#a3195b",
    selection="#a9cdf7",
    word_line="#6b7686",
    doubtful_fill="#fad3ce",
    doubtful_line="#c01c28",
    line_fills=("#d9e8fc", "#d6f2eb"),
    line_strokes=("#1f63c6", "#0b7a6c"),
    grid_line="#6a4fb3",
    cell_fills=("#e9e0fb", "#fcead3", "#dbf3e1", "#fbdfe9"),
    tie="#6a4fb3",
    difference="#c4001a",
)

DARK_PAGE = Ink(
    on_dark=True,
    paper="#1d1e20",
    text="#e6e6e6",
    evidence_fill="#5e4300",
    evidence_line="#ffbf47",
    hit_fill="#0e4421",
    hit_line="#63d887",
    current_hit_fill="#5c1038",
    current_hit_line="#ff7dbb",
    selection="#1d4a80",
    word_line="#98a3b3",
    doubtful_fill="#5c1a1a",
    doubtful_line="#ff8078",
    line_fills=("#14305a", "#0d4038"),
    line_strokes=("#7db2ff", "#4fd0bd"),
    grid_line="#b39dff",
    cell_fills=("#2f2456", "#4a3313", "#153f21", "#4c1c30"),
    tie="#c3b2ff",
    difference="#ff6b70",
)

LIGHT = Palette(
    desk="#d9dce1",
    shadow="#000000",
    page_edge="#c0c5cc",
    quiet_text="#5a616b",
    current="#1f63c6",
    reading="#1f63c6",
    problem="#b3261e",
    panel="#fbfbfc",
    panel_text="#1c1c1e",
    panel_edge="#b4b9c1",
    hit_mark="#1b7f3b",
    current_hit_mark="#a3195b",
)

DARK = Palette(
    desk="#141517",
    shadow="#000000",
    page_edge="#3c4046",
    quiet_text="#a4abb5",
    current="#7db2ff",
    reading="#7db2ff",
    problem="#ff8078",
    panel="#26282b",
    panel_text="#e6e6e6",
    panel_edge="#4a4f57",
    hit_mark="#63d887",
    current_hit_mark="#ff7dbb",
)


def palette_for(window: QPalette) -> Palette:
    """LIGHT or DARK, whichever suits the window's own colours."""
    return DARK if window.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
