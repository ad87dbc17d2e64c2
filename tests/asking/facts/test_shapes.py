"""What an answer must look like, by the question, and what printed texts look like."""

from __future__ import annotations

import pytest

from docqa_app.asking.facts.shapes import Shape, shapes_asked, shapes_of


@pytest.mark.parametrize(
    ("question", "shape"),
    [
        ("When was it delivered?", Shape.DAY),
        ("Um wie viel Uhr beginnt es?", Shape.TIME),
        ("Combien coûte le repas ?", Shape.AMOUNT),
        ("How heavy is it?", Shape.WEIGHT),
        ("Wie lange gilt die Garantie?", Shape.SPAN),
        ("Wie warm ist das Wasser?", Shape.HEAT),
        ("Wer hat unterschrieben?", Shape.NAME),
        ("Wie heißt der Hund?", Shape.NAME),
        ("How many guests?", Shape.NUMBER),
    ],
)
def test_a_question_asks_for_a_shape(question: str, shape: Shape) -> None:
    assert shape in shapes_asked(question)


def test_a_question_for_a_thing_asks_for_none() -> None:
    assert shapes_asked("Which colour is the car?") == frozenset()


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Tuesday 3 June", Shape.DAY),
        ("18 h 52", Shape.TIME),
        ("within five years", Shape.SPAN),
        ("2 486 m", Shape.LENGTH),
        ("5,310 kg", Shape.WEIGHT),
        ("125 square metres", Shape.AREA),
        ("33 °C", Shape.HEAT),
        ("£1,674.60", Shape.AMOUNT),
        ("forty-six", Shape.NUMBER),
        ("Callum Fife", Shape.NAME),
        ("KW 7730-B", Shape.CODE),
    ],
)
def test_a_text_has_the_shape_it_shows(text: str, shape: Shape) -> None:
    assert shape in shapes_of(text)


def test_a_number_is_no_name_and_a_name_no_number() -> None:
    assert Shape.NAME not in shapes_of("883 901 733")
    assert shapes_of("Hausverwaltung Stadler KG") == {Shape.NAME}
