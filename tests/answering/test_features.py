"""Pages become passages: nothing is lost, nothing is split, the picture is what was on the page."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from docqa_app.answering.engine import Engine
from docqa_app.answering.features import BOX_STEPS, box_steps, page_features, passages, picture_array
from docqa_app.answering.tokenizer import MAX_TOKENS_PER_WORD, WordTokenizer
from docqa_app.core.document import Box
from docqa_app.core.geometry import turned
from tests.answering.pages import INVOICE, page_of


@settings(max_examples=30, deadline=None)
@given(lines=st.lists(st.text("aB1.-€ß ", max_size=40), max_size=30), limit=st.integers(MAX_TOKENS_PER_WORD, 90))
def test_every_word_is_in_exactly_one_passage_whole_and_in_order(
    tokenizer: WordTokenizer, lines: list[str], limit: int
) -> None:
    page = page_of(lines)

    cut = passages(page, tokenizer, limit)

    seen = [word for passage in cut for word in dict.fromkeys(passage.words.tolist())]
    assert seen == list(range(len(page.words)))
    assert all(len(p.tokens) == len(p.boxes) == len(p.words) <= limit for p in cut)


def test_the_passages_of_a_long_page_are_of_about_equal_length(tokenizer: WordTokenizer) -> None:
    cut = passages(page_of(INVOICE * 6), tokenizer, 300)

    lengths = [len(p.tokens) for p in cut]
    assert len(lengths) > 1
    assert min(lengths) > 0.7 * max(lengths)


@pytest.mark.parametrize(
    "text", ["Müller & Söhne GmbH", "1.234,56 €", "BOOK TA .K (TAMAN DAYA)", "Größe: 5 mm", "L'été à Besançon"]
)
def test_text_comes_back_from_its_tokens_as_it_was(tokenizer: WordTokenizer, text: str) -> None:
    assert tokenizer.decode(tokenizer.text(text)) == text


def test_boxes_become_steps_within_the_page() -> None:
    assert box_steps(Box(-0.1, 0.0, 0.5, 1.2)) == (0, 0, BOX_STEPS // 2, BOX_STEPS)


def test_the_picture_keeps_its_colours_and_a_missing_one_is_white() -> None:
    red = Image.new("RGB", (60, 90), (255, 0, 0))
    stream = io.BytesIO()
    red.save(stream, "JPEG", quality=95)

    seen = picture_array(stream.getvalue())

    assert seen.shape == (3, 512, 384)
    assert np.allclose(seen.mean((1, 2)), (1, -1, -1), atol=0.05)
    assert (picture_array(b"") == 1).all()


def test_prompts_of_different_length_do_not_disturb_each_other(engine: Engine) -> None:
    network = engine.network
    page = network.encode(page_of(INVOICE))
    short, long = [5, 6, 7], [9, 8, 7, 6, 5, 4, 3, 11, 12]

    both = network.prompt(page, [short, long])
    alone = network.prompt(page, [short])

    # Weights of 8 bits round a little differently in products of other sizes.
    assert np.allclose(both.logits[0], alone.logits[0], atol=0.02 * np.abs(alone.logits).max())
    assert both.logits[0].argmax() == alone.logits[0].argmax()
    assert both.pointer[0].argmax() == alone.pointer[0].argmax()


def test_a_page_on_its_side_is_shown_to_the_model_upright(tokenizer: WordTokenizer) -> None:
    upright = replace(page_of(INVOICE), picture=_half_black((60, 90)))
    words = tuple(replace(word, box=turned(word.box, 270)) for word in upright.words)
    lying = replace(upright, words=words, picture=_half_black((90, 60)), turn=90)

    wanted, seen = page_features(upright, tokenizer), page_features(lying, tokenizer)

    assert [np.abs(a.boxes - b.boxes).max() <= 1 for a, b in zip(wanted.passages, seen.passages, strict=True)] == [True]
    assert np.abs(wanted.picture - seen.picture).mean() < 0.1


def _half_black(size: tuple[int, int]) -> bytes:
    """A portrait page black on top, or the same page lying on its left side."""
    page = Image.new("RGB", size, "white")
    page.paste((0, 0, 0), (0, 0, 60, 45) if size == (60, 90) else (0, 0, 45, 60))
    buffer = io.BytesIO()
    page.save(buffer, "JPEG")
    return buffer.getvalue()
