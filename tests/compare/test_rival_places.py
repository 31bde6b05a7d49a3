"""What says where something is, and which places may be those of one thing. All texts and places are invented."""

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.rivals.sites import sites
from generator.model import Label
from tests.compare.telling import story, told
from tests.compare.test_rivals import between, words_of

NAMES: dict[str, Label] = {"Orrin": "LOC", "Culbrae": "LOC", "أورين": "LOC", "Tom Brandel": "PER"}

PLACES = [
    ("en", "The van stood in a disused gravel pit near Orrin.", ["disused gravel pit", "Orrin"]),
    ("en", "The van burned behind the bus depot on Linnet Lane.", ["bus depot", "Linnet Lane"]),
    ("en", "The prisoners came from Orrin on board a ferry in October.", ["Orrin"]),
    ("en", "They spoke in exchange for money on Thursday in Minister Tom Brandel.", []),
    ("en", "The van burned outside a depot in the village of Orrin.", ["depot", "village of Orrin"]),
    ("en", "ORRIN, March 5 (Agency) - According to the town, the van burned opposite the depot.", ["depot"]),
    ("en", "In a statement they said at a quarter past eight that they were on the way to Orrin.", ["Orrin"]),
    ("en", "They had to keep one cooled room in Culbrae.", ["Culbrae"]),
    ("ar", "عثر على السيارة في مستودع قرب أورين", ["مستودع", "أورين"]),
    ("ar", "غمرت المياه حي النخيل مساء", ["حي النخيل"]),
    ("ar", "وصلت المياه إلى قرية زرقونا", ["قرية زرقونا"]),
    ("ar", "وقرب بلدة أورين عثر على السيارة", ["بلدة أورين"]),
    ("fr", "La camionnette a brûlé dans un entrepôt près du lac.", ["entrepôt", "lac"]),
    ("de", "Der Wagen stand auf dem Parkplatz hinter dem Bahnhof.", ["Parkplatz", "Bahnhof"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PLACES)
def test_names_and_nouns_for_places_behind_prepositions_say_where(
    language: str, text: str, expected: list[str]
) -> None:
    _, reading = read(story(told("A", text, NAMES, language=language)), settings=ComparisonSettings())
    (statement,) = reading.statements
    found = [statement.passage(site.first, site.last) for site in sites(statement)]
    assert [text[place.start : place.end] for place in found] == expected


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("The stolen van was found in a gravel pit.", "The stolen van was found in a car park.",
         "gravel pit", "car park"),
        ("The final will be played at Eastgate Arena.", "The final will be played on Linnet Lane.",
         "Eastgate Arena", "Linnet Lane"),
        ("The talks will be held in Orrin.", "The talks will be held in Culbrae.", "Orrin", "Culbrae"),
    ],
)  # fmt: skip
def test_two_places_of_one_happening_are_proposed(one: str, other: str, left: str, right: str) -> None:
    found = between(one, other, "place")
    assert [(words_of(rival.contrast.one), words_of(rival.contrast.other)) for rival in found] == [(left, right)]
    assert found[0].traits["happens"] == 2
    assert found[0].traits["same_way"] == 1


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("The lorry was found on the third floor.", "The lorry was found in the basement.", "floor", "basement"),
        ("The lorry was found in the fish market.", "The lorry was found in the flower market.",
         "fish market", "flower market"),
        ("The lorry was found in Orrin.", "The lorry was found in Culbrae, nine miles from Orrin.", "Orrin", "Culbrae"),
    ],
)  # fmt: skip
def test_what_tells_a_place_from_others_is_read(one: str, other: str, left: str, right: str) -> None:
    found = between(one, other, "place")
    assert (left, right) in [(words_of(rival.contrast.one), words_of(rival.contrast.other)) for rival in found]


def test_what_is_so_all_over_the_country_is_told_from_what_is_so_in_one_town() -> None:
    (found,) = between("Schools are shut across the country.", "Schools are shut only in Orrin.", "place")
    assert (words_of(found.contrast.one), words_of(found.contrast.other)) == ("country", "Orrin")
    assert found.traits["all_over"] == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lorry was found in Orrin.", "The lorry from Culbrae was found."),
        ("The lorry was found in a warehouse.", "The lorry was found in a storehouse."),
        ("The lorry was found in Orrin.", "The lorry was found at the quay in Orrin."),
        ("The lorry was found in May.", "The lorry was found in October."),
    ],
)
def test_the_same_place_and_what_is_none_are_not_proposed(one: str, other: str) -> None:
    assert between(one, other, "place") == []


def test_that_one_place_lies_in_the_other_is_known_by_any_statement() -> None:
    one = "The talks will be held in Orrin. The quay of Orrin is near Culbrae, in Orrin near Culbrae."
    found = between(one, "The talks will be held in Culbrae.", "place")
    assert all(rival.traits["beside_each_other"] for rival in found)
