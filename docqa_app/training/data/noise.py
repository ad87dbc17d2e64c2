"""What scanners, phones and OCR do to a page: to its picture and to its words."""

from __future__ import annotations

import io
import json
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from docqa_app.core.document import Box
from docqa_app.core.geometry import clamp, union
from docqa_app.training.data.canvas import Frame

LIMIT = (512, 704)
"""the largest picture, in pixels"""
JUNK = ("|", "—", "~", "-", "_", ".", "'", "ii", "=", "l", "|!", "«", "°", "a", "i,", "--", "\\", "EE", "oe")
WORST = 6.0
"""no character is misread more than this many times as often as the mean one"""


@dataclass(frozen=True, slots=True)
class Noise:
    """How one page suffers. `angle` in degrees; `rate`: share of characters misread; `jitter` in page fractions."""

    angle: float = 0.0
    grey: bool = False
    blur: float = 0.0
    light: float = 1.0
    contrast: float = 1.0
    speckle: float = 0.0
    shadow: bool = False
    quality: int = 80
    rate: float = 0.0
    jitter: float = 0.0
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as it was read: its box in page fractions, the recogniser's confidence, the written words it came from."""

    text: str
    box: Box
    confidence: float
    origins: tuple[int, ...]


def plan(rng: random.Random) -> Noise:
    """Noise for one page: a third are clean prints, the rest scans and photos; words of 6 in 10 pages read right."""
    born_digital = rng.random() < 0.33
    if born_digital:
        return Noise(quality=rng.randint(70, 92), ocr=rng.random() < 0.3)
    rate = 0.0 if rng.random() < 0.4 else rng.uniform(0.01, 0.1)
    return Noise(
        angle=rng.choice((0.0, rng.uniform(-2, 2), rng.gauss(0, 0.4))),
        grey=rng.random() < 0.4,
        blur=rng.choice((0.0, 0.0, rng.uniform(0.3, 1.1))),
        light=rng.uniform(0.85, 1.12),
        contrast=rng.uniform(0.6, 1.25),
        speckle=rng.choice((0.0, 0.0, rng.uniform(5, 22))),
        shadow=rng.random() < 0.15,
        quality=rng.randint(35, 85),
        rate=rate,
        jitter=rng.choice((0.0, 0.0008, 0.002)),
        ocr=True,
    )


def picture(image: Image.Image, noise: Noise, rng: random.Random) -> bytes:
    """The page's picture as it would have been scanned: a JPEG within LIMIT."""
    small = image.copy()
    small.thumbnail(LIMIT, Image.Resampling.BILINEAR, reducing_gap=2.0)
    out = io.BytesIO()
    worn(small, noise, rng).save(out, "JPEG", quality=noise.quality)
    return out.getvalue()


def worn(image: Image.Image, noise: Noise, rng: random.Random) -> Image.Image:
    """An image after scanning, all but its compression."""
    if noise.grey:
        image = image.convert("L")
    if noise.angle:
        image = image.rotate(noise.angle, Image.Resampling.BILINEAR, fillcolor=image.getpixel((0, 0)))
    if noise.blur:
        image = image.filter(ImageFilter.GaussianBlur(noise.blur))
    if noise.contrast != 1.0:
        image = ImageEnhance.Contrast(image).enhance(noise.contrast)
    if noise.light != 1.0:
        image = ImageEnhance.Brightness(image).enhance(noise.light)
    return _shade(image, noise, rng)


def _shade(image: Image.Image, noise: Noise, rng: random.Random) -> Image.Image:
    """Speckle and a shadow over one side."""
    if noise.speckle:
        # effect_noise has its own random source; rows of seeded bytes keep a page repeatable
        tile = Image.frombytes("L", (128, 128), rng.randbytes(128 * 128))
        grain = Image.new("L", image.size)
        for x in range(0, image.width, 128):
            for y in range(0, image.height, 128):
                grain.paste(tile.rotate(rng.choice((0, 90, 180, 270))), (x, y))
        grain = grain.point([round((v - 128) * noise.speckle / 128) + 128 for v in range(256)])
        image = ImageChops.add(image, grain if image.mode == "L" else grain.convert("RGB"), 1.0, -128)
    if noise.shadow:
        ramp = Image.linear_gradient("L").point([round(185 + v * 70 / 255) for v in range(256)])
        ramp = ramp.rotate(rng.choice((0, 90, 180, 270))).resize(image.size)
        image = ImageChops.multiply(image, ramp if image.mode == "L" else ramp.convert("RGB"))
    return image


def turned(frame: Frame, angle: float, width: float, height: float) -> Frame:
    """The box around a box after the sheet was turned about its middle, counter-clockwise in degrees."""
    if not angle:
        return frame
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    cx, cy = width / 2, height / 2
    xs, ys = [], []
    # the corners of a long word turn far; its middle line keeps the box as tall as the word
    middle, half = (frame[1] + frame[3]) / 2, (frame[3] - frame[1]) / 2
    for x in (frame[0], frame[2]):
        xs.append(cx + (x - cx) * cosine + (middle - cy) * sine)
        ys.append(cy - (x - cx) * sine + (middle - cy) * cosine)
    return (min(xs), min(ys) - half, max(xs), max(ys) + half)


@lru_cache(maxsize=1)
def _confusions() -> dict[str, tuple[float, tuple[str, ...], tuple[int, ...]]]:
    """Character -> how often it is misread against the mean, what is read instead, how often each (as measured)."""
    stored = json.loads(files(__package__).joinpath("confusions.json").read_text("utf-8"))
    return {
        sign: (min(WORST, stored["relative"].get(sign, 1.0)), tuple(seen), tuple(seen.values()))
        for sign, seen in stored["instead"].items()
    }


def misread(text: str, rate: float, rng: random.Random) -> str:
    """A word with characters confused; `rate` is the share of all characters, some suffer more than others."""
    out = []
    for sign in text:
        relative, seen, counts = _confusions().get(sign, (0.5, (sign.swapcase(), ""), (2, 1)))
        hit = rng.random() < rate * relative
        out.append(rng.choices(seen, counts)[0] if hit else sign)
    return "".join(out)


def hear(words: Sequence[tuple[str, Box]], needed: frozenset[int], noise: Noise, rng: random.Random) -> list[Heard]:
    """Words as OCR would give them: misread, split, merged, lost (never one in `needed`), boxes a little off."""
    out: list[Heard] = []
    for number, (text, box) in enumerate(words):
        sure = 1.0 if not noise.ocr else min(1.0, rng.betavariate(14, 1.2))
        heard = Heard(text, _jitter(box, noise.jitter, rng), sure, (number,))
        if noise.rate:
            out += _suffer(heard, out, number in needed, noise.rate, rng)
        else:
            out.append(heard)
    return out + _invented(noise, rng)


def _invented(noise: Noise, rng: random.Random) -> list[Heard]:
    """Words where none are: specks and rules taken for letters."""
    count = min(6, int(rng.expovariate(1.0) * noise.rate * 40)) if noise.rate else 0
    out = []
    for _ in range(count):
        left, top = rng.uniform(0.02, 0.95), rng.uniform(0.02, 0.97)
        box = Box(left, top, left + rng.uniform(0.004, 0.03), top + rng.uniform(0.004, 0.015))
        out.append(Heard(rng.choice(JUNK), box, rng.uniform(0.05, 0.6), ()))
    return out


def _suffer(word: Heard, before: list[Heard], needed: bool, rate: float, rng: random.Random) -> list[Heard]:
    text = misread(word.text, rate, rng)
    if (not text or rng.random() < rate * 0.25) and not needed:
        return []
    text = text or word.text
    sure = word.confidence if text == word.text else word.confidence * rng.uniform(0.35, 0.95)
    word = Heard(text, word.box, sure, word.origins)
    if len(text) > 3 and rng.random() < rate * 0.3:
        return _split(word, rng)
    if before and rng.random() < rate * 0.2 and _touching(before[-1].box, word.box):
        last = before.pop()
        return [Heard(last.text + text, union((last.box, word.box)), sure, last.origins + word.origins)]
    return [word]


def _split(word: Heard, rng: random.Random) -> list[Heard]:
    cut = rng.randint(1, len(word.text) - 1)
    at = word.box.left + word.box.width * cut / len(word.text)
    left = Box(word.box.left, word.box.top, at, word.box.bottom)
    right = Box(at, word.box.top, word.box.right, word.box.bottom)
    return [
        Heard(word.text[:cut], left, word.confidence, word.origins),
        Heard(word.text[cut:], right, word.confidence, word.origins),
    ]


def _touching(a: Box, b: Box) -> bool:
    return abs(a.top - b.top) < 0.006 and 0 <= b.left - a.right < 0.012


def _jitter(box: Box, size: float, rng: random.Random) -> Box:
    if not size:
        return clamp(box)
    left, top, right, bottom = (v + rng.gauss(0, size) for v in (box.left, box.top, box.right, box.bottom))
    return clamp(Box(left, top, max(right, left + 0.001), max(bottom, top + 0.001)))
