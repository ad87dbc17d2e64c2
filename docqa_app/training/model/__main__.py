"""Prints each size's weights and operations a page."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.training.model.config import CONFIGS
from docqa_app.training.model.cost import flops_per_page, parameter_count
from docqa_app.training.model.docformer import DocFormer

if __name__ == "__main__":
    for name, config in CONFIGS.items():
        shape = config(13297)
        ours, paper = (flops_per_page(c) / 1e9 for c in (shape, replace(shape, question_in_encoder=True)))
        print(
            f"{name:6} {parameter_count(DocFormer(shape)):>12,} parameters {ours:8.1f} GFLOP a page with 10 questions,"
        )
        print(f"{paper:37.1f} with the questions in the encoder")
