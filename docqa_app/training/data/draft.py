"""A page under way: what is drawn so far and the truth about it, gathered while drawing."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from docqa_app.training.data.canvas import Canvas, Colour, Ink, Span, joined
from docqa_app.training.data.content import World
from docqa_app.training.data.fonts import Family, choose


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the page: its value as printed, the words it stands in, the label printed beside it ("" if none)."""

    name: str
    text: str
    words: tuple[int, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A printed key and the value that belongs to it ("" for a blank that nobody filled in)."""

    key: str
    text: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick: its caption, whether it is ticked, the question it answers."""

    caption: str
    words: tuple[int, ...]
    ticked: bool
    group: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text as printed ("" when empty) and its words."""

    text: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed. `keys` say what a column is ("item", "quantity"...); `unit` names a row ("item")."""

    keys: tuple[str, ...]
    headers: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    unit: str = "item"

    def column(self, key: str) -> int | None:
        """Where a column stands, None where the table has none such."""
        return self.keys.index(key) if key in self.keys else None


@dataclass(slots=True)
class Draft:
    """The drawing tools of one page and all that is true of it."""

    rng: random.Random
    world: World
    canvas: Canvas
    kind: str
    locale: str
    ink: Ink
    margin: float = 48.0
    accent: Colour = (20, 20, 24)
    colon: str = ":"
    """what follows a label: ":", " :", "" """
    upper: bool = False
    bold_labels: bool = False
    adorned: bool = False
    """whether each thing that only the picture shows is on this page by the toss of a coin, and mostly asked for"""
    strange: bool = False
    """whether it tells particulars that no page to learn from does, and is asked for nothing else"""
    facts: dict[str, Fact] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    """what only the picture shows: "stamp_colour" -> "red", "signed" -> "yes", ..."""
    hushed: set[str] = field(default_factory=set)
    """fields of which this page leaves open whether they are on it: asked neither for nor in vain"""
    places: dict[str, Span] = field(default_factory=dict)
    """named places: "header", "footer" """

    @property
    def language(self) -> str:
        return self.world.language

    @property
    def right(self) -> float:
        return self.canvas.width - self.margin

    @property
    def inner(self) -> float:
        return self.canvas.width - 2 * self.margin

    def head(self, label: str, colon: bool = True) -> str:
        """A label as this page prints labels."""
        text = label.upper() if self.upper else label
        return text + self.colon if colon and text[-1].isalnum() else text

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def family(self, role: str) -> Family:
        """Another family, able to set this page's language."""
        return choose(self.rng, role, accented=self.language != "en")

    def know(self, name: str, span: Span, label: str = "") -> Span:
        """Remembers a field; the first place it is printed at counts."""
        if span.words and name not in self.facts:
            self.facts[name] = Fact(name, span.text, span.words, label)
        return span

    def pair(self, key: str, span: Span) -> None:
        """Remembers a printed key and its value."""
        if key.strip(" :.*-"):
            self.pairs.append(Pair(key, span.text, span.words))

    def value(self, name: str) -> str:
        """The printed value of a field, "" where it is not on the page."""
        return self.facts[name].text if name in self.facts else ""

    def place(self, name: str, span: Span) -> Span:
        """Remembers what stands at a named place."""
        self.places[name] = joined((self.places[name], span)) if name in self.places else span
        return span
