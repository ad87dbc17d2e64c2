"""What the rooms below say is shown in the language of the window, its blanks filled as they were."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Report
from docqa_app.errors import InputError
from docqa_app.paths import find_paths
from docqa_app.reading import formats, languages, prepare, sanity, sources
from docqa_app.summarizing.flags import load_doubts
from docqa_app.ui.background import Background, Note, Trouble
from docqa_app.ui.below_sentences import SENTENCES
from docqa_app.ui.from_below import in_our_words

BLANK = "\N{BULLET}"
APP = Path(formats.__file__).parent.parent
ROOMS = {
    "reading": ("InputError", "TooLarge"),
    "answering": ("ModelError",),
    "exporting": ("ExportError", "UsageError"),
    "library": ("LibraryError", "TracesLeft"),
}
"""The errors of the rooms that the window meets."""


def raised(room: str) -> Iterator[str]:
    """Every sentence that a room raises, its blanks as BLANK; those that another function makes are left out."""
    for file in sorted((APP / room).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ROOMS[room]:
                parts = node.args[0].values if isinstance(node.args[0], ast.JoinedStr) else node.args[:1]
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else BLANK for part in parts)


@pytest.mark.parametrize("room", list(ROOMS))
def test_every_sentence_of_a_room_is_known_to_the_window(room: str) -> None:
    known = {re.sub(r"\{\w+\}", BLANK, sentence) for sentence in SENTENCES}
    said = {sentence for sentence in raised(room) if sentence.strip(BLANK)}
    assert len(said) > 1
    assert said - known == set()


@pytest.mark.usefixtures("german")
def test_a_sentence_within_a_sentence_is_said_in_german_too() -> None:
    said = (
        "Nothing was added to a.csv: its column 2 is called “Total”, but here it is “Betrag”. "
        "Choose the same columns in the same order, or write a new file."
    )
    assert in_our_words(said).startswith("An a.csv wurde nichts angehängt: Spalte 2 heißt dort „Total“, hier aber")


def test_every_reason_of_a_page_is_known_to_the_window() -> None:
    said = set()
    for file in (sanity.__file__, sources.__file__, prepare.__file__):
        found = re.findall(r'Verdict\(\w+, "([^"]+)"| else "(the page has [^"]+)"', Path(file).read_text("utf-8"))
        said |= {one for pair in found for one in pair if one}
    assert len(said) >= 5
    assert said | {sources.CHOSEN, sources.AN_IMAGE} <= set(SENTENCES)


@pytest.mark.usefixtures("german")
def test_a_sentence_is_said_in_german_with_its_names() -> None:
    said = in_our_words("order.pdf is locked. Enter its password to read it.")
    assert said == "order.pdf ist gesperrt. Bitte das Kennwort eingeben, um es zu lesen."


@pytest.mark.usefixtures("german")
def test_reasons_are_said_one_by_one() -> None:
    said = in_our_words("an image has no text layer; straightened by 1.2°")
    assert said == "ein Bild hat keine Textebene; um 1.2° begradigt"


@pytest.mark.usefixtures("german")
def test_a_blank_may_hold_a_sentence_of_its_own() -> None:
    said = in_our_words(languages.missing_sentence(["fra"], ["eng"]))
    assert said.startswith(
        "Die Texterkennung für Französisch (fra) ist nicht installiert; installiert: Englisch (eng). "
    )
    assert "choose an installed language" not in said


@pytest.mark.usefixtures("german")
def test_every_language_that_has_a_name_is_named_in_the_language_of_the_window() -> None:
    said = ", ".join(map(languages.named, (*languages.NAMES, "kat")))
    told = in_our_words(f"Languages that can be read: {said}.").removeprefix("Lesbare Sprachen: ").removesuffix(".")
    ours = told.split(", ")
    assert ours[-1] == "kat"
    assert not set(ours[:-1]) & set(said.split(", "))
    assert "Deutsch (deu)" in ours


@pytest.mark.usefixtures("german")
def test_what_the_check_was_measured_on_is_said_in_german() -> None:
    doubts = load_doubts(find_paths({}).models / "docformer-small" / "quals.json")
    for data in (doubts.facts.thresholds.measured_on, doubts.text.thresholds.measured_on):
        assert data
        assert in_our_words(data) != data


@pytest.mark.usefixtures("german")
def test_what_is_not_known_is_shown_as_it_was_said() -> None:
    assert in_our_words("Something new; and more") == "Something new; and more"


@pytest.mark.usefixtures("german")
def test_a_trouble_reaches_the_window_in_its_language(qtbot: QtBot) -> None:
    def work(report: Report, note: Note) -> None:
        raise InputError("scan.pdf has no pages. Export it again.")

    background, told = Background(), list[Trouble]()
    background.lane().run(work, lambda nothing: None, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    background.stop()
    assert told[0].sentence == "scan.pdf hat keine Seiten. Bitte neu exportieren."


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_sentence_is_taken_for_itself(sentence: str) -> None:
    said = re.sub(r"\{\w+\}", "X1", sentence)

    wanted = re.sub(r"\{\w+\}", "X1", QCoreApplication.translate("Below", sentence))

    assert in_our_words(said) == wanted


@pytest.mark.usefixtures("german")
def test_names_that_anybody_gave_stay_as_they_are() -> None:
    said = in_our_words("2 columns are called “tabs”. Rename all but one.")

    assert "„tabs“" in said
