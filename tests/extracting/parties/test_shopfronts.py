"""Who sells on a receipt stands over the street at its head, whatever is printed around it."""

from __future__ import annotations

import pytest

from docqa_app.core.document import Document
from docqa_app.extracting.extract import extract
from docqa_app.extracting.parties.shopfronts import shop_address, shop_names
from docqa_app.schemas.schema_file import load_schema
from tests.extracting.sheets import SCHEMAS, document, page, told


def receipt(*lines: str) -> Document:
    goods = ("1 Croissant 1,90", "Total 1,90")
    return document(page([(0.03 + 0.02 * n, [(0.3, text)]) for n, text in enumerate((*lines, *goods))]))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Brauhaus am Tor", "Tor 3-5", "04109 Leipzig", "Tisch: 27"), "Brauhaus am Tor"),
        (("* GEMRIELI *", "* RESTAURANT *", "Kai-Str. 15", "04229 Leipzig"), "GEMRIELI RESTAURANT"),
        (("BEST STEAKS SINCE 1968", "Block & Co", "Kai 4 | 20457 Hamburg"), "Block & Co"),
        (("FINE INGREDIENTS,", "FINE PIZZA", "Lindenau", "UP Gastro GmbH", "Kai 4", "20457 Hamburg"), "UP Gastro GmbH"),
        (("OLD DOCK - 06047", "403 Quay Blvd", "Portland, OR 97209"), "OLD DOCK"),
        (("Welcome To TAP", "At The Grand", "11/25/2022 18:21", "Check: 12 Table: 3"), "TAP"),
        (("11/30/2018 19:48", "BeerHaus", "Check: 303 Table: B", "Server: Allison"), "BeerHaus"),
        (("BTW KASTICKET", "Five Boys", "Rue Neuve 123", "1000 Brussels"), "Five Boys"),
        (("Hill 312-587-0648", "15 Main St", "Chicago, IL 60642", "Thanks for shopping at Foods Hall"), "Foods Hall"),
    ],
    ids=["over a street", "starred", "slogan", "company", "branch", "welcome", "no street", "title", "thanks"],
)
def test_a_shop_is_who_stands_over_the_street(lines: tuple[str, ...], name: str) -> None:
    assert max(shop_names(receipt(*lines)), key=lambda one: one.share).text == name


@pytest.mark.parametrize("lines", [("CHECK # 113", "TABLE # 12", "Server: Ann"), ("Thank you!", "www.foods.com")])
def test_what_tills_print_of_themselves_is_no_shop(lines: tuple[str, ...]) -> None:
    assert not list(shop_names(receipt(*lines)))


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (("Kino", "Kai 4", "20457 Hamburg", "Tel. 040 1234"), "Kai 4 20457 Hamburg"),
        (("Fogal", "Kai 4 | 20457 Hamburg"), "Kai 4 20457 Hamburg"),
        (("Haymarket", "Edinburgh", "EH12 5DS", "Table: 26"), "Edinburgh EH12 5DS"),
        (
            ("PIZZA NO .900-12", "44 Rue McGill, Montreal, Qc", "H2Y 2G1, Tel: 514"),
            "44 Rue McGill, Montreal, Qc H2Y 2G1",
        ),
        (("Brew", "50 Lothian Rd", "Server: Sarah"), "50 Lothian Rd"),
        (
            ("Brasserie Le Vieux Tram", "SRL Tramway 81", "Rue de l'Église 8", "5000 Namur"),
            "Rue de l'Église 8 5000 Namur",
        ),
        (("MOLY", "UNIT L1-04B,", "JALAN ALWI,", "93350 KUCHING"), "UNIT L1-04B, JALAN ALWI, 93350 KUCHING"),
    ],
)
def test_a_shop_is_where_the_street_is(lines: tuple[str, ...], address: str) -> None:
    told_by = shop_address(receipt(*lines))
    assert told_by is not None
    assert told_by.text == address


def test_a_receipt_has_its_shop_where_the_model_knows_none() -> None:
    paper = receipt("Brauhaus am Tor", "Tor 3-5", "04109 Leipzig", "Tisch: 27")
    found = extract(paper, load_schema(SCHEMAS / "receipt.json"), told({}))
    fields = {one.name: one.text for one in found.fields}
    assert (fields["merchant_name"], fields["merchant_address"]) == ("Brauhaus am Tor", "Tor 3-5, 04109 Leipzig")
