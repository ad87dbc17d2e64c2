"""Everything the window can be told to do: its words, its keys and its sign, as one table a menu."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:  # noqa: N802 (the name that translate.py gathers by)
    """Marks words that are translated when they are shown. Qt's own says that it gives back any object."""
    return words


@dataclass(frozen=True, slots=True)
class Deed:
    """`words` wait to be translated; `sign` is its icon; `check`: it is on or off; `needs`: only with an open
    document; `rule`: the menu draws a line before it; `once`: a key that is held does it no second time."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    sign: str = ""
    check: bool = False
    needs: bool = False
    rule: bool = False
    once: bool = False

    @property
    def text(self) -> str:
        """As the menu says it, in the language of now."""
        return QCoreApplication.translate("Deeds", self.words)

    @property
    def plain(self) -> str:
        """As a list or a tip says it."""
        return self.text.replace("&", "").rstrip("…")


@dataclass(frozen=True, slots=True)
class Menu:
    """One menu of the bar, with its deeds from top to bottom."""

    name: str
    words: str
    deeds: tuple[Deed, ...]

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Deeds", self.words)


FILE = (
    Deed("open", QT_TRANSLATE_NOOP("Deeds", "&Open…"), ("Ctrl+O",), "open"),
    Deed("paste", QT_TRANSLATE_NOOP("Deeds", "Open what is on the clip&board"), ("Ctrl+V",)),
    Deed("queue-folder", QT_TRANSLATE_NOOP("Deeds", "Add a folder to the q&ueue…"), ("Ctrl+Shift+O",)),
    Deed("sample", QT_TRANSLATE_NOOP("Deeds", "Open the &sample invoice")),
    Deed("recent", QT_TRANSLATE_NOOP("Deeds", "Open &recent")),
    Deed("library", QT_TRANSLATE_NOOP("Deeds", "Search the &library…"), ("Ctrl+Shift+F",), "library"),
    Deed(
        "close",
        QT_TRANSLATE_NOOP("Deeds", "&Close the document"),
        ("Ctrl+W", "Ctrl+F4"),
        needs=True,
        rule=True,
        once=True,
    ),
    Deed("export", QT_TRANSLATE_NOOP("Deeds", "&Export answers"), needs=True),
    Deed("export-fields", QT_TRANSLATE_NOOP("Deeds", "Export &fields…"), ("Ctrl+Shift+E",), "export"),
    Deed("settings", QT_TRANSLATE_NOOP("Deeds", "Se&ttings…"), ("Ctrl+,",), rule=True),
    Deed("quit", QT_TRANSLATE_NOOP("Deeds", "&Quit"), ("Ctrl+Q",), rule=True),
)

VIEW = (
    Deed("zoom-in", QT_TRANSLATE_NOOP("Deeds", "Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom-in", needs=True),
    Deed("zoom-out", QT_TRANSLATE_NOOP("Deeds", "Zoom &out"), ("Ctrl+-",), "zoom-out", needs=True),
    Deed("actual", QT_TRANSLATE_NOOP("Deeds", "&Actual size"), ("Ctrl+0",), needs=True),
    Deed(
        "fit-width",
        QT_TRANSLATE_NOOP("Deeds", "Fit &width"),
        ("Ctrl+2",),
        "fit-width",
        check=True,
        needs=True,
        rule=True,
    ),
    Deed("fit-page", QT_TRANSLATE_NOOP("Deeds", "Fit &page"), ("Ctrl+1",), "fit-page", check=True, needs=True),
    Deed("rotate", QT_TRANSLATE_NOOP("Deeds", "Turn &right"), ("Ctrl+Shift+Right",), "rotate", needs=True, rule=True),
    Deed("rotate-left", QT_TRANSLATE_NOOP("Deeds", "Turn &left"), ("Ctrl+Shift+Left",), needs=True),
    Deed("dark-pages", QT_TRANSLATE_NOOP("Deeds", "&Dark pages"), ("Ctrl+Shift+D",), check=True),
    Deed("words", QT_TRANSLATE_NOOP("Deeds", "Show word&s"), ("W",), "words", check=True, needs=True, rule=True),
    Deed("lines", QT_TRANSLATE_NOOP("Deeds", "Show li&nes"), ("L",), "lines", check=True, needs=True),
    Deed("grid", QT_TRANSLATE_NOOP("Deeds", "Show &grid"), ("G",), "grid", check=True, needs=True),
    Deed("source", QT_TRANSLATE_NOOP("Deeds", "&Model or geometry"), ("M",), "model", needs=True),
    Deed("left-panel", QT_TRANSLATE_NOOP("Deeds", "Do&cument and page list"), ("F7",), check=True, rule=True),
    Deed("right-panel", QT_TRANSLATE_NOOP("Deeds", "Panel beside the page"), ("F8",), check=True),
    Deed("queue", QT_TRANSLATE_NOOP("Deeds", "&Queue of files"), ("F9",), "queue", check=True),
    Deed("full-screen", QT_TRANSLATE_NOOP("Deeds", "&Full screen"), ("F11",), check=True),
    Deed("appearance", QT_TRANSLATE_NOOP("Deeds", "App&earance"), rule=True),
    Deed("reset", QT_TRANSLATE_NOOP("Deeds", "Rese&t the layout")),
)

GO = (
    Deed("previous", QT_TRANSLATE_NOOP("Deeds", "&Previous page"), ("Alt+Up",), "previous", needs=True),
    Deed("next", QT_TRANSLATE_NOOP("Deeds", "&Next page"), ("Alt+Down",), "next", needs=True),
    Deed("first", QT_TRANSLATE_NOOP("Deeds", "&First page"), ("Ctrl+Home",), needs=True),
    Deed("last", QT_TRANSLATE_NOOP("Deeds", "&Last page"), ("Ctrl+End",), needs=True),
    Deed("go-to", QT_TRANSLATE_NOOP("Deeds", "&Go to page…"), ("Ctrl+Alt+G",), needs=True, rule=True),
    Deed("previous-document", QT_TRANSLATE_NOOP("Deeds", "Previous &document"), ("Alt+Left",), needs=True, rule=True),
    Deed("next-document", QT_TRANSLATE_NOOP("Deeds", "Ne&xt document"), ("Alt+Right",), needs=True),
    Deed("find", QT_TRANSLATE_NOOP("Deeds", "F&ind…"), ("Ctrl+F",), "find", needs=True, rule=True),
    Deed("find-next", QT_TRANSLATE_NOOP("Deeds", "Find n&ext"), ("F3", "Ctrl+G"), needs=True),
    Deed("find-previous", QT_TRANSLATE_NOOP("Deeds", "Find pre&vious"), ("Shift+F3", "Ctrl+Shift+G"), needs=True),
)

ASK = (
    Deed("ask", QT_TRANSLATE_NOOP("Deeds", "&Ask a question"), ("Ctrl+L", "/"), needs=True),
    Deed("again", QT_TRANSLATE_NOOP("Deeds", "Ask or read a&gain"), ("F5",), needs=True),
    Deed("summary", QT_TRANSLATE_NOOP("Deeds", "&Summarize"), ("Ctrl+M",), "summary", needs=True),
    Deed("inspect", QT_TRANSLATE_NOOP("Deeds", "&Inspect this page"), ("Ctrl+I",), needs=True),
)

FIELDS = (
    Deed("fields", QT_TRANSLATE_NOOP("Deeds", "&Fill and check the fields"), ("Ctrl+E",), needs=True),
    Deed("next-doubt", QT_TRANSLATE_NOOP("Deeds", "&Next value to check"), ("F4",), rule=True),
    Deed("previous-doubt", QT_TRANSLATE_NOOP("Deeds", "&Previous value to check"), ("Shift+F4",)),
    Deed(
        "accept-document", QT_TRANSLATE_NOOP("Deeds", "&Accept the document"), ("Ctrl+Return", "Ctrl+Enter"), once=True
    ),
    Deed("review-next", QT_TRANSLATE_NOOP("Deeds", "Review the next file of the &queue"), ("F6",)),
    Deed("undo", QT_TRANSLATE_NOOP("Deeds", "&Undo"), ("Ctrl+Z",), "undo", rule=True),
    Deed("redo", QT_TRANSLATE_NOOP("Deeds", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Deed("correct-word", QT_TRANSLATE_NOOP("Deeds", "&Correct the word…"), ("F2",), needs=True),
    Deed("add-row", QT_TRANSLATE_NOOP("Deeds", "A&dd a row"), ("Ins",), "row-add", rule=True),
    Deed("delete-row", QT_TRANSLATE_NOOP("Deeds", "De&lete the row"), ("Ctrl+Del",), "row-delete", once=True),
    Deed("split-row", QT_TRANSLATE_NOOP("Deeds", "&Split the row"), ("Ctrl+K",), "row-split"),
    Deed("merge-rows", QT_TRANSLATE_NOOP("Deeds", "&Merge with the row below"), ("Ctrl+J",), "row-merge", once=True),
    Deed("columns", QT_TRANSLATE_NOOP("Deeds", "Show column &borders"), ("B",), "columns", check=True),
    Deed("kinds", QT_TRANSLATE_NOOP("Deeds", "&Kinds of documents…"), rule=True),
)

HELP = (
    Deed("keys", QT_TRANSLATE_NOOP("Deeds", "&Keys"), ("F1", "Ctrl+/")),
    Deed("log", QT_TRANSLATE_NOOP("Deeds", "Open the &log folder"), rule=True),
    Deed("about", QT_TRANSLATE_NOOP("Deeds", "&About docqa")),
)

MENUS = (
    Menu("file", QT_TRANSLATE_NOOP("Deeds", "&File"), FILE),
    Menu("view", QT_TRANSLATE_NOOP("Deeds", "&View"), VIEW),
    Menu("go", QT_TRANSLATE_NOOP("Deeds", "&Go"), GO),
    Menu("ask", QT_TRANSLATE_NOOP("Deeds", "&Ask"), ASK),
    Menu("fields", QT_TRANSLATE_NOOP("Deeds", "Fi&elds"), FIELDS),
    Menu("help", QT_TRANSLATE_NOOP("Deeds", "&Help"), HELP),
)
"""From left to right."""

DEEDS = tuple(deed for menu in MENUS for deed in menu.deeds)

BAR = (
    ("open", "queue", "library"),
    ("undo", "redo"),
    ("previous", "next"),
    ("zoom-out", "zoom-in", "fit-width", "fit-page", "rotate"),
    ("find",),
    ("words", "lines", "grid", "source"),
    ("export-fields",),
)
"""The toolbar from left to right, in groups."""
