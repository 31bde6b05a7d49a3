"""Rules over the names of a whole article. All texts and names are invented."""

import itertools

import pytest

from generator.language.acronyms import expansions
from generator.language.document_rules import consistent
from generator.language.edges import calendar_words
from generator.language.projection import Known, projected
from generator.model import Label, Mention


def at(text: str, surface: str, label: Label, occurrence: int = 0) -> Mention:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(surface, start + 1)
    return Mention(start=start, end=start + len(surface), label=label)


def found(text: str, mentions: list[Mention], language: str = "en") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.label) for m in consistent(text, mentions, language)]


def test_a_surname_stands_for_its_person_everywhere() -> None:
    text = "Ada Quill left. Quill said no. Later Quill came back."

    assert found(text, [at(text, "Ada Quill", "PER"), at(text, "Quill", "ORG", 1)]) == [
        ("Ada Quill", "PER"),
        ("Quill", "PER"),
        ("Quill", "PER"),
    ]


def test_one_surface_has_one_label() -> None:
    text = "Brellow won. Brellow lost. Brellow drew."

    assert {
        label
        for _, label in found(text, [at(text, "Brellow", "LOC", i) for i in (0, 1)] + [at(text, "Brellow", "ORG", 2)])
    } == {"LOC"}


def test_a_name_found_once_is_found_everywhere() -> None:
    text = "The Teck Foundation paid. Critics of the Teck Foundation objected."

    assert found(text, [at(text, "Teck Foundation", "ORG")]) == [("Teck Foundation", "ORG")] * 2


def test_an_ordinary_word_is_not_made_a_name() -> None:
    text = "Will Teck will sell. Ask for the will. Will he?"

    assert ("Will", "PER") not in found(text, [at(text, "Will Teck", "PER"), at(text, "Will", "PER", 1)])[2:]


@pytest.mark.parametrize(
    ("text", "surface", "kept"),
    [
        ("The Brellow’s mayor", "The Brellow’s", "Brellow"),
        ("Prime Minister Ada Quill spoke", "Prime Minister Ada Quill", "Ada Quill"),
        ("met (Ada Quill).", "(Ada Quill).", "Ada Quill"),
        ("Ada Quill\nsaid", "Ada Quill\nsaid", "Ada Quill"),
        ("the U.K. office", "U.K.", "U.K."),
        ("the U.S. office", "U.S.", "U.S."),
    ],
)
def test_edges_are_trimmed(text: str, surface: str, kept: str) -> None:
    assert found(text, [at(text, surface, "PER")])[0][0] == kept


@pytest.mark.parametrize("surface", ["January", "Jan 21", "Wednesday", "Prime Minister", "—", "42"])
def test_what_is_no_name_goes(surface: str) -> None:
    text = f"On {surface} it rained."

    assert found(text, [at(text, surface, "PER")]) == []


def test_acronyms_follow_their_expansion() -> None:
    text = "The Harbour Workers union (HW or HWU) struck. HW is strong. HARBOUR IS CLOSED SAYS HW\nHWU agreed."

    assert [(e.short, text[e.start : e.end]) for e in expansions(text)] == [(("HW", "HWU"), "Harbour Workers")]
    assert found(text, [at(text, "Harbour Workers", "ORG")]).count(("HWU", "ORG")) == 2
    assert found(text, [at(text, "Harbour Workers", "ORG")]).count(("HW", "ORG")) == 2


@pytest.mark.parametrize("text", ["It rained (AND HOW) all day.", "Ada Quill (left) spoke.", "the river (RV) rose"])
def test_brackets_that_are_no_acronyms(text: str) -> None:
    assert list(expansions(text)) == []


def test_mentions_never_overlap_and_stand_in_order() -> None:
    text = "Ada Quill of Quill Harbour met Quill."
    mentions = consistent(
        text, [at(text, "Quill Harbour", "LOC"), at(text, "Ada Quill", "PER"), at(text, "Ada", "PER")], "en"
    )

    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_arabic_clitics_are_outside() -> None:
    text = "زار القاهرة وبيروت وسوريا"
    mentions = [at(text, "القاهرة", "LOC"), at(text, "وسوريا", "LOC")]

    assert ("سوريا", "LOC") in found(text, mentions, "ar")


def test_a_joined_pair_of_names_is_two() -> None:
    text = "قال النجار للصحافة. ورد كريم الحداد. شكر النجار كريم. وقال كريم"
    joined = at(text, "النجار كريم", "PER")
    assert found(text, [at(text, "النجار", "PER"), joined], "ar")[0] == ("النجار", "PER")


def test_calendar_words_of_unknown_languages_are_none() -> None:
    assert "january" in calendar_words("en")
    assert calendar_words("xq") == frozenset()


def test_names_are_projected_by_sound() -> None:
    text = "قال المتحدث فاندورب إن الميناء سيغلق. ثم وصل لندكفيست إلى المدينة."
    mentions = projected(text, "ar", [], [Known("Vandorp", "PER"), Known("Norway", "LOC")])

    assert [(text[m.start : m.end], m.label) for m in mentions] == [("فاندورب", "PER")]


def test_a_projected_full_name_takes_the_place_of_its_surname() -> None:
    text = "وصلت إلسا فاندورب أمس"
    surname = at(text, "فاندورب", "PER")
    mentions = projected(text, "ar", [surname], [Known("Elsa Vandorp", "PER")])

    assert [text[m.start : m.end] for m in mentions] == ["إلسا فاندورب"]


def test_projection_without_names_changes_nothing() -> None:
    text = "وصلت فاندورب أمس"
    mention = at(text, "فاندورب", "PER")

    assert projected(text, "ar", [mention], []) == (mention,)
