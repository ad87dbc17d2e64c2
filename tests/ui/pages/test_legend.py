"""The legend names what is drawn, and only that."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Page
from docqa_app.core.layout import assign
from docqa_app.ui.colours import WHITE_PAGE
from docqa_app.ui.pages.layers import Layer, Source
from docqa_app.ui.pages.legend import Legend, Sign
from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.pages.view import PagesView
from tests.ui.pages.conftest import ShowPages


@pytest.fixture
def view(show: ShowPages, receipt: Page) -> PagesView:
    return show(receipt)


def test_without_layers_there_is_no_legend(pane: PagesPane, view: PagesView) -> None:
    assert not pane.legend.isVisible()
    view.set_layer(Layer.WORDS, True)
    assert pane.legend.isVisible()
    view.set_layer(Layer.WORDS, False)
    assert not pane.legend.isVisible()


def test_only_active_layers_are_explained(pane: PagesPane, view: PagesView) -> None:
    view.set_layer(Layer.WORDS, True)
    assert pane.legend.texts == ("Word", "Doubtful reading")
    view.set_layer(Layer.GRID, True)
    assert pane.legend.texts == ("Word", "Doubtful reading", "Grid cell, by geometry")


def test_the_legend_says_whose_lines_are_drawn_and_whether_they_are_known(
    pane: PagesPane, view: PagesView, receipt: Page
) -> None:
    view.set_layer(Layer.LINES, True)
    view.set_assignment_source(Source.MODEL)
    assert pane.legend.texts == ("Text line, by the model", "Not yet known from the model")
    view.show_assignments(1, assign(receipt), assign(receipt))
    assert pane.legend.texts == ("Text line, by the model",)
    view.set_assignment_source(Source.BOTH)
    assert pane.legend.texts == ("Text line, by geometry", "The model sees it otherwise")


def test_the_slider_makes_the_layers_fainter(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    view.set_layer(Layer.LINES, True)
    slider = pane.legend.findChild(QSlider)
    with qtbot.waitSignal(pane.legend.opacity_wanted) as wanted:
        slider.setValue(50)
    assert wanted.args == [0.5]
    assert view.overlay_opacity == 0.5


def test_a_sign_looks_like_what_it_explains(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_layers({Layer.WORDS}, Source.GEOMETRY)
    sign, doubtful = legend.findChildren(Sign)
    assert WHITE_PAGE.word_line in colours_of(sign)
    assert WHITE_PAGE.doubtful_fill in colours_of(doubtful)


def colours_of(sign: Sign) -> set[str]:
    picture = sign.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_the_legend_stays_in_its_corner_when_the_window_grows(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    view.set_layer(Layer.WORDS, True)
    pane.resize(900, 650)
    qtbot.waitUntil(lambda: view.height() == 650)
    gap = view.viewport().geometry().bottom() - pane.legend.geometry().bottom()
    assert 0 <= gap <= 20
