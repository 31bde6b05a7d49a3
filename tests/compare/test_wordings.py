"""Two wordings of one utterance, word by word. The sentences are invented."""

from generator.compare.wordings import Change, changes
from generator.model import Article, Origin, Span
from tests.compare.telling import compared, quote, rows, text_of, told


def _article(text: str, language: str = "en") -> Article:
    return Article(
        id=text[:5], origin=Origin(kind="file", where="x"), title=None, outlet=None, url=None, authors=(),
        published=None, language=language, text=text,
    )  # fmt: skip


def _changes(one: str, other: str, language: str = "en") -> list[tuple[str, str, str]]:
    base, second = _article(one, language), _article(other, language)
    found = changes(base, [Span(start=0, end=len(one))], second, [Span(start=0, end=len(other))])
    return [
        (
            c.kind,
            one[c.base.start : c.base.end] if c.base else "",
            other[c.other.start : c.other.end] if c.other else "",
        )
        for c in found
    ]


def test_changed_words() -> None:
    assert _changes("We will hand it over to the global coalition", "We will share it with the global coalition") == [
        ("same", "We will", "We will"),
        ("changed", "hand", "share"),
        ("same", "it", "it"),
        ("changed", "over to", "with"),
        ("same", "the global coalition", "the global coalition"),
    ]


def test_added_and_missing_words() -> None:
    assert _changes("The old bridge is closed", "The bridge is closed today") == [
        ("same", "The", "The"),
        ("missing", "old", ""),
        ("same", "bridge is closed", "bridge is closed"),
        ("added", "", "today"),
    ]


def test_spelling_variants_are_the_same_words() -> None:
    assert {kind for kind, _a, _b in _changes("إسرائيل والأميركي", "اسرائيل والاميركي", "ar")} == {"same"}


def test_parts_of_an_interrupted_quotation_are_read_on() -> None:
    text = "“We go,” he said, “and stay.”"
    base = _article(text)
    parts = [Span(start=1, end=7), Span(start=19, end=28)]
    other = _article("We go and stay.")
    found = changes(base, parts, other, [Span(start=0, end=15)])
    assert found == (Change(kind="same", base=Span(start=1, end=27), other=Span(start=0, end=14)),)


def _differ(one: str, other: str) -> list[list[str]]:
    """The rows of wordings of two quotations of one person."""
    told_of = [f'Ada Quillfeather said: "{words}"' for words in (one, other)]
    members = [
        told(outlet, text, {"Ada Quillfeather": "PER"}, [quote(text, words, "Ada Quillfeather")])
        for outlet, text, words in zip("AB", told_of, (one, other), strict=True)
    ]
    found = compared(*members)
    return [[text_of(found, side.value) for side in row.sides] for row in rows(found, "wording")]


def test_a_denial_in_function_words_is_a_difference() -> None:
    one, other = (
        "I will be there for all, even for those in blue.",
        "I will be there for all, but not for those in blue.",
    )
    assert _differ(one, other) == [["for all, even for those", "for all, but not for those"]]


def test_a_cut_that_takes_the_condition_away_is_a_difference() -> None:
    whole = "We will sell the old ferry to the island, if the council agrees."
    assert _differ(whole, "We will sell the old ferry to the island.") == [
        ["the island, if the council agrees", "the island"]
    ]
    assert (
        _differ("We will sell the old ferry to the island, today.", "We will sell the old ferry to the island.") == []
    )
    assert _differ(f"{whole[:40]}. If the council agrees.", whole[:40] + ".") == []


def test_number_and_points_are_no_other_words() -> None:
    assert _differ("The E.U. should lift these heavy duties now.", "The EU should lift these heavy duties now.") == []
