"""Names with their legal form, whatever recognition and the model left of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import WordSource
from docqa_app.core.fields import FieldValue
from docqa_app.extracting.beliefs import options
from docqa_app.extracting.extract import extract
from docqa_app.extracting.parties.companies import companies, completed
from docqa_app.extracting.parties.legal_forms import mended_form
from docqa_app.schemas.schema_file import load_schema
from docqa_app.values.conventions import conventions_of
from tests.extracting.sheets import SCHEMAS, document, page, told
from tests.fakes import Said

RECEIPT = load_schema(SCHEMAS / "receipt.json")


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("MOON CAKE HOUSE SON BHD", "MOON CAKE HOUSE SDN BHD"),
        ("BEMED {SP} SDH. BHO.", "BEMED {SP} SDN. BHD."),
        ("Hafen Werkzeug GnbH", "Hafen Werkzeug GmbH"),
        ("Pier Tools Lid.", "Pier Tools Ltd."),
        ("SEA CRANES PTE LTO", "SEA CRANES PTE LTD"),
        ("OCEAN FOODS SDN", "OCEAN FOODS SDN BHD"),
        ("OCEAN FOODS Sdn.", "OCEAN FOODS Sdn. Bhd."),
    ],
)
def test_a_legal_form_is_written_as_it_is_printed(read: str, printed: str) -> None:
    assert mended_form(read) == printed


@pytest.mark.parametrize("name", ["MOON CAKE HOUSE SDN BHD", "Son", "Miller & Son", "El Tio", "Lid", "Hafen AG"])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert mended_form(name) == name


def test_a_part_of_a_companys_name_becomes_the_whole_one() -> None:
    sheet = page([(0.05, [(0.1, "ONE SEAFOOD PLACE SDN BHD")])])
    part = Candidate("SEAFOOD PLACE", 0.8, 1, (1, 2))
    whole = completed(part, companies([sheet]))
    assert (whole.text, whole.evidence) == ("ONE SEAFOOD PLACE SDN BHD", (0, 1, 2, 3, 4))


def test_a_name_beside_a_company_is_no_part_of_it() -> None:
    sheet = page([(0.05, [(0.1, "JIMART")]), (0.08, [(0.1, "OGN GROUP SDN BHD")])])
    assert completed(Candidate("JIMART", 0.8, 1, (0,)), companies([sheet])).text == "JIMART"


def merchant(source: WordSource, printed: str = "MOON CAKE HOUSE SON BHD") -> FieldValue:
    sheet = replace(page([(0.05, [(0.1, printed)])]), source=source)
    said = {question: Said(printed, 0.9) for some in RECEIPT.fields[0].questions.values() for question in some}
    return extract(document(sheet), RECEIPT, told(said)).field("merchant_name")


def test_a_form_is_mended_where_words_were_recognised_and_nowhere_else() -> None:
    assert merchant(WordSource.OCR).text == "MOON CAKE HOUSE SDN BHD"
    assert merchant(WordSource.TEXT_LAYER).text == "MOON CAKE HOUSE SON BHD"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Receipt from Larkspur Audio, Inc.", "Larkspur Audio, Inc."),
        ("Ihre Rechnung von Hafen Werkzeug GmbH", "Hafen Werkzeug GmbH"),
        ("Order Pets", "Order Pets"),
    ],
)
def test_what_says_whose_receipt_it_is_is_no_part_of_the_name(printed: str, name: str) -> None:
    value = merchant(WordSource.TEXT_LAYER, printed)
    assert (value.text, len(value.words)) == (name, len(name.split()))


def test_a_name_has_the_spaces_of_the_page() -> None:
    sheet = document(page([(0.05, [(0.1, "HOLLIS OUTFITTERS")])]))
    (first, *_) = RECEIPT.fields
    answer = Answer("Who?", "HOLLISOUTFITTERS", True, 0.9, 1, (0, 1))
    best = options(sheet, first, [answer], (), conventions_of(sheet.pages))[0]
    assert best.candidate.text == "HOLLIS OUTFITTERS"
