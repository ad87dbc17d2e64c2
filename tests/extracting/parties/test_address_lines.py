"""Name, street and town are found in one line, whatever stands before or behind them."""

from __future__ import annotations

import pytest

from docqa_app.core.answer import Candidate
from docqa_app.extracting.parties.address_lines import address_end, bare_address, name_and_address, without_contact


@pytest.mark.parametrize(
    ("line", "name", "address"),
    [
        ("Hafen GmbH, Kai 4, 20457 Hamburg. HRB 11842. USt-IdNr. DE 1", "Hafen GmbH,", "Kai 4, 20457 Hamburg."),
        ("Hafen e. K., Inhaber Jan Mohr, Kai 4, 20457 Hamburg, Tel. 040 9", "Hafen e. K.,", "Kai 4, 20457 Hamburg,"),
        ("Reed, Inc. · 9 Quay Rd, Suite 3 · Dover, DE 19901", "Reed, Inc.", "9 Quay Rd, Suite 3 Dover, DE 19901"),
        ("Reed plc. Registered office: Quay House, 9 Quay Rd, Leeds LS1 4AP. No. 7", "Reed plc.",
         "Quay House, 9 Quay Rd, Leeds LS1 4AP."),
        ("Hafen GmbH · Hinterhaus · Kai 4 · 20457 Hamburg", "Hafen GmbH", "Hinterhaus Kai 4 20457 Hamburg"),
    ],
)  # fmt: skip
def test_a_name_and_its_address_are_told_apart(line: str, name: str, address: str) -> None:
    words = line.split()
    found = name_and_address(words)
    assert found is not None
    assert tuple(" ".join(words[index] for index in part) for part in found) == (name, address)


@pytest.mark.parametrize(
    "line",
    [
        "Hafen GmbH, Amtsgericht Hamburg",
        "Zahlbar bis 3. Mai, 2 %",
        "Kai 4, 20457 Hamburg",
        "Hinterhaus · Kai 4 · 20457 Hamburg",
    ],
)
def test_lines_without_all_three_hold_no_address(line: str) -> None:
    assert name_and_address(line.split()) is None


def test_an_address_ends_before_a_telephone() -> None:
    words = ["Kai", "4", "·", "20457", "Hamburg", "·", "Tel.", "040", "1234"]
    assert " ".join(words[: address_end(words)]) == "Kai 4 · 20457 Hamburg"


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Kai 4, 20457 Hamburg · Tel. 040 1234", "Kai 4, 20457 Hamburg"),
        ("32, rue de Soleuvre, L-4670 Differdange", "32, rue de Soleuvre, L-4670 Differdange"),
        ("Old Works, Back Lane, Derbyshire DE45 9WW", "Old Works, Back Lane, Derbyshire DE45 9WW"),
        ("A-8010 Graz, Sparbersbachgasse 31/II", "A-8010 Graz, Sparbersbachgasse 31/II"),
        ("Zahlbar bis 3. Mai, 2 % Skonto", ""),
        ("20457 Hamburg", ""),
    ],
)  # fmt: skip
def test_a_line_may_hold_an_address_and_no_name(line: str, address: str) -> None:
    words = line.split()
    assert " ".join(words[at] for at in bare_address(words) if words[at] != "·") == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Kai 4 20457 Hamburg Tel. 040 1234", "Kai 4 20457 Hamburg"),
        ("Dorfplatz 3, 6462 Seedorf UR 041 555 01 17", "Dorfplatz 3, 6462 Seedorf UR"),
        ("88 Stadium Rd, Singapore 397718 | T +65 6555 0100", "88 Stadium Rd, Singapore 397718"),
        ("9 Quay Rd, Leeds LS1 4AP post@reed.example", "9 Quay Rd, Leeds LS1 4AP"),
        ("548 Harrison Street, San Francisco, CA 94107", "548 Harrison Street, San Francisco, CA 94107"),
    ],
)
def test_a_telephone_behind_an_address_is_no_part_of_it(text: str, address: str) -> None:
    words = tuple(range(len(text.split())))
    found = without_contact(Candidate(text, 0.9, 1, words))
    assert (found.text, len(found.evidence)) == (address, len(address.split()))
