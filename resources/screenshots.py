"""Takes the pictures of docs/images from the real window.

xvfb-run -s "-screen 0 2732x1536x24" python resources/screenshots.py [window | summary]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_SCALE_FACTOR", "2")
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtGui import QImage, QPdfWriter, QTextDocument  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402 (after the scale is set)
from PySide6.QtWidgets import QWidget  # noqa: E402

from docqa_app.app import make_application, open_window  # noqa: E402
from docqa_app.app.rooms import real_parts  # noqa: E402
from docqa_app.app.summaries import RealSummaries  # noqa: E402
from docqa_app.core.summary import Flag, Summary, SummarySentence  # noqa: E402
from docqa_app.paths import Paths, find_paths  # noqa: E402
from docqa_app.session import summarizing as steps  # noqa: E402
from docqa_app.session.state import AskState, ReadState  # noqa: E402
from docqa_app.session.summary import SummaryState  # noqa: E402
from docqa_app.ui.main_window import MainWindow  # noqa: E402
from docqa_app.ui.single_instance import Wish  # noqa: E402

SIZE = (1366, 768)
WRONG = "The net amount is GBP 615.48."
"""Is added to the invoice's summary: an amount that stands nowhere on it."""

QUESTIONS = (
    "What is the invoice number?",
    "What is the due date?",
    "What is the total amount?",
    "Which hotel was booked?",
)
FLASH = 1500
"""Milliseconds until the flash of the evidence is over."""


REPORT = ROOT / "docs" / "adr" / "0021-library.md"
"""Is printed to a file of several pages: a long report."""


def main(what: str = "window") -> int:
    """The pictures of the window, or those of summaries."""
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        {"window": _take_window, "summary": _take_summaries}[what](images, find_paths({"DOCQA_HOME": home}))
        os._exit(0)  # threads of the model may still be at work


def _take_window(images: Path, paths: Paths) -> None:
    """Light with answers, dark with the grid and the words of the page."""
    window = _opened(paths, Wish((str(paths.samples / "receipt.jpg"), str(paths.samples / "invoice.pdf")), QUESTIONS))
    wait(lambda: _is_done(window))
    window.ask.answers.setFocus()
    QTest.qWait(FLASH)
    keep(window, images / "window-light.webp")
    _show_layers(window)
    keep(window, images / "window-dark-grid.webp")


def _take_summaries(images: Path, paths: Paths) -> None:
    """An invoice whose summary is borne out, the same with a sentence changed to a wrong one, and a long report."""
    window = _opened(paths, Wish((str(paths.samples / "invoice.pdf"),), ()))
    wait(lambda: _is_read(window))
    _summarize(window)
    _open_sentence(window, _first_supported(window), images / "summary-supported.webp")
    key, text = window.live.now.documents[0].key, _summary(window).text
    window.live.step(steps.edit, key, _looked_over(window, f"{text} {WRONG}"))
    wait(lambda: _is_checked(window))
    _open_sentence(window, len(_summary(window).sentences) - 1, images / "summary-unsupported.webp")
    report = Path(tempfile.mkdtemp()) / "report.pdf"
    _print_report(report)
    window.opening.open_paths([report])
    wait(lambda: len(window.live.now.documents) == 2 and _is_read(window))
    _summarize(window)
    _open_sentence(window, _first_supported(window), images / "summary-long-report.webp")


def _opened(paths: Paths, wish: Wish) -> MainWindow:
    window = open_window(make_application(paths), paths, partial(real_parts, paths), wish, keep=False)
    window.resize(*SIZE)
    QTest.qWait(FLASH)
    window.reset_layout()  # on a small screen the panes began narrow
    return window


def _is_read(window: MainWindow) -> bool:
    seen = window.live.now.in_view
    return seen is not None and seen.state is ReadState.READY


def _summarize(window: MainWindow) -> None:
    window.actions_by_name["summary"].trigger()
    wait(lambda: _is_checked(window))


def _is_checked(window: MainWindow) -> bool:
    wish = window.live.now.in_view.summary
    return wish is not None and wish.state is SummaryState.DONE


def _summary(window: MainWindow) -> Summary:
    return window.live.now.in_view.summary.summary


def _looked_over(window: MainWindow, text: str) -> tuple[SummarySentence, ...]:
    return RealSummaries(ROOT / "resources" / "schemas").look_for(window.live.now.in_view.as_read())(text)


def _first_supported(window: MainWindow) -> int:
    """The place of the first sentence that is borne out, that of the first of all where none is."""
    flags = [sentence.flag for sentence in _summary(window).sentences]
    return flags.index(Flag.SUPPORTED) if Flag.SUPPORTED in flags else 0


def _open_sentence(window: MainWindow, place: int, path: Path) -> None:
    window.live.step(steps.open_sentence, window.live.now.in_view.key, place)
    QTest.qWait(FLASH)
    keep(window, path, share=0.8, quality=45)


def _print_report(path: Path) -> None:
    text = QTextDocument()
    text.setMarkdown(REPORT.read_text(encoding="utf-8"))
    writer = QPdfWriter(str(path))
    writer.setResolution(110)
    text.print_(writer)


def keep(window: QWidget, path: Path, share: float = 1.0, quality: int = 60) -> None:
    """Drawn at twice its size, kept at its own or a share of it: letters stay sharp in little space."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    shown = Image.frombytes(
        "RGB", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "RGB", picture.bytesPerLine()
    )
    size = (round(SIZE[0] * share), round(SIZE[1] * share))
    shown.resize(size, Image.Resampling.LANCZOS).save(path, quality=quality, method=6)


def _show_layers(window: MainWindow) -> None:
    window.preferences.change(appearance="dark")
    for name in ("grid", "inspect"):
        window.actions_by_name[name].trigger()
    wait(lambda: (seen := window.workshop.inspecting.shown) and seen.model)
    window.view.setFocus()
    QTest.qWait(FLASH)


def _is_done(window: MainWindow) -> bool:
    documents = window.live.now.documents
    read = len(documents) == 2 and all(one.state is ReadState.READY for one in documents)
    return read and all(asked.state is AskState.DONE for one in documents for asked in one.asked)


def wait(what: Callable[[], object]) -> None:
    """In a loop of its own: `QTest.qWait` holds up Python's other threads, and the times on show would be untrue."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: what() and loop.quit())
    look.start(50)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
