"""Countries and organisations that have quite different names in each language: one identity for all of them."""

from functools import lru_cache
from importlib.resources import files

from generator.language.fold import fold


_ACRONYM = 5


@lru_cache(maxsize=100_000)
def known(name: str) -> str | None:
    """The identity of a country (its ISO 3166 code) or organisation, by any of its listed names; None for all else.

    Case, diacritics, and an article or a conjunction attached in Arabic or Hebrew do not matter.
    """
    table, capitals = _table()
    found = next((key for key in _forms(name) if key in table), None)
    if found is None or (found in capitals and not name.isupper()):
        return None
    return table[found]


def _forms(name: str) -> list[str]:
    """The name as it may stand in the table."""
    folded = " ".join(fold(name).replace(".", "").replace("-", " ").split())
    forms = [folded, folded.removeprefix("the ")]
    if "\u0590" <= folded[:1] <= "\u06ff":
        forms += [folded[cut:] for cut in (1, 2, 3) if folded[:cut] in _ATTACHED]
        forms += ["ال" + form[2:] for form in forms if form.startswith("لل")]
    return forms


_ATTACHED = frozenset("و ف ب ل ك ال وال بال فال لل ולה ה ו ב ל מ ש וה וב ול ומ".split())


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


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The folded words that listed names begin with, so that a text's other words need no look."""
    return frozenset(name.split(" ")[0] for name in _table()[0] if name)
