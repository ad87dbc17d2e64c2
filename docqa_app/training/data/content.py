"""What pages tell of: people, firms, addresses, goods, money and days, in a region's own manner."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from faker import Faker

from docqa_app.training.data import checks
from docqa_app.training.data.lexicon import flat, table, texts
from docqa_app.training.data.printing import DateStyle, MoneyStyle, date_style, money_style

LOCALES = ("en_US", "en_GB", "de_DE", "fr_FR", "en_MY", "en_IN", "en_ID")
COUNTRY = {"en_US": "US", "en_GB": "GB", "de_DE": "DE", "fr_FR": "FR", "en_MY": "MY", "en_IN": "IN", "en_ID": "ID"}
LEGAL = texts("content.legal")
TRADE_WORDS = texts("content.trade_words")
STEMS = flat("content.stems")


@lru_cache(maxsize=8)
def _provider(name: str) -> Faker:
    return Faker(name, use_weighting=False)


def ascii_slug(text: str) -> str:
    """A text as it would stand in a web address."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:24].strip("-") or "office"


@dataclass(frozen=True, slots=True)
class Party:
    """A firm or a person with an address."""

    name: str
    lines: tuple[str, ...]
    phone: str
    email: str
    website: str

    @property
    def address(self) -> str:
        return " ".join(self.lines)

    def shouted(self) -> Party:
        """The party in capitals, as ledgers print them."""
        return replace(self, name=self.name.upper(), lines=tuple(line.upper() for line in self.lines))


class World:
    """A source of content in one region's manner; the same random source gives the same content."""

    def __init__(self, rng: random.Random, locale: str) -> None:
        self.rng = rng
        self.locale = locale
        self.language = locale[:2]
        self.country = COUNTRY[locale]
        self.region: dict[str, Any] | None = table("regions").get(locale)
        self.fake = _provider(locale if self.region is None else "en_US")
        # the British provider's running text is Latin
        self.prose = _provider("en_US") if self.language == "en" else self.fake
        self.fake.seed_instance(rng.getrandbits(32))
        self.prose.seed_instance(rng.getrandbits(32))
        self.dates: DateStyle = date_style(rng, locale)
        self.money: MoneyStyle = money_style(rng, locale)

    def paragraph(self, sentences: int) -> str:
        """Running text that says nothing."""
        return self.prose.paragraph(nb_sentences=sentences)

    def person(self) -> str:
        if self.region:
            return f"{self.rng.choice(self.region['firsts'])} {self.rng.choice(self.region['surnames'])}"
        return f"{self.fake.first_name()} {self.fake.last_name()}"

    def company(self) -> str:
        if self.region:
            return self._regional_company()
        legal = self.rng.choice(LEGAL[self.locale])
        trade = self.rng.choice(TRADE_WORDS[self.language])
        stem = self.rng.choice((self.rng.choice(STEMS), self.fake.last_name(), self.fake.city()))
        form = self.rng.randrange(5)
        if form == 0:
            return self.fake.company()
        if form == 1:
            return f"{stem} & {self.fake.last_name()} {legal}".strip()
        if form == 2:
            return f"{stem}{trade.lower()} {legal}".strip()
        return f"{stem} {trade} {legal}".strip()

    def _regional_company(self) -> str:
        assert self.region is not None
        core = self.rng.choice((self.rng.choice(self.region["cores"]), self.rng.choice(self.region["surnames"])))
        tail = self.rng.choice(self.region["tails"])
        middle = self.rng.choice(("", "", self.rng.choice(TRADE_WORDS["en"])))
        head = self.rng.choice(("", self.rng.choice(self.region["heads"])))
        if self.country == "ID":
            head = self.rng.choice(self.region["heads"])
        return " ".join(part for part in (head, core, middle, tail) if part)

    def lines(self) -> tuple[str, ...]:
        """An address, street first."""
        if self.region:
            return self._regional_lines()
        street = self.fake.street_address().replace("\n", ", ")
        if self.country == "US":
            town = f"{self.fake.city()}, {self.fake.state_abbr()} {self.fake.postcode()}"
        elif self.country == "GB":
            return (street, self.fake.city(), self.fake.postcode())
        else:
            town = f"{self.fake.postcode()} {self.fake.city()}"
        extra = self.rng.choice(("", "", "", self._extra_line()))
        return tuple(part for part in (extra, street, town) if part)

    def _extra_line(self) -> str:
        number = self.rng.randint(1, 40)
        texts = {
            "en": (f"Suite {number}", f"Floor {number}", f"P.O. Box {number}{number}"),
            "de": (f"Postfach {number} 20", "Hinterhaus", f"Gebäude {number}"),
            "fr": (f"BP {number}", f"Bâtiment {chr(65 + number % 6)}", f"ZI Lot {number}"),
        }
        return self.rng.choice(texts[self.language])

    def _regional_lines(self) -> tuple[str, ...]:
        assert self.region is not None
        rng, region = self.rng, self.region
        house = self.hashes(rng.choice(("No. ##", "NO.##", "Lot ###", "##-##", "#, #", "#", "##", "A-##-#")))
        first = f"{house}, {rng.choice(region['streets'])},"
        city = str(rng.choice(region["cities"])) + rng.choice(("", ".", ", Malaysia" if self.country == "MY" else ""))
        if rng.random() < 0.3:
            return (first, city)
        return (first, f"{rng.choice(region['areas'])},", city)

    def phone(self) -> str:
        if self.region:
            return self.hashes(self.rng.choice(self.region["phone"].split("|")))
        masks = {
            "US": ("(###) ###-####", "###-###-####", "###.###.####", "+1 ### ### ####"),
            "GB": ("01### ######", "020 #### ####", "+44 20 #### ####", "0### ### ####"),
            "DE": ("0### / ######", "0## ########", "+49 ### #######", "0####/#####", "(0###) ### ###"),
            "FR": ("01 ## ## ## ##", "04.##.##.##.##", "+33 # ## ## ## ##", "02 ## ## ## ##"),
        }
        return self.hashes(self.rng.choice(masks[self.country]))

    def hashes(self, mask: str) -> str:
        """The mask with digits for # and capital letters for ?."""
        first = str(self.rng.randint(1, 9))
        out = [
            (first if n == 0 else str(self.rng.randint(0, 9))) if sign == "#"
            else chr(self.rng.randint(65, 90)) if sign == "?" else sign
            for n, sign in enumerate(mask)
        ]  # fmt: skip
        return "".join(out)

    def party(self, firm: bool = True) -> Party:
        """A firm or a person with all that belongs to it."""
        name = self.company() if firm else self.person()
        slug = ascii_slug(name)
        ending = {"US": "com", "GB": "co.uk", "DE": "de", "FR": "fr", "MY": "com.my", "IN": "in", "ID": "co.id"}
        domain = f"{slug}.{self.rng.choice((ending[self.country], 'com'))}"
        user = self.rng.choice(("info", "office", "sales", "accounts", "hello", ascii_slug(self.fake.last_name())))
        email = f"{user}@{domain}" if firm else f"{slug.replace('-', '.')}@example.{ending[self.country]}"
        return Party(name, self.lines(), self.phone(), email, self.rng.choice((f"www.{domain}", domain)))

    def city(self) -> str:
        if self.region:
            return re.sub(r"\d+|,.*", "", str(self.rng.choice(self.region["cities"]))).strip()
        return self.fake.city()

    def day(self, start: date = date(1998, 1, 1), end: date = date(2026, 12, 28)) -> date:
        return start + timedelta(days=self.rng.randrange((end - start).days))

    def identifier(self) -> str:
        """A document number in one of many shapes."""
        year = self.rng.randint(2008, 2026)
        mask = self.rng.choice((
            "######", "#####", "####", "########", "R-#####", "INV-####", f"{year}-####", f"{year}/###", "??######",
            "A####-##", "#-######", "###-####-##", f"RE{year}####", "######-#", "?####", "CS-#######", "##/####",
            "T###.####", "??##-####", "##########",
        ))  # fmt: skip
        return self.hashes(mask)

    def goods(self, trade: str | None = None) -> list[str]:
        """Names of goods of one trade, shuffled, no two alike."""
        trades = table("goods")[self.language]
        chosen = trades[trade] if trade in trades else trades[self.rng.choice(sorted(trades))]
        names = list(chosen["goods"])
        self.rng.shuffle(names)
        return [f"{name} {self.rng.choice(chosen['sizes'])}".strip() for name in names]

    def vat_id(self) -> str:
        return checks.vat_id(self.rng, self.country)

    def bank(self) -> str:
        names = {
            "en": ("First National Bank", "Barclays Bank PLC", "City Savings Bank", "Maybank", "HSBC", "Union Bank"),
            "de": ("Sparkasse Musterstadt", "Volksbank Mitte eG", "Deutsche Bank", "Commerzbank AG", "Postbank"),
            "fr": ("Crédit Agricole", "BNP Paribas", "Société Générale", "La Banque Postale", "Caisse d'Épargne"),
        }
        return self.rng.choice(names[self.language])

    def bic(self) -> str:
        country = self.country if self.country in ("DE", "FR", "GB") else "GB"
        letters = "".join(chr(self.rng.randint(65, 90)) for _ in range(4))
        return (
            f"{letters}{country}{self.rng.choice(('2A', 'FF', 'PP', '22', 'M1'))}{self.rng.choice(('', 'XXX', '370'))}"
        )
