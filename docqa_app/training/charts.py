"""Lines on a small picture: what a run's losses did, what noise does to answers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (720, 400)
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#444444")  # told apart by most eyes
PAPER, INK, RULE = "#ffffff", "#333333", "#dddddd"
LEFT, TOP, RIGHT, BOTTOM = 56, 34, 16, 40
TICKS = 5


@dataclass(frozen=True, slots=True)
class Curve:
    """A named line of points (x, y); `spread`, where given, is half the height of each point's bar."""

    name: str
    points: tuple[tuple[float, float], ...]
    spread: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What of the plane is shown, and the size in pixels of the picture it is shown on."""

    left: float
    right: float
    low: float
    high: float
    width: int
    height: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The pixel of a point."""
        across = (x - self.left) / ((self.right - self.left) or 1)
        up = (y - self.low) / ((self.high - self.low) or 1)
        wide, tall = self.width - LEFT - RIGHT, self.height - TOP - BOTTOM
        return LEFT + across * wide, TOP + (1 - up) * tall


def draw_chart(path: Path, title: str, x_name: str, curves: Sequence[Curve], size: tuple[int, int] = SIZE) -> None:
    """Write the curves as a small palette PNG. Curves without points are left out; ValueError where none is left."""
    shown = [curve for curve in curves if curve.points]
    if not shown:
        raise ValueError(f"nothing to draw in {path.name}")
    frame = _frame(shown, size)
    picture = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((LEFT, 8), title, INK, _font(14))
    _rules(pen, frame, x_name)
    for curve, colour in zip(shown, _colours(), strict=False):
        _line(pen, frame, curve, colour)
    _names(pen, frame, shown)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(32).save(path, optimize=True)


def smoothed(points: Sequence[tuple[float, float]], most: int = 150) -> tuple[tuple[float, float], ...]:
    """At most `most` points, each the mean of its neighbourhood: single steps of a training run only flicker."""
    stride = max(1, math.ceil(len(points) / most))
    groups = (points[at : at + stride] for at in range(0, len(points), stride))
    return tuple((sum(x for x, _ in g) / len(g), sum(y for _, y in g) / len(g)) for g in groups)


def _colours() -> Iterator[str]:
    while True:
        yield from COLOURS


def _frame(curves: Sequence[Curve], size: tuple[int, int]) -> Frame:
    """Room for all points and their bars, its sides at round numbers."""
    xs = [x for curve in curves for x, _ in curve.points]
    ys = [y + sign * bar for c in curves for (_, y), bar in _barred(c) for sign in (-1, 1)]
    step = _round_step(max(ys) - min(ys))
    low, high = math.floor(min(ys) / step) * step, math.ceil(max(ys) / step) * step
    return Frame(min(xs), max(xs), low, high if high > low else low + step, *size)


def _barred(curve: Curve) -> Iterator[tuple[tuple[float, float], float]]:
    return zip(curve.points, curve.spread or (0.0,) * len(curve.points), strict=True)


def _round_step(span: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that parts `span` about TICKS times."""
    rough = max(span, 1e-6) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)


def _rules(pen: ImageDraw.ImageDraw, frame: Frame, x_name: str) -> None:
    small = _font(11)
    for y in _ticks(frame.low, frame.high):
        at = frame.place(frame.left, y)
        pen.line((at, frame.place(frame.right, y)), RULE)
        pen.text((at[0] - 6, at[1]), f"{y:g}", INK, small, anchor="rm")
    for x in _ticks(frame.left, frame.right):
        across, down = frame.place(x, frame.low)
        pen.line((across, down, across, down + 4), INK)
        pen.text((across, down + 6), f"{x:g}", INK, small, anchor="mt")
    pen.text((frame.width - RIGHT, frame.height - 6), x_name, INK, small, anchor="rs")


def _ticks(low: float, high: float) -> Iterator[float]:
    step = _round_step(high - low)
    first = math.ceil(low / step - 1e-6)
    return (round(n * step, 10) for n in range(first, math.floor(high / step + 1e-6) + 1))


def _line(pen: ImageDraw.ImageDraw, frame: Frame, curve: Curve, colour: str) -> None:
    pen.line([frame.place(*point) for point in curve.points], colour, 2)
    for (x, y), bar in _barred(curve):
        if bar:
            pen.line((frame.place(x, y - bar), frame.place(x, y + bar)), colour)


def _names(pen: ImageDraw.ImageDraw, frame: Frame, curves: Sequence[Curve]) -> None:
    """Who is who, right above the plane."""
    across, small = float(frame.width - RIGHT), _font(11)
    for curve, colour in reversed(list(zip(curves, _colours(), strict=False))):
        across -= pen.textlength(curve.name, small)
        pen.text((across, 22), curve.name, colour, small)
        pen.line((across - 16, 28, across - 4, 28), colour, 2)
        across -= 26


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
