"""A text as a till, a typewriter or a laser prints it: squeezed, dotted, faded."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from docqa_app.training.data import fonts
from docqa_app.training.second_reader.line_pictures import LinePicture
from docqa_app.training.second_reader.strings import drawn_text

ROLES = {"sans": 0.38, "mono": 0.34, "type": 0.15, "serif": 0.13}
BOLD, SPREAD, SQUEEZED, DOTTED, FADED = 0.25, 0.3, 0.5, 0.35, 0.2  # shares
DARKEST_PALE = 110  # the palest ink
Grey = NDArray[np.uint8]


def drawn_line(rng: random.Random) -> LinePicture:
    """A text that was not drawn before, with the box of its ink."""
    text = drawn_text(rng)
    image = _printed(text, rng)
    if rng.random() < SQUEEZED:
        image = image.resize(
            (max(8, int(image.width * rng.uniform(0.6, 1.5))), image.height), Image.Resampling.BILINEAR
        )
    ink = image.point(lambda grey: 255 - grey).getbbox() or (0, 0, *image.size)
    left, top, right, bottom = map(float, ink)
    return LinePicture(text, _worn(image, rng), (left, top, right, bottom))


def _printed(text: str, rng: random.Random) -> Image.Image:
    family = fonts.choose(rng, rng.choices(tuple(ROLES), tuple(ROLES.values()))[0], not text.isascii())
    size = rng.randint(16, 40)
    face = fonts.face(family.bold if rng.random() < BOLD else family.regular, size)
    apart = rng.randint(2, 8) if " " in text and rng.random() < SPREAD else 1
    parts = text.split(" ")
    gap, edge = max(2.0, face.getlength(" ")) * apart, size // 2 + 4
    width = int(sum(face.getlength(part) for part in parts) + gap * len(parts)) + 2 * edge + 4
    image = Image.new("L", (width, sum(face.getmetrics()) + 2 * edge), 255)
    draw, left, ink = ImageDraw.Draw(image), float(edge), rng.randint(0, DARKEST_PALE)
    for part in parts:
        draw.text((left, edge), part, font=face, fill=ink)
        left += face.getlength(part) + gap
    return image


def _worn(image: Image.Image, rng: random.Random) -> Grey:
    """The print of needles or of an old ribbon, or as it was."""
    share = rng.random()
    if share < DOTTED:
        return _blurred(_dotted(np.array(image), rng), rng.uniform(0.4, 1.0))
    if share < DOTTED + FADED:
        return _blurred(_faded(np.array(image), rng), rng.uniform(0.4, 1.2))
    return np.array(image)


def _dotted(grey: Grey, rng: random.Random) -> Grey:
    """Every second or third row paler, and mostly every such column."""
    apart, paler = rng.choice((2, 3)), grey.astype(np.int32)
    paler[::apart] += rng.randint(60, 200)
    if rng.random() < 0.6:
        paler[:, ::apart] += rng.randint(60, 200)
    return np.minimum(255, paler).astype(np.uint8)


def _faded(grey: Grey, rng: random.Random) -> Grey:
    """Specks of the ink gone."""
    gone = np.random.default_rng(rng.getrandbits(32)).random(grey.shape) < rng.uniform(0.05, 0.4)
    return np.minimum(255, grey + gone * rng.uniform(60, 255)).astype(np.uint8)


def _blurred(grey: Grey, radius: float) -> Grey:
    return np.array(Image.fromarray(grey).filter(ImageFilter.GaussianBlur(radius)))
