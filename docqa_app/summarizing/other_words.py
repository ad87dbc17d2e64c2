"""The words that tell that a sentence gives a value out for none of the fields, in three languages.

A unit price, another bill's amount, the end of a warranty, who made the goods: they stand on the page, too, and are not
what its total, its day or its seller is held against. PLACE stands for the value among the words of its clause.
"""

from __future__ import annotations

import re

from docqa_app.summarizing.field_words import any_of

_UNIT = (
    r"(?:hour|day|week|month|year|night|unit|piece|item|pair|person|head|seat|page|word|case|box|bag|sack|bottle|ton|tonne|"
    r"pound|gallon|litre|liter|kilo|kg|gram|mile|kilomet(?:re|er)|(?:square |cubic )?met(?:re|er)|"
    r"stunde|tag|woche|monat|jahr|nacht|stück|paar|person|kopf|platz|seite|kiste|sack|flasche|tonne|pfund|liter|kilo(?:gramm)?|"
    r"kilometer|(?:quadrat|kubik)?meter|einheit|"
    r"heure|jour|semaine|mois|an|année|nuit|unité|pièce|paire|personne|tête|place|page|caisse|sac|bouteille|tonne|livre|"
    r"litre|gramme|kilomètre|mètre)s?"
)
_MEASURE = r"(?:kilo|kg|liter|litre|meter|metre|mètre|tonne|zentner|doppelzentner|pfund|pound|gallon|hectolit(?:er|re))"
_NO_UNIT = (
    r"(?:invoice|bill|receipt|order|our|your|the|attached|enclosed|agreement|contract|card|cheque|bank|transfer|mail|post|"
    r"rechnung|beleg|überweisung|karte|kreditkarte|lastschrift|nachnahme|bank|vertrag|sofort|anfang|ende|bestellung|"
    r"facture|ticket|carte|virement|chèque|prélèvement|contrat|commande|le|la|les|notre|votre|avance|ailleurs|erreur)"
)
FOR_ONE = re.compile(
    rf"# ?(?:(?:per|an?|the|each|every|je|pro|das|der|die|den|par|le|la|au) |à l['’]|/ ?|l['’]){_UNIT}\b|"
    rf"# ?(?:per|pro|je|par) (?!{_NO_UNIT}\b)[^\W\d_]{{3,}}|"
    rf"\b(?:per|pro|je|par|au|each|every|jede[rs]?|chaque|à l['’]) ?{_UNIT}\b|"
    rf"\b(?:a|the|one|das|der|ein|le|un) {_MEASURE}\b|"
    r"# (?:each|apiece|pièce)\b|\b(?:hourly|daily|nightly|stundenlohn|stundensatz|tagessatz|horaire|journalier)\b|"
    r"^(?:row|line|lot|pos(?:ition|\.)?|titel|title|zeile|ligne|poste) \d+\b(?!.*\btotal)"
)
"""What is charged for one of many, or again and again: no total."""
GOODS = re.compile(
    r"\b(?:goods (?:alone|only|cost)|(?:value|total) of the (?:goods|items)|waren (?:allein|nur|kosten)|marchandises)\b"
)
_PRICE = (
    r"\b(?:unit|list|regular|original|usual|normal|old|catalogue|retail|item|single)[ -]price\b|"
    r"\b(?:einzel|stück|listen|normal|original|laden|kilo|liter|quadratmeter|grund|arbeits|neu)preise?s?\b|"
    r"\bprix (?:unitaire|public|catalogue|normal|d['’]origine|de détail)|\btarif (?:public|normal)\b"
)
_PROMISED = (
    r"\b(?:insured|deductible|credit (?:line|limit)|minimum (?:order|spend|purchase|turnover)|penalt(?:y|ies)|"
    r"versicherungssumme|kreditrahmen|kreditlimit|mindest[^\W_]*|höchst[^\W_]*|vertragsstrafe|"
    r"(?:capital|somme|valeur) assurée?|minimum (?:de|d['’])|pénalités?)\b"
)
_IN_PARTS = (
    r"\b(?:instal?lments?|interim|(?:monthly|weekly|yearly) (?:rate|fee|payment)|monatsrate|[^\W_]*raten?|"
    r"zwischenstand|mensualités?|échelonn[^\W_]*)\b"
)
_OF_VOUCHERS = (
    r"\b(?:vouchers?|gift cards?|coupons?|gutschein[^\W_]*|geschenkkarten?|bons? d['’]achat|carte cadeau|cagnotte)\b"
)
_OF_REMINDERS = (
    r"\b(?:dunning|reminder|late (?:payment )?(?:fee|charge)|interest|mahn[^\W_]+|[^\W_]*zinsen|"
    r"relance|recouvrement|intérêts)\b"
)
_KEPT_APART = r"\b(?:bottle deposit|pfand|leergut|consigne|pourboire)\b"
NO_FIELD = re.compile("|".join((_PRICE, _PROMISED, _IN_PARTS, _OF_VOUCHERS, _OF_REMINDERS, _KEPT_APART)))
"""What such an amount is called."""
ODD = any_of(
    "card cheque tip fee fees unit rate rates quantity limit cover coverage travel mileage parking toll wage* salary",
    "karte trinkgeld gebühr* stück *satz menge anzahl deckung* selbstbehalt selbstbeteiligung anfahrt* fahrtkosten",
    "*lohn",
    "carte frais taux quantité nombre plafond franchise couverture déplacement* salaire",
)
"""Amounts of too many sorts to ask for them."""
BESIDE = any_of(
    r"item items (?<!bottom\s)line lines each mentioned named address number alone dearest cheapest previous",
    r"earlier older another section labour last\s(?:month|year|week|time)",
    "erwähnt* genannt* *adresse *anschrift position posten teuerste* günstigste* billigste* frühere* ältere* vorige*",
    "andere* allein vormonat* vorjahr* vorwoche",
    r"pièce mentionné* adresse ligne poste cher chère autre ancien* précédent* seul* (?:mois|année|fois)\sderni\w+",
)
"""What may stand beside such an amount, or beside a total that is called so."""
CALLED_TOTAL = any_of("total* sum altogether overall all", "gesamt* *summe insgesamt", "total* somme")
NAMED = re.compile(
    r"^(?:(?:the|das|die|der|le|la) )?[^\W\d_]+(?::| (?:is|was|ist|war|est|était|reads|lautet)) #\W*$|"
    r"^# (?:is|was|ist|war|est|était) (?:(?:the|das|die|der|le|la) )?[^\W\d_]+\W*$"
)
"""Named by one word, which none of the lists has: "Surcharge: 5.00" gives it out for no total."""

ODD_DATE = re.compile(
    r"\b(?!(?:the|its|his|a|of|and|is|was|with|has|shows|bears|carries|under|by|same|invoice|inv|bill|billing|issue|"
    r"receipt|"
    r"document|slip|purchase|sales?|transaction|tax|posting|booking|invoicing|"
    r"en|la|sa|une|cette|facture|ticket)\b)[^\W\d_]+ date\b"
)
"""The day of something that no kind lists: "the prescription date"."""
FROM = re.compile(
    r"\b(?:from|between|period|[^\W_]*zeitraum|zeit|zwischen|vom|von|période|du|entre)(?: (?:the|dem|le))?:?\s*$"
)
TO = re.compile(r"\s*(?:-|–|to|until|till|through|and|bis|bis zum|und|und dem|au|et|et le)\s*")
"""What stands before and between the two ends of a time."""
_EVENT = (
    r"(?:born|birth|[^\W_]*geburt[^\W_]*|geboren|naissance|valid|validity|gültig[^\W_]*|valable|validité|"
    r"warranty|guaranteed?|garantie|gewährleistung|garantie?s?|"
    r"exchanged?|returns?|umtausch|rückgabe|zurückgeben|échange|vouchers?|gutschein[^\W_]*|"
    r"best before|haltbar|consommer|inspections?|inspected|inspektion|prüfung|wartung|contrôle|"
    r"(?:meter )?reading|ablesung|zählerstand|relevé|licen[cs]e|lizenz|certificates?|zertifikat|bescheinigung|"
    r"certificat|attestation|contract|agreement|[^\W_]*vertrag|vereinbarung|contrat|offer|quotation|quoted?|estimate|"
    r"[^\W_]*angebot|kostenvoranschlag|devis|reminder|mahnung|zahlungserinnerung|relance|subscription|membership|"
    r"abo(?:nnement)?|mitgliedschaft|adhésion|appointment|meeting|hearing|termin|sitzung|besprechung|rendez-vous|réunion|"
    r"audience|cop(?:y|ies)|duplicate|kopie|zweitschrift|duplicata|lease|mietvertrag|bail|"
    r"accident|incident|unfall|schaden|sinistre|visit|besuch|visite|exam|prüfungs?termin)"
)
_PAPER_OR_PAID = re.compile(
    r"\b(?:invoice[sd]?|bill(?:ed|s)?|receipts?|purchased?|bought|pay(?:able|ment|s)?|paid|settle[sd]?|"
    r"[^\W_]*rechnung[^\W_]*|[^\W_]*beleg|bon|quittung|gekauft|zahl[^\W_]*|bezahl[^\W_]*|begl[ei]+chen|überweis[^\W_]*|"
    r"facturée?s?|factures?|ticket|reçu|acheté|pay(?:er|ée?|able)|paiement|régl[^\W_]*)\b"
)
_NAMES_EVENT = re.compile(rf"\b{_EVENT}\b")
_OF_EVENT = re.compile(rf"\b{_EVENT}(?: [^\W_]+)?(?: (?:of|on|dated|vom|am|von|du|le|de|en date du))? #")
"""The day of such an event; right before the value, or anywhere in a clause that speaks of no paper and no payment."""


def is_no_fields_day(words: str) -> bool:
    """Whether a clause gives its day out for that of an event and not of the paper or its payment."""
    return bool(_OF_EVENT.search(words) or (_NAMES_EVENT.search(words) and not _PAPER_OR_PAID.search(words)))


_SOLD_OR_PAID = (
    r"(?:issued|invoiced|billed|charged|supplied|prepared|provided|submitted|created|raised|dated|delivered|requested|"
    r"demanded|claimed|offered|credited|refunded|ordered|placed|purchased|settled|owed|received|addressed|asked|printed|"
    r"calculated|rendered|performed|carried|completed|executed|finished|listed|stated|received|added|"
    r"été|émise?s?|facturée?s?|envoyée?s?|établie?s?|délivrée?s?|rédigée?s?|livrée?s?|dressée?s?|réclamée?s?|demandée?s?|"
    r"encaissée?s?|créée?s?|adressée?s?|payée?s?|réglée?s?|achetée?s?|commandée?s?|passée?s?|exécutée?s?|imprimée?s?|"
    r"réalisée?s?|effectuée?s?|calculée?s?|appliquée?s?|ajoutée?s?|exigée?s?)"
)
_DONE = (
    rf"(?:(?!{_SOLD_OR_PAID}\b)[^\W\d_]{{2,}}(?:ed|ée?s?)|(?<!purchase )made|built|run|led|driven|held|put up|"
    r"conduite?s?|servie?s?|produite?s?|construite?s?|suivie?s?|prescrite?s?|"
    r"hergestellt|gebaut|betrieben|geleitet|geführt|gefahren|bedient|produziert|unterschrieben|unterzeichnet|montiert|"
    r"aufgebaut|versichert|betreut|verwaltet|vertreten|gezeichnet|verschrieben)"
)
_THING = (
    r"(?:software|program(?:me)?|system|terminal|[^\W_]*system|programm|bank|bankverbindung|brand|model|"
    r"marke|modell|logiciel|banque|marque|modèle|insurance|versicherung|assurance)"
)
_ARTICLE = r"(?:\s+(?:the|der|dem|den|die|la|le|les))?\W*$"
NO_PARTY = re.compile(
    rf"\b{_DONE}(?: [^\W_]+)? (?:by|von|durch|par){_ARTICLE}|"
    rf"\b(?:(?<!purchase )made|built|held|insured|installed|rented|leased|hired|borrowed|served|versichert|gemietet|"
    rf"geliehen|assurée?s?|louée?s?|ouverte?s?)(?: [^\W_]+){{0,2}} "
    rf"(?:at|from|with|bei|mit|chez|avec|auprès de){_ARTICLE}|"
    rf"\b{_THING} (?:by|at|from|of|with|von|der|bei|de|chez|avec){_ARTICLE}"
)
"""What stands before a name that neither sells nor buys."""
