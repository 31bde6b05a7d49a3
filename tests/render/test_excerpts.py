"""Passages are short, and there are not too many of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Analysis, Evidence, Span
from generator.render.excerpts import Excerpts, excerpts
from generator.render.settings import ExcerptSettings
from tests.render.invented import article, digest_of, three_articles

LONG = "One invented sentence stands here. " * 40


def chosen(text: str, *, full_text: bool = False, **settings: float) -> Excerpts:
    one = article(1, text, "en", full_text=full_text)
    analysis = Analysis(article=one, sentences=(), mentions=(), quotes=())
    return Excerpts({one.id: analysis}, ExcerptSettings(**settings))


def passage(start: int, end: int) -> Evidence:
    return Evidence(article_id=f"{1:016x}", start=start, end=end)


def test_a_long_passage_is_cut_to_two_sentences() -> None:
    span = chosen(LONG, share=1).grant(passage(0, len(LONG)))
    assert span is not None
    assert LONG[span.start : span.end].count(".") == 2


def test_one_long_sentence_is_cut_between_words() -> None:
    text = "word " * 200
    span = chosen(text, share=1, characters=100).grant(passage(0, len(text)))
    assert span is not None
    assert span.end - span.start <= 100
    assert text[span.end] == " "


def test_the_words_it_is_about_stay() -> None:
    text = "word " * 200 + "forty-two " + "word " * 200
    about = Span(start=text.index("forty"), end=text.index("forty") + 9)
    span = chosen(text, share=1, characters=100).grant(passage(0, len(text)), about=about)
    assert span is not None
    assert span.start <= about.start
    assert about.end <= span.end
    assert span.end - span.start <= 100


def test_the_budget_of_an_article_is_never_overspent() -> None:
    found = chosen(LONG, share=0.15)
    for start in range(0, len(LONG) - 35, 35):
        found.grant(passage(start, start + 34))
    assert 0 < found.share(f"{1:016x}").part <= 0.15


def test_what_is_shown_already_costs_nothing() -> None:
    found = chosen(LONG, share=0.1)
    found.grant(passage(0, 34))
    before = found.share(f"{1:016x}")
    found.grant(passage(0, 20))
    assert found.share(f"{1:016x}") == before


def test_an_article_that_allows_it_is_shown_whole() -> None:
    found = chosen(LONG, full_text=True, share=0.0)
    assert found.grant(passage(0, 34)) == Span(start=0, end=34)


def test_speech_and_own_words_have_budgets_of_their_own() -> None:
    digest = digest_of(*three_articles())
    found = excerpts(digest, ExcerptSettings(share=0.15, quoted_share=0.35))
    for one in three_articles():
        share = found.share(one.id)
        assert share.own <= 0.15 * share.length
        assert share.quoted <= 0.35 * share.length


@settings(deadline=None)
@given(st.text(alphabet="ab .\n", min_size=1, max_size=200), st.data())
def test_a_cut_passage_lies_inside_its_evidence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = chosen(text, share=1, characters=40).grant(passage(start, end))
    if span is not None and span.start < span.end:
        assert start <= span.start < span.end <= end
        assert span.end - span.start <= 40


@pytest.mark.parametrize("share", [0.0, 0.001])
def test_scraps_are_not_shown(share: float) -> None:
    assert chosen(LONG, share=share).grant(passage(0, 100)) is None
