"""Takes the pictures of docs/images from the real window.

xvfb-run -s "-screen 0 2732x1536x24" python resources/screenshots.py
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
from PySide6.QtTest import QTest  # noqa: E402 (after the scale is set)
from PySide6.QtWidgets import QWidget  # noqa: E402

from docqa_app.app import make_application, open_window  # noqa: E402
from docqa_app.app.rooms import real_parts  # noqa: E402
from docqa_app.paths import find_paths  # noqa: E402
from docqa_app.session.state import AskState, ReadState  # noqa: E402
from docqa_app.ui.main_window import MainWindow  # noqa: E402
from docqa_app.ui.single_instance import Wish  # noqa: E402

SIZE = (1366, 768)
QUESTIONS = ("What is the invoice number?", "What is the due date?", "What is the total amount?", "Who is the king?")
FLASH = 1500
"""Milliseconds until the flash of the evidence is over."""


def main() -> int:
    """Light with answers, dark with the grid and the words of the page."""
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        paths = find_paths({"DOCQA_HOME": home})
        wish = Wish((str(paths.samples / "receipt.jpg"), str(paths.samples / "invoice.pdf")), QUESTIONS)
        window = open_window(make_application(paths), paths, partial(real_parts, paths), wish, keep=False)
        window.resize(*SIZE)
        wait(lambda: _is_done(window))
        window.ask.answers.setFocus()
        QTest.qWait(FLASH)
        keep(window, images / "window-light.png")
        _show_layers(window)
        keep(window, images / "window-dark-grid.png")
        os._exit(0)  # threads of the model may still be at work


def keep(window: QWidget, path: Path) -> None:
    """In 128 colours: a third of the size, and nothing that a reader would miss."""
    window.grab().save(str(path))
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(128, kmeans=2, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


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
    while not what():
        QTest.qWait(50)


if __name__ == "__main__":
    sys.exit(main())
