"""What contradicts what, and what only looks like it. All texts are invented."""

# ruff: noqa: E501 - one case a line

import pytest

from generator.compare.differences import _is_clear
from generator.compare.rows import across
from generator.model import Difference, DifferenceKind, Evidence, Label, Side
from tests.compare.telling import compared, rows, text_of, told

NAMES: dict[str, Label] = {
    "Tarn Lines": "ORG", "Marrow Bay": "LOC", "Ada Quillfeather": "PER", "Orrin": "LOC", "Culbrae": "LOC", "Kestrel": "ORG",
}  # fmt: skip

DIFFERENT = [
    ("content", "The ferry did not lose power at sea.", "The ferry lost power at sea, two sailors said."),
    ("content", "The report does not blame the minister personally.", "The report blames the minister personally for it."),
    ("content", "A court acquitted the banker of fraud on Friday.", "A court convicted the banker of fraud on Friday."),
    ("content", "The union accepted the offer of the company on Friday.", "The union rejected the offer of the company on Friday."),
    ("strength", "The mayor called it the worst fire in the history of the town.", "The mayor called it one of the worst fires in the history of the town."),
    ("strength", "The hospital of Orrin suffered minor damage in the quake.", "The hospital of Orrin suffered severe damage in the quake."),
    ("strength", "The authority will hold a public inquiry next month.", "The authority may hold a public inquiry next month."),
    ("figure", "The dam will cost 480 million dollars and bring power.", "The dam will cost 620 million dollars and drown a village."),
    ("figure", "Police arrested 17 farmers at the gate of the dam.", "Police arrested 71 farmers at the gate of the dam."),
    ("figure", "The quake lasted 20 seconds in Orrin.", "The quake lasted 30 seconds in Orrin."),
    ("time", "Workers at the smelter ended their strike on Thursday.", "Workers at the smelter ended their strike on Wednesday."),
    ("place", "The ferry struck a sandbank near the northern entrance of Marrow Bay.", "The ferry struck a sandbank near the southern entrance of Marrow Bay."),
    ("label", "Protesters gathered outside the council hall before the vote.", "Rioters gathered outside the council hall before the vote."),
]  # fmt: skip

ALIKE = [
    ("The ferry did not lose power at sea.", "The ferry never lost power at sea."),
    ("The ferry did not only lose power at sea.", "The ferry lost power at sea."),
    ("Police asked whether the ferry lost power at sea.", "The ferry did not lose power at sea."),
    ("Did the ferry lose power at sea?", "The ferry did not lose power at sea."),
    ("About 480 people live in the village of Culbrae.", "The village of Culbrae has 512 people, who live by fishing."),
    ("At least 40 people were hurt in the quake.", "More than 45 people were hurt in the quake."),
    ("The vote on Monday was 31 to 12.", "The vote on Monday was 31 to 12, and then it rained."),
    ("The boy is 9 years old and lives in Orrin.", "The boy is 10 years old and lives in Orrin."),
    ("The company agreed to raise wages by 7 percent.", "Shares of the company rose by 3 percent on Monday."),
    ("The furnaces will be lit again on Monday after the strike.", "The furnaces went out on Friday because of the strike."),
    ("The minister May spoke of the ferry in the morning.", "The minister will speak of the ferry."),
    ("She pleaded guilty to fraud in a court of Orrin.", "He pleaded not guilty to murder in a court of Culbrae."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_a_difference_is_found_with_both_sides(kind: str, one: str, other: str) -> None:
    found = compared(told("A", one, NAMES), told("B", other, NAMES))
    row = rows(found, kind)[0]
    assert [[text_of(found, evidence) for evidence in side.evidence] for side in row.sides] == [[one], [other]]
    assert [len(side.articles) for side in row.sides] == [1, 1]
    assert all(side.value is not None for side in row.sides)
    assert not row.translated


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_only_looks_like_a_difference_is_none(one: str, other: str) -> None:
    found = compared(told("A", one, NAMES), told("B", other, NAMES))
    assert [row for row in found.differences if row.kind != "gap"] == []


def test_the_sides_gather_all_who_say_so() -> None:
    found = compared(
        told("A", "Workers at the smelter ended their strike on Thursday."),
        told("B", "Workers at the smelter ended their strike on Wednesday."),
        told("C", "Workers at the smelter ended the strike on Thursday."),
    )
    row = rows(found, "time")[0]
    assert sorted(len(side.articles) for side in row.sides) == [1, 2]


def test_two_articles_of_one_outlet_never_differ() -> None:
    found = compared(
        told("A", "Workers at the smelter ended their strike on Thursday."),
        told("A", "Workers at the smelter ended their strike on Wednesday."),
    )
    assert found.differences == ()


def test_arabic_denies_as_well() -> None:
    found = compared(
        told("A", "أكد الوزير أن الحكومة لن تفرج عن السجناء قبل نهاية الهدنة.", language="ar"),
        told("B", "قالت مصادر إن الحكومة ستفرج عن السجناء قبل نهاية الهدنة.", language="ar"),
    )
    assert len(rows(found, "content")) == 1


def test_a_difference_between_languages_is_marked_as_translated() -> None:
    names: dict[str, Label] = {"Halabi": "PER", "حلبي": "PER", "Nahran": "LOC", "نهران": "LOC"}
    found = compared(
        told("A", "Halabi said his government will not accept new dams on the Nahran.", names),
        told("B", "قال حلبي إن حكومته سوف تقبل سدودا جديدة على نهر نهران.", names, language="ar"),
    )
    assert [row.translated for row in rows(found, "content")] == [True]


def test_sides_that_share_a_language_differ_in_more_than_translation() -> None:
    assert not across([{"en", "de"}, {"en"}])
    assert across([{"en", "fr"}, {"ar", "de"}])


def test_a_later_toll_is_another_quantity() -> None:
    found = compared(
        told("A", "Nine people died, the governor said.", NAMES),
        told("B", "The number of dead has risen to fourteen, the governor said.", NAMES),
    )
    assert rows(found, "figure") == []


def test_no_source_stands_on_two_sides_and_only_values_have_three() -> None:
    texts = ("Police arrested 17 farmers at the dam.", "Police arrested 71 farmers at the dam.")
    a, b = (told(outlet, text) for outlet, text in zip("AB", texts, strict=True))
    c = told("C", "Police arrested 44 farmers at the dam.")
    places = {one.article.id: one.article.source for one in (a, b, c)}
    sides = [Side(articles=(one.article.id,), evidence=()) for one in (a, b, c)]
    subject = Evidence(article_id=a.article.id, start=0, end=6)

    def row(kind: DifferenceKind, *held: Side) -> Difference:
        return Difference(kind=kind, subject=subject, sides=held, weight=0.5)

    assert _is_clear(row("content", *sides[:2]), places)
    assert not _is_clear(row("content", *sides), places)
    assert _is_clear(row("figure", *sides), places)
    both = Side(articles=(a.article.id, b.article.id), evidence=())
    assert not _is_clear(row("content", sides[0], both), places)
    assert not _is_clear(row("figure", sides[0], both), places)
    assert _is_clear(row("label", sides[0], both), places)
