"""Image files as upright RGB pages, whatever their colours, depth and orientation."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from docqa_app.errors import InputError, TooLarge
from docqa_app.reading.options import Limits

TRUSTED_DPI = (100.0, 2400.0)  # 72 and 96 are what programs write when they do not know
POINTS_AN_INCH = 72

# Our own cap speaks, with a sentence; Pillow's warning would only reach a console.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)


def count(path: Path, limits: Limits) -> int:
    """How many pages the image file has."""
    with _open(path, limits) as image:
        return int(getattr(image, "n_frames", 1))


def load(path: Path, number: int, limits: Limits) -> tuple[Image.Image, tuple[float, float]]:
    """Page `number` upright and in RGB, and its size in points (pixels where it names no resolution)."""
    with _open(path, limits) as image:
        try:
            image.seek(number - 1)
            _check_pixels(path, image, limits)
            points = _points(image)
            upright = ImageOps.exif_transpose(image)
            page = to_rgb(upright)
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise InputError(f"Page {number} of {path.name} is damaged: {error}. Scan or export it again.") from error
    turned = (upright.width > upright.height) != (image.width > image.height)
    return page, (points[1], points[0]) if turned else points


def _open(path: Path, limits: Limits) -> Image.Image:
    try:
        image = Image.open(path)
    except Image.DecompressionBombError:
        raise _too_large(path, limits) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise InputError(f"{path.name} is damaged and cannot be opened. Scan or export it again.") from error
    _check_pixels(path, image, limits)
    return image


def _check_pixels(path: Path, image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        raise _too_large(path, limits)


def _too_large(path: Path, limits: Limits) -> TooLarge:
    return TooLarge(
        f"{path.name} has more than {limits.pixels // 1_000_000} megapixels. "
        "Scan it at 300 dpi, or save it smaller, and open that."
    )


def _points(image: Image.Image) -> tuple[float, float]:
    dpi = image.info.get("dpi", (0, 0))
    low, high = TRUSTED_DPI
    if not all(low <= float(value) <= high for value in dpi):
        return float(image.width), float(image.height)
    return image.width * POINTS_AN_INCH / float(dpi[0]), image.height * POINTS_AN_INCH / float(dpi[1])


def to_rgb(image: Image.Image) -> Image.Image:
    """The image in RGB: 16 bits scaled down, transparency laid on white, CMYK and 1-bit converted."""
    if image.mode.startswith("I") or image.mode == "F":
        image = _to_eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image.convert("RGB")


def _to_eight_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image).astype(np.float32)
    top = float(values.max()) if values.size else 0.0
    full = next(limit for limit in (1.0, 255.0, 65535.0, max(top, 65536.0)) if top <= limit)
    return Image.fromarray((values * (255.0 / full)).clip(0, 255).astype(np.uint8))
