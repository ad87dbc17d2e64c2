"""Is a text layer worth believing, or must the page be recognised?"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from docqa_app.core.document import Word
from docqa_app.reading.text_layer import TextLayer

NO_LETTER = {"Cc", "Cf", "Cn", "Co", "Cs"}  # control, private and unassigned: what a font without a map gives
UNREADABLE_SHARE = 0.15
SHORTEST_UNREADABLE = 3  # signs of a word: fewer may be marks of a list or two signs of a formula
LEAST_LETTERS_SHARE = 0.3  # of the characters; leaders and rules drawn with dots leave real pages above this
# How often each letter comes in European languages, in percent. Real invoices and receipts are at least 0.78 alike
# (cosine) and letters shifted by a broken map at most 0.73 in 99 of 100, with a hundred letters or more.
USUAL_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (
            8,
            1.6,
            3.2,
            4.2,
            14,
            1.6,
            2,
            4,
            7.3,
            0.3,
            0.8,
            4.5,
            2.7,
            8,
            5.5,
            2.3,
            0.5,
            6.8,
            7,
            7.5,
            4.2,
            1.3,
            1.2,
            0.3,
            1,
            0.6,
        ),
        strict=True,
    )
)
LEAST_LIKENESS = 0.75
ENOUGH_LETTERS = 100
SCAN_COVER = 0.5
FEW_WORDS = 20
LEAST_INK_SHARE = 0.15
INK_CONTRAST = 60
ENOUGH_INK = 400  # pixels of the small picture: a page with less is blank but for its words


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a text layer is taken, and why, as half a sentence to the user."""

    sane: bool
    reason: str


def judge(layer: TextLayer, look: Image.Image) -> Verdict:
    """Judge a text layer by its letters and by how much of the page's ink (in the small picture `look`) it names."""
    if not layer.words:
        return Verdict(False, "the text layer lies off the page" if layer.strays else "the page has no text layer")
    text = "".join(word.text for word in layer.words)
    if _is_unreadable(text):
        return Verdict(False, "the text layer's characters are unreadable")
    if any(_is_unmapped(word.text) for word in layer.words):
        return Verdict(False, "some of the text layer's words are unreadable")
    if _is_scrambled(text):
        return Verdict(False, "the text layer's letters are scrambled")
    if (layer.image_cover >= SCAN_COVER or len(layer.words) < FEW_WORDS) and _leaves_ink(layer.words, look):
        return Verdict(False, "the text layer names only a small part of what the page shows")
    return Verdict(True, "the scan carries a text layer of its own" if layer.hidden else "the page has a text layer")


def _is_unreadable(text: str) -> bool:
    """Characters that no one could have meant: unmapped glyphs, '(cid:12)' left by converters, symbols throughout."""
    bad = sum(unicodedata.category(char) in NO_LETTER or char == "\ufffd" for char in text)
    bad += 6 * text.count("(cid:")
    meant = sum(char.isalnum() for char in text)
    plain = len([char for before, char in zip(" " + text, text, strict=False) if char != before])
    return bad > UNREADABLE_SHARE * len(text) or meant < LEAST_LETTERS_SHARE * plain


def _is_unmapped(word: str) -> bool:
    """Mostly control characters: a font without a map, which may be that of the amounts alone. Private characters are
    what fonts of icons have."""
    bad = sum(unicodedata.category(char) == "Cc" or char == "\ufffd" for char in word)
    return len(word) >= SHORTEST_UNREADABLE and 2 * bad > len(word)


def _is_scrambled(text: str) -> bool:
    """Latin letters in shares that no language has: a font that draws one letter and names another."""
    counts = Counter(char for char in text.lower() if char in USUAL_LETTERS)
    if sum(counts.values()) < ENOUGH_LETTERS:
        return False
    shared = sum(count * USUAL_LETTERS[letter] for letter, count in counts.items())
    lengths = math.sqrt(sum(count**2 for count in counts.values()) * sum(v**2 for v in USUAL_LETTERS.values()))
    return shared / lengths < LEAST_LIKENESS


def _leaves_ink(words: Sequence[Word], look: Image.Image) -> bool:
    """Most of what is dark on the page stands outside every word: a stamp on a scan, a page number on a drawing."""
    grey = np.asarray(look.convert("L"), dtype=np.int16)
    paper = np.percentile(grey, 75)
    ink = grey < paper - INK_CONTRAST
    height, width = ink.shape
    named = np.zeros_like(ink)
    for word in words:
        top, bottom = int(word.box.top * height) - 1, int(word.box.bottom * height) + 2
        left, right = int(word.box.left * width) - 1, int(word.box.right * width) + 2
        named[max(0, top) : bottom, max(0, left) : right] = True
    total = int(ink.sum())
    return total >= ENOUGH_INK and int((ink & named).sum()) < LEAST_INK_SHARE * total
