"""Values for the labels of forms: something of the right sort for every blank."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from docqa_app.training.data.content import World

COUNTRIES = {
    "en": ("United Kingdom", "United States", "Canada", "Ireland", "India", "Malaysia", "Germany", "France", "Brazil"),
    "de": ("Deutschland", "Österreich", "Schweiz", "Frankreich", "Polen", "Italien", "Türkei", "Spanien"),
    "fr": ("France", "Belgique", "Suisse", "Allemagne", "Italie", "Espagne", "Maroc", "Portugal"),
}
CITIZENS = {
    "en": ("British", "American", "Canadian", "Irish", "Indian", "Malaysian", "German", "French"),
    "de": ("deutsch", "österreichisch", "polnisch", "italienisch", "türkisch", "französisch"),
    "fr": ("française", "belge", "suisse", "italienne", "marocaine", "portugaise"),
}
JOBS = {
    "en": ["Accountant", "Teacher", "Engineer", "Nurse", "Carpenter", "Electrician", "Clerk", "Driver", "Chemist", "Manager", "Secretary", "Buyer"],
    "de": ["Buchhalterin", "Lehrer", "Ingenieur", "Krankenpfleger", "Tischler", "Elektriker", "Sachbearbeiter", "Fahrer", "Verkäuferin"],
    "fr": ["Comptable", "Professeur", "Ingénieur", "Infirmière", "Menuisier", "Électricien", "Chauffeur", "Vendeuse", "Secrétaire"],
}
POSTS = {
    "en": (
        "Managing Director",
        "Head of Sales",
        "Office Manager",
        "Vice President",
        "Chief Accountant",
        "Project Leader",
        "Director of Marketing",
        "Research Associate",
    ),
    "de": ("Geschäftsführer", "Leiterin Vertrieb", "Abteilungsleiter", "Prokuristin", "Büroleitung", "Projektleiter"),
    "fr": ("Directeur général", "Responsable des ventes", "Chef de projet", "Directrice financière", "Gérant"),
}
PHRASES = {
    "en": ("annual review", "new packaging test", "customer survey", "office relocation", "spring campaign", "routine check", "travel to trade fair", "repair of machine", "North East", "good", "first quarter results", "safety training", "replacement of damaged parts", "product launch", "Daily News", "not applicable", "approved with changes", "direct mail", "brother", "blue pickup truck"),
    "de": ("jährliche Prüfung", "neue Verpackung", "Kundenbefragung", "Umzug des Büros", "Frühjahrsaktion", "Dienstreise zur Messe", "Reparatur der Maschine", "gut", "Sicherheitsschulung", "Ersatz beschädigter Teile", "ohne Befund", "Neubau Halle 3", "Erstantrag"),
    "fr": ("contrôle annuel", "nouvel emballage", "enquête clients", "déménagement du bureau", "campagne de printemps", "voyage au salon", "réparation de la machine", "bon", "formation sécurité", "remplacement de pièces", "conforme", "première demande"),
}  # fmt: skip
DEPARTMENTS = {
    "en": ("Accounting", "Sales", "Research & Development", "Human Resources", "Marketing", "Purchasing", "Quality Control", "Legal", "Shipping"),
    "de": ("Buchhaltung", "Vertrieb", "Einkauf", "Personal", "Entwicklung", "Qualitätssicherung", "Versand"),
    "fr": ("Comptabilité", "Ventes", "Achats", "Ressources humaines", "Recherche", "Qualité", "Expédition"),
}  # fmt: skip


@lru_cache(maxsize=4)
def form_labels(language: str) -> tuple[tuple[str, str], ...]:
    """Labels of forms in this language with the sort of their value."""
    text = files(__package__).joinpath("form_labels.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)[language].items())


def words(world: World) -> str:
    """A few words such as people write on lines."""
    return world.rng.choice(PHRASES[world.language])


def fill(world: World, sort: str) -> str:
    """A value of a sort that `form_labels` names."""
    rng = world.rng
    makers = {
        "person": world.person,
        "company": world.company,
        "city": world.city,
        "street": lambda: world.lines()[0].rstrip(","),
        "day": lambda: world.dates.text(world.day()),
        "money": lambda: world.money.text(rng.randint(1000, 9_000_000) // 5 * 5),
        "number": lambda: world.hashes(rng.choice(("###", "####", "#####", "######"))),
        "code": lambda: world.hashes(rng.choice(("??-####", "####-##", "?###", "######", "##-???-##", "#### ###"))),
        "phone": world.phone,
        "email": lambda: world.party(firm=False).email,
        "web": lambda: world.party().website,
        "words": lambda: words(world),
        "goods": lambda: world.goods()[0],
        "count": lambda: str(rng.randint(1, 250)),
        "percent": lambda: f"{rng.randint(1, 99)}{rng.choice(('%', ' %', '.5%'))}",
        "bank": world.bank,
        "country": lambda: rng.choice(COUNTRIES[world.language]),
        "clock": lambda: f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}",
        "citizen": lambda: rng.choice(CITIZENS[world.language]),
        "job": lambda: rng.choice(JOBS[world.language]),
        "post": lambda: rng.choice(POSTS[world.language]),
        "department": lambda: rng.choice(DEPARTMENTS[world.language]),
    }
    return makers[sort]()
