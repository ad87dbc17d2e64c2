"""The page image as Tesseract likes it: upright, level, evenly lit, large enough, without dark bands or rules."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from docqa_app.reading import cleanup
from docqa_app.reading.bands import without_bands
from docqa_app.reading.children import stop_if_ended
from docqa_app.reading.rules import without_rules
from docqa_app.reading.upright import Stand

NARROW = 0.62  # width over height: receipts are one column, which Tesseract need not look for
SMALL_PAGE = 1600  # pixels of the shorter side below which letters are some 15 pixels high
SMALL_RECEIPT = 1000  # pixels across; a receipt has half as many letters in a line
MOST_PIXELS = 16_000_000  # A4 at 300 dpi has 8.7; more costs time and reads no better
LONGEST_SIDE = 32_000  # pixels; Tesseract takes none longer than 32,767
LEAST_SKEW = 0.5  # degrees: Tesseract follows lesser slants by itself
UNEVEN = 0.25
GRAINED = 4.0  # grey levels


@dataclass(frozen=True, slots=True)
class Prepared:
    """A grey image to be read, how it stands to the page as shown, and what was done, in words to the user."""

    image: Image.Image
    stand: Stand
    steps: tuple[str, ...]

    @property
    def proportion(self) -> float:
        """Width over height."""
        return self.image.width / self.image.height


def is_narrow(image: Image.Image) -> bool:
    """Whether the page has the shape of a receipt."""
    return image.width < NARROW * image.height


def prepare(grey: Image.Image, turn: int = 0) -> Prepared:
    """Turn a grey page clockwise by `turn` degrees, level, light, enlarge and clear it of grain and ruling lines."""
    steps = [f"turned by {turn}°"] if turn else []
    image = Stand(turn).apply(fitted(grey))
    if cleanup.shade(image) > UNEVEN:
        image = cleanup.even_light(image)
        steps.append("light evened")
    skew = cleanup.skew(image)
    stand = Stand(turn, skew if abs(skew) >= LEAST_SKEW else 0.0)
    if stand.skew:
        steps.append(f"straightened by {abs(skew):.1f}°")
    stop_if_ended()
    level = Stand(0, stand.skew).apply(image)
    if _is_grained(level):
        level = cleanup.clear_ink(level)
        steps.append("ink made clear")
    return Prepared(without_rules(without_bands(level)), stand, tuple(steps))


def _is_grained(level: Image.Image) -> bool:
    """Whether a page is a grey scan; on photos of receipts faint letters would break (decision 30)."""
    return not is_narrow(level) and cleanup.grain(level) > GRAINED


def fitted(grey: Image.Image) -> Image.Image:
    """A coarse page enlarged twice, a needlessly fine one made smaller."""
    small = grey.width < SMALL_RECEIPT if is_narrow(grey) else min(grey.size) < SMALL_PAGE
    if small and 4 * grey.width * grey.height <= MOST_PIXELS and 2 * max(grey.size) <= LONGEST_SIDE:
        return grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.LANCZOS)
    shrink = min((MOST_PIXELS / (grey.width * grey.height)) ** 0.5, LONGEST_SIDE / max(grey.size))
    if shrink < 1:
        return grey.resize((max(1, int(grey.width * shrink)), max(1, int(grey.height * shrink))), Image.Resampling.BOX)
    return grey
