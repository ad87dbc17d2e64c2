"""Highlight annotations (ISO 32000-1, 12.5.6.10): where they stand on a turned or cropped page, and how they look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from docqa_app.core.document import Box
from docqa_app.exporting.marks import Mark

AUTHOR = "docqa"
PRINTED = 4
"""The annotation flag that lets a highlight be printed."""

FULL_TURN = 360
LETTER = (0.0, 0.0, 612.0, 792.0)
"""What a page without a size is shown on."""

Point = tuple[float, float]
Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """How a page is shown: its visible left, bottom, right, top in the PDF's own space, and its clockwise turn."""

    edges: Edges
    turn: int

    def point(self, x: float, y: float) -> Point:
        """A point of the page as shown (fractions, origin top left) in the PDF's own space."""
        left, bottom, right, top = self.edges
        if self.turn == 90:
            x, y = y, 1.0 - x
        elif self.turn == 180:
            x, y = 1.0 - x, 1.0 - y
        elif self.turn == 270:
            x, y = 1.0 - y, x
        return left + x * (right - left), top - y * (top - bottom)

    def corners(self, box: Box) -> tuple[Point, Point, Point, Point]:
        """Upper left, upper right, lower left, lower right as the reader sees them: the order that viewers expect."""
        return (
            self.point(box.left, box.top),
            self.point(box.right, box.top),
            self.point(box.left, box.bottom),
            self.point(box.right, box.bottom),
        )


def place_of(page: pikepdf.Page) -> Place:
    """The visible part of a page is its crop box as far as that lies on the media box; what is damaged does not count,
    as in viewers."""
    media = _edges(_inherited(page.obj, Name.MediaBox)) or LETTER
    crop = _edges(_inherited(page.obj, Name.CropBox)) or media
    visible = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if visible[0] >= visible[2] or visible[1] >= visible[3]:
        visible = media
    return Place(visible, _turn(page.obj) % FULL_TURN)


def _edges(box: object) -> Edges | None:
    """Left, bottom, right, top; None where it is no box, or an empty one."""
    if not isinstance(box, Array) or len(box) != 4:
        return None
    try:
        x1, y1, x2, y2 = (float(str(value)) for value in box)
    except ValueError:
        return None
    return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)) if x1 != x2 and y1 != y2 else None


def _turn(node: pikepdf.Object) -> int:
    try:
        return int(_inherited(node, Name.Rotate) or 0) // 90 * 90
    except (TypeError, ValueError):
        return 0


def _inherited(node: object, name: Name) -> Any:
    """What a page has of this name, or else the nodes above it; None where none has it."""
    for _ in range(100):  # a damaged tree may run in a circle
        if not isinstance(node, Dictionary):
            break
        if name in node:
            return node[name]
        node = node.get(Name.Parent)
    return None


def add_highlight(pdf: pikepdf.Pdf, page: pikepdf.Page, mark: Mark, place: Place) -> None:
    """Adds one highlight with a quadrilateral for each box."""
    quads = [place.corners(box) for box in mark.boxes]
    frame = _frame(point for quad in quads for point in quad)
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array(frame),
        QuadPoints=Array([_rounded(value) for quad in quads for point in quad for value in point]),
        C=Array(_shares(mark)),
        F=PRINTED,
        T=String(AUTHOR),
        Contents=String(mark.note),
        M=String(f"D:{datetime.now(UTC):%Y%m%d%H%M%S}Z"),
        NM=String(f"docqa-{mark.page}-{mark.number}"),
        P=page.obj,
        AP=Dictionary(N=_appearance(pdf, quads, frame, mark)),
    )
    there = page.obj.get(Name.Annots)
    kept = list(there) if isinstance(there, Array) else []
    page.obj.Annots = Array([*kept, pdf.make_indirect(annotation)])  # one of its own: pages may share theirs


def _appearance(
    pdf: pikepdf.Pdf, quads: Sequence[Sequence[Point]], frame: Sequence[float], mark: Mark
) -> pikepdf.Stream:
    """The highlight as drawn: multiplied into the page like a marker pen, for viewers that do not draw their own."""
    colour = " ".join(f"{share:.3f}" for share in _shares(mark))
    paths = []
    for upper_left, upper_right, lower_left, lower_right in quads:
        around = [_numbers(point) for point in (upper_left, upper_right, lower_right, lower_left)]
        paths.append(f"{around[0]} m {around[1]} l {around[2]} l {around[3]} l h f")
    return pdf.make_stream(
        f"/Marker gs {colour} rg\n".encode() + "\n".join(paths).encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array(frame),
        Resources=Dictionary(ExtGState=Dictionary(Marker=Dictionary(Type=Name.ExtGState, BM=Name.Multiply))),
        Group=Dictionary(Type=Name.Group, S=Name.Transparency),
    )


def _shares(mark: Mark) -> list[float]:
    return [round(value / 255, 3) for value in mark.colour]


def _frame(points: Iterable[Point]) -> list[float]:
    across, up = zip(*points, strict=True)
    return [_rounded(value) for value in (min(across), min(up), max(across), max(up))]


def _numbers(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _rounded(value: float) -> float:
    return round(value, 2)
