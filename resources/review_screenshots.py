"""Takes the pictures of docs/review.md from the real window, with the real model.

xvfb-run -s "-screen 0 2732x1536x24" python resources/review_screenshots.py
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "resources")]

from PIL import Image  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402
from screenshots import FLASH, SIZE, wait  # noqa: E402

from docqa_app.app import make_application, open_window  # noqa: E402
from docqa_app.app.rooms import real_parts  # noqa: E402
from docqa_app.batch.queue import Standing  # noqa: E402
from docqa_app.paths import Paths, find_paths  # noqa: E402
from docqa_app.ui.main_window import MainWindow  # noqa: E402
from docqa_app.ui.single_instance import Wish  # noqa: E402
from tests.files import damaged, text_pdf  # noqa: E402

SCALE = 0.4
SHARP = 8000
"""Milliseconds in which even a busy computer has drawn the page sharply."""
INVOICE = "northgate-0417.pdf"
ORDERS = (("Hafen Werkzeug GmbH", "2024-118", "1,190.00"), ("Miller Paper Ltd", "00731", "84.50"))


def main() -> int:
    """An invoice under review, light and dark; the queue it came in; what its export will look like."""
    images = ROOT / "docs" / "images"
    with tempfile.TemporaryDirectory() as home:
        paths = find_paths({"DOCQA_HOME": home})
        folder = _inbox(Path(home) / "March", paths)
        wish = Wish((str(folder / INVOICE),))
        window = open_window(make_application(paths), paths, partial(real_parts, paths), wish, keep=False)
        window.resize(*SIZE)
        QTest.qWait(FLASH)
        window.reset_layout()  # on a small screen the panes began narrow
        window.queue.add([folder])
        _wait_through(window)
        keep_small(window, images / "queue.webp")
        window.bottom.hide()
        _review(window, folder / INVOICE)
        keep_small(window, images / "review-light.webp")
        _export(window, images / "export-preview.webp")
        os._exit(0)  # threads of the model may still be at work


def keep_small(window: QWidget, path: Path) -> None:
    """At a scale at which it is read in a page of text."""
    QTest.qWait(SHARP)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.png"
        window.grab().save(str(whole))
        with Image.open(whole) as picture:
            size = (round(picture.width * SCALE), round(picture.height * SCALE))
            picture.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(path, quality=45, method=6)


def _inbox(folder: Path, paths: Paths) -> Path:
    """What a clerk finds in a folder: invoices, a receipt, one thing twice, one that is damaged."""
    folder.mkdir()
    shutil.copy(paths.samples / "invoice.pdf", folder / INVOICE)
    shutil.copy(paths.samples / "invoice.pdf", folder / f"copy of {INVOICE}")
    shutil.copy(paths.samples / "receipt.jpg", folder)
    for supplier, number, total in ORDERS:
        lines = [supplier, "Invoice", f"Invoice number {number}", "Invoice date 2024-03-31", f"Total {total} EUR"]
        text_pdf(folder / f"{supplier.split()[0].lower()}-{number}.pdf", [lines])
    damaged(folder / "scan-0412.pdf")
    return folder


def _wait_through(window: MainWindow) -> None:
    unfinished = (Standing.WAITING, Standing.READING)
    wait(lambda: (items := window.queue.live.now.items) and not any(one.standing in unfinished for one in items))
    QTest.qWait(FLASH)


def _review(window: MainWindow, file: Path) -> None:
    window.queue.review_wanted.emit(str(file))
    wait(lambda: (document := window.live.now.in_view) and document.has_values)
    QTest.qWait(FLASH)


def _export(window: MainWindow, picture: Path) -> None:
    window.field_exports.open()
    dialog = window.field_exports.dialog
    assert dialog is not None, "there are fields to export"
    dialog.offers.setCurrentIndex(dialog.offers.count() - 1)
    wait(lambda: len(dialog.extractions) > 1)
    dialog.columns.label_all.click()
    QTest.qWait(FLASH)
    keep_small(dialog, picture)


if __name__ == "__main__":
    sys.exit(main())
