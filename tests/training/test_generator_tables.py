"""Given tables and given texts drawn as pages, and the sheet of samples."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

from PIL import Image

from docqa_app.training.data import contact_sheet, tables, text_pages
from docqa_app.training.data.noise import Noise
from docqa_app.training.data.tables import Asked, table_sample
from docqa_app.training.data.text_pages import TextQuestion, text_sample, word_numbers

ROWS = [
    ["Year", "Team", "Wins"],
    ["2004", "Riverside Rovers", "12"],
    ["2005", "Hill United", "9"],
    ["2006", "Dockers", "12"],
]
TEXT = "The harbour was built in 1871. Its first master, Anna Lind, kept a diary of every ship."


def write(path: Path, lines: list[dict[str, object]]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(line) + "\n" for line in lines)
    return path


def read(path: Path) -> list[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_every_cell_of_a_table_is_on_its_page() -> None:
    sample = table_sample(1, ROWS, [], noise=Noise())
    text = " ".join(word.text for word in sample.page.words)
    assert all(cell in text for row in ROWS[1:] for cell in row)


def test_an_answer_that_stands_in_one_cell_has_its_words_as_evidence() -> None:
    asked = [Asked("a", "who won in 2004?", ("Riverside Rovers",)), Asked("b", "how many wins?", ("12",))]
    once, twice = table_sample(2, ROWS, asked, noise=Noise()).questions
    sample = table_sample(2, ROWS, asked, noise=Noise())
    assert [sample.page.words[n].text for n in once.evidence] == ["Riverside", "Rovers"]
    assert twice.evidence == ()


def test_a_long_table_gets_a_longer_sheet_and_is_cut_only_when_asked() -> None:
    rows = [["n", "square"], *[[str(n), str(n * n)] for n in range(1, 121)]]
    whole = table_sample(3, rows, [], noise=Noise(), most_rows=200)
    assert "14400" in [word.text for word in whole.page.words]
    short = table_sample(3, rows, [], noise=Noise(), most_rows=10)
    assert "121" not in [word.text for word in short.page.words]
    assert all(0 <= word.box.top < word.box.bottom <= 1 for word in whole.page.words)


def test_wikitablequestions_become_pages_with_all_their_answers(tmp_path: Path) -> None:
    stored = write(tmp_path / "t.jsonl.gz", [{"id": "t1", "rows": ROWS}])
    asked = write(
        tmp_path / "q.jsonl.gz", [{"id": "q1", "q": "who won 12?", "table": "t1", "a": ["Riverside Rovers", "Dockers"]}]
    )
    out = tmp_path / "out.jsonl.gz"
    tables.main(
        ["wikitablequestions", "--tables", str(stored), "--questions", str(asked), "--out", str(out), "--clean"]
    )
    (line,) = read(out)
    (question,) = line["questions"]  # type: ignore[misc]
    assert question["answers"] == ["Riverside Rovers, Dockers"]
    assert question["denotation"] == ["Riverside Rovers", "Dockers"]
    assert question["id"] == "q1"


def test_statements_of_tabfact_are_answered_yes_or_no(tmp_path: Path) -> None:
    stated = {
        "table": "x",
        "caption": "wins",
        "rows": ROWS,
        "statements": ["dockers won 12", "dockers won 3"],
        "labels": [1, 0],
    }
    out = tmp_path / "out.jsonl.gz"
    tables.main(["tabfact", "--questions", str(write(tmp_path / "q.jsonl.gz", [stated])), "--out", str(out)])
    (line,) = read(out)
    told = {q["question"]: q["answers"] for q in line["questions"]}  # type: ignore[attr-defined]
    assert [answers for question, answers in told.items() if "won 12" in question] == [["yes"]]
    assert [answers for question, answers in told.items() if "won 3" in question] == [["no"]]


def test_the_words_of_an_answer_in_a_text_are_found_by_where_it_starts() -> None:
    assert list(word_numbers(TEXT, TEXT.index("1871"), 4)) == [5]
    assert list(word_numbers(TEXT, TEXT.index("Anna"), len("Anna Lind"))) == [9, 10]
    assert list(word_numbers(TEXT, 0, 3)) == [0]


def test_a_text_page_points_at_the_words_of_its_answers() -> None:
    asked = [TextQuestion("Who was the first master?", ("Anna Lind",), (TEXT.index("Anna"),)), TextQuestion("Why?")]
    sample = text_sample(9, TEXT, asked, "Harbour", Noise())
    known, unknown = sample.questions
    assert [sample.page.words[n].text.rstrip(",") for n in known.evidence] == ["Anna", "Lind"]
    assert unknown.answers == ()


def test_texts_become_pages_with_questions_of_other_articles(tmp_path: Path) -> None:
    lines = [
        {"title": title, "context": TEXT, "qas": [{"q": f"When, {title}?", "a": ["1871"], "s": [TEXT.index("1871")]}]}
        for title in ("One", "Two")
    ]
    out = tmp_path / "out.jsonl.gz"
    text_pages.main(["--texts", str(write(tmp_path / "s.jsonl.gz", list(lines))), "--out", str(out), "--clean"])
    first = read(out)[0]["questions"]
    assert [(q["question"], q["answers"]) for q in first] == [("When, One?", ["1871"]), ("When, Two?", [])]  # type: ignore[attr-defined]


def test_the_contact_sheet_shows_every_sample(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    contact_sheet.main([str(out), "--count", "7", "--seed", "1"])
    with Image.open(io.BytesIO(out.read_bytes())) as sheet:
        assert sheet.size == (6 * contact_sheet.CELL[0], 2 * contact_sheet.CELL[1])
