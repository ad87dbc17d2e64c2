"""What the window says: levels, places and numbers in a clerk's words, in colours that can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QKeySequence
from pytestqt.qtbot import QtBot

from docqa_app.core.answer import Answer
from docqa_app.paths import find_paths
from docqa_app.session.state import Asked, AskState
from docqa_app.ui.answer_words import chip, said, spoken, tip
from docqa_app.ui.deeds import BAR, DEEDS
from docqa_app.ui.icons import Icons
from docqa_app.ui.recent import MOST, Recent
from docqa_app.ui.remaining import seconds_left
from docqa_app.ui.theme import DARK, LIGHT, Shades
from tests.ui.wcag import contrast

ANSWER = Answer("Total?", "1.00", True, 0.62, 3, (1,), (), "small 1.0")
ASKED = Asked(1, "Total?", None, AskState.DONE, ANSWER)


def test_the_level_comes_in_words_and_the_number_on_hover() -> None:
    mark = chip(ASKED, 0.8, LIGHT)
    assert mark is not None
    assert mark.word == "Check this"
    assert "62" in tip(ASKED)
    assert "small 1.0" in tip(ASKED)
    assert spoken(ASKED, 0.8, LIGHT) == "Total?, 1.00, Check this, page 3"


def test_no_two_levels_share_a_word_or_a_sign() -> None:
    found = replace(ASKED, answer=replace(ANSWER, confidence=0.95))
    missing = replace(ASKED, answer=replace(ANSWER, found=False))
    marks = [chip(asked, 0.8, LIGHT) for asked in (found, ASKED, missing, replace(ASKED, choice=1))]
    assert len({mark.word for mark in marks if mark}) == len({mark.sign for mark in marks if mark}) == 4


def test_a_question_without_an_answer_says_why() -> None:
    assert said(Asked(1, "Total?")) == "Waiting"
    assert said(Asked(1, "Total?", state=AskState.FAILED, problem="It broke.")) == "It broke."
    assert chip(Asked(1, "Total?"), 0.8, LIGHT) is None


@pytest.mark.parametrize("shades", [LIGHT, DARK])
def test_words_can_be_read_on_their_ground(shades: Shades) -> None:
    pairs = [
        (shades.text, shades.window),
        (shades.text, shades.base),
        (shades.quiet, shades.window),
        (shades.quiet, shades.base),
        (shades.quiet, shades.accent_soft),
        (shades.quiet, shades.neutral_soft),
        (shades.accent_text, shades.accent),
        (shades.accent, shades.window),
        (shades.accent, shades.accent_soft),
        (shades.good, shades.good_soft),
        (shades.doubt, shades.doubt_soft),
        (shades.bad, shades.base),
        (shades.text, shades.bad_soft),
        (shades.text, shades.accent_soft),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("shades", [LIGHT, DARK])
def test_borders_that_mean_something_stand_out(shades: Shades) -> None:
    pairs = [(shades.control_border, shades.window), (shades.control_border, shades.base), (shades.accent, shades.base)]
    assert [pair for pair in pairs if contrast(*pair) < 3] == []


def test_no_key_does_two_things() -> None:
    keys = [QKeySequence(key).toString() for deed in DEEDS for key in deed.keys]
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_every_deed_has_its_menu_and_every_sign_its_picture(qtbot: QtBot) -> None:
    icons = Icons(find_paths({}).resources / "icons")
    names = {deed.name for deed in DEEDS}
    assert len(names) == len(DEEDS)
    assert {name for group in BAR for name in group} <= names
    for deed in DEEDS:
        if deed.sign:
            assert icons.pixmap(deed.sign, QColor("#000000"), 20, 2).toImage().pixelColor(0, 0).alpha() == 0
            assert has_ink(icons, deed.sign)


def has_ink(icons: Icons, sign: str) -> bool:
    image = icons.pixmap(sign, QColor("#ff0000"), 20, 1).toImage()
    return any(image.pixelColor(x, y).red() > 100 for x in range(20) for y in range(20))


def test_the_time_left_is_said_late_and_roughly() -> None:
    assert seconds_left(4.0, 5, 10) == 0
    assert seconds_left(10.0, 0, 10) == 0
    assert seconds_left(10.0, 5, 0) == 0
    assert seconds_left(10.0, 4, 10) == 15
    assert seconds_left(10.0, 10, 10) == 0


def test_recent_files_are_kept_newest_first_and_only_while_they_are_there(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.pdf" for number in range(MOST + 3)]
    recent = Recent(tmp_path / "recent.json")
    for file in files:
        file.touch()
        recent.add(file)
    recent.add(files[5])
    files[6].unlink()
    again = Recent(tmp_path / "recent.json").paths
    assert again[:2] == (files[5], files[-1])
    assert files[6] not in again
    assert len(again) == MOST - 1


def test_a_recent_file_on_a_drive_that_does_not_answer_is_left_out_and_hides_no_other(tmp_path: Path) -> None:
    recent = Recent(tmp_path / "recent.json")
    (tmp_path / "here.pdf").touch()
    recent.add(tmp_path / "here.pdf", Path("/", 300 * "x" + ".pdf"))  # the system refuses to look at this one
    assert recent.paths == (tmp_path / "here.pdf",)


def test_a_damaged_list_of_recent_files_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "recent.json").write_text('{"not": "a list"')
    assert Recent(tmp_path / "recent.json").paths == ()
