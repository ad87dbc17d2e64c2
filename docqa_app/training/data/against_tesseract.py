"""Generated pages read by Tesseract: are the boxes right, and which characters does it confuse?

python -m docqa_app.training.data.against_tesseract boxes --count 10
python -m docqa_app.training.data.against_tesseract confusions --count 60 --out docqa_app/training/data/confusions.json
"""

from __future__ import annotations

import argparse
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from PIL import Image, ImageEnhance, ImageFilter

from docqa_app.training.data.canvas import Mark
from docqa_app.training.data.generate import draw_page
from docqa_app.training.data.heard import Read, overlap, read

FINE, COARSE = 2.8, 1.7
"""pixels a point: 200 dots an inch for the boxes, 120 for the confusions"""
KEPT = 5
"""how many confusions of a character are kept"""


def partners(marks: Sequence[Mark], words: Sequence[Read], least: float) -> Iterator[tuple[Mark, Read, float]]:
    """Written words with the word read at the same place."""
    for mark in marks:
        best = max(words, key=lambda word: overlap(mark.frame, word.frame), default=None)
        if best is not None and (score := overlap(mark.frame, best.frame)) >= least:
            yield mark, best, score


def check_boxes(count: int, seed: int = 0) -> dict[str, float]:
    """How well boxes agree on pages drawn large: shares of words found, read alike, and their mean overlap."""
    total, found, alike, scores = 0, 0, 0, 0.0
    for number in range(seed, seed + count):
        draft = draw_page(number, scale=FINE)
        draft.canvas.marks = [mark for mark in draft.canvas.marks if any(sign.isalnum() for sign in mark.text)]
        total += len(draft.canvas.marks)
        for mark, word, score in partners(draft.canvas.marks, read(draft.canvas.image, draft.language), 0.3):
            found += 1
            alike += mark.text == word.text
            scores += score
    return {"words": total, "found": found / total, "read_alike": alike / found, "mean_overlap": scores / found}


def changes(written: str, seen: str) -> Iterator[tuple[str, str]]:
    """What stands in `seen` for each character written: (written, seen), "" for one that is missing."""
    for tag, i, j, k, n in SequenceMatcher(None, written, seen, autojunk=False).get_opcodes():
        if tag == "equal" or j - i == n - k:
            yield from zip(written[i:j], seen[k:n], strict=True)
        elif j - i == 1:
            yield written[i:j], seen[k:n]
        elif tag == "delete":
            yield from ((sign, "") for sign in written[i:j])


def count_confusions(count: int, seed: int) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How often each character was written, and what it was misread as, on pages scanned poorly."""
    written: Counter[str] = Counter()
    misread: dict[str, Counter[str]] = defaultdict(Counter)
    for number in range(seed, seed + count):
        draft = draw_page(number, scale=COARSE)
        image = _worn(draft.canvas.image, number)
        for mark, word, _ in partners(draft.canvas.marks, read(image, draft.language), 0.5):
            if SequenceMatcher(None, mark.text, word.text).ratio() < 0.5:
                continue
            for sign, seen in changes(mark.text, word.text):
                written[sign] += 1
                if seen != sign and len(seen) <= 3:
                    misread[sign][seen] += 1
    return written, misread


def _worn(image: Image.Image, number: int) -> Image.Image:
    """A poor scan: blurred, pale, compressed; how poor goes by the number."""
    soft = image.convert("L").filter(ImageFilter.GaussianBlur(0.4 + 0.3 * (number % 3)))
    pale = ImageEnhance.Contrast(soft).enhance(0.5 + 0.15 * (number % 4))
    data = io.BytesIO()
    pale.save(data, "JPEG", quality=25 + 10 * (number % 4))
    return Image.open(data)


def model(written: Counter[str], misread: dict[str, Counter[str]]) -> dict[str, object]:
    """The confusion model as it is stored: for each character its share of errors and what is read instead."""
    errors = {sign: sum(seen.values()) / written[sign] for sign, seen in misread.items()}
    mean = sum(sum(seen.values()) for seen in misread.values()) / max(1, sum(written.values()))
    return {
        "characters": sum(written.values()),
        "mean_error": round(mean, 5),
        "relative": {sign: round(errors[sign] / mean, 2) for sign in sorted(errors) if written[sign] >= 20},
        "instead": {sign: dict(misread[sign].most_common(KEPT)) for sign in sorted(misread)},
    }


def main(arguments: list[str] | None = None) -> None:
    """Checks boxes or measures confusions."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("what", choices=("boxes", "confusions"))
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=900_000)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args(arguments)
    if given.what == "boxes":
        result: dict[str, object] = dict(check_boxes(given.count, given.seed))
    else:
        result = model(*count_confusions(given.count, given.seed))
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if given.out:
        given.out.write_text(text + "\n", "utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
