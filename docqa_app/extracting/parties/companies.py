"""Who sells and who buys: what cannot be a name, and companies, told by the legal form behind their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from docqa_app.core.answer import Candidate
from docqa_app.core.document import Page, Word
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines

PARTIES = ("supplier_name", "customer_name", "merchant_name")
ALIKE = 0.8
"""From this likeness on two spellings are one, of which a letter was misread."""
LONGEST_NAME = 7
WIDEST_SPACE = 1.5
"""Between two words of one name, in heights."""
LEGAL_FORMS = frozenset(
    (
        "gmbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "eg", "ek", "se", "sarl", "sas", "sasu", "eurl", "snc",
        "ltd", "limited", "llp", "plc", "inc", "llc", "corp", "corporation", "bv", "nv", "srl", "spa", "aps", "bhd",
        "ug", "og", "ev", "eu", "mbh", "mbb", "partg", "partgmbb", "gesbr", "sa", "sci", "scop", "scp", "sprl",
        "selarl", "eirl", "sagl", "pllc", "lp", "dac", "pty", "pvt", "oy", "oyj", "ab", "asbl", "vzw", "slu", "lda",
        "sro", "doo",
    )
)  # fmt: skip
_PARTICLES = (
    "of and the for de du des la le les et en au aux sur sous von vom zu zum zur der die das und für an am im bei"
)
PARTICLES = frozenset(_PARTICLES.split())
"""Small words within names: "École de musique du Cap"."""
_SMALL_FORMS = frozenset(("e.V.", "eV", "e.K.", "eK", "e.Kfm.", "e.U.", "eG", "gGmbH", "mbH", "mbB", "plc"))
"""Those that begin with a small letter, as they are written."""
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


@dataclass(frozen=True, slots=True)
class Company:
    """A company's name where it is printed first, and how often it is printed."""

    text: str
    page: int
    words: tuple[int, ...]
    count: int = 1


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
    return next((n for n, word in enumerate(words) if n and _CARE_OF.match(word)), len(words))


def is_care_of(text: str) -> bool:
    """Whether a line says through whom the one over it is reached."""
    return _CARE_OF.match(text) is not None


def can_be_name(text: str) -> bool:
    """Whether a text can say who sells or buys: it is no number, no sentence and no head of something else."""
    letters, digits = sum(c.isalpha() for c in text), sum(c.isdigit() for c in text)
    words, plain = text.split(), plain_name(text)
    if _CARE_OF.match(text) or letters <= digits or not text[:1].isalnum() or text[-1] in ":&-,;":
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
    """Whether a line says what the document is, be its first letter lost: "Facture d'abonnement", "nvoice"."""
    words = {plain_name(word) for word in re.split(r"[\s'’-]+", text)}
    return not words.isdisjoint(TITLES | {title[1:] for title in TITLES if len(title) >= SURE_LETTERS})


def alike(one: str, other: str) -> bool:
    """Whether two plain spellings are one name, of which a letter was misread."""
    if abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def companies(pages: Sequence[Page]) -> tuple[Company, ...]:
    """Every company that is printed with its legal form, in the order of the pages."""
    found: dict[str, Company] = {}
    for page in pages:
        words = upright(page).words
        for run in _runs(words):
            for name in _names(words, run):
                text = " ".join(words[index].text for index in name).strip(BESIDE_NAMES)
                known = found.get(plain_name(text))
                one = Company(text, page.number, name) if known is None else known
                found[plain_name(text)] = Company(one.text, one.page, one.words, known.count + 1 if known else 1)
    return tuple(found.values())


def _runs(words: Sequence[Word]) -> Iterator[list[int]]:
    """Words of a line that stand together."""
    for line in text_lines(words):
        run = [line.words[0]]
        for left, right in pairwise(line.words):
            gap = words[right].box.left - words[left].box.right
            if gap > WIDEST_SPACE * max(words[left].box.height, words[right].box.height):
                yield run
                run = []
            run.append(right)
        yield run


def _names(words: Sequence[Word], run: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The names in a run: from its start, or from what parts it before, to a legal form."""
    texts = [words[index].text for index in run]
    start = at = 0
    while at < len(run):
        end = at + 1
        if at > start and (length := _form_length(texts, at)):
            end = _end(texts, at + length)
            if end - start <= LONGEST_NAME and can_be_name(" ".join(texts[start:end]).rstrip(",;")):
                yield tuple(run[start:end])
            start = end
        elif texts[at][-1] in PARTS and not _CARE_OF.match(texts[at]):
            start = end
        at = end


def is_form(text: str) -> bool:
    """Whether a word is a legal form, which is printed with a capital: "kg" is a weight."""
    return (text[0].isupper() and plain_name(text) in LEGAL_FORMS) or text.rstrip(",;") in _SMALL_FORMS


def has_form(name: str) -> bool:
    """Whether a name bears its legal form."""
    return any(map(is_form, name.split()[1:]))


def _form_length(texts: Sequence[str], at: int) -> int:
    """How many words a legal form has that begins here ("e. K.", "S.à r.l." two); 0 where none does. Before a
    number two letters are a state: "Adelaide SA 5000"."""
    both = "".join(texts[at : at + 2]).rstrip(",;")
    if (both in _SMALL_FORMS and texts[at] == "e.") or both.casefold() in ("s.àr.l.", "s.ar.l."):
        return 2
    state = len(texts[at]) == 2 and texts[at + 1 : at + 2] and texts[at + 1][0].isdigit()
    return int(is_form(texts[at]) and not state)


def _end(texts: Sequence[str], end: int) -> int:
    """Behind a legal form that ends here, with what goes on: "GmbH & Co. KG", "Pty Ltd"."""
    if texts[end : end + 1] and texts[end] in "&+" and plain_name("".join(texts[end + 1 : end + 2])) in ("co", "cie"):
        end += 2
    while texts[end : end + 1] and _form_length(texts, end):
        end += 1
    return end


def plain_name(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))
