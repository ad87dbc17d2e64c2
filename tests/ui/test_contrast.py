"""What is written can be read and what carries meaning can be seen, light and dark (WCAG 2.2: 4.5:1 and 3:1)."""

from __future__ import annotations

import pytest

from docqa_app.ui import colours, theme
from docqa_app.ui.colours import Ink, Palette
from docqa_app.ui.theme import Shades
from tests.ui.wcag import contrast, parts

TEXT, MARK = 4.5, 3.0
GROUNDS = ("window", "base", "raised", "accent_soft")
WRITTEN = {
    "text": (*GROUNDS, "button", "hover", "neutral_soft", "tip", "good_soft", "doubt_soft", "bad_soft"),
    "quiet": (*GROUNDS, "hover", "neutral_soft"),
    "accent": GROUNDS,
    "accent_text": ("accent",),
    "good": (*GROUNDS, "good_soft"),
    "doubt": (*GROUNDS, "doubt_soft"),
    "bad": (*GROUNDS, "bad_soft"),
}
"""What is written in which colour on which grounds."""
LINES = (
    "evidence_line",
    "hit_line",
    "current_hit_line",
    "word_line",
    "doubtful_line",
    "grid_line",
    "tie",
    "difference",
)
FILLS = ("evidence_fill", "hit_fill", "current_hit_fill", "selection", "doubtful_fill")


def under(fill: str, colour: str, ink: Ink) -> str:
    """A colour of the page with a fill laid over it, as the page lays it."""

    def mixed(a: int, b: int) -> int:
        return 255 - (255 - a) * (255 - b) // 255 if ink.on_dark else a * b // 255

    return "#" + "".join(f"{mixed(a, b):02x}" for a, b in zip(parts(colour), parts(fill), strict=True))


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("shades", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_word_of_the_window_can_be_read(shades: Shades) -> None:
    pairs = [(colour, ground) for colour, grounds in WRITTEN.items() for ground in grounds]
    low = [pair for pair in pairs if contrast(getattr(shades, pair[0]), getattr(shades, pair[1])) < TEXT]
    assert low == []


@pytest.mark.parametrize("shades", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_frames_of_what_can_be_changed_are_seen(shades: Shades) -> None:
    for ground in ("window", "base", "raised", "button"):
        assert contrast(shades.control_border, getattr(shades, ground)) >= MARK
        assert contrast(shades.accent, getattr(shades, ground)) >= MARK


@pytest.mark.parametrize("ink", [colours.WHITE_PAGE, colours.DARK_PAGE], ids=["white page", "dark page"])
def test_lines_on_a_page_are_seen_and_its_text_is_read_under_every_fill(ink: Ink) -> None:
    for line in (*(getattr(ink, name) for name in LINES), *ink.line_strokes):
        assert contrast(line, ink.paper) >= MARK
    for fill in (*(getattr(ink, name) for name in FILLS), *ink.line_fills, *ink.cell_fills):
        assert contrast(under(fill, ink.text, ink), under(fill, ink.paper, ink)) >= TEXT


@pytest.mark.parametrize("palette", [colours.LIGHT, colours.DARK], ids=["light", "dark"])
def test_signs_beside_the_pages_are_seen(palette: Palette) -> None:
    assert contrast(palette.panel_text, palette.panel) >= TEXT
    assert contrast(palette.quiet_text, palette.desk) >= TEXT
    for sign in (palette.current, palette.problem, palette.hit_mark, palette.current_hit_mark):
        assert contrast(sign, palette.desk) >= MARK
