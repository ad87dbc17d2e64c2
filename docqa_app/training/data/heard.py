"""Pages read by the real Tesseract, its words tied to the words that were written."""

from __future__ import annotations

import csv
import io
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from docqa_app.core.document import Box
from docqa_app.core.geometry import clamp
from docqa_app.errors import MissingProgram
from docqa_app.reading.languages import TOLD
from docqa_app.training.data import noise as noises
from docqa_app.training.data.canvas import Frame
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.noise import Heard, Noise

OCR_SCALE = 2.4
"""pixels a point that Tesseract is given: about 170 dots an inch"""


@dataclass(frozen=True, slots=True)
class Read:
    """A word Tesseract read: its frame in pixels, its confidence 0..100."""

    text: str
    frame: Frame
    confidence: float


def read(image: Image.Image, language: str) -> list[Read]:
    """The words of a picture by Tesseract; MissingProgram where it or the language is not installed."""
    data = io.BytesIO()
    image.save(data, "PNG")
    command = ["tesseract", "stdin", "stdout", "-l", TOLD[language], "--psm", "3", "--dpi", "200", "tsv"]
    # one thread: more of them wait for each other
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=data.getvalue(), capture_output=True, check=True, env=environment)
    except (OSError, subprocess.CalledProcessError) as error:
        raise MissingProgram(
            f"Tesseract could not read a page in {language}. Install tesseract-ocr and its language packs, then retry."
        ) from error
    rows = csv.DictReader(io.StringIO(done.stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_word(row) for row in rows if row["text"] and row["text"].strip()]


def _word(row: dict[str, str]) -> Read:
    left, top = float(row["left"]), float(row["top"])
    frame = (left, top, left + float(row["width"]), top + float(row["height"]))
    return Read(row["text"], frame, float(row["conf"]))


def overlap(a: Frame, b: Frame) -> float:
    """Intersection over union of two frames."""
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or high <= 0:
        return 0.0
    shared = wide * high
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)


def heard_by_tesseract(draft: Draft, noise: Noise) -> list[Heard]:
    """What Tesseract reads of a drawn page after noise, each word with the written words at its place."""
    image = noises.worn(draft.canvas.image, noise, draft.rng)
    written = [
        (number, noises.turned(mark.frame, noise.angle, *image.size)) for number, mark in enumerate(draft.canvas.marks)
    ]
    return [_tied(word, written, image.size) for word in read(image, draft.language)]


def _tied(word: Read, written: Sequence[tuple[int, Frame]], size: tuple[int, int]) -> Heard:
    left, top, right, bottom = word.frame
    box = clamp(Box(left / size[0], top / size[1], right / size[0], bottom / size[1]))
    origins = tuple(number for number, frame in written if covers(word.frame, frame))
    return Heard(word.text, box, max(0.0, word.confidence / 100), origins)


def covers(a: Frame, b: Frame) -> bool:
    """Whether two frames share half of the smaller one, as a word and a part of it do."""
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    smaller = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return wide > 0 and high > 0 and wide * high > 0.5 * smaller
