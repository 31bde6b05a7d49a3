import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ids import ID_LENGTH, SLUG_LENGTH, content_id, slug
from tests.hostile.cases import Case, load

ID = "0123456789abcdef"


def test_an_id_never_changes() -> None:
    assert content_id("The mayor resigned.", "Example Gazette") == "73c4a0e7c93061ca"


@settings(deadline=None)
@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_different_contents_have_different_ids(first: list[str], second: list[str]) -> None:
    clean = [[part.encode("utf-8", "replace") for part in parts] for parts in (first, second)]
    assert (content_id(*first) == content_id(*second)) == (clean[0] == clean[1])
    assert re.fullmatch(f"[0-9a-f]{{{ID_LENGTH}}}", content_id(*first))


@pytest.mark.parametrize("case", load("slug"), ids=lambda case: case.note)
def test_a_hostile_title_makes_a_safe_address(case: Case) -> None:
    _assert_safe(slug(case.text, ID))


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_title_makes_a_safe_address(title: str, identifier: str) -> None:
    _assert_safe(slug(title, identifier))


def _assert_safe(address: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+-)*[0-9a-f]{8}", address)
    assert len(address) <= SLUG_LENGTH + 9


def test_titles_that_look_alike_keep_apart_by_their_ids() -> None:
    titles = ("Hello, World!", "hello world", "Hello -- World", "")
    assert len({slug(title, content_id(title)) for title in titles}) == len(titles)


def test_every_script_is_readable() -> None:
    assert slug("首相辞任", ID) == "shouxiangciren-01234567"
    assert slug("Straße", ID) == "strasse-01234567"
    assert slug("a" * 30 + " " + "b" * 40, ID) == "a" * 30 + "-01234567"
