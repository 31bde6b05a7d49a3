"""Words and phrases that exclude one another, in five languages. All texts are invented."""

import pytest

from generator.compare.lexis import hits, lexis, written
from generator.compare.marks import marks
from generator.compare.statements import statements
from generator.language.relations import excluded_by
from generator.language.words import words
from tests.compare.telling import story, told


def poles(text: str, language: str) -> list[str]:
    """Which poles of which groups a sentence has."""
    found = marks(statements(story(told("A", text, language=language)), ())[0])
    return [mark.meaning for mark in found.opposites]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The union joined the cabinet.", "The union will support the cabinet from outside."),
        ("en", "The truce remained in force.", "The truce has collapsed."),
        ("en", "The group claimed responsibility.", "The group denied involvement."),
        ("en", "The train ran on time.", "The train was months late."),
        ("en", "It began in the engine room.", "It began on the car deck."),
        ("en", "It began on the car deck.", "It began in the kitchen."),
        ("ar", "أعلنت الجماعة مسؤوليتها عن الهجوم.", "قالت الجماعة إنها لا علاقة لها بالهجوم."),
        ("ar", "بدأ الحريق في غرفة المحركات.", "بدأ الحريق في المطبخ."),
        ("fr", "L'entraîneur a remis sa démission.", "L'entraîneur a été limogé."),
        ("es", "El entrenador presentó su dimisión.", "El entrenador fue destituido."),
        ("de", "Der Trainer reichte seinen Rücktritt ein.", "Der Trainer wurde entlassen."),
    ],
)
def test_two_poles_of_one_group(language: str, one: str, other: str) -> None:
    ours, theirs = poles(one, language), poles(other, language)
    assert any(a[:-1] == b[:-1] and a != b for a in ours for b in theirs)


@pytest.mark.parametrize(
    ("one", "other"),
    [("moored", "adrift"), ("funded", "unfunded"), ("red", "green"), ("green", "yellow"), ("upstream", "downstream")],
)
def test_concepts_that_exclude_each_other(one: str, other: str) -> None:
    keys = [next(iter(words(word, "en"))).key for word in (one, other)]
    assert keys[1] in excluded_by(keys[0])
    assert keys[0] in excluded_by(keys[1])


@pytest.mark.parametrize("language", ["en", "ar", "fr", "de", "es"])
def test_every_language_has_enough_groups(language: str) -> None:
    table = lexis(language).opposites
    groups = {meaning[:-1] for entries in table.values() for _, meaning in entries}
    assert len(groups) >= 70
    assert not list(hits(table, [written("xyzzy", language)]))
