"""The second reader, beside Tesseract: a small network of the project's own that reads one cut-out word.

It sees a line HEIGHT pixels high and says for every fourth column which sign stands there, or none; a sign said twice
without none between is one (connectionist temporal classification: Graves et al., 2006). training/second_reader makes
it.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image

from docqa_app.core.document import Box
from docqa_app.reading.figures import Spelling

FOLDER = "second-reader"
RECORD, GRAPH = "reader.json", "reader.onnx"
LINE, SIGNS = "line", "signs"
"""What the graph takes, float32 [HEIGHT, columns], and gives: log probabilities float32 [steps, 1 + signs]."""

HEIGHT = 32
MOST_COLUMNS = 760
ACROSS, DOWN = 0.25, 0.15  # seen around a word, in its heights
INK, PAPER = 2, 90  # percentiles of grey that count as full ink and bare paper
LEAST_CONTRAST = 25  # grey levels between them: an empty place is not blown up to noise
DEEPEST, BRIGHTEST = -0.2, 1.3
log = logging.getLogger(__name__)

Line = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SecondReader:
    """The network as loaded, and the languages (Tesseract's names) whose words it was taught; may be used from any
    thread."""

    name: str
    alphabet: str
    languages: frozenset[str]
    session: onnxruntime.InferenceSession

    def read(self, image: Image.Image, box: Box) -> Spelling:
        """What stands in `box` (fractions of the grey image), without blanks, as sure as its least sure sign."""
        line = seen(image, _pixels(image, box), ACROSS, DOWN)
        return said(self.session.run([SIGNS], {LINE: line})[0], self.alphabet)

    def can_spell(self, text: str) -> bool:
        """Whether it knows every sign of the text."""
        return all(sign in self.alphabet for sign in text)


def reader_name(folder: Path) -> str:
    """Name and version of the reader that lies in this folder of models, "" where none does."""
    record = _record(folder / FOLDER)
    return f"{FOLDER} {record['version']}" if record else ""


@cache
def load_second_reader(folder: Path) -> SecondReader | None:
    """The reader that lies in this folder of models, loaded once; None, and a line in the log, where it is damaged."""
    record = _record(folder / FOLDER)
    if not record:
        return None
    graph = folder / FOLDER / GRAPH
    try:
        weights = graph.read_bytes()
        if hashlib.sha256(weights).hexdigest() != record["sha256"]:
            raise ValueError("its checksum is another")
        languages = frozenset(record["languages"].split())
        return SecondReader(reader_name(folder), record["alphabet"], languages, _session(weights))
    except Exception as error:  # ONNX Runtime raises bare exceptions of its own; pages are read without it, too
        log.warning("scans are read by Tesseract alone: %s cannot be used (%s); install it again", graph, error)
        return None


@cache
def _record(folder: Path) -> dict[str, str]:
    try:
        record: dict[str, str] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record


def _session(weights: bytes) -> onnxruntime.InferenceSession:
    """On one core: pages are read side by side, and a word takes a millisecond or two."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    onnxruntime.disable_telemetry_events()
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def _pixels(image: Image.Image, box: Box) -> tuple[float, float, float, float]:
    width, height = image.size
    return box.left * width, box.top * height, box.right * width, box.bottom * height


def seen(
    image: Image.Image, box: tuple[float, float, float, float], across: float, down: float, stretched: float = 1.0
) -> Line:
    """What the network sees of a grey image: `box` (left, top, right, bottom in pixels) and `across` and `down` of its
    height around it, HEIGHT pixels high, `stretched` times as wide as it is; ink -1, paper 1. [HEIGHT, columns]"""
    left, top, right, bottom = box
    high = max(1.0, bottom - top)
    left, right = max(0.0, left - across * high), min(image.width, right + across * high)
    top, bottom = max(0.0, top - down * high), min(image.height, bottom + down * high)
    columns = round((right - left) * stretched * HEIGHT / max(1.0, bottom - top))
    size = min(MOST_COLUMNS, max(8, columns)), HEIGHT
    cut = image.resize(size, Image.Resampling.BICUBIC, box=(left, top, max(left + 1, right), max(top + 1, bottom)))
    return levelled(np.asarray(cut, np.float32))


def levelled(grey: Line) -> Line:
    """Ink -1 and paper 1, whatever the greys of this place were."""
    ink, paper = np.percentile(grey, (INK, PAPER))
    share = (grey - ink) / max(LEAST_CONTRAST, paper - ink)
    levels: Line = (np.clip(share, DEEPEST, BRIGHTEST) * 2 - 1).astype(np.float32)
    return levels


def said(steps: NDArray[np.float32], alphabet: str) -> Spelling:
    """Log probabilities [steps, 1 + signs], of no sign first, as the likeliest text without blanks."""
    signs = [(alphabet[sign - 1], sure) for sign, sure in _runs(steps) if sign and alphabet[sign - 1] != " "]
    return Spelling("".join(sign for sign, _ in signs), min((sure for _, sure in signs), default=0.0))


def _runs(steps: NDArray[np.float32]) -> Iterator[tuple[int, float]]:
    """Each run of one sign, with its probability where it is surest."""
    each = zip(steps.argmax(1).tolist(), np.exp(steps.max(1)).tolist(), strict=True)
    for sign, run in groupby(each, key=itemgetter(0)):
        yield sign, max(sure for _, sure in run)
