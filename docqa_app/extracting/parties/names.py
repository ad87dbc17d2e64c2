"""What can be a name of who sells or buys, and what the line over one says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache

from docqa_app.core.answer import Candidate
from docqa_app.extracting.parties.legal_forms import is_form, plain_name

PARTIES = ("supplier_name", "customer_name", "merchant_name")
ALIKE = 0.8
"""From this likeness on two spellings are one, of which a letter was misread."""
LONGEST_NAME = 7
"""Words of a name at most."""
_PARTICLES = (
    "of and the for de du des la le les et en au aux sur sous von vom zu zum zur der die das und für an am im bei"
)
PARTICLES = frozenset(_PARTICLES.split())
"""Small words within names: "École de musique du Cap"."""
BESIDE_NAMES = " ,;·•●|-–"
"""What may cling to a name or an address, and is no part of it."""
PARTS = ":;|·•–-/"
"""What stands between a name and something else, behind a word or alone."""


class Head(Enum):
    """What is printed above a name says who that is: who sells, who buys, where goods go, or somebody else."""

    SELLER = "seller"
    BUYER = "buyer"
    GOODS = "goods"
    OTHER = "other"


_HEADS = frozenset(
    (
        "ref", "reference", "referenz", "agency", "product",
        "gln", "iln", "gtin", "no", "nr", "date", "datum", "page", "seite", "phone", "tel", "telefon", "fax", "email",
        "mail", "iban", "bic", "incoterms", "livraison", "warenempfanger", "lieferanschrift", "lieferadresse",
        "rechnungsanschrift", "rechnungsadresse", "artnr", "artnrlief", "artnrkunde", "rechnung", "rechnungskorrektur",
        "gutschrift", "stornorechnung", "korrekturrechnung", "schlussrechnung", "handelsrechnung", "invoice",
        "taxinvoice", "creditnote", "facture", "avoir", "receipt", "quittung", "lieferschein", "deliverynote",
        "proformarechnung", "proformainvoice",
        "commercialinvoice", "factureproforma", "nummer", "number", "code", "supplierno", "lieferantennr", "globalid",
        "themanager", "thedirector", "thedirectors", "thesecretary", "theowner", "theoccupier", "accountspayable",
        "accountsdepartment", "accountsdept", "buchhaltung", "rechnungswesen", "kreditorenbuchhaltung",
        "geschaftsleitung", "comptabilite", "servicecomptabilite",
    )
)  # fmt: skip
"""What stands where a name could, and heads something else."""
_TITLE = re.compile(
    r"(?:rechnung|gutschrift|honorarnote|liquidation|quittung|mahnung|invoice|creditnote|creditmemo|facture|avoir"
    r"|notedhonoraires)(?:nr|no|n|nummer|numero|number)?\d*$"
)
"""How the title of a document ends, be it a compound ("Abschlagsrechnung") or numbered."""
_CARE_OF = re.compile(r"(?:c/o|℅|c/-|a/s|p\. ?a(?:dr)?\.|i\. ?h\. ?v\.|aux bons soins)(?:\W|$)", re.IGNORECASE)
"""What stands before those through whom another one is reached."""
_LEAD = re.compile(
    r"(?:your |ihre? |votre )?(?:receipt|invoice|bill|order|rechnung|quittung|beleg|reçu|recu|facture|commande)"
    r" (?:from|by|von|vom|de) (?=\S)",
    re.IGNORECASE,
)
"""What says that a document is somebody's: "Your receipt from"."""
_TITLES = (
    "invoice invoices bill receipt statement reminder account estimate quote quotation order note notice ticket "
    "summary rechnung rechnungen gutschrift mahnung quittung beleg kassenbon konto kontoauszug angebot auftrag "
    "bescheid "
    "zahlungserinnerung rechnungsubersicht abrechnung sammelrechnung lieferschein honorarnote "
    "facture factures avoir recu rappel releve devis commande quittance decompte bordereau avis page copy kopie "
    "duplicata"
)
TITLES = frozenset(_TITLES.split())
"""Words of the titles of documents, which are printed as large as names are."""
_HEADS_OF = {
    Head.SELLER: (
        "seller", "supplier", "vendor", "from", "issuedby", "supplierdetails", "remitto", "verkaufer", "lieferant",
        "rechnungssteller", "leistungserbringer", "auftragnehmer", "absender", "vendeur", "fournisseur", "emetteur",
        "prestataire", "expediteur", "soldby", "billfrom", "invoicefrom", "payableto", "serviceprovider",
        "dienstleister", "aussteller", "anbieter", "vendupar", "emisepar", "emispar", "exploitant", "zahlbaran",
        "kontozahlbaran", "comptepayablea", "payablea",
    ),
    Head.BUYER: (
        "buyer", "customer", "billto", "billedto", "soldto", "invoiceto", "invoicedto", "client", "purchaser",
        "billingaddress", "invoiceaddress", "kaufer", "kunde", "rechnungsempfanger", "auftraggeber",
        "leistungsempfanger", "rechnungan", "besteller", "kauferleistungsempfanger", "acheteur", "facturea",
        "adressedefacturation", "destinataire", "adressea", "rechnungsadresse", "rechnungsanschrift", "chargeto",
        "invoicefor", "customername", "customerdetails", "clientname", "guest", "guestname", "creditto", "creditedto",
        "preparedfor", "debtor", "billingdetails", "customeraddress", "driver", "passenger", "insured", "gast",
        "empfanger",
        "versicherungsnehmer", "mandant", "mieter", "kundenanschrift", "kundenadresse", "gutschriftan", "facturation",
        "nomduclient", "clientfacture", "doit", "coordonneesduclient", "adresseduclient", "assure", "debiteur",
        "locataire", "vendua", "zahlbardurch", "payablepar",
    ),
    Head.GOODS: (
        "deliveryaddress", "deliverto", "deliveredto", "shipto", "shippedto", "shippingaddress", "consignee",
        "warenempfanger", "abweichenderwarenempfanger", "lieferadresse", "lieferanschrift", "lieferungan",
        "versandan", "adressedelivraison", "livrea", "lieudelivraison", "livraison", "shiptoaddress", "siteaddress",
        "jobsite", "serviceaddress", "propertyaddress", "installationaddress", "premises", "lieferstelle",
        "verbrauchsstelle", "abnahmestelle", "versandadresse", "einsatzort", "leistungsort", "baustelle", "objekt",
        "chantier",
        "adresseduchantier", "adressedinstallation", "pointdelivraison", "lieudintervention",
    ),
    Head.OTHER: (
        "taxrepresentativeoftheseller", "payee", "agent", "carrier", "spediteur", "vertreter",
        "steuerbevollmachtigterdesverkaufers", "abweichenderzahlungsempfanger", "representantfiscal",
        "beneficiairedupaiement", "transporteur", "mandataire",
    ),
}  # fmt: skip
_ROLES = {text: head for head, texts in _HEADS_OF.items() for text in texts}
_DIGITS = "0123456789"
"""A number may stand behind a head: "Sold to: 20418"."""
SURE_LETTERS = 6
"""Of shorter heads one misread letter makes another word."""


def bare_name(name: Candidate) -> Candidate:
    """A name without what says that the document is its owner's, and without those through whom he is reached:
    "Receipt from Larkspur Audio c/o Gatehouse" names Larkspur Audio."""
    words, lead = name.text.split(), _LEAD.match(name.text)
    first = lead[0].count(" ") if lead else 0
    end = name_end(words)
    if not first and end == len(words):
        return name
    own = name.evidence[first:end] if len(name.evidence) == len(words) else name.evidence
    return replace(name, text=" ".join(words[first:end]), evidence=own)


def name_end(words: Sequence[str]) -> int:
    """Where the words of a name end before those through whom another one is reached: "Oakley Ltd c/o Gatehouse"."""
    return next((n for n, word in enumerate(words) if n and is_care_of(word)), len(words))


def is_care_of(text: str) -> bool:
    """Whether a text begins with what stands before those through whom another one is reached: "c/o"."""
    return _CARE_OF.match(text) is not None


def can_be_name(text: str) -> bool:
    """Whether a text can say who sells or buys: it is no number, no sentence and no head of something else."""
    letters, digits = sum(c.isalpha() for c in text), sum(c.isdigit() for c in text)
    words, plain = text.split(), plain_name(text)
    if is_care_of(text) or letters <= digits or not text[:1].isalnum() or text[-1] in ":&-,;":
        return False
    if text[0].islower() and not is_form(words[-1]):
        return False
    small = sum(word[0].islower() and word not in PARTICLES for word in words)
    heads = plain in _HEADS or _TITLE.search(plain) is not None or head_of(text) is not None
    return not heads and (len(words) <= 4 or small * 2 <= len(words))


@lru_cache(maxsize=4096)
def head_of(text: str) -> Head | None:
    """What a line says of the name under it, be a letter misread; None where it is no such head."""
    said = [plain for part in re.split(r"[/(]", text) if (plain := plain_name(part).rstrip(_DIGITS))]
    known = next((_ROLES[plain] for plain in said if plain in _ROLES), None)
    if known is not None or len(said) > 2:
        return known
    near = (head for plain in said for one, head in _ROLES.items() if len(one) >= SURE_LETTERS and alike(plain, one))
    head = next(near, None)
    return None if head is Head.SELLER and any(map(str.isdigit, text)) else head  # "N° fournisseur: 761": the buyer's


def is_title(text: str) -> bool:
    """Whether a line says what the document is, be its first letter lost, or one misread where it stands alone:
    "Facture d'abonnement", "nvoice", "RKCHNUNG"."""
    words = {plain_name(word) for word in re.split(r"[\s'’-]+", text)}
    sure = {title for title in TITLES if len(title) >= SURE_LETTERS}
    misread = len(words) == 1 and any(alike(word, title) for word in words for title in sure)
    return misread or not words.isdisjoint(TITLES | {title[1:] for title in sure})


def alike(one: str, other: str) -> bool:
    """Whether two plain spellings are one name, of which a letter was misread."""
    if abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
