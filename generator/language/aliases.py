"""Countries and organisations that have quite different names in each language: one identity for all of them."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from generator.language.fold import fold

_ACRONYM = 5


@lru_cache(maxsize=100_000)
def known(name: str) -> str | None:
    """The identity of a country (its ISO 3166 code) or organisation, by any of its listed names; None for all else.

    Case, diacritics, and what is attached in front in Arabic or Hebrew do not matter.
    """
    return _identity(name, [*_forms(name), *_detached(_forms(name)[0])])


@lru_cache(maxsize=100_000)
def listed(name: str) -> str | None:
    """The same for a name as it stands, with nothing attached to it."""
    return _identity(name, _forms(name))


def others(name: str) -> frozenset[str]:
    """All listed names, folded, of what a name stands for; none where it is not listed."""
    identity = listed(name)
    return frozenset() if identity is None else _by_identity()[identity]


@lru_cache(maxsize=1)
def _by_identity() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, identity in _table()[0].items():
        found.setdefault(identity, set()).add(form)
    return {identity: frozenset(forms) for identity, forms in found.items()}


def _identity(name: str, forms: Iterable[str]) -> str | None:
    table, capitals = _table()
    found = next((key for key in forms if key in table), None)
    if found is None or (found in capitals and not name.isupper()):
        return None
    return table[found]


def _forms(name: str) -> list[str]:
    """The name as it may stand in the table."""
    folded = " ".join(fold(name).replace(".", "").replace("-", " ").split())
    return [folded, folded.removeprefix("the ")]


def _detached(folded: str) -> list[str]:
    """An Arabic or Hebrew name without the conjunction, preposition or article attached to it."""
    if not "\u0590" <= folded[:1] <= "\u06ff":
        return []
    bare = [folded[cut:] for cut in (1, 2, 3) if folded[:cut] in _ATTACHED]
    return bare + ["ال" + folded[2:]] * folded.startswith("لل")


_ATTACHED = frozenset({
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "لل", "ולה", "ה", "ו", "ב", "ל", "מ", "ש", "וה", "וב", "ול",
    "ומ",
})  # fmt: skip


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], frozenset[str]]:
    """Identities by folded name, and the names that are acronyms: those count in capitals only ("US", not "us")."""
    folder = files("generator.language").joinpath("data")
    found: dict[str, str] = {}
    capitals: set[str] = set()
    for name in ("territories.tsv", "aliases.tsv"):
        for line in folder.joinpath(name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                identity, *names = line.split("\t")
                for one in names[1:]:
                    found.setdefault(_forms(one)[0], identity)
                    if one.isupper() and len(one) <= _ACRONYM and one.isalpha() and one.lower() != one:
                        capitals.add(_forms(one)[0])
    return found, frozenset(capitals)


@lru_cache(maxsize=512)
def names_of(identity: str) -> tuple[frozenset[str], frozenset[str]]:
    """All listed names of a country or organisation, folded, and which of them are acronyms."""
    names = _by_identity().get(identity, frozenset())
    return names, names & _table()[1]


@lru_cache(maxsize=100_000)
def may_begin(word: str) -> bool:
    """Whether any name that `known` knows begins with a word, with or without what is attached to it; quick to ask."""
    folded = _forms(word)[0]
    readings = (form.split(" ")[0] for form in (folded, *_detached(folded)))
    return folded == "the" or not first_words().isdisjoint(readings)


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The folded words that listed names begin with, so that a text's other words need no look."""
    return frozenset(name.split(" ")[0] for name in _table()[0] if name)
