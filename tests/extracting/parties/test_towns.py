"""A town ends an address, however its country writes it; numbers of other things do not."""

from __future__ import annotations

import pytest

from docqa_app.extracting.parties.towns import ends_in_town, town_at


@pytest.mark.parametrize(
    "line",
    [
        "24103 Kiel", "D-24103 Kiel", "F-29200 Brest cedex 2", "3087 BM Rotterdam", "211 22 Malmö", "00-950 Warszawa",
        "41123 Modena (MO)", "Leeds LS1 4AP", "LS1 4AP", "Austin, TX 78745", "Guelph, ON N1H 6H8", "Toowoomba QLD 4350",
        "Galway H91 E8X2", "Coimbatore - 641001", "Main Street, Ballincollig, Co. Cork", "Weg 3, 24103 Kiel",
    ],
)  # fmt: skip
def test_a_line_with_a_town_ends_an_address(line: str) -> None:
    assert ends_in_town(line)


@pytest.mark.parametrize(
    "line", ["10000 KWH", "Rechnung 4711", "Seite 1", "Item C12 4000", "Total 1,200.00", "Smith & Co. KG", "Weg 3"]
)
def test_other_numbers_are_no_towns(line: str) -> None:
    assert not ends_in_town(line)


def test_a_country_may_follow_the_town() -> None:
    assert ends_in_town("Kellergasse 3, 3550 Langenlois, Österreich", country=True)
    assert not ends_in_town("Kellergasse 3, 3550 Langenlois, Österreich")


def test_a_town_and_its_state_are_two_parts_of_a_line() -> None:
    assert town_at(["Reed Tools", "9 Quay Road", "Portland", "OR 97209"], 3) == 2
    assert town_at(["Hafen KG", "Kai 4", "20457 Hamburg"], 2) == 1
    assert town_at(["Hafen KG", "Kai 4"], 1) == 0
