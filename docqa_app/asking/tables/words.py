"""What people call rows, columns and what they want of them, in three languages, folded."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docqa_app.asking.meaning import SMALL


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FRAME = SMALL | _set(
    "value values according table tables list show shows showed shown stand stands listed there row rows line column "
    "columns one whose with entry than as per "
    "wert werte steht stehen tabelle liste zeile spalte bei unter an aufgefuhrt gibt welchem wo laut "
    "mit avec gleich qu c y "
    "vaut valeur valeurs tableau figure figurent ligne colonne sous celui celle que il t selon a ou liste listes"
)
"""Words around the names of a row and a column that tell nothing of which are meant."""
QUIET = FRAME | _set(
    "be been being their they them he she his her him i you we us s t had having have do does did done can could "
    "would will only total table list listed name names following wurde wurden worden haben sein seine ihre man "
    "gab ont ete etait etaient leur leurs son sa ses"
)
"""Words that need no explanation."""

QUANTITY, PRICE, AMOUNT = "quantity", "unit_price", "amount"
"""Columns of goods, by their names in the schemas."""

ASKED_KINDS: Mapping[str, re.Pattern[str]] = {
    QUANTITY: re.compile(
        r"how many|quantity|qty|wie viele?\b(?! kostet)|welche menge|menge|anzahl|stuckzahl|quantite|combien de|"
        r"combien d\b|number of (?:units|pieces)"
    ),
    PRICE: re.compile(
        r"unit price|price|rate|cost of (?:one|a single)|how much (?:does|is) (?:one|a single|each)|unit cost|"
        r"einzelpreis|stuckpreis|kostet ein(?:en?)?\b|kosten? pro|preis|prix unitaire|prix|coute une?\b"
    ),
    AMOUNT: re.compile(
        r"total price|line total|total|amount|charged|cost in all|how much|gesamtpreis|betrag|insgesamt|gesamt|"
        r"montant|en tout|kostet|cost"
    ),
}
"""How a question asks for a column of goods, the first that fits."""

KIND_WORDS: Mapping[str, frozenset[str]] = {
    QUANTITY: _set(
        "how many quantity qty units unit pieces sold ordered bought delivered shipped number "
        "viele viel menge anzahl stuck stuckzahl verkauft bestellt gekauft geliefert wurden werden "
        "quantite combien d ont ete vendus vendu vendues commandes commandees achetes livres"
    ),
    PRICE: _set(
        "unit price rate cost costs per single one each piece how much "
        "kostet kosten einzelpreis stuckpreis preis pro ein eine einen einzelnes stuck einheit "
        "coute prix unitaire un une unite l"
    ),
    AMOUNT: _set(
        "total amount charged cost costs all line price how much sum paid item "
        "gesamtpreis betrag insgesamt gesamt kostet summe montant tout coute total"
    ),
}
"""What may stand around a row's name in such a question."""

ROWS = _set("row rows line lines zeile zeilen ligne lignes")
COLUMNS = _set("column columns spalte spalten colonne colonnes")
UNITS = ROWS | _set(
    "item items entry entries position positions product products article articles transaction transactions "
    "posten position positionen eintrag eintrage artikel produkt produkte buchung buchungen operation operations "
    "produit produits"
)
"""What a row is called, whatever the table holds."""
INSIDE = _set("in im contains contient enthalt dans listed figure")
"""Words by which a line is one of a table and not one of the page."""
HEADINGS = _set("heading title called name header head heisst uberschrift titel bezeichnung titre nom")

MOST = _set(
    "highest largest greatest biggest most maximum max dearest expensive hochster hochste hochsten hochstes grosste "
    "grossten grosster meisten hochstens maximal maximale teuersten teuerste teuerster plus eleve elevee grande grand "
    "cher chere"
)
LEAST = _set(
    "lowest smallest least minimum min cheapest niedrigste niedrigsten niedrigster niedrigstes kleinste kleinsten "
    "kleinster wenigsten mindestens minimal minimale billigsten billigste billigster gunstigsten gunstigste moins bas "
    "basse petite petit"
)
"""Which end of a column is asked for; in French "plus bas" has words of both and means the lower."""
COSTLY = _set(
    "expensive dearest cheapest cost costs teuersten teuerste teuerster billigsten billigste billigster gunstigsten "
    "gunstigste kostet cher chere coute"
)
"""Words that ask for a price without naming its column."""
EXTREME_WORDS = MOST | LEAST | COSTLY | _set("am le la value wert valeur overall")
WHICH = _set("which whose who where welcher welche welches welchem wo ou qui")
"""How a question begins that wants a row's name and no number."""
WHO = _set("who whom whose wer wen wem wessen qui")
NAMES = _set("name names namen nom noms")
"""How a column of names is headed, from which a question for a person is answered."""
ASKING = _set("which what welcher welche welches welchen welchem was quel quelle quels quelles que qu")
HAVING = _set("had having hatte hatten avait avaient etait etaient en")
"""What joins a year or a highest number to its row: "had the highest", "en quelle année … était"."""
NUMBERING = _set("number numbers no nr nummer numero")
"""What a column of numbers may be called besides its head: "phone number" where it is headed "Phone"."""
SPENDING = _set("spent spend spends spending ausgegeben depense depenses depensee depensees")
COSTING = SPENDING | _set(
    "how much price cost costs paid pay charged for wie viel wieviel preis kostet kosten zahlt fur hoch "
    "combien prix cout coute coutent paie pour they hat haben a ont"
)
"""Words around a cell that holds money."""
_MONTHS = "jan|feb|fev|mar|apr|avr|mai|may|jun|jui|jul|aug|aou|sep|okt|oct|nov|dez|dec"
_DAYS = "(?:mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|sam|son|lun|mar|mer|jeu|ven|dim|(?:mo|di|mi|do|fr|sa|so)\\b)"
PERIODS: Mapping[frozenset[str], re.Pattern[str]] = {
    _set("year years jahr jahre jahren annee annees"): re.compile(r".*\b(?:19|20)\d\d\b"),
    _set("month months monat monate monaten mois"): re.compile(rf"(?:{_MONTHS})"),
    _set("quarter quarters quartal quartale quartalen trimestre"): re.compile(r"[qt]\s?[1-4]\b|[1-4]\b|quart|trim"),
    _set("day days tag tage weekday wochentag jour jours"): re.compile(_DAYS),
    _set("column columns spalte spalten colonne colonnes"): re.compile(r"."),
}
"""What a head may be that a question asks for, and how such heads are written, folded."""

STEPS: Mapping[str, int] = {
    **dict.fromkeys(_set("after nach apres"), 1),
    **dict.fromkeys(_set("before vor avant"), -1),
}
"""How far down from a row the one stands that a question means by it."""
FOLLOWING = _set(
    "speaks speak spoke speaking comes come came talks talk presents performs plays follows happens takes place up "
    "session speaker stop scheduled planned program next right directly immediately just "
    "spricht redet kommt folgt findet statt programm direkt unmittelbar gleich "
    "parle vient suit intervient lieu prend parole juste programme prochaine prochain"
)
"""What the rows of a programme or a list do."""

TRAVELLING = _set(
    "when at what time leave leaves depart departs go goes run runs start starts arrive arrives reach reaches stop "
    "stops call calls come comes get gets from to bus train tram ferry boat coach service "
    "wann um uhr fahrt halt kommt ab an geht startet von nach zug bahn fahre "
    "quand heure part arrive passe circule quitte s arrete depuis train bateau car navette"
)
"""What a question for an hour of a timetable says besides the stop."""

MORE = _set("higher larger greater more above over exceed exceeds hoher grosser mehr uber depasse plus")
LESS = _set("lower smaller less fewer below under niedriger kleiner weniger unter moins")
COMPARE_WORDS = MORE | LESS | _set("than that true als celui celle que hat has")
COMPARING = {
    "en": _set("is does the of than that for has have"),
    "de": _set("ist hat hoher mehr als bei weniger niedriger"),
    "fr": _set("a celui plus que depasse celle moins est"),
}
"""Words by which a comparison's language is told."""
COUNTING = re.compile(r"how many|number of|count the|wie ?viele|bei wie vielen|anzahl|combien|nombre de")
COUNT_WORDS = _set(
    "how many number count different rows lines have listed there wie viele vielen sind hat liegt mehr als haben "
    "combien compte nombre ont sont d superieur liegt than"
)
