"""Name, street and town are found in one line, whatever stands before or behind them."""

from __future__ import annotations

import pytest

from docqa_app.extracting.address_lines import address_end, name_and_address


@pytest.mark.parametrize(
    ("line", "name", "address"),
    [
        ("Hafen GmbH, Kai 4, 20457 Hamburg. HRB 11842. USt-IdNr. DE 1", "Hafen GmbH,", "Kai 4, 20457 Hamburg."),
        ("Hafen e. K., Inhaber Jan Mohr, Kai 4, 20457 Hamburg, Tel. 040 9", "Hafen e. K.,", "Kai 4, 20457 Hamburg,"),
        ("Reed, Inc. · 9 Quay Rd, Suite 3 · Dover, DE 19901", "Reed, Inc.", "9 Quay Rd, Suite 3 Dover, DE 19901"),
        ("Reed plc. Registered office: Quay House, 9 Quay Rd, Leeds LS1 4AP. No. 7", "Reed plc.",
         "Quay House, 9 Quay Rd, Leeds LS1 4AP."),
    ],
)  # fmt: skip
def test_a_name_and_its_address_are_told_apart(line: str, name: str, address: str) -> None:
    words = line.split()
    found = name_and_address(words)
    assert found is not None
    assert tuple(" ".join(words[index] for index in part) for part in found) == (name, address)


@pytest.mark.parametrize("line", ["Hafen GmbH, Amtsgericht Hamburg", "Zahlbar bis 3. Mai, 2 %", "Kai 4, 20457 Hamburg"])
def test_lines_without_all_three_hold_no_address(line: str) -> None:
    assert name_and_address(line.split()) is None


def test_an_address_ends_before_a_telephone() -> None:
    words = ["Kai", "4", "·", "20457", "Hamburg", "·", "Tel.", "040", "1234"]
    assert " ".join(words[: address_end(words)]) == "Kai 4 · 20457 Hamburg"
