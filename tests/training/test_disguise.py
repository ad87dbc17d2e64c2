"""A page in disguise says something else in the same places, and its answers follow."""

from __future__ import annotations

import random
from typing import Any

from docqa_app.training.disguise import Wardrobe
from docqa_app.training.page_lines import page_line
from tests.answering.pages import page_of


def receipt(name: str, total: str) -> dict[str, Any]:
    page = page_of((f"{name} TRADING", "Date 05/06/2018", f"TOTAL {total}", f"Thank you from {name.title()}"))
    questions = [
        {"question": "company", "answers": [f"{name} TRADING"], "evidence": [0, 1], "task": "company"},
        {"question": "total", "answers": [total], "evidence": [5], "task": "total"},
    ]
    return page_line(page, name, name, "receipt", questions)


def wardrobe_and_line() -> tuple[Wardrobe, dict[str, Any]]:
    names = [
        f"{first}{second}" for first in ("NORD", "SUED", "OST", "WEST", "OBER", "UNTER") for second in ("MART", "LAND")
    ]
    lines = [receipt(name, f"{n}3.94") for n, name in enumerate(names * 3, start=3)]
    return Wardrobe(lines[:1] + lines[12:13] + lines[3:]), lines[0]


def test_the_answers_still_stand_on_the_page() -> None:
    wardrobe, line = wardrobe_and_line()
    for seed in range(20):
        worn = wardrobe.disguised(line, random.Random(seed))
        texts = [word[0] for word in worn["words"]]
        for question in worn["questions"]:
            assert " ".join(texts[i] for i in question["evidence"]) == question["answers"][0]


def test_places_stay_and_digits_change_alike_everywhere() -> None:
    wardrobe, line = wardrobe_and_line()
    worn = wardrobe.disguised(line, random.Random(3))

    assert [word[1:] for word in worn["words"]] == [word[1:] for word in line["words"]]
    old, new = ("".join(w[0] for w in one["words"] if any(c.isdigit() for c in w[0])) for one in (line, worn))
    pairs = set(zip(old, new, strict=True))
    assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
    assert all(a == b for a, b in pairs if a in "012")
    assert old != new


def test_a_word_of_every_page_is_no_name_and_stays() -> None:
    wardrobe, line = wardrobe_and_line()

    worn = wardrobe.disguised(line, random.Random(1))

    assert worn["words"][1][0] == "TRADING"
    assert worn["words"][4][0] == "TOTAL"
