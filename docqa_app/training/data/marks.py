"""What only the picture shows: logos, stamps, signatures, boxes to tick, codes."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from docqa_app.training.data.canvas import Colour, Ink, Span
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
    colour = COLOURS[name]
    k, d = draft.canvas.scale, draft.canvas.draw
    box = (x * k, y * k, (x + size) * k, (y + size) * k)
    shape = draft.rng.randrange(5)
    if shape == 0:
        d.ellipse(box, fill=colour)
    elif shape == 1:
        d.rounded_rectangle(box, radius=size * k / 5, fill=colour)
    elif shape == 2:
        d.polygon([(box[0], box[3]), ((box[0] + box[2]) / 2, box[1]), (box[2], box[3])], fill=colour)
    elif shape == 3:
        for n in range(4):
            left = box[0] + n * (box[2] - box[0]) / 4
            d.rectangle((left, box[1] + n * size * k / 8, left + size * k / 6, box[3]), fill=colour)
    else:
        d.ellipse(box, outline=colour, width=max(2, round(size * k / 8)))
    if shape in (0, 1):
        font = face(choose(draft.rng, "sans", False).bold, round(size * k * 0.5))
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        d.text(middle, initials[:2].upper(), font=font, fill=(255, 255, 255), anchor="mm")
    draft.seen["logo"], draft.seen["logo_colour"] = "yes", name


def stamp(draft: Draft, x: float, y: float, text: str | None = None) -> None:
    """A turned, coloured stamp around x, y; its text can be read from the picture only."""
    text = text or draft.rng.choice(STAMPS[draft.language])
    name = draft.rng.choice([c for c in COLOURS if c != "orange"])
    round_one = draft.chance(0.5)
    k = draft.canvas.scale
    font = face(choose(draft.rng, "sans", True).bold, round(draft.rng.uniform(15, 24) * k))
    wide, high = font.getlength(text) + 24 * k, font.size * 1.9
    if round_one:
        high = wide = max(wide, 70 * k)
    picture = Image.new("L", (round(wide), round(high)), 0)
    d = ImageDraw.Draw(picture)
    frame = (2, 2, wide - 3, high - 3)
    line = max(2, round(2 * k))
    if round_one:
        d.ellipse(frame, outline=255, width=line)
        d.ellipse((8 * k, 8 * k, wide - 8 * k, high - 8 * k), outline=180, width=max(1, line // 2))
    else:
        d.rounded_rectangle(frame, radius=4 * k, outline=255, width=line)
    d.text((wide / 2, high / 2), text, font=font, fill=255, anchor="mm")
    turned = picture.rotate(draft.rng.uniform(-28, 28), expand=True, resample=Image.Resampling.BILINEAR)
    strength = draft.rng.uniform(0.65, 0.95)
    mask = turned.point([round(v * strength) for v in range(256)])
    at = (round(x * k - turned.width / 2), round(y * k - turned.height / 2))
    draft.canvas.image.paste(Image.new("RGB", turned.size, COLOURS[name]), at, mask)
    draft.seen.update(stamp="yes", stamp_colour=name, stamp_text=text, stamp_shape="round" if round_one else "square")


def signature(draft: Draft, x: float, y: float, width: float) -> None:
    """A scribble on a base line at y."""
    rng, k = draft.rng, draft.canvas.scale
    colour = rng.choice(((20, 20, 30), (25, 40, 140), (30, 30, 90)))
    points: list[tuple[float, float]] = []
    phase, drift = rng.uniform(0, 6), rng.uniform(-6, 3)
    speed, tall = rng.uniform(0.5, 1.1), rng.uniform(9, 17)
    for n in range(60):
        t = n / 59
        swing = math.sin(phase + n * speed) * tall * (1 - 0.6 * t) + math.sin(n * 0.17 + phase) * 4
        back = math.cos(phase + n * speed) * width * 0.05
        points.append(((x + t * width + back) * k, (y - 7 + swing + drift * t) * k))
    draft.canvas.draw.line(points, fill=colour, width=max(1, round(rng.uniform(1.2, 2.2) * k)), joint="curve")
    draft.seen["signed"] = "yes"


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
