"""The command line with the model that is shipped, on the samples that are shipped."""

from __future__ import annotations

from docqa_app.cli.parts import load_engine
from docqa_app.paths import find_paths
from tests.cli.conftest import Docqa

SAMPLE = find_paths({}).samples / "invoice.pdf"


def test_the_sample_is_answered_with_evidence(docqa: Docqa) -> None:
    question = "What is the invoice number?"
    value = docqa("ask", SAMPLE, "--question", question, "--json", loader=load_engine).json
    (answer,) = value["answers"]
    assert value["model"].startswith("docformer")
    assert answer["found"]
    assert answer["page"] == 1
    assert answer["boxes"]


def test_the_model_sees_most_words_where_geometry_does(docqa: Docqa) -> None:
    (page,) = docqa("inspect", SAMPLE, "--json", loader=load_engine).json["pages"]
    assert page["agreement"]["line"] > 0.5
    assert page["agreement"]["cell"] > 0.5
