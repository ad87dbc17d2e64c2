"""What the overlays draw of a page's words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from docqa_app.core.document import Page
from docqa_app.core.layout import Assignment, assign
from docqa_app.ui.colours import DARK, DARK_PAGE, LIGHT, WHITE_PAGE, Ink, Palette
from docqa_app.ui.pages.drawing import Drawing, Shapes, on_page
from docqa_app.ui.pages.grid_layer import cell_box, grid_drawing
from docqa_app.ui.pages.layers import Grid, Inspected, Layer, Source, differing, fill_mode, words_drawing
from docqa_app.ui.pages.lines_layer import lines_drawing
from tests.ui.pages.samples import page_of
from tests.ui.wcag import contrast

TEXT = """Invoice 17
Total due 12.00
Thank you"""


@pytest.fixture
def page() -> Page:
    return page_of(TEXT)


@pytest.fixture
def seen(page: Page) -> Inspected:
    return Inspected(page, assign(page))


def place(page: Page, index: int) -> QRectF:
    return on_page((page.width, page.height), page.words[index].box)


def words_in(drawing: Drawing, colour: str, page: Page) -> set[int]:
    """The words that lie on a fill of this colour."""
    rects = [rect for shapes in drawing.shapes if shapes.brush.color() == colour for rect in shapes.rects]
    return {i for i in range(len(page.words)) if any(rect.contains(place(page, i).center()) for rect in rects)}


def dashed(drawing: Drawing) -> list[Shapes]:
    return [shapes for shapes in drawing.shapes if shapes.pen.style() is Qt.PenStyle.DashLine]


def test_every_word_is_framed_and_doubtful_ones_otherwise(page: Page) -> None:
    doubtful = replace(page.words[2], confidence=0.3)
    page = replace(page, words=(*page.words[:2], doubtful, *page.words[3:]))
    drawing = words_drawing(Inspected(page, assign(page)), WHITE_PAGE)
    framed = dict.fromkeys(Qt.PenStyle, 0)
    for shapes in drawing.shapes:
        framed[shapes.pen.style()] += len(shapes.rects)
    assert framed[Qt.PenStyle.SolidLine] == len(page.words) - 1
    assert framed[Qt.PenStyle.DotLine] == 1
    assert words_in(drawing, WHITE_PAGE.doubtful_fill, page) == {2}


def test_lines_are_tinted_in_turn_and_numbered(seen: Inspected) -> None:
    drawing = lines_drawing(seen, Source.GEOMETRY, WHITE_PAGE)
    assert words_in(drawing, WHITE_PAGE.line_fills[0], seen.page) == {0, 1, 5, 6}
    assert words_in(drawing, WHITE_PAGE.line_fills[1], seen.page) == {2, 3, 4}
    assert [label.text for label in drawing.labels] == ["1", "2", "3"]


def test_every_word_hangs_on_the_string_of_its_line(seen: Inspected) -> None:
    drawing = lines_drawing(seen, Source.GEOMETRY, WHITE_PAGE)
    ends = [end for shapes in drawing.shapes for line in shapes.lines for end in (line.p1(), line.p2())]
    for index in range(len(seen.page.words)):
        foot = place(seen.page, index).adjusted(-0.8, -0.8, 0.8, 0.8).bottomLeft()
        assert any((end - foot).manhattanLength() < 0.1 for end in ends)


def test_the_strings_of_the_model_join_what_the_model_joins(seen: Inspected) -> None:
    ours = seen.geometry
    theirs = Assignment((1, 2, *ours.lines[2:]), ours.cells)
    drawing = lines_drawing(replace(seen, model=theirs), Source.MODEL, WHITE_PAGE)
    assert words_in(drawing, WHITE_PAGE.line_fills[1], seen.page) == {1, 2, 3, 4}


def test_a_model_that_was_not_asked_draws_nothing_of_its_own(seen: Inspected) -> None:
    assert lines_drawing(seen, Source.MODEL, WHITE_PAGE) == Drawing()
    assert not words_in(grid_drawing(seen, Source.MODEL, WHITE_PAGE), WHITE_PAGE.cell_fills[0], seen.page)


def test_disagreements_are_marked_only_when_both_are_shown(seen: Inspected) -> None:
    ours = seen.geometry
    both = replace(seen, model=Assignment((9, *ours.lines[1:]), (*ours.cells[:-1], 16)))
    assert differing(both, Layer.LINES) == (0,)
    assert differing(both, Layer.GRID) == (len(ours.cells) - 1,)
    assert not dashed(lines_drawing(both, Source.GEOMETRY, WHITE_PAGE))
    for draw, word in ((lines_drawing, 0), (grid_drawing, len(ours.cells) - 1)):
        (marks,) = dashed(draw(both, Source.BOTH, WHITE_PAGE))
        assert [rect.contains(place(seen.page, word)) for rect in marks.rects] == [True]


def test_the_grid_has_a_number_for_every_cell(page: Page) -> None:
    grid = Grid(3, 2)
    seen = Inspected(page, assign(page, 3, 2), None, grid)
    labels = grid_drawing(seen, Source.GEOMETRY, WHITE_PAGE).labels
    assert [label.text for label in labels] == ["1", "2", "3", "4", "5", "6"]
    for cell, label in enumerate(labels, start=1):
        assert on_page(seen.size, cell_box(cell, grid)).contains(label.at)


def places_of(drawing: Drawing) -> list[QRectF]:
    """Where the numbers lie, as narrow as they can be, but for the frame."""
    heights = [(label, 0.9 * label.height) for label in drawing.labels]
    sizes = [(label, QSizeF(max(height, 0.6 * height * len(label.text)), height)) for label, height in heights]
    return [QRectF(label.at - QPointF(size.width(), size.height()) / 2, size) for label, size in sizes]


def test_numbers_of_lines_and_cells_are_not_drawn_over_one_another() -> None:
    three = page_of("left        middle        right\nleft        middle        right")
    words = [replace(word, box=replace(word.box, top=0.02, bottom=0.05)) for word in three.words[:3]]
    words += [replace(word, box=replace(word.box, top=0.042, bottom=0.072)) for word in three.words[3:]]
    page = replace(three, words=tuple(words))
    seen = Inspected(page, replace(assign(page), lines=(1, 2, 3, 4, 5, 6)))
    numbers = places_of(lines_drawing(seen, Source.GEOMETRY, WHITE_PAGE))
    numbers += places_of(grid_drawing(seen, Source.GEOMETRY, WHITE_PAGE))
    assert len(numbers) == 6 + 16
    assert not [(one, other) for one, other in combinations(numbers, 2) if one.intersects(other)]


def test_neighbouring_cells_have_different_tints(page: Page) -> None:
    spread = page_of("\n".join(f"a{' ' * 20}b{' ' * 20}c" for _ in range(25)))
    seen = Inspected(spread, assign(spread))
    drawing = grid_drawing(seen, Source.GEOMETRY, WHITE_PAGE)
    tints = [words_in(drawing, tint, spread) for tint in WHITE_PAGE.cell_fills]
    assert sum(len(words) for words in tints) == len(spread.words)
    by_word = {word: tone for tone, words in enumerate(tints) for word in words}
    for word, cell in enumerate(seen.geometry.cells):
        for other, near in enumerate(seen.geometry.cells):
            if abs(cell - near) in (1, 4):
                assert by_word[word] != by_word[other]


def test_a_word_counted_to_a_cell_elsewhere_points_there_with_its_number(seen: Inspected) -> None:
    elsewhere = Assignment(seen.geometry.lines, (16, *seen.geometry.cells[1:]))
    drawing = grid_drawing(replace(seen, model=elsewhere), Source.MODEL, WHITE_PAGE)
    target = drawing.labels[-1]
    corner = place(seen.page, 0).topLeft()
    assert target.text == "16"
    assert target.at.x() > corner.x()
    assert target.at.y() > corner.y()
    assert (target.at - corner).manhattanLength() < 30


def test_a_scan_that_counts_pixels_as_points_has_marks_as_large_as_any(page: Page) -> None:
    scan = replace(page, width=4 * 595, height=4 * 842)
    usual = replace(page, width=595, height=842)
    large, small = (grid_drawing(Inspected(one, assign(one)), Source.GEOMETRY, WHITE_PAGE) for one in (scan, usual))
    assert [label.height for label in large.labels] == [4 * label.height for label in small.labels]
    assert [label.at for label in large.labels] == [4 * label.at for label in small.labels]


@pytest.mark.parametrize("ink", [WHITE_PAGE, DARK_PAGE])
def test_marks_keep_three_to_one_against_the_page(ink: Ink) -> None:
    lines = (ink.evidence_line, ink.hit_line, ink.current_hit_line, ink.word_line, ink.doubtful_line)
    for colour in (*lines, *ink.line_strokes, ink.grid_line, ink.tie, ink.difference):
        assert contrast(colour, ink.paper) >= 3


@pytest.mark.parametrize("ink", [WHITE_PAGE, DARK_PAGE])
def test_text_stays_readable_on_every_fill(ink: Ink) -> None:
    fills = (ink.evidence_fill, ink.hit_fill, ink.current_hit_fill, ink.selection, ink.doubtful_fill)
    for colour in (*fills, *ink.line_fills, *ink.cell_fills):
        assert contrast(ink.text, laid_on_paper(colour, ink)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_signs_beside_the_pages_are_told_from_their_ground(palette: Palette) -> None:
    for colour in (palette.quiet_text, palette.panel_text):
        assert contrast(colour, palette.panel) >= 4.5
    for colour in (palette.current, palette.reading, palette.problem, palette.hit_mark, palette.current_hit_mark):
        assert contrast(colour, palette.panel) >= 3


def laid_on_paper(colour: str, ink: Ink) -> str:
    """What a fill looks like on the page: multiplied into white paper, screened on dark."""
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    picture.fill(QColor(ink.paper))
    painter = QPainter(picture)
    painter.setCompositionMode(fill_mode(ink))
    painter.fillRect(picture.rect(), QColor(colour))
    painter.end()
    return picture.pixelColor(0, 0).name()
