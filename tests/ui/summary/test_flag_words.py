"""Flags are words and signs, never a colour alone; the help states what was measured, or that nothing was."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from docqa_app.core.summary import Flag, Kind, QualsPair, SummarySentence, Thresholds, Unfounded
from docqa_app.paths import find_paths
from docqa_app.ui.icons import Icons
from docqa_app.ui.summary import flag_words
from docqa_app.ui.theme import DARK, LIGHT, Shades

FLAGS = (*Flag, None)


@pytest.mark.parametrize("shades", [LIGHT, DARK])
def test_every_flag_has_a_word_and_a_sign_of_its_own(shades: Shades) -> None:
    chips = [flag_words.flag_chip(flag, False, shades) for flag in FLAGS]
    assert len({chip.word for chip in chips}) == len(FLAGS)
    assert len({chip.sign for chip in chips}) == len(FLAGS)


@pytest.mark.parametrize("flag", FLAGS)
def test_every_sign_is_drawn(flag: Flag | None, qtbot: QtBot) -> None:
    icons = Icons(find_paths({}).resources / "icons")
    sign = flag_words.flag_chip(flag, False, LIGHT).sign
    picture = icons.pixmap(sign, QColor("black"), 20, 1).toImage()
    assert any(picture.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_the_worst_flags_are_counted_first() -> None:
    flags = (Flag.SUPPORTED, Flag.DOUBTFUL, Flag.SUPPORTED, Flag.UNSUPPORTED)
    sentences = [SummarySentence("One.", flag=flag) for flag in flags]
    assert flag_words.counted(sentences) == "1 unsupported, 1 doubtful, 2 supported"


@pytest.mark.parametrize(("agreeing", "said"), [(2, "as this sentence does"), (1, "otherwise or not at all")])
def test_what_is_said_of_a_supported_sentence_fits_the_answers_below_it(agreeing: int, said: str) -> None:
    pairs = tuple(QualsPair("Who?", "Miller", (), agrees=number < agreeing) for number in range(3))
    assert said in flag_words.flag_meaning(SummarySentence("Miller pays.", flag=Flag.SUPPORTED, pairs=pairs))


def test_what_stands_nowhere_is_named_once() -> None:
    twice = Unfounded("9.99", Kind.AMOUNT, 0, 4)
    assert flag_words.nowhere([twice, twice]) == "Nowhere in the document: 9.99"
    assert flag_words.nowhere([]) == ""


def test_the_help_states_precision_and_recall_of_the_threshold() -> None:
    facts = Thresholds(0.25, 0.75, 0.9, 0.7, 0.8, 0.1, "300 sentences")
    text = flag_words.help_text((facts, Thresholds(0.5, 0.8)))
    assert "doubtful from 25\u00a0% doubt upwards and unsupported from 75\u00a0% upwards" in text
    assert "On 300 sentences it flagged 80\u00a0% of the wrong sentences and 10\u00a0% of the right ones" in text
    assert "unsupported 90\u00a0% were wrong, which is 70\u00a0% of all wrong ones (precision and recall)" in text
    assert "doubtful from 50\u00a0% doubt upwards" in text


def test_the_help_says_when_nothing_was_measured() -> None:
    assert "was not measured" in flag_words.help_text((Thresholds(0.5, 0.8),))
    assert "not known" in flag_words.help_text(())


def test_not_checkable_says_nothing_against_a_sentence() -> None:
    tip = flag_words.sentence_tip(SummarySentence("It came.", flag=Flag.NOT_CHECKABLE))
    assert "says nothing against it" in tip
