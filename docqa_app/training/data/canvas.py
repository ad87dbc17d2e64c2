"""The sheet a page is drawn on: every word's box is known the moment it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from docqa_app.training.data.fonts import Family, face

Colour = tuple[int, int, int]
Frame = tuple[float, float, float, float]
"""left, top, right, bottom in points"""

BLACK: Colour = (20, 20, 24)


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is set: family, size in points, colour."""

    family: Family
    size: float
    colour: Colour = BLACK
    bold: bool = False

    @property
    def leading(self) -> float:
        """Height of a line in points."""
        return self.size * 1.25

    def but(self, size: float | None = None, bold: bool | None = None, colour: Colour | None = None) -> Ink:
        """This ink with something changed."""
        return replace(
            self,
            size=self.size if size is None else size,
            bold=self.bold if bold is None else bold,
            colour=self.colour if colour is None else colour,
        )


@dataclass(frozen=True, slots=True)
class Span:
    """Words that were written together: their numbers in the order of writing, the text, the frame in points."""

    words: tuple[int, ...]
    text: str
    frame: Frame

    def __add__(self, other: Span) -> Span:
        return joined((self, other))


def joined(spans: Iterable[Span]) -> Span:
    """Several spans as one, texts parted by a blank; empty ones add nothing."""
    many = [span for span in spans if span.words]
    if not many:
        return Span((), "", (0.0, 0.0, 0.0, 0.0))
    lefts, tops, rights, bottoms = zip(*(span.frame for span in many), strict=True)
    frame = (min(lefts), min(tops), max(rights), max(bottoms))
    return Span(sum((s.words for s in many), ()), " ".join(s.text for s in many), frame)


@lru_cache(maxsize=65536)
def _length(path: str, pixels: int, text: str) -> float:
    """Width of a text in pixels; what is wrapped is measured again and again."""
    return face(path, pixels).getlength(text)


@dataclass(slots=True)
class Mark:
    """A word as it was written, its frame in pixels."""

    text: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class Sight:
    """What only the picture shows: what it is, its colour, its shape ("stamp", "red", "round"); its frame in pixels."""

    names: tuple[str, ...]
    frame: Frame


@dataclass(slots=True)
class Canvas:
    """A sheet measured in points; `scale` is pixels a point. `tall` gives words the height of their line."""

    width: float
    height: float
    scale: float = 1.1
    paper: Colour = (255, 255, 255)
    tall: bool = False
    marks: list[Mark] = field(default_factory=list)
    sights: list[Sight] = field(default_factory=list)
    image: Image.Image = field(init=False)
    draw: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (round(self.width * self.scale), round(self.height * self.scale)), self.paper)
        self.draw = ImageDraw.Draw(self.image)

    def see(self, names: tuple[str, ...], left: float, top: float, right: float, bottom: float) -> None:
        """Remembers what was drawn in this frame, in points."""
        k = self.scale
        self.sights.append(Sight(names, (left * k, top * k, right * k, bottom * k)))

    def font(self, ink: Ink) -> ImageFont.FreeTypeFont:
        return face(ink.family.bold if ink.bold else ink.family.regular, round(ink.size * self.scale))

    def measure(self, text: str, ink: Ink) -> float:
        """Width of a text in points."""
        return (
            _length(ink.family.bold if ink.bold else ink.family.regular, round(ink.size * self.scale), text)
            / self.scale
        )

    def write(self, x: float, y: float, text: str, ink: Ink, align: str = "left") -> Span:
        """Writes one line; y is its top. `align`: left, right or centre of x."""
        font = self.font(self._fitting(x, text, ink, align))
        total = font.getlength(text)
        left = x * self.scale - total * {"left": 0.0, "right": 1.0, "centre": 0.5}[align]
        base = (y + ink.size) * self.scale
        self.draw.text((left, base), text, font=font, fill=ink.colour, anchor="ls")
        words = self._mark(left, base, text, font)
        frame = (left / self.scale, y, (left + total) / self.scale, y + ink.leading)
        return Span(tuple(words), text, frame)

    def _fitting(self, x: float, text: str, ink: Ink, align: str) -> Ink:
        """The ink, smaller where the line would run off the sheet."""
        room = {"left": self.width - x, "right": x, "centre": 2 * min(x, self.width - x)}[align] - 2
        need = self.measure(text, ink)
        return ink if need <= room else ink.but(size=max(3.5, ink.size * room / need))

    def _mark(self, left: float, base: float, text: str, font: ImageFont.FreeTypeFont) -> list[int]:
        numbers = []
        blank = font.getlength(" ")
        for part in text.split(" "):
            if part:
                numbers.append(len(self.marks))
                self.marks.append(Mark(part, self._frame(left, base, part, font)))
                left += font.getlength(part)
            left += blank
        return numbers

    def _frame(self, left: float, base: float, part: str, font: ImageFont.FreeTypeFont) -> Frame:
        start, top, end, bottom = font.getbbox(part, anchor="ls")
        if self.tall:
            up, down = font.getmetrics()
            top, bottom = -up * 0.85, down * 0.9
        return (left + start, base + top, left + end, base + bottom)

    def wrap(self, text: str, ink: Ink, width: float) -> list[str]:
        """The text in lines no wider than `width` points (a single longer word stays whole)."""
        lines: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self.measure(longer, ink) > width:
                lines.append(line)
                longer = word
            line = longer
        return [*lines, line] if line else lines

    def write_lines(self, x: float, y: float, lines: Sequence[str], ink: Ink, align: str = "left") -> Span:
        """Lines under one another as one span."""
        return joined(self.write(x, y + n * ink.leading, line, ink, align) for n, line in enumerate(lines))

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: Colour = BLACK, weight: float = 0.8) -> None:
        k = self.scale
        self.draw.line((x1 * k, y1 * k, x2 * k, y2 * k), fill=colour, width=max(1, round(weight * k)))

    def box(
        self, frame: Frame, outline: Colour | None = BLACK, fill: Colour | None = None, weight: float = 0.8
    ) -> None:
        k = self.scale
        pixels = (frame[0] * k, frame[1] * k, max(frame[0], frame[2]) * k, max(frame[1], frame[3]) * k)
        self.draw.rectangle(pixels, outline=outline, fill=fill, width=max(1, round(weight * k)))
