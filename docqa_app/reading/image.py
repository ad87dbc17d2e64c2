"""Image files as upright RGB pages, whatever their colours, depth and orientation."""

from __future__ import annotations

import itertools
import math
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from docqa_app.errors import InputError, TooLarge
from docqa_app.reading.formats import unreadable
from docqa_app.reading.options import Limits

TRUSTED_DPI = (60.0, 2400.0)
UNEQUAL = 1.1  # a fax has twice as many dots across as down and is shown with its true proportions
POINTS_AN_INCH = 72
ON_ITS_SIDE = (5, 6, 7, 8)  # what cameras and scanners say of a picture that a quarter turn makes upright
WHITE_IS_ZERO = 0
REDUCED = 1  # the bit of a TIFF's NewSubfileType that tells a small copy of another frame, as scanners add for previews
DAMAGED = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, struct.error)
"""What Pillow raises on files that are cut off or garbled."""

Size = tuple[float, float]
"""Width and height in points."""

# Our own sentences speak, of the cap and of damage; Pillow's warnings would only reach a console.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", message="Corrupt EXIF data", category=UserWarning)


def count(path: Path, limits: Limits) -> int:
    """How many pages the image file has: only TIFF's frames are pages, not a photo's preview or a moving picture's."""
    with _open(path, limits) as image:
        try:
            return len(_pages(image))
        except DAMAGED as error:
            raise _damaged(path) from error


def load(path: Path, number: int, limits: Limits) -> tuple[Image.Image, Size]:
    """Page `number` upright and in RGB, and its size in points (pixels where it names no resolution)."""
    with _open(path, limits) as image:
        try:
            image.seek(_pages(image)[number - 1])
            _check_pixels(path, image, limits)
            across, down = _dpi(image)
            ImageOps.exif_transpose(image, in_place=True)
            page = to_rgb(_black_is_zero(image))
        except DAMAGED as error:
            raise InputError(f"Page {number} of {path.name} is damaged: {error}. Scan or export it again.") from error
    return _square(page, across, down, limits), _points(page, across, down)


def sizes(path: Path, pages: int, limits: Limits) -> tuple[Size | None, ...]:
    """The sizes of a TIFF's pages as `load` gives them, by their heads alone; None where loading says what is wrong."""
    with _open(path, limits) as image:
        return tuple(_size_by_head(image, frame, limits) for frame in _pages(image)[:pages])


def _size_by_head(image: Image.Image, frame: int, limits: Limits) -> Size | None:
    try:
        image.seek(frame)
        return _points(image, *_dpi(image)) if image.width * image.height <= limits.pixels else None
    except DAMAGED:
        return None


def _pages(image: Image.Image) -> list[int]:
    """The frames that are pages, counted from 0."""
    if image.format != "TIFF":
        return [0]
    frames = dict(_frames(image))
    image.seek(0)  # Pillow stays on a damaged frame without a word; come to from elsewhere, it says what is wrong
    return [frame for frame, reduced in frames.items() if not reduced] or list(frames)


def _frames(image: Image.Image) -> Iterator[tuple[int, bool]]:
    """Each frame of a TIFF and whether it is a small copy of another; damaged ones too, as far as they can be told."""
    for frame in itertools.count():
        try:
            image.seek(frame)
        except EOFError:
            return
        except DAMAGED:
            if image.tell() < frame:  # nor does it say where the next one is
                yield frame, False
                return
        yield frame, _is_reduced(image)


def _is_reduced(image: Image.Image) -> bool:
    kind = getattr(image, "tag_v2", {}).get(ExifTags.Base.NewSubfileType)
    return isinstance(kind, int) and bool(kind & REDUCED)


def _points(upright: Image.Image, across: float, down: float) -> Size:
    return upright.width * POINTS_AN_INCH / across, upright.height * POINTS_AN_INCH / down


def _dpi(image: Image.Image) -> tuple[float, float]:
    """Dots an inch across and down once it is upright, told before it is turned.

    72, which makes a pixel a point, where the file does not say or cannot be right.
    """
    across, down = (float(value) for value in image.info.get("dpi", (0, 0)))
    low, high = TRUSTED_DPI
    if not (low <= across <= high and low <= down <= high):
        return POINTS_AN_INCH, POINTS_AN_INCH
    return (down, across) if image.getexif().get(ExifTags.Base.Orientation) in ON_ITS_SIDE else (across, down)


def _square(page: Image.Image, across: float, down: float, limits: Limits) -> Image.Image:
    """The page with as many dots across as down: the more of both, as far as the pixel cap allows."""
    if max(across, down) < UNEQUAL * min(across, down):
        return page
    most = math.sqrt(limits.pixels * across * down / (page.width * page.height))
    dots = min(max(across, down), most)
    size = max(1, round(page.width * dots / across)), max(1, round(page.height * dots / down))
    return page.resize(size, Image.Resampling.BICUBIC)


@contextmanager
def _open(path: Path, limits: Limits) -> Iterator[Image.Image]:
    # Not by its path: Pillow then maps uncompressed files into memory and jumbles those that were fed sideways.
    with _bytes(path) as file:
        try:
            image = Image.open(file)
        except Image.DecompressionBombError:
            raise _too_large(path, limits) from None
        except DAMAGED as error:
            raise _damaged(path) from error
        with image:
            _check_pixels(path, image, limits)
            yield image


def _bytes(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error


def _damaged(path: Path) -> InputError:
    return InputError(f"{path.name} is damaged and cannot be opened. Scan or export it again.")


def _check_pixels(path: Path, image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        raise _too_large(path, limits)


def _too_large(path: Path, limits: Limits) -> TooLarge:
    return TooLarge(
        f"{path.name} has more than {limits.pixels // 1_000_000} megapixels. "
        "Scan it at 300 dpi, or save it smaller, and open that."
    )


def to_rgb(image: Image.Image) -> Image.Image:
    """The image in RGB: 16 bits scaled down, transparency laid on white, CMYK and 1-bit converted."""
    if image.mode.startswith("I") or image.mode == "F":
        image = _to_eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")


def _black_is_zero(image: Image.Image) -> Image.Image:
    """Pillow turns over the grey of TIFFs in which white is zero, but not where it has 16 bits."""
    tags = getattr(image, "tag_v2", {})
    if not image.mode.startswith("I;16") or tags.get(ExifTags.Base.PhotometricInterpretation) != WHITE_IS_ZERO:
        return image
    return Image.fromarray(65535 - np.asarray(image))


def _to_eight_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image).astype(np.float32)
    top = float(values.max()) if values.size else 0.0
    full = next(limit for limit in (1.0, 255.0, 65535.0, max(top, 65536.0)) if top <= limit)
    return Image.fromarray((values * (255.0 / full)).clip(0, 255).astype(np.uint8))
