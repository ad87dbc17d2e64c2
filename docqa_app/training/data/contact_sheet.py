"""A sheet of samples to look at: each page's picture with the evidence of a few answers boxed."""

from __future__ import annotations

import argparse
import io
import random
from pathlib import Path

from PIL import Image, ImageDraw

from docqa_app.training.data.asking import QA
from docqa_app.training.data.fonts import choose, face
from docqa_app.training.data.generate import KINDS, Sample, generate_page

CELL = (380, 560)
"""one sample's place on the sheet, in pixels"""
COLOURS = ((220, 30, 40), (20, 110, 220), (10, 140, 60))


def sample_picture(sample: Sample) -> Image.Image:
    """A sample's picture with the evidence of some answers boxed, each in a colour, and the questions below."""
    picture = Image.open(io.BytesIO(sample.page.picture)).convert("RGB")
    chosen = [qa for qa in sample.questions if qa.evidence][: len(COLOURS)]
    draw = ImageDraw.Draw(picture)
    for qa, colour in zip(chosen, COLOURS, strict=False):
        for number in qa.evidence:
            box = sample.page.words[number].box
            w, h = picture.size
            draw.rectangle((box.left * w - 1, box.top * h - 1, box.right * w + 1, box.bottom * h + 1), outline=colour)
    return _captioned(picture, chosen, f"{sample.kind} {sample.locale}")


def _captioned(picture: Image.Image, chosen: list[QA], head: str) -> Image.Image:
    cell = Image.new("RGB", CELL, (236, 238, 242))
    picture.thumbnail((CELL[0] - 12, CELL[1] - 70))
    cell.paste(picture, ((CELL[0] - picture.width) // 2, 4))
    font = face(choose(random.Random(0), "sans", True).regular, 11)
    draw = ImageDraw.Draw(cell)
    top = CELL[1] - 62
    draw.text((6, top), head, font=font, fill=(40, 40, 40))
    for n, (qa, colour) in enumerate(zip(chosen, COLOURS, strict=False), start=1):
        draw.text((6, top + 14 * n), f"{qa.question} — {qa.answers[0]}"[:68], font=font, fill=colour)
    return cell


def contact_sheet(count: int = 24, seed: int = 0, across: int = 6) -> Image.Image:
    """`count` samples, every kind among them."""
    down = -(-count // across)
    sheet = Image.new("RGB", (CELL[0] * across, CELL[1] * down))
    for n in range(count):
        kind = KINDS[n] if n < len(KINDS) else None
        cell = sample_picture(generate_page(seed + n, kind))
        sheet.paste(cell, (n % across * CELL[0], n // across * CELL[1]))
    return sheet


def main(arguments: list[str] | None = None) -> None:
    """Writes a contact sheet; the name says the format."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    contact_sheet(given.count, given.seed).save(given.out, quality=42)


if __name__ == "__main__":
    main()
