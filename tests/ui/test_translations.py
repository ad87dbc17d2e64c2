"""The window speaks English and German: every word has its translation, whole, compiled and with its blanks."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from docqa_app.paths import find_paths
from docqa_app.ui.deeds import DEEDS, MENUS
from docqa_app.ui.speech import COMPILED, OwnWords
from tests.ui.words_of_the_window import every_word

FOLDER = find_paths({}).resources / "translations"
BLANK = re.compile(r"\{\w*\}|%n")


def messages(language: str) -> dict[tuple[str, str], list[str]]:
    """The finished translations of a language by context and source: one form, or one for each number."""
    found = {}
    for context in ElementTree.parse(FOLDER / f"docqa_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") is None:
                found[context.findtext("name") or "", message.findtext("source") or ""] = forms
    return found


GERMAN = messages("de")


def test_every_word_of_the_window_has_its_german() -> None:
    lacking = [f"{one.place}: {one.text}" for one in every_word() if (one.context, one.text) not in GERMAN]
    assert lacking == [], "say them in resources/translations/docqa_de.ts and run resources/translate.py"


def test_no_translation_is_left_of_words_that_are_gone() -> None:
    said = {(one.context, one.text) for one in every_word()}
    assert set(GERMAN) <= said


def test_german_fills_the_same_blanks() -> None:
    for (_, source), forms in GERMAN.items():
        for form in forms:
            assert form
            assert sorted(BLANK.findall(form)) == sorted(BLANK.findall(source)), source


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = OwnWords(None, FOLDER / COMPILED.format(language))
    for (context, source), forms in messages(language).items():
        counts = (1, 2) if len(forms) > 1 else (-1,)
        assert [compiled.translate(context, source, "", count) for count in counts] == forms, source


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_letter_opens_two_entries_of_a_menu(language: str) -> None:
    said = GERMAN if language == "de" else {}
    for entries in ([menu.words for menu in MENUS], *([deed.words for deed in menu.deeds] for menu in MENUS)):
        texts = [said.get(("Deeds", words), [words])[0] for words in entries]
        letters = [letter.lower() for text in texts for letter in re.findall("&(.)", text)]
        assert len(letters) == len(set(letters)), texts


def test_no_deed_is_named_twice() -> None:
    names = [deed.name for deed in DEEDS]
    assert len(names) == len(set(names))
