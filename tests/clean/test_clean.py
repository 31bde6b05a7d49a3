import random
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Origin
from generator.read import Limits
from generator.read.refusals import NO_TEXT, TOO_LONG
from tests.clean.drafts import FIRST, SECOND, THIRD, article, cleaned, draft


def test_an_article_has_what_its_draft_declares() -> None:
    found = article(
        f"{FIRST}\n\n{SECOND}",
        title="Harbour closed",
        outlet="Example Gazette",
        url="https://gazette.example/1",
        authors=("Mona Example",),
        published="2026-01-02T10:30:00+02:00",
        language="en-GB",
        input_id="7",
        full_text=True,
    )
    assert found.origin == Origin(kind="file", where="a.txt")
    assert (found.title, found.outlet, found.url) == ("Harbour closed", "Example Gazette", "https://gazette.example/1")
    assert (found.authors, found.input_id, found.language, found.full_text) == (("Mona Example",), "7", "en", True)
    assert found.published == datetime(2026, 1, 2, 8, 30, tzinfo=UTC)


def test_what_nobody_says_is_unknown() -> None:
    found = article(f"{FIRST}\n\n{SECOND}", published="yesterday")
    assert (found.title, found.outlet, found.url, found.authors, found.published) == (None, None, None, (), None)
    assert found.source == "? a.txt"


def test_an_address_names_its_outlet() -> None:
    assert article(FIRST, url="https://www.gazette.example/1").outlet == "gazette.example"


def test_languages_are_identified_where_none_is_declared() -> None:
    assert article(f"{FIRST} {SECOND} {THIRD}").language == "en"
    assert (
        article(
            "أغلق رئيس بلدية ريفرتون الخيالية الميناء يوم الاثنين بعد أن ألحقت عاصفة أضراراً بالرصيف الشمالي."
        ).language
        == "ar"
    )


def test_the_id_is_of_the_text_and_of_what_identifies_it() -> None:
    first = article(FIRST, where="a.txt")
    assert article(FIRST, where="other/name.txt").id == first.id
    assert article(f"  {FIRST} \n").id == first.id
    assert article(FIRST, outlet="Example Gazette").id != first.id
    assert article(FIRST, input_id="1").id != first.id
    assert article(SECOND).id != first.id


def test_equal_inputs_stay_apart_and_are_copies() -> None:
    found = cleaned(draft(FIRST, where="a.txt"), draft(FIRST, where="b.txt"), draft(FIRST, where="c.txt"))
    ids = {entry.id for entry in found.articles}
    assert len(ids) == 3
    assert sorted(entry.copy_of is None for entry in found.articles) == [False, False, True]


def test_every_draft_is_an_article_or_a_refusal_in_a_fixed_order() -> None:
    drafts = [draft(f"{FIRST} Number {number}.", where=f"{number}.txt") for number in range(20)]
    drafts += [
        draft("Advertisement", where="x.txt"),
        draft("x " * 2_000, where="y.txt"),
        draft("a\n\n" * 60, where="z.txt"),
    ]
    limits = Limits(article_characters=1_000, paragraphs=50)
    found = cleaned(*drafts, limits=limits)
    assert len(found.articles) == 20
    assert [(refusal.origin.where, refusal.reason) for refusal in found.refusals] == [
        ("x.txt", NO_TEXT),
        ("y.txt", TOO_LONG),
        ("z.txt", TOO_LONG),
    ]
    assert found.refusals[1].detail == "3999 characters, at most 1000 are used"
    for seed in range(5):
        random.Random(seed).shuffle(drafts)
        assert cleaned(*drafts, limits=limits) == found


@settings(deadline=None)
@given(st.lists(st.text(max_size=120), max_size=6), st.text(max_size=30) | st.none())
def test_any_text_makes_sound_articles(parts: list[str], title: str | None) -> None:
    found = cleaned(draft("\n\n".join(parts), title=title))
    assert len(found.articles) + len(found.refusals) == 1
    for entry in found.articles:
        lines = entry.text.split("\n\n")
        assert all(line and line == " ".join(line.split()) for line in lines)
        assert all(entry.text[span.start : span.end] in lines for span in entry.headings)
        assert len(entry.headings) < len(lines)
