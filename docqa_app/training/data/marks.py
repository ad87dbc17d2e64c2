"""What only the picture shows: logos, stamps, signatures, boxes to tick, codes."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw

from docqa_app.training.data.canvas import Colour, Frame, Ink, Span
from docqa_app.training.data.draft import Draft, Tick
from docqa_app.training.data.fonts import choose, face
from docqa_app.training.data.lexicon import texts

COLOURS: dict[str, Colour] = {
    "red": (200, 30, 40),
    "blue": (30, 60, 180),
    "green": (20, 130, 60),
    "purple": (120, 40, 150),
    "black": (30, 30, 30),
    "orange": (235, 120, 20),
}
STAMPS = texts("marks.stamps")


def logo(draft: Draft, x: float, y: float, size: float, initials: str) -> None:
    """A drawn mark, `size` points square."""
    name = draft.rng.choice([c for c in COLOURS if c != "black"])
    k = draft.canvas.scale
    box = (x * k, y * k, (x + size) * k, (y + size) * k)
    shape = draft.rng.randrange(7)
    _logo_shape(draft, box, shape, COLOURS[name])
    if shape in (0, 1, 6):
        font = face(choose(draft.rng, "sans", False).bold, round(size * k * 0.5))
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        ink = COLOURS[name] if shape == 6 else (255, 255, 255)
        draft.canvas.draw.text(middle, initials[:2].upper(), font=font, fill=ink, anchor="mm")
    draft.seen["logo"], draft.seen["logo_colour"] = "yes", name
    draft.canvas.see(("logo", name), x, y, x + size, y + size)


def _logo_shape(draft: Draft, box: Frame, shape: int, colour: Colour) -> None:
    """A disc, a tile, a peak, steps, a ring, a star; nothing for the seventh, which is letters alone."""
    d, side = draft.canvas.draw, box[2] - box[0]
    middle = (box[0] + box[2]) / 2
    if shape == 0:
        d.ellipse(box, fill=colour)
    elif shape == 1:
        d.rounded_rectangle(box, radius=side / 5, fill=colour)
    elif shape == 2:
        d.polygon([(box[0], box[3]), (middle, box[1]), (box[2], box[3])], fill=colour)
    elif shape == 3:
        for n in range(4):
            left = box[0] + n * side / 4
            d.rectangle((left, box[1] + n * side / 8, left + side / 6, box[3]), fill=colour)
    elif shape == 4:
        d.ellipse(box, outline=colour, width=max(2, round(side / 8)))
    elif shape == 5:
        d.polygon(_star(middle, (box[1] + box[3]) / 2, side / 2, draft.rng.randint(4, 8)), colour)


def _star(x: float, y: float, reach: float, points: int) -> list[tuple[float, float]]:
    """The corners of a star of so many points around x, y."""
    corners = []
    for n in range(2 * points):
        angle, far = math.pi * n / points, reach if n % 2 == 0 else reach * 0.45
        corners.append((x + far * math.sin(angle), y - far * math.cos(angle)))
    return corners


def stamp(draft: Draft, x: float, y: float, text: str | None = None) -> None:
    """A turned, coloured stamp around x, y; its text can be read from the picture only."""
    text = text or draft.rng.choice(STAMPS[draft.language])
    name = draft.rng.choice([c for c in COLOURS if c != "orange"])
    shape = "round" if draft.chance(0.5) else "square"
    turned = _stamp_face(draft, text, shape).rotate(
        draft.rng.uniform(-28, 28), expand=True, resample=Image.Resampling.BILINEAR
    )
    strength = draft.rng.uniform(0.65, 0.95)
    mask = turned.point([round(v * strength) for v in range(256)])
    k = draft.canvas.scale
    at = (round(x * k - turned.width / 2), round(y * k - turned.height / 2))
    draft.canvas.image.paste(Image.new("RGB", turned.size, COLOURS[name]), at, mask)
    draft.seen.update(stamp="yes", stamp_colour=name, stamp_text=text, stamp_shape=shape)
    wide, high = turned.width / k / 2, turned.height / k / 2
    draft.canvas.see(("stamp", name, shape), x - wide, y - high, x + wide, y + high)


def _stamp_face(draft: Draft, text: str, shape: str) -> Image.Image:
    """What a stamp presses on paper, white on black: a text, now and then a day below it, in a frame or none."""
    k = draft.canvas.scale
    font = face(choose(draft.rng, "sans", True).bold, round(draft.rng.uniform(15, 24) * k))
    wide, high = font.getlength(text) + 24 * k, font.size * 1.9
    if shape == "round":
        high = wide = max(wide, 70 * k)
    picture = Image.new("L", (round(wide), round(high)), 0)
    d = ImageDraw.Draw(picture)
    frame, line = (2, 2, wide - 3, high - 3), max(2, round(2 * k))
    if shape == "round":
        d.ellipse(frame, outline=255, width=line)
        d.ellipse((8 * k, 8 * k, wide - 8 * k, high - 8 * k), outline=180, width=max(1, line // 2))
    elif not draft.chance(0.15):
        d.rounded_rectangle(frame, radius=4 * k, outline=255, width=line)
    d.text((wide / 2, high / 2), text, font=font, fill=255, anchor="mm")
    if draft.chance(0.3):
        dated = face(choose(draft.rng, "sans", True).regular, max(6, round(font.size * 0.42)))
        d.text((wide / 2, high / 2 + font.size * 0.62), draft.world.dates.text(draft.world.day()), 220, dated, "mm")
    return picture


def signature(draft: Draft, x: float, y: float, width: float) -> None:
    """A scribble on a base line at y."""
    rng, k = draft.rng, draft.canvas.scale
    colour = rng.choice(((20, 20, 30), (25, 40, 140), (30, 30, 90)))
    points = [(at_x * k, at_y * k) for at_x, at_y in _scribble(rng, x, y, width)]
    if draft.chance(0.25):  # a stroke below
        points += [(x * k, (y + 3) * k), ((x + width * rng.uniform(0.6, 1.1)) * k, (y + rng.uniform(-2, 5)) * k)]
    draft.canvas.draw.line(points, fill=colour, width=max(1, round(rng.uniform(1.2, 2.2) * k)), joint="curve")
    draft.seen["signed"] = "yes"
    lefts, tops = zip(*points, strict=True)
    draft.canvas.see(("signature",), min(lefts) / k, min(tops) / k, max(lefts) / k, max(tops) / k)


def _scribble(rng: random.Random, x: float, y: float, width: float) -> list[tuple[float, float]]:
    """The way of a pen, in points: loops that grow smaller, faster or slower, upright or slanted."""
    phase, drift, slant = rng.uniform(0, 6), rng.uniform(-7, 4), rng.uniform(-0.2, 0.6)
    speed, tall, fading = rng.uniform(0.3, 1.3), rng.uniform(7, 18), rng.uniform(0.2, 0.8)
    second, rough = rng.uniform(0.1, 0.9), rng.uniform(0.0, 2.5)
    points = []
    for n in range(60):
        t = n / 59
        swing = math.sin(phase + n * speed) * tall * (1 - fading * t) * (0.6 + 0.4 * math.sin(n * second))
        back = math.cos(phase + n * speed) * width * rng.uniform(0.03, 0.05)
        points.append((x + t * width + back - slant * swing, y - 7 + swing + drift * t + rng.uniform(-rough, rough)))
    return points


def tick_box(draft: Draft, x: float, y: float, caption: str, ticked: bool, ink: Ink, group: str = "") -> Span:
    """A box to tick and its caption; returns the caption's span."""
    canvas, rng, k = draft.canvas, draft.rng, draft.canvas.scale
    size = ink.size * float(draft.seen.setdefault("box_size", rng.choice(("1.05", "1.2", "1.35", "1.6"))))
    top = y + ink.size * 0.62 - size / 2
    if draft.seen.setdefault("boxes", rng.choice(("square", "square", "round"))) == "square":
        canvas.box((x, top, x + size, top + size), weight=0.9)
    else:
        canvas.draw.ellipse(
            (x * k, top * k, (x + size) * k, (top + size) * k), outline=ink.colour, width=max(1, round(k))
        )
    if ticked:
        _tick(draft, x, top, size)
    canvas.see(("ticked" if ticked else "empty",), x, top, x + size, top + size)
    span = canvas.write(x + size * 1.45, y, caption, ink)
    draft.ticks.append(Tick(caption, span.words, ticked, group))
    return span


def _tick(draft: Draft, x: float, y: float, size: float) -> None:
    k, d = draft.canvas.scale, draft.canvas.draw
    sign = draft.seen.setdefault("tick_sign", draft.rng.choice(("cross", "cross", "tick", "fill")))
    colour = (25, 40, 140) if draft.seen.setdefault("pen", draft.rng.choice("bk")) == "b" else (20, 20, 24)
    weight = max(2, round(0.17 * size * k))
    left, top, right, bottom = (v * k for v in (x, y, x + size, y + size))
    off = size * k * draft.rng.uniform(-0.05, 0.15)
    if sign == "cross":
        d.line((left - off, top - off, right + off, bottom + off), fill=colour, width=weight)
        d.line((left - off, bottom + off, right + off, top - off), fill=colour, width=weight)
    elif sign == "tick":
        middle = (left + (right - left) * 0.4, bottom)
        d.line([(left, (top + bottom) / 2), middle, (right + 2 * off, top - 2 * off)], fill=colour, width=weight)
    else:
        pad = size * k * 0.2
        d.rectangle((left + pad, top + pad, right - pad, bottom - pad), fill=colour)


def barcode(draft: Draft, x: float, y: float, width: float, height: float) -> None:
    """Upright bars."""
    at = x
    while at < x + width:
        bar = draft.rng.choice((0.9, 0.9, 1.8, 2.7))
        draft.canvas.box((at, y, at + bar, y + height), outline=None, fill=(10, 10, 10))
        at += bar + draft.rng.choice((0.9, 1.8, 2.7))
    draft.seen["barcode"] = "yes"
    draft.canvas.see(("barcode",), x, y, x + width, y + height)


def square_code(draft: Draft, x: float, y: float, size: float) -> None:
    """A square of dots with three corner marks, as QR codes have."""
    n = 25
    code = Image.frombytes("L", (n, n), bytes(draft.rng.choice((0, 255)) for _ in range(n * n)))
    d = ImageDraw.Draw(code)
    for left, top in ((0, 0), (n - 7, 0), (0, n - 7)):
        d.rectangle((left, top, left + 6, top + 6), fill=0)
        d.rectangle((left + 1, top + 1, left + 5, top + 5), fill=255)
        d.rectangle((left + 2, top + 2, left + 4, top + 4), fill=0)
    pixels = round(size * draft.canvas.scale)
    at = (round(x * draft.canvas.scale), round(y * draft.canvas.scale))
    draft.canvas.image.paste(code.resize((pixels, pixels), Image.Resampling.NEAREST).convert("RGB"), at)
    draft.seen["qr"] = "yes"
    draft.canvas.see(("qr",), x, y, x + size, y + size)
