"""Generated pages: repeatable, true to their boxes, asked what they answer and what they do not."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from docqa_app.training.data import generate
from docqa_app.training.data.content import LOCALES
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.generate import KINDS, Sample, draw_page, generate_page
from docqa_app.training.data.labels import all_fields
from docqa_app.training.data.noise import LIMIT, Noise
from docqa_app.training.data.questions import ask
from docqa_app.training.data.sample import as_record, finish

SPOKEN = ("field", "kv", "table", "locate")


def clean_sample(seed: int, kind: str | None = None) -> tuple[Draft, Sample]:
    """A page as it was drawn and as it is read without any noise."""
    draft = draw_page(seed, kind)
    return draft, finish(draft, ask(draft), Noise())


def digest(sample: Sample) -> str:
    return hashlib.sha256(json.dumps(as_record("x", sample)).encode()).hexdigest()


def test_the_same_seed_gives_the_same_sample() -> None:
    assert generate_page(7) == generate_page(7)
    assert generate_page(7) != generate_page(8)


def test_a_sample_does_not_depend_on_the_order_of_sets() -> None:
    program = (
        "from tests.training.test_generator import digest; from docqa_app.training.data.generate import generate_page;"
        "print([digest(generate_page(s)) for s in range(3)])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_asked_what_it_answers_and_what_it_does_not(kind: str) -> None:
    sample = generate_page(3, kind)
    assert sample.kind == kind
    assert any(qa.answers for qa in sample.questions)
    assert any(not qa.answers for qa in sample.questions)
    assert all(qa.evidence == () for qa in sample.questions if not qa.answers)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_region_has_its_own_pages(locale: str) -> None:
    sample = generate_page(11, "receipt", locale)
    assert sample.locale == locale
    assert {True, False} == {bool(qa.answers) for qa in sample.questions}


@pytest.mark.parametrize(
    ("locale", "wording"), [("de_DE", ("Wie", "Was", "Welche", "Wer")), ("fr_FR", ("Quel", "Combien", "Qu"))]
)
def test_german_and_french_pages_are_asked_in_their_own_language_and_in_english(
    locale: str, wording: tuple[str, ...]
) -> None:
    asked = [qa.question for seed in range(6) for qa in generate_page(seed, "invoice", locale).questions]
    assert any(question.startswith(wording) for question in asked)
    assert any(question.startswith(("What", "How", "Which", "Who")) for question in asked)


@pytest.mark.parametrize("seed", range(30))
def test_the_evidence_spells_the_answer_on_a_clean_page(seed: int) -> None:
    _, sample = clean_sample(seed)
    for qa in sample.questions:
        if qa.answers and qa.evidence and qa.task in SPOKEN:
            spelled = sample.page.text_of(qa.evidence)
            assert spelled.rstrip(".,:") == qa.answers[0].rstrip(".,:"), qa


@pytest.mark.parametrize("kind", KINDS)
def test_words_stand_on_the_page_and_on_ink(kind: str) -> None:
    draft = draw_page(21, kind)
    image = draft.canvas.image.convert("L")
    for mark in draft.canvas.marks:
        left, top, right, bottom = mark.frame
        assert left >= -2, mark
        assert top >= -2, mark
        assert right <= image.width + 2, mark
        assert bottom <= image.height + 2, mark
        darkest, lightest = image.crop((int(left), int(top), int(right) + 1, int(bottom) + 1)).getextrema()
        assert lightest - darkest > 30, mark


def test_boxes_turn_with_the_page() -> None:
    draft = draw_page(5, "letter", "en_US")
    draft.canvas.tall = False
    sample = finish(draft, [], Noise(angle=2.0, quality=95))
    picture = Image.open(io.BytesIO(sample.page.picture)).convert("L")
    paper = max(range(256), key=picture.histogram().__getitem__)
    for word in sample.page.words:
        box = word.box
        pixels = (
            box.left * picture.width,
            box.top * picture.height,
            box.right * picture.width,
            box.bottom * picture.height,
        )
        if sum(sign.isalnum() for sign in word.text) > 2:
            darkest, _ = picture.crop(tuple(round(v) for v in pixels)).getextrema()  # type: ignore[arg-type]
            assert darkest < paper - 20, word


def test_a_misread_page_keeps_the_true_answers() -> None:
    draft = draw_page(40, "invoice", "en_US")
    asked = ask(draft)
    sample = finish(draft, asked, Noise(rate=0.1, ocr=True))
    read = " ".join(word.text for word in sample.page.words)
    assert read != " ".join(mark.text for mark in draft.canvas.marks)
    assert [qa.answers for qa in sample.questions] == [qa.answers for qa in asked]
    assert all(qa.evidence for qa, before in zip(sample.questions, asked, strict=True) if before.evidence)


@pytest.mark.parametrize("seed", range(12))
def test_a_field_that_is_asked_in_vain_is_not_printed(seed: int) -> None:
    draft, sample = clean_sample(seed)
    keys = {key: name for name, words in all_fields().items() for key in words.keys[:1]}
    vain = [keys[qa.question] for qa in sample.questions if not qa.answers and qa.question in keys]
    assert not set(vain) & set(draft.facts)


def test_a_picture_fits_the_model_and_is_a_jpeg() -> None:
    for seed in range(4):
        with Image.open(io.BytesIO(generate_page(seed).page.picture)) as picture:
            assert picture.format == "JPEG"
            assert picture.width <= LIMIT[0]
            assert picture.height <= LIMIT[1]


def test_line_items_point_at_their_words() -> None:
    _, sample = clean_sample(2, "invoice")
    assert sample.rows
    for row in sample.rows:
        assert {"item", "amount"} <= set(row)
        for text, words in row.values():
            assert sample.page.text_of(words) == text


def test_a_ticked_box_is_asked_for_and_told() -> None:
    ticks = [
        (draft, qa)
        for seed in range(12)
        for draft, sample in [clean_sample(seed, "form")]
        for qa in sample.questions
        if qa.task == "visual" and qa.evidence
    ]
    told = {qa.answers[0] for _, qa in ticks}
    assert {"yes", "no"} <= told or {"ja", "nein"} <= told


def test_many_questions_are_worded_in_many_ways() -> None:
    wordings = {qa.question for seed in range(15) for qa in generate_page(seed).questions}
    asked = sum(len(generate_page(seed).questions) for seed in range(15))
    assert len(wordings) > 0.85 * asked


def test_the_command_writes_one_sample_a_line(tmp_path: Path) -> None:
    out = tmp_path / "samples.jsonl.gz"
    generate.main(["--count", "3", "--seed", "50", "--out", str(out)])
    with gzip.open(out, "rt", encoding="utf-8") as lines:
        samples = [json.loads(line) for line in lines]
    assert [sample["id"] for sample in samples] == ["generated-50", "generated-51", "generated-52"]
    assert {"kind", "locale", "picture", "words", "questions", "rows"} <= set(samples[0])
    assert len(samples[0]["words"][0]) == 6
