"""Values for the labels of forms: something of the right sort for every blank."""

from __future__ import annotations

from functools import lru_cache

from docqa_app.training.data.content import World
from docqa_app.training.data.lexicon import table, texts

COUNTRIES = texts("filling.countries")
CITIZENS = texts("filling.citizens")
JOBS = texts("filling.jobs")
POSTS = texts("filling.posts")
PHRASES = texts("filling.phrases")
DEPARTMENTS = texts("filling.departments")


@lru_cache(maxsize=4)
def form_labels(language: str) -> tuple[tuple[str, str], ...]:
    """Labels of forms in this language with the sort of their value."""
    return tuple(table("form_labels")[language].items())


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
