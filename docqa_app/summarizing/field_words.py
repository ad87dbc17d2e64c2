"""The words that tell which field a sentence gives an amount or a date out for, in three languages.

PLACE stands for the value among the words of its clause: "includes # tax" is no sum that includes tax.
"""

from __future__ import annotations

import re


def any_of(*words: str) -> re.Pattern[str]:
    """One of these words; a star stands for any letters."""
    spelled = "|".join(" ".join(words).split()).replace("*", r"[^\W_]*")
    return re.compile(rf"\b(?:{spelled})\b")


PLACE = "#"

_TAX = r"(?:taxe?s?|vat|gst|sst|mwst|ust|umsatzsteuer|mehrwertsteuer|steuern?|tva)"
WITHOUT_TAX = re.compile(
    rf"\b(?:excl[^\W_]*|ex|without|before|pre|less|strip[^\W_]*(?: out| off)?|deduct[^\W_]*|leav[^\W_]+ out|"
    rf"dédui[^\W_]*|retir[^\W_]*|ohne|vor|exkl[^\W_]*|abzüglich|"
    rf"hors|avant|sans)\.?[\s-](?:[^\W_]+\s|l['’])?{_TAX}\b|\b(?:ht|htva|net of tax)\b|"
    rf"\b{_TAX}[\s-](?:(?:is|was|has been) )?(?:ab(?:gezogen|ziehen)?|heraus[^\W_]*|exclusive|excluded|"
    rf"(?:strip|deduct|remov|subtract|retir|dédui|enlev)[^\W_]+)\b|"
    rf"\b{_TAX} (?:(?:not|noch)(?: yet)?|nicht|non) (?:nicht )?"
    rf"(?:counted|included|added|enthalten|eingerechnet|inbegriffen|dabei|comprises?|incluses?)\b|"
    rf"\b(?:prior to|vor aufschlag|vor hinzurechnung)(?: [^\W_]+){{0,4}}? {_TAX}\b|\buntaxed\b|\bwere no {_TAX}\b|"
    rf"# (?:plus|zzgl|zuzüglich|\+)\.? (?:[^\W_]+ )?{_TAX}\b(?!.*#)|"
    rf"\bon top of (?:the )?#|\bzu (?:den )?# komm[^\W_]+\b"
)
WITH_TAX = re.compile(
    rf"\b(?:incl[^\W_]*|inc|with|after|inkl[^\W_]*|einschlie[^\W_]+|mit|nach|avec)\.?\s(?:[^\W_]+\s)?{_TAX}\b|"
    rf"\b(?:including|inclusive of|einschließlich)(?: [^\W_]+){{2,3}} {_TAX}\b|\b{_TAX} and (?:everything|all)\b|"
    rf"(?<!\bla )\b{_TAX} (?:comprises?|incluses?)\b(?! ?:)|\b(?:ttc|tvac)\b|"
    rf"(?:#(?! ?{_TAX})|\b(?:total|sum|summe|gesamt[^\W_]*|price|preis|prix|montant)\b)"
    rf".*\b{_TAX}(?: and everything| schon| bereits)?,? "
    r"(?:included|incluses?|comprises?|inbegriffen|eingerechnet|enthalten|drin|dabei|in(?=\W*$))"
)
TAX_OF = re.compile(rf"(?<!\bhors )\b{_TAX}(?: in höhe)? (?:of|von|de) #|\b{_TAX} comprise pour #")
"""What tells how much the tax is: "including VAT of 19.00"."""
GROSS = re.compile(r"\b(?:gross|brutto[^\W_]*|brut|net à payer|nett total|net payable)\b")
NET = any_of(
    "net netto* taxable assessable subtotal sub-total zwischensumme warenwert entgelt positionen *bemessungsgrundlage",
    "sous-total nette imposable",
)
TAXED = re.compile(
    rf"\b{_TAX}\b|\b[^\W_]*steuer[^\W_]*\b|\bmwst-[^\W_]*|\b(?:finanzamt|fiskus|fisc|taxman|the state)\b"
)
TOTAL = any_of(
    "total* sum sums altogether all due bill* owe* charge* invoice* want* ask* pay paid paying payable transfer* spent",
    "spend bought purchase* receive* took sold amounts comes come demand* overall grand final expense* book* bottom",
    "settle* set",
    "gesamt* summe* insgesamt zahl* bezahl* schuld* überweis* rechnung* verlangt* berechne* erhielt zusammen",
    "einkauf* ausgegeben ganzen beläuft stellt nahm endbetrag endpreis buchen gebucht verbuch* strich alles forder*",
    "total* somme tout payer devons doit facture* facturé* demand* virer dépens* encaiss* élève* achat reçu",
    "comptabilis* réclam* régl*",
)
OTHER_AMOUNTS = (
    (
        ("discount",),
        any_of(
            r"discount* rebate* reduc* deduction lowered markdown saved (?<!pay\s)(?<!paid\s)off",
            "*rabatt* skonto nachlass nachgelassen preisnachlass preisabschlag abgezogen erlassen ermäßigung",
            "ermässigung entgegengekommen gespart",
            "remise* rabais ristourne* escompte* déduit* réduction* baissé*",
        ),
    ),
    (
        ("shipping",),
        any_of(
            "shipping shipped postage freight carriage deliver* transport haulage courier sending door",
            "versand* porto fracht* lieferung lieferkosten liefergebühr* transport* zustell* spedition* haustür",
            "port livraison expédition envoi fret acheminement",
        ),
    ),
    (
        ("change",),
        any_of(
            r"change (?<!\bus\s)(?<!\bme\s)back",
            "rückgeld wechselgeld retourgeld heraus* zurück retour",
            "monnaie rendu* repris récupéré* returned",
        ),
    ),
    (("deposit",), any_of("deposit* prepaid advance already", "anzahlung angezahlt*", "acompte*")),
    (
        ("cash",),
        any_of(
            r"(?<!petty\s)cash handed given gave tender* notes coins counter",
            "bar bargeld gegeben* hingegeben gab hingelegt legte scheine münzen",
            "espèces liquide donné versé* remis tendu",
        ),
    ),
    (("balance_due",), any_of("left remain* balance outstanding", "offen* rest*", "reste* solde")),
)
"""Amounts that no kind lists."""
OUT_OF = re.compile(
    r"^(?:out of|of|from|von|aus|sur) #|\b(?:with|mit|avec|took|nahm) #|# (?:entgegen|hinleg[^\W_]*|hingelegt)"
)
"""What money is given, where some comes back."""
PLUS = re.compile(r"\s*(?:plus|zuzüglich|zzgl)\b|\s*\+")
"""What stands between an amount and the tax that is added to it."""
MAKES = re.compile(
    rf"^(?:{_TAX} )?(?:makes|gives|equals|ergibt|ergeben|macht|fait|font) #|\bbring[^\W_]* (?:[^\W_]+ ){{0,5}}to #"
)
NUMBER_WORDS = any_of("no nr n° number nummer *nummer numéro id iban vat-id ust-idnr order page items account konto")
"""Where a whole number is none of money."""

PAID_EARLY = re.compile(
    r"(?<!ohne )(?<!without )(?<!sans )\b(?:skonto(?:frist)?|(?:cash )?discount|escompte|early[- ]payment)\b"
)
"""The day of a discount is not the one until which all must be paid."""
ON_CONDITION = re.compile(r"^(?:if|when|whoever|wer|wenn|bei|falls|si|qui|en cas)\b", re.IGNORECASE)
"""How a sentence begins that names the day of a discount before the discount."""
MUST = re.compile(
    r"\b(?:due|payable|deadline|maturity|matures?|paid by|paying after|passé le #|"
    r"bis # zeit|fällig[^\W_]*|zahlbar|[^\W_]*frist|zahlungsziel|"
    r"bezahlt bis|spätestens|überfällig|verzug|overdue|échéance|éch|exigible|limite|payée? avant|"
    r"(?:must|has to|have to|muss|müssen|doit|doivent)\b.*\b(?:paid|settled|bezahlt|beglichen|payée?s?|réglée?s?)|"
    r"(?:money|funds|geld|l['’]argent)\b.*\b(?:arrive|be|da|arriver|être)|"
    r"(?:payment|zahlung[^\W_]*|paiement|règlement)\b.*\b(?:ends?|endet|expires?|expire|se termine))\b"
)
DUE = any_of(
    "pay payment latest later last until settle transfer remit",
    "zahl* bezahlen bezahlung begleichen überweisen",
    "payer régler dû paiement tard règlement virer",
)
UNTIL = re.compile(
    r"\b(?:by|before|until|till|bis(?: zum| spätestens)?|jusqu['’](?:au|à|en)|(?:avant|pour) le|d['’]ici(?: au| le)?) #"
)
"""The day until which something must be: the payment, where nothing else is named."""
ISSUED = any_of(
    "issue* date* invoice* bill* billing written wrote sent printed purchase* bought spent receipt slip charge* paid",
    "shopping sale rung raised drawn drew created prepared bears carries day",
    "datum rechnungsdatum belegdatum ausstellungsdatum fakturadatum kaufdatum buchungsdatum",
    "ausgestellt ausgab vom datiert* geschrieben schrieb rechnung* ausgegeben einkauf* eingekauft beleg bon gab",
    "erhielt bezahlt ausstell* erstell* verfasst trägt tag gekauft abgerechnet verrechnet fakturiert kauf erworben",
    "verkauf* kassiert",
    "daté* émis* date écrite envoyé facture* facturé* achat* acheté ticket dépens* reçu payé courses émission",
    "vente caisse encaiss* facturation établie? dressée? rédigée? créée? porte jour pièce",
)
_WARES = (
    r"(?:goods|items|parcels?|package|consignment|shipment|articles?|waren?|sendung|paket|artikel|marchandises?|colis)"
)
_CAME = (
    r"(?:came|got|arrived?|received?|receipt|here|in|kam(?:en)?|traf(?:en)?|da|erhielt(?:en)?|erhalten|bekam(?:en)?|"
    r"[^\W_]*(?:getroffen|gekommen|gangen)|arrivée?s?|parvenue?s?|reçue?s?|réceptionn[^\W_]+|reached|handed|übergeben|"
    r"zugestellt|remise?s?)"
)
_WORK = r"(?:works?|jobs?|services?|arbeit(?:en)?|travaux|prestations?)"
_DONE = (
    r"(?:done|performed|rendered|carried out|completed|finished|"
    r"erbracht|ausgeführt|erledigt|faire|exécutée?s?|réalisée?s?)"
)
OTHER_DATES = (
    (("delivery_date",), re.compile(rf"\b{_WARES}\b.*\b{_CAME}\b|\b{_CAME}\b.*\b{_WARES}\b")),
    (("delivery_date",), re.compile(rf"\b(?:date of supply|supply date|{_WORK}\b.*\b{_DONE})\b")),
    (
        ("delivery_date",),
        any_of(
            "deliver* ship* supplied dispatch* dropped",
            "(?!lieferant)*liefer* versandt leistung* wareneingang zugestellt übergabe",
            "livr* réception",
        ),
    ),
    (("order_date",), any_of("order*", "bestell*", "command*")),
    (("period_from",), re.compile(r"\b(?:period|zeit|zeitraum|période) (?:from|vom|von|du) #")),
    (("period_from",), any_of("start* begin* beginn* début")),
    (("period_to",), any_of("end* ende* fin")),
    (
        (),
        any_of(
            "period born signed supply valid",
            "zeit zeitraum* geboren unterschrieben gültig*",
            "période expédi* né signé* valable*",
        ),
    ),
)
SAYS_NOTHING = re.compile(
    r"^(?:(?:from|on|dated|at|we|i|was|were|have|vom|am|bei|habe|haben|wir|ich|war|du|le|de|chez|nous|avons|je|suis|"
    r"il|est|"
    r"travel|expenses?|spesen|reisekosten|note|frais|petty|cash|petite|caisse|kasse|"
    r"merchant|vendor|seller|shop|händler|verkäufer|geschäft|commerçant|vendeur|magasin)\b|\W)*$"
)
"""Words around a lone day that leave it to be the paper's own."""

LEADING = re.compile(
    r"\b(?:of|on|by|until|before|from|to|for|at|is|was|dated|am|vom|von|bis|zum|über|ist|war|beträgt|le|du|de|au|à|"
    r"avant|est)"
    r"(?: (?:the|dem|den|der|le|la))?\s*$"
)
"""What stands right before a value."""
PAPER = re.compile(
    r"\b(?:invoice|bill|receipt|slip|order|rechnung|beleg|bon|bestellung|auftrag|facture|ticket|reçu|commande)"
    r"(?: \S+){0,2} (?:of|dated|from|vom|du)(?: the)?\s*$"
)
IN_TAX = re.compile(rf"^\s*(?:in|an|de|as|als|comme) {_TAX}\b")
"""What stands right behind a tax: "They charged 123.78 in VAT on 651.48"."""
GOES_ON = re.compile(r"^\s*(?:is|are|ist|sind|macht|est|sont)\b")
QUALIFYING = re.compile(rf"\s*(?:{WITHOUT_TAX.pattern}|{WITH_TAX.pattern}|{IN_TAX.pattern})")
QUALIFIED = re.compile(rf"^\s*(?:net|netto|gross|brutto|ht|ttc|given|gegeben|{_TAX})\b")
"""What stands right behind a value and belongs to it."""
CLAUSE = re.compile(
    r"[,;()]|[?!]\s|(?<!mwst)(?<!\bust)(?<!zzgl)(?<!in[kc]l)(?<!exkl)(?<!excl)\.\s|\s[/|–—-]+\s|"
    r"\b(?:and|plus|of which|und|zuzüglich|davon|darin|dont|et)\b",
    re.IGNORECASE,
)
