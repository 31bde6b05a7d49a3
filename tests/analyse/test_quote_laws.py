"""Whatever the text: no exception, spans inside the text without marks at their edges, the same result each time."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse.quotes import find_quotes
from generator.language.parse import Parsed
from generator.model import Article, Mention, Origin, Quote, Span

PIECES = st.sampled_from(
    [
        *"“”„‟«»\"'‘’‚‹›「」『』`,.:;!?—–-()<>…،؟",
        "''",
        "``",
        "\n",
        "\n\n",
        " ",
        "\xa0",
        "\u200f",
        "\u200d",
        "́",
        "he said",
        "Ann Example",
        "said",
        "according to",
        "told",
        "that",
        "the officer",
        "Mr.",
        "Dr",
        "6'2\"",
        "saying",
        "قال",
        "الوزير",
        "وأضاف",
        "أن",
        "مضيفاً",
        "وفقاً لـ",
        "لكيري",
        "sagte",
        "Er",
        "dass",
        "a déclaré",
        "表示",
        "と述べた",
        "it was dark",
        "I am here.",
        "no",
        "😀",
        "�",
        "x" * 50,
    ]
)
LANGUAGES = st.sampled_from(
    ["en", "ar", "de", "fr", "es", "it", "pt", "ru", "he", "fa", "tr", "zh", "ja", "und", "en-GB", "xx"]
)


def _parsed(text: str, language: str) -> Parsed:
    """A parse without a model: no sentences, and names wherever a capital or an article begins a word."""
    names = tuple(
        Mention(start=n, end=n + 3, label="PER") for n in range(len(text) - 3) if text[n : n + 3] in ("Ann", "كير")
    )
    return Parsed(paragraphs=(), sentences=(), mentions=names, language=language, scheme=None)


def _quotes(text: str, language: str) -> tuple[Quote, ...]:
    article = Article(
        id="x", origin=Origin(kind="file", where="x"), title=None, outlet=None, url=None, authors=(), published=None,
        language=language, text=text,
    )  # fmt: skip
    return find_quotes(article, _parsed(text, language))


def _spans(quote: Quote) -> list[Span]:
    speaker = quote.speaker
    found = [*quote.spans, quote.cue, quote.via]
    if speaker is not None:
        found += [Span(start=speaker.start, end=speaker.end), speaker.referent]
    return [span for span in found if span is not None]


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]), LANGUAGES)
def test_hostile_text(pieces: list[str], glue: str, language: str) -> None:
    text = glue.join(pieces)
    quotes = _quotes(text, language)
    assert quotes == _quotes(text, language)
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.spans)
    for quote in quotes:
        for span in _spans(quote):
            assert 0 <= span.start < span.end <= len(text)
        for span in quote.spans:
            words = text[span.start : span.end]
            assert words == words.strip()
            assert "\n\n" not in words


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), LANGUAGES)
def test_any_text(text: str, language: str) -> None:
    for quote in _quotes(text, language):
        assert all(0 <= span.start < span.end <= len(text) for span in _spans(quote))


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40), LANGUAGES)
def test_marked_quotes_do_not_overlap(pieces: list[str], language: str) -> None:
    marked = sorted(s for q in _quotes(" ".join(pieces), language) if q.kind != "indirect" for s in q.spans)
    assert all(one.end <= other.start for one, other in pairwise(marked))
