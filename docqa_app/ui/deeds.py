"""Everything the window can be told to do: its words, its keys and its sign, as one table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Deed:
    """`menu` is where it stands, `sign` its icon; `check`: it is on or off; `needs`: only with an open document;
    `rule`: the menu draws a line before it."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    sign: str = ""
    check: bool = False
    needs: bool = False
    rule: bool = False


def menus() -> tuple[tuple[str, str], ...]:
    """Names and titles, from left to right."""
    return (
        ("file", translate("Deeds", "&File")),
        ("view", translate("Deeds", "&View")),
        ("go", translate("Deeds", "&Go")),
        ("ask", translate("Deeds", "&Ask")),
        ("help", translate("Deeds", "&Help")),
    )


def deeds() -> tuple[Deed, ...]:
    """In the order of the menus; in the language of now."""
    return (
        Deed("open", "file", translate("Deeds", "&Open…"), ("Ctrl+O",), "open"),
        Deed("paste", "file", translate("Deeds", "Open what is on the &clipboard"), ("Ctrl+V",)),
        Deed("sample", "file", translate("Deeds", "Open the &sample invoice")),
        Deed("recent", "file", translate("Deeds", "Open &recent")),
        Deed("close", "file", translate("Deeds", "&Close the document"), ("Ctrl+W", "Ctrl+F4"), needs=True, rule=True),
        Deed("export", "file", translate("Deeds", "&Export answers"), needs=True),
        Deed("settings", "file", translate("Deeds", "Se&ttings…"), ("Ctrl+,",), rule=True),
        Deed("quit", "file", translate("Deeds", "&Quit"), ("Ctrl+Q",), rule=True),
        Deed("zoom-in", "view", translate("Deeds", "Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom-in", needs=True),
        Deed("zoom-out", "view", translate("Deeds", "Zoom &out"), ("Ctrl+-",), "zoom-out", needs=True),
        Deed("actual", "view", translate("Deeds", "&Actual size"), ("Ctrl+0",), needs=True),
        Deed(
            "fit-width",
            "view",
            translate("Deeds", "Fit &width"),
            ("Ctrl+2",),
            "fit-width",
            check=True,
            needs=True,
            rule=True,
        ),
        Deed("fit-page", "view", translate("Deeds", "Fit &page"), ("Ctrl+1",), "fit-page", check=True, needs=True),
        Deed(
            "rotate", "view", translate("Deeds", "Turn &right"), ("Ctrl+Shift+Right",), "rotate", needs=True, rule=True
        ),
        Deed("rotate-left", "view", translate("Deeds", "Turn &left"), ("Ctrl+Shift+Left",), needs=True),
        Deed("dark-pages", "view", translate("Deeds", "&Dark pages"), ("Ctrl+Shift+D",), check=True),
        Deed("words", "view", translate("Deeds", "Show w&ords"), ("W",), "words", check=True, needs=True, rule=True),
        Deed("lines", "view", translate("Deeds", "Show li&nes"), ("L",), "lines", check=True, needs=True),
        Deed("grid", "view", translate("Deeds", "Show &grid"), ("G",), "grid", check=True, needs=True),
        Deed("source", "view", translate("Deeds", "&Model or geometry"), ("M",), "model", needs=True),
        Deed("left-panel", "view", translate("Deeds", "Document and page &list"), ("F7",), check=True, rule=True),
        Deed("right-panel", "view", translate("Deeds", "Ask and &inspect panel"), ("F8",), check=True),
        Deed("full-screen", "view", translate("Deeds", "&Full screen"), ("F11",), check=True),
        Deed("appearance", "view", translate("Deeds", "App&earance"), rule=True),
        Deed("reset", "view", translate("Deeds", "Re&set the layout")),
        Deed("previous", "go", translate("Deeds", "&Previous page"), ("Alt+Up",), "previous", needs=True),
        Deed("next", "go", translate("Deeds", "&Next page"), ("Alt+Down",), "next", needs=True),
        Deed("first", "go", translate("Deeds", "&First page"), ("Ctrl+Home",), needs=True),
        Deed("last", "go", translate("Deeds", "&Last page"), ("Ctrl+End",), needs=True),
        Deed("go-to", "go", translate("Deeds", "&Go to page…"), ("Ctrl+Alt+G",), needs=True, rule=True),
        Deed("previous-document", "go", translate("Deeds", "Previous &document"), ("Alt+Left",), needs=True, rule=True),
        Deed("next-document", "go", translate("Deeds", "Ne&xt document"), ("Alt+Right",), needs=True),
        Deed("find", "go", translate("Deeds", "F&ind…"), ("Ctrl+F",), "find", needs=True, rule=True),
        Deed("find-next", "go", translate("Deeds", "Find n&ext"), ("F3", "Ctrl+G"), needs=True),
        Deed("find-previous", "go", translate("Deeds", "Find pre&vious"), ("Shift+F3", "Ctrl+Shift+G"), needs=True),
        Deed("ask", "ask", translate("Deeds", "&Ask a question"), ("Ctrl+L", "/"), needs=True),
        Deed("again", "ask", translate("Deeds", "Ask or read a&gain"), ("F5",), needs=True),
        Deed("inspect", "ask", translate("Deeds", "&Inspect this page"), ("Ctrl+I",), needs=True),
        Deed("keys", "help", translate("Deeds", "&Keys"), ("F1", "Ctrl+/")),
        Deed("log", "help", translate("Deeds", "Open the &log folder"), rule=True),
        Deed("about", "help", translate("Deeds", "&About docqa")),
    )


BAR = (
    ("open",),
    ("previous", "next"),
    ("zoom-out", "zoom-in", "fit-width", "fit-page", "rotate"),
    ("find",),
    ("words", "lines", "grid", "source"),
)
"""The toolbar from left to right, in groups."""
