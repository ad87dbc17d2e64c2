"""A page view in a window, as the tests of the pages need it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Page
from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.pages.view import PagesView
from tests.ui.pages.samples import Paper, Turns, page_of

RECEIPT = """Tan Woon Yann
Date 25/12/2018 8:13:39

Total due 12.00
Cash 20.00
Café crème 8.00"""

ShowPages = Callable[..., PagesView]


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
def receipt() -> Page:
    return page_of(RECEIPT)


@pytest.fixture
def reduced_motion() -> bool:
    return False


@pytest.fixture
def pane(qtbot: QtBot, turns: Turns, reduced_motion: bool) -> PagesPane:
    """A shown pane of a usual size, still empty."""
    pane = PagesPane(turns, reduced_motion=reduced_motion)
    qtbot.addWidget(pane, before_close_func=lambda widget: turns.stop())
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def show(qtbot: QtBot, pane: PagesPane) -> ShowPages:
    """Shows pages, read and drawn sharply, and gives the view."""

    def shown(*pages: Page, filled: float = 1.0) -> PagesView:
        paper = Paper(*pages, filled=filled)
        pane.view.show_document(paper.sizes, paper.render)
        for page in pages:
            pane.view.show_page(page)
        qtbot.waitUntil(lambda: pane.view.is_sharp)
        return pane.view

    return shown
