"""Forms of the typewriter's age, charts, and things that only the picture shows."""

from __future__ import annotations

import random
from collections import Counter

from docqa_app.training.data.content import World
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.generate import draw_page
from docqa_app.training.data.layouts import form, frame, typed_form
from docqa_app.training.data.layouts.chart import draw_chart
from docqa_app.training.data.questions import ask
from docqa_app.training.data.sheets import blank

YES_NO = {"yes": True, "ja": True, "oui": True, "no": False, "nein": False, "non": False}


def empty_page(seed: int, kind: str, locale: str = "en_US") -> Draft:
    rng = random.Random(seed)
    return blank(rng, World(rng, locale), kind, locale, 1.1)


def typed_page(seed: int) -> Draft:
    draft = empty_page(seed, "form")
    entries = typed_form.typed_entries(draft, form.form_entries(draft, 12))
    typed_form.draw(draft, entries, draft.ink)
    return draft


def test_a_typed_cross_belongs_to_the_choice_before_it() -> None:
    crossed = [pair for seed in range(10) for pair in typed_page(seed).pairs if pair.text in ("X", "x", "XX", "[X]")]
    assert crossed
    assert all(len(pair.words) == 1 for pair in crossed)


def test_every_key_of_a_typed_form_is_told_with_the_words_beside_it() -> None:
    draft = typed_page(3)
    assert len(draft.pairs) > 10
    for pair in draft.pairs:
        assert " ".join(draft.canvas.marks[n].text for n in pair.words) == pair.text


def test_a_chart_is_asked_for_its_titles_and_its_printed_values() -> None:
    for seed in range(6):
        draft = empty_page(seed, "report")
        draw_chart(draft, 60, 80, 420, 130)
        assert {"chart_title", "x_axis", "y_axis"} <= draft.facts.keys()
        for table in draft.tables:
            for name, value in table.rows:
                assert [draft.canvas.marks[n].text for n in value.words] == [value.text]
                assert " ".join(draft.canvas.marks[n].text for n in name.words) == name.text


def test_no_code_hides_a_word() -> None:
    for seed in range(60):
        draft = empty_page(seed, "invoice")
        draft.canvas.write(draft.right - 60, draft.margin * 0.3, "Hidden", draft.ink, "right")
        draft.canvas.write(draft.margin, draft.canvas.height - draft.margin * 0.5 - 60, "Hidden", draft.ink)
        frame.decorate(draft)
        assert draft.seen.keys().isdisjoint({"barcode", "qr"})


def test_whether_something_is_seen_is_answered_no_about_as_often_as_yes() -> None:
    told = Counter(
        YES_NO[qa.answers[0]]
        for kind in ("invoice", "form", "letter", "receipt", "report")
        for seed in range(24)
        for qa in ask(draw_page(seed, kind))
        if qa.task == "visual" and qa.answers and qa.answers[0] in YES_NO
    )
    assert 0.4 < told[True] / told.total() < 0.6, told
