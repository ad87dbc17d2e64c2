"""Words that ask for an operation, in three languages, folded; and what a question asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping


def words_set(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


MOST, LEAST, FIRST, LAST, NEXT, BEFORE = "most", "least", "first", "last", "next", "before"
COUNT, SUM, MEAN, APART, OR, SAME, NOT = "count", "sum", "mean", "apart", "or", "same", "not"
MORE, LESS, ALL, ONLY = "more", "less", "all", "only"

TRIGGERS: Mapping[str, frozenset[str]] = {
    MOST: words_set(
        "most highest largest greatest biggest maximum max longest tallest best top heaviest fastest oldest widest "
        "deepest farthest furthest greater dearest expensive strongest higher larger bigger longer taller older "
        "more peak record leading majority meisten meiste hochste hochsten hochster hochstes grosste grossten "
        "grosster grosstes langste langsten teuerste teuersten teuerster alteste altesten schnellste beste besten "
        "hoher grosser langer mehr haufigsten maximal plus grand grande grands eleve elevee cher chere meilleur "
        "meilleure long longue"
    ),
    LEAST: words_set(
        "least lowest smallest fewest minimum min shortest worst lightest slowest youngest cheapest narrowest "
        "nearest less fewer lower smaller shorter younger bottom wenigsten wenigste niedrigste niedrigsten "
        "niedrigster kleinste kleinsten kleinster kurzeste kurzesten billigste billigsten gunstigste gunstigsten "
        "jungste jungsten weniger niedriger kleiner kurzer seltensten minimal moins petit petite bas basse court "
        "courte"
    ),
    FIRST: words_set(
        "first earliest oldest earlier initial initially top start began begin begins starting debut opening "
        "original erste ersten erster erstes fruheste fruhesten fruher zuerst anfang oben premier premiere premiers "
        "tot ancien ancienne"
    ),
    LAST: words_set(
        "last latest final finally recent recently newest later end ended ends bottom current currently letzte "
        "letzten letzter letztes spateste spatesten spater neueste neuesten zuletzt ende unten dernier derniere "
        "derniers tard recente fin"
    ),
    NEXT: words_set(
        "after next following below follows followed subsequent directly immediately under nach nachste nachsten "
        "nachster folgt folgende unter danach apres suivant suivante prochain prochaine sous dessous"
    ),
    BEFORE: words_set(
        "before previous above prior preceding precedes preceded previously directly immediately came vor vorige "
        "vorigen vorher uber davor vorhergehende avant precedent precedente dessus"
    ),
    COUNT: words_set(
        "number count amount times many tally often total anzahl viele vielen zahl oft mal nombre fois "
        "compte"
    ),
    SUM: words_set(
        "total sum combined altogether together all overall both summed added add cumulative and entire summe "
        "insgesamt zusammen gesamt gesamte gesamtzahl alle beide zusammengenommen somme ensemble tous toutes totale "
        "cumul"
    ),
    MEAN: words_set(
        "average mean averaged averages durchschnitt durchschnittlich durchschnittliche mittel moyenne moyen"
    ),
    APART: words_set(
        "difference between more less fewer than longer higher greater larger separate separates separated apart "
        "margin gap passed elapsed above ahead lower older unterschied differenz zwischen mehr weniger als hoher "
        "langer abstand entre plus moins que ecart"
    ),
    OR: words_set("or either than oder ou als"),
    SAME: words_set(
        "same other another besides also else shared share equal tied tie gleiche gleichen gleich andere meme autre"
    ),
    NOT: words_set(
        "not never no none neither nor without didn don doesn wasn weren isn hasn nicht kein keine keinen nie ohne "
        "pas jamais aucun aucune ni sans"
    ),
    MORE: words_set(
        "more over above exceed exceeds exceeding greater higher larger after since later least longer older better "
        "mehr uber hoher grosser nach seit mindestens langer plus depasse superieur apres depuis"
    ),
    LESS: words_set(
        "less under below fewer lower smaller before earlier prior shorter younger most until weniger unter "
        "niedriger kleiner vor bis hochstens kurzer moins inferieur avant"
    ),
    ALL: words_set(
        "all every each always any both entire alle jeder jede jedes immer tous toutes chaque toujours"
    ),
    ONLY: words_set(
        "only single sole just unique alone nur einzige einzigen seul seule seulement uniquement"
    ),
}  # fmt: skip
"""The words that may ask for each operation; a word may ask for several."""

AT_LEAST = words_set("least since most mindestens seit hochstens bis au depuis until")
OR_MORE = words_set("or oder ou and plus")
"""Before a number, or behind it, these tell that it counts itself too: "at least 5", "5 or more"."""

TOP = words_set("top first best ersten besten premiers premieres meilleurs")
"""Before a number these mean all rows up to it."""
RANKS = words_set("rank ranking pos position place placing finish rang platz platzierung classement")
"""Heads of columns in which the lowest number is the best."""

NUMBER_WORDS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "zero null", "one once eins einmal", "two twice zwei zweimal deux", "three drei trois",
            "four vier quatre", "five funf cinq", "six sechs", "seven sieben sept", "eight acht huit", "nine neun neuf",
            "ten zehn dix", "eleven elf onze", "twelve zwolf douze",
        )
    )
    for word in words.split()
}  # fmt: skip

_MONTHS = (
    "january jan januar janvier janv", "february feb februar fevrier fevr", "march mar marz mars",
    "april apr avril avr", "may mai", "june jun juni juin", "july jul juli juillet juil", "august aug aout",
    "september sep sept septembre", "october oct oktober okt octobre", "november nov novembre",
    "december dec dezember dez decembre",
)  # fmt: skip
MONTHS: Mapping[str, int] = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}

_ASKS = {
    "times": "how many times|how often|number of times|wie oft|combien de fois",
    "years": "how many (?:years|months|days)|how long|wie lange|wie viele (?:jahre|monate|tage)|combien d annees"
    "|combien de temps",
    "many": "how many|number of|count the|wie ?viele?n?|anzahl|nombre de|combien de",
    "much": "how (?:much|far|tall|old|high|large|big|fast|wide|deep)|wie (?:viel|hoch|gross|weit|alt)|combien",
    "when": "when|wann|quand|(?:what|which)(?: is| was)?(?: the)?(?: \\w+)? (?:year|date|day|month|season)"
    "|welche[mnrs]? (?:jahr|tag|datum|monat)|quelle (?:annee|date)",
    "who": "who|whose|whom|wer|wem|wen|wessen|qui",
    "where": "where|wo|ou (?:est|sont|a|se)",
    "which": "which|welche[rsnm]?|quel(?:le)?s?",
    "what": "what|name|list|was|wie|nenne|que|quoi|nomme",
}
ASKS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _ASKS.items()}
"""What a question asks for, the first that fits."""

WH = words_set(
    "which what who whose whom when where how many much name list tell was wer welche welcher welches welchen "
    "welchem wie viele viel wann wo wem wen wessen quel quelle quels quelles qui quand combien "
    "why warum wieso weshalb pourquoi"
)
"""Behind such a word stands what is asked for."""
