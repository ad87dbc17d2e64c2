"""Words of questions meet those of labels by stem, meaning and the parts of compounds, across three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from docqa_app.asking.facts import thesaurus
from docqa_app.asking.facts.terms import HEAD, terms_of
from docqa_app.asking.facts.thesaurus import FOLDER, stem


def met(question: str, label: str) -> float:
    """How much the question's best word has in common with the label."""
    return max((one.meets(other) for one in terms_of(question) for other in terms_of(label)), default=0.0)


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("How heavy is the parcel?", "Weight"),
        ("Wie schwer ist die Katze?", "Gewicht"),
        ("How heavy is the cat?", "Gewicht"),
        ("passenger's date of birth", "Geburtsdatum"),
        ("Wie hoch ist der Kilometerstand?", "Odometer"),
        ("Qui a signé la déclaration ?", "Unterschrift"),
    ],
)
def test_what_means_the_same_meets(question: str, label: str) -> None:
    assert met(question, label) > HEAD


@pytest.mark.parametrize(
    ("question", "label"), [("How heavy is the parcel?", "Height"), ("Who signed?", "Date"), ("Wer kommt?", "Wert")]
)
def test_what_means_something_else_does_not(question: str, label: str) -> None:
    assert met(question, label) == 0.0


def test_a_compound_meets_its_last_word_more_than_its_first() -> None:
    whole, last, first = (met("Schwimmlehrer", label) for label in ("Schwimmlehrer", "Lehrer", "Schwimmen"))
    assert whole > last > first > 0


def test_the_words_of_a_separable_verb_may_stand_apart() -> None:
    (verb,) = [term for term in terms_of("Wann fährt der Zug in Bonn ab?") if len(term.at) > 1]
    assert verb.at == (1, 6)


def test_words_that_only_frame_a_question_are_no_terms() -> None:
    assert [term.at for term in terms_of("What is the weight of it?")] == [(3,)]


def test_forms_of_a_word_have_one_stem() -> None:
    assert stem("prices") == stem("price")
    assert stem("signée") != stem("rechnung")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.name)
def test_every_group_has_words_of_three_languages(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert lines
    for line in lines:
        parts = line.split("|")
        assert len(parts) == 3, line
        assert all(part.strip() for part in parts), line


def test_a_word_of_many_meanings_is_in_no_group_by_itself() -> None:
    crowded = {word for word, groups in thesaurus.thesaurus().words.items() if len(groups) > thesaurus.MOST_GROUPS}
    assert not crowded


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Who is the employer?", "Employee"),
        ("Who is the insurer?", "Insured"),
        ("employer's share", "employee's share"),
        ("Qui est l'employeur ?", "Employé"),
    ],
)
def test_who_does_it_never_meets_to_whom_it_is_done(question: str, label: str) -> None:
    assert met(question, label) < 0.5
    assert met(question, question) >= 0.9
