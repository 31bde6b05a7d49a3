"""The lists of closed words hold together, and a language without lists does no harm."""

import tomllib
from importlib.resources import files

import pytest

from generator.compare.lexis import hits, lexis, written
from tests.compare.telling import compared, told

LANGUAGES = sorted(
    path.name.split(".")[0]
    for path in (files("generator.compare") / "data").iterdir()
    if path.name.endswith(".toml") and not path.name.startswith("labels")
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_at_two_poles(language: str) -> None:
    table = tomllib.loads((files("generator.compare") / "data" / f"{language}.toml").read_text(encoding="utf-8"))
    poles = [word for pair in table["opposites"].values() for pole in pair for word in pole]
    assert len(poles) == len(set(poles))
    assert not set(table["degree"]["low"]) & set(table["degree"]["high"])


def test_the_longest_phrase_wins_and_contractions_deny() -> None:
    forms = [written(word, "en") for word in ("It", "wasn’t", "ruled", "out")]
    assert [(hit.first, hit.last) for hit in hits(lexis("en").negation, forms)] == [(1, 2), (2, 4)]


def test_arabic_words_are_matched_without_what_is_attached() -> None:
    assert "قال" in written("وقال", "ar")
    assert "تهديد" in written("تهديدًا", "ar")


def test_a_language_without_lists_is_compared_by_words_alone() -> None:
    found = compared(
        told("A", "Laev sõitis teisipäeval Orrini lahes karile.", language="et"),
        told("B", "Laev sõitis teisipäeval Orrini lahes karile ja jäi kinni.", language="et"),
    )
    assert [fact.status for fact in found.facts] == ["all"]
    assert found.differences == ()
