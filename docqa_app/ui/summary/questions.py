"""Why a sentence has its flag: the questions asked, both answers, and how likely each text makes them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from docqa_app.core.summary import QualsPair, SummarySentence
from docqa_app.ui.summary import flag_words
from docqa_app.ui.summary.bars import LikelihoodBars
from docqa_app.ui.summary.pair_list import PairList
from docqa_app.ui.theme import shades_now

LEAST_BARS, MOST_BARS = 60, 230
"""Device-independent pixels for the bars; where they need more they scroll."""


class Questions(QWidget):
    """Shows one sentence's pairs. `pair_chosen` carries the one whose place is to be seen on the page."""

    pair_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel(wordWrap=True)
        self.heading.setProperty("quiet", True)
        self.list = PairList()
        self.heading.setBuddy(self.list)
        self.bars = LikelihoodBars()
        self._bars_pane = _BarsPane(self.bars)
        self._legend = _Legend()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        for widget in (self.heading, self.list, self._legend, self._bars_pane):
            layout.addWidget(widget)
        self.list.chosen.connect(self._choose)
        self.show_sentence(None)

    def show_sentence(self, sentence: SummarySentence | None) -> None:
        self.setVisible(sentence is not None)
        pairs = sentence.pairs if sentence else ()
        for widget in (self.list, self._legend, self._bars_pane):
            widget.setVisible(bool(pairs))
        meaning = flag_words.flag_meaning(sentence) if sentence else ""
        asked = self.tr("%n question(s) asked, the weakest first:", "", len(pairs)) if pairs else ""
        self.heading.setText(" ".join(part for part in (meaning, asked) if part))
        self.list.show_pairs(pairs)
        self._show_bars(self.list.pair())

    def _choose(self, pair: QualsPair) -> None:
        self._show_bars(pair)
        self.pair_chosen.emit(pair)

    def _show_bars(self, pair: QualsPair | None) -> None:
        self.bars.show_pair(pair)
        self._bars_pane.updateGeometry()


class _BarsPane(QScrollArea):
    """As high as the bars, while there is room."""

    def __init__(self, bars: LikelihoodBars) -> None:
        super().__init__(widgetResizable=True)
        self._bars = bars
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(LEAST_BARS)
        self.setAccessibleName(self.tr("Likelihood of each token"))
        self.setWidget(bars)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, min(MOST_BARS, self._bars.heightForWidth(self.viewport().width()) + 2))


class _Legend(QWidget):
    """Which bar is which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 4, 0, 0)
        row.setSpacing(6)
        for filled, words in ((True, self.tr("by the document")), (False, self.tr("by the summary"))):
            row.addWidget(_Swatch(filled))
            row.addWidget(QLabel(words))
        row.addStretch(1)
        self.setToolTip(self.tr("How likely each token is. A full bar is certain, an empty one less than one in 400."))


class _Swatch(QWidget):
    """One bar, as it is drawn beside the tokens."""

    def __init__(self, filled: bool) -> None:
        super().__init__()
        self._filled = filled
        self.setFixedSize(QSize(8, 14))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter, shades = QPainter(self), shades_now()
        box = self.rect().adjusted(1, 1, -2, -1)
        if self._filled:
            painter.fillRect(box, QColor(shades.accent))
        else:
            painter.setPen(QPen(QColor(shades.quiet), 1.2))
            painter.drawRect(box)
        painter.end()
