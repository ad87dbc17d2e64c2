"""Words of questions for what is printed and for tables alike, in three languages, folded."""

from __future__ import annotations

from collections.abc import Mapping

_ORDINALS = (
    "first 1st erste ersten erster erstes premier premiere 1er 1ere",
    "second 2nd zweite zweiten zweiter zweites deuxieme seconde 2e 2eme",
    "third 3rd dritte dritten dritter drittes troisieme 3e 3eme",
    "fourth 4th vierte vierten vierter viertes quatrieme 4e 4eme",
    "fifth 5th funfte funften funfter funftes cinquieme 5e 5eme",
    "sixth 6th sechste sechsten sechster sechstes sixieme 6e 6eme",
    "seventh 7th siebte siebten siebter siebtes septieme 7e 7eme",
    "eighth 8th achte achten achter achtes huitieme 8e 8eme",
    "ninth 9th neunte neunten neunter neuntes neuvieme 9e 9eme",
    "tenth 10th zehnte zehnten zehnter zehntes dixieme 10e 10eme",
)
ORDINALS: Mapping[str, int] = {
    **{word: place for place, words in enumerate(_ORDINALS) for word in words.split()},
    **dict.fromkeys(["last", "letzte", "letzten", "letzter", "letztes", "dernier", "derniere"], -1),
}
"""The place in a row, from 0; -1 is the last."""

_DWELLING_WORDS = (
    "live lives living reside resides sit sits work works worked based from comes come located stay stays "
    "wohnt wohnen lebt leben sitzt sitzen arbeitet arbeiten kommt aus habite habitent vit vient travaille loge"
)
DWELLING = frozenset(_DWELLING_WORDS.split())
"""How somebody is asked for by a place or a room."""
