"""The small picture of a page that the model and the thumbnails look at."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

WIDTH = 512
HEIGHT = 704
QUALITY = 90


def fit(width: float, height: float) -> tuple[int, int]:
    """The largest size in pixels that fits the picture's frame, with the page's own proportions."""
    scale = min(WIDTH / width, HEIGHT / height)
    return max(1, min(WIDTH, round(width * scale))), max(1, min(HEIGHT, round(height * scale)))


def picture(image: Image.Image) -> bytes:
    """A JPEG of an upright page, at most 512 x 704 pixels; a small page is not enlarged."""
    size = fit(*image.size)
    small = image.convert("RGB")
    if size[0] < image.width:
        small = small.resize(size, Image.Resampling.BOX if image.width > 4 * size[0] else Image.Resampling.LANCZOS)
    buffer = BytesIO()
    small.save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()
