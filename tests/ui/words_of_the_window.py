"""Every word the window can say, found in its source as the translators' tools should find it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("ui", "app")


@dataclass(frozen=True, slots=True)
class Words:
    """What is said, where it is written, and the context it is looked up in."""

    context: str
    text: str
    place: str


def every_word() -> Iterator[Words]:
    for room in ROOMS:
        for file in sorted((ROOT / "docqa_app" / room).rglob("*.py")):
            yield from _Finder(file).found()


class _Finder(ast.NodeVisitor):
    def __init__(self, file: Path) -> None:
        self._file = file
        self._class = ""
        self._found: list[Words] = []

    def found(self) -> list[Words]:
        self.visit(ast.parse(self._file.read_text(encoding="utf-8")))
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = before

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr" and node.args:
            self._add(self._class, node.args[0])
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1 and _text(node.args[0]):
            self._add(_text(node.args[0]), node.args[1])

    def _add(self, context: str, words: ast.expr) -> None:
        place = f"{self._file.relative_to(ROOT)}:{words.lineno}"
        built = isinstance(words, ast.JoinedStr | ast.BinOp)
        assert not built, f"{place}: words that are put together here cannot be found by the translators' tools"
        if _text(words):
            self._found.append(Words(context, _text(words), place))


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
